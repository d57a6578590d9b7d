"""A small project of two specs, as the build and the command line meet it."""

from __future__ import annotations

from pathlib import Path

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
filing: VT
"""

AGENCY = """\
agencies:
  xa:
    issuer:
      name: ỦY BAN NHÂN DÂN XÃ TÂN AN
      code: UBND
    place: Tân An
"""


def make_project(folder: Path) -> Path:
    """``agency.yaml`` and the specs ``specs/a.yaml`` and ``specs/b.yaml`` in the new folder ``folder``."""
    (folder / "specs").mkdir(parents=True)
    (folder / "agency.yaml").write_text(AGENCY, "utf-8")
    for name in ("a", "b"):
        write_spec(folder / "specs" / f"{name}.yaml", f"Ủy ban thông báo lần {name}.")
    return folder


def write_spec(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(SPEC.replace("{text}", text), "utf-8")
