"""The state writes a colon behind ``Số``, the Party none."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.number_parts import NumberParts, Part, number_parts, wants_colon
from docgen.checks.rule import Finding, Fixing, Kind, Rule
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Look behind the word before the number."""
    parts = number_parts(layout)
    if parts is None or parts.label is None:
        return
    label, colon = parts.label, parts.colon
    if wants_colon(layout.standard.number_line):
        if colon is not None and colon.text == ":":
            if colon.start > label.end:
                yield _apart(parts, label, colon)
            return
        start, end = (label.end, label.end) if colon is None else (colon.start, colon.end)
        yield Finding(
            msg("The colon behind “{word}” is missing.", word=label.text),
            parts.joined.spot(label.start, end),
            "number",
            f"{label.text}:",
            parts.joined.text[label.start : end],
            msg("Write “{word}:”.", word=label.text),
            parts.joined.sure,
            parts.joined.replace(start, end, ":"),
        )
    elif colon is not None:
        yield Finding(
            msg("A sign stands behind “{word}” that does not belong there.", word=label.text),
            parts.joined.spot(label.start, colon.end),
            "number",
            label.text,
            parts.joined.text[label.start : colon.end],
            msg("Take the sign out."),
            parts.joined.sure,
            parts.joined.replace(label.end, colon.end, "" if parts.joined.text[colon.end : colon.end + 1].isspace() else " "),
        )


def _apart(parts: NumberParts, label: Part, colon: Part) -> Finding:
    """A colon that does not stand right behind the word."""
    return Finding(
        msg("A space stands between {words} and its colon.", words=label.text),
        parts.joined.spot(label.start, colon.end),
        "number",
        f"{label.text}:",
        parts.joined.text[label.start : colon.end],
        msg("Write “{word}:”.", word=label.text),
        parts.joined.sure,
        parts.joined.replace(label.end, colon.start, ""),
        level="warning",
    )


RULE = Rule(
    code="TT212",
    name="dau-hai-cham-so",
    kind=Kind.FORM,
    asks=msg("The state's numbers have a colon behind Số, the Party's none."),
    good="Số: 15/QĐ-BNV",
    bad="Số 15/QĐ-BNV",
    look=look,
    fix=Fixing.SAFE,
    needs=("number",),
)
