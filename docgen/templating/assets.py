"""The files a template brings along: pictures and subdocuments beside it, read with it and checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path, PurePosixPath, PureWindowsPath

from docgen.problems import DocgenError, Message, Problem, msg
from docgen.templating.admission import admit
from docgen.templating.grammar import Call

#: bytes of one file, and how many one template may have
SIZE_LIMIT = 5_000_000
COUNT_LIMIT = 20


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as the template names it, where it lies, and its content, of a subdocument ready to be taken in.

    ``seen``: its size and time (ns) when it was read.
    """

    file: str
    path: Path
    data: bytes
    seen: tuple[int, int]


class _Wrong(Exception):
    def __init__(self, what: Message, remedy: Message) -> None:
        super().__init__()
        self.what, self.remedy = what, remedy


def read_assets(calls: Iterable[Call], folder: Path | None, template: str) -> tuple[dict[str, Asset], list[Problem]]:
    """The files that ``calls`` ask for, by name, and what is wrong with them. ``folder`` is the template's own."""
    found: dict[str, Asset] = {}
    problems = []
    for call in calls:
        if not call.file or call.file in found:
            continue
        try:
            if len(found) >= COUNT_LIMIT:
                raise _Wrong(msg("is one too many: a template has at most {limit}", limit=COUNT_LIMIT), msg("take some out"))
            found[call.file] = _read(call, folder)
        except _Wrong as wrong:
            what = msg("{where}: the file {file} {what}", where=call.tag.paragraph.named(), file=call.file, what=wrong.what)
            problems.append(Problem("template-file", what, wrong.remedy, call.tag.paragraph.place(template)))
    return found, problems


def _read(call: Call, folder: Path | None) -> Asset:
    path = _find(call.file, folder)
    try:
        found = path.stat()
        if found.st_size > SIZE_LIMIT:
            raise _Wrong(msg("is larger than {limit} MB", limit=SIZE_LIMIT // 1_000_000), msg("make it smaller"))
        data = path.read_bytes()
    except OSError:
        raise _Wrong(msg("cannot be read"), msg("check the permissions")) from None
    seen = (found.st_size, found.st_mtime_ns)
    if call.kind == "image":
        _check_picture(data)
        return Asset(call.file, path, data, seen)
    if find_spec("docxcompose") is None:
        raise _Wrong(
            msg("cannot be taken in: docxcompose is not installed"),
            msg("install it: {command}", command="pip install docxcompose"),
        )
    try:
        return Asset(call.file, path, admit(data, call.file), seen)
    except DocgenError as error:
        problem = error.problems[0]
        remedy = problem.remedy or msg("save it in Word as .docx")
        raise _Wrong(msg("cannot be taken in: {reason}", reason=problem.what), remedy) from None


def _find(file: str, folder: Path | None) -> Path:
    """The path of ``file``. Only what lies in the template's folder counts: a template may be anybody's."""
    remedy = msg("put the file beside the template and write its name only")
    windows = PureWindowsPath(file)
    if folder is None or windows.drive or windows.root or ".." in windows.parts or "\0" in file or "\\" in file:
        raise _Wrong(msg("does not lie in the template's folder"), remedy)
    path = folder.joinpath(*PurePosixPath(file).parts)
    if not path.is_file():
        raise _Wrong(msg("is not there"), remedy)
    if not path.resolve().is_relative_to(folder.resolve()):
        raise _Wrong(msg("does not lie in the template's folder"), remedy)
    return path


def _check_picture(data: bytes) -> None:
    from docx.image.image import Image

    try:
        picture = Image.from_file(BytesIO(data))
        usable = 0 < picture.width < 2**31 and 0 < picture.height < 2**31
    # the readers of picture headers raise whatever a broken header leads them to
    except Exception:
        usable = False
    if not usable:
        raise _Wrong(msg("is no picture that Word shows"), msg("save it as PNG or JPEG"))
