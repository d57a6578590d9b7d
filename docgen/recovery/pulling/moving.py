"""Paragraphs that were moved: within their list, or to another one."""

from __future__ import annotations

from docgen.problems import Message, msg
from docgen.recovery.pulling.adding import add
from docgen.recovery.pulling.model import Standing
from docgen.recovery.pulling.outline import moved
from docgen.recovery.pulling.removing import remove
from docgen.recovery.pulling.said import Change, Kind
from docgen.recovery.pulling.spec_state import Trial, find_other_file, is_under, say_elsewhere
from docgen.recovery.pulling.ways import list_entries
from docgen.recovery.pulling.work import UNCERTAIN, Work
from docgen.sources import Scalar


def move(work: Work) -> None:
    """Give each paragraph that was moved its new place; neighbours that were moved together go together."""
    told: set[int] = set()
    _read_places(work)
    for standing in work.standings:
        if not standing.moved or standing.at in told:
            continue
        group, carried, reason = [standing], False, work.uncertain(standing)
        for container, index in reversed([*list_entries(standing.pointers[0])]):
            entry = f"{container}/{index}"
            own = [s for s in work.standings if any(is_under(p, entry) for p in s.pointers)]
            if not all(s.moved for s in own) or [s.at for s in own] != [*range(own[0].at, own[0].at + len(own))]:
                continue
            group = own
            carried = not any(s.torn for s in own) and _move_entry(work, container, index, own)
            break
        if any(s.torn for s in group):
            reason = msg("Both the spec and the file have moved it.")
        else:
            carried = carried or (len(group) == 1 and _transplant(work, standing))
        for one in group:
            told.add(one.at)
            one.moved = False
            held = work.was.get(one.at, [])
            pointer = next((p for p in held if p.startswith("/")), held[0] if held else "")
            elsewhere = find_other_file(pointer) if pointer else ""
            why = None if carried else say_elsewhere(pointer) if elsewhere else reason
            words, place = one.text.strip(), work.state.place(pointer)
            work.changes.append(Change(Kind.MOVED, words, words, place, carried, why, elsewhere=elsewhere))


def _read_places(work: Work) -> None:
    """From here on only places count: every paragraph has the words of its line, which the spec may have changed as well."""
    for standing in work.standings:
        line = work.ways.line_at(standing.pointers[0]) if standing.pointers else None
        if line is not None and line.origins == tuple(standing.pointers):
            work.folded[standing.at] = line.folded


def _move_entry(work: Work, container: str, index: int, own: list[Standing]) -> bool:
    """Move an entry within its list."""
    above = work.standings[own[0].at - 1] if own[0].at else None
    under = work.standings[own[-1].at + 1] if own[-1].at + 1 < len(work.standings) else None
    targets = [step + 1 for step in _steps(above, container)] or _steps(under, container)
    if not targets:
        return False
    new = targets[0]
    text = work.state.outline.move(container, index, new)
    trial = work.state.attempt(text) if text is not None else UNCERTAIN
    if isinstance(trial, Message) or work.away(trial.lines) >= work.away(work.state.lines):
        return False
    work.commit(trial, moved(container, index, new))
    return True


def _transplant(work: Work, standing: Standing) -> bool:
    """A paragraph that moved to another list: put in there, taken out here; nothing of both if one cannot be done.

    It goes as the spec has it, whose words may be others by now; one with a remark beside it stays where it is.
    """
    if len(standing.pointers) != 1 or not standing.pointers[0].startswith("/"):
        return False
    node = work.state.outline.node(standing.pointers[0])
    if not isinstance(node, Scalar) or work.state.outline.has_remark(standing.pointers[0]):
        return False
    old, line, text, lines = standing.pointers, standing.line, work.state.text, work.state.lines
    held, first = [(s, [*s.pointers]) for s in work.standings], {**work.first}
    standing.pointers, standing.line, standing.moved = [], None, False
    work.first["\0"] = old[0]
    with work.ways.typed.holding(standing, node.value):
        took, _ = add(work, standing)
    done = bool(took) and bool(remove(work, work.first["\0"])[0])
    work.first.pop("\0", None)
    if not done:
        work.first = first
        work.state.commit(Trial(text, lines))
        for one, pointers in held:
            one.pointers = pointers
        standing.line = line
    return done


def _steps(standing: Standing | None, container: str) -> list[int]:
    if standing is None:
        return []
    return [index for p in standing.pointers for held, index in list_entries(p) if held == container]
