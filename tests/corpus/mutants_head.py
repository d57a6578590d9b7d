"""Faults of the head (TT2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.corpus.mutant import Mutant, Spoil, both, look, page, put, rule, say
from tests.corpus.paper import Paper, line

_STATE, _PARTY = "nd30-ke-hoach", "hd05-ke-hoach"


_MOTTO = line("motto", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, size=12)
_TITLE = line("party_title", "ĐẢNG CỘNG SẢN VIỆT NAM", bold=True, size=13)
_SHORT = (("TT206",), "on two lines the last one is shorter than the drawn line")


def _typed(component: str, signs: str, nth: int = 0) -> Spoil:
    """A row of signs in place of the drawn line."""
    return both(rule(component, 0, nth), put(component, line("typed_line", signs), nth=nth, after=True))


def _underlined(component: str) -> Spoil:
    return both(rule(component, 0), look(component, underline=True))


def _low_number(paper: Paper) -> Paper:
    return paper.paged(low_date=True)


def _star_below(paper: Paper) -> Paper:
    star, number = (next(one for one in paper.left if one.component == name) for name in ("star", "number"))
    rest = tuple(one for one in paper.left if one not in (star, number))
    return replace(paper, left=(*rest, number, star))


def _state() -> Iterator[Mutant]:
    for what, words in (
        ("sai-chu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NA"),
        ("thieu-dau", "CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆT NAM"),
        ("thuong", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("dau-cham", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM."),
    ):
        yield Mutant("TT201", what, _STATE, say("motto", words), "motto")
    for what, words in (
        ("gach-dai", "Độc lập – Tự do – Hạnh phúc"),
        ("khong-cach", "Độc lập-Tự do-Hạnh phúc"),
        ("hoa-tung-tu", "Độc Lập - Tự Do - Hạnh Phúc"),
        ("sai-chu", "Độc lâp - Tự do - Hạnh phúc"),
        ("in-hoa", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"),
        ("dau-cham", "Độc lập - Tự do - Hạnh phúc."),
    ):
        yield Mutant("TT202", what, _STATE, say("slogan", words), "slogan")
    yield Mutant("TT203", "cach-6pt", _STATE, look("slogan", before=6), "slogan")
    yield Mutant("TT203", "dong-trong", _STATE, put("slogan", line("motto", "")), "slogan")
    yield Mutant("TT203", "gian-1-5", _STATE, look("motto", line=1.5), "motto")
    yield Mutant("TT204", "cot-hep", _STATE, page(right_column=80), "motto")
    for component in ("slogan", "issuer", "abstract"):
        base = "nd30-quyet-dinh"
        yield Mutant("TT205", f"thieu-vach-{component}", base, rule(component, 0), component)
        yield Mutant("TT208", f"go-tay-{component}", base, _typed(component, "-------------"), component)
        yield Mutant("TT208", f"gach-duoi-{component}", base, _typed(component, "__________"), component)
    yield Mutant("TT208", "gach-chan-slogan", _STATE, _underlined("slogan"), "slogan")
    yield Mutant("TT206", "vach-ngan", _STATE, rule("slogan", 60), "slogan")
    yield Mutant("TT206", "vach-dai", _STATE, rule("slogan", 240), "slogan")
    yield Mutant("TT207", "vach-dai-issuer", "nd30-quyet-dinh", rule("issuer", 100), "issuer")
    yield Mutant("TT207", "vach-ngan-issuer", "nd30-quyet-dinh", rule("issuer", 12), "issuer")
    yield Mutant("TT207", "vach-dai-abstract", "nd30-quyet-dinh", rule("abstract", 300), "abstract")
    yield Mutant("TT207", "vach-ngan-abstract", "nd30-quyet-dinh", rule("abstract", 30), "abstract")
    yield Mutant("TT209", "hai-tieu-de", _STATE, put("motto", _TITLE), "page")
    for code, what, number in (
        ("TT210", "ngoac", "Số: 15-KH-UBND"),
        ("TT210", "gach-dai", "Số: 15/KH–UBND"),
        ("TT210", "thieu-so", "15/KH-UBND"),
        ("TT210", "viet-hoa", "SỐ: 15/KH-UBND"),
        ("TT210", "thieu-ky-hieu", "Số: 15"),
        ("TT211", "thieu-khong", "Số: 5/KH-UBND"),
        ("TT210", "so-la-ma", "Số: XV/KH-UBND"),
        ("TT210", "gach-nguoc", "Số: 15\\KH-UBND"),
        ("TT212", "cach-hai-cham", "Số : 15/KH-UBND"),
        ("TT217", "nam-cuoi", "Số: 15/KH-UBND-2026"),
        ("TT212", "thieu-hai-cham", "Số 15/KH-UBND"),
        ("TT213", "cach-so", "Số: 15 / KH-UBND"),
        ("TT213", "cach-gach", "Số: 15/KH - UBND"),
        ("TT214", "thuong", "Số: 15/KH-ubnd"),
        ("TT214", "ma-thuong", "Số: 15/kh-UBND"),
        ("TT215", "sai-ma", "Số: 15/QĐ-UBND"),
        ("TT215", "thieu-ma", "Số: 15/UBND"),
        ("TT217", "co-nam", "Số: 15/2026/KH-UBND"),
    ):
        yield Mutant(code, what, _STATE, say("number", number), "number")
    yield Mutant("TT215", "qch", "nd30-quy-dinh", say("number", "Số: 12/QĐ-SNV"), "number")
    yield Mutant("TT215", "qyd", "nd30-quy-dinh", say("number", "Số: 12/QYĐ-SNV"), "number")
    yield Mutant("TT226", "khong-don-vi", "nd30-cong-van", say("number", "Số: 08/SNV"), "number")
    yield Mutant("TT216", "cv", "nd30-cong-van", say("number", "Số: 08/CV-SNV"), "number")
    yield Mutant("TT211", "thieu-khong-cong-van", "nd30-cong-van", say("number", "Số: 8/SNV-CCHC"), "number")
    for code, what, date in (
        ("TT218", "thieu-phay", "Sơn Hải ngày 05 tháng 3 năm 2026"),
        ("TT218", "chu-so", "Sơn Hải, 05/3/2026"),
        ("TT218", "thieu-dia-danh", "ngày 05 tháng 3 năm 2026"),
        ("TT218", "nam-hai-so", "Sơn Hải, ngày 05 tháng 3 năm 26"),
        ("TT218", "viet-hoa-ngay", "Sơn Hải, Ngày 05 tháng 3 năm 2026"),
        ("TT218", "dinh-phay", "Sơn Hải,ngày 05 tháng 3 năm 2026"),
        ("TT218", "cach-phay", "Sơn Hải , ngày 05 tháng 3 năm 2026"),
        ("TT223", "in-hoa", "SƠN HẢI, ngày 05 tháng 3 năm 2026"),
        ("TT219", "ngay", "Sơn Hải, ngày 5 tháng 3 năm 2026"),
        ("TT219", "thang", "Sơn Hải, ngày 05 tháng 2 năm 2026"),
        ("TT220", "thang", "Sơn Hải, ngày 05 tháng 03 năm 2026"),
        ("TT221", "ngay", "Sơn Hải, ngày 31 tháng 4 năm 2026"),
        ("TT221", "thang", "Sơn Hải, ngày 05 tháng 13 năm 2026"),
        ("TT223", "dia-danh", "Sơn hải, ngày 05 tháng 3 năm 2026"),
    ):
        yield Mutant(code, what, _STATE, say("place_date", date), "place_date")
    yield Mutant("TT222", "khac-hang", _STATE, _low_number, "place_date")


def _party() -> Iterator[Mutant]:
    yield Mutant("TT224", "sai-chu", _PARTY, say("party_title", "ĐẢNG CỘNG SẢN VIÊT NAM"), "party_title")
    yield Mutant("TT224", "thuong", _PARTY, say("party_title", "Đảng Cộng sản Việt Nam"), "party_title")
    yield Mutant("TT204", "cot-hep", _PARTY, page(right_column=60), "party_title", *_SHORT)
    yield Mutant("TT205", "thieu-vach", _PARTY, rule("party_title", 0), "party_title")
    yield Mutant("TT206", "vach-ngan", _PARTY, rule("party_title", 90), "party_title")
    yield Mutant("TT208", "go-tay", _PARTY, _typed("party_title", "---------------"), "party_title")
    yield Mutant("TT208", "gach-chan", _PARTY, _underlined("party_title"), "party_title")
    yield Mutant("TT209", "quoc-hieu", _PARTY, put("party_title", _MOTTO), "page")
    yield Mutant("TT225", "ba-sao", _PARTY, say("star", "***"), "star")
    yield Mutant("TT225", "gach", _PARTY, say("star", "-------"), "star")
    yield Mutant("TT225", "them-vach", _PARTY, rule("issuer", 60), "star")
    yield Mutant("TT225", "sao-duoi-so", _PARTY, _star_below, "star")
    for code, what, number in (
        ("TT210", "doi-dau", "Số 09/KH-ĐU"),
        ("TT210", "gach-dai", "Số 09–KH/ĐU"),
        ("TT210", "thieu-so", "09-KH/ĐU"),
        ("TT210", "dinh-so", "Số09-KH/ĐU"),
        ("TT210", "so-la-ma", "Số IX-KH/ĐU"),
        ("TT211", "thieu-khong", "Số 9-KH/ĐU"),
        ("TT212", "hai-cham", "Số: 09-KH/ĐU"),
        ("TT213", "cach", "Số 09 - KH/ĐU"),
        ("TT214", "thuong", "Số 09-kh/ĐU"),
        ("TT215", "sai-ma", "Số 09-NQ/ĐU"),
    ):
        yield Mutant(code, what, _PARTY, say("number", number), "number")
    yield Mutant("TT215", "quy-che-qch", "hd05-quy-che", say("number", "Số 04-QCh/ĐU"), "number")
    for code, what, date in (
        ("TT218", "thieu-phay", "Hoà An ngày 03 tháng 6 năm 2026"),
        ("TT218", "chu-so", "Hoà An, 03/6/2026"),
        ("TT218", "dau-cham", "Hoà An, ngày 03 tháng 6 năm 2026."),
        ("TT218", "dinh-phay", "Hoà An,ngày 03 tháng 6 năm 2026"),
        ("TT223", "in-hoa", "HOÀ AN, ngày 03 tháng 6 năm 2026"),
        ("TT219", "ngay", "Hoà An, ngày 3 tháng 6 năm 2026"),
        ("TT220", "thang", "Hoà An, ngày 03 tháng 06 năm 2026"),
        ("TT221", "ngay", "Hoà An, ngày 31 tháng 6 năm 2026"),
        ("TT223", "dia-danh", "hoà an, ngày 03 tháng 6 năm 2026"),
    ):
        yield Mutant(code, what, _PARTY, say("place_date", date), "place_date")


MUTANTS = (*_state(), *_party())
