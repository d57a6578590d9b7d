"""Faults of title and text (TT3, TT4)."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.mutant import Mutant, Spoil, both, drop, look, put, rule, say, swap
from tests.corpus.paper import Line, Paper, Words, line

_PLAN = {"state": "nd30-ke-hoach", "party": "hd05-ke-hoach"}
_RULES = {"state": "nd30-quy-dinh", "party": "hd05-quy-che"}


def _nth(component: str, text: str, nth: int) -> Spoil:
    return lambda paper: paper.say(component, text, nth)


def _last_of_text(mark: str, new: str) -> Spoil:
    """Another sign at the end of the text."""

    def apply(paper: Paper) -> Paper:
        last = paper.text[-1]
        assert last.text.endswith(mark), last.text
        words = (*last.words[:-1], (last.words[-1][0].removesuffix(mark) + new, last.words[-1][1]))
        return Paper(**{**paper.__dict__, "text": (*paper.text[:-1], Line(last.component, words, last.look))})

    return apply


def _titles() -> Iterator[Mutant]:
    yield Mutant("TT301", "khong-co-trong-danh-muc", "nd30-ke-hoach", say("type_name", "CÔNG BỐ"), "type_name")
    yield Mutant("TT301", "khong-co-trong-danh-muc", "hd05-ke-hoach", say("type_name", "CÔNG BỐ"), "type_name")
    title = line("type_name", "CÔNG VĂN")
    yield Mutant("TT302", "in-ten-loai", "nd30-cong-van", put("addressee_label", title), "type_name")
    yield Mutant("TT302", "in-ten-loai", "hd05-cong-van", put("addressee_label", title), "type_name")
    yield Mutant("TT303", "thieu", "nd30-ke-hoach", drop("abstract"), "abstract")
    yield Mutant("TT303", "thieu", "nd30-cong-van", drop("abstract_dispatch"), "abstract_dispatch")
    yield Mutant("TT303", "thieu", "hd05-ke-hoach", both(drop("abstract"), drop("separator")), "abstract")
    yield Mutant("TT303", "thieu", "hd05-cong-van", drop("abstract_dispatch"), "abstract_dispatch")
    for code, what, words in (
        ("TT304", "ve-viec", "Về việc rà soát vị trí việc làm năm 2026"),
        ("TT304", "khong-mo-dau", "Rà soát vị trí việc làm năm 2026"),
        ("TT304", "hoa", "V/V rà soát vị trí việc làm năm 2026"),
        ("TT306", "hai-cham", "V/v: rà soát vị trí việc làm năm 2026"),
        ("TT306", "hoa", "V/v Rà soát vị trí việc làm năm 2026"),
    ):
        yield Mutant(code, what, "nd30-cong-van", say("abstract_dispatch", words), "abstract_dispatch")
    yield Mutant("TT305", "v-v", "nd30-quyet-dinh", say("abstract", "V/v thành lập Tổ công tác rà soát tài sản công"), "abstract")
    yield Mutant("TT305", "v-v", "hd05-to-trinh", say("abstract", "V/v kiện toàn tổ chức bộ máy"), "abstract")
    for what, signs in (("bon", "----"), ("bay", "-------"), ("gach-dai", "–––––"), ("gach-chan", "_____")):
        yield Mutant("TT307", what, "hd05-ke-hoach", say("separator", signs), "separator")
    yield Mutant("TT307", "thieu", "hd05-ke-hoach", drop("separator"), "separator")
    drawn = both(drop("separator"), rule("abstract", 60))
    yield Mutant("TT307", "vach-ke", "hd05-ke-hoach", drawn, "separator")
    yield Mutant("TT307", "tren-trich-yeu", "hd05-ke-hoach", _early_hyphens, "separator")
    yield Mutant("TT309", "khong-hai-cham", "nd30-quyet-dinh", say("decision_word", "QUYẾT ĐỊNH"), "decision_word")
    yield Mutant("TT309", "thieu", "nd30-quyet-dinh", drop("decision_word"), "decision_word")
    for base in ("nd30-cong-van", "hd05-cong-van"):
        yield Mutant("TT310", "giua-trang", base, _subject_in_text, "abstract_dispatch")
        yield Mutant("TT310", "cot-phai", base, _subject_at_right, "abstract_dispatch")
    five = line("separator", "-----")
    yield Mutant("TT308", "nam-gach", "hd05-cong-van", put("abstract_dispatch", five, after=True), "separator")
    yield Mutant("TT308", "vach-ke", "hd05-cong-van", rule("abstract_dispatch", 60), "separator")


def _early_hyphens(paper: Paper) -> Paper:
    name, abstract, hyphens, *rest = paper.text
    return Paper(**{**paper.__dict__, "text": (name, hyphens, abstract, *rest)})


def _subject_in_text(paper: Paper) -> Paper:
    *left, subject = paper.left
    return Paper(**{**paper.__dict__, "left": tuple(left), "text": (subject, *paper.text)})


def _subject_at_right(paper: Paper) -> Paper:
    *left, subject = paper.left
    return Paper(**{**paper.__dict__, "left": tuple(left), "right": (*paper.right, subject)})


def _bases() -> Iterator[Mutant]:
    for base, last, first in (
        ("nd30-to-trinh", 2, "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"),
        ("hd05-to-trinh", 1, "- Căn cứ Điều lệ Đảng Cộng sản Việt Nam"),
    ):
        yield Mutant("TT401", "phay", base, say("base", first + ","), "base")
        yield Mutant("TT401", "cham", base, say("base", first + "."), "base")
        yield Mutant("TT401", "cuoi-cham-phay", base, _ending("base", ".", ";", last), "base")
        yield Mutant("TT401", "cuoi-phay", base, _ending("base", ".", ",", last), "base")
        yield Mutant("TT401", "hai-cham", base, say("base", first + ":"), "base")
    yield Mutant("TT401", "cuoi-phay", "nd30-quyet-dinh", _ending("base", ".", ",", 1), "base")
    yield Mutant("TT401", "cuoi-cham", "hd36-to-trinh", _ending("base", ",", ";", 1), "base")
    yield Mutant("TT402", "co-gach", "nd30-to-trinh", swap("base", "Căn cứ", "- Căn cứ"), "base")
    yield Mutant("TT402", "cong", "hd05-to-trinh", swap("base", "- Căn cứ", "+ Căn cứ"), "base")
    yield Mutant("TT402", "khong-gach", "hd05-to-trinh", swap("base", "- Căn cứ", "Căn cứ"), "base")


def _one_paragraph(paper: Paper) -> Paper:
    """The first two bases on one line."""
    first, second = [one for one in paper.text if one.component == "base"][:2]
    return paper.say("base", f"{first.text} {second.text}").drop("base", 1)


def _labels() -> Iterator[Mutant]:
    for base in ("nd30-quyet-dinh", "nd30-to-trinh", "hd05-to-trinh"):
        yield Mutant("TT416", "mot-doan", base, _one_paragraph, "base")
    for base in _RULES.values():
        for what, sign in (("mot-dong", " "), ("hai-cham", ": ")):
            words = f"Chương I{sign}QUY ĐỊNH CHUNG"
            joined = both(_nth("part_label", words, 0), drop("part_title", 0))
            yield Mutant("TT418", what, base, joined, "part_label")
        yield Mutant("TT417", "in-hoa", base, swap("article", "Điều 2.", "ĐIỀU 2.", 1), "article")
        yield Mutant("TT417", "thuong", base, swap("part_label", "Chương II", "chương II", 1), "part_label")
        yield Mutant("TT404", "chuong-cham", base, swap("part_label", "Chương II", "Chương II.", 1), "part_label")
        yield Mutant("TT404", "dinh-khoan", base, swap("clause", "1. ", "1."), "clause")
        yield Mutant("TT404", "dinh-diem", base, swap("point", "a) ", "a)"), "point")
        yield Mutant("TT404", "dinh-dieu", base, swap("article", "Điều 1. ", "Điều 1."), "article")
        yield Mutant("DD424", "muc-in-hoa", base, swap("part_label", "Mục 1", "MỤC 1", 2), "part_label")
        yield Mutant("DD422", "muc-khong-dam", base, look("part_label", nth=2, bold=False), "part_label")
        yield Mutant("DD425", "muc-ben-trai", base, look("part_label", nth=2, align="left"), "part_label")
        yield Mutant("DD434", "ten-muc-thuong", base, _small("part_title", 2), "part_title")


def _small(component: str, nth: int) -> Spoil:
    return lambda paper: paper.change(component, lambda one: one.saying(one.text.capitalize()), nth)


def _ending(component: str, old: str, new: str, nth: int) -> Spoil:
    def change(one: Line) -> Line:
        assert one.text.endswith(old), one.text
        return one.saying(one.text.removesuffix(old) + new)

    return lambda paper: paper.change(component, change, nth)


def _numbers() -> Iterator[Mutant]:
    for regime, base in _RULES.items():
        state = regime == "state"
        yield Mutant(
            "TT403", "chuong-a-rap", base, both(_nth("part_label", "Chương 1", 0), _nth("part_label", "Chương 2", 1)), "part_label"
        )
        yield Mutant("TT403", "dieu-la-ma", base, swap("article", "Điều 2.", "Điều II.", 1), "article")
        muc = both(_nth("part_label", "Mục I", 2), _nth("part_label", "Mục II", 3)) if state else _nth("part_label", "Mục I", 2)
        yield Mutant("TT403", "muc-la-ma", base, muc, "division_label")
        yield Mutant("TT404", "dieu-hai-cham", base, swap("article", "Điều 2.", "Điều 2:", 1), "article")
        yield Mutant("TT404", "diem-cham", base, swap("point", "a)", "a."), "point")
        yield Mutant("TT404", "diem-ngoac-kep", base, swap("point", "b)", "(b)", 1), "list_item")
        if state:
            yield Mutant("TT404", "khoan-ngoac", base, swap("clause", "1.", "1)"), "clause")
            yield Mutant("TT404", "khoan-gach", base, swap("clause", "2.", "2-", 1), "clause")
        yield Mutant("TT405", "dieu-cach", base, swap("article", "Điều 2.", "Điều 4.", 1), "article")
        yield Mutant("TT405", "dieu-lap", base, swap("article", "Điều 2.", "Điều 1.", 1), "article")
        yield Mutant("TT405", "chuong-cach", base, _nth("part_label", "Chương III", 1), "part_label")
        # a second "1." may begin a new count; only a gap shows that a number is wrong
        yield Mutant("TT405", "khoan-cach", base, swap("clause", "2.", "3.", 1), "clause")
        yield Mutant("TT405", "diem-cach", base, swap("point", "b)", "c)", 1), "point")
        yield Mutant("TT406", "thieu-d", base, _latin(base), "point")
        yield Mutant("TT407", "chuong-khong-ten", base, drop("part_title", 0), "part_label")
        yield Mutant("TT407", "muc-khong-ten", base, drop("part_title", 2), "division_label")
    yield Mutant("TT406", "f", "nd30-quy-dinh", swap("point", "g)", "f)", 6), "point")
    yield Mutant("TT408", "dieu-khong-ten", "nd30-quy-dinh", _untitled, "body")
    alone = swap("article", "Điều 1. Phạm vi điều chỉnh", "Điều 1.")
    yield Mutant("TT408", "dieu-mot-minh", "nd30-quy-dinh", alone, "body")
    yield Mutant("DD462", "khong-dam", "nd30-ke-hoach", look("clause_title", bold=False), "clause")
    for regime, base in _PLAN.items():
        yield Mutant("TT405", "muc-lap", base, _nth("section", "II. TỔ CHỨC THỰC HIỆN", 2), "section")
        yield Mutant("TT405", "muc-cach", base, _nth("section", "III. NỘI DUNG", 1), "section")
        yield Mutant("TT407", "muc-khong-ten", base, _nth("section", "II.", 1), "section")
        if regime == "state":
            yield Mutant("TT404", "muc-gach", base, _nth("section", "II- NỘI DUNG", 1), "section")
    below = line("body", "1.1. Các đơn vị phân công đầu mối tổng hợp số liệu hằng tháng.")
    yield Mutant("TT409", "so-nhieu-cap", "nd30-ke-hoach", put("clause", below, after=True), "subclause")




def _untitled(paper: Paper) -> Paper:
    words: tuple[Words, ...] = (
        ("Điều 1. ", {}),
        ("Quy định này quy định việc lập, quản lý hồ sơ công vụ của các đơn vị trực thuộc Sở.", {"bold": False}),
    )
    return paper.change("article", lambda one: Line(one.component, words))


def _latin(base: str) -> Spoil:
    """``đ`` left out: d, e, g …"""
    letters = ("đ", "e", "g") if base.startswith("nd30") else ("đ",)
    following = ("e", "g", "h") if base.startswith("nd30") else ("e",)
    changes = (swap("point", f"{old})", f"{new})", 4 + i) for i, (old, new) in enumerate(zip(letters, following, strict=True)))
    return both(*changes)


def _texts() -> Iterator[Mutant]:
    other = {"state": 13, "party": 14}
    for regime, base in _PLAN.items():
        low, high = other[regime], other[regime] + 1
        mixed = both(look("clause", size=low), look("clause", nth=1, size=high))
        yield Mutant("TT410", "hai-co", base, mixed, "clause")
        yield Mutant("TT412", "ca-doan-dam", base, look("list_item", bold=True), "list_item")
        yield Mutant("TT414", "ca-doan-nghieng", base, look("list_item", italic=True), "list_item")
    for base in _PLAN.values():
        loud = "CÁC ĐƠN VỊ CHỦ ĐỘNG BỐ TRÍ KINH PHÍ, NHÂN LỰC VÀ PHƯƠNG TIỆN TRONG QUÁ TRÌNH THỰC HIỆN."
        yield Mutant("TT415", "in-hoa", base, put("section", line("body", loud), nth=1), "body")
    yield Mutant("TT411", "cham", "nd30-ke-hoach", _last_of_text("./.", "."), "clause")
    yield Mutant("TT411", "hai-gach", "nd30-ke-hoach", _last_of_text("./.", ".//."), "clause")
    yield Mutant("TT411", "gach-cham", "nd30-cong-van", _last_of_text("./.", "/."), "body")
    for base, sign in (("nd30-cong-van", "./."), ("hd05-cong-van", ".")):
        yield Mutant("TT411", "hai-cham", base, _last_of_text(sign, ":"), "body")
    yield Mutant("TT411", "khong-dau", "hd05-ke-hoach", _last_of_text(".", ""), "clause")
    yield Mutant("TT411", "cham-phay", "hd05-cong-van", _last_of_text(".", ";"), "body")
    yield Mutant("TT413", "kieu-nha-nuoc", "hd05-ke-hoach", _last_of_text(".", "./."), "clause")


MUTANTS = (*_titles(), *_bases(), *_labels(), *_numbers(), *_texts())
