"""What a pull has to tell: one change after the other, in words."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from docgen.problems import Message, Place

#: words shown on either side of a change
_AROUND = 6
_LONGEST = 240


class Kind(StrEnum):
    """What somebody did.

    ``OWN``: changed words that docgen writes itself. ``CAPITALS``, ``MARKS``: typed in other letters, or with another number or
    sign, where the standard decides, so that nothing is written. ``OTHER``: something that is no text. ``REST``: what the spec would
    print otherwise than the file has it, for whatever reason.
    """

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    FORMAT = "format"
    CONFLICT = "conflict"
    OWN = "own"
    CAPITALS = "capitals"
    MARKS = "marks"
    OTHER = "other"
    REST = "rest"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: ``old`` and ``new`` words, ``place`` in the spec as it was.

    ``carried``: the new spec has it. ``reason``: why not, or what else there is to say. ``before``: what stood there when docgen
    wrote the file, where that is known. ``elsewhere``: the file, not the spec, whose words they are; ``OWN`` ones are nobody's.
    ``emphasis``: what was set off, or is no longer.
    """

    kind: Kind
    old: str
    new: str
    place: Place
    carried: bool
    reason: Message | None = None
    before: str = ""
    elsewhere: str = ""
    emphasis: Message | None = None


@dataclass(frozen=True, slots=True)
class Pulled:
    """What a file says against its spec. ``text``: the spec with all that could be carried, ``None`` where nothing could.

    ``tracked``: changes are marked in the file. ``dropped``: where in the spec as it was the texts stood that the spec has no
    longer and the file has changed.
    """

    changes: tuple[Change, ...] = ()
    text: str | None = None
    tracked: bool = False
    dropped: tuple[str, ...] = ()

    @property
    def counted(self) -> tuple[Change, ...]:
        """Those that a spec can have or lack: neither remarks nor what the standard decides."""
        return tuple(change for change in self.changes if change.kind not in (Kind.COMMENT, Kind.CAPITALS, Kind.MARKS))

    @property
    def is_complete(self) -> bool:
        """Whether nothing was left alone."""
        return all(change.carried for change in self.changes if change.kind is not Kind.COMMENT)


def clip(old: str, new: str) -> tuple[str, str]:
    """Both texts with no more around their difference than a reader needs."""
    a, b = old.split(), new.split()
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    first = blocks[0].size if blocks and blocks[0].a == blocks[0].b == 0 else 0
    tail = next((x for x in reversed(blocks) if x.size and x.a + x.size == len(a) and x.b + x.size == len(b)), None)
    last = tail.size if tail and tail.a >= first and tail.b >= first else 0
    return _cut(a, first, last), _cut(b, first, last)


def shorten(words: str) -> str:
    """A long text up to where a reader knows which it is."""
    plain = " ".join(words.split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1].rstrip() + "…"


def _cut(words: list[str], first: int, last: int) -> str:
    low, high = max(0, first - _AROUND), len(words) - max(0, last - _AROUND)
    return shorten(f"{'… ' if low else ''}{' '.join(words[low:high])}{' …' if high < len(words) else ''}")
