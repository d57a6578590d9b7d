"""TT105: letters are black (PL I, P.I, I.4; HD05 IV-1). Links, and the words of stamps, may be coloured."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.letters import Letters, grouped, letters_by_look
from docgen.checks.rule import Finding, Fixing, Kind, Rule, Spot
from docgen.ooxml.content import Paragraph
from docgen.ooxml.locating import locate_text
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.reading.repairs import SetRuns
from docgen.standards.model import RuleEntry

_AUTO = "auto"
_STAMPS = ("urgency", "circulation")
_STAMP_RULES = ("do-mat", "muc-do-khan", "khung-pham-vi-luu-hanh", "pham-vi-luu-hanh")
_LINK = "hyperlink"


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """One finding for each other colour."""
    fact = layout.standard.page.color
    darkest = entry.max or 0
    stamps = {passage.paragraph for name in _STAMPS for passage in layout.get(name)}
    rules = [rule for name in _STAMP_RULES if (rule := layout.standard.rules.get(name))]
    words = {word.casefold() for rule in rules for word in rule.words}
    found: dict[str, list[Letters]] = {}
    for format, runs in letters_by_look(layout).items():
        if _is_black(format.color, fact.use, darkest):
            continue
        layer = format.layers.get("color")
        if layer is not None and _LINK in layer.style.casefold():
            continue
        for one in runs:
            if not _is_link(one) and not _is_stamp(one.paragraph, stamps, words):
                found.setdefault(format.color, []).append(one)
    for color, letters, count in grouped(found):
        first = letters[0]
        yield Finding(
            msg("Letters have the colour #{color}, in {count} paragraphs.", color=color, count=count),
            Spot(first.paragraph, first.run.start, first.run.end),
            "file",
            msg("black"),
            f"#{color}",
            msg("Set them in black."),
            repairs=tuple(SetRuns(one.paragraph, one.run.start, one.run.end, "color", fact.use) for one in letters),
            clause=fact.clause,
            tier=fact.tier,
        )


def _is_black(color: str, black: str, darkest: float) -> bool:
    if color in (_AUTO, black):
        return True
    try:
        value = int(color, 16)
    except ValueError:
        return True
    return max(value >> 16, value >> 8 & 255, value & 255) <= darkest


def _is_link(letters: Letters) -> bool:
    if _LINK in letters.run.field.casefold():
        return True
    run = letters.run
    parents = (held.run.getparent() for held in locate_text(letters.paragraph, run.start, run.end))
    return any(parent is not None and str(parent.tag).endswith("}hyperlink") for parent in parents)


def _is_stamp(paragraph: Paragraph, stamps: set[Paragraph], words: set[str]) -> bool:
    return paragraph in stamps or " ".join(paragraph.text.split()).casefold() in words


RULE = Rule(
    code="TT105",
    name="mau-chu",
    kind=Kind.FORM,
    asks=msg("Letters are black."),
    good="chữ màu đen",
    bad="chữ màu đỏ",
    look=look,
    fix=Fixing.SAFE,
)
