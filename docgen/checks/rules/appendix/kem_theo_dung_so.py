"""TT707: the reference line of an appendix gives the number and date of the document it belongs to (PL I, P.I, III.1.c)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.appendix_labels import labels_of
from docgen.checks.prose import CITED
from docgen.checks.reference_lines import lines_of
from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.problems import msg
from docgen.reading.folding import fold_each

if TYPE_CHECKING:
    from docgen.reading.layout import Layout
    from docgen.standards.model import RuleEntry

_DATE = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})|(\d{1,2})/(\d{1,2})/(\d{4})")


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """What is left open is no fault, nor is a line that names a document of another type: the appendix may belong to that."""
    own, kind = layout.number, layout.standard.types.get(layout.type or "")
    if own is None or not own.digits or kind is None or layout.attached:
        return
    number = f"{own.digits}{own.rest}"
    for label in labels_of(layout):
        lines = lines_of(label.appendix, layout.standard)
        words = " ".join(line.text for line in lines)
        cited = CITED.search(words)
        if cited is None or fold_each(kind.name) not in fold_each(words[: cited.start()]):
            continue
        date = _DATE.search(words)
        given = tuple(int(group) for group in date.groups() if group) if date else ()
        day = layout.date
        if _bare(cited[0]) != _bare(number):
            expected, actual = number, cited[0]
        elif day is not None and date and given != (day.day, day.month, day.year):
            expected, actual = f"{day:%d/%m/%Y}", date[0]
        else:
            continue
        what = msg("The line names {actual}, the document is {expected}.", actual=actual, expected=expected)
        remedy = msg("Write number and date of the document that the appendix belongs to.")
        yield Finding(what, at(lines[0]), "appendix_reference", expected, actual, remedy, lines[0].sure)


def _bare(number: str) -> str:
    """Without spaces and zeros in front, in capitals: how it is written is another rule's matter."""
    return "".join(number.split()).upper().lstrip("0")


RULE = Rule(
    code="TT707",
    name="kem-theo-dung-so",
    kind=Kind.FORM,
    asks=msg("The line below an appendix's title gives the number and date of the document it belongs to."),
    good="(Kèm theo Thông báo số 33/TB-UBND ngày 10 tháng 9 năm 2026 của Ủy ban nhân dân xã An Bình)",
    bad="(Kèm theo Thông báo số 32/TB-UBND …) sau Thông báo số 33/TB-UBND",
    look=look,
    no_fix=msg("Which of the two is right only the author knows."),
    needs=("appendix_label",),
)
