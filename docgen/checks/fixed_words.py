"""Words that a rule set fixes to the letter: the state's name, the slogan, the Party's title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.checks.joined import Joined, join
from docgen.checks.rule import Finding
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.vietnamese import upper

_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u00ad": None})
_LINE_BELOW = re.compile(r"\s*\n[\s\-_–—=*]+$")


def find_other_words(layout: Layout, component: str) -> Iterator[Finding]:
    """A finding where ``component`` stands on the page and does not say what its ``text`` or ``accept`` fixes.

    Single and wide spaces, no-break spaces and no-break hyphens count alike, and so does a break into lines. Letters that Word
    itself turns into capitals are capitals.
    """
    joined = join(layout, component)
    fixed = layout.standard.components[component]
    if joined is None or fixed.text is None:
        return
    wanted = fixed.text.use
    allowed = {wanted, *(fixed.text.any or ()), *fixed.accept}
    printed = say_plainly(_as_shown(joined))
    if printed in allowed:
        return
    nearest = min(allowed, key=lambda words: (_distance(printed, words), words != wanted))
    yield Finding(
        msg("The words are not those that are prescribed."),
        joined.spot(),
        component,
        nearest,
        printed,
        msg("Write “{words}”.", words=nearest),
        joined.sure,
        () if _shown_in_capitals(joined) and not fixed.in_capitals else joined.rewrite(nearest),
    )


def say_plainly(text: str) -> str:
    """``text`` with single spaces and plain hyphens, without dashes typed on a line below."""
    return " ".join(_LINE_BELOW.sub("", text).translate(_HYPHENS).split())


def _as_shown(joined: Joined) -> str:
    """The words with the capitals that Word makes of small letters."""
    if not _shown_in_capitals(joined):
        return joined.text
    shown: list[str] = []
    for passage in joined.passages:
        letters = list(passage.text)
        for run in passage.runs:
            if run.format.caps or run.format.small_caps:
                own = slice(max(run.start - passage.start, 0), run.end - passage.start)
                letters[own] = map(upper, letters[own])
        shown.append("".join(letters))
    return " ".join(shown)


def _shown_in_capitals(joined: Joined) -> bool:
    return any(run.format.caps or run.format.small_caps for passage in joined.passages for run in passage.runs)


def _distance(printed: str, words: str) -> int:
    """A rough measure of how much of ``words`` would have to be written anew."""
    return abs(len(printed) - len(words)) + sum(a != b for a, b in zip(printed, words, strict=False))
