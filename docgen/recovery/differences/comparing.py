"""Two documents compared: text, looks, pages, headers, notes, remarks; and what cannot be shown is said as such."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.anchors.record import read_record
from docgen.ooxml.content import Story
from docgen.ooxml.digests import content_digest, part_digest
from docgen.ooxml.opening import Package
from docgen.ooxml.properties import LOCAL
from docgen.ooxml.reading_stories import read_story
from docgen.problems import msg
from docgen.recovery.differences.drawn import Pictures
from docgen.recovery.differences.effects import Effects
from docgen.recovery.differences.flows import FlowComparer
from docgen.recovery.differences.grids import Grids
from docgen.recovery.differences.headers import Headers
from docgen.recovery.differences.model import Comparison, Difference, Kind, Side, Spot
from docgen.recovery.differences.pages import compare_sections, compare_settings, hyphenates
from docgen.recovery.differences.paragraphs import ParagraphComparer, find_scope
from docgen.recovery.differences.remarks import compare_remarks, say_other_tracked, say_tracked
from docgen.recovery.differences.spec_lines import SpecLines
from docgen.recovery.differences.spots import Spots
from docgen.recovery.differences.table_flows import TableComparer

_ROLES = {
    "document": msg("the document itself"),
    "footnotes": msg("footnotes"),
    "endnotes": msg("endnotes"),
    "numbering": msg("automatic numbers"),
    "styles": msg("styles"),
    "settings": msg("settings"),
    "protection": msg("protection"),
    "media": msg("pictures"),
    "bookmarks": msg("bookmarks"),
    "header:default": msg("header"),
    "header:first": msg("header of the first page"),
    "header:even": msg("header of even pages"),
    "footer:default": msg("footer"),
    "footer:first": msg("footer of the first page"),
    "footer:even": msg("footer of even pages"),
}


def compare(old: Side, new: Side) -> Comparison:
    """What differs between ``old`` and ``new``, in the order of the new one's pages.

    Equal only if nothing that prints differs: whatever stands in a paragraph, a property list or a section is compared, by what
    it does, and what has no name here is of kind ``OTHER`` or said in general. Raises ``DocgenError`` for a package that cannot be read.
    """
    said = [say_tracked(side.path, side.package) for side in (old, new)]
    said.append(say_other_tracked((old.path, old.package), (new.path, new.package)))
    notes = tuple(note for note in said if note is not None)
    if _are_same_parts(old.package, new.package):
        return Comparison((), notes)
    return Comparison(tuple(_Comparer(old, new).list_all()), notes)


def compare_headers(made: Package, edited: Package) -> list[Difference]:
    """What differs in the headers and footers that print between a file that docgen makes and what became of it."""
    return [*_Comparer(Side(made.path, made), Side(edited.path, edited), made=True).list_headers()]


def _are_same_parts(old: Package, new: Package) -> bool:
    return set(old.names) == set(new.names) and all(old.read(name) == new.read(name) for name in old.names)


class _Comparer:
    """Compares two documents part by part."""

    def __init__(self, old: Side, new: Side, *, made: bool = False) -> None:
        self._old, self._new = old.package, new.package
        self._was, self._now = read_story(old.package), read_story(new.package)
        self._effects = Effects(old.package), Effects(new.package)
        self._scope = find_scope(old.package, new.package, self._was, self._now, self._effects)
        self._pages = Headers(self._was, self._now, rounded=self._scope.rounded, made=made)
        pictures = Pictures(old.package), Pictures(new.package)
        self._paragraphs = ParagraphComparer(self._scope, pictures, self._effects)
        tables = TableComparer(Grids(old.package), Grids(new.package), rounded=self._scope.rounded)
        self._flows = FlowComparer(_spots(old, self._was), _spots(new, self._now), self._paragraphs, tables)

    def list_all(self) -> list[Difference]:
        """Every difference, and what differs without one."""
        found = [
            *compare_sections(self._pages, self._scope.within),
            *compare_settings(self._old, self._new, self._hyphenated()),
            *self.list_headers(),
            *self._flows.compare(self._was.paragraphs, self._now.paragraphs, "document"),
            *self._notes(),
            *compare_remarks(self._old, self._new),
        ]
        return [*found, *self._rest(found)]

    def _hyphenated(self) -> tuple[bool, bool]:
        ours, theirs = self._effects
        return hyphenates(self._old, self._was, ours), hyphenates(self._new, self._now, theirs)

    def list_headers(self) -> Iterator[Difference]:
        """What differs in the headers and footers that print."""
        for role, ours, theirs in self._pages.pair():
            yield from self._flows.compare(ours, theirs, role, _ROLES[role])

    def _notes(self) -> Iterator[Difference]:
        for role in ("footnotes", "endnotes"):
            ours, theirs = (
                [p for p in story.notes if p.part in package.related(package.main, role)]
                for package, story in ((self._old, self._was), (self._new, self._now))
            )
            yield from self._flows.compare(ours, theirs, role, _ROLES[role])

    def _rest(self, found: list[Difference]) -> Iterator[Difference]:
        """What differs without having been shown."""
        spots = Spot(self._old.main), Spot(self._new.main)
        if _list_foreign(self._old) != _list_foreign(self._new):
            what = msg("something else differs in {role} that cannot be shown", role=_ROLES["document"])
            yield Difference(Kind.OTHER, what, "document", *spots)
        numbered = any(p.numbering for story in (self._was, self._now) for p in story.paragraphs)
        if self._scope.rounded or not numbered or any(one.kind is Kind.NUMBERING for one in found):
            return
        # how numbers look and what stands behind them
        if content_digest(self._old, ()).get("numbering") != content_digest(self._new, ()).get("numbering"):
            what = msg("something else differs in {role} that cannot be shown", role=_ROLES["numbering"])
            yield Difference(Kind.OTHER, what, "numbering", *spots)


def _list_foreign(package: Package) -> list[tuple[str, str]]:
    """Blocks that are neither paragraphs nor tables: formulas, files put in."""
    found = []
    for element in package.xml(package.main).iter("{*}altChunk", "{*}oMathPara"):
        parent = element.getparent()
        if parent is not None and LOCAL[str(parent.tag)] != "p":
            name = next((str(value) for key, value in element.attrib.items() if str(key).endswith("}id")), "")
            part = next((one.part for one in package.relationships(package.main) if one.id == name and one.part), None)
            held = part_digest(package.read(part)) if part is not None and part in package else ""
            found.append(("".join(map(str, element.itertext())), held))
    return found


def _spots(side: Side, story: Story) -> Spots:
    package = side.package
    record = None if side.spec is None else read_record(package)
    lines = None if side.spec is None or record is None else SpecLines(side.spec, side.path, story, record)
    return Spots(package, story, lines)
