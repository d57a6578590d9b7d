"""A Layout, what was recognised in a Word file, becomes a document in normal form."""

from __future__ import annotations

from dataclasses import replace

from docgen.document.model import Appendix, Document
from docgen.document.text import Text, literal
from docgen.problems import msg
from docgen.reading import Layout, Passage
from docgen.reading.layout import Appendix as ReadAppendix
from docgen.recovery.bodies import arrange, arrange_appendix
from docgen.recovery.foots import read_distribution, read_drafter, read_filing, read_signatures
from docgen.recovery.heads import (
    plain_of,
    read_addressees,
    read_authority,
    read_bases,
    read_date,
    read_draft,
    read_issuer,
    read_number,
    read_title,
    text_of,
    words_of,
)
from docgen.recovery.passages import read_lines
from docgen.recovery.recovered import Notes, Recovered
from docgen.recovery.texts import joined, look_of, mapped, titled
from docgen.rendering.phrases import authority_segment
from docgen.standards import DocumentType, Standard
from docgen.vietnamese import capitals

#: components between which the text stands, and those that stand round it
_HEAD = frozenset(
    {
        *(
            "motto",
            "slogan",
            "party_title",
            "parent",
            "issuer",
            "star",
            "number",
            "place_date",
            "draft_mark",
            "abstract_dispatch",
        ),
        *("type_name", "abstract", "separator", "authority", "decision_word", "base", "addressee_label", "addressee"),
    }
)
_FOOT = frozenset(
    {
        *("recipients_label", "recipient", "filing", "drafter"),
        *("sign_authority", "sign_title", "sign_concurrent", "sign_other_title", "sign_name"),
    }
)
_APPENDIX = frozenset({"appendix_label", "appendix_title", "appendix_reference", "separator"})


def recover(layout: Layout, standard: Standard | None = None, *, loose: bool = False) -> Recovered:
    """The document that ``layout`` shows, with what of it was guessed and what it cannot hold.

    ``standard``: the layout's rule set as an agency has narrowed it, with the labels that it prints. ``loose``: labels of tasks in
    people's own words count as well.
    Only what is printed counts: bookmarks and records of the making are not looked at.
    """
    notes = Notes()
    standard = standard or layout.standard
    slug = _type(layout, notes)
    kind = standard.types[slug]
    number = read_number(layout, standard, kind, notes)
    place, date = read_date(layout, notes)
    bases, proposal = read_bases(layout, standard, kind)
    addressees = read_addressees(layout, standard)
    text, left = _part(layout)
    lines = read_lines(text, standard, False)
    guessing = notes if loose else None
    texts = arrange(lines, standard, kind, guessing)
    for i, appendix in enumerate(layout.appendices):
        if appendix.label is None:
            what = msg("No label of an appendix stands above this in the file; docgen writes one.")
            notes.guess(what, f"/appendices/{i}/title", appendix.first)
    document = Document(
        standard=standard.name,
        type=slug,
        issuer=read_issuer(layout, number.code),
        place=place,
        signatures=read_signatures(layout, standard, notes),
        title=_title(layout, standard, kind, slug, notes),
        number=number.number,
        unit=number.unit,
        date=date,
        draft=read_draft(layout, notes),
        authority=read_authority(layout, kind),
        bases=bases,
        proposal=proposal,
        addressees=addressees,
        opening=texts.opening,
        body=texts.body,
        articles=texts.articles,
        closing=texts.closing,
        distribution=read_distribution(layout, standard, bool(addressees)),
        filing=read_filing(layout, standard),
        drafter=read_drafter(layout, standard, loose),
        appendices=tuple(_appendix(i, one, layout, standard, kind, guessing) for i, one in enumerate(layout.appendices)),
    )
    return Recovered(_without_derived(document, standard), left, tuple(notes.guesses), tuple(notes.reworded))


def _type(layout: Layout, notes: Notes) -> str:
    """The type; where it cannot be told or is not laid out, the one that prints no type's name, so that none is wrong."""
    types = layout.standard.types
    if layout.type is not None and types[layout.type].layout == "now":
        return layout.type
    what = msg("docgen does not know this type of document, or does not lay it out yet.")
    if name := layout.get("type_name"):
        what = msg(
            "docgen does not know this type of document, or does not lay it out yet: {name}. It is set as a công văn, which prints "
            "no type; the type's name stands in the title.",
            name=words_of(name),
        )
    notes.guess(what, "/type")
    return next(slug for slug, kind in types.items() if kind.layout == "now" and kind.dispatch)


def _title(layout: Layout, standard: Standard, kind: DocumentType, slug: str, notes: Notes) -> Text | None:
    """Trích yếu; behind the name of a type that is not the document's own."""
    title = read_title(layout, standard, kind, notes)
    name = layout.get("type_name")
    if layout.type == slug or not name:
        return title
    return joined([text_of(name, look_of(standard, "type_name")), *([title] if title else [])], " ")


def _part(layout: Layout) -> tuple[list[Passage], tuple[Text, ...]]:
    """The passages of the text, and the words of those round it that no key of a spec holds."""
    own = [passage for passage in layout.passages if passage.appendix is None]
    head = max((i for i, passage in enumerate(own) if passage.component in _HEAD), default=-1)
    foot = next((i for i, passage in enumerate(own) if i > head and passage.component in _FOOT), len(own))
    text = own[head + 1 : foot]
    around = [p for p in (*own[: head + 1], *own[foot:]) if p.component not in _HEAD | _FOOT]
    return text, tuple(plain_of([passage]) for passage in around if any(c.isalnum() for c in passage.text))


def _appendix(
    index: int, read: ReadAppendix, layout: Layout, standard: Standard, kind: DocumentType, loose: Notes | None
) -> Appendix:
    look = look_of(standard, "appendix_title")
    title = text_of(read.title, look) if read.title else literal("")
    if standard.components["appendix_title"].in_capitals:
        title = mapped(title, capitals)
    passages = [p for p in layout.passages if p.appendix == index and p.component not in _APPENDIX]
    return Appendix(titled(title), arrange_appendix(read_lines(passages, standard, True), standard, kind, loose))


def _without_derived(document: Document, standard: Standard) -> Document:
    """Without an authority line that docgen would write just so."""
    if document.authority is None or not document.signatures:
        return document
    derived = authority_segment(standard, replace(document, authority=None)).plain
    return replace(document, authority=None) if document.authority.plain == derived else document
