"""Words that docgen writes itself, from a number, a date or a count: where somebody changed them, the spec gets the value."""

from __future__ import annotations

from docgen.config.keys import key_table
from docgen.problems import Message, msg
from docgen.reading.numbers import parse_number, parse_place_date
from docgen.recovery.pulling.counts import find_count, find_counted, numbers_of, without_zeros, write_counts
from docgen.recovery.pulling.lines import fold_line
from docgen.recovery.pulling.model import Compared, Standing
from docgen.recovery.pulling.said import Change, Kind
from docgen.recovery.pulling.spec_state import SpecState, Trial
from docgen.sources import Scalar
from docgen.vietnamese import upper

#: lines of the head whose words docgen makes from a key of the spec
_HEADS = {"number": "/number", "place_date": "/date"}


def take_own_words(compared: Compared, state: SpecState) -> None:
    """Write into ``state`` the values from which docgen made its own words, where the file has other ones."""
    counts = []
    for standing, ours, theirs in compared.strange:
        line = compared.lines[standing.line] if standing is not None and standing.line is not None else None
        if standing is None or line is None or standing.joined:
            continue
        pointer = _pointer(standing, compared)
        if line.component in _HEADS:
            _take_head(line.component, standing, state)
        elif pointer and (opening := _opening_of(line.component, theirs, state)):
            _take_opening(pointer, opening, standing, state)
        elif pointer and len(turned := _differing(ours, theirs)) == 1:
            counts.append((pointer, *turned[0]))
    if counts:
        write_counts(state, counts)


def tell_own_words(compared: Compared, state: SpecState) -> list[Change]:
    """What became of docgen's own words that the file has otherwise, once all other edits are in ``state``."""
    found = [_tell(standing, ours, theirs, compared, state) for standing, ours, theirs in compared.strange]
    for standing, ours, theirs, before in compared.disputed:
        pointer = _pointer(standing, compared)
        if not before and pointer not in _HEADS.values() and _is_sum(pointer, ours, theirs, state):
            found.append(Change(Kind.REST, ours, theirs, state.place(pointer), True))
            continue
        reason = msg("Both the spec and the file have changed it.")
        if not before:
            reason = msg("The spec has changed since, so it is not certain who changed these words.")
        found.append(Change(Kind.CONFLICT, ours, theirs, state.place(pointer), False, reason, before))
    return found


def _tell(standing: Standing | None, ours: str, theirs: str, compared: Compared, state: SpecState) -> Change:
    if theirs and ours == _type_words(state, state.loaded.document.type):
        return Change(Kind.CHANGED, ours, theirs, state.place("/type"), False, _say_type(theirs, state))
    place = state.place(_pointer(standing, compared))
    if standing is None:
        words = fold_line(ours)
        there = sum(fold_line(one.text) == words for one in compared.standings)
        was, now = (sum(one.folded == words and not one.origins for one in lines) for lines in (compared.lines, state.lines))
        if now < was and now <= there:
            # it went with the texts below it
            return Change(Kind.REMOVED, ours, "", place, True)
    else:
        words = without_zeros(fold_line(standing.text))
        if any(without_zeros(one.folded) == words for one in state.lines):
            return Change(Kind.CHANGED, ours, theirs, place, True)
    return Change(Kind.OWN, ours, theirs, place, False, msg("docgen writes these words itself."))


def _type_words(state: SpecState, key: str) -> str:
    return upper(state.standard.types[key].name)


def _say_type(words: str, state: SpecState) -> Message:
    """What the spec has to say for a document to be called ``words``."""
    key = _name_key("type", state)
    wanted = next((one for one in state.standard.types if _type_words(state, one) == " ".join(upper(words).split())), None)
    if wanted is None:
        return msg("The words come from the key {key}, and no type of document that docgen knows is called so.", key=key)
    return msg("The words come from the key {key}; for these it has to be “{key}: {type}”.", key=key, type=wanted)


def _name_key(key: str, state: SpecState) -> str:
    return key_table()["document"][key].vietnamese if state.outline.editor.speaks_vietnamese else key


def _pointer(standing: Standing | None, compared: Compared) -> str:
    if standing is None:
        return ""
    line = compared.lines[standing.line] if standing.line is not None else None
    own = _HEADS.get(line.component, "") if line is not None else ""
    return own or next((p for p in standing.pointers if p.startswith("/")), "")


def _is_sum(pointer: str, ours: str, theirs: str, state: SpecState) -> bool:
    """Whether the words differ in a number alone that the spec has nowhere: docgen adds it up."""
    turned = _differing(ours, theirs)
    return bool(turned) and all(find_count(state.outline, pointer, old) is None for old, _ in turned)


def _differing(ours: str, theirs: str) -> list[tuple[int, int]]:
    """The numbers that differ, of words that differ in nothing else."""
    if (found := find_counted(ours, theirs)) is None or found.start():
        return []
    return [(a, b) for a, b in zip(numbers_of(ours), numbers_of(found[0]), strict=True) if a != b]


def _opening_of(component: str, theirs: str, state: SpecState) -> str:
    """The words before an entry in place of those that docgen writes; empty if the rule set knows no such opening."""
    mark = state.standard.marks.get(component)
    words = "" if mark is None else theirs.removeprefix(mark.prefix.use.strip()).strip()
    opens = mark is not None and any(f"{words} ".startswith(f"{opening} ") for opening in mark.openings)
    return words if opens else ""


def _take_opening(pointer: str, opening: str, standing: Standing, state: SpecState) -> None:
    outline = state.outline
    node = outline.node(pointer)
    if not isinstance(node, Scalar) or not outline.editor.set_text(pointer, f"{opening} {node.value}"):
        return
    trial = state.attempt(outline.editor.result())
    if isinstance(trial, Trial) and any(one.folded == fold_line(standing.text) for one in trial.lines):
        state.commit(trial)


def _take_head(component: str, standing: Standing, state: SpecState) -> None:
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
        return
    outline = state.outline
    name = _name_key(key, state)
    behind = {"number": ("number", "issuer", "type"), "date": ("date", "place", "number", "issuer")}[key]
    if not outline.editor.set_key(key, name, value, behind):
        return
    trial = state.attempt(outline.editor.result())
    if isinstance(trial, Trial) and any(one.component == component and one.folded == fold_line(text) for one in trial.lines):
        state.commit(trial)
