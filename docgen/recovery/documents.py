"""A Layout, what was recognised in a Word file, becomes a document in normal form."""

from __future__ import annotations

from dataclasses import replace

from docgen.document.model import Appendix, Document
from docgen.document.text import literal
from docgen.problems import msg
from docgen.reading import Layout, Passage
from docgen.reading.layout import Appendix as ReadAppendix
from docgen.recovery.bodies import arrange, arrange_appendix
from docgen.recovery.foots import read_distribution, read_drafter, read_filing, read_signatures
from docgen.recovery.heads import (
    read_addressees,
    read_authority,
    read_bases,
    read_date,
    read_draft,
    read_issuer,
    read_number,
    read_title,
    text_of,
)
from docgen.recovery.passages import read_lines
from docgen.recovery.recovered import Notes, Recovered
from docgen.recovery.texts import look_of, mapped, titled
from docgen.rendering.phrases import authority_segment
from docgen.standards import DocumentType, Standard
from docgen.vietnamese import capitals

#: components that the rule set or the head hold; all others are of the text
_FRAME = frozenset(
    {
        *("motto", "slogan", "party_title", "parent", "issuer", "star", "number", "place_date", "draft_mark", "abstract_dispatch"),
        *("type_name", "abstract", "separator", "authority", "decision_word", "base", "addressee_label", "addressee"),
        *("recipients_label", "recipient", "filing", "drafter"),
        *("sign_authority", "sign_title", "sign_concurrent", "sign_other_title", "sign_name"),
        *("appendix_label", "appendix_title", "appendix_reference"),
    }
)


def recover(layout: Layout) -> Recovered:
    """The document that ``layout`` shows, with what of it was guessed and what it cannot hold.

    Only what is printed counts: bookmarks and records of the making are not looked at.
    """
    notes = Notes()
    standard = layout.standard
    slug = _type(layout, notes)
    kind = standard.types[slug]
    number = read_number(layout, standard, kind, notes)
    place, date = read_date(layout, notes)
    bases, proposal = read_bases(layout, standard, kind)
    addressees = read_addressees(layout, standard)
    lines = read_lines(layout, [p for p in layout.passages if _is_text(p, None)], standard, False, notes)
    texts = arrange(lines, standard, kind)
    document = Document(
        standard=standard.name,
        type=slug,
        issuer=read_issuer(layout, number.code),
        place=place,
        signatures=read_signatures(layout, standard),
        title=read_title(layout, standard, kind),
        number=number.number,
        unit=number.unit,
        date=date,
        draft=read_draft(layout),
        authority=read_authority(layout),
        bases=bases,
        proposal=proposal,
        addressees=addressees,
        opening=texts.opening,
        body=texts.body,
        articles=texts.articles,
        closing=texts.closing,
        distribution=read_distribution(layout, standard, bool(addressees)),
        filing=read_filing(layout, standard),
        drafter=read_drafter(layout, standard),
        appendices=tuple(_appendix(i, one, layout, kind, notes) for i, one in enumerate(layout.appendices)),
    )
    return Recovered(_without_derived(document, standard), tuple(notes.guesses), tuple(notes.lost))


def _type(layout: Layout, notes: Notes) -> str:
    """The type; where it cannot be told, the one that its head looks most like."""
    if layout.type is not None:
        return layout.type
    dispatch = layout.get("addressee") or layout.get("abstract_dispatch") or not layout.get("type_name")
    found = next(slug for slug, kind in layout.standard.types.items() if kind.dispatch == bool(dispatch) and kind.layout == "now")
    notes.guess(msg("the type could not be told"), "/type")
    return found


def _is_text(passage: Passage, appendix: int | None) -> bool:
    return passage.appendix == appendix and passage.component not in _FRAME and not passage.component.startswith("copy_")


def _appendix(index: int, read: ReadAppendix, layout: Layout, kind: DocumentType, notes: Notes) -> Appendix:
    standard = layout.standard
    look = look_of(standard, "appendix_title")
    title = text_of(read.title, look) if read.title else literal("")
    if standard.components["appendix_title"].in_capitals:
        title = mapped(title, capitals)
    passages = [p for p in layout.passages if _is_text(p, index)]
    return Appendix(titled(title), arrange_appendix(read_lines(layout, passages, standard, True, notes), standard, kind))


def _without_derived(document: Document, standard: Standard) -> Document:
    """Without an authority line that docgen would write just so."""
    if document.authority is None or not document.signatures:
        return document
    derived = authority_segment(standard, replace(document, authority=None)).plain
    return replace(document, authority=None) if document.authority.plain == derived else document
