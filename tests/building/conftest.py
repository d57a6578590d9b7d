"""Specs to build: short, real, and each in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

SPEC = """\
standard: nd30
type: thong-bao
issuer: xa
number: 5
date: 2026-03-05
title: về lịch tiếp công dân
sections:
  - {text}
distribution:
  - Như trên
signature:
  title: CHỦ TỊCH
  name: Trần Văn An
"""

AGENCY = """\
agencies:
  xa:
    issuer:
      name: ỦY BAN NHÂN DÂN XÃ TÂN AN
      code: UBND
    place: Tân An
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder, made the current one: ``agency.yaml`` and the specs ``specs/a.yaml`` and ``specs/b.yaml``."""
    folder = tmp_path / "dự án"
    (folder / "specs").mkdir(parents=True)
    (folder / "agency.yaml").write_text(AGENCY, "utf-8")
    for name in ("a", "b"):
        write_spec(folder / "specs" / f"{name}.yaml", f"Ủy ban thông báo lần {name}.")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def write() -> Callable[[Path, str], None]:
    """Writes a spec whose opening is the given text."""
    return write_spec


def write_spec(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(SPEC.replace("{text}", text), "utf-8")
