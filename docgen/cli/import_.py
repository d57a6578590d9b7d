"""``docgen import``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from docgen.cli.exit_codes import ExitCode
from docgen.cli.reporting import Shared, deliver, describe_problems, hand_over, shared_options, with_shared
from docgen.cli.speaking import language
from docgen.cli.streams import write_error, write_out
from docgen.cli.words import Command, Option
from docgen.problems import DocgenError, Place, Problem, msg

if TYPE_CHECKING:
    from docgen.recovery import ImportedSpec

_SUFFIXES = (".yaml", ".yml")


@with_shared
def _run(shared: Shared, file: str, standard: str, out: str | None) -> int:
    from docgen.recovery import import_file
    from docgen.reports import FileReport, Report

    specs = import_file(file, language=language(), standard=standard)
    if out is None:
        write_out("---\n".join(spec.text for spec in specs))
        if not shared.quiet:
            write_error(describe_problems(note for spec in specs for note in spec.notes))
        return ExitCode.OK
    paths = _name_files(specs, out)
    _refuse_existing(paths)
    for spec, path in zip(specs, paths, strict=True):
        hand_over(spec.text, path, Shared(shared.format, (), quiet=True))
    files = tuple(FileReport(file, "written", path, None, spec.notes) for spec, path in zip(specs, paths, strict=True))
    deliver(Report(language(), files, (), tuple(msg("Written: {path}", path=path) for path in paths)), shared)
    return ExitCode.OK


def _name_files(specs: Sequence[ImportedSpec], out: str) -> list[str]:
    """Where each spec goes: to the file ``out``, of several to numbered ones, or into the folder ``out`` under their names."""
    stem, suffix = os.path.splitext(out)
    if suffix.lower() in _SUFFIXES and not os.path.isdir(out):
        return [out] if len(specs) == 1 else [f"{stem}-{n}{suffix}" for n in range(1, len(specs) + 1)]
    names: list[str] = []
    for spec in specs:
        same = sum(name == spec.name or name.startswith(f"{spec.name}-") for name in names)
        names.append(f"{spec.name}-{same + 1}" if same else spec.name)
    return [os.path.join(out, f"{name}.yaml") for name in names]


def _refuse_existing(paths: Sequence[str]) -> None:
    """All at once and before anything is written: an existing file is never replaced."""
    remedy = msg("Choose another name with -o, or move the file away.")
    there = [path for path in paths if os.path.lexists(path)]
    if there:
        raise DocgenError(
            [Problem("output-exists", msg("{path} is there already.", path=path), remedy, Place(path)) for path in there]
        )


command = Command(
    "import",
    callback=_run,
    params=[
        click.Argument(["file"]),
        Option(
            ["--standard"],
            default="auto",
            metavar="NAME",
            words=msg("The rules: auto (by the document's date), nd30, hd05 or hd36."),
        ),
        Option(["-o", "--out"], metavar="FILE", words=msg("Write the spec to this file, or several into this folder.")),
        *shared_options(),
    ],
    words=msg(
        "Make a spec of a Word or text file.\n\nFILE is a Word file that anybody has written, or a text copied from one. The "
        "spec loads and builds as it stands. What docgen had to guess is remarked in it; words that no key takes stand at the "
        "end of the text. Existing files are never replaced."
    ),
    examples=("docgen import van-ban.docx", "docgen import van-ban.docx -o specs/van-ban.yaml"),
)
"""The command."""
