"""TT504: below a line of authority (T/M, K/T, T/L) the signer's office is not bold (HD05, PL2 row 7).

Whether the office of a head who signs in his own name is bold the act leaves open.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.property_letters import is_bold
from docgen.checks.rule import Finding, Fixing, Kind, Rule, at
from docgen.checks.subjects import stretches_in
from docgen.problems import msg
from docgen.reading.layout import Layout, Passage
from docgen.reading.repairs import SetRuns
from docgen.standards.model import RuleEntry

_TITLES = ("sign_title", "sign_other_title")


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Offices most of whose letters are bold, of signers with a line of authority."""
    signers = {passage.entry for passage in layout.get("sign_authority")}
    for component in _TITLES:
        for passage in layout.get(component):
            if passage.entry in signers and (repairs := _unbold(passage)):
                yield Finding(
                    msg("The signer's office is bold."),
                    at(passage),
                    component,
                    msg("not bold"),
                    msg("bold"),
                    msg("Set it upright and not bold; only the line of authority and the name are bold."),
                    passage.sure,
                    repairs,
                )


def _unbold(passage: Passage) -> tuple[SetRuns, ...]:
    stretches = stretches_in(passage.paragraph, passage.start, passage.end)
    bold = [s for s in stretches if is_bold(s.format)]
    if 2 * sum(s.end - s.start for s in bold) <= sum(s.end - s.start for s in stretches):
        return ()
    return tuple(SetRuns(passage.paragraph, s.start, s.end, "bold", False) for s in bold)


RULE = Rule(
    code="TT504",
    name="chuc-vu-khong-dam",
    kind=Kind.FORM,
    asks=msg("Below a line of authority the signer's office is not bold."),
    good="T/M BAN THƯỜNG VỤ (đậm) / BÍ THƯ (không đậm)",
    bad="T/M BAN THƯỜNG VỤ (đậm) / BÍ THƯ (đậm)",
    look=look,
    fix=Fixing.SAFE,
    needs=_TITLES,
)
