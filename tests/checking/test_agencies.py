"""Word files of an agency that narrows what the act leaves open: ``layer`` of its entry in ``agency.yaml``."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docgen.checking import Status, check, fix
from docgen.problems import Level
from tests.checks.making import made_from, parts_of, spoilt
from tests.support.checked import MAIN, check_one, codes, detail_of, good, write

MARGIN = "TT101"
"""Decree 30, PL I, P.I, I.3: 30 to 35 mm at the left, 15 to 20 mm at the right."""
LAYER = """\
agencies:
  so:
    issuer:
      parent: UBND TỈNH AN BÌNH
      name: SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH
      code: SVHTTDL
    standard: nd30
    layer:
      page:
        left: {max: 32}
      components:
        body:
          size: 14
"""
MM = 1440 / 25.4


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("agency.yaml"), LAYER)


def with_left(mm: float) -> bytes:
    return spoilt(good(), r'(<w:pgMar[^>]*w:left=")\d+"', rf'\g<1>{round(mm * MM)}"')


def left_of(path: Path) -> float:
    found = re.search(r'<w:pgMar[^>]*w:left="(\d+)"', parts_of(path.read_bytes())[MAIN].decode())
    assert found is not None
    return int(found.group(1)) / MM


def test_what_only_the_agency_forbids_is_a_warning_with_its_name() -> None:
    path = write(Path("v/a.docx"), with_left(34))
    file = check_one(path)
    (problem,) = file.findings
    detail = detail_of(problem)
    assert (problem.code, problem.level, detail.tier, detail.clause) == (MARGIN, Level.WARNING, "house", "agency.yaml: so")
    assert (detail.expected, detail.actual) == ("30–32 mm", "34 mm")
    assert codes(check_one(path, only_text=True)) == []


def test_what_the_act_forbids_keeps_its_words_and_is_repaired_as_the_agency_wants_it() -> None:
    path = write(Path("a.docx"), with_left(45))
    (problem,) = check_one(path).findings
    detail = detail_of(problem)
    assert (problem.code, problem.level, detail.tier, detail.clause) == (MARGIN, Level.ERROR, "text", "PL I, P.I, I.3")
    assert detail.expected == "30–35 mm"
    (fixed,) = fix([path], in_place=True).files
    assert (fixed.status, fixed.stubborn) == ("fixed", 0)
    assert 30 <= round(left_of(path), 1) <= 32
    assert codes(check_one(path)) == []


def test_what_lies_within_both_is_no_finding() -> None:
    assert codes(check_one(write(Path("a.docx"), with_left(31)))) == []


PARTY = """\
agencies:
  tu:
    issuer:
      name: TỈNH UỶ AN BÌNH
      code: TU
    standard: hd05
    layer:
      components:
        section:
          case: sentence
"""


def test_what_custom_asks_the_agency_may_change() -> None:
    """The guide names no level I.; custom sets its title in capitals (tier practice)."""
    titles = ["MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG, HÌNH THỨC VÀ THỜI GIAN", "ĐỊA ĐIỂM, THÀNH PHẦN", "TỔ CHỨC THỰC HIỆN"]
    data = made_from("dang/ke-hoach-hoi-nghi")
    for title in titles[1:]:
        data = spoilt(data, f">{title}<", f">{title.capitalize()}<")
    path = write(Path("a.docx"), data)
    assert set(codes(check_one(path))) == {"DD444"}
    write(Path("agency.yaml"), PARTY)
    # the title in capitals is now the one that is not wanted
    (problem,) = check_one(path).findings
    detail = detail_of(problem)
    assert (problem.code, problem.level, detail.tier, detail.clause) == ("DD444", Level.WARNING, "house", "agency.yaml: tu")
    assert detail.text == "I. MỤC ĐÍCH, YÊU CẦU"


@pytest.mark.parametrize(
    ("issuer", "wish", "narrowed"),
    [
        ("SỞ VĂN HÓA, THỂ THAO", "auto", True),
        ("SỞ VĂN HOÁ, THỂ THAO", "auto", True),
        ("SỞ KHOA HỌC, CÔNG NGHỆ", "auto", False),
        ("SỞ KHOA HỌC, CÔNG NGHỆ", "so", True),
        ("SỞ VĂN HÓA, THỂ THAO", "none", False),
    ],
)
def test_the_agency_is_the_one_that_the_document_names_or_the_settings(issuer: str, wish: str, narrowed: bool) -> None:
    data = spoilt(with_left(34), "SỞ VĂN HÓA, THỂ THAO", issuer)
    assert codes(check_one(write(Path("a.docx"), data), agency=wish)) == ([MARGIN] if narrowed else [])


def test_of_two_agencies_of_one_name_the_superior_body_decides() -> None:
    other = LAYER.removeprefix("agencies:\n").replace("  so:", "  khac:").replace("AN BÌNH", "SƠN HẢI")
    other = other.replace("max: 32", "max: 31")
    write(Path("agency.yaml"), LAYER + other)
    (problem,) = check_one(write(Path("a.docx"), with_left(34))).findings
    assert detail_of(problem).expected == "30–32 mm"
    write(Path("agency.yaml"), LAYER + other.replace("SƠN HẢI", "AN BÌNH"))
    assert codes(check_one("a.docx")) == []


def test_the_nearest_file_wins_and_a_change_is_seen() -> None:
    path = write(Path("v/a.docx"), with_left(34))
    write(Path("v/agency.yaml"), LAYER.replace("max: 32", "max: 31"))
    (problem,) = check_one(path).findings
    assert detail_of(problem).expected == "30–31 mm"
    write(Path("v/agency.yaml"), LAYER.replace("max: 32", "max: 35"))
    assert codes(check_one(path)) == []


def test_a_layer_for_another_rule_set_is_left_aside() -> None:
    write(Path("agency.yaml"), LAYER.replace("layer:\n", "layer:\n      extends: hd05\n"))
    file = check_one(write(Path("a.docx"), with_left(34)))
    assert (file.status, file.problems) == (Status.CHECKED, ())


def test_a_layer_against_the_act_is_an_error_at_its_line_and_the_act_alone_judges() -> None:
    write(Path("agency.yaml"), LAYER.replace("{max: 32}", "25"))
    result = check([write(Path("a.docx"), with_left(28))])
    (file,) = result.files
    assert result.failed
    assert [(p.code, p.place and Path(p.place.path).name, p.place and p.place.line) for p in file.problems] == [
        ("standard-layer", "agency.yaml", 10),
        (MARGIN, "a.docx", None),
    ]
    (refused,) = fix(["a.docx"]).files
    assert (refused.status, [p.code for p in refused.problems]) == ("unreadable", ["standard-layer"])


def test_an_agency_file_that_cannot_be_read_is_said() -> None:
    write(Path("agency.yaml"), LAYER.replace("layer:", "laier:"))
    result = check([write(Path("a.docx"), with_left(28))])
    assert result.failed
    assert [p.code for p in result.files[0].problems] == ["spec-unknown-key", MARGIN]


def test_an_agency_that_nobody_knows_is_said() -> None:
    result = check([write(Path("a.docx"), good())], agency="so-noi-vu")
    assert result.failed
    (problem,) = result.files[0].problems
    assert (problem.code, str(problem.remedy)) == ("check-unknown-agency", "Use one of: so, auto, none.")


def test_a_spec_is_judged_as_its_agency_wants_it() -> None:
    spec = Path(__file__).parents[2] / "specs/nha-nuoc/cong-van-han-muc.yaml"
    text = spec.read_text(encoding="utf-8").replace("issuer: so-van-hoa", "issuer: so")
    write(Path("a.yaml"), f"standard: nd30\nplace: An Bình\n{text}")
    shared = (spec.parent / "agency.yaml").read_text(encoding="utf-8")
    write(Path("agency.yaml"), shared.replace("agencies:\n", LAYER, 1))
    file = check_one("a.yaml")
    assert (file.status, codes(file)) == (Status.CHECKED, [])
