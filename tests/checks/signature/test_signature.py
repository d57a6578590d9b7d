"""Signatures: marks of authority (TT501), the second line (TT502), the name (TT503), minutes of the Party (TT505)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.document.text import literal
from docgen.reading.repairs import ReplaceText
from tests.checks.making import found_by, layout_of, made, made_sample
from tests.checks.retyping import dropped, fresh, retyped
from tests.checks.wording.saying import Marked, marked
from tests.support.documents import sample

STATE = made_sample("nd30", "ke-hoach")
PARTY = made_sample("hd05", "ke-hoach")


@pytest.mark.parametrize(
    ("data", "right", "wrong", "typed"),
    [
        (STATE, "KT. GIÁM ĐỐC", "K/T GIÁM ĐỐC", "K/T"),
        (STATE, "KT. GIÁM ĐỐC", "KT GIÁM ĐỐC", "KT"),
        (STATE, "KT. GIÁM ĐỐC", "KT.GIÁM ĐỐC", "KT."),
        (STATE, "KT. GIÁM ĐỐC", "K.T GIÁM ĐỐC", "K.T"),
        (PARTY, "T/M BAN THƯỜNG VỤ", "TM. BAN THƯỜNG VỤ", "TM."),
        (PARTY, "T/M BAN THƯỜNG VỤ", "T/M. BAN THƯỜNG VỤ", "T/M."),
        (PARTY, "T/M BAN THƯỜNG VỤ", "T/MBAN THƯỜNG VỤ", "T/M"),
    ],
)
def test_a_mark_in_another_form(data: bytes, right: str, wrong: str, typed: str) -> None:
    found = fresh(retyped(data, right, wrong))
    assert [one.rule.code for one in found] == ["TT501"]
    finding = found[0].finding
    spot = finding.spot
    assert spot.paragraph is not None
    # no clause orders the space behind the mark
    level = "warning" if right.replace(" ", "") == wrong.replace(" ", "") else "error"
    assert (spot.paragraph.text[spot.start : spot.end].strip(), finding.actual, found[0].level) == (typed, typed, level)
    (repair,) = finding.repairs
    assert isinstance(repair, ReplaceText)
    text = spot.paragraph.text
    assert text[: repair.start] + repair.new + text[repair.end :] == right


def test_the_party_knows_no_authorisation() -> None:
    (one,) = found_by(retyped(PARTY, "T/M BAN THƯỜNG VỤ", "TUQ. BAN THƯỜNG VỤ"), "TT501")
    assert (one.finding.actual, one.finding.expected, one.finding.repairs) == ("TUQ.", "T/M / K/T / T/L / Q", ())


@pytest.mark.parametrize("right", ["TM. ỦY BAN NHÂN DÂN", "TL. GIÁM ĐỐC", "TUQ. GIÁM ĐỐC", "THỦ TRƯỞNG ĐƠN VỊ"])
def test_marks_of_the_state_and_words_like_them(right: str) -> None:
    assert found_by(retyped(STATE, "KT. GIÁM ĐỐC", right), "TT501") == []


@pytest.mark.parametrize("acting", ["Q.GIÁM ĐỐC", "Q GIÁM ĐỐC"])
def test_an_acting_head(acting: str) -> None:
    signature = replace(sample().signatures[0], deputy_for=None, acting=True, title=literal("GIÁM ĐỐC"))
    data = made(sample(signatures=(signature,)))
    assert fresh(data) == []
    (one,) = fresh(retyped(data, "Q. GIÁM ĐỐC", acting))
    assert (one.rule.code, one.finding.expected) == ("TT501", "Q.")


def test_the_second_line_is_missing() -> None:
    data = dropped(STATE, "PHÓ GIÁM ĐỐC")
    (one,) = found_by(data, "TT502")
    assert one.finding.spot.paragraph is not None
    assert (one.finding.spot.paragraph.text, one.level) == ("KT. GIÁM ĐỐC", "error")
    assert one.finding.component == "sign_authority"


AUTHORITY, TITLE, NAME = "sign_authority", "sign_title", "sign_name"


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        ([(AUTHORITY, "KT. GIÁM ĐỐC"), (TITLE, "PHÓ GIÁM ĐỐC"), (NAME, "Lê An")], []),
        ([(AUTHORITY, "TM. ỦY BAN NHÂN DÂN"), (AUTHORITY, "KT. CHỦ TỊCH"), (TITLE, "PHÓ CHỦ TỊCH"), (NAME, "Lê An")], []),
        ([(AUTHORITY, "TL. CHỦ TỊCH"), (AUTHORITY, "KT. CHÁNH VĂN PHÒNG"), (TITLE, "PHÓ CHÁNH VĂN PHÒNG"), (NAME, "Lê An")], []),
        # two signers side by side, read row by row
        ([(AUTHORITY, "KT. A"), (AUTHORITY, "KT. B"), (TITLE, "PHÓ A"), (TITLE, "PHÓ B"), (NAME, "Lê An"), (NAME, "Lê Bé")], []),
        ([(AUTHORITY, "TM. ỦY BAN NHÂN DÂN"), (NAME, "Lê An")], []),
        ([(AUTHORITY, "TL. CHỦ TỊCH"), (NAME, "Lê An")], ["TL. CHỦ TỊCH"]),
        ([(AUTHORITY, "TUQ. CHỦ TỊCH")], ["TUQ. CHỦ TỊCH"]),
        ([(AUTHORITY, "KT. A"), (NAME, "Lê An"), (AUTHORITY, "KT. B"), (TITLE, "PHÓ B"), (NAME, "Lê Bé")], ["KT. A"]),
    ],
)
def test_which_signatures_have_a_second_line(lines: list[tuple[str, str]], wrong: list[str]) -> None:
    assert [one.words for one in marked("TT502", *lines)] == wrong


def test_on_behalf_of_a_party_committee_no_office_is_needed() -> None:
    assert marked("TT502", (AUTHORITY, "T/M BỘ CHÍNH TRỊ"), (NAME, "Lê An"), standard="hd05") == []
    assert len(marked("TT502", (AUTHORITY, "K/T TRƯỞNG BAN"), (NAME, "Lê An"), standard="hd05")) == 1


def test_a_name_in_capitals_is_said_once() -> None:
    (one,) = fresh(retyped(STATE, "Nguyễn Thị Phương Thảo", "NGUYỄN THỊ PHƯƠNG THẢO"))
    assert one.rule.code == "TT503"
    assert (one.finding.actual, one.finding.expected) == ("NGUYỄN THỊ PHƯƠNG THẢO", "Nguyễn Thị Phương Thảo")
    assert (one.finding.component, one.level) == ("sign_name", "error")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nguyễn văn An", [Marked("Nguyễn văn An", "Nguyễn Văn An")]),
        ("TS. NGUYỄN VĂN AN", [Marked("NGUYỄN VĂN AN", "Nguyễn Văn An")]),
        ("Nguyễn Văn An", []),
        ("ThS. Nguyễn Văn An", []),
        ("Y Thanh Hà Niê Kđăm", []),
        ("H'Hen Niê", []),
        ("K'sor Phước", []),
        ("Tôn Nữ Thị Ninh", []),
        ("(Họ và tên)", []),
        ("Họ và tên", []),
        ("Nguyễn Văn An (2 bản)", []),
        ("CB", []),
    ],
)
def test_names_in_title_case(name: str, expected: list[Marked]) -> None:
    assert marked("TT503", (NAME, name)) == expected


def test_two_names_in_capitals_on_one_line_below_an_office() -> None:
    name, expected = "NGUYỄN VĂN AN – TRẦN VĂN BÌNH", "Nguyễn Văn An – Trần Văn Bình"
    assert marked("TT503", (TITLE, "GIÁM ĐỐC"), (NAME, name)) == [Marked(name, expected)]
    # without an office above it, it may be one itself
    assert marked("TT503", (NAME, name)) == []


def minutes(left: str, right: str) -> bytes:
    """Minutes of the Party made from another document: two signers with their captions."""
    one = sample("hd05", "bao-cao").signatures[0]
    pair = tuple(replace(one, on_behalf_of=None, title=literal(words)) for words in (right, left))
    data = made(sample("hd05", "bao-cao", signatures=pair))
    return retyped(retyped(data, "-BC/", "-BB/"), "BÁO CÁO", "BIÊN BẢN")


def test_minutes_of_the_party_have_their_captions() -> None:
    assert layout_of(minutes("NGƯỜI GHI BIÊN BẢN", "CHỦ TRÌ HỘI NGHỊ")).type == "bien-ban"
    assert found_by(minutes("NGƯỜI GHI BIÊN BẢN", "CHỦ TRÌ HỘI NGHỊ"), "TT505") == []
    found = found_by(minutes("THƯ KÝ", "CHỦ TRÌ HỘI NGHỊ"), "TT505")
    assert [(one.rule.code, one.level) for one in found] == [("TT505", "error")]
    assert "NGƯỜI GHI BIÊN BẢN" in str(found[0].finding.what)
    (turned,) = found_by(minutes("CHỦ TRÌ HỘI NGHỊ", "NGƯỜI GHI BIÊN BẢN"), "TT505")
    assert "side by side" in str(turned.finding.what)


def test_other_types_have_other_captions() -> None:
    assert found_by(PARTY, "TT505") == []
