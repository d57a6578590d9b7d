"""A comparison as people read it: place by place, with the words that went and came."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from docgen.i18n import translate
from docgen.problems import Message, msg
from docgen.reports.caret import make_printable
from docgen.reports.model import Report
from docgen.reports.text import Paint, choose_paint, describe_problem

if TYPE_CHECKING:
    from docgen.recovery.differences.model import Compared, Difference, Piece, Spot

_KEPT = 45
_GONE, _CAME = "31;9", "32"
_MANY = 400
#: kinds of differences that show the words of their paragraph
_WORDED = ("text", "added", "removed", "moved")


def write_diff_text(report: Report, *, colour: bool = False) -> str:
    """Problems first, then every difference under its place, then what the tracked changes leave out and the closing lines."""
    paint = choose_paint(colour)
    lines: list[str] = []
    for problem in report.problems:
        lines += describe_problem(problem, "", report.language, paint)
    for file in report.files:
        if file.compared is not None:
            lines += _file(file.compared, report.language, paint, colour)
    lines += [make_printable(translate(line, report.language)) for line in report.closing]
    return "".join(f"{line}\n" for line in lines)


def _file(compared: Compared, language: str, paint: Paint, colour: bool) -> Iterator[str]:
    def say(message: Message) -> str:
        return make_printable(translate(message, language))

    comparison = compared.comparison
    if comparison.differences:
        yield paint(make_printable(f"{compared.old} → {compared.new}"), "1;4")
    for place, group in groupby(comparison.differences, key=lambda one: name_spot(one, language)):
        if place:
            yield paint(make_printable(place), "1")
        for one in group:
            yield from (f"  {line}" for line in _difference(one, language, paint, colour))
    yield from (say(note) for note in comparison.notes)
    if compared.not_shown:
        yield say(msg("The tracked changes do not show:"))
        yield from (f"  {say(note)}" for note in compared.not_shown)


def name_spot(one: Difference, language: str) -> str:
    """``section II.1, paragraph 14: “words”``; for what was removed the place where it stood, in specs their lines."""
    spot = one.spot
    called = spot.outline or spot.label
    parts = [translate(called, language) if isinstance(called, Message) else called]
    if spot.where is not None:
        parts.append(translate(spot.where, language))
    parts.append(_numbers(one, language))
    place = ", ".join(filter(None, parts))
    return f"{place}: “{spot.text}”" if spot.text and one.kind not in _WORDED else place


def _numbers(one: Difference, language: str) -> str:
    """``paragraph 14``; ``a.yaml:14 → b.yaml:15`` or ``a.yaml:14 → paragraph 15`` where a spec printed it."""
    sides = [spot for spot in (one.old, one.new) if spot is not None]
    if all(spot.spec is None for spot in sides):
        sides = [one.spot]
    return " → ".join(filter(None, (_number(spot, spot is not one.new, language) for spot in sides)))


def _number(spot: Spot, is_old: bool, language: str) -> str:
    if spot.spec is not None:
        return spot.spec.path if spot.spec.line is None else f"{spot.spec.path}:{spot.spec.line}"
    if spot.paragraph is None:
        return ""
    if is_old:
        return translate(msg("paragraph {n} before", n=spot.paragraph), language)
    return translate(msg("paragraph {n}", n=spot.paragraph), language)


def _difference(one: Difference, language: str, paint: Paint, colour: bool) -> Iterator[str]:
    said = make_printable(translate(one.what, language))
    if one.words and one.kind in _WORDED:
        yield f"{said}: {_words(one.words, paint, colour)}"
    else:
        yield said


def _words(words: tuple[Piece, ...], paint: Paint, colour: bool) -> str:
    """All on one line; long stretches that stayed are cut."""
    out = []
    for number, (change, text) in enumerate(words):
        shown = make_printable(text.replace("\n", "↵").replace("\t", "⇥"))
        if change == "same":
            out.append(_cut(shown, first=number == 0, last=number == len(words) - 1))
        else:
            shown = shown if len(shown) <= _MANY else shown[:_MANY].rstrip() + "…"
            code = _GONE if change == "removed" else _CAME
            out.append(paint(shown, code) if colour else f"[-{shown}-]" if change == "removed" else f"{{+{shown}+}}")
    return "".join(out)


def _cut(text: str, *, first: bool, last: bool) -> str:
    if len(text) <= 2 * _KEPT:
        return text
    begin = "" if first else text[:_KEPT].rstrip()
    end = "" if last else text[-_KEPT:].lstrip()
    if first and last:
        begin = text[: 2 * _KEPT].rstrip()
    return f"{begin} … {end}".strip(" ") if begin and end else f"{begin}…{end}"
