"""Texts as somebody copies them from a page, between a head and a foot, and what an import makes of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from docgen.document.model import Document
from docgen.problems import Problem
from docgen.recovery import import_file
from docgen.rendering import render
from docgen.spec import load_text

FOOT = "\n\nNơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nLê Văn Cường\n"


class Pasted(NamedTuple):
    """The document of the one spec, which builds; the spec's text; what the import says."""

    document: Document
    spec: str
    notes: Sequence[Problem]


def head(code: str, kind: str, title: str) -> str:
    """The head of a paper of Sở Xây dựng, flattened to lines: the type's code and name, and its title."""
    return (
        "UBND TỈNH AN BÌNH\nSỞ XÂY DỰNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        f"Số: 12/{code}-SXD\nAn Bình, ngày 05 tháng 3 năm 2026\n\n{kind}\n{title}\n\n"
    )


def import_pasted(text: str, folder: Path, ending: str = ".txt") -> Pasted:
    """``text`` as a file of one document, imported; its spec loads and builds."""
    path = folder / f"a{ending}"
    path.write_bytes(text.encode())
    (spec,) = import_file(path, language="en")
    loaded = load_text(spec.text, shown="x.yaml")
    render(loaded.document, loaded.standard)
    return Pasted(loaded.document, spec.text, spec.notes)
