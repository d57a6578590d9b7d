"""The type of a document as it is printed: its name, its codes, what stands in its place."""

from __future__ import annotations

from functools import lru_cache

from docgen.checks.keeping import kept
from docgen.ooxml.content import Paragraph
from docgen.reading.folding import fold_each, squeeze
from docgen.reading.layout import Layout, Sure
from docgen.standards import DocumentType, Standard


def kind_of(layout: Layout) -> DocumentType | None:
    """The document's type; ``None`` where it could not be told or was only guessed."""
    if layout.type is None or layout.type_sure is Sure.GUESS:
        return None
    return layout.standard.types.get(layout.type)


def printed_kind(layout: Layout) -> DocumentType | None:
    """The type by the name that is printed, if a known one is."""
    kind = kind_of(layout)
    return kind if kind is not None and not kind.dispatch and layout.get("type_name") else None


def is_dispatch(layout: Layout) -> bool:
    """Whether the document is a công văn for certain and no other type's name is printed."""
    kind = kind_of(layout)
    return kind is not None and kind.dispatch


def codes_of(kind: DocumentType) -> tuple[str, ...]:
    """The codes that a document of that type may carry."""
    return tuple(code for code in (kind.code, *kind.other_codes) if code)


@lru_cache(maxsize=8)
def all_codes(standard: Standard) -> frozenset[str]:
    """The codes of all types."""
    return frozenset(code for kind in standard.types.values() for code in codes_of(kind))


def known_name(standard: Standard, words: str) -> str | None:
    """The slug of the type that ``words`` begin with, whatever marks and capitals they have."""
    plain = squeeze(fold_each(words))
    names = _names(standard)
    found = [slug for slug, name in names.items() if plain == name or plain.startswith(f"{name} ")]
    return max(found, key=lambda slug: len(names[slug]), default=None)


@lru_cache(maxsize=8)
def _names(standard: Standard) -> dict[str, str]:
    return {slug: squeeze(fold_each(kind.name)) for slug, kind in standard.types.items()}


@kept
def title_paragraph(layout: Layout) -> Paragraph | None:
    """The first printed paragraph below the head: where the type's name stands if there is one."""
    rows = layout.standard.order
    head = {id(passage.paragraph) for row in rows for name in (*row.left, *row.right) for passage in layout.get(name)}
    story = layout.story.paragraphs[layout.first : layout.last]
    last = max((i for i, paragraph in enumerate(story) if id(paragraph) in head), default=None)
    if last is None:
        return None
    table = layout.head_table
    for paragraph in story[last + 1 :]:
        inside = table is not None and paragraph.cell is not None and paragraph.cell.table is table
        if not paragraph.is_empty and not inside and paragraph.shape is None:
            return paragraph
    return None
