"""A comparison as a report."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from docgen.cli.speaking import language
from docgen.problems import Level, Message, Place, Problem, msg
from docgen.reports import FileReport, Report

if TYPE_CHECKING:
    from docgen.recovery.differences import Compared, Difference


def report_comparison(compared: Compared, problems: tuple[Problem, ...], *, quiet: bool) -> Report:
    """``compared`` as a report of kind ``diff``; each difference is a problem for formats that list problems."""
    differences = compared.comparison.differences
    status = "different" if differences else "equal"
    told = tuple(_as_problem(one, compared) for one in differences)
    file = FileReport(compared.new, status, compared.redline, problems=told, compared=compared)
    closing = () if quiet else tuple(_sum_up(compared))
    return Report(language(), (file,), problems, closing, "diff")


def _as_problem(one: Difference, compared: Compared) -> Problem:
    spot = one.spot
    pointer = f"{spot.part}#p{spot.paragraph}" if spot.paragraph is not None else spot.part or None
    words = "".join(f"[-{p.text}-]" if p.change == "removed" else f"{{+{p.text}+}}" for p in one.words if p.change != "same")
    what = msg("{sentence}: {words}", sentence=one.what, words=words) if words else one.what
    if called := spot.outline or spot.label:
        what = msg("{where}: {sentence}", where=called, sentence=what)
    path = compared.old if one.new is None else compared.new
    return Problem(f"diff-{one.kind}", what, None, spot.spec or Place(path, pointer=pointer), Level.WARNING)


def _sum_up(compared: Compared) -> list[Message]:
    counts = Counter(str(one.kind) for one in compared.comparison.differences)
    if not counts:
        return [msg("No differences: both print the same.")]
    said = [msg("Differences: {count}.", count=sum(counts.values()))]
    if compared.redline is not None:
        said.append(msg("Written: {path}", path=compared.redline))
    return said
