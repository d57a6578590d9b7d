"""The block of a copy as a document of its own: its parts follow the rules for those of an original (PL I, P.II, II.2.c)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from docgen.reading.numbers import parse_number, parse_place_date

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from docgen.checks.rule import Rule
    from docgen.reading.layout import Layout, Passage
    from docgen.standards import Standard

_Line = TypeVar("_Line")
_PREFIX = "copy_"
#: what only a copy has
_OWN = "copy_form"
#: the rule whose words say which other rules hold for a copy's block, by code or the beginning of one
_ENTRY = "ban-sao-day-du"


def copy_of(layout: Layout) -> Layout | None:
    """The block of a copy below ``layout``, its components named like those of an original; ``None`` without one."""
    if layout.copy_head is None:
        return None
    passages: list[Passage] = []
    for passage in layout.passages:
        if passage.component.startswith(_PREFIX) and passage.component != _OWN:
            passages.append(replace(passage, component=passage.component.removeprefix(_PREFIX)))
    by_component: dict[str, list[Passage]] = {}
    for passage in passages:
        by_component.setdefault(passage.component, []).append(passage)
    numbers, dates = by_component.get("number", []), by_component.get("place_date", [])
    return replace(
        layout,
        type=None,
        number=parse_number(numbers[0].text) if numbers else None,
        place_date=parse_place_date(dates[0].text) if dates else None,
        passages=passages,
        by_component=by_component,
        first=layout.copy_head,
        sections=[],
        appendices=[],
        lines=_renamed(layout.lines),
        typed_lines=_renamed(layout.typed_lines),
        head_table=None,
        foot_table=None,
        copy_head=None,
    )


def _renamed(lines: Mapping[str, list[_Line]]) -> dict[str, list[_Line]]:
    return {name.removeprefix(_PREFIX): found for name, found in lines.items() if name.startswith(_PREFIX) and name != _OWN}


def rules_for_copies(rules: Sequence[Rule], standard: Standard) -> tuple[Rule, ...]:
    """Those of ``rules`` that hold for a copy's block as well."""
    entry = standard.rules.get(_ENTRY)
    codes = entry.words if entry else ()
    return tuple(rule for rule in rules if rule.code.startswith(codes)) if codes else ()
