"""Options with values that do not fit: said in the user's language, with what would fit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.mark.parametrize("command", [("rules",), ("explain", "TT211")])
@pytest.mark.parametrize("format", ["sarif", "github", "gitlab", "junit", "markdown"])
def test_a_list_of_rules_has_no_form_of_a_report(run: Run, command: tuple[str, ...], format: str) -> None:
    result = run(*command, "--format", format, "--lang", "en")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--format" in result.stderr
    assert "text, json" in result.stderr


@pytest.mark.parametrize("command", [("rules",), ("explain", "TT211")])
def test_a_list_of_rules_goes_into_no_report_file(run: Run, command: tuple[str, ...], tmp_path: Path) -> None:
    result = run(*command, "--report", f"json:{tmp_path / 'x.json'}", "--lang", "en")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--report" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format", ["auto", "text"])
def test_under_github_actions_rules_are_listed_as_text(run: Run, monkeypatch: pytest.MonkeyPatch, format: str) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert run("explain", "TT211", "--format", format).stdout.startswith("TT211")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("check", "--jobs", "abc"), "“abc” không phải là số nguyên từ 0"),
        (("build", "--jobs", "-1"), "“-1” không phải là số nguyên từ 0"),
        (("issue", "a.docx", "--number", "0", "--date", "2026-03-05"), "“0” không phải là số nguyên từ 1"),
    ],
)
def test_what_is_no_number_is_told_in_vietnamese(run: Run, words: tuple[str, ...], told: str) -> None:
    result = run(*words, "--lang", "vi")
    assert result.exit_code == 2
    assert told in result.stderr
    assert "integer" not in result.stderr
