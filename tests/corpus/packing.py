"""Parts of a Word file zipped together, with their types and relationships."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from tests.corpus.formatting import HEAD

_MAIN = "http://schemas.openxmlformats.org"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def pack(main: str, others: Mapping[str, tuple[str, str]]) -> bytes:
    """A package of the main part and ``others``: relationship id → name (``styles``, ``header1``), XML."""
    types = [_override("document", "document.main")]
    links, parts = [], {"word/document.xml": main}
    for number, (name, xml) in others.items():
        kind = name.rstrip("0123456789")
        types.append(_override(name, kind))
        links.append(_link(number, kind, f"{name}.xml"))
        parts[f"word/{name}.xml"] = xml
    content = (
        f'{HEAD}<Types xmlns="{_MAIN}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{"".join(types)}</Types>'
    )
    parts = {
        "[Content_Types].xml": content,
        "_rels/.rels": _links([_link("rId1", "officeDocument", "word/document.xml")]),
        **parts,
        "word/_rels/document.xml.rels": _links(links),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text.encode(), zipfile.ZIP_DEFLATED, 1)
    return made.getvalue()


def _override(name: str, kind: str) -> str:
    return f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'


def _link(number: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{number}" Type="{_MAIN}/officeDocument/2006/relationships/{kind}" Target="{target}"/>'


def _links(links: list[str]) -> str:
    return f'{HEAD}<Relationships xmlns="{_MAIN}/package/2006/relationships">{"".join(links)}</Relationships>'
