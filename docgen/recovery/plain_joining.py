"""Hard-wrapped lines joined to paragraphs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from docgen.reading.words import load_words
from docgen.recovery.labels import begins_with_label
from docgen.recovery.plain_attached import is_open_reference
from docgen.recovery.plain_kinds import is_decision, is_type, opening_of, opens
from docgen.recovery.plain_lines import Item, Line
from docgen.recovery.plain_tabs import COLUMN_GAP
from docgen.recovery.plain_wrapping import ENDS, Wrapping, find_wrapping

#: gaps in a row of a table
_GAPS = 2
#: words that an office with its body has at least
_NAMED = 4
#: lines with one below them that tell by their number that none goes on another
_TOLD = 3
#: letters from which on a line tells how wide the source wraps
_TELLING = 40
#: how full a line is that was broken because it was full, behind the end of a sentence and inside one
_FULL_ENDED, _FULL = 0.97, 0.72
#: half letters by which the middles of two lines in the middle may differ
_OFF_CENTRE = 8


def join_lines(items: Sequence[Item], margin: int = 0) -> list[Item]:
    """``items`` with the lines of one paragraph put together; drawn lines go to the paragraph above them.

    Gaps between words, which a PDF has where lines are justified, are single spaces. ``margin``: spaces that every line of the
    source has before it.
    """
    items = [_squeeze(one) if isinstance(one, Line) else one for one in items]
    width = _width([item for item in items if isinstance(item, Line)])
    wrapping = find_wrapping(items)
    margin = _find_margin(items, margin)
    out: list[Item] = []
    last: Line | None = None
    counted = 0
    for at, item in enumerate(items):
        above = out[-1] if out else None
        if not isinstance(item, Line):
            out.append(item)
            last = None
        elif item.is_rule:
            if isinstance(above, Line):
                out[-1] = replace(above, ruled=True)
        elif (
            isinstance(above, Line)
            and last is not None
            and not _stands_alone(above, item, items[at + 1 : at + 2], width)
            and not (_is_title(out) and _leaves_title(last, item))
            and not _is_indented(above, last, item, margin)
            and _goes_on(above, last, item, width, wrapping, counted)
        ):
            out[-1] = above.joined(item)
            last = item
        else:
            found = opening_of(item)
            if found is not None and found.level == "arabic":
                counted = found.numeral.value or 0
            out.append(item)
            last = item
    return out


def _squeeze(line: Line) -> Line:
    """A line with single spaces; one of several columns goes on no other line."""
    return replace(line.squeezed(), apart=True) if len(COLUMN_GAP.findall(line.text)) >= _GAPS else line.squeezed()


def _width(lines: Sequence[Line]) -> int:
    """How many letters the source sets on a line."""
    sizes = sorted(len(line.text) for line in lines if len(line.text) >= _TELLING)
    return sizes[int(0.85 * (len(sizes) - 1))] if sizes else _TELLING


def _find_margin(items: Sequence[Item], margin: int) -> int:
    """Where the lines begin that surely go on a sentence, half of them further left, half further right; of many lines none of
    which does, ``margin``."""
    pairs = [(a, b) for a, b in pairwise(items) if isinstance(a, Line) and isinstance(b, Line) and not b.gap and not b.apart]
    inside = sorted(b.indent for a, b in pairs if b.text[0].islower() and not opens(b) and not a.text.endswith(tuple(ENDS)))
    if not inside and len(pairs) < _TOLD:
        return sys.maxsize
    return inside[len(inside) // 2] if inside else margin


def _is_indented(above: Line, last: Line, line: Line, margin: int) -> bool:
    """Whether ``line`` is indented like the first line of the paragraph ``above``, of which nothing else has come so far."""
    if above.text != last.text or line.text[0].islower():
        return False
    return min(last.indent, line.indent) > margin + 1 and line.indent <= last.indent + 1


def _goes_on(above: Line, last: Line, line: Line, width: int, wrapping: Wrapping | None, counted: int) -> bool:
    """Whether ``line`` goes on the paragraph ``above``, whose last line in the source is ``last``."""
    if line.apart or above.apart or line.page or above.ruled:
        return False
    known = load_words()
    if is_type(line, known) or is_type(above, known) or is_decision(above):
        return False
    if begins_with_label(line.text) or _is_bracketed(above) or _says_who_decides(above, line):
        return False
    if is_open_reference(above) and not line.gap and not opens(line):
        return True
    text = above.text.rstrip("”\"')")
    ended = text.endswith(tuple(ENDS))
    word = line.text.split()[0]
    full = len(last.text) + 1 + len(word) > width * (_FULL_ENDED if ended else _FULL)
    if ended and wrapping is not None and (room := wrapping.had_room(last, line, first=above.text == last.text)) is not None:
        full = not room
    if _hangs(above, line):
        return True
    if opens(line):
        return full and not ended and not line.gap and _is_only_a_number(line, counted)
    small = line.text[0].islower()
    if line.gap:
        return small and not ended
    if above.is_capital != line.is_capital and not small and _has_words(line):
        return not above.is_capital and full and not ended
    if above.is_bold != line.is_bold and not small:
        return False
    if small:
        return not ended or full or not text.endswith((":", ";"))
    if line.indent > last.indent + 1 and (ended or last.indent == 0):
        return False
    return full or (text.endswith(",") and 2 * len(last.text) > width)


def _is_title(out: Sequence[Item]) -> bool:
    """Whether the last of ``out`` stands right below the name of a type."""
    above = out[-2] if len(out) > 1 else None
    return isinstance(above, Line) and is_type(above, load_words())


def _leaves_title(last: Line, line: Line) -> bool:
    """Whether ``line`` begins the text below a title's line ``last``: it announces something, or stands not in the middle as that."""
    if line.text[0].islower():
        return False
    middles = [2 * one.indent + len(one.text) for one in (last, line)]
    return line.text.endswith(":") or (line.indent < last.indent and abs(middles[0] - middles[1]) > _OFF_CENTRE)


def _stands_alone(above: Line, line: Line, behind: Sequence[Item], width: int) -> bool:
    """Whether a sentence has ended ``above``, and ``line``, which is not full, ends none: so it ends no paragraph either."""
    ended = [text.rstrip("”\"')").endswith(tuple(ENDS)) for text in (above.text, line.text)]
    if not ended[0] or ended[1] or not line.text[0].isupper() or len(line.text) > width * _FULL:
        return False
    below = behind[0] if behind else None
    return not (isinstance(below, Line) and not below.gap and not below.is_rule and below.text[0].islower())


def _says_who_decides(above: Line, line: Line) -> bool:
    """Whether an office or a body stands alone in capitals below a title in small letters, which no word of it leaves open."""
    known = load_words()
    if above.is_capital or not line.is_capital or len(line.words.split()) < _NAMED:
        return False
    return above.words.split()[-1] not in known.own["joints"] and bool(known.offices.match(line.words) or known.bodies.match(line.words))


def _is_bracketed(line: Line) -> bool:
    """Whether a paragraph is a remark in brackets, which ends with them."""
    return line.text[0] == "(" and line.text.find(")") == len(line.text) - 1


def _hangs(above: Line, line: Line) -> bool:
    """Whether a line stands right under the words of the list item ``above``, behind its dash."""
    found = opening_of(above)
    if found is None or found.level != "list" or line.gap or opens(line) or above.text.endswith(":"):
        return False
    return abs(line.indent - above.indent - found.words_start) <= 1 and line.indent > above.indent


def _has_words(line: Line) -> bool:
    return any(len(word) > 1 and word.isalpha() for word in line.text.split())


def _is_only_a_number(line: Line, counted: int) -> bool:
    """Whether a number or dash at the beginning of a line is a part of the sentence above it: a day, the end of a span."""
    found = opening_of(line)
    if found is None:
        return False
    if found.level == "list":
        return line.text[found.words_start : found.words_start + 1].isdigit()
    return found.level == "arabic" and found.numeral.value not in (1, counted + 1)
