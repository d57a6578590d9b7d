"""The last look: what the spec would print now against what the file has, so that no difference goes without a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from docgen.recovery.pulling.counts import without_zeros
from docgen.recovery.pulling.lines import Line, fold_line, lead_kind
from docgen.recovery.pulling.model import Compared, Standing
from docgen.recovery.pulling.said import Change, Kind
from docgen.recovery.pulling.spec_state import SpecState

#: what is no matter of words
_NO_WORDS = (Kind.FORMAT, Kind.COMMENT, Kind.OTHER, Kind.CAPITALS)
#: so much of the words of a line must stand in what is told of it
_MOST = 0.6


def find_rest(compared: Compared, state: SpecState, changes: Sequence[Change]) -> list[Change]:
    """Paragraphs that would be printed otherwise than they stand in the file, although none of ``changes`` tells it.

    For a spec that nobody has edited since. What docgen works out from other words (a sum, a title) counts as carried: it
    follows them. ``compared.lines`` is what the spec printed before the edits, ``state`` has them.
    """
    told = [words for change in changes if not change.carried for words in (_fold(change.old), _fold(change.new)) if words]
    now = [line for line in state.lines if line.folded]
    free = Counter(map(_fold_line, now))
    found: list[Change] = []
    answered: set[int] = set()
    pairs = [(s, without_zeros(fold_line(s.text))) for s in compared.standings]
    # of a cell with several paragraphs it is told that its one text stands in them
    broken = {standing.paragraph.cell for standing in compared.breaks} - {None}
    pairs = [(standing, words) for standing, words in pairs if words and standing.paragraph.cell not in broken]
    for standing, words in pairs:
        line = _line_of(standing, state)
        if free[words]:
            free[words] -= 1
            if line is not None and _has_other_lead(standing, line) and not _is_told(words, told):
                found.append(_tell(standing.pointers, line.plain, standing.text.strip(), False, state))
            elif line is not None and _has_other_marks(standing, line, compared):
                pointer = next((p for p in standing.pointers if p.startswith("/")), "")
                found.append(Change(Kind.MARKS, line.plain, standing.text.strip(), state.place_now(pointer), True))
            continue
        line = line or _find_own(standing, words, [one for one in now if id(one) not in answered])
        if line is not None:
            answered.add(id(line))
        if not standing.cut and not _is_told(words, told):
            ours = line.plain if line is not None else ""
            found.append(_tell(standing.pointers, ours, standing.text.strip(), _is_as_before(standing, words, compared), state))
    there = Counter(words for _, words in pairs)
    for line in now:
        words = _fold_line(line)
        if there[words]:
            there[words] -= 1
        elif id(line) not in answered and not _is_told(words, told) and not (broken and line.cell):
            follows = not line.origins and not any(_fold_line(one) == words for one in compared.lines)
            found.append(_tell(line.origins, line.plain, "", follows, state))
    same_order = [words for _, words in pairs] == [_fold_line(line) for line in now]
    if not (same_order or found or told or broken) and not any(standing.cut for standing, _ in pairs):
        found.append(Change(Kind.REST, "", "", state.place(""), False))
    return found


def has_same_lines(compared: Compared, state: SpecState) -> bool:
    """Whether the spec prints exactly what the file says, numbers and marks included."""
    return [_exact(s.text) for s in compared.standings if _exact(s.text)] == [_exact(one.plain) for one in state.lines if one.plain]


def find_left_over(alone: Sequence[Change], compared: Compared, state: SpecState, changes: Sequence[Change]) -> list[Change]:
    """Of ``alone``, the changes of the file against the spec that it was made from, those that had no place in that one and
    have none in the spec now, unless ``changes`` tells them."""
    told = {(_fold(change.old) if not change.new else "", _fold(change.new)) for change in changes}
    printed = [_exact(line.plain) for line in state.lines]
    file = [_exact(standing.text) for standing in compared.standings]
    found = []
    for change in alone:
        if change.carried or change.kind in _NO_WORDS or (_fold(change.old) if not change.new else "", _fold(change.new)) in told:
            continue
        new, old = _exact(change.new), _exact(change.old)
        if new:
            lines = [text for text in file if new in text]
            is_left = not lines or any(text not in printed for text in lines)
        else:
            is_left = any(old in text for text in printed) and not any(old in text for text in file)
        if is_left:
            found.append(replace(change, place=state.place("")))
    return found


def find_other_leads(compared: Compared, state: SpecState, changes: Sequence[Change]) -> list[Change]:
    """Paragraphs that begin with another kind of number or dash than the spec prints, where nobody knows how docgen wrote them."""
    told = [words for change in changes if not change.carried for words in (_fold(change.old), _fold(change.new)) if words]
    found = []
    for standing in compared.standings:
        line, words = _line_of(standing, state), without_zeros(fold_line(standing.text))
        if line is not None and words == _fold_line(line) and _has_other_lead(standing, line) and not _is_told(words, told):
            found.append(_tell(standing.pointers, line.plain, standing.text.strip(), False, state))
    return found


def _exact(text: str) -> str:
    return " ".join(text.split())


def _tell(pointers: Sequence[str], ours: str, theirs: str, follows: bool, state: SpecState) -> Change:
    pointer = next((p for p in pointers if p.startswith("/")), "")
    return Change(Kind.REST, ours, theirs, state.place_now(pointer), follows)


def _line_of(standing: Standing, state: SpecState) -> Line | None:
    at = next((at for p in standing.pointers if (at := state.line_of(p)) is not None), None)
    return None if at is None else state.lines[at]


def _find_own(standing: Standing, words: str, lines: Sequence[Line]) -> Line | None:
    """The line of docgen's own that has come in the place of one in the file."""
    if not standing.own:
        return None
    own = (line for line in lines if not line.origins)
    return next((line for line in own if SequenceMatcher(None, words, _fold_line(line)).ratio() >= _MOST), None)


def _is_as_before(standing: Standing, words: str, compared: Compared) -> bool:
    """Whether nobody has touched the paragraph: what it reads like now follows from other edits."""
    return standing.own or (standing.line is not None and _fold_line(compared.lines[standing.line]) == words)


def _has_other_lead(standing: Standing, line: Line) -> bool:
    """Whether somebody has typed another kind of number or dash before a paragraph, which would be another level."""
    typed = lead_kind(standing.text)
    if standing.paragraph.numbering or typed == line.lead:
        return False
    return bool(typed and line.lead) or line.lead.startswith("dash")


def _has_other_marks(standing: Standing, line: Line, compared: Compared) -> bool:
    """Whether somebody has typed another number before a paragraph, or another sign behind it, than docgen sets now and before."""
    if standing.line is None or standing.paragraph.numbering or standing.cut:
        return False
    own = {_exact(one.plain).casefold() for one in (line, compared.lines[standing.line])}
    return _exact(standing.text).casefold() not in own


def _fold_line(line: Line) -> str:
    return without_zeros(line.folded)


def _fold(words: str) -> str:
    return without_zeros(fold_line(words))


def _is_told(words: str, told: Sequence[str]) -> bool:
    for one in told:
        if one in words or words in one:
            return True
        a, b = words.split(), one.split()
        same = sum(block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
        if same >= _MOST * min(len(a), len(b)):
            return True
    return False
