"""What a pull says of each change: once, as what it is, and with what somebody can do about it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from docgen.problems import Level, Problem
from docgen.recovery.pulling.said import Kind, Pulled
from docgen.recovery.pulling.telling import describe_changes
from tests.support.word_edits import (
    Edit,
    W,
    build,
    edit,
    find,
    move_behind,
    press_enter,
    properties_of,
    pull_into,
    replace_words,
    set_off,
    take_out,
)

AGENCY = """\
agencies:
  sotc:
    issuer:
      parent: UBND TỈNH AN BÌNH
      name: SỞ TÀI CHÍNH
      code: STC
    standard: nd30
    place: An Bình
lists:
  lanh-dao:
    - Thường trực Tỉnh ủy
    - Thường trực HĐND tỉnh
    - UBND tỉnh
"""
SPEC = """\
type: ke-hoach
issuer: sotc
number: 12
date: 2026-03-05
title: Kiểm tra tài sản công năm 2026
sections:
  - title: Mục đích, yêu cầu
    list:
      - Nắm tình hình quản lý tài sản;
      - 'Chấn chỉnh **ngay** sai sót, giúp bộ nông nghiệp;'
      - Báo cáo Ủy ban nhân dân tỉnh.
  - title: Tổ chức thực hiện
    text: Văn phòng Sở chuẩn bị hồ sơ.
distribution:
  - lanh-dao
  - Thanh tra tỉnh
filing: VT
signature:
  title: Giám đốc
  name: Trần Văn An
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    (tmp_path / "agency.yaml").write_text(AGENCY, "utf-8", newline="\n")
    path = tmp_path / "a.yaml"
    path.write_text(SPEC, "utf-8", newline="\n")
    return path


def _pull(spec: Path, *edits: Edit) -> tuple[Pulled, list[Problem]]:
    pulled = pull_into(spec, edit(build(spec), *edits))
    return pulled, describe_changes(pulled.changes)


def _unset(words: str, look: str) -> Edit:
    """Take a look off the runs with ``words``."""

    def change(root: etree._Element) -> None:
        for run in find(root, words).iter(f"{W}r"):
            if words in "".join(text.text or "" for text in run.iter(f"{W}t")):
                properties = properties_of(run, "rPr")
                for own in properties.findall(f"{W}{look}"):
                    properties.remove(own)
                etree.SubElement(properties, f"{W}{look}").set(f"{W}val", "0")

    return change


@pytest.mark.parametrize("typed", ["Mục đích, yêu cầu", "MỤC ĐÍCH, yêu cầu", "Mục Đích, Yêu Cầu"])
def test_small_letters_where_the_standard_sets_capitals_are_told_and_nothing_is_written(spec: Path, typed: str) -> None:
    pulled, (told,) = _pull(spec, replace_words("MỤC ĐÍCH, YÊU CẦU", typed))
    assert str(told.what).startswith("Capitals: ")
    assert (told.level, told.place.line if told.place else 0) == (Level.NOTE, 7)
    assert (pulled.text, pulled.counted, pulled.is_complete) == (None, (), True)


def test_so_are_words_of_the_standard_in_other_letters(spec: Path) -> None:
    pulled, (told,) = _pull(spec, replace_words("KẾ HOẠCH", "Kế hoạch"))
    assert str(told.what) == "Capitals: the file says “Kế hoạch”, docgen prints “KẾ HOẠCH” as the standard has it."
    assert pulled.counted == ()


def test_other_words_in_small_letters_are_taken_as_ever(spec: Path) -> None:
    pulled, (told,) = _pull(spec, replace_words("MỤC ĐÍCH, YÊU CẦU", "Mục tiêu, yêu cầu"))
    assert pulled.text == SPEC.replace("Mục đích, yêu cầu", "Mục tiêu, yêu cầu")
    assert told.code == "pull-changed"


def test_capitals_of_running_text_are_words(spec: Path) -> None:
    pulled, (told,) = _pull(spec, replace_words("bộ nông nghiệp", "Bộ Nông nghiệp"))
    assert pulled.text == SPEC.replace("bộ nông nghiệp", "Bộ Nông nghiệp")
    assert "bộ nông nghiệp;” → “" in str(told.what)


def test_emphasis_is_told_with_its_words_set_or_taken_off(spec: Path) -> None:
    pulled, (told,) = _pull(spec, _unset("ngay", "b"))
    assert pulled.text == SPEC.replace("**ngay**", "ngay")
    assert str(told.what).startswith("bold taken off: “ngay”: “")
    _, (told,) = _pull(spec, set_off("quản lý", "i"))
    assert str(told.what).startswith("set in italics: “quản lý”: “")


def test_emphasis_that_the_standard_sets_is_told_when_it_is_taken_off(spec: Path) -> None:
    pulled, (told,) = _pull(spec, _unset("TỔ CHỨC THỰC HIỆN", "b"))
    assert str(told.what) == "Formatting changed, bold taken off: “TỔ CHỨC THỰC HIỆN”: “II. TỔ CHỨC THỰC HIỆN”"
    assert not pulled.is_complete


def _in_arial(root: etree._Element) -> None:
    for words in ("Nắm tình hình", "Chấn chỉnh", "Báo cáo Ủy ban"):
        for run in find(root, words).iter(f"{W}r"):
            fonts = etree.SubElement(properties_of(run, "rPr"), f"{W}rFonts")
            for name in ("ascii", "hAnsi"):
                fonts.set(f"{W}{name}", "Arial")


def test_the_same_formatting_of_many_paragraphs_is_told_once_at_the_first(spec: Path) -> None:
    pulled, (told,) = _pull(spec, _in_arial)
    assert len(pulled.changes) == 3
    assert str(told.what).startswith("Formatting of 3 paragraphs changed, font: Times New Roman → Arial; the first: “")
    assert "Nắm tình hình" in str(told.what)
    assert told.place is not None
    assert told.place.line == 9


def test_different_formatting_is_told_apart(spec: Path) -> None:
    _, told = _pull(spec, _unset("TỔ CHỨC THỰC HIỆN", "b"), _in_arial)
    assert len(told) == 2


@pytest.mark.parametrize(("typed", "says"), [("CHƯƠNG TRÌNH", "“type: chuong-trinh”"), ("VIỆC CẦN LÀM", "no type of document")])
def test_another_type_of_document_is_one_message_that_names_its_key(spec: Path, typed: str, says: str) -> None:
    pulled, (told,) = _pull(spec, replace_words("KẾ HOẠCH", typed))
    assert str(told.what) == f"“KẾ HOẠCH” → “{typed}”"
    assert says in str(told.remedy)
    assert told.place is not None
    assert told.place.line == 1
    assert (pulled.text, pulled.is_complete) == (None, False)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (take_out("Thường trực HĐND"), "agency.yaml#/lists/lanh-dao/1"),
        (replace_words("Thường trực HĐND tỉnh", "Hội đồng nhân dân tỉnh"), "agency.yaml#/lists/lanh-dao/1"),
        (press_enter("Thường trực HĐND", "- Ban Nội chính;"), "agency.yaml#/lists/lanh-dao"),
        (move_behind("Thường trực Tỉnh ủy", "Thường trực HĐND"), "agency.yaml#/lists/lanh-dao"),
        (replace_words("SỞ TÀI CHÍNH", "SỞ NỘI VỤ"), "agency.yaml#/agencies/sotc/issuer/name"),
        (replace_words("SỞ TÀI CHÍNH", "Sở Tài chính"), "agency.yaml#/agencies/sotc/issuer/name"),
    ],
)
def test_words_of_the_agency_file_are_to_be_changed_there(spec: Path, change: Edit, place: str) -> None:
    pulled, (told,) = _pull(spec, change)
    assert not pulled.is_complete
    assert place in str(told.remedy)
    assert str(told.remedy).endswith("Change them there, for all specs that use them.")


def test_words_of_the_standard_are_to_be_put_back(spec: Path) -> None:
    """They stand in no file of the author's, so that no place is named."""
    pulled, (told,) = _pull(spec, replace_words("Độc lập - Tự do", "Độc lập - Thống nhất"))
    assert [one.kind for one in pulled.changes] == [Kind.OWN]
    assert str(told.remedy) == (
        "Left alone: docgen writes these words itself. Change in the spec what they are made of, or put them back in Word."
    )
    assert "agency.yaml" not in str(told.remedy)


def test_words_of_the_standard_that_are_gone_are_told_as_gone(spec: Path) -> None:
    _, (told,) = _pull(spec, take_out("Độc lập - Tự do"))
    assert str(told.what) == "docgen writes “Độc lập - Tự do - Hạnh phúc”, the file has it no longer."
