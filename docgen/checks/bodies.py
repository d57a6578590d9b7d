"""The running text of a document: what belongs to it, where it ends, with what sign."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from docgen.checks.keeping import kept

if TYPE_CHECKING:
    from docgen.reading.layout import Layout, Passage

#: components whose words are running text, with or without a number before them
RUNNING = frozenset({"body", "article", "clause", "subclause", "point", "list_item"})
#: numbered blocks that are titles and nothing else
HEADINGS = frozenset({"part_label", "part_title", "division_label", "division_title", "section"})
#: the sign at the end of the text, on a line of its own
OWN_END = "text_end"
_BLOCKS = RUNNING | HEADINGS | {OWN_END, "table_title", "table_unit", "table_header", "table_cell", "caption", "other"}
_FOOT = frozenset({"recipients_label", "recipient", "filing", "sign_authority", "sign_title", "sign_other_title", "sign_name"})
_SIGN = re.compile(r"[.,;:/…\s]*$")
_QUOTE_OPENS = ("“", '"', "«")
_QUOTE_CLOSES = re.compile(r"[”\"»]\s*[.;,:]?\s*(?:\./\.)?$")


@kept
def main_passages(layout: Layout) -> list[Passage]:
    """The passages of the document itself, in order: none of its appendices, none of headers and footers.

    Several rules ask for them in turn, so those of the document last asked for are kept; likewise elsewhere.
    """
    part = layout.story.part
    return [passage for passage in layout.passages if passage.appendix is None and passage.paragraph.part == part]


def outside_quotes(passages: Iterable[Passage]) -> Iterator[Passage]:
    """``passages`` without those of quoted text: from a paragraph that opens with a quotation mark to the one that closes it."""
    quoted = False
    for passage in passages:
        if not quoted and not passage.paragraph.text.startswith(_QUOTE_OPENS, passage.start, passage.end):
            yield passage
            continue
        text = passage.text
        if not quoted:
            quoted = True
            text = text[1:]
        if _QUOTE_CLOSES.search(text):
            quoted = False


def last_of_text(passages: Iterable[Passage]) -> Passage | None:
    """The passage with which the text before the foot ends.

    ``None`` where that cannot be told: there is no foot, or what stands last is a table, a title or was not recognised.
    """
    last: Passage | None = None
    footed = False
    for passage in passages:
        if passage.component in _FOOT:
            footed = True
        elif passage.component in _BLOCKS and (not footed or passage.component in RUNNING):
            # text may have slipped behind the foot
            last = passage
    return last if footed and last is not None and last.component in (*RUNNING, OWN_END) else None


def end_sign(text: str) -> str:
    """The signs with which ``text`` ends, without spaces: ``./.``, ``;``; empty behind a letter or a bracket."""
    found = _SIGN.search(text)
    return "".join(found[0].split()) if found else ""


def end_sign_start(text: str) -> int:
    """Where those signs begin in ``text`` (spaces before them included); its length where there are none."""
    found = _SIGN.search(text)
    return found.start() if found else len(text)
