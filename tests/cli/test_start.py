"""What a start costs: which modules are loaded for what."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Start = Callable[..., "subprocess.CompletedProcess[bytes]"]
MODULES = "import json; sys.stderr.write(chr(10) + json.dumps(sorted(sys.modules)))"
HEAVY = {"yaml", "lxml", "pydantic", "docx", "docxtpl", "jinja2", "zipfile", "concurrent", "multiprocessing", "watchfiles"}
COMMANDS = ("new", "build", "why", "watch", "check", "rules", "explain", "schema", "template", "standards")


def loaded(done: subprocess.CompletedProcess[bytes]) -> set[str]:
    assert done.returncode == 0, done.stderr
    names: list[str] = json.loads(done.stderr.decode().splitlines()[-1])
    return set(names)


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_help_and_version_load_click_only(start: Start, option: str) -> None:
    modules = loaded(start(option, code=MODULES))
    assert not {name.split(".")[0] for name in modules} & HEAVY
    rooms = {name.split(".")[1] for name in modules if name.startswith("docgen.")}
    assert rooms <= {"_version", "cli", "i18n", "problems"}
    assert not {f"docgen.cli.{command}" for command in COMMANDS} & modules


@pytest.mark.usefixtures("project")
def test_a_build_with_nothing_to_do_loads_nothing_heavy(start: Start) -> None:
    for path in Path().rglob("*.yaml"):
        os.utime(path, (1, 1))
    assert start("build").returncode == 0
    for path in Path().rglob("*.docx"):
        os.utime(path, (1, 1))
    assert start("build").returncode == 0
    modules = loaded(start("build", code=MODULES))
    assert not {name.split(".")[0] for name in modules} & HEAVY
    rooms = {name.split(".")[1] for name in modules if name.startswith("docgen.")}
    assert rooms <= {"_version", "building", "cli", "i18n", "problems", "reports"}
    assert "docgen.building.making" not in modules


def test_the_public_names_are_there_and_load_on_use(start: Start) -> None:
    names = ", ".join(f"docgen.{name}" for name in ("load_spec", "render", "build", "DocgenError", "Problem"))
    told = "sys.stderr.write(chr(10) + str('docgen.spec.loading' in before) + docgen.__version__)"
    check = f"import docgen; before = set(sys.modules); {names}; {told}"
    done = start("--version", code=check)
    assert done.stderr.decode().splitlines()[-1] == "False" + done.stdout.decode().split()[1]


def test_an_unknown_public_name_is_an_attribute_error() -> None:
    import docgen

    with pytest.raises(AttributeError, match="nonsense"):
        _ = docgen.nonsense


def test_the_program_beside_the_package_runs_from_anywhere(tmp_path: Path) -> None:
    import sys

    program = Path(__file__).parents[2] / "cli.py"
    done = subprocess.run([sys.executable, str(program), "--version"], cwd=tmp_path, capture_output=True, check=True, timeout=60)
    assert done.stdout.startswith(b"docgen ")
