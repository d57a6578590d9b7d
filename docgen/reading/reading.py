"""A Word file → its documents, each with its components, its type, its date and the rule set that it follows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from docgen.ooxml.content import Paragraph, Section, Story
from docgen.reading.appendices import find_appendices, is_label, read_appendix
from docgen.reading.bodies import BodyReader
from docgen.reading.copies import find_copy, read_contact, read_copy
from docgen.reading.documents import Start, find_documents
from docgen.reading.folding import fold_each, squeeze
from docgen.reading.foots import find_foot, read_foot
from docgen.reading.heads import read_head
from docgen.reading.kinds import settle_type
from docgen.reading.layout import Appendix, Layout, Passage, ReadDate, Reading, ReadNumber
from docgen.reading.lines import assign_lines
from docgen.reading.moved import end_of_moved, take_late_addressees
from docgen.reading.numbers import last_possible_day, parse_number, parse_place_date
from docgen.reading.old_letters import decode_story
from docgen.reading.pages import Pages
from docgen.reading.pieces import lines_of, outer_table
from docgen.reading.titles import Title, read_titles
from docgen.reading.words import Words, load_words
from docgen.reading.work import Work
from docgen.standards import Standard, edition_for, load_standard

if TYPE_CHECKING:
    from docgen.ooxml.opening import Package

_YEAR = re.compile(r"\s*/\s*(?:19|20)\d\d\s*/")
_DESTROYED = re.compile(r"[^\W\d_]\?[^\W\d_?]|\?\?[^\W\d_]|[^\W\d_]\?\?|(?<![^\W\d_])S\?\s*:")


def read(package: Package, *, standard: str = "auto", story: Story | None = None) -> Reading:
    """What ``package`` holds. ``standard`` names a rule set for every document, or leaves it to each one's regime and date.

    ``story``: what the package prints, where the caller has read it already. Raises ``DocgenError`` for a package that cannot
    be read and for an unknown rule set. Letters of old fonts (TCVN3, VNI) are decoded in it.
    """
    chosen = None if standard == "auto" else load_standard(standard)
    if story is None:
        from docgen.ooxml.reading_stories import read_story

        story = read_story(package)
    decode_story(story)
    known = load_words()
    pages = Pages(story.paragraphs, story.sections)
    starts, quoted = find_documents(story, known, pages)
    foreign = _foreign(story, known, quoted) if not starts or _is_of_others(story, known) else ""
    if foreign:
        return Reading(package, story, [], foreign)
    documents: list[Layout] = []
    for i, start in enumerate(starts):
        last = starts[i + 1].first if i + 1 < len(starts) else len(story.paragraphs)
        documents.append(_read_document(story, known, pages, start, last, chosen, documents))
    if all(_is_personal(layout) for layout in documents):
        return Reading(package, story, [], "form")
    return Reading(package, story, documents, mixed=any(start.mixed for start in starts))


def _read_document(
    story: Story, known: Words, pages: Pages, start: Start, last: int, chosen: Standard | None, before: list[Layout]
) -> Layout:
    newest = chosen or load_standard(edition_for(start.regime, None))
    work = Work(story, known, newest, start.regime, start.first, last)
    read_head(work, start.mark)
    number = _number(work)
    place_date = _place_date(work)
    attached = number is None and place_date is None and bool(before) and before[-1].regime == start.regime
    own_day = before[-1].date if attached else last_possible_day(place_date)
    if chosen is None:
        work.standard = load_standard(edition_for(start.regime, own_day))
    foot, end = find_foot(work, work.head_end, last)
    if foot == last:
        foot = end = _label_at_top(work, pages, work.head_end, last)
    title = read_titles(work, foot)
    number = number or _number(work)
    attached = attached and work.has("type_name")
    above = len(work.found)
    BodyReader(work).read(work.body_start, foot)
    if not work.has("addressee_label") and _is_addressed(work, title, number):
        take_late_addressees(work, above)
    moved = end_of_moved(work, pages, end, last)
    read_foot(work, foot, end)
    if moved > end:
        BodyReader(work).read(end, moved)
        end = moved
    end = read_contact(work, end, last)
    copy = find_copy(work, end, last)
    appendices = _appendices(work, pages, end, last if copy is None else copy)
    if copy is not None:
        read_copy(work, copy, last)
    layout = _assemble(work, start, title, number, place_date, appendices, len(before), copy, attached)
    if chosen is not None and layout.standard_note == "older":
        # a rule set that is named outright holds whatever the date
        layout.standard_note = ""
    return layout


def _is_addressed(work: Work, title: Title, number: ReadNumber | None) -> bool:
    """Whether the document is of a type that names whom it is sent to."""
    kind, _ = settle_type(work, title, number)
    return kind is not None and work.standard.types[kind].addressees == "required"


def _is_legal(work: Work, number: ReadNumber | None) -> bool:
    """Whether a resolution or decision makes law: its number has a year before the code, and no word of decision stands alone."""
    year = number is not None and _YEAR.match(number.rest) is not None
    return year and work.decides and not work.has("decision_word")


def _is_personal(layout: Layout) -> bool:
    """Whether a paper is of no type, no body and no number: an application, a declaration, written below the motto."""
    parts = ("issuer", "parent", "number", "abstract_dispatch", "recipients_label", "filing")
    return layout.regime == "state" and layout.type is None and not any(map(layout.get, parts))


def _label_at_top(work: Work, pages: Pages, first: int, last: int) -> int:
    """Where the appendices of a document without a signature begin: at a label on top of a page."""
    for at in range(first, last):
        if pages.opens(at) and pages.page(at) > pages.page(first) and is_label(next(lines_of(work.paragraphs[at], at)), work):
            return at
    return last


def _appendices(work: Work, pages: Pages, first: int, last: int) -> list[Appendix]:
    starts = find_appendices(work, first, last, pages)
    ends = [*starts[1:], last] if starts else []
    return [read_appendix(work, i, at, stop, pages) for i, (at, stop) in enumerate(zip(starts, ends, strict=True))]


def _assemble(
    work: Work,
    start: Start,
    title: Title,
    number: ReadNumber | None,
    place_date: ReadDate | None,
    appendices: list[Appendix],
    index: int,
    copy: int | None,
    attached: bool,
) -> Layout:
    work.found.sort(key=lambda found: (found[0], found[1].start))
    passages = [passage for _, passage in work.found]
    by_component: dict[str, list[Passage]] = {}
    for passage in passages:
        by_component.setdefault(passage.component, []).append(passage)
    kind, sure = settle_type(work, title, number)
    day = place_date.value if place_date else None
    possible = last_possible_day(place_date)
    older = possible is not None and possible < work.standard.valid.since
    foot_label = next((p for p in by_component.get("recipients_label", by_component.get("sign_name", []))), None)
    mark = work.paragraphs[start.mark]
    return Layout(
        index=index,
        regime=start.regime,
        standard=work.standard,
        standard_note="older" if older else "legal" if title.legal or _is_legal(work, number) else "",
        type=kind,
        draft="draft_mark" in by_component or any(read is not None and read.blank for read in (number, place_date)),
        date=day,
        number=number,
        place_date=place_date,
        story=work.story,
        passages=passages,
        by_component=by_component,
        first=work.first,
        last=work.last,
        sections=_sections(work.story, work.paragraphs[work.first : work.last]),
        appendices=appendices,
        lines=assign_lines(work, work.found),
        typed_lines=work.typed,
        head_table=outer_table(mark),
        foot_table=outer_table(foot_label.paragraph) if foot_label else None,
        regime_sure=start.sure,
        type_sure=sure,
        copy_head=copy,
        attached=attached,
    )


def _number(work: Work) -> ReadNumber | None:
    found = work.all_of("number")
    return parse_number(found[0].text) if found else None


def _place_date(work: Work) -> ReadDate | None:
    found = work.all_of("place_date")
    return parse_place_date(found[0].text) if found else None


def _sections(story: Story, paragraphs: Sequence[Paragraph]) -> list[Section]:
    indexes = sorted({paragraph.section for paragraph in paragraphs})
    return [story.sections[i] for i in indexes if i < len(story.sections)]


def _is_of_others(story: Story, known: Words) -> bool:
    """Whether the head is that of a body with rules of its own."""
    heads = (p.text for p in story.paragraphs[:30] if 10 < len(p.text) < 120)
    return any(squeeze(fold_each(text)) in known.own["other_heads"] for text in heads)


def _foreign(story: Story, known: Words, quoted: bool) -> str:
    """Why a file holds no document that rules could be applied to, in one word."""
    if _is_of_others(story, known):
        return "other-rules"
    letters = legacy = 0
    for paragraph in story.paragraphs:
        for run in paragraph.runs:
            letters += run.end - run.start
            font = run.format.font.casefold()
            legacy += (run.end - run.start) * font.startswith(known.own["legacy_fonts"])
    if letters and legacy > letters / 2:
        return "legacy-text"
    text = "\n".join(p.text for p in story.paragraphs[:200])
    if len(_DESTROYED.findall(text)) > max(3, len(text) // 200):
        return "destroyed-text"
    return "form" if quoted else "no-head"
