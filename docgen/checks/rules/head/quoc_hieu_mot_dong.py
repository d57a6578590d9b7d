"""Quốc hiệu, tiêu ngữ and the Party's title stand on one line each; a column that is too narrow breaks them."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.joined import join
from docgen.checks.line_widths import inner_width, width_of
from docgen.checks.rule import Finding, Kind, Rule
from docgen.ooxml.units import MM_PER_PT
from docgen.problems import msg
from docgen.reading.folding import fold_each, letters_only
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry

#: a line counts as too wide only when it is so by more than rounding and letter fitting can hide
_SURELY = 1.01


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Look for a break typed inside the words, then measure them against their column."""
    for name in entry.words:
        joined = join(layout, name)
        if joined is None:
            continue
        first = joined.passages[0]
        lines = [line for passage in joined.passages for line in passage.text.split("\n") if line.strip()]
        if len(lines) > 1 and _letters(joined.text) == _letters(_fixed(layout, name)):
            yield Finding(
                msg("The words are broken into several lines."),
                joined.spot(),
                name,
                msg("one line"),
                msg("{count} lines", count=len(lines)),
                msg("Write them on one line; widen the column if need be."),
                joined.sure,
            )
            continue
        width = width_of(layout, first.paragraph, first.start, first.end)
        room = inner_width(layout, first.paragraph)
        if width is not None and room is not None and first.is_whole and width > room * _SURELY:
            yield Finding(
                msg("The words do not fit on one line of their column."),
                joined.spot(),
                name,
                msg("a column of at least {width} mm", width=f"{width * MM_PER_PT:.0f}"),
                f"{room * MM_PER_PT:.0f} mm",
                msg("Widen the column."),
                joined.sure,
            )


def _fixed(layout: Layout, name: str) -> str:
    text = layout.standard.components[name].text
    return "" if text is None else text.use


def _letters(words: str) -> str:
    return letters_only(fold_each(words))


RULE = Rule(
    code="TT204",
    name="quoc-hieu-mot-dong",
    kind=Kind.FORM,
    asks=msg("Quốc hiệu, tiêu ngữ and the Party's title each stand on one line."),
    good="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    bad="CỘNG HÒA XÃ HỘI CHỦ NGHĨA / VIỆT NAM",
    look=look,
    no_fix=msg("How the columns of the head share the page is for a person to choose."),
    needs=("motto", "slogan", "party_title"),
)
