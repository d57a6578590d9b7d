"""Tracked changes settled: a story as it reads once all of them are accepted, or all rejected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.ooxml.opening import open_package
from docgen.ooxml.properties import LOCAL, words
from docgen.ooxml.writing import PackageFrame, assemble

if TYPE_CHECKING:
    from lxml import etree

    from docgen.ooxml.opening import Package

_ADDED, _TAKEN = words("ins moveTo"), words("del moveFrom")
_RANGES = words(
    """moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd
    customXmlDelRangeStart customXmlDelRangeEnd customXmlMoveFromRangeStart customXmlMoveFromRangeEnd
    customXmlMoveToRangeStart customXmlMoveToRangeEnd cellIns cellDel cellMerge numberingChange tblGridChange"""
)
#: what may hold the rows of a table
_ROWS = words("tr sdt customXml")
_CHANGES = words("rPrChange pPrChange sectPrChange tblPrChange tblPrExChange trPrChange tcPrChange")
_ALL = _ADDED | _TAKEN | _RANGES | _CHANGES
_SHOWN = {"delText": "t", "delInstrText": "instrText"}
_BOOKMARKS = frozenset({"bookmarkStart", "bookmarkEnd"})


def has_tracked_changes(package: Package) -> bool:
    """Whether changes are marked in the main story."""
    return marks_changes(package.xml(package.main))


def marks_changes(root: etree._Element) -> bool:
    """The same of the tree of one part."""
    return next(_named(root, _ALL), None) is not None


def settle(package: Package, *, rejected: bool = False) -> Package:
    """``package`` with every tracked change of its main story accepted, or ``rejected``; itself where there is none."""
    if not has_tracked_changes(package):
        return package
    from copy import deepcopy

    from lxml import etree

    root = deepcopy(package.xml(package.main))
    settle_story(root, rejected=rejected)
    parts = {name: package.read(name) for name in package.names}
    parts[package.main] = etree.tostring(root, encoding="UTF-8", standalone=True)
    return open_package(assemble(PackageFrame({}, list(parts)), parts), name=package.path)


def settle_story(root: etree._Element, *, rejected: bool = False) -> None:
    """The same for the tree of one part, in place."""
    dropped, kept = (_ADDED, _TAKEN) if rejected else (_TAKEN, _ADDED)
    for change in [*_named(root, _CHANGES)]:
        _settle_properties(change, rejected)
    joined = []
    for mark in [*_named(root, dropped | kept)]:
        parent = mark.getparent()
        if parent is None:
            continue
        place, name = LOCAL[str(parent.tag)], LOCAL[str(mark.tag)]
        if place == "rPr":
            parent.remove(mark)
            if name in dropped and (paragraph := _marked_paragraph(parent)) is not None:
                joined.append(paragraph)
        elif place == "trPr":
            row = parent.getparent()
            parent.remove(mark)
            if name in dropped and row is not None and (table := row.getparent()) is not None:
                table.remove(row)
                above = table.getparent()
                if above is not None and not any(LOCAL[str(one.tag)] in _ROWS for one in table):
                    above.remove(table)
        elif name in kept:
            _unwrap(mark)
        else:
            _drop(mark)
    # from the end: what joins an empty paragraph must find those behind it joined
    for paragraph in reversed(joined):
        _join_next(paragraph)
    for mark in [*_named(root, _RANGES)]:
        if (parent := mark.getparent()) is not None:
            parent.remove(mark)
    if rejected:
        for element in [*_named(root, frozenset(_SHOWN))]:
            element.tag = str(element.tag).replace(LOCAL[str(element.tag)], _SHOWN[LOCAL[str(element.tag)]])


def _named(root: etree._Element, names: frozenset[str]) -> Iterator[etree._Element]:
    return (element for element in root.iter("*") if LOCAL[str(element.tag)] in names)


def _settle_properties(change: etree._Element, rejected: bool) -> None:
    """Drop the memory of how it looked before, or go back to that look."""
    own = change.getparent()
    if own is None:
        return
    own.remove(change)
    before = next(iter(change), None)
    if not rejected or before is None:
        return
    inner = () if LOCAL[str(own.tag)] == "sectPr" else ("rPr", "sectPr", *_ADDED, *_TAKEN)
    kept = [child for child in own if LOCAL[str(child.tag)] in inner]
    references = [child for child in own if LOCAL[str(child.tag)] in ("headerReference", "footerReference")]
    own[:] = [*references, *before, *kept]


def _marked_paragraph(properties: etree._Element) -> etree._Element | None:
    """The paragraph whose mark has these letters' properties."""
    above = properties.getparent()
    if above is None or LOCAL[str(above.tag)] != "pPr":
        return None
    return above.getparent()


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    at = parent.index(element)
    parent[at : at + 1] = list(element)


def _drop(element: etree._Element) -> None:
    """Take the element away; bookmarks inside it stay, with nothing between them."""
    parent = element.getparent()
    assert parent is not None
    at = parent.index(element)
    parent[at : at + 1] = [*_named(element, _BOOKMARKS)]


def _join_next(paragraph: etree._Element) -> None:
    """Put what is left of a paragraph without its mark before the words of the next one, whose look it takes if it has any."""
    following = paragraph.getnext()
    while following is not None and LOCAL[str(following.tag)] in _BOOKMARKS:
        following = following.getnext()
    parent = paragraph.getparent()
    if parent is None or following is None or LOCAL[str(following.tag)] != "p":
        return
    if _is_bare(following) and not _is_bare(paragraph):
        # the mark of an empty paragraph says how those words look that are no longer there
        paragraph.extend(child for child in following if LOCAL[str(child.tag)] != "pPr")
        parent.remove(following)
        return
    own = [child for child in paragraph if LOCAL[str(child.tag)] != "pPr"]
    at = 1 if len(following) and LOCAL[str(following[0].tag)] == "pPr" else 0
    following[at:at] = own
    parent.remove(paragraph)


def _is_bare(paragraph: etree._Element) -> bool:
    """Whether nothing stands in it, nor the end of a section."""
    if next(paragraph.iterfind("{*}pPr/{*}sectPr"), None) is not None:
        return False
    left = [child for child in paragraph if LOCAL[str(child.tag)] not in _BOOKMARKS | {"pPr"}]
    return all(LOCAL[str(one.tag)] == "r" and all(LOCAL[str(child.tag)] == "rPr" for child in one) for one in left)
