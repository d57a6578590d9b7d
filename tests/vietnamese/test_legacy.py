"""Old code tables: TCVN3 against the C library's own table, VNI by its rule of letter and mark, both by real words."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import docgen.vietnamese
from docgen.vietnamese.legacy import decode, decode_each, is_legacy, same_table

_ROWS = [
    unicodedata.normalize("NFC", line).split()
    for line in Path(docgen.vietnamese.__file__).with_name("legacy.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
#: how VNI writes tones behind a letter, and behind one that has a hat or a breve, which stand in the same mark
_TONES = {"\u0300": "ø", "\u0301": "ù", "\u0303": "õ", "\u0309": "û", "\u0323": "ï", "": ""}
_HATS = {"\u0300": "à", "\u0301": "á", "\u0303": "ã", "\u0309": "å", "\u0323": "ä", "": "â"}
_BREVES = {"\u0300": "è", "\u0301": "é", "\u0303": "ü", "\u0309": "ú", "\u0323": "ë", "": "ê"}
_ALONE = {"ì": "ì", "ỉ": "æ", "ĩ": "ó", "í": "í", "ị": "ò", "ỵ": "î", "đ": "ñ"}


def vni_of(letter: str) -> str:
    """How VNI writes a letter, from its marks alone."""
    small = letter.lower()
    if small in _ALONE:
        found = _ALONE[small]
    else:
        base, *marks = list(unicodedata.normalize("NFD", small))
        tone = next((m for m in marks if m in _TONES), "")
        if "\u0302" in marks:
            found = base + _HATS[tone]
        elif "\u0306" in marks:
            found = base + _BREVES[tone]
        else:
            found = ({"o": "ô", "u": "ö"}[base] if "\u031b" in marks else base) + _TONES[tone]
    return found if letter.islower() else found.upper()


def test_every_letter_stands_in_the_tables_once() -> None:
    hats = {"a": ("\u0302", "\u0306"), "e": ("\u0302",), "i": (), "y": (), "u": ("\u031b",), "o": ("\u0302", "\u031b")}
    composed = {
        unicodedata.normalize("NFC", base + hat + tone) for base, own in hats.items() for hat in ("", *own) for tone in _TONES
    }
    marked = composed - set(hats) | {"đ"}
    letters = [row[0] for row in _ROWS]
    assert len(letters) == 134
    assert set(letters) == marked | {letter.upper() for letter in marked}
    for column in (1, 2):
        assert len({row[column] for row in _ROWS}) == 134


@pytest.mark.skipif(shutil.which("iconv") is None, reason="needs iconv")
@pytest.mark.parametrize(("letter", "byte", "_vni"), _ROWS)
def test_tcvn3_as_the_c_library_reads_it(letter: str, byte: str, _vni: str) -> None:
    program = ["iconv", "-f", "TCVN5712-1", "-t", "UTF-8"]
    done = subprocess.run(program, input=bytes.fromhex(byte), capture_output=True, check=False)
    if done.returncode:
        pytest.skip("this iconv does not know TCVN5712-1")
    assert unicodedata.normalize("NFC", done.stdout.decode()) == letter
    assert decode(bytes.fromhex(byte).decode("latin-1"), ".VnTime") == letter


@pytest.mark.parametrize(("letter", "_byte", "_vni"), _ROWS)
def test_vni_by_letter_and_mark(letter: str, _byte: str, _vni: str) -> None:
    assert decode(vni_of(letter), "VNI-Times") == letter


@pytest.mark.parametrize(
    ("old", "font", "new"),
    [
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", ".VnTime", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("céng hßa x· héi chñ nghÜa viÖt nam", ".VnTimeH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("§éc lËp - Tù do - H¹nh phóc", ".VnTime", "Độc lập - Tự do - Hạnh phúc"),
        ("ng\u00adêi d\u00adíi 18 tuæi", ".VnTime", "người dưới 18 tuổi"),
        ("C¸c ®¬n vÞ tæ chøc thùc hiÖn kÕ ho¹ch nµy", ".vnarial", "Các đơn vị tổ chức thực hiện kế hoạch này"),
        ("A\u00b0 O\u00b4", ".VnTime", "À Ọ"),
        ("nhiÖt ®é 25\u00b0 “cao”, 5 m²", ".VnTime", "nhiệt độ 25\u00b0 “cao”, 5 m²"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "VNI-Times", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "VNI-Times", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "vni-helve", "Độc lập - Tự do - Hạnh phúc"),
        ("UÛy ban nhaân daân, AØ", "VNI-Times", "Ủy ban nhân dân, À"),
        ("Uûy ban, ngöôøi döôùi quyeàn", "VNI-Times", "Ủy ban, người dưới quyền"),
        ("Céng hßa", "Times New Roman", "Céng hßa"),
    ],
)
def test_words(old: str, font: str, new: str) -> None:
    assert decode(old, font) == new


def test_old_fonts() -> None:
    assert all(map(is_legacy, (".VnTime", ".VNTIMEH", "VNI-Times", "vni-helve")))
    assert not any(map(is_legacy, ("Times New Roman", "Vnu Times", "", "VN")))
    assert same_table(".VnTime", ".VnArial")
    assert not same_table(".VnTime", ".VnTimeH")
    assert not same_table(".VnTime", "VNI-Times")


@given(
    st.text(st.sampled_from([c for row in _ROWS for c in row[2]] + list("abc 12.\u201c\u00b0\n"))),
    st.sampled_from([".VnTime", ".VnTimeH", "VNI-Times"]),
)
def test_every_character_has_its_place(old: str, font: str) -> None:
    """Places only grow, and none is outside."""
    new, offsets = decode_each(old, font)
    assert len(offsets) == len(old) + 1
    assert offsets == sorted(offsets)
    assert (offsets[0], offsets[-1]) == (0, len(new))
    assert unicodedata.is_normalized("NFC", new)


@given(st.lists(st.sampled_from([row[0] for row in _ROWS] + list("bcdghklmnpqrstvx ,.")), max_size=30))
def test_what_the_table_writes_is_read_back(letters: list[str]) -> None:
    tcvn3 = {row[0]: bytes.fromhex(row[1]).decode("latin-1") for row in _ROWS}
    vni = {row[0]: row[2] for row in _ROWS}
    word = "".join(letters)
    assert decode("".join(tcvn3.get(c, c) for c in letters), ".VnTime") == word
    assert decode("".join(vni.get(c, c) for c in letters), "VNI-Times") == word
