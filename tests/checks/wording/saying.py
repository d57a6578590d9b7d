"""What a rule of wording says of a few printed texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast

from docgen.checks.registry import rule_named
from docgen.checks.rule import LookAtWords, Remark, Wording, WordingCase
from docgen.standards import load_standard

Said = str | tuple[str, str]


class Marked(NamedTuple):
    """The words a rule marks, and what it would put there."""

    words: str
    replacement: str | None


def marked(rule: str, *texts: Said, standard: str = "nd30", kind: str | None = None) -> list[Marked]:
    """What ``rule`` marks in texts of one document, in order; a bare text is a paragraph of the body."""
    return [Marked(text[found.start : found.end], found.replacement) for text, found in _look(rule, texts, standard, kind)]


def remarks(rule: str, *texts: Said, standard: str = "nd30", kind: str | None = None) -> list[Remark]:
    """The same as the rule gives it."""
    return [found for _, found in _look(rule, texts, standard, kind)]


def _look(rule: str, texts: Sequence[Said], name: str, kind: str | None) -> list[tuple[str, Remark]]:
    own = rule_named(rule)
    assert own is not None, rule
    standard = load_standard(name)
    said = [Wording("body", text, None) if isinstance(text, str) else Wording(*text, None) for text in texts]
    case = WordingCase(standard, standard.rules[own.name], kind)
    found = [one for one in cast(LookAtWords, own.look)(said, case) if isinstance(one, Remark)]
    return [(said[one.index].text, one) for one in found]
