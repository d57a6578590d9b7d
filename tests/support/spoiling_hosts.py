"""Documents without a fault that docgen prints, to be spoilt: each rule set, every part, titles of one line and of more."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from docgen.document.model import (
    Appendix,
    DashList,
    Document,
    Draft,
    Issuer,
    Item,
    Paragraph,
    PartialDate,
    Recipient,
    Section,
    Signature,
)
from docgen.document.text import Text, literal
from tests.checks.making import made
from tests.support.documents import sample

_DAYS = {"nd30": PartialDate(2026, 3, 12), "hd05": PartialDate(2026, 6, 22), "hd36": PartialDate(2024, 5, 20)}
_LONG = "Các đơn vị chủ động phối hợp, bố trí nhân lực và phương tiện, báo cáo kết quả trước ngày 15 hằng tháng"


def _texts(*words: str) -> tuple[Text, ...]:
    return tuple(map(literal, words))


def _say(words: str) -> Paragraph:
    return Paragraph(literal(words))


def _part(title: str | None, *parts: Section | Paragraph | DashList) -> Section:
    return Section(literal(title) if title else None, parts)


def _dashes() -> DashList:
    return DashList((Item((_say(f"{_LONG};"),)), Item((_say(f"{_LONG}, kèm theo số liệu đã đối chiếu."),))))


def _points() -> tuple[Section, ...]:
    letters = ("thống kê tài sản", "đối chiếu sổ sách", "xác định giá trị", "lập biên bản", "phân loại", "ghi sổ", "lưu hồ sơ")
    return tuple(_part(None, _say(f"Việc {name} của từng đơn vị được hoàn thành trong quý II;")) for name in letters)


def _plan(levels: int) -> tuple[Section, ...]:
    """Every level with a title on one line, with one on two lines, and without any."""
    below = "Kết quả kiểm kê được tổng hợp theo từng nhóm tài sản, có đối chiếu với sổ sách kế toán và biên bản kiểm kê."
    point = _part("Đối với các đơn vị đã kiểm kê tài sản trong năm trước nhưng chưa đối chiếu với sổ sách kế toán", _say(below))
    titled = (_part("Đối với trụ sở làm việc", _say(below)), point)
    if levels > 3:
        wide = "Tài sản dùng chung của nhiều đơn vị trong cùng một khu nhà làm việc, chưa giao riêng cho đơn vị nào quản lý"
        titled = (_part("Tài sản dùng riêng của đơn vị", *titled), _part(wide, _say(below)))
    wide = "Yêu cầu đối với các cơ quan, đơn vị tham gia kiểm kê, đối chiếu và xác định giá trị tài sản của từng nhóm"
    return (
        _part("Mục đích, yêu cầu", _part("Mục đích của kế hoạch", *titled), _part(wide, _say(below), _say(f"{_LONG}."))),
        _part("Nội dung", _part(None, _say(f"{_LONG}.")), _part(None, _say(f"{below[:-1]}, gồm các việc:"), _dashes())),
        _part("Tổ chức thực hiện", _part(None, _say(f"{_LONG}.")), _part(None, _say(below))),
    )


def _articles(*, titled: bool) -> tuple[Section, ...]:
    names: tuple[str | None, ...] = (
        "Phạm vi điều chỉnh và đối tượng",
        "Trách nhiệm của các cơ quan, đơn vị trong việc kiểm kê, đối chiếu và xác định giá trị từng nhóm tài sản",
        "Chế độ báo cáo và lưu hồ sơ",
        "Tổ chức thực hiện trong năm",
    )
    names = names if titled else (None,) * 4
    deep = _part(None, _say("Việc kiểm kê tài sản gồm những nội dung sau đây:"), *_points())
    return (
        _part(names[0], _say(f"{_LONG}.")),
        _part(names[1], _say("Đơn vị được giao chủ trì có trách nhiệm:"), deep, _part(None, _say(f"{_LONG}."))),
        _part(names[2], _say(f"{_LONG}.")),
        _part(names[3], _say("Thủ trưởng các đơn vị chịu trách nhiệm thi hành từ ngày ký.")),
    )


def _state(slug: str, title: str, **changes: Any) -> Document:
    given: dict[str, Any] = {
        "issuer": Issuer(_texts("SỞ TÀI CHÍNH"), literal("STC"), _texts("ỦY BAN NHÂN DÂN", "TỈNH AN BÌNH")),
        "number": 15,
        "date": _DAYS["nd30"],
        "title": literal(title),
        "bases": (),
        "proposal": None,
        "opening": _texts("Sở Tài chính triển khai việc kiểm kê tài sản công tại các cơ quan, đơn vị trên địa bàn tỉnh như sau"),
        "closing": _texts("Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị báo cáo về Sở Tài chính để tổng hợp."),
        "distribution": (
            Recipient(literal("Thường trực Tỉnh ủy"), literal("để báo cáo")),
            Recipient(literal("Các cơ quan, đơn vị của tỉnh")),
        ),
        "drafter": None,
    }
    return sample("nd30", slug, **{**given, **changes})


def _party(slug: str, title: str, standard: str = "hd05", **changes: Any) -> Document:
    given: dict[str, Any] = {
        "issuer": Issuer(_texts("BAN TỔ CHỨC"), literal("BTCTU"), _texts("TỈNH UỶ AN BÌNH")),
        "number": 15,
        "date": _DAYS[standard],
        "title": literal(title),
        "bases": (),
        "proposal": None,
        "opening": _texts("Ban Tổ chức Tỉnh uỷ triển khai việc kiểm kê tài sản tại các cơ quan, đơn vị trực thuộc như sau"),
        "closing": _texts("Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Ban Tổ chức Tỉnh uỷ để tổng hợp."),
        "distribution": (
            Recipient(literal("Thường trực Tỉnh uỷ"), literal("để báo cáo")),
            Recipient(literal("Các đảng uỷ trực thuộc Tỉnh uỷ")),
        ),
        "signatures": (
            Signature(deputy_for=literal("TRƯỞNG BAN"), title=literal("PHÓ TRƯỞNG BAN"), name=literal("Nguyễn Thị Phương Thảo")),
        ),
        "filing": literal("Ban Tổ chức Tỉnh uỷ"),
        "drafter": None,
    }
    return sample(standard, slug, **{**given, **changes})


_APPENDICES = tuple(
    Appendix(literal(name), (_part("Thời gian", _say(f"{_LONG}.")), _part("Địa điểm", _say(f"{_LONG}."))))
    for name in ("Danh sách đơn vị được kiểm kê", "Phân công nhiệm vụ của tổ kiểm kê")
)
_STATE_BASES = _texts(
    "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
    "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
)
_PARTY_BASES = _texts(
    "Điều lệ Đảng Cộng sản Việt Nam", "Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư về thể loại văn bản của Đảng"
)
_OLD_TITLE = "kiểm kê tài sản năm 2024 của các đơn vị"
_OLD_BASES = _texts(
    "Điều lệ Đảng Cộng sản Việt Nam", "Quy định số 66-QĐ/TW, ngày 06/02/2017 của Ban Bí thư về thể loại văn bản của Đảng"
)
_TO_TWO: dict[str, Any] = {
    "addressees": _texts("Các sở, ban, ngành của tỉnh", "Ủy ban nhân dân các xã, phường"),
    "distribution": (Recipient(literal("Thường trực Tỉnh ủy"), literal("để báo cáo")),),
    "body": (_part(None, _say(f"{_LONG}.")), _part(None, _say(f"{_LONG}."))),
}
_TO_PARTY: dict[str, Any] = {
    **_TO_TWO,
    "addressees": _texts("Các đảng uỷ trực thuộc Tỉnh uỷ", "Các cơ quan tham mưu của Tỉnh uỷ"),
    "distribution": (Recipient(literal("Thường trực Tỉnh uỷ"), literal("để báo cáo")),),
}
_STATE_TITLE, _PARTY_TITLE = "Kiểm kê tài sản công năm 2026 của các đơn vị", "về kiểm kê tài sản năm 2026 của các đơn vị"
_DECIDED: dict[str, Any] = {"opening": (), "closing": (), "body": (), "articles": _articles(titled=False)}
_RULED: dict[str, Any] = {"opening": (), "closing": (), "body": (), "articles": _articles(titled=True)}
_SHORT = "kiểm kê tài sản năm 2026"
_MENTION = "triển khai kiểm kê theo danh sách tại Phụ lục {} và phân công tại Phụ lục {} kèm theo như sau"

_HOSTS: dict[str, Callable[[], Document]] = {
    "nd30-ke-hoach": lambda: _state("ke-hoach", _STATE_TITLE, body=_plan(3), bases=_STATE_BASES, drafter=literal("PL.(30)")),
    "nd30-quyet-dinh": lambda: _state(
        "quyet-dinh",
        f"Về việc {_SHORT} của các đơn vị",
        bases=_STATE_BASES,
        proposal=literal("Trưởng phòng Ngân sách"),
        **_DECIDED,
    ),
    "nd30-quy-dinh": lambda: _state("quy-dinh", _STATE_TITLE, **_RULED),
    "nd30-cong-van": lambda: _state("cong-van", f"{_SHORT} của các đơn vị", **_TO_TWO),
    "nd30-to-trinh": lambda: _state(
        "to-trinh",
        _STATE_TITLE,
        **{**_TO_TWO, "addressees": _texts("Ủy ban nhân dân tỉnh An Bình")},
        bases=_STATE_BASES,
        signatures=(Signature(title=literal("GIÁM ĐỐC"), name=literal("Trần Văn Bình")),),
    ),
    "nd30-du-thao": lambda: _state(
        "thong-bao", _STATE_TITLE, body=_TO_TWO["body"], draft=Draft(2), number=None, date=PartialDate(2026)
    ),
    "nd30-phu-luc": lambda: _state(
        "thong-bao",
        _STATE_TITLE,
        body=_TO_TWO["body"],
        appendices=_APPENDICES,
        opening=_texts(f"Sở Tài chính {_MENTION.format('I', 'II')}"),
    ),
    "nd30-chuc-danh": lambda: _state(
        "quyet-dinh",
        f"Về việc {_SHORT} của các đơn vị",
        bases=_STATE_BASES,
        issuer=Issuer(_texts("BAN CHỈ ĐẠO KIỂM KÊ"), literal("BCĐ"), _texts("ỦY BAN NHÂN DÂN", "TỈNH AN BÌNH")),
        authority=literal("TRƯỞNG BAN CHỈ ĐẠO KIỂM KÊ"),
        signatures=(
            Signature(
                title=literal("TRƯỞNG BAN"),
                other_title=literal("PHÓ CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"),
                name=literal("Trần Văn Bình"),
            ),
        ),
        **_DECIDED,
    ),
    "hd05-ke-hoach": lambda: _party("ke-hoach", _PARTY_TITLE, body=_plan(4), drafter=literal("NguyenVanAn-26")),
    "hd05-quyet-dinh": lambda: _party("quyet-dinh", _PARTY_TITLE, bases=_PARTY_BASES, **_DECIDED),
    "hd05-quy-dinh": lambda: _party("quy-dinh", _PARTY_TITLE, **_RULED),
    "hd05-cong-van": lambda: _party("cong-van", _SHORT, **_TO_PARTY),
    "hd05-to-trinh": lambda: _party(
        "to-trinh", _PARTY_TITLE, **{**_TO_PARTY, "addressees": _texts("Ban Thường vụ Tỉnh uỷ")}, bases=_PARTY_BASES
    ),
    "hd05-du-thao": lambda: _party(
        "thong-bao", _PARTY_TITLE, body=_TO_PARTY["body"], draft=Draft(2), number=None, date=PartialDate(2026)
    ),
    "hd05-phu-luc": lambda: _party(
        "thong-bao",
        _PARTY_TITLE,
        body=_TO_PARTY["body"],
        appendices=_APPENDICES,
        opening=_texts(f"Ban Tổ chức Tỉnh uỷ {_MENTION.format('1', '2')}"),
    ),
    "hd05-chuc-danh": lambda: _party(
        "ke-hoach",
        _PARTY_TITLE,
        body=_TO_PARTY["body"],
        issuer=Issuer(_texts("BAN CHỈ ĐẠO KIỂM KÊ"), literal("BCĐ"), _texts("TỈNH UỶ AN BÌNH")),
        signatures=(
            Signature(
                on_behalf_of=literal("BAN CHỈ ĐẠO"),
                title=literal("PHÓ BÍ THƯ"),
                other_title=literal("TRƯỞNG BAN CHỈ ĐẠO"),
                name=literal("Vũ Thị Mai"),
            ),
        ),
    ),
    "hd05-chi-bo": lambda: _party(
        "nghi-quyet",
        _PARTY_TITLE,
        body=_TO_PARTY["body"],
        opening=_texts("Chi bộ thôn Đông thống nhất việc kiểm kê tài sản năm 2026 như sau"),
        closing=(),
        issuer=Issuer(_texts("CHI BỘ THÔN ĐÔNG"), literal("CB"), _texts("ĐẢNG BỘ XÃ HOÀ AN")),
        signatures=(Signature(on_behalf_of=literal("CHI BỘ"), title=literal("BÍ THƯ"), name=literal("Vũ Thị Mai")),),
        distribution=(Recipient(literal("Đảng uỷ xã Hoà An"), literal("để báo cáo")),),
        filing=literal("Chi bộ"),
    ),
    "hd36-ke-hoach": lambda: _party("ke-hoach", _OLD_TITLE, "hd36", body=_plan(4), drafter=literal("NVA-26")),
    "hd36-quy-dinh": lambda: _party("quy-dinh", _OLD_TITLE, "hd36", **_RULED),
    "hd36-to-trinh": lambda: _party(
        "to-trinh", _OLD_TITLE, "hd36", **{**_TO_PARTY, "addressees": _texts("Ban Thường vụ Tỉnh uỷ")}, bases=_OLD_BASES
    ),
    "hd36-cong-van": lambda: _party("cong-van", "Kiểm kê tài sản năm 2024", "hd36", **_TO_PARTY),
}
HOSTS = tuple(_HOSTS)


@cache
def host(name: str) -> bytes:
    """The Word file of that document, as docgen prints it."""
    return made(_HOSTS[name]())
