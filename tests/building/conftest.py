"""Specs to build: short, real, and each in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.projects import make_project, write_spec


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder, made the current one: ``agency.yaml`` and the specs ``specs/a.yaml`` and ``specs/b.yaml``."""
    folder = make_project(tmp_path / "dự án")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def write() -> Callable[[Path, str], None]:
    """Writes a spec whose opening is the given text."""
    return write_spec
