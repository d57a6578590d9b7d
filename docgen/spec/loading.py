"""From a spec file to a document, with every problem of the file said at once."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docgen.config.agency import AgencyBook, read_agencies
from docgen.config.keys import known_keys
from docgen.config.reading import join_problems, read_record
from docgen.document.model import Document
from docgen.problems import DocgenError, Level, Problem, has_errors
from docgen.sources import SourceText, examine, read_text, source_from_bytes
from docgen.spec.models import Spec
from docgen.spec.report import Report, sort_problems
from docgen.spec.resolving import Resolved, resolve
from docgen.standards import Standard


@dataclass(frozen=True, slots=True)
class LoadedSpec:
    """A spec that can be rendered.

    ``standard`` carries the agency's labels and layer. ``template`` is the own template that the spec or the agency names.
    ``notes`` are problems that
    do not stand in the way. ``inputs`` are the agency files that were read.
    """

    document: Document
    standard: Standard
    template: Path | None
    notes: tuple[Problem, ...]
    inputs: tuple[Path, ...]


def load_spec(path: str | os.PathLike[str], *, shown: str | None = None, today: date | None = None) -> LoadedSpec:
    """Read the spec at ``path`` with the agency files of its folder and above. ``shown`` is the path as problems name it.

    ``today`` is the day on which a rule set's validity is looked at for a document without a date. Raises ``DocgenError``
    with every problem, by
    place.
    """
    file = Path(path)
    source = read_text(file, shown)
    return _load(source, read_agencies(file.parent), file.parent, today)


def load_text(
    text: str | bytes, *, shown: str, agency: AgencyBook | None = None, folder: Path | None = None, today: date | None = None
) -> LoadedSpec:
    """Read a spec from memory. ``agency`` holds the short names it may use, ``folder`` is where its paths count from."""
    source = source_from_bytes(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text, shown)
    return _load(source, agency or AgencyBook(), folder, today)


def _load(source: SourceText, book: AgencyBook, folder: Path | None, today: date | None) -> LoadedSpec:
    examined = examine(source, keys=known_keys())
    report = Report()
    resolved: Resolved | None = None
    spec, problems = (None, []) if examined.root is None else read_record(source, examined.root, Spec)
    report.problems += [*join_problems(examined.problems, problems), *book.problems]
    if spec is not None:
        resolved = resolve(spec, book, report, folder, today)
    found = sort_problems(report.problems)
    if resolved is None or has_errors(found):
        raise DocgenError(found)
    notes = tuple(problem for problem in found if problem.level is not Level.ERROR)
    return LoadedSpec(resolved.document, resolved.standard, resolved.template, notes, book.files)
