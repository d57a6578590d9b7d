"""What docgen's own record says of its files: for each bookmark the paragraph, the letters and the component."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docgen.anchors.record import read_record
from docgen.ooxml.content import Paragraph, Story
from docgen.ooxml.opening import Package
from docgen.reading import Passage, Reading

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NUMBERED = frozenset({"section", "article", "clause", "subclause", "point", "list_item"})
#: what a block of the record may be read as: a numbered paragraph and a list item are printed as body; one addressee stands
#: on its label's line
ALLOWED = {"body": frozenset({"body"}) | NUMBERED, "addressee_label": frozenset({"addressee"})}


class Anchored(NamedTuple):
    """A block of the record: ``paragraph.text[start:end]`` are its words."""

    component: str
    path: str
    paragraph: Paragraph
    start: int
    end: int


def anchored(package: Package, story: Story) -> Iterator[Anchored]:
    """Every block of the record with its letters."""
    record = read_record(package)
    assert record is not None
    blocks = {block.name: block for block in record.blocks}
    for paragraph in story.paragraphs:
        for name, start, end in _bookmarks(paragraph):
            if name in blocks:
                yield Anchored(blocks[name].component, blocks[name].path, paragraph, start, end)


def _bookmarks(paragraph: Paragraph) -> Iterator[tuple[str, int, int]]:
    at = 0
    opened: dict[str, tuple[str, int]] = {}
    for element in paragraph.element.iter():
        if element.tag == f"{W}bookmarkStart":
            opened[element.get(f"{W}id", "")] = element.get(f"{W}name", ""), at
        elif element.tag == f"{W}bookmarkEnd":
            name, start = opened.pop(element.get(f"{W}id", ""))
            yield name, start, at
        elif element.tag == f"{W}t":
            at += len(element.text or "")
        elif element.tag in (f"{W}br", f"{W}tab") and (parent := element.getparent()) is not None and parent.tag == f"{W}r":
            at += 1
    assert at == len(paragraph.text)


def misread(reading: Reading, package: Package) -> list[str]:
    """One line for each block of the record that was taken for something else."""
    by_paragraph: dict[int, list[Passage]] = {}
    for layout in reading.documents:
        for passage in layout.passages:
            by_paragraph.setdefault(id(passage.paragraph), []).append(passage)
    wrong = []
    paths = {block.path for block in anchored(package, reading.story)}
    for block in anchored(package, reading.story):
        allowed = ALLOWED.get(block.component, frozenset({block.component}))
        if block.component == "sign_other_title" and block.path.replace("other_title", "name") not in paths:
            # without the name below it, only its words could tell, and made-up words do not
            allowed |= {"sign_name"}
        text = block.paragraph.text
        passages = by_paragraph.get(id(block.paragraph), [])
        for i in range(block.start, block.end):
            if text[i].isspace():
                continue
            found = {p.component for p in passages if p.start <= i < p.end}
            if len(found) != 1 or not found <= allowed:
                wrong.append(
                    f"{block.path}: {block.component} read as {sorted(found)}: {text[block.start : block.end]!r} in {text!r}"
                )
                break
    return wrong
