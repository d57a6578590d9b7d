"""``fix`` over files: what is written where, what is left alone, what is said."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from docgen import fix
from docgen.checking import FixedFile, FixResult, check
from docgen.cli.exit_codes import ExitCode
from docgen.cli.fixing import choose_fix_code
from docgen.problems import DocgenError, Level
from tests.checks.making import packed, parts_of, spoilt_paragraph
from tests.corpus.papers import state_plan
from tests.corpus.wordml import write_paper
from tests.fixes.law import assert_only_named
from tests.support.checked import SMALL_MOTTO, SPEC, bad, foreign, good, with_property, write

ZERO = "TT211"
# packed once: a package tells when it was made
BAD = bad()


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def plan() -> bytes:
    """Wrong: a one-digit number without its zero (safe), a name in capitals (to be looked at)."""
    return write_paper(state_plan().say("number", "Số: 5/KH-UBND").say("sign_name", "TRẦN VĂN BÌNH"))


def one(result: FixResult) -> FixedFile:
    (file,) = result.files
    return file


def rules_of(file: FixedFile) -> set[str]:
    return {change.rule for change in file.changes}


def codes_found(path: str) -> set[str]:
    return {problem.code for file in check([path]).files for problem in file.findings}


def test_without_a_wish_nothing_is_written() -> None:
    write(Path("a.docx"), BAD)
    file = one(fix(["a.docx"]))
    assert (file.status, rules_of(file), file.output) == ("fixable", {SMALL_MOTTO}, None)
    assert Path("a.docx").read_bytes() == BAD
    assert os.listdir() == ["a.docx"]


def test_in_place_the_file_is_replaced_and_then_there_is_nothing_to_do() -> None:
    write(Path("a.docx"), BAD)
    file = one(fix(["a.docx"], in_place=True))
    assert (file.status, file.output) == ("fixed", "a.docx")
    assert_only_named(BAD, Path("a.docx").read_bytes(), [change.edit for change in file.changes])
    assert codes_found("a.docx") == set()
    again = fix(["a.docx"], in_place=True)
    assert one(again).status == "unchanged"
    assert not again.is_open


def test_copies_keep_their_place_below_the_folder_and_replace_nothing() -> None:
    write(Path("v/a.docx"), BAD)
    write(Path("v/good.docx"), good())
    first = fix(["v"], out="neu")
    assert [file.output for file in first.files] == [str(Path("neu/v/a.docx")), None]
    assert sorted(p.name for p in Path("neu").rglob("*")) == ["a.docx", "v"]
    assert Path("v/a.docx").read_bytes() == BAD
    assert codes_found("neu/v/a.docx") == set()
    Path("neu/v/a.docx").write_bytes(b"somebody's")
    second = fix(["v"], out="neu")
    assert [file.status for file in second.files] == ["kept", "unchanged"]
    assert [problem.code for problem in second.files[0].problems if problem.level is Level.ERROR] == ["fix-exists"]
    assert Path("neu/v/a.docx").read_bytes() == b"somebody's"
    assert second.is_open
    assert not second.failed


@pytest.mark.parametrize("lock", ["~$-hoach.docx", ".~lock.ke-hoach.docx#"])
def test_a_file_that_is_open_is_left_alone(lock: str) -> None:
    write(Path("ke-hoach.docx"), BAD)
    write(Path(lock), b"x")
    file = one(fix(["ke-hoach.docx"], in_place=True))
    assert file.status == "kept"
    assert "fix-open" in {problem.code for problem in file.problems}
    assert Path("ke-hoach.docx").read_bytes() == BAD


def test_a_file_that_changes_meanwhile_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    write(Path("a.docx"), BAD)
    monkeypatch.setattr("docgen.checking.mending.is_open_in_office", lambda path: bool(Path(path).write_bytes(good())) and False)
    file = one(fix(["a.docx"], in_place=True))
    assert (file.status, {problem.code for problem in file.problems}) == ("kept", {"fix-changed"})
    assert Path("a.docx").read_bytes() == good()


def test_what_a_person_should_look_at_is_changed_only_when_asked_for() -> None:
    write(Path("a.docx"), plan())
    safe = one(fix(["a.docx"]))
    assert rules_of(safe) == {ZERO}
    assert safe.unsafe
    both = one(fix(["a.docx"], unsafe=True))
    assert rules_of(both) > {ZERO}
    assert (both.unsafe, both.by_hand, both.stubborn) == (0, 0, 0)


def test_only_what_is_asked_is_repaired() -> None:
    write(Path("a.docx"), BAD)
    assert rules_of(one(fix(["a.docx"], select=["DD201"]))) == {SMALL_MOTTO}
    assert one(fix(["a.docx"], ignore=["DD", "TT"])).status == "unchanged"
    with pytest.raises(DocgenError):
        fix(["a.docx"], select=["TT999"])


def test_what_somebody_lets_pass_stays() -> None:
    write(Path("a.docx"), with_property(BAD, f"{SMALL_MOTTO}: the agency's own sign"))
    write(Path("b.docx"), BAD)
    write(Path("b.docgen.toml"), f'[suppress]\n{SMALL_MOTTO} = "as agreed"\n')
    write(Path("c.docx"), with_property(BAD, SMALL_MOTTO))
    assert [file.status for file in fix(["a.docx", "b.docx", "c.docx"]).files] == ["unchanged", "unchanged", "fixable"]


def test_other_files_are_done_whatever_happens_to_one() -> None:
    write(Path("a.docx"), b"no Word file")
    write(Path("b.docx"), foreign())
    write(Path("c.docx"), BAD)
    write(Path("d.yaml"), SPEC)
    result = fix(["a.docx", "b.docx", "c.docx", "d.yaml", "gone.docx"], in_place=True, jobs=2)
    assert [file.status for file in result.files] == ["unreadable", "foreign", "fixed", "unchanged", "unreadable"]
    assert result.failed
    assert [(p.code, p.level) for p in result.files[3].problems] == [("fix-spec", Level.NOTE)]
    assert Path("d.yaml").read_text(encoding="utf-8") == SPEC
    assert sorted(os.listdir()) == ["a.docx", "b.docx", "c.docx", "d.yaml"]


def test_a_signed_file_is_not_touched() -> None:
    write(Path("a.docx"), packed({**parts_of(BAD), "_xmlsignatures/origin.sigs": b""}))
    file = one(fix(["a.docx"], in_place=True))
    assert (file.status, [p.code for p in file.problems]) == ("unchanged", ["fix-signed"])


def test_a_result_that_cannot_be_written_is_said() -> None:
    write(Path("a.docx"), BAD)
    write(Path("stop"), b"a file where a folder should be")
    result = fix(["a.docx"], out="stop/inner")
    assert one(result).status == "failed"
    assert result.failed


def test_a_folder_and_in_place_exclude_each_other() -> None:
    with pytest.raises(DocgenError):
        fix(["a.docx"], out="x", in_place=True)


def test_repairs_that_cannot_be_made_are_counted_as_left() -> None:
    # the date is worked out by Word: what would be written there is gone at the next update
    data = write_paper(state_plan().say("place_date", "Sơn Hải, ngày 5 tháng 3 năm 2026"))
    field = r'\1<w:fldSimple w:instr=" DATE ">\2</w:fldSimple></w:p>'
    data = spoilt_paragraph(data, "ngày 5 tháng", lambda xml: re.sub(r"(.*?</w:pPr>)(.*)</w:p>", field, xml, flags=re.DOTALL))
    write(Path("a.docx"), data)
    result = fix(["a.docx"], in_place=True)
    file = one(result)
    assert file.status == "unchanged"
    assert file.stubborn == 1
    (problem,) = file.problems
    assert problem.code == "fix-left"
    assert "changes nothing here" in str(problem.what)
    # what docgen said it could repair is still there
    assert result.fell_short
    assert choose_fix_code(result) is ExitCode.FINDINGS
