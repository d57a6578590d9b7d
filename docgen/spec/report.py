"""Problems of one spec, collected with their places."""

from __future__ import annotations

from docgen.config.data import Leaf, Spot
from docgen.problems import Level, Message, Place, Problem
from docgen.sources import Edit, Scalar, quote_always, quote_scalar, rewrite


class Report:
    """What was found so far, in the order found."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def error(self, code: str, spot: Spot, what: Message, remedy: Message, suggestion: str | None = None) -> None:
        """Add an error at ``spot``."""
        self.problems.append(Problem(code, what, remedy, spot.place(), suggestion=suggestion))

    def note(self, code: str, spot: Spot, what: Message, remedy: Message | None = None) -> None:
        """Add something the author should know and need not change."""
        self.problems.append(Problem(code, what, remedy, spot.place(), Level.NOTE))

    def in_order(self) -> tuple[Problem, ...]:
        """The problems by file, line and column; of equal ones the first."""
        return sort_problems(self.problems)


def sort_problems(problems: list[Problem]) -> tuple[Problem, ...]:
    """``problems`` by file, line and column, each once."""
    places = [(p.place.path, p.place.line or 0, p.place.column or 0) if p.place else ("", 0, 0) for p in problems]
    order = sorted(range(len(problems)), key=lambda i: places[i])
    kept: dict[tuple[str, Place | None, str], Problem] = {}
    for i in order:
        kept.setdefault((problems[i].code, problems[i].place, str(problems[i].what)), problems[i])
    return tuple(kept.values())


def line_with(leaf: Leaf, text: str) -> str | None:
    """The line of ``leaf`` as it reads with ``text`` in its place; ``None`` for texts of several lines."""
    node, source = leaf.spot.node, leaf.spot.source
    if (
        not isinstance(node, Scalar)
        or node.style in ("|", ">")
        or source.position(node.start).line != source.position(node.end).line
    ):
        return None
    new = quote_always(text) if source.text[node.start : node.start + 1] in ("'", '"') else quote_scalar(text)
    return rewrite(source, [Edit(node.start, node.end, new)])
