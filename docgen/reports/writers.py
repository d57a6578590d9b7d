"""Reports that are written file by file: a run over ten thousand files must not hold what it has said of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from textwrap import indent
from typing import Any, Protocol

from docgen.problems import Message
from docgen.reports.model import FileReport, Report


class Writer(Protocol):
    """Writes one report. What stands before the files is known last, because it may count them."""

    def add(self, file: FileReport) -> str:
        """What the report says of ``file``; files come in order."""

    def finish(self, closing: Sequence[Message]) -> tuple[str, str]:
        """What stands before and behind all that ``add`` gave."""


class WholeWriter:
    """For formats and kinds of report that need all files at once."""

    def __init__(self, report: Report, write: Callable[[Report], str]) -> None:
        self._report, self._write = report, write
        self._files: list[FileReport] = []

    def add(self, file: FileReport) -> str:
        """Nothing yet."""
        self._files.append(file)
        return ""

    def finish(self, closing: Sequence[Message]) -> tuple[str, str]:
        """The whole report."""
        return self._write(replace(self._report, files=tuple(self._files), closing=tuple(closing))), ""


class JsonList:
    """The items of a JSON list as text, as ``json.dumps`` with an indent of two would write them ``depth`` levels deep."""

    def __init__(self, depth: int) -> None:
        self._margin, self._begun = "  " * depth, False

    def add(self, item: Any) -> str:
        """One item with what parts it from the one before."""
        comma, self._begun = "," if self._begun else "", True
        return f"{comma}\n{indent(dump(item), self._margin + '  ')}"

    def close(self) -> str:
        """The end of the list."""
        return f"\n{self._margin}]" if self._begun else "]"


def dump(value: Any) -> str:
    """``value`` as JSON; a path may hold what UTF-8 cannot (lone surrogates on Linux), then plain escapes are honest."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, indent=2)
    return text


def put_together(writer: Writer, report: Report) -> str:
    """All of ``report`` at once."""
    pieces = [writer.add(file) for file in report.files]
    head, tail = writer.finish(report.closing)
    return "".join((head, *pieces, tail))
