"""The formats that programs read: structure, escapes, places, stable fingerprints."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

import pytest

from docgen.problems import Level, Place, Problem, msg
from docgen.reports import (
    FORMATS,
    FileReport,
    Report,
    choose_format,
    wants_colour,
    write_report,
)

ERROR = Problem(
    "spec-unknown-key",
    msg("no key {key}", key="tít|le, 100%"),
    msg("use title:\nthe <right> one"),
    Place("specs/kế hoạch.yaml", 3, 2, 5, " tít: x", "/tít"),
    suggestion=" title: x",
)
NOTE = Problem("spec-nfc", msg("normalised"), None, None, Level.NOTE)
GENERAL = Problem("build-output-folder", msg("build is a file"), msg("remove it"))
FILES = (
    FileReport("specs/kế hoạch.yaml", "failed", None, msg("never built"), (ERROR, NOTE)),
    FileReport("specs/b.yaml", "written", "build/b.docx"),
)
REPORT = Report("en", FILES, (GENERAL,), (msg("::all done"),))


def load(format: str, report: Report = REPORT) -> Any:
    return json.loads(write_report(report, format))


def test_json_has_one_entry_a_file_in_order_and_a_summary() -> None:
    envelope = load("json")
    assert (envelope["version"], envelope["tool"]["name"], envelope["language"]) == (1, "docgen", "en")
    assert [file["path"] for file in envelope["files"]] == ["specs/kế hoạch.yaml", "specs/b.yaml"]
    first, second = envelope["files"]
    assert (first["status"], first["output"], first["reason"]) == ("failed", None, "never built")
    assert (second["status"], second["output"], second["problems"]) == ("written", "build/b.docx", [])
    assert envelope["problems"][0]["rule"] == "build-output-folder"
    assert envelope["problems"][0]["location"] is None
    assert envelope["summary"] == {
        "files": 2, "written": 1, "fresh": 0, "stale": 0, "kept": 0, "failed": 1, "errors": 2, "warnings": 0, "infos": 1,
    }  # fmt: skip


def test_json_says_everything_about_a_problem() -> None:
    problem = load("json")["files"][0]["problems"][0]
    fingerprint = problem.pop("fingerprint")
    assert len(fingerprint) == 32
    assert problem == {
        "rule": "spec-unknown-key",
        "level": "error",
        "message": "no key tít|le, 100%",
        "remedy": "use title:\nthe <right> one",
        "suggestion": " title: x",
        "location": {
            "path": "specs/kế hoạch.yaml", "line": 3, "column": 2, "end_column": 5, "pointer": "/tít", "text": " tít: x",
        },
    }


def test_json_survives_a_path_that_is_no_unicode() -> None:
    envelope = json.loads(write_report(Report("en", (FileReport("b\udcff.yaml", "fresh"),)), "json").encode("utf-8"))
    assert envelope["files"][0]["path"] == "b\udcff.yaml"


def test_sarif_has_what_code_scanning_needs() -> None:
    log = load("sarif")
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert sorted(rules) == ["build-output-folder", "spec-nfc", "spec-unknown-key"]
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    assert [result["level"] for result in run["results"]] == ["error", "error", "note"]
    assert all(result["message"]["text"] and result["partialFingerprints"] for result in run["results"])


def test_sarif_places_a_problem_in_a_relative_file() -> None:
    result = load("sarif")["runs"][0]["results"][1]
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": "specs/k%E1%BA%BF%20ho%E1%BA%A1ch.yaml", "uriBaseId": "%SRCROOT%"}
    assert location["region"] == {"startLine": 3, "startColumn": 2, "endColumn": 5, "snippet": {"text": " tít: x"}}
    change = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert change["deletedRegion"] == {"startLine": 3, "startColumn": 1, "endColumn": 8}
    assert change["insertedContent"]["text"] == " title: x"


def test_sarif_names_an_absolute_file_by_its_own_uri() -> None:
    report = Report("en", (FileReport("/x/a b.yaml", "failed", None, None, (NOTE,)),))
    location = load("sarif", report)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location == {"artifactLocation": {"uri": "file:///x/a%20b.yaml"}}


def test_github_escapes_what_would_end_a_value() -> None:
    general, error, note, closing = write_report(REPORT, "github").splitlines()
    assert general == "::error title=docgen build-output-folder::build is a file%0Aremove it"
    assert error == (
        "::error file=specs/kế hoạch.yaml,line=3,col=2,endColumn=4,title=docgen spec-unknown-key"
        "::no key tít|le, 100%25%0Ause title:%0Athe <right> one%0A title: x"
    )
    assert note == "::notice file=specs/kế hoạch.yaml,title=docgen spec-nfc::normalised"
    assert not closing.startswith("::")


def test_github_escapes_colons_and_commas_in_a_file_name() -> None:
    report = Report("en", (FileReport("a:b,c%.yaml", "failed", None, None, (NOTE,)),))
    assert "file=a%3Ab%2Cc%25.yaml,title" in write_report(report, "github")


def test_gitlab_gives_every_problem_a_path_a_line_and_its_own_fingerprint() -> None:
    issues = load("gitlab")
    assert [issue["severity"] for issue in issues] == ["major", "major", "info"]
    assert issues[1]["location"] == {"path": "specs/kế hoạch.yaml", "lines": {"begin": 3}}
    assert issues[1]["check_name"] == "spec-unknown-key"
    assert len({issue["fingerprint"] for issue in issues}) == 3


def test_junit_counts_files_and_keeps_the_words() -> None:
    broken = Problem("c", msg("bell \x07 <&\"'>"), None, Place("a.yaml", 1, 1))
    report = Report("en", (*FILES, FileReport("a.yaml", "failed", problems=(broken,))))
    suite = ElementTree.fromstring(write_report(report, "junit"))
    assert suite.attrib == {"tests": "3", "failures": "2", "errors": "0"}
    cases = suite.findall("testsuite/testcase")
    assert [case.get("name") for case in cases] == ["specs/kế hoạch.yaml", "specs/b.yaml", "a.yaml"]
    failures = [case.find("failure") for case in cases]
    assert failures[1] is None
    assert failures[0] is not None
    assert "specs/kế hoạch.yaml:3:2" in (failures[0].text or "")
    assert failures[2] is not None
    assert failures[2].get("message") == "bell \ufffd <&\"'>"
    assert "normalised" in (cases[0].findtext("system-out") or "")


def test_junit_reports_general_problems_as_a_case_of_their_own() -> None:
    suite = ElementTree.fromstring(write_report(REPORT, "junit"))
    assert next(case.get("name") for case in suite.iter("testcase")) == "docgen"
    assert suite.get("failures") == "2"


def test_markdown_keeps_its_table_whatever_the_words() -> None:
    text = write_report(REPORT, "markdown")
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert len(rows) == 1 + 3
    assert all(row.replace("\\|", "").count("|") == 5 for row in rows)
    assert "&lt;right&gt;" in text
    assert "No problems." in write_report(Report("en", FILES[1:]), "markdown")


def moved(line: int) -> Report:
    place = Place("a.yaml", line, 1, 2, "x: 1")
    return Report("en", (FileReport("a.yaml", "failed", None, None, (Problem("c", msg("w"), None, place),) * 2),))


def test_a_fingerprint_survives_a_move_and_tells_twins_apart() -> None:
    first, second = ([p["fingerprint"] for p in load("json", moved(line))["files"][0]["problems"]] for line in (3, 30))
    assert first == second
    assert len(set(first)) == 2


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_writes_an_empty_report_in_both_languages(format: str) -> None:
    for language in ("vi", "en"):
        text = write_report(Report(language), format)
        assert text == "" or text.endswith("\n")


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(ValueError, match="pdf"):
        write_report(REPORT, "pdf")


@pytest.mark.parametrize(
    ("wish", "environ", "chosen"),
    [
        ("auto", {}, "text"),
        ("auto", {"GITHUB_ACTIONS": "true"}, "github"),
        ("auto", {"GITHUB_ACTIONS": "false"}, "text"),
        ("json", {"GITHUB_ACTIONS": "true"}, "json"),
    ],
)
def test_auto_means_github_only_under_github_actions(wish: str, environ: dict[str, str], chosen: str) -> None:
    assert choose_format(wish, environ) == chosen


@pytest.mark.parametrize(
    ("environ", "terminal", "colour"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"TERM": "dumb"}, True, False),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, False, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
    ],
)
def test_colour_only_where_it_is_wanted(environ: dict[str, str], terminal: bool, colour: bool) -> None:
    assert wants_colour(environ, terminal=terminal) is colour


def _shared() -> Report:
    """Three specs that failed for the same line of the agency file, one of them for a line of its own as well."""
    place = Place("agency.yaml", 4, 5, 8, "    nam: B")
    shared = Problem("spec-unknown-key", msg("no key {key}", key="nam"), msg("use name"), place)
    names = ("a.yaml", "b.yaml", "c.yaml")
    own = {"b.yaml": (Problem("spec-empty", msg("nothing"), msg("fill it in"), Place("b.yaml", 2, 1)),)}
    return Report("en", tuple(FileReport(name, "failed", None, None, (shared, *own.get(name, ()))) for name in names))


@pytest.mark.parametrize("format", ["text", "markdown", "github", "gitlab", "sarif"])
def test_what_is_wrong_in_a_shared_file_is_listed_once(format: str) -> None:
    text = write_report(_shared(), format)
    assert text.count("use name") == 1
    assert text.count("fill it in") == 1


def test_reports_by_file_say_of_each_file_why_it_failed() -> None:
    assert [len(file["problems"]) for file in load("json", _shared())["files"]] == [1, 2, 1]
    suite = ElementTree.fromstring(write_report(_shared(), "junit"))
    assert [case.find("failure") is not None for case in suite.iter("testcase")] == [True, True, True]
