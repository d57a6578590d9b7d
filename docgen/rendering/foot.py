"""The last table: Nơi nhận at the left, the signature at the right."""

from __future__ import annotations

from docgen.document.model import Document, Signature
from docgen.rendering.blocks import AnyBlock, Block, fill, segment, words
from docgen.rendering.head import HeadRow
from docgen.rendering.phrases import name_segments, signature_lines
from docgen.standards import Standard


def lay_out_foot(document: Document, standard: Standard) -> list[HeadRow]:
    """The rows of the last table.

    One signature stands beside Nơi nhận. Of several, the first (the lead body's) stands at the right and the others at its left and below
    (HD05 I-7.2.4); Nơi nhận then comes under them.
    """
    columns = [_signature(signature, standard) for signature in document.signatures]
    recipients = _recipients(document, standard)
    if len(columns) == 1:
        return [HeadRow(recipients, columns[0])]
    rows = []
    for i in range(0, len(columns), 2):
        pair = columns[i : i + 2]
        rows.append(HeadRow(pair[1] if len(pair) > 1 else _nothing(), pair[0]))
    return [*rows, HeadRow(recipients, _nothing())]


def _nothing() -> list[AnyBlock]:
    return [Block("recipient", [])]


def _recipients(document: Document, standard: Standard) -> list[AnyBlock]:
    """Label, ``Như trên`` where somebody is addressed, the list, the filing line, the drafter's mark (PL I, P.I, II.9; HD05 I-9.2)."""
    label = standard.components["recipients_label"]
    assert label.text is not None
    mark, note = standard.marks["recipient"], standard.marks["note"]
    if label.underline and label.underline.use == "words":
        bare = label.text.use.rstrip(":")
        title = [words(bare, underline=True), words(label.text.use[len(bare) :])]
    else:
        title = [words(label.text.use)]
    blocks: list[AnyBlock] = [Block("recipients_label", title)]
    lines = []
    same = standard.same_as_above.use
    if document.addressees and not any(r.name.plain.casefold() == same.casefold() for r in document.distribution):
        lines.append([words(same)])
    for recipient in document.distribution:
        line = [segment(recipient.name)]
        if recipient.note:
            line += [words(note.prefix.use), segment(recipient.note), words(note.each.use)]
        lines.append(line)
    filed = document.filing is not None
    for i, line in enumerate(lines):
        end = mark.each.use if i < len(lines) - 1 else mark.last.use if filed else standard.marks["filing"].last.use
        blocks.append(Block("recipient", [words(mark.prefix.use), *line, words(end)]))
    if document.filing:
        filing = standard.marks["filing"]
        blocks.append(Block("filing", [words(filing.opening_of(document.filing.plain)), segment(document.filing), words(filing.last.use)]))
    if document.drafter:
        blocks.append(Block("drafter", [segment(document.drafter, capitals=standard.components["drafter"].in_capitals)]))
    return blocks


def _signature(signature: Signature, standard: Standard) -> list[AnyBlock]:
    """Authority, office, room for the signature, name; a second office stands above the name, or after ``kiêm`` above the signature."""
    blocks: list[AnyBlock] = [Block(component, line) for component, line in signature_lines(standard, signature)]
    before: float | None = None
    if signature.other_title:
        other = Block("sign_other_title", [segment(signature.other_title, capitals=True)])
        concurrent = standard.components.get("sign_concurrent")
        if concurrent and concurrent.text:
            blocks += [Block("sign_concurrent", fill(concurrent.text.use)), other]
        else:
            blocks.append(other)
            before = 0.0
    name = name_segments(standard, signature)
    blocks.append(Block("sign_name", name, before=before))
    return blocks
