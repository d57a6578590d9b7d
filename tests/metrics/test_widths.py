"""Widths against lengths measured on printed documents, and what happens to characters the font lacks."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.metrics import line_height, text_width

MILLIMETRE = 72 / 25.4

MEASURED = [
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, "b", 88.3),
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "b", 95.7),
    ("Độc lập - Tự do - Hạnh phúc", 13, "b", 56.1),
    ("Độc lập - Tự do - Hạnh phúc", 14, "b", 60.5),
    ("ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI", 13, "b", 87.4),
    ("Hà Nội, ngày 05 tháng 01 năm 2020", 13, "i", 67.0),
    ("Hà Nội, ngày 05 tháng 01 năm 2020", 14, "i", 72.2),
    ("Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2019", 13, "i", 96.4),
    ("ĐẢNG CỘNG SẢN VIỆT NAM", 15, "b", 72.9),
    ("BAN CHẤP HÀNH TRUNG ƯƠNG", 14, "b", 77.2),
    ("Kính gửi:", 14, "", 19.0),
    ("Nơi nhận", 14, "", 18.4),
    ("-----", 14, "", 8.2),
]


@pytest.mark.parametrize(("text", "size", "style", "expected"), MEASURED)
def test_known_lengths(text: str, size: float, style: str, expected: float) -> None:
    width = text_width(text, size, bold="b" in style, italic="i" in style)
    assert width / MILLIMETRE == pytest.approx(expected, abs=0.1)


def test_bold_italic_is_a_face_of_its_own() -> None:
    widths = {text_width("Quyết định", 14, bold, italic) for bold in (False, True) for italic in (False, True)}
    assert len(widths) == 4


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_every_vietnamese_letter_is_as_wide_as_its_letter_without_tone(bold: bool, italic: bool) -> None:
    """Tone marks stand above or below, so in each face ``Ề`` is as wide as ``Ê`` and ``Ợ`` as ``Ơ``."""
    for code in range(0x1EA0, 0x1EFA):
        letter = chr(code)
        # Down to the letter without tone: a, ă, â, e, ê, i, o, ô, ơ, u, ư, y.
        tones = "\u0300\u0301\u0303\u0309\u0323"
        base = unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", letter) if c not in tones))
        assert text_width(letter, 2048, bold, italic) == text_width(base, 2048, bold, italic), letter


def test_dong_sign_and_typographic_marks_are_in_the_table() -> None:
    assert text_width("₫", 2048) not in (0, 1024, 2048)
    assert text_width("…", 2048) == 2048
    assert text_width("–", 2048) == 1024


@pytest.mark.parametrize(
    ("text", "units"),
    [("\u4e00", 2048), ("\U0001f600", 2048), ("\u0e01", 1024), ("\u0301", 0), ("\u200d", 0), ("\x07", 0), ("\u00ad", 0)],
)
def test_characters_without_a_width_in_the_font(text: str, units: int) -> None:
    assert text_width(text, 2048) == units


def test_no_break_forms_are_as_wide_as_plain_ones() -> None:
    assert text_width("a\u00a0b\u2011c", 14) == text_width("a b-c", 14)


def test_decomposed_text_has_the_width_of_composed_text() -> None:
    text = "Hướng dẫn thể thức"
    assert text_width(unicodedata.normalize("NFD", text), 14) == text_width(text, 14)


@given(st.text("aăâbcdđeêƯỘỞ -,.1", max_size=30), st.text("aăâbcdđeêƯỘỞ -,.1", max_size=30), st.sampled_from([11, 13, 14.5]))
def test_width_adds_up_and_grows_with_size(one: str, other: str, size: float) -> None:
    assert text_width(one + other, size) == pytest.approx(text_width(one, size) + text_width(other, size))
    assert text_width(one, 2 * size) == pytest.approx(2 * text_width(one, size))


def test_line_height_is_that_of_times_new_roman() -> None:
    assert line_height(1) == pytest.approx(1.15, abs=0.001)
    assert line_height(14) == pytest.approx(16.1, abs=0.02)


def test_table_loads_without_heavy_modules() -> None:
    code = (
        "import sys; from docgen.metrics import text_width; text_width('a', 14);"
        "sys.exit(bool({'lxml', 'pydantic', 'yaml', 'fontTools', 'docx'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
