"""The text between head and signature, and the appendices behind it, as flat lists of blocks."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.document.model import Document, Part, Section, Table
from docgen.document.text import Text
from docgen.metrics import text_width
from docgen.ooxml.units import PT_PER_MM
from docgen.rendering.blocks import AnyBlock, Block, RuleBlock, SectionBreak, TableBlock, segment, words
from docgen.rendering.body import Body
from docgen.rendering.guarding import guard_headings
from docgen.rendering.head import balanced_title
from docgen.rendering.phrases import authority_segment, numeral_words, reference_segments
from docgen.rendering.rules import rule_length
from docgen.standards import Mark, Standard
from docgen.vietnamese import upper

#: lines of text that stay on the page of the signature
KEPT_LINES = 2
#: a paragraph that measures more than this many lines breaks into two however its words fall
SURELY_TWO = 1.2
#: lines from which on a last paragraph or row is not moved to the next page as a whole
LONG_PARAGRAPH = 14


def lay_out_text(document: Document, standard: Standard, width: float) -> list[AnyBlock]:
    """Everything from the type's name to the last line of the text, ``width`` pt wide."""
    kind = standard.types[document.type]
    blocks = _titles(document, standard, width)
    blocks += _addressees(document, standard, width)
    authority: list[AnyBlock] = []
    if kind.decision_word and "authority" in standard.components:
        authority = [Block("authority", [authority_segment(standard, document)])]
    if kind.authority == "before_bases":
        blocks += authority
    blocks += _bases(document, standard)
    if kind.authority == "after_bases":
        blocks += authority
    if kind.decision_word:
        blocks.append(Block("decision_word", [words(kind.decision_word)]))
    body = Body(standard, kind.levels, width)
    body.blocks = blocks
    for text in document.opening[:-1]:
        body.paragraph(text)
    if document.opening:
        last = document.opening[-1]
        mark = standard.marks["opening"].last.use if _numbered_follows(document) and last.plain[-1:].isalnum() else ""
        blocks.append(Block("body", [segment(last), *([words(mark)] if mark else [])]))
    body.add(document.body)
    articles = Body(standard, kind.article_levels, width)
    articles.blocks = blocks
    articles.add(document.articles)
    for text in document.closing:
        body.paragraph(text)
    _end(blocks, standard)
    keep_last_lines(blocks, standard, width)
    return guard_headings(blocks, standard, before=len(standard.order))


def lay_out_appendices(document: Document, standard: Standard, width: float) -> list[AnyBlock]:
    """Each appendix on a page of its own: label, title, reference line, body (PL I, P.I, III.1; HD05 II-1)."""
    blocks: list[AnyBlock] = []
    many = len(document.appendices) > 1
    label = standard.components["appendix_label"]
    numeral = standard.numbering["appendix"].numeral
    for n, appendix in enumerate(document.appendices, 1):
        blocks.append(SectionBreak())
        assert label.text is not None
        name = (
            label.numbered_text.use.format(number=numeral_words(standard, numeral, n)) if many and label.numbered_text else label.text.use
        )
        blocks.append(Block("appendix_label", [words(name)]))
        title = segment(appendix.title, capitals=standard.components["appendix_title"].in_capitals)
        blocks.append(balanced_title(standard, "appendix_title", [title], width)[0])
        reference, widths = balanced_title(standard, "appendix_reference", reference_segments(standard, document), width)
        blocks.append(reference)
        rule = standard.components["appendix_reference"].rule
        if rule:
            blocks.append(RuleBlock(rule_length(widths, rule)))
        blocks += _separator(standard)
        body = Body(standard, standard.types[document.type].levels, width)
        body.add(appendix.parts)
        if standard.text_end.appendix:
            _end(body.blocks, standard)
        blocks += body.blocks
    return blocks


def _titles(document: Document, standard: Standard, width: float) -> list[AnyBlock]:
    """Type name, trích yếu and what stands below them; nothing for a công văn, whose trích yếu is in the head."""
    kind = standard.types[document.type]
    if kind.dispatch:
        return []
    blocks: list[AnyBlock] = [Block("type_name", [words(upper(kind.name))])]
    if document.title:
        title, widths = balanced_title(standard, "abstract", [segment(document.title)], width)
        blocks.append(title)
        rule = standard.components["abstract"].rule
        if rule:
            blocks.append(RuleBlock(rule_length(widths, rule)))
    return blocks + _separator(standard)


def _separator(standard: Standard) -> list[AnyBlock]:
    own = standard.components.get("separator")
    return [Block("separator", [words(own.text.use)])] if own and own.text else []


def _addressees(document: Document, standard: Standard, width: float) -> list[AnyBlock]:
    """Kính gửi (PL I, P.I, II.9.d; HD05 I-9.2): one on the label's line, several below with their dashes under its colon."""
    if not document.addressees:
        return []
    label = standard.components["addressee_label"]
    kind, mark = standard.types[document.type], standard.marks["addressee"]
    assert label.text is not None
    printed = kind.addressee_label or label.text.use
    own = standard.components["addressee"]
    if len(document.addressees) == 1:
        name = segment(document.addressees[0], italic=False if label.italic.use and not own.italic.use else None)
        end = [words(mark.single.use)] if mark.single.use else []
        return [Block("addressee_label", [words(f"{printed} "), name, *end])]
    look = (own.size.use, own.bold.use, own.italic.use)
    hang = text_width(mark.prefix.use, *look)
    colon = text_width(printed.rstrip(":"), label.size.use, label.bold.use, label.italic.use)
    longest = max(text_width(mark.prefix.use + a.plain + mark.each.use, *look) for a in document.addressees)
    # the group stands in the middle of the page, as far as its longest line allows: never further right than the samples have it,
    # nor less than half of that
    most = (label.left.use if label.left else 0.0) * PT_PER_MM
    left = min(most, max(most / 2, (width - colon - longest) / 2))
    blocks: list[AnyBlock] = [Block("addressee_label", [words(printed)], align="left", indents=(left, 0.0, 0.0))]
    for i, addressee in enumerate(document.addressees):
        end_mark = mark.last.use if i == len(document.addressees) - 1 else mark.each.use
        line = [words(mark.prefix.use), segment(addressee), words(end_mark)]
        blocks.append(Block("addressee", line, indents=(left + colon + hang, 0.0, hang)))
    return blocks


def _bases(document: Document, standard: Standard) -> list[AnyBlock]:
    """Căn cứ and, of a decision, the proposal: one list with one end (PL I, P.I, II.6.a; HD05 I-6.2.3)."""
    entries: list[tuple[Mark, Text]] = [(standard.marks["base"], base) for base in document.bases]
    if document.proposal:
        entries.append((standard.marks["proposal"], document.proposal))
    blocks: list[AnyBlock] = []
    for i, (mark, text) in enumerate(entries):
        lead = mark.opening_of(text.plain)
        end = mark.last.use if i == len(entries) - 1 else mark.each.use
        blocks.append(Block("base", [*([words(lead)] if lead else []), segment(text), words(end)]))
    return blocks


def _numbered_follows(document: Document) -> bool:
    first: Sequence[Part | Section] = document.articles if not document.body else document.body
    return bool(first) and not isinstance(first[0], Table) and isinstance(first[0], Section)


def _end(blocks: list[AnyBlock], standard: Standard) -> None:
    """Set the end of the text behind its last paragraph; after a table it stands in a paragraph of its own."""
    end = standard.text_end
    last = blocks[-1] if blocks else None
    if isinstance(last, Block) and last.segments:
        ends = last.plain.endswith(end.replaces)
        rest = end.use.removeprefix(end.replaces) if ends else end.use
        if rest:
            last.segments = [*last.segments, words(rest)]
    else:
        blocks.append(Block("body", [words(end.use)]))


def keep_last_lines(blocks: list[AnyBlock], standard: Standard, width: float) -> None:
    """Tie the last lines of the text to the signature: it never stands on a page without two lines of what is signed."""
    lines = 0.0
    for block in reversed(blocks):
        if isinstance(block, TableBlock):
            block.kept_rows = _kept_rows(block, standard)
            return
        if isinstance(block, SectionBreak) or lines >= KEPT_LINES:
            return
        if isinstance(block, Block) and block.segments:
            filled = _lines(block, standard, width)
            # LibreOffice never breaks a paragraph that it keeps with the next: a long one would leave half a page empty
            if filled > LONG_PARAGRAPH:
                return
            lines += 2 if filled > SURELY_TWO else 1
        block.keep_next = True


def _lines(block: Block, standard: Standard, width: float) -> float:
    """How many lines of ``width`` the words of ``block`` fill, measured as one line."""
    component = standard.components[block.component]
    return text_width(block.plain, component.size.use, component.bold.use, component.italic.use) / width


def _kept_rows(table: TableBlock, standard: Standard) -> int:
    """How many of the last rows stay with the signature: two, unless their cells are long."""
    kept, lines = 0, 0.0
    for row in reversed(table.rows[-KEPT_LINES:]):
        lines += max(_lines(cell, standard, room) for cell, room in zip(row, table.widths, strict=True)) + 1
        if lines > LONG_PARAGRAPH:
            break
        kept += 1
    return kept
