"""Rules over files: selection, suppression, baseline, repairs."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.checking.fix_running import fix
    from docgen.checking.fixed import Change, FixedFile, FixResult, FixStatus
    from docgen.checking.outcomes import CheckedDocument, CheckedFile, CheckResult, SkippedRule, Status
    from docgen.checking.running import CheckRun, check

__all__ = [
    "Change",
    "CheckResult",
    "CheckRun",
    "CheckedDocument",
    "CheckedFile",
    "FixResult",
    "FixStatus",
    "FixedFile",
    "SkippedRule",
    "Status",
    "check",
    "fix",
]

_HOMES = {
    "check": "running",
    "CheckRun": "running",
    "CheckedDocument": "outcomes",
    "CheckedFile": "outcomes",
    "CheckResult": "outcomes",
    "fix": "fix_running",
    "Change": "fixed",
    "FixedFile": "fixed",
    "FixResult": "fixed",
    "FixStatus": "fixed",
    "SkippedRule": "outcomes",
    "Status": "outcomes",
}


def __getattr__(name: str) -> object:
    # Reports and the build know these names without the rules, which are many to import.
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
