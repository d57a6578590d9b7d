"""Words that docgen writes itself, from a number, a date or a count: where somebody changed them, the spec gets the value."""

from __future__ import annotations

import re

from docgen.config.keys import key_table
from docgen.problems import Message, msg
from docgen.reading.numbers import parse_number, parse_place_date
from docgen.recovery.pulling_edits import SpecState
from docgen.recovery.pulling_lines import fold_line
from docgen.recovery.pulling_model import Compared, Standing
from docgen.recovery.pulling_said import Change, Kind
from docgen.sources import Mapping, Scalar

_DIGITS = re.compile(r"\d+")
#: lines of the head whose words docgen makes from a key of the spec
_HEADS = {"number": "/number", "place_date": "/date"}


def take_own_words(compared: Compared, state: SpecState) -> list[Change]:
    """Write into ``state`` what can be; say of the rest why not."""
    found = [_take(standing, ours, theirs, compared, state) for standing, ours, theirs in compared.strange]
    for standing, ours, theirs, before in compared.disputed:
        reason = msg("Both the spec and the file have changed it.")
        if not before:
            reason = msg("The spec has changed since, so it is not certain who changed these words.")
        place = state.place(_pointer(standing, compared))
        found.append(Change(Kind.CONFLICT, ours, theirs, place, False, reason, before))
    return found


def _pointer(standing: Standing | None, compared: Compared) -> str:
    if standing is None:
        return ""
    line = compared.lines[standing.line] if standing.line is not None else None
    own = _HEADS.get(line.component, "") if line is not None else ""
    return own or next((p for p in standing.pointers if p.startswith("/")), "")


def _take(standing: Standing | None, ours: str, theirs: str, compared: Compared, state: SpecState) -> Change:
    line = compared.lines[standing.line] if standing is not None and standing.line is not None else None
    pointer = _pointer(standing, compared)
    carried = False
    if standing is not None and line is not None:
        if line.component in _HEADS:
            carried = _take_head(line.component, standing, state)
        elif pointer:
            carried = _take_count(pointer, ours, theirs, standing, state)
    if standing is not None and not carried:
        # a line that repeats number and date says what the spec prints once it has them
        carried = any(not one.origins and one.folded == fold_line(standing.text) for one in state.lines)
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
