"""What a document is: frozen, typed, free of how it looks and of how it was written down.

Normal form (what ``load`` gives and ``recover`` must give again):

- every text is NFC, its inline marks read into spans, end marks that the standard sets are not part of it;
- titles, bases and labels are never emphasised as a whole: the standard says how they look;
- ``body`` is a tuple of parts in printed order; ``purpose``, ``tasks``, ``participants`` and ``implementation`` of the top level
  have become numbered ``Section`` s with the title that the standard's data (or the spec) gives them;
- short names of ``agency.yaml`` are replaced by what they stand for, labels and layers are in the ``Standard``;
- totals of participants are filled in where they can be computed;
- a block without title inside a ``body`` has become its parts;
- ``articles`` hold the sections of the level "Điều"; ``body`` everything else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from docgen.document.text import Text


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which the day, or day and month, may still be open."""

    year: int
    month: int | None = None
    day: int | None = None

    def isoformat(self) -> str:
        """``2026-03-05``, ``2026-03`` or ``2026``."""
        parts = [f"{self.year:04d}"]
        parts += [f"{p:02d}" for p in (self.month, self.day) if p is not None]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Issuer:
    """Tên cơ quan ban hành: the superior's and the body's own lines, and the body's code.

    One line may be broken by the layout at a sense boundary; several lines are the author's own breaks.
    """

    name: tuple[Text, ...]
    code: Text
    parent: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """The document is a draft; ``number`` says which, where it is counted."""

    number: int | None = None
    origin: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Recipient:
    """One line of Nơi nhận; ``note`` is printed in brackets."""

    name: Text
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs and by which authority; the standard writes the marks (``TM.`` or ``T/M`` …)."""

    on_behalf_of: Text | None = None
    deputy_for: Text | None = None
    by_order_of: Text | None = None
    authorised_by: Text | None = None
    acting: bool = False
    in_charge: bool = False
    title: Text | None = None
    other_title: Text | None = None
    rank: Text | None = None
    name: Text | None = None
    origin: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of running text."""

    text: Text


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list; its first part is a ``Paragraph``."""

    parts: tuple[Part, ...]
    origin: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class DashList:
    """A list whose marks the standard sets by depth."""

    items: tuple[Item, ...]
    origin: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the body. ``widths`` are shares (any unit); ``align`` holds ``left``, ``center`` or ``right`` a column."""

    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    title: Text | None = None
    unit: Text | None = None
    widths: tuple[float, ...] | None = None
    align: tuple[str, ...] | None = None
    origin: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered block. Its level follows from its depth and the standard's levels for the document's type.

    Without ``title`` the number stands before the first paragraph; with ``run_in`` the title and the first paragraph
    share a line.
    """

    title: Text | None
    parts: tuple[Part, ...] = ()
    run_in: bool = False
    origin: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Task:
    """A task of a plan. ``lead``, ``support``, ``due`` and ``result`` become lines with the standard's labels."""

    title: Text | None = None
    text: tuple[Text, ...] = ()
    lead: tuple[Text, ...] = ()
    support: tuple[Text, ...] = ()
    due: Text | PartialDate | None = None
    result: Text | None = None
    run_in: bool = False
    origin: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """Tasks under a title of their own."""

    title: Text
    items: tuple[Task, ...]
    origin: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Tasks:
    """Tasks and groups of tasks, numbered at the next level."""

    items: tuple[Task | TaskGroup, ...]
    origin: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Attendance:
    """``count`` persons of one kind."""

    who: Text
    count: int


@dataclass(frozen=True, slots=True)
class Site:
    """A venue; ``total`` is filled in from ``groups`` where there are any."""

    name: Text
    groups: tuple[Attendance, ...] = ()
    total: int | None = None
    about: bool = False
    text: tuple[Text, ...] = ()
    origin: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Participants:
    """Who takes part: groups with counts, or venues with theirs. ``unit`` is the counted word (``người``, ``đại biểu``)."""

    groups: tuple[Attendance, ...] = ()
    sites: tuple[Site, ...] = ()
    total: int | None = None
    about: bool = False
    unit: Text | None = None
    origin: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Duty:
    """One numbered paragraph of Tổ chức thực hiện.

    ``text`` alone is a plain paragraph; with ``agencies`` it follows their names on the same line; ``parts`` stand below the
    agencies' own bold line.
    """

    agencies: tuple[Text, ...] = ()
    text: Text | None = None
    parts: tuple[Part, ...] = ()
    origin: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Implementation:
    """Tổ chức thực hiện: who does what, numbered at the next level."""

    items: tuple[Duty, ...]
    origin: str = field(default="", compare=False)


Part: TypeAlias = Paragraph | DashList | Table | Section | Tasks | Participants | Implementation


@dataclass(frozen=True, slots=True)
class Appendix:
    """A plain portrait appendix; label and reference line come from the standard."""

    title: Text
    parts: tuple[Part, ...]
    origin: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Document:
    """One administrative document.

    ``standard`` is the name of the rule set in force for it (``nd30``, ``hd05``, ``hd36``), ``type`` a slug of that standard's
    types. ``unit`` is the drafting unit's code of a công văn. ``authority`` and ``proposal`` belong to a decision.
    """

    standard: str
    type: str
    issuer: Issuer
    place: Text
    signatures: tuple[Signature, ...]
    title: Text | None = None
    number: int | None = None
    unit: Text | None = None
    date: PartialDate | None = None
    draft: Draft | None = None
    authority: Text | None = None
    bases: tuple[Text, ...] = ()
    proposal: Text | None = None
    addressees: tuple[Text, ...] = ()
    opening: tuple[Text, ...] = ()
    body: tuple[Part, ...] = ()
    articles: tuple[Section, ...] = ()
    closing: tuple[Text, ...] = ()
    distribution: tuple[Recipient, ...] = ()
    filing: Text | None = None
    drafter: Text | None = None
    appendices: tuple[Appendix, ...] = ()
