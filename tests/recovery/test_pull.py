"""Edits made in Word come back into the spec, line by line; everything else in it stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from docgen.building.fingerprints import hash_file
from docgen.config.agency import read_agencies
from docgen.ooxml.opening import open_package
from docgen.problems import DocgenError
from docgen.recovery.pulling import pull, pull_text
from docgen.recovery.pulling.said import Kind
from docgen.recovery.pulling.spec_state import SpecText
from docgen.rendering import render
from docgen.spec import load_spec
from tests.support.word_edits import (
    Edit,
    W,
    build,
    cut_in_two,
    differing_lines,
    edit,
    find,
    join_with_next,
    move_behind,
    press_enter,
    printed,
    pull_into,
    replace_words,
    set_off,
    take_out,
    take_out_element,
    type_at_end,
    without_bookmarks,
)

SPEC = """\
# kế hoạch thử
standard: nd30
type: ke-hoach
issuer:
  parent: UBND TỈNH AN BÌNH
  name: SỞ TÀI CHÍNH
  code: STC
number: 12
place: An Bình
date: 2026-03-05
title: Kiểm tra tài sản công năm 2026   
bases:
  - Luật Quản lý, sử dụng tài sản công ngày 21 tháng 6 năm 2017
  - "Nghị định số 151/2017/NĐ-CP ngày 26 tháng 12 năm 2017"
opening: Sở Tài chính ban hành Kế hoạch kiểm tra với các nội dung sau
sections:
  # phần một
  - title: Mục đích, yêu cầu
    list:
      - Nắm tình hình quản lý tài sản;
      - 'Chấn chỉnh **ngay** sai sót;'
      - Báo cáo Ủy ban nhân dân tỉnh.
  - title: Nội dung
    text: Kiểm tra tại 12 đơn vị.
    table:
      header: ["TT", "Đơn vị"]
      rows:
        - ["1", "Sở Y tế"]
        - ["2", "Sở Nội vụ"]
  - title: Tổ chức thực hiện
    sections:
      - Văn phòng Sở chuẩn bị hồ sơ.
      - Thanh tra Sở tổ chức kiểm tra.
distribution:
  - UBND tỉnh
  - name: Các đơn vị
    note: để thực hiện
  - Giám đốc Sở
filing: VT
signature:
  title: Giám đốc
  name: Trần Văn An
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "ke-hoach.yaml"
    path.write_text(SPEC, "utf-8", newline="\n")
    return path


def pulled_lines(spec: Path, *edits: Edit) -> tuple[list[str], list[str]]:
    """The lines of the spec that go and those that come; everything must have been carried, and the new spec must print it."""
    data = edit(build(spec), *edits)
    pulled = pull_into(spec, data)
    assert pulled.is_complete, pulled.changes
    assert pulled.text is not None
    told = differing_lines(SPEC, pulled.text)
    spec.write_text(pulled.text, "utf-8", newline="\n")
    loaded = load_spec(spec)
    assert _without_numbers(printed(render(loaded.document, loaded.standard))) == _without_numbers(printed(data))
    assert pull_into(spec, data).changes == ()
    return told


def _without_numbers(lines: list[str]) -> list[str]:
    """Lines without the numbers that docgen counts and the marks that it sets."""
    bare = [line.partition(". ")[2].strip(".;:/ ") or line.strip(".;:/ ") for line in lines]
    return [line for line in bare if line]


def test_a_file_that_nobody_changed_has_nothing_to_pull(spec: Path) -> None:
    assert pull_into(spec, build(spec)).changes == ()
    assert pull_into(spec, edit(build(spec))).changes == ()


@pytest.mark.parametrize(
    ("change", "gone", "come"),
    [
        (replace_words("12 đơn vị", "15 đơn vị"), "    text: Kiểm tra tại 12 đơn vị.", "    text: Kiểm tra tại 15 đơn vị."),
        (
            replace_words("26 tháng 12", "27 tháng 12"),
            '  - "Nghị định số 151/2017/NĐ-CP ngày 26 tháng 12 năm 2017"',
            '  - "Nghị định số 151/2017/NĐ-CP ngày 27 tháng 12 năm 2017"',
        ),
        (
            replace_words("sai sót;", "thiếu sót;"),
            "      - 'Chấn chỉnh **ngay** sai sót;'",
            "      - 'Chấn chỉnh **ngay** thiếu sót;'",
        ),
        (replace_words("NỘI DUNG", "NỘI DUNG KIỂM TRA"), "  - title: Nội dung", "  - title: Nội dung kiểm tra"),
        (replace_words("để thực hiện", "để phối hợp"), "    note: để thực hiện", "    note: để phối hợp"),
        (replace_words("Sở Y tế", "Sở Xây dựng"), '        - ["1", "Sở Y tế"]', '        - ["1", "Sở Xây dựng"]'),
        (replace_words("Trần Văn An", "Lê Văn Bình"), "  name: Trần Văn An", "  name: Lê Văn Bình"),
        (replace_words("12", "15"), "number: 12", "number: 15"),
        (replace_words("ngày 05", "ngày 09"), "date: 2026-03-05", "date: 2026-03-09"),
        (type_at_end("UBND tỉnh;", " và HĐND tỉnh;"), "  - UBND tỉnh", "  - UBND tỉnh; và HĐND tỉnh"),
        (
            type_at_end("Thanh tra Sở", " Hoàn thành trong quý II."),
            "      - Thanh tra Sở tổ chức kiểm tra.",
            "      - Thanh tra Sở tổ chức kiểm tra. Hoàn thành trong quý II.",
        ),
        (
            set_off("tình hình", "i"),
            "      - Nắm tình hình quản lý tài sản;",
            "      - Nắm _tình hình_ quản lý tài sản;",
        ),
    ],
)
def test_a_changed_word_is_one_line_of_the_spec(spec: Path, change: Edit, gone: str, come: str) -> None:
    data = edit(build(spec), change)
    pulled = pull_into(spec, data)
    assert pulled.is_complete, pulled.changes
    assert pulled.text is not None
    assert differing_lines(SPEC, pulled.text) == ([gone], [come])
    assert len(pulled.text.splitlines()) == len(SPEC.splitlines())
    assert len(pulled.changes) == 1
    assert pulled.changes[0].place.line == SPEC.splitlines().index(gone) + 1


@pytest.mark.parametrize(
    ("change", "come"),
    [
        (press_enter("Nắm tình hình", "- Thu hồi tài sản sai đối tượng;"), ["      - Thu hồi tài sản sai đối tượng;"]),
        (press_enter("Báo cáo Ủy ban", "- Lưu hồ sơ."), ["      - Lưu hồ sơ."]),
        (press_enter("- Giám đốc Sở;", "- Thanh tra tỉnh;"), ["  - Thanh tra tỉnh"]),
        (press_enter("151/2017", "Căn cứ Quyết định số 5/QĐ-STC ngày 02 tháng 01 năm 2026;"), None),
        (press_enter("1. Văn phòng Sở", "2. Phòng Giá thẩm định."), ["      - Phòng Giá thẩm định."]),
        (press_enter("Sở Tài chính ban hành", "Kế hoạch áp dụng cho mọi đơn vị."), None),
        (
            press_enter("Báo cáo Ủy ban", "II. PHẠM VI", "Mọi đơn vị trực thuộc."),
            ["  - title: Phạm vi", "    text: Mọi đơn vị trực thuộc."],
        ),
    ],
)
def test_added_paragraphs_find_their_place(spec: Path, change: Edit, come: list[str] | None) -> None:
    gone, new = pulled_lines(spec, change)
    if come is not None:
        assert (gone, new) == ([], come)


def test_a_single_text_becomes_a_list(spec: Path) -> None:
    gone, come = pulled_lines(spec, press_enter("Kiểm tra tại 12", "Thời gian: quý II."))
    assert gone == ["    text: Kiểm tra tại 12 đơn vị."]
    assert come == ["    text:", "      - Kiểm tra tại 12 đơn vị.", '      - "Thời gian: quý II."']


@pytest.mark.parametrize(
    ("change", "gone"),
    [
        (take_out("Chấn chỉnh"), ["      - 'Chấn chỉnh **ngay** sai sót;'"]),
        (take_out("151/2017"), ['  - "Nghị định số 151/2017/NĐ-CP ngày 26 tháng 12 năm 2017"']),
        (take_out("Các đơn vị"), ["  - name: Các đơn vị", "    note: để thực hiện"]),
        (take_out("Sở Tài chính ban hành"), ["opening: Sở Tài chính ban hành Kế hoạch kiểm tra với các nội dung sau"]),
    ],
)
def test_paragraphs_taken_out_go_from_the_spec(spec: Path, change: Edit, gone: list[str]) -> None:
    assert pulled_lines(spec, change) == (gone, [])


def test_a_whole_section_taken_out_goes_with_its_key(spec: Path) -> None:
    edits = [take_out(words) for words in ("TỔ CHỨC THỰC HIỆN", "Văn phòng Sở", "Thanh tra Sở")]
    gone, come = pulled_lines(spec, *edits)
    assert come == []
    assert "  - title: Tổ chức thực hiện" in gone


def test_a_moved_item_moves_its_line(spec: Path) -> None:
    assert pulled_lines(spec, move_behind("Nắm tình hình", "Chấn chỉnh")) == ([], [])
    lines = spec.read_text("utf-8").splitlines()
    at = lines.index("      - 'Chấn chỉnh **ngay** sai sót;'")
    assert lines[at + 1] == "      - Nắm tình hình quản lý tài sản;"


def test_enter_inside_an_item_makes_two(spec: Path) -> None:
    data = edit(build(spec), cut_in_two("Văn phòng Sở", "chuẩn bị"), replace_words("chuẩn bị hồ sơ", "2. Chuẩn bị hồ sơ"))
    pulled = pull_into(spec, data)
    assert pulled.is_complete
    assert "      - Văn phòng Sở\n      - Chuẩn bị hồ sơ.\n" in (pulled.text or "")


def test_enter_inside_a_single_text_makes_a_list(spec: Path) -> None:
    gone, come = pulled_lines(spec, cut_in_two("Kiểm tra tại 12", "12 đơn vị"))
    assert (gone, come) == (["    text: Kiểm tra tại 12 đơn vị."], ["    text:", "      - Kiểm tra tại", "      - 12 đơn vị."])


def test_a_text_retyped_without_its_bookmark_is_the_same_the_second_time(spec: Path) -> None:
    """As LibreOffice leaves it in a line of several texts: the words are there, what tied them to the spec is gone."""
    support = "        support:\n          - Công an xã\n          - Trạm Y tế\n"
    tasks = f"  - title: Phân công\n    tasks:\n      - text: Lập danh sách.\n{support}"
    text = SPEC.replace("  - title: Tổ chức", f"{tasks}  - title: Tổ chức")
    spec.write_text(text, "utf-8", newline="\n")

    def change(root: etree._Element) -> None:
        paragraph = find(root, "Công an xã")
        for mark in paragraph.findall(f"{W}bookmarkStart")[1:] + paragraph.findall(f"{W}bookmarkEnd")[1:]:
            take_out_element(mark)

    data = edit(build(spec), replace_words("Trạm Y tế", "Trạm Y tế; Hội Phụ nữ"), change)
    pulled = pull_into(spec, data)
    assert differing_lines(text, pulled.text or "") == (["          - Trạm Y tế"], ["          - Trạm Y tế; Hội Phụ nữ"])
    again = SpecText(pulled.text or "", spec.name, read_agencies(spec.parent), spec.parent)
    assert pull_text(open_package(data), again, same_spec=False, base=text).changes == ()


def test_joined_items_become_one(spec: Path) -> None:
    data = edit(build(spec), join_with_next("Nắm tình hình"))
    pulled = pull_into(spec, data)
    assert pulled.is_complete
    assert "      - Nắm tình hình quản lý tài sản; Chấn chỉnh **ngay** sai sót;\n" in (pulled.text or "")


def test_what_both_sides_changed_is_told_and_left_alone(spec: Path) -> None:
    data = edit(build(spec), replace_words("12 đơn vị", "15 đơn vị"), replace_words("Sở Y tế", "Sở Xây dựng"))
    own = SPEC.replace("12 đơn vị", "20 đơn vị").replace("Trần Văn An", "Lê Văn Bình")
    spec.write_text(own, "utf-8", newline="\n")
    pulled = pull_into(spec, data)
    conflicts = [change for change in pulled.changes if change.kind is Kind.CONFLICT]
    assert [(c.old, c.new) for c in conflicts] == [("Kiểm tra tại 20 đơn vị.", "Kiểm tra tại 15 đơn vị.")]
    assert pulled.text is not None
    assert differing_lines(own, pulled.text) == (['        - ["1", "Sở Y tế"]'], ['        - ["1", "Sở Xây dựng"]'])


def test_a_spec_whose_list_grew_meanwhile_keeps_its_own_new_item(spec: Path) -> None:
    data = edit(build(spec), replace_words("Báo cáo Ủy ban nhân dân tỉnh", "Báo cáo Hội đồng nhân dân tỉnh"))
    own = SPEC.replace("      - Nắm tình", "      - Việc mới trong spec;\n      - Nắm tình")
    spec.write_text(own, "utf-8", newline="\n")
    pulled = pull_into(spec, data)
    assert pulled.is_complete
    assert pulled.text == own.replace("Báo cáo Ủy ban nhân dân", "Báo cáo Hội đồng nhân dân")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("      - Nắm tình hình quản lý tài sản;\n      - 'Chấn chỉnh **ngay** sai sót;'\n",) * 2,
        ("    note: để thực hiện\n", ""),
        ("title: Tổ chức thực hiện", "title: Tổ chức"),
    ],
)
def test_what_only_the_spec_changed_is_not_taken_back(spec: Path, old: str, new: str) -> None:
    data = edit(build(spec), replace_words("12 đơn vị", "15 đơn vị"))
    if old == new:
        first, second = old.splitlines(keepends=True)
        new = second + first
    own = SPEC.replace(old, new)
    assert own != SPEC
    spec.write_text(own, "utf-8", newline="\n")
    package = open_package(data, name="a.docx")
    pulled = pull(package, spec, spec_hash=hash_file(str(spec)), base=SPEC)
    assert pulled.is_complete, pulled.changes
    assert pulled.text == own.replace("12 đơn vị", "15 đơn vị")
    # without the former spec it is less certain who changed what, and never guessed
    assert pull_into(spec, data).text == own.replace("12 đơn vị", "15 đơn vị")


def test_a_number_that_the_spec_changed_is_taken_back_by_nobody(spec: Path) -> None:
    data = edit(build(spec), replace_words("12 đơn vị", "15 đơn vị"))
    own = SPEC.replace("number: 12", "number: 13").replace("date: 2026-03-05", "date: 2026-03-09")
    spec.write_text(own, "utf-8", newline="\n")
    unknown = pull_into(spec, data)
    told = [(c.old, c.new) for c in unknown.changes if c.kind is Kind.CONFLICT]
    assert told == [("Số: 13/KH-", "Số: 12/KH-"), (", ngày 09 tháng 3 năm 2026", ", ngày 05 tháng 3 năm 2026")]
    package = open_package(data, name="a.docx")
    known = pull(package, spec, spec_hash=hash_file(str(spec)), base=SPEC)
    assert known.is_complete
    for pulled in (unknown, known):
        assert pulled.text == own.replace("12 đơn vị", "15 đơn vị")


def test_words_typed_behind_a_text_that_the_spec_dropped_are_not_lost(spec: Path) -> None:
    data = edit(build(spec), type_at_end("Báo cáo Ủy ban", " Hằng tháng."))
    spec.write_text(SPEC.replace("      - Báo cáo Ủy ban nhân dân tỉnh.\n", ""), "utf-8", newline="\n")
    conflicts = [change for change in pull_into(spec, data).changes if change.kind is Kind.CONFLICT]
    assert [(c.old, c.new) for c in conflicts] == [("", "Báo cáo Ủy ban nhân dân tỉnh. Hằng tháng.")]


def test_of_words_that_both_sides_changed_the_former_ones_are_told_where_they_follow(spec: Path) -> None:
    data = edit(build(spec), replace_words("12 đơn vị", "15 đơn vị"))
    spec.write_text(SPEC.replace("Kiểm tra tại 12", "Thanh tra tại 12"), "utf-8", newline="\n")
    assert [change.before for change in pull_into(spec, data).changes] == ["Kiểm tra tại 12 đơn vị."]


def test_changed_formatting_is_told_and_not_carried(spec: Path) -> None:
    def bigger(root: object) -> None:
        set_off("Kiểm tra tại 12 đơn vị.", "sz")(root)  # type: ignore[arg-type]
        for size in root.iter("{*}sz"):  # type: ignore[attr-defined]
            if not size.attrib:
                size.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val", "40")

    pulled = pull_into(spec, edit(build(spec), bigger))
    assert [change.kind for change in pulled.changes] == [Kind.FORMAT]
    assert not pulled.is_complete
    assert str(pulled.changes[0].reason) == "size: 14 pt → 20 pt"


def _bold(*beginnings: str) -> Edit:
    """Every run that begins so is set in bold, as when the line is marked in Word."""

    def change(root: etree._Element) -> None:
        for run in list(root.iter(f"{W}r")):
            words = "".join(text.text or "" for text in run.iter(f"{W}t"))
            if words.startswith(beginnings):
                set_off(words, "b")(run.getparent())  # type: ignore[arg-type]

    return change


def test_an_item_emphasised_with_its_dash_comes_back_whole(spec: Path) -> None:
    """Who marks a whole line in Word marks its dash too: that is no look of its own, and the spec has all of it."""
    line = "Báo cáo Ủy ban nhân dân tỉnh."

    def change(root: etree._Element) -> None:
        run = next(r for r in root.iter(f"{W}r") if line in "".join(t.text or "" for t in r.iter(f"{W}t")))
        _bold("- ", line)(run.getparent())  # type: ignore[arg-type]

    data = edit(build(spec), change)
    pulled = pull_into(spec, data)
    assert pulled.is_complete
    assert pulled.text is not None
    assert differing_lines(SPEC, pulled.text) == ([f"      - {line}"], [f"      - __{line}__"])
    spec.write_text(pulled.text, "utf-8", newline="\n")
    assert pull_into(spec, data).changes == ()


def test_a_dash_emphasised_alone_is_told(spec: Path) -> None:
    line = "Báo cáo Ủy ban nhân dân tỉnh."

    def change(root: etree._Element) -> None:
        run = next(r for r in root.iter(f"{W}r") if line in "".join(t.text or "" for t in r.iter(f"{W}t")))
        _bold("- ")(run.getparent())  # type: ignore[arg-type]

    pulled = pull_into(spec, edit(build(spec), change))
    assert [(change.kind, change.carried) for change in pulled.changes] == [(Kind.FORMAT, False)]


def test_docgens_own_words_are_left_alone(spec: Path) -> None:
    pulled = pull_into(spec, edit(build(spec), replace_words("Độc lập", "Hòa bình")))
    assert [(change.kind, change.carried) for change in pulled.changes] == [(Kind.OWN, False)]
    assert pulled.text is None


def test_a_file_without_bookmarks_is_refused(spec: Path) -> None:
    with pytest.raises(DocgenError) as caught:
        pull_into(spec, edit(build(spec), without_bookmarks, replace_words("12 đơn vị", "15 đơn vị")))
    assert [problem.code for problem in caught.value.problems] == ["pull-no-anchors"]


def test_a_file_that_docgen_did_not_write_is_refused(spec: Path) -> None:
    import docx

    path = spec.with_suffix(".docx")
    docx.Document().save(str(path))
    with pytest.raises(DocgenError) as caught:
        pull_into(spec, path.read_bytes())
    assert [problem.code for problem in caught.value.problems] == ["pull-no-record"]
    assert open_package(path).names
