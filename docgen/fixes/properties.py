"""Properties of runs, paragraphs and sections: set in the place where the schema wants them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lxml import etree

from docgen.ooxml.xml import W_STRICT

if TYPE_CHECKING:
    from collections.abc import Mapping


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


#: children of ``w:rPr`` in the schema's order (ECMA-376 Part 1, 17.3.2.28)
RUN_ORDER = _names(
    """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden
    color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout
    specVanish oMath rPrChange"""
)
#: children of ``w:pPr`` in the schema's order (17.3.1.26)
PARAGRAPH_ORDER = _names(
    """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
    snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap
    outlineLvl divId cnfStyle rPr sectPr pPrChange"""
)
#: children of ``w:sectPr`` in the schema's order (17.6.17)
SECTION_ORDER = _names(
    """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols
    formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"""
)


def local(element: etree._Element) -> str:
    """The name of ``element`` without its namespace."""
    return str(element.tag).rpartition("}")[2]


def same_namespace(element: etree._Element, name: str) -> str:
    """``name`` in the namespace of ``element``, which is another one in strict files."""
    return f"{{{etree.QName(element).namespace}}}{name}"


def child(parent: etree._Element, name: str) -> etree._Element | None:
    """The child of that local name, in the parent's own namespace."""
    return parent.find(same_namespace(parent, name))


def ensure(parent: etree._Element, name: str, order: Sequence[str]) -> etree._Element:
    """The child of that name, of several the last, which counts; made where ``order`` wants it if it is not there."""
    found = parent.findall(same_namespace(parent, name))
    if found:
        return found[-1]
    made = etree.Element(same_namespace(parent, name))
    later = set(order[order.index(name) + 1 :])
    own = etree.QName(parent).namespace
    for index, other in enumerate(parent):
        # what other namespaces add (shadows, ligatures) stands behind everything but the record of a tracked change
        if isinstance(other.tag, str) and (local(other) in later or etree.QName(other).namespace != own):
            parent.insert(index, made)
            return made
    parent.append(made)
    return made


def ensure_first(parent: etree._Element, name: str) -> etree._Element:
    """The properties element of a run or paragraph; made as its first child if it is not there."""
    found = child(parent, name)
    if found is None:
        found = etree.Element(same_namespace(parent, name))
        parent.insert(0, found)
    return found


def is_strict(element: etree._Element) -> bool:
    """Whether ``element`` is of the strict edition, which says ``start`` for ``left``."""
    return etree.QName(element).namespace == W_STRICT


def get(element: etree._Element | None, name: str) -> str:
    """An attribute in the element's namespace, empty if it is not there."""
    return "" if element is None else str(element.get(same_namespace(element, name), ""))


def put(element: etree._Element, values: Mapping[str, str | int], drop: Sequence[str] = ()) -> None:
    """Set attributes in the element's namespace, and take away those of ``drop``, which would overrule them."""
    for name in drop:
        element.attrib.pop(same_namespace(element, name), "")
    for name, value in values.items():
        element.set(same_namespace(element, name), str(value))


def toggle(parent: etree._Element, name: str, on: bool, order: Sequence[str]) -> None:
    """Set an on/off property outright, so that no style has a say in it."""
    element = ensure(parent, name, order)
    if on:
        element.attrib.pop(same_namespace(element, "val"), "")
    else:
        put(element, {"val": "0"})
