"""Two documents compared: text, looks, pages, headers, notes, remarks; and what cannot be shown is said as such."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.anchors.record import read_record
from docgen.ooxml.content import Paragraph, Section, Story
from docgen.ooxml.digests import content_digest
from docgen.ooxml.opening import Package
from docgen.ooxml.properties import LOCAL, style_names
from docgen.ooxml.reading_stories import read_story
from docgen.ooxml.stories import StoryReader
from docgen.problems import Message, msg
from docgen.recovery.differences.drawn import Pictures
from docgen.recovery.differences.flows import FlowComparer, Reader
from docgen.recovery.differences.model import Comparison, Difference, Kind, Side, Spot
from docgen.recovery.differences.pages import compare_sections, compare_settings, pair_headers
from docgen.recovery.differences.remarks import compare_remarks, say_tracked
from docgen.recovery.differences.spec_lines import SpecLines
from docgen.recovery.differences.spots import Spots

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

    Equal only if nothing that prints differs: what the content digests tell apart and no difference shows is one of kind
    ``OTHER``. Raises ``DocgenError`` for a package that cannot be read.
    """
    notes = tuple(note for side in (old, new) if (note := say_tracked(side.path, side.package)) is not None)
    if _are_same_parts(old.package, new.package):
        return Comparison((), notes)
    return Comparison(tuple(_Comparer(old, new).list_all()), notes)


def _are_same_parts(old: Package, new: Package) -> bool:
    return set(old.names) == set(new.names) and all(old.read(name) == new.read(name) for name in old.names)


class _Comparer:
    """Compares two documents part by part."""

    def __init__(self, old: Side, new: Side) -> None:
        self._old, self._new = old.package, new.package
        self._was, self._now = read_story(old.package), read_story(new.package)
        self._flows = FlowComparer(_reader(old, self._was), _reader(new, self._now))

    def list_all(self) -> list[Difference]:
        """Every difference, and what differs without one."""
        found = [
            *compare_sections(self._was, self._now),
            *compare_settings(self._old, self._new),
            *self._headers(),
            *self._flows.compare(self._was.paragraphs, self._now.paragraphs, "document"),
            *self._notes(),
            *compare_remarks(self._old, self._new),
        ]
        return [*found, *self._rest(found)]

    def _headers(self) -> Iterator[Difference]:
        for role, old, new, kind, is_footer in pair_headers(self._was, self._now):
            ours, theirs = _header(old, kind, is_footer), _header(new, kind, is_footer)
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
        shown = {one.role for one in found}
        if self._flows.odd:
            first = self._flows.odd[0]
            spot = self._flows.new.spots.of(first)
            what = msg(
                "something else differs in {count} paragraphs that cannot be shown (styles named, hidden marks); the first is "
                "paragraph {n}",
                count=len(self._flows.odd),
                n=first.index,
            )
            yield Difference(Kind.OTHER, what, "document", None, spot)
            shown.add("document")
        styles = _used_styles(self._old) & _used_styles(self._new)
        ours, theirs = content_digest(self._old, styles), content_digest(self._new, styles)
        for role in sorted(ours.keys() | theirs.keys()):
            if ours.get(role) != theirs.get(role) and role not in shown and not self._is_told(role, found):
                what = msg("something else differs in {role} that cannot be shown", role=_ROLES.get(role, role))
                yield Difference(Kind.OTHER, what, role, Spot(self._old.main), Spot(self._new.main))

    def _is_told(self, role: str, found: list[Difference]) -> bool:
        """Whether a role that differs prints nothing, or shows in what was told of another one."""
        if role == "document":
            # which headers a section has stands in the document
            return any(one.role.startswith(("header:", "footer:")) for one in found if one.kind in (Kind.ADDED, Kind.REMOVED))
        if role == "styles":
            return self._flows.styled
        if role == "numbering":
            numbered = any(p.numbering for story in (self._was, self._now) for p in story.paragraphs)
            return not numbered or any(one.kind is Kind.NUMBERING for one in found)
        if role == "media":
            return any(one.kind is Kind.PICTURE for one in found)
        name, _, kind = role.partition(":")
        if kind:
            # a header that no page shows
            sections = [*self._was.sections, *self._now.sections]
            return not any(kind in (s.footers if name == "footer" else s.headers) for s in sections)
        return False


def _reader(side: Side, story: Story) -> Reader:
    package = side.package
    part = next(iter(package.related(package.main, "styles")), None)
    names = style_names(None if part is None else package.xml(part))
    record = None if side.spec is None else read_record(package)
    lines = None if side.spec is None or record is None else SpecLines(side.spec, side.path, story, record)
    return Reader(Spots(package, story, lines), Pictures(package), names, StoryReader(names))


def _header(section: Section | None, kind: str, is_footer: bool) -> list[Paragraph]:
    if section is None:
        return []
    found = (section.footers if is_footer else section.headers).get(kind)
    return found.paragraphs if found else []


def _used_styles(package: Package) -> set[str]:
    """The folded names of the styles that something in ``package`` names, those they are based on, and the default ones."""
    part = next(iter(package.related(package.main, "styles")), None)
    if part is None:
        return set()
    root = package.xml(part)
    names = style_names(root)
    based: dict[str, str] = {}
    for style in root.iterchildren("{*}style"):
        identity = next((str(v) for k, v in style.attrib.items() if LOCAL[str(k)] == "styleId"), "")
        based[identity] = next((str(v) for e in style.iterchildren("{*}basedOn") for v in e.attrib.values()), "")
    used: set[str] = set()
    kinds = ("header", "footer", "footnotes", "endnotes", "numbering")
    for name in (package.main, *(part for kind in kinds for part in package.related(package.main, kind))):
        for element in package.xml(name).iter("{*}pStyle", "{*}rStyle", "{*}tblStyle"):
            identity = next((str(v) for v in element.attrib.values()), "")
            while identity and identity not in used:
                used.add(identity)
                identity = based.get(identity, "")
    return {names.name(style) for style in used} | names.defaults


def say_role(role: str) -> str | Message:
    """What people call a part of the document."""
    return _ROLES.get(role, role)
