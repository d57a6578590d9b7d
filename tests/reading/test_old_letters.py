"""Documents in fonts of old code tables (TCVN3, VNI) are read as what they show."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

import docgen.vietnamese
from docgen.fixes.applying import apply_repairs
from docgen.ooxml.content import Paragraph
from docgen.ooxml.reading_stories import read_story
from docgen.reading import Reading, read
from docgen.reading.repairs import ReplaceText
from tests.reading.raw import DECISION, only, p, package, r, read_blocks

_ROWS = [
    unicodedata.normalize("NFC", line).split()
    for line in Path(docgen.vietnamese.__file__).with_name("legacy.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
_TCVN3 = {letter: bytes.fromhex(byte).decode("latin-1") for letter, byte, _ in _ROWS}
_VNI = {letter: sequence for letter, _, sequence in _ROWS}


def as_tcvn3(words: str) -> tuple[str, str]:
    """Words and the font they are typed in: capitals are small letters in another font."""
    if words.isupper():
        return "".join(_TCVN3.get(c, c) for c in words.lower()), ".VnTimeH"
    return "".join(_TCVN3.get(c, c) for c in words), ".VnTime"


def as_vni(words: str) -> tuple[str, str]:
    return "".join(_VNI.get(c, c) for c in words), "VNI-Times"


def typed(xml: str, kind: str) -> str:
    """The same paragraphs typed in an old font; ư of TCVN3 is an element, as Word writes it."""

    def one(match: re.Match[str]) -> str:
        words, font = (as_tcvn3 if kind == "tcvn3" else as_vni)(match[2])
        fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
        space = '<w:t xml:space="preserve">'
        held = words.replace("\u00ad", f"</w:t><w:softHyphen/>{space}")
        return f"<w:rPr>{fonts}{match[1]}</w:rPr>{space}{held}</w:t>"

    return re.sub(r'<w:rPr>((?:(?!</w:rPr>).)*)</w:rPr><w:t xml:space="preserve">([^<]*)</w:t>', one, xml)


def set_in(font: str, words: str, style: str = "") -> str:
    return r(words, style).replace("<w:rPr>", f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')


def first(reading: Reading) -> Paragraph:
    return reading.story.paragraphs[0]


@pytest.mark.parametrize("kind", ["tcvn3", "vni"])
def test_a_whole_decision(kind: str) -> None:
    """Every passage is the one that the same file in Unicode has."""
    right, old = only(DECISION), only(typed(DECISION, kind))
    assert old.type == "quyet-dinh"
    assert [(one.component, one.text) for one in old.passages] == [(one.component, one.text) for one in right.passages]
    for one, other in zip(old.passages, right.passages, strict=True):
        assert [run.start for run in one.runs] == [run.start for run in other.runs]
    assert any(one.paragraph.decoded for one in old.passages)


def test_runs_keep_their_letters() -> None:
    """A mark in the next run belongs to the letter before it."""
    words = p(set_in("VNI-Times", "Coäng ho", "b"), set_in("VNI-Times", "øa vaø "), r("hòa"), set_in(".VnTime", " hßa"))
    one = first(read_blocks(words))
    assert one.text == "Cộng hòa và hòa hòa"
    assert [one.text[run.start : run.end] for run in one.runs] == ["Cộng hò", "a và ", "hòa", " hòa"]


def test_unicode_in_an_old_font_stays() -> None:
    """Whoever types Unicode in .VnTime sees it in another font; “hòa” alone does not tell, the other words do."""
    reading = read_blocks(p(set_in(".VnTime", "Cộng hòa xã hội chủ nghĩa")), p(set_in(".VnTime", "hòa")))
    assert [one.text for one in reading.story.paragraphs] == ["Cộng hòa xã hội chủ nghĩa", "hòa"]
    assert not any(one.decoded for one in reading.story.paragraphs)


def test_a_stray_unicode_word_among_old_ones() -> None:
    old = "Céng hßa x· héi chñ nghÜa ViÖt Nam, "
    reading = read_blocks(p(set_in(".VnTime", old * 5)), p(set_in(".VnTime", "lẫn")))
    assert [one.text for one in reading.story.paragraphs] == ["Cộng hòa xã hội chủ nghĩa Việt Nam, " * 5, "lẫn"]


@pytest.mark.parametrize("kind", ["tcvn3", "vni"])
def test_a_unicode_letter_among_old_ones_in_one_run(kind: str) -> None:
    """It stays as it is; the words beside it are those of the old table."""
    encode = as_tcvn3 if kind == "tcvn3" else as_vni
    before, font = encode("Giao cho các sở, ngành thực hiện, đảng ")
    behind, _ = encode("y xã lãnh đạo cụ thể, thường xuyên")
    old = set_in(font, f"{before}Ủ{behind}").replace("\u00ad", '</w:t><w:softHyphen/><w:t xml:space="preserve">')
    one = first(read_blocks(p(old)))
    assert one.text == "Giao cho các sở, ngành thực hiện, đảng Ủy xã lãnh đạo cụ thể, thường xuyên"


def test_an_old_run_where_most_are_unicode() -> None:
    """A run tells by itself; a foreign name in a run of Unicode makes it no old one."""
    new = [p(set_in(".VnTime", words)) for words in ("Cộng hòa xã hội chủ nghĩa", "hòa", "Ông Müller hỏi", "Müller")]
    reading = read_blocks(*new, p(set_in(".VnTime", "Céng hßa x· héi chñ nghÜa ViÖt Nam")))
    expected = ["Cộng hòa xã hội chủ nghĩa", "hòa", "Ông Müller hỏi", "Müller", "Cộng hòa xã hội chủ nghĩa Việt Nam"]
    assert [one.text for one in reading.story.paragraphs] == expected


def test_twice_is_once() -> None:
    held = package(p(set_in("VNI-Times", "Vieät Nam, haïnh phuùc")))
    story = read_story(held)
    for _ in range(2):
        assert first(read(held, story=story)).text == "Việt Nam, hạnh phúc"


def test_words_of_a_decoded_paragraph_are_not_repaired() -> None:
    """Unicode among letters of an old table would show as other letters."""
    reading = read_blocks(p(set_in("VNI-Times", "Vieät Nam")), p("Việt nam"))
    old, new = reading.story.paragraphs
    assert apply_repairs(reading, [("TT", ReplaceText(old, 5, 8, "NAM"))]) is None
    assert apply_repairs(reading, [("TT", ReplaceText(new, 5, 8, "Nam"))]) is not None
