"""The Vietnamese catalogue: ``python tools/catalogue.py extract | compile | check``.

``extract`` collects every ``msg("…")`` of the code into ``docgen.po`` and keeps the translations that still fit;
``compile`` writes the ``.mo`` files that docgen reads; ``check`` fails if a sentence has no translation, a doubtful or a
superfluous one, if placeholders differ, or if a ``.mo`` is older than its ``.po``. The words of click are a second catalogue.
"""

from __future__ import annotations

import argparse
import ast
import io
import string
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docgen" / "locale" / "vi" / "LC_MESSAGES"
_HEADER = """msgid ""
msgstr ""
"Project-Id-Version: docgen\\n"
"Language: vi\\n"
"Plural-Forms: {plural};\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""
# click's singular and plural sentences have different placeholders, so each keeps a translation of its own.
HEADERS = {
    "docgen": _HEADER.format(plural="nplurals=1; plural=0"),
    "click": _HEADER.format(plural="nplurals=2; plural=(n != 1)"),
}
DOMAINS = tuple(HEADERS)
UNCHANGING = datetime(2026, 1, 1, tzinfo=UTC)
"""The date in the headers, so that extracting twice gives the same file."""


def extract(domain: str) -> None:
    """Bring ``<domain>.po`` up to date with the source."""
    template = _template(domain)
    catalogue = _read(domain)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    _po(domain).parent.mkdir(parents=True, exist_ok=True)
    with _po(domain).open("wb") as file:
        write_catalogue(file, catalogue)


def write_catalogue(file: IO[bytes], catalogue: Catalog) -> None:
    """Write ``catalogue`` so that two runs differ only where its sentences do: sorted, without line numbers and dates."""
    catalogue.header_comment = "# Vietnamese words of docgen."
    catalogue.creation_date = catalogue.revision_date = UNCHANGING
    catalogue.msgid_bugs_address = catalogue.last_translator = catalogue.language_team = ""
    write_po(file, catalogue, width=120, include_lineno=False, sort_by_file=True)


def compile_catalogue(domain: str) -> None:
    """Write ``<domain>.mo``."""
    (FOLDER / f"{domain}.mo").write_bytes(_compiled(domain))


def find_faults(domain: str) -> Iterator[str]:
    """What is wrong with the catalogue of ``domain``, one line each."""
    catalogue, template = _read(domain), _template(domain)
    if domain == "docgen":
        for path in sorted((ROOT / "docgen").rglob("*.py")):
            yield from find_call_faults(path, template)
        # click's own words change with its version; what is missing there stays English.
        for message in template:
            if message.id and message.id not in catalogue:
                yield f"{_files(message)}: not in the catalogue: {message.id!r}"
        for message in catalogue:
            if message.id and message.id not in template:
                yield f"no longer in the code: {message.id!r}"
    for message in catalogue:
        if not message.id:
            continue
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        if not all(strings):
            yield f"{_files(message)}: not translated: {message.id!r}"
            continue
        if message.fuzzy:
            yield f"doubtful (fuzzy): {message.id!r}"
        sources = message.id if isinstance(message.id, tuple) else (message.id,)
        for source, text in zip(map(str, sources), map(str, strings), strict=True):
            if list_placeholders(text) != list_placeholders(source):
                yield f"placeholders differ: {source!r} → {text!r}"
    compiled = FOLDER / f"{domain}.mo"
    if not compiled.exists() or compiled.read_bytes() != _compiled(domain):
        yield f"{compiled.name} is not made from {_po(domain).name}; run: python tools/catalogue.py compile"


def find_call_faults(path: Path, template: Catalog) -> Iterator[str]:
    """Calls of ``msg`` in the module ``path`` that were not extracted or whose values do not match the placeholders."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"), str(path))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "msg"):
            continue
        first = node.args[0] if node.args else None
        if not (isinstance(first, ast.Constant) and isinstance(first.value, str)):
            yield f"{path}:{node.lineno}: msg() needs a literal sentence"
            continue
        if first.value and first.value not in template:
            yield f"{path}:{node.lineno}: not extracted; take it out of the f-string: {first.value!r}"
        names = {keyword.arg for keyword in node.keywords}
        if None not in names and names != set(list_placeholders(first.value)):
            yield f"{path}:{node.lineno}: values {sorted(map(str, names))} do not fit {first.value!r}"


def list_placeholders(text: str) -> list[str]:
    """The names in braces, each once, sorted."""
    return sorted({name for _, name, _, _ in string.Formatter().parse(text) if name is not None})


def _template(domain: str) -> Catalog:
    catalogue = Catalog(domain=domain, project="docgen", charset="utf-8", creation_date=UNCHANGING)
    for path, message, comments, context in _extracted(domain):
        catalogue.add(message, None, [(path, 0)], auto_comments=comments, context=context)
    return catalogue


def _extracted(domain: str) -> Iterator[tuple[str, str | tuple[str, ...], list[str], str | None]]:
    if domain == "docgen":
        with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
            methods, _ = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
        for path, _, message, comments, context in extract_from_dir(ROOT, methods, keywords={"msg": None}):
            yield Path(path).as_posix(), message, comments, context
        return
    import click

    for source in sorted(Path(str(click.__file__)).parent.glob("*.py")):
        for _, message, comments, context in extract_from_file("python", source, keywords={"_": None, "ngettext": (1, 2)}):
            yield f"click/{source.name}", message, comments, context


def _read(domain: str) -> Catalog:
    if _po(domain).exists():
        return read_po(io.BytesIO(_po(domain).read_bytes()), "vi", domain)
    return read_po(io.BytesIO(HEADERS[domain].encode()), "vi", domain)


def _compiled(domain: str) -> bytes:
    buffer = io.BytesIO()
    write_mo(buffer, _read(domain))
    return buffer.getvalue()


def _po(domain: str) -> Path:
    return FOLDER / f"{domain}.po"


def _files(message: object) -> str:
    return ", ".join(sorted({path for path, _ in getattr(message, "locations", [])})) or "?"


def main() -> int:
    """Run one of the commands; 1 if ``check`` finds faults."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=("extract", "compile", "check"))
    command = parser.parse_args().command
    faults = 0
    for domain in DOMAINS:
        if command == "extract":
            extract(domain)
        elif command == "compile":
            compile_catalogue(domain)
        else:
            for fault in find_faults(domain):
                sys.stderr.write(f"{domain}: {fault}\n")
                faults += 1
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
