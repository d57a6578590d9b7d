"""The picture of the READMEs shows what docgen builds now."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from docgen import load_spec, render
from docgen.converting.libreoffice import find_libreoffice
from tools.picture import PICTURE, ROOT, SIDECAR, SPEC, describe, digest_printed_parts, draw, is_fresh, render_example

LIBERATION = Path("/usr/share/fonts/truetype/liberation2")
#: share of a page's pixels that another version of LibreOffice may draw otherwise; another page differs in far more
TOLERANCE = 0.02


def test_the_picture_is_of_the_word_file_that_the_example_gives() -> None:
    assert is_fresh(), "docs/picture.png is out of date: run make picture"


def test_another_text_gives_another_description() -> None:
    word_file, picture = render_example(), PICTURE.read_bytes()
    assert SIDECAR.read_text(encoding="utf-8") != describe(word_file, picture + b" ")
    spec = load_spec(ROOT / SPEC)
    changed = render(replace(spec.document, number=65), spec.standard)
    assert digest_printed_parts(changed) != digest_printed_parts(word_file)


def test_the_command_says_whether_it_is_fresh(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "tools" / "picture.py"), "--check"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0


def test_the_picture_is_a_page_a4_in_portrait() -> None:
    width, height = Image.open(PICTURE).size
    assert height / width == pytest.approx(297 / 210, rel=0.01)
    assert PICTURE.stat().st_size < 150_000


@pytest.mark.office
@pytest.mark.skipif(find_libreoffice() is None and not os.environ.get("CI"), reason="LibreOffice is not installed")
@pytest.mark.skipif(not LIBERATION.is_dir() and not os.environ.get("CI"), reason="fonts-liberation2 is not installed")
def test_the_picture_looks_like_the_page() -> None:
    shown = Image.open(PICTURE).convert("L")
    drawn = Image.open(io.BytesIO(draw(render_example()))).convert("L")
    assert drawn.size == shown.size
    difference = ImageChops.difference(shown, drawn).point(lambda value: 255 if value > 96 else 0)
    assert difference.histogram()[255] <= TOLERANCE * shown.width * shown.height
