"""The bench runs and its table says what it should; no time is asserted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docgen.document.model import Section, TaskGroup, Tasks
from docgen.spec import load_text
from tools import bench
from tools.benching.plan import GROUPS, write_plan
from tools.benching.table import Row, Verdict, format_json, format_table
from tools.benching.timing import time_in_turns

ROWS = (
    "render: times faster than docxtpl",
    "render / deflating what it made",
    "package size / all at level 6",
    "load, render, write / docxtpl",
    "no-op build of 2 specs / --version",
    "--version / import click",
    "memory after 100 of 120 documents, growth in %",
    "time a document, last quarter / first",
    "check / unzip and parse",
    "check / python-docx over every run",
    "check: a page of 300 pages / of 30",
    "check --jobs 2: gain / that of a bare loop",
    "check: memory after 100 of 120 files, growth in %",
    "pull of an unedited file / unzip and parse",
    "import / check",
    "diff: a page of 300 pages / of 30",
)


def test_bench_prints_every_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(bench, "QUICK", {"rounds": 1, "specs": 2, "documents": 120})
    assert bench.main(["--quick", "--json", str(tmp_path / "bench.json")]) in (0, 1)
    printed = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[0] for line in printed[1:]] == list(ROWS)
    rows = json.loads((tmp_path / "bench.json").read_text(encoding="utf-8"))
    assert [row["name"] for row in rows] == list(ROWS)
    assert all(row["verdict"] in set(Verdict) for row in rows)
    # sizes do not depend on the machine's speed
    assert rows[2]["ratio"] <= rows[2]["target"]


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        (Row("a", 12.0, 12.0, at_least=True), Verdict.MET),
        (Row("a", 11.9, 12.0, at_least=True), Verdict.MISSED),
        (Row("a", 2.5, 2.5), Verdict.MET),
        (Row("a", 2.6, 2.5), Verdict.MISSED),
        (Row("a", None, 2.5), Verdict.NOT_AVAILABLE),
    ],
)
def test_verdict_follows_the_side_of_the_target(row: Row, verdict: Verdict) -> None:
    assert row.verdict is verdict
    assert str(verdict) in format_table([row])
    assert json.loads(format_json([row]))[0]["verdict"] == verdict


def test_rounds_take_turns_after_one_untimed_run() -> None:
    order: list[str] = []
    medians = time_in_turns([lambda: order.append("a"), lambda: order.append("b")], 3)
    assert order == ["a", "b"] * 4
    assert len(medians) == 2


def test_plan_is_long_marked_and_the_same_every_time() -> None:
    text = write_plan(3)
    assert text == write_plan(3) != write_plan(4)
    document = load_text(text, shown="ke-hoach.yaml").document
    parts = [part for section in document.body if isinstance(section, Section) for part in section.parts]
    groups = [group for part in parts if isinstance(part, Tasks) for group in part.items]
    assert len(groups) == GROUPS
    tasks = [task for group in groups if isinstance(group, TaskGroup) for task in group.items]
    spans = [span for task in tasks for text in task.text for span in text.spans]
    assert any(span.bold for span in spans)
    assert any(span.italic for span in spans)
