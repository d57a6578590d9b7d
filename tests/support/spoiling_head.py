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
            yield Case(code, what, host, say("number", words), "number")
        for code, what, words in _DATES:
            date = words.format(day="12" if standard == "nd30" else "22", month="3" if standard == "nd30" else "6")
            yield Case(code, what, host, say("place_date", date), "place_date")
    yield from _titles()


def _state_head() -> Iterator[Case]:
    host = _PLAN["nd30"]
    wrong = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM"
    yield Case("TT201", "misspelt", host, say("motto", wrong), "motto")
    yield Case("TT201", "full-stop", host, say("motto", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM."), "motto")
    for what, words in (("dashes", "Độc lập – Tự do – Hạnh phúc"), ("misspelt", "Độc lâp - Tự do - Hạnh phúc")):
        yield Case("TT202", what, host, say("slogan", words), "slogan")
    yield Case("TT203", "gap", host, look("slogan", before=6), "slogan")
    yield Case("TT203", "empty-line", host, lambda book: book.find("slogan").addprevious(etree.Element(tag("p"))), "slogan")
    yield Case("TT204", "narrow", host, columns(85, 80), "motto")
    for component in ("slogan", "issuer", "abstract"):
        yield Case("TT205", f"undrawn-{component}", host, undraw(component), component)
        yield Case("TT208", f"hyphens-{component}", host, typed(component, "-------------"), component)
    yield Case("TT208", "underlined", host, each(undraw("slogan"), look("slogan", underline=True)), "slogan")
    yield Case("TT206", "short", host, draw("slogan", 60), "slogan")
    yield Case("TT206", "long", host, draw("slogan", 240), "slogan")
    yield Case("TT207", "long-issuer", host, draw("issuer", 100), "issuer")
    yield Case("TT207", "short-issuer", host, draw("issuer", 12), "issuer")
    yield Case("TT207", "long-abstract", host, draw("abstract", 330), "abstract")
    yield Case("TT209", "party-title", host, lambda book: _add_head(book, "motto", "ĐẢNG CỘNG SẢN VIỆT NAM"), "page")
    yield Case("TT216", "type", "nd30-cong-van", say("number", "Số: 15/CV-STC"), "number")
    yield Case("TT226", "no-unit", "nd30-cong-van", say("number", "Số: 15/STC"), "number")
    yield Case("TT222", "lower-row", host, _low_date, "place_date")


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
    yield Case("TT224", "misspelt", host, say(title, "ĐẢNG CỘNG SẢN VIÊT NAM"), title)
    short = (("TT206",), "on two lines the last one is shorter than the drawn line")
    yield Case("TT204", "narrow", host, columns(105, 60), title, *short)
    yield Case("TT205", "undrawn", host, undraw(title), title)
    yield Case("TT206", "short", host, draw(title, 90), title)
    yield Case("TT208", "hyphens", host, typed(title, "---------------"), title)
    yield Case("TT208", "underlined", host, each(undraw(title), look(title, underline=True)), title)
    yield Case("TT209", "motto", host, lambda book: _add_head(book, title, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), "page")
    for letter in ("hd05-cong-van", "hd36-cong-van"):
        yield Case("TT110", "without-title", letter, drop(title), title)
    letter = "hd36-cong-van"
    yield Case("DD324", "capitals-without-opening", letter, on("abstract_dispatch", recase(str.upper)), "abstract_dispatch")
    yield Case("TT225", "three-stars", host, say("star", "***"), "star")
    yield Case("TT225", "hyphens", host, say("star", "-------"), "star")
    yield Case("TT225", "below-number", host, move("star", "number", after=True), "star")


def _titles() -> Iterator[Case]:
    for standard, host in _PLAN.items():
        yield Case("TT301", "unknown", host, say("type_name", "CÔNG BỐ"), "type_name")
        spoil = each(undraw("abstract"), drop("abstract")) if standard == "nd30" else each(drop("abstract"), drop("separator"))
        yield Case("TT303", "without", host, spoil, "abstract")
        letter = f"{standard}-cong-van"
        named = put("addressee_label", "CÔNG VĂN", lambda p: _as_title(p))
        yield Case("TT302", "named", letter, named, "type_name")
        yield Case("TT303", "without", letter, drop("abstract_dispatch"), "abstract_dispatch")
        yield Case("TT310", "in-the-middle", letter, _subject_in_text, "abstract_dispatch")
        yield Case("TT310", "in-the-middle-narrow", letter, each(_subject_in_text, _narrow), "abstract_dispatch")
        yield Case("TT310", "at-the-right", letter, move("abstract_dispatch", "place_date", after=True), "abstract_dispatch")
        words = "V/v kiểm kê tài sản năm 2026 của các đơn vị"
        yield Case("TT305", "v-v", f"{standard}-to-trinh", say("abstract", words), "abstract")
    letter = "nd30-cong-van"
    for code, what, old, new in (
        ("TT304", "ve-viec", "V/v", "Về việc"),
        ("TT304", "capitals", "V/v", "V/V"),
        ("TT306", "colon", "V/v", "V/v:"),
        ("TT306", "capital", "kiểm kê tài sản", "Rà soát tài sản"),
    ):
        yield Case(code, what, letter, swap("abstract_dispatch", old, new), "abstract_dispatch")
    host = _PLAN["hd05"]
    for what, signs in (("four", "----"), ("dashes", "–––––"), ("underscores", "_____")):
        yield Case("TT307", what, host, say("separator", signs), "separator")
    yield Case("TT307", "without", host, drop("separator"), "separator")
    yield Case("TT307", "above", host, move("separator", "abstract"), "separator")
    five = put("abstract_dispatch", "-----", after=True)
    yield Case("TT308", "hyphens", "hd05-cong-van", five, "separator")
    yield Case("TT309", "no-colon", "nd30-quyet-dinh", say("decision_word", "QUYẾT ĐỊNH"), "decision_word")
    yield Case("TT309", "without", "nd30-quyet-dinh", drop("decision_word"), "decision_word")


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
