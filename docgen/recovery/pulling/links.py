"""Links that somebody put on words: a spec has none, so that they are told where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.ooxml.measures import attribute
from docgen.ooxml.properties import LOCAL
from docgen.problems import Message, msg
from docgen.recovery.differences.spots import shorten

if TYPE_CHECKING:
    from lxml import etree

    from docgen.ooxml.content import Paragraph
    from docgen.ooxml.opening import Package

_FIELD = re.compile(r"\s*HYPERLINK\b(?P<switches>[^\"]*)(?:\"(?P<target>[^\"]*)\")?", re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    words: str = ""


def list_links(paragraph: Paragraph, package: Package) -> Iterator[Message]:
    """Each link in ``paragraph`` of ``package``: its words and where it leads."""
    element = paragraph.element
    for link in element.iter("{*}hyperlink"):
        words = "".join(text.text or "" for text in link.iter("{*}t"))
        yield _tell(words, attribute(link, "anchor") or _target(package, paragraph.part, link))
    for instruction, words in _list_fields(element):
        if (match := _FIELD.match(instruction)) is not None:
            yield _tell(words, match["target"] or "")


def _list_fields(element: etree._Element) -> Iterator[tuple[str, str]]:
    """The instruction of each field that begins in a paragraph, and its words there."""
    for simple in element.iter("{*}fldSimple"):
        yield attribute(simple, "instr") or "", "".join(text.text or "" for text in simple.iter("{*}t"))
    found: list[_Field] = []
    open_ones: list[_Field] = []
    for one in element.iter("{*}fldChar", "{*}instrText", "{*}t"):
        match LOCAL[str(one.tag)], attribute(one, "fldCharType"):
            case "fldChar", "begin":
                open_ones.append(_Field())
                found.append(open_ones[-1])
            case "fldChar", "end":
                # the field of an earlier paragraph may end here
                del open_ones[-1:]
            case "instrText", _ if open_ones:
                # Word may cut an instruction in pieces
                open_ones[-1].instruction += one.text or ""
            case "t", _:
                for field in open_ones:
                    field.words += one.text or ""
    yield from ((field.instruction, field.words) for field in found)


def _target(package: Package, part: str, link: etree._Element) -> str:
    identity = next((str(value) for name, value in link.attrib.items() if str(name).endswith("}id")), "")
    return next((one.target for one in package.relationships(part) if one.id == identity), "")


def _tell(words: str, target: str) -> Message:
    if not target:
        return msg("a link on “{words}”", words=shorten(words))
    return msg("a link on “{words}” to {target}", words=shorten(words), target=target)
