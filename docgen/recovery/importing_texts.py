"""Texts and markdown become specs; what stood around the documents goes to comments, or to the end of their texts."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from docgen.problems import DocgenError, Level, Message, Place, Problem, msg
from docgen.reading.folding import fold_each, squeeze
from docgen.reading.words import load_words
from docgen.recovery.importing import (
    AT_END,
    MARKDOWN_SUFFIXES,
    STANDARD_INPUT,
    Aside,
    ImportedSpec,
    import_layout,
    some_documents,
    unplaced,
)
from docgen.recovery.plain_lines import BEHIND, FOOTNOTE, PAGE_NUMBER
from docgen.recovery.plain_markdown import looks_like_markdown
from docgen.recovery.plain_text import TextKind, read_text
from docgen.vietnamese import nfc

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_OLD = "cp1258"


def import_text(path: str, language: str, standard: str) -> list[ImportedSpec]:
    """The specs of the documents in a text; as ``import_file``."""
    text, decoded = _decode(path)
    marked = looks_like_markdown(text) if path == STANDARD_INPUT else Path(path).suffix.lower() in MARKDOWN_SUFFIXES
    kind: TextKind = "markdown" if marked else "text"
    reading, left, lines, titles, told = read_text(text, kind, standard=standard)
    layouts = some_documents(reading, path)
    shown = [[lines[own.index] for own in one.story.paragraphs[one.first : one.last] if own.index in lines] for one in layouts]
    asides: list[list[Aside]] = [[] for _ in layouts]
    notes: list[list[Problem]] = [[] for _ in layouts]
    notes[0] += decoded
    for one in sorted(left, key=lambda one: one.number):
        kept = one.why in (BEHIND, FOOTNOTE)
        owner = _owner(shown, one.number, ended=one.why == BEHIND)
        code, what, remedy = _told(one.text, one.why)
        notes[owner].append(Problem(code, what, remedy, Place(path, one.number), Level.WARNING))
        if one.why != PAGE_NUMBER:
            asides[owner].append(Aside(one.text, None if kept else one.why))
    for what, number in told:
        remedy = msg("Compare the table with the source.")
        notes[_owner(shown, number, ended=False)].append(Problem("import-guess", what, remedy, Place(path, number), Level.WARNING))
    specs = [
        import_layout(layout, path, language, aside, titles, formatted=False) for layout, aside in zip(layouts, asides, strict=True)
    ]
    return [replace(spec, notes=(*_at_lines(spec.notes, lines), *more)) for spec, more in zip(specs, notes, strict=True)]


def _told(words: str, why: Message) -> tuple[str, Message, Message]:
    """Code, what and remedy of the note about words that stand in no paragraph."""
    if why == BEHIND:
        return "import-left", unplaced(words), AT_END
    if why == FOOTNOTE:
        return "import-left", msg("A spec has no footnotes: {words}", words=words), AT_END
    return "import-left-out", msg("Words are left out: {words}", words=words), why


def _owner(shown: Sequence[Sequence[int]], number: int, *, ended: bool) -> int:
    """To which document line ``number`` belongs, by the lines that each shows: the nearest, or, behind an end, the one above."""
    if ended:
        return max((i for i, own in enumerate(shown) if own and min(own) <= number), default=0)
    return min(range(len(shown)), key=lambda i: min((abs(line - number) for line in shown[i]), default=sys.maxsize))


def _at_lines(notes: tuple[Problem, ...], lines: Mapping[int, int]) -> tuple[Problem, ...]:
    """``notes`` about paragraphs as notes about ``lines`` of the text that these begin with."""
    found = []
    for note in notes:
        _, mark, index = (note.place.pointer or "").partition("#p") if note.place else ("", "", "")
        line = lines.get(int(index)) if mark else None
        found.append(note if note.place is None or not mark else replace(note, place=Place(note.place.path, line)))
    return tuple(found)


def _decode(path: str) -> tuple[str, list[Problem]]:
    """The text of a file in UTF-8, in UTF-16 with its mark, or in Windows-1258 where that shows a document, which is told."""
    try:
        data = sys.stdin.buffer.read() if path == STANDARD_INPUT else Path(path).read_bytes()
    except OSError as error:
        what = msg("The file cannot be read: {reason}.", reason=error.strerror or str(error))
        remedy = msg("Check its name and the right to read it.")
        raise DocgenError(Problem("import-unreadable", what, remedy, Place(path))) from None
    try:
        return data.decode("utf-16" if data[:2] in _UTF16_MARKS else "utf-8-sig"), []
    except UnicodeDecodeError:
        text = nfc(data.decode(_OLD, errors="replace"))
    if "\ufffd" not in text and any(hint in squeeze(fold_each(text)) for hint in load_words().hints):
        what = msg("The text is in Windows-1258, not in UTF-8.")
        return text, [Problem("import-encoding", what, msg("Look whether every letter is right."), Place(path), Level.WARNING)]
    what, remedy = msg("This is no text in UTF-8."), msg("Save it as UTF-8 and try again.")
    raise DocgenError(Problem("import-unreadable", what, remedy, Place(path)))
