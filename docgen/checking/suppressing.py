"""Findings that somebody lets pass, with the reason: said in the Word file itself, or in a small file beside it.

In Word: File, Info, Properties, Advanced Properties, Custom: a property ``docgen-suppress`` with a text like
``TT205: the printer draws no lines; LV110: titles of the academy``. Beside ``a.docx`` or ``a.yaml``: ``a.docgen.toml`` with a
table ``[suppress]``, one line a rule: ``TT205 = "…"``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.checking.details import Told, fingerprint_of
from docgen.checks.registry import rule_named
from docgen.problems import Detail, DocgenError, Level, Message, Place, Problem, msg

if TYPE_CHECKING:
    from docgen.ooxml.opening import Package

PROPERTY = "docgen-suppress"
SIDECAR = ".docgen.toml"
TABLE = "suppress"
_NAME = r"[A-Za-z]{2}[0-9]{3}|[a-z0-9]+(?:-[a-z0-9]+)+"
_END = rf"(?=\s*;\s*(?:{_NAME})\s*(?:[:;]|$)|\s*;?\s*$)"
_ENTRY = re.compile(rf"(?:^|;)\s*(?P<name>{_NAME})\s*(?::(?P<reason>.*?))?{_END}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Wish:
    """A rule whose findings are to pass: its code or name as written, the reason, and the file that says so."""

    name: str
    reason: str
    source: str


def read_wishes(path: str, package: Package | None) -> list[Wish]:
    """What the Word file and the file beside it let pass. Raises ``DocgenError`` if the latter cannot be read."""
    own = [] if package is None else [Wish(name, reason, path) for name, reason in read_entries(_property(package))]
    return own + _read_sidecar(os.path.splitext(path)[0] + SIDECAR)


def read_entries(text: str) -> list[tuple[str, str]]:
    """Pairs of a rule and the reason in ``TT205: …; LV110: …``; what is no such list is one entry without a rule's name."""
    found = [(match["name"], (match["reason"] or "").strip()) for match in _ENTRY.finditer(text)]
    return found if found or not text.strip() else [(text.strip(), "")]


def suppressed_codes(wishes: Iterable[Wish]) -> frozenset[str]:
    """The codes of the rules whose findings are to pass: known rules, with a reason."""
    rules = (rule_named(wish.name) for wish in wishes if wish.reason)
    return frozenset(rule.code for rule in rules if rule is not None)


def suppress(told: Sequence[Told], wishes: Sequence[Wish], path: str, looked_for: Iterable[str]) -> list[Told]:
    """``told`` with the reason in each finding that a wish lets pass, and warnings about wishes that are of no use.

    A wish without a reason has no effect. ``looked_for``: the codes of the rules that were evaluated; of the others nobody
    knows whether they are needed.
    """
    if not wishes:
        return list(told)
    reasons: dict[str, str] = {}
    complaints: list[Told] = []
    used = {one.problem.code for one in told}
    codes = set(looked_for)
    for number, wish in enumerate(wishes, 1):
        rule = rule_named(wish.name)
        if rule is None:
            what = msg("“{name}” is to be let pass, but there is no such rule.", name=wish.name)
            remedy = msg("Write the code or the name of a rule and the reason, as in {example}.", example=_example(wish))
            complaints.append(_complain("DG004", "bo-qua-la", what, remedy, wish, path, number))
        elif not wish.reason:
            what = msg("{rule} is to be let pass, but no reason is given; it counts all the same.", rule=rule.code)
            complaints.append(_complain("DG003", "bo-qua-khong-ly-do", what, msg("Write the reason."), wish, path, number))
        else:
            reasons.setdefault(rule.code, wish.reason)
            if rule.code not in used and rule.code in codes:
                what = msg("{rule} is to be let pass, but it finds nothing here.", rule=rule.code)
                remedy = msg("Delete it, so that a later breach is seen.")
                complaints.append(_complain("DG002", "bo-qua-thua", what, remedy, wish, path, number))
    passed = [_pass(one, reasons.get(one.problem.code)) for one in told]
    return passed + complaints


def _example(wish: Wish) -> str:
    return 'TT205 = "…"' if wish.source.endswith(SIDECAR) else "TT205: …"


def _pass(told: Told, reason: str | None) -> Told:
    problem = told.problem
    if reason is None or problem.detail is None:
        return told
    return told._replace(problem=replace(problem, detail=replace(problem.detail, suppressed=reason)))


def _complain(code: str, name: str, what: Message, remedy: Message, wish: Wish, path: str, number: int) -> Told:
    detail = about_docgen(code, name, wish.name, number)
    return Told(Problem(code, what, remedy, Place(wish.source), Level.WARNING, None, detail), None, None)


def about_docgen(code: str, name: str, words: str, number: int = 1) -> Detail:
    """The detail of a finding about docgen itself; ``words`` tell it from others of its kind."""
    return Detail(name, "form", "house", "", "file", fingerprint=fingerprint_of(code, "file", words, number))


def _property(package: Package) -> str:
    """The text of the custom property, empty without one; properties that cannot be read say nothing."""
    try:
        for part in package.related("", "custom-properties"):
            for element in package.xml(part).iterchildren("{*}property"):
                if element.get("name") == PROPERTY:
                    return "".join(str(text) for text in element.itertext())
    except DocgenError:
        pass
    return ""


def _read_sidecar(path: str) -> list[Wish]:
    if not os.path.isfile(path):
        return []
    from docgen.config.toml import read_toml

    remedy = msg("Write a table [suppress] with one line a rule: {example}.", example='TT205 = "…"')
    read = read_toml(Path(path), code="check-suppress", remedy=remedy, unreadable="check-suppress")
    table = read.get(TABLE, {})
    others = [key for key in read if key != TABLE]
    if isinstance(table, dict) and not others:
        reasons = {name: reason.strip() for name, reason in table.items() if isinstance(reason, str)}
        if len(reasons) == len(table):
            return [Wish(name, reason, path) for name, reason in reasons.items()]
    from docgen.config.keys import suggest
    from docgen.config.settings import find_key

    if others:
        what = msg("“{key}” says nothing in this file, which holds one table [suppress].", key=others[0])
        if suggest(others[0], [TABLE]):
            remedy = msg("Did you mean {near}?", near=f"[{TABLE}]")
        raise DocgenError(Problem("check-suppress", what, remedy, find_key(Path(path), others[0])))
    what = msg("[suppress] is a table with one reason a rule, in quotation marks.")
    wrong = [name for name, reason in table.items() if not isinstance(reason, str)] if isinstance(table, dict) else []
    place = find_key(Path(path), wrong[0], TABLE) if wrong else find_key(Path(path), TABLE)
    raise DocgenError(Problem("check-suppress", what, remedy, place))
