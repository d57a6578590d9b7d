"""The list of rules and the sheet of one rule, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from docgen._version import __version__
from docgen.i18n import translate
from docgen.problems import Message, msg
from docgen.reports.findings import say

if TYPE_CHECKING:
    from docgen.checking.explaining import RuleSheet, RuleSource

_FIXES = {"safe": msg("docgen fix"), "unsafe": msg("docgen fix --unsafe"), "none": msg("by hand")}
_KINDS = {"form": msg("form: what docgen itself sets"), "wording": msg("wording: the author's own words")}
_TIERS = {
    "text": msg("the words of the act"),
    "sample": msg("its samples"),
    "practice": msg("practice"),
    "house": msg("docgen's own choice"),
}
_LEVELS = {"error": msg("error"), "warning": msg("warning"), "info": msg("note")}


def write_rules(sheets: Sequence[RuleSheet], language: str) -> str:
    """One line a rule: code, name, how grave a breach is in each rule set, who repairs it, what it asks."""
    lines = []
    new = translate(msg("new: counts with --preview"), language)
    names = sorted({source.standard for sheet in sheets for source in sheet.sources})
    width = max((len(sheet.name) for sheet in sheets), default=0)
    for sheet in sheets:
        levels = {source.standard: say(_LEVELS[source.level], language) for source in sheet.sources}
        told = "  ".join(f"{name} {levels.get(name, '–'):9}" for name in names)
        fix = translate(_FIXES[sheet.fix], language)
        mark = f" ({new})" if sheet.preview else ""
        lines.append(f"{sheet.code}  {sheet.name:{width}}  {told}  {fix:19}  {translate(sheet.asks, language)}{mark}")
    return "".join(f"{line}\n" for line in lines)


def write_rules_json(sheets: Sequence[RuleSheet], language: str) -> str:
    """All sheets as one JSON object."""
    envelope = {
        "version": 1,
        "tool": {"name": "docgen", "version": __version__},
        "language": language,
        "rules": [_data(sheet, language) for sheet in sheets],
    }
    return json.dumps(envelope, ensure_ascii=False, indent=2) + "\n"


def write_sheet(sheet: RuleSheet, language: str) -> str:
    """Everything about one rule, as a page to read."""

    def tell(template: Message) -> str:
        return translate(template, language)

    lines = [f"{sheet.code} {sheet.name} – {tell(_KINDS[sheet.kind])}", "", tell(sheet.asks), ""]
    lines += _example(tell(msg("Right:")), say(sheet.good, language))
    lines += _example(tell(msg("Wrong:")), say(sheet.bad, language))
    lines += ["", tell(msg("Who says so:"))]
    lines += [f"  {tell(_source(source))}" for source in sheet.sources]
    lines += ["", *(tell(line) for line in _repair(sheet))]
    in_word = tell(msg("one Word file: the custom property docgen-suppress with {entry}", entry=f"{sheet.code}: …"))
    beside = tell(msg("beside any file a.docx or a.yaml: a.docgen.toml with"))
    lines += ["", tell(msg("To leave it out:"))]
    lines += [
        f"  docgen check --ignore {sheet.code}",
        f'  docgen.toml: ignore = ["{sheet.code}"]',
        f"  {in_word}",
        f'  {beside} [suppress] {sheet.code} = "…"',
    ]
    if sheet.preview:
        lines += ["", tell(msg("The rule is new in this version; it counts with --preview, or in the next version."))]
    return "".join(f"{line}\n" for line in lines)


def write_sheet_json(sheet: RuleSheet, language: str) -> str:
    """The sheet as one JSON object."""
    return json.dumps(_data(sheet, language), ensure_ascii=False, indent=2) + "\n"


def _example(label: str, text: str) -> Iterator[str]:
    first, *others = text.splitlines() or [""]
    yield f"{label:6} {first}"
    yield from (f"{'':6} {line}" for line in others)


def _source(source: RuleSource) -> Message:
    until = source.until
    return msg(
        "{standard} ({title}): {level}; {clause}; {tier}; {span}",
        standard=source.standard,
        title=source.title,
        level=_LEVELS[source.level],
        clause=source.clause or "–",
        tier=_TIERS[source.tier],
        span=msg("from {since}", since=source.since.isoformat())
        if until is None
        else msg("from {since} to {until}", since=source.since.isoformat(), until=until.isoformat()),
    )


def _repair(sheet: RuleSheet) -> Iterator[Message]:
    if sheet.fix == "safe":
        yield msg("docgen fix puts it right.")
    elif sheet.fix == "unsafe":
        yield msg("docgen fix --unsafe puts it right; look at what it changed.")
    else:
        yield msg("docgen cannot put it right.")
    if sheet.no_fix is not None:
        yield sheet.no_fix


def _data(sheet: RuleSheet, language: str) -> dict[str, Any]:
    return {
        "rule": sheet.code,
        "name": sheet.name,
        "kind": sheet.kind,
        "asks": translate(sheet.asks, language),
        "good": say(sheet.good, language),
        "bad": say(sheet.bad, language),
        "fix": sheet.fix,
        "no_fix": translate(sheet.no_fix, language) if sheet.no_fix else None,
        "since": sheet.since,
        "preview": sheet.preview,
        "standards": {
            source.standard: {
                "clause": source.clause,
                "tier": source.tier,
                "level": source.level,
                "from": source.since.isoformat(),
                "to": source.until.isoformat() if source.until else None,
            }
            for source in sheet.sources
        },
    }
