"""SARIF reports meet SARIF 2.1.0, and their fixes are real ones."""

from __future__ import annotations

import json
from collections.abc import Iterable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from docgen import fix
from docgen.checking import check
from docgen.problems import Problem
from docgen.reports import FileReport, Report, write_report
from tests.corpus.papers import state_plan
from tests.corpus.wordml import write_paper
from tests.support.checked import SPEC, bad, foreign, write

VALIDATOR = Draft7Validator(
    json.loads(Path(__file__).with_name("sarif.schema.json").read_text(encoding="utf-8")),
    format_checker=Draft7Validator.FORMAT_CHECKER,
)


@pytest.fixture
def text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A report of findings of all kinds: in Word files and specs, let pass, with and without a repair, and of broken files."""
    monkeypatch.chdir(tmp_path)
    write(Path("v/xấu 1.docx"), bad())
    write(Path("v/passed.docx"), bad())
    write(Path("v/passed.docgen.toml"), '[suppress]\nDD201 = "máy in cũ"\nTT101 = "không còn"\n')
    paper = state_plan().paged(left=20).say("number", "Số: 5/KH-UBND").say("sign_name", "TRẦN VĂN BÌNH")
    write(Path("v/plan.docx"), write_paper(paper))
    write(Path("v/foreign.docx"), foreign())
    write(Path("v/broken.docx"), b"no zip")
    write(Path("s/a.yaml"), SPEC)
    write(Path("s/b.yaml"), "type: ke-hoach\ntítle: x\n")
    result = check(["v", "s", "gone.docx"])
    files = tuple(FileReport(file.path, str(file.status), problems=file.problems, checked=file) for file in result.files)
    return write_report(Report("vi", files, result.problems, kind="check"), "sarif")


def results(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(text)["runs"][0]["results"]
    return found


def test_a_report_meets_the_standard(text: str) -> None:
    Draft7Validator.check_schema(VALIDATOR.schema)
    assert [f"{list(error.path)}: {error.message}" for error in VALIDATOR.iter_errors(json.loads(text))] == []
    assert len(results(text)) > 8


def test_a_report_meets_the_models_made_from_the_official_schema(text: str) -> None:
    # the package is made by a generator from the schema that OASIS publishes
    model = pytest.importorskip("pydantic_sarif.model")
    model.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate_json(text)


def test_every_kind_of_result_is_in_what_is_validated(text: str) -> None:
    found = results(text)
    assert any("suppressions" in one for one in found)
    assert any("fixes" in one for one in found)
    assert any("properties" not in one for one in found)
    assert {one["level"] for one in found} == {"error", "warning", "note"}
    assert {one.get("properties", {}).get("fix") for one in found} == {None, "safe", "unsafe"}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("version",), "2.0.0"),
        (("runs", 0, "results", 0, "level"), "info"),
        (("runs", 0, "results", 0, "message"), {}),
        (("runs", 0, "tool", "driver", "rules", 0, "id"), None),
        (("runs", 0, "results", 0, "fixes"), [{"description": {"text": "x"}, "artifactChanges": []}]),
        (("runs", 0, "results", 0, "fixes"), [{"description": {"text": "x"}}]),
        (("runs", 0, "results", 0, "component"), "page"),
    ],
)
def test_what_does_not_meet_it_is_seen(text: str, path: tuple[str | int, ...], value: object) -> None:
    log = deepcopy(json.loads(text))
    holder = log
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    assert not VALIDATOR.is_valid(log)


def test_a_fix_of_a_spec_puts_its_line_right(text: str) -> None:
    (one,) = [one for one in results(text) if one["ruleId"].startswith("LV") and "fixes" in one]
    (fixed,) = one["fixes"]
    assert fixed["description"]["text"]
    (change,) = fixed["artifactChanges"]
    assert change["artifactLocation"]["uri"] == "s/a.yaml"
    (replacement,) = change["replacements"]
    region, lines = replacement["deletedRegion"], SPEC.splitlines()
    line = lines[region["startLine"] - 1]
    # columns count code points from 1, the end is exclusive
    new = line[: region["startColumn"] - 1] + replacement["insertedContent"]["text"] + line[region["endColumn"] - 1 :]
    lines[region["startLine"] - 1] = new
    write(Path("s/a.yaml"), "\n".join(lines) + "\n")
    assert one["ruleId"] not in {problem.code for problem in check(["s/a.yaml"]).files[0].problems}


def test_a_repair_of_a_word_file_is_a_command_that_makes_it(text: str) -> None:
    found = {one["ruleId"]: one for one in results(text) if "plan.docx" in json.dumps(one["locations"])}
    path = str(Path("v/plan.docx"))
    assert found["TT211"]["properties"]["command"] == ["docgen", "fix", "--select", "TT211", "--in-place", path]
    assert "fixes" not in found["TT211"]
    unsafe = [code for code, one in found.items() if one["properties"].get("fix") == "unsafe"]
    assert unsafe
    assert all("--unsafe" in found[code]["properties"]["command"] for code in unsafe)
    for code, one in found.items():
        words = one["properties"].get("command")
        assert (words is not None) == one["properties"]["fixable"]
        if words is not None:
            fix([words[-1]], select=[code], unsafe="--unsafe" in words, in_place=True)
            assert code not in {problem.code for problem in findings(words[-1])}


def findings(path: str) -> Iterable[Problem]:
    return check([path]).files[0].findings


def test_letters_stand_as_they_are(text: str) -> None:
    assert "máy in cũ" in text
    assert "\\u" not in text
