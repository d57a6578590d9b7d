"""What recovery gives: a document, what of it was guessed, and the words that it has no place for."""

from __future__ import annotations

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
class Reworded:
    """A block whose last words docgen writes with its own labels.

    ``origin`` of its first words (``#12``), ``lines``: origins of those with labels; ``labels``: those of the file that docgen does
    not write, each with the one that it writes instead. ``inside``: the labels stood behind other words of a paragraph.
    """

    what: Message
    origin: str
    lines: tuple[str, ...]
    labels: tuple[tuple[str, str], ...] = ()
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Recovered:
    """``document`` in normal form; origins of its texts name the paragraph of the file (``#12``).

    ``left``: words of head and foot that no key of a spec holds, in the order of the file. ``reworded``: blocks whose last words
    docgen writes with its own labels.
    """

    document: Document
    left: tuple[Text, ...] = ()
    guesses: tuple[Guess, ...] = ()
    reworded: tuple[Reworded, ...] = ()


@dataclass(slots=True)
class Notes:
    """Collects what is guessed."""

    guesses: list[Guess] = field(default_factory=list)
    reworded: list[Reworded] = field(default_factory=list)

    def guess(self, what: Message, key: str = "", paragraph: Paragraph | None = None) -> None:
        """Note a guess about ``key`` or about the words of ``paragraph``."""
        self.guesses.append(Guess(what, key, paragraph.index if paragraph else 0))

    def guess_text(self, what: Message, origin: str) -> None:
        """Note a guess about the text of ``origin`` (``#12``)."""
        self.guesses.append(Guess(what, paragraph=int(origin[1:]) if origin[1:].isdigit() else 0))

    def reword(self, block: Reworded) -> None:
        """Note that the labels of ``block`` were guessed."""
        self.reworded.append(block)
