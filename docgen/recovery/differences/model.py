"""What a comparison says: differences, each with its place on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from docgen.ooxml.opening import Package
from docgen.problems import Message, Place


class Kind(StrEnum):
    """What sort of difference it is. ``OTHER``: something differs that cannot be shown."""

    TEXT = "text"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    FORMAT = "format"
    TABLE = "table"
    PAGE = "page"
    LINE = "line"
    PICTURE = "picture"
    NUMBERING = "numbering"
    NOTE = "note"
    COMMENT = "comment"
    SETTING = "setting"
    BOOKMARK = "bookmark"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two documents: its ``path`` as the user named it; ``spec``: where the spec is that it was rendered from."""

    path: str
    package: Package
    spec: Path | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in one of the documents.

    ``paragraph`` is the index of the ``w:p`` in ``part``, from 1. ``component`` is the name of what the paragraph was recognised
    as, ``label`` what people call it, both empty where it was not. ``outline``: the numbers that it stands under, for people.
    ``where``: the place inside a table, a text box or the pages, for people. ``text``: the words there, cut where they are many.
    ``spec``: the place of these words in the spec that the document was rendered from.
    """

    part: str
    paragraph: int | None = None
    component: str = ""
    label: str | Message = ""
    outline: str | Message = ""
    where: Message | None = None
    text: str = ""
    spec: Place | None = None


class Piece(NamedTuple):
    """Words of a changed paragraph. ``change``: ``same``, ``removed`` or ``added``."""

    change: str
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs. ``old`` and ``new``: where it is; ``None`` on the side that has no such thing.

    ``role`` names what prints it, as the content digests do (``document``, ``header:default``, ``styles`` …). ``aspect``,
    ``before`` and ``after`` say what changed; empty strings where it has none. ``words``: of a changed paragraph all its words,
    of a change of looks those concerned (empty for the whole paragraph). ``what`` says it in one sentence.
    """

    kind: Kind
    what: Message
    role: str = "document"
    old: Spot | None = None
    new: Spot | None = None
    aspect: str = ""
    before: str | Message = ""
    after: str | Message = ""
    words: tuple[Piece, ...] = ()

    @property
    def spot(self) -> Spot:
        """Its place in the new document, else in the old one."""
        return self.new or self.old or Spot("")


@dataclass(frozen=True, slots=True)
class Comparison:
    """All differences in the order of the page, and what is to be said besides."""

    differences: tuple[Difference, ...] = ()
    notes: tuple[Message, ...] = ()

    @property
    def is_equal(self) -> bool:
        """Whether both print the same."""
        return not self.differences


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison with the names of its two sides.

    ``redline``: the Word file with tracked changes that was written; ``not_shown``: what these changes do not show.
    """

    old: str
    new: str
    comparison: Comparison
    redline: str | None = None
    not_shown: tuple[Message, ...] = ()
