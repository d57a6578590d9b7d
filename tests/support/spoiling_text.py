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
        yield Case(code, host, what, "body", on("body", ending(old, new), nth=-1))


def _bases() -> Iterator[Case]:
    for host in ("nd30-to-trinh", "nd30-ke-hoach", "hd05-to-trinh"):
        yield Case("TT401", host, "first-of-a-text-full-stop", "base", on("base", ending(";", ".")))
    for host, dash, last in (("nd30-quyet-dinh", "", 2), ("hd05-to-trinh", "- ", 1)):
        for what, sign in (("comma", ","), ("full-stop", "."), ("colon", ":")):
            yield Case("TT401", host, f"first-{what}", "base", on("base", ending(";", sign)))
        for what, sign in (("comma", ","), ("semicolon", ";")):
            yield Case("TT401", host, f"last-{what}", "base", on("base", ending(".", sign), nth=last))
        wrong = "Căn cứ" if dash else "- Căn cứ"
        yield Case("TT402", host, "dash", "base", swap("base", f"{dash}Căn cứ", wrong))
        yield Case("TT416", host, "joined", "base", _joined)


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
    yield Case("TT403", host, "roman-article", "article", swap("article", "Điều 2.", "Điều II.", 1))
    yield Case("TT404", host, "article-colon", "article", swap("article", "Điều 2.", "Điều 2:", 1))
    yield Case("TT404", host, "point-stop", "point", swap("point:plain", "a)", "a."))
    yield Case("TT404", host, "article-joined", "article", swap("article", "Điều 1. ", "Điều 1."))
    yield Case("TT404", host, "clause-joined", "clause", swap("clause:plain", "1. ", "1."))
    yield Case("TT405", host, "article-gap", "article", swap("article", "Điều 2.", "Điều 5.", 1))
    yield Case("TT405", host, "clause-gap", "clause", swap("clause:plain", "2.", "4.", 1))
    yield Case("TT405", host, "point-twice", "point", swap("point:plain", "b)", "c)", 1))
    letters = (("a", "a"), ("b", "b"), ("c", "c"), ("d", "d"), ("đ", "e"), ("e", "g"), ("g", "h"))
    yield Case("TT406", host, "no-đ", "point", _all("point:plain", tuple((f"{a})", f"{b})") for a, b in letters)))
    yield Case("TT406", host, "f", "point", swap("point:plain", "g)", "f)", 6))
    yield Case("TT417", host, "article-capitals", "article", swap("article", "Điều 2.", "ĐIỀU 2.", 1))
    plan = f"{standard}-ke-hoach"
    yield Case("TT405", plan, "section-gap", "section", swap("section", "II.", "III.", 1))
    yield Case("TT405", plan, "section-twice", "section", swap("section", "III.", "II.", 2))
    yield Case("TT407", plan, "section-untitled", "section", say("section", "II.", 1))


def _chapters(standard: str) -> Iterator[Case]:
    host = _CHAPTERS[standard]
    arabic = each(say("part_label", "Chương 1"), say("part_label", "Chương 2", 1))
    yield Case("TT403", host, "arabic-chapter", "part_label", arabic)
    yield Case("TT404", host, "chapter-stop", "part_label", say("part_label", "Chương II.", 1))
    yield Case("TT405", host, "chapter-gap", "part_label", say("part_label", "Chương III", 1))
    yield Case("TT407", host, "chapter-untitled", "part_label", drop("part_title"))
    yield Case("TT407", host, "division-untitled", "division_label", drop("division_title"))
    yield Case("TT417", host, "chapter-small", "part_label", say("part_label", "chương II", 1))
    one_line = each(say("part_label", "Chương I QUY ĐỊNH CHUNG"), drop("part_title"))
    yield Case("TT418", host, "one-line", "part_label", one_line)


def _whole(standard: str) -> Iterator[Case]:
    host = f"{standard}-ke-hoach"
    size = 13 if standard == "nd30" else 15
    yield Case("TT410", host, "one-paragraph", "body", look("body", nth=2, size=size))
    yield Case("TT412", host, "bold-item", "list_item", look("list_item", bold=True))
    yield Case("TT414", host, "italic-clause", "body", look("clause:plain", italic=True))
    loud = "CÁC ĐƠN VỊ CHỦ ĐỘNG BỐ TRÍ KINH PHÍ, NHÂN LỰC VÀ PHƯƠNG TIỆN TRONG QUÁ TRÌNH THỰC HIỆN."
    yield Case("TT415", host, "capitals", "body", say("body", loud, 2))


def _state() -> Iterator[Case]:
    host = "nd30-ke-hoach"
    decimals = put("clause:plain", "1.1. Đơn vị phân công đầu mối tổng hợp số liệu.", after=True)
    yield Case("TT409", host, "decimals", "subclause", decimals)
    rules = _RULES["nd30"]
    yield Case("TT408", rules, "untitled", "body", on("article", _untitled))
    yield Case("TT404", rules, "clause-bracket", "clause", swap("clause:plain", "1.", "1)"))


def _untitled(paragraph: Element) -> None:
    """The number alone in bold, and text behind it."""
    exchange("Phạm vi điều chỉnh và đối tượng", "Quy định này quy định việc kiểm kê tài sản của các đơn vị.")(paragraph)
    number, *words = paragraph.iter(tag("r"))
    assert "Điều" in words_of(number)
    for run in words:
        Set("bold", False)(run)
