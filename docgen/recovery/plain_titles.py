"""Which numbered lines of a text without formats are titles: those that no sign ends and below which something stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.recovery.plain_kinds import opening_of
from docgen.recovery.plain_lines import PLAIN, Item, Line

#: what is numbered, outermost first; titles stand at the first of them
_RANKS = ("part", "division", "section", "article", "arabic", "decimal", "letter", "bracketed", "list")
_TITLED = frozenset({"section", "article", "arabic"})
#: letters that a title has at most
_LONG = 110
_ENDS = tuple('.,;:!?…)”"')


def find_titles(items: Sequence[Item]) -> set[int]:
    """The places of lines among joined ``items`` that are taken for titles, which nothing but their words shows.

    None where the source shows formats: there a title looks like one. Below the last numbered line often stands how the whole
    text ends, so that line is a title only if one is that stands beside it.
    """
    if any(isinstance(item, Line) and _is_formatted(item) for item in items):
        return set()
    found: set[int] = set()
    titled: set[str] = set()
    for at, level in _numbered(items):
        titled -= set(_RANKS[_RANKS.index(level) + 1 :])
        item = items[at]
        if level not in _TITLED or not isinstance(item, Line) or not _reads_as_title(item) or not _has_below(items, at, level):
            continue
        if level in titled or not _is_last(items, at):
            titled.add(level)
            found.add(at)
    return found


def _is_formatted(line: Line) -> bool:
    """Whether a numbered line has looks of its own."""
    return (line.apart or opening_of(line) is not None) and set(line.looks) != {PLAIN}


def _numbered(items: Sequence[Item]) -> Iterator[tuple[int, str]]:
    for at, item in enumerate(items):
        if isinstance(item, Line) and (found := opening_of(item)) is not None:
            yield at, found.level


def _reads_as_title(line: Line) -> bool:
    found = opening_of(line)
    words = line.text[found.words_start :] if found else ""
    return (
        words[:1].isupper()
        and len(words) <= _LONG
        and not words.endswith(_ENDS)
        and not any(sign in words for sign in (": ", "; "))
    )


def _has_below(items: Sequence[Item], at: int, level: str) -> bool:
    """Whether the next item belongs to the line: a table, a paragraph, or what is numbered at a deeper level."""
    if at + 1 >= len(items):
        return False
    below = items[at + 1]
    if not isinstance(below, Line):
        return True
    found = opening_of(below)
    return found is None or _RANKS.index(found.level) > _RANKS.index(level)


def _is_last(items: Sequence[Item], at: int) -> bool:
    """Whether nothing but paragraphs follows."""
    return not any(not isinstance(item, Line) or opening_of(item) is not None for item in items[at + 1 :])
