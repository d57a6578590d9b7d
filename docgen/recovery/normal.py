"""The normal form of a document: what its print still tells of it."""

from __future__ import annotations

from dataclasses import replace

from docgen.document.model import Appendix, Document, Issuer, Part, Recipient, Section, Signature
from docgen.document.text import Span, Text, literal
from docgen.recovery.bodies import arrange, arrange_appendix
from docgen.recovery.flat import Flattener
from docgen.recovery.lines import Kind, Line, with_end
from docgen.recovery.marks import one_line, part_bases, part_note, part_rank, without_lead
from docgen.recovery.texts import look_of, mapped, seen, titled
from docgen.rendering.phrases import authority_segment
from docgen.standards import Mark, Standard
from docgen.vietnamese import capitals, upper


def normalise(document: Document, standard: Standard) -> Document:
    """``document`` as far as print shows it: two documents that print the same have the same normal form.

    Print cannot tell apart, so here:

    - words of components that the rule set prints in capitals are in capitals; origins are gone;
    - emphasis that a component's look has already is gone; white space is emphasised between emphasised letters only;
    - lines of the head's names have single spaces, because they may be broken anywhere;
    - a base, a proposal or a filing line is without the words that the rule set puts before it; a last base that begins as a
      proposal is one;
    - the code of a công văn's number ends at its first hyphen: what follows is the unit's;
    - the authority of a decision is given only where it is not what docgen derives from its signer and issuer;
    - ``Như trên`` at the head of Nơi nhận is not given where somebody is addressed; brackets at the end of a recipient are its
      note; a signer's known rank is parted from his name;
    - ``in_charge`` prints nothing; an office that it keeps from print is gone;
    - paragraphs before the first numbered block are the opening, whose last one is without the mark that is put behind it; they
      are of the body where nothing numbered follows, or where that mark would be put and is not there (above articles they are
      always the opening);
    - paragraphs at the end, below a numbered block without a title of its own line, a list or a table, are the closing; all
      other paragraphs behind the last block are of that block;
    - the last sentence has the sign that the end of the text begins with;
    - a duty is a block without title whose agencies are bold, or a block whose title they are; only where a title would not be
      bold it is a duty with its agencies joined;
    - a bold beginning before a colon is a title that shares its line where the number looks the same either way; a first
      paragraph of an article that is bold as a whole is its title;
    - tasks without labelled lines are blocks unless a task stands beside them; groups of tasks at the outermost level are blocks;
      names joined in one text are several; a time that reads as a date is one;
    - participants are lists and paragraphs but where their counts show them;
    - what follows a list item is part of it only where a deeper item follows; lists that touch are one;
    - shares of a table's columns are percentages of what is printed, and only given where docgen would choose others; so are
      sides.

    Outside the law are documents of which a paragraph begins as a numbered block or a list item does (with a backslash in the
    spec), and those without a signer's name, whose other office print cannot tell from a name.
    """
    kind = standard.types[document.type]
    flat = Flattener(standard, kind.levels)
    lines = [Line(Kind.TEXT, seen(text)) for text in _opening(document, standard)]
    lines += flat.lines(document.body)
    lines += Flattener(standard, kind.article_levels).lines(document.articles)
    lines += [Line(Kind.TEXT, seen(text)) for text in document.closing]
    texts = arrange(with_end(lines, standard, False), standard, kind)
    bases, proposal = _bases(document, standard)
    code, unit = _code(document, standard)
    title = (
        None
        if document.title is None
        else titled(document.title, look_of(standard, "abstract_dispatch" if kind.dispatch else "abstract"))
    )
    return _with_authority(
        replace(
            document,
            issuer=Issuer(_names(document.issuer.name), code, _names(document.issuer.parent)),
            place=_plain(document.place),
            signatures=tuple(_signature(signature, standard) for signature in document.signatures),
            title=title,
            unit=unit,
            bases=bases,
            proposal=proposal,
            addressees=tuple(map(_plain, document.addressees)),
            opening=texts.opening,
            body=texts.body,
            articles=texts.articles,
            closing=texts.closing,
            distribution=_distribution(document, standard),
            filing=None if document.filing is None else without_lead(_plain(document.filing), standard.marks["filing"]),
            drafter=None if document.drafter is None else _drafter(document.drafter, standard),
            appendices=tuple(_appendix(appendix, document, standard) for appendix in document.appendices),
        ),
        standard,
    )


def _plain(text: Text) -> Text:
    return seen(literal(text.plain))


def _names(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    return tuple(literal(one_line(upper(text.plain))) for text in texts)


def _opening(document: Document, standard: Standard) -> tuple[Text, ...]:
    """The opening with the mark that is printed behind it."""
    follows: tuple[Part, ...] = document.body or document.articles
    opening = document.opening
    if opening and follows and isinstance(follows[0], Section) and opening[-1].plain[-1:].isalnum():
        mark = Span(standard.marks["opening"].last.use)
        return (*opening[:-1], Text((*opening[-1].spans, mark), opening[-1].origin))
    return opening


def _bases(document: Document, standard: Standard) -> tuple[tuple[Text, ...], Text | None]:
    look = look_of(standard, "base")

    def printed(text: Text, mark: Mark) -> Text:
        lead = mark.opening_of(text.plain).removeprefix(mark.prefix.use)
        return titled(Text((Span(lead), *text.spans), text.origin) if lead else text, look)

    entries = [printed(text, standard.marks["base"]) for text in document.bases]
    if document.proposal is not None:
        entries.append(printed(document.proposal, standard.marks["proposal"]))
    return part_bases(entries, standard, standard.types[document.type])


def _code(document: Document, standard: Standard) -> tuple[Text, Text | None]:
    """The issuer's code and that of the drafting unit."""
    kind, code = standard.types[document.type], _plain(document.issuer.code)
    if not (kind.dispatch and kind.unit):
        return code, None
    written = code.plain if not document.unit else f"{code.plain}-{document.unit.plain}"
    first, _, rest = written.partition("-")
    return literal(first), literal(rest) if rest else None


def _signature(signature: Signature, standard: Standard) -> Signature:
    def office(text: Text | None) -> Text | None:
        return None if text is None else seen(literal(capitals(text.plain)))

    forms = standard.signature
    hidden = signature.in_charge and not forms.in_charge_signs_for_head.use
    words = " ".join(text.plain for text in (signature.rank, signature.name) if text is not None)
    rank, name = part_rank(words)
    return Signature(
        on_behalf_of=office(signature.on_behalf_of),
        deputy_for=None if hidden else office(signature.deputy_for),
        by_order_of=office(signature.by_order_of),
        authorised_by=office(signature.authorised_by) if forms.authorised_by else None,
        acting=signature.acting,
        title=office(signature.title),
        other_title=office(signature.other_title),
        rank=literal(rank) if rank else None,
        name=literal(name) if name else None,
    )


def _with_authority(document: Document, standard: Standard) -> Document:
    """The authority line only where it is not the one that docgen would derive."""
    if document.authority is None:
        return document
    given = seen(literal(capitals(document.authority.plain)))
    derived = authority_segment(standard, replace(document, authority=None)).plain
    return replace(document, authority=None if given.plain == derived else given)


def _distribution(document: Document, standard: Standard) -> tuple[Recipient, ...]:
    note = standard.marks["note"]
    found = []
    for recipient in document.distribution:
        words = recipient.name.plain
        if recipient.note is not None:
            words += f"{note.prefix.use}{recipient.note.plain}{note.each.use}"
        found.append(part_note(words, standard))
    same = standard.same_as_above.use.casefold()
    if document.addressees and found and found[0].name.plain.casefold() == same and found[0].note is None:
        del found[0]
    return tuple(found)


def _drafter(text: Text, standard: Standard) -> Text:
    return seen(literal(capitals(text.plain))) if standard.components["drafter"].in_capitals else _plain(text)


def _appendix(appendix: Appendix, document: Document, standard: Standard) -> Appendix:
    kind = standard.types[document.type]
    own = standard.components["appendix_title"].in_capitals
    title = mapped(appendix.title, capitals) if own else appendix.title
    lines = with_end(list(Flattener(standard, kind.levels).lines(appendix.parts)), standard, True)
    return Appendix(titled(title, look_of(standard, "appendix_title")), arrange_appendix(lines, standard, kind))
