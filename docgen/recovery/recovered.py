"""What recovery gives: a document, what of it was guessed, and the words that it has no place for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from docgen.document.model import Document
from docgen.document.text import Text
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
class Recovered:
    """``document`` in normal form; origins of its texts name the paragraph of the file (``#12``).

    ``left``: words of head and foot that no key of a spec holds, in the order of the file. ``reworded``: indexes of paragraphs
    whose labels docgen writes in its own words.
    """

    document: Document
    left: tuple[Text, ...] = ()
    guesses: tuple[Guess, ...] = ()
    reworded: frozenset[int] = frozenset()


@dataclass(slots=True)
class Notes:
    """Collects what is guessed."""

    guesses: list[Guess] = field(default_factory=list)
    reworded: set[int] = field(default_factory=set)

    def guess(self, what: Message, key: str = "", paragraph: Paragraph | None = None) -> None:
        """Note a guess about ``key`` or about the words of ``paragraph``."""
        self.guesses.append(Guess(what, key, paragraph.index if paragraph else 0))

    def reword(self, what: Message, origins: Sequence[str]) -> None:
        """Note a guess about the text of the first of ``origins`` (``#12``), and that the others are worded anew."""
        indexes = [int(origin[1:]) for origin in origins if origin[1:].isdigit()]
        self.guesses.append(Guess(what, paragraph=indexes[0] if indexes else 0))
        self.reworded.update(indexes[1:])
