"""Words of a part changed in its bytes: every other byte stays, whoever wrote the part and however."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from xml.parsers import expat

from docgen.ooxml.xml import W_STRICT, W, escape

if TYPE_CHECKING:
    from lxml import etree

_TEXTS = frozenset({f"{W} t", f"{W_STRICT} t"})
_PRESERVE = b' xml:space="preserve"'


def texts_in_order(root: etree._Element) -> list[etree._Element]:
    """The elements of ``root`` that hold letters, in the order in which ``replace_texts`` counts them."""
    return list(root.iter(f"{{{W}}}t", f"{{{W_STRICT}}}t"))


def replace_texts(data: bytes, new: Mapping[int, str]) -> bytes:
    """The part ``data`` with other letters in some of its text elements, counted from 0; the rest byte for byte as it was.

    Raises ``ValueError`` for a part that is not in UTF-8, which no program writes, and for a number that it does not reach.
    """
    places = _find(data, set(new))
    if places.keys() != new.keys():
        raise ValueError(f"there are no text elements {sorted(new.keys() - places.keys())}")
    out = bytearray(data)
    for number in sorted(new, reverse=True):
        start, inner, end = places[number]
        tag = bytes(out[start:inner])
        words = escape(new[number]).encode()
        if tag.endswith(b"/>"):
            name = tag[1:-2].split()[0]
            tag, words, end = tag[:-2].rstrip() + b">", words + b"</" + name + b">", inner
        if new[number] != new[number].strip() and b"xml:space" not in tag:
            tag = tag[:-1] + _PRESERVE + b">"
        out[start:end] = tag + words
    return bytes(out)


def _find(data: bytes, wanted: set[int]) -> dict[int, tuple[int, int, int]]:
    """For each wanted text element: where its tag begins, where its letters begin, where they end."""
    if data[:2] in (b"\xfe\xff", b"\xff\xfe"):
        raise ValueError("the part is not in UTF-8")
    parser = expat.ParserCreate(namespace_separator=" ")
    found: dict[int, tuple[int, int, int]] = {}
    count = -1
    opened: list[tuple[int, int] | None] = []

    def start(name: str, _attributes: object) -> None:
        nonlocal count
        if name in _TEXTS:
            count += 1
            opened.append((count, parser.CurrentByteIndex) if count in wanted else None)

    def end(name: str) -> None:
        if name in _TEXTS and (place := opened.pop()) is not None:
            number, begin = place
            inner = _end_of_tag(data, begin)
            found[number] = (begin, inner, max(parser.CurrentByteIndex, inner))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise ValueError(str(error)) from None
    return found


def _end_of_tag(data: bytes, begin: int) -> int:
    """Behind the ``>`` of the tag at ``begin``; one inside an attribute's value does not count."""
    quote = 0
    for at in range(begin, len(data)):
        byte = data[at]
        if quote:
            quote = 0 if byte == quote else quote
        elif byte in b"\"'":
            quote = byte
        elif byte == ord(">"):
            return at + 1
    return len(data)
