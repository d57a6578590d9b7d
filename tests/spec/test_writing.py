"""The law that a document written as a spec is read back as an equal document."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
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
from docgen.spec import load_text, write_spec
from docgen.spec.marks import marks_of, typed_authority, typed_number
from docgen.standards import load_standard

MARKS = marks_of(load_standard("nd30"))
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằắờợỷỹABCDĐÊÔƠƯỶ0123456789"
SIGNS = " &<>\"'#:*_[]{},%@!|?\\/()-+=$^~`;.😀"


def _is_usable(text: str) -> bool:
    """What an author may type anywhere: no number, mark or abbreviation that docgen writes, no date, no note in brackets."""
    # as a whole and as the beginning of more words
    begins = typed_number(MARKS, f"{text} x") is not None or typed_authority(MARKS, f"{text} x") is not None
    return not begins and text[-1] not in ".,;:" and "./." not in text and not re.search(r"\(|\d{4}", text)


words = (
    st.tuples(
        st.sampled_from(LETTERS + "&<\"'#*_[{%@!|\\`"),
        st.text(LETTERS + SIGNS, max_size=20),
        st.sampled_from(LETTERS + "?!)\"'*_"),
    )
    .map("".join)
    .filter(_is_usable)
    .filter(lambda t: not re.match(r"(lưu|v/v|kính gửi|kính trình)\b", t.lower()))
)
plain = words.map(literal)


NUMBERS = st.sampled_from(["I. ", "12. ", "1.1. ", "a) ", "đ. ", "IV- ", "2/ ", "- ", "+ ", "* ", "– ", "Điều 1. "])


@st.composite
def inline(draw: st.DrawFn) -> Text:
    """Words, some of them bold or italic, with spaces between the runs; their beginning may look like a number."""
    first = draw(words | st.builds(str.__add__, NUMBERS, words))
    emphasis = draw(st.sampled_from([(False, False), (True, False), (False, True), (True, True)]))
    if emphasis == (False, False):
        return literal(first)
    letters = draw(st.text(LETTERS, min_size=1, max_size=6))
    return Text((Span(first + " "), Span(letters, *emphasis)))


paragraphs = st.builds(Paragraph, inline())


def _lists(depth: int) -> st.SearchStrategy[DashList]:
    more: st.SearchStrategy[Any] = st.tuples() if depth == 2 else st.tuples() | _lists(depth + 1).map(lambda x: (x,))
    items = st.builds(lambda own, inner: Item((*own, *inner)), st.lists(paragraphs, min_size=1, max_size=2), more)
    return st.builds(DashList, st.lists(items, min_size=1, max_size=3).map(tuple))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 3))
    cell = st.just(Text(())) | inline()
    row = st.lists(cell, min_size=columns, max_size=columns).map(tuple)
    width = st.integers(1, 90).map(lambda n: n / 2)
    return Table(
        header=draw(row),
        rows=tuple(draw(st.lists(row, min_size=1, max_size=3))),
        title=draw(st.none() | inline()),
        unit=draw(st.none() | inline()),
        widths=draw(st.none() | st.lists(width, min_size=columns, max_size=columns).map(tuple)),
        align=draw(
            st.none() | st.lists(st.sampled_from(["left", "center", "right"]), min_size=columns, max_size=columns).map(tuple)
        ),
    )


@st.composite
def tasks(draw: st.DrawFn) -> Task:
    text = tuple(draw(st.lists(inline(), max_size=2)))
    title = draw(inline() if not text else st.none() | inline())
    due = st.builds(PartialDate, st.integers(2020, 2035)) | st.builds(
        PartialDate, st.integers(2020, 2035), st.integers(1, 12), st.just(28)
    )
    return Task(
        title=title,
        text=text,
        lead=tuple(draw(st.lists(inline(), max_size=2))),
        support=tuple(draw(st.lists(inline(), max_size=2))),
        due=draw(st.none() | inline() | due),
        result=draw(st.none() | inline()),
        run_in=bool(title and text) and draw(st.booleans()),
    )


groups = st.lists(st.builds(Attendance, inline(), st.integers(1, 300)), min_size=1, max_size=3).map(tuple)


def _site(name: Text, own: tuple[Attendance, ...], about: bool, text: tuple[Text, ...]) -> Site:
    return Site(name, own, sum(group.count for group in own) if own else None, about, text)


@st.composite
def participants(draw: st.DrawFn) -> Participants:
    about, unit = draw(st.booleans()), draw(st.none() | inline())
    if draw(st.booleans()):
        own = draw(groups)
        return Participants(own, (), sum(group.count for group in own), about, unit)
    site = st.builds(_site, inline(), groups | st.just(()), st.booleans(), st.lists(inline(), max_size=1).map(tuple))
    sites = tuple(draw(st.lists(site, min_size=1, max_size=2)))
    totals = [site.total for site in sites if site.total is not None]
    total = sum(totals) if len(totals) == len(sites) else None
    return Participants((), sites, total, about, unit if totals else None)


def _part(depth: int) -> st.SearchStrategy[Any]:
    kinds: list[st.SearchStrategy[Any]] = [paragraphs, _lists(0), tables(), participants()]
    if depth < 3:
        kinds.append(_sections(depth))
        kinds.append(st.builds(Tasks, st.lists(tasks(), min_size=1, max_size=2).map(tuple)))
        kinds.append(st.builds(Implementation, st.lists(_duties(depth), min_size=1, max_size=2).map(tuple)))
    if depth < 2:
        group = st.builds(TaskGroup, inline(), st.lists(tasks(), min_size=1, max_size=2).map(tuple))
        kinds.append(st.builds(Tasks, st.lists(group, min_size=1, max_size=2).map(tuple)))
    return st.one_of(kinds)


def _parts(depth: int) -> st.SearchStrategy[tuple[Any, ...]]:
    # lists that follow each other are one list in normal form
    apart = st.lists(st.deferred(lambda: _part(depth)), min_size=1, max_size=3)
    return apart.filter(lambda ps: not any(isinstance(a, DashList) and isinstance(b, DashList) for a, b in pairwise(ps))).map(
        tuple
    )


def _sections(depth: int) -> st.SearchStrategy[Section]:
    titled = st.builds(Section, inline(), _parts(depth + 1))
    beginning = st.builds(lambda first, rest: (first, *rest), paragraphs, _parts(depth + 1) | st.just(()))
    return titled | st.builds(Section, st.none(), beginning) | st.builds(Section, inline(), beginning, st.just(True))


def _duties(depth: int) -> st.SearchStrategy[Duty]:
    agencies = st.lists(inline(), min_size=1, max_size=2).map(tuple)
    return (
        st.builds(lambda text: Duty((), text), inline())
        | st.builds(Duty, agencies, inline())
        | st.builds(lambda names, parts: Duty(names, parts=parts), agencies, _parts(depth + 1))
    )


def _signature(deputy_for: Text | None, in_charge: bool, **words: Any) -> Signature:
    # one in charge signs for the head; a rank needs the field of an agency of agency.yaml
    return Signature(deputy_for=deputy_for, in_charge=in_charge and deputy_for is not None, **words)


signatures = st.builds(
    _signature,
    deputy_for=st.none() | plain,
    in_charge=st.booleans(),
    on_behalf_of=st.none() | plain,
    by_order_of=st.none() | plain,
    authorised_by=st.none() | plain,
    acting=st.booleans(),
    title=plain,
    other_title=st.none() | plain,
    name=plain,
)
numbered = st.builds(Section, st.none() | inline(), paragraphs.map(lambda p: (p,)))
articles = st.builds(
    lambda title, text, points: Section(title, (*text, *points)),
    st.none() | inline(),
    st.lists(paragraphs, min_size=1, max_size=2),
    st.lists(numbered, max_size=2),
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    kind = draw(st.sampled_from(["ke-hoach", "cong-van", "quyet-dinh", "bao-cao"]))
    has_articles = kind == "quyet-dinh" and draw(st.booleans())
    # a công văn has one level less than a plan
    parts = _parts(1 if kind == "cong-van" else 0)
    return Document(
        standard="nd30",
        type=kind,
        issuer=Issuer(
            tuple(draw(st.lists(plain, min_size=1, max_size=2))), draw(plain), tuple(draw(st.lists(plain, max_size=2)))
        ),
        place=draw(plain),
        signatures=tuple(draw(st.lists(signatures, min_size=1, max_size=2))),
        title=draw(inline()),
        number=draw(st.none() | st.integers(1, 9999)),
        unit=draw(st.none() | plain) if kind == "cong-van" else None,
        date=draw(
            st.none() | st.builds(PartialDate, st.integers(2021, 2030), st.integers(1, 12), st.none() | st.integers(1, 28))
        ),
        draft=draw(st.none() | st.builds(Draft, st.none() | st.integers(1, 9))),
        authority=draw(plain) if kind == "quyet-dinh" else None,
        bases=tuple(draw(st.lists(inline(), max_size=3))),
        proposal=draw(st.none() | inline()) if kind == "quyet-dinh" else None,
        addressees=tuple(draw(st.lists(plain, min_size=1, max_size=2))) if kind == "cong-van" else (),
        opening=tuple(draw(st.lists(inline(), max_size=2))),
        body=() if has_articles else draw(parts),
        articles=tuple(draw(st.lists(articles, min_size=1, max_size=2))) if has_articles else (),
        closing=tuple(draw(st.lists(inline(), max_size=2))),
        distribution=tuple(
            draw(st.lists(st.builds(Recipient, plain, st.none() | plain.filter(lambda t: ")" not in t.plain)), max_size=3))
        ),
        filing=draw(plain),
        drafter=draw(st.none() | plain),
        appendices=tuple(draw(st.lists(st.builds(Appendix, inline(), _parts(2)), max_size=1))),
    )


@given(documents())
# shrinking such documents takes minutes and the written spec shows the trouble as well
@settings(
    max_examples=60,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_written_documents_are_read_back_equal(document: Document) -> None:
    assert load_text(write_spec(document), shown="written.yaml").document == document


@given(words)
def test_any_text_survives_as_a_title(text: str) -> None:
    spec = write_spec(
        Document(
            "nd30",
            "ke-hoach",
            Issuer((literal("SỞ A"),), literal("SA")),
            literal("An Bình"),
            (Signature(title=literal("GIÁM ĐỐC")),),
            title=literal(text),
            body=(Paragraph(literal(text)),),
            filing=literal("VT"),
        )
    )
    read = load_text(spec, shown="written.yaml").document
    assert read.title is not None
    assert read.title.plain == text
    assert read.body == (Paragraph(literal(text)),)
