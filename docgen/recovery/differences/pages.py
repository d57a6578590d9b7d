"""Paper, margins, page numbers and settings of two documents."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from docgen.ooxml.content import Section, Story
from docgen.ooxml.measures import attributes, children
from docgen.ooxml.opening import Package
from docgen.ooxml.properties import StyleNames
from docgen.problems import Message, msg
from docgen.recovery.differences.drawn import say_change
from docgen.recovery.differences.model import Difference, Kind, Spot
from docgen.recovery.differences.raw import compare_properties, list_properties

_MARGINS = {
    "top": msg("top margin"),
    "bottom": msg("bottom margin"),
    "left": msg("left margin"),
    "right": msg("right margin"),
    "header": msg("distance of the header"),
    "footer": msg("distance of the footer"),
    "gutter": msg("gutter"),
}
_SETTINGS = {
    "mirrorMargins": msg("mirrored margins"),
    "evenAndOddHeaders": msg("other headers on even pages"),
    "gutterAtTop": msg("gutter at the top"),
    "autoHyphenation": msg("hyphenation"),
    "defaultTabStop": msg("default tab stops"),
    "documentProtection": msg("protection"),
}
_SWITCHES = {"true": "1", "on": "1", "false": "", "off": "", "0": ""}
_UNNAMED = ("pgBorders", "vAlign")
_MM_PER_TWIP = 25.4 / 1440


def compare_sections(old: Story, new: Story) -> Iterator[Difference]:
    """What differs in the page set-up, section by section."""
    if len(old.sections) != len(new.sections):
        was_many, are_many = str(len(old.sections)), str(len(new.sections))
        what = say_change(msg("sections"), was_many, are_many)
        yield Difference(Kind.PAGE, what, "document", None, Spot(new.part), "sections", was_many, are_many)
    for was, now in zip(old.sections, new.sections, strict=False):
        where = msg("section {n}", n=now.index + 1)
        spots = Spot(old.part, where=where), Spot(new.part, where=where)
        for name, label, before, after in _list_changes(was, now):
            yield Difference(Kind.PAGE, say_change(label, before, after), "document", *spots, name, before, after)


def _list_changes(old: Section, new: Section) -> Iterator[tuple[str, str | Message, str | Message, str | Message]]:
    if (old.width, old.height) != (new.width, new.height):
        yield "paper", msg("paper"), _say_paper(old), _say_paper(new)
    if old.landscape != new.landscape:
        words = msg("upright format"), msg("landscape format")
        yield "orientation", msg("orientation"), words[old.landscape], words[new.landscape]
    for name, label in _MARGINS.items():
        was, now = getattr(old.margins, name), getattr(new.margins, name)
        if was != now:
            yield name, label, f"{_mm(was)} mm", f"{_mm(now)} mm"
    yes = msg("no"), msg("yes")
    if old.title_page != new.title_page:
        yield "title_page", msg("first page has headers of its own"), yes[old.title_page], yes[new.title_page]
    if old.mirrored != new.mirrored:
        yield "mirrored", msg("mirrored margins"), yes[old.mirrored], yes[new.mirrored]
    others: tuple[tuple[str, Message, object, object], ...] = (
        ("start", msg("beginning of the section"), old.start, new.start),
        ("number_start", msg("first page number"), old.number_start, new.number_start),
        ("number_format", msg("form of page numbers"), old.number_format, new.number_format),
        ("columns", msg("columns"), old.columns, new.columns),
    )
    for name, label, before, after in others:
        if before != after:
            yield name, label, _or_none(before), _or_none(after)
    for raw, was, now in compare_properties(*(_read_unnamed(one) for one in (old, new))):
        yield raw, f"w:{raw}", was, now


def _read_unnamed(section: Section) -> dict[str, str]:
    return list_properties(section.element, StyleNames(), only=_UNNAMED)


def _or_none(value: object) -> str:
    return "–" if value is None else str(value)


def _say_paper(section: Section) -> str:
    return f"{_mm(section.width)} × {_mm(section.height)} mm"


def _mm(twips: int) -> str:
    return f"{round(twips * _MM_PER_TWIP, 1):g}"


def compare_settings(old: Package, new: Package) -> Iterator[Difference]:
    """Settings of the whole document that differ."""
    ours, theirs = _read_settings(old), _read_settings(new)
    for name, label in _SETTINGS.items():
        before, after = ours.get(name, ""), theirs.get(name, "")
        if before != after:
            what = say_change(label, before, after)
            role = "protection" if name == "documentProtection" else "settings"
            yield Difference(Kind.SETTING, what, role, Spot(old.main), Spot(new.main), name, before, after)


def _read_settings(package: Package) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in package.related(package.main, "settings"):
        for name, element in children(package.xml(part)).items():
            if name in _SETTINGS:
                said = attributes(element)
                if name == "documentProtection":
                    value = (said.get("edit") or "1") if said.get("enforcement") in ("1", "true", "on") else ""
                else:
                    value = _SWITCHES.get(said.get("val", "1"), said.get("val", "1"))
                if value and (name, value) != ("defaultTabStop", "720"):
                    found[name] = value
    return found


def pair_headers(old: Story, new: Story) -> Iterator[tuple[str, Section | None, Section | None, str, bool]]:
    """Each header and footer that prints on either side: its role, its sections, its kind, whether it is a footer.

    What several sections share comes once.
    """
    seen = set()
    for was, now in zip_longest(old.sections, new.sections):
        for is_footer in (False, True):
            ours = (was.footers if is_footer else was.headers) if was else {}
            theirs = (now.footers if is_footer else now.headers) if now else {}
            for kind in dict.fromkeys([*ours, *theirs]):
                key = is_footer, kind, *(one[kind].part if kind in one else "" for one in (ours, theirs))
                if key not in seen and (was is not None or now is not None):
                    seen.add(key)
                    yield f"{'footer' if is_footer else 'header'}:{kind}", was, now, kind, is_footer
