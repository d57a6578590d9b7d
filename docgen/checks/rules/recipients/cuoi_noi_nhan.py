"""TT612: the list of recipients ends with the filing line and a full stop (PL I, P.I, II.9.d; HD05 I-9.2.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.checks.listed import find_end, shorten
from docgen.checks.rule import Finding, Fixing, Kind, Rule, Skip, at
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry

#: a drafter's mark that is set like the rest of the line: "NC.(Nam)", "TH.An5b"
_DRAFTER = re.compile(r"\.\s?\(?[\w-]{1,15}(?:[.(]+[\w-]{1,8})?\)?\.?\Z")


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding | Skip]:
    mark = layout.standard.marks["filing"]
    recipients, filed = list(layout.entries("recipient")), list(layout.entries("filing"))
    if not filed:
        each = layout.standard.marks["recipient"].each
        if recipients and not recipients[-1][-1].text.rstrip().endswith(each.any or (each.use,)):
            # behind the mark of every entry only the filing line is missing, which another rule tells
            yield from find_end(recipients[-1], mark.last)
        return
    last = filed[-1]
    after = [lines[0] for lines in recipients if lines[0].entry > last[0].entry]
    if after:
        what = msg("Behind the filing line the list goes on with {words}.", words=shorten(after[0].text))
        remedy = msg("Move the filing line to the end of the list.")
        yield Finding(what, at(after[0]), after[0].component, last[0].text, after[0].text, remedy, after[0].sure)
    elif not _DRAFTER.search(last[-1].text):
        yield from find_end(last, mark.last)


RULE = Rule(
    code="TT612",
    name="cuoi-noi-nhan",
    kind=Kind.FORM,
    asks=msg("The list of recipients ends with the filing line and a full stop."),
    good="- Lưu: VT, TCCB.",
    bad="- Lưu: VT, TCCB;",
    look=look,
    fix=Fixing.SAFE,
    needs=("recipient", "filing"),
)
