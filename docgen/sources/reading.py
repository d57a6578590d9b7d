"""Bytes of a YAML file become text, or a problem that says what the file is instead."""

from __future__ import annotations

import codecs
import re
import unicodedata
from pathlib import Path

from docgen.problems import DocgenError, Message, Place, Problem, msg
from docgen.sources.characters import check_characters
from docgen.sources.text import SourceText

LIMIT = 2_000_000
_MARKS_32, _MARKS_16 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE), (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Windows-1258 writes the tone as a byte of its own behind the vowel; hardly any other text has these pairs.
_TONE_BEHIND_VOWEL = re.compile(rb"[AEIOUYaeiouy\xc2\xe2\xc3\xe3\xca\xea\xd4\xf4\xd5\xf5\xdd\xfd][\xcc\xd2\xde\xec\xf2]")
_SAVE_AS_UTF8 = msg('Open it in the editor it was written with and save it with the encoding "UTF-8".')


def read_text(path: Path, shown: str | None = None, limit: int = LIMIT) -> SourceText:
    """The text of the file ``path``, at most ``limit`` bytes; ``shown`` is the path as problems name it.

    Raises ``DocgenError`` when the file cannot be read or is no UTF-8 text (see ``source_from_bytes``).
    """
    name = str(path) if shown is None else shown
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            what = msg("This is no ordinary file but a pipe, a device or a socket.")
            raise _refuse("yaml-unreadable", name, what, msg("Name a spec, a file that ends in .yaml."))
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise _refuse("yaml-missing", name, msg("There is no such file."), msg("Check the name and the folder.")) from None
    except (IsADirectoryError, PermissionError):
        # Windows says "permission denied" of a folder, so ask.
        if path.is_dir():
            raise _refuse("yaml-is-folder", name, msg("This is a folder."), msg("Name the file inside it.")) from None
        remedy = msg("Ask for the right to read it, or close the program that holds it open.")
        raise _refuse("yaml-no-permission", name, msg("This file may not be read."), remedy) from None
    except (OSError, ValueError) as error:
        what = msg("This file cannot be read: {reason}.", reason=str(getattr(error, "strerror", None) or error))
        raise _refuse("yaml-unreadable", name, what, msg("Copy it to another folder and try again.")) from None
    if len(data) > limit:
        what = msg("This file is larger than {limit} bytes.", limit=limit)
        raise _refuse("yaml-too-large", name, what, msg("Split it into several files."))
    return source_from_bytes(data, name)


def source_from_bytes(data: bytes, shown: str) -> SourceText:
    """``data`` as text: UTF-8, with or without a byte-order mark, any line ends.

    Raises ``DocgenError``: empty, UTF-16 or UTF-32, a Word or zip file, another encoding, characters that may not stand in
    a file, tabs or no-break spaces as indentation. What can be said at once is said at once.
    """
    if data.startswith(b"PK\x03\x04"):
        remedy = msg("Name the YAML file it was made from. A Word file is read by `docgen import` and `docgen check`.")
        raise _refuse("yaml-not-text", shown, msg("This is a Word file or a zip archive, not a YAML text."), remedy)
    if wide := _wide_encoding(data):
        what = msg("This file is saved as {encoding} (Unicode), not as UTF-8.", encoding=wide)
        raise _refuse("yaml-utf16", shown, what, _SAVE_AS_UTF8)
    bom = data.startswith(codecs.BOM_UTF8)
    body = data[len(codecs.BOM_UTF8) :] if bom else data
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(body, error.start, shown) from None
    if not text.strip():
        raise _refuse("yaml-empty", shown, msg("This file is empty."), msg("Write something in it, or name another file."))
    source = SourceText(shown, text, bom)
    if problems := list(check_characters(source)):
        raise DocgenError(sorted(problems, key=lambda p: (p.place.line or 0, p.place.column or 0) if p.place else (0, 0)))
    return source


def _wide_encoding(data: bytes) -> str | None:
    """``UTF-32`` or ``UTF-16`` by the mark at the beginning or by the zeros of a text without one, ``None`` for neither."""
    head = data[:400]
    if data.startswith(_MARKS_32):
        return "UTF-32"
    if data.startswith(_MARKS_16):
        return "UTF-16"
    most = max(head[0::2].count(0), head[1::2].count(0))
    if len(head) < 4 or most <= 0.4 * (len(head) // 2):
        return None
    # The two upper bytes of each letter are zero in UTF-32, at whichever end they stand.
    upper = ((head[2::4], head[3::4]), (head[0::4], head[1::4]))
    return "UTF-32" if any(not any(one) and not any(other) for one, other in upper) else "UTF-16"


def _not_utf8(body: bytes, at: int, shown: str) -> DocgenError:
    before = SourceText(shown, body[:at].decode("utf-8"))
    line, column = before.position(len(before.text))
    rest = re.split(rb"[\r\n]", body[at : at + 2000], maxsplit=1)[0]
    vietnamese = len(_TONE_BEHIND_VOWEL.findall(body)) >= 2
    encoding = "cp1258" if vietnamese else "cp1252"
    excerpt = before.line(line) + unicodedata.normalize("NFC", rest.decode(encoding, "replace"))
    what = (
        msg("This file is not UTF-8; it looks like Vietnamese text in the old encoding windows-1258.")
        if vietnamese
        else msg("This file is not UTF-8, so its letters cannot be read with certainty.")
    )
    return DocgenError(Problem("yaml-not-utf8", what, _SAVE_AS_UTF8, Place(shown, line, column, column + 1, excerpt)))


def _refuse(code: str, shown: str, what: Message, remedy: Message) -> DocgenError:
    return DocgenError(Problem(code, what, remedy, Place(shown)))
