"""Where the head of a document begins and ends among the lines of a text; what stands above it is left out."""

from __future__ import annotations

from itertools import pairwise, takewhile

from docgen.reading.folding import fold_each, letters_only
from docgen.reading.numbers import parse_number, parse_place_date
from docgen.reading.words import load_words
from docgen.recovery.plain_columns import RIGHT, cut_fixed, is_cut_year, join_fixed, part_head
from docgen.recovery.plain_kinds import is_base, is_decision, is_form, is_office, is_type, kind_of, opens_foot
from docgen.recovery.plain_lines import ABOVE, Grid, Item, Line, Pages

#: lines that a head takes at most
_LINES = 24
#: lines behind a motto among which number or date of its head stand
_REACH = 14
#: lines that a subject below its number takes at most
_ABOUT = 5


def cut_documents(items: list[Item]) -> list[list[Item]]:
    """``items`` of each document: another one begins with a head behind the end of the one before it.

    A head in a form, which stands below the label of an appendix and is not filled in, begins none.
    """
    starts = [0]
    headed = ended = form = False
    for at, item in enumerate(items):
        if not _marks(items, at, item):
            ended = ended or (headed and _ends(item))
            form = form or (ended and isinstance(item, Line) and is_form(item))
        elif not headed:
            headed = True
        elif ended:
            first = max(_first_of(items, at), starts[-1] + 1)
            near = [piece for one in takewhile(lambda one: not _ends(one), items[first : at + _REACH]) for piece in _pieces(one)]
            if _is_filled_in(near) or (not form and any(kind_of(one) in ("number", "place_date") for one in near)):
                starts.append(first)
                ended = form = False
    return [items[a:b] for a, b in pairwise([*starts, len(items)])]


def _ends(item: Item) -> bool:
    """Whether recipients or a signature begin there, in either column."""
    lines = item.lines if isinstance(item, Grid) else [item]
    return any(opens_foot(half) or is_office(half) for line in lines for half in (line, *_behind_gap(line)))


def _pieces(item: Item) -> list[Line]:
    lines = item.lines if isinstance(item, Grid) else [item]
    return [piece for line in lines for one in cut_fixed(line) for piece in (one, *_behind_gap(one))]


def _is_filled_in(head: list[Line]) -> bool:
    """Whether number or date are written, as in no form."""
    numbers = any(kind_of(one) == "number" and parse_number(one.text).digits for one in head)
    return numbers or any(kind_of(one) == "place_date" and parse_place_date(one.text).value for one in head)


def take_head(pages: Pages) -> int:
    """Put the head together to one table, leave out what stands above; the place of the first item behind it, 0 without one."""
    items = pages.items
    mark = next((i for i, item in enumerate(items) if _marks(items, i, item)), None)
    if mark is None:
        return 0
    first = _first_of(items, mark)
    for item in items[:first]:
        for line in item.lines if isinstance(item, Grid) else [item]:
            pages.leave(line, ABOVE)
    del items[:first]
    mark -= first
    held = items[mark]
    if isinstance(held, Grid):
        end = mark + 1
        for row in held.rows:
            row[:] = [join_fixed([piece for line in cell for piece in cut_fixed(line)]) for cell in row]
        below = end
        while below < len(items) and isinstance(item := items[below], Grid) and not item.data and _is_head(item):
            held.rows += item.rows
            below += 1
        del items[end:below]
        return end
    found = [held, *takewhile(lambda item: not _stands_below(item), items[mark + 1 : mark + _LINES])]
    items[mark : mark + len(found)] = join_fixed([item for item in found if isinstance(item, Line)])
    end = _end_of(items, mark)
    lines = [item for item in items[:end] if isinstance(item, Line)]
    items[:end] = [part_head(lines)]
    return 1


def _is_head(grid: Grid) -> bool:
    return bool({kind_of(line) for line in grid.lines} & {"number", "place_date"})


def _marks(items: list[Item], at: int, item: Item) -> bool:
    """Whether a motto or the Party's title stands there, be it broken over the next lines or behind other words."""
    if isinstance(item, Grid):
        lines = [join_fixed([piece for line in cell for piece in cut_fixed(line)]) for row in item.rows for cell in row]
        return any(kind_of(line) in ("motto", "party_title") for cell in lines for line in cell)
    following = [one for one in items[at : at + 3] if isinstance(one, Line)]
    words = " ".join([one.words for one in following])
    if not any(hint in words for hint in load_words().hints):
        return False
    found = [piece for one in cut_fixed(item) for piece in (one, *_behind_gap(one))]
    return any(kind_of(piece) in ("motto", "party_title") for piece in found) or (
        bool(following) and following[0] is item and kind_of(join_fixed(following)[0]) == "motto"
    ) or _begins_at_right(items, at)


def _behind_gap(line: Line) -> list[Line]:
    parts = line.text.split("   ")
    return [line.piece(len(line.text) - len(parts[-1]))] if len(parts) > 1 else []


def _begins_at_right(items: list[Item], at: int) -> bool:
    """Whether the right half of a line and of the next one together are the motto."""
    pair = [one for one in items[at : at + 2] if isinstance(one, Line)]
    if len(pair) < 2:
        return False
    halves = [(_behind_gap(one) or [one])[0] for one in pair]
    return letters_only(fold_each(halves[0].joined(halves[1]).text)) in load_words().mottos


def _first_of(items: list[Item], mark: int) -> int:
    """The first line of the head: names of bodies, stamps, number and subject above the motto."""
    known = load_words()
    first = mark
    if isinstance(items[mark], Grid):
        while first > 0 and isinstance(above := items[first - 1], Line) and kind_of(above) in ("stamp", "draft_mark"):
            first -= 1
        return first
    at = mark - 1
    while at >= 0 and isinstance(above := items[at], Line):
        named = (above.is_capital or above.is_bold) and bool(known.bodies.match(above.words) or known.units.match(above.words))
        if kind_of(above) not in ("", "line") or (named and not is_type(above, known)):
            first = at
        elif kind_of(above) != "line" and not above.is_capital and not _is_subject(items, at):
            # a line in capitals may be the rest of a long name that begins above it
            break
        at -= 1
    return first


def _is_subject(items: list[Item], at: int) -> bool:
    """Whether a line goes on the subject that a line above it begins."""
    for i in range(at, max(-1, at - _ABOUT), -1):
        item = items[i]
        if isinstance(item, Grid):
            return False
        if i < at and kind_of(item) == "abstract_dispatch":
            return True
        if item.gap:
            return False
    return False


def _end_of(items: list[Item], mark: int) -> int:
    """Behind the last line of the head; a subject goes on until an empty line."""
    end, about = mark + 1, False
    for at in range(mark, min(mark + _LINES, len(items))):
        item = items[at]
        if isinstance(item, Grid) or (at > mark and _stands_below(item)):
            break
        kinds = {kind_of(piece) for one in cut_fixed(item) for piece in (one, *_behind_gap(one))} - {""}
        if kinds:
            end = at + 1
            about = "abstract_dispatch" in kinds or (about and kinds <= {"line"} | RIGHT)
        elif at == end and (_goes_on_date(items[at - 1], item) or (about and not item.gap)):
            end = at + 1
    return end


def _goes_on_date(above: Item, line: Line) -> bool:
    """Whether a line holds the year of a date that stands above it, in either column."""
    return isinstance(above, Line) and any(is_cut_year(one, line) for one in (above, *_behind_gap(above)))


def _stands_below(item: Item) -> bool:
    """Whether what every document has below its head begins there."""
    if isinstance(item, Grid):
        return True
    known = load_words()
    return is_type(item, known) or is_base(item) or is_decision(item) or known.addressing.match(item.words) is not None
