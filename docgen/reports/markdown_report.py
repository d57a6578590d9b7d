"""Markdown for a job summary or a merge request's comment."""

from __future__ import annotations

import re

from docgen.i18n import translate
from docgen.problems import msg
from docgen.reports.caret import make_printable
from docgen.reports.findings import list_sentences
from docgen.reports.model import Report, list_entries_once
from docgen.reports.text import LABELS, name_place


def write_markdown(report: Report) -> str:
    """A table of the problems (or one sentence that there is none), then the closing lines."""
    rows = []
    for entry in list_entries_once(report):
        problem = entry.problem
        text = "<br>".join(_escape(sentence) for sentence in list_sentences(problem, report.language))
        if problem.suggestion is not None:
            text += "<br>" + _code(problem.suggestion)
        label = translate(LABELS[problem.level], report.language)
        rows.append(f"| {_code(name_place(entry))} | {label} | {text} | `{problem.code}` |")
    if rows:
        titles = [translate(title, report.language) for title in (msg("Place"), msg("Level"), msg("Problem"), msg("Code"))]
        rows = [f"| {' | '.join(titles)} |", "|---|---|---|---|", *rows]
    else:
        rows = [translate(msg("No problems."), report.language)]
    closing = [f"- {_escape(translate(line, report.language))}" for line in report.closing]
    return "\n".join(["## docgen", "", *rows, *([""] if closing else []), *closing]) + "\n"


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
