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
_NAME = "HYPERLINK"


def list_links(paragraph: Paragraph, package: Package) -> Iterator[Message]:
    """Each link in ``paragraph`` of ``package``: its words and where it leads."""
    element = paragraph.element
    for link in element.iter("{*}hyperlink"):
        words = "".join(text.text or "" for text in link.iter("{*}t"))
        yield _tell(words, attribute(link, "anchor") or _target(package, paragraph.part, link))
    simple = [attribute(one, "instr") or "" for one in element.iter("{*}fldSimple")]
    # Word may cut an instruction in pieces
    complex_ones = "".join(one.text or "" for one in element.iter("{*}instrText")).split(_NAME)[1:]
    found = [match for one in (*simple, *(_NAME + rest for rest in complex_ones)) if (match := _FIELD.match(one))]
    words = "".join(paragraph.text[run.start : run.end] for run in paragraph.runs if run.field == _NAME)
    for match in found:
        yield _tell(words, match["target"] or "")


def _target(package: Package, part: str, link: etree._Element) -> str:
    identity = next((str(value) for name, value in link.attrib.items() if str(name).endswith("}id")), "")
    return next((one.target for one in package.relationships(part) if one.id == identity), "")


def _tell(words: str, target: str) -> Message:
    if not target:
        return msg("a link on “{words}”", words=shorten(words))
    return msg("a link on “{words}” to {target}", words=shorten(words), target=target)
