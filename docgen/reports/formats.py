"""The formats by name, and which one to use when nobody says."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from docgen.reports.model import Report
from docgen.reports.writers import Writer, put_together

FORMATS = ("text", "json", "sarif", "github", "gitlab", "junit", "markdown")
"""Those beside text and json are modules of this package with one class each, ``GithubWriter`` in ``github_report``."""


def open_report(report: Report, format: str, *, colour: bool = False) -> Writer:
    """What writes ``report``, whose files come one by one, in ``format`` (one of ``FORMATS``).

    ``colour`` matters to ``text`` only. The module of the format is imported on use.
    """
    if format not in FORMATS:
        raise ValueError(f"unknown report format {format!r}")
    if format == "text":
        from docgen.reports.text import open_text

        return open_text(report, colour=colour)
    if format == "json":
        from docgen.reports.json_report import open_json

        return open_json(report)
    module = import_module(f"docgen.reports.{format}_report")
    writer: Writer = getattr(module, f"{format.capitalize()}Writer")(report)
    return writer


def write_report(report: Report, format: str, *, colour: bool = False) -> str:
    """``report`` with its files in ``format``, ending in a line break unless it is empty."""
    return put_together(open_report(report, format, colour=colour), report)


def choose_format(wish: str, environ: Mapping[str, str]) -> str:
    """``wish``, or for ``auto``: ``github`` under GitHub Actions, else ``text``."""
    if wish != "auto":
        return wish
    return "github" if environ.get("GITHUB_ACTIONS") == "true" else "text"


def wants_colour(environ: Mapping[str, str], *, terminal: bool) -> bool:
    """Whether to colour text for a stream that is a ``terminal`` or not.

    ``NO_COLOR`` (not empty) beats everything, then ``FORCE_COLOR`` (not empty, not ``0``), then ``TERM=dumb``.
    """
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return terminal and environ.get("TERM") != "dumb"
