"""``docgen fix`` as people and build servers run it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from jsonschema import Draft7Validator

from tests.corpus.papers import state_plan
from tests.corpus.wordml import write_paper
from tests.support.checked import SPEC, bad, good, write

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("v/bad.docx"), bad())
    write(Path("v/good.docx"), good())
    paper = state_plan().paged(left=20).say("number", "Số: 5/KH-UBND").set("motto", size=10)
    write(Path("v/plan.docx"), write_paper(paper))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("v/good.docx",), 0),
        (("v/bad.docx",), 1),
        (("v/bad.docx", "--diff"), 1),
        (("v/bad.docx", "-o", "new"), 0),
        (("v/bad.docx", "-o", "."), 1),
        (("v/bad.docx", "--in-place"), 0),
        (("v/bad.docx", "--select", "TT"), 0),
        (("v/bad.docx", "--ignore", "DD"), 0),
        (("v/bad.docx", "gone.docx", "--in-place"), 2),
        (("v/bad.docx", "--select", "TT999"), 2),
        (("v/bad.docx", "-o", "new", "--in-place"), 2),
        (("v/bad.docx", "--files-from", "gone.txt"), 2),
    ],
)
def test_exit_codes(run: Run, words: tuple[str, ...], code: int) -> None:
    assert run("fix", *words).exit_code == code


def test_the_summary_counts_rules_and_says_that_nothing_was_written(run: Run) -> None:
    told = run("fix", "v", "--lang", "en").stdout.splitlines()
    assert "v/plan.docx – would be changed: 3" in told
    for line in ("  1  DD201  co-chu-quoc-hieu", "  1  TT101  le-trang", "  1  TT211  so-them-khong"):
        assert line in told
    assert told[-1] == "Nothing was written. -o DIR writes repaired copies, --in-place replaces the files."


def test_the_difference_is_told_in_words_place_by_place(run: Run) -> None:
    told = run("fix", "v/plan.docx", "--diff", "--lang", "en").stdout.splitlines()
    assert told[:7] == [
        "v/plan.docx – would be changed: 3",
        "  Section 1",
        "    left margin: 20.0 mm → 30.0 mm  [TT101]",
        "  Paragraph 3: “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”",
        "    size: 10 pt → 13 pt  [DD201]",
        "  Paragraph 5: “Số: 5/KH-UBND”",
        "    “5” → “05”  [TT211]",
    ]


def test_json_lists_files_changes_and_what_is_left(run: Run) -> None:
    write(Path("v/a.yaml"), SPEC)
    told = json.loads(run("fix", "v", "--format", "json", "-o", "new").stdout)
    assert [(file["path"], file["status"], file["output"]) for file in told["files"]] == [
        ("v/a.yaml", "unchanged", None),
        ("v/bad.docx", "fixed", str(Path("new/v/bad.docx"))),
        ("v/good.docx", "unchanged", None),
        ("v/plan.docx", "fixed", str(Path("new/v/plan.docx"))),
    ]
    change = told["files"][1]["changes"][0]
    assert change.pop("message")
    assert change.pop("element").startswith("w:p[")
    assert change == {
        "rule": "DD201",
        "name": "co-chu-quoc-hieu",
        "part": "word/document.xml",
        "property": "size",
        "before": "10 pt",
        "after": "13 pt",
        "text": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    }
    assert told["files"][1]["left"] == {"by_hand": 0, "unsafe": 0, "stubborn": 0}
    assert (told["summary"]["fixed"], told["summary"]["unchanged"], told["summary"]["changes"]) == (2, 2, 4)


@pytest.mark.parametrize("words", [("v",), ("v", "--unsafe", "-o", "new"), ("v", "gone.docx"), ("v", "--select", "XX999")])
def test_json_meets_its_schema(run: Run, words: tuple[str, ...]) -> None:
    write(Path("v/broken.docx"), b"no zip")
    schema = json.loads(run("schema", "--fix-report").stdout)
    Draft7Validator.check_schema(schema)
    for language in ("vi", "en"):
        told = json.loads(run("fix", *words, "--format", "json", "--lang", language).stdout)
        assert [error.message for error in Draft7Validator(schema).iter_errors(told)] == []
        told["files"].append({"path": "x.docx", "status": "done"})
        assert not Draft7Validator(schema).is_valid(told)


@pytest.mark.parametrize("format", ["text", "json", "sarif", "github", "gitlab", "junit", "markdown"])
def test_every_format_can_be_written(run: Run, format: str) -> None:
    result = run("fix", "v", "gone.docx", "--format", format)
    assert result.exit_code == 2
    assert "gone.docx" in result.stdout


def test_what_is_quiet_says_nothing_of_what_it_did(run: Run) -> None:
    assert "Files:" not in run("fix", "v/plan.docx", "--in-place", "--quiet", "--lang", "en").stdout


def test_settings_of_the_project_hold(run: Run) -> None:
    write(Path("docgen.toml"), 'ignore = ["DD", "TT101"]\n')
    told = json.loads(run("fix", "v/plan.docx", "--format", "json").stdout)
    assert [change["rule"] for change in told["files"][0]["changes"]] == ["TT211"]
