"""From the pointer of a document's text back to its place in the spec, whatever language its keys are typed in."""

from __future__ import annotations

from docgen.config.keys import english_key, kinds_with
from docgen.config.records import Shape, field_shape, shape_of
from docgen.problems import Place
from docgen.sources import Mapping, Node, Scalar, Sequence, SourceText
from docgen.spec.models import Spec


def find_place(source: SourceText, root: Node, origin: str) -> Place:
    """The place of ``origin`` (``/sections/0/title``, English keys) in a spec, or of its nearest ancestor that exists.

    A value that is no scalar is shown at its key: that is where a person looks for it.
    """
    node, key = find_node(root, origin)
    shown = node if isinstance(node, Scalar) or key is None else key
    return source.place_of(shown, origin)


def find_agency_node(root: Node, pointer: str) -> Node | None:
    """The node at ``pointer`` (``/signers/chu-tich/name``, English keys) in an agency file, ``None`` if it says nothing there."""
    node = root
    for step in pointer.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        if isinstance(node, Mapping):
            # a short name is taken as it is typed, before it might pass for a key
            found = [e for e in node.entries if e.key.value == name] or [e for e in node.entries if _may_mean(e.key.value, name)]
            if not found:
                return None
            node = found[0].value
        elif isinstance(node, Sequence) and name.isdigit() and int(name) < len(node.items):
            node = node.items[int(name)]
        else:
            return None
    return node


def _may_mean(typed: str, key: str) -> bool:
    return any(english_key(kind, typed) == key for kind in kinds_with(typed))


def find_node(root: Node, origin: str) -> tuple[Node, Scalar | None]:
    """The node at ``origin`` or its nearest ancestor that exists, and the key it stands under (``None`` for list items)."""
    node, key, shape = root, None, Shape((Spec,))
    for step in origin.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        if isinstance(node, Mapping):
            kinds = [record.KIND for record in shape.records]
            found = next((e for e in node.entries if name in (e.key.value, *(english_key(k, e.key.value) for k in kinds))), None)
            if found is None:
                break
            node, key, shape = found.value, found.key, field_shape(shape.records, name)
        elif isinstance(node, Sequence) and name.isdigit() and int(name) < len(node.items):
            node, key, shape = node.items[int(name)], None, shape_of(shape.items)
        else:
            break
    return node, key
