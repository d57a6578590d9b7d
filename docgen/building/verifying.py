"""Built Word files checked in the same run, with their findings at the lines of the specs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.building.outcomes import Outcome
from docgen.checking.judging import Task
from docgen.checking.outcomes import CheckedFile
from docgen.checking.planning import Planner
from docgen.checking.running import check_files
from docgen.checking.wishes import Wishes


def verify_all(outcomes: Sequence[Outcome], wishes: Wishes | None, jobs: int | None) -> tuple[Outcome, ...]:
    """``outcomes`` with what a check finds in every Word file that is as its spec says. Raises ``DocgenError`` like ``check``."""
    planner = Planner(wishes or Wishes())
    right = [outcome for outcome in outcomes if outcome.is_right]
    tasks = [Task(outcome.output, False, planner.plan(outcome.spec), spec=outcome.spec) for outcome in right]
    found = iter(check_files(tasks, jobs=jobs))
    return tuple(_add(outcome, next(found)) if outcome.is_right else outcome for outcome in outcomes)


def _add(outcome: Outcome, checked: CheckedFile) -> Outcome:
    return replace(outcome, problems=(*outcome.problems, *checked.problems), checked=checked)
