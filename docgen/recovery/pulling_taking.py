"""Changed words of texts that the spec has: taken into it where only the file changed them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from docgen.config.keys import key_table
from docgen.problems import Message, msg
from docgen.reading.numbers import parse_number, parse_place_date
from docgen.recovery.pulling_edits import SpecState, Trial, is_inline, own_text, unprintable, write_text
from docgen.recovery.pulling_lines import Line, fold_line
from docgen.recovery.pulling_pairs import Compared, Standing, Turn, Turned
from docgen.recovery.pulling_said import Change, Kind
from docgen.recovery.pulling_words import take_words
from docgen.sources import Mapping, Scalar
from docgen.vietnamese import capitals, upper

_DIGITS = re.compile(r"\d+")
#: keys whose print may be worded otherwise than their value
_WORDED = ("due",)


@dataclass(frozen=True, slots=True)
class _Taking:
    """A text to be written: which one, and its new value."""

    turned: Turned
    pointer: str
    value: str
    printed: str


def take_texts(compared: Compared, state: SpecState, *, same_spec: bool) -> list[Change]:
    """Write every changed text into ``state`` that can be; say of the others why not."""
    changes: list[Change] = []
    wanted: list[_Taking] = []
    lines = Counter(standing.line for standing in compared.standings)
    for turned in compared.turned:
        if turned.turn in (Turn.CHANGED, Turn.LOOK):
            twice = turned.standing is not None and lines[turned.standing.line] > 1
            taking = msg("Its line stands in two paragraphs now.") if twice else _prepare(turned, compared.lines, state)
            if isinstance(taking, _Taking):
                wanted.append(taking)
            else:
                changes.append(_tell(turned, compared, state, False, taking))
        elif turned.turn is Turn.MIXED:
            changes.append(_tell(turned, compared, state, False, msg("Words that docgen writes itself stand in it now.")))
        elif turned.turn in (Turn.CONFLICT, Turn.DROPPED):
            changes.append(_conflict(turned, compared, state, same_spec))
    refused: dict[str, Message] = {}
    odd = {standing.at for standing, _, _ in compared.strange if standing is not None}
    trial = _write(wanted, state)
    if wanted and not _holds(trial, wanted, odd):
        good = []
        for taking in wanted:
            alone = _write([taking], state)
            if isinstance(alone, Trial) and _holds(alone, [taking], odd | _with_others(taking, wanted)):
                good.append(taking)
            else:
                refused[taking.pointer] = alone if isinstance(alone, Message) else unprintable()
        trial = _write(good, state)
        if isinstance(trial, Message) or not _holds(trial, good, odd):
            refused |= {taking.pointer: trial if isinstance(trial, Message) else unprintable() for taking in good}
            trial = unprintable()
    if isinstance(trial, Trial):
        state.commit(trial)
    for taking in wanted:
        changes.append(_tell(taking.turned, compared, state, taking.pointer not in refused, refused.get(taking.pointer)))
    for standing in compared.breaks:
        reason = msg("a paragraph of its own in a cell")
        changes.append(Change(Kind.FORMAT, standing.text.strip(), "", state.place(standing.tail_of), False, reason))
    changes += [_take_own(standing, ours, theirs, compared, state) for standing, ours, theirs in compared.strange]
    return changes


def _prepare(turned: Turned, lines: Sequence[Line], state: SpecState) -> _Taking | Message:
    known = turned.known
    assert known is not None
    if not known.origin.startswith("/"):
        return msg("These words stand in {place}.", place=known.origin)
    node = state.first.node(known.origin)
    piece = lines[known.line].pieces[known.piece]
    if not isinstance(node, Scalar):
        return msg("The spec has no text of its own there.")
    own = own_text(node, known.component)
    printed = " ".join(piece.plain.split())
    worded = known.origin.rpartition("/")[2] in _WORDED
    if not worded and printed not in (" ".join(one.split()) for one in (own.plain, capitals(own.plain), upper(own.plain))):
        return msg("The spec names it by a short name.")
    inline = is_inline(known.component)
    if turned.turn is Turn.LOOK and not inline:
        return msg("The spec cannot set single words of this text off.")
    new = turned.theirs if worded else take_words(own, piece, turned.theirs, inline=inline)
    return _Taking(turned, known.origin, write_text(new, known.component, node.value), turned.theirs.plain)


def _write(wanted: Sequence[_Taking], state: SpecState) -> Trial | Message:
    if not wanted:
        return unprintable()
    editor = state.outline.editor
    for taking in wanted:
        if not editor.set_text(taking.pointer, taking.value):
            return msg("Its place in the spec cannot be edited.")
    return state.attempt(editor.result())


def _holds(trial: Trial | Message, wanted: Sequence[_Taking], odd: Collection[int]) -> bool:
    """Whether every text is printed as the file has it, and so is its paragraph, unless that is among the ``odd`` ones."""
    if isinstance(trial, Message):
        return False
    printed = {piece.origin: piece.plain for line in trial.lines for piece in line.pieces if piece.origin}
    lines = {piece.origin: line for line in trial.lines for piece in line.pieces if piece.origin}
    for one in wanted:
        if _fold(printed.get(one.pointer, "")) != _fold(one.printed):
            return False
        standing, line = one.turned.standing, lines[one.pointer]
        if standing is None or standing.joined or standing.cut or standing.at in odd or line.cell:
            continue
        if any(not origin.startswith("/") for origin in line.origins):
            continue
        if set(standing.pointers) == set(line.origins) and line.folded != fold_line(standing.text):
            return False
        if not set(line.origins) <= set(standing.pointers) and line.folded.startswith(fold_line(standing.text)):
            # one line that stands in two paragraphs now
            return False
    return True


def _with_others(taking: _Taking, wanted: Sequence[_Taking]) -> set[int]:
    """The paragraph of ``taking`` where other texts of it changed as well, which are not written yet."""
    own = taking.turned.standing
    others = [one for one in wanted if one is not taking and one.turned.standing is own]
    return {own.at} if own is not None and others else set()


def _fold(words: str) -> str:
    return " ".join(words.split()).casefold()


def _words_of(turned: Turned, compared: Compared) -> str:
    known = turned.known
    return "" if known is None else " ".join(compared.lines[known.line].pieces[known.piece].plain.split())


def _tell(turned: Turned, compared: Compared, state: SpecState, carried: bool, reason: Message | None) -> Change:
    known = turned.known
    assert known is not None
    old, new = _words_of(turned, compared), turned.theirs.plain
    kind = Kind.CHANGED
    if turned.turn is Turn.LOOK:
        kind, old, new = Kind.FORMAT, old, write_text(turned.theirs, "body")
    return Change(kind, old, new, state.place(known.origin), carried, reason)


def _conflict(turned: Turned, compared: Compared, state: SpecState, same_spec: bool) -> Change:
    pointer = turned.known.origin if turned.known else turned.anchor.path if turned.anchor else ""
    if turned.turn is Turn.DROPPED:
        reason = msg("The spec has this text no longer; the file has changed it.")
    elif not turned.theirs.plain:
        reason = msg("The spec has changed it since; the file has it no longer.")
    elif turned.known and turned.anchor and turned.known.hash == turned.anchor.hash:
        reason = msg("The spec has changed since, so nobody knows who set these words off.")
    else:
        reason = msg("Both the spec and the file have changed it.")
    return Change(Kind.CONFLICT, _words_of(turned, compared), turned.theirs.plain, state.place(pointer), False, reason)


# words that docgen writes from a number or a date


def _take_own(standing: Standing | None, ours: str, theirs: str, compared: Compared, state: SpecState) -> Change:
    line = compared.lines[standing.line] if standing is not None and standing.line is not None else None
    pointer = next((p for p in standing.pointers if p.startswith("/")), "") if standing else ""
    carried = False
    if standing is not None and line is not None:
        if line.component in ("number", "place_date"):
            carried = _take_head(line.component, standing, state)
            pointer = "/number" if line.component == "number" else "/date"
        elif pointer:
            carried = _take_count(pointer, ours, theirs, standing, state)
    reason = None if carried else msg("docgen writes these words itself.")
    return Change(Kind.CHANGED if carried else Kind.OWN, ours, theirs, state.place(pointer), carried, reason)


def _take_head(component: str, standing: Standing, state: SpecState) -> bool:
    text = " ".join(standing.text.split())
    if component == "number":
        read = parse_number(text)
        key, value = "number", "" if read is None else read.digits.lstrip("0")
    else:
        date = parse_place_date(text)
        key = "date"
        value = ""
        if date is not None and date.year and date.value:
            value = date.value.isoformat()
        elif date is not None and date.year and not date.day:
            value = f"{date.year:04d}" + (f"-{date.month:02d}" if date.month else "")
    if not value or (key == "number" and not value.isdecimal()):
        return False
    outline = state.outline
    name = key_table()["document"][key].vietnamese if outline.editor.speaks_vietnamese else key
    behind = {"number": ("number", "issuer", "type"), "date": ("date", "place", "number", "issuer")}[key]
    if not outline.editor.set_key(key, name, value, behind):
        return False
    trial = state.attempt(outline.editor.result())
    if isinstance(trial, Message) or not any(one.component == component and one.folded == fold_line(text) for one in trial.lines):
        return False
    state.commit(trial)
    return True


def _take_count(pointer: str, ours: str, theirs: str, standing: Standing, state: SpecState) -> bool:
    """A count that docgen prints with its unit: only its digits differ, and one key beside the text holds it."""
    if _DIGITS.sub("0", ours) != _DIGITS.sub("0", theirs):
        return False
    pairs = [(a, b) for a, b in zip(_DIGITS.findall(ours), _DIGITS.findall(theirs), strict=True) if a != b]
    if len(pairs) != 1:
        return False
    old, new = pairs[0]
    outline = state.outline
    above = outline.node(pointer.rpartition("/")[0])
    if not isinstance(above, Mapping):
        return False
    counts = [(e.key.value, e.value.value) for e in above.entries if isinstance(e.value, Scalar) and e.value.value.isdecimal()]
    held = [key for key, value in counts if int(value) == int(old)]
    if len(held) != 1:
        return False
    parent = pointer.rpartition("/")[0]
    if not outline.editor.set_text(f"{parent}/{held[0]}", str(int(new))):
        return False
    trial = state.attempt(outline.editor.result())
    if isinstance(trial, Message) or not any(one.folded == fold_line(standing.text) for one in trial.lines):
        return False
    state.commit(trial)
    return True


