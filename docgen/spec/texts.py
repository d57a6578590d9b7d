"""The user's texts become ``Text``: marks that the rule set writes are refused, inline marks are read where they count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docgen.config.data import Leaf
from docgen.document.text import Text, literal, parse_inline
from docgen.problems import Message, msg
from docgen.spec.marks import END_MARK, END_SIGNS, marks_of, read_escaped_number, typed_authority, typed_number
from docgen.spec.report import Report, line_with
from docgen.standards import Standard


class TextReader:
    """Reads texts under one rule set; what is wrong goes to ``report``."""

    def __init__(self, report: Report, standard: Standard) -> None:
        self._report = report
        self._marks = marks_of(standard)

    def running(self, leaf: Leaf) -> Text:
        """A paragraph: inline marks count, its end is as typed."""
        return self._read(leaf, inline=True, bare=False)

    def title(self, leaf: Leaf) -> Text:
        """A title, a base, a name in the body, a task's line: inline marks count, but not round the whole; no end mark."""
        text = self._read(leaf, inline=True, bare=True)
        if text.is_emphasised:
            what = msg("The whole text is set in bold or italics; the rules say how it is printed.")
            remedy = msg("Leave the marks out; inside the text they set off single words.")
            self._report.error("spec-emphasis", leaf.spot, what, remedy, line_with(leaf, text.plain))
        return text

    def entry(self, leaf: Leaf) -> Text:
        """An entry of a list outside the body: every sign stands for itself, no end mark."""
        return self._read(leaf, inline=False, bare=True)

    def name(self, leaf: Leaf) -> Text:
        """A name, a place, a code: every sign stands for itself."""
        return literal(self._clean(leaf), leaf.spot.pointer)

    def cell(self, leaf: Leaf) -> Text:
        """A cell of a table: inline marks count; numbers and dashes are content there."""
        text = _inline(self._clean(leaf), leaf.spot.pointer)
        self._check_text_end(leaf, text.plain)
        return text

    def office(self, leaf: Leaf) -> Text:
        """Words of a signature: no abbreviation of authority, which the rule set writes."""
        text = self.entry(leaf)
        mark = typed_authority(self._marks, text.plain)
        if mark is not None:
            what = msg("{mark} is typed; docgen writes the abbreviations of authority itself.", mark=mark)
            remedy = msg("Write the words behind it only, under the key that says by which authority.")
            self._report.error("spec-typed-authority", leaf.spot, what, remedy, line_with(leaf, text.plain[len(mark) :].lstrip()))
        return text

    def paragraphs(self, value: Leaf | Sequence[Leaf] | None) -> tuple[Text, ...]:
        """One paragraph a text; none for ``None``."""
        return tuple(self.running(leaf) for leaf in leaves(value))

    def refuse_prefix(self, leaf: Leaf, words: str, what: Message) -> None:
        """Refuse a text that begins with ``words`` which the rule set writes there."""
        text = self._clean(leaf)
        if words and text.lower().startswith(words.lower()) and not text[len(words) : len(words) + 1].isalnum():
            rest = text[len(words) :].lstrip(" :")
            self._report.error("spec-typed-label", leaf.spot, what, msg("Leave it out."), line_with(leaf, rest) if rest else None)

    def check_opening(self, leaf: Leaf, text: Text, openings: Iterable[str], lead: str) -> None:
        """Refuse a text that opens with one of ``openings`` but for the capital: ``lead`` would be put in front of it."""
        plain = text.plain
        for words in openings:
            typed, rest = plain[: len(words)], plain[len(words) :]
            if typed != words and typed.lower() == words.lower() and not rest[:1].isalnum():
                what = msg(
                    "{typed} begins with a small letter, so docgen would write {lead} in front of it.", typed=typed, lead=lead
                )
                remedy = msg("Write {words} with a capital.", words=words)
                source = leaf.strip()
                line = line_with(leaf, words + source[len(words) :]) if source.startswith(typed) else None
                self._report.error("spec-typed-label", leaf.spot, what, remedy, line)

    def _read(self, leaf: Leaf, *, inline: bool, bare: bool) -> Text:
        source, origin = self._clean(leaf), leaf.spot.pointer
        escaped = read_escaped_number(source, origin) if inline and "\\" in source else None
        text = escaped or (_inline(source, origin) if inline else literal(source, origin))
        plain = text.plain
        number = typed_number(self._marks, plain) if escaped is None else None
        if number is not None:
            what = msg("{mark} is typed; docgen writes numbers, letters and dashes itself.", mark=number)
            rest = source[len(number) :].lstrip() if source.startswith(number) else ""
            remedy = msg("Leave it out.")
            if inline:
                remedy = msg("Leave it out. If it belongs to the words, write a backslash before it: \\{mark}", mark=number)
            self._report.error("spec-typed-number", leaf.spot, what, remedy, line_with(leaf, rest) if rest else None)
        if not self._check_text_end(leaf, plain) and bare:
            self._check_end_mark(leaf, source, plain)
        return text

    def _check_end_mark(self, leaf: Leaf, source: str, plain: str) -> None:
        found = END_MARK.search(plain) if plain.endswith(END_SIGNS) else None
        if found is None:
            return
        what = msg("{mark} is typed at the end; docgen writes the end marks here itself.", mark=found[0])
        without = source[: -len(found[0])].rstrip() if source.endswith(found[0]) else ""
        self._report.error("spec-typed-end", leaf.spot, what, msg("Leave it out."), line_with(leaf, without) if without else None)

    def _check_text_end(self, leaf: Leaf, plain: str) -> bool:
        for mark in self._marks.text_ends:
            if mark in plain:
                break
        else:
            return False
        what = msg("{mark} is typed; docgen writes the end of the text itself.", mark=mark)
        without = f"{leaf.strip().removesuffix(mark).rstrip()}."
        suggestion = line_with(leaf, without) if leaf.strip().endswith(mark) and len(without) > 1 else None
        self._report.error("spec-typed-end", leaf.spot, what, msg("Leave it out."), suggestion)
        return True

    def _clean(self, leaf: Leaf) -> str:
        text = leaf.strip()
        if "\n" in text:
            what = msg("This text has several lines; a text is one paragraph.")
            self._report.error(
                "spec-line-break", leaf.spot, what, msg("Write one text for each paragraph, as a list where one is allowed.")
            )
            text = " ".join(text.split("\n"))
        if "\t" in text:
            what = msg("A tab stands inside this text.")
            self._report.error(
                "spec-tab", leaf.spot, what, msg("Write a space instead."), line_with(leaf, " ".join(text.split("\t")))
            )
            text = text.replace("\t", " ")
        return text


def _inline(source: str, origin: str) -> Text:
    # most texts hold no mark
    marked = "*" in source or "_" in source or "\\" in source
    return parse_inline(source, origin) if marked else literal(source, origin)


def leaves(value: Leaf | Iterable[Leaf] | None) -> tuple[Leaf, ...]:
    """The texts of a key that takes one text or a list of them."""
    if value is None:
        return ()
    return (value,) if isinstance(value, Leaf) else tuple(value)
