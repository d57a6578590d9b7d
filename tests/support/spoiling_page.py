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
    yield Case("TT108", "nd30-ke-hoach", "other-set", "place_date", look("place_date", size=13))
    yield Case("TT117", "hd05-ke-hoach", "low", "page_number", page("pgMar", header=20))
    yield Case("TT117", "hd05-ke-hoach", "high", "page_number", page("pgMar", header=5))


def _paper(standard: str) -> Iterator[Case]:
    host = f"{standard}-ke-hoach"
    for side in _SIDES:
        given = facts_of(standard)["page", f"margin_{side}_mm"].allowed
        assert isinstance(given, Span)
        yield Case("TT101", host, f"narrow-{side}", "page", page("pgMar", **{side: given.low - 5}))
        yield Case("TT101", host, f"wide-{side}", "page", page("pgMar", **{side: given.high + 5}))
    yield Case("TT102", host, "letter", "page", page("pgSz", w=216, h=279))
    yield Case("TT103", host, "lying", "page", page("pgSz", w=297, h=210, orient="landscape"))
    yield Case("TT103", f"{standard}-phu-luc", "lying-appendix", "page", page("pgSz", 1, w=297, h=210, orient="landscape"))


def _letters(standard: str) -> Iterator[Case]:
    host = f"{standard}-ke-hoach"
    for component, font in (("body", "Arial"), ("type_name", "Calibri"), ("recipient", "Arial")):
        yield Case("TT104", host, f"font-{component}", "file", look(component, font=font))
    yield Case("TT105", host, "red", "file", look("section", color="FF0000"))
    yield Case("TT105", host, "blue", "file", look("body", color="0070C0"))
    yield Case("TT106", host, "decomposed", "file", on("body", _decompose))
    old = each(look("body", font=".VnTime"), say("body", "C¸c ®¬n vÞ tæ chøc thùc hiÖn kÕ ho¹ch nµy tõ ngµy ký:"))
    yield Case("TT107", host, "tcvn", "file", old)
    old = each(look("body", font="VNI-Times"), say("body", "Caùc ñôn vò toå chöùc thöïc hieän keá hoaïch naøy:"))
    yield Case("TT107", host, "vni", "file", old)


def _decompose(paragraph: Element) -> None:
    for one in paragraph.iter(tag("t")):
        one.text = unicodedata.normalize("NFD", one.text or "")


def _places(standard: str) -> Iterator[Case]:
    host, state = f"{standard}-ke-hoach", standard == "nd30"
    head = "motto" if state else "party_title"
    yield Case("TT109", host, "abstract-above-type", "abstract", move("abstract", "type_name"))
    yield Case("TT109", host, "number-above-issuer", "number", move("number", "parent"), *_ABOVE[standard])
    for component in ("number", "place_date", "sign_name"):
        yield Case("TT110", host, f"without-{component}", component, drop(component))
    yield Case("TT110", f"{standard}-quyet-dinh", "without-recipients-label", "recipients_label", drop("recipients_label"))
    yield Case("TT110", f"{standard}-quyet-dinh", "without-type", "type_name", drop("type_name"))
    if state:
        yield Case("TT110", "nd30-to-trinh", "without-office", "sign_title", drop("sign_title"))
        yield Case("TT110", host, "without-motto", "motto", drop("motto"))
        yield Case("TT110", host, "without-slogan", "slogan", each(undraw("slogan"), drop("slogan")))
    else:
        yield Case("TT110", host, "without-title", head, each(undraw(head), drop(head)))
        yield Case("TT110", host, "without-star", "star", drop("star"))
    yield Case("TT111", host, "head", head, exchanged(0))
    yield Case("TT111", host, "foot", "sign_authority", exchanged(-1))
    for component, what in (("sign_name", "signature"), ("filing", "recipients")):
        yield Case("TT118", host, f"broken-{what}", "sign_name", on(component, _new_page))


def _new_page(paragraph: Element) -> None:
    """As Word notes where it began a page."""
    run = paragraph.find(tag("r"))
    assert run is not None
    run.insert(0, etree.Element(tag("lastRenderedPageBreak")))


def _numbers(standard: str) -> Iterator[Case]:
    host = f"{standard}-ke-hoach"
    yield Case("TT112", host, "none", "page_number", each(_lengthen, _unnumbered))
    yield Case("TT112", host, "typed", "page_number", each(_lengthen, _typed))
    yield Case("TT113", host, "footer", "page_number", _in_footer)
    yield Case("TT114", host, "first-page", "page_number", without("titlePg"))
    yield Case("TT115", host, "roman", "page_number", page("pgNumType", fmt="lowerRoman"))
    yield Case("TT115", host, "from-3", "page_number", page("pgNumType", start="3"))
    counted_on: Spoil = lambda book: book.section(1).remove(_count_of(book.section(1)))  # noqa: E731
    yield Case("TT116", f"{standard}-phu-luc", "counted-on", "page_number", counted_on)


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
