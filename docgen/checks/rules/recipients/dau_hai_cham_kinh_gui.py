"""TT603: a colon stands behind ``Kính gửi`` (PL I, P.I, II.9.d; HD05 I-9.2.5)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Finding, Fixing, Kind, Rule, Skip, at
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.reading.repairs import ReplaceText
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding | Skip]:
    for label in layout.get("addressee_label"):
        words = label.text.rstrip(": \u00a0\t")
        rest = label.paragraph.text[label.start + len(words) :].lstrip(" \u00a0\t")
        if not rest.startswith(":"):
            end = label.start + len(words)
            # another sign in its place gives way to it
            stop = label.paragraph.text.index(rest[0], end) + 1 if rest[:1] and rest[0] in ";.," else end
            repair = ReplaceText(label.paragraph, end, stop, ":")
            what = msg("There is no colon behind {words}.", words=words)
            remedy = msg("Write {words}.", words=f"{words}:")
            yield Finding(what, at(label), label.component, f"{words}:", words, remedy, label.sure, (repair,))


RULE = Rule(
    code="TT603",
    name="dau-hai-cham-kinh-gui",
    kind=Kind.FORM,
    asks=msg("Behind Kính gửi stands a colon."),
    good="Kính gửi: Bộ Nội vụ",
    bad="Kính gửi Bộ Nội vụ",
    look=look,
    fix=Fixing.SAFE,
    needs=("addressee_label",),
)
