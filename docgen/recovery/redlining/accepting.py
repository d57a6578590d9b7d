"""Tracked changes that a file holds already, accepted, so that those of a comparison stand alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.ooxml.properties import LOCAL, words

if TYPE_CHECKING:
    from lxml import etree

_GONE = words(
    """rPrChange pPrChange sectPrChange tblPrChange trPrChange tcPrChange tblGridChange tblPrExChange numberingChange
    moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd
    customXmlDelRangeStart customXmlDelRangeEnd"""
)
_REMOVED = words("del moveFrom")
_INSERTED = words("ins moveTo")
_WORDED = words("r ins moveTo hyperlink sdt smartTag fldSimple")
_LISTS = words("rPr trPr")


def accept_changes(root: etree._Element) -> bool:
    """Accept every tracked change under ``root``, as the reader reads it; whether there was any."""
    found = False
    for element in list(root.iter("*")):
        name = LOCAL[str(element.tag)]
        parent = element.getparent()
        if parent is None:
            continue
        inside = LOCAL[str(parent.tag)] in _LISTS
        if name in _GONE or (name in _INSERTED and inside):
            parent.remove(element)
        elif name in _REMOVED:
            if inside:
                _accept_removed_end(element, parent)
            else:
                _take_out(element, parent)
        elif name in _INSERTED:
            _unwrap(element, parent)
        elif name in ("cellIns", "cellMerge"):
            parent.remove(element)
        elif name == "cellDel":
            _drop_holder(parent, "tc")
        else:
            continue
        found = True
    return found


def _accept_removed_end(mark: etree._Element, parent: etree._Element) -> None:
    """A row that went is taken out; of a paragraph whose end went only one without letters is."""
    parent.remove(mark)
    if LOCAL[str(parent.tag)] == "trPr":
        _drop_holder(parent, "tr")
        return
    paragraph = next((p for p in parent.iterancestors() if LOCAL[str(p.tag)] == "p"), None)
    holder = paragraph.getparent() if paragraph is not None else None
    if paragraph is None or holder is None:
        return
    kept = any(LOCAL[str(c.tag)] in _WORDED for c in paragraph.iterchildren("*"))
    has_section = any(LOCAL[str(c.tag)] == "sectPr" for c in paragraph.iter("*"))
    others = [c for c in holder.iterchildren("*") if LOCAL[str(c.tag)] == "p" and c is not paragraph]
    if not kept and not has_section and others:
        holder.remove(paragraph)


def _drop_holder(element: etree._Element, name: str) -> None:
    holder = next((e for e in element.iterancestors() if LOCAL[str(e.tag)] == name), None)
    parent = holder.getparent() if holder is not None else None
    if holder is not None and parent is not None:
        parent.remove(holder)


def _take_out(element: etree._Element, parent: etree._Element) -> None:
    parent.remove(element)


def _unwrap(element: etree._Element, parent: etree._Element) -> None:
    at = parent.index(element)
    parent[at : at + 1] = list(element)
