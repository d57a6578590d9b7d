"""Cases of appendices and of marks (TT7, TT8)."""

from __future__ import annotations

from collections.abc import Iterator

from tests.support.spoiling import Book, Element, tag, words_of
from tests.support.spoiling_cases import Case, Spoil, drop, move, on, say, swap
from tests.support.spoiling_inserted import boxed, plain


def mark_cases() -> Iterator[Case]:
    """Every case of both groups."""
    yield from _appendices()
    yield from _marks()
    yield from _copies()


def _appendices() -> Iterator[Case]:
    for standard, other, gap in (("nd30", "Phụ lục 1", "Phụ lục III"), ("hd05", "Phụ lục I", "Phụ lục 3")):
        host = f"{standard}-phu-luc"
        yield Case("TT701", "numeral", host, say("appendix_label", other), "appendix_label")
        if standard == "nd30":
            yield Case("TT701", "capitals", host, say("appendix_label", "PHỤ LỤC I"), "appendix_label")
        yield Case("TT702", "gap", host, say("appendix_label", gap, 1), "appendix_label")
        yield Case("TT702", "uncounted", host, say("appendix_label", "Phụ lục", 1), "appendix_label")
        yield Case("TT703", "unmentioned", host, say("body", "Việc kiểm kê được triển khai như sau:"), "appendix_label")
        yield Case("TT704", "untitled", host, drop("appendix_title"), "appendix_title")
        yield Case("TT705", "without", host, drop("appendix_reference"), "appendix_reference")
        yield Case("TT705", "above-title", host, move("appendix_reference", "appendix_title"), "appendix_reference")
    host = "nd30-phu-luc"
    for what, part in (("no-number", " số 15/TB-STC ngày 12 tháng 3 năm 2026"), ("no-issuer", " của Sở Tài chính")):
        yield Case("TT706", what, host, swap("appendix_reference", part, ""), "appendix_reference")
    for what, old, new in (("number", "15/TB-STC", "16/TB-STC"), ("date", "ngày 12", "ngày 13")):
        yield Case("TT707", f"other-{what}", host, swap("appendix_reference", old, new), "appendix_reference")


def _marks() -> Iterator[Case]:
    state, party = "nd30-dau-chi", "hd05-dau-chi"
    yield Case("TT801", "typed", "nd30-ke-hoach", lambda book: book.find("number").addnext(plain("MẬT", 13, bold=True)), "other")
    for host in (state, party):
        yield Case("TT802", "other-words", host, say("urgency", "KHẨN CẤP"), "urgency")
    for what, size, bordered in (("wide", (40, 8), True), ("high", (30, 12), True), ("no-border", (30, 8), False)):
        yield Case("TT803", what, state, _urgent_box(*size, bordered=bordered), "urgency")
    yield Case("TT803", "no-box", state, _unboxed("urgency"), "urgency")
    yield Case("TT804", "no-border", state, _circulated_box, "circulation")
    yield Case("TT804", "no-box", state, _unboxed("circulation"), "circulation")
    small = (("DD654",), "initials are capitals, a name in full is not")
    yield Case("TT805", "name", "nd30-ke-hoach", say("drafter", "Người soạn: Phạm Lan"), "drafter", *small)
    yield Case("TT805", "as-the-state", "hd05-ke-hoach", say("drafter", "PL.(300)"), "drafter")
    mark = (("TT805",), "a mark without a number of copies is none")
    yield Case("DD654", "small", "nd30-ke-hoach", say("drafter", "phạm lan"), "drafter", *mark)
    for host in (state, party):
        yield Case("TT806", "no-line", host, on("contact", _without_border), "contact")
    yield Case("TT811", "at-the-left", state, _box_at_left, "circulation")
    yield Case("TT811", "at-the-left", party, _note_at_left, "circulation")
    yield Case("TT812", "words", "hd05-du-thao", say("draft_mark", "(Dự thảo 2)"), "draft_mark")
    yield Case("TT812", "above", "hd05-du-thao", move("draft_mark", "number"), "draft_mark")
    yield Case("TT814", "above-number", state, _urgent_at("number"), "urgency")
    for place in ("number", "place_date", "type_name"):
        yield Case("TT814", f"at-{place}", party, move("urgency", place, after=place == "place_date"), "urgency")


def _holder(book: Book, component: str) -> Element:
    """The paragraph that holds the box around a mark."""
    return next(one for one in book.find(component).iterancestors(tag("p")))


def _urgent_box(width: float, height: float, *, bordered: bool) -> Spoil:
    def spoil(book: Book) -> None:
        old = _holder(book, "urgency")
        old.addnext(boxed(plain("HỎA TỐC", 13, bold=True), width, height, 41, bordered=bordered))
        _take(old)

    return spoil


def _circulated_box(book: Book) -> None:
    old = _holder(book, "circulation")
    old.addnext(boxed(plain("LƯU HÀNH NỘI BỘ", 13, bold=True), 60, 8, 42, bordered=False))
    _take(old)


def _unboxed(component: str) -> Spoil:
    def spoil(book: Book) -> None:
        old = _holder(book, component)
        old.addnext(plain(words_of(book.find(component)), 13, bold=True))
        _take(old)

    return spoil


def _note_at_left(book: Book) -> None:
    _take(book.find("circulation"))
    book.find("number").addnext(plain("TÀI LIỆU HỘI NGHỊ", 12, bold=True))


def _box_at_left(book: Book) -> None:
    book.find("number").addnext(_holder(book, "circulation"))


def _urgent_at(component: str) -> Spoil:
    def spoil(book: Book) -> None:
        book.find(component).addprevious(_holder(book, "urgency"))

    return spoil


def _take(one: Element) -> None:
    parent = one.getparent()
    assert parent is not None
    parent.remove(one)


def _without_border(paragraph: Element) -> None:
    (border,) = list(paragraph.iter(tag("pBdr")))
    _take(border)


def _copies() -> Iterator[Case]:
    host = "nd30-ban-sao"
    for words in ("SAO Y BẢN CHÍNH", "BẢN SAO"):
        yield Case("TT807", words.lower().replace(" ", "-"), host, say("copy_form", words), "copy_form")
    yield Case("TT808", "no-line", host, _unruled, "copy_form")
    for what, words in (("no-zero", "Số: 5/SY-STC"), ("other-code", "Số: 05/SL-STC"), ("no-colon", "Số 05/SY-STC")):
        yield Case("TT809", what, host, say("copy_number", words), "copy_form")
    yield Case("TT810", "no-form", host, drop("copy_form"), "copy_form")
    yield Case("TT810", "no-number", host, drop("copy_number"), "copy_form")
    yield Case("TT813", "form-below-date", host, move("copy_form", "copy_place_date", after=True), "copy_form")


def _unruled(book: Book) -> None:
    (line,) = [one for one in book.body.iterchildren(tag("p")) if one.find(f"{tag('pPr')}/{tag('pBdr')}") is not None]
    _without_border(line)
