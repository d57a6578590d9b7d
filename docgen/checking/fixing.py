"""Putting Word files right: check, apply what can be repaired, check again, until nothing more can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from docgen.checks.engine import Judged, judge
from docgen.checks.rule import Fixing, Rule
from docgen.fixes.applying import apply_repairs
from docgen.fixes.edits import Edit
from docgen.ooxml.opening import open_package
from docgen.reading import read

#: repairs may uncover others (a size set right makes a drawn line too short); more rounds than this have never been needed
ROUNDS = 6


@dataclass(frozen=True, slots=True)
class FixedFile:
    """What became of one file: ``data`` is ``None`` when nothing was to be changed; ``left`` counts findings without a repair."""

    data: bytes | None
    edits: tuple[tuple[str, Edit], ...]
    left: int


def fix_package(
    data: bytes,
    *,
    name: str,
    rules: Sequence[Rule] | None = None,
    unsafe: bool = False,
    standard: str = "auto",
    wanted: Callable[[Judged], bool] = lambda judged: True,
) -> FixedFile:
    """``data`` with every finding of ``rules`` repaired that can be: safely, or with ``unsafe`` at the user's risk.

    ``wanted`` leaves findings out (suppressed ones, those of a baseline). ``edits`` are pairs of a rule's code and what it changed.
    Raises ``DocgenError`` when ``data`` cannot be read. Fixing the result again changes nothing.
    """
    allowed = {Fixing.SAFE, Fixing.UNSAFE} if unsafe else {Fixing.SAFE}
    edits: list[tuple[str, Edit]] = []
    current, left = data, 0
    for _ in range(ROUNDS):
        reading = read(open_package(current, name=name), standard=standard)
        found = [judged for judged in judge(reading, rules) if isinstance(judged, Judged) and wanted(judged)]
        chosen = [judged for judged in found if judged.finding.repairs and judged.rule.fix in allowed]
        left = len(found) - len(chosen)
        fixed = apply_repairs(reading, [(judged.rule.code, repair) for judged in chosen for repair in judged.finding.repairs])
        if fixed is None:
            left = len(found)
            break
        edits += fixed.edits
        current = fixed.data
    return FixedFile(current if edits else None, tuple(edits), left)
