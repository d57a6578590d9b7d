"""What a run found, written for people and for machines: one pure function a format.

``FORMATS`` names them; ``write_report`` calls one, ``open_report`` lets the files come one by one. Nothing here prints.
"""

from __future__ import annotations

from docgen.reports.formats import FORMATS, choose_format, open_report, wants_colour, write_report
from docgen.reports.model import FileReport, Report
from docgen.reports.writers import Writer

__all__ = ["FORMATS", "FileReport", "Report", "Writer", "choose_format", "open_report", "wants_colour", "write_report"]
