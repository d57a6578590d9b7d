"""Texts issued with a decision, pasted below its signature without a label, and what else a paste does to a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.document.model import DashList, Document, Item, Paragraph, Section, Table
from docgen.document.text import literal
from docgen.recovery import import_file
from docgen.recovery.plain_text import story_of_text
from docgen.rendering import render
from docgen.rendering.printed import printed_texts
from docgen.spec import load_text

HEAD = """BỘ Y TẾ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 88/QĐ-BYT
Hà Nội, ngày 12 tháng 01 năm 2026

QUYẾT ĐỊNH
Về việc ban hành Kế hoạch truyền thông y tế năm 2026

BỘ TRƯỞNG BỘ Y TẾ

Căn cứ Nghị định số 42/2025/NĐ-CP ngày 27 tháng 02 năm 2025 của Chính phủ;
Theo đề nghị của Vụ trưởng Vụ Tổ chức cán bộ.

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch truyền thông y tế năm 2026.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.
"""
FOOT = """
Nơi nhận:
- Như Điều 3;
- Lưu: VT, TT.

BỘ TRƯỞNG

Đào Hồng Lan
"""
ATTACHED = """
KẾ HOẠCH
Truyền thông y tế năm 2026
(Ban hành kèm theo Quyết định số 88/QĐ-BYT ngày 12 tháng 01 năm 2026
của Bộ trưởng Bộ Y tế)

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Nâng cao nhận thức của người dân.
2. Yêu cầu
Bám sát chỉ đạo.
II. NHIỆM VỤ
STT\tNội dung\tĐơn vị chủ trì\tThời gian
1\tHọp báo\tVăn phòng Bộ\tQuý I
2\tTập huấn\tCục Y tế dự phòng\tQuý II
"""


def imported(text: str, folder: Path, ending: str = ".txt") -> tuple[Document, str, list[str]]:
    """The document of the one spec, which builds; the spec; what was said to be left out."""
    path = folder / f"a{ending}"
    path.write_text(text, encoding="utf-8")
    (spec,) = import_file(path)
    loaded = load_text(spec.text, shown="x.yaml")
    render(loaded.document, loaded.standard)
    return loaded.document, spec.text, [str(note.what) for note in spec.notes if note.code == "import-left-out"]


def test_an_attached_text_without_a_label_is_an_appendix_with_its_whole_tree(tmp_path: Path) -> None:
    document, _, left = imported(HEAD + FOOT + ATTACHED, tmp_path)
    (appendix,) = document.appendices
    assert appendix.title.plain.casefold() == "kế hoạch truyền thông y tế năm 2026"
    first, second = appendix.parts
    assert isinstance(first, Section)
    assert isinstance(second, Section)
    assert [str(one.title) for one in (first, second)] == ["MỤC ĐÍCH, YÊU CẦU", "NHIỆM VỤ"]
    aim, demand = first.parts
    assert isinstance(aim, Section)
    assert isinstance(demand, Section)
    assert [str(one.title) for one in (aim, demand)] == ["Mục đích", "Yêu cầu"]
    assert [type(part) for part in aim.parts] == [DashList]
    (item,) = [item for part in aim.parts if isinstance(part, DashList) for item in part.items]
    assert item == Item((Paragraph(literal("Nâng cao nhận thức của người dân.")),))
    words = [str(part.text) for part in demand.parts if isinstance(part, Paragraph)]
    assert words == ["Bám sát chỉ đạo."]
    (table,) = second.parts
    assert isinstance(table, Table)
    assert [cell.plain for cell in table.header] == ["STT", "Nội dung", "Đơn vị chủ trì", "Thời gian"]
    assert [cell.plain for cell in table.rows[1]] == ["2", "Tập huấn", "Cục Y tế dự phòng", "Quý II"]
    assert left == []


@pytest.mark.parametrize("title", ["QUY CHẾ LÀM VIỆC\nCỦA BỘ Y TẾ", "KẾ HOẠCH\n\nLàm việc của Bộ Y tế", "Danh mục việc của Bộ"])
def test_titles_of_attached_texts(title: str, tmp_path: Path) -> None:
    text = f"{HEAD}{FOOT}\n{title}\n(Kèm theo Quyết định số 88/QĐ-BYT)\n\nI. MỘT\nBám sát.\nII. HAI\nNâng cao.\n"
    document, _, left = imported(text, tmp_path)
    (appendix,) = document.appendices
    assert appendix.title.plain.casefold() == " ".join(title.split()).casefold()
    assert len(appendix.parts) == 2
    assert left == []


def test_names_of_signers_are_no_titles(tmp_path: Path) -> None:
    document, _, _ = imported(f"{HEAD}{FOOT}(Kèm theo Quyết định số 88/QĐ-BYT)\nBám sát chỉ đạo.\n", tmp_path)
    (signature,) = document.signatures
    assert (str(signature.title), str(signature.name)) == ("BỘ TRƯỞNG", "Đào Hồng Lan")
    assert len(document.appendices) == 1


@pytest.mark.parametrize(
    "foot",
    [
        "\nNơi nhận:\n- Như Điều 3;\n- Lưu: VT, TT.\tBỘ TRƯỞNG\n\nĐào Hồng Lan\n",
        "\nNơi nhận:\tBỘ TRƯỞNG\n- Như Điều 3;\n- Lưu: VT, TT.\n\tĐào Hồng Lan\n",
        "\nNơi nhận:\tBỘ TRƯỞNG\n- Như Điều 3;\t\n- Lưu: VT, TT.\tĐào Hồng Lan\n",
        "\nNơi nhận:    BỘ TRƯỞNG\n- Như Điều 3;\n- Lưu: VT, TT.\n\nĐào Hồng Lan\n",
    ],
)
def test_columns_of_the_end_that_were_flattened(foot: str, tmp_path: Path) -> None:
    document, _, _ = imported(HEAD + foot, tmp_path)
    (signature,) = document.signatures
    assert (str(signature.title), str(signature.name)) == ("BỘ TRƯỞNG", "Đào Hồng Lan")
    assert [one.name.plain for one in document.distribution] == ["Như Điều 3"]
    assert (str(document.filing), document.drafter) == ("VT, TT", None)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("- Diệt bọ gậy ít nhất\n  01 lần/tuần.\n- Báo cáo.", ["- Diệt bọ gậy ít nhất 01 lần/tuần.", "- Báo cáo."]),
        ("  + Diệt bọ gậy ít nhất\n    Một lần,\n    02 đợt.", ["+ Diệt bọ gậy ít nhất Một lần, 02 đợt."]),
        ("- Các việc:\n  Một việc.", ["- Các việc:", "Một việc."]),
        ("- Các việc\n\n  Một việc.", ["- Các việc", "Một việc."]),
        ("- Các việc\n  + Một việc.", ["- Các việc", "+ Một việc."]),
    ],
)
def test_lines_under_the_words_of_an_item_go_on_it(text: str, paragraphs: list[str]) -> None:
    assert [p.text for p in story_of_text(text).story.paragraphs] == paragraphs


def test_signs_of_a_markdown_table(tmp_path: Path) -> None:
    """An escaped upright line is a word, and the marks below the head say where columns stand."""
    table = "\n| Tên | Đơn vị | Ngày |\n|:---|:------:|-----:|\n| Một | Phường A \\| B | 01/7 |\n| Hai | C\\|D | 02/7 |\n"
    document, _, _ = imported(HEAD + FOOT + "\nPHỤ LỤC\nDANH MỤC\n" + table, tmp_path, ".md")
    (appendix,) = document.appendices
    (found,) = appendix.parts
    assert isinstance(found, Table)
    assert [cell.plain for cell in found.header] == ["Tên", "Đơn vị", "Ngày"]
    assert [[cell.plain for cell in row] for row in found.rows] == [["Một", "Phường A | B", "01/7"], ["Hai", "C|D", "02/7"]]
    assert found.align == ("left", "center", "right")


def test_what_stands_behind_the_end_stands_at_the_end_of_the_text(tmp_path: Path) -> None:
    document, spec, left = imported(HEAD + FOOT + "\nChia sẻ lên mạng xã hội\nIn trang này\n", tmp_path)
    assert [text.plain for text in document.closing] == ["Chia sẻ lên mạng xã hội", "In trang này"]
    lines = spec.split("\n")
    assert lines[lines.index("closing:") - 1].startswith("# ")
    assert left == []


def test_words_that_stand_nowhere_are_comments(tmp_path: Path) -> None:
    """Addresses, words above the head and those of who has signed; notes at the foot of a page stand in the text."""
    text = HEAD.replace("có hiệu lực", "có [hiệu lực](https://x.vn/hd) ![dấu](a.png)[^1]")
    foot = FOOT.replace("BỘ TRƯỞNG\n", "BỘ TRƯỞNG\n\n(đã ký)\n")
    document, spec, left = imported(f"Thư viện\n\n{text}{foot}\n[^1]: Theo Quy định 296.\n", tmp_path, ".md")
    assert [text.plain for text in document.closing] == ["[^1]: Theo Quy định 296."]
    comments = [line for line in spec.split("\n") if line.startswith("# ")]
    for words in ("Thư viện", "https://x.vn/hd", "a.png", "(đã ký)"):
        assert sum(words in line for line in comments) == 1, words
        assert sum(words in line for line in left) == 1, words


def test_a_label_that_the_source_has_not_is_remarked(tmp_path: Path) -> None:
    _, bare, _ = imported(HEAD + FOOT + ATTACHED, tmp_path)
    _, labelled, _ = imported(f"{HEAD}{FOOT}\nPHỤ LỤC{ATTACHED}", tmp_path)
    above = bare.split("\n")[bare.split("\n").index("appendices:") + 1]
    assert above.startswith("  # ")
    assert above not in labelled.split("\n")


def test_a_regulation_keeps_the_numbers_of_its_articles(tmp_path: Path) -> None:
    """docgen numbers no articles in an appendix, and words elsewhere name them ("theo Điều 2")."""
    path = tmp_path / "a.txt"
    attached = (
        "QUY CHẾ\nQuản lý kho lưu trữ\n(Kèm theo Quyết định số 15/QĐ-SXD ngày 03 tháng 02 năm 2026)\n\n"
        "Điều 1. Phạm vi điều chỉnh\nQuy chế này quy định về quản lý kho.\n"
        "Điều 2. Đối tượng áp dụng\n1. Các phòng.\na) Phòng A;\nb) Phòng B.\n2. Khách, theo Điều 1.\n- Khách có hẹn;\n- Khách khác.\n"
    )
    decision = (
        "UBND TỈNH AN BÌNH\nSỞ XÂY DỰNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 15/QĐ-SXD\n"
        "An Bình, ngày 03 tháng 02 năm 2026\n\nQUYẾT ĐỊNH\nBan hành Quy chế quản lý kho lưu trữ\n\nGIÁM ĐỐC SỞ XÂY DỰNG\n\n"
        "Căn cứ Luật Lưu trữ;\nTheo đề nghị của Chánh Văn phòng.\n\nQUYẾT ĐỊNH:\n\n"
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.\n\n"
        "Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nLê Văn Cường\n\n"
    )
    path.write_text(decision + attached, encoding="utf-8")
    (spec,) = import_file(path, language="en")
    found = load_text(spec.text, shown="x.yaml")
    assert len(found.document.articles) == 2
    printed = [one.text for one in printed_texts(found.document, found.standard)]
    numbered = [line for line in attached.splitlines() if line.startswith(("Điều", "1.", "2.", "a)", "b)", "-"))]
    assert [line.rstrip("./") for line in printed if line.rstrip("./") in {own.rstrip(".") for own in numbered}] == [
        line.rstrip(".") for line in numbered
    ]
    assert spec.text.count("# docgen numbers no articles in an appendix: all its numbers stand among the words.") == 1
    assert "import-renumbered" not in [note.code for note in spec.notes]
