"""Cases of the page, the letters and the components as a whole (TT1)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from lxml import etree

from tests.corpus.sheet import facts_of
from tests.facts.facts import Span
from tests.support.spoiling import Book, Element, copy_of, tag, words_of
from tests.support.spoiling_cases import (
    Case,
    Spoil,
    drop,
    each,
    exchanged,
    look,
    move,
    on,
    page,
    say,
    undraw,
    without,
)

_HEADERS = "word/_rels/document.xml.rels"
_ABOVE = {
    "nd30": (("TT222",), "the number has left the row of the date"),
    "hd05": (("TT225",), "the star stands below the number as well"),
}
_SIDES = ("top", "bottom", "left", "right")


def page_cases() -> Iterator[Case]:
    """Every case of the group."""
    for standard in ("nd30", "hd05"):
        yield from _paper(standard)
        yield from _letters(standard)
        yield from _places(standard)
        yield from _numbers(standard)
    # its partners in the set are 13 and 14 pt, or 12 and 13 pt
    yield Case("TT108", "other-set", "nd30-ke-hoach", look("place_date", size=13), "place_date")
    yield Case("TT117", "low", "hd05-ke-hoach", page("pgMar", header=20), "page_number")
    yield Case("TT117", "high", "hd05-ke-hoach", page("pgMar", header=5), "page_number")


def _paper(standard: str) -> Iterator[Case]:
    host = f"{standard}-ke-hoach"
    for side in _SIDES:
        given = facts_of(standard)["page", f"margin_{side}_mm"].allowed
        assert isinstance(given, Span)
        yield Case("TT101", f"narrow-{side}", host, page("pgMar", **{side: given.low - 5}), "page")
        yield Case("TT101", f"wide-{side}", host, page("pgMar", **{side: given.high + 5}), "page")
    yield Case("TT102", "letter", host, page("pgSz", w=216, h=279), "page")
    yield Case("TT103", "lying", host, page("pgSz", w=297, h=210, orient="landscape"), "page")
    yield Case("TT103", "lying-appendix", f"{standard}-phu-luc", page("pgSz", 1, w=297, h=210, orient="landscape"), "page")


def _letters(standard: str) -> Iterator[Case]:
    host = f"{standard}-ke-hoach"
    for component, font in (("body", "Arial"), ("type_name", "Calibri"), ("recipient", "Arial")):
        yield Case("TT104", f"font-{component}", host, look(component, font=font), "file")
    yield Case("TT105", "red", host, look("section", color="FF0000"), "file")
    yield Case("TT105", "blue", host, look("body", color="0070C0"), "file")
    yield Case("TT106", "decomposed", host, on("body", _decompose), "file")
    old = each(look("body", font=".VnTime"), say("body", "C¸c ®¬n vÞ tæ chøc thùc hiÖn kÕ ho¹ch nµy tõ ngµy ký:"))
    yield Case("TT107", "tcvn", host, old, "file")
    old = each(look("body", font="VNI-Times"), say("body", "Caùc ñôn vò toå chöùc thöïc hieän keá hoaïch naøy:"))
    yield Case("TT107", "vni", host, old, "file")


def _decompose(paragraph: Element) -> None:
    for one in paragraph.iter(tag("t")):
        one.text = unicodedata.normalize("NFD", one.text or "")


def _places(standard: str) -> Iterator[Case]:
    host, state = f"{standard}-ke-hoach", standard == "nd30"
    head = "motto" if state else "party_title"
    yield Case("TT109", "abstract-above-type", host, move("abstract", "type_name"), "abstract")
    yield Case("TT109", "number-above-issuer", host, move("number", "parent"), "number", *_ABOVE[standard])
    for component in ("number", "place_date", "sign_name"):
        yield Case("TT110", f"without-{component}", host, drop(component), component)
    yield Case("TT110", "without-recipients-label", f"{standard}-quyet-dinh", drop("recipients_label"), "recipients_label")
    yield Case("TT110", "without-type", f"{standard}-quyet-dinh", drop("type_name"), "type_name")
    if state:
        yield Case("TT110", "without-office", "nd30-to-trinh", drop("sign_title"), "sign_title")
        yield Case("TT110", "without-motto", host, drop("motto"), "motto")
        yield Case("TT110", "without-slogan", host, each(undraw("slogan"), drop("slogan")), "slogan")
    else:
        yield Case("TT110", "without-title", host, each(undraw(head), drop(head)), head)
        yield Case("TT110", "without-star", host, drop("star"), "star")
    yield Case("TT111", "head", host, exchanged(0), head)
    yield Case("TT111", "foot", host, exchanged(-1), "sign_authority")
    for component, what in (("sign_name", "signature"), ("filing", "recipients")):
        yield Case("TT118", f"broken-{what}", host, on(component, _new_page), "sign_name")


def _new_page(paragraph: Element) -> None:
    """As Word notes where it began a page."""
    run = paragraph.find(tag("r"))
    assert run is not None
    run.insert(0, etree.Element(tag("lastRenderedPageBreak")))


def _numbers(standard: str) -> Iterator[Case]:
    host = f"{standard}-ke-hoach"
    yield Case("TT112", "none", host, each(_lengthen, _unnumbered), "page_number")
    yield Case("TT112", "typed", host, each(_lengthen, _typed), "page_number")
    yield Case("TT113", "footer", host, _in_footer, "page_number")
    yield Case("TT114", "first-page", host, without("titlePg"), "page_number")
    yield Case("TT115", "roman", host, page("pgNumType", fmt="lowerRoman"), "page_number")
    yield Case("TT115", "from-3", host, page("pgNumType", start="3"), "page_number")
    counted_on: Spoil = lambda book: book.section(1).remove(_count_of(book.section(1)))  # noqa: E731
    yield Case("TT116", "counted-on", f"{standard}-phu-luc", counted_on, "page_number")


def _count_of(section: Element) -> Element:
    found = section.find(tag("pgNumType"))
    assert found is not None
    return found


def _lengthen(book: Book) -> None:
    """More text than a page holds."""
    last = book.find("body", len(book.places("body")) - 2)
    for _ in range(40):
        last.addnext(copy_of(last, words_of(last)))


def _unnumbered(book: Book) -> None:
    number = book.find("page_number")
    for run in number.findall(tag("r")):
        number.remove(run)


def _typed(book: Book) -> None:
    number = book.find("page_number")
    for run in number.findall(tag("r")):
        if run.find(tag("t")) is None:
            number.remove(run)


def _in_footer(book: Book) -> None:
    """The part with the number turned into a footer."""
    part, _ = book.places("page_number")[0]
    name = part.rpartition("/")[2]
    section = book.section()
    links = etree.fromstring(book.parts[_HEADERS])
    (link,) = (one for one in links if one.get("Target") == name)
    link.set("Type", str(link.get("Type")).replace("/header", "/footer"))
    book.parts[_HEADERS] = etree.tostring(links, xml_declaration=True, encoding="UTF-8")
    for one in book.trees["[Content_Types].xml"]:
        if one.get("PartName") == f"/{part}":
            one.set("ContentType", str(one.get("ContentType")).replace("header+xml", "footer+xml"))
    book.trees[part].tag = tag("ftr")
    for reference in section.findall(tag("headerReference")):
        if link.get("Id") in reference.attrib.values():
            reference.tag = tag("footerReference")
