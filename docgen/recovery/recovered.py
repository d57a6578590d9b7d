"""What recovery gives: a document, what of it was guessed, and what could not be carried."""

from __future__ import annotations

from dataclasses import dataclass, field

from docgen.document.model import Document
from docgen.ooxml.content import Paragraph
from docgen.problems import Message


@dataclass(frozen=True, slots=True)
class Guess:
    """Something that the file does not say for sure. ``key``: the spec's key (``/issuer/code``), empty for words of the text;
    ``paragraph``: index of the paragraph in its part, 0 where it is none in particular."""

    what: Message
    key: str = ""
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Lost:
    """Something that the file shows and a document does not hold; never words."""

    what: Message
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Recovered:
    """``document`` in normal form; origins of its texts name the paragraph of the file (``#12``)."""

    document: Document
    guesses: tuple[Guess, ...] = ()
    lost: tuple[Lost, ...] = ()


@dataclass(slots=True)
class Notes:
    """Collects guesses and losses, and which letters of the file are used."""

    guesses: list[Guess] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)

    def guess(self, what: Message, key: str = "", paragraph: Paragraph | None = None) -> None:
        self.guesses.append(Guess(what, key, paragraph.index if paragraph else 0))

    def lose(self, what: Message, paragraph: Paragraph | None = None) -> None:
        self.lost.append(Lost(what, paragraph.index if paragraph else 0))
