"""The report of a check in every format: a function of its data, in its own envelope."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft7Validator

from docgen.checking import CheckedDocument, CheckedFile, SkippedRule, Status
from docgen.problems import Detail, Level, Place, Problem, msg
from docgen.reports import FORMATS, FileReport, Report, write_report
from docgen.reports.check_json import read_schema

DETAIL = Detail(
    "vach-ke", "form", "text", "PL I, P.I, II.1.b", "slogan", "Tiêu ngữ", "30–35 mm", msg("no line"), "likely", "safe", True,
    "f1", None, 0, "word/document.xml", 12, 3, 20, "Độc lập - Tự do - Hạnh phúc", None,
)  # fmt: skip
IN_WORD = Place("v/a.docx", pointer="word/document.xml#p12")
ERROR = Problem("TT205", msg("The line is missing."), msg("Draw it."), IN_WORD, detail=DETAIL)
SPEC_PLACE = Place("s/k.yaml", 14, 5, 8, "name: TS. An", "/signature/name")
WARNING = Problem(
    "LV110",
    msg("A degree."),
    None,
    SPEC_PLACE,
    Level.WARNING,
    "name: An",
    replace(DETAIL, name="hoc-ham-hoc-vi", kind="wording", fingerprint="f2", spec=SPEC_PLACE, fix="unsafe"),
)
PASSED = replace(ERROR, code="TT207", detail=replace(DETAIL, name="do-dai-vach-ngan", suppressed="máy in", fingerprint="f3"))
ON_PAGE = replace(DETAIL, name="le-trang", component="page", label=msg("Page"), paragraph=None, start=None, end=None, text="")
PAGE = replace(
    ERROR,
    code="TT101",
    level=Level.NOTE,
    place=Place("v/a.docx", pointer="word/document.xml"),
    detail=replace(ON_PAGE, fingerprint="f4"),
)
BROKEN = Problem("package-damaged", msg("The file is damaged."), msg("Copy it again."), Place("v/x.docx"))
FOREIGN = Problem("check-foreign", msg("No document."), None, Place("v/f.docx"), Level.NOTE)
DOCUMENTS = (CheckedDocument("nd30", "ke-hoach", "Kế hoạch", "2026-03-05", False), CheckedDocument("nd30", None, "", None, True))
NO_WIDTH = msg("No width.")
SKIPS = (SkippedRule("TT206", NO_WIDTH, 0), SkippedRule("TT207", NO_WIDTH, 1), SkippedRule("*", msg("Too old."), 1))


def file_report(path: str, status: Status, *problems: Problem, **rest: Any) -> FileReport:
    checked = CheckedFile(path, status, problems=problems, **rest)
    return FileReport(path, str(status), problems=problems, checked=checked)


FILES = (
    file_report("v/a.docx", Status.CHECKED, PAGE, ERROR, PASSED, documents=DOCUMENTS, skipped=SKIPS, known=2),
    file_report("s/k.yaml", Status.CHECKED, WARNING, documents=DOCUMENTS[:1]),
    file_report("v/x.docx", Status.UNREADABLE, BROKEN),
    file_report("v/f.docx", Status.FOREIGN, FOREIGN),
)
NO_FILES = Problem("check-no-files", msg("Nothing there."), None, Place("leer"))
REPORT = Report("en", FILES, (NO_FILES,), (msg("Files checked: 4."),), "check", True)
SUMMARY = {
    "files": 4, "unreadable": 1, "foreign": 1, "errors": 1, "warnings": 1, "infos": 1, "suppressed": 1, "known": 2, "skipped": 3,
    "fixable": 3, "fixable_safely": 2,
}  # fmt: skip


def load(format: str, report: Report = REPORT) -> Any:
    return json.loads(write_report(report, format))


def test_the_schema_is_one_and_the_report_meets_it() -> None:
    schema = read_schema()
    Draft7Validator.check_schema(schema)
    for report in (REPORT, replace(REPORT, language="vi"), Report("vi", kind="check"), replace(REPORT, statistics=False)):
        assert [error.message for error in Draft7Validator(schema).iter_errors(load("json", report))] == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda d: d.pop("summary"),
        lambda d: d["files"][0].update(status="done"),
        lambda d: d["files"][2].update(error=None),
        lambda d: d["files"][0]["findings"][0].pop("fingerprint"),
        lambda d: d["files"][0]["findings"][0].update(level="note"),
        lambda d: d["files"][0]["findings"][1]["location"].update(paragraph=0),
        lambda d: d["files"][0]["documents"][0].update(date="5/3/2026"),
        lambda d: d["summary"].update(errors="1"),
    ],
)
def test_the_schema_refuses_what_the_contract_does_not_know(spoil: Any) -> None:
    data = load("json")
    spoil(data)
    assert not Draft7Validator(read_schema()).is_valid(data)


def test_json_is_the_contract() -> None:
    data = load("json")
    assert (data["version"], data["tool"]["name"], data["language"], data["summary"]) == (1, "docgen", "en", SUMMARY)
    first, second, broken, foreign = data["files"]
    assert (first["path"], first["status"], first["standard"], first["type"]) == ("v/a.docx", "checked", "nd30", "ke-hoach")
    assert first["documents"][1] == {"standard": "nd30", "type": None, "date": None, "draft": True}
    assert first["skipped"][0] == {"rule": "TT206", "reason": "No width.", "document": 0}
    assert first["findings"][1] == {
        "rule": "TT205", "name": "vach-ke", "kind": "form", "level": "error", "tier": "text", "clause": "PL I, P.I, II.1.b",
        "message": "The line is missing.", "remedy": "Draw it.", "expected": "30–35 mm", "actual": "no line",
        "component": "slogan", "label": "Tiêu ngữ", "sure": "likely", "fixable": True, "fix": "safe", "suggestion": None,
        "fingerprint": "f1", "suppressed": None,
        "location": {
            "document": 0, "part": "word/document.xml", "paragraph": 12, "start": 3, "end": 20,
            "text": "Độc lập - Tự do - Hạnh phúc", "page": None, "spec": None,
        },
    }  # fmt: skip
    assert first["findings"][0]["level"] == "info"
    assert first["findings"][2]["suppressed"] == "máy in"
    assert second["findings"][0]["location"]["spec"] == {"path": "s/k.yaml", "line": 14, "column": 5}
    assert broken["error"] == {"rule": "package-damaged", "message": "The file is damaged.", "remedy": "Copy it again."}
    assert (broken["standard"], broken["findings"]) == (None, [])
    assert (foreign["error"], foreign["problems"][0]["rule"]) == (None, "check-foreign")
    assert [problem["rule"] for problem in data["problems"]] == ["check-no-files"]
    assert data["statistics"][0] == {
        "rule": "LV110", "name": "hoc-ham-hoc-vi", "count": 1, "files": 1, "fixable": 1, "fixable_safely": 0
    }  # fmt: skip


def test_sarif_knows_rules_fixes_suppressions_and_paragraphs() -> None:
    run = load("sarif")["runs"][0]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert {"TT205", "LV110", "package-damaged"} <= set(rules)
    assert rules["TT205"]["name"] == "VachKe"
    assert rules["TT205"]["shortDescription"]["text"]
    assert rules["TT205"]["defaultConfiguration"] == {"level": "error"}
    results = {result["ruleId"]: result for result in run["results"]}
    assert all(run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == name for name, result in results.items())
    assert results["TT205"]["locations"][0]["logicalLocations"] == [
        {"fullyQualifiedName": "word/document.xml#p[12]", "kind": "element"}
    ]
    assert "region" not in results["TT205"]["locations"][0]["physicalLocation"]
    assert results["TT205"]["properties"]["fix"] == "safe"
    assert results["TT101"]["level"] == "note"
    assert results["TT207"]["suppressions"] == [{"kind": "external", "justification": "máy in"}]
    assert "suppressions" not in results["TT205"]
    assert results["LV110"]["locations"][0]["physicalLocation"]["region"]["startLine"] == 14
    change = results["LV110"]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert (change["deletedRegion"]["startLine"], change["insertedContent"]["text"]) == (14, "name: An")
    prints = [result["partialFingerprints"]["docgen/v1"] for result in run["results"]]
    assert len(set(prints)) == len(prints)


def test_a_fingerprint_does_not_depend_on_where_the_paragraph_is() -> None:
    moved = replace(ERROR, place=Place("v/a.docx", pointer="word/document.xml#p14"), detail=replace(DETAIL, paragraph=14))
    prints = []
    for problem in (ERROR, moved):
        report = Report("en", (file_report("v/a.docx", Status.CHECKED, problem),), kind="check")
        prints.append(load("sarif", report)["runs"][0]["results"][0]["partialFingerprints"])
    assert prints[0] == prints[1]


@pytest.mark.parametrize("format", ["github", "gitlab", "junit", "markdown", "text"])
def test_lists_leave_out_what_is_let_pass_and_say_the_rest(format: str) -> None:
    text = write_report(replace(REPORT, statistics=False), format)
    if format == "gitlab":
        text = json.dumps(json.loads(text), ensure_ascii=False)
    text = re.sub(r"\\(?=[^u\"n])", "", text)
    findings = re.sub("not evaluated.*", "", text)
    assert "TT207" not in findings
    for words in ("The line is missing.", "30–35 mm", "PL I, P.I, II.1.b", "Độc lập", "A degree.", "damaged.", "Nothing there."):
        assert words in findings


def test_github_and_gitlab_stand_at_the_line_of_a_spec() -> None:
    start = "::warning file=s/k.yaml,line=14,col=5,endColumn=7,title=docgen LV110 hoc-ham-hoc-vi::"
    assert start in write_report(REPORT, "github")
    issue = next(issue for issue in load("gitlab") if issue["check_name"] == "LV110")
    assert issue["location"] == {"path": "s/k.yaml", "lines": {"begin": 14}}


def test_junit_fails_for_errors_only() -> None:
    suite = ElementTree.fromstring(write_report(REPORT, "junit"))
    failed = [case.get("name") for case in suite.iter("testcase") if case.find("failure") is not None]
    assert failed == ["docgen", "v/a.docx", "v/x.docx"]


def test_text_names_the_document_where_there_are_several() -> None:
    text = write_report(replace(REPORT, statistics=False), "text")
    assert "v/a.docx – Kế hoạch [nd30]; [nd30]\n" in text
    assert "  Document 1: Tiêu ngữ, paragraph 12: “Độc lập - Tự do - Hạnh phúc”\n" in text
    assert "  Document 1: Page\n" in text
    assert "  not evaluated: TT206, TT207 – No width.\n" in text
    assert "  not evaluated: Too old.\n" in text
    assert "v/f.docx: note: No document. [check-foreign]\n" in text
    assert text.endswith("\nFiles checked: 4.\n")


def test_text_in_colour_has_the_same_words() -> None:
    report = replace(REPORT, statistics=False)
    coloured = write_report(report, "text", colour=True)
    assert "\033[" in coloured
    assert re.sub("\033\\[[0-9;]*m", "", coloured) == write_report(report, "text")


def test_long_words_are_cut_and_control_characters_are_not_printed() -> None:
    detail = replace(DETAIL, text="a\x1b[2J" + "x" * 500, label="", paragraph=None)
    report = Report("en", (file_report("a.docx", Status.CHECKED, replace(ERROR, detail=detail)),), kind="check")
    text = write_report(report, "text")
    assert "\x1b" not in text
    assert all(len(line) < 120 for line in text.splitlines())


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_writes_a_check_of_nothing(format: str) -> None:
    for language in ("vi", "en"):
        text = write_report(Report(language, kind="check", statistics=True), format)
        assert text == "" or text.endswith("\n")
