"""What an import says of its guesses: comments at their places in the spec, and problems about the file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import fields, is_dataclass

from docgen.document.model import Document
from docgen.document.text import Text
from docgen.i18n import translate
from docgen.problems import Level, Message, Place, Problem, msg
from docgen.reading import Layout, Passage
from docgen.recovery.recovered import Guess, Reworded

_LOOK = msg("Look at the remarks in the spec.")
#: how many places in a spec get a remark of their own
_PLACES = 20


class Remarks:
    """Collects them; ``path`` is the file's. A place in the spec is a pointer, or the origin of a text (``#12``)."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self._said: dict[str, list[Message]] = {}

    def say(self, place: str, what: Message) -> None:
        """Remark ``what`` in the spec."""
        self._said.setdefault(place, []).append(what)

    def note(self, code: str, what: Message, remedy: Message | None, origin: str = "") -> None:
        """Tell of the file, at the paragraph of ``origin``."""
        paragraph = origin.removeprefix("#")
        pointer = f"word/document.xml#p{paragraph}" if paragraph.isdigit() and paragraph != "0" else None
        self.problems.append(Problem(code, what, remedy, Place(self.path, pointer=pointer), Level.WARNING))

    def guess(self, guess: Guess) -> None:
        """Both of something that the file does not say for sure."""
        self.say(guess.key or f"#{guess.paragraph}", guess.what)
        remedy = msg("Look at this key of the spec: {key}.", key=guess.key) if guess.key else _LOOK
        self.note("import-guess", guess.what, remedy, f"#{guess.paragraph}")

    def reworded(self, blocks: Sequence[Reworded]) -> None:
        """Remarks at ``blocks`` whose last words became the lines of a task; about the file once, with the labels that change."""
        if not blocks:
            return
        for block in blocks:
            self.say(block.origin, block.what)
        origin = blocks[0].origin
        labels = dict.fromkeys(f"{old} → {new}" for block in blocks for old, new in block.labels)
        if not labels:
            what = msg("{count} blocks are taken for tasks by the labels of their last lines.", count=len(blocks))
            self.note("import-guess", what, _LOOK, origin)
            return
        what = msg(
            "{count} blocks are taken for tasks by the labels of their last lines; docgen writes its own labels: {labels}",
            count=len(blocks),
            labels="; ".join(labels),
        )
        self.note("import-labels", what, msg("To print others, set labels in agency.yaml."), origin)

    def missing(self, pointer: str) -> None:
        """Both of a placeholder."""
        self.say(pointer, msg("The file does not say this; fill it in."))
        told = msg("The file does not say what stands under this key: {key}.", key=pointer)
        self.note("import-missing", told, msg("Fill it in where the spec has …"))

    def titles(self, document: Document, layout: Layout, indexes: Collection[int]) -> None:
        """Both of the paragraphs ``indexes`` that became titles of ``document`` by their words alone."""
        titles = {text.origin: text for text in _titles(document)}
        own = [paragraph.index for paragraph in layout.story.paragraphs[layout.first : layout.last]]
        taken = [origin for index in own if index in indexes and (origin := f"#{index}") in titles]
        for origin in taken:
            self.say(origin, msg("Taken for a title: no sign ends it, and something stands below it."))
        if taken:
            what = msg(
                "{count} lines are taken for titles: no sign ends them, and something stands below them; the first: {words}",
                count=len(taken),
                words=titles[taken[0]].plain,
            )
            self.note("import-guess", what, _LOOK, taken[0])

    def renumbered(self, passages: Sequence[Passage]) -> None:
        """Both of passages whose numbers or marks are printed otherwise."""
        if not passages:
            return
        first = passages[0]
        what = msg(
            "{count} numbers or marks are printed otherwise than in the file; the first: {words}",
            count=len(passages),
            words=" ".join(first.text[:60].split()),
        )
        self.note("import-renumbered", what, msg("Look whether the text refers to them."), f"#{first.paragraph.index}")
        for passage in passages[:_PLACES]:
            written = passage.numeral.written if passage.numeral else ""
            told = msg("Printed with another number or mark, or none; in the file: {written}", written=written)
            self.say(f"#{passage.paragraph.index}", told)
        if more := passages[_PLACES:]:
            told = msg("From here on {count} more numbers or marks are printed otherwise than in the file.", count=len(more))
            self.say(f"#{more[0].paragraph.index}", told)

    def chapters(self, passages: Sequence[Passage]) -> None:
        """Both of labels of chapters and parts, which stand among the paragraphs."""
        if not passages:
            return
        for passage in passages[:_PLACES]:
            self.say(f"#{passage.paragraph.index}", msg("A spec has no chapters or parts: this line stands as a paragraph."))
        what = msg(
            "A spec has no chapters or parts: {count} such lines stand as paragraphs; the first: {words}",
            count=len(passages),
            words=" ".join(passages[0].text[:60].split()),
        )
        self.note("import-guess", what, _LOOK, f"#{passages[0].paragraph.index}")

    def comments(self, language: str) -> dict[str, list[str]]:
        """The lines of comments by their place."""
        return {key: [translate(what, language).replace("\n", " ") for what in said] for key, said in self._said.items()}


def _titles(value: object) -> Iterator[Text]:
    """The titles of all blocks inside ``value``."""
    if isinstance(value, tuple):
        for one in value:
            yield from _titles(one)
    elif is_dataclass(value) and not isinstance(value, Text):
        for field in fields(value):
            own = getattr(value, field.name)
            if field.name == "title" and isinstance(own, Text):
                yield own
            else:
                yield from _titles(own)
