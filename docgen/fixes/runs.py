"""Repairs of how letters are set: runs are cut where the letters begin and end, and the property is written on them."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from docgen.fixes.edits import Edit
from docgen.fixes.properties import RUN_ORDER, ensure, ensure_first, local, put, toggle
from docgen.ooxml.content import Paragraph, RunFormat
from docgen.ooxml.locating import Held, locate_text
from docgen.problems import Message, msg
from docgen.reading.repairs import SetRuns

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: an on/off property → its element and the one for scripts that Vietnamese does not use, which Word keeps alike
_TOGGLES = {"bold": ("b", "bCs"), "italic": ("i", "iCs")}
_THEMES = ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme", "hint")

_NAMES: dict[str, Message] = {
    "font": msg("font"),
    "size": msg("size"),
    "bold": msg("bold"),
    "italic": msg("italic"),
    "underline": msg("underline"),
    "color": msg("colour"),
    "highlight": msg("highlighting"),
}


def set_runs(repair: SetRuns) -> Edit:
    """Apply ``repair`` to the runs that hold its letters; what was changed."""
    paragraph = repair.paragraph
    before = _held(paragraph.runs_in(repair.start, repair.end)[0].format, repair.property)
    for run in _cut_out(repair):
        _set(ensure_first(run, "rPr"), repair.property, repair.value)
    after, text = _say(repair.property, repair.value), paragraph.text[repair.start : repair.end]
    words = msg(
        'Paragraph {n}, "{text}": {property} {before} → {after}.',
        n=paragraph.index,
        text=_short(text),
        property=_NAMES[repair.property],
        before=before,
        after=after,
    )
    return Edit(paragraph.part, f"w:p[{paragraph.index}]", repair.property, before, after, text, words)


def _cut_out(repair: SetRuns) -> Iterator[etree._Element]:
    """The runs that hold exactly the letters of ``repair``; runs that hold others as well are cut."""
    wanted: dict[etree._Element, list[Held]] = {}
    for held in locate_text(repair.paragraph, repair.start, repair.end):
        wanted.setdefault(held.run, []).append(held)
    for run, pieces in wanted.items():
        cut = _Cut(repair.paragraph, run)
        cut.behind(pieces[-1])
        yield cut.before(pieces[0])


class _Cut:
    """One run being cut; the paragraph learns of every new run, since it is asked again where its letters stand."""

    def __init__(self, paragraph: Paragraph, run: etree._Element) -> None:
        self._run = run
        self._known = next(known.elements for known in paragraph.runs if run in known.elements)

    def behind(self, held: Held) -> None:
        """Move what stands behind ``held`` to a run of its own."""
        element = held.element
        rest = [_cut(element, held.end)] if local(element) == "t" and held.end < len(element.text or "") else []
        rest += list(element.itersiblings())
        if rest:
            self._move(rest)

    def before(self, held: Held) -> etree._Element:
        """Leave in the run only what stands before ``held``; the run that holds the rest (itself if nothing does)."""
        element = held.element
        if held.start > 0:
            second = _cut(element, held.start)
            element.addnext(second)
            element = second
        if all(local(earlier) == "rPr" for earlier in element.itersiblings(preceding=True)):
            return self._run
        return self._move([element, *element.itersiblings()])

    def _move(self, children: list[etree._Element]) -> etree._Element:
        """A run behind this one that looks like it and takes ``children`` over."""
        twin = deepcopy(self._run)
        for child in [*twin]:
            if local(child) != "rPr":
                twin.remove(child)
        twin.extend(children)
        self._run.addnext(twin)
        self._known.insert(self._known.index(self._run) + 1, twin)
        return twin


def _cut(element: etree._Element, at: int) -> etree._Element:
    """Cut a ``w:t`` in two; the second half, not yet placed."""
    text = element.text or ""
    second = deepcopy(element)
    element.text, second.text = text[:at], text[at:]
    for half in (element, second):
        half.set(_SPACE, "preserve")
    return second


def _set(properties: etree._Element, name: str, value: str | float | bool) -> None:
    if name in _TOGGLES:
        for element in _TOGGLES[name]:
            toggle(properties, element, bool(value), RUN_ORDER)
    elif name == "size":
        for element in ("sz", "szCs"):
            put(ensure(properties, element, RUN_ORDER), {"val": round(float(value) * 2)})
    elif name == "font":
        put(ensure(properties, "rFonts", RUN_ORDER), {"ascii": str(value), "hAnsi": str(value), "cs": str(value)}, drop=_THEMES)
    elif name == "color":
        put(ensure(properties, "color", RUN_ORDER), {"val": str(value)}, drop=("themeColor", "themeTint", "themeShade"))
    else:
        put(ensure(properties, {"underline": "u", "highlight": "highlight"}[name], RUN_ORDER), {"val": str(value)})


def _held(format: RunFormat, name: str) -> str:
    return _say(name, getattr(format, name))


def _say(name: str, value: str | float | bool) -> str:
    return f"{value:g} pt" if name == "size" else str(value).lower() if isinstance(value, bool) else str(value)


def _short(text: str, limit: int = 40) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
