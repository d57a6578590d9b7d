"""Text as a PDF gives it: pages with numbers, heads broken at blanks, lines drawn with dashes, columns set with spaces."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest

from docgen.document.model import Document, Paragraph, PartialDate, Section, Table
from docgen.metrics import text_width
from docgen.recovery.plain_text import story_of_text
from tests.support.pasted import FOOT, head, import_pasted

PARTY = """\
TỈNH UỶ AN BÌNH
*
Số 133-QĐ/TU

ĐẢNG CỘNG SẢN VIỆT NAM
An Bình, ngày 10 tháng 7 năm 2026

QUYẾT ĐỊNH

thành lập Tổ công tác theo dõi việc sử dụng
trụ sở, tài sản dôi dư sau sắp xếp tổ chức
{bases}
BAN THƯỜNG VỤ TỈNH UỶ
QUYẾT ĐỊNH
Điều 1. Thành lập Tổ công tác.
Điều 2. Quyết định có hiệu lực kể từ ngày ký.

Nơi nhận:
- Như Điều 1,
- Lưu Văn phòng Tỉnh uỷ.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ

Phan Trọng Khánh
"""
BROKEN = """\
UBND TỈNH AN BÌNH
SỞ NÔNG NGHIỆP
VÀ MÔI TRƯỜNG
Số:

/BC-SNNMT

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Độc lập - Tự do - Hạnh phúc

An Bình, ngày

{date}

BÁO CÁO
Kết quả công tác phòng, chống thiên tai 6 tháng đầu
năm và nhiệm vụ trọng tâm 6 tháng cuối năm 2026
Kính gửi: Ủy ban nhân dân tỉnh An Bình.
Sở Nông nghiệp và Môi trường báo cáo kết quả như sau:
I. TÌNH HÌNH
Thiên tai không gây thiệt hại về người.
"""
HEAD = head("BC", "BÁO CÁO", "Kết quả công tác quý I năm 2026")
SENTENCES = (
    "Rà soát, lập danh sách các hộ dân sinh sống tại khu vực có nguy cơ sạt lở và bố trí nơi ở tạm thời trước mùa mưa bão.",
    "Kiểm tra trang thiết bị của lực lượng xung kích ở các xã, phường, thị trấn ven sông.",
    "Bổ sung kinh phí sửa chữa đê điều.",
    "Tổ chức trực ban nghiêm túc trong suốt thời gian có thiên tai; báo cáo kịp thời tình hình và đề xuất biện pháp xử lý.",
    "Hoàn thành việc nạo vét kênh mương, khơi thông dòng chảy tại các cống tiêu thoát nước trong khu dân cư.",
    "Đôn đốc các đơn vị thi công công trình dở dang thực hiện phương án bảo đảm an toàn.",
    "Mỗi địa phương tổ chức ít nhất một cuộc diễn tập về sơ tán dân cư với phương châm bốn tại chỗ.",
)


def _of_times(text: str) -> float:
    """Its width in ems of Times New Roman."""
    return text_width(text, 1)


def _paragraphs(text: str) -> list[str]:
    return [paragraph.text for paragraph in story_of_text(text).story.paragraphs if paragraph.text.strip()]


def _imported(text: str, folder: Path) -> Document:
    return import_pasted(text, folder).document


@pytest.mark.parametrize(
    "bases",
    [
        "----- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;\n- Xét đề nghị của Ban Tổ chức Tỉnh uỷ.",
        "----Căn cứ Điều lệ Đảng Cộng sản Việt Nam;\nXét đề nghị của Ban Tổ chức Tỉnh uỷ.",
        "-----\nCăn cứ Điều lệ Đảng Cộng sản Việt Nam;\nXét đề nghị của Ban Tổ chức Tỉnh uỷ.",
    ],
)
def test_a_drawn_line_that_runs_into_the_words_below_it_ends_the_title(bases: str, tmp_path: Path) -> None:
    document = _imported(PARTY.format(bases=bases), tmp_path)
    assert document.title is not None
    assert document.title.plain == "thành lập Tổ công tác theo dõi việc sử dụng trụ sở, tài sản dôi dư sau sắp xếp tổ chức"
    assert [base.plain for base in document.bases] == ["Điều lệ Đảng Cộng sản Việt Nam"]
    assert document.proposal is not None
    assert document.proposal.plain == "Ban Tổ chức Tỉnh uỷ"


@pytest.mark.parametrize(
    ("date", "found"),
    [
        ("tháng 7 năm 2026", PartialDate(2026, 7)),
        ("tháng 7\n\nnăm 2026", PartialDate(2026, 7)),
        ("tháng\n\nnăm 2026", PartialDate(2026)),
    ],
)
def test_a_head_broken_where_number_and_day_are_left_out_is_read(date: str, found: PartialDate, tmp_path: Path) -> None:
    document = _imported(BROKEN.format(date=date) + FOOT, tmp_path)
    assert [name.plain for name in document.issuer.name] == ["SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"]
    assert document.issuer.code is not None
    assert document.issuer.code.plain == "SNNMT"
    assert (document.number, document.date) == (None, found)
    assert document.title is not None
    assert document.title.plain.endswith("6 tháng cuối năm 2026")
    assert [text.plain for text in document.addressees] == ["Ủy ban nhân dân tỉnh An Bình"]


def test_a_day_at_the_end_of_a_line_of_the_text_makes_no_head(tmp_path: Path) -> None:
    text = HEAD + "Sở yêu cầu các đơn vị báo cáo kết quả thực hiện, gửi về Văn phòng trước ngày\n30 tháng 6 năm 2026." + FOOT
    document = _imported(text, tmp_path)
    assert document.date == PartialDate(2026, 3, 5)
    assert any("trước ngày 30 tháng 6 năm 2026." in one for one in _paragraphs(text))


PAGE = "\n".join(f"- Nội dung thứ {name} của trang." for name in ("nhất", "hai", "ba", "tư", "năm") * 5)


@pytest.mark.parametrize(
    ("between", "numbers"),
    [
        (("\n\n\f2\n", "\n\n\f3\n"), ["2", "3"]),
        (("\n2\n", "\n3\n"), ["2", "3"]),
        # rows of a table count from 1, other figures do not count up
        (("\n1\n", "\n2\n"), []),
        (("\n2\n", "\n4\n"), []),
    ],
)
def test_numbers_of_pages_are_no_words_of_the_text(between: tuple[str, str], numbers: list[str]) -> None:
    text = HEAD + PAGE + between[0] + PAGE + between[1] + PAGE + FOOT
    found = story_of_text(text)
    assert [one.text for one in found.left] == numbers
    assert len([one for one in _paragraphs(text) if one.isdecimal()]) == 2 - len(numbers)


def test_figures_near_each_other_number_no_pages() -> None:
    text = HEAD + PAGE + "\n2\nSở Y tế\n3\nSở Nội vụ\n" + FOOT
    assert story_of_text(text).left == ()


COLUMNS = """\
I. SỐ LƯỢNG
           Đơn vị                        Số đại biểu tối đa              Thời gian
 Sở, ban, ngành                                 300                 1/2 ngày
 Xã, phường                                     150                 1/2 ngày
"""


def test_columns_set_with_spaces_are_a_table(tmp_path: Path) -> None:
    (section,) = _imported(HEAD + COLUMNS + FOOT, tmp_path).body
    assert isinstance(section, Section)
    (table,) = [part for part in section.parts if isinstance(part, Table)]
    assert [cell.plain for cell in table.header] == ["Đơn vị", "Số đại biểu tối đa", "Thời gian"]
    rows = [[cell.plain for cell in row] for row in table.rows]
    assert rows == [["Sở, ban, ngành", "300", "1/2 ngày"], ["Xã, phường", "150", "1/2 ngày"]]


def test_lines_of_columns_that_do_not_stand_below_each_other_stay_lines() -> None:
    lines = ["Đơn vị    Số đại biểu tối đa    Thời gian", "Sở, ban, ngành tỉnh và tương đương    300    1/2 ngày"]
    found = _paragraphs(HEAD + "\n".join(lines) + FOOT)
    for line in lines:
        assert " ".join(line.split()) in found


def test_cells_that_a_pdf_gives_column_by_column_are_plain_paragraphs(tmp_path: Path) -> None:
    """Nothing shows the table any more; what is guessed of looks makes no words bold and nothing lost."""
    text = HEAD + "I. SỐ LIỆU\nChi tiết theo bảng sau.\nSTT\n1\n2\nĐơn vị\nSở Y tế\nSở Nội vụ\n./.\nSố lượng\n300\n150" + FOOT
    found = import_pasted(text, tmp_path)
    (section,) = found.document.body
    assert isinstance(section, Section)
    words = [part.text.plain for part in section.parts if isinstance(part, Paragraph)]
    rows = ["STT", "1", "2", "Đơn vị", "Sở Y tế", "Sở Nội vụ", "Số lượng", "300", "150"]
    assert words == ["Chi tiết theo bảng sau.", *rows]
    assert "__" not in found.spec
    told = [(note.code, note.place.line) for note in found.notes if note.place is not None]
    lines = text.split("\n")
    assert sorted(told) == [("import-guess", lines.index("STT") + 1), ("import-made", lines.index("Số lượng") + 1)]


def test_words_below_a_remark_in_brackets_do_not_go_on_it() -> None:
    """A line as long as others, which no sign ends."""
    remark = "(Kèm theo Báo cáo số 12/BC-SXD ngày 05 tháng 3 năm 2026 của Sở Xây dựng)"
    found = _paragraphs(HEAD + f"{SENTENCES[0][:75]}\n{SENTENCES[0][75:]}\n{remark}\nTrưởng phòng Kế hoạch\n{SENTENCES[2]}" + FOOT)
    assert remark in found
    assert "Trưởng phòng Kế hoạch" in found


def test_a_short_line_without_a_sign_goes_on_no_sentence_above_it() -> None:
    """A paragraph ends with a sign: what ends with none, and is not full, is no last line of one."""
    full = "Tổng khái toán kinh phí sửa chữa là 169.750 triệu đồng theo bảng sau đây."
    lines = [SENTENCES[0][: len(full)], SENTENCES[0][len(full) :], full]
    found = _paragraphs(HEAD + "\n".join([*lines, "Danh mục sửa chữa", "Đơn vị tính"]) + FOOT)
    assert found[found.index(full) + 1 :][:2] == ["Danh mục sửa chữa", "Đơn vị tính"]
    going_on = _paragraphs(HEAD + "\n".join([*lines, "Danh mục do Sở lập."]) + FOOT)
    assert f"{full} Danh mục do Sở lập." in going_on


@pytest.mark.parametrize(
    ("measure", "width", "indent"),
    [(_of_times, 30.0, 0.0), (_of_times, 33.4, 2.57), (_of_times, 35.0, 2.57), (len, 72, 0), (len, 80, 0), (len, 80, 4), (len, 100, 0)],
)
def test_a_line_that_left_room_for_the_next_word_ends_its_paragraph(
    measure: Callable[[str], float], width: float, indent: float
) -> None:
    """Which line was full is told by the widths of its letters where it was set in a font, by their number where it was typed."""
    paragraphs = [f"{a} {b}" for a, b in permutations(SENTENCES, 2)]
    lines: list[str] = []
    ambiguous = set()
    for number, paragraph in enumerate(paragraphs):
        room, line = width - indent, ""
        for word in paragraph.split():
            if line and measure(f"{line} {word}") > room:
                lines.append(line)
                room, line = width, word
            else:
                line = f"{line} {word}".strip()
        lines.append(line)
        following = paragraphs[number + 1].split()[0] if number + 1 < len(paragraphs) else ""
        if measure(f"{line} {following}") > room * 0.96:
            # no reader of the text can tell
            ambiguous |= {number, number + 1}
    found = _paragraphs(HEAD + "\n".join(lines) + FOOT)
    wanted = [paragraph for number, paragraph in enumerate(paragraphs) if number not in ambiguous]
    assert len(wanted) >= len(paragraphs) // 2
    assert [paragraph for paragraph in wanted if paragraph not in found] == []
