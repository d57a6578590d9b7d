"""A text with some places put right in memory, and the way back from its characters to the file's."""

from __future__ import annotations

from bisect import bisect_right, insort

from docgen.sources.quoting import Edit


class Repairs:
    """``text`` is the original with every edit made; the file itself is never touched."""

    def __init__(self, original: str) -> None:
        self._original = original
        self._edits: list[tuple[int, int, str]] = []
        self._begins: list[int] = []
        self.text = original

    def add(self, edit: Edit) -> bool:
        """Make one more edit (indices of the original); ``False`` when it touches one that was made before."""
        if any(edit.start <= end and start <= edit.end for start, end, _ in self._edits):
            return False
        insort(self._edits, (edit.start, edit.end, edit.new))
        parts: list[str] = []
        self._begins = []
        at = length = 0
        for start, end, new in self._edits:
            parts += (self._original[at:start], new)
            length += start - at
            self._begins.append(length)
            length += len(new)
            at = end
        parts.append(self._original[at:])
        self.text = "".join(parts)
        return True

    def origin(self, index: int) -> int:
        """The index in the original of the character at ``index`` in ``text``; inside an edit, the edit's beginning."""
        if not self._edits:
            return index
        number = bisect_right(self._begins, index) - 1
        if number < 0:
            return index
        start, end, new = self._edits[number]
        behind = index - self._begins[number] - len(new)
        if behind < 0:
            return start
        return end + behind
