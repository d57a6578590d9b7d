"""Paragraphs that hold nothing but runs of letters, read from the part's own bytes: most of a document.

``LineReader`` reads any paragraph, and these no otherwise; but to make an object of every element takes five times as long.
What lies between the letters of two runs is the same few strings of markup over and over: each is understood once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from docgen.ooxml.xml import W_STRICT, W, escape_attribute, parse_xml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from docgen.ooxml.content import RunFormat
    from docgen.ooxml.formats import RunBase

#: letters, how they are set, and the field they are the result of
Letters: TypeAlias = "tuple[str, RunFormat, str]"

_ATTRIBUTES = rb'(?: [\w:]+="[^"<>]*")*'
#: one match for each beginning of a paragraph: group 1 where its tag is usual, group 2 where it has no content
_PARAGRAPH = re.compile(rb"<w:p(?=[\s/>])(" + _ATTRIBUTES + rb"(/?)>)?")
_SILENT = rb"(?:<w:(?:proofErr|bookmarkStart|bookmarkEnd)" + _ATTRIBUTES + rb"/>)*"
_LIST = rb"(<w:rPr>(?:<[^<>]*>)*</w:rPr>)?(?:<w:lastRenderedPageBreak/>)?"
_NO_RUN = re.compile(_SILENT)
_LAST = re.compile(rb"/w:t></w:r>" + _SILENT)
_BETWEEN = re.compile(rb"/w:t></w:r>" + _SILENT + rb"<w:r" + _ATTRIBUTES + rb">" + _LIST)
_BEHIND = b"/w:t></w:r>"
_LETTERS, _KEPT = b"<w:t", b' xml:space="preserve">'
_OWN, _OWN_END, _END = b"<w:pPr>", b"</w:pPr>", b"</w:p>"
_ENCODINGS = ("UTF-8", "ASCII", "US-ASCII", None)


class PlainLines:
    """The plain paragraphs of one part, in the bytes that its tree was parsed from."""

    def __init__(self, data: bytes, root: etree._Element, begins: list[re.Match[bytes]]) -> None:
        self._data = data
        self._begins = begins
        names = "".join(
            f' xmlns{f":{prefix}" if prefix else ""}="{escape_attribute(uri)}"' for prefix, uri in root.nsmap.items()
        )
        self._holder = f"<w:r{names}>".encode()

    @classmethod
    def of(cls, data: bytes | None, root: etree._Element, paragraphs: Sequence[etree._Element]) -> PlainLines | None:
        """The lines of the part parsed from ``data``, with all its ``w:p``; ``None`` where bytes and tree cannot be set side
        by side."""
        if data is None or root.nsmap.get("w") not in (W, W_STRICT):
            return None
        encoding = root.getroottree().docinfo.encoding
        if encoding is not None and encoding.upper() not in _ENCODINGS:
            return None
        begins = list(_PARAGRAPH.finditer(data))
        # Each paragraph of the tree begins at a match, so where there are as many none is left over, be it in a comment.
        if len(begins) != len(paragraphs) or any(paragraph.prefix != "w" for paragraph in paragraphs):
            return None
        return cls(data, root, begins)

    def cut(self, index: int) -> tuple[bytes, bytes] | None:
        """The ``w:pPr`` of paragraph ``index`` (from 1), empty where it has none, and what stands behind it.

        ``None`` where more than letters can hang on it: a section, a tracked change.
        """
        begin = self._begins[index - 1]
        start = begin.end(1)
        if start < 0:
            return None
        if begin.end(2) > begin.start(2):
            return b"", b""
        data = self._data
        end = data.find(_END, start)
        own = b""
        if data.startswith(_OWN, start):
            own_end = data.find(_OWN_END, start, end) + len(_OWN_END)
            own = data[start:own_end]
            if own_end <= start or b"<w:sectPr" in own or b"Change" in own:
                return None
            start = own_end
        return own, data[start:end]

    def read(self, body: bytes, base: RunBase) -> list[Letters] | None:
        """The letters in ``body``, all behind the ``w:pPr``, built on ``base``; ``None`` where anything else stands in it."""
        between, *texts = body.split(_LETTERS)
        if not texts:
            return [] if _NO_RUN.fullmatch(between) else None
        # What is written in another way than it prints.
        if b"&" in body or b"\n" in body or b"\t" in body or b"\r" in body:
            return None
        known = base.sources
        between = _BEHIND + between
        pieces: list[Letters] = []
        look: RunFormat | None = None
        letters: list[bytes] = []
        for text in texts:
            following = known.get(between) or self._understand(between, base)
            if following is None:
                return None
            if following is not look:
                if look is not None and letters:
                    pieces.append((b"".join(letters).decode(), look, ""))
                    letters = []
                look = following
            text, _, between = text.partition(b"<")
            if text.startswith(_KEPT):
                letters.append(text[22:])
            elif text[:1] == b">":
                letters.append(text[1:].strip(b" "))
            else:
                return None
        if between != _BEHIND and not _LAST.fullmatch(between):
            return None
        if look is not None:
            pieces.append((b"".join(letters).decode(), look, ""))
        return [piece for piece in pieces if piece[0]] if b"" in letters else pieces

    def _understand(self, between: bytes, base: RunBase) -> RunFormat | None:
        """How the letters behind this markup are set; ``None`` where it is more than the border of two runs, or hides them."""
        found = _BETWEEN.fullmatch(between)
        if found is None:
            return None
        own = found[1] or b""
        look = base.sources.get(own)
        if look is None:
            holder = _parse_list(self._holder + own + b"</w:r>")
            if holder is None:
                return None
            look = base.format_of(holder[0] if own else None)
            if look.hidden:
                return None
            base.sources[own] = look
        base.sources[between] = look
        return look


def _parse_list(data: bytes) -> etree._Element | None:
    from lxml import etree

    try:
        return parse_xml(data)
    except (etree.XMLSyntaxError, ValueError):
        # a prefix that is declared only further in
        return None
