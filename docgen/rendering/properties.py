"""``docProps/core.xml``: what the document is called and who issues it; never a clerk's or a machine's name."""

from __future__ import annotations

from datetime import date

from docgen.document.model import Document
from docgen.ooxml.xml import escape
from docgen.rendering.phrases import issuer_words
from docgen.standards import Standard

CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


def core_properties(document: Document, standard: Standard, today: date | None) -> bytes:
    """Title, issuer, subject, language; dates from the document, else from ``today``, else none."""
    kind = standard.types[document.type].name
    title = f"{kind} {document.title.plain}" if document.title else kind
    day = _day(document) or today
    stamp = f"{day.isoformat()}T00:00:00Z" if day else ""
    dates = "".join(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{name}>' for name in ("created", "modified") if stamp)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:subject>{escape(kind)}</dc:subject>"
        f"<dc:creator>{escape(issuer_words(document))}</dc:creator><dc:language>vi-VN</dc:language>{dates}</cp:coreProperties>"
    ).encode()


def _day(document: Document) -> date | None:
    """The document's date; an open month or day counts as the first."""
    given = document.date
    return date(given.year, given.month or 1, given.day or 1) if given else None
