"""TT611: the filing line: ``- Lưu: VT, …`` of the state (PL I, P.I, II.9.d), ``- Lưu Văn phòng …`` of the Party (HD05 PL2, 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.checks.prose import of
from docgen.checks.rule import Fixing, Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg

_LINE = re.compile(r"[-–—+*•\s\u00a0]*(?P<word>\w+)(?P<sign>(?:\s*[:;,.])?)\s*(?P<rest>.*)", re.DOTALL)

#: what may stand behind the clerical office: a comma, the end, a number of copies
_GOES_ON = re.compile(r"\s*(?:[,.(]|$)")


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    """The entry's word is the clerical office's short name: the state's line begins with it, the Party's has it not."""
    mark = case.standard.marks["filing"]
    lead = mark.lead.use.strip()
    office = case.entry.words[0] if case.entry.words else ""
    filed = next(of(texts, "filing"), None)
    if filed is None:
        recipients = list(of(texts, "recipient"))
        if recipients:
            index, text = recipients[-1]
            what = msg("The line that says where the document is filed is missing.")
            wanted = mark.prefix.use + lead
            yield Remark(index, 0, len(text), what, wanted, msg("End the list with {line} …", line=wanted))
        return
    index, text = filed
    match = _LINE.match(text)
    if match is None:
        return
    sign, start, end = match["sign"].strip(), match.start("word"), match.end("sign")
    if match["word"] + sign != lead:
        what = msg("The filing line begins with {wanted}, not {typed}.", wanted=lead, typed=match["word"] + sign)
        yield Remark(index, start, end, what, lead, msg("Write {words}.", words=lead), lead)
    has = re.search(rf"(?<!\w){re.escape(office)}(?!\w)", match["rest"]) if office else None
    if office and lead.endswith(":") and not has:
        what = msg("The filing line does not name the clerical office ({office}).", office=office)
        yield Remark(index, start, len(text), what, f"{lead} {office}", msg("Write {words}.", words=f"{lead} {office}, …"))
    elif has and lead.endswith(":") and has.start():
        at = match.start("rest")
        what = msg("Behind {lead} stands {office} first.", lead=lead, office=office)
        wanted = f"{lead} {office}, …"
        yield Remark(index, at, at + has.end(), what, wanted, msg("Write {words}.", words=wanted), level="warning")
    elif has and lead.endswith(":") and not _GOES_ON.match(match["rest"], has.end()):
        at = match.start("rest") + has.end()
        what = msg("Behind {office} stands a comma, then the unit that drafted the document.", office=office)
        yield Remark(index, at, len(text), what, ",", msg("Write {words}.", words=f"{lead} {office}, …"))
    elif has and not lead.endswith(":"):
        what = msg("{office} is the state's form.", office=office)
        at = match.start("rest") + has.start()
        yield Remark(index, at, at + len(office), what, mark.prefix.use + lead, msg("Name the office that keeps it."))


RULE = Rule(
    code="TT611",
    name="dong-luu",
    # where it is filed is the author's to say
    kind=Kind.WORDING,
    asks=msg("The list of recipients ends with the line that says where the document is filed."),
    good="- Lưu: VT, TCCB.",
    bad="- Lưu VT, TCCB.",
    look=look,
    fix=Fixing.SAFE,
    needs=("recipient", "filing"),
)
