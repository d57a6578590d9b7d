"""Any Word or text file becomes a spec that loads: what is not sure is remarked, what fits nowhere stands in the text."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from docgen.document.model import Document, Paragraph
from docgen.document.text import Text, literal
from docgen.i18n import translate
from docgen.jobs.collecting import without_collecting
from docgen.ooxml.opening import open_package
from docgen.problems import DocgenError, Message, Place, Problem, msg
from docgen.reading import Layout, Reading
from docgen.recovery.appendix_heads import find_other_heads
from docgen.recovery.coverage import dropped_labels, find_behind_end, find_missing, find_renumbered
from docgen.recovery.documents import recover
from docgen.recovery.fitting import FORBIDDEN, Fitter
from docgen.recovery.losses import find_losses, find_lost_words
from docgen.recovery.opening_up import open_key
from docgen.recovery.remarking import Remarks
from docgen.rendering.printed import printed_texts
from docgen.spec import load_text, write_spec
from docgen.standards import Standard

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
    # nearly all that is made of a file is needed to the end
    with without_collecting():
        return reader(given, language, standard)


def _readers() -> Mapping[str, Callable[[str, str, str], list[ImportedSpec]]]:
    """For each ending the function that reads such files."""
    return dict.fromkeys(WORD_SUFFIXES, _import_word) | dict.fromkeys(TEXT_SUFFIXES, _import_text)


def _import_word(path: str, language: str, standard: str) -> list[ImportedSpec]:
    from docgen.recovery.importing_word import import_word

    return import_word(open_package(Path(path), name=path), path, language, standard)


def _import_text(path: str, language: str, standard: str) -> list[ImportedSpec]:
    # reading texts needs much that Word files do not
    from docgen.recovery.importing_texts import import_text

    return import_text(path, language, standard)


def some_documents(reading: Reading, path: str) -> list[Layout]:
    """The documents in a file; raises ``DocgenError`` where there is none."""
    if not reading.documents:
        what = msg("No document of the state or the Party was found in this file.")
        remedy = msg("Check that it has the head of one: motto or Party title, number, date.")
        raise DocgenError(Problem("import-no-document", what, remedy, Place(path)))
    return list(reading.documents)


def import_layout(
    layout: Layout,
    path: str,
    language: str = "vi",
    asides: Sequence[Aside] = (),
    titles: Collection[int] = (),
    losses: Sequence[tuple[Message, int]] = (),
    formatted: bool = True,
) -> ImportedSpec:
    """The spec of one recognised document; ``path`` is the file's as problems name it.

    ``asides``: words outside it that the caller tells of; here they go to their places. ``titles``: indexes of paragraphs that
    the caller took for titles. ``losses``: what the caller could not carry, with the indexes of its paragraphs. ``formatted``: its
    looks are those of the file.
    """
    standard = layout.standard
    found = recover(layout, loose=True)
    dropped = dropped_labels(found.reworded)
    fitter = Fitter(standard)
    document = fitter.fit(found.document)
    # where all paragraphs of the key stand elsewhere, the remark stands above it
    kept = bool(document.closing) or not _is_numbered(document)
    left = [*found.left, *fitter.left, *_notes_of(layout)]
    behind = [literal(" ".join(aside.text.split())) for aside in asides if aside.why is None]
    document = _with_left(document, _first_known([*left, *behind]))
    printed = printed_texts(document, standard)
    lines = [one.text for one in printed]
    gaps = find_missing(layout, lines, dropped)
    missing = [literal(" ".join(gap.text.split()), f"#{gap.paragraph.index}") for gap in gaps if not gap.made]
    if left or behind or missing:
        document = Fitter(standard).fit(_with_left(document, missing if left or behind else _first_known(missing)))
        printed = printed_texts(document, standard)
        lines = [one.text for one in printed]
    remarks = Remarks(path)
    for guess in found.guesses:
        remarks.guess(guess)
    remarks.reworded(found.reworded)
    remarks.titles(document, layout, titles)
    for pointer in fitter.missing:
        remarks.missing(pointer)
    if left or behind or missing:
        remarks.say(_LEFT if kept else "/closing", msg("The last paragraphs stand elsewhere in the file; move or delete them."))
    for text in (*left, *missing):
        remarks.note("import-left", unplaced(text.plain), AT_END, text.origin)
    known = {guess.paragraph for guess in found.guesses}
    for head in find_other_heads(layout, printed):
        known.add(head.paragraph)
        remarks.say(f"/appendices/{head.appendix}/title", head.what)
        remarks.note("import-made", head.what, msg("Look whether the text refers to it."), f"#{head.paragraph}")
    remarks.chapters([one for one in layout.passages if one.component in _CHAPTERS])
    for gap in gaps:
        if gap.made and gap.paragraph.index not in known:
            what = msg("docgen writes this line itself, in other words: {words}", words=" ".join(gap.text.split()))
            remarks.note("import-made", what, None, f"#{gap.paragraph.index}")
    if (moved := find_behind_end(layout)) is not None:
        what = msg("docgen sets the sign of the end, {sign}, behind this paragraph, no more above it.", sign=standard.text_end.use)
        remarks.say(f"#{moved.paragraph.index}", what)
        remarks.note("import-made", what, msg("Look whether it belongs to the text."), f"#{moved.paragraph.index}")
    remarks.renumbered(find_renumbered(layout, lines, found.reworded))
    beside = [*find_lost_words(layout)] if formatted else []
    for what, index in (*losses, *beside):
        remarks.say(f"#{index}", what)
    for what, index in (*losses, *(find_losses(layout) if formatted else ()), *beside):
        remarks.note("import-lost", what, None, f"#{index}")
    comments = remarks.comments(language)
    # a remark under no key stands at the end of the spec
    comments[""] = [_beside(aside.text, aside.why, language) for aside in asides if aside.why is not None]
    return ImportedSpec(_write(document, standard, path, comments), _name(document), tuple(remarks.problems))


#: lines of the text that no level of a spec holds
_CHAPTERS = frozenset({"part_label", "division_label"})
#: the origin that the first of the paragraphs gets which stand elsewhere in the file
_LEFT = "#left"
AT_END = msg("They stand at the end of the text; move or delete them.")


def unplaced(words: str) -> Message:
    """Says that words stand at the end of the text because no key takes them."""
    return msg("No key of a spec takes these words: {words}", words=words)


def _first_known(texts: Sequence[Text]) -> list[Text]:
    """``texts``, the first of them with an origin by which it is found again."""
    return [replace(text, origin=_LEFT if i == 0 else text.origin) for i, text in enumerate(texts)]


def _beside(words: str, why: Message, language: str) -> str:
    """The comment that holds words which stand nowhere in the document."""
    what = msg("Words are left out: {words}", words=" ".join(words.split()))
    return FORBIDDEN.sub("", f"{translate(what, language)} – {translate(why, language)}")


def _notes_of(layout: Layout) -> Iterator[Text]:
    """The words of footnotes, with the first document of a file."""
    for note in layout.story.notes if layout.index == 0 else ():
        if not note.is_empty:
            yield literal(" ".join(note.text.split()))


def _is_numbered(document: Document) -> bool:
    """Whether the text is more than paragraphs."""
    return bool(document.articles) or not all(isinstance(part, Paragraph) for part in document.body)


def _with_left(document: Document, left: list[Text]) -> Document:
    """``document`` with ``left`` at the end of its text."""
    if not left:
        return document
    if _is_numbered(document):
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


def _name(document: Document) -> str:
    number = f"{document.number}-" if document.number is not None else ""
    return f"{number}{document.type}"
