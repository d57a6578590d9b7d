"""Which documents are turned into pages and measured; all of them in one go, because each start of LibreOffice costs seconds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from docgen.document.model import Document, Paragraph, Section, Signature
from docgen.document.text import literal
from docgen.rendering import render
from docgen.spec import load_spec
from docgen.standards import load_standard
from tests.pages.measuring import Pdf
from tests.support.documents import SENTENCE, appendix, every_sample, issuer, sample, with_origins

ROOT = Path(__file__).resolve().parents[2]
LENGTHS = 25


@dataclass(frozen=True)
class Measured:
    """A document and its pages."""

    name: str
    document: Document
    pdf: Pdf


def spec_names() -> list[str]:
    """The example specs, by their path."""
    found = (ROOT / "specs").rglob("*.yaml")
    return sorted(p.relative_to(ROOT).as_posix() for p in found if p.name != "agency.yaml")


SAMPLES = {f"{document.standard}-{document.type}": document for document in every_sample()}

#: long names, with the lines that people would break them into
NAMES: dict[str, tuple[str, Document, tuple[str, ...]]] = {}


def _name(key: str, standard: str, lines: tuple[str, ...], parent: tuple[str, ...] = (), place: str = "An Bình") -> None:
    document = sample(standard, "ke-hoach", issuer=issuer(" ".join(lines), parent=parent), place=literal(place), number=1234)
    NAMES[key] = (standard, document, lines)


_name("name-province", "nd30", ("ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NGÃI"))
_name("name-city", "nd30", ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HỒ CHÍ MINH"), place="Thành phố Hồ Chí Minh")
_LAM_DONG = ("ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG",)
_name("name-department", "nd30", ("SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"), parent=_LAM_DONG)
_name("name-zone", "nd30", ("ỦY BAN NHÂN DÂN", "ĐẶC KHU PHÚ QUỐC"), place="Đặc khu Phú Quốc")
_name("name-party", "hd05", ("BAN TUYÊN GIÁO", "VÀ DÂN VẬN"), parent=("TỈNH UỶ QUẢNG NGÃI",), place="Thành phố Hồ Chí Minh")
_name("name-party-old", "hd36", ("ĐẢNG UỶ", "PHƯỜNG NGUYỄN THÁI BÌNH"))

#: breaks at sense boundaries are asked of it, but not which: several divide it about equally well
LONGEST = "BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG CÁC CÔNG TRÌNH GIAO THÔNG VÀ NÔNG NGHIỆP TỈNH AN BÌNH"


def _longest() -> Document:
    return sample("nd30", "ke-hoach", issuer=issuer(LONGEST), number=1234)


#: with appendices of several pages
_APPENDICES = (appendix("danh mục nhiệm vụ", 2, 2), appendix("biểu mẫu báo cáo", 2, 2))
APPENDED = {
    f"appended-{standard}": with_origins(replace(sample(standard, "ke-hoach"), appendices=_APPENDICES))
    for standard in ("nd30", "hd05")
}

#: how many headings with a paragraph each bring the end of the text near the end of page 2
LAYOUTS = {
    "nd30-ke-hoach": 12,
    "nd30-cong-van": 13,
    "nd30-quyet-dinh": 11,
    "hd05-ke-hoach": 12,
    "hd05-cong-van": 12,
}


def length_names(layout: str) -> list[str]:
    return [f"length-{layout}-{step:02}" for step in range(LENGTHS)]


def _of_length(layout: str, step: int) -> Document:
    """``step`` adds a line, or a paragraph, to the text: 18 and 24 pt by turns."""
    standard, _, slug = layout.partition("-")
    two_lines = literal(f"{SENTENCE}; {SENTENCE[:30].lower()}.")
    short = Paragraph(literal("Đoạn văn này có một dòng."))
    first = Paragraph(two_lines if step % 2 else short.text)
    start = (first, *[short] * (step // 2))
    longer = literal(f"{SENTENCE}; {SENTENCE.lower()}; {SENTENCE.lower()}.")
    middle = [Section(literal(f"Đề mục số {n}"), (Paragraph(two_lines if n % 3 else longer),)) for n in range(1, LAYOUTS[layout])]
    signed = Signature(on_behalf_of=literal("BAN THƯỜNG VỤ"), title=literal("PHÓ BÍ THƯ"), name=literal("Nguyễn Thị Phương Thảo"))
    changes = {"opening": (), "closing": (), "signatures": (signed,)}
    if slug == "quyet-dinh":
        parts = (Section(literal("Phạm vi"), start), *middle)
        return sample(standard, slug, articles=parts, body=(), **changes)
    return sample(standard, slug, body=(Section(literal("Phạm vi"), start), *middle), **changes)


def all_documents() -> Iterator[tuple[str, Document, bytes]]:
    """Name, document and Word file of everything that is measured."""
    for name in spec_names():
        spec = load_spec(ROOT / name)
        yield name, spec.document, render(spec.document, spec.standard)
    made = {**SAMPLES, **{key: document for key, (_, document, _) in NAMES.items()}, "name-longest": _longest(), **APPENDED}
    made |= {name: _of_length(layout, step) for layout in LAYOUTS for step, name in enumerate(length_names(layout))}
    for name, document in made.items():
        yield name, document, render(document, load_standard(document.standard))
