"""Place, words and sentences of a finding put together in every format: nothing is said twice."""

from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from docgen.checking import CheckedFile, Status
from docgen.problems import Detail, Place, Problem, msg
from docgen.reports import FileReport, Report, write_report

NUMBER = Problem(
    "TT211",
    msg("The number lacks the zero in front."),
    msg("Write 07."),
    Place("a.docx", pointer="word/document.xml#p7"),
    detail=Detail(
        "so-them-khong", "form", "text", "PL I, P.I, II.3.c", "number", "Số, ký hiệu", "07", "7", fix="safe", fixable=True,
        fingerprint="1", document=0, part="word/document.xml", paragraph=7, start=4, end=5, text="7",
    ),
)  # fmt: skip
MARGIN = Problem(
    "TT101",
    msg("Page set-up: the left margin is 25 mm."),
    msg("Set it to 30–35 mm."),
    Place("a.docx", pointer="word/document.xml"),
    detail=Detail("le-trang", "form", "text", "PL I, P.I, I.3", "page", msg("Page"), "30–35 mm", "25 mm", fingerprint="2"),
)
MOTTO = Problem(
    "DD201",
    msg("Quốc hiệu: letters of 11 pt."),
    None,
    Place("a.docx", pointer="word/document.xml#p4"),
    detail=replace(
        NUMBER.detail or Detail("", "", "", "", ""), name="co-chu-quoc-hieu", component="motto", label="Quốc hiệu", paragraph=4,
        text="CỘNG HÒA", expected="", actual="", clause="", fingerprint="3",
    ),
)  # fmt: skip
HEADER = replace(MOTTO, detail=replace(MOTTO.detail or NUMBER.detail or Detail("", "", "", "", ""), part="word/header1.xml"))
DEGREE = Problem(
    "LV110",
    msg("“TS.” stands before the signer's name."),
    None,
    Place("a.docx", pointer="word/document.xml#p50"),
    detail=replace(
        NUMBER.detail or Detail("", "", "", "", ""), label="Họ tên người ký", paragraph=50, text="TS.", expected="", actual="TS.",
        clause="", fingerprint="4",
    ),
)  # fmt: skip

ONE_LINE = [
    (
        NUMBER,
        "Số, ký hiệu, paragraph 7: “7” – The number lacks the zero in front. Write 07. Wanted: 07; here: 7 (PL I, P.I, II.3.c)",
    ),
    (MARGIN, "Page set-up: the left margin is 25 mm. Set it to 30–35 mm. Wanted: 30–35 mm; here: 25 mm (PL I, P.I, I.3)"),
    (MOTTO, "Paragraph 4: “CỘNG HÒA” – Quốc hiệu: letters of 11 pt."),
    (HEADER, "In a header or footer: “CỘNG HÒA” – Quốc hiệu: letters of 11 pt."),
    (DEGREE, "Họ tên người ký, paragraph 50 – “TS.” stands before the signer's name."),
]


def report(*problems: Problem) -> Report:
    checked = CheckedFile("a.docx", Status.CHECKED, problems=problems)
    return Report("en", (FileReport("a.docx", "checked", problems=problems, checked=checked),), kind="check")


@pytest.mark.parametrize(("problem", "told"), ONE_LINE)
def test_formats_with_one_line(problem: Problem, told: str) -> None:
    (issue,) = json.loads(write_report(report(problem), "gitlab"))
    assert issue["description"] == told
    (failure,) = ElementTree.fromstring(write_report(report(problem), "junit")).iter("failure")
    assert failure.text == f"a.docx#{problem.place and (problem.place.pointer or '')}: error: {told} [{problem.code}]"


def test_github_has_a_line_for_each() -> None:
    lines = write_report(report(NUMBER, MARGIN, MOTTO), "github").splitlines()
    assert [line.rpartition("::")[2] for line in lines] == [
        "Số, ký hiệu, paragraph 7: “7”%0AThe number lacks the zero in front.%0AWrite 07."
        "%0Awanted: 07; here: 7 (PL I, P.I, II.3.c)",
        "Page set-up: the left margin is 25 mm.%0ASet it to 30–35 mm.%0Awanted: 30–35 mm; here: 25 mm (PL I, P.I, I.3)",
        "Paragraph 4: “CỘNG HÒA”%0AQuốc hiệu: letters of 11 pt.",
    ]


def test_markdown_has_a_cell_for_all() -> None:
    rows = [line for line in write_report(report(NUMBER, MOTTO), "markdown").splitlines() if line.startswith("| <code>")]
    assert rows == [
        "| <code>a.docx#word/document.xml#p7</code> | error | Số, ký hiệu, paragraph 7: “7”"
        "<br>The number lacks the zero in front.<br>Write 07.<br>wanted: 07; here: 7 \\(PL I, P.I, II.3.c\\) | `TT211` |",
        "| <code>a.docx#word/document.xml#p4</code> | error | Paragraph 4: “CỘNG HÒA”"
        "<br>Quốc hiệu: letters of 11 pt. | `DD201` |",
    ]


def test_sarif_has_them_in_lines() -> None:
    results = json.loads(write_report(report(MOTTO, DEGREE), "sarif"))["runs"][0]["results"]
    assert [result["message"]["text"] for result in results] == [
        "Paragraph 4: “CỘNG HÒA”\nQuốc hiệu: letters of 11 pt.",
        "Họ tên người ký, paragraph 50\n“TS.” stands before the signer's name.",
    ]


def test_in_vietnamese_no_word_is_doubled() -> None:
    margin = replace(MARGIN, what=msg("The left margin is 25 mm."))
    for format in ("gitlab", "junit", "github", "markdown", "sarif"):
        text = write_report(replace(report(margin), language="vi"), format)
        assert "Trang Trang" not in (json.dumps(json.loads(text), ensure_ascii=False) if format in ("gitlab", "sarif") else text)


@pytest.mark.parametrize(
    ("fixes", "told"),
    [
        ((), ""),
        (("none",), ""),
        (("safe", "safe"), ", docgen fix can repair: 2"),
        (("unsafe",), ", docgen fix --unsafe can repair: 1"),
        (("safe", "unsafe", "unsafe"), ", docgen fix can repair: 1, 2 more with --unsafe"),
    ],
)
def test_statistics_tell_safe_repairs_from_others(fixes: tuple[str, ...], told: str) -> None:
    detail = NUMBER.detail
    assert detail is not None
    found = [replace(NUMBER, detail=replace(detail, fix=fix, fixable=fix != "none", fingerprint=fix)) for fix in fixes]
    text = write_report(replace(report(*found), statistics=True), "text")
    assert text == (f"{len(fixes)}  TT211  so-them-khong  (in one file{told})\n" if fixes else "")
