"""Who issues, who signs, who receives: short names of agency.yaml become what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from docgen.config.common import Agency
from docgen.config.common import Issuer as IssuerModel
from docgen.config.common import Recipient as RecipientModel
from docgen.config.common import Signature as SignatureModel
from docgen.config.data import Leaf
from docgen.config.keys import suggest
from docgen.document.model import Issuer, Recipient, Signature
from docgen.document.text import Text, literal
from docgen.problems import Message, msg
from docgen.spec.authority import check_authority
from docgen.spec.context import Context
from docgen.spec.report import Report
from docgen.spec.texts import leaves

N = TypeVar("N")


def find_named(report: Report, leaf: Leaf, named: Mapping[str, N], missing: Message) -> N | None:
    """What the short name ``leaf`` stands for; a problem and ``None`` when nothing has that name."""
    found = named.get(str(leaf).strip())
    if found is None:
        near = suggest(leaf, list(named))
        remedy = msg("Add it to agency.yaml, or write the keys out here.")
        if near is not None:
            remedy = msg("Did you mean {near}?", near=near)
        report.error("spec-unknown-name", leaf.spot, missing, remedy)
    return found


def find_agency(report: Report, leaf: Leaf, agencies: Mapping[str, Agency]) -> Agency | None:
    """The agency with the short name ``leaf``."""
    return find_named(report, leaf, agencies, msg('agency.yaml has no agency "{name}".', name=str(leaf)))


def read_issuer(context: Context, issuer: IssuerModel) -> Issuer:
    """The issuing body with the lines of its name."""
    texts = context.texts
    return Issuer(
        name=tuple(texts.entry(line) for line in leaves(issuer.name)),
        code=texts.name(issuer.code),
        parent=tuple(texts.entry(line) for line in leaves(issuer.parent)),
    )


def read_signatures(
    context: Context, value: Leaf | SignatureModel | Sequence[Leaf | SignatureModel], unsigned: bool, ranked: bool
) -> tuple[Signature, ...]:
    """Every signer; while the document is ``unsigned`` a signer's name may be open. ``ranked``: the agency's field has ranks."""
    entries = [value] if isinstance(value, Leaf | SignatureModel) else list(value)
    found: list[Signature] = []
    for entry in entries:
        model = entry
        if isinstance(entry, Leaf):
            missing = msg('agency.yaml has no signer "{name}".', name=str(entry))
            named = find_named(context.report, entry, context.book.signers, missing)
            if named is None:
                continue
            model = named
        assert isinstance(model, SignatureModel)
        if context.type is not None:
            check_authority(context, model, ranked)
        found.append(_signature(context, model, unsigned))
    return tuple(found)


def read_recipients(context: Context, value: Leaf | Iterable[Leaf | RecipientModel]) -> tuple[Recipient, ...]:
    """The lines of Nơi nhận. A name that ends in brackets is a name and a note, as it is printed."""
    entries = [value] if isinstance(value, Leaf) else list(value)
    mark = context.standard.marks["note"]
    bracketed = re.compile(rf"(.+?){re.escape(mark.prefix.use)}([^()]+){re.escape(mark.each.use)}")
    found: list[Recipient] = []
    for entry in context.expand(entries):
        name = context.texts.entry(entry.name if isinstance(entry, RecipientModel) else entry)
        note = _note(context, entry.note) if isinstance(entry, RecipientModel) and entry.note is not None else None
        split = bracketed.fullmatch(name.plain) if note is None else None
        if split is not None:
            name, note = literal(split[1], name.origin), literal(split[2], name.origin)
        found.append(Recipient(name, note))
    return tuple(found)


def read_addressees(context: Context, value: Leaf | Sequence[Leaf]) -> tuple[Text, ...]:
    """The bodies a document is sent to."""
    label = (
        str(context.standard.components["addressee_label"].text.use)
        if context.standard.components["addressee_label"].text
        else ""
    )
    own = context.type.addressee_label if context.type else None
    found = []
    for leaf in context.expand_names(leaves(value)):
        for words in {label, own or label}:
            what = msg("{label} is typed; docgen writes it itself.", label=words)
            context.texts.refuse_prefix(leaf, words.rstrip(":"), what)
        found.append(context.texts.entry(leaf))
    return tuple(found)


def _note(context: Context, leaf: Leaf) -> Text:
    text = context.texts.entry(leaf)
    if text.plain.startswith("(") and text.plain.endswith(")"):
        what = msg("The brackets around a note are typed; docgen writes them itself.")
        context.report.error("spec-typed-end", leaf.spot, what, msg("Write the words only."))
    return text


def _signature(context: Context, model: SignatureModel, unsigned: bool) -> Signature:
    office, report = context.texts.office, context.report

    def read(leaf: Leaf | None) -> Text | None:
        return None if leaf is None else office(leaf)

    if model.is_whole and model.title is None and model.on_behalf_of is None:
        what = msg("A signature needs at least `title` or `on_behalf_of`.")
        report.error("spec-missing-key", model.spot, what, msg("Add the office of the signer: `title: …`."))
    if model.name is None and not unsigned and (model.is_whole or "name" in model.empty):
        what = msg("The signer's name is missing, and the document has number and date.")
        report.error("spec-missing-key", model.spot, what, msg("Add `name: …`, or `draft: true`."))
    if model.acting and model.title is None and model.is_whole:
        what = msg("acting stands before an office, and there is none.")
        report.error("spec-missing-key", model.key_spot("acting"), what, msg("Add `title: …`."))
    return Signature(
        on_behalf_of=read(model.on_behalf_of),
        deputy_for=read(model.deputy_for),
        by_order_of=read(model.by_order_of),
        authorised_by=read(model.authorised_by),
        acting=bool(model.acting),
        in_charge=bool(model.in_charge),
        title=read(model.title),
        other_title=read(model.other_title),
        rank=None if model.rank is None else context.texts.name(model.rank),
        name=None if model.name is None else context.texts.name(model.name),
        origin=model.pointer,
    )
