"""The spec language as models: which keys there are, what kind of value each takes. What the values mean is not decided here."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field, Tag

from docgen.config.common import AnyRecipient, Issuer, Signature
from docgen.config.data import Leaf
from docgen.config.records import (
    KEYS,
    LIST,
    MAPPING,
    TEXT,
    DraftMark,
    Flag,
    Record,
    Share,
    Texts,
    Whole,
    by_kind,
    kind_of,
    list_or_keys,
    one_of,
)

GROUP, TASK = Tag("§group"), Tag("§task")


def _task_or_group(value: Any) -> str:
    kind = kind_of(value)
    return kind if kind != "§mapping" else "§group" if "items" in value else "§task"


class Table(Record):
    """A table; empty cells are allowed."""

    KIND: ClassVar[str] = "table"
    EMPTY_ITEMS: ClassVar[frozenset[str]] = frozenset({"header", "rows"})
    title: Leaf | None = None
    unit: Leaf | None = None
    header: list[Leaf]
    rows: list[list[Leaf]]
    widths: list[Share] | None = None
    align: list[Annotated[str, one_of("left", "center", "right")]] | None = None


class Task(Record):
    """A task of a plan."""

    KIND: ClassVar[str] = "task"
    title: Leaf | None = None
    run_in: Flag | None = None
    text: Texts | None = None
    lead: Texts | None = None
    support: Texts | None = None
    due: Leaf | None = None
    result: Leaf | None = None


class TaskGroup(Record):
    """Tasks under a title of their own."""

    KIND: ClassVar[str] = "task"
    title: Leaf
    items: list[Annotated[Annotated[Leaf, TEXT] | Annotated[Task, MAPPING], by_kind()]]


AnyTask = Annotated[Annotated[Leaf, TEXT] | Annotated[Task, TASK] | Annotated[TaskGroup, GROUP], by_kind(_task_or_group)]


class TaskSection(Record):
    """Tasks that carry their own section title."""

    KIND: ClassVar[str] = "task"
    title: Leaf
    items: list[AnyTask]


AnyTasks = Annotated[Annotated[list[AnyTask], LIST] | Annotated[TaskSection, KEYS], by_kind(list_or_keys)]


class Attendance(Record):
    """A counted group of participants."""

    KIND: ClassVar[str] = "participants"
    who: Leaf
    count: Whole


class Site(Record):
    """A venue with its participants."""

    KIND: ClassVar[str] = "participants"
    name: Leaf
    about: Flag | None = None
    total: Whole | None = None
    groups: list[Attendance] | None = None
    text: Texts | None = None


class Participants(Record):
    """Who takes part, in all and by group or venue."""

    KIND: ClassVar[str] = "participants"
    about: Flag | None = None
    unit: Leaf | None = None
    total: Whole | None = None
    groups: list[Attendance] | None = None
    sites: list[Site] | None = None


AnyParticipants = Annotated[Annotated[list[Attendance], LIST] | Annotated[Participants, KEYS], by_kind(list_or_keys)]


class Duty(Record):
    """An agency and what it has to do."""

    KIND: ClassVar[str] = "duty"
    agency: Texts
    duties: Content


AnyDuty = Annotated[Annotated[Leaf, TEXT] | Annotated[Duty, MAPPING], by_kind()]


class Block(Record):
    """A block: parts in the order of the keys here, or ``body`` in the order written."""

    KIND: ClassVar[str] = "block"
    title: Leaf | None = None
    run_in: Flag | None = None
    text: Texts | None = None
    items: list[AnyBlock] | None = Field(None, alias="list")
    table: Table | None = None
    purpose: Content | None = None
    requirements: Content | None = None
    sections: list[AnyBlock] | None = None
    tasks: AnyTasks | None = None
    participants: AnyParticipants | None = None
    implementation: list[AnyDuty] | None = None
    body: list[AnyBlock] | None = None


AnyBlock = Annotated[Annotated[Leaf, TEXT] | Annotated[Block, MAPPING], by_kind()]
#: one paragraph, a list, or a block
Content = Annotated[Annotated[Leaf, TEXT] | Annotated[list[AnyBlock], LIST] | Annotated[Block, MAPPING], by_kind()]


class Article(Record):
    """An article of a decision."""

    KIND: ClassVar[str] = "article"
    title: Leaf | None = None
    text: Texts | None = None
    points: list[AnyBlock] | None = None


class Spec(Record):
    """A whole spec. Which keys a type needs is decided when the rule set is known."""

    KIND: ClassVar[str] = "document"
    MAY_BE_EMPTY: ClassVar[frozenset[str]] = frozenset({"number", "date"})
    #: keys that are understood but not laid out yet
    LATER: ClassVar[tuple[str, ...]] = (
        "urgency",
        "secrecy",
        "circulation",
        "contact",
        "copies",
        "attached",
        "output",
        "suppress",
        "each",
    )
    standard: Leaf | None = None
    type: Leaf | None = None
    issuer: Annotated[Annotated[Leaf, TEXT] | Annotated[Issuer, MAPPING], by_kind()] | None = None
    number: Whole | None = None
    unit: Leaf | None = None
    place: Leaf | None = None
    date: Leaf | None = None
    draft: DraftMark | None = None
    title: Leaf | None = None
    authority: Leaf | None = None
    bases: Texts | None = None
    proposal: Leaf | None = None
    addressees: Texts | None = None
    opening: Texts | None = None
    purpose: Content | None = None
    requirements: Content | None = None
    sections: list[AnyBlock] | None = None
    participants: AnyParticipants | None = None
    tasks: AnyTasks | None = None
    implementation: list[AnyDuty] | None = None
    articles: list[Article] | None = None
    body: list[AnyBlock] | None = None
    closing: Texts | None = None
    distribution: Annotated[Annotated[Leaf, TEXT] | Annotated[list[AnyRecipient], LIST], by_kind()] | None = None
    filing: Leaf | None = None
    drafter: Leaf | None = None
    signature: (
        Annotated[
            Annotated[Leaf, TEXT]
            | Annotated[Signature, MAPPING]
            | Annotated[list[Annotated[Annotated[Leaf, TEXT] | Annotated[Signature, MAPPING], by_kind()]], LIST],
            by_kind(),
        ]
        | None
    ) = None
    appendices: list[Block] | None = None
    template: Leaf | None = None
    urgency: Any = None
    secrecy: Any = None
    circulation: Any = None
    contact: Any = None
    copies: Any = None
    attached: Any = None
    output: Any = None
    suppress: Any = None
    each: Any = None


for _record in (Duty, Block, Article, Spec):
    _record.model_rebuild()
