"""What is asked of a check for all files; small, so that a build with nothing to do may know it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.config.settings import Override

AUTO = "auto"
"""The rule set of each document's own date; the agency that it names itself."""
NO_AGENCY = "none"
"""The act alone, whatever the agency narrows."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """Which rules count and which findings are grave, for all files and, by ``overrides``, for some.

    ``agency``: the short name of the agency in ``agency.yaml`` whose layer narrows the rule set, ``auto`` for the one that the
    document names as its issuer, ``none`` for no layer. ``firm`` names what stands on the command line, which no override
    changes; the globs of overrides count from ``folder``. ``source``: the configuration file that says what is not ``firm``.
    """

    standard: str = AUTO
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    only_text: bool = False
    preview: bool = False
    fail_on: str = "error"
    firm: frozenset[str] = frozenset()
    overrides: tuple[Override, ...] = ()
    folder: str = "."
    agency: str = AUTO
    source: str = ""
