"""Pairs of documents to compare, and tracked changes accepted or rejected as Word does it."""

from __future__ import annotations

import re
from collections import Counter
from copy import deepcopy

from hypothesis import strategies as st
from lxml import etree

from docgen.ooxml.opening import open_package
from docgen.ooxml.reading_stories import read_story
from docgen.recovery.differences import Comparison, Difference, Kind, Side, compare
from tests.checks.making import made, packed, parts_of
from tests.support.building import documents

MAIN = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORDS = ("sửa đổi", "kinh phí", "Ủy ban", "& <b>", "thời hạn 30 ngày", "ỵ", "😀")


def side(data: bytes, name: str = "a.docx") -> Side:
    """A document to compare."""
    return Side(name, open_package(data, name=name))


def compared(old: bytes, new: bytes) -> Comparison:
    """What differs between two files."""
    return compare(side(old, "old.docx"), side(new, "new.docx"))


def only(old: bytes, new: bytes) -> Difference:
    """The one difference between two files."""
    found = compared(old, new).differences
    assert len(found) == 1, [str(one.what) for one in found]
    return found[0]


def letters(text: str) -> Counter[str]:
    """How often each word stands in ``text``."""
    return Counter(re.findall(r"\w+", text))


def texts(data: bytes) -> list[str]:
    """The text of each paragraph of the document itself, text boxes left out."""
    return [p.text for p in read_story(open_package(data)).paragraphs if p.shape is None or p.frame]


def told_words(found: Comparison) -> Counter[str]:
    """How many more of each word the new document has, headers left out, by what is told."""
    counts: Counter[str] = Counter()
    for one in found.differences:
        is_told = one.role == "document" and one.kind in (Kind.TEXT, Kind.ADDED, Kind.REMOVED)
        for piece in one.words if is_told else ():
            if piece.change == "added":
                counts.update(letters(piece.text))
            elif piece.change == "removed":
                counts.subtract(letters(piece.text))
    return Counter({word: count for word, count in counts.items() if count})


def real_words(old: bytes, new: bytes) -> Counter[str]:
    """How many more of each word the new document really has."""
    counts = letters("\n".join(texts(new)))
    counts.subtract(letters("\n".join(texts(old))))
    return Counter({word: count for word, count in counts.items() if count})


def resolve(data: bytes, *, accept: bool) -> bytes:
    """``data`` with all its tracked changes accepted, or rejected."""
    parts = parts_of(data)
    root = etree.fromstring(parts[MAIN])
    gone, kept = ("del", "ins") if accept else ("ins", "del")
    for name in ("rPrChange", "pPrChange"):
        for change in list(root.iter(f"{W}{name}")):
            _settle(change, accept)
    for mark in [m for m in root.iter(f"{W}{gone}", f"{W}{kept}") if m.getparent() is not None]:
        holder = mark.getparent()
        assert holder is not None
        inside = holder.tag
        if inside == f"{W}trPr":
            row = holder.getparent()
            assert row is not None
            holder.remove(mark)
            if mark.tag == f"{W}{gone}":
                row.getparent().remove(row)  # type: ignore[union-attr]
        elif inside != f"{W}rPr":
            at = holder.index(mark)
            holder[at : at + 1] = [] if mark.tag == f"{W}{gone}" else list(mark)
    for text in root.iter(f"{W}delText"):
        text.tag = f"{W}t"
    for text in root.iter(f"{W}delInstrText"):
        text.tag = f"{W}instrText"
    for paragraph in list(root.iter(f"{W}p")):
        marks = paragraph.find(f"{W}pPr/{W}rPr")
        if marks is not None and marks.find(f"{W}{gone}") is not None:
            _join(paragraph)
        for name in (gone, kept) if marks is not None else ():
            for mark in marks.findall(f"{W}{name}"):  # type: ignore[union-attr]
                marks.remove(mark)  # type: ignore[union-attr]
    for table in [t for t in root.iter(f"{W}tbl") if t.find(f"{W}tr") is None]:
        table.getparent().remove(table)  # type: ignore[union-attr]
    return packed({**parts, MAIN: etree.tostring(root, xml_declaration=True, encoding="UTF-8")})


def _settle(change: etree._Element, accept: bool) -> None:
    properties = change.getparent()
    assert properties is not None
    properties.remove(change)
    if not accept:
        kept = [deepcopy(e) for e in properties if e.tag in (f"{W}rPr", f"{W}sectPr", f"{W}ins", f"{W}del")]
        before = [deepcopy(e) for e in change[0]]
        first = [e for e in kept if e.tag in (f"{W}ins", f"{W}del")]
        properties[:] = [*first, *before, *(e for e in kept if e not in first)]


def _join(paragraph: etree._Element) -> None:
    """The paragraph's end goes: what stands in it goes to the next one."""
    following = paragraph.getnext()
    inner = [e for e in paragraph if e.tag != f"{W}pPr"]
    parent = paragraph.getparent()
    assert parent is not None
    if following is not None and following.tag == f"{W}p":
        at = 1 if following.find(f"{W}pPr") is not None else 0
        following[at:at] = inner
        parent.remove(paragraph)
    elif not any(e.tag == f"{W}r" for e in inner):
        parent.remove(paragraph)


@st.composite
def edited(draw: st.DrawFn) -> tuple[bytes, bytes]:
    """A document that docgen wrote, and the same one after some edits by hand."""
    data = made(draw(documents()))
    parts = parts_of(data)
    root = etree.fromstring(parts[MAIN])
    for _ in range(draw(st.integers(1, 6))):
        worded = (p for p in root.iter(f"{W}p") if "".join(map(str, p.itertext())).strip())
        paragraphs = [p for p in worded if p.find(f".//{W}drawing") is None]
        if not paragraphs:
            break
        one = paragraphs[draw(st.integers(0, len(paragraphs) - 1))]
        _edit(draw, one, root)
    return data, packed({**parts, MAIN: etree.tostring(root, xml_declaration=True, encoding="UTF-8")})


def _edit(draw: st.DrawFn, one: etree._Element, root: etree._Element) -> None:
    holders = [t for t in one.iter(f"{W}t") if t.text]
    parent = one.getparent()
    assert parent is not None
    alone = len(parent.findall(f"{W}p")) == 1
    kind = draw(st.sampled_from(("word", "word", "cut", "remove", "add", "move", "look", "set", "row")))
    if kind in ("word", "cut") and holders:
        words = holders[draw(st.integers(0, len(holders) - 1))]
        text = words.text or ""
        place = draw(st.integers(0, len(text)))
        words.text = text[:place] + (f" {draw(st.sampled_from(_WORDS))} " if kind == "word" else text[place + 3 :])
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    elif kind == "remove" and not alone:
        parent.remove(one)
    elif kind == "add":
        made_one = etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}"><w:r><w:t/></w:r></w:p>')
        made_one[0][0].text = draw(st.sampled_from(_WORDS))
        (one.addnext if draw(st.booleans()) else one.addprevious)(made_one)
    elif kind == "move" and not alone:
        others = [p for p in root.iter(f"{W}p") if p.getparent() is parent and p is not one]
        others[draw(st.integers(0, len(others) - 1))].addnext(one)
    elif kind == "look" and holders:
        run = holders[0].getparent()
        assert run is not None
        look = run.find(f"{W}rPr")
        if look is None:
            look = etree.Element(f"{W}rPr")
            run.insert(0, look)
        for size in look.findall(f"{W}sz"):
            look.remove(size)
        etree.SubElement(look, f"{W}sz").set(f"{W}val", str(draw(st.integers(8, 60))))
    elif kind == "set":
        properties = one.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            one.insert(0, properties)
        for align in properties.findall(f"{W}jc"):
            properties.remove(align)
        etree.SubElement(properties, f"{W}jc").set(f"{W}val", draw(st.sampled_from(("left", "center", "right", "both"))))
    elif kind == "row" and parent.tag == f"{W}tc":
        row = parent.getparent()
        assert row is not None
        if draw(st.booleans()) or len(row.getparent().findall(f"{W}tr")) == 1:  # type: ignore[union-attr]
            row.addnext(deepcopy(row))
        else:
            row.getparent().remove(row)  # type: ignore[union-attr]
