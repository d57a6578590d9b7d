"""Documents as people copy them: from law portals, out of PDFs, from mails; each with what a reader would say it is."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import date


@dataclass(frozen=True)
class Sample:
    """``text`` and what stands in it: ``texts`` of the body in order, ``left``: what is no part of the document.

    ``behind``: what of it stands behind the end, and so at the end of the text.
    """

    name: str
    text: str
    type: str
    issuer: tuple[str, ...]
    parent: tuple[str, ...]
    number: int | None
    date: date | None
    title: str
    texts: tuple[str, ...]
    recipients: tuple[str, ...]
    signer: str
    titles: tuple[str, ...]
    left: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    kind: str = "text"
    tables: tuple[tuple[str, ...], ...] = field(default=())


DECISION = Sample(
    "decision copied line by line",
    """THƯ VIỆN VĂN BẢN
Trang chủ    Tìm kiếm
Số hiệu: 12/QĐ-SNV

ỦY BAN NHÂN DÂN
TỈNH QUẢNG NGÃI
SỞ NỘI VỤ
-------
CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 12/QĐ-SNV
Quảng Ngãi, ngày 05 tháng 3 năm 2026

QUYẾT ĐỊNH
Về việc ban hành Quy chế làm việc của
Sở Nội vụ
-------
GIÁM ĐỐC SỞ NỘI VỤ

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19
tháng 6 năm 2025;
Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của
Chính phủ về công tác văn thư;
Theo đề nghị của Chánh Văn phòng Sở.

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của
Sở Nội vụ tỉnh Quảng Ngãi.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký và thay thế
Quyết định số 5/QĐ-SNV.
Điều 3. Chánh Văn phòng Sở, các trưởng phòng chịu trách nhiệm
thi hành Quyết định này./.

Nơi nhận:
- Như Điều 3;
- UBND tỉnh (để báo cáo);
- Lưu: VT, VP.

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC

Nguyễn Văn An

Chia sẻ lên mạng xã hội
""",
    "quyet-dinh",
    ("SỞ NỘI VỤ",),
    ("ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NGÃI"),
    12,
    date(2026, 3, 5),
    "Về việc ban hành Quy chế làm việc của Sở Nội vụ",
    (
        "Ban hành kèm theo Quyết định này Quy chế làm việc của Sở Nội vụ tỉnh Quảng Ngãi.",
        "Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 5/QĐ-SNV.",
        "Chánh Văn phòng Sở, các trưởng phòng chịu trách nhiệm thi hành Quyết định này.",
    ),
    ("Như Điều 3", "UBND tỉnh"),
    "Nguyễn Văn An",
    (),
    left=("THƯ VIỆN VĂN BẢN", "Trang chủ Tìm kiếm", "Số hiệu: 12/QĐ-SNV", "Chia sẻ lên mạng xã hội"),
    behind=("Chia sẻ lên mạng xã hội",),
    bases=(
        "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2025",
        "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
    ),
)

PLAN = Sample(
    "plan from a law portal in markdown",
    r"""[Trang chủ](https://thuvien.vn/) > Văn bản

| Số hiệu: | 45/KH-UBND |
| --- | --- |
| Loại văn bản: | Kế hoạch |

| **ỦY BAN NHÂN DÂN TỈNH LÀO CAI \-------** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc \-------** |
| --- | --- |
| Số: 45/KH-UBND | *Lào Cai, ngày 12 tháng 01 năm 2026* |

**KẾ HOẠCH**

**TRIỂN KHAI CÔNG TÁC VĂN THƯ, LƯU TRỮ NĂM 2026**

Thực hiện Nghị định số 30/2020/NĐ-CP, Ủy ban nhân dân tỉnh ban hành Kế hoạch như
sau:

**I. MỤC ĐÍCH, YÊU CẦU**

1\. Mục đích

a) Bảo đảm thống nhất công tác văn thư;

b) Nâng cao [chất lượng](https://x.vn/a) tham mưu.

2\. Yêu cầu: cụ thể, rõ ràng.

**II. NỘI DUNG**

- Tập huấn cho công chức;

- Kiểm tra tại các sở.

| STT | Nhiệm vụ | Thời hạn |
|---|---|---|
| 1 | Tập huấn | Quý II |
| 2 | Kiểm tra | Quý III |

**III. TỔ CHỨC THỰC HIỆN**

Các sở, ban, ngành thực hiện Kế hoạch này./.

| **Nơi nhận:** - Bộ Nội vụ; - Các sở, ban, ngành; - Lưu: VT. | **TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Giàng Thị Dung** |
| --- | --- |

Lưu trữ
""",
    "ke-hoach",
    ("ỦY BAN NHÂN DÂN TỈNH LÀO CAI",),
    (),
    45,
    date(2026, 1, 12),
    "TRIỂN KHAI CÔNG TÁC VĂN THƯ, LƯU TRỮ NĂM 2026",
    (
        "Thực hiện Nghị định số 30/2020/NĐ-CP, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau",
        "Mục đích",
        "Bảo đảm thống nhất công tác văn thư;",
        "Nâng cao chất lượng tham mưu.",
        "Yêu cầu: cụ thể, rõ ràng.",
        "Tập huấn cho công chức;",
        "Kiểm tra tại các sở.",
        "Các sở, ban, ngành thực hiện Kế hoạch này.",
    ),
    ("Bộ Nội vụ", "Các sở, ban, ngành"),
    "Giàng Thị Dung",
    ("MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG", "TỔ CHỨC THỰC HIỆN"),
    left=(
        *("https://thuvien.vn/", "https://x.vn/a", "Trang chủ > Văn bản", "Số hiệu:", "45/KH-UBND", "Loại văn bản:", "Kế hoạch"),
        "Lưu trữ",
    ),
    behind=("Lưu trữ",),
    kind="markdown",
    tables=(("STT", "Nhiệm vụ", "Thời hạn"), ("1", "Tập huấn", "Quý II"), ("2", "Kiểm tra", "Quý III")),
)

LETTER = Sample(
    "letter out of a PDF, in columns, with a stamp and a page's number",
    """                                         Ký bởi: Sở Nội vụ
                                         Email: snv@quangngai.gov.vn
                                         Ngày ký: 05/03/2026 10:11:12 +07:00
   UBND TỈNH QUẢNG NGÃI            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        SỞ NỘI VỤ                      Độc lập - Tự do - Hạnh phúc

    Số:       /SNV-CCVC           Quảng Ngãi, ngày      tháng 3 năm 2026
 V/v rà soát biên chế công chức
          năm 2026

                       Kính gửi:
                         - Các sở, ban, ngành tỉnh;
                         - Ủy ban nhân dân các xã, phường.

       Thực hiện Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban
nhân dân tỉnh về quản lý biên chế, Sở Nội vụ đề nghị các cơ quan, đơn vị rà soát
biên chế được giao.
       1. Báo cáo số liệu biên chế tính đến ngày 28 tháng 02 năm 2026 theo biểu
mẫu gửi kèm.
       2. Gửi về Sở Nội vụ trước ngày 20 tháng 3 năm 2026 để tổng hợp, trình

                                      2
\fỦy ban nhân dân tỉnh xem xét.
       Đề nghị các cơ quan, đơn vị phối hợp thực hiện./.

Nơi nhận:                                        KT. GIÁM ĐỐC
- Như trên;                                      PHÓ GIÁM ĐỐC
- UBND tỉnh (báo cáo);
- Lưu: VT, CCVC.

                                                Trần Thị Bình
""",
    "cong-van",
    ("SỞ NỘI VỤ",),
    ("UBND TỈNH QUẢNG NGÃI",),
    None,
    None,
    "rà soát biên chế công chức năm 2026",
    (
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh về quản lý biên chế, "
        "Sở Nội vụ đề nghị các cơ quan, đơn vị rà soát biên chế được giao.",
        "Báo cáo số liệu biên chế tính đến ngày 28 tháng 02 năm 2026 theo biểu mẫu gửi kèm.",
        "Gửi về Sở Nội vụ trước ngày 20 tháng 3 năm 2026 để tổng hợp, trình Ủy ban nhân dân tỉnh xem xét.",
        "Đề nghị các cơ quan, đơn vị phối hợp thực hiện.",
    ),
    ("UBND tỉnh",),
    "Trần Thị Bình",
    (),
    left=("Ký bởi: Sở Nội vụ", "Email: snv@quangngai.gov.vn", "Ngày ký: 05/03/2026 10:11:12 +07:00", "2"),
    addressees=("Các sở, ban, ngành tỉnh", "Ủy ban nhân dân các xã, phường"),
)

PARTY = Sample(
    "plan of a Party committee",
    """ĐẢNG BỘ TỈNH QUẢNG NGÃI
ĐẢNG ỦY XÃ SƠN HÀ
*
Số 12-KH/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Sơn Hà, ngày 10 tháng 6 năm 2026

KẾ HOẠCH
học tập Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng
-----

Thực hiện Chương trình công tác năm 2026, Ban Thường vụ Đảng ủy xây dựng kế
hoạch học tập như sau:

I- MỤC ĐÍCH, YÊU CẦU

1- Quán triệt sâu sắc nội dung Nghị quyết trong cán bộ, đảng viên và nhân dân.
2- Bảo đảm nghiêm túc, thiết thực.

II- TỔ CHỨC THỰC HIỆN

Các chi bộ tổ chức thực hiện, báo cáo trước ngày 30 tháng 6 năm 2026.

Nơi nhận:
- Tỉnh ủy (để báo cáo),
- Các chi bộ,
- Lưu Văn phòng Đảng ủy.

T/M BAN THƯỜNG VỤ
BÍ THƯ

Đinh Văn Hà
""",
    "ke-hoach",
    ("ĐẢNG ỦY XÃ SƠN HÀ",),
    ("ĐẢNG BỘ TỈNH QUẢNG NGÃI",),
    12,
    date(2026, 6, 10),
    "học tập Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng",
    (
        "Thực hiện Chương trình công tác năm 2026, Ban Thường vụ Đảng ủy xây dựng kế hoạch học tập như sau",
        "Quán triệt sâu sắc nội dung Nghị quyết trong cán bộ, đảng viên và nhân dân.",
        "Bảo đảm nghiêm túc, thiết thực.",
        "Các chi bộ tổ chức thực hiện, báo cáo trước ngày 30 tháng 6 năm 2026.",
    ),
    ("Tỉnh ủy", "Các chi bộ"),
    "Đinh Văn Hà",
    ("MỤC ĐÍCH, YÊU CẦU", "TỔ CHỨC THỰC HIỆN"),
)

BROKEN = replace(
    PLAN,
    name="the same, its tables broken over the ends of lines, with leftovers of tables",
    text=PLAN.text.replace("TỈNH LÀO CAI ", "\nTỈNH LÀO CAI\n")
    .replace("CỘNG HÒA XÃ HỘI CHỦ", "CỘNG HÒA XÃ HỘI\nCHỦ")
    .replace("NAM Độc", "NAM\nĐộc")
    .replace("2\\. Yêu cầu", "|\n| 2\\. Yêu cầu")
    .replace("Kế hoạch như\nsau:", "\nKế hoạch như sau:"),
    # one body, whose name stands on two lines now
    issuer=("ỦY BAN NHÂN DÂN", "TỈNH LÀO CAI"),
)
DECOMPOSED = replace(DECISION, name="the decision in NFD", text=unicodedata.normalize("NFD", DECISION.text))
DOS = replace(
    LETTER,
    name="the letter with the line ends of Windows and a mark in front",
    text="\ufeff" + LETTER.text.replace("\n", "\r\n"),
)
UNWRAPPED = replace(
    PARTY,
    name="the Party's plan, a paragraph a line",
    text=re.sub(r"xây dựng kế\nhoạch", "xây dựng kế hoạch", PARTY.text),
)
SAMPLES = (DECISION, PLAN, LETTER, PARTY, BROKEN, DECOMPOSED, DOS, UNWRAPPED)
