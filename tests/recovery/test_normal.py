"""``normalise``: it leaves alone what print tells, and says alike what print cannot tell apart."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from docgen.document.model import (
    Attendance,
    DashList,
    Document,
    Duty,
    Implementation,
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
from docgen.recovery.normal import normalise
from docgen.standards import load_standard
from tests.support.documents import sample


def say(text: str) -> Paragraph:
    return Paragraph(literal(text))


def bold(text: str, rest: str = "") -> Text:
    return Text((Span(text, bold=True), Span(rest))) if rest else Text((Span(text, bold=True),))


def items(*texts: str) -> DashList:
    return DashList(tuple(Item((say(text),)) for text in texts))


def normal(document: Document) -> Document:
    return normalise(document, load_standard(document.standard))


def body(*parts: Part, **changes: Any) -> tuple[Part, ...]:
    """The normal form of ``parts`` as the second section of a plan: nothing of theirs is opening or closing."""
    given = (Section(literal("ĐẦU"), (say("A."),)), Section(literal("GIỮA"), parts), Section(literal("CUỐI"), (say("B."),)))
    found = normal(sample("nd30", "ke-hoach", body=given, opening=(), closing=(), **changes)).body
    assert (found[0], found[2]) == (given[0], given[2])
    middle = found[1]
    assert isinstance(middle, Section)
    return middle.parts


KEPT: dict[str, tuple[Part, ...]] = {
    "paragraphs": (say("Một."), Paragraph(bold("Hai", " ba."))),
    "lists": (say("Gồm:"), DashList((Item((say("a;"), items("b;", "c."))), Item((say("d."),))))),
    "titles": (Section(literal("Mục tiêu"), (say("Một."), Section(literal("Chung"), (say("Hai."),)))),),
    "blocks without title": (Section(None, (say("Một."), say("Hai."))), Section(None, (say("Ba."),))),
    "titles on the line of the text": (Section(literal("Thời gian"), (say("Một."),), run_in=True),),
    "tables": (
        Table(
            (literal("TT"), literal("Việc")), ((literal("1"), bold("Hai", " ba")),), title=literal("Bảng 1"), unit=literal("đồng")
        ),
    ),
    "sides": (Table((literal("Việc"), literal("Nơi")), ((literal("Hai ba"), literal("Bốn")),), align=("left", "right")),),
    "tasks": (
        Tasks(
            (
                Task(
                    literal("Rà soát"),
                    (literal("Một."),),
                    (literal("Sở A"),),
                    (literal("Sở B"), literal("Sở C")),
                    PartialDate(2026, 9, 30),
                    literal("Báo cáo"),
                ),
                Task(text=(literal("Hai."),), due=literal("thường xuyên")),
                Task(literal("Ba"), (literal("Bốn."),), run_in=True),
            )
        ),
    ),
    "groups of tasks": (Tasks((TaskGroup(literal("Nhóm"), (Task(text=(literal("Hai."),), lead=(literal("Sở A"),)),)),)),),
    "counted groups": (
        Participants(
            (Attendance(literal("Lãnh đạo"), 5), Attendance(literal("Chuyên viên"), 30)), (), 35, True, literal("đại biểu")
        ),
    ),
    "counted venues": (
        Participants(
            (),
            (
                Site(literal("Điểm tỉnh"), (Attendance(literal("Lãnh đạo"), 5),), 5),
                Site(literal("Điểm xã"), total=40, about=True),
                Site(literal("Điểm khác"), text=(literal("Theo giấy mời."),)),
            ),
            60,
        ),
    ),
    "a venue": (Participants((), (Site(literal("Điểm tỉnh"), (Attendance(literal("Lãnh đạo"), 5),), 5),), 5),),
}


@pytest.mark.parametrize("name", KEPT)
def test_what_print_tells_is_kept(name: str) -> None:
    assert body(*KEPT[name]) == KEPT[name]


SAME: dict[str, tuple[tuple[Part, ...], tuple[Part, ...]]] = {
    "a duty": (
        (Implementation((Duty((literal("Sở A"), literal("Sở B")), literal("chủ trì.")), Duty(text=literal("Hai.")))),),
        (Section(None, (Paragraph(bold("Sở A; Sở B", " chủ trì.")),)), Section(None, (say("Hai."),))),
    ),
    "an agency's own line": (
        (Implementation((Duty((literal("Sở A"), literal("Sở B")), parts=(say("Một."),)),)),),
        (Section(literal("Sở A; Sở B"), (say("Một."),)),),
    ),
    "tasks without lines": ((Tasks((Task(literal("Một"), (literal("Hai."),)),)),), (Section(literal("Một"), (say("Hai."),)),)),
    "names in one text": (
        (Tasks((Task(text=(literal("Một."),), lead=(literal("Sở A; Sở B"),)),)),),
        (Tasks((Task(text=(literal("Một."),), lead=(literal("Sở A"), literal("Sở B"))),)),),
    ),
    "a date in words": (
        (Tasks((Task(text=(literal("Một."),), due=literal("ngày 05 tháng 9 năm 2026")),)),),
        (Tasks((Task(text=(literal("Một."),), due=PartialDate(2026, 9, 5)),)),),
    ),
    "lists that touch": ((items("a;"), items("b.")), (items("a;", "b."),)),
    "a paragraph in an item": ((DashList((Item((say("a:"), say("b."))),)), say("c.")), (items("a:"), say("b."), say("c."))),
    "a total that is one only by its words": (
        (Participants((), (Site(literal("Điểm tỉnh")),)),),
        (items("Điểm tỉnh."),),
    ),
    "bold in bold": ((Section(bold("Rà", " soát"), (say("A."),)),), (Section(literal("Rà soát"), (say("A."),)),)),
    "bold spaces": (
        (Paragraph(Text((Span("a"), Span(" ", bold=True), Span("b", bold=True), Span(" "), Span("c.", bold=True)))),),
        (Paragraph(Text((Span("a "), Span("b c.", bold=True)))),),
    ),
}


@pytest.mark.parametrize("name", SAME)
def test_what_print_cannot_tell_apart_is_the_same(name: str) -> None:
    given, same = SAME[name]
    assert body(*given) == same
    assert body(*same) == same


def test_a_counted_list_without_its_total_is_a_list() -> None:
    counted = items("Lãnh đạo: 05 người;", "Chuyên viên: 30 người.")
    assert body(counted) == (counted,)
    wrong = (say("Tổng số: 36 người, gồm:"), counted)
    assert body(*wrong) == wrong
    right = (say("Tổng số: 35 người, gồm:"), counted)
    groups = (Attendance(literal("Lãnh đạo"), 5), Attendance(literal("Chuyên viên"), 30))
    assert body(*right) == (Participants(groups, (), 35),)


def test_shares_of_columns_are_percentages_of_what_is_printed() -> None:
    table = Table((literal("Việc"), literal("Nơi")), ((literal("Hai ba"), literal("Bốn")),), widths=(1.0, 3.0))
    (found,) = body(table)
    assert found == replace(table, widths=(25.0, 75.0))


def test_opening_and_closing() -> None:
    section = Section(None, (say("Một."),))
    found = normal(
        sample("nd30", "ke-hoach", opening=(literal("Mở"), literal("như sau")), body=(section,), closing=(literal("Hết"),))
    )
    assert (found.opening, found.body, found.closing) == ((literal("Mở"), literal("như sau")), (section,), (literal("Hết."),))
    moved = normal(sample("nd30", "ke-hoach", opening=(), body=(say("Mở"), say("như sau:"), section, say("Hết.")), closing=()))
    assert (moved.opening, moved.body, moved.closing) == (found.opening, found.body, found.closing)
    # without numbers all of it is the text
    plain = normal(sample("nd30", "ke-hoach", opening=(literal("Mở."),), body=(say("Thân."),), closing=(literal("Hết."),)))
    assert (plain.opening, plain.body, plain.closing) == ((), (say("Mở."), say("Thân."), say("Hết.")), ())
    # below a title the last paragraphs are its text
    titled = Section(literal("MỘT"), (say("A."),))
    below = normal(sample("nd30", "ke-hoach", opening=(), body=(titled,), closing=(literal("Hết."),)))
    assert (below.body, below.closing) == ((Section(literal("MỘT"), (say("A."), say("Hết."))),), ())


def test_head_and_foot() -> None:
    given = sample(
        "nd30",
        "cong-van",
        bases=(),
        distribution=(Recipient(literal("Như trên")), Recipient(literal("Sở A (để báo cáo)")), Recipient(literal("Sở B"))),
        signatures=(
            Signature(
                deputy_for=literal("Giám đốc"),
                title=literal("Phó Giám đốc"),
                in_charge=True,
                rank=literal("Đại tá"),
                name=literal("Lê An"),
            ),
        ),
    )
    given = replace(
        given, issuer=replace(given.issuer, name=(literal("Sở  Tài chính"),), code=literal("STC-NS")), unit=literal("QL")
    )
    found = normal(given)
    assert [line.plain for line in found.issuer.name] == ["SỞ TÀI CHÍNH"]
    assert (found.issuer.code.plain, found.unit and found.unit.plain) == ("STC", "NS-QL")
    assert found.distribution == (Recipient(literal("Sở A"), literal("để báo cáo")), Recipient(literal("Sở B")))
    assert found.signatures == (
        Signature(deputy_for=literal("GIÁM ĐỐC"), title=literal("PHÓ GIÁM ĐỐC"), rank=literal("Đại tá"), name=literal("Lê An")),
    )


def test_bases_and_proposal() -> None:
    given = sample(
        "nd30",
        "quyet-dinh",
        proposal=None,
        bases=(literal("Căn cứ Luật A"), literal("Xét tờ trình"), literal("Theo đề nghị của ông B")),
    )
    found = normal(given)
    assert [base.plain for base in found.bases] == ["Luật A", "Xét tờ trình"]
    assert found.proposal == literal("ông B")


def test_an_authority_that_docgen_would_write_itself_is_not_given() -> None:
    given = sample("nd30", "quyet-dinh")
    assert normal(replace(given, authority=literal("Giám đốc Sở Tài chính"))).authority is None
    assert normal(replace(given, authority=literal("Hội đồng thẩm định"))).authority == literal("HỘI ĐỒNG THẨM ĐỊNH")
