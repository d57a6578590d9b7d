"""Số and ngày after the signature: into their places in a Word file and into its spec, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docgen.anchors.record import read_record
from docgen.config.agency import read_agencies
from docgen.config.keys import key_table, known_keys
from docgen.ooxml.byte_edits import replace_texts
from docgen.ooxml.opening import Package, open_package
from docgen.ooxml.writing import PackageFrame, assemble
from docgen.problems import DocgenError, Level, Problem, msg
from docgen.reading import read
from docgen.recovery.issuing_places import find_date, find_number, find_references, judge_day, letters_of, refuse
from docgen.recovery.spec_edits import SpecEditor
from docgen.sources import SourceText, parse, read_text
from docgen.spec import load_text

#: keys behind which a number or a date is put where the spec has neither
_BEHIND = {"number": ("number", "issuer", "type"), "date": ("date", "place", "number", "issuer")}


@dataclass(frozen=True, slots=True)
class Issued:
    """The Word file and the spec with number and date; ``spec`` is ``None`` where none was given.

    ``lines``: the number line and that of the date, as far as asked for, as they stand in the file now. ``references``: the
    lines of appendices that were filled with them. ``notes``: what the spec says of itself with number and date.
    """

    data: bytes
    spec: str | None
    lines: tuple[str, ...]
    references: tuple[str, ...]
    notes: tuple[Problem, ...] = ()


def issue(
    data: bytes,
    number: int | None,
    day: date | None,
    *,
    name: str,
    spec: Path | None = None,
    force: bool = False,
    today: date | None = None,
) -> Issued:
    """Write ``number`` and ``day`` into the Word file ``data`` and the text of ``spec``, in the form of the file's rule set.

    Only the letters of their lines change, and those of the lines of appendices that docgen makes of them; all other text and
    every other part stay byte for byte. What stands there already as asked for stays. Raises ``DocgenError`` when a place is not
    found, or filled otherwise without ``force``; when the spec has errors, or would have them with number and date; and, without
    ``force``, when by the date another rule set is in force than the file is laid out by, or no document can have that date.
    ``today`` tells days that are far away.
    """
    package = open_package(data, name=name)
    reading = read(package)
    if not reading.documents:
        raise DocgenError(refuse(name, "issue-no-document", msg("This is no administrative document."), msg("Check the name.")))
    layout = reading.documents[0]
    problems: list[Problem] = []
    numbered = find_number(layout, number, name, force, problems) if number is not None else None
    dated = find_date(layout, day, name, force, problems) if day is not None else None
    text = None
    notes: tuple[Problem, ...] = ()
    if spec is not None:
        text = _edit_spec(read_text(spec, str(spec)), number, day, force, problems)
        if not problems:
            notes = _judge(text, spec, package, force, problems)
    # another rule set tells more than that this one was not in force
    judged = judge_day(layout, day, today, name, force) if day is not None and not problems else ()
    problems += [one for one in judged if one.level is Level.ERROR]
    if problems:
        raise DocgenError(problems)
    lines = [line for line in (numbered, dated) if line is not None]
    references = find_references(layout, number, day)
    letters = letters_of(package, layout.story.part, [fill for line in (*lines, *references) for fill in line.fills])
    made = data
    if letters:
        part = replace_texts(package.read(layout.story.part), letters)
        parts = {one: package.read(one) for one in package.names} | {layout.story.part: part}
        made = assemble(PackageFrame({}, list(parts)), parts)
    return Issued(made, text, tuple(line.text for line in lines), tuple(line.text for line in references), (*judged, *notes))


def _judge(text: str, spec: Path, package: Package, force: bool, problems: list[Problem]) -> tuple[Problem, ...]:
    """What the spec says of itself once it has number and date; whether it still asks for the layout that the file has."""
    loaded = load_text(text, shown=str(spec), agency=read_agencies(spec.parent), folder=spec.parent)
    record = read_record(package)
    if record is not None and record.standard and record.standard != loaded.standard.name and not force:
        what = msg("The file is laid out by {old}, but by its date {new} applies.", old=record.standard, new=loaded.standard.name)
        remedy = msg("Write the date into the spec and build before it is signed. With --force the file keeps its layout.")
        problems.append(refuse(package.path or str(spec), "issue-other-rules", what, remedy))
    return loaded.notes


def _edit_spec(source: SourceText, number: int | None, day: date | None, force: bool, problems: list[Problem]) -> str:
    editor = SpecEditor(source, parse(source, keys=known_keys()).root)
    wanted = {"number": number, "date": day}
    for key, value in wanted.items():
        if value is None:
            continue
        held = editor.top_text(key)
        if _read_value(key, held) == value:
            continue
        # a date without its day is a plan
        is_open = not held or (key == "date" and not isinstance(_read_value(key, held), date))
        if not is_open and not force:
            what = msg("The spec has {key}: {value} already.", key=key, value=held)
            problems.append(refuse(source.shown, "issue-filled", what, msg("With --force the new one replaces it.")))
            continue
        typed = key_table()["document"][key].vietnamese if editor.speaks_vietnamese else key
        if not editor.set_key(key, typed, value.isoformat() if isinstance(value, date) else str(value), _BEHIND[key]):
            what = msg("The place for {key} in the spec is not certain.", key=key)
            problems.append(refuse(source.shown, "issue-no-place", what, msg("Write it by hand.")))
    return editor.result()


def _read_value(key: str, written: str) -> int | date | None:
    """What a spec's number or whole date says; ``None`` for anything else."""
    if key == "number":
        return int(written) if written.isdecimal() else None
    return read_day(written)


def read_day(written: str) -> date | None:
    """A whole date as people write it: ``2026-03-05``, ``05/3/2026``, ``5.3.2026``, ``5-3-2026``; ``None`` if it is none."""
    for sign in ("-", "/", "."):
        parts = written.strip().split(sign)
        if len(parts) == 3 and all(part.isdecimal() and part.isascii() for part in parts):
            year, month, day = parts if len(parts[0]) == 4 else parts[::-1]
            try:
                return date(int(year), int(month), int(day)) if len(year) == 4 else None
            except ValueError:
                return None
    return None
