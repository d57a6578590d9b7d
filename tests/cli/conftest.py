"""A small project, and ways to run the command line in it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from docgen.cli.group import docgen
from tests.support.projects import make_project

ROOT = Path(__file__).parents[2]

@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder, made the current one: ``agency.yaml`` and the specs ``specs/a.yaml`` and ``specs/b.yaml``."""
    folder = make_project(tmp_path / "dự án")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' own surroundings must not choose language, colour or format."""
    locale = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    for name in (*locale, "DOCGEN_LANG", "DOCGEN_DEBUG", "GITHUB_ACTIONS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def run() -> Callable[..., Result]:
    """Runs the command line in this process: ``run("build", "--check").exit_code``."""

    def invoke(*words: str) -> Result:
        return CliRunner().invoke(docgen, list(words))

    return invoke


@pytest.fixture
def start() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs the command line in a process of its own; ``code`` is run after it instead of ending."""

    def begin(*words: str, code: str = "", **environ: str) -> subprocess.CompletedProcess[bytes]:
        program = f"import sys\nfrom docgen.cli import main\ntry:\n    main()\nfinally:\n    {code or 'pass'}\n"
        path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
        command = [sys.executable, "-c", program, *words]
        surroundings = {**os.environ, "PYTHONPATH": path, **environ}
        return subprocess.run(command, env=surroundings, capture_output=True, timeout=60, check=False)

    return begin
