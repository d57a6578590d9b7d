"""Parts that are missing or out of their order: told as that, and nothing that only follows from it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from docgen.checking.fixing import fix_package
from tests.checks.making import MAIN, judged, layout_of, packed, parts_of
from tests.checks.mutants import BUILDS, said_of
from tests.corpus.every import EVERY
from tests.corpus.mutant import Spoil, both, drop, say
from tests.corpus.paper import Line, Paper, line
from tests.corpus.wordml import Build, write_paper

Told = list[tuple[str, str, str]]


def told(paper: Paper, build: Build = BUILDS[0]) -> Told:
    """Code, level and words of all findings."""
    found: Told = []
    for one in judged(write_paper(paper, build)):
        spot = one.finding.spot
        words = "" if spot.paragraph is None else spot.paragraph.text[spot.start : spot.end]
        found.append((one.rule.code, one.level, words))
    return found


def _without(lines: tuple[Line, ...], component: str) -> tuple[Line, ...]:
    return tuple(one for one in lines if one.component != component)


@pytest.mark.parametrize("build", BUILDS)
@pytest.mark.parametrize(
    ("base", "number"),
    [("nd30-ke-hoach", "Số: 15/KH-UBND"), ("nd30-quyet-dinh", "Số: 127/QĐ-STC"), ("hd05-ke-hoach", "Số 09-KH/ĐU")],
)
def test_a_type_name_that_is_missing_is_one_finding(base: str, number: str, build: Build) -> None:
    paper = drop("type_name")(EVERY[base]())
    assert told(paper, build) == [("TT110", "error", number)]
    assert fix_package(write_paper(paper, build), name="a.docx").data is None


@pytest.mark.parametrize("build", BUILDS)
def test_a_missing_type_name_over_an_abstract_that_says_about(build: Build) -> None:
    paper = both(drop("type_name"), say("abstract", "Về việc nghỉ lễ Quốc khánh"))(EVERY["nd30-ke-hoach"]())
    assert told(paper, build) == [("TT110", "error", "Số: 15/KH-UBND")]


def test_a_letter_whose_subject_stands_in_the_middle_stays_a_letter() -> None:
    paper = EVERY["nd30-cong-van"]()
    moved = replace(paper, left=paper.left[:-1], text=(paper.left[-1].looking(bold=True), *paper.text))
    assert layout_of(write_paper(moved)).type == "cong-van"
    assert {code for code, _, _ in told(moved)} == {"TT310", "DD322"}


@pytest.mark.parametrize("base", ["nd30-ke-hoach", "nd30-quyet-dinh", "hd05-ke-hoach"])
def test_an_abstract_above_the_type_name_is_an_order_of_its_own(base: str) -> None:
    paper = EVERY[base]()
    name, abstract, *rest = paper.text
    assert (name.component, abstract.component) == ("type_name", "abstract")
    moved = replace(paper, text=(replace(abstract, rule=0), replace(name, rule=100), *rest))
    assert told(moved) == [("TT109", "error", abstract.text)]


def _foot_after(count: int) -> Spoil:
    """The foot behind the first ``count`` lines that follow the head's; the rest stands below it."""

    def apply(paper: Paper) -> Paper:
        return replace(paper, text=(*paper.text[:count], line("other", _CUT), *paper.text[count:]))

    return apply


_CUT = "~~~"


def _moved(paper: Paper, count: int, build: Build) -> bytes:
    """The file of ``paper`` with the table of Nơi nhận and signature behind its first ``count`` lines of text."""
    data = write_paper(_foot_after(count)(paper), build)
    parts = parts_of(data)
    xml = parts[MAIN].decode("utf-8")
    start = xml.rindex("<w:tbl>")
    end = xml.index("</w:tbl>", start) + len("</w:tbl>")
    table, xml = xml[start:end], xml[:start] + xml[end:]
    mark = next(m for m in re.finditer(r"<w:p>.*?</w:p>", xml, re.DOTALL) if _CUT in m.group() and "<w:tbl>" not in m.group())
    return packed({**parts, MAIN: (xml[: mark.start()] + table + xml[mark.end() :]).encode("utf-8")})


def _order(data: bytes) -> Told:
    found: Told = []
    for one in judged(data):
        spot = one.finding.spot
        assert spot.paragraph is not None
        found.append((one.rule.code, one.level, spot.paragraph.text[spot.start : spot.end]))
    return found


@pytest.mark.parametrize("build", BUILDS)
@pytest.mark.parametrize(
    ("base", "count", "label", "office"),
    [
        ("nd30-ke-hoach", 2, "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"),
        ("nd30-ke-hoach", 3, "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"),
        ("nd30-cong-van", 3, "Nơi nhận:", "KT. GIÁM ĐỐC"),
        ("hd05-ke-hoach", 3, "Nơi nhận:", "T/M BAN THƯỜNG VỤ"),
    ],
)
def test_a_foot_above_the_text_is_an_order_of_parts(base: str, count: int, label: str, office: str, build: Build) -> None:
    data = _moved(EVERY[base](), count, build)
    assert sorted(_order(data)) == sorted([("TT109", "error", label), ("TT109", "error", office)])
    assert not layout_of(data).appendices


def _late_addressees(paper: Paper) -> Paper:
    listed = ("addressee_label", "addressee")
    named = tuple(one for one in paper.text if one.component in listed)
    others = tuple(one for one in paper.text if one.component not in listed)
    return replace(paper, text=(others[0], *named, *others[1:]))


@pytest.mark.parametrize("base", ["nd30-cong-van", "hd05-cong-van"])
def test_addressees_behind_the_text_are_an_order_of_parts(base: str) -> None:
    paper = EVERY[base]()
    first = next(one.text for one in paper.text if one.component == "body")
    assert [(code, words) for code, _, words in told(_late_addressees(paper))] == [("TT109", first)]


ENDS: list[tuple[str, bool]] = [
    ("báo cáo./.", False),
    ("báo cáo v.v.../.", False),
    ("báo cáo…./.", False),
    ("báo cáo) ./.", False),
    ("báo cáo./././.", True),
    ("báo cáo./. ./.", True),
    ("báo cáo: ./.", True),
    ("báo cáo; ./.", True),
    ("báo cáo;./.", False),
]


@pytest.mark.parametrize(("words", "wrong"), ENDS)
def test_the_sign_of_the_end_stands_once(words: str, wrong: bool) -> None:
    text = f"2. Trong quá trình thực hiện, các đơn vị tổng hợp, {words}"
    paper = say("clause", text, 3)(EVERY["nd30-ke-hoach"]())
    said = said_of(write_paper(paper), "TT411")
    assert [(one.level, one.expected) for one in said] == ([("warning", "./.")] if wrong else [])
    if wrong:
        made = fix_package(write_paper(paper), name="a.docx").data
        assert made is not None
        assert layout_of(made).get("clause")[-1].text.endswith("báo cáo./.")


def test_the_sign_on_a_line_of_its_own_below_the_same_sign() -> None:
    paper = EVERY["nd30-ke-hoach"]()
    twice = replace(paper, text=(*paper.text, line("body", "./.")))
    assert [(one.words, one.expected) for one in said_of(write_paper(twice), "TT411")] == [("./.", "")]


