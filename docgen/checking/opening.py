"""What stands behind a path: a Word file, or a spec rendered in memory."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docgen.ooxml.opening import Package, open_package
from docgen.problems import DocgenError, Problem, has_errors

if TYPE_CHECKING:
    from docgen.checking.spec_places import SpecPlaces
    from docgen.standards import Standard


class Opened(NamedTuple):
    """A package to be judged; for a spec its own rule set, its places, and what loading it had to say."""

    package: Package
    standard: Standard | None = None
    places: SpecPlaces | None = None
    notes: tuple[Problem, ...] = ()


def open_word(path: str, spec: str | None = None) -> Opened:
    """The Word file at ``path``; ``spec`` is the one it was built from, if findings are to be placed there.

    Raises ``DocgenError``.
    """
    package = open_package(Path(path), name=path)
    return Opened(package) if spec is None else Opened(package, None, _places(Path(spec), spec, package))


def open_spec(path: str) -> Opened:
    """The spec at ``path``, rendered in memory. Raises ``DocgenError`` with every problem of the spec."""
    from docgen.rendering import Source, render
    from docgen.spec import load_spec
    from docgen.templating import load_template

    file = Path(path)
    loaded = load_spec(file, shown=path)
    template = load_template(loaded.standard, loaded.template)
    data = render(loaded.document, loaded.standard, template=template, source=Source(file.name))
    package = open_package(data, name=path)
    return Opened(package, loaded.standard, _places(file, path, package), loaded.notes)


def check_agency_file(path: str) -> tuple[Problem, ...]:
    """What is wrong in an ``agency.yaml``. Raises ``DocgenError`` where that makes it unusable."""
    from docgen.config.agency import merge_agencies

    problems = merge_agencies((Path(path),)).problems
    if has_errors(problems):
        raise DocgenError(problems)
    return problems


def _places(spec: Path, shown: str, package: Package) -> SpecPlaces:
    from docgen.anchors.record import read_record
    from docgen.checking.spec_places import SpecPlaces

    record = read_record(package)
    return SpecPlaces(spec, shown, record.blocks if record else ())
