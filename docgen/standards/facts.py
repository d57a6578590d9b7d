"""One fact of a rule set: what the renderer writes, what a file may show, and where that is said."""

from __future__ import annotations

from enum import StrEnum
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, model_validator

T = TypeVar("T")

NUMBER_TOLERANCE = 1e-6


class Tier(StrEnum):
    """How firmly a fact stands: only ``TEXT``, the words of the act, may ever make an error."""

    TEXT = "text"
    SAMPLE = "sample"
    PRACTICE = "practice"
    HOUSE = "house"


class Data(BaseModel):
    """Base of everything that is read from a rule set's file: frozen, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Fact(Data, Generic[T]):
    """A value with its bounds and its source.

    ``use`` is what the renderer writes. A file may show ``min``..``max`` where those are given, one of ``any`` where that is given, else
    exactly ``use``. ``clause`` is empty where nothing is said (tiers ``practice`` and ``house``).
    """

    use: T
    min: float | None = None
    max: float | None = None
    any: tuple[T, ...] | None = None
    clause: str = ""
    tier: Tier = Tier.HOUSE

    @model_validator(mode="after")
    def _use_is_allowed(self) -> Fact[T]:
        if not self.allows(self.use):
            raise ValueError(f"use: {self.use} lies outside what the entry allows ({self.describe()})")
        return self

    def allows(self, value: object, tolerance: float = NUMBER_TOLERANCE) -> bool:
        """Whether a file may show ``value``; numbers are compared with ``tolerance`` in their own unit."""
        if isinstance(value, int | float) and not isinstance(value, bool):
            if self.any is not None:
                return any(isinstance(a, int | float) and abs(a - value) <= tolerance for a in self.any)
            if self.min is None and self.max is None:
                return isinstance(self.use, int | float) and abs(self.use - value) <= tolerance
            low_ok = self.min is None or value >= self.min - tolerance
            return low_ok and (self.max is None or value <= self.max + tolerance)
        return value in self.any if self.any is not None else value == self.use

    def describe(self) -> str:
        """The allowed values as a person writes them: ``13–14``, ``10 / 12.7``, ``≥ 6``, ``14``."""
        if self.any is not None:
            return " / ".join(_plain(a) for a in self.any)
        if self.min is not None and self.max is not None and self.min != self.max:
            return f"{_plain(self.min)}–{_plain(self.max)}"
        if self.min is not None and self.max is None:
            return f"≥ {_plain(self.min)}"
        if self.max is not None and self.min is None:
            return f"≤ {_plain(self.max)}"
        return _plain(self.use if self.min is None else self.min)


def _plain(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
