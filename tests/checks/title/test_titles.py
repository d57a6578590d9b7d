"""The type's name and trích yếu: what they say, how they open, what stands below."""

from __future__ import annotations

import pytest

from tests.checks.making import form_codes, made_sample, spoilt_paragraph
from tests.checks.mutants import BUILDS, codes_after, fixed_words, one_verdict, said_of, verdict
from tests.corpus.paper import Line, Paper, line
from tests.corpus.papers import PAPERS, party_letter, party_plan, party_submission, state_decision, state_letter, state_plan
from tests.corpus.wordml import write_paper

RULES = ("TT301", "TT302", "TT303", "TT304", "TT305", "TT306", "TT307", "TT308")


def codes(paper: Paper) -> list[str]:
    """Which of the rules on titles find something, in any way of building the file."""
    files = [write_paper(paper, build) for build in BUILDS]
    return [code for code in RULES if any(said_of(data, code) for data in files)]


def without(paper: Paper, component: str) -> Paper:
    return paper.change(component, lambda one: None)


@pytest.mark.parametrize("name", PAPERS)
def test_correct_papers(name: str) -> None:
    assert codes(PAPERS[name]()) == []


# the type's name


@pytest.mark.parametrize("name", ["CÔNG BỐ", "KHUYẾN CÁO"])
def test_a_name_that_is_no_type(name: str) -> None:
    assert verdict(state_plan().say("type_name", name), "TT301") == [("warning", name, "a type of the list", name)]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("HƯỚNG DẨN", "HƯỚNG DẪN"),
        ("THÔNG BAÓ", "THÔNG BÁO"),
        ("THONG BAO", "THÔNG BÁO"),
        ("KÊ HOẠCH", "KẾ HOẠCH"),
        ("BÁO CAO", "BÁO CÁO"),
        ("GIẤY UY QUYỀN", "GIẤY ỦY QUYỀN"),
    ],
)
def test_a_type_with_other_marks_on_its_letters(name: str, wanted: str) -> None:
    assert verdict(state_plan().say("type_name", name), "TT301") == [("warning", name, wanted, name)]


@pytest.mark.parametrize("name", ["BẢN THOẢ THUẬN", "BẢN THỎA THUẬN", "GIẤY UỶ QUYỀN", "GIẤY ỦY QUYỀN", "Thông báo", "KẾ HOẠCH"])
def test_a_tone_in_either_place_is_right(name: str) -> None:
    assert verdict(state_plan().say("type_name", name), "TT301") == []


@pytest.mark.parametrize(
    "name", ["THÔNG TƯ", "KẾT LUẬN THANH TRA", "GIẤY CHỨNG NHẬN", "KẾ HOẠCH PHỐI HỢP", "PHIẾU TRÌNH", "TỜ TRÌNH"]
)
def test_names_that_other_rules_know(name: str) -> None:
    assert verdict(state_plan().say("type_name", name), "TT301") == []


def test_a_theme_in_the_place_of_the_type_is_no_type() -> None:
    theme = "TĂNG CƯỜNG XÂY DỰNG ĐẢNG BỘ TRONG SẠCH, VỮNG MẠNH; PHÁT HUY SỨC MẠNH ĐẠI ĐOÀN KẾT"
    assert "TT301" not in codes(party_plan().say("type_name", theme))


def test_a_state_letter_that_prints_its_type() -> None:
    paper = state_letter()
    titled = Paper(**{**vars(paper), "text": (line("type_name", "CÔNG VĂN"), *paper.text)})
    said = one_verdict(titled, "TT302")
    assert (said.level, said.words) == ("error", "CÔNG VĂN")
    assert fixed_words(titled, "TT302") == ""
    assert "TT301" not in codes(titled)


def test_a_party_letter_that_prints_its_type() -> None:
    paper = party_letter()
    titled = Paper(**{**vars(paper), "text": (line("type_name", "CÔNG VĂN"), *paper.text)})
    assert one_verdict(titled, "TT302").level == "error"


def test_a_sentence_about_a_letter_is_no_name() -> None:
    assert verdict(state_letter().say("body", "Công văn này thay thế Công văn số 12/SNV-CCHC."), "TT302") == []


# the abstract


def test_a_missing_abstract() -> None:
    assert one_verdict(without(state_plan(), "abstract"), "TT303")[:2] == ("error", "KẾ HOẠCH")
    party = without(without(party_plan(), "abstract"), "separator")
    assert one_verdict(party, "TT303")[:2] == ("warning", "KẾ HOẠCH")


def test_a_letter_without_its_abstract() -> None:
    assert one_verdict(without(state_letter(), "abstract_dispatch"), "TT303")[:2] == ("error", "Số: 08/SNV-CCHC")


@pytest.mark.parametrize("name", ["GIẤY GIỚI THIỆU", "GIẤY NGHỈ PHÉP", "GIẤY MỜI", "HỢP ĐỒNG"])
def test_types_without_abstract(name: str) -> None:
    assert verdict(without(state_plan(), "abstract").say("type_name", name), "TT303") == []


def test_an_abstract_on_the_line_of_the_type() -> None:
    paper = without(state_plan(), "abstract")
    for name in ("KẾ HOẠCH CẢI CÁCH THỦ TỤC HÀNH CHÍNH", "KẾ HOẠCH\nCải cách thủ tục hành chính"):
        assert verdict(paper.say("type_name", name), "TT303") == []


def test_minutes_name_their_meeting() -> None:
    paper = state_plan().say("type_name", "BIÊN BẢN").say("abstract", "Họp giao ban tháng 3 năm 2026")
    assert verdict(paper.say("number", "Số: 15/BB-UBND"), "TT303") == []


@pytest.mark.parametrize(
    ("words", "opening", "fixed"),
    [
        ("Về việc rà soát vị trí việc làm", "Về việc", "V/v rà soát vị trí việc làm"),
        ("V/V rà soát vị trí việc làm", "V/V", "V/v rà soát vị trí việc làm"),
        ("v/v rà soát vị trí việc làm", "v/v", "V/v rà soát vị trí việc làm"),
    ],
)
def test_a_state_letters_abstract_opens_otherwise(words: str, opening: str, fixed: str) -> None:
    paper = state_letter().say("abstract_dispatch", words)
    assert codes(paper) == ["TT304"]
    assert one_verdict(paper, "TT304") == ("error", opening, "V/v", opening)
    assert fixed_words(paper, "TT304") == fixed


@pytest.mark.parametrize("paper", [state_plan(), state_decision()])
def test_the_letters_opening_below_a_types_name(paper: Paper) -> None:
    changed = paper.say("abstract", "V/v nghỉ lễ Quốc khánh")
    assert codes(changed) == ["TT305"]
    assert one_verdict(changed, "TT305") == ("error", "V/v", "Về việc", "V/v")
    assert fixed_words(changed, "TT305") == "Về việc nghỉ lễ Quốc khánh"


def test_the_letters_opening_in_a_party_document() -> None:
    letter = party_letter().say("abstract_dispatch", "V/v đăng ký lịch công tác tháng 7")
    assert one_verdict(letter, "TT305") == ("warning", "V/v", "về việc", "V/v")
    assert fixed_words(letter, "TT305") == "về việc đăng ký lịch công tác tháng 7"
    assert codes(party_submission().say("abstract", "v/v kiện toàn tổ chức bộ máy")) == ["TT305"]


@pytest.mark.parametrize(
    ("words", "spot", "expected", "fixed"),
    [
        ("V/v: rà soát vị trí việc làm", "V/v:", "V/v", "V/v rà soát vị trí việc làm"),
        ("V/v Rà soát vị trí việc làm", "Rà soát", "rà soát", "V/v rà soát vị trí việc làm"),
        ("V/v Tăng cường phòng cháy", "Tăng cường", "tăng cường", "V/v tăng cường phòng cháy"),
    ],
)
def test_what_follows_the_opening(words: str, spot: str, expected: str, fixed: str) -> None:
    paper = state_letter().say("abstract_dispatch", words)
    assert codes(paper) == ["TT306"]
    said = one_verdict(paper, "TT306")
    assert said == ("warning", spot, expected, spot)
    assert fixed_words(paper, "TT306") == fixed


@pytest.mark.parametrize(
    "words",
    [
        "V/v Đại hội Thể dục thể thao",
        "V/v Thông báo số 12/TB-UBND",
        "V/v Hướng dẫn 05-HD/VPTW",
        "V/v UBND xã đề nghị hỗ trợ",
        "V/v nâng bậc lương năm 2019",
        "V/v Nângxyz Phố",
    ],
)
def test_names_behind_the_opening_keep_their_capital(words: str) -> None:
    assert codes(state_letter().say("abstract_dispatch", words)) == []


# five hyphens


@pytest.mark.parametrize("words", ["–––––", "---", "------------", "_____", "-–---", "- - - - -"])
def test_other_signs_than_five_hyphens(words: str) -> None:
    paper = party_plan().say("separator", words)
    assert codes(paper) == ["TT307"]
    assert one_verdict(paper, "TT307") == ("error", words, "-----", words)
    assert fixed_words(paper, "TT307") == "-----"


def test_no_hyphens_below_the_abstract() -> None:
    said = one_verdict(without(party_plan(), "separator"), "TT307")
    assert said == ("error", "kiểm tra, giám sát năm 2026", "-----", "nothing")


def test_a_drawn_line_in_the_place_of_the_hyphens() -> None:
    paper = without(party_plan(), "separator").change("abstract", lambda one: Line(one.component, one.words, one.look, 80))
    assert one_verdict(paper, "TT307").actual == "a drawn line"


def test_an_automatic_border_in_the_place_of_the_hyphens() -> None:
    border = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    data = spoilt_paragraph(
        write_paper(without(party_plan(), "separator")),
        "giám sát",
        lambda xml: xml.replace("<w:spacing ", f"{border}<w:spacing ", 1),
    )
    (said,) = said_of(data, "TT307")
    assert (said.level, said.actual) == ("error", "a drawn line")


def test_hyphens_below_a_state_abstract_are_not_asked_for() -> None:
    assert verdict(state_plan(), "TT307") == []


@pytest.mark.parametrize("words", ["-----", "––––––––", "_______"])
def test_hyphens_below_a_party_letters_abstract(words: str) -> None:
    paper = party_letter()
    below = Paper(**{**vars(paper), "left": (*paper.left, line("separator", words))})
    assert codes(below) == ["TT308"]
    assert one_verdict(below, "TT308") == ("error", words, "nothing", words)
    assert fixed_words(below, "TT308") == ""


def test_a_drawn_line_below_a_party_letters_abstract() -> None:
    paper = party_letter().change("abstract_dispatch", lambda one: Line(one.component, one.words, one.look, 60))
    assert one_verdict(paper, "TT308").actual == "a drawn line"


@pytest.mark.parametrize(
    ("standard", "slug", "words", "new", "code"),
    [
        ("nd30", "thong-bao", "triển khai công tác", "V/v triển khai công tác phòng, chống thiên tai", "TT305"),
        ("nd30", "cong-van", "V/v", "Về việc triển khai công tác", "TT304"),
        ("nd30", "cong-van", "V/v", "V/v: triển khai công tác", "TT306"),
        ("hd05", "ke-hoach", "-----", "---", "TT307"),
    ],
)
def test_nothing_else_is_found_in_docgens_own_file(standard: str, slug: str, words: str, new: str, code: str) -> None:
    found = codes_after(made_sample(standard, slug), words, new)
    # a shorter abstract leaves its drawn line too long
    assert [one for one in found if one != "TT207"] == [code]


def test_nothing_is_found_in_docgens_own_file() -> None:
    for standard, slug in (("nd30", "cong-van"), ("hd05", "cong-van"), ("hd36", "quyet-dinh")):
        assert not [code for code in form_codes(made_sample(standard, slug)) if code[:3] in ("TT2", "TT3")]
