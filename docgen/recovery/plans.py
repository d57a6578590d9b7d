"""Tasks told by the labels of their lines: who leads, who supports, until when, with what result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from docgen.document.model import DashList, Item, Paragraph, Part, Section, Task, TaskGroup, Tasks
from docgen.document.text import Text
from docgen.recovery.marks import read_due
from docgen.recovery.texts import cut, piece, titled
from docgen.recovery.trees import ENDS
from docgen.standards import Standard
from docgen.vietnamese import parse_iso


class _Candidate(NamedTuple):
    """A numbered block as a task or a group of tasks; ``sure``: lines with labels stand in it."""

    item: Task | TaskGroup
    sure: bool


def fold_tasks(parts: Sequence[Part], standard: Standard, depth: int = 0) -> tuple[Part, ...]:
    """``parts`` with blocks that hold labelled lines as tasks.

    Neighbours that hold nothing but a title and paragraphs are tasks too. Below the outermost level a title above nothing but
    tasks is a group of tasks.
    """
    found: list[Part] = []
    run: list[tuple[Section, _Candidate]] = []

    def close() -> None:
        if any(candidate.sure for _, candidate in run):
            found.append(Tasks(tuple(candidate.item for _, candidate in run)))
        else:
            found.extend(section for section, _ in run)
        run.clear()

    for part in parts:
        own = replace(part, parts=fold_tasks(part.parts, standard, depth + 1)) if isinstance(part, Section) else part
        candidate = _candidate(own, standard, depth) if isinstance(own, Section) else None
        if isinstance(own, Section) and candidate is not None:
            run.append((own, candidate))
            continue
        close()
        found.append(own)
    close()
    return tuple(found)


def reads_as_task(section: Section, standard: Standard) -> bool:
    """Whether a block ends in lines with the labels that docgen writes, and is a task so."""
    candidate = _candidate(section, standard, 0)
    return candidate is not None and candidate.sure


def _candidate(section: Section, standard: Standard, depth: int) -> _Candidate | None:
    if depth and section.title is not None and not section.run_in and len(section.parts) == 1:
        only = section.parts[0]
        if isinstance(only, Tasks):
            tasks = tuple(item for item in only.items if isinstance(item, Task))
            return _Candidate(TaskGroup(section.title, tasks), True) if len(tasks) == len(only.items) else None
    last = section.parts[-1] if section.parts else None
    lines = last if isinstance(last, DashList) else None
    paragraphs = [part for part in section.parts if isinstance(part, Paragraph)]
    if len(paragraphs) + (lines is not None) != len(section.parts):
        return None
    task = Task(section.title, tuple(p.text for p in paragraphs), run_in=section.run_in)
    if lines is None:
        return _Candidate(task, False)
    read = _with_lines(task, lines.items, standard)
    return _Candidate(read, True) if read else None


def _with_lines(task: Task, items: Sequence[Item], standard: Standard) -> Task | None:
    """``task`` with what its lines say; ``None`` where a line is none of those that docgen would write, or out of order."""
    own, end = standard.words, standard.marks["task_line"].each.use
    labels = {"lead": own.lead.use, "support": own.support.use, "due": own.due.use, "result": own.result.use}
    left = list(labels)
    agencies: dict[str, tuple[Text, ...]] = {}
    for item in items:
        first = item.parts[0]
        if len(item.parts) != 1 or not isinstance(first, Paragraph):
            return None
        plain = first.text.plain
        key = next((key for key in left if plain.startswith(f"{labels[key]}: ")), None)
        if key is None:
            return None
        del left[: left.index(key) + 1]
        # people end these lines with a semicolon as well, or not at all
        mark = next((mark for mark in (end, ";") if plain.endswith(mark)), "")
        words = piece(first.text, len(labels[key]) + 2, len(plain) - len(mark))
        read = cut(words, own.join.use) if key in ("lead", "support") else (words,)
        if not all(_may_stand(text) for text in read):
            return None
        if key in ("lead", "support"):
            agencies[key] = read
        elif key == "due":
            if _is_iso(words.plain):
                return None
            task = replace(task, due=read_due(words, standard))
        else:
            task = replace(task, result=words)
    return replace(task, lead=agencies.get("lead", ()), support=agencies.get("support", ()))


def _may_stand(text: Text) -> bool:
    """Whether a label's words can be written in a spec: no end mark, not emphasised as a whole."""
    return bool(text) and not text.plain.endswith(ENDS) and titled(text) == text


def _is_iso(words: str) -> bool:
    try:
        return parse_iso(words) is not None
    except ValueError:
        return True
