"""What a Word file holds beside its text: comments, and other parts that somebody changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.anchors.edits import edit_state
from docgen.ooxml.measures import attribute
from docgen.ooxml.tracked import marks_changes
from docgen.problems import Message, msg
from docgen.recovery.differences.comparing import compare_headers
from docgen.recovery.losses import hidden_words
from docgen.recovery.pulling.formats import print_spec
from docgen.recovery.pulling.model import Compared
from docgen.recovery.pulling.said import Change, Kind, shorten
from docgen.recovery.pulling.spec_state import SpecState

if TYPE_CHECKING:
    from docgen.ooxml.opening import Package
    from docgen.spec import LoadedSpec

_ROLES: dict[str, Message] = {
    "header": msg("The page header was changed."),
    "footer": msg("The page footer was changed."),
    "footnotes": msg("The footnotes were changed."),
    "endnotes": msg("The endnotes were changed."),
    "controls": msg("Fields to fill in (content controls) were put in or taken out."),
    "media": msg("Pictures were put in or taken out."),
    "protection": msg("Protection of the file was set or taken off."),
    "bookmarks": msg("Bookmarks were set or removed."),
    "properties": msg("Properties of the file were changed that docgen or Word heeds."),
}
#: they may be kept otherwise and print the same
_ON_PAGES = frozenset({"header", "footer"})


def find_comments(package: Package, compared: Compared, state: SpecState) -> list[Change]:
    """Every comment of the file with its author, at the place in the spec of the words that it is about."""
    said: dict[str, tuple[str, str]] = {}
    for part in package.related(package.main, "comments"):
        for comment in package.xml(part).iterchildren("{*}comment"):
            paragraphs = ("".join(t.text or "" for t in p.iter("{*}t")) for p in comment.iter("{*}p"))
            words = " ".join(" ".join(paragraphs).split())
            said[attribute(comment, "id") or ""] = attribute(comment, "author") or "", words
    if not said:
        return []
    standings = {standing.paragraph.element: standing for standing in compared.standings}
    # tracked changes are settled in the tree of the standings; what they took away stands in that of the file alone
    first = next(iter(standings), None)
    roots = [*([first.getroottree().getroot()] if first is not None else []), package.xml(package.main)]
    found = []
    for root in roots:
        pointer = ""
        for paragraph in root.iter("{*}p"):
            standing = standings.get(paragraph)
            if standing is not None:
                # what stands in an empty paragraph belongs to the words above it
                pointer = next((p for p in standing.pointers if p.startswith("/")), pointer)
            for mark in paragraph.iter("{*}commentReference"):
                if (one := said.pop(attribute(mark, "id") or "", None)) is not None:
                    words = "".join(text.text or "" for text in paragraph.iter("{*}t", "{*}delText"))
                    found.append(_tell(one, state, pointer, standing.text if standing is not None else words))
    return [*found, *(_tell(one, state) for one in said.values())]


def _tell(comment: tuple[str, str], state: SpecState, pointer: str = "", words: str = "") -> Change:
    author, said = comment
    reason = msg("Comment by {author}: {words}", author=author or "?", words=said)
    return Change(Kind.COMMENT, words.strip(), said, state.place(pointer), True, reason)


def find_other_roles(package: Package, state: SpecState, base: LoadedSpec) -> list[Change]:
    """Changes in parts of the file that a spec knows nothing of; what styles do is seen in the paragraphs that they set.

    ``base``: what the spec said before the edits came in. Of headers and footers only counts what they print.
    """
    roles = {role.partition(":")[0] for role in edit_state(package).roles} & _ROLES.keys()
    if (held := roles & _ON_PAGES) and not _has_tracked_headers(package):
        printed = {one.role.partition(":")[0] for one in compare_headers(print_spec(base), package)}
        roles -= held - printed
    return [Change(Kind.OTHER, "", "", state.place(""), False, _ROLES[role]) for role in sorted(roles)]


def find_hidden(compared: Compared, state: SpecState) -> list[Change]:
    """Words that do not print, of which docgen writes none."""
    found = []
    for standing in compared.standings:
        if words := hidden_words(standing.paragraph):
            pointer = next((p for p in standing.pointers if p.startswith("/")), "")
            reason = msg("Hidden words, which are not printed: “{words}”", words=shorten(words))
            found.append(Change(Kind.OTHER, "", "", state.place(pointer), False, reason))
    return found


def _has_tracked_headers(package: Package) -> bool:
    return any(marks_changes(package.xml(part)) for role in _ON_PAGES for part in package.related(package.main, role))
