"""``docgen issue`` on the command line: what it says, what it refuses, and that it writes both files or neither."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from docgen.problems import DocgenError, Place, Problem, msg
from tests.support.word_edits import W, edit, run_of

Run = Callable[..., Result]
APPENDIX = "appendices:\n  - title: Danh sách\n    text: Nội dung.\n"


@pytest.fixture
def spec(project: Path) -> Path:
    path = project / "specs" / "a.yaml"
    kept = [line for line in path.read_text("utf-8").splitlines(True) if not line.startswith(("number:", "date:", "số:", "ngày:"))]
    path.write_text("".join(kept), "utf-8", newline="\n")
    return path


@pytest.fixture
def word_file(project: Path, spec: Path, run: Run) -> Path:
    assert run("build", "specs/a.yaml").exit_code == 0
    return next(project.glob("build/**/a.docx"))


def test_number_and_date_are_told_as_they_stand_there(spec: Path, word_file: Path, run: Run) -> None:
    result = run("issue", str(word_file), "--number", "07", "--date", "05/3/2026", "--lang", "en")
    assert result.exit_code == 0
    assert "Số: 07/" in result.output
    assert "ngày 05 tháng 3 năm 2026" in result.output
    assert "appendi" not in result.output
    text = spec.read_text("utf-8")
    assert "number: 7\n" in text
    assert "date: 2026-03-05\n" in text
    assert run("pull", str(word_file)).exit_code == 0
    assert run("build", "specs/a.yaml").exit_code == 0


@pytest.mark.parametrize(
    ("appendices", "told"),
    [
        (APPENDIX, "the line below the title of its appendix reads now: (Kèm theo"),
        (APPENDIX + APPENDIX.partition("\n")[2], "the lines below the titles of its 2 appendices were filled as well."),
    ],
)
def test_lines_of_appendices_are_told(project: Path, spec: Path, run: Run, appendices: str, told: str) -> None:
    spec.write_text(spec.read_text("utf-8") + appendices, "utf-8", newline="\n")
    assert run("build", "specs/a.yaml").exit_code == 0
    path = next(project.glob("build/**/a.docx"))
    result = run("issue", str(path), "--number", "7", "--date", "2026-03-05", "--lang", "en")
    assert told in " ".join(result.output.split())
    assert run("build", "specs/a.yaml").exit_code == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--number", "0"), "no whole number from 1 on"),
        (("--number=-3",), "no whole number from 1 on"),
        (("--number", "12a"), "no whole number from 1 on"),
        (("--date", "2026-02-30"), "no day of the calendar"),
        (("--date", "hôm nay"), "no day of the calendar"),
        ((), "Neither a number nor a date is given."),
    ],
)
def test_what_is_no_number_or_no_day_is_refused_in_words(word_file: Path, run: Run, words: tuple[str, ...], told: str) -> None:
    before = word_file.read_bytes()
    result = run("issue", str(word_file), *words, "--lang", "en")
    assert result.exit_code == 2
    assert told in " ".join(result.output.split())
    assert word_file.read_bytes() == before


def test_a_file_that_is_open_stays(spec: Path, word_file: Path, run: Run) -> None:
    (word_file.parent / f".~lock.{word_file.name}#").write_text("")
    before = word_file.read_bytes(), spec.read_bytes()
    assert run("issue", str(word_file), "--number", "7").exit_code == 2
    assert (word_file.read_bytes(), spec.read_bytes()) == before


@pytest.mark.parametrize("stuck", ["a.docx", "a.yaml"])
def test_both_files_are_written_or_neither(
    spec: Path, word_file: Path, run: Run, monkeypatch: pytest.MonkeyPatch, stuck: str
) -> None:
    from docgen.jobs import files

    real = files.write_atomic

    def write(path: Path, data: bytes) -> None:
        if path.name == stuck:
            raise DocgenError(Problem("output-no-space", msg("The disk is full."), None, Place(str(path))))
        real(path, data)

    monkeypatch.setattr(files, "write_atomic", write)
    before = word_file.read_bytes(), spec.read_bytes()
    assert run("issue", str(word_file), "--number", "7", "--date", "2026-03-05").exit_code == 2
    assert (word_file.read_bytes(), spec.read_bytes()) == before


@pytest.mark.parametrize("stuck", ["a.docx", "a.yaml"])
def test_a_file_for_reading_only_stays(
    spec: Path, word_file: Path, run: Run, monkeypatch: pytest.MonkeyPatch, stuck: str
) -> None:
    monkeypatch.setattr("os.access", lambda path, mode: Path(path).name != stuck)
    before = word_file.read_bytes(), spec.read_bytes()
    assert run("issue", str(word_file), "--number", "7", "--date", "2026-03-05").exit_code == 2
    assert (word_file.read_bytes(), spec.read_bytes()) == before


def test_a_spec_that_moved_and_a_file_that_was_renamed_are_found(project: Path, spec: Path, word_file: Path, run: Run) -> None:
    moved = spec.with_name("khac.yaml")
    spec.rename(moved)
    named = word_file.with_name("ban-ky.docx")
    word_file.rename(named)
    result = run("issue", str(named), "--number", "7", "--date", "2026-03-05")
    assert result.exit_code == 0, result.output
    assert "number: 7\n" in moved.read_text("utf-8")


def test_the_build_after_issue_keeps_no_copy_of_what_only_docgen_wrote(project: Path, spec: Path, run: Run) -> None:
    """The line below an appendix's title is as wide as its words, which ``issue`` changes and nothing else."""
    spec.write_text(spec.read_text("utf-8") + APPENDIX, "utf-8", newline="\n")
    assert run("build", "specs/a.yaml").exit_code == 0
    path = next(project.glob("build/**/a.docx"))
    assert run("issue", str(path), "--number", "7").exit_code == 0
    assert run("issue", str(path), "--date", "2026-03-05").exit_code == 0
    assert run("build", "specs/a.yaml").exit_code == 0
    assert list(path.parent.glob("*.bak.docx")) == []
    assert run("build", "--check", "specs/a.yaml").exit_code == 0


def test_an_edit_after_issue_is_kept(project: Path, spec: Path, word_file: Path, run: Run) -> None:
    assert run("issue", str(word_file), "--number", "7").exit_code == 0
    edited = edit(word_file.read_bytes(), lambda root: next(root.iter(f"{W}p")).append(run_of(" thêm")))
    word_file.write_bytes(edited)
    assert run("build", "specs/a.yaml").exit_code == 1
    assert word_file.read_bytes() == edited


def rest_on(day: str, spec: Path) -> None:
    """Make the document of ``spec`` rest on one of ``day``."""
    text = spec.read_text("utf-8")
    assert "bases:" not in text
    base = f"bases:\n  - Quyết định số 5/QĐ-UBND {day} của Ủy ban nhân dân tỉnh\n"
    spec.write_text(text + base, "utf-8", newline="\n")


@pytest.mark.parametrize(
    ("day", "told"),
    [
        # Decree 30/2020/NĐ-CP was signed on that day
        ("1026-03-05", "The rules that the file is laid out by are in force from 2020-03-05 on."),
        ("2126-03-05", "2126-03-05 is more than a year away."),
        ("2026-02-28", "A document that it rests on is dated 2026-03-01, which is later."),
    ],
)
def test_a_day_that_no_document_can_have_is_refused(
    spec: Path, run: Run, monkeypatch: pytest.MonkeyPatch, day: str, told: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772668800")
    rest_on("ngày 01 tháng 3 năm 2026", spec)
    assert run("build", "specs/a.yaml").exit_code == 0
    path = Path("build/a.docx")
    written = path.read_bytes()
    result = run("issue", str(path), "--date", day, "--lang", "en")
    assert result.exit_code == 2
    assert "issue-impossible-date" in result.output
    assert told in " ".join(result.output.split())
    assert path.read_bytes() == written
    forced = run("issue", str(path), "--date", day, "--force")
    assert forced.exit_code == 0
    assert "issue-impossible-date" not in forced.output


def test_the_day_of_the_document_that_it_rests_on_is_a_possible_one(
    spec: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772668800")
    rest_on("ngày 01 tháng 3 năm 2026", spec)
    assert run("build", "specs/a.yaml").exit_code == 0
    result = run("issue", "build/a.docx", "--date", "2026-03-01")
    assert result.exit_code == 0
    assert "issue-impossible-date" not in result.output
    assert "date: 2026-03-01\n" in spec.read_text("utf-8")


def test_a_day_long_ago_is_written_with_a_warning(
    spec: Path, word_file: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772668800")
    result = run("issue", str(word_file), "--date", "2024-03-04", "--lang", "en")
    assert (result.exit_code, "issue-odd-date" in result.output) == (0, True)
    assert "date: 2024-03-04\n" in spec.read_text("utf-8")


@pytest.mark.parametrize("number", ["0", "-5", "05a", "5/KH", ""])
def test_only_a_positive_whole_number_is_a_number(spec: Path, word_file: Path, run: Run, number: str) -> None:
    written = word_file.read_bytes()
    assert run("issue", str(word_file), "--number", number).exit_code == 2
    assert word_file.read_bytes() == written
