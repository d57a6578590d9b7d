"""TT607: ``Nơi nhận:`` stands alone on its line, spelt so, with its colon (PL I, P.I, II.9.d; HD05 I-9.2.1)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Finding, Fixing, Kind, Rule, Skip, at
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.reading.repairs import ReplaceText
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding | Skip]:
    fixed = layout.standard.components["recipients_label"].text
    if fixed is None:
        return
    wanted = fixed.use
    for label in layout.get("recipients_label"):
        text = label.text
        if fixed.allows(" ".join(text.split())):
            continue
        _, colon, rest = text.partition(":")
        if rest.strip():
            what = msg("Behind {label} the line goes on.", label=wanted)
            remedy = msg("Begin the list of recipients on the next line.")
            yield Finding(what, at(label), label.component, wanted, text, remedy, label.sure)
            continue
        what = msg("{typed} is written {wanted}.", typed=text, wanted=wanted)
        if not colon:
            what = msg("There is no colon behind {label}.", label=text.rstrip(" .;"))
        repair = ReplaceText(label.paragraph, label.start, label.end, wanted)
        yield Finding(what, at(label), label.component, wanted, text, msg("Write {words}.", words=wanted), label.sure, (repair,))


RULE = Rule(
    code="TT607",
    name="chu-noi-nhan",
    kind=Kind.FORM,
    asks=msg("The label of the recipients stands alone on its line, with a colon."),
    good="Nơi nhận:",
    bad="NƠI NHẬN",
    look=look,
    fix=Fixing.SAFE,
    needs=("recipients_label",),
)
