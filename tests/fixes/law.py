"""Law 7 as one assertion: a fix changes only what it names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from lxml import etree

from docgen.fixes.edits import Edit
from tests.checks.making import parts_of

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "sym": "\ufffd"}
_ADDRESS = re.compile(r"(?:w:)?(\w+)\[(\d+)\]")
_WORDS = ("text", "composition", "page number")


def assert_only_named(before: bytes, after: bytes, edits: Iterable[Edit]) -> None:
    """Outside the elements that ``edits`` list everything is as it was, and words differ only where an edit is about words."""
    old, new = parts_of(before), parts_of(after)
    named: dict[str, set[str]] = {}
    worded: set[tuple[str, str]] = set()
    edits = list(edits)
    for edit in edits:
        named.setdefault(edit.part, set()).add(edit.element)
        if edit.property in _WORDS:
            worded.add((edit.part, edit.element))
    assert old.keys() <= new.keys(), "a part is gone"
    assert {name for name in new if old.get(name) != new[name]} == named.keys()
    for part, elements in named.items():
        if part not in old:
            assert [element[-3:] for element in elements] == ["[1]"], (part, elements)
            continue
        was, now = etree.fromstring(old[part]), etree.fromstring(new[part])
        assert _letters_but(was, part, worded) == _letters_but(now, part, worded)
        _take_out(was, elements)
        _take_out(now, elements)
        assert _canonical(was) == _canonical(now), part
    _assert_words(old, new, [edit for edit in edits if edit.property == "composition"])


def letters_of(paragraph: etree._Element) -> str:
    """What a paragraph prints, without what stands in text boxes in it."""
    out = []
    for element in paragraph.iter():
        if not isinstance(element.tag, str) or _inner(element, paragraph):
            continue
        name = etree.QName(element).localname
        if name == "t":
            text = element.text or ""
            out.append(text if element.get(_SPACE) == "preserve" else text.strip(" \t\r\n"))
        elif name in _SIGNS and etree.QName(element.getparent()).localname == "r":
            out.append(_SIGNS[name])
    return "".join(out)


def paragraphs_of(root: etree._Element) -> list[etree._Element]:
    """Every ``w:p``, in order."""
    return [
        element
        for element in root.iter()
        if isinstance(element.tag, str)
        and etree.QName(element).localname == "p"
        and "wordprocessingml" in (etree.QName(element).namespace or "")
    ]


def _inner(element: etree._Element, paragraph: etree._Element) -> bool:
    parent = element.getparent()
    while parent is not None and parent is not paragraph:
        if etree.QName(parent).localname == "p" and "wordprocessingml" in (etree.QName(parent).namespace or ""):
            return True
        parent = parent.getparent()
    return False


def _letters_but(root: etree._Element, part: str, worded: set[tuple[str, str]]) -> list[str]:
    """The words of every paragraph, empty ones aside, except those that an edit is about."""
    numbered = enumerate(paragraphs_of(root), 1)
    said = [letters_of(p) for n, p in numbered if (part, f"w:p[{n}]") not in worded]
    return [words for words in said if words]


def _assert_words(old: dict[str, bytes], new: dict[str, bytes], edits: Iterable[Edit]) -> None:
    for edit in edits:
        index = int(re.findall(r"\d+", edit.element)[0]) - 1
        was, now = (letters_of(paragraphs_of(etree.fromstring(parts[edit.part]))[index]) for parts in (old, new))
        assert unicodedata.normalize("NFC", was) == unicodedata.normalize("NFC", now)


def _take_out(root: etree._Element, addresses: Iterable[str]) -> None:
    """Take the elements away; all are found first, since their numbers change with every one that goes."""
    found = [element for address in addresses if (element := _find(root, address)) is not None]
    for element in found:
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)


def _find(root: etree._Element, address: str) -> etree._Element | None:
    """The element, or ``None`` where the file does not have it yet."""
    match = _ADDRESS.fullmatch(address)
    assert match is not None, address
    name, number = match[1], int(match[2])
    if name == "p":
        elements = paragraphs_of(root)
    elif name == "sectPr":
        # what a tracked change keeps from before is no section
        elements = [e for e in root.iter("{*}sectPr") if etree.QName(e.getparent()).localname in ("body", "pPr")]
    else:
        elements = list(root.iterchildren(f"{{*}}{name}"))
    return elements[number - 1] if number <= len(elements) else None


def _canonical(root: etree._Element) -> bytes:
    for element in root.iter():
        if element.tail is not None and not element.tail.strip():
            element.tail = None
    return etree.tostring(root, method="c14n2", strip_text=False)
