"""Content digests fast enough for rendering: each build of a paragraph is read once.

A rendered document has hundreds of paragraphs and few builds: take the words and bookmarks out, and the same XML comes
again and again. ``StoryReader`` reads the XML of a build once, its result is remembered, and the words are put in. Parsing
15 pages each time would cost more than deflating them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from docgen.ooxml.digests import text_digest
from docgen.ooxml.properties import StyleNames
from docgen.ooxml.stories import StoryReader
from docgen.ooxml.xml import W, parse_xml

if TYPE_CHECKING:
    from lxml import etree

# A noncharacter: XML allows it, nobody's text has it. A story that has it is parsed as a whole.
_MARK = "\ufdd0"
_SLOT = "\x08"
_END = "</w:p>"
_BOOKMARK = re.compile(r"<w:bookmark[SE][^>]*/>")
_EMPTY_PARAGRAPH = re.compile(r"<w:p( [^>]*)?/>")
_OTHER_ENTITY = re.compile("&(?!amp;|lt;|gt;)")
_ROOT = re.compile(r"\s*(?:<\?xml[^>]*\?>)?\s*(<(w:[A-Za-z]+)(?: [^>]*)?>)")
_WORDS = re.compile(r'<w:t xml:space="preserve">([^<]+)</w:t>')
_MARKED_WORDS = f'<w:t xml:space="preserve">{_MARK}</w:t>'
_MOST_BUILDS = 4096

# By the XML up to a paragraph's end: what stands before the paragraph, and its canonical text.
_Builds: TypeAlias = dict[str, tuple[str, str]]


class StoryDigester:
    """Content digests of stories as docgen writes them, one instance for each template.

    The digest is always the one that ``content_digest`` gives for the same story: XML of any shape that cannot be taken
    apart for certain is parsed as a whole.
    """

    def __init__(self, styles: StyleNames) -> None:
        self._reader = StoryReader(styles)
        self._slots = _SlotReader(styles)
        # By the root's start tag.
        self._builds: dict[str, _Builds] = {}
        self._frames: dict[str, list[str]] = {}

    def digest(self, data: bytes | str) -> str:
        """The content digest of one story part, as bytes or as text. Raises ``lxml.etree.XMLSyntaxError``, ``UnsafeXml``."""
        try:
            text = self._read(data if isinstance(data, str) else data.decode("utf-8"))
        except UnicodeDecodeError:
            text = None
        if text is None:
            text = self._reader.story(parse_xml(data.encode("utf-8") if isinstance(data, str) else data))
        return text_digest(text)

    def _read(self, xml: str) -> str | None:
        """The canonical text, ``None`` for XML that does not come apart cleanly."""
        root = _ROOT.match(xml)
        if root is None or f'xmlns:w="{W}"' not in root[1]:
            return None
        if "\r" in xml or _MARK in xml or ("&" in xml and _OTHER_ENTITY.search(xml)):
            return None
        pieces = _WORDS.split(xml)
        pieces[0] = pieces[0][root.end() :]
        body, words = _MARK.join(pieces[0::2]), pieces[1::2]
        # Asked for the single sign first, which is found a hundred times faster and is hardly ever there.
        if any(sign in body and f"<{sign}" in body for sign in "!?"):
            return None
        body = _BOOKMARK.sub("", body)
        if "<w:p/>" in body or "<w:p " in body:
            body = _EMPTY_PARAGRAPH.sub(r"<w:p\1></w:p>", body)
        woven = self._weave(root[1], f"</{root[2]}>", body)
        if woven is None:
            return None
        # Marks and words alternate again, in the order of the file.
        between = woven.split(_MARK)
        if len(between) != len(words) + 1:
            return None
        pieces[0::2] = between
        return "".join(pieces)

    def _weave(self, start_tag: str, end_tag: str, body: str) -> str | None:
        """The canonical text with marks for words, from the XML after the root's start tag."""
        builds = self._builds.setdefault(start_tag, {})
        outer = [start_tag]
        groups: list[list[str]] = []
        held = ""
        pieces = body.split(_END)
        tail = pieces.pop()
        for piece in pieces:
            held += piece
            known = builds.get(held)
            if known is None:
                # A text box puts paragraphs inside a paragraph: go on to the end of the outer one.
                if held.count("<w:p>") + held.count("<w:p ") > held.count(_END) + 1:
                    held += _END
                    continue
                known = self._learn(builds, start_tag, end_tag, held)
                if known is None:
                    return None
            held = ""
            before, text = known
            if before or not groups:
                outer.append(before)
                outer.append("<w:p/>")
                groups.append([])
            groups[-1].append(text)
        if held:
            return None
        outer.append(tail)
        frame = self._frame("".join(outer))
        if len(frame) != len(groups) + 1:
            return None
        woven = [part for around, group in zip(frame, groups, strict=False) for part in (around, *group)]
        return "".join(woven) + frame[-1]

    def _learn(self, builds: _Builds, start_tag: str, end_tag: str, held: str) -> tuple[str, str] | None:
        """Read a build that was not seen before; ``held`` lacks the paragraph's end tag."""
        starts = [i for i in (held.find("<w:p>"), held.find("<w:p ")) if i >= 0]
        if not starts:
            return None
        before, xml = held[: min(starts)], held[min(starts) :].replace(_MARK, _MARKED_WORDS)
        text = self._reader.paragraph(parse_xml(f"{start_tag}{xml}{_END}{end_tag}".encode())[0])
        if text.count(_MARK) != held.count(_MARK):
            # Some words do not count, such as the result of a field.
            return None
        if len(builds) >= _MOST_BUILDS:
            builds.clear()
        builds[held] = before, text
        return before, text

    def _frame(self, xml: str) -> list[str]:
        """The canonical text around the slots of ``xml``."""
        if xml not in self._frames:
            if len(self._frames) >= _MOST_BUILDS // 16:
                self._frames.clear()
            self._frames[xml] = self._slots.story(parse_xml(xml.encode("utf-8"))).split(_SLOT)
        return self._frames[xml]


class _SlotReader(StoryReader):
    """Reads what stands around paragraphs and leaves a slot for each of them."""

    def paragraph(self, element: etree._Element) -> str:
        return _SLOT
