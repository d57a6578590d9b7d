"""Cases of the head and of titles (TT2, TT3)."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from tests.support.spoiling import Book, Set, recase, tag
from tests.support.spoiling_cases import (
    Case,
    columns,
    draw,
    drop,
    each,
    look,
    move,
    on,
    put,
    remove,
    say,
    swap,
    typed,
    undraw,
)
from tests.support.spoiling_inserted import plain

_PLAN = {"nd30": "nd30-ke-hoach", "hd05": "hd05-ke-hoach"}
#: the place and the date of the plan, number by number
_NUMBERS = {
    "nd30": (
        ("TT210", "brackets", "Số: 15-KH-STC"),
        ("TT210", "no-word", "15/KH-STC"),
        ("TT210", "roman", "Số: XV/KH-STC"),
        ("TT211", "no-zero", "Số: 5/KH-STC"),
        ("TT212", "no-colon", "Số 15/KH-STC"),
        ("TT213", "spaces", "Số: 15 / KH-STC"),
        ("TT214", "small", "Số: 15/KH-stc"),
        ("TT215", "other-type", "Số: 15/QĐ-STC"),
        ("TT217", "year", "Số: 15/2026/KH-STC"),
    ),
    "hd05": (
        ("TT210", "state-signs", "Số 15/KH-BTCTU"),
        ("TT210", "no-word", "15-KH/BTCTU"),
        ("TT211", "no-zero", "Số 5-KH/BTCTU"),
        ("TT212", "colon", "Số: 15-KH/BTCTU"),
        ("TT213", "spaces", "Số 15 - KH/BTCTU"),
        ("TT214", "small", "Số 15-kh/BTCTU"),
        ("TT215", "other-type", "Số 15-NQ/BTCTU"),
    ),
}
_DATES = (
    ("TT218", "no-comma", "An Bình ngày {day} tháng {month} năm 2026"),
    ("TT218", "digits", "An Bình, {day}/{month}/2026"),
    ("TT218", "no-place", "ngày {day} tháng {month} năm 2026"),
    ("TT219", "no-zero", "An Bình, ngày 5 tháng {month} năm 2026"),
    ("TT220", "zero", "An Bình, ngày {day} tháng 0{month} năm 2026"),
    ("TT221", "no-such-day", "An Bình, ngày 32 tháng {month} năm 2026"),
    ("TT223", "small", "An bình, ngày {day} tháng {month} năm 2026"),
    ("TT223", "capitals", "AN BÌNH, ngày {day} tháng {month} năm 2026"),
)


def head_cases() -> Iterator[Case]:
    """Every case of both groups."""
    yield from _state_head()
    yield from _party_head()
    for standard, host in _PLAN.items():
        for code, what, words in _NUMBERS[standard]:
            yield Case(code, host, what, "number", say("number", words))
        for code, what, words in _DATES:
            date = words.format(day="12" if standard == "nd30" else "22", month="3" if standard == "nd30" else "6")
            yield Case(code, host, what, "place_date", say("place_date", date))
    yield from _titles()


def _state_head() -> Iterator[Case]:
    host = _PLAN["nd30"]
    wrong = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM"
    yield Case("TT201", host, "misspelt", "motto", say("motto", wrong))
    yield Case("TT201", host, "full-stop", "motto", say("motto", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM."))
    for what, words in (("dashes", "Độc lập – Tự do – Hạnh phúc"), ("misspelt", "Độc lâp - Tự do - Hạnh phúc")):
        yield Case("TT202", host, what, "slogan", say("slogan", words))
    yield Case("TT203", host, "gap", "slogan", look("slogan", before=6))
    yield Case("TT203", host, "empty-line", "slogan", lambda book: book.find("slogan").addprevious(etree.Element(tag("p"))))
    yield Case("TT204", host, "narrow", "motto", columns(85, 80))
    for component in ("slogan", "issuer", "abstract"):
        yield Case("TT205", host, f"undrawn-{component}", component, undraw(component))
        yield Case("TT208", host, f"hyphens-{component}", component, typed(component, "-------------"))
    yield Case("TT208", host, "underlined", "slogan", each(undraw("slogan"), look("slogan", underline=True)))
    yield Case("TT206", host, "short", "slogan", draw("slogan", 60))
    yield Case("TT206", host, "long", "slogan", draw("slogan", 240))
    yield Case("TT207", host, "long-issuer", "issuer", draw("issuer", 100))
    yield Case("TT207", host, "short-issuer", "issuer", draw("issuer", 12))
    yield Case("TT207", host, "long-abstract", "abstract", draw("abstract", 330))
    yield Case("TT209", host, "party-title", "page", lambda book: _add_head(book, "motto", "ĐẢNG CỘNG SẢN VIỆT NAM"))
    yield Case("TT216", "nd30-cong-van", "type", "number", say("number", "Số: 15/CV-STC"))
    yield Case("TT226", "nd30-cong-van", "no-unit", "number", say("number", "Số: 15/STC"))
    yield Case("TT222", host, "lower-row", "place_date", _low_date)


def _add_head(book: Book, component: str, words: str) -> None:
    book.find(component).addprevious(plain(words, 13, bold=True))


def _low_date(book: Book) -> None:
    """Place and date in a row of their own below the number."""
    date = book.find("place_date")
    cell = date.getparent()
    assert cell is not None
    row = cell.getparent()
    assert row is not None
    below = deepcopy(row)
    row.addnext(below)
    remove(date)
    for one in list(below.iter(tag("p"))):
        if "ngày" not in "".join(text.text or "" for text in one.iter(tag("t"))):
            remove(one)


def _party_head() -> Iterator[Case]:
    host, title = _PLAN["hd05"], "party_title"
    yield Case("TT224", host, "misspelt", title, say(title, "ĐẢNG CỘNG SẢN VIÊT NAM"))
    short = (("TT206",), "on two lines the last one is shorter than the drawn line")
    yield Case("TT204", host, "narrow", title, columns(105, 60), *short)
    yield Case("TT205", host, "undrawn", title, undraw(title))
    yield Case("TT206", host, "short", title, draw(title, 90))
    yield Case("TT208", host, "hyphens", title, typed(title, "---------------"))
    yield Case("TT208", host, "underlined", title, each(undraw(title), look(title, underline=True)))
    yield Case("TT209", host, "motto", "page", lambda book: _add_head(book, title, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
    for letter in ("hd05-cong-van", "hd36-cong-van"):
        yield Case("TT110", letter, "without-title", title, drop(title))
    letter = "hd36-cong-van"
    yield Case("DD324", letter, "capitals-without-opening", "abstract_dispatch", on("abstract_dispatch", recase(str.upper)))
    yield Case("TT225", host, "three-stars", "star", say("star", "***"))
    yield Case("TT225", host, "hyphens", "star", say("star", "-------"))
    yield Case("TT225", host, "below-number", "star", move("star", "number", after=True))


def _titles() -> Iterator[Case]:
    for standard, host in _PLAN.items():
        yield Case("TT301", host, "unknown", "type_name", say("type_name", "CÔNG BỐ"))
        spoil = each(undraw("abstract"), drop("abstract")) if standard == "nd30" else each(drop("abstract"), drop("separator"))
        yield Case("TT303", host, "without", "abstract", spoil)
        letter = f"{standard}-cong-van"
        named = put("addressee_label", "CÔNG VĂN", lambda p: _as_title(p))
        yield Case("TT302", letter, "named", "type_name", named)
        yield Case("TT303", letter, "without", "abstract_dispatch", drop("abstract_dispatch"))
        yield Case("TT310", letter, "in-the-middle", "abstract_dispatch", _subject_in_text)
        yield Case("TT310", letter, "in-the-middle-narrow", "abstract_dispatch", each(_subject_in_text, _narrow))
        yield Case("TT310", letter, "at-the-right", "abstract_dispatch", move("abstract_dispatch", "place_date", after=True))
        words = "V/v kiểm kê tài sản năm 2026 của các đơn vị"
        yield Case("TT305", f"{standard}-to-trinh", "v-v", "abstract", say("abstract", words))
    letter = "nd30-cong-van"
    for code, what, old, new in (
        ("TT304", "ve-viec", "V/v", "Về việc"),
        ("TT304", "capitals", "V/v", "V/V"),
        ("TT306", "colon", "V/v", "V/v:"),
        ("TT306", "capital", "kiểm kê tài sản", "Rà soát tài sản"),
    ):
        yield Case(code, letter, what, "abstract_dispatch", swap("abstract_dispatch", old, new))
    host = _PLAN["hd05"]
    for what, signs in (("four", "----"), ("dashes", "–––––"), ("underscores", "_____")):
        yield Case("TT307", host, what, "separator", say("separator", signs))
    yield Case("TT307", host, "without", "separator", drop("separator"))
    yield Case("TT307", host, "above", "separator", move("separator", "abstract"))
    five = put("abstract_dispatch", "-----", after=True)
    yield Case("TT308", "hd05-cong-van", "hyphens", "separator", five)
    yield Case("TT309", "nd30-quyet-dinh", "no-colon", "decision_word", say("decision_word", "QUYẾT ĐỊNH"))
    yield Case("TT309", "nd30-quyet-dinh", "without", "decision_word", drop("decision_word"))


def _as_title(paragraph: etree._Element) -> None:
    properties = paragraph.find(tag("pPr"))
    assert properties is not None
    for one in list(properties):
        properties.remove(one)
    etree.SubElement(properties, tag("pStyle")).set(tag("val"), "type_name")


def _narrow(book: Book) -> None:
    """The subject with as wide a blank on its left as on its right."""
    Set("left", 25)(book.find("abstract_dispatch"))
    Set("right", 25)(book.find("abstract_dispatch"))


def _subject_in_text(book: Book) -> None:
    """The subject below the head, across the page."""
    table = book.body.find(tag("tbl"))
    assert table is not None
    subject = book.find("abstract_dispatch")
    remove(subject)
    for indents in list(subject.iter(tag("ind"))):
        # it was set for its column
        indents.set(tag("left"), "0")
        indents.set(tag("right"), "0")
    table.addnext(subject)
