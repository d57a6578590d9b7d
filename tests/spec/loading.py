"""A short spec and what it stands for."""

from __future__ import annotations

from datetime import date

from docgen.document.model import Document
from docgen.spec import LoadedSpec, load_text

HEAD = """\
standard: nd30
type: ke-hoach
issuer:
  name: ỦY BAN NHÂN DÂN XÃ
  code: UBND
number: 7
place: Tân Lộ
date: 2026-03-05
title: Nâng cao
filing: VT
signature:
  title: CHỦ TỊCH
  name: Lê Minh Khôi
"""
BODY = "body:\n  - Một đoạn.\n"


def load(text: str, today: date | None = None) -> LoadedSpec:
    """The spec ``text`` with its notes and rule set."""
    return load_text(text, shown="a.yaml", today=today)


def document(text: str) -> Document:
    """What the spec ``text`` stands for."""
    return load(text).document
