"""From the lines of a text to opening, body, articles and closing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from docgen.document.model import Implementation, Paragraph, Part, Section, Tasks
from docgen.document.text import Span, Text
from docgen.problems import msg
from docgen.recovery.labelled import relabel
from docgen.recovery.labels import begins_with_label
from docgen.recovery.lines import Kind, Line
from docgen.recovery.participants import fold_participants
from docgen.recovery.plans import fold_tasks
from docgen.recovery.recovered import Notes
from docgen.recovery.texts import piece, seen
from docgen.recovery.trees import build, is_titled
from docgen.standards import DocumentType, Standard

_ARTICLE = "article"


class Texts(NamedTuple):
    """What stands between head and signature."""

    opening: tuple[Text, ...]
    body: tuple[Part, ...]
    articles: tuple[Section, ...]
    closing: tuple[Text, ...]


def arrange(lines: list[Line], standard: Standard, kind: DocumentType, loose: Notes | None = None) -> Texts:
    """The parts of a text of type ``kind``; with ``loose``, which takes guesses, tasks labelled in people's own ways."""
    numbered = any(line.kind is Kind.NUMBER for line in lines)
    lines, closing = _part_closing(lines, labelled=loose is not None) if numbered else (lines, ())
    if kind.articles and any(line.level == _ARTICLE for line in lines):
        found = _articles(build(lines, standard, kind.article_levels), standard, loose)
        if found is not None:
            return found._replace(closing=closing)
    parts = fold(build(lines, standard, kind.levels), standard, loose)
    leading = _count_paragraphs(parts)
    opening = None
    if leading < len(parts):
        opening = _opening([p.text for p in parts[:leading] if isinstance(p, Paragraph)], parts[leading], standard)
    return Texts(opening or (), parts if opening is None else parts[leading:], (), closing)


def _articles(parts: Sequence[Part], standard: Standard, loose: Notes | None) -> Texts | None:
    """Articles with the paragraphs above them; ``None`` where something else stands there."""
    parts = relabel(parts, standard, loose) if loose else parts
    leading = _count_paragraphs(parts)
    texts = [part.text for part in parts[:leading] if isinstance(part, Paragraph)]
    articles = tuple(
        replace(part, parts=fold_tasks(fold_participants(part.parts, standard), standard, 1))
        for part in parts[leading:]
        if isinstance(part, Section)
    )
    if not articles or len(articles) != len(parts) - leading:
        return None
    return Texts(_opening(texts, articles[0], standard) or tuple(texts), (), articles, ())


def _count_paragraphs(parts: Sequence[Part]) -> int:
    """How many paragraphs stand before anything else."""
    return next((i for i, part in enumerate(parts) if not isinstance(part, Paragraph)), len(parts))


def arrange_appendix(
    lines: list[Line], standard: Standard, kind: DocumentType, loose: Notes | None = None
) -> tuple[Part, ...]:
    """The parts of an appendix; ``loose`` as in ``arrange``.

    Of a regulation that is issued with a document all numbers stay among the words: docgen numbers no articles in an appendix.
    """
    article = next((line for line in lines if line.level == _ARTICLE), None) if loose and _ARTICLE not in kind.levels else None
    if loose and article is not None:
        what = msg("docgen numbers no articles in an appendix: all its numbers stand among the words.")
        loose.guess_text(what, article.text.origin)
        lines = [_as_words(line) if line.kind is Kind.NUMBER else line for line in lines]
    return fold(build(lines, standard, kind.levels), standard, loose)


def _as_words(line: Line) -> Line:
    """A numbered line as a paragraph that begins with its number."""
    number = Span(f"{line.written} ", line.bold or line.heading)
    spans = tuple(Span(span.text, True, span.italic) for span in line.text.spans) if line.heading else line.text.spans
    return Line(Kind.TEXT, seen(Text((number, *spans), line.text.origin)))


def fold(parts: Iterable[Part], standard: Standard, loose: Notes | None = None) -> tuple[Part, ...]:
    """``parts`` with tasks and participants where labels and counts show them; ``loose`` as in ``arrange``."""
    known = fold_participants(tuple(parts), standard)
    return fold_tasks(relabel(known, standard, loose) if loose else known, standard)


def _part_closing(lines: list[Line], *, labelled: bool) -> tuple[list[Line], tuple[Text, ...]]:
    """The paragraphs at the end that belong to no block: what stands above them is no title that they could stand under.

    ``labelled``: with labels in people's own ways they are lines of a task, and belong to the block above.
    """
    at = len(lines)
    while at and lines[at - 1].kind is Kind.TEXT and not (labelled and begins_with_label(lines[at - 1].text.plain)):
        at -= 1
    if not at or is_titled(lines[at - 1]):
        return lines, ()
    return lines[:at], tuple(line.text for line in lines[at:])


def _opening(texts: list[Text], follows: Part, standard: Standard) -> tuple[Text, ...] | None:
    """Paragraphs before the first numbered block, without the mark that the rule set puts behind the last of them.

    ``None`` where they are no opening: nothing numbered follows, or the mark that an opening would get is not there.
    """
    if not texts or not isinstance(follows, Section | Tasks | Implementation):
        return None
    if not isinstance(follows, Section):
        return tuple(texts)
    last, mark = texts[-1], standard.marks["opening"].last.use
    plain = last.plain
    if plain[-1:].isalnum():
        return None
    end = last.spans[-1]
    if mark and plain.endswith(mark) and plain[: -len(mark)][-1:].isalnum() and not (end.bold or end.italic):
        return (*texts[:-1], piece(last, 0, len(plain) - len(mark)))
    return tuple(texts)
