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
    start = spaced[0].start
    kept = parts.digits.start if parts.digits is not None else start
    text = parts.joined.text
    written = text[kept:]
    for sign in reversed(spaced):
        lead = "" if sign is not signs[0] or parts.digits is not None else sign.text[: len(sign.text) - len(sign.text.lstrip())]
        written = written[: sign.start - kept] + lead + sign.text.strip() + written[sign.end - kept :]
    yield Finding(
        msg("Spaces stand round the signs of the number."),
        parts.joined.spot(kept, len(text)),
        "number",
        written.strip(),
        text[kept:].strip(),
        msg("Take the spaces out."),
        parts.joined.sure,
        tuple(
            repair
            for sign in reversed(spaced)
            for repair in parts.joined.replace(
                sign.start if sign is not signs[0] or parts.digits is not None else sign.end - len(sign.text.lstrip()),
                sign.end,
                sign.text.strip(),
            )
        ),
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
