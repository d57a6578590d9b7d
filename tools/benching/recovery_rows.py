"""How fast edits come back: a file that nobody edited, any file into a spec, two versions of a document side by side."""

from __future__ import annotations

import tempfile
from pathlib import Path
from zipfile import ZipFile

import yaml
from lxml import etree

from docgen.building.fingerprints import hash_file
from docgen.checking import check
from docgen.ooxml.opening import open_package
from docgen.recovery import import_file
from docgen.recovery.differences import compare
from docgen.recovery.differences.opening import open_sides
from docgen.recovery.pulling import is_untouched
from docgen.rendering import Source, render
from docgen.spec import load_spec
from tools.benching.plan import write_plan
from tools.benching.table import Row
from tools.benching.timing import in_ms, time_in_turns

PULL_TARGET = 4.0
IMPORT_TARGET = 3.0
LENGTH_TARGET = 1.3
SHORT, LONG = 30, 300
RUNS = 3
#: groups of tasks that make a plan of 30 pages, and of 300
_GROUPS = {SHORT: 19, LONG: 211}
#: tasks of which one is reworded in the other version
_EDITED = 20
_XML = (".xml", ".rels")


def recovery_rows(rounds: int) -> list[Row]:
    """Pull beside unzipping and parsing, import beside check, and a page of a long pair beside one of a short pair."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = _write(folder, "ke-hoach", write_plan())
        parsing, pulling = time_in_turns((lambda: _parse(file), lambda: _pull(file)), rounds, RUNS)
        checking, importing = time_in_turns((lambda: check([file]), lambda: import_file(file)), rounds, RUNS)
        short, long = (_write_pair(folder, pages) for pages in (SHORT, LONG))
        of_short, of_long = time_in_turns((lambda: _compare(*short), lambda: _compare(*long)), max(3, rounds // 3))
    return [
        Row(
            "pull of an unedited file / unzip and parse",
            pulling / parsing,
            PULL_TARGET,
            detail=f"{in_ms(pulling)}, parse {in_ms(parsing)}",
        ),
        Row("import / check", importing / checking, IMPORT_TARGET, detail=f"{in_ms(importing)}, check {in_ms(checking)}"),
        Row(
            f"diff: a page of {LONG} pages / of {SHORT}",
            (of_long / LONG) / (of_short / SHORT),
            LENGTH_TARGET,
            detail=f"{in_ms(of_long / LONG)}, {in_ms(of_short / SHORT)}",
        ),
    ]


def _write(folder: Path, name: str, text: str) -> Path:
    """The Word file of a spec, both in ``folder``."""
    spec, file = folder / f"{name}.yaml", folder / f"{name}.docx"
    spec.write_text(text, encoding="utf-8", newline="\n")
    loaded = load_spec(spec)
    file.write_bytes(render(loaded.document, loaded.standard, source=Source(spec.name, hash_file(str(spec)))))
    return file


def _write_pair(folder: Path, pages: int) -> tuple[str, str]:
    """A plan of so many pages, and the same with every so manyth task reworded."""
    text = write_plan(groups=_GROUPS[pages])
    spec = yaml.safe_load(text)
    tasks = [task for group in spec["tasks"] for task in group["items"]]
    for task in tasks[::_EDITED]:
        task["text"][0] += " Báo cáo kết quả trước ngày 15 hằng tháng."
    edited = yaml.safe_dump(spec, allow_unicode=True, sort_keys=False, width=1_000_000)
    return str(_write(folder, f"{pages}-a", text)), str(_write(folder, f"{pages}-b", edited))


def _parse(file: Path) -> None:
    with ZipFile(file) as package:
        for name in package.namelist():
            data = package.read(name)
            if name.endswith(_XML):
                etree.fromstring(data)


def _pull(file: Path) -> None:
    if not is_untouched(open_package(file)):
        raise AssertionError("the file was taken for edited")


def _compare(old: str, new: str) -> None:
    sides, _ = open_sides(old, new)
    if compare(*sides).is_equal:
        raise AssertionError("the files were taken for equal")
