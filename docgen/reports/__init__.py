"""What a run found, written for people and for machines: one pure function a format.

``FORMATS`` names them; ``write_report`` calls one. Nothing here prints.
"""

from __future__ import annotations

from docgen.reports.formats import FORMATS, choose_format, wants_colour, write_report
from docgen.reports.model import FileReport, Report

__all__ = ["FORMATS", "FileReport", "Report", "choose_format", "wants_colour", "write_report"]
