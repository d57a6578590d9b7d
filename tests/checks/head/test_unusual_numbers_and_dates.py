"""Numbers and dates in shapes that no rule foresees: read as what they are, one finding each, nothing else beside it."""

from __future__ import annotations

import pytest

from docgen.checking.fixing import fix_package
from docgen.checks.engine import Judged
from tests.checks.making import judged, layout_of
from tests.checks.mutants import BUILDS, Said
from tests.corpus.every import EVERY
from tests.corpus.mutant import both, drop, look
from tests.corpus.paper import Paper
from tests.corpus.wordml import write_paper


def _said(one: Judged) -> Said:
    spot = one.finding.spot
    words = "" if spot.paragraph is None else spot.paragraph.text[spot.start : spot.end]
    return Said(one.level, words, str(one.finding.expected), str(one.finding.actual))


def all_said(paper: Paper) -> list[tuple[str, Said]]:
    """Code and verdict of everything that is found, the same however the file is built."""
    first, *others = ([(one.rule.code, _said(one)) for one in judged(write_paper(paper, build))] for build in BUILDS)
    assert all(other == first for other in others), (first, others)
    return first


@pytest.mark.parametrize("words", ["Số:.../KH-UBND", "Số:…/KH-UBND", "Số: .../KH-UBND", "Số:....../KH-UBND", "Số:___/KH-UBND"])
def test_room_for_a_number_behind_the_colon_is_right(words: str) -> None:
    assert all_said(EVERY["nd30-ke-hoach"]().say("number", words)) == []


def test_dots_without_a_colon_are_no_colon() -> None:
    (found,) = all_said(EVERY["nd30-ke-hoach"]().say("number", "Số.../KH-UBND"))
    assert found == ("TT212", Said("error", "Số", "Số:", "Số"))


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("Số: 23a/KH-UBND", "warning"),
        ("Số: [..]/KH-UBND", "warning"),
        ("Số: (..)/KH-UBND", "warning"),
        ("[...]/KH-UBND", "warning"),
        ("Số: 00/KH-UBND", "error"),
        ("Số: 123/KH-UBND ngày 5", "error"),
        ("Số: 23/KH-UBND.", "error"),
        ("No: 23/KH-UBND", "error"),
        ("Số hiệu: 23/KH-UBND", "error"),
        ("Số ký hiệu: 23/KH-UBND", "error"),
    ],
)
def test_a_number_of_unusual_shape_is_one_finding_about_its_shape(words: str, level: str) -> None:
    paper = EVERY["nd30-ke-hoach"]().say("number", words)
    assert [(code, said.level, said.words) for code, said in all_said(paper)] == [("TT210", level, words)]
    layout = layout_of(write_paper(paper))
    assert [passage.text for passage in layout.get("number")] == [words]
    assert layout.words_of("issuer") == "ỦY BAN NHÂN DÂN TỈNH SƠN HẢI"


def test_a_fix_of_such_a_number_touches_nothing_else() -> None:
    data = write_paper(EVERY["nd30-ke-hoach"]().say("number", "No: 23/KH-UBND"))
    fixed = fix_package(data, name="a.docx")
    assert [(code, edit.before, edit.after) for code, edit in fixed.edits] == [("TT210", "No", "Số")]
    assert fixed.data is not None
    assert not judged(fixed.data)


def test_a_head_without_number_is_not_set_otherwise_unasked() -> None:
    paper = both(drop("number"), look("issuer", bold=False))(EVERY["nd30-ke-hoach"]())
    data = write_paper(paper)
    assert {"DD242", "TT110"} <= {one.rule.code for one in judged(data)}
    assert "DD242" not in {code for code, _ in fix_package(data, name="a.docx").edits}
    assert "DD242" in {code for code, _ in fix_package(data, name="a.docx", unsafe=True).edits}


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Sơn Hải, ngày 05 tháng ba năm 2026", "Sơn Hải, ngày 05 tháng 3 năm 2026"),
        ("Sơn Hải, ngày 05 tháng mười hai năm 2026", "Sơn Hải, ngày 05 tháng 12 năm 2026"),
        ("Sơn Hải, ngày 05 tháng Tư năm 2026", "Sơn Hải, ngày 05 tháng 4 năm 2026"),
    ],
)
def test_a_month_in_words(words: str, wanted: str) -> None:
    paper = EVERY["nd30-ke-hoach"]().say("place_date", words)
    assert all_said(paper) == [("TT218", Said("error", words, wanted, words))]
    made = fix_package(write_paper(paper), name="a.docx", unsafe=True).data
    assert made is not None
    assert not judged(made)


@pytest.mark.parametrize("words", ["Sơn Hải, ngày    /    /2026", "Sơn Hải, ngày … / … / 2026", "Sơn Hải, ngày .../.../2026"])
def test_room_for_a_date_between_slashes_is_a_warning(words: str) -> None:
    paper = EVERY["nd30-ke-hoach"]().say("place_date", words)
    shape = "…, ngày … tháng … năm …"
    assert all_said(paper) == [("TT218", Said("warning", words, shape, " ".join(words.split())))]
    assert layout_of(write_paper(paper)).draft


@pytest.mark.parametrize("words", ["ngày     tháng     năm 2026", "ngày … tháng … năm 2026", "ngày .. tháng 3 năm 2026"])
def test_room_for_a_date_with_its_words_is_right(words: str) -> None:
    assert all_said(EVERY["nd30-ke-hoach"]().say("place_date", f"Sơn Hải, {words}")) == []
