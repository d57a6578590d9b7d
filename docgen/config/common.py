"""What both a spec and agency.yaml may hold: issuers, signatures, recipients; and the shape of agency.yaml."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field

from docgen.config.data import Leaf
from docgen.config.records import LIST, MAPPING, TEXT, Flag, Record, Texts, by_kind, one_of


class Issuer(Record):
    """Who issues: the superior body, the body itself, its code."""

    KIND: ClassVar[str] = "issuer"
    parent: Texts | None = None
    name: Texts
    code: Leaf


class Recipient(Record):
    """One line of Nơi nhận with a note in brackets."""

    KIND: ClassVar[str] = "recipient"
    name: Leaf
    note: Leaf | None = None


class Signature(Record):
    """Who signs, by which authority."""

    KIND: ClassVar[str] = "signature"
    MAY_BE_EMPTY: ClassVar[frozenset[str]] = frozenset({"name"})
    on_behalf_of: Leaf | None = None
    deputy_for: Leaf | None = None
    by_order_of: Leaf | None = None
    authorised_by: Leaf | None = None
    acting: Flag | None = None
    in_charge: Flag | None = None
    title: Leaf | None = None
    other_title: Leaf | None = None
    rank: Leaf | None = None
    name: Leaf | None = None


#: a recipient as a text or with a note
AnyRecipient = Annotated[Annotated[Leaf, TEXT] | Annotated[Recipient, MAPPING], by_kind()]


class Labels(Record):
    """The words before the lines of a task."""

    KIND: ClassVar[str] = "labels"
    lead: Leaf | None = None
    support: Leaf | None = None
    due: Leaf | None = None
    result: Leaf | None = None


class Agency(Record):
    """What an agency's specs need not say.

    ``sector``: the fields whose signers may carry a rank or degree (Decree 30, PL I, P.I, II.7.c).
    """

    KIND: ClassVar[str] = "agency"
    issuer: Issuer | None = None
    standard: Leaf | None = None
    place: Leaf | None = None
    filing: Leaf | None = None
    labels: Labels | None = None
    template: Leaf | None = None
    layer: dict[str, Any] | None = None
    sector: Annotated[str, one_of("armed_forces", "education", "health", "science")] | None = None


class AgencyFile(Record):
    """agency.yaml: agencies, signers and lists by their short names."""

    KIND: ClassVar[str] = "agency_file"
    agencies: dict[str, Agency] = Field(default_factory=dict)
    signers: dict[str, Signature] = Field(default_factory=dict)
    lists: dict[str, Annotated[list[AnyRecipient], LIST]] = Field(default_factory=dict)
