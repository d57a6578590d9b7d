"""JUnit's XML, which every build server can show: one test case a file."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from docgen.i18n import translate
from docgen.problems import Level
from docgen.reports.findings import list_sentences
from docgen.reports.model import Entry, Report, is_suppressed, list_entries
from docgen.reports.text import LABELS, name_place

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_junit(report: Report) -> str:
    """``report`` as one suite. A file with errors has failed; warnings and notes stand in its output."""
    entries = list_entries(report)
    cases = []
    if report.problems:
        cases.append(("docgen", [next(entries) for _ in report.problems]))
    cases += [(file.path, [next(entries) for _ in file.problems]) for file in report.files]
    cases = [(name, [entry for entry in found if not is_suppressed(entry.problem)]) for name, found in cases]
    failures = sum(any(entry.problem.level is Level.ERROR for entry in found) for _, found in cases)
    counts = f'tests="{len(cases)}" failures="{failures}" errors="0"'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<testsuites {counts}>", f'  <testsuite name="docgen" {counts}>']
    for name, found in cases:
        lines += _case(name, found, report.language)
    return "\n".join([*lines, "  </testsuite>", "</testsuites>"]) + "\n"


def _case(name: str, found: list[Entry], language: str) -> list[str]:
    start = f'    <testcase classname="docgen" name={_attribute(name)}'
    if not found:
        return [f"{start}/>"]
    errors = [entry for entry in found if entry.problem.level is Level.ERROR]
    others = [entry for entry in found if entry.problem.level is not Level.ERROR]
    lines = [f"{start}>"]
    if errors:
        first = errors[0].problem
        text = _element("\n".join(_line(entry, language) for entry in errors))
        what = _attribute(translate(first.what, language))
        lines.append(f"      <failure type={_attribute(first.code)} message={what}>{text}</failure>")
    if others:
        lines.append(f"      <system-out>{_element(chr(10).join(_line(entry, language) for entry in others))}</system-out>")
    return [*lines, "    </testcase>"]


def _line(entry: Entry, language: str) -> str:
    problem = entry.problem
    label = translate(LABELS[problem.level], language)
    return f"{name_place(entry)}: {label}: {' '.join(list_sentences(problem, language))} [{problem.code}]"


def _attribute(text: str) -> str:
    return quoteattr(_ILLEGAL.sub("\ufffd", text))


def _element(text: str) -> str:
    return escape(_ILLEGAL.sub("\ufffd", text))
