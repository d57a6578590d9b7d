"""``docgen pull``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli.building import choose_out, choose_project, default_paths
from docgen.cli.exit_codes import ExitCode
from docgen.cli.reporting import Shared, deliver, shared_options, with_shared
from docgen.cli.speaking import language
from docgen.cli.words import Command, Option
from docgen.problems import DocgenError, Message, has_errors, msg
from docgen.reports import FileReport, Report

if TYPE_CHECKING:
    from docgen.recovery.pulling.said import Pulled


@with_shared
def _run(
    shared: Shared, files: tuple[str, ...], write: bool, spec: str | None, out: str | None, rejected: bool
) -> int:
    reports: list[FileReport] = []
    closing: list[Message] = []
    code = ExitCode.OK
    for file in files:
        try:
            report, told, own = _pull(shared, file, write, spec, out, rejected)
        except DocgenError as error:
            report, told, own = FileReport(file, "failed", None, None, error.problems), [], ExitCode.FAILED
        reports.append(report)
        closing += told
        code = max(code, own)
    deliver(Report(language(), tuple(reports), (), tuple(closing)), shared)
    return code


def _pull(
    shared: Shared, file: str, write: bool, given: str | None, out: str | None, rejected: bool
) -> tuple[FileReport, list[Message], ExitCode]:
    """One Word file: what is said of it, and the exit code that it asks for."""
    from docgen.building.bases import read_base, read_offer
    from docgen.building.fingerprints import hash_file
    from docgen.building.origins import Origin, find_origin
    from docgen.building.pulled import save_pulled
    from docgen.jobs.files import refuse_read_only, write_atomic
    from docgen.ooxml.opening import open_package
    from docgen.recovery.pulling import is_untouched, pull, read_origin
    from docgen.recovery.pulling.telling import describe_changes

    package = open_package(Path(file), name=file)
    if is_untouched(package):
        return FileReport(file, "fresh"), [msg("{path}: nobody has changed it since docgen wrote it.", path=file)], ExitCode.OK
    record = read_origin(package)
    settings = shared.settings
    folder = choose_out(settings, out)
    found = Origin(given) if given else find_origin(file, record, folder, default_paths(), project=choose_project(settings))
    spec = found.spec
    base = read_base(file, folder, record.spec_hash)
    offer = read_offer(file, folder)
    pulled = pull(package, Path(spec), spec_hash=hash_file(spec), base=base, offer=offer, rejected=rejected)
    problems = tuple(describe_changes(pulled.changes))
    if has_errors(problems):
        code = ExitCode.FAILED
    elif write:
        code = ExitCode.OK if pulled.is_complete else ExitCode.FINDINGS
    else:
        code = ExitCode.FINDINGS if pulled.text is not None or not pulled.is_complete else ExitCode.OK
    if write and pulled.text is not None:
        refuse_read_only(spec)
        write_atomic(Path(spec), pulled.text.encode("utf-8"))
    told = [_summarise(file, spec, pulled, write)]
    if write and code is ExitCode.OK:
        save_pulled(file, spec, folder, rejected=rejected)
    if pulled.tracked:
        told.append(_tell_tracked(file, rejected))
    status = "fresh" if not pulled.changes else "written" if write and pulled.text is not None else "kept"
    return FileReport(file, status, spec, None, (*found.notes, *problems)), told, code


def _tell_tracked(file: str, rejected: bool) -> Message:
    if rejected:
        return msg("{path}: tracked changes were taken as rejected. A file built anew has none; a copy is kept.", path=file)
    return msg("{path}: tracked changes were taken as accepted. A file built anew has none; a copy is kept.", path=file)


def _summarise(file: str, spec: str, pulled: Pulled, write: bool) -> Message:
    changes = pulled.counted
    taken = sum(change.carried for change in changes)
    if not changes:
        return msg("{path}: nothing to pull, {spec} says the same.", path=file, spec=spec)
    if write:
        count = len(changes)
        return msg("{path}: changes written into {spec}: {taken} of {count}.", path=file, taken=taken, count=count, spec=spec)
    return msg(
        "{path}: changes: {count}; those that can be written into {spec} with --write: {taken}.",
        path=file,
        count=len(changes),
        taken=taken,
        spec=spec,
    )


command = Command(
    "pull",
    callback=_run,
    params=[
        click.Argument(["files"], nargs=-1, required=True, metavar="FILE…"),
        Option(["--write"], is_flag=True, words=msg("Write the changes into the spec.")),
        Option(["--spec"], metavar="FILE", words=msg("The spec that gets them, where docgen cannot tell which it is.")),
        Option(["--rejected"], is_flag=True, words=msg("Take tracked changes as rejected instead of accepted.")),
        Option(["-o", "--out"], metavar="DIR", words=msg("The folder for the Word files (build).")),
        *shared_options(),
    ],
    words=msg(
        "Bring edits made in Word back into the spec.\n\nFILE is a Word file that docgen wrote and somebody changed. Without "
        "--write it is only said what changed. What has no certain place, or what both sides changed, is left alone."
    ),
    examples=("docgen pull build/ke-hoach.docx", "docgen pull build/ke-hoach.docx --write"),
)
"""The command."""
