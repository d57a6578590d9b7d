"""The Word file of the guides to checking: a notice as somebody else's Word made it, with five faults.

``python -m tests.docs.edited FILE``, in the checkout, writes it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.checks.making import made_from, packed, parts_of, spoilt

NAME = "van-ban/thong-bao.docx"
SPEC = "nha-nuoc/xa/thong-bao"
TYPES = "[Content_Types].xml"
LINKS = "word/_rels/document.xml.rels"


def edit_notice() -> bytes:
    """The example ``specs/nha-nuoc/xa/thong-bao.yaml`` without docgen's record, and with the faults that the guides name."""
    data = spoilt(_foreign(made_from(SPEC)), r'w:left="1701"', 'w:left="1418"')
    data = spoilt(data, r'(<w:pStyle w:val="motto"/>.*?<w:r>)', r'\1<w:rPr><w:b w:val="0"/></w:rPr>')
    data = spoilt(data, r">23<", ">7<")
    data = spoilt(data, r"(Hạnh phúc</w:t></w:r></w:p><w:p>.*?</w:pPr>)<w:r>.*?</w:r>", r"\1")
    return spoilt(data, ">Vũ Đăng Khuê<", ">TS. Vũ Đăng Khuê<")


def _foreign(data: bytes) -> bytes:
    data = spoilt(data, r"<w:bookmark(?:Start|End)[^>]*/>", "", count=0)
    data = spoilt(data, r"<Override [^>]*/customXml/[^>]*/>", "", TYPES, 0)
    data = spoilt(data, r"<Relationship [^>]*/customXml/[^>]*/>", "", LINKS, 0)
    return packed({name: part for name, part in parts_of(data).items() if not name.startswith("customXml/")})


def write_notice(folder: Path) -> Path:
    """Put the file below ``folder`` and give its path."""
    path = folder / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(edit_notice())
    return path


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(edit_notice())
