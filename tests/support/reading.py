"""What a Word file says, read with plain regular expressions, and what a document holds, found by walking it."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from docgen.document.model import Document
from docgen.document.text import Text
from docgen.standards import load_standard

_PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
_WORDS = re.compile(r"<w:t(?: [^>]*)?>(.*?)</w:t>", re.DOTALL)
_BOOKMARK = re.compile(r'<w:bookmarkStart w:id="(\d+)" w:name="([^"]*)"/>(.*?)<w:bookmarkEnd w:id="\1"/>', re.DOTALL)

#: fields that every rule set prints in capitals
_CAPITALS = {"Issuer.name", "Issuer.parent", "Document.authority", "Appendix.title"} | {
    f"Signature.{name}" for name in ("on_behalf_of", "deputy_for", "by_order_of", "authorised_by", "title", "other_title")
}
_HEADINGS = {"Section.title", "Task.title", "TaskGroup.title", "Duty.agencies"}
_NUMBERED = ("Section", "Task", "TaskGroup", "Duty")


@dataclass(frozen=True)
class Held:
    """A text of a document; ``capitals`` says that the rule set orders capitals for it."""

    text: Text
    capitals: bool


def read_part(data: bytes, part: str = "word/document.xml") -> str:
    """The XML of a part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(part).decode("utf-8")


def words_in(xml: str) -> str:
    """The characters of every ``w:t`` in ``xml``, joined."""
    return "".join(html.unescape(found) for found in _WORDS.findall(xml))


def paragraphs_in(data: bytes) -> list[str]:
    """The words of each paragraph of the main part."""
    return [words_in(found) for found in _PARAGRAPH.findall(read_part(data))]


def bookmarks_in(data: bytes) -> list[tuple[str, str]]:
    """Name and words of each bookmark of the main part, in its order; each must end in its own paragraph."""
    return [(name, words_in(xml)) for p in _PARAGRAPH.findall(read_part(data)) for _, name, xml in _BOOKMARK.findall(p)]


def texts_of(document: Document) -> Iterator[Held]:
    """Every text that ``document`` holds."""
    standard = load_standard(document.standard)
    capital = set(_CAPITALS)
    drafter = standard.components["drafter"].case
    if drafter and drafter.use == "upper":
        capital.add("Document.drafter")
    top = {"body": standard.types[document.type].levels[0], "articles": standard.types[document.type].article_levels[0]}

    def walk(value: object, field: str, depth: int, first: str) -> Iterator[Held]:
        if isinstance(value, Text):
            if value:
                yield Held(value, field in capital or (field in _HEADINGS and depth == 1 and first == "section"))
        elif isinstance(value, tuple):
            for item in value:
                yield from walk(item, field, depth, first)
        elif is_dataclass(value):
            name = type(value).__name__
            inner = depth + (name in _NUMBERED)
            for own in fields(value):
                below = top["articles" if own.name == "articles" else "body"] if name in ("Document", "Appendix") else first
                # a title that shares its line with a text is no heading
                shared = getattr(value, "run_in", False) or (name == "Duty" and getattr(value, "text", None))
                place = f"{name}.{own.name}" + " run in" * bool(shared)
                yield from walk(getattr(value, own.name), place, inner, below)

    yield from walk(document, "", 0, "")
