"""The number of a state công văn carries no code of its type: behind the slash comes the issuing body."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.number_parts import number_parts
from docgen.checks.rule import Finding, Fixing, Kind, Rule
from docgen.checks.type_parts import printed_kind
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Look for one of ``words`` as the first group of letters where no other type's name is printed."""
    parts = number_parts(layout)
    if parts is None or parts.code is None or printed_kind(layout) is not None:
        return
    code = parts.code
    if code.text.casefold() not in {word.casefold() for word in entry.words}:
        return
    end = parts.groups[1].start if len(parts.groups) > 1 else code.end
    yield Finding(
        msg("The number of the công văn carries a code of the type."),
        parts.joined.spot(code.start, code.end),
        "number",
        msg("no code"),
        code.text,
        msg("Take “{code}” out: behind the slash comes the code of the issuing body.", code=parts.joined.text[code.start : end]),
        parts.joined.sure,
        parts.joined.replace(code.start, end, "") if len(parts.groups) > 1 else (),
    )


RULE = Rule(
    code="TT216",
    name="cong-van-khong-ma",
    kind=Kind.FORM,
    asks=msg("The number of a công văn has no code of the type."),
    good="Số: 05/BNV-VP",
    bad="Số: 05/CV-BNV",
    look=look,
    fix=Fixing.SAFE,
    needs=("number",),
)
