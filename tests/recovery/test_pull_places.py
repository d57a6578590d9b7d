"""New paragraphs find their place in the spec: below a neighbour, beside it, with what stands below them; else they are told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from docgen.recovery.pulling.said import Pulled
from tests.support.heads import DATED_PLAN
from tests.support.word_edits import (
    Edit,
    W,
    build,
    cut_in_two,
    differing_lines,
    edit,
    find,
    press_enter,
    printed,
    pull_into,
    replace_words,
    run_of,
    set_off,
    take_over,
    text_of,
)

HEAD = DATED_PLAN + """\
bases:
  - Luật Quản lý, sử dụng tài sản công ngày 21 tháng 6 năm 2017
opening: Sở Tài chính ban hành Kế hoạch kiểm tra với các nội dung sau
"""
BODY = """\
sections:
  - title: Nội dung
    text: Kiểm tra tại 12 đơn vị.
    sections:
      - Lập danh sách.
      - Kiểm tra tại chỗ.
  - title: Kinh phí
    table:
      header: ["TT", "Nguồn"]
      rows:
        - ["1", "Ngân sách tỉnh"]
tasks:
  - title: Rà soát
    items:
      - text: Rà soát hồ sơ.
        lead: Sở Tư pháp
        due: 2026-06-30
      - Công khai quy trình.
implementation:
  - Văn phòng Sở theo dõi.
  - agency: Thanh tra Sở
    duties:
      - Kiểm tra.
closing: Đề nghị các đơn vị thực hiện.
"""
FOOT = """\
distribution:
  - Các đơn vị
filing: VT
signature:
  title: Giám đốc
  name: Trần Văn An
"""
TABLE_LAST = """\
sections:
  - title: Nội dung
    text: Kiểm tra tại 12 đơn vị.
  - title: Kinh phí
    table:
      header: ["TT", "Nguồn"]
      rows:
        - ["1", "Ngân sách tỉnh"]
"""


def written(folder: Path, body: str, *edits: Edit) -> tuple[Path, bytes]:
    """A spec, and the file that docgen makes of it with ``edits``."""
    path = folder / "a.yaml"
    path.write_text(HEAD + body + FOOT, "utf-8", newline="\n")
    return path, edit(build(path), *edits)


def pulled_of(folder: Path, body: str, *edits: Edit) -> Pulled:
    """What such a file brings into the spec."""
    return pull_into(*written(folder, body, *edits))


def lines_that_come(folder: Path, body: str, *edits: Edit) -> tuple[list[str], list[str]]:
    """Lines of the spec that go and that come; all must be carried, be printed as in the file, and leave nothing to pull."""
    path, data = written(folder, body, *edits)
    old = path.read_text("utf-8")
    take_over(path, data)
    assert without_numbers(printed(build(path))) == without_numbers(printed(data))
    return differing_lines(old, path.read_text("utf-8"))


def without_numbers(lines: list[str]) -> list[str]:
    """Words without the numbers that docgen counts on and the marks that it sets."""
    return [bare for line in lines if (bare := re.sub(r"^(?:[IVX]+\.|\d+\.|[a-zđ]\)) ", "", line).rstrip("./;"))]


def bold(words: str) -> Edit:
    return set_off(words, "b")


def behind_table(*typed: str) -> Edit:
    """Type paragraphs right behind the table of the body, outside any style."""

    def change(root: etree._Element) -> None:
        table = next(find(root, "Ngân sách tỉnh").iterancestors(f"{W}tbl"))
        for words in reversed(typed):
            fresh = etree.Element(f"{W}p")
            fresh.append(run_of(words, *(["b"] if words.isupper() else [])))
            table.addnext(fresh)

    return change


@pytest.mark.parametrize(
    ("edits", "gone", "come"),
    [
        (
            [press_enter("Lập danh sách", "a) Cấp tỉnh;", "b) Cấp xã.")],
            ["      - Lập danh sách."],
            ["      - text: Lập danh sách.", "        sections:", "          - Cấp tỉnh;", "          - Cấp xã."],
        ),
        (
            [press_enter("2. Kiểm tra tại chỗ", "- Cấp tỉnh;", "+ Các sở;", "- Cấp xã.")],
            ["      - Kiểm tra tại chỗ."],
            [
                *("      - text: Kiểm tra tại chỗ.", "        list:", "          - text: Cấp tỉnh;"),
                *("            list:", "              - Các sở;", "          - Cấp xã."),
            ],
        ),
        (
            [press_enter("2. Kiểm tra tại chỗ", "Không báo trước.")],
            ["      - Kiểm tra tại chỗ."],
            ["      - text:", "          - Kiểm tra tại chỗ.", "          - Không báo trước."],
        ),
        (
            [press_enter("2. Kiểm tra tại chỗ", "3. Kết luận", "Có biên bản."), bold("3. Kết luận")],
            [],
            ["      - title: Kết luận", "        text: Có biên bản."],
        ),
        (
            [press_enter("2. Kiểm tra tại chỗ", "3. Kết luận trong ngày.")],
            [],
            ["      - Kết luận trong ngày."],
        ),
    ],
    ids=["points below a clause", "dashes below the last clause", "a second paragraph", "a title beside plain clauses", "a clause"],
)
def test_what_is_typed_below_a_numbered_paragraph_belongs_to_it(
    tmp_path: Path, edits: list[Edit], gone: list[str], come: list[str]
) -> None:
    assert lines_that_come(tmp_path, BODY, *edits) == (gone, come)


def test_a_task_typed_behind_a_tasks_last_line_has_its_own_lines(tmp_path: Path) -> None:
    typed = ["b) Thẩm định.", "- Cơ quan chủ trì: Sở Nội vụ; Sở Y tế.", "- Thời gian thực hiện: ngày 15 tháng 9 năm 2026."]
    come = [
        *("      - text: Thẩm định.", "        lead:", "          - Sở Nội vụ", "          - Sở Y tế", "        due: 2026-09-15"),
    ]
    assert lines_that_come(tmp_path, BODY, press_enter("ngày 30 tháng 6 năm 2026", *typed)) == ([], come)


def test_a_labelled_line_typed_below_a_task_is_its_key(tmp_path: Path) -> None:
    gone, come = lines_that_come(tmp_path, BODY, press_enter("Công khai quy trình", "- Cơ quan phối hợp: Sở Nội vụ."))
    assert (gone, come) == (
        ["      - Công khai quy trình."],
        ["      - text: Công khai quy trình.", "        support: Sở Nội vụ"],
    )
    gone, come = lines_that_come(tmp_path, BODY, press_enter("chủ trì: Sở Tư pháp", "- Cơ quan phối hợp: Sở Nội vụ."))
    assert (gone, come) == ([], ["        support: Sở Nội vụ"])


def test_a_labelled_line_out_of_docgens_order_is_told(tmp_path: Path) -> None:
    pulled = pulled_of(tmp_path, BODY, press_enter("ngày 30 tháng 6 năm 2026", "- Cơ quan phối hợp: Sở Nội vụ."))
    assert [(change.kind, change.carried) for change in pulled.changes] == [("added", False)]
    assert pulled.text is None


def test_a_group_of_tasks_and_an_agency_with_duties_are_typed_as_they_are_printed(tmp_path: Path) -> None:
    group = [press_enter("Công khai quy trình", "2. Hỗ trợ", "a) Lập tổ tư vấn.", "b) Mở lớp."), bold("2. Hỗ trợ")]
    # lines that the spec has elsewhere as well (items, duties) are not told
    come = ["  - title: Hỗ trợ", "      - Lập tổ tư vấn.", "      - Mở lớp."]
    assert lines_that_come(tmp_path, BODY, *group) == ([], come)
    agency = [press_enter("- Kiểm tra.", "3. Sở Y tế", "- Lo thuốc;", "- Lo người."), bold("3. Sở Y tế")]
    come = ["  - agency: Sở Y tế", "      - Lo thuốc;", "      - Lo người."]
    assert lines_that_come(tmp_path, BODY, *agency) == ([], come)


@pytest.mark.parametrize("body", [BODY, TABLE_LAST], ids=["before the next section", "behind the last one"])
def test_a_section_typed_behind_a_table_comes_behind_the_section_with_the_table(tmp_path: Path, body: str) -> None:
    gone, come = lines_that_come(tmp_path, body, behind_table("III. THỜI GIAN", "Trong quý I."))
    assert (gone, come) == ([], ["  - title: Thời gian", "    text: Trong quý I."])


def test_a_title_with_nothing_below_it_is_refused(tmp_path: Path) -> None:
    pulled = pulled_of(tmp_path, BODY, press_enter("2. Kiểm tra tại chỗ", "3. Kết luận"), bold("3. Kết luận"))
    reason = "with it the spec would not load: This block holds nothing to print below its title."
    assert [str(change.reason) for change in pulled.changes] == [reason]
    assert pulled.text is None


def test_words_below_a_heading_without_a_place_are_refused_with_it(tmp_path: Path) -> None:
    typed = press_enter("- Kiểm tra.", "VII. KHÁC", "Không có.")
    pulled = pulled_of(tmp_path, BODY, typed, bold("VII. KHÁC"))
    assert [(change.new, change.carried) for change in pulled.changes] == [("VII. KHÁC", False), ("Không có.", False)]
    assert pulled.text is None


def test_a_recipient_below_the_filing_line_is_refused_in_clear_words(tmp_path: Path) -> None:
    pulled = pulled_of(tmp_path, BODY, press_enter("- Lưu: VT", "- Báo An Bình."))
    assert [str(change.reason) for change in pulled.changes] == ["The filing line is the last one of the recipients."]


def test_the_first_part_of_a_last_paragraph_keeps_its_sign(tmp_path: Path) -> None:
    body = BODY.replace("Đề nghị các đơn vị thực hiện.", "Nếu có vướng mắc, báo cáo Sở.")
    gone, come = lines_that_come(tmp_path, body, cut_in_two("Nếu có vướng mắc", "báo cáo Sở"))
    assert gone == ["closing: Nếu có vướng mắc, báo cáo Sở."]
    assert come == ["closing:", "  - Nếu có vướng mắc,", "  - báo cáo Sở."]


@pytest.mark.parametrize("opening", ["Thực hiện", "Xét"])
def test_a_base_may_open_with_other_words_that_the_rule_set_knows(tmp_path: Path, opening: str) -> None:
    _, come = lines_that_come(tmp_path, BODY, replace_words("Căn cứ", opening))
    assert come == [f"  - {opening} Luật Quản lý, sử dụng tài sản công ngày 21 tháng 6 năm 2017"]


def test_a_base_that_opens_with_other_words_is_told(tmp_path: Path) -> None:
    pulled = pulled_of(tmp_path, BODY, replace_words("Căn cứ", "Dựa trên"))
    assert [(change.kind, change.carried) for change in pulled.changes] == [("own", False)]


def test_a_row_typed_in_the_middle_and_numbers_counted_on_leave_nothing_to_pull(tmp_path: Path) -> None:
    rows = '        - ["2", "Nguồn khác"]\n        - ["3", "Viện trợ"]\n'
    body = BODY.replace('        - ["1", "Ngân sách tỉnh"]\n', '        - ["1", "Ngân sách tỉnh"]\n' + rows)

    def add_row(root: etree._Element) -> None:
        row = next(find(root, "Nguồn khác").iterancestors(f"{W}tr"))
        fresh = etree.fromstring(etree.tostring(row))
        for mark in [*fresh.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")]:
            parent = mark.getparent()
            assert parent is not None
            parent.remove(mark)
        following = row.getnext()
        assert following is not None
        for place, number, words in ((fresh, "3", "Nguồn khác"), (following, "4", "Viện trợ")):
            cells = [cell for cell in place.iter(f"{W}t") if text_of(cell) or cell.text]
            cells[0].text, cells[1].text = number, words
        row.addnext(fresh)

    gone, come = lines_that_come(tmp_path, body, add_row)
    assert gone == ['        - ["3", "Viện trợ"]']
    assert come == ['        - ["3", "Nguồn khác"]', '        - ["4", "Viện trợ"]']


def test_points_below_a_text_of_several_lines_put_it_on_one(tmp_path: Path) -> None:
    body = BODY.replace("      - Lập danh sách.\n", "      - >\n        Lập\n        danh sách.\n")
    gone, come = lines_that_come(tmp_path, body, press_enter("1. Lập danh sách", "a) Cấp tỉnh;"))
    assert gone == ["      - >", "        Lập", "        danh sách."]
    assert come == ["      - text: Lập danh sách.", "        sections:", "          - Cấp tỉnh;"]
