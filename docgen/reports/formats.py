"""The formats by name, and which one to use when nobody says."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from docgen.reports.model import Report

FORMATS = ("text", "json", "sarif", "github", "gitlab", "junit", "markdown")
"""Each is a module of this package with one function ``write_<format>(report) -> str``."""


def write_report(report: Report, format: str, *, colour: bool = False) -> str:
    """``report`` in ``format`` (one of ``FORMATS``), ending in a line break unless it is empty.

    ``colour`` matters to ``text`` only. The module of the format is imported on use.
    """
    if format not in FORMATS:
        raise ValueError(f"unknown report format {format!r}")
    if format == "text":
        from docgen.reports.text import write_text

        return write_text(report, colour=colour)
    module = import_module(f"docgen.reports.{format}_report")
    written: str = getattr(module, f"write_{format}")(report)
    return written


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
