"""Repairs → a new package: what they name is changed, all other parts keep their bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.fixes.edits import Edit
from docgen.fixes.headers import add_page_number, hide_on_first_page
from docgen.fixes.pages import number_in_digits, restart_numbers, set_page
from docgen.fixes.paragraphs import set_paragraph
from docgen.fixes.parts import Parts
from docgen.fixes.runs import set_runs
from docgen.fixes.texts import compose, find_texts, replace_text
from docgen.ooxml.content import Paragraph
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
    """Apply ``repairs``; ``None`` when none of them changes anything.

    The trees of ``reading`` are changed: it must not be used afterwards. Of repairs that set the same property of the same
    thing, or words that overlap, only the first is applied; whoever wants the others reads and judges the result again.
    """
    parts = Parts(reading.package)
    # Places in a text hold until its words change, so words come last, from the end of a paragraph to its beginning.
    edits = [*_of_looks(_choose_first(repairs), reading, parts), *_of_words(repairs)]
    if not edits:
        return None
    return Fixed(parts.finish({edit.part for _, edit in edits}), tuple(edits))


def _choose_first(repairs: Sequence[Wanted]) -> Iterator[Wanted]:
    """The repairs without those that speak of what an earlier one has set."""
    spans: dict[tuple[Paragraph, str], list[tuple[int, int]]] = {}
    seen: set[tuple[object, str]] = set()
    for rule, repair in repairs:
        if isinstance(repair, SetRuns):
            known = spans.setdefault((repair.paragraph, repair.property), [])
            if not any(start < repair.end and repair.start < end for start, end in known):
                known.append((repair.start, repair.end))
                yield rule, repair
            continue
        key = _key(repair)
        if key is not None and key not in seen:
            seen.add(key)
            yield rule, repair


def _key(repair: Repair) -> tuple[object, str] | None:
    if isinstance(repair, SetParagraph):
        return repair.paragraph, {"exact": "line"}.get(repair.property, repair.property)
    if isinstance(repair, SetPage):
        return repair.section, repair.property
    if isinstance(repair, SetPageNumber):
        return repair.section, repair.action
    return None


def _of_looks(repairs: Iterator[Wanted], reading: Reading, parts: Parts) -> Iterator[tuple[str, Edit]]:
    for rule, repair in repairs:
        made: Edit | None = None
        if isinstance(repair, SetRuns):
            made = set_runs(repair)
        elif isinstance(repair, SetParagraph):
            made = set_paragraph(repair)
        elif isinstance(repair, SetPage):
            made = set_page(repair, parts.tree(parts.main), parts.main)
        elif isinstance(repair, SetPageNumber):
            for edit in _of_number(repair, reading, parts):
                yield rule, edit
        if made is not None:
            yield rule, made


def _of_number(repair: SetPageNumber, reading: Reading, parts: Parts) -> list[Edit]:
    if repair.action == "add":
        return add_page_number(repair.section, reading, parts)
    if repair.action == "hide-first":
        return hide_on_first_page(repair.section, parts)
    change = restart_numbers if repair.action == "restart" else number_in_digits
    made = change(repair.section, parts.tree(parts.main), parts.main)
    return [] if made is None else [made]


def _of_words(repairs: Sequence[Wanted]) -> Iterator[tuple[str, Edit]]:
    # found before any word changes, since places in a text hold only until then
    composing = {r.paragraph: (rule, find_texts(r.paragraph)) for rule, r in repairs if isinstance(r, Compose)}
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
    for paragraph, (rule, groups) in composing.items():
        made = compose(paragraph, groups)
        if made is not None:
            yield rule, made


def _overlap(a: ReplaceText, b: ReplaceText) -> bool:
    """Whether two repairs touch the same letters; two insertions at one place do as well."""
    return (a.start < b.end and b.start < a.end) or a.start == b.start
