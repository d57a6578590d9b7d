"""What the steps of a pull share: the file's paragraphs, the spec as the edits have made it, and what became of each."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.problems import Message, msg
from docgen.recovery.pulling.lines import Line, fold_line
from docgen.recovery.pulling.model import Compared, Standing, Turn
from docgen.recovery.pulling.outline import Shift
from docgen.recovery.pulling.said import Change
from docgen.recovery.pulling.spec_state import SpecState, Trial, distance
from docgen.recovery.pulling.ways import Ways
from docgen.sources import Scalar

UNCERTAIN = msg("Its place in the spec is not certain.")
_DOUBLE = msg("It was copied, and which of the two is the original is not certain.")


class Work:
    """Edits of ``state`` paragraph by paragraph; an edit counts only if the spec then prints what the file has.

    ``first``: the texts that the file has no longer, by their pointers as they were, and where they stand now; ``contested``: the
    same of those that the spec has changed since. ``was``: the pointers of each paragraph before any edit.
    """

    def __init__(self, compared: Compared, state: SpecState, text_end: str, *, file_wins: bool = False) -> None:
        """``file_wins``: of several places beside what the spec has put in meanwhile, the first one will do."""
        self.compared, self.state, self.file_wins = compared, state, file_wins
        self.standings = compared.standings
        self.ways = Ways(self.standings, state, text_end)
        self.folded = [fold_line(standing.text) for standing in self.standings]
        self.was: dict[int, list[str]] = {s.at: [*s.pointers] for s in self.standings}
        self.gone = [t.known.origin for t in compared.turned if t.turn is Turn.GONE and t.known is not None]
        self.first = {pointer: pointer for pointer in self.gone}
        both = [t.known.origin for t in compared.turned if t.turn is Turn.CONFLICT and t.known is not None and not t.theirs.plain]
        #: texts that the file has no longer and the spec has changed
        self.contested = {pointer: pointer for pointer in both}
        self.changes: list[Change] = []
        #: texts that stay as they were after all
        self.mended: set[str] = set()
        words = {t.known.origin: t.known for t in compared.turned if t.known is not None}
        #: their words before any edit
        self.old = {one: compared.lines[k.line].pieces[k.piece].plain for one, k in words.items()}

    def uncertain(self, standing: Standing) -> Message:
        """Why a paragraph has no certain place."""
        return _DOUBLE if standing.paragraph in self.compared.doubles else UNCERTAIN

    def mend(self, origin: str) -> None:
        """The rest of a text that was cut in two has no place, or one that was joined to it must stay: it is kept as it was."""
        head = next((s for s in self.standings if origin in self.was.get(s.at, [])), None) if origin else None
        node = self.state.first.node(origin) if head is not None else None
        if head is None or not isinstance(node, Scalar):
            return
        pointer = head.pointers[self.was[head.at].index(origin)]
        editor = self.state.outline.editor
        if editor.set_text(pointer, node.value) and isinstance(trial := self.state.attempt(editor.result()), Trial):
            self.state.commit(trial)
            self.mended.add(origin)

    def away(self, lines: Sequence[Line], counted: int = 0) -> int:
        """How far the spec is from the file; sums that change with what came or went do not count."""
        return distance(self.folded, lines, counted=bool(counted))

    def commit(self, trial: Trial, shift: Shift) -> None:
        """Go on from ``trial``, with all pointers as it has them."""
        self.state.commit(trial)
        self.shift(shift)

    def shift(self, shift: Shift) -> None:
        """Give all pointers the places that they have now."""
        for standing in self.standings:
            standing.pointers = [new for p in standing.pointers if (new := shift(p)) is not None]
        for held in (self.first, self.contested):
            held.update({was: shift(now) or now for was, now in held.items()})
        ended = self.state.ended.items()
        self.state.ended = {new: sign for pointer, sign in ended if (new := shift(pointer)) is not None}
