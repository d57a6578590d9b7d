"""Repairs of how letters are set: runs are cut where the letters begin and end, and the property is written on them."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from docgen.fixes.edits import Edit, edit_paragraph, say_switch, shorten
from docgen.fixes.letters import set_letters, settle
from docgen.fixes.properties import RUN_ORDER, ensure, ensure_first, local, put, toggle
from docgen.ooxml.content import Paragraph, Run, RunFormat
from docgen.ooxml.locating import Held, locate_text
from docgen.ooxml.units import half_points
from docgen.problems import Message, msg
from docgen.reading.repairs import SetRuns

Value = str | float | bool

#: an on/off property → its element and the one for scripts that Vietnamese does not use, which Word keeps alike
_TOGGLES = {"bold": ("b", "bCs"), "italic": ("i", "iCs"), "caps": ("caps",)}
_THEMES = ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme", "hint")

_NAMES: dict[str, Message] = {
    "font": msg("font"),
    "size": msg("size"),
    "bold": msg("bold"),
    "italic": msg("italic"),
    "caps": msg("printed in capitals"),
    "underline": msg("underline"),
    "color": msg("colour"),
    "highlight": msg("highlighting"),
}


def set_runs(repair: SetRuns) -> Edit | None:
    """Apply ``repair`` to the letters that are set otherwise; what was changed, ``None`` if there are none or they stand in
    something that cannot be cut."""
    paragraph, start, end = repair.paragraph, repair.start, repair.end
    wrong = [run for run in paragraph.runs if run.start < end and run.end > start and _differs(run.format, repair)]
    changed: Run | None = None
    for run in wrong:
        for element in _cut_out(paragraph, max(run.start, start), min(run.end, end)):
            _set(ensure_first(element, "rPr"), repair.property, repair.value)
            changed = changed or run
    if changed is None:
        return None
    before, after = _held(changed.format, repair.property), _say(repair.property, repair.value)
    text = paragraph.text[max(changed.start, start) : min(wrong[-1].end, end)]
    name = _NAMES[repair.property]
    was, now = _tell(repair.property, getattr(changed.format, repair.property)), _tell(repair.property, repair.value)
    if text.strip() == paragraph.text.strip():
        words = msg("{property}: {before} → {after}", property=name, before=was, after=now)
    else:
        words = msg("{property} of “{words}”: {before} → {after}", property=name, words=shorten(text), before=was, after=now)
    return edit_paragraph(paragraph, repair.property, before, after, text, words)


def _differs(look: RunFormat, repair: SetRuns) -> bool:
    if repair.property == "font" and look.high_font != repair.value:
        return True
    return bool(getattr(look, repair.property) != repair.value)


def _cut_out(paragraph: Paragraph, start: int, end: int) -> Iterator[etree._Element]:
    """The runs that hold exactly ``paragraph.text[start:end]``; runs that hold other letters as well are cut."""
    wanted: dict[etree._Element, list[Held]] = {}
    for held in locate_text(paragraph, start, end):
        wanted.setdefault(held.run, []).append(settle(held))
    for run, pieces in wanted.items():
        if all(held.element.getparent() is run for held in pieces):
            cut = _Cut(run)
            cut.behind(pieces[-1])
            yield cut.before(pieces[0])


class _Cut:
    """One run being cut."""

    def __init__(self, run: etree._Element) -> None:
        self._run = run

    def behind(self, held: Held) -> None:
        """Move what stands behind ``held`` to a run of its own."""
        rest = list(held.element.itersiblings())
        if local(held.element) == "t":
            letters = held.element.text or ""
            if held.end < len(letters):
                rest.insert(0, _cut(held.element, letters, held.end))
        if rest:
            self._move(rest)

    def before(self, held: Held) -> etree._Element:
        """Leave in the run only what stands before ``held``; the run that holds the rest (itself if nothing does)."""
        element = held.element
        if local(element) == "t" and held.start > 0:
            second = _cut(element, element.text or "", held.start)
            element.addnext(second)
            element = second
        if all(local(earlier) == "rPr" for earlier in element.itersiblings(preceding=True)):
            return self._run
        return self._move([element, *element.itersiblings()])

    def _move(self, children: list[etree._Element]) -> etree._Element:
        """A run behind this one that looks like it and takes ``children`` over."""
        run = self._run
        twin = etree.Element(run.tag, {str(k): str(v) for k, v in run.attrib.items()})
        properties = next((child for child in run if local(child) == "rPr"), None)
        if properties is not None:
            twin.append(deepcopy(properties))
        twin.extend(children)
        run.addnext(twin)
        return twin


def _cut(element: etree._Element, letters: str, at: int) -> etree._Element:
    """Cut a ``w:t`` with these ``letters`` in two; the second half, not yet placed."""
    second = deepcopy(element)
    second.tail = None
    set_letters(element, letters[:at])
    set_letters(second, letters[at:])
    return second


def _set(properties: etree._Element, name: str, value: Value) -> None:
    if name in _TOGGLES:
        for element in _TOGGLES[name]:
            toggle(properties, element, bool(value), RUN_ORDER)
    elif name == "size":
        for element in ("sz", "szCs"):
            put(ensure(properties, element, RUN_ORDER), {"val": half_points(float(value))})
    elif name == "font":
        put(ensure(properties, "rFonts", RUN_ORDER), {"ascii": str(value), "hAnsi": str(value), "cs": str(value)}, drop=_THEMES)
    elif name == "color":
        put(ensure(properties, "color", RUN_ORDER), {"val": str(value)}, drop=("themeColor", "themeTint", "themeShade"))
    else:
        put(ensure(properties, {"underline": "u", "highlight": "highlight"}[name], RUN_ORDER), {"val": str(value)})


def _held(look: RunFormat, name: str) -> str:
    # only the letters beyond ASCII may have another font
    return _say(name, look.font if name == "font" else getattr(look, name))


def _say(name: str, value: Value) -> str:
    return f"{value:g} pt" if name == "size" else str(value).lower() if isinstance(value, bool) else str(value)


def _tell(name: str, value: Value) -> str | Message:
    if isinstance(value, bool):
        return say_switch(value)
    if name == "underline":
        return say_switch(value != "none")
    return _say(name, value)
