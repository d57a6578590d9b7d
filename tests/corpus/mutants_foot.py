"""Faults of signature and recipients (TT5, TT6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.corpus.mutant import Mutant, Spoil, both, drop, look, put, say, swap
from tests.corpus.paper import Line, Paper, Words, line

_STATE, _PARTY = "nd30-ke-hoach", "hd05-ke-hoach"


def _signatures() -> Iterator[Mutant]:
    for what, words in (("tm-gach", "T/M ỦY BAN NHÂN DÂN"), ("tm-khong-cham", "TM ỦY BAN NHÂN DÂN"), ("tm-dinh", "TM.ỦY BAN NHÂN DÂN")):
        yield Mutant("TT501", what, _STATE, say("sign_authority", words), "sign_authority")
    for what, words in (
        ("kt-gach", "K/T GIÁM ĐỐC"),
        ("kt-khong-cham", "KT GIÁM ĐỐC"),
        ("tl-gach", "T/L GIÁM ĐỐC"),
        ("tuq", "TUQ GIÁM ĐỐC"),
    ):
        yield Mutant("TT501", what, "nd30-cong-van", say("sign_authority", words), "sign_authority")
    yield Mutant("TT501", "tm-cham", _PARTY, say("sign_authority", "TM. BAN THƯỜNG VỤ"), "sign_authority")
    # without the space the mark is not told from a word, so that the line counts as an office
    yield Mutant("TT501", "tm-dinh", _PARTY, say("sign_authority", "T/MBAN THƯỜNG VỤ"), "sign_title")
    yield Mutant("TT501", "kt-cham", "hd05-cong-van", say("sign_authority", "KT. CHÁNH VĂN PHÒNG"), "sign_authority")
    yield Mutant("TT501", "tuq", "hd05-cong-van", say("sign_authority", "TUQ. CHÁNH VĂN PHÒNG"), "sign_authority")
    for what, words in (("uq", "UQ. GIÁM ĐỐC"), ("u-q", "U.Q GIÁM ĐỐC"), ("uq-khong-cham", "UQ GIÁM ĐỐC")):
        yield Mutant("TT501", what, "nd30-cong-van", say("sign_authority", words), "sign_authority")
    yield Mutant("TT501", "uq", "hd05-cong-van", say("sign_authority", "UQ CHÁNH VĂN PHÒNG"), "sign_authority")
    yield Mutant("TT501", "tl-dinh", "nd30-cong-van", say("sign_authority", "TLGIÁM ĐỐC"), "sign_title")
    yield Mutant("TT501", "thuong", _PARTY, say("sign_authority", "t/m BAN THƯỜNG VỤ"), "sign_authority")
    for base, mark in ((_STATE, "TM."), (_PARTY, "T/M")):
        yield Mutant("TT501", "mot-minh", base, say("sign_authority", mark), "sign_authority")
    alone = both(drop("sign_authority", 1), drop("sign_title"))
    yield Mutant("TT502", "tm-khong-chuc-vu", _STATE, alone, "sign_authority")
    yield Mutant("TT502", "ky-thay-chinh-minh", "nd30-cong-van", say("sign_title", "GIÁM ĐỐC"), "sign_title")
    yield Mutant("TT502", "ky-thay-chinh-minh", "hd05-cong-van", say("sign_title", "CHÁNH VĂN PHÒNG"), "sign_title")
    yield Mutant("TT502", "mot-dong", "nd30-cong-van", drop("sign_title"), "sign_authority")
    yield Mutant("TT502", "mot-dong", "hd05-cong-van", drop("sign_title"), "sign_authority")
    for base, name in ((_STATE, "Trần Văn"), (_PARTY, "Vũ Thị")):
        last = {_STATE: "Bình", _PARTY: "Mai"}[base]
        yield Mutant("TT503", "thuong", base, say("sign_name", f"{name} {last.lower()}"), "sign_name")
    yield Mutant("TT504", "chuc-danh-khac-dam", "hd05-chuc-danh", look("sign_other_title", bold=True), "sign_other_title")
    captions = both(say("sign_title", "THƯ KÝ"), say("sign_title", "CHỦ TOẠ", 1))
    yield Mutant("TT505", "sai-chu", "hd05-bien-ban", captions, "sign_title")
    yield Mutant("TT505", "doi-cot", "hd05-bien-ban", _exchanged, "sign_title")


def _exchanged(paper: Paper) -> Paper:
    return replace(paper, second=paper.signature, signature=paper.second)


def _without_addressees(paper: Paper) -> Paper:
    kept = tuple(one for one in paper.text if one.component not in ("addressee_label", "addressee"))
    return replace(paper, text=kept)


def _one_line(paper: Paper) -> Paper:
    """Both addressees on the label's line."""
    label = next(one for one in paper.text if one.component == "addressee_label")
    rest = tuple(one for one in paper.text if one.component != "addressee")
    words: tuple[Words, ...] = (("Kính gửi:", {}), (" Sở Nội vụ; Sở Tài chính", {"italic": False}))
    joined = tuple(replace(label, words=words) if one is label else one for one in rest)
    return replace(paper, text=joined)


def _left_of_label(paper: Paper) -> Paper:
    return paper.change_all("addressee", lambda one: one.looking(left=20))


def _addressees() -> Iterator[Mutant]:
    yield Mutant("TT601", "thieu-cong-van", "nd30-cong-van", _without_addressees, "addressee_label")
    yield Mutant("TT601", "thieu-to-trinh", "nd30-to-trinh", _without_addressees, "addressee_label")
    yield Mutant("TT601", "thieu-cong-van", "hd05-cong-van", _without_addressees, "addressee_label")
    yield Mutant("TT601", "thieu-to-trinh", "hd05-to-trinh", _without_addressees, "addressee_label")
    label = line("addressee_label", "Kính gửi:", " Các phòng, ban")
    party = line("addressee_label", ("Kính gửi:", {}), (" Các chi bộ trực thuộc", {"italic": False}))
    yield Mutant("TT602", "thua-ke-hoach", _STATE, put("body", label), "addressee_label")
    yield Mutant("TT602", "thua-quyet-dinh", "nd30-quyet-dinh", put("authority", label), "addressee_label")
    yield Mutant("TT602", "thua-ke-hoach", _PARTY, put("body", party), "addressee_label")
    for base in ("nd30-cong-van", "hd05-cong-van"):
        yield Mutant("TT603", "thieu-hai-cham", base, swap("addressee_label", "Kính gửi:", "Kính gửi"), "addressee_label")
        yield Mutant("TT605", "phay", base, _ending("addressee", ";", ","), "addressee")
        yield Mutant("TT605", "khong-dau", base, _ending("addressee", ";", ""), "addressee")
        yield Mutant("TT605", "khong-gach", base, swap("addressee", "- Các", "Các"), "addressee")
    yield Mutant("TT605", "cuoi-cham-phay", "nd30-cong-van", _ending("addressee", ".", ";", 1), "addressee")
    yield Mutant("TT605", "mot-noi-co-cham", "nd30-bao-cao", swap("addressee_label", "Bộ Nội vụ", "Bộ Nội vụ."), "addressee")
    # 36-HD/VPTW: that commas stand in its lists is known from others only, so that no mark but a missing one is told
    yield Mutant("TT605", "khong-dau", "hd36-cong-van", _ending("addressee", ",", ""), "addressee")
    yield Mutant("TT604", "mot-dong", "nd30-cong-van", _one_line, "addressee")
    yield Mutant("TT604", "mot-dong-va", "nd30-bao-cao", swap("addressee_label", "Bộ Nội vụ", "Bộ Nội vụ, Bộ Tài chính"), "addressee")
    yield Mutant("TT606", "lech-cot", "nd30-cong-van", look("addressee", nth=1, left=52), "addressee")
    yield Mutant("TT606", "trai-kinh-gui", "nd30-cong-van", _left_of_label, "addressee")
    for base in ("nd30-cong-van", "hd05-cong-van"):
        for what, words in (("hoa-gui", "Kính Gửi"), ("thuong", "kính gửi")):
            yield Mutant("TT613", what, base, swap("addressee_label", "Kính gửi", words), "addressee_label")
        yield Mutant("TT613", "cach-hai-cham", base, swap("addressee_label", "Kính gửi:", "Kính gửi :"), "addressee_label")
        yield Mutant("TT605", "cong", base, swap("addressee", "- Các", "+ Các"), "addressee")
        yield Mutant("TT616", "in-hoa", base, _in_capitals("addressee"), "addressee")
    yield Mutant("TT613", "hoa-trinh", "hd05-to-trinh", swap("addressee_label", "Kính trình:", "Kính Trình:"), "addressee_label")
    yield Mutant("TT613", "kinh-trinh", "nd30-to-trinh", swap("addressee_label", "Kính gửi:", "Kính trình:"), "addressee_label")
    yield Mutant("TT605", "mot-noi-co-gach", "nd30-bao-cao", swap("addressee_label", " Bộ Nội vụ", " - Bộ Nội vụ"), "addressee")
    below = both(say("addressee_label", "Kính gửi:"), put("addressee_label", line("addressee", "Bộ Nội vụ"), after=True))
    yield Mutant("TT605", "mot-noi-xuong-dong", "nd30-bao-cao", below, "addressee")
    yield Mutant("TT613", "kinh-gui-to-trinh", "hd05-to-trinh", swap("addressee_label", "Kính trình:", "Kính gửi:"), "addressee_label")
    yield Mutant("TT613", "kinh-trinh-cong-van", "hd05-cong-van", swap("addressee_label", "Kính gửi:", "Kính trình:"), "addressee_label")
    yield Mutant("TT613", "kinh-trinh-to-trinh", "hd36-to-trinh", swap("addressee_label", "Kính gửi:", "Kính trình:"), "addressee_label")


def _ending(component: str, old: str, new: str, nth: int = 0) -> Spoil:
    def change(one: Line) -> Line:
        assert one.text.endswith(old), one.text
        return one.saying(one.text.removesuffix(old) + new)

    return lambda paper: paper.change(component, change, nth)


def _in_capitals(component: str) -> Spoil:
    return lambda paper: paper.change(component, lambda one: one.saying(one.text.upper()))


def _low_label(paper: Paper) -> Paper:
    """The recipients below the signature, in paragraphs of their own."""
    return replace(paper, second=(line("body", ""),))


def _filing_first(paper: Paper) -> Paper:
    label, *listed, filing = paper.recipients
    return replace(paper, recipients=(label, filing, *listed))


def _recipients() -> Iterator[Mutant]:
    for base in (_STATE, _PARTY):
        yield Mutant("TT607", "khong-hai-cham", base, swap("recipients_label", ":", ""), "recipients_label")
        yield Mutant("TT607", "in-hoa", base, swap("recipients_label", "Nơi nhận", "NƠI NHẬN"), "recipients_label")
        yield Mutant("TT609", "phay", base, _ending("recipient", ";", ","), "recipient")
        yield Mutant("TT609", "cham", base, _ending("recipient", ";", "."), "recipient")
        yield Mutant("TT609", "khong-dau", base, _ending("recipient", ";", ""), "recipient")
        yield Mutant(
            "TT609", "khong-gach", base, lambda paper: paper.change("recipient", lambda one: one.saying(one.text[2:])), "recipient"
        )
        yield Mutant("TT609", "cong", base, swap("recipient", "- ", "+ "), "recipient")
        yield Mutant("TT616", "in-hoa", base, _in_capitals("recipient"), "recipient")
        yield Mutant("TT612", "khong-cham", base, _ending("filing", ".", ""), "filing")
        yield Mutant("TT612", "cham-phay", base, _ending("filing", ".", ";"), "filing")
        yield Mutant("TT612", "luu-dau-tien", base, _filing_first, "recipient", ("TT109",), _ORDER)
        yield Mutant("TT611", "thieu", base, drop("filing"), "recipient")
        two = both(say("recipient", "- Các đơn vị trực thuộc; - Các cơ quan phối hợp;"), drop("recipient", 1))
        yield Mutant("TT614", "hai-noi-mot-dong", base, two, "recipient")
    yield Mutant("TT615", "nhan-lui", _STATE, look("recipients_label", left=15), "recipients_label")
    yield Mutant("TT615", "gach-lui", _STATE, look("recipient", left=10), "recipient")
    yield Mutant("TT615", "luu-lui", _STATE, look("filing", indent=10), "filing")
    yield Mutant("TT611", "cham-phay", _STATE, say("filing", "- Lưu: VT; NC."), "filing")
    yield Mutant("TT611", "gach", _STATE, say("filing", "- Lưu: VT - NC."), "filing")
    yield Mutant("TT608", "duoi-chu-ky", _STATE, _low_label, "recipients_label")
    for base in ("nd30-cong-van", "nd30-to-trinh", "hd05-cong-van", "hd05-to-trinh"):
        yield Mutant("TT610", f"thieu-{base[5:]}", base, swap("recipient", "Như trên", "Các đơn vị trực thuộc"), "recipient")
    for base in ("nd30-cong-van", "hd05-cong-van"):
        for what, words in (("thuong", "như trên"), ("hoa-tung-tu", "Như Trên")):
            yield Mutant("TT610", what, base, swap("recipient", "Như trên", words), "recipient")
    yield Mutant("TT611", "vt-sau", _STATE, say("filing", "- Lưu: NC, VT."), "filing")
    yield Mutant("TT611", "khong-hai-cham", _STATE, say("filing", "- Lưu VT, NC."), "filing")
    yield Mutant("TT611", "khong-vt", _STATE, say("filing", "- Lưu: NC."), "filing")
    yield Mutant("TT611", "hai-cham", _PARTY, say("filing", "- Lưu: Văn phòng Đảng uỷ."), "filing")
    yield Mutant("TT611", "vt", _PARTY, say("filing", "- Lưu VT, Văn phòng Đảng uỷ."), "filing")


_ORDER = "the rule on the order of all components sees it too"

MUTANTS = (*_signatures(), *_addressees(), *_recipients())
