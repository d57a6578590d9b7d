"""A validated spec, its agency and its rule set become a document. Every problem is collected; nothing is guessed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docgen.config.agency import AgencyBook
from docgen.config.common import Agency
from docgen.config.common import Issuer as IssuerModel
from docgen.config.data import Leaf
from docgen.document.model import Appendix, Document, Draft, Issuer, Paragraph, Part, PartialDate, Section, Signature, Tasks
from docgen.document.text import Text
from docgen.problems import has_errors, msg
from docgen.spec.body import BodyReader
from docgen.spec.choosing import PARTY, apply_agency, choose_standard, choose_type
from docgen.spec.context import Context
from docgen.spec.ending import check_end
from docgen.spec.models import Spec, TaskSection
from docgen.spec.people import find_agency, read_addressees, read_issuer, read_recipients, read_signatures
from docgen.spec.report import Report
from docgen.spec.requirements import check_keys
from docgen.spec.texts import TextReader, leaves
from docgen.spec.work import read_implementation, read_participants, read_task_items, require_date, task_section
from docgen.standards import Standard, edition_for, load_standard
from docgen.vietnamese import running_name


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a spec stands for; ``template`` is where the spec's or the agency's own template lies."""

    document: Document
    standard: Standard
    template: Path | None


def resolve(spec: Spec, book: AgencyBook, report: Report, folder: Path | None, today: date | None) -> Resolved | None:
    """The document of ``spec``; ``None`` when something that it cannot do without is missing or wrong (``report`` says what).

    ``folder`` is where the spec lies: paths in it count from there.
    """
    is_whole = not has_errors(report.problems)
    agency = find_agency(report, spec.issuer, book.agencies) if isinstance(spec.issuer, Leaf) else None
    fallback = load_standard(edition_for("state", None))
    before = Context(report, book, fallback, None, None, TextReader(report, fallback))
    day = None if spec.date is None else require_date(before, spec.date)
    named = spec.standard or (agency.standard if agency else None)
    # an agency that is not known might have named it
    unknown = not spec.is_kept("standard") or (named is None and agency is None and isinstance(spec.issuer, Leaf))
    chosen = None if unknown else choose_standard(report, named, spec.spot, day, today)
    found = choose_type(report, spec.type, spec.spot, chosen) if spec.is_kept("type") else None
    standard = chosen or fallback
    if agency is not None and chosen is not None:
        standard = apply_agency(report, chosen, agency, None if agency.standard is None else str(agency.standard))
    slug, kind = found or (None, None)
    context = Context(report, book, standard, slug, kind, TextReader(report, standard))
    check_keys(context, spec, agency)
    return _Resolver(context, spec, agency, day, is_whole).resolve(folder)


class _Resolver:
    def __init__(self, context: Context, spec: Spec, agency: Agency | None, day: PartialDate | None, is_whole: bool) -> None:
        self._context = context
        self._is_whole = is_whole and context.type is not None
        self._spec = spec
        self._agency = agency
        self._day = day

    def resolve(self, folder: Path | None) -> Resolved | None:
        context, spec, texts = self._context, self._spec, self._context.texts
        kind = context.type
        unsigned = bool(spec.draft) or spec.number is None or self._day is None or self._day.day is None
        place = spec.place or (self._agency.place if self._agency else None)
        filing = spec.filing or (self._agency.filing if self._agency else None)
        issuer = self._issuer()
        signatures = self._signatures(unsigned)
        title = None if spec.title is None else self._title(spec.title)
        body = self._body(BodyReader(context, kind.levels if kind else ()))
        articles = self._articles()
        place_text = None if place is None else texts.entry(place)
        document_parts = {
            "unit": None if spec.unit is None else texts.name(spec.unit),
            "authority": None if spec.authority is None else texts.entry(spec.authority),
            "proposal": None if spec.proposal is None else self._base(spec.proposal, "proposal"),
            "filing": None if filing is None else self._filing(filing),
            "drafter": None if spec.drafter is None else texts.name(spec.drafter),
        }
        draft = Draft(None if spec.draft is True else spec.draft, spec.below("draft")) if spec.draft else None
        bases = tuple(self._base(leaf, "base") for leaf in leaves(spec.bases))
        addressees = () if spec.addressees is None else read_addressees(context, spec.addressees)
        opening, closing = texts.paragraphs(spec.opening), texts.paragraphs(spec.closing)
        recipients = () if spec.distribution is None else read_recipients(context, spec.distribution)
        appendices = self._appendices()
        template = self._template(folder)
        if self._is_whole:
            # what was left out as wrong might have stood last
            text: tuple[Part, ...] = tuple(map(Paragraph, closing)) or articles or body
            ends = [appendix.parts for appendix in appendices if context.standard.text_end.appendix]
            for parts in (text, *ends):
                check_end(context.report, spec.spot, context.standard, parts)
        if issuer is None or place_text is None or context.slug is None:
            return None
        document = Document(
            standard=context.standard.name,
            type=context.slug,
            issuer=issuer,
            place=place_text,
            signatures=signatures,
            title=title,
            number=spec.number,
            date=self._day,
            draft=draft,
            bases=bases,
            addressees=addressees,
            opening=opening,
            body=body,
            articles=articles,
            closing=closing,
            distribution=recipients,
            appendices=appendices,
            **document_parts,
        )
        if appendices:
            self._note_guessed_name(issuer)
        return Resolved(document, context.standard, template)

    def _note_guessed_name(self, issuer: Issuer) -> None:
        """Appendices name the issuer inside a sentence; small letters cannot always be known from capitals."""
        name = running_name(" ".join(line.plain for line in issuer.name))
        if name.guessed:
            what = msg('The reference line of the appendices names the issuer as "{name}".', name=name.name)
            remedy = msg(
                "If that is wrong, write the issuer's name in small letters as in a sentence; the head has it in capitals."
            )
            self._context.report.note("spec-name-guessed", self._spec.key_spot("issuer"), what, remedy)

    def _issuer(self) -> Issuer | None:
        model = self._spec.issuer if isinstance(self._spec.issuer, IssuerModel) else None
        if self._agency is not None and model is None:
            model = self._agency.issuer
            if model is None and isinstance(self._spec.issuer, Leaf):
                what = msg('The agency "{name}" of agency.yaml has no issuer.', name=str(self._spec.issuer))
                self._context.report.error("spec-missing-key", self._spec.issuer.spot, what, msg("Add `issuer:` to the agency."))
        return None if model is None else read_issuer(self._context, model)

    def _signatures(self, unsigned: bool) -> tuple[Signature, ...]:
        if self._spec.signature is None:
            return ()
        agency = self._agency
        ranked = agency is not None and (agency.sector is not None or not agency.is_kept("sector"))
        # an agency that is not known might allow a rank
        ranked = ranked or (agency is None and isinstance(self._spec.issuer, Leaf))
        return read_signatures(self._context, self._spec.signature, unsigned, ranked)

    def _title(self, leaf: Leaf) -> Text:
        context = self._context
        own = _about(context.standard)
        if context.type is not None and context.type.dispatch and own:
            # the words of the other regime are as little the author's business
            newest = (load_standard(edition_for(regime, None)) for regime in ("state", PARTY))
            for words in dict.fromkeys((own, *map(_about, newest))):
                what = msg("{words} is typed; docgen writes {own} itself.", words=words, own=own)
                context.texts.refuse_prefix(leaf, words, what)
        elif context.type is not None and not context.type.dispatch:
            words = _about(load_standard(edition_for("state", None)))
            context.texts.refuse_prefix(leaf, words, msg("{words} belongs to a công văn only.", words=words))
        return context.texts.title(leaf)

    def _base(self, leaf: Leaf, mark: str) -> Text:
        """An entry of the căn cứ; ``mark`` names the rule set's data, which has the words in front of it."""
        text, data = self._context.texts.title(leaf), self._context.standard.marks[mark]
        self._context.texts.check_opening(leaf, text, data.openings, data.lead.use.strip())
        return text

    def _filing(self, leaf: Leaf) -> Text:
        context = self._context
        mark = context.standard.marks["filing"]
        words = (mark.lead.use or mark.prefix.use).strip(" -:")
        context.texts.refuse_prefix(leaf, words, msg("{words} is typed; docgen writes it itself.", words=words))
        return context.texts.entry(leaf)

    def _body(self, reader: BodyReader) -> tuple[Part, ...]:
        context, spec = self._context, self._spec
        if spec.body is not None:
            return reader.blocks(spec.body, 0)
        sections: list[Part] = []
        if spec.purpose is not None and spec.requirements is not None:
            pair = reader.purpose_sections(spec.purpose, spec.requirements, "", 1)
            sections.append(Section(context.title_for("purpose_requirements"), pair, origin="/purpose"))
        elif spec.purpose is not None:
            sections.append(Section(context.title_for("purpose"), reader.content(spec.purpose, 1), origin="/purpose"))
        elif spec.requirements is not None:
            sections.append(
                Section(context.title_for("requirements"), reader.content(spec.requirements, 1), origin="/requirements")
            )
        sections += [reader.section(block, 0) for block in spec.sections or ()]
        if spec.participants is not None:
            people = read_participants(reader, spec.participants, "/participants", spec.key_spot("participants"))
            sections.append(Section(context.title_for("participants"), (people,), origin="/participants"))
        if isinstance(spec.tasks, TaskSection):
            sections.append(task_section(reader, spec.tasks, "/tasks", 0))
        elif spec.tasks is not None:
            tasks = Tasks(read_task_items(reader, spec.tasks, 1), "/tasks")
            sections.append(Section(context.title_for("tasks"), (tasks,), origin="/tasks"))
        if spec.implementation is not None:
            duties = read_implementation(reader, spec.implementation, "/implementation", 1)
            sections.append(Section(context.title_for("implementation"), (duties,), origin="/implementation"))
        return tuple(sections)

    def _articles(self) -> tuple[Section, ...]:
        context, kind = self._context, self._context.type
        reader = BodyReader(context, kind.article_levels if kind else ())
        found: list[Section] = []
        for article in self._spec.articles or ():
            if article.is_whole and article.title is None and article.text is None:
                what = msg("An article begins with a title or a text.")
                context.report.error("spec-empty-block", article.spot, what, msg("Add `text: …`."))
            title = None if article.title is None else context.texts.title(article.title)
            text = reader.text_parts(article.text)
            if article.points is not None:
                reader.check_depth(article.key_spot("points"), 1)
            points = tuple(reader.section(point, 1) for point in article.points or ())
            found.append(Section(title, (*text, *points), origin=article.pointer))
        return tuple(found)

    def _appendices(self) -> tuple[Appendix, ...]:
        context, kind = self._context, self._context.type
        reader = BodyReader(context, kind.levels if kind else ())
        found: list[Appendix] = []
        for block in self._spec.appendices or ():
            if block.run_in:
                what = msg("An appendix has its title on a line of its own.")
                context.report.error("spec-run-in", block.key_spot("run_in"), what, msg("Delete run_in."))
            parts = reader.parts(block, 0)
            if block.title is not None:
                found.append(Appendix(context.texts.title(block.title), parts, block.pointer))
            elif block.is_whole:
                what = msg("An appendix needs a title.")
                context.report.error("spec-missing-key", block.spot, what, msg("Add `title: …`."))
        return tuple(found)

    def _template(self, folder: Path | None) -> Path | None:
        leaf = self._spec.template or (self._agency.template if self._agency else None)
        if leaf is None:
            return None
        base = folder if self._spec.template is not None else Path(leaf.spot.source.shown).parent
        path = (base or Path()) / leaf.strip()
        # os.path says no where pathlib raises: names that are too long, or hold a zero byte
        if not os.path.isfile(path):
            what = msg("There is no template {path}.", path=str(path))
            self._context.report.error(
                "spec-no-template", leaf.spot, what, msg("Paths count from the folder of the file that names them.")
            )
        return path


def _about(standard: Standard) -> str:
    """The words in front of what a công văn is about; empty when there are none."""
    prefix = standard.components["abstract_dispatch"].prefix
    return prefix.use.strip() if prefix is not None else ""
