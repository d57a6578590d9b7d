"""The table is what the fonts give, and other fonts are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("fontTools")

from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped, unused-ignore]
from fontTools.ttLib.tables._g_l_y_f import Glyph  # type: ignore[import-untyped, unused-ignore]

from tools.make_metrics import FACES, FONTS, TARGET, WrongFontError, main, make_text, read_face, read_faces


def write_font(path: Path, family: str, version: str, codes: range) -> Path:
    """A font of empty glyphs, each 1000 wide."""
    glyphs = [".notdef", *(f"u{code:04X}" for code in codes)]
    font = FontBuilder(2048, isTTF=True)
    font.setupGlyphOrder(glyphs)
    font.setupCharacterMap({code: f"u{code:04X}" for code in codes})
    font.setupGlyf({glyph: Glyph() for glyph in glyphs})
    font.setupHorizontalMetrics({glyph: (1000, 0) for glyph in glyphs})
    font.setupHorizontalHeader(ascent=1800, descent=-400, lineGap=90)
    font.setupNameTable({"familyName": family, "styleName": "Regular", "version": version})
    font.setupOS2()
    font.setupPost()
    font.save(path)
    return path


def test_table_is_fresh() -> None:
    if not all((FONTS / file).is_file() for file in FACES.values()):
        pytest.skip(f"no Liberation Serif in {FONTS}")
    faces = read_faces(FONTS)
    written = TARGET.read_text(encoding="utf-8")
    version = faces["regular"].version
    if f'"Liberation Serif {version}"' not in written:
        pytest.skip(f"the table is made from another version than the {version} installed here")
    assert make_text(faces) == written


def test_right_font_is_read(tmp_path: Path) -> None:
    face = read_face(write_font(tmp_path / "a.ttf", "Liberation Serif", "Version 2.00.1", range(0x1EA0, 0x1EFA)))
    assert (face.version, face.heights) == ("2.00.1", (1800, 400, 90))
    assert face.widths == dict.fromkeys(range(0x1EA0, 0x1EFA), 1000)


@pytest.mark.parametrize(
    ("family", "version", "codes", "complaint"),
    [
        ("Liberation Serif", "Version 1.07.4", range(0x1EA0, 0x1EFA), "version 1.07.4, not 2.x: install fonts-liberation2"),
        ("Liberation Serif", "Version 2.00.1", range(0x1EA0, 0x1EF8), "lacks 2 Vietnamese letters"),
        ("Tinos", "Version 2.00.1", range(0x1EA0, 0x1EFA), "not Liberation Serif"),
    ],
)
def test_wrong_font_is_refused(tmp_path: Path, family: str, version: str, codes: range, complaint: str) -> None:
    with pytest.raises(WrongFontError, match=complaint):
        read_face(write_font(tmp_path / "a.ttf", family, version, codes))


def test_faces_of_different_versions_are_refused(tmp_path: Path) -> None:
    for number, file in enumerate(FACES.values()):
        write_font(tmp_path / file, "Liberation Serif", f"Version 2.0{number}", range(0x1EA0, 0x1EFA))
    with pytest.raises(WrongFontError, match="different versions"):
        read_faces(tmp_path)


def test_missing_fonts_end_the_program_with_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = TARGET.read_bytes()
    assert main(["--fonts", str(tmp_path)]) == 2
    assert "install fonts-liberation2" in capsys.readouterr().err
    assert TARGET.read_bytes() == before
