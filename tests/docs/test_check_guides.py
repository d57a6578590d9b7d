"""The guides to checking: their commands print what is shown, their tables and names are docgen's own."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from docgen.checking.selection import is_preview
from docgen.checks.registry import all_rules, rule_named
from docgen.cli.exit_codes import ExitCode
from docgen.config.settings import Settings
from docgen.reports.formats import FORMATS
from docgen.standards import load_standard, standard_names
from tests.docs.console import ROOT, docgen, fenced, replay, without_blocks
from tests.docs.edited import NAME, write_notice

DOCS = ROOT / "docs"
GUIDES = {"en": DOCS / "check.md", "vi": DOCS / "kiem-tra.md"}
BY_LANGUAGE = pytest.mark.parametrize("language", GUIDES)
COMMANDS = ("new", "check", "fix", "rules", "explain", "build", "schema")


def read(language: str) -> str:
    return GUIDES[language].read_text(encoding="utf-8")


def parts(language: str) -> list[str]:
    """The page cut at its headings of the second level."""
    return re.split(r"^(?=## )", read(language), flags=re.MULTILINE)


SHOWN = [
    pytest.param(language, part, id=f"{GUIDES[language].stem}-{part.splitlines()[0].strip('# ')}")
    for language in GUIDES
    for part in parts(language)
    if any(kind == "console" for kind, _, _ in fenced(part))
]


@pytest.mark.parametrize(("language", "part"), SHOWN)
def test_commands_print_what_is_shown(language: str, part: str, tmp_path: Path) -> None:
    write_notice(tmp_path)
    assert replay(part, language, tmp_path)


def test_every_command_about_rules_is_shown() -> None:
    shown = {language: set(re.findall(r"^\$ docgen (\w+)", read(language), re.MULTILINE)) for language in GUIDES}
    assert shown["en"] >= {"check", "fix", "explain", "build"}
    assert shown["vi"] >= {"check", "fix", "explain"}


def report(folder: Path, words: str = "") -> dict[str, Any]:
    write_notice(folder)
    made: dict[str, Any] = json.loads(docgen(f"docgen check van-ban --format json {words}", "en", folder).stdout)
    return made


def test_the_finding_that_is_shown_is_the_real_one(tmp_path: Path) -> None:
    (code, shown), *others = [(name.split()[1], text) for kind, name, text in fenced(read("en")) if kind == "json"]
    assert not others
    (finding,) = report(tmp_path, f"--select {code}")["files"][0]["findings"]
    assert json.loads(shown) == finding


def test_the_schema_that_is_named_describes_the_report(tmp_path: Path) -> None:
    assert "`docgen schema --report`" in read("en")
    schema = json.loads(docgen("docgen schema --report", "en", tmp_path).stdout)
    Draft7Validator.check_schema(schema)
    Draft7Validator(schema).validate(report(tmp_path))


def table(language: str, first: str) -> dict[str, str]:
    """The rows of the table whose first column is called ``first``."""
    ((rows),) = re.findall(rf"^ *\| {first} \|.*\n *\|[-|]+\|\n((?: *\|.*\n)+)", read(language), re.MULTILINE)
    cells = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in rows.splitlines()]
    return {row[0]: " | ".join(row[1:]) for row in cells}


def test_the_table_of_settings_is_that_of_the_program() -> None:
    told = [key for cell in table("en", "key") for key in re.findall(r"`([\w-]+)`", cell)]
    assert sorted(told) == sorted(field.name.replace("_", "-") for field in fields(Settings) if field.name != "file")


def test_the_table_of_rule_sets_has_their_titles_and_days() -> None:
    shown = {}
    for name in standard_names():
        standard = load_standard(name)
        since, until = standard.valid.since, standard.valid.until
        days = f"from {since}" if until is None else f"{since} to {until}"
        shown[f"`{name}`"] = f"{standard.title} | {days}"
    assert table("en", "rule set") == shown
    later = load_standard("hd05").valid.since
    assert f"từ {later.day}/{later.month}/{later.year}" in read("vi")
    assert load_standard("hd36").valid.until == later - timedelta(days=1)


def test_the_tables_of_codes_are_complete() -> None:
    assert {cell.strip("`") for cell in table("en", "letters")} == {rule.code[:2] for rule in all_rules()}
    digits = {rule.code[2] for rule in all_rules() if rule.code[:2] in ("TT", "DD")}
    assert set(table("en", "digit")) == set(table("vi", "chữ số")) == digits


def test_the_table_of_exit_codes_is_that_of_the_program() -> None:
    assert set(table("en", "exit code")) == {str(code.value) for code in ExitCode}


def test_all_formats_are_named() -> None:
    reports = read("en").partition("## Reports")[2].partition("\n\n")[2].partition("\n")[0]
    assert set(FORMATS) <= set(re.findall(r"`(\w+)`", reports))


def test_no_rule_is_a_preview_as_the_guide_says() -> None:
    assert "none of them is a preview" in read("en")
    assert not [rule.code for rule in all_rules() if is_preview(rule)]


@BY_LANGUAGE
def test_rules_that_are_named_exist(language: str) -> None:
    codes = set(re.findall(r"\b(?:TT|DD|LV)\d{3}\b", read(language)))
    assert len(codes) >= 5
    assert not [code for code in codes if rule_named(code) is None]


@BY_LANGUAGE
def test_commands_and_options_that_are_named_exist(language: str) -> None:
    text = read(language)
    known = {name: docgen(f"docgen {name} --help", "en", ROOT).stdout for name in COMMANDS}
    for command, rest in re.findall(r"(?:`|^\$ )docgen ([a-z]+)([^`\n]*)", text, re.MULTILINE):
        assert command in known, command
        for option in re.findall(r"--[a-z-]+", rest):
            assert option in known[command], f"docgen {command} {option}"
    for option in set(re.findall(r"`(--[a-z-]+)", without_blocks(text))):
        assert any(re.search(rf"{option}\b", told) for told in known.values()), option


@BY_LANGUAGE
def test_links_lead_somewhere(language: str) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", without_blocks(read(language))):
        page, _, anchor = target.partition("#")
        path = DOCS / page
        assert path.is_file(), target
        if anchor:
            titles = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}, target


@BY_LANGUAGE
def test_the_example_is_named_and_its_faults_are_all_that_is_found(language: str, tmp_path: Path) -> None:
    assert f"`{NAME}`" in read(language)
    found = [finding["rule"] for finding in report(tmp_path)["files"][0]["findings"]]
    assert sorted(found) == ["DD202", "LV110", "TT101", "TT205", "TT211"]
