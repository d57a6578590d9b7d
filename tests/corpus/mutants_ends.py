"""Faults of appendices and of marks (TT7, TT8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.corpus.mutant import Mutant, Spoil, both, drop, look, put, say
from tests.corpus.paper import Paper, line

_CORNER = "TÀI LIỆU HỘI NGHỊ"


def _boxed(component: str, box: tuple[float, float] | None, bordered: bool = True) -> Spoil:
    return lambda paper: paper.change(component, lambda one: replace(one, box=box, bordered=bordered))


def _unmentioned(paper: Paper) -> Paper:
    at = next(i for i, one in enumerate(paper.text) if "Phụ lục" in one.text)
    words = "Nội dung chi tiết do các đơn vị trực thuộc xây dựng trên cơ sở nhiệm vụ được giao trong năm."
    return replace(paper, text=(*paper.text[:at], paper.text[at].saying(words), *paper.text[at + 1 :]))


def _without(component: str) -> Spoil:
    """Every line of it left out."""

    def apply(paper: Paper) -> Paper:
        while any(one.component == component for one in paper.lines()):
            paper = paper.drop(component)
        return paper

    return apply


def _appendices() -> Iterator[Mutant]:
    base = "nd30-phu-luc"
    for what, words in (("in-hoa", "PHỤ LỤC I"), ("a-rap", "Phụ lục 1"), ("so-1", "Phụ lục số I"), ("so-khong", "PHỤ LỤC 01")):
        yield Mutant("TT701", what, base, say("appendix_label", words), "appendix_label")
    yield Mutant("TT701", "la-ma", "hd05-phu-luc", say("appendix_label", "Phụ lục I"), "appendix_label")
    for base, second in (("nd30-phu-luc", "Phụ lục III"), ("hd05-phu-luc", "Phụ lục 3")):
        yield Mutant("TT702", "cach-so", base, say("appendix_label", second, 1), "appendix_label")
        yield Mutant("TT702", "khong-so", base, say("appendix_label", "Phụ lục", 1), "appendix_label")
        yield Mutant("TT703", "khong-nhac", base, _unmentioned, "appendix_label")
        yield Mutant("TT704", "khong-ten", base, drop("appendix_title"), "appendix_title")
        yield Mutant("TT705", "khong-dong-kem-theo", base, drop("appendix_reference"), "appendix_reference")
    reference = "Kèm theo Thông báo số 33/TB-UBND ngày 10 tháng 9 năm 2025 của Ủy ban nhân dân xã Hòa An"
    yield Mutant("TT706", "khong-so", "nd30-phu-luc", say("appendix_reference", "(Kèm theo Thông báo của Ủy ban nhân dân xã Hòa An)"), _REF)
    yield Mutant("TT706", "khong-co-quan", "nd30-phu-luc", say("appendix_reference", f"({reference.partition(' của')[0]})"), _REF)


_REF = "appendix_reference"


_SMALL = (("DD654",), "initials are capitals, a name in full is not")


def _marks() -> Iterator[Mutant]:
    state, party = "nd30-dau-chi", "hd05-dau-chi"
    yield Mutant("TT801", "go-tay", "nd30-ke-hoach", put("number", line("typed_line", "MẬT", bold=True), after=True), "other")
    yield Mutant("TT801", "go-tay-toi-mat", "nd30-ke-hoach", put("type_name", line("typed_line", "TỐI MẬT", bold=True)), "other")
    for base, words in ((state, "KHẨN CẤP"), (party, "KHẨN CẤP")):
        yield Mutant("TT802", "khan-cap", base, say("urgency", words), "urgency")
    yield Mutant("TT802", "hen-gio", state, say("urgency", "HỎA TỐC HẸN GIỜ"), "urgency")
    yield Mutant("TT803", "khong-khung", state, _boxed("urgency", None), "urgency")
    yield Mutant("TT803", "khung-to", state, _boxed("urgency", (40, 8)), "urgency")
    yield Mutant("TT803", "khung-cao", state, _boxed("urgency", (30, 12)), "urgency")
    yield Mutant("TT803", "khong-vien", state, _boxed("urgency", (30, 8), bordered=False), "urgency")
    yield Mutant("TT804", "khong-khung", state, _boxed("circulation", None), "circulation")
    yield Mutant("TT804", "khong-vien", state, _boxed("circulation", (60, 8), bordered=False), "circulation")
    yield Mutant("TT805", "ten-day-du", state, say("drafter", "Người soạn: Phạm Lan"), "drafter", *_SMALL)
    yield Mutant("TT805", "kieu-nha-nuoc", party, say("drafter", "PL.(300)"), "drafter")
    yield Mutant("TT806", "khong-vach", state, look("contact", border=""), "contact")
    yield Mutant("TT806", "khong-vach", party, look("contact", border=""), "contact")
    for what, words in (("ban-chinh", "SAO Y BẢN CHÍNH"), ("ban-sao", "BẢN SAO")):
        yield Mutant("TT807", what, "nd30-ban-sao", say("copy_form", words), "copy_form")
    yield Mutant("TT808", "khong-vach", "nd30-ban-sao", _unruled, "copy_form")
    for what, number in (
        ("thieu-khong", "Số: 5/SY-UBND"),
        ("sai-ma", "Số: 05/BS-UBND"),
        ("ma-khac", "Số: 05/SL-UBND"),
        ("khong-hai-cham", "Số 05/SY-UBND"),
    ):
        yield Mutant("TT809", what, "nd30-ban-sao", say("copy_number", number), "copy_form")
    yield Mutant("TT810", "thieu-so", "nd30-ban-sao", drop("copy_number"), "copy_form")
    yield Mutant("TT810", "thieu-noi-nhan", "nd30-ban-sao", _no_copy_recipients, "copy_form")
    corner = line("circulation", _CORNER)
    yield Mutant("TT811", "ben-trai", party, both(_without("circulation"), put("number", corner, after=True)), "circulation")
    yield Mutant("TT812", "trong-ngoac", party, say("draft_mark", "(Dự thảo 2)"), "draft_mark")
    yield Mutant("TT812", "tren-so", party, both(drop("draft_mark"), put("number", line("draft_mark", "Dự thảo lần 2"))), "draft_mark")


def _unruled(paper: Paper) -> Paper:
    assert paper.copy is not None
    return replace(paper, copy=replace(paper.copy, ruled=False))


def _no_copy_recipients(paper: Paper) -> Paper:
    assert paper.copy is not None
    return replace(paper, copy=replace(paper.copy, recipients=()))


MUTANTS = (*_appendices(), *_marks())
