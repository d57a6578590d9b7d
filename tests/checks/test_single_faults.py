"""One fault in a correct paper: the words a rule points at, what it wants, how serious it is, and near cases that are right."""

from __future__ import annotations

import re

import pytest

from tests.checks.making import MAIN, found_by, judged, packed, parts_of
from tests.checks.mutants import BUILDS, Said, one_verdict, said_of, verdict
from tests.checks.wording.saying import Marked, marked
from tests.corpus.every import EVERY
from tests.corpus.mutant import Spoil, both, drop, put, say, swap
from tests.corpus.paper import line
from tests.corpus.wordml import write_paper

_LETTER, _PLAN, _RULES = "nd30-cong-van", "nd30-ke-hoach", "nd30-quy-dinh"
_PARTY_LETTER, _PARTY_PLAN, _PARTY_RULES = "hd05-cong-van", "hd05-ke-hoach", "hd05-quy-che"

#: paper, fault, rule, what is said
CASES: list[tuple[str, Spoil, str, Said]] = [
    # addressees and recipients
    (_LETTER, swap("addressee_label", "Kính gửi", "Kính Gửi"), "TT613", Said("error", "Kính Gửi", "Kính gửi", "Kính Gửi")),
    (_PARTY_LETTER, swap("addressee_label", "Kính gửi", "Kính Gửi"), "TT613", Said("error", "Kính Gửi", "Kính gửi", "Kính Gửi")),
    (
        "hd05-to-trinh",
        swap("addressee_label", "Kính trình", "Kính Trình"),
        "TT613",
        Said("error", "Kính Trình", "Kính trình", "Kính Trình"),
    ),
    (_LETTER, swap("addressee_label", "gửi:", "gửi :"), "TT613", Said("warning", " :", "Kính gửi:", "Kính gửi :")),
    (
        _LETTER,
        swap("addressee", "- Các", "+ Các"),
        "TT605",
        Said("error", "+ Các sở, ban, ngành;", "-", "+ Các sở, ban, ngành;"),
    ),
    (
        "nd30-bao-cao",
        swap("addressee_label", " Bộ Nội vụ", " - Bộ Nội vụ"),
        "TT605",
        Said("warning", "- Bộ Nội vụ", "Bộ Nội vụ", "- Bộ Nội vụ"),
    ),
    (
        "nd30-bao-cao",
        both(say("addressee_label", "Kính gửi:"), put("addressee_label", line("addressee", "Bộ Nội vụ"), after=True)),
        "TT605",
        Said("error", "Bộ Nội vụ", "Kính gửi: Bộ Nội vụ", "Bộ Nội vụ"),
    ),
    (_LETTER, swap("recipient", "Như trên", "như trên"), "TT610", Said("warning", "như trên", "Như trên", "như trên")),
    (_PLAN, say("filing", "- Lưu: NC, VT."), "TT611", Said("warning", "NC, VT", "Lưu: VT, …", "NC, VT")),
    (
        _PLAN,
        say("recipient", "- CÁC SỞ, BAN, NGÀNH;"),
        "TT616",
        Said("warning", "- CÁC SỞ, BAN, NGÀNH;", "small letters", "- CÁC SỞ, BAN, NGÀNH;"),
    ),
    # signature
    (_LETTER, say("sign_authority", "UQ. GIÁM ĐỐC"), "TT501", Said("error", "UQ. ", "TUQ.", "UQ.")),
    (_LETTER, say("sign_authority", "TLGIÁM ĐỐC"), "TT501", Said("error", "TL", "TL.", "TL")),
    (_PLAN, say("sign_authority", "TM."), "TT501", Said("error", "TM.", "TM. …", "TM.")),
    (_PARTY_PLAN, say("sign_authority", "T/M"), "TT501", Said("error", "T/M", "T/M …", "T/M")),
    (_LETTER, say("sign_title", "GIÁM ĐỐC"), "TT502", Said("error", "GIÁM ĐỐC", "", "GIÁM ĐỐC")),
    (
        _PLAN,
        both(drop("sign_authority", 1), drop("sign_title")),
        "TT502",
        Said("warning", "TM. ỦY BAN NHÂN DÂN", "two lines", "TM. ỦY BAN NHÂN DÂN"),
    ),
    # head
    (_PLAN, say("number", "Số: XV/KH-UBND"), "TT210", Said("error", "Số: XV/KH-UBND", "Số: …/…-…", "Số: XV/KH-UBND")),
    (_PARTY_PLAN, say("number", "Số09-KH/ĐU"), "TT210", Said("error", "Số09-KH/ĐU", "Số …-…/…", "Số09-KH/ĐU")),
    (_PLAN, say("number", "Số : 15/KH-UBND"), "TT212", Said("warning", "Số :", "Số:", "Số :")),
    (_PLAN, say("number", "Số: 15/KH-UBND-2026"), "TT217", Said("warning", "2026", "no year", "2026")),
    (_PLAN, swap("place_date", "Sơn Hải", "SƠN HẢI"), "TT223", Said("error", "SƠN HẢI", "Sơn Hải", "SƠN HẢI")),
    # titles
    ("nd30-quyet-dinh", say("decision_word", "QUYẾT ĐỊNH"), "TT309", Said("warning", "QUYẾT ĐỊNH", "QUYẾT ĐỊNH:", "QUYẾT ĐỊNH")),
    (_PARTY_LETTER, swap("abstract_dispatch", "về việc", "Về việc"), "LV113", Said("warning", "V", "về việc", "V")),
    # text
    ("hd05-to-trinh", swap("base", "- Căn cứ", "+ Căn cứ"), "TT402", Said("error", "+", "-", "+")),
    (_RULES, swap("clause", "1. Công", "1.Công"), "TT404", Said("warning", "1.Công", "1. Công", "1.Công")),
    (_PARTY_RULES, swap("point", "a) Ban", "a)Ban"), "TT404", Said("warning", "a)Ban", "a) Ban", "a)Ban")),
    (_RULES, swap("part_label", "Chương II", "Chương II.", 1), "TT404", Said("warning", ".", "Chương II", "Chương II.")),
    (_RULES, swap("part_label", "Chương II", "chương II", 1), "TT417", Said("error", "chương", "Chương", "chương")),
    (_RULES, swap("part_label", "Mục 1", "MỤC 1", 2), "DD424", Said("error", "MỤC 1", "small letters", "MỤC 1")),
    (_RULES, swap("part_title", "LẬP HỒ SƠ", "Lập hồ sơ", 2), "DD434", Said("error", "Lập hồ sơ", "capitals", "Lập hồ sơ")),
    (_RULES, swap("article", "Điều 1. Phạm vi điều chỉnh", "Điều 1."), "TT408", Said("warning", "Điều 1.", "", "Điều 1.")),
    (
        "nd30-to-trinh",
        say("base", "Căn cứ Nghị định của Chính phủ về công tác văn thư;", 1),
        "LV121",
        Said("warning", "Nghị định", "Nghị định with its number", "Nghị định"),
    ),
    (
        "nd30-to-trinh",
        say("base", "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;", 1),
        "LV108",
        Said("warning", "Chính phủ", "its subject", "Chính phủ"),
    ),
    (_PARTY_PLAN, say("issuer", "ĐẢNG BỘ XÃ HOÀ AN"), "LV116", Said("warning", "ĐẢNG BỘ XÃ HOÀ AN", "", "ĐẢNG BỘ XÃ HOÀ AN")),
    # appendices
    ("nd30-phu-luc", say("appendix_label", "Phụ Lục I"), "TT701", Said("error", "Phụ Lục I", "Phụ lục I", "Phụ Lục I")),
]


@pytest.mark.parametrize(("paper", "spoil", "code", "said"), CASES, ids=[f"{code}-{said.words}" for _, _, code, said in CASES])
def test_a_single_fault_is_found_at_its_words(paper: str, spoil: Spoil, code: str, said: Said) -> None:
    assert one_verdict(spoil(EVERY[paper]()), code) == said


@pytest.mark.parametrize("base", [_LETTER, _PARTY_LETTER])
def test_a_subject_in_the_middle_of_the_page(base: str) -> None:
    paper = EVERY[base]()
    subject = paper.left[-1].text
    words = type(paper)(**{**paper.__dict__, "left": paper.left[:-1], "text": (paper.left[-1], *paper.text)})
    assert [(one.level, one.words) for one in verdict(words, "TT310")] == [("error", subject)]


@pytest.mark.parametrize(
    ("base", "order"), [("nd30-phu-luc", (0, 1, 3, 2)), ("hd05-phu-luc", (0, 1, 3, 2)), ("nd30-phu-luc", (0, 2, 1, 3))]
)
def test_a_reference_that_is_not_below_the_title(base: str, order: tuple[int, ...]) -> None:
    paper = EVERY[base]()
    first, *others = paper.appendices
    lines = (*(first.lines[i] for i in order), *first.lines[len(order) :])
    moved = type(paper)(**{**paper.__dict__, "appendices": (type(first)(lines), *others)})
    (said,) = verdict(moved, "TT705")
    assert said.words == first.lines[2].text


def _titled(plain: int) -> list[Said]:
    """What is said of a plan in which that many khoản with titles are not bold."""
    paper = EVERY[_PLAN]()
    for nth in range(plain):
        paper = paper.set("clause_title", nth, bold=False)
    return verdict(paper, "DD462")


def test_titles_of_khoan_that_are_not_bold_are_a_warning() -> None:
    assert [(one.level, one.words) for one in _titled(1)] == [("warning", "1. Mục đích")]
    assert [one.level for one in _titled(2)] == ["warning"]


def test_entries_of_a_list_are_no_titles() -> None:
    short = (line("clause", "1. Chợ xã"), line("clause", "2. Nhà văn hóa"), line("clause", "3. Trường tiểu học"))
    paper = EVERY[_PLAN]().insert("section", *short, nth=1, after=True)
    assert verdict(paper, "DD462") == []


RIGHT: list[tuple[str, Spoil, str]] = [
    (_LETTER, swap("addressee", "- Các", "– Các"), "TT605"),
    (_PLAN, put("recipient", line("recipient", "+ Sở Nội vụ;"), after=True), "TT609"),
    (_PLAN, say("recipient", "- HĐND, UBND, ĐU, TƯ;"), "TT616"),
    (_PLAN, say("filing", "- Lưu: VT."), "TT611"),
    (_LETTER, say("sign_authority", "TUQ. GIÁM ĐỐC"), "TT501"),
    (_LETTER, both(say("sign_authority", "TL. GIÁM ĐỐC"), say("sign_title", "CHÁNH VĂN PHÒNG")), "TT502"),
    (_PLAN, say("number", "Số: 0409/KH-UBND"), "TT211"),
    (_PLAN, say("number", "Số: xx/KH-UBND"), "TT210"),
    (_PLAN, say("number", "Số:15/KH-UBND"), "TT212"),
    (_PLAN, say("number", "Số: 15/KH-BCĐ389"), "TT217"),
    (_PLAN, swap("place_date", "Sơn Hải", "TP. HCM"), "TT223"),
    (_PLAN, put("clause", line("body", "V.I.Lê-nin toàn tập là tài liệu học tập của lớp bồi dưỡng lý luận chính trị năm nay.")), "TT404"),
    (_PARTY_PLAN, both(say("parent", "ĐẠI HỘI ĐẠI BIỂU"), say("issuer", "ĐẢNG BỘ XÃ HOÀ AN LẦN THỨ II")), "LV116"),
    ("nd30-quyet-dinh", say("decision_word", "GIÁM ĐỐC SỞ TÀI CHÍNH QUYẾT ĐỊNH:"), "TT309"),
    ("nd30-bang-ngang", say("appendix_label", "Phụ lục 1"), "TT701"),
    (_PARTY_RULES, swap("part_label", "Chương I", "Phần thứ nhất"), "TT417"),
]


@pytest.mark.parametrize(("paper", "spoil", "code"), RIGHT, ids=[f"{code}-{i}" for i, (_, _, code) in enumerate(RIGHT)])
def test_what_is_near_a_fault_and_none(paper: str, spoil: Spoil, code: str) -> None:
    for build in BUILDS:
        assert said_of(write_paper(spoil(EVERY[paper]()), build), code) == []


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ I;",
        "Căn cứ Quy chế làm việc của Ủy ban nhân dân tỉnh;",
        "Căn cứ các Nghị định của Chính phủ: số 43/2014/NĐ-CP, số 01/2017/NĐ-CP về đất đai;",
        "Căn cứ Quyết định số      /QĐ-UBND ngày      tháng 3 năm 2026 của Ủy ban nhân dân tỉnh về dự toán;",
        "Căn cứ Quyết định …/QĐ-UBND của Ủy ban nhân dân tỉnh về dự toán;",
        "Theo Quyết định phân công của Giám đốc Sở;",
        "Căn cứ Nghị định",
    ],
)
def test_a_base_that_needs_no_number_or_leaves_room_for_it(text: str) -> None:
    assert marked("LV121", ("base", text)) == []


def test_a_subject_that_names_a_body_is_one() -> None:
    text = "Căn cứ Quyết định số 12/QĐ-UBND ngày 03 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh về chức năng của Sở Nội vụ;"
    assert marked("LV108", ("base", text)) == []
    bare = text.replace(" về chức năng của Sở Nội vụ", "")
    assert marked("LV108", ("base", bare)) == [Marked("Ủy ban nhân dân tỉnh", None)]


def _counted(start: str, again: str = "") -> list[tuple[str, str]]:
    """What TT115 says of a plan whose pages count from ``start``, and again from ``again`` in its middle."""
    data = write_paper(EVERY[_PLAN]().paged(start=1))
    parts = parts_of(data)
    xml = parts[MAIN].decode("utf-8")
    last = re.search(r"<w:sectPr>(?:(?!</w:sectPr>).)*</w:sectPr>(?=</w:body>)", xml)
    assert last is not None
    first = last[0].replace('w:start="1"', f'w:start="{start}"')
    if again:
        at = xml.index("<w:p>", xml.index("II. N"))
        second = last[0].replace('w:start="1"', f'w:start="{again}"')
        xml = f"{xml[:at]}<w:p><w:pPr>{first}</w:pPr></w:p>{xml[at:].replace(last[0], second)}"
    else:
        xml = xml.replace(last[0], first)
    found = found_by(packed({**parts, MAIN: xml.encode("utf-8")}), "TT115")
    return [(str(one.finding.actual), one.level) for one in found]


def test_pages_count_from_one_and_on() -> None:
    assert _counted("1") == []
    assert _counted("0") == [("0", "error")]
    assert _counted("1", "2") == []
    assert _counted("1", "1") == [("1", "error")]


def test_a_mark_of_urgency_that_floats_is_judged_by_where_it_lies() -> None:
    data = write_paper(EVERY["nd30-dau-chi"](), BUILDS[0])
    parts = parts_of(data)
    xml = parts[MAIN].decode("utf-8")

    def moved(x_from: str, x: float, y_from: str, y: float) -> list[str]:
        across = f'<wp:positionH relativeFrom="{x_from}"><wp:posOffset>{round(x * 36000)}</wp:posOffset></wp:positionH>'
        down = f'<wp:positionV relativeFrom="{y_from}"><wp:posOffset>{round(y * 36000)}</wp:posOffset></wp:positionV>'
        start = xml.rindex("<wp:anchor", 0, xml.index("HỎA TỐC"))
        place = re.compile(r"<wp:positionH.*?</wp:positionV>", re.DOTALL)
        new = xml[:start] + place.sub(across + down, xml[start:], count=1)
        return [one.level for one in judged(packed({**parts, MAIN: new.encode("utf-8")})) if one.rule.code == "TT814"]

    assert moved("column", 5, "paragraph", 1) == []
    assert moved("page", 40, "page", 60) == []
    assert moved("page", 150, "page", 60) == ["warning"]
    assert moved("page", 40, "page", 5) == ["warning"]
    assert moved("margin", 120, "paragraph", 1) == ["warning"]
