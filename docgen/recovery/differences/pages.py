"""Paper, margins, page numbers and settings of two documents."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from docgen.ooxml.content import Section, Story
from docgen.ooxml.measures import attributes, children
from docgen.ooxml.opening import Package
from docgen.ooxml.properties import LOCAL, words
from docgen.ooxml.units import DEFAULT_TAB_TWIPS, TWIPS_PER_MM, TWIPS_PER_PT
from docgen.problems import Message, msg
from docgen.recovery.differences.drawn import say_change
from docgen.recovery.differences.effects import Effects, differing
from docgen.recovery.differences.headers import Headers
from docgen.recovery.differences.model import Difference, Kind, Spot
from docgen.recovery.differences.properties import Value, Values, is_nothing, read_value
from docgen.recovery.differences.property_words import NUMBERS, say_notes, say_property, tell_property

if TYPE_CHECKING:
    from lxml import etree

#: a setting as it is compared: its value, or all that it says
_Setting = str | Value
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
    "hyphenationZone": msg("width of the hyphenation zone"),
    "consecutiveHyphenLimit": msg("how many lines in a row may end with a hyphen"),
    "doNotHyphenateCaps": msg("words in capitals are not broken"),
    "footnotePr": msg("settings of footnotes"),
    "endnotePr": msg("settings of endnotes"),
    "defaultTabStop": msg("default tab stops"),
    "bookFoldPrinting": msg("printing as a booklet"),
    "bookFoldRevPrinting": msg("printing as a booklet from the right"),
    "printTwoOnOne": msg("two pages on one sheet"),
    "displayBackgroundShape": msg("colour behind the pages"),
    "documentProtection": msg("protection"),
}
_PROTECTIONS = {
    "readOnly": msg("for reading only"),
    "comments": msg("for comments only"),
    "forms": msg("for filling in forms only"),
    "trackedChanges": msg("changes are tracked"),
}
_TEXTS = ("header", "footer", "footnotes", "endnotes")
_SWITCHES = {"true": "1", "on": "1", "false": "", "off": "", "0": ""}
#: what of a section is compared by what it does, and what only says how the file was printed or may be filled in
_DONE = words(
    """pgSz pgMar pgNumType cols type titlePg headerReference footerReference paperSrc printerSettings formProt sectPrChange"""
)
#: how notes are numbered and where they stand
_NOTES = ("footnotePr", "endnotePr")
#: what counts only where words are broken
_HYPHENATION = ("hyphenationZone", "consecutiveHyphenLimit", "doNotHyphenateCaps")
_STARTS = {
    "nextPage": msg("on a new page"),
    "continuous": msg("on the same page"),
    "evenPage": msg("on an even page"),
    "oddPage": msg("on an odd page"),
    "nextColumn": msg("in a new column"),
}


def compare_sections(headers: Headers, within: int = 0) -> Iterator[Difference]:
    """What differs in the page set-up of the documents of ``headers``, section by section; lengths count that differ by more than
    ``within`` twips."""
    old, new = headers.old, headers.new
    if len(old.sections) != len(new.sections):
        was_many, are_many = str(len(old.sections)), str(len(new.sections))
        what = say_change(msg("sections"), was_many, are_many)
        yield Difference(Kind.PAGE, what, "document", None, Spot(new.part), "sections", was_many, are_many)
    for was, now in zip(old.sections, new.sections, strict=False):
        where = msg("section {n}", n=now.index + 1)
        spots = Spot(old.part, where=where), Spot(new.part, where=where)
        for name, label, before, after in _list_changes(was, now, within):
            if name != "title_page" or headers.differ_by_title_page(was, now):
                yield Difference(Kind.PAGE, say_change(label, before, after), "document", *spots, name, before, after)
        noted = {name for name in _NOTES for story in (old, new) if any(_refers(p.element, name) for p in story.paragraphs)}
        for name, one, other in differing(_read_others(was, noted), _read_others(now, noted)):
            before, after = say_property(name, one), say_property(name, other)
            what = tell_property(name, one, other, msg("the page"))
            yield Difference(Kind.PAGE, what, "document", *spots, name, before, after)


def _list_changes(
    old: Section, new: Section, within: int
) -> Iterator[tuple[str, str | Message, str | Message, str | Message]]:
    if max(abs(old.width - new.width), abs(old.height - new.height)) > within:
        yield "paper", msg("paper"), _say_paper(old), _say_paper(new)
    if old.landscape != new.landscape:
        formats = msg("upright format"), msg("landscape format")
        yield "orientation", msg("orientation"), formats[old.landscape], formats[new.landscape]
    for name, label in _MARGINS.items():
        was, now = getattr(old.margins, name), getattr(new.margins, name)
        if abs(was - now) > within and (name not in _HOLDERS or _prints(old, name) or _prints(new, name)):
            yield name, label, f"{_mm(was)} mm", f"{_mm(now)} mm"
    yes = msg("no"), msg("yes")
    if old.title_page != new.title_page:
        yield "title_page", msg("first page has headers of its own"), yes[old.title_page], yes[new.title_page]
    if old.mirrored != new.mirrored:
        yield "mirrored", msg("mirrored margins"), yes[old.mirrored], yes[new.mirrored]
    # how the first section begins nobody can see
    if old.start != new.start and (old.index or new.index):
        before, after = (_STARTS.get(one.start, one.start) for one in (old, new))
        yield "start", msg("beginning of the section"), before, after
    if old.number_start != new.number_start and (old.index or new.index or {old.number_start, new.number_start} != {None, 1}):
        yield "number_start", msg("first page number"), _or_none(old.number_start), _or_none(new.number_start)
    if old.number_format != new.number_format:
        shown, shows = (NUMBERS.get(one.number_format, one.number_format) for one in (old, new))
        yield "number_format", msg("form of page numbers"), shown, shows
    if old.columns != new.columns:
        yield "columns", msg("columns"), str(old.columns), str(new.columns)


_HOLDERS = {"header": "headers", "footer": "footers"}


def _prints(section: Section, name: str) -> bool:
    """Whether anything stands at the distance ``name``."""
    return bool(getattr(section, _HOLDERS[name]))


def _read_others(section: Section, noted: Collection[str] = ()) -> Values:
    """What nothing else compares; ``noted``: the settings of notes that count, since there are such notes."""
    found: Values = {}
    for child in section.element.iterchildren("*") if section.element is not None else ():
        name = LOCAL[str(child.tag)]
        if name == "cols" and section.columns > 1:
            found["cols"] = tuple((key, value) for key, value in read_value(child) if key != "num")
        elif name == "pgNumType":
            found[name] = tuple((key, value) for key, value in read_value(child) if key.startswith("chap"))
        elif name not in _DONE and (name in noted or name not in _NOTES):
            found[name.rpartition("}")[2]] = read_value(child)
    return {name: value for name, value in found.items() if not is_nothing(name, value)}


def sets_on_grid(story: Story) -> bool:
    """Whether lines stand on a grid anywhere."""
    return any("docGrid" in _read_others(section) for section in story.sections)


def numbers_lines(story: Story) -> bool:
    """Whether lines are numbered anywhere."""
    return any("lnNumType" in _read_others(section) for section in story.sections)


def hyphenates(package: Package, story: Story, effects: Effects) -> bool:
    """Whether words are broken anywhere: where that is asked for and not every paragraph takes it off again."""
    if not _read_settings(package).get("autoHyphenation"):
        return False
    return any("suppressAutoHyphens" not in effects.paragraph(one) for one in story.paragraphs if not one.is_empty)


def _or_none(value: object) -> str:
    return "–" if value is None else str(value)


def _say_paper(section: Section) -> str:
    return f"{_mm(section.width)} × {_mm(section.height)} mm"


def _mm(twips: int) -> str:
    return f"{round(twips / TWIPS_PER_MM, 1):g}"


def compare_settings(old: Package, new: Package, hyphenated: tuple[bool, bool]) -> Iterator[Difference]:
    """Settings of the whole document that differ; ``hyphenated``: whether words are broken in the two."""
    ours, theirs = _read_settings(old), _read_settings(new)
    for found, breaks in zip((ours, theirs), hyphenated, strict=True):
        found["autoHyphenation"] = "1" if breaks else ""
        for name in () if breaks else _HYPHENATION:
            found.pop(name, None)
    for name, label in _SETTINGS.items():
        one, other = ours.get(name, ""), theirs.get(name, "")
        if one != other and (name != "defaultTabStop" or any(_has_tabs(package) for package in (old, new))):
            before, after = _say_setting(name, one), _say_setting(name, other)
            what = say_change(label, before, after)
            role = "protection" if name == "documentProtection" else "settings"
            yield Difference(Kind.SETTING, what, role, Spot(old.main), Spot(new.main), name, before, after)


def _has_tabs(package: Package) -> bool:
    """Whether anything goes to a tab stop: a tab among letters, or the one behind an automatic number."""
    related = (part for role in _TEXTS for part in package.related(package.main, role))
    roots = [package.xml(part) for part in (package.main, *related)]
    if any(run.find("{*}tab") is not None for root in roots for run in root.iter("{*}r")):
        return True
    styles = [package.xml(part) for part in package.related(package.main, "styles")]
    return any(next(root.iter("{*}numPr"), None) is not None for root in (*roots, *styles))


def _say_setting(name: str, value: _Setting) -> str | Message:
    if isinstance(value, tuple):
        return say_notes(value)
    if name == "documentProtection":
        return _PROTECTIONS.get(value, value) if value else msg("none")
    if name == "defaultTabStop":
        return f"{int(value or DEFAULT_TAB_TWIPS) / TWIPS_PER_PT:g} pt" if value.isdigit() or not value else value
    if name == "hyphenationZone" and value.isdigit():
        return f"{round(int(value) / TWIPS_PER_PT, 1):g} pt"
    if name == "consecutiveHyphenLimit":
        return value or msg("any number")
    if name == "displayBackgroundShape" or name in _NOTES or name == "hyphenationZone":
        return value or msg("none")
    return msg("yes") if value else msg("no")


def _read_settings(package: Package) -> dict[str, _Setting]:
    found: dict[str, _Setting] = {}
    for part in package.related(package.main, "settings"):
        for name, element in children(package.xml(part)).items():
            if name in _SETTINGS:
                said = attributes(element)
                value: _Setting
                if name == "displayBackgroundShape":
                    value = _read_background(package) if _SWITCHES.get(said.get("val", "1"), "1") else ""
                elif name == "documentProtection":
                    value = (said.get("edit") or "1") if said.get("enforcement") in ("1", "true", "on") else ""
                elif name in _NOTES:
                    # which of the notes are only lines between them is no setting
                    own = tuple((k, v) for k, v in read_value(element) if not k.startswith(name.removesuffix("Pr")))
                    value = own if _refers(package.xml(package.main), name) else ""
                else:
                    value = _SWITCHES.get(said.get("val", "1"), said.get("val", "1"))
                if value and (name, value) != ("defaultTabStop", str(DEFAULT_TAB_TWIPS)):
                    found[name] = value
    return found


def _refers(element: etree._Element, name: str) -> bool:
    """Whether a note of the kind whose settings are called ``name`` belongs to anything in ``element``."""
    return next(element.iter(f"{{*}}{name.removesuffix('Pr')}Reference"), None) is not None


def _read_background(package: Package) -> str:
    """The colour behind the pages, or that there is a picture or pattern; empty without any."""
    for element in package.xml(package.main).iterchildren("{*}background"):
        return attributes(element).get("color", "auto").upper()
    return ""
