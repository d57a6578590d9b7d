"""Forms of words that a rule set prescribes: date, number line, authority, reference, signature."""

from __future__ import annotations

from docgen.document.model import Document, PartialDate, Signature
from docgen.document.text import Text
from docgen.rendering.blocks import Segment, capitalise, fill, segment, words
from docgen.standards import Standard
from docgen.vietnamese import format_long, letter, pad, roman, running_name, upper


def date_words(standard: Standard, date: PartialDate | None, pattern: str | None = None) -> str:
    """A date in the standard's form; gaps stand for what is open (PL I, P.I, II.4.b; HD05 I-4.2.2)."""
    form = standard.date
    year, month, day = (date.year, date.month, date.day) if date else (None, None, None)
    return format_long(
        pattern or form.pattern,
        year,
        month,
        day,
        day_pad_below=form.day_pad_below,
        month_pad_below=form.month_pad_below,
        gap=form.gap,
    )


def deadline_words(standard: Standard, date: PartialDate) -> str:
    """A date inside a text, as exact as it is known."""
    form = standard.date
    pattern = form.pattern if date.day else form.month_pattern if date.month else form.year_pattern
    return date_words(standard, date, pattern)


def numeral_words(standard: Standard, numeral: str, n: int) -> str:
    """The ``n``-th number of a level: Roman, Arabic or a Vietnamese letter (PL I, P.I, II.6.đ)."""
    if numeral == "letter":
        return letter(n, standard.letters.use)
    return roman(n) if numeral == "roman" else str(n)


def number_words(standard: Standard, document: Document) -> str:
    """The number in the standard's form, or its gap."""
    form = standard.number_line
    return form.gap if document.number is None else pad(document.number, form.pad_below)


def number_segments(standard: Standard, document: Document) -> list[Segment]:
    """Số, ký hiệu (PL I, P.I, II.3; HD05 I-3.2.2)."""
    form, kind = standard.number_line, standard.types[document.type]
    pattern = form.typed
    if kind.dispatch:
        pattern = form.dispatch if document.unit else form.dispatch_plain
    unit: Text | str = document.unit or ""
    return fill(form.prefix.use + pattern, number=number_words(standard, document), type=kind.code, issuer=document.issuer.code, unit=unit)


def code_words(standard: Standard, document: Document) -> str:
    """Number and code without the word before them, as a citation prints them."""
    line = "".join(s.plain for s in number_segments(standard, document))
    return line.removeprefix(standard.number_line.prefix.use)


def issuer_words(document: Document) -> str:
    """The issuing body's name on one line, as typed."""
    return " ".join(line.plain for line in document.issuer.name)


def authority_segment(standard: Standard, document: Document) -> Segment:
    """The authority line of a decision: as given, else the head's office with the body's name, or the body's name alone.

    Mẫu 1.2, note 6: an office for a person's decision, the body's name for a collective's.
    """
    if document.authority:
        return segment(document.authority, capitals=True)
    signer = document.signatures[0]
    office = signer.deputy_for or signer.title
    if signer.on_behalf_of or office is None:
        return words(upper(issuer_words(document)))
    return words(_joined(upper(office.plain), upper(issuer_words(document))))


def _joined(office: str, body: str) -> str:
    """The office and the body's name, words that both have said once: ``CHÁNH VĂN PHÒNG``, not ``CHÁNH VĂN PHÒNG VĂN PHÒNG``."""
    own, its = office.split(), body.split()
    shared = next((n for n in range(min(len(own), len(its)), 0, -1) if own[-n:] == its[:n]), 0)
    return " ".join(own + its[shared:])


def reference_segments(standard: Standard, document: Document) -> list[Segment]:
    """The line under an appendix's title (PL I, P.I, III.1.c; HD05 II-1)."""
    date = date_words(standard, document.date, standard.date.reference_pattern)
    kind = standard.types[document.type]
    text = standard.words.reference.use.format(
        type=kind.name, number=code_words(standard, document), date=date, issuer=running_name(issuer_words(document)).name
    )
    return [words(text)]


def signature_lines(standard: Standard, signature: Signature) -> list[tuple[str, list[Segment]]]:
    """The lines above the signature as (component, segments), outermost authority first (PL I, P.I, II.7; HD05 I-7.1)."""
    forms = standard.signature
    deputy = signature.deputy_for
    if signature.in_charge and not forms.in_charge_signs_for_head.use:
        deputy = None
    lines: list[tuple[str, list[Segment]]] = []
    for form, text in (
        (forms.on_behalf_of, signature.on_behalf_of),
        (forms.by_order_of, signature.by_order_of),
        (forms.authorised_by, signature.authorised_by),
        (forms.deputy_for, deputy),
    ):
        if text and form:
            lines.append(("sign_authority", _capitals(fill(form.pattern, words=text))))
    if signature.title:
        pattern = forms.acting.pattern if signature.acting else "{words}"
        lines.append(("sign_title", _capitals(fill(pattern, words=signature.title))))
    return lines


def name_segments(standard: Standard, signature: Signature) -> list[Segment]:
    """The signer's name, behind the rank where the sector writes one."""
    if signature.name is None:
        return [segment(signature.rank)] if signature.rank else []
    if signature.rank is None:
        return [segment(signature.name)]
    return fill(standard.signature.ranked_name.pattern, rank=signature.rank, words=signature.name)


def _capitals(segments: list[Segment]) -> list[Segment]:
    """The author's words in capitals; the marks of authority are written as the standard gives them."""
    return [s._replace(spans=capitalise(s.spans)) if s.origin else s for s in segments]
