"""Pasted texts: titles that nothing but their words shows, marks of lists, footnotes, old encodings; remarks at their places."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.document.model import DashList, Document, Paragraph, PartialDate, Section, Task, Tasks
from docgen.recovery import import_file
from docgen.spec import load_text
from tests.support.pasted import FOOT, head, import_pasted

HEAD = head("BC", "BÁO CÁO", "Kết quả công tác quý I năm 2026")
TITLE = "# Taken for a title: no sign ends it, and something stands below it."


def imported(text: str, folder: Path, ending: str = ".txt") -> tuple[Document, list[str], list[str]]:
    """The document of the one spec of ``text`` between a head and a foot, which builds; the spec's lines; the notes."""
    pasted = import_pasted(HEAD + text + FOOT, folder, ending)
    return pasted.document, pasted.spec.splitlines(), [str(note.what) for note in pasted.notes]


def above(lines: list[str], words: str) -> str:
    """The line of a spec above the one that ends with ``words``."""
    (at,) = [i for i, line in enumerate(lines) if line.endswith(words)]
    return lines[at - 1].strip()


def outline(part: object) -> object:
    """A part as its words: sections as pairs of a title and what stands below, items of lists alike."""
    match part:
        case Paragraph():
            return str(part.text)
        case Section():
            return (str(part.title) if part.title else None, [outline(one) for one in part.parts])
        case DashList():
            return [[outline(one) for one in item.parts] for item in part.items]
    raise AssertionError(part)


REPORT = """I. KẾT QUẢ
1. Công tác quy hoạch
Đã thẩm định 12 đồ án quy hoạch chi tiết trên địa bàn các xã miền núi.
2. Phát triển đô thị
- Khu phía Nam;
- Khu phía Bắc.
II. PHƯƠNG HƯỚNG
1. Tháo gỡ khó khăn cho các dự án
2. Đẩy mạnh cải cách hành chính
Trên đây là báo cáo của Sở Xây dựng./."""


def test_a_numbered_line_above_text_is_its_title(tmp_path: Path) -> None:
    document, lines, notes = imported(REPORT, tmp_path)
    first, second = document.body
    assert outline(first) == (
        "KẾT QUẢ",
        [
            ("Công tác quy hoạch", ["Đã thẩm định 12 đồ án quy hoạch chi tiết trên địa bàn các xã miền núi."]),
            ("Phát triển đô thị", [[["Khu phía Nam;"], ["Khu phía Bắc."]]]),
        ],
    )
    # a number follows the one, the other is the last, as items of a list without their signs are
    assert outline(second) == (
        "PHƯƠNG HƯỚNG",
        [(None, ["Tháo gỡ khó khăn cho các dự án"]), (None, ["Đẩy mạnh cải cách hành chính"])],
    )
    assert [str(text) for text in document.closing] == ["Trên đây là báo cáo của Sở Xây dựng."]
    assert [above(lines, f"- title: {words}") for words in ("Công tác quy hoạch", "Phát triển đô thị")] == [TITLE, TITLE]
    assert lines.count(f"      {TITLE}") == 2
    (note,) = notes
    assert note.startswith("2 lines are taken for titles")


@pytest.mark.parametrize("line", ["1. Thời gian: 8 giờ", "1. Họp các phòng.", "1. họp các phòng", "1. Họp " + "các phòng " * 12])
def test_other_numbered_lines_are_text(line: str, tmp_path: Path) -> None:
    document, lines, _ = imported(f"{line}\n- Một;\n- Hai.\n2. Ba.", tmp_path)
    assert outline(document.body[0]) == (None, [line[3:].strip(), [["Một;"], ["Hai."]]])
    assert not any("Taken for a title" in line for line in lines)


def test_where_the_source_shows_titles_no_others_are_looked_for(tmp_path: Path) -> None:
    document, _, notes = imported("**I. Kết quả**\n\n1. Quy hoạch\n\nMột.\n\n2. Đô thị\n\nHai.", tmp_path, ".md")
    assert outline(document.body[0]) == ("Kết quả", [(None, ["Quy hoạch", "Một."]), (None, ["Đô thị"])])
    assert [str(text) for text in document.closing] == ["Hai."]
    assert notes == []


def test_what_stands_below_the_last_title_is_its_text(tmp_path: Path) -> None:
    text = REPORT.replace("./.", ".") + "\nIII. KIẾN NGHỊ\n1. Với tỉnh\nBố trí vốn.\n2. Với Bộ\nSửa đổi quy định./."
    document, _, _ = imported(text, tmp_path)
    assert outline(document.body[-1]) == ("KIẾN NGHỊ", [("Với tỉnh", ["Bố trí vốn."]), ("Với Bộ", ["Sửa đổi quy định."])])
    assert document.closing == ()


@pytest.mark.parametrize(
    ("lines", "tree"),
    [
        # one mark is one level, wherever it stands among those of the rule set
        ("* Một;\n* Hai.", [["Một;"], ["Hai."]]),
        ("+ Một;\n+ Hai.", [["Một;"], ["Hai."]]),
        # people set * above - as well as below +
        ("* Một:\n- Hai;\n- Ba.\n* Bốn.", [["Một:", [["Hai;"], ["Ba."]]], ["Bốn."]]),
        ("- Một:\n+ Hai;\n* Ba;\n* Bốn.\n- Năm.", [["Một:", [["Hai;", [["Ba;"], ["Bốn."]]]]], ["Năm."]]),
        ("- Một:\n* Hai;\n* Ba.\n- Bốn.", [["Một:", [["Hai;"], ["Ba."]]], ["Bốn."]]),
    ],
)
def test_a_list_has_the_levels_of_its_marks(lines: str, tree: object, tmp_path: Path) -> None:
    document, _, _ = imported(f"1. Đánh giá:\n{lines}\n2. Hết./.", tmp_path)
    assert outline(document.body[0]) == (None, ["Đánh giá:", tree])


@pytest.mark.parametrize(
    ("mark", "begins", "ending"),
    [("[^1]", "[^1]: ", ".md"), ("[^a]", "[^a]: ", ".txt"), ("¹", "¹ ", ".txt"), ("¹²", "¹²", ".txt")],
)
def test_footnotes_stand_at_the_end_of_the_text(mark: str, begins: str, ending: str, tmp_path: Path) -> None:
    text = f"Theo Nghị quyết số 57{mark}, Sở báo cáo việc thực\n\n{begins}Của Bộ Chính trị, ban hành\nnăm 2024.\n\nhiện như sau.\n\nHết./."
    document, lines, notes = imported(text, tmp_path, ending)
    paragraphs = [outline(part) for part in document.body]
    assert paragraphs == [
        f"Theo Nghị quyết số 57{mark}, Sở báo cáo việc thực hiện như sau.",
        "Hết.",
        f"{begins}Của Bộ Chính trị, ban hành năm 2024.",
    ]
    place = next(i for i, line in enumerate(lines) if "ban hành năm 2024." in line)
    assert lines[place - 1].strip() == "# The last paragraphs stand elsewhere in the file; move or delete them."
    assert notes == [f"A spec has no footnotes: {begins}Của Bộ Chính trị, ban hành năm 2024."]


def test_a_line_with_a_raised_number_that_nothing_refers_to_stays(tmp_path: Path) -> None:
    document, _, notes = imported("Một.\n\n² Hai.\n\nHết./.", tmp_path)
    assert [outline(part) for part in document.body] == ["Một.", "² Hai.", "Hết."]
    assert notes == []


def test_a_text_in_windows_1258_is_read_and_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    # the code table has letters without tones, and the tones as signs behind them
    path.write_bytes(
        "CÔ\u0323NG HO\u0300A XA\u0303 HÔ\u0323I CHU\u0309 NGHI\u0303A VIÊ\u0323T NAM\nSô\u0301: 5/BC-SXD\n"
        "An Bi\u0300nh, nga\u0300y 05 tha\u0301ng 3 năm 2026\nBA\u0301O CA\u0301O\nQuy\u0301 I\nHê\u0301t./.".encode("cp1258")
    )
    (spec,) = import_file(path, language="en")
    document = load_text(spec.text, shown="x.yaml").document
    assert (str(document.place), str(document.title), document.number) == ("An Bình", "Quý I", 5)
    assert "The text is in Windows-1258, not in UTF-8." in [str(note.what) for note in spec.notes]


def tasks_of(text: str, folder: Path) -> tuple[Section, list[str], list[str]]:
    """The one section of a text with a task in it; the lines of its spec, the notes."""
    document, lines, notes = imported(f"**I. NHIỆM VỤ**\n\n**1. Cải cách**\n\nRà soát văn bản.\n\n{text}", folder, ".md")
    (section,) = document.body
    assert isinstance(section, Section)
    return section, lines, notes


@pytest.mark.parametrize(
    "text",
    [
        "Chủ trì: Văn phòng; Phối hợp: Phòng A; Phòng B, C; Thời gian: ngày 30 tháng 6 năm 2026.",
        "- Chủ trì: Văn phòng. Phối hợp: Phòng A; Phòng B, C. Thời gian: ngày 30 tháng 6 năm 2026",
        "- Chủ trì: Văn phòng;\n- Phối hợp: Phòng A; Phòng B, C;\n- Thời gian: ngày 30 tháng 6 năm 2026.",
        "- Cơ quan chủ trì: Văn phòng; Cơ quan phối hợp: Phòng A; Phòng B, C;\n- Thời gian thực hiện: ngày 30 tháng 6 năm 2026.",
        # as docgen prints them
        "- Cơ quan chủ trì: Văn phòng.\n- Cơ quan phối hợp: Phòng A; Phòng B, C.\n- Thời gian thực hiện: ngày 30 tháng 6 năm 2026.",
    ],
)
def test_labelled_lines_are_those_of_a_task(text: str, tmp_path: Path) -> None:
    section, lines, notes = tasks_of(text, tmp_path)
    (tasks,) = section.parts
    assert isinstance(tasks, Tasks)
    (task,) = tasks.items
    assert isinstance(task, Task)
    assert (str(task.title), [str(one) for one in task.text]) == ("Cải cách", ["Rà soát văn bản."])
    assert ([str(one) for one in task.lead], [str(one) for one in task.support]) == (["Văn phòng"], ["Phòng A", "Phòng B, C"])
    # docgen prints the date in just these words
    assert task.due == PartialDate(2026, 6, 30)
    own = "Cơ quan chủ trì: Văn phòng.\n" in text
    if own:
        assert notes == []
        return
    if "Cơ quan chủ trì" in text:
        remark = "Its last lines are taken for who leads, who supports and until when; docgen writes their labels."
        assert notes == ["1 blocks are taken for tasks by the labels of their last lines."]
    else:
        # the words of the labels stand in the comment and in the report
        remark = (
            "Its last words are taken for who leads, who supports and until when; docgen writes its own labels instead of: "
            "Chủ trì; Phối hợp; Thời gian"
        )
        assert notes == [
            "1 blocks are taken for tasks by the labels of their last lines; docgen writes its own labels: "
            "Chủ trì → Cơ quan chủ trì; Phối hợp → Cơ quan phối hợp; Thời gian → Thời gian thực hiện"
        ]
    assert above(lines, "- title: Cải cách") == f"# {remark}"


def test_a_date_in_other_words_stays_as_it_is_written(tmp_path: Path) -> None:
    section, _, _ = tasks_of("Chủ trì: Văn phòng; Thời gian: 30/6/2026.", tmp_path)
    (tasks,) = section.parts
    assert isinstance(tasks, Tasks)
    (task,) = tasks.items
    assert isinstance(task, Task)
    assert str(task.due) == "30/6/2026"


@pytest.mark.parametrize(
    "text",
    [
        "Giao Phòng A chủ trì, phối hợp với Phòng B thực hiện, hoàn thành trước ngày 30/6/2026.",
        # the end says more than a label, a label is not known, none leads, one alone, another order
        "Chủ trì: Phòng A; Phối hợp: Phòng B. Các phòng báo cáo.",
        "Chủ trì: Phòng A; Phối hợp: Phòng B; Khó khăn: Quý II.",
        "Phối hợp: Phòng B; Thời gian: Quý II.",
        "Chủ trì: Phòng A.",
        "Thời gian: Quý II; Chủ trì: Phòng A.",
        "- Chủ trì: Phòng A;\n- Khó khăn: Không.",
    ],
)
def test_other_lines_about_work_stay_text(text: str, tmp_path: Path) -> None:
    section, _, _ = tasks_of(text, tmp_path)
    assert "Tasks" not in repr(section)
    words = [line.removeprefix("- ") for line in text.split("\n")]
    found = outline(section)
    assert all(word in str(found) for word in words)


@pytest.mark.parametrize("title", ["Thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị", "Theo dõi thi hành pháp luật năm 2026"])
@pytest.mark.parametrize(("indents", "opening"), [((0, 0), "như sau:"), ((18, 6), "như sau."), ((18, 6), "như sau:")])
def test_a_title_may_open_as_a_base_does(title: str, indents: tuple[int, int], opening: str, tmp_path: Path) -> None:
    """The line below it is no more of it: it announces something, or stands not in the middle."""
    above, below = (" " * one for one in indents)
    said = f"Sở Xây dựng ban hành Kế hoạch {opening}"
    kinds = head("KH", "KẾ HOẠCH", f"{above}{title}").rstrip()
    document = import_pasted(f"{kinds}\n{below}{said}\n\n1. Nâng cao./.{FOOT}", tmp_path).document
    assert str(document.title) == title
    assert [str(one).rstrip(":.") for one in document.opening] == [said.rstrip(":.")]


def test_what_ends_as_a_base_is_no_title(tmp_path: Path) -> None:
    text = head("KH", "KẾ HOẠCH", "Thực hiện Luật Xây dựng;") + "1. Nâng cao./." + FOOT
    document = import_pasted(text, tmp_path).document
    assert [str(one) for one in document.bases] == ["Thực hiện Luật Xây dựng"]


def test_an_end_before_the_last_words_is_told(tmp_path: Path) -> None:
    above = head("KH", "KẾ HOẠCH", "Thi đua") + "1. Nâng cao.\n\n2. Các phòng thực hiện./.\n\n"
    what = "docgen sets the sign of the end, ./., behind this paragraph, no more above it."
    for behind, told in (("(Gửi kèm: dự thảo Nghị quyết)", True), ("", False)):
        found = import_pasted(above + behind + FOOT, tmp_path)
        assert (what in [str(note.what) for note in found.notes]) is told
        assert (f"# {what}" in found.spec) is told
