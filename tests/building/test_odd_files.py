"""Folders, pipes, links and edited files where specs or Word files belong; days that are given for today."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docgen import DocgenError, build
from docgen.building import BuildResult, why

Write = Callable[[Path, str], None]
A = Path("specs/a.yaml")
needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")


def statuses(result: BuildResult) -> list[str]:
    return [str(outcome.status) for outcome in result.outcomes]


def edit(path: Path, part: str = "word/document.xml", old: str = "thông báo", new: str = "báo cáo") -> None:
    """Change a place of a part, the first that has ``old``, as a person would with Word."""
    with zipfile.ZipFile(path) as package:
        parts = {info.filename: package.read(info) for info in package.infolist()}
    assert old.encode() in parts[part]
    parts[part] = parts[part].replace(old.encode(), new.encode(), 1)
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


@needs_pipes
@pytest.mark.usefixtures("project")
def test_pipes_and_loops_among_the_specs_stop_nothing() -> None:
    os.mkfifo("specs/p.yaml")
    os.symlink("l.yaml", "specs/l.yaml")
    result = build(["specs"])
    assert statuses(result) == ["written", "written"]
    (problem,) = result.problems
    assert (problem.code, problem.place and problem.place.path) == ("build-unreadable", os.path.join("specs", "l.yaml"))
    assert result.failed


@pytest.mark.usefixtures("project")
def test_a_folder_that_may_not_be_read_is_one_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("specs/kín").mkdir()
    scan = os.scandir

    def refuse(path: str) -> Any:
        if os.path.basename(path) == "kín":
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    result = build(["specs"])
    assert statuses(result) == ["written", "written"]
    assert [p.code for p in result.problems] == ["build-unreadable"]


@needs_pipes
@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("path", ["p.yaml", "p.docx", "/dev/null"])
def test_a_pipe_that_is_named_is_refused_and_not_read(path: str) -> None:
    if not path.startswith("/"):
        os.mkfifo(path)
    result = build([path, "specs"])
    assert [p.code for p in result.problems] == ["build-special-file"]
    assert statuses(result) == ["written", "written"]
    with pytest.raises(DocgenError, match="ordinary"):
        why(path)


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("force", [True, False])
def test_a_folder_where_the_word_file_belongs(force: bool) -> None:
    Path("build/a.docx").mkdir(parents=True)
    result = build(["specs"], force=force)
    assert statuses(result) == ["failed", "written"]
    (problem,) = result.outcomes[0].problems
    assert problem.code == "build-no-file"
    assert "--force" not in str(problem.remedy)


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("path", ["agency.yaml", "specs"])
def test_what_is_no_spec_has_no_reason(path: str) -> None:
    with pytest.raises(DocgenError) as caught:
        why(path)
    assert [problem.code for problem in caught.value.problems] == ["build-no-spec"]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("check", [True, False])
@pytest.mark.parametrize("edited", [True, False])
def test_a_broken_spec_is_told_although_its_word_file_is_kept(check: bool, edited: bool) -> None:
    build(["specs"])
    if edited:
        edit(Path("build/a.docx"))
    else:
        Path("build/a.docx").write_bytes(b"my letter")
    assert statuses(build(["specs"], check=check)) == ["kept", "fresh"]
    kept = Path("build/a.docx").read_bytes()
    A.write_text(A.read_text("utf-8").replace("title: CHỦ TỊCH", "titel: CHỦ TỊCH"), "utf-8")
    result = build(["specs"], check=check)
    assert result.failed
    codes = [problem.code for problem in result.outcomes[0].problems]
    assert codes == ["spec-unknown-key", "build-edited" if edited else "build-foreign"]
    assert Path("build/a.docx").read_bytes() == kept


PROTECTION = '<w:documentProtection w:edit="readOnly" w:enforcement="{}"/></w:settings>'
BOOKMARK = '<w:bookmarkStart w:id="9000" w:name="{}"/><w:bookmarkEnd w:id="9000"/><w:r>'


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("change", "status"),
    [
        (("word/settings.xml", "</w:settings>", PROTECTION.format(1)), "kept"),
        (("word/settings.xml", "</w:settings>", PROTECTION.format(0)), "fresh"),
        (("word/document.xml", "<w:r>", BOOKMARK.format("PhanKy")), "kept"),
        (("word/document.xml", "<w:r>", BOOKMARK.format("_GoBack")), "fresh"),
        (("word/document.xml", "<w:r>", BOOKMARK.format("OLE_LINK1")), "fresh"),
    ],
)
def test_protection_and_a_persons_bookmarks_are_edits(change: tuple[str, str, str], status: str) -> None:
    build(["specs"])
    edit(Path("build/a.docx"), *change)
    assert statuses(build(["specs"])) == [status, "fresh"]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("state", [True, False])
def test_a_day_given_for_today_counts_for_documents_without_a_date(state: bool) -> None:
    A.write_text(A.read_text("utf-8").replace("date: 2026-03-05\n", ""), "utf-8")
    one, other = date(2026, 3, 1), date(2026, 4, 1)

    def look(today: date | None) -> tuple[list[str], str]:
        if not state:
            shutil.rmtree("build/.docgen", ignore_errors=True)
        result = build(["specs"], check=True, today=today)
        return statuses(result), result.outcomes[0].reason.template

    build(["specs"], today=one)
    assert look(one) == (["fresh", "fresh"], "The Word file is up to date.")
    assert look(other) == (["stale", "fresh"], "It was built with --today {then}; now --today {now} is given.")
    assert look(None) == (["stale", "fresh"], "It was built with --today {then}, which is not given now.")
    assert statuses(build(["specs"])) == ["written", "fresh"]
    assert look(None)[0] == ["fresh", "fresh"]
    assert look(one) == (["stale", "fresh"], "It was built without --today; now --today {now} is given.")
