"""TT607: ``Nơi nhận:`` stands alone on its line, spelt so, with its colon (PL I, P.I, II.9.d; HD05 I-9.2.1)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Finding, Fixing, Kind, Rule, Skip, at
from docgen.problems import msg
from docgen.reading.layout import Layout, Passage
from docgen.reading.repairs import ReplaceText
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding | Skip]:
    fixed = layout.standard.components["recipients_label"].text
    if fixed is None:
        return
    wanted = fixed.use
    for label in layout.get("recipients_label"):
        text = label.text
        if _goes_on(layout, label):
            what = msg("Behind {label} the line goes on.", label=wanted)
            remedy = msg("Begin the list of recipients on the next line.")
            yield Finding(what, at(label), label.component, wanted, _line_of(label), remedy, label.sure)
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


def _line_of(label: Passage) -> str:
    return label.paragraph.text[label.start :].partition("\n")[0].strip()


def _goes_on(layout: Layout, label: Passage) -> bool:
    """Whether the first recipient stands behind the label on its line."""
    end = label.start + len(label.paragraph.text[label.start :].partition("\n")[0])
    return any(p.paragraph is label.paragraph and label.end <= p.start < end for p in layout.get("recipient"))


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
