"""``docgen check``, ``rules``, ``explain`` and ``build --verify`` as people and build servers run them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from docgen.checks.registry import all_rules
from tests.checks.making import spoilt
from tests.support.checked import DEGREE, SMALL_MOTTO, SPEC, bad, foreign, good, with_property, write

Run = Callable[..., Result]
Start = Callable[..., "subprocess.CompletedProcess[bytes]"]
YEAR = "TT217"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("v/bad.docx"), bad())
    write(Path("v/good.docx"), good())
    write(Path("v/year.docx"), spoilt(good(), ">318<", ">318/2026<"))


def report(run: Run, *words: str) -> dict[str, Any]:
    envelope: dict[str, Any] = json.loads(run("check", *words, "--format", "json").stdout)
    return envelope


def found(run: Run, *words: str) -> list[list[str]]:
    return [[finding["rule"] for finding in file["findings"]] for file in report(run, *words)["files"]]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("v/good.docx",), 0),
        (("v/bad.docx",), 1),
        (("v/year.docx",), 0),
        (("v/year.docx", "--fail-on", "warning"), 1),
        (("v/bad.docx", "--fail-on", "never"), 0),
        (("v/bad.docx", "gone.docx"), 2),
        (("gone.docx", "--fail-on", "never"), 2),
        (("v/good.docx", "--select", "TT999"), 2),
        (("v/good.docx", "--standard", "nd31"), 2),
        (("v/good.docx", "--fail-on", "info"), 2),
        (("v/good.docx", "--update-baseline"), 2),
        (("v/good.docx", "--baseline", "gone.json"), 2),
        (("v/good.docx", "--files-from", "gone.txt"), 2),
        (("v/good.docx", "--jobs", "-1"), 2),
    ],
)
def test_exit_codes(run: Run, words: tuple[str, ...], code: int) -> None:
    assert run("check", *words).exit_code == code


def test_an_empty_folder_is_two_and_an_empty_list_is_fine(run: Run) -> None:
    Path("empty").mkdir()
    assert run("check", "empty").exit_code == 2
    write(Path("list.txt"), "\n")
    assert run("check", "--files-from", "list.txt").exit_code == 0


def test_without_a_path_this_folder_is_checked(run: Run) -> None:
    assert [file["path"] for file in report(run)["files"]] == [str(Path("v") / f"{n}.docx") for n in ("bad", "good", "year")]


def test_rules_are_chosen_by_code_name_and_group(run: Run) -> None:
    assert found(run, "v") == [[SMALL_MOTTO], [], [YEAR]]
    assert found(run, "v", "--select", "TT") == [[], [], [YEAR]]
    assert found(run, "v", "--select", "dd201,nam-trong-so") == [[SMALL_MOTTO], [], [YEAR]]
    assert found(run, "v", "--ignore", "DD", "--ignore", YEAR) == [[], [], []]
    assert found(run, "v", "--only", "text") == [[SMALL_MOTTO], [], []]


def test_the_files_may_come_from_a_list(run: Run, start: Start) -> None:
    write(Path("list.txt"), "v/good.docx\r\n\r\nv/bad.docx\n")
    assert found(run, "--files-from", "list.txt") == [[], [SMALL_MOTTO]]
    assert found(run, "v/year.docx", "--files-from", "list.txt") == [[YEAR], [], [SMALL_MOTTO]]
    assert run("check", "--files-from", "-").exit_code == 0


def test_excludes_add_up(run: Run) -> None:
    write(Path("docgen.toml"), 'exclude = ["good*"]\n')
    assert found(run, "v", "--exclude", "year.docx") == [[SMALL_MOTTO]]


def test_the_configuration_says_what_is_always_wanted(run: Run) -> None:
    write(Path("docgen.toml"), f'ignore = ["{SMALL_MOTTO}"]\nfail-on = "warning"\n')
    assert found(run, "v") == [[], [], [YEAR]]
    assert run("check", "v").exit_code == 1
    assert run("check", "v", "--fail-on", "error").exit_code == 0
    assert found(run, "v", "--ignore", "TT") == [[SMALL_MOTTO], [], []]


def test_the_rule_set_of_new_specs_may_be_the_partys(run: Run) -> None:
    write(Path("docgen.toml"), 'standard = "party"\n')
    assert found(run, "v/bad.docx") == [[SMALL_MOTTO]]
    write(Path("docgen.toml"), 'standard = "hd05"\n')
    assert report(run, "v/bad.docx")["files"][0]["standard"] == "hd05"
    assert report(run, "v/bad.docx", "--standard", "auto")["files"][0]["standard"] == "nd30"
    write(Path("docgen.toml"), 'standard = "hd05"\n[check]\nstandard = "auto"\n')
    assert report(run, "v/bad.docx")["files"][0]["standard"] == "nd30"
    write(Path("docgen.toml"), '[check]\nstandard = "hd05"\n')
    assert report(run, "v/bad.docx")["files"][0]["standard"] == "hd05"


def test_overrides_change_it_for_some_files(run: Run) -> None:
    first = f'[[overrides]]\npaths = ["v/b*"]\nignore = ["{SMALL_MOTTO}"]\n'
    write(Path("docgen.toml"), first + '[[overrides]]\npaths = ["v"]\nfail-on = "never"\n')
    assert found(run, "v") == [[], [], [YEAR]]
    assert run("check", "v").exit_code == 0
    write(Path("docgen.toml"), '[[overrides]]\npaths = ["v/bad.docx"]\nfail-on = "never"\n')
    assert run("check", "v").exit_code == 0
    assert run("check", "v", "--fail-on", "error").exit_code == 1


def test_another_version_is_asked_for(run: Run) -> None:
    write(Path("docgen.toml"), 'required-version = ">=99"\n')
    result = run("check", "v/good.docx", "--lang", "en")
    assert result.exit_code == 2
    assert "docgen.toml:1:1: error: This project asks for docgen >=99" in result.stdout


def test_a_baseline_is_made_and_used(run: Run) -> None:
    made = run("check", "v", "--baseline", "known.json", "--update-baseline", "--lang", "en")
    assert made.exit_code == 0
    assert "known.json knows 2 findings now." in made.stdout
    assert found(run, "v", "--baseline", "known.json") == [[], [], []]
    assert report(run, "v", "--baseline", "known.json")["summary"]["known"] == 2
    write(Path("docgen.toml"), 'baseline = "known.json"\n')
    assert "\nknown.json knows 2 findings now." in "\n" + run("check", "v", "--update-baseline", "--lang", "en").stdout
    result = run("check", "v", "--lang", "en")
    assert (result.exit_code, result.stdout) == (0, "Files checked: 3, nothing found, findings known before: 2.\n")


def test_what_is_let_pass_is_counted_and_not_listed(run: Run) -> None:
    write(Path("a.docx"), with_property(bad(), f"{SMALL_MOTTO}: máy in cũ"))
    result = run("check", "a.docx", "--lang", "en")
    assert (result.exit_code, result.stdout) == (0, "Files checked: 1, nothing found, findings let pass: 1.\n")
    envelope = report(run, "a.docx")
    assert envelope["files"][0]["findings"][0]["suppressed"] == "máy in cũ"
    assert (envelope["summary"]["errors"], envelope["summary"]["suppressed"]) == (0, 1)


def test_a_report_that_cannot_be_written_spoils_no_other(run: Run) -> None:
    write(Path("in-the-way"), "x")
    result = run("check", "v", "--format", "json", "--report", "sarif:in-the-way/x.sarif", "--report", "junit:x.xml", "--lang", "en")
    assert result.exit_code == 2
    assert json.loads(result.stdout)["summary"]["files"] == 3
    assert result.stderr.count("[output-folder-is-file]") == 1
    assert Path("x.xml").read_text("utf-8").startswith("<?xml")


def test_nothing_is_found_only_where_something_was_looked_at(run: Run) -> None:
    Path("empty").mkdir()
    text = run("check", "empty", "--lang", "en").stdout
    assert text.startswith("empty: error: There is no Word file and no spec in this folder. [check-no-files]\n")
    assert text.endswith("\nFiles checked: 0.\n")


def test_a_rule_that_the_settings_name_and_is_none_is_shown_at_its_line(run: Run) -> None:
    write(Path("docgen.toml"), 'fail-on = "warning"\nignore = ["TT205", "vach-kee"]\n')
    result = run("check", "v", "--lang", "en")
    assert result.exit_code == 2
    assert f"{Path('docgen.toml').resolve()}:2:20: error: ignore: there is no rule “vach-kee”." in result.stdout
    assert "docgen.toml" not in run("check", "v", "--ignore", "vach-kee", "--lang", "en").stdout
    write(Path("docgen.toml"), '[check]\nstandard = "nd31"\n')
    assert "docgen.toml:2:12: error: There is no rule set called nd31." in run("check", "v", "--lang", "en").stdout


def test_statistics_count_instead_of_listing(run: Run) -> None:
    write(Path("v/bad2.docx"), bad())
    result = run("check", "v", "--statistics", "--lang", "en")
    first, second, blank, closing = result.stdout.splitlines()
    assert first.split()[:3] == ["2", SMALL_MOTTO, "co-chu-quoc-hieu"]
    assert "in 2 files" in first
    assert second.split()[:3] == ["1", YEAR, "nam-trong-so"]
    assert (blank, closing.split(",")[0]) == ("", "Files checked: 4")
    rows = report(run, "v", "--statistics")["statistics"]
    assert [(row["rule"], row["count"], row["files"]) for row in rows] == [(SMALL_MOTTO, 2, 2), (YEAR, 1, 1)]


def test_copies_with_comments(run: Run) -> None:
    result = run("check", "v", "--annotate", "out", "--lang", "en")
    written = sorted(path.name for path in Path("out").rglob("*"))
    assert written == ["bad.docx", "v", "year.docx"]
    assert f"With comments: {Path('out/v/bad.docx')}" in result.stdout
    assert run("check", "v/bad.docx", "--annotate", "out").exit_code == 2


def test_a_clerk_reads_where_what_and_why(run: Run) -> None:
    lines = run("check", "v/bad.docx", "--lang", "en").stdout.splitlines()
    assert lines[0] == f"{Path('v/bad.docx')} – Công văn [nd30]"
    assert lines[1].startswith("  Quốc hiệu, paragraph ")
    assert lines[1].endswith(": “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”")
    assert lines[2].startswith("    error: ")
    assert lines[2].endswith(f"[{SMALL_MOTTO}]")
    assert lines[3] == "    wanted: 12–13 pt; here: 10 pt (PL I, P.I, II.1.a)"
    assert lines[4].startswith("    what to do: ")
    assert lines[5:] == ["", "Files checked: 1, errors: 1, docgen fix can repair: 1."]


def test_of_a_spec_the_line_is_shown_with_a_caret(run: Run) -> None:
    write(Path("a.yaml"), SPEC)
    lines = run("check", "a.yaml", "--lang", "en").stdout.splitlines()
    assert lines[1].startswith("  a.yaml:17:9: error: ")
    assert lines[1].endswith(f"[{DEGREE}]")
    assert lines[2:4] == ["      name: TS. Trần Văn An", "            ^~~~"]
    assert "      name: Trần Văn An" in lines
    assert lines[-1] == "Files checked: 1, errors: 1."


def test_foreign_and_skipped_files_are_told(run: Run) -> None:
    write(Path("f.docx"), foreign())
    write(Path("old.docx"), spoilt(bad(), "tháng 3 năm 2026", "tháng 3 năm 2019"))
    result = run("check", "f.docx", "old.docx", "--lang", "en")
    assert result.exit_code == 0
    assert "f.docx: note: This is no administrative document" in result.stdout
    assert "not evaluated: The document of 2019-03-18 is older" in result.stdout
    assert report(run, "f.docx")["files"][0]["status"] == "foreign"
    (skipped,) = report(run, "old.docx")["files"][0]["skipped"]
    assert (skipped["rule"], skipped["document"]) == ("*", 0)


def test_quiet_says_nothing_when_all_is_well(run: Run) -> None:
    write(Path("f.docx"), foreign())
    assert run("check", "v/good.docx", "f.docx", "-q").stdout == ""
    assert SMALL_MOTTO in run("check", "v/bad.docx", "-q").stdout


def test_errors_of_the_command_line_come_in_the_envelope_of_a_check(run: Run) -> None:
    envelope = report(run, "v", "--select", "TT999")
    assert envelope["files"] == []
    assert [problem["rule"] for problem in envelope["problems"]] == ["check-unknown-rule"]
    assert report(run, "v", "--config", "gone.toml")["problems"][0]["rule"] == "config-missing"


def test_processes_make_no_difference(run: Run) -> None:
    one, two = (run("check", "v", "--jobs", jobs, "--format", "json").stdout for jobs in ("1", "2"))
    assert one == two


def test_an_interruption_is_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_args: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("docgen.checking.running.find_files", stop)
    assert run("check", "v").exit_code == 130


def test_a_check_of_word_files_loads_nothing_that_makes_them(start: Start) -> None:
    done = start("check", "v/good.docx", code="import json; sys.stderr.write(chr(10) + json.dumps(sorted(sys.modules)))")
    assert done.returncode == 0, done.stderr
    loaded: list[str] = json.loads(done.stderr.decode().splitlines()[-1])
    tops = {name.split(".")[0] for name in loaded}
    assert not tops & {"docxtpl", "jinja2", "docx", "rich", "markupsafe", "watchfiles"}
    rooms = {name.split(".")[1] for name in loaded if name.startswith("docgen.")}
    assert not rooms & {"rendering", "templating", "spec", "building", "converting", "recovery"}


def test_every_rule_is_listed(run: Run) -> None:
    lines = run("rules").stdout.splitlines()
    assert [line.split()[:2] for line in lines] == [[rule.code, rule.name] for rule in all_rules()]
    listed = json.loads(run("rules", "--format", "json").stdout)["rules"]
    by_code = {rule["rule"]: rule for rule in listed}
    assert len(by_code) == len(all_rules())
    assert by_code["TT205"]["standards"]["nd30"] == {
        "clause": "PL I, P.I, II.1.b", "tier": "text", "level": "error", "from": "2020-03-05", "to": None,
    }  # fmt: skip
    assert by_code[SMALL_MOTTO]["standards"]["nd30"]["clause"] == "PL I, P.I, II.1.a"
    assert set(by_code[SMALL_MOTTO]["standards"]) == {"nd30"}
    assert all(rule["standards"] for rule in listed)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_rule_explains_itself(run: Run, rule: Any) -> None:
    result = run("explain", rule.code, "--lang", "en")
    assert result.exit_code == 0
    text = result.stdout
    assert text.startswith(f"{rule.code} {rule.name} – ")
    assert "Who says so:" in text
    assert f"docgen check --ignore {rule.code}" in text
    assert "docgen fix" in text or "cannot put it right" in text
    if str(rule.fix) == "none":
        assert rule.no_fix is not None


def test_explain_takes_a_name_and_proposes_the_nearest(run: Run) -> None:
    assert run("explain", "vach-ke").stdout == run("explain", "tt205").stdout
    result = run("explain", "vach-kee", "--lang", "en")
    assert result.exit_code == 2
    assert "Did you mean vach-ke?" in result.stdout
    assert run("explain", "TT").exit_code == 2
    assert json.loads(run("explain", "TT205", "--format", "json").stdout)["rule"] == "TT205"


def test_a_verified_build_has_the_exit_code_of_a_check(run: Run) -> None:
    write(Path("specs/a.yaml"), SPEC)
    plain = run("build", "--lang", "en")
    assert plain.exit_code == 0
    assert f"{Path('specs/a.yaml')}:17:9: warning: " in plain.stdout
    verified = run("build", "--verify", "--lang", "en")
    assert verified.exit_code == 1
    assert f"{Path('specs/a.yaml')}:17:9: error: " in verified.stdout
    write(Path("specs/a.yaml"), SPEC.replace("TS. ", ""))
    assert run("build", "--verify").exit_code == 0
    envelope = json.loads(run("build", "--verify", "--format", "json").stdout)
    assert envelope["summary"]["fresh"] == 1


def test_a_newcomer_finds_the_way(run: Run) -> None:
    """Help names the command; the first run shows a code; explain tells what it is; leaving it out makes all well."""
    assert "check" in run("--help").stdout
    shown = run("check", "v/bad.docx").stdout
    code = shown.split("[")[-1].split("]")[0]
    sheet = run("explain", code, "--lang", "en").stdout
    option = next(line for line in sheet.splitlines() if "--ignore" in line).split()[1:]
    assert run(*option, "v/bad.docx").exit_code == 0
