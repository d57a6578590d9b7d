"""Jinja as templates get it: escaping on, unknown names are errors, loops and output bounded.

Templates come from strangers. ``grammar`` lets only a small language in and says where the rest stands; what is here holds
even for what the grammar did not see. A template prints what it is handed once, so a few times as much is the bound.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen.templating.language import CALLS, FILTERS, TESTS

#: how often a template may go through, or print, all that it is handed
TIMES = 4
#: rounds and characters that are always allowed
FREE_ROUNDS = 1_000
FREE_CHARACTERS = 1_000_000
ROUNDS = "_rounds"

ALLOWED_NODES = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.For,
    nodes.If,
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Test,
    nodes.Filter,
    nodes.CondExpr,
    nodes.Call,
    nodes.Keyword,
)


class LimitExceeded(Exception):
    """A template ran over one of the limits; ``args`` are ``rounds`` or ``output``, and the limit."""


class NotAllowed(Exception):
    """A template uses a construct that is not let in; ``args`` are its name and its line in the template's XML."""


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Jinja for templates. ``finalize`` is called with every value before it is escaped and printed."""

    def __init__(self, finalize: Any = None) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=finalize)
        self.globals.clear()
        self.filters = {name: f for name, f in self.filters.items() if name in FILTERS}
        self.tests = {name: t for name, t in self.tests.items() if name in TESTS}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for node in tree.find_all(nodes.Node):
            called = node.node.name if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) else None
            if not isinstance(node, ALLOWED_NODES) or (isinstance(node, nodes.Call) and called not in CALLS):
                raise NotAllowed(called or type(node).__name__.lower(), node.lineno)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Call(nodes.Name(ROUNDS, "load"), [loop.iter], [], None, None, lineno=loop.lineno)
        return tree

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """No methods: a template reads values, it calls nothing of theirs."""
        return super().is_safe_attribute(obj, attr, value) and not callable(value)


@dataclass(frozen=True, slots=True)
class Budget:
    """How many rounds all loops of one document may take together, and how many characters may be printed."""

    rounds: int
    characters: int

    def count_rounds(self) -> Any:
        """A wrapper for what a loop runs over; all loops of one rendering share its budget."""
        left = self.rounds

        def rounds(items: Iterable[Any]) -> Iterator[Any]:
            nonlocal left
            for item in items:
                left -= 1
                if left < 0:
                    raise LimitExceeded("rounds", self.rounds)
                yield item

        return rounds

    def join(self, pieces: Iterable[str]) -> str:
        """The output as one text. Raises ``LimitExceeded`` before it grows past ``characters``."""
        held: list[str] = []
        left = self.characters
        for piece in pieces:
            left -= len(piece)
            if left < 0:
                raise LimitExceeded("output", self.characters)
            held.append(piece)
        return "".join(held)


def budget_for(context: Mapping[str, Any], template_size: int) -> Budget:
    """The bounds for a document that is handed ``context`` and a template of ``template_size`` characters."""
    rounds, characters = _measure(context)
    return Budget(TIMES * rounds + FREE_ROUNDS, TIMES * (characters + template_size) + FREE_CHARACTERS)


def _measure(value: object) -> tuple[int, int]:
    """List items and characters in a value."""
    if isinstance(value, str):
        return 0, len(value)
    items: Iterable[object] = ()
    rounds = 0
    if isinstance(value, Mapping):
        items = value.values()
    elif isinstance(value, list):
        rounds = len(value)
        if all(isinstance(item, str) for item in value):
            return rounds, sum(map(len, value))
        items = value
    characters = 0
    for item in items:
        more_rounds, more = _measure(item)
        rounds += more_rounds
        characters += more
    return rounds, characters
