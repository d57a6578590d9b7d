"""Edits made in Word, brought back into the spec: each text that differs, one after the other, and the spec with them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.anchors.edits import Touch, edit_state
from docgen.anchors.record import read_record
from docgen.config.agency import read_agencies
from docgen.ooxml.reading_stories import read_story
from docgen.ooxml.tracked import has_tracked_changes, settle
from docgen.problems import DocgenError, Place, Problem, msg
from docgen.recovery.pulling.adding import put_in
from docgen.recovery.pulling.formats import find_formats
from docgen.recovery.pulling.model import Compared, Turn
from docgen.recovery.pulling.moving import move
from docgen.recovery.pulling.notes import find_comments, find_hidden, find_other_roles
from docgen.recovery.pulling.own_words import tell_own_words
from docgen.recovery.pulling.pairs import compare
from docgen.recovery.pulling.removing import take_out
from docgen.recovery.pulling.rest import find_left_over, find_other_leads, find_rest, has_same_lines
from docgen.recovery.pulling.restoring import adopt
from docgen.recovery.pulling.said import Change, Kind, Pulled
from docgen.recovery.pulling.sides import Base, read_base, share_out_sides
from docgen.recovery.pulling.spec_state import SpecState, SpecText
from docgen.recovery.pulling.taking import take_texts
from docgen.recovery.pulling.work import Work
from docgen.sources import read_text

if TYPE_CHECKING:
    from docgen.anchors.record import Record
    from docgen.ooxml.content import Story
    from docgen.ooxml.opening import Package
    from docgen.spec import LoadedSpec


def read_origin(package: Package) -> Record:
    """The record of a file that docgen wrote; ``DocgenError`` for any other file."""
    record = read_record(package)
    if record is None:
        what = msg("docgen did not write this file, or its record is gone.")
        remedy = msg("docgen import makes a spec of any Word file.")
        raise DocgenError(Problem("pull-no-record", what, remedy, Place(package.path)))
    return record


def is_untouched(package: Package) -> bool:
    """Whether nobody has edited the file since docgen wrote it."""
    return edit_state(package).touch in (Touch.UNTOUCHED, Touch.SAVED)


def pull(
    package: Package,
    spec: Path,
    *,
    spec_hash: str = "",
    base: str | None = None,
    offer: str | None = None,
    shown: str | None = None,
    rejected: bool = False,
) -> Pulled:
    """What somebody changed in ``package`` since docgen wrote it, and ``spec`` with these changes; nothing is written.

    ``spec_hash``: the hash of the spec now, as records have it. ``base``: the spec as it was when docgen wrote the file, where
    that is known; ``offer``: the spec that a merge offered in the file. ``rejected``: tracked changes count as rejected, else as
    accepted. ``shown``: the spec as messages name it. Raises ``DocgenError`` for a file without record or bookmarks, and with
    all its problems for a spec that cannot be loaded.
    """
    if is_untouched(package):
        return Pulled()
    record = read_origin(package)
    source = read_text(spec, shown or str(spec))
    text = ("\ufeff" if source.bom else "") + source.text
    held = SpecText(text, source.shown, read_agencies(spec.parent), spec.parent)
    return pull_text(package, held, same_spec=spec_hash == record.spec_hash, base=base, offer=offer, rejected=rejected)


def pull_text(
    package: Package,
    spec: SpecText,
    *,
    same_spec: bool,
    base: str | None = None,
    offer: str | None = None,
    rejected: bool = False,
    file_wins: bool = False,
) -> Pulled:
    """The same of an edited file, for a spec in memory.

    ``same_spec``: nobody has changed the spec since docgen wrote the file. Otherwise ``base``, where it is known, is the spec as
    it was then, and what both sides changed stays as the spec has it, unless ``file_wins``; then looks are not compared.
    ``offer``: a spec that has blocks somebody may have put into the file.
    """
    settled = settle(package, rejected=rejected)
    file = _File(package, read_origin(package), settled, read_story(settled))
    if offer is not None and (text := adopt(spec, offer, file.story)) != spec.text:
        return _pull_adopted(file, spec, text, base=spec.text if same_spec else base)
    return _pull(_Task(file, spec, base, same_spec, file_wins))


@dataclass(frozen=True, slots=True)
class _File:
    """A file with its record. ``settled``: without tracked changes; ``story``: what stands there then."""

    package: Package
    record: Record
    settled: Package
    story: Story


@dataclass(frozen=True, slots=True)
class _Task:
    """A file and the spec into which its edits go; the rest as ``pull_text`` has it."""

    file: _File
    spec: SpecText
    base: str | None
    same_spec: bool
    file_wins: bool = False


def _pull_adopted(file: _File, spec: SpecText, text: str, *, base: str | None) -> Pulled:
    """The same, once the spec has blocks of the file that stand in ``text`` and not in ``spec``."""
    state = SpecState(spec._replace(text=text))
    had, has = [line.folded for line in SpecState(spec).lines], [line.folded for line in state.lines]
    codes = SequenceMatcher(None, had, has, autojunk=False).get_opcodes()
    came = [line for kind, _, _, c, d in codes if kind in ("insert", "replace") for line in state.lines[c:d] if line.origins]
    added = [Change(Kind.ADDED, "", line.plain, state.place(line.origins[0]), True) for line in came]
    pulled = _pull(_Task(file, spec._replace(text=text), base, same_spec=False))
    return replace(pulled, changes=(*added, *pulled.changes), text=pulled.text or text)


def _pull(task: _Task) -> Pulled:
    state = SpecState(task.spec)
    ours = state.loaded
    compared, then = _compare(task, state)
    changes = _carry(task, compared, state)
    changes += _tell_rest(task, compared, state, changes)
    changes += _tell_formats(task, compared, then, state, ours)
    changes += find_other_roles(task.file.package, state, ours)
    changes += find_hidden(compared, state)
    changes += find_comments(task.file.package, compared, state)
    order = sorted(changes, key=lambda change: (change.place.line or 0, change.kind is Kind.COMMENT))
    new = state.text if state.text != task.spec.text else None
    dropped = [one.anchor.path for one in compared.turned if one.turn is Turn.DROPPED and one.anchor is not None]
    return Pulled(tuple(order), new, has_tracked_changes(task.file.package), tuple(dict.fromkeys(dropped)))


def _compare(task: _Task, state: SpecState) -> tuple[Compared, Base | None]:
    """The file against the spec as it is now, only with what the file changed; and against its base, where that differs."""
    file, end = task.file, state.standard.text_end.use
    compared = compare(file.story, file.record, state.lines, end, same_spec=task.same_spec, file_wins=task.file_wins)
    if file.record.blocks and not compared.found:
        what = msg("None of docgen's bookmarks is left in this file, so nothing ties its words to the spec.")
        remedy = msg("docgen import makes a new spec of it; compare the two.")
        raise DocgenError(Problem("pull-no-anchors", what, remedy, Place(file.package.path)))
    if task.same_spec:
        return compared, None
    spec = task.spec
    then = read_base(task.base, spec.book, spec.folder, file.story, file.record) if task.base is not None else None
    share_out_sides(compared, then, file_wins=task.file_wins)
    return compared, then


def _carry(task: _Task, compared: Compared, state: SpecState) -> list[Change]:
    """Write into the spec what can be written; every text and line that differs, and what became of it."""
    changes = take_texts(compared, state, same_spec=task.same_spec)
    work = Work(compared, state, state.standard.text_end.use, file_wins=task.file_wins)
    for step in (put_in, take_out, move):
        step(work)
    changes += work.changes
    changes += tell_own_words(compared, state)
    if not work.mended:
        return changes
    places = {state.place(pointer) for pointer in work.mended}
    kept = msg("What belongs to it has no certain place in the spec.")
    undone = [c.carried and c.place in places and c.kind is Kind.CHANGED for c in changes]
    return [replace(c, carried=False, reason=kept) if back else c for c, back in zip(changes, undone, strict=True)]


def _tell_rest(task: _Task, compared: Compared, state: SpecState, changes: list[Change]) -> list[Change]:
    """What the spec still prints otherwise than the file has it, and none of ``changes`` says."""
    if task.same_spec:
        return find_rest(compared, state, changes)
    if task.file_wins or has_same_lines(compared, state):
        return []
    if task.base is None:
        return find_other_leads(compared, state, changes)
    alone = _pull(_Task(task.file, task.spec._replace(text=task.base), None, same_spec=True))
    return find_left_over(alone.changes, compared, state, changes)


def _tell_formats(
    task: _Task, compared: Compared, then: Base | None, state: SpecState, ours: LoadedSpec
) -> list[Change]:
    """Looks that differ from those of the spec that the file was made from, ``ours`` if its base is not known."""
    file = task.file
    if task.file_wins:
        return []
    if then is None:
        return find_formats(compared, ours, state, file.settled, file.story, same_spec=task.same_spec)
    now = compared.standings
    standings = [replace(s, pointers=now[s.at].pointers) for s in then.compared.standings]
    before = replace(then.compared, standings=standings, turned=compared.turned)
    return find_formats(before, then.loaded, state, file.settled, file.story, same_spec=True)
