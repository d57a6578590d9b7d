"""Markdown for a job summary or a merge request's comment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from docgen.i18n import translate
from docgen.problems import Message, Problem, msg
from docgen.reports.caret import make_printable
from docgen.reports.findings import list_sentences
from docgen.reports.model import Entries, Entry, FileReport, Report
from docgen.reports.text import LABELS, name_place


class MarkdownWriter:
    """A table of the problems (or one sentence that there is none), then the closing lines."""

    def __init__(self, report: Report) -> None:
        self._language, self._entries, self._begun = report.language, Entries(), False
        self._head = self._rows("", report.problems)

    def add(self, file: FileReport) -> str:
        """The rows about ``file``."""
        return self._rows(file.path, file.problems)

    def finish(self, closing: Sequence[Message]) -> tuple[str, str]:
        """The title, the table's head and the rows about no file; the closing lines."""
        head = [translate(msg("No problems."), self._language)]
        if self._begun:
            titles = [translate(title, self._language) for title in (msg("Place"), msg("Level"), msg("Problem"), msg("Code"))]
            head = [f"| {' | '.join(titles)} |", "|---|---|---|---|"]
        lines = [f"- {_escape(translate(line, self._language))}" for line in closing]
        tail = "".join(f"{line}\n" for line in [*([""] if lines else []), *lines])
        return "".join(f"{line}\n" for line in ["## docgen", "", *head]) + self._head, tail

    def _rows(self, path: str, problems: Iterable[Problem]) -> str:
        rows = [f"{_row(entry, self._language)}\n" for entry in self._entries.once(path, problems)]
        self._begun = self._begun or bool(rows)
        return "".join(rows)


def _row(entry: Entry, language: str) -> str:
    problem = entry.problem
    text = "<br>".join(_escape(sentence) for sentence in list_sentences(problem, language))
    if problem.suggestion is not None:
        text += "<br>" + _code(problem.suggestion)
    label = translate(LABELS[problem.level], language)
    return f"| {_code(name_place(entry))} | {label} | {text} | `{problem.code}` |"


def _escape(text: str) -> str:
    """``text`` that Markdown shows as it stands, inside a cell of a table."""
    text = re.sub(r"([\\`*_{}\[\]()#+!|~])", r"\\\1", make_printable(text))
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")


def _code(text: str) -> str:
    """``text`` as code inside a cell; HTML, because a cell's backticks cannot hold ``|`` and backticks."""
    if not text:
        return ""
    text = make_printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("|", "&#124;")
    return f"<code>{text.replace(chr(10), '<br>')}</code>"
