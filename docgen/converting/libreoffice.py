"""Word files to PDF through LibreOffice.

Each call has a profile folder and a working folder of its own, so that calls do not wait for each other, no window of the
user's is touched and odd file names never reach the program. The profile forbids macros, links and the network.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.converting.pdf import can_normalize, normalize_pdf
from docgen.converting.probing import Tool, ToolProbe
from docgen.jobs.files import write_atomic
from docgen.problems import DocgenError, Level, Place, Problem, msg

LIBREOFFICE = ToolProbe(
    variable="DOCGEN_SOFFICE",
    # On Windows soffice.exe prints nothing and returns at once; soffice.com is its form for consoles.
    names=("soffice.com", "soffice", "libreoffice") if sys.platform == "win32" else ("soffice", "libreoffice"),
    places=(
        "{ProgramFiles}/LibreOffice/program/soffice.com",
        "{ProgramFiles(x86)}/LibreOffice/program/soffice.com",
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        "/opt/libreoffice/program/soffice",
        "/usr/lib/libreoffice/program/soffice",
    ),
    version_arguments=("--version",),
    version_pattern=r"LibreOffice\s+([0-9.]+)",
)

# Path, name and value of each setting. The proxy leads nowhere on purpose.
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
_SECONDS_TO_START = 90.0
_SECONDS_A_FILE = 30.0
_SECONDS_TO_END = 5.0


@dataclass(frozen=True, slots=True)
class Conversion:
    """What came of a call: pairs of input and PDF for what was written, and a problem for everything that was not."""

    written: tuple[tuple[Path, Path], ...]
    problems: tuple[Problem, ...]


def find_libreoffice() -> Tool | None:
    """LibreOffice by ``DOCGEN_SOFFICE``, the search path or the usual places; ``None`` when it is not there."""
    return LIBREOFFICE.find()


def missing_libreoffice() -> Problem:
    """The problem that says how to get LibreOffice."""
    chosen = os.environ.get("DOCGEN_SOFFICE")
    if chosen:
        return Problem(
            "converting-no-libreoffice",
            msg("DOCGEN_SOFFICE names “{path}”, which is no program.", path=chosen),
            msg("Set DOCGEN_SOFFICE to the full path of soffice, or remove it."),
        )
    if sys.platform in ("win32", "darwin"):
        remedy = msg("Install LibreOffice from https://www.libreoffice.org, or set DOCGEN_SOFFICE to the full path of soffice.")
    else:
        remedy = msg(
            "Install it: “sudo apt install libreoffice-writer-nogui fonts-liberation2”, "
            "or set DOCGEN_SOFFICE to the full path of soffice."
        )
    return Problem("converting-no-libreoffice", msg("Making a PDF needs LibreOffice, which was not found."), remedy)


def convert_to_pdf(
    files: Sequence[Path], out_dir: Path, *, timeout: float | None = None, tool: Tool | None = None, normalize: bool = True
) -> Conversion:
    """Convert every file of ``files`` in one call to ``out_dir/<stem>.pdf``.

    ``timeout``: seconds for all of them, by default 90 and 30 for each file. ``normalize`` takes out what differs from run to
    run; without the optional library for it a note says so. Nothing is raised for a file: see ``Conversion.problems``.
    Raises ``DocgenError`` when there is no LibreOffice.
    """
    tool = tool or find_libreoffice()
    if tool is None:
        raise DocgenError(missing_libreoffice())
    if not files:
        return Conversion((), ())
    problems: list[Problem] = []
    written: list[tuple[Path, Path]] = []
    normalize = normalize and _check_normalizer(problems)
    with tempfile.TemporaryDirectory(prefix="docgen-pdf-", ignore_cleanup_errors=True) as folder:
        work = Path(folder)
        staged = _stage(files, work, problems)
        limit = timeout if timeout is not None else _SECONDS_TO_START + _SECONDS_A_FILE * len(staged)
        in_time = not staged or _run(tool, list(staged), work, limit)
        for copy, source in staged.items():
            made = work / "out" / f"{copy.stem}.pdf"
            try:
                data = made.read_bytes()
                data = normalize_pdf(data) if normalize else data
            except (OSError, ValueError):
                problems.append(_failed(source, in_time))
                continue
            target = out_dir / f"{source.stem}.pdf"
            try:
                write_atomic(target, data)
            except DocgenError as error:
                problems.extend(error.problems)
            else:
                written.append((source, target))
    return Conversion(tuple(written), tuple(problems))


def _check_normalizer(problems: list[Problem]) -> bool:
    if can_normalize():
        return True
    problems.append(
        Problem(
            "converting-not-reproducible",
            msg("The PDF carries the time of its making, so two runs differ."),
            msg("Install docgen with its extra “pdf” (pip install 'docgen[pdf]')."),
            level=Level.NOTE,
        )
    )
    return False


def _stage(files: Sequence[Path], work: Path, problems: list[Problem]) -> dict[Path, Path]:
    """Copies with plain names in the working folder, mapped to the files they stand for."""
    (work / "in").mkdir()
    (work / "out").mkdir()
    staged: dict[Path, Path] = {}
    stems: set[str] = set()
    for number, source in enumerate(files):
        if source.stem.casefold() in stems:
            what = msg("Another file of this call would become the same PDF “{name}”.", name=f"{source.stem}.pdf")
            remedy = msg("Rename one of them, or convert them one by one.")
            problems.append(Problem("converting-same-name", what, remedy, Place(str(source))))
            continue
        stems.add(source.stem.casefold())
        copy = work / "in" / f"{number:05d}{source.suffix.lower()}"
        try:
            shutil.copyfile(source, copy)
        except OSError as error:
            what = msg("The file cannot be read: {reason}.", reason=error.strerror or str(error))
            problems.append(Problem("converting-unreadable", what, msg("Check the name and the folder."), Place(str(source))))
            continue
        staged[copy] = source
    return staged


def _failed(source: Path, in_time: bool) -> Problem:
    if in_time:
        what = msg("LibreOffice made no PDF of this file.")
        remedy = msg("Open the file in Word or LibreOffice to see whether it is whole.")
    else:
        what = msg("LibreOffice did not finish this file in time and was stopped.")
        remedy = msg("Convert fewer files at a time, or open this one in LibreOffice to see what holds it up.")
    return Problem("converting-failed", what, remedy, Place(str(source)))


def _run(tool: Tool, files: Sequence[Path], work: Path, limit: float) -> bool:
    """Run the program over ``files``; whether it ended within ``limit`` seconds."""
    profile = work / "profile"
    _write_profile(profile)
    command = [
        str(tool.path),
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        "--convert-to",
        "pdf",
        "--outdir",
        str(work / "out"),
        *map(str, files),
    ]
    windows_flags = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
    with (work / "log").open("wb") as log:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=work,
            start_new_session=sys.platform != "win32",
            creationflags=windows_flags,
        )
        try:
            process.wait(limit)
        except subprocess.TimeoutExpired:
            _kill_group(process)
            return False
        except BaseException:
            _kill_group(process)
            raise
    return True


def _write_profile(folder: Path) -> None:
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
        for path, name, value in _SETTINGS
    )
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">\n'
        f"{items}</oor:items>\n",
        encoding="utf-8",
        newline="\n",
    )


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    """End the program with what it started: ``soffice`` is a script whose child does the work."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        # The group is this process's own, made by start_new_session.
        os.killpg(process.pid, signal.SIGKILL)
    try:
        process.wait(_SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        process.kill()
