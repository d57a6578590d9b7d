"""What differs between two Word files, in text and in looks, block by block."""

from __future__ import annotations

from docgen.recovery.differences.comparing import compare
from docgen.recovery.differences.model import Compared, Comparison, Difference, Kind, Side, Spot

__all__ = ["Compared", "Comparison", "Difference", "Kind", "Side", "Spot", "compare"]
