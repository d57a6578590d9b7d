"""CONTRIBUTING, CHANGELOG and the settings beside them name what is there."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

import docgen

ROOT = Path(__file__).parents[2]
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_house_has_the_rooms_of_the_import_contract_in_its_order() -> None:
    rows = re.findall(r"^\| (`[a-z0-9`, ]+`) \| ", CONTRIBUTING.partition("## The house")[2], re.MULTILINE)
    told = [set(re.findall(r"`(\w+)`", row)) for row in rows]
    layers = [set(layer.split(" | ")) for layer in PYPROJECT["tool"]["importlinter"]["contracts"][0]["layers"]]
    told[-1:] = [{room} for room in ("i18n", "problems")] if told[-1] == {"i18n", "problems"} else told[-1:]
    assert told == layers


def test_paths_that_are_named_are_there() -> None:
    named = set(re.findall(r"`((?:docgen|tests|tools|specs|docs|templates)/[\w./*-]*)`", CONTRIBUTING))
    named |= set(re.findall(r"\]\(([^)]+)\)", CONTRIBUTING))
    assert len(named) > 15
    for path in named:
        assert list(ROOT.glob(path.rstrip("/"))), path


@pytest.mark.parametrize("page", sorted(path.name for path in ROOT.glob("*.md")))
def test_make_targets_that_are_named_exist(page: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    # in prose only words in code quotes are commands
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE))
    assert named <= targets


def test_make_knows_every_rule_set() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    listed = re.findall(r"^STANDARDS := (.*)$", makefile, re.MULTILINE)[0].split()
    assert sorted(listed) == sorted(path.stem for path in (ROOT / "docgen" / "standards").glob("*.yaml"))


def test_every_dependency_has_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for dependency in PYPROJECT["project"]["dependencies"]:
        line = next(line for line in text.splitlines() if f'"{dependency}"' in line)
        assert re.search(r"# \S+ \S+", line), dependency


def test_the_changelog_begins_with_this_version() -> None:
    versions = re.findall(r"^## \[([\d.]+)\] - (\S+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert versions[0][0] == docgen.__version__
    assert all(re.fullmatch(r"Unreleased|\d{4}-\d\d-\d\d", day) for _, day in versions)


def test_the_hooks_run_programs_that_are_there() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    hooks = [hook for repo in config["repos"] for hook in repo["hooks"]]
    assert {"ruff", "mypy"} <= {hook["id"] for hook in hooks}
    assert [repo["repo"] for repo in config["repos"]] == ["local"]
    for hook in hooks:
        for script in re.findall(r"tools/\w+\.py", hook["entry"]):
            assert (ROOT / script).is_file()


def test_git_keeps_line_ends_and_word_files_as_they_are() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    names = ["docgen/i18n.py", "specs/a.yaml", "templates/nd30/van-ban.docx"]
    done = subprocess.run(
        ["git", "check-attr", "eol", "text", "--", *names], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    found = {tuple(line.split(": ")[:2]): line.split(": ")[2] for line in done.stdout.splitlines()}
    assert {found[name, "eol"] for name in names[:2]} == {"lf"}
    assert found[names[2], "text"] == "unset"
