"""How each file is checked: what was asked for all, and what the configuration says of some."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.checking.outcomes import GRAVE
from docgen.checking.selection import choose_rules, unknown_rules
from docgen.checking.wishes import AUTO, Wishes
from docgen.problems import DocgenError, Problem, msg
from docgen.standards import standard_names

if TYPE_CHECKING:
    from docgen.config.settings import Override


@dataclass(frozen=True, slots=True)
class Plan:
    """How a file is checked: the rule set (``auto``: that of the document's date), codes of rules, which findings count, and
    which agency narrows the rule set (``auto``: the one that the document names)."""

    standard: str
    codes: tuple[str, ...]
    only_text: bool
    fail_on: str
    agency: str = AUTO


class Planner:
    """Gives each file its plan; files that the same overrides are about share one.

    Raises ``DocgenError`` with every rule and rule set that is none.
    """

    def __init__(self, wishes: Wishes) -> None:
        problems = _find_faults(wishes, wishes.overrides)
        if problems:
            raise DocgenError(problems)
        self._wishes, self._overrides, self._folder = wishes, wishes.overrides, os.path.abspath(wishes.folder)
        self._plans: dict[tuple[int, ...], Plan] = {}
        self.plan("")

    def plan(self, path: str) -> Plan:
        """The plan for the file ``path``."""
        matching = self._matching(path)
        if matching not in self._plans:
            self._plans[matching] = self._make([self._overrides[index] for index in matching])
        return self._plans[matching]

    def _matching(self, path: str) -> tuple[int, ...]:
        if not self._overrides or not path:
            return ()
        try:
            below = os.path.relpath(os.path.abspath(path), self._folder).replace(os.sep, "/")
        except ValueError:
            # Windows: on another drive.
            return ()
        return tuple(i for i, one in enumerate(self._overrides) if any(_matches(below, glob) for glob in one.paths))

    def _make(self, overrides: Sequence[Override]) -> Plan:
        wishes = self._wishes
        firm = wishes.firm
        for one in overrides:
            wishes = replace(
                wishes,
                standard=one.standard if one.standard and "standard" not in firm else wishes.standard,
                select=one.select if one.select and "select" not in firm else wishes.select,
                ignore=(*wishes.ignore, *one.ignore),
                only_text=one.only == "text" if one.only and "only" not in firm else wishes.only_text,
                agency=one.agency or wishes.agency,
                fail_on=one.fail_on if one.fail_on and "fail_on" not in firm else wishes.fail_on,
            )
        rules = choose_rules(wishes.select, wishes.ignore, only_text=wishes.only_text, preview=wishes.preview)
        codes = tuple(rule.code for rule in rules)
        return Plan(wishes.standard, codes, wishes.only_text, wishes.fail_on, wishes.agency)


def _matches(path: str, glob: str) -> bool:
    """Whether ``glob`` means ``path`` or a folder it is in."""
    glob = glob.rstrip("/")
    return fnmatchcase(path, glob) or fnmatchcase(path, f"{glob}/*")


def _find_faults(wishes: Wishes, overrides: Sequence[Override]) -> list[Problem]:
    problems = []
    for names, source in ((wishes.select, "select"), (wishes.ignore, "ignore")):
        problems += [_placed(one, name, wishes, source) for name in names for one in unknown_rules([name], source)]
    for override in overrides:
        for names, source in ((override.select, "overrides: select"), (override.ignore, "overrides: ignore")):
            problems += [_placed(one, name, wishes, source) for name in names for one in unknown_rules([name], source)]
    known = (AUTO, *standard_names())
    for name in dict.fromkeys((wishes.standard, *(one.standard for one in overrides if one.standard))):
        if name not in known:
            what = msg("There is no rule set called {name}.", name=name)
            remedy = msg("Use one of: {known}.", known=", ".join(known))
            problems.append(_placed(Problem("check-unknown-standard", what, remedy), name, wishes, "standard"))
    if wishes.fail_on not in GRAVE:
        what = msg("There is no level {name}.", name=wishes.fail_on)
        problems.append(Problem("check-unknown-level", what, msg("Use one of: {known}.", known=", ".join(GRAVE))))
    return problems


def _placed(problem: Problem, name: str, wishes: Wishes, source: str) -> Problem:
    """``problem`` at the line of the configuration that says ``name``, unless the command line does."""
    if not wishes.source or source in wishes.firm:
        return problem
    from docgen.config.settings import find_value

    return replace(problem, place=find_value(Path(wishes.source), name))
