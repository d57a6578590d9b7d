"""XML as Word packages use it: namespaces, qualified names, escaping, one safe parser."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
VML = "urn:schemas-microsoft-com:vml"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"

NAMESPACES = {
    "w": W,
    "r": R,
    "mc": MC,
    "wp": WP,
    "a": A,
    "pic": PIC,
    "wps": WPS,
    "w14": W14,
    "v": VML,
    "ct": CONTENT_TYPES,
    "rel": RELATIONSHIPS,
    "ds": CUSTOM_XML,
}


def qn(name: str) -> str:
    """The name lxml uses for ``w:p``: ``{http://…/main}p``. ``KeyError`` for a prefix that is not in ``NAMESPACES``."""
    prefix, local = name.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def escape(text: str) -> str:
    """``text`` as the content of an element. Characters that XML forbids are the caller's business."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if "\r" in text:
        # A parser turns a bare carriage return into a line feed.
        text = text.replace("\r", "&#13;")
    return text


def escape_attribute(text: str) -> str:
    """``text`` as the value of an attribute between double quotes; line ends and tabs survive a parser."""
    text = escape(text)
    if '"' in text:
        text = text.replace('"', "&quot;")
    if "\n" in text:
        text = text.replace("\n", "&#10;")
    if "\t" in text:
        text = text.replace("\t", "&#9;")
    return text


class UnsafeXml(ValueError):
    """The XML carries a document type declaration, which no Word part has and which attacks need."""


class ExcessiveXml(ValueError):
    """The elements stand in each other deeper than in any document."""


_parser: etree.XMLParser | None = None
#: what libxml2 itself allows; the readers call themselves for every level
_DEPTH = 256


def parse_xml(data: bytes) -> etree._Element:
    """The root of ``data``. No entity is expanded, nothing is fetched; how much is parsed is the caller's to limit.

    Raises ``UnsafeXml`` for a document type declaration, ``ExcessiveXml`` for more than 256 levels and
    ``lxml.etree.XMLSyntaxError`` for what is no XML.
    """
    # lxml costs a fifth of the start of a command that may never parse a part.
    from lxml import etree

    global _parser
    if _parser is None:
        _parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)
    if b"<!DOCTYPE" in data:
        raise UnsafeXml
    try:
        root = etree.fromstring(data, _parser)
    except etree.XMLSyntaxError as error:
        if "XML_PARSE_HUGE" not in str(error):
            raise
        root = _parse_huge(data, error)
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnsafeXml
    return root


def _parse_huge(data: bytes, error: Exception) -> etree._Element:
    """Parse ``data`` without libxml2's limits, of which only the one on depth (and none on 10 MB of text) holds for us."""
    from lxml import etree

    # Without limits entities could grow for ever. The encoding is given, so that a DTD cannot hide from the search for it.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_pis=True, encoding="utf-8"
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        # Its depth may be beyond what even such a parser takes.
        if data.count(b"<") > 2 * _DEPTH and "depth" in str(error):
            raise ExcessiveXml from None
        raise error from None
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEPTH:
            raise ExcessiveXml
    return root
