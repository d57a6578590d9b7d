"""The language and its writing: dates, numbers, letters, normal form. Pure functions that know nothing of documents."""

from __future__ import annotations

from .dates import format_long, parse_iso
from .letters import capitals, upper
from .lowering import running_text
from .normal import control_characters, fold, is_nfc, nfc, slugify
from .numerals import letter, pad, roman
from .running import RunningName, running_name

__all__ = [
    "RunningName",
    "capitals",
    "control_characters",
    "fold",
    "format_long",
    "is_nfc",
    "letter",
    "nfc",
    "pad",
    "parse_iso",
    "roman",
    "running_name",
    "running_text",
    "slugify",
    "upper",
]
