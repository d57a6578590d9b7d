"""Tasks, participants and duties: the parts of a plan that are more than text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from docgen.config.data import Leaf, Spot
from docgen.document.model import (
    Attendance,
    Duty,
    Implementation,
    PartialDate,
    Participants,
    Section,
    Site,
    Task,
    TaskGroup,
    Tasks,
)
from docgen.document.text import Text
from docgen.problems import msg
from docgen.spec import models
from docgen.spec.context import Context
from docgen.spec.report import line_with
from docgen.spec.texts import leaves
from docgen.vietnamese import parse_iso

if TYPE_CHECKING:
    from docgen.spec.body import BodyReader

_ISO_LIKE = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")


def read_tasks(
    body: BodyReader, value: list[Leaf | models.Task | models.TaskGroup] | models.TaskSection, holder: models.Block, depth: int
) -> Tasks | Section:
    """The tasks inside a section, numbered at ``depth``; with a title of their own they are a section there."""
    if isinstance(value, models.TaskSection):
        return task_section(body, value, holder.below("tasks"), depth)
    body.check_depth(holder.key_spot("tasks"), depth)
    return Tasks(read_task_items(body, value, depth), holder.below("tasks"))


def task_section(body: BodyReader, value: models.TaskSection, origin: str, depth: int) -> Section:
    """Tasks that carry their own section title."""
    body.check_depth(value.key_spot("title"), depth)
    body.check_depth(value.key_spot("items"), depth + 1)
    tasks = Tasks(read_task_items(body, value.items, depth + 1), origin)
    return Section(body.context.texts.title(value.title), (tasks,), origin=origin)


def read_task_items(
    body: BodyReader, items: Iterable[Leaf | models.Task | models.TaskGroup], depth: int
) -> tuple[Task | TaskGroup, ...]:
    """Tasks and groups of tasks, numbered at ``depth``."""
    found: list[Task | TaskGroup] = []
    for item in items:
        if isinstance(item, models.TaskGroup):
            body.check_depth(item.key_spot("items"), depth + 1)
            tasks = tuple(_task(body.context, task) for task in item.items)
            found.append(TaskGroup(body.context.texts.title(item.title), tasks, item.pointer))
        else:
            found.append(_task(body.context, item))
    return tuple(found)


def read_participants(
    body: BodyReader, value: list[models.Attendance] | models.Participants, origin: str, spot: Spot
) -> Participants:
    """Groups or venues with their counts; totals are computed, stated ones are checked."""
    context = body.context
    if not isinstance(value, models.Participants):
        return Participants(_groups(context, value), total=sum(group.count for group in value), origin=origin)
    if value.groups is not None and value.sites is not None:
        what = msg("Participants are given as groups or as sites, not as both.")
        context.report.error("spec-groups-and-sites", value.key_spot("sites"), what, msg("Put the groups under a site."))
    groups = _groups(context, value.groups or ())
    sites = tuple(_site(context, site) for site in value.sites or ())
    if value.is_whole and not groups and not sites and value.total is None:
        what = msg("Neither groups nor sites nor a total say who takes part.")
        context.report.error("spec-empty-block", spot, what, msg("Add `groups` or `sites`."))
    counts = [group.count for group in groups] + [site.total for site in sites]
    total = _total(context, value, counts)
    if value.is_whole and len(sites) == 1 and sites[0].total is None and value.total is not None:
        what = msg("The total of a single venue is printed with the venue.")
        context.report.error("spec-total", value.key_spot("total"), what, msg("Move `total` to the venue."))
    elif value.is_whole and value.unit is not None and total is None and not any(counts):
        what = msg("The counted word is given, but nothing is counted, so it would not be printed.")
        remedy = msg("Add the counts, or delete {key}.", key=value.typed("unit"))
        context.report.error("spec-unit-unused", value.key_spot("unit"), what, remedy)
    unit = None if value.unit is None else context.texts.title(value.unit)
    return Participants(groups, sites, total, bool(value.about), unit, origin)


def read_implementation(body: BodyReader, value: Iterable[Leaf | models.Duty], origin: str, depth: int) -> Implementation:
    """Numbered paragraphs, and agencies with what they have to do, at ``depth``."""
    return Implementation(tuple(_duty(body, entry, depth) for entry in value), origin)


def read_due(context: Context, leaf: Leaf) -> Text | PartialDate:
    """A date, or a time in words."""
    date = read_date(context, leaf)
    return date if date is not None else context.texts.title(leaf)


def read_date(context: Context, leaf: Leaf) -> PartialDate | None:
    """``2026-03-05``, ``2026-03`` or ``2026``; ``None`` for words, and for a text of ISO shape that is no date, which is
    reported.
    """
    text = leaf.strip()
    try:
        parts = parse_iso(text)
    except ValueError:
        context.report.error(
            "spec-no-date", leaf.spot, msg("{text} is no date of the calendar.", text=text), msg("Correct the day or the month.")
        )
        return None
    if parts is not None:
        return PartialDate(*parts)
    near = _ISO_LIKE.fullmatch(text)
    if near is not None:
        numbers = [near[1], *(f"{int(n):02d}" for n in near.groups()[1:] if n)]
        what = msg("{text} looks like a date, but months and days have two digits.", text=text)
        context.report.error(
            "spec-no-date", leaf.spot, what, msg("Write {date}.", date="-".join(numbers)), line_with(leaf, "-".join(numbers))
        )
    return None


def require_date(context: Context, leaf: Leaf) -> PartialDate | None:
    """Like ``read_date`` where no words are allowed."""
    before = len(context.report.problems)
    date = read_date(context, leaf)
    if date is None and len(context.report.problems) == before:
        found = _DAY_FIRST.fullmatch(leaf.strip())
        iso = f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}" if found else None
        what = msg("{text} is not written as a date: year-month-day.", text=str(leaf))
        remedy = msg("Write 2026-03-05, or 2026-03 or 2026 while the day or month is open.")
        context.report.error("spec-no-date", leaf.spot, what, remedy, line_with(leaf, iso) if iso else None)
    return date


def _task(context: Context, task: Leaf | models.Task) -> Task:
    texts = context.texts
    if isinstance(task, Leaf):
        return Task(text=(texts.running(task),), origin=task.spot.pointer)
    paragraphs = texts.paragraphs(task.text)
    if task.title is None and not paragraphs and task.is_whole:
        what = msg("This task says nothing of what is to be done.")
        context.report.error("spec-empty-block", task.spot, what, msg("Add `title` or `text`."))
    if task.run_in and (task.title is None or not paragraphs) and task.is_whole:
        what = msg("run_in puts a title and a text on one line; one of them is missing.")
        context.report.error("spec-run-in", task.key_spot("run_in"), what, msg("Add what is missing, or delete run_in."))
    return Task(
        title=None if task.title is None else texts.title(task.title),
        text=paragraphs,
        lead=_agencies(context, task.lead),
        support=_agencies(context, task.support),
        due=None if task.due is None else read_due(context, task.due),
        result=None if task.result is None else texts.title(task.result),
        run_in=bool(task.run_in),
        origin=task.pointer,
    )


def _agencies(context: Context, value: Leaf | Sequence[Leaf] | None) -> tuple[Text, ...]:
    names = [] if value is None else context.expand_names(leaves(value))
    return tuple(context.texts.title(name) for name in names)


def _groups(context: Context, groups: Iterable[models.Attendance]) -> tuple[Attendance, ...]:
    return tuple(Attendance(context.texts.title(group.who), group.count) for group in groups)


def _site(context: Context, site: models.Site) -> Site:
    groups = _groups(context, site.groups or ())
    total = _total(context, site, [group.count for group in groups])
    return Site(
        context.texts.title(site.name), groups, total, bool(site.about), context.texts.paragraphs(site.text), site.pointer
    )


def _total(context: Context, holder: models.Site | models.Participants, counts: list[int | None]) -> int | None:
    """The sum of ``counts``, checked against the stated total; the stated one where a count is unknown."""
    known = [count for count in counts if count is not None]
    stated, total = holder.total, sum(known)
    if not known or not holder.is_whole:
        return stated
    complete = len(known) == len(counts)
    if stated is not None and (stated != total if complete else stated < total):
        what = msg("The total is {stated}, but the counts below add up to {total}.", stated=stated, total=total)
        remedy = msg("Correct the counts, or delete the total: docgen adds up itself.")
        context.report.error("spec-total", holder.key_spot("total"), what, remedy)
    return total if complete else stated


def _duty(body: BodyReader, entry: Leaf | models.Duty, depth: int) -> Duty:
    if isinstance(entry, Leaf):
        return Duty(text=body.context.texts.running(entry), origin=entry.spot.pointer)
    agencies = tuple(body.context.texts.title(name) for name in body.context.expand_names(leaves(entry.agency)))
    if isinstance(entry.duties, Leaf):
        return Duty(agencies, body.context.texts.running(entry.duties), origin=entry.pointer)
    return Duty(agencies, parts=body.content(entry.duties, depth + 1), origin=entry.pointer)
