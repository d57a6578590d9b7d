"""Rule set files → ``Standard``: editions laid over their base, every error at once with its file and line."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path as FilePath
from typing import Any

from pydantic import ValidationError

from docgen.problems import DocgenError, Level, Message, Problem, msg
from docgen.sources import Mapping, Scalar, SourceText, examine, read_text
from docgen.standards.consistency import find_faults
from docgen.standards.explaining import explain, path_of
from docgen.standards.merging import Raw, complete, demote, lay_over, to_raw
from docgen.standards.model import Standard
from docgen.standards.places import Places, owner_source

FOLDER = FilePath(__file__).parent


@dataclass(frozen=True, slots=True)
class _File:
    """A file as text with positions, and as plain data."""

    source: SourceText
    root: Mapping
    raw: Raw


@cache
def standard_names() -> tuple[str, ...]:
    """Names of the shipped rule sets, sorted."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


@cache
def load_standard(name: str) -> Standard:
    """The shipped rule set ``name``; ``DocgenError`` when there is none of that name."""
    if name not in standard_names():
        what = msg("There is no rule set called {name}.", name=name)
        known = ", ".join(standard_names())
        raise DocgenError(Problem("standard-unknown", what, msg("Use one of: {known}.", known=known)))
    return read_standard(FOLDER / f"{name}.yaml")


def edition_for(regime: str, day: date | None) -> str:
    """The rule set of ``regime`` (``state`` or ``party``) in force on ``day``; the newest without a day or after the last.

    A day before every rule set gives the oldest one; the caller sees from its ``valid`` that it does not cover the day.
    ``ValueError`` for another regime.
    """
    editions = sorted((load_standard(n) for n in standard_names()), key=lambda s: s.valid.since)
    editions = [s for s in editions if s.regime == regime]
    if not editions:
        raise ValueError(f"no rule set for {regime}")
    if day is None:
        return editions[-1].name
    in_force = [s for s in editions if s.valid.since <= day]
    return (in_force[-1] if in_force else editions[0]).name


def read_standard(path: FilePath) -> Standard:
    """Read one rule set file; ``edition_of`` names a rule set beside it whose entries it replaces.

    Raises ``DocgenError`` with every error of the file. An error of an edition has its place in the edition where the edition
    says something there, else in the base.
    """
    problems: list[Problem] = []
    file = _open(path, problems)
    raw, places = file.raw, Places([(file.source, file.root)])
    if "edition_of" in raw:
        base = _open_base(path, raw["edition_of"], places, problems)
        places = Places([(file.source, file.root), (base.source, base.root)])
        normal = _edition(raw, base.raw, places, problems)
    else:
        normal = complete(raw)
    if "name" in raw and raw["name"] != path.stem:
        what = msg("The rule set is called {name}, its file {file}.", name=str(raw["name"]), file=path.name)
        problems.append(Problem("standard-name", what, msg("Give both the same name."), places.place(("name",))))
    for fault in find_faults(normal):
        problems.append(Problem(fault.code, fault.what, fault.remedy, places.place(fault.paths[0])))
    try:
        standard = Standard.model_validate(normal)
    except ValidationError as error:
        problems += _explained(error, places)
    if problems:
        raise DocgenError(_in_order(problems))
    return with_fingerprint(standard)


def with_fingerprint(standard: Standard) -> Standard:
    """``standard`` with the fingerprint of its values."""
    data = standard.model_dump_json(exclude={"fingerprint"})
    return standard.model_copy(update={"fingerprint": hashlib.sha256(data.encode()).hexdigest()[:32]})


def _open(path: FilePath, problems: list[Problem]) -> _File:
    source = read_text(path)
    found = examine(source, plain_in_flow=True)
    errors = [problem for problem in found.problems if problem.level is Level.ERROR]
    if not isinstance(found.root, Mapping):
        shape = msg("A rule set is a group of entries.")
        raise DocgenError(errors or Problem("standard-shape", shape, msg("See nd30.yaml for its shape."), source.place(0)))
    absent: list[Scalar] = []
    raw: Raw = to_raw(found.root, absent)
    problems += errors
    for scalar in absent:
        remedy = msg('Fill it in or delete it; an empty text is "", an entry of the base is taken away by null.')
        problems.append(Problem("standard-empty", msg("Nothing stands here."), remedy, source.place_of(scalar)))
    return _File(source, found.root, raw)


def _open_base(path: FilePath, name: Any, places: Places, problems: list[Problem]) -> _File:
    def refuse(what: Message, remedy: Message) -> DocgenError:
        return DocgenError(_in_order([*problems, Problem("standard-edition", what, remedy, places.place(("edition_of",)))]))

    others = sorted(file.stem for file in path.parent.glob("*.yaml") if file != path)
    if name == path.stem:
        raise refuse(msg("A rule set cannot be an edition of itself."), msg("Name the rule set whose entries it replaces."))
    if name not in others:
        known = ", ".join(others)
        what = msg("There is no rule set {name} beside this file.", name=str(name))
        raise refuse(what, msg("Name one of: {known}.", known=known))
    file = _open(path.with_name(f"{name}.yaml"), problems)
    if "edition_of" in file.raw:
        what = msg("{name} is an edition of another rule set itself.", name=str(name))
        raise refuse(what, msg("Name a rule set that is complete by itself."))
    return file


def _edition(raw: Raw, base: Raw, places: Places, problems: list[Problem]) -> Raw:
    over = {key: value for key, value in raw.items() if key not in ("edition_of", "confirmed")}
    normal = complete(lay_over(base, over))
    confirmed = raw.get("confirmed", [])
    if not isinstance(confirmed, list) or not all(isinstance(pattern, str) for pattern in confirmed):
        what = msg("confirmed: a list of paths belongs here.")
        remedy = msg("Write one path a line, such as page.* or components.body.size.")
        problems.append(Problem("standard-entry", what, remedy, places.place(("confirmed",))))
        confirmed = []
    for pattern in demote(normal, over, confirmed):
        what = msg("{pattern} confirms nothing: there is no such entry.", pattern=pattern)
        place = places.place(("confirmed", confirmed.index(pattern)))
        problems.append(Problem("standard-reference", what, msg("Correct or delete it."), place))
    return normal


def _explained(error: ValidationError, places: Places) -> Iterator[Problem]:
    """The validator's findings in words; what a wrong source does to all the entries it is handed down to is said once."""
    details = error.errors(include_url=False)
    paths = {path_of(detail) for detail in details}
    for detail in details:
        path = path_of(detail)
        if owner_source(path) in paths and not places.has(path):
            continue
        node = places.node(path)
        if isinstance(node, Scalar) and node.is_absent:
            continue
        written = places.written(path)
        what, remedy = explain(detail, written)
        yield Problem("standard-entry", what, remedy, places.place(written, key=detail["type"] == "extra_forbidden"))


def _in_order(problems: Sequence[Problem]) -> list[Problem]:
    unique = dict.fromkeys(problems)
    return sorted(unique, key=lambda p: (p.place.path, p.place.line or 0, p.place.column or 0) if p.place else ("", 0, 0))
