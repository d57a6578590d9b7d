"""The rows of the fact files and what their column ``allowed`` means."""

from __future__ import annotations

import csv
import math
import re
from dataclasses import dataclass
from pathlib import Path

FILES = ("nd30", "hd05", "hd36")
FOLDER = Path(__file__).parent
#: the sheets round one third down to 0.33
TOLERANCE = 0.004


@dataclass(frozen=True)
class Span:
    """Numbers from ``low`` to ``high``, both included; two spans are equal within the rounding of the sheets."""

    low: float
    high: float

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and _near(self.low, other.low) and _near(self.high, other.high)

    def __hash__(self) -> int:
        return 0

    def __contains__(self, value: float) -> bool:
        return self.low - TOLERANCE <= value <= self.high + TOLERANCE


Allowed = Span | frozenset[str]


def _near(a: float, b: float) -> bool:
    return a == b or abs(a - b) <= TOLERANCE


def numbers(values: list[float]) -> frozenset[str]:
    """A choice of numbers in the form in which choices are compared."""
    return frozenset(f"{value:g}" for value in values)


_NUMERIC = re.compile(r".*_(mm|pt|below)|line_auto|rule_ratio")


@dataclass(frozen=True)
class Row:
    """One row; ``line`` is its line in the file."""

    line: int
    clause: str
    component: str
    prop: str
    given: str
    tier: str
    note: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.component} {self.prop} {self.given!r} ({self.clause})"

    @property
    def text(self) -> str:
        """The value of a row that allows exactly one."""
        assert self.given.startswith("="), self
        return self.given[1:]

    @property
    def allowed(self) -> Allowed:
        """What the row allows. Raises ``ValueError`` for a form that the README does not explain."""
        numeric = _NUMERIC.fullmatch(self.prop) is not None
        if self.given.startswith(">="):
            return Span(float(self.given[2:]), math.inf)
        if self.given.startswith("="):
            return Span(float(self.text), float(self.text)) if numeric else frozenset({self.text})
        if self.given.startswith("{") and self.given.endswith("}"):
            choices = self.given[1:-1].split("|")
            return numbers([float(c) for c in choices]) if numeric else frozenset(choices)
        low, dots, high = self.given.partition("..")
        if not dots:
            raise ValueError(f"{self}: not a form that the README explains")
        return Span(float(low), float(high))


def read_rows(name: str) -> list[Row]:
    """The rows of one file, in its order."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file, strict=True)
        assert next(reader) == ["clause", "component", "property", "allowed", "tier", "note"]
        return [Row(reader.line_num, *cells) for cells in reader]


def merged_rows(base: str, changes: str) -> list[Row]:
    """The rows of ``base`` that ``changes`` neither repeats nor replaces; validity is each file's own."""
    changed = {(row.component, row.prop) for row in read_rows(changes)}
    return [r for r in read_rows(base) if (r.component, r.prop) not in changed and r.component != "standard"]


def allowed_for(standard: str, component: str, prop: str) -> Allowed | None:
    """What the files allow, for measuring pages: ``None`` where they say nothing. An older guide's file comes first."""
    names = ("hd36", "hd05") if standard == "hd36" else (standard,)
    for name in names:
        for row in read_rows(name):
            if (row.component, row.prop) == (component, prop):
                return row.allowed
    return None
