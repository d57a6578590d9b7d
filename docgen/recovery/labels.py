"""The words of ``labels.yaml``, read once."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from docgen.reading.folding import fold_each

_FILE = Path(__file__).with_name("labels.yaml")
#: the lines of a task in the order in which docgen writes them
KEYS = ("lead", "support", "due", "result")


@lru_cache(maxsize=16)
def spelt(name: str) -> tuple[str, ...]:
    """The words listed under ``name``, folded, the longest first."""
    import yaml

    known: dict[str, list[str]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return tuple(sorted(map(fold_each, known[name]), key=len, reverse=True))


@lru_cache(maxsize=1)
def task_labels() -> re.Pattern[str]:
    """Any label of a task at the beginning of a folded line or behind the sign that ends the part before it.

    The group of its key (``KEYS``) holds the label; that of ``finished`` is empty and stands before words without one.
    """
    ways = "|".join(f"(?P<{key}>{_any(key)})" for key in KEYS)
    return re.compile(rf"(?:^|(?<=[.;,])\s+)(?:(?:{ways})\s*:\s+|(?P<finished>)(?=(?:{_any('finished')})\b))")


def begins_with_label(words: str) -> bool:
    """Whether ``words`` begin a line of a task: with a label in its capital letter, or in brackets."""
    inner = words.removeprefix("(")
    return (inner[:1].isupper() or inner != words) and task_labels().match(fold_each(inner)) is not None


def _any(name: str) -> str:
    return "|".join(map(re.escape, spelt(name)))
