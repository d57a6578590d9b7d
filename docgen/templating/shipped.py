"""Which template a document gets: an agency's own, the shipped one, or one made for the agency's layer."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from docgen.problems import DocgenError, Place, Problem, msg
from docgen.standards import Standard, load_standard
from docgen.templating.compiling import CompiledTemplate, compile_template
from docgen.templating.making import make_template

FILE_NAME = "van-ban.docx"
_PACKAGE = Path(__file__).parent.parent
#: in an installed package the templates stand inside it, in a checkout beside it
FOLDERS = (_PACKAGE / "shipped_templates", _PACKAGE.parent / "templates")
SIZE_LIMIT = 20_000_000


def shipped_template(name: str) -> Path | None:
    """The path of the shipped template of the rule set ``name``."""
    return next((p for folder in FOLDERS if (p := folder / name / FILE_NAME).is_file()), None)


def load_template(standard: Standard, path: Path | None = None) -> CompiledTemplate:
    """The compiled template for ``standard``; compiled once for each content. ``path`` names an agency's own.

    Raises ``DocgenError`` when the file cannot be read or is no template.
    """
    if path is not None:
        return _compiled(_read(path), standard, path.name)
    if standard.fingerprint not in _defaults:
        shipped = shipped_template(standard.name)
        if shipped is not None and standard.fingerprint == load_standard(standard.name).fingerprint:
            _defaults[standard.fingerprint] = _compiled(_read(shipped), standard, shipped.name)
        else:
            _defaults[standard.fingerprint] = _compiled(make_template(standard), standard, FILE_NAME)
    return _defaults[standard.fingerprint]


#: by rule set, and by (content, rule set, name); a process meets few of either
_defaults: dict[str, CompiledTemplate] = {}
_cache: dict[tuple[bytes, str, str], CompiledTemplate] = {}


def _compiled(data: bytes, standard: Standard, name: str) -> CompiledTemplate:
    key = (sha256(data).digest(), standard.fingerprint, name)
    if key not in _cache:
        _cache[key] = compile_template(data, standard, name)
    return _cache[key]


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > SIZE_LIMIT:
            what = msg("the template is larger than {limit} MB", limit=SIZE_LIMIT // 1_000_000)
            raise DocgenError(Problem("template-size", what, msg("take large pictures out of it"), Place(str(path))))
        return path.read_bytes()
    except OSError as error:
        what = msg("the template cannot be read: {reason}", reason=error.strerror or str(error))
        raise DocgenError(Problem("template-unreadable", what, msg("check the path and the permissions"), Place(str(path)))) from None
