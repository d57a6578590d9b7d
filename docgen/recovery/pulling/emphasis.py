"""Which words somebody set in bold or italics, and from which he took them off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter

from docgen.problems import Message, msg
from docgen.recovery.differences.spots import shorten
from docgen.recovery.texts import Letter

_TEMPLATES = (
    (attrgetter("bold"), False, msg("bold taken off")),
    (attrgetter("bold"), True, msg("set in bold")),
    (attrgetter("italic"), False, msg("italics taken off")),
    (attrgetter("italic"), True, msg("set in italics")),
)


def say_emphasis(ours: Iterable[Letter], theirs: Iterable[Letter]) -> Message | None:
    """What differs in the emphasis of the same words; ``None`` if they are not the same, or nothing differs.

    The words concerned are named unless all are.
    """
    before, after = _words(ours), _words(theirs)
    if [_plain(word).casefold() for word in before] != [_plain(word).casefold() for word in after]:
        return None
    told: Message | None = None
    for is_set, value, what in _TEMPLATES:
        pairs = zip(before, after, strict=True)
        turned = [any(is_set(a) != is_set(b) == value for a, b in zip(x, y, strict=True)) for x, y in pairs]
        if not any(turned):
            continue
        one = what if all(turned) else msg("{what}: {words}", what=what, words=_quote(after, turned))
        told = one if told is None else msg("{first}; {second}", first=told, second=one)
    return told


def _words(letters: Iterable[Letter]) -> list[list[Letter]]:
    found: list[list[Letter]] = [[]]
    for letter in letters:
        if not letter.sign.isspace():
            found[-1].append(letter)
        elif found[-1]:
            found.append([])
    return [word for word in found if word]


def _plain(word: Sequence[Letter]) -> str:
    return "".join(letter.sign for letter in word)


def _quote(words: Sequence[Sequence[Letter]], turned: Sequence[bool]) -> str:
    """The words that turned, those side by side together."""
    groups: list[list[str]] = []
    for number, word in enumerate(words):
        if turned[number]:
            if number and turned[number - 1]:
                groups[-1].append(_plain(word))
            else:
                groups.append([_plain(word)])
    return ", ".join(f"“{shorten(' '.join(group).rstrip(',.;:'))}”" for group in groups)
