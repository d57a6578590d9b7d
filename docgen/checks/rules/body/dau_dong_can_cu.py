"""TT402: a legal basis opens with a dash in Party documents, and without one in the state's samples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.rule import Finding, Fixing, Kind, Rule, at
from docgen.problems import msg
from docgen.reading.repairs import ReplaceText

if TYPE_CHECKING:
    from docgen.reading.layout import Layout
    from docgen.standards.model import RuleEntry

_DASH = re.compile(r"[-–—−‑+*•·]\s*")
#: signs that print a dash, and the bullet that Word puts in its place
_DASHES = "-–—−‑•·"


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """The first letter of each entry."""
    prefix = layout.standard.marks["base"].prefix
    for lines in layout.entries("base"):
        passage = lines[0]
        paragraph = passage.paragraph
        typed = _DASH.match(paragraph.text, passage.start)
        counted = paragraph.bullet and not paragraph.text[: passage.start].strip()
        if prefix.use.strip() and typed is None and not counted:
            yield Finding(
                msg("This legal basis does not open with a dash."),
                at(passage, 0, 1),
                "base",
                prefix.use.strip(),
                "",
                msg("Write a dash and a space before it."),
                passage.sure,
                (ReplaceText(paragraph, passage.start, passage.start, prefix.use),),
            )
        elif prefix.use.strip() and typed is not None and typed[0].strip() not in _DASHES:
            yield Finding(
                msg("This legal basis opens with {sign}, not with a dash.", sign=typed[0].strip()),
                at(passage, 0, 1),
                "base",
                prefix.use.strip(),
                typed[0].strip(),
                msg("Write a dash and a space before it."),
                passage.sure,
                (ReplaceText(paragraph, passage.start, typed.end(), prefix.use),),
            )
        elif not prefix.use.strip() and (typed is not None or counted):
            end = typed.end() if typed else passage.start
            yield Finding(
                msg("A dash stands before this legal basis."),
                at(passage, 0, end - passage.start) if typed else at(passage),
                "base",
                "",
                typed[0].strip() if typed else paragraph.numbering,
                msg("Take the dash away."),
                passage.sure,
                (ReplaceText(paragraph, passage.start, end, prefix.use),) if typed else (),
            )


RULE = Rule(
    code="TT402",
    name="dau-dong-can-cu",
    kind=Kind.FORM,
    asks=msg("Legal bases open as the rule set says: with a dash in Party documents, without one in those of the state."),
    good="- Căn cứ Điều lệ Đảng;",
    bad="Căn cứ Điều lệ Đảng;",
    look=look,
    fix=Fixing.SAFE,
    needs=("base",),
)
