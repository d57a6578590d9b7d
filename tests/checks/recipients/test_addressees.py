"""Kính gửi: who must have it, its marks, its lines (TT601 to TT606, TT613)."""

from __future__ import annotations

import re

import pytest

from docgen.document.text import literal
from docgen.reading.repairs import ReplaceText
from tests.checks.making import found_by, made, made_sample, spoilt_paragraph, with_paragraph_property
from tests.checks.retyping import dropped, fresh, put_after, retyped
from tests.checks.wording.saying import marked
from tests.support.documents import sample

SEVERAL = made_sample("nd30", "cong-van")
ONE = made(sample("nd30", "cong-van", addressees=(literal("Bộ Nội vụ"),)))
PARTY = made_sample("hd05", "cong-van")
FIRST, LAST = "Các sở, ban, ngành tỉnh", "Ủy ban nhân dân các xã, phường, đặc khu"


def codes(data: bytes) -> list[str]:
    return [one.rule.code for one in fresh(data)]


def repaired(text: str, repair: object) -> str:
    assert isinstance(repair, ReplaceText)
    return text[: repair.start] + repair.new + text[repair.end :]


def test_right_ones_are_left_alone() -> None:
    others = [made_sample(*one) for one in (("hd36", "cong-van"), ("hd05", "to-trinh"), ("nd30", "to-trinh"))]
    for data in (SEVERAL, ONE, PARTY, *others):
        assert codes(data) == []


def test_a_dispatch_without_addressee() -> None:
    data = dropped(dropped(ONE, "Kính gửi:"), "Như trên")
    (one,) = found_by(data, "TT601")
    assert (one.finding.expected, one.level, one.finding.component) == ("Kính gửi:", "error", "addressee_label")


@pytest.mark.parametrize("slug", ["bao-cao", "thong-bao", "quyet-dinh"])
def test_other_types_need_none(slug: str) -> None:
    assert found_by(made_sample("nd30", slug), "TT601") == []


def test_a_plan_with_addressee() -> None:
    data = made_sample("nd30", "to-trinh")
    data = retyped(retyped(data, "TỜ TRÌNH", "THÔNG BÁO"), "/TTr-", "/TB-")
    (one,) = found_by(data, "TT602")
    assert (one.finding.spot.paragraph is not None and one.finding.spot.paragraph.text, one.level) == ("Kính gửi:", "error")


def test_a_report_may_have_one() -> None:
    data = made(sample("nd30", "bao-cao", addressees=(literal("Ủy ban nhân dân tỉnh"),)))
    assert found_by(data, "TT602") == []


@pytest.mark.parametrize(
    ("data", "wrong", "right"),
    [
        (ONE, "Kính gửi Bộ Nội vụ", "Kính gửi: Bộ Nội vụ"),
        (SEVERAL, "Kính gửi", "Kính gửi:"),
    ],
)
def test_the_colon_is_missing(data: bytes, wrong: str, right: str) -> None:
    (one,) = fresh(retyped(data, right, wrong))
    assert (one.rule.code, one.finding.actual, one.level) == ("TT603", "Kính gửi", "error")
    assert one.finding.spot.paragraph is not None
    assert repaired(one.finding.spot.paragraph.text, one.finding.repairs[0]) == right


def test_another_sign_in_its_place() -> None:
    (one,) = found_by(retyped(SEVERAL, "Kính gửi:", "Kính gửi;"), "TT603")
    assert one.finding.spot.paragraph is not None
    assert repaired(one.finding.spot.paragraph.text, one.finding.repairs[0]) == "Kính gửi:"


@pytest.mark.parametrize("said", ["- Các cơ quan tỉnh; - Ủy ban nhân dân các xã.", "Bộ Nội vụ; Bộ Tài chính."])
def test_several_on_one_line_are_one_finding(said: str) -> None:
    (one,) = fresh(retyped(ONE, "Bộ Nội vụ", said))
    assert (one.rule.code, one.finding.actual) == ("TT604", said)


@pytest.mark.parametrize("said", ["Sở Nội vụ; Sở Tài chính", "Bộ Công an, Bộ Quốc phòng", "Sở Nội vụ và Sở Tài chính"])
def test_several_on_one_line(said: str) -> None:
    (one,) = found_by(retyped(ONE, "Bộ Nội vụ", said), "TT604")
    assert (one.finding.actual, one.finding.component) == (said, "addressee")


@pytest.mark.parametrize(
    "said",
    [
        ["Sở Văn hóa, Thể thao và Du lịch"],
        ["Ủy ban nhân dân các xã, phường, đặc khu"],
        ["Các sở, ban, ngành tỉnh"],
        ["Các Sở, Ban Quản lý khu kinh tế"],
        ["Bộ Nông nghiệp và Môi trường"],
        ["- Sở Nội vụ, Sở Tài chính;", "- Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh."],
        ["Ông Nguyễn Văn An, thôn Nà Bưởi"],
    ],
)
def test_names_and_groups_may_hold_commas(said: list[str]) -> None:
    assert marked("TT604", *(("addressee", text) for text in said)) == []


@pytest.mark.parametrize(
    ("right", "wrong", "actual"),
    [
        (f"{FIRST};", f"{FIRST},", ","),
        (f"{FIRST};", f"{FIRST};;", ";;"),
        (f"{LAST}.", f"{LAST};", ";"),
        (f"{LAST}.", f"{LAST}", ""),
    ],
)
def test_marks_behind_addressees(right: str, wrong: str, actual: str) -> None:
    (one,) = fresh(retyped(SEVERAL, right, wrong))
    assert (one.rule.code, one.finding.actual, one.level) == ("TT605", actual, "error")
    assert one.finding.spot.paragraph is not None
    assert repaired(one.finding.spot.paragraph.text, one.finding.repairs[0]) == f"- {right}"


def test_the_dash_before_an_addressee() -> None:
    data = retyped(retyped(SEVERAL, f"- {FIRST}", FIRST), f"- {LAST}", LAST)
    found = found_by(data, "TT605")
    assert [(one.finding.expected, one.level) for one in found] == [("-", "error")] * 2


def test_an_en_dash_is_a_dash() -> None:
    assert found_by(retyped(SEVERAL, f"- {FIRST}", f"– {FIRST}"), "TT605") == []


def test_a_mark_behind_an_only_addressee() -> None:
    (one,) = fresh(retyped(ONE, "Bộ Nội vụ", "Bộ Nội vụ."))
    assert (one.rule.code, one.finding.actual, one.level) == ("TT605", ".", "warning")


def test_the_party_lets_the_last_one_end_either_way() -> None:
    assert codes(retyped(PARTY, f"{LAST};", f"{LAST}.")) == []
    (one,) = fresh(retyped(PARTY, f"{LAST};", f"{LAST},"))
    assert (one.rule.code, one.level) == ("TT605", "warning")
    for mark in ("", ";", "."):
        single = made(sample("hd05", "cong-van", addressees=(literal("Ban Tổ chức"),)))
        assert found_by(retyped(single, "Ban Tổ chức", f"Ban Tổ chức{mark}"), "TT605") == []


def test_before_2026_commas_and_semicolons_pass() -> None:
    old = made_sample("hd36", "cong-van")
    assert codes(retyped(old, f"{FIRST},", f"{FIRST};")) == []


def test_a_dash_out_of_the_column() -> None:
    data = spoilt_paragraph(SEVERAL, LAST, lambda xml: with_paragraph_property(xml, "ind", 'w:left="3600" w:hanging="132"'))
    (one,) = found_by(data, "TT606")
    assert (one.level, one.finding.actual) == ("warning", "61.2 mm")
    assert one.finding.spot.paragraph is not None
    assert one.finding.spot.paragraph.text.startswith(f"- {LAST}")


def test_all_dashes_left_of_the_label() -> None:
    def to_margin(xml: str) -> str:
        return with_paragraph_property(xml, "ind", 'w:left="200" w:hanging="200"')

    data = spoilt_paragraph(spoilt_paragraph(SEVERAL, FIRST, to_margin), LAST, to_margin)
    (one,) = found_by(data, "TT606")
    assert "under its colon" in str(one.finding.what)


def test_places_made_by_spaces_are_not_judged() -> None:
    data = spoilt_paragraph(SEVERAL, LAST, lambda xml: re.sub(r"(<w:t[^>]*>)- ", r"\1            - ", xml, count=1))
    assert found_by(data, "TT606") == []


@pytest.mark.parametrize(
    ("standard", "slug", "right", "wrong"),
    [("hd05", "to-trinh", "Kính trình:", "Kính gửi:"), ("hd05", "cong-van", "Kính gửi:", "Kính trình:")],
)
def test_the_word_of_the_party(standard: str, slug: str, right: str, wrong: str) -> None:
    (one,) = found_by(retyped(made_sample(standard, slug), right, wrong), "TT613")
    assert (one.finding.expected, one.finding.actual, one.level) == (right[:-1], wrong[:-1], "error")
    assert one.finding.spot.paragraph is not None
    assert repaired(one.finding.spot.paragraph.text, one.finding.repairs[0]).startswith(right)


def test_more_lines_of_one_addressee_are_one() -> None:
    data = retyped(SEVERAL, f"{FIRST};", "Các sở, ban, ngành")
    data = put_after(data, "Các sở, ban, ngành", "của tỉnh;")
    assert found_by(data, "TT605") == []
