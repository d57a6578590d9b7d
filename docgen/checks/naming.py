"""What a finding says it is about: a component of the rule sets, the page or the file, and what people call it.

The reader tells more kinds of passages apart than the rule sets have components. Reports name only what the rule sets know, so
that programs need to know no other names.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from docgen.problems import Message, msg
from docgen.standards import load_standard, standard_names

if TYPE_CHECKING:
    from docgen.standards.model import Component, Standard

WHOLE = {"page": msg("Page"), "file": msg("File")}
"""What a finding may be about that is no component."""

#: passages without a component of their own → what they are a part of, and what people call them
PASSAGES = {
    "list_item": ("body", "Gạch đầu dòng"),
    "caption": ("body", "Chú thích hình"),
    "text_end": ("body", "Dấu hết văn bản"),
    "division_label": ("part_label", "Mục, Tiểu mục"),
    "division_title": ("part_title", "Tên mục, tiểu mục"),
    "secrecy": ("page", "Dấu chỉ độ mật"),
    "other": ("page", "Dòng ngoài thể thức"),
}
_COPY = "copy_"


class Named(NamedTuple):
    """A component's name for programs, ``page`` or ``file``, and what people call it."""

    component: str
    label: str | Message


def name_passage(name: str, standard: Standard, *, titled: bool = False) -> Named:
    """How reports name the passage or component ``name`` of a document under ``standard``.

    ``titled``: what is found concerns the titles of numbered blocks only.
    """
    if name in WHOLE:
        return Named(name, WHOLE[name])
    component = standard.components.get(name) or _components().get(name)
    if component is not None:
        return Named(name, component.label if titled else component.called or component.label)
    if name in PASSAGES:
        return Named(*PASSAGES[name])
    original = name.removeprefix(_COPY)
    if original in _components():
        return Named(original, f"{_components()[original].label} (bản sao)")
    return Named("page", WHOLE["page"])


@cache
def list_components() -> tuple[str, ...]:
    """All that a report may name, sorted: the components of every rule set, ``page`` and ``file``."""
    return tuple(sorted((*_components(), *WHOLE)))


@cache
def _components() -> dict[str, Component]:
    """The components of all rule sets; where several have one, that of the first."""
    found: dict[str, Component] = {}
    for name in standard_names():
        for component, entry in load_standard(name).components.items():
            found.setdefault(component, entry)
    return found
