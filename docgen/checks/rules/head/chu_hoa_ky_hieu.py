"""The codes of số, ký hiệu are in capitals; small letters have only the codes of types that the act itself writes so."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.number_parts import number_parts
from docgen.checks.rule import Finding, Fixing, Kind, Rule
from docgen.checks.type_parts import all_codes, codes_of, kind_of, printed_kind
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry
from docgen.vietnamese import upper


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Look at each group of letters up to a second slash, behind which an issuer's own marks stand."""
    parts = number_parts(layout)
    if parts is None or parts.blank:
        return
    codes = all_codes(layout.standard)
    known = {code.casefold(): code for code in codes}
    kind = printed_kind(layout) or kind_of(layout)
    own = {code.casefold() for code in codes_of(kind)} if kind is not None else set()
    slashes = 0
    for i, (sign, group) in enumerate(zip(parts.signs, parts.groups, strict=True)):
        slashes += "/" in sign.text
        small = sum(letter.islower() for letter in group.text)
        if slashes > 1 or not small or group.text in codes or group.text in entry.words:
            continue
        if i == 0 and own and group.text.casefold() not in own:
            # a wrong code, told by the rule on codes
            continue
        wanted = known.get(group.text.casefold(), upper(group.text)) if i == 0 else upper(group.text)
        # an office's own form (``PTr``) is of no type of the act
        abbreviation = (i > 0 or kind is None) and small < sum(letter.isupper() for letter in group.text)
        yield Finding(
            msg("The code “{code}” is not in capitals.", code=group.text),
            parts.joined.spot(group.start, group.end),
            "number",
            wanted,
            group.text,
            msg("Write {code}.", code=wanted),
            parts.joined.sure,
            parts.joined.replace(group.start, group.end, wanted),
            # ``GDTrH``: offices are abbreviated so after the pattern of the act's own ``CTr``
            level="warning" if abbreviation else None,
        )


RULE = Rule(
    code="TT214",
    name="chu-hoa-ky-hieu",
    kind=Kind.FORM,
    asks=msg("The codes of số, ký hiệu are written in capitals."),
    good="Số: 15/QĐ-UBND",
    bad="Số: 15/qđ-ubnd",
    look=look,
    fix=Fixing.SAFE,
    needs=("number",),
)
