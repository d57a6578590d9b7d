"""The words of ``labels.yaml``, read once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from docgen.reading.folding import fold_each

_FILE = Path(__file__).with_name("labels.yaml")


@lru_cache(maxsize=16)
def spelt(name: str) -> tuple[str, ...]:
    """The words listed under ``name``, folded, the longest first."""
    import yaml

    known: dict[str, list[str]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return tuple(sorted(map(fold_each, known[name]), key=len, reverse=True))
