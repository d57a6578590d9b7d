"""Small letters where a capital belongs, and near cases in which another word is meant."""

from __future__ import annotations

import pytest

from tests.checks.making import layout_of
from tests.checks.mutants import BUILDS, Said, said_of
from tests.checks.wording.saying import Marked, marked
from tests.corpus.every import EVERY
from tests.corpus.mutant import put, swap
from tests.corpus.paper import line
from tests.corpus.wordml import write_paper

_FIRST = "Để nâng cao chất lượng phục vụ người dân và doanh nghiệp, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:"


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("Ủy ban nhân dân tiếp công dân tại quận 1 như sau:", "quận", "Quận"),
        ("Việc tiếp công dân tại phường 5 được thực hiện hằng tuần.", "phường", "Phường"),
        ("Trụ sở đặt tại phường 5.", "phường", "Phường"),
    ],
)
def test_a_unit_with_a_number(text: str, word: str, wanted: str) -> None:
    assert marked("LV104", ("body", text)) == [Marked(word, wanted)]


@pytest.mark.parametrize("text", ["Bố trí tại phường 5 người trực.", "Tổ chức tại quận 1 lớp tập huấn.", "Họp ở phường 2 ngày."])
def test_what_a_number_counts_is_no_unit(text: str) -> None:
    assert marked("LV104", ("body", text)) == []


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("Hội nghị tổ chức vào tháng tám như sau:", "tám", "Tám"),
        ("Hội nghị tổ chức vào tháng mười một.", "mười một", "Mười một"),
        ("Hội nghị tổ chức vào tháng ba, tại hội trường.", "ba", "Ba"),
        ("Hội nghị tổ chức trong tháng tám năm 2026.", "tám", "Tám"),
    ],
)
def test_a_month_in_words(text: str, word: str, wanted: str) -> None:
    assert marked("LV105", ("body", text)) == [Marked(word, wanted)]


@pytest.mark.parametrize("text", ["Vào tháng hai đơn vị báo cáo.", "Họp mỗi tháng ba lần.", "Nộp vào tháng năm 2026."])
def test_what_is_no_month_for_certain(text: str) -> None:
    assert marked("LV105", ("body", text)) == []


def test_the_first_paragraph_of_a_text() -> None:
    paper = swap("body", "Để", "để")(EVERY["nd30-ke-hoach"]())
    for build in BUILDS:
        assert said_of(write_paper(paper, build), "LV102") == [Said("warning", "đ", "Đ", "đ")]


@pytest.mark.parametrize(
    "texts",
    [
        (("body", _FIRST),),
        (("body", "để trống"),),
        (("abstract", "Về kế hoạch"), ("body", "trong đó có các nội dung chủ yếu do Ủy ban nhân dân tỉnh phân công")),
        (("table_cell", "Xong."), ("body", "từ ngày ban hành đến nay các đơn vị đã thực hiện tốt nhiệm vụ được giao trong năm.")),
    ],
)
def test_first_paragraphs_that_are_right_or_no_sentence(texts: tuple[tuple[str, str], ...]) -> None:
    assert marked("LV102", *texts) == []


@pytest.mark.parametrize("words", ["TỐI KHẨN", "RẤT KHẨN", "KHẨN CẤP"])
def test_a_degree_of_urgency_that_the_act_does_not_know_is_one_finding(words: str) -> None:
    paper = put("abstract_dispatch", line("urgency", words), after=True)(EVERY["nd30-cong-van"]())
    for build in BUILDS:
        data = write_paper(paper, build)
        assert [said.actual for said in said_of(data, "TT802")] == [words]
        assert said_of(data, "DD322") == []
        assert layout_of(data).words_of("abstract_dispatch") == "V/v rà soát vị trí việc làm năm 2026"


def test_a_name_is_no_degree_of_urgency() -> None:
    paper = put("issuer", line("issuer", "XÃ KHẨN"), after=True)(EVERY["nd30-ke-hoach"]())
    assert not layout_of(write_paper(paper)).get("urgency")
