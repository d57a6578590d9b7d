"""The last way out of an import: a key that the loader refuses is opened, its words become paragraphs of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

from docgen.document.model import Document, Paragraph, PartialDate, Signature
from docgen.document.text import Text, literal
from docgen.recovery.fitting import OPEN, Fitter
from docgen.standards import Standard


def open_key(document: Document, standard: Standard, key: str) -> Document:
    """``document`` without what stands under the spec's ``key``, whose texts stand at the end of its text."""
    if key in ("sections", "body", "tasks", "participants", "implementation", "articles", "opening", "closing"):
        fitter = Fitter(standard)
        texts = _texts((document.opening, document.body, document.articles, document.closing))
        flat = tuple(Paragraph(fitter.running(literal(text.plain))) for text in texts)
        return replace(document, opening=(), body=flat or (Paragraph(literal(OPEN)),), articles=(), closing=())
    name = {"signature": "signatures"}.get(key, key)
    if name not in {field.name for field in fields(document)}:
        return document
    kept = tuple(_texts(getattr(document, name)))
    opened: object = {"signatures": (Signature(title=literal(OPEN), name=literal(OPEN)),), "addressees": (literal(OPEN),)}.get(
        name, ()
    )
    if name in ("title", "place"):
        opened = literal(OPEN)
    elif name == "issuer":
        opened = replace(document.issuer, name=(literal(OPEN),), parent=(), code=literal(OPEN))
    elif name in ("filing", "drafter", "authority", "proposal", "unit", "number", "date", "draft"):
        opened = literal(OPEN) if name == "filing" else None
    elif name in ("type", "standard"):
        return document
    changed = _replaced(document, name, opened)
    words = tuple(literal(text.plain) for text in kept if text.plain != OPEN)
    return replace(changed, closing=(*changed.closing, *words))


def _replaced(document: Document, name: str, value: object) -> Document:
    values = {field.name: getattr(document, field.name) for field in fields(document)}
    return Document(**{**values, name: value})


def _texts(value: object) -> Iterator[Text]:
    """Every text inside ``value``, in order."""
    if isinstance(value, Text):
        if value:
            yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, PartialDate):
        yield literal(value.isoformat())
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
