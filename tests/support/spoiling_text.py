"""Cases of the text: bases, numbers and their signs, letters, its end (TT4)."""

from __future__ import annotations

from collections.abc import Iterator

from tests.support.spoiling import Book, Element, Set, ending, exchange, retype, tag, words_of
from tests.support.spoiling_cases import Case, Spoil, drop, each, look, on, put, say, swap

_RULES = {"nd30": "nd30-quy-dinh", "hd05": "hd05-quy-dinh"}
_CHAPTERS = {"nd30": "nd30-chuong", "hd05": "hd05-chuong"}


def text_cases() -> Iterator[Case]:
    """Every case of the group."""
    yield from _bases()
    for standard in ("nd30", "hd05"):
        yield from _numbers(standard)
        yield from _chapters(standard)
        yield from _whole(standard)
    yield from _state()
    for code, host, what, old, new in (
        ("TT411", "nd30-ke-hoach", "full-stop", "./.", "."),
        ("TT411", "hd05-ke-hoach", "no-stop", ".", ""),
        ("TT413", "hd05-ke-hoach", "as-the-state", ".", "./."),
    ):
        yield Case(code, what, host, on("body", ending(old, new), nth=-1), "body")


def _bases() -> Iterator[Case]:
    for host in ("nd30-to-trinh", "nd30-ke-hoach", "hd05-to-trinh"):
        yield Case("TT401", "first-of-a-text-full-stop", host, on("base", ending(";", ".")), "base")
    for host, dash, last in (("nd30-quyet-dinh", "", 2), ("hd05-to-trinh", "- ", 1)):
        for what, sign in (("comma", ","), ("full-stop", "."), ("colon", ":")):
            yield Case("TT401", f"first-{what}", host, on("base", ending(";", sign)), "base")
        for what, sign in (("comma", ","), ("semicolon", ";")):
            yield Case("TT401", f"last-{what}", host, on("base", ending(".", sign), nth=last), "base")
        wrong = "Căn cứ" if dash else "- Căn cứ"
        yield Case("TT402", "dash", host, swap("base", f"{dash}Căn cứ", wrong), "base")
        yield Case("TT416", "joined", host, _joined, "base")


def _joined(book: Book) -> None:
    """Two bases in one paragraph."""
    first, second = book.find("base"), book.find("base", 1)
    retype(f"{words_of(first)} {words_of(second)}")(first)
    parent = second.getparent()
    assert parent is not None
    parent.remove(second)


def _all(component: str, pairs: tuple[tuple[str, str], ...]) -> Spoil:
    return each(*(swap(component, old, new, i) for i, (old, new) in enumerate(pairs) if old != new))


def _numbers(standard: str) -> Iterator[Case]:
    host = _RULES[standard]
    yield Case("TT403", "roman-article", host, swap("article", "Điều 2.", "Điều II.", 1), "article")
    yield Case("TT404", "article-colon", host, swap("article", "Điều 2.", "Điều 2:", 1), "article")
    yield Case("TT404", "point-stop", host, swap("point:plain", "a)", "a."), "point")
    yield Case("TT404", "article-joined", host, swap("article", "Điều 1. ", "Điều 1."), "article")
    yield Case("TT404", "clause-joined", host, swap("clause:plain", "1. ", "1."), "clause")
    yield Case("TT405", "article-gap", host, swap("article", "Điều 2.", "Điều 5.", 1), "article")
    yield Case("TT405", "clause-gap", host, swap("clause:plain", "2.", "4.", 1), "clause")
    yield Case("TT405", "point-twice", host, swap("point:plain", "b)", "c)", 1), "point")
    letters = (("a", "a"), ("b", "b"), ("c", "c"), ("d", "d"), ("đ", "e"), ("e", "g"), ("g", "h"))
    yield Case("TT406", "no-đ", host, _all("point:plain", tuple((f"{a})", f"{b})") for a, b in letters)), "point")
    yield Case("TT406", "f", host, swap("point:plain", "g)", "f)", 6), "point")
    yield Case("TT417", "article-capitals", host, swap("article", "Điều 2.", "ĐIỀU 2.", 1), "article")
    plan = f"{standard}-ke-hoach"
    yield Case("TT405", "section-gap", plan, swap("section", "II.", "III.", 1), "section")
    yield Case("TT405", "section-twice", plan, swap("section", "III.", "II.", 2), "section")
    yield Case("TT407", "section-untitled", plan, say("section", "II.", 1), "section")


def _chapters(standard: str) -> Iterator[Case]:
    host = _CHAPTERS[standard]
    arabic = each(say("part_label", "Chương 1"), say("part_label", "Chương 2", 1))
    yield Case("TT403", "arabic-chapter", host, arabic, "part_label")
    yield Case("TT404", "chapter-stop", host, say("part_label", "Chương II.", 1), "part_label")
    yield Case("TT405", "chapter-gap", host, say("part_label", "Chương III", 1), "part_label")
    yield Case("TT407", "chapter-untitled", host, drop("part_title"), "part_label")
    yield Case("TT407", "division-untitled", host, drop("division_title"), "division_label")
    yield Case("TT417", "chapter-small", host, say("part_label", "chương II", 1), "part_label")
    one_line = each(say("part_label", "Chương I QUY ĐỊNH CHUNG"), drop("part_title"))
    yield Case("TT418", "one-line", host, one_line, "part_label")


def _whole(standard: str) -> Iterator[Case]:
    host = f"{standard}-ke-hoach"
    size = 13 if standard == "nd30" else 15
    yield Case("TT410", "one-paragraph", host, look("body", nth=2, size=size), "body")
    yield Case("TT412", "bold-item", host, look("list_item", bold=True), "list_item")
    yield Case("TT414", "italic-clause", host, look("clause:plain", italic=True), "body")
    loud = "CÁC ĐƠN VỊ CHỦ ĐỘNG BỐ TRÍ KINH PHÍ, NHÂN LỰC VÀ PHƯƠNG TIỆN TRONG QUÁ TRÌNH THỰC HIỆN."
    yield Case("TT415", "capitals", host, say("body", loud, 2), "body")


def _state() -> Iterator[Case]:
    host = "nd30-ke-hoach"
    decimals = put("clause:plain", "1.1. Đơn vị phân công đầu mối tổng hợp số liệu.", after=True)
    yield Case("TT409", "decimals", host, decimals, "subclause")
    rules = _RULES["nd30"]
    yield Case("TT408", "untitled", rules, on("article", _untitled), "body")
    yield Case("TT404", "clause-bracket", rules, swap("clause:plain", "1.", "1)"), "clause")


def _untitled(paragraph: Element) -> None:
    """The number alone in bold, and text behind it."""
    exchange("Phạm vi điều chỉnh và đối tượng", "Quy định này quy định việc kiểm kê tài sản của các đơn vị.")(paragraph)
    number, *words = paragraph.iter(tag("r"))
    assert "Điều" in words_of(number)
    for run in words:
        Set("bold", False)(run)
