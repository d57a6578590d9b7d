"""``V/v`` opens the abstract of a state công văn and no other; the Party does not write it at all."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.joined import join
from docgen.checks.rule import Finding, Fixing, Kind, Rule
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Look at the opening of the abstracts; the first of ``words`` is what may not stand there, the second what to write."""
    if len(entry.words) < 2:
        return
    banned, better = entry.words[:2]
    prefix = layout.standard.components["abstract_dispatch"].prefix
    for name in ("abstract", "abstract_dispatch"):
        joined = join(layout, name)
        own = name == "abstract_dispatch" and prefix is not None and prefix.use.strip().casefold() == banned.casefold()
        if joined is None or own or not joined.text.casefold().startswith(banned.casefold()):
            continue
        end = len(banned)
        while end < len(joined.text) and joined.text[end] in ":.":
            end += 1
        yield Finding(
            msg("“{words}” does not belong before this abstract.", words=joined.text[: len(banned)]),
            joined.spot(0, end),
            name,
            better,
            joined.text[:end],
            msg("Write “{words}”.", words=better),
            joined.sure,
            joined.replace(0, end, better),
        )


RULE = Rule(
    code="TT305",
    name="v-v-co-ten-loai",
    kind=Kind.FORM,
    asks=msg("V/v opens only the abstract of a state công văn, never one below the name of a type."),
    good="THÔNG BÁO / Về việc nghỉ lễ Quốc khánh",
    bad="THÔNG BÁO / V/v nghỉ lễ Quốc khánh",
    look=look,
    fix=Fixing.SAFE,
    needs=("abstract", "abstract_dispatch"),
)
