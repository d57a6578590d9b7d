"""Word files that somebody's program, or chance, has damaged: still packages and XML, but with anything anywhere."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from copy import deepcopy
from functools import cache

from lxml import etree

from tests.checks.making import MAIN, made_from, made_sample, packed, parts_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: what the damage is done to; the documents differ in rule set, type and build
BASES: tuple[Callable[[], bytes], ...] = (
    lambda: made_from("nha-nuoc/cong-van-han-muc"),
    lambda: made_from("nha-nuoc/quyet-dinh-thanh-lap"),
    lambda: made_from("nha-nuoc/ke-hoach-hanh-dong"),
    lambda: made_from("dang/nghi-quyet"),
    lambda: made_from("dang/cong-van-nhiem-vu"),
    lambda: made_sample("nd30", "bien-ban"),
    lambda: made_sample("hd36", "ke-hoach"),
)
_PARTS = (MAIN, MAIN, MAIN, "word/styles.xml", "word/settings.xml", "word/header1.xml", "word/numbering.xml")
VALUES = (
    *("", "0", "-1", "1", "2", "26", "28", "720", "16838", "31680", "1000000000", "9" * 31, "-" + "9" * 31),
    *("NaN", "inf", "1e9"),
    *("12pt", "2.5cm", "50%", "1.5", "x", "true", "false", "on", "off", "auto", "both", "start", "end", "center", "left", "nil"),
    *("single", "exact", "atLeast", "continue", "restart", "page", "begin", "separate", "default", "first", "even", "ế", " "),
    *("Times New Roman", ".VnTime", "VNI-Times", "Normal", "motto", "body", "FF0000", "upperRoman", "bullet", "\u00a0", "٣"),
)
TEXTS = (
    *("", " ", "\u00a0", "\u200b", "\u0301", "\t", "-", "–", "./.", ";", ".", ":", "/", "…", "*", "“", "("),
    *("1", "1.", "a)", "I.", "Chương 0", "Điều 0."),
    *("Điều 1.", "Chương I", "Mục 2", "Phụ lục", "Phụ lục I", "PHỤ LỤC", "Mẫu số 01", "(Kèm theo", "Kính gửi:", "Nơi nhận:"),
    *("- Như trên;", "- Lưu: VT.", "- Lưu: VT, A.05.", "TM. ỦY BAN", "KT. CHỦ TỊCH", "TUQ.", "CHỦ TỊCH", "Nguyễn Văn An"),
    *("Số:", "Số: /", "Số:    /QĐ-", "Số: 5/2026/QĐ-UBND", "Số: 0-CV/TU", "V/v", "Về việc", "QUYẾT ĐỊNH", "QUYẾT ĐỊNH:"),
    *("Hà Nội, ngày 31 tháng 2 năm 2026", "ngày tháng năm", "ngày 5 tháng 13 năm 20", "X, ngày … tháng 3 năm 2026", "năm 0"),
    *("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ĐẢNG CỘNG SẢN VIỆT NAM", "Căn cứ Luật A;"),
    *("SAO Y", "SAO LỤC", "MẬT", "TỐI MẬT", "HỎA TỐC", "DỰ THẢO", "Dự thảo lần 3", "XEM XONG TRẢ LẠI", "Địa chỉ: x; ĐT: 0"),
    *("a" * 300, "ĐIỀU " * 40, "\U0001d400", "\ufffd", "xa\u0300", "①", "٣", "²", "Ⅳ", "n g à y", "[…]", "Ngày 99/99/9999"),
)


_HOLDERS = ("ins", "del", "sdtContent", "p", "r", "tc", "hyperlink", "txbxContent", "fldSimple")


@cache
def base(number: int) -> dict[str, bytes]:
    """The parts of the whole document ``number``."""
    return parts_of(BASES[number % len(BASES)]())


def mutate(seed: int, changes: int | None = None) -> bytes:
    """A document with ``changes`` (one to twelve) random changes to its XML; the same for the same ``seed``."""
    chance = random.Random(seed)
    parts = dict(base(chance.randrange(len(BASES))))
    trees: dict[str, etree._Element] = {}
    for _ in range(chance.choice((1, 1, 2, 3, 5, 12)) if changes is None else changes):
        name = chance.choice([part for part in _PARTS if part in parts])
        if name not in trees:
            trees[name] = etree.fromstring(parts[name])
        chance.choice(_CHANGES)(trees[name], chance)
    return packed({**parts, **{name: etree.tostring(tree, encoding="UTF-8") for name, tree in trees.items()}})


def _elements(root: etree._Element) -> list[etree._Element]:
    return [e for e in root.iter("*") if e.getparent() is not None]


def _blocks(root: etree._Element) -> list[etree._Element]:
    found = list(root.iter(f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}r", f"{W}style", f"{W}sectPr", f"{W}lvl"))
    return found or _elements(root)


def _any(found: Sequence[etree._Element], chance: random.Random) -> etree._Element | None:
    return chance.choice(found) if found else None


def _drop(root: etree._Element, chance: random.Random) -> None:
    element = _any(chance.choice((_elements, _blocks))(root), chance)
    if element is not None and (parent := element.getparent()) is not None:
        parent.remove(element)


def _double(root: etree._Element, chance: random.Random) -> None:
    element = _any(chance.choice((_elements, _blocks))(root), chance)
    if element is not None:
        for _ in range(chance.choice((1, 1, 2, 9))):
            element.addnext(deepcopy(element))


def _move(root: etree._Element, chance: random.Random) -> None:
    """Take something to another place, also where it has no business."""
    found = chance.choice((_elements, _blocks))(root)
    element, target = _any(found, chance), _any(found, chance)
    if element is None or target is None or element is target or element in target.iterancestors():
        return
    if chance.random() < 0.8:
        target.addnext(element)
    else:
        target.insert(chance.randint(0, len(target)), element)


def _shuffle(root: etree._Element, chance: random.Random) -> None:
    """Put the children of something into another order."""
    element = _any([e for e in _elements(root) if len(e) > 1], chance)
    if element is not None:
        children = list(element)
        chance.shuffle(children)
        element[:] = children


def _set_attribute(root: etree._Element, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 3, 20))):
        element = _any([e for e in _elements(root) if e.attrib], chance)
        if element is not None:
            name = chance.choice(list(element.attrib))
            element.set(name, chance.choice(VALUES))


def _drop_attribute(root: etree._Element, chance: random.Random) -> None:
    element = _any([e for e in _elements(root) if e.attrib], chance)
    if element is not None:
        del element.attrib[chance.choice(list(element.attrib))]


def _say(root: etree._Element, chance: random.Random) -> None:
    """Let something say other words, or only a part of its own."""
    for _ in range(chance.choice((1, 2, 6))):
        element = _any(list(root.iter(f"{W}t")), chance)
        if element is None:
            return
        text = element.text or ""
        at = chance.randint(0, len(text))
        word = chance.choice(TEXTS)
        inserted = text[:at] + word + text[at:]
        element.text = chance.choice((word, text[:at], text[at:], inserted, text.upper(), text + word, text * 2))


def _swap_words(root: etree._Element, chance: random.Random) -> None:
    one, other = (_any(list(root.iter(f"{W}t")), chance) for _ in range(2))
    if one is not None and other is not None:
        one.text, other.text = other.text, one.text


def _wrap(root: etree._Element, chance: random.Random) -> None:
    """Put something into another element of the kind that holds things."""
    element = _any(_elements(root), chance)
    if element is not None and (parent := element.getparent()) is not None:
        holder = etree.Element(W + chance.choice(_HOLDERS))
        parent.replace(element, holder)
        holder.append(element)


_CHANGES: tuple[Callable[[etree._Element, random.Random], None], ...] = (
    *(_drop, _drop, _double, _double, _move, _move, _shuffle, _set_attribute, _set_attribute, _drop_attribute),
    *(_say, _say, _say, _swap_words, _wrap),
)
