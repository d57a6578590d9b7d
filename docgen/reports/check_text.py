"""A check as people read it: file by file, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.i18n import translate
from docgen.problems import Message, Problem, msg
from docgen.reports.caret import draw_caret, make_printable
from docgen.reports.counting import RuleCount, RuleCounts, tell_repairs
from docgen.reports.findings import describe_need, name_where, quote, say
from docgen.reports.model import FileReport, Report, is_suppressed
from docgen.reports.text import COLOURS, LABELS, REMEDY, SUGGESTION, Paint, choose_paint, describe_problem

_SKIPPED = msg("not evaluated:")
_EVERY = "*"


class CheckTextWriter:
    """The findings of every file that has any, then the closing lines; with statistics a table in place of the findings."""

    def __init__(self, report: Report, *, colour: bool = False) -> None:
        self._report, self._paint = report, choose_paint(colour)
        self._rules = RuleCounts()
        self._told: set[int] = set()
        head = [line for problem in report.problems for line in describe_problem(problem, "", report.language, self._paint)]
        self._head, self._begun = "".join(f"{line}\n" for line in head), bool(head)

    def add(self, file: FileReport) -> str:
        """The lines about ``file``."""
        if self._report.statistics:
            self._rules.add(file)
        lines = list(_file(file, self._report, self._paint, self._told))
        if lines and self._begun and not self._report.statistics:
            lines.insert(0, "")
        self._begun = self._begun or bool(lines)
        return "".join(f"{line}\n" for line in lines)

    def finish(self, closing: Sequence[Message]) -> tuple[str, str]:
        """The lines about no file; the statistics and the closing lines."""
        lines = _statistics(self._rules.rows(), self._report.language) if self._report.statistics else []
        if lines and self._begun:
            lines.insert(0, "")
        if closing:
            lines += [""] if lines or self._begun else []
            lines += [make_printable(translate(line, self._report.language)) for line in closing]
        return self._head, "".join(f"{line}\n" for line in lines)


def _file(file: FileReport, report: Report, paint: Paint, told: set[int]) -> Iterator[str]:
    """The lines about a file; ``told``: hashes of the problems in files that several share, which are said once."""
    findings = [p for p in file.problems if p.detail is not None and not is_suppressed(p)]
    for problem in file.problems:
        if problem.detail is not None:
            continue
        if problem.place is not None and problem.place.path != file.path:
            if hash(problem) in told:
                continue
            told.add(hash(problem))
        yield from describe_problem(problem, file.path, report.language, paint)
    if report.statistics:
        return
    skipped = list(_skipped(file, report.language))
    if findings or skipped:
        yield paint(make_printable(_title(file)), "1;4")
    many = file.checked is not None and len(file.checked.documents) > 1
    for problem in findings:
        yield from _finding(problem, file.path, report.language, paint, many)
    yield from skipped


def _title(file: FileReport) -> str:
    """The path with what kind of document it is."""
    documents = file.checked.documents if file.checked else ()
    kinds = dict.fromkeys(" ".join(filter(None, (one.type_name, f"[{one.standard}]"))) for one in documents)
    return f"{file.path} – {'; '.join(kinds)}" if kinds else file.path


def _finding(problem: Problem, path: str, language: str, paint: Paint, many: bool) -> Iterator[str]:
    detail = problem.detail
    assert detail is not None

    def show(text: str) -> str:
        return make_printable(text)

    label = paint(show(f"{translate(LABELS[problem.level], language)}:"), f"1;{COLOURS[problem.level]}")
    what = f"{label} {show(translate(problem.what, language))} [{problem.code}]"
    place = problem.place
    if place is not None and place.line is not None:
        yield f"  {paint(show(f'{place.path}:{place.line}:{place.column or 1}:'), '1')} {what}"
        if place.excerpt is not None:
            line, caret = draw_caret(place.excerpt, place.column, place.end_column)
            yield f"    {line}"
            if caret:
                yield f"    {paint(caret, '1;32')}"
    else:
        where = ": ".join(filter(None, (name_where(detail, language, many=many), quote(detail.line or detail.text))))
        if not where and place is not None and place.path != path:
            # what is said beside the file
            where = place.path
        if where:
            yield f"  {paint(show(where), '1')}"
        yield f"    {what}" if where else f"  {what}"
    need = describe_need(detail, language)
    if need:
        yield f"    {show(need)}"
    if problem.remedy is not None:
        yield f"    {paint(show(translate(REMEDY, language)), '1')} {show(translate(problem.remedy, language))}"
    if problem.suggestion is not None:
        yield f"    {paint(show(translate(SUGGESTION, language)), '1')}"
        yield from (f"    {line}" for line in show(problem.suggestion).splitlines())


def _skipped(file: FileReport, language: str) -> Iterator[str]:
    """One line for each reason, with the rules that it kept from looking."""
    by_reason: dict[str, list[str]] = {}
    for one in file.checked.skipped if file.checked else ():
        by_reason.setdefault(say(one.reason, language), []).append(one.rule)
    for reason, rules in by_reason.items():
        named = ", ".join(dict.fromkeys(rule for rule in rules if rule != _EVERY))
        words = " ".join(filter(None, (translate(_SKIPPED, language), named)))
        yield make_printable(f"  {words} – {reason}" if named else f"  {words} {reason}")


def _statistics(rows: Sequence[RuleCount], language: str) -> list[str]:
    """How often each rule was broken, the most frequent first."""
    width = max((len(str(row.count)) for row in rows), default=1)
    lines = []
    for row in rows:
        files = msg("in one file") if row.files == 1 else msg("in {count} files", count=row.files)
        repairs = tell_repairs(row.fixable, row.fixable_safely)
        told = [translate(words, language) for words in (files, repairs) if words is not None]
        lines.append(f"{row.count:>{width}}  {row.rule}  {row.name}  ({', '.join(told)})")
    return lines
