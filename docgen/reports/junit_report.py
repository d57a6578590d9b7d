"""JUnit's XML, which every build server can show: one test case a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from docgen.i18n import translate
from docgen.problems import Level, Message, Problem
from docgen.reports.findings import say_in_one_line
from docgen.reports.model import Entries, Entry, FileReport, Report, is_suppressed
from docgen.reports.text import LABELS, name_place

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class JunitWriter:
    """One suite. A file with errors has failed; warnings and notes stand in its output."""

    def __init__(self, report: Report) -> None:
        self._language, self._entries = report.language, Entries()
        self._cases = self._failures = 0
        self._head = self._add_case("docgen", "", report.problems) if report.problems else ""

    def add(self, file: FileReport) -> str:
        """The case of ``file``."""
        return self._add_case(file.path, file.path, file.problems)

    def finish(self, closing: Sequence[Message]) -> tuple[str, str]:
        """The suite with its counts and the case of no file; its end. The closing lines have no place in it."""
        counts = f'tests="{self._cases}" failures="{self._failures}" errors="0"'
        head = f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites {counts}>\n  <testsuite name="docgen" {counts}>\n'
        return head + self._head, "  </testsuite>\n</testsuites>\n"

    def _add_case(self, name: str, path: str, problems: Iterable[Problem]) -> str:
        found = [entry for entry in self._entries.of(path, problems) if not is_suppressed(entry.problem)]
        self._cases += 1
        self._failures += any(entry.problem.level is Level.ERROR for entry in found)
        return "".join(f"{line}\n" for line in _case(name, found, self._language))


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
    return f"{name_place(entry)}: {label}: {say_in_one_line(problem, language)} [{problem.code}]"


def _attribute(text: str) -> str:
    return quoteattr(_ILLEGAL.sub("\ufffd", text))


def _element(text: str) -> str:
    return escape(_ILLEGAL.sub("\ufffd", text))
