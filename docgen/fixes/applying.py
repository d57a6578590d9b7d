"""Repairs → a new package: what they name is changed, all other parts keep their bytes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from docgen.fixes.edits import Edit
from docgen.fixes.headers import add_page_number
from docgen.fixes.pages import hide_on_first_page, number_in_digits, restart_numbers, set_page
from docgen.fixes.paragraphs import set_paragraph
from docgen.fixes.runs import set_runs
from docgen.fixes.texts import compose, replace_text, texts_of
from docgen.ooxml.content import Paragraph
from docgen.ooxml.writing import PackageFrame, assemble
from docgen.reading.layout import Reading
from docgen.reading.repairs import Compose, Repair, ReplaceText, SetPage, SetPageNumber, SetParagraph, SetRuns

#: who wants a repair (a rule's code) and the repair
Wanted = tuple[str, Repair]


@dataclass(frozen=True, slots=True)
class Fixed:
    """The repaired package and what was changed in it, in the order it was done, each with who wanted it."""

    data: bytes
    edits: tuple[tuple[str, Edit], ...]


def apply_repairs(reading: Reading, repairs: Sequence[Wanted]) -> Fixed | None:
    """Apply ``repairs``; ``None`` when none of them could be.

    The trees of ``reading`` are changed: it must not be used afterwards. Of repairs of overlapping words only the first is
    applied; whoever wants the others reads and judges the result again.
    """
    added: dict[str, bytes] = {}
    edits: list[tuple[str, Edit]] = []
    # Places in a text hold until its words change, so words come last, from the end of a paragraph to its beginning.
    for rule, repair in repairs:
        if isinstance(repair, SetRuns):
            edits.append((rule, set_runs(repair)))
        elif isinstance(repair, SetParagraph):
            edits.append((rule, set_paragraph(repair)))
        elif isinstance(repair, SetPage | SetPageNumber):
            edits += [(rule, edit) for edit in _of_page(repair, reading, added)]
    edits += _of_words(repairs)
    if not edits:
        return None
    changed = {edit.part for _, edit in edits} | added.keys()
    data = {name: reading.package.read(name) for name in reading.package.names}
    for name in changed:
        data[name] = added.get(name) or _serialise(reading.package.xml(name))
    return Fixed(assemble(PackageFrame({}, list(data)), data), tuple(edits))


def _of_page(repair: SetPage | SetPageNumber, reading: Reading, added: dict[str, bytes]) -> Iterable[Edit]:
    main = reading.story.part
    if isinstance(repair, SetPage):
        made = set_page(repair, main)
    elif repair.action == "hide-first":
        made = hide_on_first_page(repair.section, main)
    elif repair.action == "restart":
        made = restart_numbers(repair.section, main)
    elif repair.action == "decimal":
        made = number_in_digits(repair.section, main)
    else:
        return add_page_number(repair.section, reading, added)
    return () if made is None else (made,)


def _of_words(repairs: Sequence[Wanted]) -> Iterable[tuple[str, Edit]]:
    # found before any word changes, since places in a text hold only until then
    composing = {r.paragraph: (rule, texts_of(r.paragraph)) for rule, r in repairs if isinstance(r, Compose)}
    taken: dict[Paragraph, list[ReplaceText]] = {}
    chosen: list[tuple[str, ReplaceText]] = []
    for rule, repair in repairs:
        if isinstance(repair, ReplaceText) and not any(_overlap(repair, other) for other in taken.get(repair.paragraph, ())):
            taken.setdefault(repair.paragraph, []).append(repair)
            chosen.append((rule, repair))
    for rule, repair in sorted(chosen, key=lambda pair: -pair[1].start):
        made = replace_text(repair)
        if made is not None:
            yield rule, made
    for paragraph, (rule, texts) in composing.items():
        made = compose(paragraph, texts)
        if made is not None:
            yield rule, made


def _overlap(a: ReplaceText, b: ReplaceText) -> bool:
    """Whether two repairs touch the same letters; two insertions at one place do as well."""
    return (a.start < b.end and b.start < a.end) or a.start == b.start


def _serialise(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
