"""Agencies of some fields of work to which a rule does not apply: ``sector`` of ``agency.yaml``."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.standards.model import RuleEntry


class Sectors:
    """What the agency files of ``folder`` and above say of the field of the agencies that issue documents there."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def exempt(self, entry: RuleEntry | None, issuer: str) -> bool:
        """Whether the agency of that printed name works in a field in which the rule of ``entry`` does not hold.

        A book that knows one agency only is about that one, whatever the name.
        """
        if entry is None or not entry.sectors:
            return False
        known = _sectors(self._folder)
        if len(known) == 1:
            return next(iter(known.values())) in entry.sectors
        return known.get(_fold(issuer), "") in entry.sectors


@lru_cache(maxsize=64)
def _sectors(folder: str) -> dict[str, str]:
    """The field (empty if none is said) of each agency, by its folded name."""
    from docgen.config.finding import find_agency_files

    files = find_agency_files(Path(folder))
    if not files:
        return {}
    from docgen.config.agency import merge_agencies

    found = {}
    for short, agency in merge_agencies(files).agencies.items():
        name = agency.issuer.name if agency.issuer is not None else None
        words = " ".join(name) if isinstance(name, list) else name or short
        found[_fold(str(words))] = str(agency.sector or "")
    return found


def _fold(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).casefold().split())
