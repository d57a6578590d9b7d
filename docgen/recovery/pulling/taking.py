"""Changed words of texts that the spec has: taken into it where only the file changed them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from docgen.anchors.names import text_hash
from docgen.document.model import PartialDate
from docgen.document.text import literal
from docgen.ooxml.inline import UNKNOWN
from docgen.problems import Message, msg
from docgen.reading.numbers import parse_place_date
from docgen.recovery.marks import read_due
from docgen.recovery.pulling.emphasis import say_emphasis
from docgen.recovery.pulling.lines import Line, fold_line, text_of
from docgen.recovery.pulling.model import Compared, Turn, Turned
from docgen.recovery.pulling.own_words import take_own_words
from docgen.recovery.pulling.said import Change, Kind
from docgen.recovery.pulling.spec_state import (
    SpecState,
    Trial,
    find_other_file,
    is_inline,
    is_under,
    no_letter,
    own_text,
    say_elsewhere,
    unprintable,
    write_text,
)
from docgen.recovery.pulling.words import take_words
from docgen.recovery.texts import BLANKS, letters_of, seen
from docgen.sources import Scalar
from docgen.spec.marks import END_SIGNS
from docgen.vietnamese import capitals, parse_iso, upper

#: keys whose print may be worded otherwise than their value
_WORDED = ("due",)
_SIGNS = "".join((*END_SIGNS, BLANKS))


@dataclass(frozen=True, slots=True)
class _Taking:
    """A text to be written: which one, and its new value; ``guessed``: it stood in capitals, some of which may belong to names."""

    turned: Turned
    pointer: str
    value: str
    printed: str
    guessed: bool = False


def take_texts(compared: Compared, state: SpecState, *, same_spec: bool) -> list[Change]:
    """Write every changed text into ``state`` that can be; say of the others why not."""
    changes: list[Change] = []
    wanted: list[_Taking] = []
    lines = Counter(standing.line for standing in compared.standings)
    odd = {standing.at for standing, _, _ in compared.strange if standing is not None}
    for turned in compared.turned:
        if turned.turn is Turn.CHANGED and turned.standing is not None and turned.standing.at in odd:
            found = _beside_other_words(turned)
            if found is None:
                continue
            turned = found
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
            changes.append(_conflict(turned, compared, state))
    trial, refused = _write_most(wanted, state, odd)
    if trial is not None:
        state.commit(trial)
    for taking in wanted:
        reason = refused.get(taking.pointer)
        if reason is None and taking.guessed:
            reason = msg("in small letters in the spec: “{words}”", words=taking.value)
        changes.append(_tell(taking.turned, compared, state, taking.pointer not in refused, reason))
    for standing in compared.breaks:
        reason = msg("a paragraph of its own in a cell")
        changes.append(Change(Kind.FORMAT, standing.text.strip(), "", state.place(standing.tail_of), False, reason))
    take_own_words(compared, state)
    return changes


def _beside_other_words(turned: Turned) -> Turned | None:
    """A text in whose line docgen's own words read otherwise: what of it is left to take, ``None`` for nothing.

    A date retyped with its place stands among the place's words; what is signed for another is another key.
    """
    known, standing = turned.known, turned.standing
    assert known is not None
    assert standing is not None
    if known.component == "sign_authority":
        return replace(turned, turn=Turn.MIXED)
    if known.component != "place_date" or ((date := parse_place_date(standing.text)).blank and not date.year):
        return turned
    return replace(turned, theirs=literal(date.place)) if text_hash(date.place) != known.hash else None


def _prepare(turned: Turned, lines: Sequence[Line], state: SpecState) -> _Taking | Message:
    known = turned.known
    assert known is not None
    if not known.origin.startswith("/"):
        return say_elsewhere(known.origin)
    if UNKNOWN in turned.theirs.plain:
        return no_letter()
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
    new, guessed = turned.theirs, False
    if not worded:
        new, guessed = take_words(own, piece, turned.theirs, [line.plain for line in lines], inline=inline)
    joined = [] if turned.standing is None else [state.first.node(pointer) for pointer in turned.standing.joined]
    before = " ".join([node.value, *(one.value for one in joined if isinstance(one, Scalar))])
    value = write_text(new, known.component, before)
    if worded and parse_iso(node.value.strip()) and isinstance(due := read_due(new, state.standard), PartialDate):
        value = due.isoformat()
    return _Taking(turned, known.origin, value, turned.theirs.plain, guessed)


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
        theirs = one.printed.rstrip(_SIGNS) if one.pointer == trial.ended else one.printed
        if _fold(printed.get(one.pointer, "")) != _fold(theirs):
            if _prints_whole(trial, one):
                continue
            return False
        standing, line = one.turned.standing, lines[one.pointer]
        if standing is None or standing.joined or standing.cut or standing.holds_dropped or standing.at in odd or line.cell:
            continue
        if any(not origin.startswith("/") for origin in line.origins):
            continue
        if set(standing.pointers) == set(line.origins) and line.folded != fold_line(standing.text):
            return False
        if not set(line.origins) <= set(standing.pointers) and line.folded.startswith(fold_line(standing.text)):
            # one line that stands in two paragraphs now
            return False
    return True


def _write_most(wanted: Sequence[_Taking], state: SpecState, odd: set[int]) -> tuple[Trial | None, dict[str, Message]]:
    """As many texts as hold together, and by pointer why the others were refused.

    Halves are tried again as long as they fail, so that one bad text among many costs few trials.
    """
    good: list[_Taking] = []
    best: Trial | None = None
    refused: dict[str, Message] = {}
    waiting = [[*wanted]] if wanted else []
    while waiting:
        some = waiting.pop()
        trial = _write([*good, *some], state)
        if isinstance(trial, Trial) and _holds(trial, [*good, *some], odd | _open_ones([*good, *some], wanted)):
            good, best = [*good, *some], trial
        elif len(some) > 1:
            waiting += [some[len(some) // 2 :], some[: len(some) // 2]]
        else:
            refused[some[0].pointer] = trial if isinstance(trial, Message) else unprintable()
    return best, refused


def _prints_whole(trial: Trial, one: _Taking) -> bool:
    """Whether the paragraph reads as the file has it, although the spec takes the new text apart (a recipient and its note)."""
    standing = one.turned.standing
    at = next((line for line in trial.lines if any(is_under(p, one.pointer) for p in line.origins)), None)
    return standing is not None and at is not None and at.folded == fold_line(standing.text) and len(at.origins) > 1


def _open_ones(tried: Sequence[_Taking], wanted: Sequence[_Taking]) -> set[int]:
    """The paragraphs in which other texts changed as well that are not written yet: they cannot read as the file has them."""
    written = {one.pointer for one in tried}
    return {one.turned.standing.at for one in wanted if one.pointer not in written and one.turned.standing is not None}


def _fold(words: str) -> str:
    return " ".join(words.split()).casefold()


def _words_of(turned: Turned, compared: Compared) -> str:
    known = turned.known
    return "" if known is None else " ".join(compared.lines[known.line].pieces[known.piece].plain.split())


def _tell(turned: Turned, compared: Compared, state: SpecState, carried: bool, reason: Message | None) -> Change:
    known = turned.known
    assert known is not None
    old, new = _words_of(turned, compared), " ".join(turned.theirs.plain.split())
    kind, place, elsewhere = Kind.CHANGED, state.place(known.origin), find_other_file(known.origin)
    if turned.turn is Turn.LOOK and old == new:
        piece = compared.lines[known.line].pieces[known.piece]
        emphasis = say_emphasis(letters_of(seen(text_of(piece), piece.look)), letters_of(turned.theirs))
        new = write_text(turned.theirs, "body")
        return Change(Kind.FORMAT, old, new, place, carried, reason, elsewhere=elsewhere, emphasis=emphasis)
    if carried and old != new and old.casefold() == new.casefold() and _is_unwritten(known.origin, state):
        kind = Kind.CAPITALS
    return Change(kind, old, new, place, carried, reason, elsewhere=elsewhere)


def _is_unwritten(pointer: str, state: SpecState) -> bool:
    """Whether the spec still says what it said at ``pointer``."""
    was, now = state.first.node(pointer), state.outline.node(pointer)
    return isinstance(was, Scalar) and isinstance(now, Scalar) and was.value == now.value


def _conflict(turned: Turned, compared: Compared, state: SpecState) -> Change:
    pointer = turned.known.origin if turned.known else turned.anchor.path if turned.anchor else ""
    if turned.turn is Turn.DROPPED:
        reason = msg("The spec has this text no longer; the file has changed it.")
    elif not turned.theirs.plain:
        reason = msg("The spec has changed it since; the file has it no longer.")
    elif turned.known and turned.anchor and turned.known.hash == turned.anchor.hash:
        reason = msg("The spec has changed since, so nobody knows who set these words off.")
    else:
        reason = msg("Both the spec and the file have changed it.")
    before = compared.before.get(turned.anchor.name, "") if turned.anchor else ""
    old, new = _words_of(turned, compared), turned.theirs.plain
    if turned.known is not None and old == " ".join(new.split()):
        piece = compared.lines[turned.known.line].pieces[turned.known.piece]
        old, new = (write_text(text, turned.known.component) for text in (seen(text_of(piece), piece.look), turned.theirs))
    return Change(Kind.CONFLICT, old, new, state.place(pointer), False, reason, before)
