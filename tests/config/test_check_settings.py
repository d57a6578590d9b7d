"""What docgen.toml says to check: overrides, the version it asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen._version import __version__
from docgen.config.settings import CheckSettings, Override, load_settings
from docgen.config.versions import allows, read_version
from docgen.problems import DocgenError, Problem


def load(folder: Path, text: str, name: str = "docgen.toml") -> None:
    (folder / name).write_text(text, "utf-8")
    load_settings(folder)


def refused(folder: Path, text: str) -> tuple[Problem, ...]:
    with pytest.raises(DocgenError) as caught:
        load(folder, text)
    return caught.value.problems


def test_everything_that_a_check_asks(tmp_path: Path) -> None:
    text = 'only = "text"\npreview = true\nselect = ["TT", "LV110"]\nignore = "vach-ke"\nfail-on = "never"\nbaseline = "b.json"\n'
    load(tmp_path, text)
    settings = load_settings(tmp_path)
    assert (settings.only, settings.preview, settings.fail_on) == ("text", True, "never")
    assert (settings.select, settings.ignore, settings.baseline) == (("TT", "LV110"), ("vach-ke",), tmp_path / "b.json")


@pytest.mark.parametrize(("name", "table"), [("docgen.toml", "overrides"), ("pyproject.toml", "tool.docgen.overrides")])
def test_overrides_are_about_some_files(tmp_path: Path, name: str, table: str) -> None:
    start = "" if name == "docgen.toml" else '[tool.docgen]\nlang = "vi"\n'
    first = f'[[{table}]]\npaths = ["cu/**"]\nfail-on = "never"\nonly = "all"\n'
    text = f'{start}{first}[[{table}]]\npaths = "a.docx"\nignore = ["TT2"]\n'
    load(tmp_path, text, name)
    assert load_settings(tmp_path).overrides == (
        Override(("cu/**",), fail_on="never", only="all"),
        Override(("a.docx",), ignore=("TT2",)),
    )


@pytest.mark.parametrize(("name", "table"), [("docgen.toml", "check"), ("pyproject.toml", "tool.docgen.check")])
def test_files_to_be_checked_may_follow_other_rules_than_new_specs(tmp_path: Path, name: str, table: str) -> None:
    start = "" if name == "docgen.toml" else "[tool.docgen]\n"
    load(tmp_path, f'{start}standard = "hd05"\n[{table}]\nstandard = "auto"\nagency = "snv"\n', name)
    settings = load_settings(tmp_path)
    assert (settings.standard, settings.check) == ("hd05", CheckSettings("auto", "snv"))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('[[overrides]]\nignore = ["TT2"]\n', (1, "config-value")),
        ('overrides = "x"\n', (1, "config-value")),
        ('jobs = 1\n[overrides]\npaths = ["x"]\n', (2, "config-value")),
        ('check = "nd30"\n', (1, "config-value")),
        ('standard = "nd30"\n[check]\nstandard = 30\n', (3, "config-value")),
        ('[check]\nstandard = "auto"\nagency = ""\n', (3, "config-value")),
        ('[check]\njobs = 2\n', (2, "config-unknown-key")),
        ('[check]\nagency = "snv"\n[[overrides]]\npaths = ["x"]\nagency = 1\n', (5, "config-value")),
        ('[[overrides]]\npaths = ["x"]\nselct = ["TT2"]\n', (3, "config-unknown-key")),
        ('[[overrides]]\npaths = ["x"]\nfail-on = "info"\n', (3, "config-value")),
        ('[[overrides]]\npaths = ["x"]\njobs = 2\n', (3, "config-unknown-key")),
        ('preview = "yes"\n', (1, "config-value")),
        ('only = "sample"\n', (1, "config-value")),
        ("required-version = 2\n", (1, "config-value")),
        ('required-version = "new"\n', (1, "config-value")),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, place: tuple[int | None, str]) -> None:
    (problem,) = refused(tmp_path, text)
    assert problem.place is not None
    assert (problem.place.line, problem.code) == place
    assert problem.remedy is not None


@pytest.mark.parametrize(
    ("wanted", "version", "fits"),
    [
        (">=0.2,<0.3", "0.2.0", True),
        (">=0.2,<0.3", "0.2.9", True),
        (">=0.2, <0.3", "0.3.0", False),
        (">=0.2,<0.3", "0.1.9", False),
        ("~=0.2", "0.9.0", True),
        ("~=0.2.1", "0.2.5", True),
        ("~=0.2.1", "0.3.0", False),
        ("~=0.2.1", "0.2.0", False),
        ("0.2.0", "0.2.0", True),
        ("==0.2", "0.2.0", True),
        ("!=0.2.1", "0.2.1", False),
        ("> 0.2", "0.2.1.dev4", True),
        (">0.2", "0.2.0", False),
        ("<=0.10", "0.9", True),
    ],
)
def test_versions_are_compared_by_numbers(wanted: str, version: str, fits: bool) -> None:
    assert allows(wanted, version) is fits


def test_a_version_that_does_not_fit_is_the_only_thing_said(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, 'tomorrows-key = 1\nrequired-version = ">=99"\n')
    assert problem.code == "config-version"
    assert problem.place is not None
    assert problem.place.line == 2
    assert __version__ in str(problem.what)


def test_the_running_version_fits_itself(tmp_path: Path) -> None:
    major, minor = read_version(__version__)[:2]
    load(tmp_path, f'required-version = ">={major}.{minor},<{major}.{minor + 1}"\n')
    assert load_settings(tmp_path).required_version is not None
