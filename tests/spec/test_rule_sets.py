"""The rule set of a spec: the edition in force, the one that is named, what an agency file adds to it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from docgen.problems import DocgenError, Level
from docgen.spec import load_spec
from docgen.standards import load_standard
from tests.spec.loading import BODY, HEAD, load


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2026-05-26", "hd36"),
        ("2026-05-27", "hd05"),
        ("2026-05", "hd05"),
        ("2026", "hd05"),
        ("2026-04", "hd36"),
        ("2018-04-03", "hd36"),
    ],
)
def test_party_takes_the_edition_in_force(day: str, name: str) -> None:
    found = load(HEAD.replace("nd30", "party").replace("2026-03-05", day) + BODY)
    assert found.document.standard == name
    assert found.notes == ()


def test_party_without_a_date_takes_the_newest_and_says_so() -> None:
    found = load(HEAD.replace("nd30", "party").replace("2026-03-05", "") + BODY)
    assert found.document.standard == "hd05"
    assert [(note.code, note.level) for note in found.notes] == [("spec-edition", Level.NOTE)]


def test_a_named_rule_set_is_used_whatever_the_date() -> None:
    found = load(HEAD.replace("nd30", "hd05") + BODY)
    assert found.document.standard == "hd05"
    assert [(note.code, note.level) for note in found.notes] == [("spec-not-in-force", Level.NOTE)]


def test_today_judges_a_document_without_a_date() -> None:
    spec = HEAD.replace("nd30", "hd36").replace("2026-03-05", "") + BODY
    assert load(spec).notes == ()
    assert [note.code for note in load(spec, today=date(2026, 9, 1)).notes] == ["spec-not-in-force"]
    assert load(spec, today=date(2020, 1, 1)).notes == ()


# agency files


def test_the_agency_gives_what_the_spec_does_not_say(tmp_path: Path) -> None:
    (tmp_path / "agency.yaml").write_text(
        """\
agencies:
  xa:
    issuer:
      name: ỦY BAN NHÂN DÂN XÃ
      code: UBND
    standard: nd30
    place: Tân Lộ
    filing: VT
    labels:
      lead: Chủ trì
    layer:
      components:
        body:
          size: 13
""",
        encoding="utf-8",
    )
    spec = tmp_path / "a.yaml"
    spec.write_text(
        "type: ke-hoach\nissuer: xa\nplace: Nơi khác\ntitle: Nâng cao\nbody:\n  - Một.\nsignature:\n  title: CHỦ TỊCH\n", "utf-8"
    )
    found = load_spec(spec)
    assert load_spec(str(spec)).document == found.document
    assert str(found.document.place) == "Nơi khác"
    assert str(found.document.filing) == "VT"
    assert found.document.issuer.code.origin == "agency.yaml#/agencies/xa/issuer/code"
    assert found.standard.words.lead.use == "Chủ trì"
    assert found.standard.words.support.use == load_standard("nd30").words.support.use
    assert found.standard.components["body"].size.use == 13
    assert found.inputs == (tmp_path / "agency.yaml",)


def test_a_layer_that_contradicts_the_act_is_an_error_in_the_agency_file(tmp_path: Path) -> None:
    agency = """\
agencies:
  xa:
    issuer:
      name: XÃ
      code: X
    standard: nd30
    place: A
    filing: VT
    layer:
      components:
        motto:
          size: 20
"""
    (tmp_path / "agency.yaml").write_text(agency, "utf-8")
    spec = tmp_path / "a.yaml"
    spec.write_text("type: ke-hoach\nissuer: xa\ntitle: Nâng cao\nbody:\n  - Một.\nsignature:\n  title: CHỦ TỊCH\n", "utf-8")
    with pytest.raises(DocgenError) as caught:
        load_spec(spec)
    (problem,) = caught.value.problems
    assert problem.code == "standard-layer"
    assert problem.place is not None
    assert (problem.place.path, problem.place.line) == (str(tmp_path / "agency.yaml"), 12)
