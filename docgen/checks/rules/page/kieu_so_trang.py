"""TT115: pages are counted from 1 in Arabic digits (PL I, P.I, I.7; HD05 IV-5.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from docgen.checks.pages import is_numbered, own_sections, text_sections
from docgen.checks.rule import Finding, Fixing, Kind, Rule, at_page
from docgen.checks.subjects import is_page_field
from docgen.ooxml.content import Paragraph, Section
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.reading.repairs import SetPageNumber
from docgen.standards.model import RuleEntry

#: Word's names of formats that print Arabic digits
_DIGITS = frozenset({"", "decimal", "numberInDash", "decimalZero"})
_OTHER = re.compile(r"\\\*\s*(roman|alphabetic|ordtext|cardtext|ordinal|hex)", re.IGNORECASE)


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """The format of numbers in every section that shows them, and where the text begins to count."""
    for section in own_sections(layout):
        if is_numbered(section) and (section.number_format not in _DIGITS or _formatted(section)):
            other = _formatted(section)
            yield Finding(
                msg("The page numbers are no Arabic digits."),
                at_page(section),
                "page_number",
                "1, 2, 3",
                other or section.number_format,
                msg("Set the format of the page numbers to 1, 2, 3."),
                repairs=() if other else (SetPageNumber(section, "decimal"),),
            )
    sections = text_sections(layout)
    if not sections or layout.attached or layout.index or not any(map(is_numbered, sections)):
        return
    first = sections[0]
    if first.number_start not in (None, 1):
        yield Finding(
            msg("The pages count from {start}.", start=first.number_start),
            at_page(first),
            "page_number",
            "1",
            str(first.number_start),
            msg("Let them count from 1."),
            repairs=(SetPageNumber(first, "restart"),),
        )
    yield from _anew(sections)


def _anew(sections: list[Section]) -> Iterator[Finding]:
    """Sections inside the text that count from 1 again; behind a title page without numbers that is where the count begins."""
    for before, section in pairwise(sections):
        if section.number_start in (0, 1) and is_numbered(before) and is_numbered(section):
            yield Finding(
                msg("In the middle of the text the pages count from {start} again.", start=section.number_start),
                at_page(section),
                "page_number",
                msg("counted on"),
                str(section.number_start),
                msg("Let the section's pages count on from those before it."),
            )


def _formatted(section: Section) -> str:
    """The format that the field itself asks for, where it is none of digits."""
    for part in (section.headers.get("default"), section.footers.get("default")):
        for paragraph in part.paragraphs if part else ():
            if any(map(is_page_field, paragraph.fields)) and (match := _OTHER.search(_instructions(paragraph))):
                return match.group(1)
    return ""


def _instructions(paragraph: Paragraph) -> str:
    """The instructions of the paragraph's fields as the file has them, switches included."""
    words = [element.text or "" for element in paragraph.element.iter("{*}instrText")]
    fields = paragraph.element.iter("{*}fldSimple")
    simple = [str(value) for field in fields for name, value in field.items() if str(name).endswith("}instr")]
    return "".join(words + simple)


RULE = Rule(
    code="TT115",
    name="kieu-so-trang",
    kind=Kind.FORM,
    asks=msg("Pages are counted from 1 in Arabic digits."),
    good="2",
    bad="ii",
    look=look,
    fix=Fixing.SAFE,
)
