"""Which template a document gets: an agency's own, the shipped one, or one made for the agency's layer."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from docgen.ooxml.refusals import unreadable
from docgen.problems import DocgenError, Place, Problem, msg
from docgen.standards import Standard, load_standard
from docgen.templating.admission import FILE_LIMIT
from docgen.templating.compiling import CompiledTemplate, compile_template
from docgen.templating.making import make_template

FILE_NAME = "van-ban.docx"
_PACKAGE = Path(__file__).parent.parent
#: in an installed package the templates stand inside it, in a checkout beside it
FOLDERS = (_PACKAGE / "shipped_templates", _PACKAGE.parent / "templates")


def shipped_template(name: str) -> Path | None:
    """The path of the shipped template of the rule set ``name``."""
    return next((p for folder in FOLDERS if (p := folder / name / FILE_NAME).is_file()), None)


def load_template(standard: Standard, path: Path | None = None) -> CompiledTemplate:
    """The compiled template for ``standard``; compiled once for each content. ``path`` names an agency's own.

    Raises ``DocgenError`` when the file cannot be read or is no template.
    """
    if path is not None:
        return _compiled(read_template(path), standard, path.name, path.parent)
    if standard.fingerprint not in _defaults:
        shipped = shipped_template(standard.name)
        if shipped is not None and standard.fingerprint == load_standard(standard.name).fingerprint:
            _defaults[standard.fingerprint] = _compiled(read_template(shipped), standard, shipped.name)
        else:
            _defaults[standard.fingerprint] = _compiled(make_template(standard), standard, FILE_NAME)
    return _defaults[standard.fingerprint]


#: by rule set, and by (content, rule set, name, folder); a process meets few of either
_defaults: dict[str, CompiledTemplate] = {}
_cache: dict[tuple[bytes, str, str, Path | None], CompiledTemplate] = {}


def _compiled(data: bytes, standard: Standard, name: str, folder: Path | None = None) -> CompiledTemplate:
    key = (sha256(data).digest(), standard.fingerprint, name, folder)
    held = _cache.get(key)
    if held is None or any(_changed(asset.path, asset.seen) for asset in held.assets.values()):
        held = _cache[key] = compile_template(data, standard, name, folder)
    return held


def _changed(path: Path, seen: tuple[int, int]) -> bool:
    """Whether a file that a template brought along is no longer as it was read."""
    try:
        found = path.stat()
    except OSError:
        return True
    return (found.st_size, found.st_mtime_ns) != seen


def read_template(path: Path) -> bytes:
    """The bytes of the template at ``path``. Raises ``DocgenError`` when there is none to be read, or one that is too large."""
    try:
        if path.stat().st_size > FILE_LIMIT:
            what = msg("the template is larger than {limit} MB", limit=FILE_LIMIT >> 20)
            raise DocgenError(Problem("template-size", what, msg("take large pictures out of it"), Place(str(path))))
        return path.read_bytes()
    except OSError as error:
        # Windows calls a folder a file that may not be read
        raise unreadable(str(path), IsADirectoryError() if path.is_dir() else error) from None
