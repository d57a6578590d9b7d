"""Two documents as one Word file with tracked changes."""

from __future__ import annotations

from docgen.recovery.redlining.making import Redline, make_redline

__all__ = ["Redline", "make_redline"]
