"""Tracked changes that lead from one document to another: Word shows both, and a person chooses."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from docgen.anchors.names import parse_bookmark_name
from docgen.ooxml.measures import attribute
from docgen.ooxml.opening import open_package
from docgen.ooxml.properties import LOCAL, words
from docgen.ooxml.tracked import has_tracked_changes, settle_story
from docgen.ooxml.writing import PackageFrame, assemble
from docgen.recovery.differences import Comparison, Side
from docgen.recovery.redlining import make_redline
from docgen.recovery.redlining.elements import PARAGRAPH_ORDER, child, ensure, make, properties_of

if TYPE_CHECKING:
    from docgen.ooxml.opening import Package

#: who changed it, as Word names a person beside each change
AUTHOR = "docgen: spec → Word"
_SWAPPED = {"ins": "del", "del": "ins"}
_LETTERS = {"del": {"t": "delText", "instrText": "delInstrText"}, "ins": {"delText": "t", "delInstrText": "instrText"}}
_RECORDS = words("rPrChange pPrChange")
_MARKS = words("ins del")
_KEPT = words("rPr sectPr")
#: what a paragraph's properties hold beside its look
_OWN = _KEPT | words("pPrChange")


def mark_both(ours: bytes, theirs: bytes) -> bytes:
    """``ours`` with tracked changes: accepted they give what ``theirs`` says, rejected ``ours`` itself."""
    old, new = Side("", open_package(theirs)), Side("", open_package(ours))
    # a redline leads from the other document to ours: its marks the other way round lead back
    package = open_package(make_redline(old, new, Comparison()).data)
    root = package.xml(package.main)
    _turn_round(root)
    paragraphs = [p for p in root.iter("*") if LOCAL[str(p.tag)] == "p"]
    for paragraph in paragraphs:
        if _is_derived(paragraph):
            settle_story(paragraph, rejected=True)
    for paragraph in paragraphs:
        _free_last(paragraph)
    parts = {name: package.read(name) for name in package.names}
    parts[package.main] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return assemble(PackageFrame({}, list(parts)), parts)


def has_open_marks(package: Package) -> bool:
    """Whether all the tracked changes of a file are such as ``mark_both`` makes, and there are any."""
    if not has_tracked_changes(package):
        return False
    named = _MARKS | _RECORDS | words("moveFrom moveTo sectPrChange tblPrChange trPrChange tcPrChange")
    marks = (e for e in package.xml(package.main).iter("*") if LOCAL[str(e.tag)] in named)
    return all(attribute(mark, "author") == AUTHOR for mark in marks)


def _turn_round(root: etree._Element) -> None:
    for mark in [e for e in root.iter("*") if LOCAL[str(e.tag)] in _MARKS | _RECORDS]:
        name = LOCAL[str(mark.tag)]
        for key in [key for key in mark.attrib if LOCAL[str(key)] == "author"]:
            mark.set(key, AUTHOR)
        if name in _RECORDS:
            _swap_looks(mark)
            continue
        _rename(mark, _SWAPPED[name])
        for element in mark.iter("*"):
            if (letters := _LETTERS[_SWAPPED[name]].get(LOCAL[str(element.tag)])) is not None:
                _rename(element, letters)
    for mark in [e for e in root.iter("*") if LOCAL[str(e.tag)] == "del"]:
        # people look for what goes before what comes
        before = mark.getprevious()
        if before is not None and LOCAL[str(before.tag)] == "ins" and len(before):
            before.addprevious(mark)


def _free_last(last: etree._Element) -> None:
    """Mark the end of the paragraph before a run of inserted (or deleted) ones instead of the end of the ``last`` of them.

    Where no paragraph follows that it could be joined to, a mark that goes would leave an empty paragraph behind.
    """
    own, after = _mark_of(last), last.getnext()
    if own is None or (after is not None and LOCAL[str(after.tag)] == "p"):
        return
    first = last.getprevious()
    while first is not None and (mark := _mark_of(first)) is not None and mark.tag == own.tag:
        first = first.getprevious()
    if first is None or LOCAL[str(first.tag)] != "p" or _mark_of(first) is not None:
        return
    _move_end(own, first, last)


def _move_end(own: etree._Element, first: etree._Element, last: etree._Element) -> None:
    """Put the mark ``own`` from the end of ``last`` to that of ``first``; each paragraph keeps the look that it has either way."""
    is_new = LOCAL[str(own.tag)] == "ins"
    above, under = properties_of(first, "pPr"), properties_of(last, "pPr")
    # rejected, the words above stand in the last paragraph if that was inserted; accepted, if it was deleted
    wanted, held = _look(above, rejected=is_new), _look(under, rejected=False)
    ensure(above, "rPr", PARAGRAPH_ORDER).insert(0, own)
    if [etree.tostring(c) for c in wanted] == [etree.tostring(c) for c in held]:
        return
    record = make(under, "pPrChange")
    for key, value in own.attrib.items():
        record.set(key, value)
    before = make(record, "pPr")
    before.extend(wanted if is_new else held)
    record.append(before)
    under.append(record)
    if not is_new:
        under[:] = [*wanted, *(c for c in under if LOCAL[str(c.tag)] in _OWN)]


def _look(properties: etree._Element, *, rejected: bool) -> list[etree._Element]:
    record = child(properties, "pPrChange")
    held = next(iter(record), properties) if rejected and record is not None else properties
    return [deepcopy(c) for c in held if LOCAL[str(c.tag)] not in _OWN]


def _is_derived(paragraph: etree._Element) -> bool:
    """Whether docgen alone writes a line, which follows the texts that it is made of: nobody can choose there."""
    marks = [e for e in paragraph.iter("*") if LOCAL[str(e.tag)] in _MARKS]
    if not marks or any(LOCAL[str(parent.tag)] == "rPr" for mark in marks if (parent := mark.getparent()) is not None):
        return False
    names = (attribute(e, "name") or "" for e in paragraph.iter("*") if LOCAL[str(e.tag)] == "bookmarkStart")
    kept = (e for e in paragraph.iter("*") if LOCAL[str(e.tag)] == "t" and not any(a in marks for a in e.iterancestors()))
    return not any(map(parse_bookmark_name, names)) and any(e.text for e in kept)


def _mark_of(paragraph: etree._Element) -> etree._Element | None:
    """The mark that the end of a paragraph was inserted or deleted."""
    inner = child(child(paragraph, "pPr"), "rPr")
    return next((mark for mark in inner if LOCAL[str(mark.tag)] in _MARKS), None) if inner is not None else None


def _rename(element: etree._Element, name: str) -> None:
    element.tag = f"{{{etree.QName(element).namespace}}}{name}"


def _swap_looks(record: etree._Element) -> None:
    """What is recorded as the look before becomes the look, and the look what is recorded."""
    own, before = record.getparent(), next(iter(record), None)
    if own is None or before is None:
        return
    beside = [c for c in own if c is record or LOCAL[str(c.tag)] in _MARKS]
    inner = [c for c in own if LOCAL[str(c.tag)] in _KEPT]
    now = [c for c in own if c not in beside and c not in inner]
    then = list(before)
    before[:] = now
    marks = [c for c in beside if c is not record]
    own[:] = [*marks, *then, *inner, record]
