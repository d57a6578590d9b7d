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
        yield Case("TT701", host, "numeral", "appendix_label", say("appendix_label", other))
        if standard == "nd30":
            yield Case("TT701", host, "capitals", "appendix_label", say("appendix_label", "PHỤ LỤC I"))
        yield Case("TT702", host, "gap", "appendix_label", say("appendix_label", gap, 1))
        yield Case("TT702", host, "uncounted", "appendix_label", say("appendix_label", "Phụ lục", 1))
        yield Case("TT703", host, "unmentioned", "appendix_label", say("body", "Việc kiểm kê được triển khai như sau:"))
        yield Case("TT704", host, "untitled", "appendix_title", drop("appendix_title"))
        yield Case("TT705", host, "without", "appendix_reference", drop("appendix_reference"))
        yield Case("TT705", host, "above-title", "appendix_reference", move("appendix_reference", "appendix_title"))
    host = "nd30-phu-luc"
    for what, part in (("no-number", " số 15/TB-STC ngày 12 tháng 3 năm 2026"), ("no-issuer", " của Sở Tài chính")):
        yield Case("TT706", host, what, "appendix_reference", swap("appendix_reference", part, ""))
    for what, old, new in (("number", "15/TB-STC", "16/TB-STC"), ("date", "ngày 12", "ngày 13")):
        yield Case("TT707", host, f"other-{what}", "appendix_reference", swap("appendix_reference", old, new))


def _marks() -> Iterator[Case]:
    state, party = "nd30-dau-chi", "hd05-dau-chi"
    yield Case("TT801", "nd30-ke-hoach", "typed", "other", lambda book: book.find("number").addnext(plain("MẬT", 13, bold=True)))
    for host in (state, party):
        yield Case("TT802", host, "other-words", "urgency", say("urgency", "KHẨN CẤP"))
    for what, size, bordered in (("wide", (40, 8), True), ("high", (30, 12), True), ("no-border", (30, 8), False)):
        yield Case("TT803", state, what, "urgency", _urgent_box(*size, bordered=bordered))
    yield Case("TT803", state, "no-box", "urgency", _unboxed("urgency"))
    yield Case("TT804", state, "no-border", "circulation", _circulated_box)
    yield Case("TT804", state, "no-box", "circulation", _unboxed("circulation"))
    small = (("DD654",), "initials are capitals, a name in full is not")
    yield Case("TT805", "nd30-ke-hoach", "name", "drafter", say("drafter", "Người soạn: Phạm Lan"), *small)
    yield Case("TT805", "hd05-ke-hoach", "as-the-state", "drafter", say("drafter", "PL.(300)"))
    mark = (("TT805",), "a mark without a number of copies is none")
    yield Case("DD654", "nd30-ke-hoach", "small", "drafter", say("drafter", "phạm lan"), *mark)
    for host in (state, party):
        yield Case("TT806", host, "no-line", "contact", on("contact", _without_border))
    yield Case("TT811", state, "at-the-left", "circulation", _box_at_left)
    yield Case("TT811", party, "at-the-left", "circulation", _note_at_left)
    yield Case("TT812", "hd05-du-thao", "words", "draft_mark", say("draft_mark", "(Dự thảo 2)"))
    yield Case("TT812", "hd05-du-thao", "above", "draft_mark", move("draft_mark", "number"))
    yield Case("TT814", state, "above-number", "urgency", _urgent_at("number"))
    for place in ("number", "place_date", "type_name"):
        yield Case("TT814", party, f"at-{place}", "urgency", move("urgency", place, after=place == "place_date"))


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
        yield Case("TT807", host, words.lower().replace(" ", "-"), "copy_form", say("copy_form", words))
    yield Case("TT808", host, "no-line", "copy_form", _unruled)
    for what, words in (("no-zero", "Số: 5/SY-STC"), ("other-code", "Số: 05/SL-STC"), ("no-colon", "Số 05/SY-STC")):
        yield Case("TT809", host, what, "copy_form", say("copy_number", words))
    yield Case("TT810", host, "no-form", "copy_form", drop("copy_form"))
    yield Case("TT810", host, "no-number", "copy_form", drop("copy_number"))
    yield Case("TT813", host, "form-below-date", "copy_form", move("copy_form", "copy_place_date", after=True))


def _unruled(book: Book) -> None:
    (line,) = [one for one in book.body.iterchildren(tag("p")) if one.find(f"{tag('pPr')}/{tag('pBdr')}") is not None]
    _without_border(line)
