"""Where the text of a document ends: the rule set sets the end, so no sign that promises more may stand there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.config.data import Leaf, Spot
from docgen.document.model import DashList, Duty, Implementation, Item, Paragraph, Part, Participants, Section, Task, TaskGroup, Tasks
from docgen.document.text import Text
from docgen.problems import msg
from docgen.sources import Scalar
from docgen.spec.places import find_node
from docgen.spec.report import Report, line_with
from docgen.standards import Standard

_OPEN_END = re.compile(r"[;,:]+$")


def check_end(report: Report, root: Spot, standard: Standard, parts: Sequence[Part]) -> None:
    """Report a last paragraph of ``parts`` that ends with a sign after which more is expected. ``root``: the spec's mapping."""
    text = _last_text(parts)
    found = _OPEN_END.search(text.plain) if text is not None else None
    if text is None or found is None:
        return
    node, _ = find_node(root.node, text.origin)
    assert isinstance(node, Scalar)
    leaf = Leaf.at(node.value, Spot(root.source, node, text.origin))
    typed = leaf.strip()
    without = typed[: -len(found[0])].rstrip() if typed.endswith(found[0]) else ""
    what = msg("The text ends here; docgen sets its end, {end}, itself.", end=standard.text_end.use)
    remedy = msg("Leave out {mark} at the end.", mark=found[0])
    report.error("spec-open-end", leaf.spot, what, remedy, line_with(leaf, without) if without else None)


def _last_text(parts: Sequence[Part | Item]) -> Text | None:
    """The paragraph that is printed last; ``None`` where a table, a title or a line of the rule set's own is the last."""
    match parts[-1] if parts else None:
        case Paragraph(text):
            return text
        case Section() | Item() as holder:
            return _last_text(holder.parts)
        case DashList() as dashes:
            return _last_text(dashes.items)
        case Tasks() as tasks:
            return _last_of_task(tasks.items[-1]) if tasks.items else None
        case Participants() as people:
            return people.sites[-1].text[-1] if people.sites and people.sites[-1].text else None
        case Implementation() as duties:
            return _last_of_duty(duties.items[-1]) if duties.items else None
        case _:
            return None


def _last_of_task(task: Task | TaskGroup) -> Text | None:
    if isinstance(task, TaskGroup):
        return _last_of_task(task.items[-1]) if task.items else None
    has_lines = task.lead or task.support or task.due or task.result
    return task.text[-1] if task.text and not has_lines else None


def _last_of_duty(duty: Duty) -> Text | None:
    return _last_text(duty.parts) if duty.parts else duty.text
