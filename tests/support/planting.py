"""One fault planted in something correct, and the rule that must say so: whatever is spoilt, and however."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

Spoil = TypeVar("Spoil")


@dataclass(frozen=True)
class Planted(Generic[Spoil]):
    """``code``: the rule that must fire, at ``component``; ``what``: the fault, for names; ``host``: what is correct but for it;
    ``spoil`` plants it. ``also``: rules that the same fault necessarily breaks as well, ``why`` they do."""

    code: str
    what: str
    host: str
    spoil: Spoil
    component: str
    also: tuple[str, ...] = ()
    why: str = ""

    @property
    def name(self) -> str:
        """For files and tests: unique."""
        return f"{self.code}-{self.host}-{self.what}"
