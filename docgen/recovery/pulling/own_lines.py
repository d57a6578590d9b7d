"""Lines of docgen's own whose words nobody finds in the file: somebody has changed them, or taken them out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher

from docgen.recovery.pulling.lines import Line
from docgen.recovery.pulling.model import Standing, Turn, Turned
from docgen.vietnamese import upper

#: lines that docgen makes of texts that stand elsewhere in the spec, so that they change with these
_DERIVED = frozenset({"appendix_label", "appendix_reference", "authority"})

#: a number as such lines write it
_NUMBER = re.compile(r"\d+|(?<!\w)[IVXLCDM]+(?!\w)")

#: the line with the name of the document's type
_TYPE_NAME = "type_name"


def match_own(
    lines: Iterable[Line], free: list[Standing], turned: list[Turned], *, same_spec: bool
) -> list[tuple[Standing | None, str, str]]:
    """The ``lines`` whose words were changed, or that are gone: docgen's words and the file's.

    Paragraphs that print one are taken out of ``free``. A line that was joined to a text makes that one mixed in ``turned``.
    """
    strange: list[tuple[Standing | None, str, str]] = []
    for line in lines:
        standing = next((s for s in free if _are_like(s.text, line.plain)), None)
        if standing is None and line.component == _TYPE_NAME:
            # the name of another type shares no word with it
            standing = next((s for s in free if s.text == upper(s.text)), None)
        # numbers and dates in it follow the spec, so nobody knows who set them
        derived = line.component in _DERIVED and not same_spec
        if derived and (standing is None or _without_numbers(standing.text) == _without_numbers(line.plain)):
            if standing is not None:
                standing.own = True
                free.remove(standing)
            continue
        if standing is None:
            _mark_mixed(line.plain, turned)
        else:
            standing.own = True
            free.remove(standing)
        strange.append((standing, line.plain, standing.text.strip() if standing else ""))
    return strange


def _mark_mixed(words: str, turned: list[Turned]) -> None:
    """A line of docgen's own that was joined to a text is none of its words."""
    for i, one in enumerate(turned):
        if one.turn is Turn.CHANGED and words.casefold() in " ".join(one.theirs.plain.split()).casefold():
            turned[i] = replace(one, turn=Turn.MIXED)


def _without_numbers(text: str) -> str:
    return "".join(_NUMBER.sub("", text).casefold().split())


def _are_like(theirs: str, ours: str) -> bool:
    return SequenceMatcher(None, theirs.casefold(), ours.casefold(), autojunk=False).ratio() >= 0.5
