"""Hypothesis strategies for documents that a spec could give: every type, every part, texts that try to break things."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.document.model import (
    Appendix,
    Attendance,
    DashList,
    Document,
    Draft,
    Duty,
    Implementation,
    Issuer,
    Item,
    Paragraph,
    Part,
    PartialDate,
    Participants,
    Recipient,
    Section,
    Signature,
    Site,
    Table,
    Task,
    TaskGroup,
    Tasks,
)
from docgen.document.text import Span, Text, literal
from tests.support.documents import STANDARDS, kind_of, types_of, with_origins

WORDS = (
    *("triển khai", "nhiệm vụ", "Ủy ban", "kế hoạch", "Đồng chí", "quyết định"),
    *("2026", "phường", "đặc khu", "hoà", "ƯỠN", "ỵ", "ẵm"),
)
ODD = (
    *("&", "<b>", "</w:t>", ">", '"trích"', "'", "“ngoặc”", "&amp;", "]]>", "😀", "👨‍👩‍👧", "--", "*", "_", "\\", "%", "§"),
    *("{{", "{{ x }}", "}}", "{%", "%}", "{_{", "_}", "{#", "#}"),
    "x" * 70,
)
ISSUERS = (
    "SỞ TÀI CHÍNH",
    "ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI",
    "Ủy ban nhân dân thành phố Hồ Chí Minh",
    "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
    "BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG CÁC CÔNG TRÌNH GIAO THÔNG VÀ NÔNG NGHIỆP TỈNH AN BÌNH",
    "BAN TUYÊN GIÁO VÀ DÂN VẬN TỈNH ỦY AN BÌNH",
    "VIỆN A & B <C>",
)

#: what stands between the first and the last word of a text; few draws, since a document has a hundred texts
MIDDLES = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(ODD)), max_size=4)


def _join(first: str, middle: list[str], gap: str, last: str) -> str:
    return " ".join([first, *middle]) + gap + last


#: words with which titles begin as bases do
BASES = ("Thực hiện", "thực hiện", "Theo dõi", "Xét", "Căn cứ", "Trên cơ sở")

#: words of one line that begins and ends with a word, as titles and names do
plain_texts = st.builds(_join, st.sampled_from(WORDS[:5]), MIDDLES, st.sampled_from((" ", "  ")), st.sampled_from(WORDS))
names: st.SearchStrategy[Text] = plain_texts.map(literal)


def _spanned(words: str, cut: int, step: int, look: int) -> Text:
    """``words`` cut into up to four spans of which neighbours differ in emphasis."""
    edges = [0, *range(min(cut, len(words) - 1), len(words), max(step, len(words) // 3)), len(words)]
    pieces = [words[a:b] for a, b in pairwise(edges) if words[a:b]]
    looks = [(look + i) % 4 for i in range(len(pieces))]
    return Text(tuple(Span(piece, bool(one & 1), bool(one & 2)) for piece, one in zip(pieces, looks, strict=True)))


def spanned(plain: st.SearchStrategy[str]) -> st.SearchStrategy[Text]:
    """Texts with bold and italic spans that may begin and end inside a word."""
    return st.builds(_spanned, plain, st.integers(1, 60), st.integers(1, 30), st.integers(0, 3))


@cache
def some(one: st.SearchStrategy[Any], low: int = 0, high: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    """Tuples; made once for each strategy, because hypothesis checks every new strategy anew."""
    return st.lists(one, min_size=low, max_size=high).map(tuple)


@cache
def maybe(one: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | one


YES = st.booleans()
titles = st.one_of(names, spanned(plain_texts).filter(lambda text: not text.is_emphasised))
based = st.builds(_join, st.sampled_from(BASES), MIDDLES, st.just(" "), st.sampled_from(WORDS))
#: what a document is about
subjects = st.one_of(titles, based.map(literal), spanned(based).filter(lambda text: not text.is_emphasised))
texts = spanned(st.builds(lambda words, end: words + end, plain_texts, st.sampled_from((".", ";", "", ":", ". ...", "!"))))
counts = st.integers(1, 400)
dates = st.builds(
    lambda y, m, d: PartialDate(y, m, d if m else None),
    st.integers(2020, 2027),
    maybe(st.integers(1, 12)),
    maybe(st.integers(1, 28)),
)
paragraphs = st.builds(Paragraph, texts)
attendances = st.builds(Attendance, titles, counts)
cells = st.one_of(texts, st.just(literal("")), st.just(literal("1.250")))
shares = st.sampled_from((1.0, 2.0, 3.5))
sides = st.sampled_from(("left", "center", "right"))


@cache
def dash_lists(deeper: int = 2) -> st.SearchStrategy[DashList]:
    """Lists with up to ``deeper`` lists inside one another."""
    inner = some(paragraphs, 0, 1)
    if deeper:
        inner = st.one_of(inner, some(dash_lists(deeper - 1), 1, 1))
    items = st.builds(lambda first, rest: Item((first, *rest)), paragraphs, inner)
    return st.builds(DashList, some(items, 1, 3))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    n = draw(st.integers(1, 4))
    return Table(
        header=draw(some(names, n, n)),
        rows=draw(some(some(cells, n, n), 1, 3)),
        title=draw(maybe(titles)),
        unit=draw(maybe(names)),
        widths=draw(maybe(some(shares, n, n))),
        align=draw(maybe(some(sides, n, n))),
    )


@st.composite
def tasks(draw: st.DrawFn) -> Task:
    title = draw(maybe(titles))
    own = draw(some(texts, 0 if title else 1, 2))
    return Task(
        title=title,
        text=own,
        lead=draw(some(names)),
        support=draw(some(names)),
        due=draw(maybe(names | dates)),
        result=draw(maybe(titles)),
        run_in=bool(title and own) and draw(YES),
    )


@st.composite
def sites(draw: st.DrawFn) -> Site:
    groups = draw(some(attendances))
    total = sum(g.count for g in groups) if groups else draw(maybe(counts))
    return Site(draw(titles), groups, total, draw(YES), draw(some(texts)))


TABLES, TASKS, SITES = tables(), tasks(), sites()


@st.composite
def participants(draw: st.DrawFn) -> Participants:
    """Groups or venues; the total is there where it can be computed."""
    groups = draw(some(attendances, 0, 3))
    places = () if groups else draw(some(SITES, 1, 2))
    known = [counted.count for counted in groups] + [s.total for s in places if s.total is not None]
    total = sum(known) if len(known) == len(groups) + len(places) else None
    # a unit that no line prints would be lost
    return Participants(groups, places, total, draw(YES), draw(maybe(names)) if known else None)


PARTICIPANTS = participants()


@cache
def task_lists(room: int) -> st.SearchStrategy[Tasks]:
    """Tasks, and groups of them where two levels of numbers are left."""
    one: st.SearchStrategy[Any] = TASKS
    if room > 1:
        one = st.one_of(TASKS, st.builds(TaskGroup, titles, some(TASKS, 1)))
    return st.builds(Tasks, some(one, 1))


@cache
def duties(room: int) -> st.SearchStrategy[Implementation]:
    """Who does what; an agency's own line may have anything below it that fits in ``room`` levels."""
    agencies = some(titles, 1)
    one = st.one_of(
        st.builds(lambda text: Duty(text=text), texts),
        st.builds(Duty, agencies, texts),
        st.builds(lambda who, parts: Duty(who, parts=parts), agencies, some(inner_parts(room - 1), 1)),
    )
    return st.builds(Implementation, some(one, 1))


@cache
@st.composite
def sections(draw: st.DrawFn, room: int) -> Section:
    """A numbered block; where its number or its title shares the first line, a paragraph comes first."""
    title = draw(maybe(titles))
    run_in = title is not None and draw(YES)
    parts = draw(some(inner_parts(room - 1), 1, 3))
    if title is None or run_in:
        parts = (draw(paragraphs), *parts)
    return Section(title, parts, run_in)


@cache
def inner_parts(room: int) -> st.SearchStrategy[Part]:
    """Any part where ``room`` levels of numbers are left."""
    choices: list[st.SearchStrategy[Any]] = [paragraphs, paragraphs, dash_lists(), TABLES, PARTICIPANTS]
    if room > 0:
        choices += [sections(room), task_lists(room), duties(room)]
    return st.one_of(*choices)


#: who signs is told by what offices and people are called, so these are real words; odd letters stand in some of them
people = st.sampled_from(("Nguyễn Văn An", "Trần Thị Bích Ngọc", "Y Hoàng Êban", "Lê Đỗ A & B", "Hoàng  Minh Trí")).map(literal)
offices = st.sampled_from(("Chủ tịch", "Phó Giám đốc Sở Y tế", "Bí thư", "Chánh Văn phòng", "Trưởng phòng R&D", "Cục trưởng")).map(literal)
boards = st.sampled_from(("Ủy ban nhân dân", "Ban Thường vụ", "Hội đồng <tư vấn>", "Ban Chỉ đạo 35")).map(literal)
ranks = st.sampled_from(("Thiếu tướng", "Đại tá", "PGS. TS")).map(literal)


@cache
@st.composite
def signatures(draw: st.DrawFn, state: bool, draft: bool) -> Signature:
    on_behalf, deputy_for, in_charge = draw(maybe(boards)), draw(maybe(offices)), draw(YES)
    if state:
        # one in charge signs for the head, whose office stands there
        in_charge = in_charge and deputy_for is not None
    elif in_charge or on_behalf is not None:
        # of the Party, one in charge signs in his own office, and a collective's deputy on its behalf
        deputy_for = None
    title = draw(offices) if on_behalf is None else draw(maybe(offices))
    return Signature(
        on_behalf_of=on_behalf,
        deputy_for=deputy_for,
        by_order_of=draw(maybe(offices)),
        authorised_by=draw(maybe(offices)) if state else None,
        acting=title is not None and draw(YES),
        in_charge=in_charge,
        title=title,
        other_title=draw(maybe(offices)),
        # which agencies of the state may have ranks is the loader's business; rendering prints each
        rank=draw(maybe(ranks)) if state else None,
        name=draw(maybe(people)) if draft else draw(people),
    )


bodies = st.sampled_from(ISSUERS).map(literal)
codes = st.sampled_from(("UBND", "TU", "BNV-BTC")).map(literal)
issuers = st.builds(Issuer, some(bodies, 1), codes, some(bodies, 0, 1))
places = st.sampled_from(("An Bình", "Thành phố Hồ Chí Minh", "Xã A & B")).map(literal)
drafts = st.none() | st.none() | st.builds(Draft, maybe(st.integers(1, 9)))
recipients = some(st.builds(Recipient, names, maybe(names)), 1, 4)
numbers = maybe(st.integers(1, 3000))
ADDRESSEES = {"none": (0, 0), "optional": (0, 3), "required": (1, 3)}


@st.composite
def documents(draw: st.DrawFn, standards: tuple[str, ...] = STANDARDS) -> Document:
    """A valid document of any type of ``standards``; every text carries a path of its own."""
    standard = draw(st.sampled_from(standards))
    slug = draw(st.sampled_from(types_of(standard)))
    kind, state = kind_of(standard, slug), standard == "nd30"
    draft = draw(drafts)
    articled = kind.articles and draw(YES)
    parts = inner_parts(len(kind.levels))
    return with_origins(
        Document(
            standard=standard,
            type=slug,
            issuer=draw(issuers),
            place=draw(places),
            signatures=draw(some(signatures(state, draft is not None), 1, 3)),
            title=draw(subjects),
            number=draw(numbers),
            # a công văn of the state names who drafted it (PL I, P.I, II.3.b)
        unit=draw(codes) if kind.dispatch and state else None,
            date=draw(maybe(dates)),
            draft=draft,
            authority=draw(maybe(names)) if kind.decision_word else None,
            bases=draw(some(titles, 0, 3)),
            proposal=draw(maybe(titles)) if kind.decision_word else None,
            addressees=draw(some(names, *ADDRESSEES[kind.addressees])),
            opening=draw(some(texts)),
            body=() if articled else draw(some(parts, 1, 4)),
            articles=draw(some(sections(len(kind.article_levels)), 1, 3)) if articled else (),
            closing=draw(some(texts)),
            distribution=draw(recipients),
            filing=draw(maybe(names)),
            drafter=draw(maybe(names)),
            appendices=draw(some(st.builds(Appendix, titles, some(parts, 1)), 0, 2)),
        )
    )


def generated(count: int, standards: tuple[str, ...] = STANDARDS) -> list[Document]:
    """The same ``count`` documents in every run, for tests that need them all at once."""
    found: list[Document] = []

    @settings(max_examples=count, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(documents(standards))
    def collect(document: Document) -> None:
        found.append(document)

    collect()
    return found[:count]
