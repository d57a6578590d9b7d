"""Units of Word files: how many of one make another, and lengths of the rule sets in them.

Every constant says both of its units: ``length_in_mm * TWIPS_PER_MM`` is that length in twips. Pages, indents and
spacing are written in twips (1/20 pt), sizes of letters in half-points, drawings in EMU, the pitch of lines in parts of
a single line.
"""

from __future__ import annotations

MM_PER_INCH = 25.4
PT_PER_INCH = 72
TWIPS_PER_INCH = 1440
#: where a file says nothing: from one tab stop to the next, and from one column of text to the other
DEFAULT_TAB_TWIPS = DEFAULT_COLUMN_GAP_TWIPS = 720
TWIPS_PER_PT = 20
TWIPS_PER_MM = TWIPS_PER_INCH / MM_PER_INCH
PT_PER_MM = PT_PER_INCH / MM_PER_INCH
MM_PER_PT = MM_PER_INCH / PT_PER_INCH
EMU_PER_PT = 12_700
EMU_PER_TWIP = 635
PARTS_PER_LINE = 240
"""What ``w:line`` counts when its rule is ``auto``: 240 of them make one single line."""
TWIPS_PER = {"pt": 20.0, "in": 1440.0, "cm": 10 * TWIPS_PER_MM, "mm": TWIPS_PER_MM, "pc": 240.0, "pi": 240.0, "px": 15.0}
"""Twips in each unit that Word and VML write behind a number."""
AUTOMATIC_SPACE_TWIPS = 280
"""What Word puts before or after a paragraph whose space is automatic, as on web pages."""


def twips(mm: float) -> int:
    """Millimetres in twips, rounded."""
    return round(mm * PT_PER_MM * TWIPS_PER_PT)


def pt_twips(pt: float) -> int:
    """Points in twips, rounded."""
    return round(pt * TWIPS_PER_PT)


def half_points(pt: float) -> int:
    """Points in the half-points of ``w:sz``, rounded."""
    return round(pt * 2)


def emu(pt: float) -> int:
    """Points in EMU, the unit of drawings, rounded to whole twips as Word does when it saves."""
    return pt_twips(pt) * EMU_PER_TWIP
