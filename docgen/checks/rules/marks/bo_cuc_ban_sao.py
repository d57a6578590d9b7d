"""TT813: the parts of a copy's block stand as the diagram has them (PL I, P.II, II.3): its form above place and date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.problems import Message, msg
from docgen.reading.layout import Sure

if TYPE_CHECKING:
    from docgen.reading.layout import Layout, Passage
    from docgen.standards.model import RuleEntry

_NAMES: dict[str, Message] = {
    "copy_form": msg("the form of the copy"),
    "copy_place_date": msg("place and date of the copy"),
    "copy_issuer": msg("the body that copies"),
    "copy_number": msg("number and code of the copy"),
    "copy_recipients_label": msg("the recipients of the copy"),
    "copy_sign_name": msg("the signature of the copy"),
}


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Every entry of the rule's words is two parts: ``upper / lower`` or ``left | right``. A guess accuses nobody."""
    told: set[str] = set()
    for words in entry.words:
        first, sign, second = words.split()
        a, b = layout.first_of(first), layout.first_of(second)
        if a is None or b is None or Sure.GUESS in (a.sure, b.sure) or second in told:
            continue
        below = sign == "/"
        if not (_is_before(b, a) if below else _is_left(b, a)):
            continue
        told.add(second)
        names = {"one": _NAMES[second], "other": _NAMES[first]}
        what = msg("Here {one} stands above {other}.", **names) if below else msg("Here {one} stands left of {other}.", **names)
        wanted = msg("below {upper}", upper=_NAMES[first]) if below else msg("to the right of {left}", left=_NAMES[first])
        yield Finding(what, at(b), "copy_form", wanted, "", msg("Put it where the diagram has it."), b.sure)


def _is_before(one: Passage, other: Passage) -> bool:
    """Whether one stands above the other, as the file says; cells of different columns are told apart by their rows."""
    a, b = one.paragraph.cell, other.paragraph.cell
    if a is not None and b is not None and a.table is b.table and a.column != b.column:
        return a.row < b.row
    return one.paragraph.index < other.paragraph.index


def _is_left(one: Passage, other: Passage) -> bool:
    a, b = one.paragraph.cell, other.paragraph.cell
    return a is not None and b is not None and a.table is b.table and a.column < b.column


RULE = Rule(
    code="TT813",
    name="bo-cuc-ban-sao",
    kind=Kind.FORM,
    asks=msg("The parts of a copy's block stand as in the act's diagram."),
    good="hình thức sao ở bên phải, trên địa danh và thời gian",
    bad="hình thức sao dưới địa danh và thời gian",
    look=look,
    no_fix=msg("Moving text is a person's work."),
    needs=("copy_form",),
)
