"""Số và ngày after the signature: into the two places of a Word file and into its spec, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.config.keys import key_table, known_keys
from docgen.document.model import PartialDate
from docgen.ooxml.byte_edits import replace_texts, texts_in_order
from docgen.ooxml.locating import locate_text
from docgen.ooxml.opening import open_package
from docgen.ooxml.writing import PackageFrame, assemble
from docgen.problems import DocgenError, Message, Place, Problem, msg
from docgen.reading import Layout, Passage, read
from docgen.recovery.spec_edits import SpecEditor
from docgen.rendering.phrases import date_words
from docgen.sources import SourceText, parse, read_text
from docgen.vietnamese.numerals import pad

if TYPE_CHECKING:
    from docgen.ooxml.opening import Package

#: keys behind which a number or a date is put where the spec has neither
_BEHIND = {"number": ("number", "issuer", "type"), "date": ("date", "place", "number", "issuer")}


@dataclass(frozen=True, slots=True)
class Issued:
    """The Word file and the spec with number and date; ``spec`` is ``None`` where none was given.

    ``number_line`` and ``date_line`` are the two lines as they stand in the file now.
    """

    data: bytes
    spec: str | None
    number_line: str
    date_line: str


def issue(data: bytes, number: int, day: date, *, name: str, spec: Path | None = None, force: bool = False) -> Issued:
    """Write ``number`` and ``day`` into the Word file ``data`` and the text of ``spec``, in the form of the file's rule set.

    Only the letters of the two lines change; all other text and every other part stay byte for byte. Raises ``DocgenError``
    when a place is not found, or filled already without ``force``.
    """
    package = open_package(data, name=name)
    reading = read(package)
    if not reading.documents:
        raise DocgenError(_refuse(name, "issue-no-document", msg("This is no administrative document."), msg("Check the name.")))
    layout = reading.documents[0]
    problems: list[Problem] = []
    numbered = _number_edit(layout, number, name, force, problems)
    dated = _date_edit(layout, day, name, force, problems)
    text = None
    if spec is not None:
        text = _edit_spec(read_text(spec, str(spec)), number, day, force, problems)
    if problems or numbered is None or dated is None:
        raise DocgenError(problems)
    letters = {**_letters(package, layout.story.part, *numbered), **_letters(package, layout.story.part, *dated)}
    part = replace_texts(package.read(layout.story.part), letters)
    parts = {one: package.read(one) for one in package.names} | {layout.story.part: part}
    return Issued(assemble(PackageFrame({}, list(parts)), parts), text, _line(*numbered), _line(*dated))


#: a passage, the letters of it that are to be replaced, and what replaces them
_Change = tuple[Passage, int, int, str]


def _number_edit(layout: Layout, number: int, name: str, force: bool, problems: list[Problem]) -> _Change | None:
    passage, held = layout.first_of("number"), layout.number
    if passage is None or held is None:
        what = msg("The place for the number was not found.")
        problems.append(_refuse(name, "issue-no-place", what, msg("Write the number by hand, then pull it into the spec.")))
        return None
    if not held.blank and not force:
        what = msg("The document has the number {number} already.", number=held.digits)
        problems.append(_refuse(name, "issue-filled", what, msg("With --force the new number replaces it.")))
        return None
    form = layout.standard.number_line
    text = passage.text
    label = form.prefix.use.rstrip()
    start = len(held.label)
    end = text.rindex(held.rest) if held.rest else len(text)
    space = form.prefix.use[len(label) :]
    return passage, start, end, space + pad(number, form.pad_below)


def _date_edit(layout: Layout, day: date, name: str, force: bool, problems: list[Problem]) -> _Change | None:
    passage, held = layout.first_of("place_date"), layout.place_date
    if passage is None or held is None:
        what = msg("The place for the date was not found.")
        problems.append(_refuse(name, "issue-no-place", what, msg("Write the date by hand, then pull it into the spec.")))
        return None
    if not held.blank and not force:
        what = msg("The document has the date {date} already.", date=passage.text)
        problems.append(_refuse(name, "issue-filled", what, msg("With --force the new date replaces it.")))
        return None
    words = date_words(layout.standard, PartialDate(day.year, day.month, day.day))
    line = layout.standard.date.place_pattern.format(place=held.place, date=words)
    # the gap for the year may reach beyond the last word
    behind = passage.paragraph.text[passage.end :]
    return passage, 0, len(passage.text) + len(behind) - len(behind.lstrip(" \u00a0")), line


def _letters(package: Package, part: str, passage: Passage, start: int, end: int, new: str) -> Mapping[int, str]:
    """The number and the new letters of every text element that the change touches; what is equal at both ends stays."""
    old = passage.text[start:end]
    ahead = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    behind = 0
    while behind < min(len(old), len(new)) - ahead and old[-1 - behind] == new[-1 - behind]:
        behind += 1
    first, last = passage.start + start + ahead, passage.start + end - behind
    words = new[ahead : len(new) - behind]
    numbers = {element: number for number, element in enumerate(texts_in_order(package.xml(part)))}
    inserted = first == last
    changes: dict[int, str] = {}
    for held in locate_text(passage.paragraph, first - 1 if inserted else first, last):
        element = held.element
        if element not in numbers:
            continue
        text = element.text or ""
        low = held.end if inserted else held.start
        changes[numbers[element]] = text[:low] + words + text[held.end :]
        words = ""
    return changes


def _edit_spec(source: SourceText, number: int, day: date, force: bool, problems: list[Problem]) -> str:
    editor = SpecEditor(source, parse(source, keys=known_keys()).root)
    for key, value in (("number", str(number)), ("date", day.isoformat())):
        held = editor.top_text(key)
        if held and held != value and (key == "number" or len(held) == len(value)) and not force:
            what = msg("The spec has {key}: {value} already.", key=key, value=held)
            problems.append(_refuse(source.shown, "issue-filled", what, msg("With --force the new one replaces it.")))
            continue
        name = key_table()["document"][key].vietnamese if editor.speaks_vietnamese else key
        if not editor.set_key(key, name, value, _BEHIND[key]):
            what = msg("The place for {key} in the spec is not certain.", key=key)
            problems.append(_refuse(source.shown, "issue-no-place", what, msg("Write it by hand.")))
    return editor.result()


def _line(passage: Passage, start: int, end: int, new: str) -> str:
    return passage.text[:start] + new + passage.text[end:]


def _refuse(name: str, code: str, what: Message, remedy: Message) -> Problem:
    return Problem(code, what, remedy, Place(name))
