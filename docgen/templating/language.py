"""The names a template may use, and what each of them holds: the contract between renderer and templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True)
class Value:
    """What a name stands for.

    ``fields`` are its parts (``head.rows``), ``item`` is what a loop over it gives; a value with neither is printed. ``block``
    says that it is whole paragraphs or tables, which only ``{{p … }}`` prints. ``path`` is how messages call it.
    """

    path: str = ""
    fields: Mapping[str, Value] = field(default_factory=dict)
    item: Value | None = None
    block: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether it is a text or a number."""
        return not self.fields and self.item is None and not self.block


PLAIN = Value()


def _blocks(path: str) -> Value:
    return Value(path, item=Value(path, block=True))


def _rows(path: str) -> Value:
    sides = {side: _blocks(f"{path}.{side}") for side in ("left", "right")}
    return Value(path, item=Value(path, fields=sides))


def _plain(path: str, *names: str) -> dict[str, Value]:
    return {name: Value(f"{path}{name}") for name in names}


#: what carries the words of the document: each must be printed, once, in the text itself
CARRIERS: Mapping[str, Value] = MappingProxyType(
    {
        "head": Value("head", {"rows": _rows("head.rows"), **_plain("head.", "left_width", "right_width", "width")}),
        "blocks": _blocks("blocks"),
        "foot": Value("foot", {"rows": _rows("foot.rows")}),
        "tail": _blocks("tail"),
    }
)
#: single values, which headers, footers and text boxes may print as well
PLAIN_VALUES: Mapping[str, Value] = MappingProxyType(
    _plain("", "type_name", "title", "number", "place", "date", "issuer", "parent", "signer")
)
LOOP = Value("loop", _plain("loop.", "index", "index0", "first", "last", "length"))
#: the lists of blocks that a template has to print, by path
REQUIRED = ("head.rows.left", "head.rows.right", "blocks", "foot.rows.left", "foot.rows.right", "tail")
CONTEXT_NAMES = frozenset(CARRIERS) | frozenset(PLAIN_VALUES)

#: filters that give back a text or a number and cannot make it grow without bound
FILTERS = frozenset({"upper", "lower", "trim", "default", "d", "length", "count", "first", "last", "e", "escape", "string"})
LIST_FILTERS = frozenset({"length", "count"})
PICKING_FILTERS = frozenset({"first", "last"})
TESTS = frozenset({"defined", "undefined", "none", "string", "odd", "even"})
#: what only docxtpl itself can make, and the form of tag that prints it; a template that uses one takes the slow way
CALLS: Mapping[str, str] = MappingProxyType({"image": "", "subdocument": "p", "rich": "r"})
EMPHASIS = ("bold", "italic", "underline")

#: characters inside one tag, constructs inside one another, tags of one template
TAG_LENGTH = 500
DEPTH = 20
NESTING = 8
TAG_LIMIT = 2_000
