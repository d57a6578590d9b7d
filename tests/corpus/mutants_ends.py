"""Faults of appendices and of marks (TT7, TT8)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from tests.corpus.mutant import Mutant, Spoil, both, drop, look, put, say
from tests.corpus.paper import Line, Paper, line

_CORNER = "TÀI LIỆU HỘI NGHỊ"


def _boxed(component: str, box: tuple[float, float] | None, bordered: bool = True) -> Spoil:
    return lambda paper: paper.change(component, lambda one: replace(one, box=box, bordered=bordered))


def _unmentioned(paper: Paper) -> Paper:
    at = next(i for i, one in enumerate(paper.text) if "Phụ lục" in one.text)
    words = "Nội dung chi tiết do các đơn vị trực thuộc xây dựng trên cơ sở nhiệm vụ được giao trong năm."
    return replace(paper, text=(*paper.text[:at], paper.text[at].saying(words), *paper.text[at + 1 :]))


def _head_of_appendix(*order: int) -> Spoil:
    """The first appendix's first lines (label, title, reference, text) in another order."""

    def apply(paper: Paper) -> Paper:
        first, *others = paper.appendices
        lines = (*(first.lines[i] for i in order), *first.lines[len(order) :])
        return replace(paper, appendices=(replace(first, lines=lines), *others))

    return apply


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
    yield Mutant("TT701", "hoa-tung-tu", "nd30-phu-luc", say("appendix_label", "Phụ Lục I"), "appendix_label")
    yield Mutant("TT701", "thuong", "nd30-phu-luc", say("appendix_label", "phụ lục I"), "appendix_label")
    for base in ("nd30-phu-luc", "hd05-phu-luc"):
        yield Mutant("TT705", "cuoi-phu-luc", base, _head_of_appendix(0, 1, 3, 2), _REF)
        yield Mutant("TT705", "tren-nhan", base, _head_of_appendix(2, 0, 1, 3), _REF)
        yield Mutant("TT705", "tren-ten", base, _head_of_appendix(0, 2, 1, 3), _REF)
        yield Mutant("TT704", "ten-tren-nhan", base, _head_of_appendix(1, 0, 2, 3), "appendix_title")
    reference = "Kèm theo Thông báo số 33/TB-UBND ngày 10 tháng 9 năm 2025 của Ủy ban nhân dân xã Hòa An"
    yield Mutant("TT706", "khong-so", "nd30-phu-luc", say("appendix_reference", "(Kèm theo Thông báo của Ủy ban nhân dân xã Hòa An)"), _REF)
    yield Mutant("TT706", "khong-co-quan", "nd30-phu-luc", say("appendix_reference", f"({reference.partition(' của')[0]})"), _REF)


    own = "(Kèm theo Thông báo số {} của Ủy ban nhân dân xã Hòa An)"
    for what, words in (("so-khac", "34/TB-UBND ngày 10 tháng 9 năm 2025"), ("ngay-khac", "33/TB-UBND ngày 11 tháng 9 năm 2025")):
        yield Mutant("TT707", what, "nd30-phu-luc", say("appendix_reference", own.format(words)), _REF)


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
    yield from _places()
    corner = line("circulation", _CORNER)
    yield Mutant("TT811", "ben-trai", party, both(_without("circulation"), put("number", corner, after=True)), "circulation")
    yield Mutant("TT812", "trong-ngoac", party, say("draft_mark", "(Dự thảo 2)"), "draft_mark")
    yield Mutant("TT812", "tren-so", party, both(drop("draft_mark"), put("number", line("draft_mark", "Dự thảo lần 2"))), "draft_mark")


def _moved(paper: Paper, place: str) -> Paper:
    """The mark of urgency above the number, in the right column or above the head."""
    mark = next(one for one in paper.left if one.component == "urgency")
    rest = tuple(one for one in paper.left if one is not mark)
    if place == "right":
        return replace(paper, left=rest, right=(*paper.right, mark))
    if place == "top":
        return replace(paper, left=rest, above=(*paper.above, mark))
    if place == "text":
        return replace(paper, left=rest, text=(mark, *paper.text))
    at = next(i for i, one in enumerate(rest) if one.component == place)
    return replace(paper, left=(*rest[:at], mark, *rest[at:]))


def _places() -> Iterator[Mutant]:
    state, party = "nd30-dau-chi", "hd05-dau-chi"
    for base, places in ((state, ("number", "abstract_dispatch", "top")), (party, ("number", "right", "top", "text"))):
        for place in places:
            yield Mutant("TT814", place, base, lambda paper, place=place: _moved(paper, place), "urgency")  # type: ignore[misc]
    yield Mutant("TT814", "right", state, both(_boxed("urgency", None), lambda p: _moved(p, "right")), "urgency", ("TT803",), _BOX)
    note = both(lambda paper: replace(paper, left=(*paper.left, paper.above[0])), _without_above)
    yield Mutant("TT811", "ben-trai", state, note, "circulation")


_BOX = "where a box floats differs; without one its line is missing"


def _without_above(paper: Paper) -> Paper:
    return replace(paper, above=())


def _unruled(paper: Paper) -> Paper:
    assert paper.copy is not None
    return replace(paper, copy=replace(paper.copy, ruled=False))


def _no_copy_recipients(paper: Paper) -> Paper:
    assert paper.copy is not None
    return replace(paper, copy=replace(paper.copy, recipients=()))


def _last(component: str, how: Callable[[Line], Line | None]) -> Spoil:
    """The last line of it changed: that of the copy's block."""
    return lambda paper: paper.change(component, how, sum(one.component == component for one in paper.lines()) - 1)


def _words(text: str) -> Callable[[Line], Line | None]:
    return lambda one: one.saying(text)


def _set(**values: object) -> Callable[[Line], Line | None]:
    return lambda one: one.looking(**values)


def _turned(paper: Paper) -> Paper:
    assert paper.copy is not None
    return replace(paper, copy=replace(paper.copy, right=paper.copy.right[::-1]))


def _number_above(paper: Paper) -> Paper:
    assert paper.copy is not None
    return replace(paper, copy=replace(paper.copy, left=paper.copy.left[::-1]))


def _foot_turned(paper: Paper) -> Paper:
    assert paper.copy is not None
    return replace(paper, copy=replace(paper.copy, recipients=paper.copy.signature, signature=paper.copy.recipients))


def _copies() -> Iterator[Mutant]:
    """The parts of a copy's block are held to what holds for those of an original (PL I, P.II, II.2.c)."""
    base, day = "nd30-ban-sao", "{}, ngày 15 tháng 9 năm 2025"
    for code, component, what, how in (
        ("DD242", "issuer", "khong-dam", _set(bold=False)),
        ("DD241", "issuer", "to", _set(size=15)),
        ("DD244", "issuer", "thuong", _words("Ủy ban nhân dân xã Đông Hòa")),
        ("LV106", "issuer", "ubnd", _words("UBND XÃ ĐÔNG HÒA")),
        ("TT205", "issuer", "khong-vach", lambda one: replace(one, rule=0)),
        ("DD262", "number", "dam", _set(bold=True)),
        ("TT213", "number", "cach", _words("Số: 05 / SY-UBND")),
        ("TT214", "number", "thuong", _words("Số: 05/SY-ubnd")),
        ("DD273", "place_date", "dung", _set(italic=False)),
        ("DD272", "place_date", "dam", _set(bold=True)),
        ("DD271", "place_date", "nho", _set(size=11)),
        ("TT218", "place_date", "chu-so", _words("Đông Hòa, 15/9/2025")),
        ("TT219", "place_date", "ngay", _words("Đông Hòa, ngày 5 tháng 9 năm 2025")),
        ("TT220", "place_date", "thang", _words("Đông Hòa, ngày 15 tháng 09 năm 2025")),
        ("TT221", "place_date", "khong-co", _words("Đông Hòa, ngày 31 tháng 9 năm 2025")),
        ("TT223", "place_date", "dia-danh", _words(day.format("đông hòa"))),
        ("LV107", "place_date", "viet-tat", _words(day.format("TP. Đông Hòa"))),
        ("TT501", "sign_authority", "gach", _words("T/L CHỦ TỊCH")),
        ("TT502", "sign_authority", "mot-dong", None),
        ("DD502", "sign_authority", "khong-dam", _set(bold=False)),
        ("DD512", "sign_title", "khong-dam", _set(bold=False)),
        ("DD541", "sign_name", "to", _set(size=16)),
        ("LV110", "sign_name", "ts", _words("TS. Ngô Văn Sáu")),
        ("DD622", "recipients_label", "khong-dam", _set(bold=False)),
        ("DD629", "recipients_label", "gach-chan", _set(underline=True)),
        ("DD631", "recipient", "to", _set(size=14)),
        ("TT609", "recipient", "khong-dau", _words("- Các thôn trong xã")),
        ("TT611", "filing", "khong-hai-cham", _words("- Lưu VT.")),
        ("TT612", "filing", "khong-cham", _words("- Lưu: VT")),
    ):
        own = f"copy_{component}" if component in ("issuer", "number") else component
        spoil = _last("sign_title", lambda one: None) if how is None else _last(own, how)
        yield Mutant(code, f"ban-sao-{what}", base, spoil, component)
    yield Mutant("TT813", "hinh-thuc-duoi-ngay", base, _turned, "copy_form")
    yield Mutant("TT813", "so-tren-ten", base, _number_above, "copy_form")
    yield Mutant("TT813", "doi-cot-cuoi", base, _foot_turned, "copy_form")


MUTANTS = (*_appendices(), *_marks(), *_copies())
