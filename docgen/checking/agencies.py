"""Which agency of ``agency.yaml`` issued a document: its layer narrows the rule set, its field of work exempts it from rules."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from docgen.checking.wishes import AUTO, NO_AGENCY
from docgen.problems import DocgenError, Place, Problem, has_errors, msg
from docgen.vietnamese import fold

if TYPE_CHECKING:
    from docgen.config.agency import AgencyBook
    from docgen.config.common import Agency
    from docgen.reading.layout import Layout
    from docgen.standards import Standard
    from docgen.standards.model import RuleEntry

_FILE = "agency.yaml"
_Stamps: TypeAlias = "tuple[tuple[str, int, int], ...]"


class Narrowed(NamedTuple):
    """A rule set as an agency narrows it, and what findings name where the act would have said otherwise."""

    standard: Standard
    source: str


class Agencies:
    """What the agency files of ``folder`` and above say of the agencies that issue documents there.

    ``wish``: the short name of the agency that issues all of them, ``auto`` for the one whose name stands at the top of each,
    ``none`` for rule sets that no agency narrows.
    """

    def __init__(self, folder: str, wish: str = AUTO) -> None:
        self._stamps, self._wish = _stamp(folder), wish

    def exempt(self, entry: RuleEntry | None, issuer: str) -> bool:
        """Whether the agency of that printed name works in a field in which the rule of ``entry`` does not hold.

        A book that knows one agency only is about that one, whatever the name.
        """
        if entry is None or not entry.sectors:
            return False
        known = _read(self._stamps)
        if self._wish in known:
            found = [known[self._wish]]
        else:
            found = list(known.values()) if len(known) == 1 else [a for a in known.values() if a.name == _fold(issuer)]
        return any(agency.sector in entry.sectors for agency in found)

    def narrow(self, layout: Layout) -> Narrowed | None:
        """The rule set of ``layout`` as its agency narrows it; ``None`` where nobody does.

        Raises ``DocgenError`` if an agency file or the agency's layer is wrong, or the agency that is wished is not known.
        """
        if self._wish == NO_AGENCY:
            return None
        problems = _book(self._stamps).problems
        if has_errors(problems):
            raise DocgenError(problems)
        known = _read(self._stamps)
        if self._wish != AUTO:
            if self._wish not in known:
                raise DocgenError(_unknown(self._wish, known))
            return _narrow(self._stamps, self._wish, layout.standard)
        issuer, parent = _fold(layout.words_of("issuer")), _fold(layout.words_of("parent"))
        named = [short for short, agency in known.items() if agency.name and agency.name == issuer]
        if len(named) > 1:
            named = [short for short in named if known[short].parent == parent]
        # of two agencies of one name nobody knows whose layer it is
        return _narrow(self._stamps, named[0], layout.standard) if len(named) == 1 else None


class _Known(NamedTuple):
    """What is to be known of an agency to recognise it: its folded names, and its field, empty if none is said."""

    name: str
    parent: str
    sector: str


class _NoBook(NamedTuple):
    """What an ``AgencyBook`` says where there is no agency file."""

    agencies: Mapping[str, Agency] = MappingProxyType({})
    problems: tuple[Problem, ...] = ()


def _stamp(folder: str) -> _Stamps:
    """The agency files that count in ``folder``, each with its time and size: a long run notices when one is saved."""
    from docgen.config.finding import find_agency_files

    stamps = []
    for path in find_agency_files(Path(folder)):
        with suppress(OSError):
            found = path.stat()
            stamps.append((str(path), found.st_mtime_ns, found.st_size))
    return tuple(stamps)


@lru_cache(maxsize=64)
def _read(stamps: _Stamps) -> dict[str, _Known]:
    """The agencies of some files, by their short names."""
    return {short: _know(short, agency) for short, agency in _book(stamps).agencies.items()}


def _know(short: str, agency: Agency) -> _Known:
    issuer = agency.issuer
    name = _join(issuer.name) if issuer is not None else short
    parent = _join(issuer.parent) if issuer is not None and issuer.parent is not None else ""
    return _Known(_fold(name), _fold(parent), str(agency.sector or ""))


@lru_cache(maxsize=64)
def _book(stamps: _Stamps) -> AgencyBook | _NoBook:
    if not stamps:
        # nothing is imported for the many folders without
        return _NoBook()
    from docgen.config.agency import merge_agencies

    return merge_agencies(tuple(Path(path) for path, _, _ in stamps))


@lru_cache(maxsize=64)
def _narrow(stamps: _Stamps, short: str, standard: Standard) -> Narrowed | None:
    agency = _book(stamps).agencies[short]
    if agency.layer is None and agency.labels is None:
        return None
    from docgen.spec.choosing import apply_agency
    from docgen.spec.report import Report

    report = Report()
    narrowed = apply_agency(report, standard, agency, str(agency.standard) if agency.standard else None)
    if has_errors(report.problems):
        raise DocgenError(report.problems)
    return None if narrowed is standard else Narrowed(narrowed, f"{_FILE}: {short}")


def _unknown(short: str, known: Collection[str]) -> Problem:
    what = msg("No {file} names the agency {name}, whose documents these are said to be.", file=_FILE, name=short)
    if not known:
        remedy = msg("Write an {file} in the folder of the documents or above it, or leave the agency out.", file=_FILE)
    else:
        remedy = msg("Use one of: {known}.", known=", ".join((*known, AUTO, NO_AGENCY)))
    return Problem("check-unknown-agency", what, remedy, Place(_FILE))


def _join(words: object) -> str:
    return " ".join(map(str, words)) if isinstance(words, list) else str(words)


def _fold(words: str) -> str:
    return " ".join(fold(words).split())
