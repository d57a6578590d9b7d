"""What all rules say of a Word file, once."""

from __future__ import annotations

from typing import NamedTuple

from docgen.checks.engine import Judged, judge
from docgen.ooxml.opening import open_package
from docgen.reading import read


class Said(NamedTuple):
    """One finding: the rule's code, the component it points at, how serious it is, what it says."""

    code: str
    component: str
    level: str
    what: str


def findings_of(data: bytes) -> list[Said]:
    """The findings of all rules. A rule that fails is given as one with the level ``broken``."""
    found = []
    for one in judge(read(open_package(data))):
        if isinstance(one, Judged):
            found.append(Said(one.rule.code, one.finding.component, one.level, str(one.finding.what)))
        elif one.broken:
            found.append(Said(one.rule.code, "", "broken", str(one.reason)))
    return found
