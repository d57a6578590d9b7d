"""Nơi nhận: its label, its lines, the filing line (TT607 to TT612)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.checking.fixing import fix_package
from docgen.document.text import literal
from docgen.reading.repairs import ReplaceText
from tests.checks.making import found_by, judged, made, made_sample, spoilt
from tests.checks.retyping import dropped, fresh, put_after, retyped
from tests.checks.wording.saying import Marked, marked
from tests.support.documents import sample

STATE = made_sample("nd30", "cong-van")
PARTY = made_sample("hd05", "cong-van")
ITEM = "- Thường trực Tỉnh ủy (để báo cáo);"


def repaired(text: str, repair: object) -> str:
    assert isinstance(repair, ReplaceText)
    return text[: repair.start] + repair.new + text[repair.end :]


@pytest.mark.parametrize("wrong", ["Nơi nhận", "NƠI NHẬN:", "Nơi Nhận:", "Nơi nhận :", "nơi nhận:"])
@pytest.mark.parametrize("data", [STATE, PARTY], ids=["state", "party"])
def test_the_label(data: bytes, wrong: str) -> None:
    (one,) = found_by(retyped(data, "Nơi nhận:", wrong), "TT607")
    assert (one.finding.expected, one.finding.actual, one.level) == ("Nơi nhận:", wrong, "error")
    assert one.finding.spot.paragraph is not None
    assert repaired(one.finding.spot.paragraph.text, one.finding.repairs[0]) == "Nơi nhận:"


def test_the_label_is_the_only_finding() -> None:
    assert [one.rule.code for one in fresh(retyped(STATE, "Nơi nhận:", "Nơi nhận"))] == ["TT607"]


def test_the_label_is_level_with_the_signature() -> None:
    row = r"(<w:tc>(?:(?!<w:tc>).)*?Nơi nhận.*?</w:tc>)(<w:tc>.*?</w:tc>)"
    data = spoilt(STATE, row, r"<w:tc><w:p/></w:tc>\2</w:tr><w:tr>\1<w:tc><w:p/></w:tc>")
    (one,) = found_by(data, "TT608")
    assert one.finding.spot.paragraph is not None
    assert (one.finding.spot.paragraph.text, one.level) == ("Nơi nhận:", "warning")


def test_several_signers_stand_above_the_recipients() -> None:
    signer = sample().signatures[0]
    data = made(sample(signatures=(signer, replace(signer, name=literal("Lê Văn Tám")))))
    assert found_by(data, "TT608") == []


@pytest.mark.parametrize(
    ("wrong", "actual"),
    [
        ("- Thường trực Tỉnh ủy (để báo cáo),", ","),
        ("- Thường trực Tỉnh ủy (để báo cáo)", ""),
        ("- Thường trực Tỉnh ủy (để báo cáo).", "."),
    ],
)
def test_marks_behind_recipients(wrong: str, actual: str) -> None:
    (one,) = fresh(retyped(STATE, ITEM, wrong))
    assert (one.rule.code, one.finding.actual, one.finding.expected, one.level) == ("TT609", actual, ";", "error")
    assert one.finding.spot.paragraph is not None
    assert repaired(one.finding.spot.paragraph.text, one.finding.repairs[0]) == ITEM


def test_the_dash_before_a_recipient() -> None:
    (one,) = fresh(retyped(STATE, ITEM, ITEM[2:]))
    assert (one.rule.code, one.finding.expected, one.level) == ("TT609", "-", "error")
    assert one.finding.spot.paragraph is not None
    assert repaired(one.finding.spot.paragraph.text, one.finding.repairs[0]) == ITEM


def test_the_dash_of_the_party_is_seen_in_samples_only() -> None:
    (one,) = found_by(retyped(PARTY, ITEM, ITEM[2:]), "TT609")
    assert one.level == "warning"


def test_a_recipient_over_two_lines_is_one() -> None:
    data = retyped(STATE, ITEM, "- Thường trực Tỉnh ủy")
    assert found_by(put_after(data, "- Thường trực Tỉnh ủy", "(để báo cáo);"), "TT609") == []


def test_as_above_is_missing() -> None:
    data = dropped(STATE, "- Như trên;")
    (one,) = fresh(data)
    assert (one.rule.code, one.finding.expected, one.level) == ("TT610", "- Như trên;", "error")
    assert one.finding.spot.paragraph is not None
    assert one.finding.spot.paragraph.text == ITEM


def test_other_words_for_it_are_another_rules_business() -> None:
    assert [one.rule.code for one in fresh(retyped(STATE, "Như trên", "Như kính gửi"))] == ["LV111"]
    # the Party has no rule for them
    assert "TT610" in [one.rule.code for one in fresh(retyped(PARTY, "Như trên", "Như kính gửi"))]


def test_nobody_addressed_nobody_above() -> None:
    assert found_by(made_sample("nd30", "ke-hoach"), "TT610") == []


def test_as_above_further_down_is_only_told() -> None:
    data = retyped(retyped(STATE, "- Như trên;", "- Bộ Nội vụ;"), ITEM, "- Như trên;")
    (one,) = found_by(data, "TT610")
    assert one.level == "info"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Lưu VT, TCCB.", [Marked("Lưu", "Lưu:")]),
        ("- Lưu; VT, TCCB.", [Marked("Lưu;", "Lưu:")]),
        ("- Lưu: TCCB.", [Marked("Lưu: TCCB.", None)]),
        ("- Lưu: VT, TCCB.", []),
        ("- Lưu: VT.", []),
        ("- Lưu: VT, HC (2).", []),
        ("– Lưu: VT, Hồ sơ.", []),
        ("Lưu: VT.", []),
    ],
)
def test_the_filing_line_of_the_state(line: str, expected: list[Marked]) -> None:
    assert marked("TT611", ("recipient", ITEM), ("filing", line)) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Lưu Văn phòng Tỉnh uỷ.", []),
        ("- Lưu Chi bộ.", []),
        ("- Lưu: Văn phòng Tỉnh uỷ.", [Marked("Lưu:", "Lưu")]),
        ("- Lưu VT, TH.", [Marked("VT", None)]),
    ],
)
def test_the_filing_line_of_the_party(line: str, expected: list[Marked]) -> None:
    assert marked("TT611", ("recipient", ITEM), ("filing", line), standard="hd05") == expected


def test_levels_of_the_filing_line() -> None:
    (state,) = fresh(retyped(STATE, "- Lưu: VT", "- Lưu VT"))
    (party,) = fresh(retyped(PARTY, "- Lưu Văn phòng", "- Lưu: Văn phòng"))
    assert (state.rule.code, state.level, party.rule.code, party.level) == ("TT611", "error", "TT611", "warning")


def test_no_filing_line() -> None:
    data = made(sample("nd30", "ke-hoach", filing=None, drafter=None))
    (one,) = fresh(data)
    assert (one.rule.code, one.finding.expected, one.level) == ("TT611", "- Lưu:", "error")
    assert one.finding.spot.paragraph is not None
    assert one.finding.spot.paragraph.text.startswith("- Ủy ban Mặt trận")


@pytest.mark.parametrize(("wrong", "actual"), [("- Lưu: VT, QLNS;", ";"), ("- Lưu: VT, QLNS", "")])
def test_the_list_ends_with_a_full_stop(wrong: str, actual: str) -> None:
    data = made(sample("nd30", "cong-van", drafter=None))
    (one,) = fresh(retyped(data, "- Lưu: VT, QLNS.", wrong))
    assert (one.rule.code, one.finding.actual, one.finding.expected, one.level) == ("TT612", actual, ".", "error")


@pytest.mark.parametrize("line", ["- Lưu: VT, NC.(Nam)", "- Lưu: VT, TH.An5b", "- Lưu: VT, QLNS. Hà(3)"])
def test_a_drafters_mark_behind_the_full_stop(line: str) -> None:
    assert found_by(retyped(STATE, "- Lưu: VT, QLNS.", line), "TT612") == []


def test_a_list_without_filing_line_ends_with_a_full_stop() -> None:
    data = made(sample("nd30", "ke-hoach", filing=None, drafter=None))
    assert found_by(data, "TT612") == []
    (one,) = found_by(retyped(data, "chính trị - xã hội tỉnh.", "chính trị - xã hội tỉnh,"), "TT612")
    assert one.finding.actual == ","


def test_behind_a_semicolon_only_the_filing_line_is_missing() -> None:
    data = made(sample("nd30", "ke-hoach", filing=None, drafter=None))
    data = retyped(data, "chính trị - xã hội tỉnh.", "chính trị - xã hội tỉnh;")
    assert [one.rule.code for one in judged(data) if one.rule.group == "TT6"] == ["TT611"]
    assert not any(edit.property == "text" for _, edit in fix_package(data, name="a.docx").edits)


def test_the_filing_line_is_the_last() -> None:
    data = made(sample("nd30", "ke-hoach", drafter=None))
    (one,) = found_by(put_after(data, "- Lưu: VT, QLNS.", "- Sở Nội vụ;"), "TT612")
    assert one.finding.spot.paragraph is not None
    assert one.finding.spot.paragraph.text == "- Sở Nội vụ;"
