"""One fact of a rule set: what the renderer writes, what a file may show, and where that is said."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Generic, Self, TypeVar

from pydantic import BaseModel, ConfigDict, model_validator

from docgen.problems import Message, msg

T = TypeVar("T")

NUMBER_TOLERANCE = 1e-6


class Tier(StrEnum):
    """How firmly a fact stands: only ``TEXT``, the words of the act, may ever make an error."""

    TEXT = "text"
    SAMPLE = "sample"
    PRACTICE = "practice"
    HOUSE = "house"

    @property
    def binds(self) -> bool:
        """Whether the act itself says or shows it, so that an agency's layer may not depart from it."""
        return self in (Tier.TEXT, Tier.SAMPLE)


class Unsound(ValueError):
    """What a validator of these models refuses: ``key`` is the entry inside the validated one, ``""`` for all of it."""

    def __init__(self, what: Message, key: str = "") -> None:
        super().__init__(str(what))
        self.what, self.key = what, key


class Data(BaseModel):
    """Base of everything that is read from a rule set's file: frozen, no unknown keys, what binds with its clause."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    @model_validator(mode="after")
    def _names_its_clause(self) -> Self:
        tier = getattr(self, "tier", None)
        if tier is not None and tier.binds and not getattr(self, "clause", ""):
            raise Unsound(
                msg("Tier {tier} without a clause: what the act says or shows has a place in it.", tier=str(tier)), "clause"
            )
        return self


class Fact(Data, Generic[T]):
    """A value with its bounds and its source.

    ``use`` is what the renderer writes. A file may show ``min``..``max`` where those are given, one of ``any`` where that is
    given, else exactly ``use``. ``clause`` is empty where nothing is said (tiers ``practice`` and ``house``). ``about``: the
    act itself says no more than "about", so that what lies outside is never an error.
    """

    use: T
    min: float | None = None
    max: float | None = None
    any: tuple[T, ...] | None = None
    about: bool = False
    clause: str
    tier: Tier

    @model_validator(mode="after")
    def _is_sound(self) -> Fact[T]:
        bounds = self.min is not None or self.max is not None
        if bounds and not is_number(self.use):
            raise Unsound(msg("Only numbers have min and max."), "max" if self.min is None else "min")
        if bounds and self.any is not None:
            raise Unsound(msg("`any` lists all that is allowed; min and max cannot stand beside it."), "any")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise Unsound(msg("min {min} is more than max {max}.", min=say_value(self.min), max=say_value(self.max)), "min")
        if not self.allows(self.use):
            what = msg("{use} lies outside what the entry allows ({allowed}).", use=say_value(self.use), allowed=self.describe())
            raise Unsound(what, "use")
        for key, value in (("use", self.use), ("min", self.min)):
            if isinstance(value, int | float) and value < 0:
                raise Unsound(msg("{value} is negative.", value=say_value(value)), key)
        return self

    def __reduce__(self) -> tuple[object, ...]:
        # pickle cannot find a class named Fact[float] in any module
        return (_restore, (type(self).__pydantic_generic_metadata__["args"], dict(self)))

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
            return " / ".join(map(say_value, self.any))
        if self.min is not None and self.max is not None and self.min != self.max:
            return f"{say_value(self.min)}–{say_value(self.max)}"
        if self.min is not None and self.max is None:
            return f"≥ {say_value(self.min)}"
        if self.max is not None and self.min is None:
            return f"≤ {say_value(self.max)}"
        return say_value(self.use if self.min is None else self.min)


def is_number(value: Any) -> bool:
    """Whether ``value`` is a number; ``True`` and ``False`` are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def say_value(value: object) -> str:
    """A value of a rule set as its file writes it; an empty text as ``""``."""
    if isinstance(value, tuple | list):
        return ", ".join(f"[{say_value(v)}]" if isinstance(v, tuple | list) else say_value(v) for v in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else str(value) or '""'


def _restore(kinds: tuple[Any, ...], values: dict[str, Any]) -> Fact[Any]:
    model = Fact[kinds[0]] if kinds else Fact  # type: ignore[valid-type]
    return model.model_construct(**values)
