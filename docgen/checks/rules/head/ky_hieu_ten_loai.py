"""The code in the number is that of the type whose name is printed."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.number_parts import NumberParts, number_parts
from docgen.checks.rule import Finding, Fixing, Kind, Rule
from docgen.checks.type_parts import all_codes, codes_of, is_dispatch, kind_of, printed_kind
from docgen.problems import Message, msg
from docgen.reading.layout import Layout
from docgen.reading.repairs import Repair
from docgen.standards import DocumentType, Tier
from docgen.standards.model import RuleEntry
from docgen.vietnamese import fold


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Compare the first group of letters with the codes of the type; a công văn of the state has no code."""
    parts = number_parts(layout)
    if parts is None or parts.blank or parts.code is None or not parts.code.text:
        return
    kind = printed_kind(layout) or (kind_of(layout) if is_dispatch(layout) else None)
    if kind is None:
        return
    allowed = codes_of(kind)
    code = parts.code.text
    if code in allowed:
        return
    if not allowed:
        if kind.dispatch and code in all_codes(layout.standard) and _names_issuer(layout, parts):
            yield _finding(parts, kind, msg("The number of the công văn carries the code of a type."), "", ())
        return
    if code.casefold() in {known.casefold() for known in allowed} and not code.isupper():
        # only its capitals are wrong, told by the rule on capitals
        return
    lead = _find_lead(code, allowed)
    wanted = allowed[0]
    what = msg("The code “{code}” does not fit the type {name}; its code is {wanted}.", code=code, name=kind.name, wanted=wanted)
    wrong = code in all_codes(layout.standard) or code in entry.words or code.casefold() == wanted.casefold()
    missing = not wrong and lead is None and len(parts.groups) < 2 + bool(kind.dispatch)
    if missing:
        what = msg("The code {wanted} of the type {name} is missing from the number.", wanted=wanted, name=kind.name)
    repairs = parts.joined.replace(parts.code.start, parts.code.end, wanted) if wrong else ()
    # ``KHLN``, ``CTHĐ``: what joint or special papers make of a code
    yield _finding(parts, kind, what, wanted, repairs, weak=lead is not None and not wrong)


def _finding(
    parts: NumberParts, kind: DocumentType, what: Message, wanted: str, repairs: tuple[Repair, ...], weak: bool = False
) -> Finding:
    code = parts.code
    assert code is not None
    return Finding(
        what,
        parts.joined.spot(code.start, code.end),
        "number",
        wanted or msg("no code"),
        code.text,
        msg("Write {wanted}, or correct the name of the type.", wanted=wanted) if wanted else msg("Take the code out."),
        parts.joined.sure,
        repairs,
        tier=None if kind.tier is Tier.TEXT else kind.tier,
        level="warning" if weak else None,
    )


def _find_lead(code: str, allowed: tuple[str, ...]) -> str | None:
    """The code that ``code`` only goes on."""
    return next((known for known in allowed if code.casefold().startswith(known.casefold()) and len(code) > len(known)), None)


def _names_issuer(layout: Layout, parts: NumberParts) -> bool:
    """Whether not the first but the second group abbreviates the issuing body: ``15/BC-UBND`` of an Ủy ban nhân dân."""
    if len(parts.groups) < 2:
        return False
    initials = "".join(word[0] for word in fold(layout.words_of("issuer")).split() if word[0].isalpha())
    first, second = (fold(group.text) for group in parts.groups[:2])
    return len(second) > 2 and initials.startswith(second) and not initials.startswith(first)


RULE = Rule(
    code="TT215",
    name="ky-hieu-ten-loai",
    kind=Kind.FORM,
    asks=msg("The code in the number is the code of the type whose name is printed."),
    good="Số: 15/KH-UBND … KẾ HOẠCH",
    bad="Số: 15/QĐ-UBND … KẾ HOẠCH",
    look=look,
    fix=Fixing.UNSAFE,
    needs=("number",),
)
