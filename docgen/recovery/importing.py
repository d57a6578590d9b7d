"""Any Word or text file becomes a spec that loads: what is not sure is remarked, what fits nowhere stands in the text."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docgen.document.model import Document, Paragraph
from docgen.document.text import Text, literal
from docgen.i18n import translate
from docgen.ooxml.opening import open_package
from docgen.problems import DocgenError, Level, Message, Place, Problem, msg
from docgen.reading import Layout, Reading, read
from docgen.recovery.coverage import find_missing, find_renumbered
from docgen.recovery.documents import recover
from docgen.recovery.fitting import FORBIDDEN, Fitter
from docgen.recovery.losses import find_losses
from docgen.recovery.opening_up import open_key
from docgen.rendering.printed import printed_texts
from docgen.spec import load_text, write_spec
from docgen.standards import Standard

if TYPE_CHECKING:
    from docgen.recovery.plain_text import TextKind

WORD_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
MARKDOWN_SUFFIXES = (".md", ".markdown")
STANDARD_INPUT = "-"
TEXT_SUFFIXES = (".txt", ".text", *MARKDOWN_SUFFIXES, STANDARD_INPUT)


@dataclass(frozen=True, slots=True)
class ImportedSpec:
    """``text`` of a spec that loads; ``name`` for its file, without ending; ``notes``: what somebody should look at."""

    text: str
    name: str
    notes: tuple[Problem, ...]


class Aside(NamedTuple):
    """Words of a source that stand outside the document: in the text's end, or, for a reason ``why``, in a comment alone."""

    text: str
    why: Message | None


def import_file(path: str | os.PathLike[str], *, language: str = "vi", standard: str = "auto") -> list[ImportedSpec]:
    """The specs of the documents in the file at ``path`` (``-``: text on standard input), one for each.

    ``language`` of the remarks in the specs; ``standard``: a rule set for all documents, or ``auto``. Raises ``DocgenError``
    for a file that cannot be read, is of no known kind or holds no document.
    """
    given = os.fspath(path)
    reader = _readers().get(STANDARD_INPUT if given == STANDARD_INPUT else Path(given).suffix.lower())
    if reader is None:
        what = msg("docgen cannot import files of this kind.")
        remedy = msg("Save it as a Word file (.docx) or as text and import that.")
        raise DocgenError(Problem("import-kind", what, remedy, Place(given)))
    return reader(given, language, standard)


def _readers() -> Mapping[str, Callable[[str, str, str], list[ImportedSpec]]]:
    """For each ending the function that reads such files."""
    return dict.fromkeys(WORD_SUFFIXES, _import_word) | dict.fromkeys(TEXT_SUFFIXES, _import_text)


def _import_word(path: str, language: str, standard: str) -> list[ImportedSpec]:
    return _import_reading(read(open_package(Path(path), name=path), standard=standard), path, language)


def _import_text(path: str, language: str, standard: str) -> list[ImportedSpec]:
    from docgen.recovery.plain_lines import BEHIND, PAGE_NUMBER
    from docgen.recovery.plain_markdown import looks_like_markdown
    from docgen.recovery.plain_text import read_text

    text = _decode(path)
    marked = looks_like_markdown(text) if path == STANDARD_INPUT else Path(path).suffix.lower() in MARKDOWN_SUFFIXES
    kind: TextKind = "markdown" if marked else "text"
    reading, left, lines = read_text(text, kind, standard=standard)
    layouts = _some_documents(reading, path)
    shown = [[lines[own.index] for own in one.story.paragraphs[one.first : one.last] if own.index in lines] for one in layouts]
    asides: list[list[Aside]] = [[] for _ in layouts]
    notes: list[list[Problem]] = [[] for _ in layouts]
    for one in sorted(left, key=lambda one: one.number):
        kept = one.why == BEHIND
        owner = _owner(shown, one.number, ended=kept)
        what = _unplaced(one.text) if kept else msg("Words are left out: {words}", words=one.text)
        code, remedy = ("import-left", _AT_END) if kept else ("import-left-out", one.why)
        notes[owner].append(Problem(code, what, remedy, Place(path, one.number), Level.WARNING))
        if one.why != PAGE_NUMBER:
            asides[owner].append(Aside(one.text, None if kept else one.why))
    specs = [import_layout(layout, path, language, aside) for layout, aside in zip(layouts, asides, strict=True)]
    return [replace(spec, notes=(*_at_lines(spec.notes, lines), *more)) for spec, more in zip(specs, notes, strict=True)]


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


def _decode(path: str) -> str:
    """The text of a file in UTF-8, or in UTF-16 with its mark."""
    try:
        data = sys.stdin.buffer.read() if path == STANDARD_INPUT else Path(path).read_bytes()
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        what, remedy = msg("This is no text in UTF-8."), msg("Save it as UTF-8 and try again.")
    except OSError as error:
        what = msg("The file cannot be read: {reason}.", reason=error.strerror or str(error))
        remedy = msg("Check its name and the right to read it.")
    raise DocgenError(Problem("import-unreadable", what, remedy, Place(path)))


def _import_reading(reading: Reading, path: str, language: str) -> list[ImportedSpec]:
    return [import_layout(layout, path, language) for layout in _some_documents(reading, path)]


def _some_documents(reading: Reading, path: str) -> list[Layout]:
    if not reading.documents:
        what = msg("No document of the state or the Party was found in this file.")
        remedy = msg("Check that it has the head of one: motto or Party title, number, date.")
        raise DocgenError(Problem("import-no-document", what, remedy, Place(path)))
    return list(reading.documents)


def import_layout(layout: Layout, path: str, language: str = "vi", asides: Sequence[Aside] = ()) -> ImportedSpec:
    """The spec of one recognised document; ``path`` is the file's as problems name it.

    ``asides``: words outside it that the caller tells of; here they go to their places.
    """
    standard = layout.standard
    found = recover(layout)
    fitter = Fitter(standard)
    document = fitter.fit(found.document)
    left = [*found.left, *fitter.left, *_notes_of(layout)]
    behind = [literal(" ".join(aside.text.split())) for aside in asides if aside.why is None]
    document = _with_left(document, [*left, *behind])
    lines = _lines(document, standard)
    gaps = find_missing(layout, lines)
    missing = [literal(" ".join(gap.text.split()), f"#{gap.paragraph.index}") for gap in gaps if not gap.made]
    if left or behind or missing:
        document = Fitter(standard).fit(_with_left(document, missing))
        lines = _lines(document, standard)
    remarks: dict[str, list[Message]] = {}
    problems: list[Problem] = []
    for guess in found.guesses:
        remarks.setdefault(guess.key, []).append(guess.what)
        problems.append(_note("import-guess", guess.what, msg("Look at this key of the spec: {key}.", key=guess.key), path))
    for pointer in fitter.missing:
        what = msg("The file does not say this; fill it in.")
        remarks.setdefault(pointer, []).append(what)
        told = msg("The file does not say what stands under this key: {key}.", key=pointer)
        problems.append(_note("import-missing", told, msg("Fill it in where the spec has …"), path))
    if left or behind or missing:
        what = msg("The last paragraphs stand elsewhere in the file; move or delete them.")
        remarks.setdefault("/closing" if document.closing else "/body", []).append(what)
    for text in (*left, *missing):
        problems.append(_note("import-left", _unplaced(text.plain), _AT_END, path, text.origin))
    known = {guess.paragraph for guess in found.guesses}
    for gap in gaps:
        if gap.made and gap.paragraph.index not in known:
            what = msg("docgen writes this line itself, in other words: {words}", words=" ".join(gap.text.split()))
            problems.append(_note("import-made", what, None, path, f"#{gap.paragraph.index}"))
    if renumbered := find_renumbered(layout, lines):
        first = renumbered[0]
        what = msg(
            "{count} numbers or marks are printed otherwise than in the file; the first: {words}",
            count=len(renumbered),
            words=" ".join(first.text[:60].split()),
        )
        remedy = msg("Look whether the text refers to them.")
        problems.append(_note("import-renumbered", what, remedy, path, f"#{first.paragraph.index}"))
    problems += [_note("import-lost", what, None, path, f"#{index}") for what, index in find_losses(layout)]
    comments = {key: [translate(what, language).replace("\n", " ") for what in lines] for key, lines in remarks.items()}
    # a remark under no key stands at the end of the spec
    comments[""] = [_beside(aside.text, aside.why, language) for aside in asides if aside.why is not None]
    return ImportedSpec(_write(document, standard, path, comments), _name(document), tuple(problems))


_AT_END = msg("They stand at the end of the text; move or delete them.")


def _unplaced(words: str) -> Message:
    return msg("No key of a spec takes these words: {words}", words=words)


def _beside(words: str, why: Message, language: str) -> str:
    """The comment that holds words which stand nowhere in the document."""
    what = msg("Words are left out: {words}", words=" ".join(words.split()))
    return FORBIDDEN.sub("", f"{translate(what, language)} – {translate(why, language)}")


def _lines(document: Document, standard: Standard) -> list[str]:
    """What ``document`` prints, line by line."""
    return [printed.text for printed in printed_texts(document, standard)]


def _notes_of(layout: Layout) -> Iterator[Text]:
    """The words of footnotes, with the first document of a file."""
    for note in layout.story.notes if layout.index == 0 else ():
        if not note.is_empty:
            yield literal(" ".join(note.text.split()))


def _with_left(document: Document, left: list[Text]) -> Document:
    """``document`` with ``left`` at the end of its text."""
    if not left:
        return document
    numbered = not all(isinstance(part, Paragraph) for part in document.body) or document.articles
    if numbered:
        return replace(document, closing=(*document.closing, *left))
    return replace(document, body=(*document.body, *map(Paragraph, left)))


def _write(document: Document, standard: Standard, path: str, comments: dict[str, list[str]]) -> str:
    """The spec of ``document``; keys that the loader refuses are opened, their words put to the end of the text."""
    for _ in range(len(_REFUSABLE) + 1):
        text = write_spec(document, comments)
        try:
            load_text(text, shown=path)
        except DocgenError as error:
            changed = _without_refused(document, standard, error)
            if changed == document:
                raise
            document = changed
        else:
            return text
    return text


_REFUSABLE = ("addressees", "bases", "distribution", "opening", "closing", "body", "articles", "appendices", "signature", "title")


def _without_refused(document: Document, standard: Standard, error: DocgenError) -> Document:
    keys = {
        (problem.place.pointer or "").split("/")[1]
        for problem in error.problems
        if problem.place and "/" in (problem.place.pointer or "")
    }
    for key in sorted(keys):
        document = open_key(document, standard, key)
    return document


def _note(code: str, what: Message, remedy: Message | None, path: str, origin: str = "") -> Problem:
    paragraph = origin.removeprefix("#")
    pointer = f"word/document.xml#p{paragraph}" if paragraph.isdigit() and paragraph != "0" else None
    return Problem(code, what, remedy, Place(path, pointer=pointer), Level.WARNING)


def _name(document: Document) -> str:
    number = f"{document.number}-" if document.number is not None else ""
    return f"{number}{document.type}"
