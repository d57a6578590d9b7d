"""A rule set as frozen, typed objects, in the shape of its data file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, Field, model_validator

from docgen.problems import msg
from docgen.standards.facts import Data, Fact, Tier, Unsound
from docgen.standards.frozen import FrozenMap

V = TypeVar("V")
Frozen = Annotated[Mapping[str, V], AfterValidator(FrozenMap)]

Align = Literal["left", "center", "right", "both"]
Case = Literal["upper", "sentence"]
Addressing = Literal["none", "optional", "required"]
Numeral = Literal["roman", "arabic", "letter"]
Severity = Literal["error", "warning", "info"]


class Validity(Data):
    """From which to which day (inclusive) a rule set is in force; open at the end while it is."""

    since: date = Field(alias="from")
    until: date | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Validity:
        if self.until is not None and self.until < self.since:
            raise Unsound(msg("It ends on {until}, before it begins.", until=self.until.isoformat()), "until")
        return self

    def covers(self, day: date) -> bool:
        """Whether the rule set is in force on ``day``."""
        return self.since <= day and (self.until is None or day <= self.until)


class Page(Data):
    """Paper and margins (mm), the font and its colour."""

    width: Fact[float]
    height: Fact[float]
    top: Fact[float]
    bottom: Fact[float]
    left: Fact[float]
    right: Fact[float]
    header: Fact[float]
    font: Fact[str]
    color: Fact[str]

    @property
    def text_width(self) -> float:
        """Width between the margins, in mm."""
        return self.width.use - self.left.use - self.right.use


class Head(Data):
    """The two columns at the top of page 1 (mm), where names may break, which sizes go together."""

    right: Fact[float]
    gutter: Fact[float]
    left_min: Fact[float]
    breaks: Fact[tuple[str, ...]]
    joints: Fact[tuple[str, ...]]
    unbroken: Fact[tuple[str, ...]]
    row_gap: Fact[float]
    smaller_set: Fact[tuple[float, ...]] | None = None
    set_of: tuple[str, ...] = ()
    sets: Fact[tuple[tuple[float, ...], ...]] | None = None


class Foot(Data):
    """The two columns of the last table, Nơi nhận and the signature (mm), and the distance from the text above it (pt)."""

    above: Fact[float]
    right: Fact[float]
    gutter: Fact[float]


class HeadRow(Data):
    """The components of one row of the head, column by column, from above."""

    left: tuple[str, ...]
    right: tuple[str, ...]


class Drawing(Data):
    """Drawn lines and helper paragraphs (pt), space inside table cells (mm), share of the text width that titles fill.

    ``table_word_share``: what a column gets at most for its longest word, as a share of its table; ``table_word_letters`` and
    ``table_letters`` count letters of an ordinary word and of the narrowest column.
    """

    rule_weight: Fact[float]
    rule_above: Fact[float]
    rule_height: Fact[float]
    end_height: Fact[float]
    table_above: Fact[float]
    title_share: Fact[float]
    table_border: Fact[float]
    table_padding: Fact[float]
    table_word_share: Fact[float]
    table_word_letters: Fact[int]
    table_letters: Fact[int]


class Component(Data):
    """One component (thành phần) of a document: its fixed words, look and place.

    Units: ``size``, ``before``, ``after``, ``exact`` in pt; ``indent`` (first line), ``left`` in mm; ``line`` in multiples of
    a single line; ``rule`` is the drawn line's length as a share of the text line above it; ``outline`` the level in the
    navigation pane. ``called``: what people call it in a document, where ``label`` names only some of its kind. ``layout`` is
    ``later`` for a component that docgen checks and does not print yet.
    """

    label: str
    called: str = ""
    clause: str
    tier: Tier
    text: Fact[str] | None = None
    accept: tuple[str, ...] = ()
    plain_text: Fact[str] | None = None
    numbered_text: Fact[str] | None = None
    prefix: Fact[str] | None = None
    size: Fact[float]
    bold: Fact[bool]
    italic: Fact[bool]
    underline: Fact[Literal["none", "words"]] | None = None
    case: Fact[Case] | None = None
    align: Fact[Align]
    indent: Fact[float] | None = None
    left: Fact[float] | None = None
    before: Fact[float] | None = None
    after: Fact[float] | None = None
    line: Fact[float] | None = None
    exact: Fact[float] | None = None
    rule: Fact[float] | None = None
    keep_next: Fact[bool] | None = None
    outline: Fact[int] | None = None
    layout: Literal["now", "later"] = "now"

    @property
    def in_capitals(self) -> bool:
        """Whether its words are printed in capitals."""
        return self.case is not None and self.case.use == "upper"


class Numbering(Data):
    """How a level is counted and printed.

    In ``pattern``, ``{n}`` is its numeral, ``{parent}`` the number above it without end mark, ``{word}`` one of ``words``.
    """

    numeral: Numeral
    pattern: str
    words: tuple[str, ...] = ()
    clause: str
    tier: Tier


class DateForm(Data):
    """How a date is written: in the head, in a reference line, as a deadline without a day or month.

    Below ``*_pad_below`` a zero stands in front; ``gap`` stands for what is open.
    """

    pattern: str
    reference_pattern: str
    month_pattern: str
    year_pattern: str
    place_pattern: str
    day_pad_below: int
    month_pad_below: int
    gap: str
    clause: str
    tier: Tier


class NumberLine(Data):
    """How số, ký hiệu is written behind ``prefix``.

    ``typed`` is for a type with a code, ``dispatch`` for a công văn with the drafting unit, ``dispatch_plain`` for one without.
    Below ``pad_below`` a zero stands in front; ``gap`` stands for an open number.
    """

    prefix: Fact[str]
    typed: str
    dispatch: str
    dispatch_plain: str
    pad_below: int
    gap: str
    clause: str
    tier: Tier


_NOTHING = Fact[str](use="", clause="", tier=Tier.HOUSE)


class Mark(Data):
    """What stands before and after the entries of a list.

    ``prefix`` opens every entry, ``lead`` those that do not begin with one of ``openings`` themselves; ``each`` ends an
    entry, ``last`` the last one, ``single`` an only one that shares its label's line.
    """

    prefix: Fact[str]
    each: Fact[str]
    last: Fact[str]
    lead: Fact[str] = _NOTHING
    single: Fact[str] = _NOTHING
    openings: tuple[str, ...] = ()
    clause: str
    tier: Tier

    def opening_of(self, plain: str) -> str:
        """What stands before the entry ``plain``: the prefix, and the lead unless the entry brings its own beginning."""
        own = plain.casefold().startswith(tuple(opening.casefold() for opening in self.openings))
        return self.prefix.use + ("" if own else self.lead.use)


class TextEnd(Data):
    """The end of the text; where the last paragraph ends in ``replaces``, that sign becomes its first character.

    ``appendix``: whether an appendix ends so as well.
    """

    use: str
    replaces: str
    appendix: bool
    clause: str
    tier: Tier


class Pattern(Data):
    """A form of words, with its source."""

    pattern: str
    clause: str
    tier: Tier


class SignatureForms(Data):
    """The marks of authority before a signer's office."""

    on_behalf_of: Pattern
    deputy_for: Pattern
    by_order_of: Pattern
    acting: Pattern
    ranked_name: Pattern
    authorised_by: Pattern | None = None
    in_charge_signs_for_head: Fact[bool]


class Words(Data):
    """Labels and small forms of words that docgen itself writes."""

    lead: Fact[str]
    support: Fact[str]
    due: Fact[str]
    result: Fact[str]
    join: Fact[str]
    unit: Fact[str]
    about: Fact[str]
    count_pad_below: Fact[int]
    attendance: Fact[str]
    total: Fact[str]
    site: Fact[str]
    site_plain: Fact[str]
    site_bare: Fact[str]
    table_unit: Fact[str]
    reference: Fact[str]


class Titles(Data):
    """Section titles for what a spec gives without one."""

    purpose_requirements: Fact[str]
    purpose: Fact[str]
    requirements: Fact[str]
    participants: Fact[str]
    tasks: Fact[str]
    implementation: Fact[str]


class DocumentType(Data):
    """A type of document: its printed name, code, levels of numbering and what it must have.

    ``levels`` and ``article_levels`` name components, outermost first. ``other_codes``: codes that a file may show as well.
    ``dispatch`` marks the công văn: no type name, trích yếu under the number. ``unit``: its number may name the drafting unit.
    ``authority`` says where a decision's authority line stands. ``layout`` is ``later`` for a type that the act lists and docgen
    does not lay out yet.
    """

    name: str
    code: str
    other_codes: tuple[str, ...] = ()
    levels: tuple[str, ...]
    article_levels: tuple[str, ...]
    articles: bool
    addressees: Addressing
    dispatch: bool
    unit: bool
    authority: Literal["before_bases", "after_bases"]
    decision_word: str | None = None
    addressee_label: str | None = None
    titles: Frozen[str] = FrozenMap()
    layout: Literal["now", "later"] = "now"
    clause: str
    tier: Tier


class RuleEntry(Data):
    """What a rule set orders beside the properties of components: the source of one rule, and what it needs to know.

    ``level`` is how grave a breach is where that is less than its tier allows. ``words`` are those the rule looks for or
    demands; ``min`` and ``max`` bound an amount, whose unit the rule names. In the ``sectors`` (fields of work that
    ``agency.yaml`` knows) the rule does not hold.
    """

    clause: str
    tier: Tier
    level: Severity | None = None
    words: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    min: float | None = None
    max: float | None = None

    @property
    def severity(self) -> Severity:
        """How grave a breach is: an error only where the words of the act order it, and where ``level`` does not say less."""
        if self.level is None:
            return "error" if self.tier is Tier.TEXT else "warning"
        return "warning" if self.level == "error" and self.tier is not Tier.TEXT else self.level


class Standard(Data):
    """A rule set. ``name`` is that of the shipped rule set also when an agency's layer narrows it.

    ``fingerprint`` changes with any value in it and with nothing else (not with comments, line ends or the machine).
    """

    name: str
    title: str
    regime: Literal["state", "party"]
    valid: Validity
    page: Page
    head: Head
    foot: Foot
    order: tuple[HeadRow, ...]
    drawing: Drawing
    components: Frozen[Component]
    numbering: Frozen[Numbering]
    letters: Fact[str]
    list_marks: Fact[tuple[str, ...]]
    date: DateForm
    number_line: NumberLine
    marks: Frozen[Mark]
    same_as_above: Fact[str]
    text_end: TextEnd
    signature: SignatureForms
    words: Words
    titles: Titles
    types: Frozen[DocumentType]
    rules: Frozen[RuleEntry] = FrozenMap()
    fingerprint: str = ""

    def __repr__(self) -> str:
        return f"Standard({self.name!r}, fingerprint={self.fingerprint!r})"

    def __hash__(self) -> int:
        return hash(self.fingerprint)

    @property
    def printed(self) -> Mapping[str, Component]:
        """The components that docgen prints by now; it checks the others as well."""
        return {name: component for name, component in self.components.items() if component.layout == "now"}

    def title_for(self, kind: str, type_slug: str) -> str:
        """The section title of ``kind`` (a field of ``Titles``) in a document of that type."""
        own = self.types[type_slug].titles.get(kind)
        fact: Fact[str] = getattr(self.titles, kind)
        return own or fact.use
