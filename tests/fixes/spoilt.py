"""Correct papers with one thing spoilt each: the rule that says so, and the words that a repair must put there."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from tests.corpus.paper import Line, Paper, line
from tests.corpus.papers import (
    party_letter,
    party_plan,
    party_submission,
    state_appendices,
    state_decision,
    state_letter,
    state_plan,
)
from tests.corpus.state_papers import state_regulation


@dataclass(frozen=True)
class Spoilt:
    """A paper in which ``rule`` finds one thing; ``says``: words that stand in it after the repair, typed from the law."""

    rule: str
    paper: Callable[[], Paper]
    says: str = ""
    note: str = ""

    @property
    def name(self) -> str:
        """For the test's name."""
        return f"{self.rule}-{self.note}" if self.note else self.rule


def _worded(
    rule: str, base: Callable[[], Paper], component: str, old: str, new: str, says: str = "", nth: int = 0, note: str = ""
) -> Spoilt:
    """``old`` in a line is written ``new``; without ``says`` the old words must come back."""

    def change(one: Line) -> Line:
        assert old in one.text, (old, one.text)
        return replace(one, words=tuple((text.replace(old, new), look) for text, look in one.words))

    return Spoilt(rule, lambda: base().change(component, change, nth), says or old, note)


def _looking(rule: str, base: Callable[[], Paper], component: str, note: str = "", nth: int = 0, **look: Any) -> Spoilt:
    return Spoilt(rule, lambda: base().change(component, lambda one: one.looking(**look), nth), "", note)


def _paged(rule: str, base: Callable[[], Paper], note: str = "", **page: Any) -> Spoilt:
    return Spoilt(rule, lambda: base().paged(**page), "", note)


def _longer(paper: Paper) -> Paper:
    """The paper on more than one page."""
    more = tuple(
        line(
            "body",
            f"Đơn vị {name} báo cáo kết quả thực hiện nhiệm vụ được giao trong năm và phương hướng của năm sau.",
        )
        for name in ("thứ nhất", "thứ hai", "thứ ba", "thứ tư", "thứ năm") * 6
    )
    return replace(paper, text=(*paper.text[:-1], *more, paper.text[-1]))


def _long_plan() -> Paper:
    return _longer(state_plan())


def _counted_on() -> Paper:
    paper = state_appendices()
    return replace(paper, appendices=tuple(replace(one, restart=False) for one in paper.appendices))


def _in_pieces() -> Paper:
    return state_plan().change("body", lambda one: one.saying(unicodedata.normalize("NFD", one.text)))


def _cut_in_pieces() -> Paper:
    """The same with marks in runs of their own."""

    def change(one: Line) -> Line:
        letters = unicodedata.normalize("NFD", one.text)
        words: list[tuple[str, dict[str, Any]]] = [(letter, {"bold": False}) for letter in letters]
        return replace(one, words=tuple(words))

    return state_plan().change("body", change)


def _named_letter() -> Paper:
    paper = state_letter()
    return replace(paper, text=(line("type_name", "CÔNG VĂN"), *paper.text))


def _ruled_letter() -> Paper:
    paper = party_letter()
    return replace(paper, left=(*paper.left, line("separator", "-----")))


SPOILT = (
    _paged("TT101", state_plan, "hep", left=20),
    _paged("TT101", party_plan, "rong", top=35, bottom=15),
    _paged("TT102", state_plan, "letter", width=215.9, height=279.4),
    _looking("TT104", state_plan, "body", font="Arial"),
    _looking("TT104", party_plan, "clause", font="Calibri", note="dang"),
    _looking("TT105", state_plan, "body", color="FF0000"),
    Spoilt("TT106", _in_pieces, "Để nâng cao chất lượng phục vụ người dân và doanh nghiệp", "mot-doan"),
    Spoilt("TT106", _cut_in_pieces, "Để nâng cao chất lượng phục vụ người dân và doanh nghiệp", "tung-chu"),
    Spoilt("TT108", lambda: state_plan().set("motto", size=12).set("slogan", size=14).set("place_date", size=14)),
    _paged("TT112", _long_plan, number="none"),
    _paged("TT112", _long_plan, "go-tay", number="typed"),
    _paged("TT114", _long_plan, first_hidden=False),
    _paged("TT115", _long_plan, format="lowerRoman"),
    Spoilt("TT116", _counted_on),
    _paged("TT117", party_plan, header=20),
    _worded("TT201", state_plan, "motto", "CHỦ NGHĨA", "CHŨ NGHĨA"),
    _worded("TT202", state_plan, "slogan", " - ", " – "),
    _looking("TT203", state_plan, "slogan", before=6),
    _worded("TT210", state_plan, "number", "Số:", "SỐ:"),
    _worded("TT210", state_plan, "number", "Số: 15", "15", note="khong-so"),
    _worded("TT210", state_plan, "number", "KH-UBND", "KH–UBND", note="gach"),
    _worded("TT211", state_letter, "number", "08", "8"),
    _worded("TT212", state_plan, "number", "Số:", "Số"),
    _worded("TT212", party_plan, "number", "Số ", "Số: ", note="dang"),
    _worded("TT213", state_plan, "number", "KH-UBND", "KH - UBND"),
    _worded("TT214", state_plan, "number", "KH-UBND", "kh-UBND"),
    _worded("TT215", state_decision, "number", "QĐ-STC", "TB-STC"),
    _worded("TT216", state_letter, "number", "08/SNV", "08/CV-SNV"),
    _worded("TT217", state_plan, "number", "15/KH", "15/2026/KH"),
    _worded("TT218", state_plan, "place_date", "Sơn Hải, ngày 05 tháng 3 năm 2026", "Sơn Hải, ngày 05-3-2026"),
    _worded("TT219", state_plan, "place_date", "ngày 05", "ngày 5"),
    _worded("TT219", state_letter, "place_date", "tháng 01", "tháng 1", note="thang"),
    _worded("TT220", state_plan, "place_date", "tháng 3", "tháng 03"),
    _worded("TT223", state_plan, "place_date", "Sơn Hải", "Sơn hải"),
    _worded("TT224", party_plan, "party_title", "VIỆT NAM", "VIẸT NAM"),
    _worded("TT225", party_plan, "star", "*", "-------"),
    Spoilt("TT302", _named_letter),
    _worded("TT304", state_letter, "abstract_dispatch", "V/v", "Về việc"),
    _worded("TT304", state_letter, "abstract_dispatch", "V/v ", "", "V/v rà soát", note="khong"),
    _worded("TT305", state_decision, "abstract", "Về việc", "V/v"),
    _worded("TT306", state_letter, "abstract_dispatch", "V/v", "V/v:"),
    _worded("TT307", party_plan, "separator", "-----", "----------"),
    Spoilt("TT308", _ruled_letter),
    _worded("TT401", state_decision, "base", "2017;", "2017,"),
    _worded("TT402", party_submission, "base", "- Căn cứ", "Căn cứ"),
    _worded("TT402", state_decision, "base", "Căn cứ", "- Căn cứ", note="nha-nuoc"),
    _worded("TT403", state_regulation, "part_label", "Chương II", "Chương 2", nth=1),
    _worded("TT404", state_plan, "clause", "1. Rà soát", "1) Rà soát"),
    _looking("TT410", state_plan, "clause", size=13),
    _worded("TT411", state_plan, "clause", "báo cáo./.", "báo cáo.", nth=3),
    _looking("TT412", state_letter, "body", bold=True),
    _looking("TT414", state_letter, "body", nth=1, italic=True),
    _worded("TT413", party_plan, "clause", "báo cáo.", "báo cáo./.", nth=3),
    _worded("TT417", state_regulation, "article", "Điều 2.", "ĐIỀU 2.", nth=1),
    _worded("TT501", state_plan, "sign_authority", "KT. CHỦ TỊCH", "K/T CHỦ TỊCH", nth=1),
    _worded("TT501", party_plan, "sign_authority", "T/M BAN", "TM. BAN", note="dang"),
    _worded("TT503", state_plan, "sign_name", "Trần Văn Bình", "TRẦN VĂN BÌNH"),
    _looking("TT504", party_plan, "sign_title", bold=True),
    _worded("TT603", state_letter, "addressee_label", "Kính gửi:", "Kính gửi"),
    _worded("TT605", state_letter, "addressee", "ban, ngành;", "ban, ngành,"),
    _looking("TT606", state_letter, "addressee", left=55, nth=1),
    _worded("TT607", state_plan, "recipients_label", "Nơi nhận:", "Nơi Nhận"),
    _worded("TT609", state_plan, "recipient", "- Các sở", "Các sở"),
    _worded("TT609", state_plan, "recipient", "ngành;", "ngành,", note="cuoi"),
    _worded("TT611", state_plan, "filing", "Lưu: VT", "Lưu VT"),
    _looking("TT615", state_plan, "recipients_label", left=15),
    _worded("TT612", state_plan, "filing", "NC.", "NC"),
    _worded("TT613", party_letter, "addressee_label", "Kính gửi", "KÍNH GỬI"),
    _worded("TT309", state_decision, "decision_word", "QUYẾT ĐỊNH:", "QUYẾT ĐỊNH"),
    _worded("TT610", state_letter, "recipient", "Như trên", "như Trên"),
    _worded("TT613", state_letter, "addressee_label", "Kính gửi", "Kính Gửi", note="nha-nuoc"),
    _worded("TT613", state_letter, "addressee_label", "Kính gửi:", "Kính gửi :", note="cach"),
    _worded("TT605", state_letter, "addressee", "- Các sở", "+ Các sở", note="cong"),
    _worded("TT609", state_plan, "recipient", "- Các sở", "+ Các sở", note="cong"),
    _worded("TT402", party_submission, "base", "- Căn cứ", "+ Căn cứ", note="cong"),
    _worded("TT404", state_plan, "clause", "1. Rà soát", "1.Rà soát", note="dinh"),
    _worded("TT404", state_regulation, "part_label", "Chương II", "Chương II.", nth=1, note="nhan"),
    _worded("TT417", state_regulation, "part_label", "Chương II", "chương II", nth=1, note="chuong"),
    _worded("TT501", state_letter, "sign_authority", "KT. GIÁM ĐỐC", "UQ. GIÁM ĐỐC", "TUQ. GIÁM ĐỐC", note="uq"),
    _worded("TT501", state_letter, "sign_authority", "KT. GIÁM ĐỐC", "KTGIÁM ĐỐC", note="dinh"),
    _worded("TT701", state_appendices, "appendix_label", "Phụ lục I", "Phụ Lục I", note="hoa"),
    _worded("TT212", state_plan, "number", "Số:", "Số :", note="cach"),
    _worded("TT210", party_plan, "number", "Số 09", "Số09", note="dinh"),
    _worded("TT217", state_plan, "number", "/KH-UBND", "/KH-UBND-2026", note="cuoi"),
    _worded("TT218", state_plan, "place_date", "Sơn Hải, ngày", "Sơn Hải,ngày", note="dinh"),
    _worded("TT223", state_plan, "place_date", "Sơn Hải,", "SƠN HẢI,", note="in-hoa"),
    _worded("TT701", state_appendices, "appendix_label", "Phụ lục I", "PHỤ LỤC I"),
    _worded(
        "LV101",
        state_plan,
        "body",
        "ban hành Kế hoạch như sau:",
        "căn cứ Khoản 2 điều 5 của Luật này ban hành Kế hoạch như sau:",
        "khoản 2 Điều 5",
    ),
    _worded(
        "LV102",
        state_letter,
        "body",
        "Quá trình thực hiện nếu có khó khăn, đề nghị",
        "Quá trình thực hiện còn khó khăn. đề nghị",
        "khó khăn. Đề nghị",
        nth=1,
    ),
    _worded("LV104", state_letter, "body", "gửi kết quả về Sở", "gửi kết quả về Tỉnh Sơn Hải", "tỉnh Sơn Hải"),
    _worded("LV105", state_letter, "body", "trước ngày 30", "vào thứ hai, ngày 30", "vào thứ Hai"),
    _worded("LV110", state_plan, "sign_name", "Trần Văn Bình", "TS. Trần Văn Bình"),
    _worded("LV111", state_letter, "recipient", "Như trên", "Như kính gửi"),
    _worded("LV113", party_letter, "abstract_dispatch", "về việc đăng ký", "đăng ký"),
)
