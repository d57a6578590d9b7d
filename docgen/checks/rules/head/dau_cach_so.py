"""No space stands round the signs of số, ký hiệu; the gap for a number that is still open is none."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.number_parts import number_parts
from docgen.checks.rule import Finding, Fixing, Kind, Rule
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Look at each sign between the parts; one finding for all of them."""
    parts = number_parts(layout)
    if parts is None or parts.blank:
        return
    signs = [sign for sign in (parts.year_sign, *parts.signs) if sign is not None and sign.text.strip()]
    spaced = [
        sign
        for i, sign in enumerate(signs)
        if sign.text[-1:].isspace() or (sign.text[:1].isspace() and (i > 0 or parts.digits is not None))
    ]
    if not spaced:
        return
    kept = signs[0].end - len(signs[0].text.lstrip()) if parts.digits is None else parts.digits.start
    text = parts.joined.text
    # the gap before the first sign is the room for a number that is still open
    changes = [(max(sign.start, kept), sign.end, sign.text.strip()) for sign in reversed(spaced)]
    written = text
    for start, end, sign in changes:
        written = written[:start] + sign + written[end:]
    yield Finding(
        msg("Spaces stand round the signs of the number."),
        parts.joined.spot(kept, len(text)),
        "number",
        written[kept:].strip(),
        text[kept:].strip(),
        msg("Take the spaces out."),
        parts.joined.sure,
        tuple(repair for start, end, sign in changes for repair in parts.joined.replace(start, end, sign)),
    )


RULE = Rule(
    code="TT213",
    name="dau-cach-so",
    kind=Kind.FORM,
    asks=msg("No space stands round the signs of số, ký hiệu."),
    good="Số: 15/QĐ-BNV",
    bad="Số: 15 /QĐ - BNV",
    look=look,
    fix=Fixing.SAFE,
    needs=("number",),
)
