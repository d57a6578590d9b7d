"""Entries of a list (addressees, recipients): the dash before them and the mark behind them, against the rule set's marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.checks.rule import Finding, at
from docgen.problems import msg
from docgen.reading.layout import Passage
from docgen.reading.repairs import ReplaceText
from docgen.standards.facts import Fact
from docgen.standards.model import Mark

#: signs that print a dash
_DASHES = ("-", "\u2010", "\u2011", "–", "—", "\u2212")
#: with the plus, which marks the level below it
DASHES = (*_DASHES, "+")
#: marks that custom uses where no act orders one
_CUSTOMARY = (";", ",", ".")
_ENDS = ";,.:"
#: what stands between two entries on one line
PARTED = re.compile(r";\s*[-–]?\s*(?=\w)|(?<=\w)[.,]?\s+[-–]\s+(?=(?:Các|Bộ|Sở|Ủy ban|Uỷ ban|UBND)\s)")


def find_dash(lines: Sequence[Passage], mark: Mark, above: Sequence[Passage] | None = None) -> Iterator[Finding]:
    """A finding where the entry ``lines`` lacks the dash in front; a dash or bullet that Word sets itself counts.

    ``above``: the list's first entry, below whose dash others may stand with a plus; ``None`` for the first itself.
    """
    first, wanted = lines[0], mark.prefix
    if not wanted.use.strip() or first.paragraph.numbering or first.paragraph.bullet or first.text.startswith(_DASHES):
        return
    plus = first.text.startswith("+")
    if plus and above is not None and not above[0].text.startswith("+"):
        return
    typed = len(first.text) - len(first.text[1:].lstrip(" \u00a0\t")) if plus else 0
    repair = ReplaceText(first.paragraph, first.start, first.start + typed, wanted.use)
    yield Finding(
        msg("No dash stands before {words}.", words=shorten(first.text)),
        at(first),
        first.component,
        wanted.use.strip(),
        shorten(first.text),
        msg("Put {mark} in front.", mark=wanted.use.strip()),
        first.sure,
        (repair,),
        tier=wanted.tier,
    )


def find_end(lines: Sequence[Passage], wanted: Fact[str]) -> Iterator[Finding]:
    """A finding where the entry ``lines`` does not end in a mark that ``wanted`` allows."""
    last = lines[-1]
    text = last.text
    typed = text[len(text.rstrip(_ENDS + " \u00a0")) :].strip()
    allowed = wanted.any or (wanted.use,)
    if typed in allowed or (not wanted.tier.binds and typed in _CUSTOMARY):
        return
    start = len(text.rstrip(_ENDS + " \u00a0"))
    what = msg("{words} does not end in “{mark}”.", words=shorten(text), mark=wanted.use)
    if typed:
        what = msg("{words} ends in “{typed}”, not in “{mark}”.", words=shorten(text), typed=typed, mark=wanted.use)
    repair = ReplaceText(last.paragraph, last.start + start, last.end, wanted.use)
    remedy = msg("End it with “{mark}”.", mark=wanted.use)
    spot = at(last, max(0, start - 1), len(text))
    yield Finding(what, spot, last.component, wanted.describe(), typed, remedy, last.sure, (repair,), tier=wanted.tier)


def shorten(text: str, most: int = 40) -> str:
    """The words, cut at a space where they are many."""
    return text if len(text) <= most else text[:most].rpartition(" ")[0] + " …"
