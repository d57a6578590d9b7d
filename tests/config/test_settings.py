"""docgen.toml and [tool.docgen]."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.config import Settings, load_settings
from docgen.problems import DocgenError


def test_nothing_found_is_the_default(tmp_path: Path) -> None:
    settings = load_settings(tmp_path)
    assert settings == Settings()


def test_nearest_file_counts_whole(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "docgen.toml").write_text('jobs = 3\nlang = "en"\n', "utf-8")
    (tmp_path / "a" / "docgen.toml").write_text('out = "ra"\nto = ["docx", "pdf"]\nexclude = ["nháp/*"]\n', "utf-8")
    settings = load_settings(inner)
    assert settings == Settings(out=tmp_path / "a" / "ra", to=("docx", "pdf"), exclude=("nháp/*",))
    assert settings.file == tmp_path / "a" / "docgen.toml"


def test_pyproject_counts_only_with_its_section(tmp_path: Path) -> None:
    inner = tmp_path / "a"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[project]\nname = 'x'\n", "utf-8")
    (tmp_path / "pyproject.toml").write_text('[tool.docgen]\nto = "pdf"\nfail-on = "warning"\n', "utf-8")
    assert load_settings(inner) == Settings(to=("pdf",), fail_on="warning")


def test_explicit_file_wins(tmp_path: Path) -> None:
    (tmp_path / "docgen.toml").write_text("jobs = 3\n", "utf-8")
    (tmp_path / "other.toml").write_text("jobs = 5\n", "utf-8")
    assert load_settings(tmp_path, tmp_path / "other.toml").jobs == 5


def test_all_wrong_settings_at_once(tmp_path: Path) -> None:
    (tmp_path / "docgen.toml").write_text('job = 3\njobs = 0\nlang = "fr"\nto = ["odt"]\n', "utf-8")
    with pytest.raises(DocgenError) as caught:
        load_settings(tmp_path)
    found = [(p.place.line, p.place.column, p.code) for p in caught.value.problems if p.place]
    assert found == [(1, 1, "config-unknown-key"), (2, 1, "config-value"), (3, 1, "config-value"), (4, 1, "config-value")]
    assert str(caught.value.problems[0].remedy) == "Did you mean jobs?"


def test_broken_toml_has_line_and_excerpt(tmp_path: Path) -> None:
    (tmp_path / "docgen.toml").write_text("jobs = 2\nlang = vi\n", "utf-8")
    with pytest.raises(DocgenError) as caught:
        load_settings(tmp_path)
    place = caught.value.problems[0].place
    assert place is not None
    assert (caught.value.problems[0].code, place.line, place.excerpt) == ("config-not-toml", 2, "lang = vi")


def test_missing_explicit_file(tmp_path: Path) -> None:
    with pytest.raises(DocgenError) as caught:
        load_settings(tmp_path, tmp_path / "none.toml")
    assert caught.value.problems[0].code == "config-missing"
