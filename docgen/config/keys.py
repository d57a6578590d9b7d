"""Keys and fixed words of the user's YAML files: the English name, the Vietnamese one, what editors show about it."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import NamedTuple

from docgen.sources import Mapping as MappingNode
from docgen.sources import Node, Scalar, parse, read_text
from docgen.vietnamese import slugify

_TABLE = Path(__file__).with_name("keys.yaml")
#: below this likeness (0 to 1) a proposal would be a guess
_LIKENESS = 0.6


class Key(NamedTuple):
    """A key: its English name, its Vietnamese name, a line for editors, the kind of the mappings in the list that it holds."""

    name: str
    vietnamese: str
    help: str
    entries: str = ""


@cache
def key_table() -> Mapping[str, Mapping[str, Key]]:
    """Every key by kind of mapping (``document``, ``block``, ``task`` …) and English name; ``words`` holds the fixed words."""
    root = parse(read_text(_TABLE), plain_in_flow=True).root
    return {
        kind: {name: Key(name, _text(entry, "vi"), _text(entry, "help"), _text(entry, "entries")) for name, entry in _entries(group)}
        for kind, group in _entries(root)
    }


@cache
def entry_kinds() -> Mapping[str, str]:
    """The kind of the mappings in a list, by the English key that holds it; lists of plain texts are not there."""
    return {key.name: key.entries for group in key_table().values() for key in group.values() if key.entries}


@cache
def known_keys() -> frozenset[str]:
    """Every key that any file may hold, in both languages."""
    groups = [group for kind, group in key_table().items() if kind != "words"]
    return frozenset(name for group in groups for key in group.values() for name in (key.name, key.vietnamese))


def english_key(kind: str, typed: str) -> str | None:
    """The English name of a key as typed in a mapping of ``kind``, ``None`` when there is no such key.

    Both languages in small letters: a text such as ``Yêu cầu: …`` must not pass for a key. Vietnamese keys also without marks
    (``trich yeu``).
    """
    return typed if typed in key_table().get(kind, {}) else _vietnamese(kind).get(_plain(typed))


def english_word(typed: str) -> str:
    """A fixed word as the program knows it (``có`` → ``true``), any other text as it is."""
    return english_key("words", typed) or typed


def suggest(typed: str, candidates: Mapping[str, str] | list[str] | tuple[str, ...]) -> str | None:
    """The candidate most like ``typed``, compared without marks and capitals; ``None`` when none comes near."""
    by_form = {slugify(name): name for name in candidates}
    found = get_close_matches(slugify(typed), list(by_form), n=1, cutoff=_LIKENESS)
    return by_form[found[0]] if found else None


def kinds_with(typed: str) -> list[str]:
    """The kinds of mapping to which a key belongs, for saying where a misplaced key should stand."""
    return [kind for kind in key_table() if kind != "words" and english_key(kind, typed)]


@cache
def _vietnamese(kind: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for key in key_table().get(kind, {}).values():
        found[key.vietnamese] = found[slugify(key.vietnamese).replace("-", " ")] = key.name
    return found


def _plain(typed: str) -> str:
    text = unicodedata.normalize("NFC", typed)
    return text.replace("-", " ") if text.isascii() else text


def _entries(node: Node | None) -> list[tuple[str, Node]]:
    assert isinstance(node, MappingNode)
    return [(entry.key.value, entry.value) for entry in node.entries]


def _text(node: Node, key: str) -> str:
    value = node.get(key) if isinstance(node, MappingNode) else None
    return value.value if isinstance(value, Scalar) else ""
