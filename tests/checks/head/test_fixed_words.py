"""Quốc hiệu, tiêu ngữ, the Party's title, their place and their line spacing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.checks.rule import Finding
from docgen.checks.rules.head import quoc_hieu, quoc_hieu_mot_dong
from docgen.reading.layout import Passage
from tests.checks.making import MAIN, layout_of, made_sample, packed, parts_of, spoilt
from tests.checks.mutants import codes_after, fixed_words, one_verdict, said_of, verdict
from tests.corpus.paper import Paper
from tests.corpus.papers import party_plan, state_plan
from tests.corpus.wordml import Build, write_paper

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
SLOGAN = "Độc lập - Tự do - Hạnh phúc"
TITLE = "ĐẢNG CỘNG SẢN VIỆT NAM"


@pytest.mark.parametrize(
    "words",
    [
        MOTTO,
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "CỘNG  HÒA XÃ HỘI CHỦ NGHĨA VIỆT\u00a0NAM",
        "CO\u0323\u0302NG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ],
    ids=["usual", "other tone place", "spaces", "decomposed"],
)
def test_the_states_name_may_be_written_so(words: str) -> None:
    assert verdict(state_plan().say("motto", words), "TT201") == []


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHỈA VIỆT NAM", MOTTO),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.", MOTTO),
        ("Cộng hòa xã hội chủ nghĩa Việt Nam", MOTTO),
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM,", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ],
    ids=["tone", "full stop", "small letters", "keeps its tone place"],
)
def test_the_states_name_says_nothing_else(words: str, wanted: str) -> None:
    paper = state_plan().say("motto", words)
    assert one_verdict(paper, "TT201") == ("error", words, wanted, words)
    assert fixed_words(paper, "TT201") == wanted


def test_a_broken_name_says_the_same() -> None:
    data = write_paper(state_plan().say("motto", "CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM"))
    layout = layout_of(data)
    paragraph = next(p for p in layout.story.paragraphs if p.text.startswith("CỘNG HÒA"))
    lines = [Passage("motto", paragraph, 0, 15), Passage("motto", paragraph, 16, len(paragraph.text))]
    broken = replace(layout, by_component={**layout.by_component, "motto": lines})
    assert list(quoc_hieu.RULE.look(broken, layout.standard.rules["quoc-hieu"])) == []  # type: ignore[arg-type]
    (finding,) = quoc_hieu_mot_dong.RULE.look(broken, layout.standard.rules["quoc-hieu-mot-dong"])  # type: ignore[arg-type]
    assert isinstance(finding, Finding)
    assert (str(finding.expected), str(finding.actual), finding.component) == ("one line", "2 lines", "motto")


@pytest.mark.parametrize("words", [SLOGAN, "Độc lập\u00a0- Tự do\u00a0- Hạnh phúc", "Độc lập \u2011 Tự do \u2011 Hạnh phúc"])
def test_the_slogan_may_be_written_so(words: str) -> None:
    assert verdict(state_plan().say("slogan", words), "TT202") == []


@pytest.mark.parametrize(
    "words",
    [
        "Độc lập – Tự do – Hạnh phúc",
        "Độc lập — Tự do — Hạnh phúc",
        "Độc lập-Tự do-Hạnh phúc",
        "Độc Lập - Tự Do - Hạnh Phúc",
        "ĐỘC LẬP - TỰ DO - HẠNH PHÚC",
        "Độc lâp - Tự do - Hạnh phúc",
        "Độc lập - Tự do - Hạnh phúc.",
        "Độc lập, Tự do, Hạnh phúc",
    ],
)
def test_the_slogan_says_nothing_else(words: str) -> None:
    paper = state_plan().say("slogan", words)
    assert one_verdict(paper, "TT202") == ("error", words, SLOGAN, words)
    assert fixed_words(paper, "TT202") == SLOGAN


@pytest.mark.parametrize("words", ["ĐẢNG CỘNG SẢN VIỆT NAM.", "Đảng Cộng sản Việt Nam", "ĐẢNG CỘNG SẢN VIẸT NAM"])
def test_the_partys_title_says_nothing_else(words: str) -> None:
    paper = party_plan().say("party_title", words)
    assert one_verdict(paper, "TT224") == ("error", words, TITLE, words)
    assert fixed_words(paper, "TT224") == TITLE


def test_the_partys_title_as_it_is() -> None:
    assert verdict(party_plan(), "TT224") == []


@pytest.mark.parametrize(
    ("standard", "words", "new", "code"),
    [
        ("nd30", "CỘNG HÒA", "CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆT NAM", "TT201"),
        ("nd30", "Độc lập", "Độc lập - Tự Do - Hạnh phúc", "TT202"),
        ("hd05", "ĐẢNG CỘNG", "ĐẢNG CỌNG SẢN VIỆT NAM", "TT224"),
    ],
)
def test_nothing_else_is_found_in_docgens_own_file(standard: str, words: str, new: str, code: str) -> None:
    assert codes_after(made_sample(standard), words, new) == [code]


def with_gap(before: float) -> Paper:
    return state_plan().set("slogan", before=before)


def test_space_between_the_two_lines() -> None:
    paper = with_gap(6)
    assert one_verdict(paper, "TT203") == ("error", SLOGAN, "0 pt", "6 pt")
    assert fixed_words(paper, "TT203") == SLOGAN
    assert one_verdict(state_plan().set("motto", after=3), "TT203").actual == "3 pt"


def test_half_a_point_is_rounding() -> None:
    assert verdict(with_gap(0.5), "TT203") == []


@pytest.mark.parametrize(("look", "actual"), [({"line": 1.5}, "1.5"), ({"exact": 24}, "1.49")])
def test_lines_wider_than_single(look: dict[str, float], actual: str) -> None:
    # a single line of 14 pt is 16.1 pt high: 24 / 16.1 = 1.49
    paper = state_plan().change("slogan", lambda one: one.looking(size=14, **look))
    assert one_verdict(paper, "TT203") == ("error", SLOGAN, "1", actual)


def test_a_height_that_is_no_wider_than_single() -> None:
    assert verdict(state_plan().set("slogan", size=14, exact=16), "TT203") == []


def test_an_empty_paragraph_between_the_two_lines() -> None:
    motto, slogan, place = state_plan().right
    paper = Paper(**{**vars(state_plan()), "right": (motto, motto.saying(" "), slogan, place)})
    for build in (Build("runs", "2x2"), Build("normal", "1x2")):
        (said,) = said_of(write_paper(paper, build), "TT203")
        assert (said.level, said.words) == ("error", SLOGAN)


def test_both_lines_in_one_paragraph() -> None:
    motto, _, place = state_plan().right
    joined = Paper(**{**vars(state_plan()), "right": (motto.saying(f"{MOTTO}\n{SLOGAN}"), place)})
    apart = Paper(**{**vars(state_plan()), "right": (motto.saying(f"{MOTTO}\n\n{SLOGAN}"), place)})
    assert said_of(write_paper(joined), "TT203") == []
    (said,) = said_of(write_paper(apart), "TT203")
    assert (said.level, said.words) == ("error", SLOGAN)


def narrow(width: int, spacing: float = 0) -> bytes:
    """The plan with a right column of ``width`` twips and squeezed letters in the motto."""
    parts = parts_of(write_paper(state_plan(), Build("runs", "2x2", "high")))
    xml = parts[MAIN].decode("utf-8").replace('<w:tcW w:w="5556" w:type="dxa"/>', f'<w:tcW w:w="{width}" w:type="dxa"/>')
    xml = xml.replace('<w:gridCol w:w="5556"/>', f'<w:gridCol w:w="{width}"/>')
    assert f'w:w="{width}"' in xml
    if spacing:
        xml = xml.replace("<w:b/>", f'<w:b/><w:spacing w:val="{round(spacing * 20)}"/>')
    return packed({**parts, MAIN: xml.encode("utf-8")})


def test_a_column_too_narrow_for_the_states_name() -> None:
    # the name is 95.7 mm wide at 13 pt bold, 4800 twips are 84.7 mm
    (said,) = said_of(narrow(4800), "TT204")
    assert said == ("warning", MOTTO, "a column of at least 96 mm", "85 mm")
    assert said_of(narrow(5500), "TT204") == []


def test_squeezed_letters_fit() -> None:
    # 34 letters squeezed by 1 pt each are 12 mm narrower
    assert said_of(narrow(4800, -1), "TT204") == []


def test_a_share_of_the_page_is_no_certain_width() -> None:
    data = spoilt(narrow(4800), '<w:tcW w:w="4800" w:type="dxa"/>', '<w:tcW w:w="2200" w:type="pct"/>', count=0)
    assert said_of(data, "TT204") == []


def test_two_heads_on_one_page() -> None:
    motto, slogan, place = state_plan().right
    both = Paper(**{**vars(state_plan()), "right": (motto.saying(TITLE), motto, slogan, place)})
    found = said_of(write_paper(both, Build("runs", "1x2")), "TT209")
    assert [said.words for said in found] in ([TITLE], [MOTTO, SLOGAN])
    assert verdict(state_plan(), "TT209") == []
    assert verdict(party_plan(), "TT209") == []


def test_the_other_head_quoted_in_the_text_is_no_head() -> None:
    assert verdict(state_plan().say("body", TITLE), "TT209") == []
    assert verdict(party_plan().say("body", MOTTO), "TT209") == []


def test_a_fixed_height_that_cuts_the_letters_is_not_single() -> None:
    # a single line of 13 pt is 15 pt high: 12 / 15 = 0.8
    said = one_verdict(state_plan().set("motto", size=13, exact=12), "TT203")
    assert (said.level, said.expected, said.actual) == ("error", "1", "0.8")
