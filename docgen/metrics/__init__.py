"""Widths of texts in Times New Roman, and where they break. Lengths are points throughout."""

from __future__ import annotations

from .lines import balance, break_lines, fit_codes
from .names import break_name
from .widths import line_height, text_width

__all__ = ["balance", "break_lines", "break_name", "fit_codes", "line_height", "text_width"]
