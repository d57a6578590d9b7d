"""What two paths stand for: Word files, or specs rendered in memory."""

from __future__ import annotations

from pathlib import Path

from docgen.ooxml.opening import open_package
from docgen.problems import DocgenError, Problem
from docgen.recovery.differences.model import Side

_SPECS = (".yaml", ".yml")


def open_sides(old: str, new: str) -> tuple[tuple[Side, Side], tuple[Problem, ...]]:
    """The documents behind ``old`` and ``new``, and what loading specs had to say.

    Raises ``DocgenError`` with every problem of both.
    """
    sides: list[Side] = []
    notes: list[Problem] = []
    problems: list[Problem] = []
    for path in dict.fromkeys((old, new)):
        try:
            side, said = open_side(path)
        except DocgenError as error:
            problems += error.problems
        else:
            sides.append(side)
            notes += said
    if problems:
        raise DocgenError(problems)
    return (sides[0], sides[-1]), tuple(notes)


def open_side(path: str) -> tuple[Side, tuple[Problem, ...]]:
    """The document behind ``path``; a spec is known by the end of its name. Raises ``DocgenError``."""
    if not path.lower().endswith(_SPECS):
        return Side(path, open_package(Path(path), name=path)), ()
    from docgen.rendering import Source, render
    from docgen.spec import load_spec
    from docgen.templating import load_template

    file = Path(path)
    loaded = load_spec(file, shown=path)
    template = load_template(loaded.standard, loaded.template)
    data = render(loaded.document, loaded.standard, template=template, source=Source(file.name))
    return Side(path, open_package(data, name=path), spec=file), loaded.notes
