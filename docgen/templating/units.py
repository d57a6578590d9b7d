"""Lengths of the rule sets in the units that Word files use."""

from __future__ import annotations

TWIPS_PER_PT = 20
PT_PER_MM = 72 / 25.4
EMU_PER_PT = 12700
EMU_PER_TWIP = 635


def twips(mm: float) -> int:
    """Millimetres in twips (1/20 pt), rounded."""
    return round(mm * PT_PER_MM * TWIPS_PER_PT)


def pt_twips(pt: float) -> int:
    """Points in twips."""
    return round(pt * TWIPS_PER_PT)


def half_points(pt: float) -> int:
    """Points in the half-points of ``w:sz``."""
    return round(pt * 2)


def emu(pt: float) -> int:
    """Points in EMU, the unit of drawings, rounded to whole twips as Word does when it saves."""
    return pt_twips(pt) * EMU_PER_TWIP
