"""TT701: the label of an appendix: its word in small letters, Roman numbers (state) or Arabic ones (Party), nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.appendix_labels import Label, labels_of
from docgen.checks.levels import say_number
from docgen.checks.rule import Finding, Fixing, Kind, Rule, at
from docgen.problems import Message, msg
from docgen.reading.numerals import roman_value
from docgen.reading.repairs import ReplaceText
from docgen.standards.facts import Tier

if TYPE_CHECKING:
    from docgen.reading.layout import Layout
    from docgen.standards.model import RuleEntry, Standard


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """The first thing that is wrong with each label."""
    labels = labels_of(layout)
    several = len(labels) > 1
    for label in labels:
        found = _wrong(label, several, layout.standard)
        if found is None:
            continue
        what, tier = found
        right = _right(label, layout.standard)
        passage = label.passage
        yield Finding(
            what,
            at(passage),
            "appendix_label",
            right,
            " ".join(passage.text.split()),
            msg("Write {right} on a line of its own.", right=right),
            passage.sure,
            () if _is_set_in_capitals(label) else (ReplaceText(passage.paragraph, passage.start, passage.end, right),),
            tier=tier,
        )


def _wrong(label: Label, several: bool, standard: Standard) -> tuple[Message, Tier | None] | None:
    component = standard.components["appendix_label"]
    numeral = standard.numbering["appendix"].numeral
    fixed = component.text
    cased = component.case is not None and component.case.use == "sentence"
    if cased and (label.word.isupper() or _is_set_in_capitals(label)):
        return msg("The word {word} stands in capitals.", word=label.word), None
    if label.number and label.between:
        return msg("Between {word} and its number stands {between}", word=label.word, between=label.between), None
    if cased and fixed is not None and label.word != fixed.use:
        return msg("{typed} is written {wanted}.", typed=label.word, wanted=fixed.use), None
    # how a lone one is counted is not said; but a second one has a first, maybe in a file of its own
    if label.number and (several or (_value(label.number) or 0) > 1) and _kind(label.number) != numeral:
        if numeral == "roman":
            return msg("Two or more appendices are counted with Roman numerals."), None
        return msg("Two or more appendices are counted with Arabic digits."), None
    if label.number.startswith("0"):
        return msg("A zero stands before the number of the appendix."), Tier.PRACTICE
    if label.number and label.behind and fixed is not None and "(" not in label.behind[:1]:
        return msg("The label of an appendix stands alone on its line."), Tier.PRACTICE
    return None


def _is_set_in_capitals(label: Label) -> bool:
    return all(run.format.caps for run in label.passage.runs)


def _kind(number: str) -> str:
    if number.isdecimal():
        return "arabic"
    return "roman" if number.isupper() and roman_value(number) is not None else "letter"


def _value(number: str) -> int | None:
    return int(number) if number.isdecimal() else roman_value(number)


def _right(label: Label, standard: Standard) -> str:
    component = standard.components["appendix_label"]
    assert component.text is not None
    kind = standard.numbering["appendix"].numeral
    value = _value(label.number)
    form = component.numbered_text
    if not label.number or value is None or value < 1 or form is None:
        return component.text.use
    return form.use.format(number=say_number(value, kind, standard))


RULE = Rule(
    code="TT701",
    name="nhan-phu-luc",
    kind=Kind.FORM,
    asks=msg("An appendix is labelled Phụ lục, two or more with Roman numerals (state) or Arabic digits (Party)."),
    good="Phụ lục I",
    bad="PHỤ LỤC 01",
    look=look,
    fix=Fixing.UNSAFE,
    needs=("appendix_label",),
)
