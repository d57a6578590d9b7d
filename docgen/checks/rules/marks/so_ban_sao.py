"""TT809: number and code of a copy: at least two digits, and the code of its form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.problems import Message, msg
from docgen.reading.numbers import parse_number
from docgen.vietnamese import pad, upper

if TYPE_CHECKING:
    from docgen.reading.layout import Layout
    from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """An open number is no fault. The codes stand in the order of the forms in the rule about them."""
    line = layout.standard.number_line
    due = _code_due(layout, entry)
    for passage in layout.get("copy_number"):
        read = parse_number(passage.text)
        code = read.rest.lstrip("/- ").partition("-")[0].strip()
        found: tuple[Message, str, str] | None = None
        if read.digits and int(read.digits) < line.pad_below and not read.digits.startswith("0"):
            right = pad(int(read.digits), line.pad_below)
            found = msg("A copy's number below {below} has a zero before it.", below=line.pad_below), right, read.digits
        elif code and code not in entry.words:
            found = msg("{code} is no code of a copy.", code=code), due or " / ".join(entry.words), code
        elif code and due and code != due:
            found = msg("The code {code} belongs to another form of copy.", code=code), due, code
        elif ":" not in read.label and ":" in line.prefix.use:
            found = msg("No colon stands behind {label}", label=read.label), line.prefix.use.strip(), read.label
        if found is not None:
            what, expected, actual = found
            remedy = msg("Write {expected}", expected=expected)
            yield Finding(what, at(passage), "copy_form", expected, actual, remedy, passage.sure)


def _code_due(layout: Layout, entry: RuleEntry) -> str:
    forms = layout.standard.rules.get("hinh-thuc-sao")
    written = upper(layout.words_of("copy_form"))
    if forms is None or written not in forms.words or len(forms.words) != len(entry.words):
        return ""
    return entry.words[forms.words.index(written)]


RULE = Rule(
    code="TT809",
    name="so-ban-sao",
    kind=Kind.FORM,
    asks=msg("The number of a copy has at least two digits and the code of its form: SY, SL or TrS."),
    good="Số: 05/SY-UBND",
    bad="Số: 5/BS-UBND",
    look=look,
    no_fix=msg("The number must agree with the register."),
    needs=("copy_number",),
)
