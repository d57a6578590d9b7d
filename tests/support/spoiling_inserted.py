"""Files of docgen's with something put in that it never prints: chapters, marks, the block of a copy, minutes of two columns."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import cache

from lxml import etree

from tests.corpus.drawings import draw_box
from tests.corpus.formatting import NAMESPACES, run
from tests.support.spoiling import Book, Element, copy_of, exchange, retype, tag
from tests.support.spoiling_hosts import host

_PT_PER_MM = 72 / 25.4
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FOOTER = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
_ADDRESS = "Địa chỉ: số 5 đường Lê Lợi; điện thoại: 0999 123 456; thư điện tử: stc@anbinh.example"


def styled(style: str, words: str) -> Element:
    """A paragraph in one of the styles that docgen's files have for every component."""
    return element(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(words, "")}</w:p>')


def plain(words: str, size: float, *, bold: bool, align: str = "center", border: bool = False) -> Element:
    """A paragraph that stands in no style: letters of ``size`` pt, with a line above it if ``border``."""
    line = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>' if border else ""
    look = f'{"<w:b/>" if bold else ""}<w:sz w:val="{size * 2:g}"/><w:szCs w:val="{size * 2:g}"/>'
    return element(f'<w:p><w:pPr>{line}<w:jc w:val="{align}"/></w:pPr>{run(words, look)}</w:p>')


def boxed(inside: Element, width: float, height: float, number: int, *, bordered: bool = True) -> Element:
    """A paragraph that holds a box of that size in mm with a paragraph in it."""
    text = etree.tostring(inside, encoding="unicode")
    return element(f"<w:p>{draw_box(width * _PT_PER_MM, height * _PT_PER_MM, number, text, bordered, False)}</w:p>")


def element(xml: str) -> Element:
    """The first element of a piece of WordprocessingML."""
    return etree.fromstring(f"<w:body {NAMESPACES}>{xml}</w:body>")[0]


def _chapters(name: str) -> bytes:
    book = Book(host(name))
    first, second, third = (book.find("article", i) for i in range(3))
    for article, lines in (
        (first, ("Chương I", "QUY ĐỊNH CHUNG")),
        (second, ("Chương II", "QUY ĐỊNH CỤ THỂ", "Mục 1", "TỔ CHỨC KIỂM KÊ")),
        (third, ("Mục 2", "CHẾ ĐỘ BÁO CÁO")),
    ):
        for i, words in enumerate(lines):
            article.addprevious(styled("part_title" if i % 2 else "part_label", words))
    return book.pack()


def _state_marks() -> bytes:
    book = Book(host("nd30-cong-van"))
    book.find("abstract_dispatch").addnext(boxed(plain("HỎA TỐC", 13, bold=True), 30, 8, 41))
    book.body.insert(0, boxed(plain("LƯU HÀNH NỘI BỘ", 13, bold=True), 60, 8, 42))
    footer = etree.fromstring(f"<w:ftr {NAMESPACES}/>")
    footer.append(plain(_ADDRESS, 11, bold=False, border=True))
    _add_footer(book, footer)
    return book.pack()


def _add_footer(book: Book, footer: Element) -> None:
    """A footer of page 1."""
    book.trees["word/footer9.xml"] = footer
    types = book.trees["[Content_Types].xml"]
    etree.SubElement(types, f"{{{types.nsmap[None]}}}Override", PartName="/word/footer9.xml", ContentType=_FOOTER)
    rels = "word/_rels/document.xml.rels"
    one = f'<Relationship Id="rIdF" Type="{_RELATIONS}/footer" Target="footer9.xml"/></Relationships>'
    book.parts[rels] = book.parts[rels].decode().replace("</Relationships>", one).encode()
    reference = etree.Element(tag("footerReference"), {tag("type"): "first", f"{{{_RELATIONS}}}id": "rIdF"})
    book.section().insert(2, reference)


def _party_marks() -> bytes:
    book = Book(host("hd05-ke-hoach"))
    book.find("number").addnext(plain("HOẢ TỐC", 14, bold=True))
    book.body.insert(0, plain("TÀI LIỆU HỘI NGHỊ", 12, bold=True, align="right"))
    book.section().addprevious(plain(_ADDRESS, 10, bold=False, border=True))
    return book.pack()


def _copied() -> bytes:
    """A decision with the block of its copy below: a line, number and date of the copy, who gets it and who signs."""
    book = Book(host("nd30-quyet-dinh"))
    end = book.section().getprevious()
    assert end is not None
    line = element('<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr></w:pPr></w:p>')
    head, foot = (deepcopy(book.body.findall(tag("tbl"))[i]) for i in (0, -1))
    above, title = (_holding(head, words) for words in ("CỘNG HÒA", "Độc lập"))
    rule = title.getnext()
    assert rule is not None
    above.addprevious(plain("SAO Y", 14, bold=True))
    for one in (above, title, rule):
        cell = one.getparent()
        assert cell is not None
        cell.remove(one)
    retype("Số: 05/SY-STC")(_holding(head, "Số: "))
    exchange("ngày 12 tháng 3", "ngày 20 tháng 3")(_holding(head, "ngày"))
    for made in (line, head, deepcopy(end), foot):
        end.addprevious(made)
    return book.pack()


def _holding(within: Element, words: str) -> Element:
    return next(one for one in within.iter(tag("p")) if words in "".join(t.text or "" for t in one.iter(tag("t"))))


def _minutes() -> bytes:
    """A notice turned into minutes, which are signed by two; the recipients stand below."""
    book = Book(host("hd05-ke-hoach"))
    exchange("KH", "BB")(book.find("number"))
    retype("BIÊN BẢN")(book.find("type_name"))
    retype("kiểm kê tài sản năm 2026 của các đơn vị")(book.find("abstract"))
    table = book.body.findall(tag("tbl"))[-1]
    left, right = table.iter(tag("tc"))
    recipients = list(left.findall(tag("p")))
    title, name = book.find("sign_title"), book.find("sign_name")
    right.remove(book.find("sign_authority"))
    for one in recipients:
        left.remove(one)
    left.extend([copy_of(title, "NGƯỜI GHI BIÊN BẢN"), copy_of(name, "Lê Thị Hoa")])
    retype("CHỦ TRÌ HỘI NGHỊ")(title)
    after = table.getnext()
    assert after is not None
    for one in reversed(recipients):
        after.addnext(one)
    return book.pack()


_MADE: dict[str, Callable[[], bytes]] = {
    "nd30-chuong": lambda: _chapters("nd30-quy-dinh"),
    "hd05-chuong": lambda: _chapters("hd05-quy-dinh"),
    "nd30-dau-chi": _state_marks,
    "hd05-dau-chi": _party_marks,
    "nd30-ban-sao": _copied,
    "hd05-bien-ban": _minutes,
}
INSERTED = tuple(_MADE)


@cache
def file_of(name: str) -> bytes:
    """A Word file by name: docgen's own, or one of these."""
    return _MADE[name]() if name in _MADE else host(name)
