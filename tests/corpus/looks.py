"""How each component of a correct paper looks, from the fact files alone: the checker's own data are not asked."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from tests.corpus.sheet import CONTENT, allowed
from tests.facts.facts import Allowed, Span

End = Literal["low", "high"]


@dataclass(frozen=True)
class Look:
    """Letters in pt; indents in mm; distances in pt; ``line`` in multiples of a single line, or ``exact`` in pt,
    where ``least`` makes it the least that a line may take;
    ``border``: the side of the paragraph with a line along it; ``outline``: its level in the navigation pane, from 0."""

    font: str = "Times New Roman"
    size: float = 14
    bold: bool = False
    italic: bool = False
    caps: bool = False
    underline: bool = False
    color: str = ""
    align: str = "left"
    indent: float = 0
    left: float = 0
    before: float = 0
    after: float = 0
    line: float = 1
    exact: float | None = None
    least: bool = False
    border: str = ""
    outline: int | None = None

    def but(self, **changes: Any) -> Look:
        """The same with some values changed."""
        return replace(self, **changes)


#: what no clause says, as offices do it: component → values
CUSTOM: dict[str, dict[str, Any]] = {
    "urgency": {"align": "center", "size": 13, "bold": True},
    "circulation": {"align": "center", "size": 13, "bold": True},
    "contact": {"align": "center", "size": 11},
    "copy_form": {"align": "center", "size": 14, "bold": True},
    "copy_issuer": {"align": "center", "size": 13, "bold": True},
    "copy_number": {"align": "center", "size": 13},
    "typed_line": {"align": "center", "size": 13},
    "sign_concurrent": {"align": "center", "size": 14},
    "cell": {"align": "left", "size": 12},
    "star": {"align": "center", "size": 14},
    "separator": {"align": "center", "after": 6},
    "motto": {"align": "center"},
    "party_title": {"align": "center"},
    "parent": {"align": "center"},
    "draft_mark": {"align": "center", "italic": True, "size": 13},
    "type_name": {"before": 18},
    "authority": {"before": 6, "size": 14},
    "decision_word": {"before": 6, "size": 14},
    "part_label": {"before": 6, "align": "center"},
    "part_title": {"align": "center"},
    "sign_authority": {"align": "center"},
    "sign_title": {"align": "center"},
    "sign_other_title": {"align": "center"},
    "sign_name": {"align": "center"},
    "addressee_label": {"before": 12, "left": 35},
    "addressee": {"left": 45},
    "appendix_title": {"align": "center", "bold": True},
    "appendix_reference": {"align": "center", "italic": True},
    "appendix_label": {"bold": True},
}
#: components that are set as the running text is
RUNNING = (*CONTENT, "clause_title", "subclause_title", "point_title")
#: lines that are set as another component says
AS = {"list_item": "body", "clause_title": "clause", "subclause_title": "subclause", "point_title": "point"}
_SETS = {"low": {"motto": 12.0, "slogan": 13.0, "place_date": 13.0}, "high": {"motto": 13.0, "slogan": 14.0, "place_date": 14.0}}


@cache
def look_of(standard: str, component: str, end: End = "high") -> Look:
    """The look of ``component``; of what the law leaves open between bounds the lower or the upper end."""
    fact = AS.get(component, component)
    values: dict[str, Any] = dict(CUSTOM.get(component, {}))
    if component in ("body", *RUNNING, "part_label", "part_title"):
        values |= _running(standard, end)
    if component in ("part_label", "part_title"):
        values |= {"indent": 0, "align": "center"}
    for prop, key in (("size_pt", "size"), *((name, name) for name in ("bold", "italic", "underline", "align"))):
        found = allowed(standard, fact, prop)
        if found is not None:
            values[key] = _value(found, end)
    if component in ("section", "clause_title", "article") and "align" not in values:
        values["align"] = "both"
    if component in ("clause", "subclause", "point"):
        values["bold"] = False
    if component in ("clause_title", "subclause_title"):
        values["bold"] = True
    if component in ("subclause", "subclause_title"):
        values["italic"] = component == "subclause_title"
    if component in _SETS[end] and standard == "nd30":
        values["size"] = _SETS[end][component]
    if component in RUNNING:
        values["size"] = _value(_found(standard, "body", "size_pt"), end)
    if component == "addressee_label" and values.get("align") == "center":
        values["left"] = 0
    gap = allowed(standard, fact, "gap_before_pt")
    if isinstance(gap, Span):
        values["before"] = gap.low
    return Look(**values)


def _running(standard: str, end: End) -> dict[str, Any]:
    values: dict[str, Any] = {"align": "both"}
    values["indent"] = _value(_found(standard, "body", "indent_first_mm"), end)
    values["before"] = _value(_found(standard, "body", "space_between_pt"), "low")
    line, exact = (allowed(standard, "body", name) for name in ("line_auto", "line_exact_pt"))
    if line is not None:
        values["line"] = _value(line, end)
    if exact is not None:
        values["exact"] = _value(exact, end)
    return values


def _found(standard: str, component: str, prop: str) -> Allowed:
    found = allowed(standard, component, prop)
    assert found is not None, (standard, component, prop)
    return found


def _value(given: Allowed, end: End) -> Any:
    if isinstance(given, Span):
        return given.low if end == "low" or math.isinf(given.high) else given.high
    choices = sorted(given)
    if choices <= ["no", "yes"] and set(choices) <= {"no", "yes"}:
        return choices[-1] == "yes"
    if all(c.replace(".", "", 1).isdecimal() for c in choices):
        numbers = sorted(float(c) for c in choices)
        return numbers[0 if end == "low" else -1]
    return choices[0]


@cache
def margins_of(standard: str, end: End) -> dict[str, float]:
    """Margins in mm."""
    return {side: _value(_found(standard, "page", f"margin_{side}_mm"), end) for side in ("top", "bottom", "left", "right")}
