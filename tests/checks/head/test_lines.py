"""The drawn lines of head and title: that they stand there, how long they are, that they are drawn."""

from __future__ import annotations

import re
from typing import Any

import pytest

from docgen.checks.ruled import Ruled, ruled_components
from docgen.metrics import text_width
from docgen.ooxml.content import Paragraph
from docgen.standards import Fact, Tier
from tests.checks.making import MAIN, form_codes, layout_of, made_sample, packed, parts_of, spoilt, spoilt_paragraph
from tests.checks.mutants import BUILDS, fixed_words, one_verdict, said_of, verdict
from tests.corpus.paper import Line, Paper, line
from tests.corpus.papers import PAPERS, party_plan, state_decision, state_letter, state_plan
from tests.corpus.wordml import Build, write_paper

OFFICE = text_width("SỞ TÀI CHÍNH", 13, bold=True)
DRAWING = re.compile(r"<mc:AlternateContent.*?</mc:AlternateContent>", re.DOTALL)


def ruled(paper: Paper, component: str, length: float, nth: int = 0) -> Paper:
    """The paper with a drawn line of ``length`` pt under one line; 0: none."""
    return paper.change(component, lambda one: Line(one.component, one.words, one.look, length), nth)


def with_below(paper: Paper, component: str, words: str) -> Paper:
    """The paper without the drawn line under ``component``, but with ``words`` typed there."""
    changed: dict[str, Any] = dict(vars(ruled(paper, component, 0)))
    for part in ("left", "right", "text"):
        lines = changed[part]
        out = []
        for one in lines:
            out.append(one)
            if one.component == component:
                out.append(line(component, words, bold=False))
        changed[part] = tuple(out)
    return Paper(**changed)


@pytest.mark.parametrize("name", PAPERS)
def test_correct_papers_have_their_lines(name: str) -> None:
    for code in ("TT205", "TT206", "TT207", "TT208", "TT225"):
        assert verdict(PAPERS[name](), code) == []


@pytest.mark.parametrize(
    ("paper", "component", "words", "expected"),
    [
        (state_plan(), "slogan", "Độc lập - Tự do - Hạnh phúc", "a solid line as long as the words"),
        (state_letter(), "issuer", "SỞ NỘI VỤ", "a solid line 1/3 to 1/2 as long as the words"),
        (state_plan(), "abstract", "Cải cách thủ tục hành chính năm 2026", "a solid line 1/3 to 1/2 as long as the words"),
        (party_plan(), "party_title", "ĐẢNG CỘNG SẢN VIỆT NAM", "a solid line as long as the words"),
    ],
)
def test_a_missing_line(paper: Paper, component: str, words: str, expected: str) -> None:
    assert one_verdict(ruled(paper, component, 0), "TT205") == ("error", words, expected, "no line")


def test_the_line_below_a_name_of_two_lines() -> None:
    said = one_verdict(ruled(state_plan(), "issuer", 0, nth=1), "TT205")
    assert said.words == "TỈNH SƠN HẢI"


def test_a_party_abstract_wants_no_line() -> None:
    assert verdict(ruled(party_plan(), "abstract", 0), "TT205") == []


@pytest.mark.parametrize("words", ["----------", "__________", "─────────"])
def test_a_typed_line_is_told_once(words: str) -> None:
    paper = with_below(state_plan(), "slogan", words)
    assert one_verdict(paper, "TT208") == ("warning", words, "a drawn line", words)
    assert verdict(paper, "TT205") == []


def test_underlined_words_are_told_once() -> None:
    paper = ruled(state_plan(), "slogan", 0).set("slogan", underline=True)
    assert one_verdict(paper, "TT208")[:2] == ("warning", "Độc lập - Tự do - Hạnh phúc")
    assert verdict(paper, "TT205") == []


@pytest.mark.parametrize("share", [0.9, 1.0, 1.12])
def test_a_line_about_as_long_as_the_words(share: float) -> None:
    # the slogan is 56.1 mm wide at 13 pt and 60.5 mm at 14 pt
    assert said_of(write_paper(ruled(state_plan().set("slogan", size=14), "slogan", share * 171.5)), "TT206") == []


@pytest.mark.parametrize(("share", "actual"), [(0.5, "30 mm"), (1.3, "79 mm")])
def test_a_line_not_as_long_as_the_words(share: float, actual: str) -> None:
    paper = ruled(state_plan().set("slogan", size=14), "slogan", share * 171.5)
    assert one_verdict(paper, "TT206") == ("warning", "Độc lập - Tự do - Hạnh phúc", "60 mm", actual)


def test_the_party_titles_line_is_as_long_as_the_title() -> None:
    # 72.9 mm at 15 pt
    said = one_verdict(ruled(party_plan(), "party_title", 100), "TT206")
    assert (said.expected, said.actual) == ("73 mm", "35 mm")


@pytest.mark.parametrize("share", [0.30, 0.42, 0.56])
def test_a_short_line_of_a_third_to_a_half(share: float) -> None:
    assert said_of(write_paper(ruled(state_decision().set("issuer", size=13), "issuer", share * OFFICE)), "TT207") == []


@pytest.mark.parametrize("share", [0.2, 1.0])
def test_a_short_line_too_short_or_too_long(share: float) -> None:
    paper = ruled(state_decision().set("issuer", size=13), "issuer", share * OFFICE)
    said = one_verdict(paper, "TT207")
    assert (said.level, said.words) == ("warning", "SỞ TÀI CHÍNH")
    assert verdict(paper, "TT206") == []


def test_a_length_that_fits_the_last_or_the_longest_line_is_right() -> None:
    paper = state_plan().say("issuer", "TỈNH AN", 1).set("issuer", size=13).set("issuer", 1, size=13)
    longest, last = text_width("ỦY BAN NHÂN DÂN", 13, bold=True), text_width("TỈNH AN", 13, bold=True)
    assert longest > 1.6 * last
    for length in (0.5 * longest, 0.4 * last):
        assert said_of(write_paper(ruled(paper, "issuer", length, nth=1)), "TT207") == []
    for length in (0.65 * longest, 0.2 * last):
        assert len(said_of(write_paper(ruled(paper, "issuer", length, nth=1)), "TT207")) == 1


def test_swapped_lengths_are_told_of_both() -> None:
    paper = ruled(ruled(state_letter(), "slogan", 60), "issuer", 85)
    for build in BUILDS:
        data = write_paper(paper, build)
        assert [said.words for said in said_of(data, "TT206")] == ["Độc lập - Tự do - Hạnh phúc"]
        assert [said.words for said in said_of(data, "TT207")] == ["SỞ NỘI VỤ"]


@pytest.mark.parametrize(("nth", "code"), [(0, "TT205"), (1, "TT205"), (2, "TT205")])
def test_nothing_else_is_found_in_docgens_own_file(nth: int, code: str) -> None:
    parts = parts_of(made_sample("nd30", "ke-hoach"))
    xml = parts[MAIN].decode("utf-8")
    found = list(DRAWING.finditer(xml))
    assert len(found) == 3
    cut = xml[: found[nth].start()] + xml[found[nth].end() :]
    assert form_codes(packed({**parts, MAIN: cut.encode("utf-8")})) == [code]


def test_both_lines_anchored_in_one_cell_are_no_finding() -> None:
    """About one head in eight keeps both lines in the left cell."""
    parts = parts_of(made_sample("nd30", "ke-hoach"))
    xml = parts[MAIN].decode("utf-8")
    first, second, _ = DRAWING.finditer(xml)
    moved = (
        xml[: first.end()]
        + second.group().replace("<wp:align>center</wp:align>", "<wp:posOffset>3400000</wp:posOffset>")
        + xml[first.end() : second.start()]
        + xml[second.end() :]
    )
    assert said_of(packed({**parts, MAIN: moved.encode("utf-8")}), "TT205") == []


def test_a_line_drawn_as_a_flat_shape_may_be_the_line() -> None:
    data = write_paper(ruled(state_letter(), "issuer", 0))
    assert len(said_of(data, "TT205")) == 1
    flat = '<w:r><w:pict><v:rect style="position:absolute;left:40pt;top:2pt;width:40pt;height:1pt"/></w:pict></w:r>'
    assert said_of(spoilt(data, r"(SỞ NỘI VỤ</w:t></w:r>)", rf"\1{flat}"), "TT205") == []


@pytest.mark.parametrize(("name", "code"), [("GIẤY GIỚI THIỆU", "GGT"), ("GIẤY NGHỈ PHÉP", "GNP")])
def test_types_without_abstract_have_the_line_under_their_name(name: str, code: str) -> None:
    paper = state_plan().change("abstract", lambda one: None).say("type_name", name).say("number", f"Số: 15/{code}-UBND")
    (said,) = verdict(paper, "TT205")
    assert (said.level, said.words) == ("warning", name)
    assert verdict(ruled(paper, "type_name", 60), "TT205") == []


# the star


def starred(words: str | None) -> Paper:
    return party_plan().change("star", lambda one: None if words is None else one.saying(words))


@pytest.mark.parametrize("words", ["***", "* * *", "**", "★"])
def test_another_sign_than_one_star(words: str) -> None:
    said = one_verdict(starred(words), "TT225")
    assert (said.level, said.words, said.expected) == ("error", words, "*")


@pytest.mark.parametrize("words", ["-------", "_______"])
def test_dashes_in_the_place_of_the_star(words: str) -> None:
    assert one_verdict(starred(words), "TT225") == ("error", words, "*", words)


def test_a_drawn_line_in_the_place_of_the_star() -> None:
    paper = ruled(starred(None), "issuer", 60)
    assert one_verdict(paper, "TT225") == ("error", "ĐẢNG UỶ XÃ HOÀ AN", "*", "a drawn line")


def test_a_star_of_any_size_is_a_star() -> None:
    assert verdict(party_plan().set("star", size=12, bold=True), "TT225") == []


def test_the_star_below_the_number() -> None:
    parent, issuer, star, number = party_plan().left
    paper = Paper(**{**vars(party_plan()), "left": (parent, issuer, number, star)})
    (said,) = said_of(write_paper(paper, Build("runs", "1x2")), "TT225")
    assert (said.level, said.words) == ("error", "*")


def test_the_star_comes_back() -> None:
    assert fixed_words(starred("***"), "TT225") == "*"
    assert fixed_words(starred("-------"), "TT225") == "*"


def test_nothing_else_is_found_in_docgens_own_party_file() -> None:
    data = spoilt_paragraph(made_sample("hd05", "ke-hoach"), "*", lambda xml: xml.replace(">*<", ">***<"))
    star = next(p for p in layout_of(data).story.paragraphs if p.text == "***")
    assert isinstance(star, Paragraph)
    assert form_codes(data) == ["TT225"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"min": 0.3333, "max": 0.5, "use": 0.42}, ("1/3", "1/2")),
        ({"min": 0.25, "max": 0.75, "use": 0.5}, ("1/4", "3/4")),
        # a fact without bounds allows what it uses and nothing else
        ({"use": 0.4}, ("2/5", "2/5")),
    ],
)
def test_the_lengths_that_are_said_are_those_of_the_rule_set(asked: dict[str, float], said: tuple[str, str]) -> None:
    fact = Fact[float](**asked, clause="II.2.b", tier=Tier.TEXT)
    joined = next(ruled_components(layout_of(write_paper(state_plan())))).joined
    assert Ruled("issuer", joined, fact, (), ()).say_shares() == said
