"""The facts of the law as the corpus knows them: those of ``tests/facts`` and, for what they leave out, those of ``marks.csv``."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from tests.facts.facts import Allowed, Row, merged_rows, read_rows

_FILE = Path(__file__).with_name("marks.csv")
#: components that are text like any other: what is said of the text and not of them holds for them as well
CONTENT = ("base", "section", "article", "clause", "subclause", "point", "list_item")
_OF_TEXT = ("size_pt", "italic", "align", "indent_first_mm", "space_between_pt", "line_auto", "line_exact_pt")


@cache
def facts_of(standard: str) -> dict[tuple[str, str], Row]:
    """Every row that holds in ``standard``, by component and property."""
    rows = [*merged_rows("hd05", "hd36"), *read_rows("hd36")] if standard == "hd36" else read_rows(standard)
    found = {(row.component, row.prop): row for row in rows}
    base = "hd05" if standard == "hd36" else standard
    with _FILE.open(encoding="utf-8", newline="") as file:
        for given in csv.DictReader(file):
            if given.pop("standard") == base:
                row = Row(0, given["clause"], given["component"], given["property"], given["allowed"], given["tier"], given["note"])
                found.setdefault((row.component, row.prop), row)
    for component in CONTENT:
        for prop in _OF_TEXT:
            of_text = found.get(("body", prop))
            if of_text is not None and not _is_left_open(standard, component, prop):
                found.setdefault((component, prop), of_text)
    return found


def _is_left_open(standard: str, component: str, prop: str) -> bool:
    """A mục on a line of its own stands as the table shows it, at the left; what the Party's rule sets say of it is custom. The
    state's rules know no level 1.1. The Party's own print sets a khoản with a title in bold italics."""
    if component == "section":
        return prop == "indent_first_mm" or (prop == "align" and standard != "nd30")
    if component == "subclause" and standard == "nd30":
        return True
    return component in ("clause", "subclause") and prop == "italic" and standard != "nd30"


def allowed(standard: str, component: str, prop: str) -> Allowed | None:
    """What the sheets allow; ``None`` where they say nothing."""
    row = facts_of(standard).get((component, prop))
    return None if row is None else row.allowed
