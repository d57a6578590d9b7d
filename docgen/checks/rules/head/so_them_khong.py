"""A number below 10 has a zero in front."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.number_parts import number_parts
from docgen.checks.rule import Finding, Fixing, Kind, Rule
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry
from docgen.vietnamese import pad


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Look at the digits; an open number has none."""
    parts = number_parts(layout)
    if parts is None or parts.digits is None or not parts.digits.text.isdecimal():
        return
    digits = parts.digits
    wanted = pad(int(digits.text), layout.standard.number_line.pad_below)
    if 0 < int(digits.text) < layout.standard.number_line.pad_below and len(digits.text) < len(wanted):
        yield Finding(
            msg("The number lacks the zero in front."),
            parts.joined.spot(digits.start, digits.end),
            "number",
            wanted,
            digits.text,
            msg("Write {number}.", number=wanted),
            parts.joined.sure,
            parts.joined.replace(digits.start, digits.end, wanted),
        )


RULE = Rule(
    code="TT211",
    name="so-them-khong",
    kind=Kind.FORM,
    asks=msg("A number below 10 is written with a zero in front."),
    good="Số: 05/BNV-VP",
    bad="Số: 5/BNV-VP",
    look=look,
    fix=Fixing.SAFE,
    needs=("number",),
)
