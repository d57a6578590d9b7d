"""Which component a drawn line stands under: by the anchor's place, and by where the line lies on the page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from docgen.ooxml.content import Cell, DrawnLine, Paragraph
from docgen.ooxml.units import TWIPS_PER_PT
from docgen.reading.layout import Passage
from docgen.reading.work import Work

#: passages among which the one above a line is looked for
_REACH = 60
_RIGHT = ("slogan", "motto", "party_title")
_HEAD = frozenset(
    {"motto", "slogan", "party_title", "parent", "issuer", "number", "place_date", "abstract_dispatch", "star", "draft_mark"}
)


def assign_lines(work: Work, passages: Sequence[tuple[int, Passage]]) -> dict[str, list[DrawnLine]]:
    """The drawn lines of a document by component; those that belong to none under ``other``. ``passages`` in page order."""
    found: dict[str, list[DrawnLine]] = {}
    head: list[tuple[DrawnLine, str]] = []
    for at in range(work.first, work.last):
        for line in work.paragraphs[at].lines:
            if not line.horizontal:
                continue
            if at < work.head_end or _hangs_above(work, line, at):
                head.append((line, _side(work, line, passages)))
            else:
                found.setdefault(_above(line, at, passages), []).append(line)
    for component, line in _settle(work, head, passages):
        found.setdefault(component, []).append(line)
    return found


def _hangs_above(work: Work, line: DrawnLine, at: int) -> bool:
    """Whether a line anchored right behind the head lies above its own paragraph."""
    before = all(p.is_empty for p in work.paragraphs[work.head_end : at])
    return before and line.y is not None and line.y < -4 and line.y_from in ("paragraph", "line", "text", "")


def _side(work: Work, line: DrawnLine, passages: Sequence[tuple[int, Passage]]) -> str:
    """``right`` or ``left``: the column of the head over which a line lies."""
    right = next((p for _, p in passages if p.component in _RIGHT), None)
    cell = line.paragraph.cell
    home = right.paragraph.cell if right is not None else None
    if right is None:
        # of a head that lacks its title, the date still stands at the right
        right = next((p for _, p in passages if p.component == "place_date"), None)
        home = right.paragraph.cell if right is not None else None
        if right is None or home is None or cell is None or cell.table is not home.table or not home.column:
            return "left"
    if home is None or cell is None or cell.table is not home.table:
        if cell is None and home is None and line.paragraph is right.paragraph and not _shares(right):
            return "right"
        return _by_middle(work, line, right)
    if line.x is not None and line.length is not None and line.kind != "border":
        offset = _offset(cell) if line.x_from in ("column", "character", "") else -_margin(work, line)
        middle = offset + line.x + line.length / 2
        if line.x_from == "margin":
            middle += _margin(work, line)
        border = _offset(home)
        slack = 6.0
        if middle > border + slack:
            return "right" if home.column else "left"
        if middle < border - slack:
            return "left" if home.column else "right"
    return "right" if cell.column == home.column else "left"


def _shares(passage: Passage) -> bool:
    return not passage.is_whole


def _by_middle(work: Work, line: DrawnLine, right: Passage) -> str:
    """The same for lines whose anchor stands outside the head's table: the half of the page they lie on."""
    if line.x is None or line.length is None:
        return "right" if line.x_align in ("right", "") and line.paragraph.format.align != "left" else "left"
    index = line.paragraph.section
    width = work.story.sections[index].text_width / TWIPS_PER_PT if index < len(work.story.sections) else 468.0
    at = line.x - (_margin(work, line) if line.x_from == "page" else 0.0)
    return "right" if at + line.length / 2 > width / 2 else "left"


def _offset(cell: Cell) -> float:
    """How far (pt) a cell's left edge is from that of its table."""
    return sum(cell.table.grid[: cell.column]) / TWIPS_PER_PT


def _margin(work: Work, line: DrawnLine) -> float:
    index = line.paragraph.section
    return work.story.sections[index].margins.left / TWIPS_PER_PT if index < len(work.story.sections) else 0.0


def _settle(
    work: Work, head: Sequence[tuple[DrawnLine, str]], passages: Sequence[tuple[int, Passage]]
) -> list[tuple[str, DrawnLine]]:
    """Component and line for the lines of the head; two of one side whose other side has none are parted by their places."""
    present = {p.component for _, p in passages}
    right = next((name for name in ("slogan", "party_title", "motto") if name in present), "other")
    home = next((p.paragraph.cell for _, p in passages if p.component == right), None)
    # below a motto alone on its lines there is no other side
    left = "issuer" if "issuer" in present else "other" if home is not None else right
    sides = [side for _, side in head]
    if len(head) == 2 and len(set(sides)) == 1 and head[0][0].kind != "border":
        one, two = head[0][0], head[1][0]
        if one.x is not None and two.x is not None and abs(one.x - two.x) > 40:
            sides = ["left", "right"] if one.x < two.x else ["right", "left"]
        elif one.paragraph is not two.paragraph and one.paragraph.cell is not two.paragraph.cell:
            sides = ["left", "right"]
    out = []
    for (line, _), side in zip(head, sides, strict=True):
        component = right if side == "right" else left
        if line.kind == "border":
            component = _own(line.paragraph, passages) or component
        out.append((component, line))
    return out


def _own(paragraph: Paragraph, passages: Sequence[tuple[int, Passage]]) -> str:
    """The last component of a paragraph itself."""
    return next((p.component for _, p in reversed(passages) if p.paragraph is paragraph), "")


def _above(line: DrawnLine, at: int, passages: Sequence[tuple[int, Passage]]) -> str:
    """The component at or above the anchor in its column; a copy and a contact line have their line above them."""
    behind = bisect_right(passages, at, key=lambda found: found[0])
    own = line.paragraph
    below = passages[behind][1].component if behind < len(passages) else ""
    on_top = line.kind == "border" and own.format.top_border > 0 and own.format.bottom_border == 0
    if on_top and behind and passages[behind - 1][1].paragraph is own:
        below = passages[behind - 1][1].component
    if own.cell is None and (below == "contact" or (below.startswith("copy_") and not _is_copy(passages, behind))):
        return "contact" if below == "contact" else "copy_form"
    component, place = "other", -1
    for where, passage in reversed(passages[max(0, behind - _REACH) : behind]):
        if (where < at or not on_top) and (passage.paragraph.cell is own.cell or (own.cell is None and where < at)):
            component, place = passage.component, where
            break
    if component == "type_name" and place == at:
        # the anchor is often the paragraph of the type's name, and the line lies lower
        later = next((p for where, p in passages if p.component == "abstract" and where <= at + 6), None)
        return "abstract" if later is not None and line.kind != "border" else component
    if component not in _HEAD and place == at and line.y is not None and line.y <= 2 and line.kind != "border":
        before = [p.component for where, p in passages[max(0, behind - _REACH) : behind] if where < at]
        if before and before[-1] in ("abstract", "type_name", "appendix_reference", "appendix_title"):
            return before[-1]
    return component


def _is_copy(passages: Sequence[tuple[int, Passage]], behind: int) -> bool:
    return behind > 0 and passages[behind - 1][1].component.startswith("copy_")
