"""What somebody typed in a new paragraph, as the spec writes it: without its number, its end mark and the look of its place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from docgen.document.model import PartialDate
from docgen.document.text import Text, literal
from docgen.recovery.labels import KEYS
from docgen.recovery.marks import read_due
from docgen.recovery.pulling.lines import LEAD, Line, lead_kind
from docgen.recovery.pulling.model import Standing
from docgen.recovery.pulling.spec_state import SpecState, write_text
from docgen.recovery.pulling.words import is_bare
from docgen.recovery.texts import BLANKS, cut, is_bold_throughout, piece, read_text, titled
from docgen.rendering.phrases import numeral_words
from docgen.spec.marks import END_SIGNS
from docgen.vietnamese import running_text


class Typed:
    """Reads new paragraphs for ``state``; ``text_end``: what docgen sets behind the last paragraph."""

    def __init__(self, state: SpecState, text_end: str) -> None:
        self.state, self._end = state, text_end
        #: what the spec has for paragraphs that it has already, by their places in the file
        self._held: dict[int, str] = {}

    @contextmanager
    def holding(self, standing: Standing, words: str) -> Iterator[None]:
        """Within, a paragraph that the spec has already reads as ``words``, whatever the file says."""
        self._held = {standing.at: words}
        try:
            yield
        finally:
            self._held = {}

    def words(self, standing: Standing, like: Line | None) -> str:
        """The words of a paragraph without what docgen sets before and behind texts like it."""
        if standing.at in self._held:
            return self._held[standing.at]
        text = standing.text
        prefix = like.prefix.strip() if like is not None else ""
        bare = text.lstrip(BLANKS)
        start = len(text) - len(bare)
        found = LEAD.match(bare)
        if found is not None and (like is None or like.lead or not prefix):
            start += found.end()
        elif prefix and bare.startswith(prefix):
            start += len(prefix)
        component = like.component if like is not None else "body"
        own = next((one for one in like.pieces if one.origin), None) if like is not None else None
        look = own.look if own is not None else (False, False)
        bare_end = like is not None and is_bare(component, like.origins[-1] if like.origins else "")
        words = self._read(standing, start, look, bare_end)
        if words.is_emphasised and component != "body":
            words = literal(words.plain)
        return write_text(self._in_running_case(words, component), component)

    def title(self, standing: Standing, like: Line | None) -> str:
        """The words of a title, whose look the rule set says; ``like``: a titled neighbour."""
        component = like.component if like is not None and like.component != "body" else self._level_of(lead_of(standing))
        words = titled(self._read(standing, _start_of(standing), (False, False), bare=True))
        return write_text(self._in_running_case(words, component), component)

    def run_in(self, standing: Standing) -> tuple[str, str] | None:
        """A title in bold and the words behind its colon, where a paragraph begins so."""
        words = self._read(standing, _start_of(standing), (False, False), bare=False)
        mark = self.state.standard.marks["title_run_in"].each.use
        title, _, rest = words.plain.partition(f"{mark} ")
        if not rest.strip() or not is_bold_throughout(piece(words, 0, len(title))):
            return None
        behind = piece(words, len(title) + len(mark))
        return write_text(titled(piece(words, 0, len(title))), "body"), write_text(behind, "body")

    def _level_of(self, lead: str) -> str:
        """The component of the titles with this kind of number."""
        standard = self.state.standard
        own = standard.types[self.state.loaded.document.type]
        for level in (*own.levels, *own.article_levels):
            form = standard.numbering[level]
            number = form.pattern.format(n=numeral_words(standard, form.numeral, 1), parent="1")
            if lead_kind(f"{number} ") == lead:
                return level
        return "body"

    def _in_running_case(self, words: Text, component: str) -> Text:
        own = self.state.standard.components.get(component)
        if own is None or not own.in_capitals or not words.plain.isupper():
            return words
        return literal(running_text(words.plain, [one.plain for one in self.state.lines]).name)

    def is_bold(self, standing: Standing) -> bool:
        """Whether all words behind the number are bold, as those of a title."""
        return is_bold_throughout(read_text(standing.paragraph, _start_of(standing), len(standing.text)))

    def task_line(self, standing: Standing) -> tuple[str, str | list[str]] | None:
        """The key and the value of a line that begins as docgen begins a task's lines; ``None`` for any other one."""
        own, mark = self.state.standard.words, self.state.standard.marks["task_line"]
        labels = dict(zip(KEYS, (own.lead.use, own.support.use, own.due.use, own.result.use), strict=True))
        text = standing.text
        start = _start_of(standing)
        if not lead_of(standing) and mark.prefix.use.strip():
            return None
        for key, label in labels.items():
            if not text[start:].startswith(f"{label}:"):
                continue
            words = self._read(standing, start + len(label) + 1, (False, False), bare=True)
            if not words.plain.strip():
                return None
            due = read_due(words, self.state.standard) if key == "due" else words
            if isinstance(due, PartialDate):
                return key, due.isoformat()
            names = [write_text(one, "body") for one in cut(words, own.join.use)] if key in ("lead", "support") else []
            return key, names if len(names) > 1 and all(names) else write_text(words, "body")
        return None

    def _read(self, standing: Standing, start: int, look: tuple[bool, bool], bare: bool) -> Text:
        text, end = standing.text, len(standing.text)
        while end > start and text[end - 1] in BLANKS:
            end -= 1
        if len(self._end) > 1 and text[start:end].endswith(self._end):
            end -= len(self._end) - 1
        while bare and end > start and text[end - 1] in (*END_SIGNS, " "):
            end -= 1
        return read_text(standing.paragraph, start, end, look)


def lead_of(standing: Standing) -> str:
    """The kind of number or dash before a paragraph, be it Word's own."""
    if standing.paragraph.numbering:
        return "dash" if standing.paragraph.bullet else lead_kind(f"{standing.paragraph.numbering} ")
    return lead_kind(standing.text)


def _start_of(standing: Standing) -> int:
    """Where the words behind the number begin."""
    found = LEAD.match(standing.text)
    return found.end() if found else len(standing.text) - len(standing.text.lstrip(BLANKS))


def is_same_lead(typed: str, line: str) -> bool:
    """Whether a paragraph that begins so may stand for a line that does; Word's own marks may be any dash."""
    return line.startswith("dash") if typed == "dash" else typed == line
