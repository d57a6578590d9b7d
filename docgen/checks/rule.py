"""What a rule is, and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from docgen.problems import Message
from docgen.reading.layout import Sure

if TYPE_CHECKING:
    from docgen.ooxml.content import Paragraph, Section
    from docgen.reading.layout import Layout, Passage
    from docgen.reading.repairs import Repair
    from docgen.standards import Standard
    from docgen.standards.facts import Tier
    from docgen.standards.model import RuleEntry, Severity


class Kind(StrEnum):
    """``FORM``: what docgen sets; ``WORDING``: the author's own words."""

    FORM = "form"
    WORDING = "wording"


class Fixing(StrEnum):
    """Whether a finding can be put right by program: always, only when the user takes the risk, or not."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    NONE = "none"


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """Where a finding is: letters of a paragraph, a section's page set-up, or (neither given) the document as a whole."""

    paragraph: Paragraph | None = None
    start: int = 0
    end: int = 0
    section: Section | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Finding:
    """One breach of a rule.

    ``what`` says what is wrong, ``remedy`` what to do; ``expected`` and ``actual`` are short, for people and programs alike
    (``30–35 mm``, ``25 mm``); a ``Message`` where they need translation. ``component`` is a name of the rule sets' components,
    ``page`` or ``file``. ``clause``, ``tier`` and ``level`` stand only where they differ from the rule's entry.
    """

    what: Message
    spot: Spot
    component: str
    expected: str | Message = ""
    actual: str | Message = ""
    remedy: Message | None = None
    sure: Sure = Sure.CERTAIN
    repairs: tuple[Repair, ...] = ()
    clause: str | None = None
    tier: Tier | None = None
    level: Severity | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Skip:
    """The rule could not be evaluated; ``reason`` says why."""

    reason: Message


class Wording(NamedTuple):
    """One printed text of a component, in the order of the page.

    A numbered block without a title counts as ``body``. ``where``: the passage it was read from, or for a spec the block it
    is printed by. ``bold``, ``italic``: every letter of running text is set so. ``titled``: it
    begins with a title on the same line.
    """

    component: str
    text: str
    where: object
    bold: bool = False
    italic: bool = False
    titled: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Remark:
    """A breach in the author's words: ``texts[index].text[start:end]``.

    ``replacement`` are words to put in their place; ``upright`` names the emphasis to take off them. The rest as in ``Finding``.
    """

    index: int
    start: int
    end: int
    what: Message
    expected: str | Message = ""
    remedy: Message | None = None
    replacement: str | None = None
    upright: Literal["bold", "italic"] | None = None
    level: Severity | None = None


LookAtForm: TypeAlias = "Callable[[Layout, RuleEntry], Iterable[Finding | Skip]]"
#: that of a rule with ``by_component``, which needs no entry of its own
LookByComponent: TypeAlias = "Callable[[Layout, RuleEntry | None], Iterable[Finding | Skip]]"
LookAtWords: TypeAlias = "Callable[[Sequence[Wording], WordingCase], Iterable[Remark | Skip]]"


@dataclass(frozen=True, slots=True, eq=False)
class WordingCase:
    """What a wording rule may ask beside the texts: the rule set, its own entry, the type's slug (``None`` if unknown)."""

    standard: Standard
    entry: RuleEntry
    type: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One rule.

    ``code`` (``TT201``; form of the text: TT, formatting of a component: DD, wording: LV) and ``name`` (a Vietnamese slug, the
    key in the rule sets' ``rules``) never change. ``asks`` says in one sentence what it wants; ``good`` and ``bad`` are
    examples from a document. ``needs`` names components (any one of them) without which it has nothing to look at. ``fix`` with
    the reason in ``no_fix`` where there is none. ``since``: the version that brought it; it is a preview in that version.
    ``by_component``: it takes clause and tier from the components' own properties, not from the rule sets' ``rules``.
    """

    code: str
    name: str
    kind: Kind
    asks: Message
    good: str
    bad: str
    look: LookAtForm | LookByComponent | LookAtWords
    fix: Fixing = Fixing.NONE
    no_fix: Message | None = None
    needs: tuple[str, ...] = ()
    since: str = "0.2.0"
    by_component: bool = False

    @property
    def group(self) -> str:
        """The letters and the first digit of its code: ``TT2``."""
        return self.code[:3]


Regime = Literal["state", "party"]


def at(passage: Passage, start: int | None = None, end: int | None = None) -> Spot:
    """The spot of a passage, or of ``passage.text[start:end]``."""
    first = passage.start if start is None else passage.start + start
    last = passage.end if end is None else passage.start + end
    return Spot(passage.paragraph, first, last)


def at_paragraph(paragraph: Paragraph) -> Spot:
    """The spot of a whole paragraph."""
    return Spot(paragraph, 0, len(paragraph.text))


def at_page(section: Section) -> Spot:
    """The spot of a section's page set-up."""
    return Spot(section=section)
