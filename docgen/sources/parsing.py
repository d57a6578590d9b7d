"""From the text of a file to its nodes, with everything that is wrong said at once.

Where YAML gives up at a text it takes for something else, the text is put in quotation marks in memory and reading goes
on, so that one run names every such line and the caller can check the rest.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from docgen.problems import DocgenError, Level, Problem, has_errors, msg
from docgen.sources.composing import Composer, LimitError
from docgen.sources.diagnosis import diagnose, failure_of
from docgen.sources.nodes import Node
from docgen.sources.pitfalls import check_flows, check_texts
from docgen.sources.repairs import Repairs
from docgen.sources.text import SourceText

_MOST_REPAIRS = 50


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file that could be read. ``notes`` are problems that do not stand in the way."""

    source: SourceText
    root: Node
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Examined:
    """All that could be made out of a file: every problem in the order of lines, and its root unless nothing could be read.

    With errors the root holds what was probably meant: good for finding more errors, never for building.
    """

    source: SourceText
    root: Node | None
    problems: tuple[Problem, ...]


def parse(source: SourceText, *, keys: Container[str] = frozenset(), plain_in_flow: bool = False) -> Parsed:
    """The nodes of ``source``. Raises ``DocgenError`` with every error of ``examine``."""
    found = examine(source, keys=keys, plain_in_flow=plain_in_flow)
    if found.root is None or has_errors(found.problems):
        raise DocgenError(found.problems)
    return Parsed(source, found.root, found.problems)


def examine(source: SourceText, *, keys: Container[str] = frozenset(), plain_in_flow: bool = False) -> Examined:
    """Read ``source`` as far as it can be read; never raises.

    ``keys``: the names that are keys of this kind of file; they help to tell a key from a text with a colon.
    ``plain_in_flow``: allow texts without quotation marks in brackets, for files that programmers write.
    """
    import yaml

    repairs = Repairs(source.text)
    problems: list[Problem] = []
    while True:
        composer = Composer(source, repairs.text, repairs.origin, keys)
        root: Node | None = None
        try:
            root = composer.run()
        except LimitError:
            pass
        except yaml.YAMLError as error:
            failure = failure_of(error, source, repairs.origin, composer.last, composer.open_flow)
            diagnosis = diagnose(source, failure, keys)
            again = diagnosis.edit is not None and len(problems) < _MOST_REPAIRS - 1 and repairs.add(diagnosis.edit)
            problems.append(diagnosis.problem)
            if again:
                continue
        else:
            if root is None:
                problems.append(_nothing(source))
        break
    problems += composer.problems
    problems += check_texts(source, composer.texts, keys)
    if not plain_in_flow:
        problems += check_flows(source, composer.flows)
    if composer.not_nfc is not None:
        what = msg("Some letters are stored as a letter and a separate mark; docgen joins them.")
        place = source.place_of(composer.not_nfc)
        remedy = msg("Nothing needs to be done; the file itself stays as it is.")
        problems.append(Problem("yaml-not-nfc", what, remedy, place, Level.NOTE))
    return Examined(source, root, _in_order(problems))


def _nothing(source: SourceText) -> Problem:
    what = msg("This file holds nothing but comments.")
    return Problem("yaml-empty", what, msg("Write something in it, or name another file."), source.place(0))


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """By line and column; of two errors about the same text (same line, same suggestion) the first found is kept."""
    seen: set[tuple[int | None, str | None, str]] = set()
    kept: list[Problem] = []
    for problem in problems:
        line = problem.place.line if problem.place else None
        key = (line, problem.suggestion, "" if problem.suggestion else problem.code)
        if key not in seen:
            seen.add(key)
            kept.append(problem)
    return tuple(sorted(kept, key=lambda p: (p.place.line or 0, p.place.column or 0) if p.place else (0, 0)))
