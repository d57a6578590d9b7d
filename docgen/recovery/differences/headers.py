"""Which headers and footers print on which pages of two documents, however their sections name them.

LibreOffice keeps a first page of its own as a style of pages, and writes a section that it has set on one page without it: the
header of the first page is the only one there then.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from docgen.ooxml.content import PageHeader, Paragraph, Section, Story
from docgen.reading.heights import fill_pages


class HeaderPair(NamedTuple):
    """What prints in one place of the pages of a section, on both sides; ``role`` as the content digests name it."""

    role: str
    old: list[Paragraph]
    new: list[Paragraph]


@dataclass(frozen=True, slots=True)
class Headers:
    """The headers and footers of two documents.

    ``rounded``: one was saved by a program that writes sections its own way. ``made``: ``old`` is what docgen makes and ``new``
    what became of it, so that such a program may have written a section when it took one page only.
    """

    old: Story
    new: Story
    rounded: bool = False
    made: bool = False

    def pair(self) -> Iterator[HeaderPair]:
        """Each header and footer that prints on either side; what several sections share comes once."""
        seen = set()
        # a section that somebody put in is told as such
        sections = zip(self.old.sections, self.new.sections, strict=False)
        for was, now in sections if self.made else zip_longest(self.old.sections, self.new.sections):
            once = was is not None and now is not None and was.title_page != now.title_page and self._are_on_one_page(was, now)
            for is_footer in (False, True):
                for kind in _list_kinds(was, now, is_footer):
                    if once and kind != "first":
                        continue
                    ours, theirs = (_find(section, kind, is_footer) for section in (was, now))
                    key = is_footer, kind, *("" if one is None else one.part for one in (ours, theirs))
                    if key not in seen:
                        seen.add(key)
                        role = f"{'footer' if is_footer else 'header'}:{kind}"
                        yield HeaderPair(role, *([] if one is None else one.paragraphs for one in (ours, theirs)))

    def differ_by_title_page(self, old: Section, new: Section) -> bool:
        """Whether it shows on paper that only one of two sections has headers of its own on its first page."""
        if old.title_page == new.title_page:
            return False
        pages = ("first",) if self._are_on_one_page(old, new) else ("first", "default", "even")
        pairs = [(_find(old, kind, footer), _find(new, kind, footer)) for kind in pages for footer in (False, True)]
        return all(one is None for pair in pairs for one in pair) or any(_say(ours) != _say(theirs) for ours, theirs in pairs)

    def _are_on_one_page(self, old: Section, new: Section) -> bool:
        """Whether no second page shows that the one without a first page of its own goes on with the same headers."""
        sides = [(self.old, old), (self.new, new)]
        if not self.made:
            sides = [side for side in sides if not side[1].title_page]
        return any(self._is_on_one_page(story, section) for story, section in sides)

    def _is_on_one_page(self, story: Story, section: Section) -> bool:
        paragraphs = [paragraph for paragraph in story.paragraphs if paragraph.section == section.index]
        over = fill_pages(paragraphs, story.sections, story.pages if len(story.sections) == 1 else None)
        return not over if self.rounded else over is False


def _list_kinds(old: Section | None, new: Section | None, is_footer: bool) -> list[str]:
    held = [kind for one in (old, new) if one is not None for kind in (one.footers if is_footer else one.headers)]
    if held and old is not None and new is not None and old.title_page != new.title_page:
        held.append("first")
    return list(dict.fromkeys(held))


def _find(section: Section | None, kind: str, is_footer: bool) -> PageHeader | None:
    """What prints on the pages of that kind: the first one is as any other unless it has headers of its own."""
    if section is None:
        return None
    if kind == "first" and not section.title_page:
        kind = "default"
    return (section.footers if is_footer else section.headers).get(kind)


def _say(header: PageHeader | None) -> list[tuple[str, tuple[str, ...]]]:
    """The words of a header, fields by what they ask for; nothing for one that prints nothing."""
    found = []
    for one in header.paragraphs if header else ():
        words = "".join(one.text[run.start : run.end] for run in one.runs if not run.field)
        found.append((words.strip(), one.fields))
    return [one for one in found if any(one)]
