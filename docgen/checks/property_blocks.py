"""How paragraphs are set against what their component asks: alignment, line spacing, first-line indent, gaps between them.

Text inside tables, text next to pictures and lines that only look otherwise (one line, ended by hand) are not judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from docgen.checks.keeping import kept
from docgen.checks.property_letters import Hit
from docgen.checks.subjects import RUNNING, Subject
from docgen.metrics import line_height, text_width
from docgen.ooxml.content import Paragraph, ParagraphFormat
from docgen.ooxml.units import AUTOMATIC_SPACE_TWIPS, DEFAULT_TAB_TWIPS, PARTS_PER_LINE, TWIPS_PER_MM, TWIPS_PER_PT
from docgen.problems import Message, msg
from docgen.reading.layout import Layout, Passage
from docgen.reading.repairs import Repair, ReplaceText, SetParagraph
from docgen.standards import Standard
from docgen.standards.facts import Fact, Tier

_AUTO_TOLERANCE, _EXACT_TOLERANCE, _SINGLE_TOLERANCE = 0.011, 0.04, 0.1
_INDENT_TOLERANCE, _SPACES_TOLERANCE = 0.26, 1.5
_GAP_TOLERANCE = 0.5
#: a line is taken to be longer than its room only where it is by more than this share
_LINE_MARGIN = 1.03
#: share of a box's width below which words leave room at its sides
_ROOMY = 0.8
_ALIGNED: dict[str, Message] = {
    "left": msg("left-aligned"),
    "center": msg("centred"),
    "right": msg("right-aligned"),
    "both": msg("justified"),
}
_WRONG_FOR = {"left": {"center", "right"}, "both": {"left", "center", "right"}, "right": {"left", "center", "both"}}


def say_align(align: str) -> str | Message:
    """An alignment in words."""
    return _ALIGNED.get(align, align)


def wrong_aligns(layout: Layout, component: str, subjects: Sequence[Subject], fact: Fact[str]) -> Iterator[Hit]:
    """Paragraphs that are aligned otherwise."""
    wanted = fact.any or (fact.use,)
    for subject in _once(subjects):
        paragraph = subject.paragraph
        align = paragraph.format.align
        if align in wanted:
            continue
        if fact.use == "center":
            if component in _left_of_head(layout.standard) and _is_tabbed(layout):
                continue
            if not _looks_uncentred(component, subject, fact):
                continue
        elif not _shows_wrong(layout, subject, align, fact.use):
            continue
        repairs: list[Repair] = [SetParagraph(paragraph, "align", fact.use)]
        if fact.use == "center":
            repairs += _without_leading_blanks(paragraph)
        yield Hit(subject.passage, subject.passage.start, subject.passage.end, say_align(align), tuple(repairs))


@kept
def _is_tabbed(layout: Layout) -> bool:
    """Whether tabs or spaces set the head's two columns side by side, so that what stands in them has no middle of its own."""
    right = (p for row in layout.standard.order for name in row.right for p in layout.get(name))
    return layout.head_table is None and any(not passage.is_whole for passage in right)


@lru_cache(maxsize=8)
def _left_of_head(standard: Standard) -> frozenset[str]:
    return frozenset(name for row in standard.order for name in row.left)


def _shows_wrong(layout: Layout, subject: Subject, align: str, wanted: str) -> bool:
    if align not in _WRONG_FOR[wanted] or not _has_own_line(subject.passage):
        return False
    return wanted != "both" or _is_long(layout, subject)


def _looks_uncentred(component: str, subject: Subject, fact: Fact[str]) -> bool:
    paragraph, passage = subject.paragraph, subject.passage
    if paragraph.frame or (paragraph.shape is not None and not _is_roomy(subject)):
        # A frame that is as wide as its words is centred itself.
        return False
    if component == "page_number":
        return "\t" not in paragraph.text[: passage.start]
    if not _has_own_line(passage):
        return False
    before = paragraph.text[: passage.start]
    look = paragraph.format
    pushed = before[before.rfind("\n") + 1 :]
    if pushed or look.left + max(look.first_line, 0) - look.right > 10 * TWIPS_PER_MM:
        # Centred by eye, with blanks, tabs or an indent.
        ordered = fact.tier is Tier.TEXT and paragraph.cell is not None and "\t" not in pushed
        return ordered and not _stands_centred(subject, pushed)
    return True


def _is_roomy(subject: Subject) -> bool:
    """Whether the box around a line is so wide that it shows where in it the line stands."""
    shape = subject.paragraph.shape
    look = subject.stretches[0].format if subject.stretches else subject.paragraph.mark
    width = text_width(subject.passage.text, look.size, look.bold, look.italic)
    return shape is not None and shape.width is not None and width < _ROOMY * shape.width


def _stands_centred(subject: Subject, pushed: str) -> bool:
    paragraph = subject.paragraph
    assert paragraph.cell is not None
    look = subject.stretches[0].format if subject.stretches else paragraph.mark
    room = (paragraph.cell.width - sum(paragraph.cell.table.padding)) / TWIPS_PER_PT
    left = (paragraph.format.left + paragraph.format.first_line) / TWIPS_PER_PT + text_width(pushed, look.size)
    right = room - left - text_width(subject.passage.text, look.size, look.bold, look.italic)
    return abs(left - right) <= room / 10


def _has_own_line(passage: Passage) -> bool:
    text = passage.paragraph.text
    first = text.rfind("\n", 0, passage.start) + 1
    last = text.find("\n", passage.end)
    return not text[first : passage.start].strip() and not text[passage.end : last if last >= 0 else len(text)].strip()


def _is_long(layout: Layout, subject: Subject) -> bool:
    """Whether a paragraph of the text takes more than one line, so that its alignment shows."""
    paragraph = subject.paragraph
    if paragraph.cell is not None or "\n" in paragraph.text or paragraph.shape is not None or paragraph.frame:
        return False
    look = paragraph.format
    room = layout.story.sections[paragraph.section].text_width - look.left - look.right - look.first_line
    bold = all(stretch.format.bold for stretch in subject.stretches)
    return text_width(paragraph.text.strip(), _size(subject), bold) > _LINE_MARGIN * room / TWIPS_PER_PT


def wrong_lines(component: str, subjects: Sequence[Subject], fact: Fact[float], exact: bool) -> Iterator[Hit]:
    """Paragraphs with another line spacing; ``exact`` where it is ordered in points instead of lines."""
    running = component in RUNNING or component in ("part_label", "part_title")
    verdicts: dict[tuple[ParagraphFormat, float], tuple[str | Message, int] | None] = {}
    for subject in _once(subjects):
        paragraph = subject.paragraph
        if running and (paragraph.cell is not None or paragraph.shapes or paragraph.shape is not None or paragraph.frame):
            continue
        key = paragraph.format, _size(subject)
        if key not in verdicts:
            verdicts[key] = (_judge_exact if exact else _judge_line)(paragraph.format, key[1], fact)
        verdict = verdicts[key]
        if verdict is not None:
            repair = SetParagraph(paragraph, "exact" if exact else "line", verdict[1])
            yield Hit(subject.passage, subject.passage.start, subject.passage.end, verdict[0], (repair,))


def _judge_line(look: ParagraphFormat, size: float, fact: Fact[float]) -> tuple[str | Message, int] | None:
    if look.line_rule == "auto":
        lines, tolerance = look.line / PARTS_PER_LINE, _AUTO_TOLERANCE
    else:
        lines, tolerance = look.line / TWIPS_PER_PT / line_height(size), _EXACT_TOLERANCE
        if look.line_rule == "atLeast":
            lines = max(lines, 1.0)
        if fact.min is None and fact.max is None:
            tolerance = _SINGLE_TOLERANCE
    if fact.allows(lines, tolerance):
        return None
    return _say_line(look), round(_clamp(fact, lines) * PARTS_PER_LINE)


def _judge_exact(look: ParagraphFormat, size: float, fact: Fact[float]) -> tuple[str | Message, int] | None:
    points = look.line / TWIPS_PER_PT
    if look.line_rule == "exact" and fact.allows(points, 0.05):
        return None
    if look.line_rule == "auto":
        points = look.line / PARTS_PER_LINE * line_height(size)
    return _say_line(look), round(_clamp(fact, points) * TWIPS_PER_PT)


def _say_line(look: ParagraphFormat) -> str | Message:
    if look.line_rule == "auto":
        return f"×{look.line / PARTS_PER_LINE:.3g}"
    points = f"{look.line / TWIPS_PER_PT:g}"
    return msg("exactly {points} pt", points=points) if look.line_rule == "exact" else msg("at least {points} pt", points=points)


def _clamp(fact: Fact[float], value: float) -> float:
    if fact.min is None and fact.max is None:
        return fact.use
    value = max(value, fact.min) if fact.min is not None else value
    return min(value, fact.max) if fact.max is not None else value


def wrong_indents(layout: Layout, component: str, subjects: Sequence[Subject], fact: Fact[float]) -> Iterator[Hit]:
    """Paragraphs whose first line begins elsewhere (mm). A tab or spaces that lead there will do."""
    plain: dict[ParagraphFormat, bool] = {}
    for subject in _once(subjects):
        paragraph, passage = subject.paragraph, subject.passage
        look = paragraph.format
        blanks = paragraph.text[: passage.start]
        if not blanks:
            good = plain.get(look)
            if good is None:
                good = plain[look] = _is_indented(look, look.first_line, fact, _INDENT_TOLERANCE)
            if good:
                continue
        if _is_unindented_by_right(component, passage, blanks):
            continue
        place = look.first_line + _length_of(blanks, layout, look, _size(subject))
        tolerance = _INDENT_TOLERANCE if not blanks.strip("\t") else _SPACES_TOLERANCE
        if _is_indented(look, place, fact, tolerance):
            continue
        repairs: list[Repair] = _without_leading_blanks(paragraph)
        if look.left:
            repairs.append(SetParagraph(paragraph, "left", 0))
        repairs.append(SetParagraph(paragraph, "first_line", round(_target(fact, place / TWIPS_PER_MM) * TWIPS_PER_MM)))
        yield Hit(passage, passage.start, passage.end, f"{max(place + look.left, 0) / TWIPS_PER_MM:.3g} mm", tuple(repairs))


def _is_indented(look: ParagraphFormat, place: float, fact: Fact[float], tolerance: float) -> bool:
    """Whether the first line begins where ``fact`` says, from the paragraph's left edge or from the margin."""
    if fact.allows(place / TWIPS_PER_MM, tolerance):
        return True
    return look.left != 0 and fact.allows((place + look.left) / TWIPS_PER_MM, tolerance)


def _is_unindented_by_right(component: str, passage: Passage, blanks: str) -> bool:
    """Whether no indent is asked of a paragraph: it stands in a table or a frame, is no ordinary text, or goes on from above."""
    paragraph = passage.paragraph
    look = paragraph.format
    if paragraph.cell is not None or paragraph.shape is not None or paragraph.frame or look.align in ("center", "right"):
        return True
    goes_on = passage.numeral is None and passage.text[:1].islower()
    if blanks.strip() or "\n" in blanks or goes_on:
        return True
    counted = paragraph.numbering or paragraph.bullet or blanks
    return component == "list_item" and bool(look.left > 15 or look.first_line < 0 or counted)


def _length_of(blanks: str, layout: Layout, look: ParagraphFormat, size: float) -> float:
    """How far ``blanks`` push what follows, in twips."""
    at = float(look.left + look.first_line)
    start = at
    for char in blanks:
        if char == "\t":
            stops = [stop for stop, kind in look.tabs if stop > at + 1 and kind not in ("clear", "bar")]
            if look.first_line < 0 and look.left > at + 1:
                stops.append(look.left)
            default = layout.story.default_tab or DEFAULT_TAB_TWIPS
            at = float(min(stops)) if stops else (at // default + 1) * default
        else:
            at += text_width(char, size) * TWIPS_PER_PT
    return at - start


def _target(fact: Fact[float], value: float) -> float:
    if fact.any is not None:
        return fact.use if value < 1 else min(fact.any, key=lambda one: abs(one - value))
    return fact.use


def wrong_gaps(layout: Layout, component: str, subjects: Sequence[Subject], fact: Fact[float]) -> Iterator[Hit]:
    """Paragraphs of the text too near to the one above; and a dispatch's subject not at its distance from the number (pt)."""
    if component in RUNNING:
        gaps = _gaps_of(layout)
    else:
        first = layout.first_of("number")
        gaps = _gap_between(first, subjects[0].passage) if first else {}
    for subject in _once(subjects):
        gap = gaps.get(subject.paragraph)
        if gap is None or fact.allows(gap[0] / TWIPS_PER_PT, _GAP_TOLERANCE):
            continue
        repairs: tuple[Repair, ...] = ()
        if not gap[1]:
            need = round(_clamp(fact, gap[0] / TWIPS_PER_PT) * TWIPS_PER_PT)
            if component not in RUNNING:
                need = max(need - gap[0] + subject.paragraph.format.before, 0)
            repairs = (SetParagraph(subject.paragraph, "before", need),)
        passage = subject.passage
        yield Hit(passage, passage.start, passage.end, f"{gap[0] / TWIPS_PER_PT:g} pt", repairs)


@kept
def _gaps_of(layout: Layout) -> dict[Paragraph, tuple[int, bool]]:
    """The gap above each paragraph of the text that follows another one, in twips, and whether Word leaves part of it out."""
    running = {p.paragraph for p in layout.passages if p.component in RUNNING and p.appendix is None}
    found: dict[Paragraph, tuple[int, bool]] = {}
    above: Paragraph | None = None
    for paragraph in layout.story.paragraphs[layout.first : layout.last]:
        if paragraph not in running or paragraph.cell is not None or paragraph.shape is not None or paragraph.frame:
            above = None
            continue
        if above is not None and not paragraph.page_break and not above.page_break and above.section == paragraph.section:
            found[paragraph] = _gap(above, paragraph)
        above = paragraph
    return found


def _gap(above: Paragraph, below: Paragraph) -> tuple[int, bool]:
    first, second = above.format, below.format
    alike = first.style == second.style
    after = AUTOMATIC_SPACE_TWIPS if first.after_auto else first.after
    before = AUTOMATIC_SPACE_TWIPS if second.before_auto else second.before
    lost = alike and (first.contextual or second.contextual)
    return (0 if alike and first.contextual else after) + (0 if alike and second.contextual else before), lost


def _gap_between(number: Passage, below: Passage) -> dict[Paragraph, tuple[int, bool]]:
    above = number.paragraph
    if above is below.paragraph:
        return {}
    return {below.paragraph: _gap(above, below.paragraph)} if below.paragraph.index == above.index + 1 else {}


def _without_leading_blanks(paragraph: Paragraph) -> list[Repair]:
    text = paragraph.text
    blank = len(text) - len(text.lstrip(" \t\u00a0"))
    return [ReplaceText(paragraph, 0, blank, "")] if blank else []


def _size(subject: Subject) -> float:
    stretches = subject.stretches
    if len(stretches) == 1:
        return stretches[0].format.size
    return max((stretch.format.size for stretch in stretches), default=subject.paragraph.mark.size)


def _once(subjects: Sequence[Subject]) -> Iterator[Subject]:
    """One subject a paragraph, of those whose paragraph is judged."""
    last: Paragraph | None = None
    for subject in subjects:
        paragraph = subject.passage.paragraph
        if subject.block and paragraph is not last:
            last = paragraph
            yield subject
