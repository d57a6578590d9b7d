"""One file from its bytes to its findings: what a worker process does. Returns small things; the file's tree stays here."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from docgen.checking.agencies import Agencies, Narrowed
from docgen.checking.details import Told, tell_all
from docgen.checking.files import AGENCY_FILE, is_agency_file
from docgen.checking.flaws import Flaws, find_flaws
from docgen.checking.narrowing import Narrow, judge_narrowed
from docgen.checking.opening import Opened, check_agency_file, open_spec, open_word
from docgen.checking.outcomes import CheckedDocument, CheckedFile, SkippedRule, Status
from docgen.checking.planning import Plan
from docgen.checking.suppressing import about_docgen, read_wishes, suppress
from docgen.checks.engine import Judged, Skipped
from docgen.checks.registry import all_rules
from docgen.checks.rule import Rule
from docgen.i18n import LANGUAGES
from docgen.problems import DocgenError, Level, Message, Place, Problem, msg
from docgen.reading import read
from docgen.standards.facts import Tier

if TYPE_CHECKING:
    from docgen.reading.layout import Layout, Reading

EVERY_RULE = "*"
"""Stands for all rules in what was skipped."""

_FOREIGN = {
    "no-head": msg("This is no administrative document: it has neither the head of a state document nor that of a Party one."),
    "form": msg("This is a form to be filled in, not a document: it was not checked."),
    "other-rules": msg("This document follows other rules of form: it was not checked."),
    "legacy-text": msg("The letters are in an old encoding (TCVN3, VNI); nothing else can be read, so nothing was checked."),
    "destroyed-text": msg("The letters were destroyed when the file was saved in another encoding: nothing can be checked."),
}


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker gets: the file as the user named it, how to check it, the fingerprints of findings that are known.

    ``annotate``: where a copy with comments (in ``language``) goes. ``spec``: the spec a Word file was built from.
    """

    path: str
    is_spec: bool
    plan: Plan
    known: frozenset[str] = frozenset()
    annotate: str | None = None
    spec: str | None = None
    language: str = LANGUAGES[0]


def check_file(task: Task) -> CheckedFile:
    """Check one file. Never raises ``Exception``: whatever goes wrong is in the outcome."""
    try:
        return _check(task)
    except DocgenError as error:
        return _give_up(task, error.problems)
    except Exception as error:
        if os.environ.get("DOCGEN_DEBUG"):
            raise
        what = msg("docgen itself failed on this file ({error}).", error=f"{type(error).__name__}: {error}")
        remedy = msg("Please report it with the file. With the environment variable DOCGEN_DEBUG=1 docgen shows where it failed.")
        return _give_up(task, (Problem("check-bug", what, remedy, Place(task.path)),))


def _give_up(task: Task, problems: tuple[Problem, ...]) -> CheckedFile:
    return CheckedFile(task.path, Status.UNREADABLE, problems=problems, fail_on=task.plan.fail_on)


def _check(task: Task) -> CheckedFile:
    if task.is_spec and is_agency_file(task.path):
        return CheckedFile(task.path, Status.CHECKED, problems=check_agency_file(task.path), fail_on=task.plan.fail_on)
    opened = open_spec(task.path) if task.is_spec else open_word(task.path, task.spec)
    reading = read(opened.package, standard=opened.standard.name if opened.standard else task.plan.standard)
    notes = [*opened.notes, *_notes(reading, task.path)]
    if not reading.documents:
        return CheckedFile(task.path, Status.FOREIGN, problems=tuple(notes), fail_on=task.plan.fail_on)
    flaws = Flaws() if task.is_spec else find_flaws(opened.package, task.path)
    found, skipped, broken = _judge(reading, task, opened) if flaws.blind is None else _leave(reading, flaws.blind)
    told = tell_all(found, reading, task.path)
    wishes = read_wishes(task.spec or task.path, None if task.is_spec else opened.package)
    told = suppress(told, wishes, task.path, task.plan.codes)
    if opened.places is not None:
        told = [_place(one, opened) for one in told]
    fresh = [one for one in told if one.problem.detail is None or one.problem.detail.fingerprint not in task.known]
    annotated, refused = _annotate(task, fresh, reading)
    return CheckedFile(
        task.path,
        Status.CHECKED,
        tuple(_describe(layout) for layout in reading.documents),
        (*notes, *refused, *broken, *flaws.problems, *(one.problem for one in fresh)),
        tuple(skipped),
        len(told) - len(fresh),
        bool(broken or refused or flaws.blind),
        task.plan.fail_on,
        annotated,
    )


def _judge(reading: Reading, task: Task, opened: Opened) -> tuple[list[Judged], list[SkippedRule], list[Problem]]:
    """The findings, what was skipped, and the problems of rules and agencies' layers that failed."""
    found: list[Judged] = []
    reasons = ((layout, _why_not(layout)) for layout in reading.documents)
    skipped = [SkippedRule(EVERY_RULE, why, layout.index) for layout, why in reasons if why is not None]
    broken: list[Problem] = []
    agencies = Agencies(os.path.dirname(os.path.abspath(task.spec or task.path)), task.plan.agency)
    for one in judge_narrowed(reading, choose(task.plan.codes), _narrow_by(agencies, opened, broken)):
        if isinstance(one, Skipped):
            if one.broken:
                broken.append(_tell_broken(one, task.path))
            else:
                skipped.append(SkippedRule(one.rule.code, one.reason, one.document))
        elif is_asked(one, reading, task.plan, agencies):
            found.append(one)
    return found, skipped, broken


def _leave(reading: Reading, why: Message) -> tuple[list[Judged], list[SkippedRule], list[Problem]]:
    """Nothing is judged in any document."""
    return [], [SkippedRule(EVERY_RULE, why, layout.index) for layout in reading.documents], []


def _narrow_by(agencies: Agencies, opened: Opened, broken: list[Problem]) -> Narrow:
    """What narrows each document's rule set: that of a spec itself, else its agency; the act alone where a layer is wrong."""

    def narrow(layout: Layout) -> Narrowed | None:
        own = opened.standard
        if own is not None:
            same = own.name == layout.standard.name and own.fingerprint != layout.standard.fingerprint
            return Narrowed(own, AGENCY_FILE) if same else None
        try:
            return agencies.narrow(layout)
        except DocgenError as error:
            broken.extend(problem for problem in error.problems if problem not in broken)
            return None

    return narrow


def is_asked(judged: Judged, reading: Reading, plan: Plan, agencies: Agencies) -> bool:
    """Whether ``plan`` asks for findings of that tier, and the agency's field of work does not exempt it from the rule."""
    if plan.only_text and judged.tier is not Tier.TEXT:
        return False
    layout = reading.documents[judged.document]
    return not agencies.exempt(layout.standard.rules.get(judged.rule.name), layout.words_of("issuer"))


@lru_cache(maxsize=8)
def choose(codes: tuple[str, ...]) -> tuple[Rule, ...]:
    """The rules of these codes."""
    wanted = set(codes)
    return tuple(rule for rule in all_rules() if rule.code in wanted)


def _tell_broken(skipped: Skipped, path: str) -> Problem:
    code = skipped.rule.code
    what = msg("Rule {rule} could not be evaluated. {reason}", rule=code, reason=skipped.reason)
    remedy = msg("Please report it with the file. Until then: --ignore {rule}.", rule=code)
    return Problem("DG001", what, remedy, Place(path), Level.ERROR, None, about_docgen("DG001", "quy-tac-loi", code))


def _why_not(layout: Layout) -> Message | None:
    """Why a document is not judged at all; ``None`` for one that is."""
    if layout.standard_note == "legal":
        return msg("This type of document follows other rules of form.")
    if layout.standard_note != "older":
        return None
    if layout.date is None:
        return msg("The document is older than every rule set of its kind that docgen knows.")
    return msg("The document of {day} is older than every rule set of its kind that docgen knows.", day=layout.date.isoformat())


def _notes(reading: Reading, path: str) -> Iterable[Problem]:
    if not reading.documents:
        what = _FOREIGN.get(reading.foreign, _FOREIGN["no-head"])
        yield Problem("check-foreign", what, None, Place(path), Level.NOTE)
    if reading.story.macros:
        what = msg("The file carries macros. docgen does not run them.")
        yield Problem("check-macros", what, msg("Save it as .docx before it is sent."), Place(path), Level.NOTE)


def _place(told: Told, opened: Opened) -> Told:
    """``told`` at its line in the spec, which is where it has to be put right."""
    detail = told.problem.detail
    if opened.places is None or detail is None or told.problem.code.startswith("DG"):
        return told
    words = told.paragraph.text[detail.start : detail.end] if told.paragraph else ""
    place, suggestion = opened.places.find(told.paragraph, detail.start or 0, words, told.replacement)
    detail = replace(detail, spec=place, fixable=False)
    return told._replace(problem=replace(told.problem, place=place, suggestion=suggestion, detail=detail))


def _annotate(task: Task, told: list[Told], reading: Reading) -> tuple[str | None, tuple[Problem, ...]]:
    """The copy with comments that was written, or why it could not be."""
    counted = [one for one in told if one.problem.detail is not None and one.problem.detail.suppressed is None]
    if task.annotate is None or task.is_spec or not counted:
        return None, ()
    from docgen.checking.annotating import annotate

    try:
        return annotate(counted, reading, task.annotate, task.language), ()
    except DocgenError as error:
        return None, error.problems


def _describe(layout: Layout) -> CheckedDocument:
    kind = layout.standard.types.get(layout.type) if layout.type else None
    day = layout.date.isoformat() if layout.date else None
    return CheckedDocument(layout.standard.name, layout.type, kind.name if kind else "", day, layout.draft)
