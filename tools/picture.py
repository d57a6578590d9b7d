"""Makes ``docs/picture.png``, the first page of an example as the READMEs show it.

    python tools/picture.py            makes the picture; needs LibreOffice
    python tools/picture.py --check    exit code 1 when the example no longer gives the page in the picture; needs no LibreOffice

``docs/picture.txt`` beside it says what the picture was made from: the example, the digest of the Word file's parts that
are printed, the digest of the picture itself.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

# run as a script, Python looks for modules in tools/ only
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

ROOT = Path(__file__).resolve().parent.parent
SPEC = "specs/nha-nuoc/ke-hoach-hanh-dong.yaml"
PICTURE = ROOT / "docs" / "picture.png"
SIDECAR = PICTURE.with_suffix(".txt")
_DOTS_PER_INCH = 80
_POINTS_PER_INCH = 72
_COLOURS = 32
_FRAME = 190


def render_example(root: Path = ROOT) -> bytes:
    """The Word file of the example below ``root``. Raises ``DocgenError`` when the example does not load."""
    from docgen import load_spec, render

    spec = load_spec(root / SPEC)
    return render(spec.document, spec.standard)


def describe(word_file: bytes, picture: bytes) -> str:
    """What stands in the sidecar: the example, the digest of the printed parts, the digest of the picture."""
    return f"spec: {SPEC}\nword: {digest_printed_parts(word_file)}\npicture: {hashlib.sha256(picture).hexdigest()}\n"


def digest_printed_parts(word_file: bytes) -> str:
    """SHA-256 over the names and bytes of every part below ``word/``; records and properties are not printed."""
    digest = hashlib.sha256()
    with zipfile.ZipFile(io.BytesIO(word_file)) as package:
        for name in sorted(n for n in package.namelist() if n.startswith("word/")):
            data = package.read(name)
            digest.update(f"{name} {len(data)}\n".encode())
            digest.update(data)
    return digest.hexdigest()


def draw(word_file: bytes) -> bytes:
    """Page 1 of a Word file as a PNG in greys with a thin frame, by LibreOffice. Raises ``DocgenError`` where it is missing."""
    import pypdfium2  # type: ignore[import-untyped, unused-ignore]
    from PIL import ImageOps

    from docgen.converting.libreoffice import convert_to_pdf
    from docgen.problems import DocgenError

    with tempfile.TemporaryDirectory(prefix="docgen-picture-") as folder:
        source = Path(folder) / "page.docx"
        source.write_bytes(word_file)
        made = convert_to_pdf([source], Path(folder), normalize=False)
        if not made.written:
            raise DocgenError(made.problems)
        pdf = pypdfium2.PdfDocument(made.written[0][1].read_bytes())
        try:
            page = pdf[0].render(scale=_DOTS_PER_INCH / _POINTS_PER_INCH).to_pil().convert("L")
        finally:
            pdf.close()
    out = io.BytesIO()
    ImageOps.expand(page, border=1, fill=_FRAME).quantize(_COLOURS).save(out, "PNG", optimize=True)
    return out.getvalue()


def is_fresh() -> bool:
    """Whether the sidecar is what the example and the picture give now."""
    if not PICTURE.is_file() or not SIDECAR.is_file():
        return False
    return SIDECAR.read_text(encoding="utf-8") == describe(render_example(), PICTURE.read_bytes())


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the picture, or check it; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only say whether the picture is up to date")
    if parser.parse_args(arguments).check:
        fresh = is_fresh()
        print("docs/picture.png is up to date" if fresh else "docs/picture.png is out of date: run make picture")
        return 0 if fresh else 1
    word_file = render_example()
    picture = draw(word_file)
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_bytes(picture)
    SIDECAR.write_text(describe(word_file, picture), encoding="utf-8", newline="\n")
    print(f"Written: {PICTURE.relative_to(ROOT)} ({len(picture) // 1024} KB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
