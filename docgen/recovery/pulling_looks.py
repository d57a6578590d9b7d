"""How a paragraph of a file is set otherwise than docgen sets it: every property by its name, with both values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.ooxml.measures import attribute
from docgen.ooxml.properties import LOCAL
from docgen.problems import Message, msg
from docgen.recovery.differences.looks import LABELS
from docgen.recovery.texts import BLANKS

if TYPE_CHECKING:
    from lxml import etree

    from docgen.ooxml.content import Paragraph

_SIDES = {"left": msg("left"), "right": msg("right"), "center": msg("centred"), "both": msg("justified")}
_TWIPS_PER_PT = 20
_PLACES = {
    "left": msg("left indent"),
    "right": msg("right indent"),
    "first_line": msg("first line"),
    "before": msg("space before"),
    "after": msg("space after"),
}
_LETTERS = {
    "size": (msg("size"), " pt"),
    "font": (msg("font"), ""),
    "color": (msg("colour"), ""),
    "underline": (msg("underline"), ""),
    "highlight": (msg("highlighting"), ""),
    "vertical": (msg("position"), ""),
    "strike": (msg("struck out"), ""),
    "caps": (LABELS["caps"], ""),
    "small_caps": (LABELS["small_caps"], ""),
    "spacing": (LABELS["spacing"], " pt"),
    "shading": (LABELS["shading"], ""),
}
_BORDER = msg("a border")
#: what Word knows of paragraphs and letters beyond that, which docgen never sets
_OTHERS = {
    "shd": LABELS["shading"],
    "pBdr": _BORDER,
    "numPr": msg("automatic numbering"),
    "outline": msg("outlined letters"),
    "shadow": msg("letters with a shadow"),
    "emboss": msg("embossed letters"),
    "imprint": msg("engraved letters"),
    "bdr": _BORDER,
    "em": msg("emphasis marks"),
    "effect": msg("animated letters"),
    "vanish": msg("hidden letters"),
}
_OFF = ("0", "false", "off", "none", "nil", "clear")


def describe_looks(ours: Paragraph, theirs: Paragraph, *, computed: bool = False) -> Message | None:
    """All differences in looks between two paragraphs, ``None`` without one; ``computed``: neither indents and sizes
    count nor, in tables, the alignment, which depends on the other cells of the column."""
    found: Message | None = None
    for one in _differences(ours, theirs, computed):
        found = one if found is None else msg("{first}; {second}", first=found, second=one)
    return found


def _differences(ours: Paragraph, theirs: Paragraph, computed: bool) -> Iterator[Message]:
    a, b = ours.format, theirs.format
    if a.align != b.align and not (computed and ours.cell is not None):
        yield _turn(_SIDES.get(a.align, a.align), _SIDES.get(b.align, b.align))
    for name, words in _PLACES.items():
        was, now = getattr(a, name), getattr(b, name)
        if not computed and abs(was - now) > 1:
            yield _of(words, f"{was / _TWIPS_PER_PT:g} pt", f"{now / _TWIPS_PER_PT:g} pt")
    if (a.line, a.line_rule) != (b.line, b.line_rule):
        yield _of(msg("line spacing"), str(a.line), str(b.line))
    for name, (words, unit) in _LETTERS.items():
        was_all, now_all = _values(ours, name), _values(theirs, name)
        if was_all != now_all and not (computed and name == "size"):
            yield _of(words, _list(was_all, unit), _list(now_all, unit))
    if (ours.notes, len(ours.shapes), ours.fields) != (theirs.notes, len(theirs.shapes), theirs.fields):
        yield msg("a note, a picture or a field")
    if ours.page_break != theirs.page_break or a.page_break_before != b.page_break_before:
        yield msg("a page break")
    if _count(ours, "br") < _count(theirs, "br"):
        yield msg("a line break")
    if _count(ours, "tab") < _count(theirs, "tab"):
        yield msg("a tab")
    if (ours.cell is None) != (theirs.cell is None):
        yield msg("it stands in a table now") if ours.cell is None else msg("it stands in a table no longer")
    mine = _others(ours)
    told = {str(words) for name, words in _OTHERS.items() if name in mine}
    for words in dict.fromkeys(_OTHERS[name] for name in _others(theirs) if name not in mine):
        if str(words) not in told:
            yield words


def _others(paragraph: Paragraph) -> list[str]:
    """The names of the other properties that stand in the paragraph itself and do something."""
    lists = [paragraph.element.find("{*}pPr")]
    lists += [run.find("{*}rPr") for run in paragraph.element.iter("{*}r") if run.find("{*}t") is not None]
    found = (child for one in lists if one is not None for child in one.iterchildren("*"))
    return [*dict.fromkeys(name for child in found if (name := LOCAL[str(child.tag)]) in _OTHERS and _does_something(child))]


def _does_something(element: etree._Element) -> bool:
    name = LOCAL[str(element.tag)]
    if name == "pBdr":
        return any((attribute(side, "val") or "") not in _OFF for side in element.iterchildren("*"))
    if name == "shd":
        return (attribute(element, "fill") or "auto") != "auto" or (attribute(element, "val") or "clear") not in _OFF
    if name == "numPr":
        return any(LOCAL[str(e.tag)] == "numId" and attribute(e, "val") != "0" for e in element.iterchildren("*"))
    return (attribute(element, "val") or "1") not in _OFF


def _count(paragraph: Paragraph, name: str) -> int:
    runs = paragraph.element.iter("{*}r")
    signs = (sign for run in runs for sign in run.iterchildren(f"{{*}}{name}"))
    return sum((attribute(sign, "type") or "textWrapping") == "textWrapping" for sign in signs)


def _values(paragraph: Paragraph, name: str) -> list[object]:
    found: list[object] = []
    for run in paragraph.runs:
        value = getattr(run.format, name)
        if paragraph.text[run.start : run.end].strip(BLANKS) and value not in found:
            found.append(value)
    return found


def _list(values: list[object], unit: str) -> str:
    return ", ".join(f"{value:g}{unit}" if isinstance(value, float) else str(value) for value in values)


def _of(what: Message, was: str, now: str) -> Message:
    return msg("{what}: {old} → {new}", what=what, old=was, new=now)


def _turn(was: object, now: object) -> Message:
    return msg("{old} → {new}", old=was, new=now)
