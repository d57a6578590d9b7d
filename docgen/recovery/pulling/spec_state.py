"""The spec while edits go into it: its text, what it prints now, and whether an edit brings it nearer to the file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from docgen.config.agency import AgencyBook
from docgen.document.text import Text, format_inline, literal, parse_inline
from docgen.problems import DocgenError, Level, Message, Place, msg
from docgen.recovery.pulling.lines import Line, lay_out_lines
from docgen.recovery.pulling.outline import Outline
from docgen.recovery.texts import BLANKS, letters_of, visible
from docgen.sources import Scalar
from docgen.spec.loading import load_text
from docgen.spec.marks import END_SIGNS, escape_number, read_escaped_number
from docgen.spec.places import find_place

#: components in whose texts every sign stands for itself
_LITERAL = frozenset(
    (
        *("parent", "issuer", "number", "place_date", "draft_mark", "authority", "addressee", "addressee_label", "recipient"),
        *("filing", "drafter", "sign_authority", "sign_title", "sign_other_title", "sign_name", "sign_concurrent"),
        *("appendix_label", "recipients_label"),
    )
)
_DIGITS = re.compile(r"\d+")
_MARKS = str.maketrans({"*": "_", "\\": None})


class SpecText(NamedTuple):
    """A spec in memory: how messages name it, the short names that it may use, the folder from which its paths count."""

    text: str
    shown: str
    book: AgencyBook
    folder: Path


class Trial(NamedTuple):
    """A text of the spec that loads, and what it prints. ``ended``: the text whose last ``sign`` was taken off, since nothing follows
    it now."""

    text: str
    lines: list[Line]
    ended: str = ""
    sign: str = ""


class SpecState:
    """One spec; ``commit`` makes a trial its state. Raises ``DocgenError`` with all problems of a spec that cannot be loaded."""

    def __init__(self, spec: SpecText) -> None:
        self.shown, self._book, self._folder = spec.shown, spec.book, spec.folder
        self.loaded = load_text(spec.text, shown=spec.shown, agency=spec.book, folder=spec.folder)
        self.standard = self.loaded.standard
        self.lines = lay_out_lines(self.loaded.document, self.standard)
        self.text = spec.text
        self.first = Outline(spec.text, spec.shown)
        #: texts whose last sign was taken off while nothing followed them, and that sign
        self.ended: dict[str, str] = {}

    @property
    def outline(self) -> Outline:
        """The places of the text as it is now; a new one for each edit."""
        return self.outline_of(self.text)

    def outline_of(self, text: str) -> Outline:
        """The places of another text of the spec."""
        return Outline(text, self.shown)

    def attempt(self, text: str) -> Trial | Message:
        """What ``text`` would print, or why it cannot be loaded.

        Where the end of the document comes to stand behind a text that goes on (``;``), the sign is taken off.
        """
        try:
            return Trial(text, self._print(text))
        except DocgenError as error:
            # notes stand among them, which are no reason
            first = next((one for one in error.problems if one.level is Level.ERROR), error.problems[0])
        pointer = first.place.pointer if first.place is not None and first.code == "spec-open-end" else None
        outline = self.outline_of(text) if pointer else None
        node = outline.node(pointer) if outline is not None and pointer else None
        refused = msg("with it the spec would not load: {reason}", reason=first.what)
        if outline is None or pointer is None or not isinstance(node, Scalar):
            return refused
        bare = node.value.rstrip("".join((*END_SIGNS, BLANKS)))
        outline.editor.set_text(pointer, bare)
        ended = outline.editor.result()
        try:
            return Trial(ended, self._print(ended), pointer, node.value[len(bare) :])
        except DocgenError:
            return refused

    def _print(self, text: str) -> list[Line]:
        loaded = load_text(text, shown=self.shown, agency=self._book, folder=self._folder)
        return lay_out_lines(loaded.document, loaded.standard)

    def commit(self, trial: Trial) -> None:
        """Go on from ``trial``."""
        self.text, self.lines = trial.text, trial.lines
        if trial.ended:
            self.ended[trial.ended] = trial.sign

    def restore_ends(self) -> None:
        """Give texts that something follows by now their last sign back."""
        for pointer, sign in self.ended.items():
            editor = self.outline.editor
            node = editor.node(pointer)
            if not isinstance(node, Scalar) or not editor.set_text(pointer, node.value + sign):
                continue
            trial = self.attempt(editor.result())
            if isinstance(trial, Trial) and not trial.ended:
                self.commit(trial)
        self.ended.clear()

    def load(self) -> None:
        """Read the document anew, once all edits are made."""
        self.loaded = load_text(self.text, shown=self.shown, agency=self._book, folder=self._folder)

    def place(self, pointer: str) -> Place:
        """Where ``pointer`` stood in the spec before any edit; of a value of an agency file that file."""
        if other := find_other_file(pointer):
            return Place(other, pointer=pointer.partition("#")[2] or None)
        if not pointer:
            return Place(self.shown)
        # old and new words are told beside it, so nobody needs to see the line as well
        return replace(find_place(self.first.source, self.first.root, pointer), excerpt=None)

    def place_now(self, pointer: str) -> Place:
        """Where ``pointer`` stands in the spec as the edits have made it."""
        if not pointer.startswith("/"):
            return Place(self.shown)
        outline = self.outline
        return replace(find_place(outline.source, outline.root, pointer), excerpt=None)

    def line_of(self, pointer: str) -> int | None:
        """The first line that prints a text at or below ``pointer``."""
        return next((i for i, line in enumerate(self.lines) if any(is_under(one, pointer) for one in line.origins)), None)

    def pointers(self) -> set[str]:
        """The pointers of all texts that are printed; an empty cell of a table is none."""
        return {piece.origin for line in self.lines for piece in line.pieces if piece.origin and piece.plain.strip()}


def find_other_file(pointer: str) -> str:
    """The agency file that holds the words at ``pointer``; empty if the spec itself does."""
    return "" if pointer.startswith("/") else pointer.partition("#")[0]


def say_elsewhere(pointer: str) -> Message:
    """Why words of another file stay as they are."""
    return msg("These words stand in {place}.", place=pointer)


def is_under(pointer: str, above: str) -> bool:
    """Whether ``pointer`` is ``above`` or stands below it."""
    return pointer == above or pointer.startswith(f"{above}/")


def distance(theirs: Sequence[str], lines: Sequence[Line], *, counted: bool = False) -> int:
    """How many paragraphs of the file the lines lack, and how many they have beyond them; ``counted``: numbers do not count."""
    ours = [line.folded for line in lines if line.folded]
    theirs = [words for words in theirs if words]
    if counted:
        ours, theirs = ([_DIGITS.sub("0", words) for words in one] for one in (ours, theirs))
    same = sum(block.size for block in SequenceMatcher(None, theirs, ours, autojunk=False).get_matching_blocks())
    return len(theirs) + len(ours) - 2 * same


def keep_levels(before: Sequence[Line], after: Sequence[Line]) -> bool:
    """Whether texts that both have carry the same kinds of numbers: none of them has come to another level."""
    matcher = SequenceMatcher(None, [line.folded for line in before], [line.folded for line in after], autojunk=False)
    pairs = ((before[a + i], after[b + i]) for a, b, size in matcher.get_matching_blocks() for i in range(size))
    return all(one.lead == other.lead for one, other in pairs if one.origins)


def is_inline(component: str) -> bool:
    """Whether marks for bold and italics count in texts of ``component``."""
    return component not in _LITERAL


def own_text(node: Scalar, component: str) -> Text:
    """The text that a scalar of the spec stands for."""
    source = node.value.strip()
    if not is_inline(component):
        return literal(source)
    return (read_escaped_number(source, "") if "\\" in source else None) or parse_inline(source)


def write_text(text: Text, component: str, before: str = "") -> str:
    """``text`` as a spec has it; words that stand in ``before`` keep the marks that the author chose."""
    if not is_inline(component):
        return text.plain
    written = format_inline(text, _signs_of(before))
    if before:
        held, made = before.split(), written.split(" ")
        keys = [word.translate(_MARKS) for word in held], [word.translate(_MARKS) for word in made]
        for a, b, size in SequenceMatcher(None, *keys, autojunk=False).get_matching_blocks():
            made[b : b + size] = held[a : a + size]
        kept = " ".join(made)
        escaped = (read_escaped_number(kept, "") if "\\" in kept else None) or parse_inline(kept)
        if visible(letters_of(escaped)) == visible(letters_of(parse_inline(written))):
            return kept if escaped.plain != parse_inline(kept).plain else escape_number(kept, text.plain)
    return escape_number(written, text.plain)


def _signs_of(source: str) -> tuple[str, str]:
    """The signs with which an author sets bold and italics: underscores unless it is stars alone; one that is not there is set
    like the other."""
    whole = _count_set(source)
    fewer = {sign: _count_set(source.replace(sign, "")) for sign in "*_" if sign in source}
    found = [{sign for sign, counts in fewer.items() if counts[i] < whole[i]} for i in (0, 1)]
    bold, italic = found[0] or found[1], found[1] or found[0]
    return "*" if bold == {"*"} else "_", "*" if italic == {"*"} else "_"


def _count_set(source: str) -> tuple[int, int]:
    """How many spans are bold, and how many in italics."""
    spans = parse_inline(source).spans
    return sum(span.bold for span in spans), sum(span.italic for span in spans)


def no_letter() -> Message:
    """Words with a picture of a letter, as symbol fonts have them."""
    return msg("A sign of a symbol font stands in it, which is no letter.")


def unprintable() -> Message:
    """Why an edit that loads was not made."""
    return msg("The spec would print it otherwise than the file has it.")


