"""The language a template may use: docxtpl's tags over a small, bounded part of Jinja.

Templates come from strangers. Only constructs that cannot grow or wait are let in, loops run against a budget, and so does the
output. What is not listed here is refused by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

#: XML characters that one document may have; 64 million are some 10,000 pages
OUTPUT_LIMIT = 64_000_000
#: rounds of all loops together in one document
ROUND_LIMIT = 2_000_000
#: characters of a template's own XML
SOURCE_LIMIT = 20_000_000

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
ALLOWED_FILTERS = frozenset({"upper", "lower", "trim", "default", "d", "length", "count", "first", "last", "e", "escape", "string"})
#: what only docxtpl itself can make; a template that calls them takes the slow way
SLOW_CALLS = frozenset({"image", "subdocument", "rich"})
ROUNDS = "_rounds"


class LimitExceeded(Exception):
    """A template ran over one of the limits; ``args[0]`` is ``rounds`` or ``output``."""


class NotAllowed(Exception):
    """A template uses a construct that is not let in; ``args`` are its name and its line in the template's XML."""


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Jinja for templates: escaping on, unknown names are errors, every construct is checked when it is parsed."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals.clear()
        self.filters = {name: f for name, f in self.filters.items() if name in ALLOWED_FILTERS}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for node in tree.iter_child_nodes():
            _check(node)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Call(nodes.Name(ROUNDS, "load"), [loop.iter], [], None, None, lineno=loop.lineno)
        return tree

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """No methods: a template reads values, it calls nothing of theirs."""
        return super().is_safe_attribute(obj, attr, value) and not callable(value)


def _check(node: nodes.Node) -> None:
    if not isinstance(node, ALLOWED_NODES):
        raise NotAllowed(type(node).__name__.lower(), node.lineno)
    if isinstance(node, nodes.For) and node.recursive:
        raise NotAllowed("recursive for", node.lineno)
    if isinstance(node, nodes.Filter) and node.name not in ALLOWED_FILTERS:
        raise NotAllowed(f"filter {node.name}", node.lineno)
    if isinstance(node, nodes.Call) and not (isinstance(node.node, nodes.Name) and node.node.name in SLOW_CALLS):
        called = node.node.name if isinstance(node.node, nodes.Name) else "call"
        raise NotAllowed(f"{called}()", node.lineno)
    for child in node.iter_child_nodes():
        _check(child)


def count_rounds() -> Any:
    """A wrapper for what a loop runs over; all loops of one rendering share its budget."""
    left = ROUND_LIMIT

    def rounds(items: Iterable[Any]) -> Iterator[Any]:
        nonlocal left
        for item in items:
            left -= 1
            if left < 0:
                raise LimitExceeded("rounds")
            yield item

    return rounds


def join_within_limit(pieces: Iterable[str]) -> str:
    """The output as one text. Raises ``LimitExceeded`` before it grows past ``OUTPUT_LIMIT``."""
    held: list[str] = []
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > OUTPUT_LIMIT:
            raise LimitExceeded("output")
        held.append(piece)
    return "".join(held)
