"""Content digests of stories that are just being written: nobody parses again what was put together a moment ago.

The writer of a document knows each paragraph's properties and each run's look, and there are few of either: ``StoryReader``
reads one once, its canonical text is remembered, and the words are put in. Only what stands around the written blocks is
parsed. Parsing 15 pages each time would cost more than deflating them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from docgen.ooxml.digests import text_digest
from docgen.ooxml.properties import StyleNames
from docgen.ooxml.stories import END, OBJECT, PARAGRAPH, StoryReader
from docgen.ooxml.xml import parse_xml

SLOT = "<w:slot/>"
"""Stands for whole blocks that are written elsewhere; WordprocessingML has no such element."""

_SLOT_TEXT = f"{OBJECT}slot{END}"
_PROBE = "x"
_MOST_KEPT = 512
# Looking for a long text takes long to prepare: it is looked for by its beginning.
_BEGINNING = 80


class Written(NamedTuple):
    """A stretch of whole blocks: their XML exactly as it stands in the story, and their canonical text."""

    xml: str
    text: str


class StoryDigester:
    """Canonical texts and content digests for one template, whose story begins with the tag ``root``.

    The digest is always the one that ``content_digest`` gives for the same story.
    """

    def __init__(self, styles: StyleNames, root: str) -> None:
        self._reader = StoryReader(styles)
        self._root = root
        self._end = f"</{root.strip('<>').split()[0]}>"
        self._known: dict[str, str] = {}

    def blocks(self, xml: str) -> str:
        """The canonical text of whole paragraphs and tables, which may hold slots."""
        return self._reader.blocks(parse_xml(f"{self._root}{xml}{self._end}".encode()))

    def opening(self, xml: str) -> str:
        """How the canonical text of a paragraph begins; ``xml`` is its start with its properties. It ends with ``END``."""
        return self._keep(f"{xml}</w:p>", self.blocks).removesuffix(END)

    def look(self, xml: str) -> str:
        """What the canonical text says before words of a new look; ``xml`` begins their run, up to its ``w:t``."""
        said = self._keep(f"<w:p>{xml}{_PROBE}</w:t></w:r></w:p>", self.blocks)
        return said.removeprefix(PARAGRAPH).removesuffix(f"{_PROBE}{END}")

    def around(self, xml: str) -> list[str]:
        """The canonical text around the slots of blocks that come again and again, such as a drawn line or a table's grid."""
        return self._keep(xml, self.blocks).split(_SLOT_TEXT)

    def digest(self, xml: str, written: Sequence[Written] = ()) -> str:
        """The content digest of a story in which ``written`` stand in this order; what is not found is read from the XML.

        Raises ``lxml.etree.XMLSyntaxError``, ``UnsafeXml``.
        """
        pieces, start = [], 0
        for blocks in written:
            at = _find(xml, blocks.xml, start)
            if at < 0:
                return text_digest(self._story(xml))
            pieces.append(xml[start:at])
            start = at + len(blocks.xml)
        pieces.append(xml[start:])
        around = self._keep(SLOT.join(pieces), self._story).split(_SLOT_TEXT)
        # something may print nothing: the fallback of a drawing
        if len(around) != len(pieces):
            return text_digest(self._story(xml))
        return text_digest(weave(around, [blocks.text for blocks in written]))

    def _story(self, xml: str) -> str:
        return self._reader.story(parse_xml(xml.encode("utf-8")))

    def _keep(self, xml: str, read: Callable[[str], str]) -> str:
        """What ``read`` gives for ``xml``, read once."""
        known = self._known.get(xml)
        if known is None:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            known = self._known[xml] = read(xml)
        return known


def weave(around: Sequence[str], texts: Sequence[str]) -> str:
    """``texts`` in the slots between the pieces of ``around``, of which there is one more."""
    woven = [""] * (len(around) + len(texts))
    woven[0::2], woven[1::2] = around, texts
    return "".join(woven)


def _find(xml: str, blocks: str, start: int) -> int:
    beginning = blocks[:_BEGINNING]
    at = xml.find(beginning, start)
    while at >= 0 and not xml.startswith(blocks, at):
        at = xml.find(beginning, at + 1)
    return at
