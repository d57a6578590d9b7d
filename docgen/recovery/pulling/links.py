"""Links that somebody put on words: a spec has none, so that they are told where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.ooxml.measures import attribute
from docgen.problems import Message, msg
from docgen.recovery.differences.spots import shorten

if TYPE_CHECKING:
    from lxml import etree

    from docgen.ooxml.content import Paragraph
    from docgen.ooxml.opening import Package

_FIELD = re.compile(r"\s*HYPERLINK\b(?P<switches>[^\"]*)(?:\"(?P<target>[^\"]*)\")?", re.IGNORECASE)


def list_links(paragraph: Paragraph, package: Package) -> Iterator[Message]:
    """Each link in ``paragraph`` of ``package``: its words and where it leads."""
    element = paragraph.element
    for link in element.iter("{*}hyperlink"):
        yield _tell(_words_of(link), attribute(link, "anchor") or _target(package, paragraph.part, link))
    simple = [(attribute(one, "instr") or "", _words_of(one)) for one in element.iter("{*}fldSimple")]
    for instruction, words in (*simple, *_read_fields(element)):
        if match := _FIELD.match(instruction):
            yield _tell(words, match["target"] or "")


def _words_of(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter("{*}t"))


def _read_fields(paragraph: etree._Element) -> list[tuple[str, str]]:
    """The fields that begin in ``paragraph`` and are written in pieces: the instruction of each, and the words that it shows."""
    found: list[tuple[list[str], list[str]]] = []
    # one field may stand inside another
    open_ones: list[int] = []
    showing: set[int] = set()
    for one in paragraph.iter("{*}fldChar", "{*}instrText", "{*}t"):
        mark = attribute(one, "fldCharType")
        if mark == "begin":
            open_ones.append(len(found))
            found.append(([], []))
        elif mark == "separate":
            showing.update(open_ones[-1:])
        elif mark == "end":
            del open_ones[-1:]
        elif mark is None and str(one.tag).endswith("}instrText"):
            # Word may cut an instruction in pieces
            for number in open_ones[-1:]:
                found[number][0].append(one.text or "")
        else:
            for number in showing.intersection(open_ones):
                found[number][1].append(one.text or "")
    return [("".join(instruction), "".join(words)) for instruction, words in found]


def _target(package: Package, part: str, link: etree._Element) -> str:
    identity = next((str(value) for name, value in link.attrib.items() if str(name).endswith("}id")), "")
    return next((one.target for one in package.relationships(part) if one.id == identity), "")


def _tell(words: str, target: str) -> Message:
    if not target:
        return msg("a link on “{words}”", words=shorten(words))
    return msg("a link on “{words}” to {target}", words=shorten(words), target=target)
