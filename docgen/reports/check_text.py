"""A check as people read it: file by file, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.i18n import translate
from docgen.problems import Problem, msg
from docgen.reports.caret import draw_caret, make_printable
from docgen.reports.findings import describe_need, name_where, quote, say
from docgen.reports.model import FileReport, Report, count_rules, is_suppressed
from docgen.reports.text import COLOURS, LABELS, REMEDY, SUGGESTION, Paint, choose_paint, describe_problem

_SKIPPED = msg("not evaluated:")
_EVERY = "*"


def write_check_text(report: Report, *, colour: bool = False) -> str:
    """The findings of every file that has any, then the closing lines; with statistics a table in place of the findings."""
    paint = choose_paint(colour)
    lines: list[str] = []
    for problem in report.problems:
        lines += describe_problem(problem, "", report.language, paint)
    for file in report.files:
        told = list(_file(file, report, paint))
        if told and lines and not report.statistics:
            lines.append("")
        lines += told
    if report.statistics:
        lines += _statistics(report)
    if report.closing:
        lines += [""] if lines else []
        lines += [make_printable(translate(line, report.language)) for line in report.closing]
    return "".join(f"{line}\n" for line in lines)


def _file(file: FileReport, report: Report, paint: Paint) -> Iterator[str]:
    findings = [p for p in file.problems if p.detail is not None and not is_suppressed(p)]
    for problem in file.problems:
        if problem.detail is None:
            yield from describe_problem(problem, file.path, report.language, paint)
    if report.statistics:
        return
    skipped = list(_skipped(file, report.language))
    if findings or skipped:
        yield paint(make_printable(_title(file)), "1;4")
    many = file.checked is not None and len(file.checked.documents) > 1
    for problem in findings:
        yield from _finding(problem, report.language, paint, many)
    yield from skipped


def _title(file: FileReport) -> str:
    """The path with what kind of document it is."""
    documents = file.checked.documents if file.checked else ()
    kinds = dict.fromkeys(" ".join(filter(None, (one.type_name, f"[{one.standard}]"))) for one in documents)
    return f"{file.path} – {'; '.join(kinds)}" if kinds else file.path


def _finding(problem: Problem, language: str, paint: Paint, many: bool) -> Iterator[str]:
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
        where = ": ".join(filter(None, (name_where(detail, language, many=many), quote(detail.text))))
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


def _statistics(report: Report) -> Iterator[str]:
    """How often each rule was broken, the most frequent first."""
    rows = count_rules(report)
    width = max((len(str(row.count)) for row in rows), default=1)
    for row in rows:
        told = [translate(msg("in {count} files", count=row.files), report.language)]
        if row.fixable:
            told.append(translate(msg("docgen fix can repair: {count}", count=row.fixable), report.language))
        yield f"{row.count:>{width}}  {row.rule}  {row.name}  ({', '.join(told)})"
