"""What was recognised in a Word file: its documents, and in each the passages that are components."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from docgen.ooxml.content import DrawnLine, Paragraph, Run, Section, Story, Table

if TYPE_CHECKING:
    from docgen.ooxml.opening import Package
    from docgen.standards import Standard

Regime = Literal["state", "party"]


class Sure(StrEnum):
    """How sure a recognition is. A finding on a passage that was only guessed is never an error."""

    CERTAIN = "certain"
    LIKELY = "likely"
    GUESS = "guess"


class Numeral(NamedTuple):
    """A typed or counted number before a block.

    ``written`` as it stands (``IV.``, ``a)``), ``kind``: ``roman``, ``arabic``, ``letter``, ``decimal`` (``1.1.``), ``words``
    (``thứ nhất``) or ``list`` (``-``); ``value`` counts from 1, ``None`` if it is no number of its kind; ``end``: the sign
    behind it (``.``, ``)``, ``-``, ``:`` or empty); ``automatic``: Word counts it.
    """

    written: str
    kind: str
    value: int | None
    end: str
    automatic: bool = False


@dataclass(slots=True, eq=False)
class Passage:
    """A piece of a paragraph that is (a line of) a component: ``paragraph.text[start:end]``, without spaces at its ends.

    ``component`` is a name of the rule sets' ``components`` (``motto``, ``number``, ``section`` …), or one of ``list_item``,
    ``caption`` (of a picture), ``secrecy``, ``text_end`` (``./.`` alone), ``division_label`` and ``division_title`` (Mục 1, Tiểu
    mục 1), ``copy_…`` (the block of a copy), ``other``. ``numeral``: of numbered blocks and appendix labels;
    ``words_start``: where the words behind it begin. ``titled``: a numbered block that is only a title, or has a title before
    its text on the same line (which then ends at ``title_end``). ``depth``: of list items, from 1. ``entry``: which entry of
    its list (recipients, addressees, bases, signers) the line belongs to, from 0; lines of one entry share it. ``appendix``:
    index of the appendix it stands in, ``None`` in the document itself.
    """

    component: str
    paragraph: Paragraph
    start: int
    end: int
    sure: Sure = Sure.CERTAIN
    numeral: Numeral | None = None
    words_start: int = 0
    titled: bool = False
    title_end: int | None = None
    depth: int = 0
    entry: int = 0
    appendix: int | None = None

    @property
    def text(self) -> str:
        """Its letters, in NFC."""
        return self.paragraph.text[self.start : self.end]

    @property
    def runs(self) -> list[Run]:
        """The runs that set its letters; those of nothing but spaces are left out."""
        return self.paragraph.runs_in(self.start, self.end)

    @property
    def is_whole(self) -> bool:
        """Whether nothing else is printed in its paragraph."""
        text = self.paragraph.text
        return not text[: self.start].strip() and not text[self.end :].strip()


class ReadNumber(NamedTuple):
    """Số, ký hiệu taken apart. Empty strings for what is missing; ``digits`` as written; ``blank``: room is left for it.

    ``label`` is what stands before (``Số:``); ``rest`` all behind the number (``/QĐ-UBND``, ``-KH/TU``); ``code`` the type's
    code if one is in it; ``issuer`` the other groups of letters, joined as written.
    """

    label: str
    digits: str
    rest: str
    code: str
    issuer: str
    blank: bool


class ReadDate(NamedTuple):
    """Địa danh và ngày tháng taken apart; ``None`` for what is left open or is no number. ``day_text``… as written."""

    place: str
    day: int | None
    month: int | None
    year: int | None
    day_text: str
    month_text: str
    year_text: str
    blank: bool
    value: date | None


@dataclass(slots=True, eq=False)
class Appendix:
    """One appendix of a document: passages of its head, whether it begins on a new page, in a section of its own."""

    label: Passage | None
    title: list[Passage]
    reference: Passage | None
    passages: list[Passage]
    first: Paragraph
    sections: list[Section]
    own_section: bool


@dataclass(slots=True, eq=False)
class Layout:
    """One document inside a file.

    ``passages`` in the order of the file; ``by_component`` the same by component, appendices included. ``type``: slug in
    ``standard.types``, ``None`` if it could not be told. ``regime_sure``, ``type_sure``: how sure. ``lines``: for ``motto``,
    ``slogan``, ``party_title``, ``issuer``, ``type_name``, ``abstract``, ``appendix_reference`` … the drawn lines found under
    it; for ``copy_form`` and ``contact`` those above. ``typed_lines``: paragraphs of dashes or underscores that stand in for one.
    ``first``/``last``: index range in ``story.paragraphs`` (last exclusive) of this document, appendices included.
    ``head_table``/``foot_table``: ``None`` when that part stands in no table. ``date``: known only with day, month and year.
    ``standard_note``: ``older`` than every rule set of its kind, ``legal`` for a type that follows other rules of form, else
    empty.
    ``copy_head``: place in ``story.paragraphs`` where the block of a copy begins. ``attached``: a text issued with the document
    before it (kèm theo): it has a head of its own without number and date, and no signature. ``kept``: what was found out about
    it later, by who found it.
    """

    index: int
    regime: Regime
    standard: Standard
    standard_note: str
    type: str | None
    draft: bool
    date: date | None
    number: ReadNumber | None
    place_date: ReadDate | None
    story: Story
    passages: list[Passage]
    by_component: Mapping[str, list[Passage]]
    first: int
    last: int
    sections: list[Section]
    appendices: list[Appendix] = field(default_factory=list)
    lines: dict[str, list[DrawnLine]] = field(default_factory=dict)
    typed_lines: dict[str, list[Paragraph]] = field(default_factory=dict)
    head_table: Table | None = None
    foot_table: Table | None = None
    regime_sure: Sure = Sure.CERTAIN
    type_sure: Sure = Sure.CERTAIN
    copy_head: int | None = None
    attached: bool = False
    # not taken over by a copy with other passages
    kept: dict[object, Any] = field(default_factory=dict, init=False)

    def get(self, component: str) -> list[Passage]:
        """The passages of ``component`` in order; none is an empty list."""
        return self.by_component.get(component, [])

    def first_of(self, component: str) -> Passage | None:
        """The first passage of ``component``."""
        found = self.by_component.get(component)
        return found[0] if found else None

    def words_of(self, component: str) -> str:
        """All lines of ``component`` joined by single spaces."""
        return " ".join(" ".join(passage.text.split()) for passage in self.get(component))

    def entries(self, component: str) -> Iterator[list[Passage]]:
        """The entries of a list component, each as its lines."""
        current: list[Passage] = []
        for passage in self.get(component):
            if current and passage.entry != current[-1].entry:
                yield current
                current = []
            current.append(passage)
        if current:
            yield current


@dataclass(slots=True, eq=False)
class Reading:
    """A whole file. ``documents`` is empty for a file that is neither state nor Party (``foreign``: why, in one word:
    ``no-head``, ``form``, ``other-rules`` as those of the Youth Union, ``legacy-text``, ``destroyed-text``). ``mixed``: it shows
    the heads of both on one page."""

    package: Package
    story: Story
    documents: list[Layout]
    foreign: str = ""
    mixed: bool = False
