"""What a mutant is: a correct paper with one thing spoilt, and the rule that must say so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.corpus.every import EVERY
from tests.corpus.looks import End
from tests.corpus.paper import Line, Paper
from tests.corpus.wordml import GRIDS, MANNERS, Build
from tests.support.planting import Planted

Spoil = Callable[[Paper], Paper]
_ENDS: tuple[End, End] = ("low", "high")


@dataclass(frozen=True)
class Mutant(Planted[Spoil]):
    """A fault in the correct paper ``host``."""

    @property
    def regime(self) -> str:
        """``state`` or ``party``."""
        return "state" if self.host.startswith("nd30") else "party"

    def sound(self) -> Paper:
        """The paper before it was spoilt."""
        return EVERY[self.host]()

    def paper(self) -> Paper:
        """The paper with its one fault."""
        return self.spoil(self.sound())


def builds(number: int) -> list[Build]:
    """All three manners, each on another grid and at another end of the law's bounds; the choice goes round with ``number``."""
    return [Build(manner, GRIDS[(number + i) % len(GRIDS)], _ENDS[(number + i) % 2]) for i, manner in enumerate(MANNERS)]


def say(component: str, text: str, nth: int = 0) -> Spoil:
    """Other words in one line."""
    return lambda paper: paper.say(component, text, nth)


def swap(component: str, old: str, new: str, nth: int = 0) -> Spoil:
    """Some words of a line exchanged, its runs kept as they are."""

    def change(one: Line) -> Line:
        assert old in one.text, (old, one.text)
        return replace(one, words=tuple((words.replace(old, new), look) for words, look in one.words))

    return lambda paper: paper.change(component, change, nth)


def look(component: str, nth: int = 0, **values: object) -> Spoil:
    """One line set otherwise, all of its words."""

    def change(one: Line) -> Line:
        kept = {key: value for key, value in values.items() if key in ("size", "font", "color")}
        words = tuple((text, {**own, **kept, **_flipped(own, values)}) for text, own in one.words)
        return replace(one.looking(**values), words=words)

    return lambda paper: paper.change(component, change, nth)


def _flipped(own: dict[str, object], values: dict[str, object]) -> dict[str, object]:
    return {key: values[key] for key in own if key in values and key not in ("size", "font", "color")}


def drop(component: str, nth: int = 0) -> Spoil:
    """A line left out."""
    return lambda paper: paper.drop(component, nth)


def put(component: str, *new: Line, nth: int = 0, after: bool = False) -> Spoil:
    """Lines put in before, or ``after``, another."""
    return lambda paper: paper.insert(component, *new, nth=nth, after=after)


def rule(component: str, points: float, nth: int = 0) -> Spoil:
    """A drawn line of another length, in pt; 0: none."""
    return lambda paper: paper.change(component, lambda one: replace(one, rule=points), nth)


def page(**values: object) -> Spoil:
    """Another page set-up."""
    return lambda paper: paper.paged(**values)


def both(*spoils: Spoil) -> Spoil:
    """Changes that are one fault together."""

    def apply(paper: Paper) -> Paper:
        for spoil in spoils:
            paper = spoil(paper)
        return paper

    return apply
