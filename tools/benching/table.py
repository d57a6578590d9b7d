"""Rows of the table, their targets and verdicts, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What a row says about its target."""

    MET = "met"
    MISSED = "MISSED"
    NOT_AVAILABLE = "not available"


@dataclass(frozen=True, slots=True)
class Row:
    """One measured ratio. ``at_least`` says on which side of ``target`` it has to lie; ``detail`` says what the two sides took.

    Without ``ratio`` the row could not be measured, and ``detail`` says why.
    """

    name: str
    ratio: float | None
    target: float
    at_least: bool = False
    detail: str = ""

    @property
    def verdict(self) -> Verdict:
        if self.ratio is None:
            return Verdict.NOT_AVAILABLE
        met = self.ratio >= self.target if self.at_least else self.ratio <= self.target
        return Verdict.MET if met else Verdict.MISSED


def format_table(rows: Iterable[Row]) -> str:
    """The rows in columns: what, ratio, target, verdict, detail."""
    cells = [("", "ratio", "target", "", "")]
    for row in rows:
        ratio = "–" if row.ratio is None else f"{row.ratio:.3g}"
        cells.append((row.name, ratio, f"{'≥' if row.at_least else '≤'} {row.target:g}", str(row.verdict), row.detail))
    widths = [max(len(line[i]) for line in cells) for i in range(4)]
    lines = []
    for name, ratio, target, verdict, detail in cells:
        columns = (name.ljust(widths[0]), ratio.rjust(widths[1]), target.rjust(widths[2]), verdict.ljust(widths[3]), detail)
        lines.append("  ".join(columns).rstrip())
    return "\n".join(lines)


def format_json(rows: Iterable[Row]) -> str:
    """The same as a list of objects."""
    found = [{**asdict(row), "verdict": str(row.verdict)} for row in rows]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
