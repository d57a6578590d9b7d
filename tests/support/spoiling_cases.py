"""What a case of spoiling is, and the words in which the tables of cases are written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from tests.support.planting import Planted
from tests.support.spoiling import Book, Change, Element, Set, copy_of, exchange, retype, tag

Spoil = Callable[[Book], None]
_MM = 1440 / 25.4
_EMU_PER_PT = 12700


@dataclass(frozen=True)
class Case(Planted[Spoil]):
    """A fault in the Word file ``host`` that docgen wrote."""

    def spoilt(self, data: bytes) -> bytes:
        """The Word file with its one fault."""
        book = Book(data)
        self.spoil(book)
        return book.pack()


# one paragraph


def on(component: str, *changes: Change, nth: int = 0) -> Spoil:
    """A paragraph changed."""

    def spoil(book: Book) -> None:
        for change in changes:
            change(book.find(component, nth))

    return spoil


def say(component: str, words: str, nth: int = 0) -> Spoil:
    """Other words in a paragraph."""
    return on(component, retype(words), nth=nth)


def swap(component: str, old: str, new: str, nth: int = 0) -> Spoil:
    """Some of its words exchanged."""
    return on(component, exchange(old, new), nth=nth)


def look(component: str, nth: int = 0, **values: object) -> Spoil:
    """A paragraph set otherwise."""
    return on(component, *(Set(name, value) for name, value in values.items()), nth=nth)


def drop(component: str, nth: int = 0) -> Spoil:
    """A paragraph left out; a cell keeps an empty one."""
    return lambda book: remove(book.find(component, nth))


def remove(paragraph: Element) -> None:
    """Take a paragraph out; a cell keeps an empty one."""
    parent = paragraph.getparent()
    assert parent is not None
    parent.remove(paragraph)
    if parent.tag == tag("tc") and parent.find(tag("p")) is None:
        etree.SubElement(parent, tag("p"))


def put(component: str, words: str, *changes: Change, like: str = "", nth: int = 0, after: bool = False) -> Spoil:
    """A paragraph put in before, or ``after``, that of ``component``; it looks like that one or the first of ``like``."""

    def spoil(book: Book) -> None:
        here = book.find(component, nth)
        made = copy_of(book.find(like) if like else here, words, *changes)
        if after:
            here.addnext(made)
        else:
            here.addprevious(made)

    return spoil


def move(component: str, to: str, nth: int = 0, to_nth: int = 0, after: bool = False) -> Spoil:
    """A paragraph moved before, or ``after``, that of another component."""

    def spoil(book: Book) -> None:
        one, there = book.find(component, nth), book.find(to, to_nth)
        remove(one)
        if after:
            there.addnext(one)
        else:
            there.addprevious(one)

    return spoil


def each(*spoils: Spoil) -> Spoil:
    """Changes that are one fault together."""

    def spoil(book: Book) -> None:
        for one in spoils:
            one(book)

    return spoil


# drawn lines


def drawn_below(book: Book, component: str, nth: int = 0) -> Element:
    """The paragraph with the line that docgen draws under a component."""
    found = book.find(component, nth).getnext()
    assert found is not None
    style = found.find(f"{tag('pPr')}/{tag('pStyle')}")
    assert style is not None
    assert style.get(tag("val")) == "rule"
    return found


def undraw(component: str, nth: int = 0) -> Spoil:
    """The line under a component left out."""
    return lambda book: remove(drawn_below(book, component, nth))


def draw(component: str, points: float, nth: int = 0) -> Spoil:
    """The line under a component ``points`` long."""

    def spoil(book: Book) -> None:
        for one in drawn_below(book, component, nth).iter():
            if isinstance(one.tag, str) and one.tag.endswith(("}extent", "}ext")) and one.get("cx"):
                one.set("cx", str(round(points * _EMU_PER_PT)))
            elif isinstance(one.tag, str) and one.tag.endswith("}line"):
                one.set("to", f"{points:g}pt,0")

    return spoil


def typed(component: str, signs: str, nth: int = 0) -> Spoil:
    """Typed signs in place of the line under a component, as large as its letters."""

    def spoil(book: Book) -> None:
        line = drawn_below(book, component, nth)
        line.addprevious(copy_of(book.find(component, nth), signs))
        remove(line)

    return spoil


# the page


def page(name: str, nth: int = 0, /, **values: object) -> Spoil:
    """Values of the page set-up, lengths in mm: ``page("pgMar", top=15)``."""

    def spoil(book: Book) -> None:
        section = book.section(nth)
        found = section.find(tag(name))
        if found is None:
            found = etree.SubElement(section, tag(name))
        for key, value in values.items():
            found.set(tag(key), str(round(value * _MM)) if isinstance(value, int | float) else str(value))

    return spoil


def without(name: str, nth: int = 0) -> Spoil:
    """An entry of the page set-up left out."""

    def spoil(book: Book) -> None:
        section = book.section(nth)
        found = section.find(tag(name))
        assert found is not None
        section.remove(found)

    return spoil


def columns(left: float, right: float) -> Spoil:
    """Other widths, in mm, of the columns of the head."""

    def spoil(book: Book) -> None:
        table = book.body.find(tag("tbl"))
        assert table is not None
        widths = [round(left * _MM), round(right * _MM)]
        for one, width in zip(table.iter(tag("gridCol")), widths, strict=True):
            one.set(tag("w"), str(width))
        for row in table.findall(tag("tr")):
            for cell, width in zip(row.iter(tag("tcW")), widths, strict=True):
                cell.set(tag("w"), str(width))

    return spoil


def exchanged(nth: int) -> Spoil:
    """The two columns of the nth table of the page, head or foot, in each other's place."""

    def spoil(book: Book) -> None:
        table = book.body.findall(tag("tbl"))[nth]
        for several in (table.iter(tag("tblGrid")), table.iter(tag("tr"))):
            for one in list(several):
                first, last = (cell for cell in one if cell.tag in (tag("gridCol"), tag("tc")))
                last.addnext(first)

    return spoil
