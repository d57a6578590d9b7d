"""What build servers and pre-commit are given works on a small repository: hooks, action, GitLab job."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

import docgen as package
from tests.docs.console import ROOT, docgen, fenced
from tests.docs.edited import NAME, write_notice

GUIDE = (ROOT / "docs" / "check.md").read_text(encoding="utf-8")
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
SPEC = next(text for _, name, text in fenced(GUIDE) if name == "specs/lich.yaml")
GOOD_SPEC = SPEC.replace("TS. ", "")


def snippet(name: str) -> dict[str, Any]:
    """The YAML block of that name in the guide."""
    (text,) = [text for kind, found, text in fenced(GUIDE) if (kind, found) == ("yaml", name)]
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A folder with a faulty Word file, a faulty spec and a good one."""
    write_notice(tmp_path)
    specs = tmp_path / "specs"
    specs.mkdir()
    (specs / "lich.yaml").write_text(SPEC, encoding="utf-8")
    (specs / "tot.yaml").write_text(GOOD_SPEC, encoding="utf-8")
    return tmp_path


def run_hook(name: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """What pre-commit does: the entry, with the files of the repository that the hook is about."""
    hook = HOOKS[name]
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    wanted = [file for file in files if re.search(hook["files"], file)]
    assert wanted
    return docgen(shlex.join([*shlex.split(hook["entry"]), *(wanted if hook.get("pass_filenames", True) else [])]), "en", folder)


def test_hooks_have_what_pre_commit_demands() -> None:
    for hook in HOOKS.values():
        assert {"id", "name", "entry", "language"} <= set(hook)
        assert hook["language"] == "python"
        assert hook["entry"].split()[0] in ("docgen",)
        # one process checks all files: docgen itself spreads them
        assert hook.get("require_serial") or hook.get("pass_filenames") is False


def test_the_hook_for_word_files_fails_on_the_faulty_one_only(repository: Path) -> None:
    done = run_hook("docgen-check", repository)
    assert done.returncode == 1
    assert NAME in done.stdout
    assert "lich.yaml" not in done.stdout
    docgen("docgen fix van-ban --in-place --unsafe", "en", repository)
    (repository / "van-ban" / "thong-bao.docgen.toml").write_text('[suppress]\nTT205 = "printed"\n', encoding="utf-8")
    assert run_hook("docgen-check", repository).returncode == 0


def test_the_hook_for_specs_fails_on_the_faulty_one_only(repository: Path) -> None:
    done = run_hook("docgen-specs", repository)
    assert done.returncode == 1
    assert re.findall(r"specs/\w+\.yaml(?=:\d)", done.stdout.replace("\\", "/")) == ["specs/lich.yaml"]
    (repository / "specs" / "lich.yaml").write_text(GOOD_SPEC, encoding="utf-8")
    assert run_hook("docgen-specs", repository).returncode == 0


def test_the_hook_for_built_files_wants_them_built(repository: Path) -> None:
    assert run_hook("docgen-build", repository).returncode == 1
    assert not (repository / "build").exists()
    assert docgen("docgen build", "en", repository).returncode == 0
    assert run_hook("docgen-build", repository).returncode == 0


def test_the_guide_shows_all_hooks_of_this_version() -> None:
    (repo,) = snippet("pre-commit")["repos"]
    assert [hook["id"] for hook in repo["hooks"]] == list(HOOKS)
    assert repo["rev"] == f"v{package.__version__}"


def run_action(folder: Path, stub: str = "", **given: str) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
    """The step of the action that checks, in ``folder``, with the inputs that are ``given``; and its environment.

    ``stub``: a script in the place of docgen.
    """
    inputs = {name: given.get(name.replace("-", "_"), str(one["default"])) for name, one in ACTION["inputs"].items()}
    step = ACTION["runs"]["steps"][-1]
    values = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: inputs[found[1]], value)
        for name, value in step["env"].items()
    }
    runner = folder / ".runner"
    program = runner / "docgen" / "bin" / "docgen"
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text(stub or f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m docgen "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    environ = {**os.environ, **values, "RUNNER_TEMP": str(runner), "PYTHONPATH": str(ROOT), "GITHUB_ACTIONS": "true"}
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    done = subprocess.run(
        shell, cwd=folder, env=environ, capture_output=True, encoding="utf-8", timeout=60, check=False, stdin=subprocess.DEVNULL
    )
    return done, inputs


posix = pytest.mark.skipif(os.name == "nt", reason="the action runs in bash")


def test_the_action_is_a_composite_one_whose_steps_name_their_shell() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert {"name", "description", "inputs", "outputs"} <= set(ACTION)
    for step in ACTION["runs"]["steps"]:
        assert ("uses" in step) != ("run" in step)
        assert "uses" in step or step["shell"] == "bash"
    used = set(re.findall(r"inputs\.([\w-]+)", str(ACTION["runs"]) + str(ACTION["outputs"])))
    assert used == set(ACTION["inputs"])


@posix
def test_the_action_checks_this_folder_and_writes_sarif(repository: Path) -> None:
    done, inputs = run_action(repository, language="en")
    assert done.returncode == 1
    assert f"::error file={NAME}," in done.stdout
    sarif = json.loads((repository / inputs["sarif"]).read_text(encoding="utf-8"))
    found = {result["ruleId"] for result in sarif["runs"][0]["results"]}
    assert found == {"DD202", "LV110", "TT101", "TT205", "TT211"}


@posix
def test_the_inputs_of_the_action_are_heeded(repository: Path) -> None:
    done, _ = run_action(
        repository, paths="van-ban\nspecs/tot.yaml", fail_on="never", args="--select TT1 --ignore TT102", sarif=""
    )
    assert done.returncode == 0
    assert "TT101" in done.stdout
    assert "TT211" not in done.stdout
    assert not (repository / "docgen.sarif").exists()


STUB = """#!/bin/sh
for word in "$@"; do printf '<%s>' "$word"; done
"""


@posix
@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"paths": "."}, "--><.>"),
        ({"paths": "bản nháp/kế hoạch 1.docx"}, "--><bản nháp/kế hoạch 1.docx>"),
        ({"paths": "van ban\nspecs\n"}, "--><van ban><specs>"),
        ({"paths": "\n  van ban  \r\n\n specs"}, "--><van ban><specs>"),
        ({"paths": "*.docx\n$HOME `id` 'a\\b"}, "--><*.docx><$HOME `id` 'a\\b>"),
        ({"paths": "-x"}, "--><-x>"),
        ({"paths": "a", "args": "--only text  --ignore TT1"}, "--only><text><--ignore><TT1><--><a>"),
        ({"paths": "a", "args": "--exclude 'bản cũ' --exclude \"$HOME *\""}, "--exclude><bản cũ><--exclude><$HOME *><--><a>"),
        ({"paths": "a", "args": " "}, "--><a>"),
    ],
)
def test_paths_and_arguments_reach_docgen_as_they_were_written(tmp_path: Path, given: dict[str, str], words: str) -> None:
    done, _ = run_action(tmp_path, stub=STUB, sarif="", **given)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"<check><--format><github><{words}"


@posix
def test_arguments_with_an_open_quotation_mark_stop_the_action(tmp_path: Path) -> None:
    done, _ = run_action(tmp_path, stub=STUB, sarif="", args='--select "TT1')
    assert done.returncode != 0
    assert done.stdout == ""
    assert "quote" in done.stderr


def test_the_guide_gives_the_action_inputs_and_outputs_that_it_has() -> None:
    steps = snippet("github")["jobs"]["documents"]["steps"]
    own = next(step for step in steps if "docgen@" in step["uses"])
    assert own["uses"].endswith(f"@v{package.__version__}")
    assert set(own["with"]) <= set(ACTION["inputs"])
    outputs = re.findall(rf"steps\.{own['id']}\.outputs\.([\w-]+)", str(steps))
    assert outputs == ["sarif"]
    assert set(outputs) <= set(ACTION["outputs"])


def test_the_gitlab_job_writes_the_reports_that_it_hands_over(repository: Path) -> None:
    job = snippet("gitlab")["documents"]
    *_, command = job["script"]
    assert docgen(command, "en", repository).returncode == 1
    reports = job["artifacts"]["reports"]
    quality = json.loads((repository / reports["codequality"]).read_text(encoding="utf-8"))
    assert {entry["location"]["path"] for entry in quality} == {NAME, "specs/lich.yaml"}
    assert all({"description", "check_name", "fingerprint", "severity", "location"} <= set(entry) for entry in quality)
    assert len({entry["fingerprint"] for entry in quality}) == len(quality)
    assert (repository / reports["junit"]).read_text(encoding="utf-8").startswith("<?xml")
