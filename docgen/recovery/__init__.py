"""What a Word file says, brought back: into a document, into its spec."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.recovery.documents import recover
    from docgen.recovery.importing import ImportedSpec, import_file
    from docgen.recovery.recovered import Guess, Recovered

__all__ = ["Guess", "ImportedSpec", "Recovered", "import_file", "recover"]

_HOMES = {
    "Guess": "recovered",
    "ImportedSpec": "importing",
    "Recovered": "recovered",
    "import_file": "importing",
    "recover": "documents",
}


def __getattr__(name: str) -> object:
    # Commands that need one part of this room do not wait for the others.
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
