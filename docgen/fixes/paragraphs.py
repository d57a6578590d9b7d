"""Repairs of a paragraph's own formatting."""

from __future__ import annotations

from docgen.fixes.edits import Edit
from docgen.fixes.properties import PARAGRAPH_ORDER, ensure, ensure_first, put, toggle
from docgen.ooxml.content import Paragraph, ParagraphFormat
from docgen.problems import Message, msg
from docgen.reading.repairs import SetParagraph

_TWIPS_PER_PT = 20
_TWIPS_PER_MM = 1440 / 25.4
_SINGLE = 240
#: a property → the attribute of ``w:spacing`` or ``w:ind`` that holds it, and those that would overrule it
_SPACING = {"before": ("beforeLines", "beforeAutospacing"), "after": ("afterLines", "afterAutospacing")}
_INDENT = {
    "first_line": ("hanging", "firstLineChars", "hangingChars"),
    "left": ("leftChars", "start", "startChars"),
    "right": ("rightChars", "end", "endChars"),
}
_ATTRIBUTE = {"first_line": "firstLine"}


def set_paragraph(repair: SetParagraph) -> Edit:
    """Apply ``repair`` to its paragraph's element; what was changed."""
    paragraph, value = repair.paragraph, repair.value
    properties = ensure_first(paragraph.element, "pPr")
    name = repair.property
    if name == "align":
        put(ensure(properties, "jc", PARAGRAPH_ORDER), {"val": str(value)})
    elif name == "keep_next":
        toggle(properties, "keepNext", bool(value), PARAGRAPH_ORDER)
    elif name in _SPACING:
        put(ensure(properties, "spacing", PARAGRAPH_ORDER), {name: int(value)}, drop=_SPACING[name])
    elif name in ("line", "exact"):
        rule = "auto" if name == "line" else "exact"
        put(ensure(properties, "spacing", PARAGRAPH_ORDER), {"line": int(value), "lineRule": rule})
    else:
        put(ensure(properties, "ind", PARAGRAPH_ORDER), {_ATTRIBUTE.get(name, name): int(value)}, drop=_INDENT[name])
    return _edit(paragraph, name, _held(paragraph.format, name), _say(name, value))


def _edit(paragraph: Paragraph, name: str, before: str, after: str) -> Edit:
    words = msg("Paragraph {n}: {property} {before} → {after}.", n=paragraph.index, property=_NAMES[name], before=before, after=after)
    return Edit(paragraph.part, f"w:p[{paragraph.index}]", name, before, after, paragraph.text, words)


_NAMES: dict[str, Message] = {
    "align": msg("alignment"),
    "first_line": msg("first-line indent"),
    "left": msg("left indent"),
    "right": msg("right indent"),
    "before": msg("space before"),
    "after": msg("space after"),
    "line": msg("line spacing"),
    "exact": msg("line spacing"),
    "keep_next": msg("kept with the next paragraph"),
}


def _held(format: ParagraphFormat, name: str) -> str:
    if name in ("line", "exact"):
        return _say("line" if format.line_rule == "auto" else "exact", format.line)
    return _say(name, getattr(format, name))


def _say(name: str, value: str | float | bool) -> str:
    if isinstance(value, bool | str):
        return str(value).lower()
    if name == "line":
        return f"{value / _SINGLE:g}"
    if name in ("first_line", "left", "right"):
        return f"{value / _TWIPS_PER_MM:.1f} mm"
    return f"{value / _TWIPS_PER_PT:g} pt"
