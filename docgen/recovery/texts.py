"""Texts as print shows them: what emphasis can be seen on which letters, and pieces of a text with their emphasis."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from docgen.document.text import Span, Text
from docgen.ooxml.content import Paragraph
from docgen.reading.pieces import is_bold
from docgen.standards import Standard

#: white space that a printed text neither begins nor ends with
BLANKS = " \t\n\u00a0\u00ad"
_BREAKS = re.compile(r"[ \u00a0]?[\t\n]+[ \u00a0]?")
_Look = tuple[bool, bool]
_Run = tuple[str, _Look]
_PLAIN: _Look = (False, False)


def seen(text: Text, look: _Look = (False, False)) -> Text:
    """``text`` as it can be seen where ``look`` (bold, italic) is what its component sets anyway.

    Emphasis that the component has already cannot be seen; white space is emphasised only between letters that are.
    """
    if len(text.spans) == 1 and text.spans[0][1:] == _PLAIN:
        # nearly all texts
        words = text.spans[0].text
        bare = words.rstrip(BLANKS).lstrip(BLANKS)
        return text if bare == words else Text((Span(bare),) if bare else (), text.origin)
    runs = _merged([(span.text, (span.bold and not look[0], span.italic and not look[1])) for span in text.spans])
    while runs and not runs[-1][0].rstrip(BLANKS):
        runs.pop()
    first = next((i for i, (words, _) in enumerate(runs) if words.lstrip(BLANKS)), len(runs))
    del runs[:first]
    if not runs:
        return Text((), text.origin)
    runs[0] = (runs[0][0].lstrip(BLANKS), runs[0][1])
    runs[-1] = (runs[-1][0].rstrip(BLANKS), runs[-1][1])
    if len(runs) > 1 or runs[0][1] != _PLAIN:
        runs = _merged(_between(runs))
    return Text(tuple(Span(words, *own) for words, own in runs), text.origin)


def titled(text: Text, look: _Look = (False, False)) -> Text:
    """The same for a title, a base or a label, which is never emphasised as a whole."""
    found = seen(text, look)
    if len(found.spans) == 1 and found.spans[0][1:] == _PLAIN:
        return found
    said = [span for span in found.spans if not span.text.isspace()]
    whole = (all(span.bold for span in said), all(span.italic for span in said))
    return seen(found, whole) if whole != _PLAIN else found


def without_bold(text: Text) -> Text:
    """The same words, none of them bold."""
    return seen(text, (True, False))


def is_bold_throughout(text: Text) -> bool:
    """Whether every word is bold."""
    said = [span for span in text.spans if not span.text.isspace()]
    return bool(said) and all(span.bold for span in said)


def piece(text: Text, start: int, end: int | None = None) -> Text:
    """The letters from ``start`` to ``end`` (as in a slice) with their emphasis, without white space at the ends."""
    if len(text.spans) == 1:
        only = text.spans[0]
        return seen(Text((only._replace(text=only.text[start:end]),), text.origin))
    plain = text.plain
    first, last, _ = slice(start, end).indices(len(plain))
    spans, at = [], 0
    for span in text.spans:
        own = span.text[max(first - at, 0) : max(last - at, 0)]
        if own:
            spans.append(Span(own, span.bold, span.italic))
        at += len(span.text)
    return seen(Text(tuple(spans), text.origin))


def cut(text: Text, separator: str) -> tuple[Text, ...]:
    """The pieces between plain ``separator`` s."""
    found, at = [], 0
    for one in text.plain.split(separator):
        found.append(piece(text, at, at + len(one)))
        at += len(one) + len(separator)
    return tuple(found)


def ended(text: Text, mark: str) -> Text:
    """``text`` and, where it does not stand there yet, ``mark`` behind it."""
    if text.plain.endswith(mark):
        return text
    return seen(Text((*text.spans, Span(mark)), text.origin))


def mapped(text: Text, change: Callable[[str], str]) -> Text:
    """``text`` with the letters of each span changed."""
    return replace(text, spans=tuple(span._replace(text=change(span.text)) for span in text.spans))


def look_of(standard: Standard, component: str) -> _Look:
    """Whether the rule set prints ``component`` bold, and in italics."""
    own = standard.components.get(component)
    return (own.bold.use, own.italic.use) if own else (False, False)


def read_text(paragraph: Paragraph, start: int, end: int, look: _Look = (False, False)) -> Text:
    """The letters ``paragraph.text[start:end]`` with the emphasis that they have beyond ``look``.

    Line breaks and tabs become spaces; the origin says which paragraph of the file it was.
    """
    spans, at = [], start
    for run in paragraph.runs:
        first, last = max(run.start, at), min(run.end, end)
        if first >= last:
            continue
        if first > at:
            spans.append(Span(paragraph.text[at:first]))
        spans.append(Span(paragraph.text[first:last], is_bold(run), run.format.italic))
        at = last
    if at < end:
        spans.append(Span(paragraph.text[at:end]))
    return seen(_on_one_line(Text(tuple(spans), f"#{paragraph.index}")), look)


def joined(texts: Iterable[Text], separator: str) -> Text:
    """Texts with plain ``separator`` s between them; the origin is the first one's."""
    spans: list[Span] = []
    origin = ""
    for text in texts:
        if spans:
            spans.append(Span(separator))
        origin = origin or text.origin
        spans += text.spans
    return seen(Text(tuple(spans), origin))


def _on_one_line(text: Text) -> Text:
    if not _BREAKS.search(text.plain):
        return text
    letters = [(c, span.bold, span.italic) for span in text.spans for c in span.text]
    gone: set[int] = set()
    for match in _BREAKS.finditer(text.plain):
        letters[match.start()] = (" ", *letters[match.start()][1:])
        gone.update(range(match.start() + 1, match.end()))
    return Text(tuple(_spans([letter for i, letter in enumerate(letters) if i not in gone])), text.origin)


def _merged(runs: Iterable[_Run]) -> list[_Run]:
    """Runs without empty ones and no two neighbours of one look."""
    found: list[_Run] = []
    for words, look in runs:
        if found and found[-1][1] == look:
            found[-1] = (found[-1][0] + words, look)
        elif words:
            found.append((words, look))
    return found


def _between(runs: Iterable[_Run]) -> Iterator[_Run]:
    """Merged runs with the white space at their edges emphasised as the letters on both sides of it."""
    before, space = _PLAIN, ""
    for words, look in runs:
        inner = words.strip()
        lead, _, tail = words.partition(inner) if inner else (words, "", "")
        space += lead
        if inner:
            yield space, (before[0] and look[0], before[1] and look[1])
            yield inner, look
            before, space = look, tail
    yield space, _PLAIN


def _spans(letters: Iterable[tuple[str, bool, bool]]) -> list[Span]:
    spans: list[Span] = []
    run: list[str] = []
    look: _Look = (False, False)
    for c, bold, italic in letters:
        if run and look != (bold, italic):
            spans.append(Span("".join(run), *look))
            run = []
        look = (bold, italic)
        run.append(c)
    if run:
        spans.append(Span("".join(run), *look))
    return spans


class Letter(NamedTuple):
    """A letter with its emphasis."""

    sign: str
    bold: bool
    italic: bool


def letters_of(text: Text) -> list[Letter]:
    """Every letter of a text with its emphasis."""
    return [Letter(c, span.bold, span.italic) for span in text.spans for c in span.text]


def visible(letters: Iterable[Letter]) -> list[Letter]:
    """Those of them that are no blanks, of which nobody sees whether they are bold."""
    return [letter for letter in letters if not letter.sign.isspace()]
