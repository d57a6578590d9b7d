"""What a pull left alone stands in the Word file until somebody settles it: no later pull and no build forgets it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from lxml import etree

from tests.support.word_edits import W, edit, find, replace_words, text_of

Run = Callable[..., Result]

SPEC = """\
standard: nd30
type: ke-hoach
issuer:
  name: ỦY BAN NHÂN DÂN XÃ TÂN AN
  code: UBND
place: Tân An
title: Tổ chức Ngày hội chuyển đổi số năm 2026
opening: Ủy ban nhân dân xã ban hành Kế hoạch như sau
purpose:
  - Nâng cao nhận thức của người dân về chuyển đổi số.
  - Giới thiệu sản phẩm của xã.
sections:
  - title: Quy mô
    text: Bố trí không quá 12 gian hàng.
  - title: Thời gian
    text: Bắt đầu lúc 7 giờ.
closing: Đề nghị các đơn vị thực hiện.
distribution:
  - Các thôn
filing: VT
signature:
  on_behalf_of: ỦY BAN NHÂN DÂN
  title: CHỦ TỊCH
  name: Nguyễn Văn An
"""

LETTER = """\
standard: nd30
type: cong-van
issuer:
  name: ỦY BAN NHÂN DÂN XÃ TÂN AN
  code: UBND
unit: VP
place: Tân An
title: Phối hợp tổng vệ sinh đường làng
addressees:
  - Các thôn
opening: Ủy ban nhân dân xã đề nghị các thôn phối hợp dọn vệ sinh.
sections:
  - Thời gian bắt đầu lúc 7 giờ.
closing: Đề nghị các thôn nhắc nhau thực hiện.
distribution:
  - Như trên
filing: VT
signature:
  title: CHỦ TỊCH
  name: Nguyễn Văn An
"""


@pytest.fixture
def spec(project: Path, run: Run) -> Path:
    path = project / "specs" / "ngay-hoi.yaml"
    path.write_text(SPEC, "utf-8", newline="\n")
    assert run("build", "specs/ngay-hoi.yaml").exit_code == 0
    return path


def _word_file(spec: Path) -> Path:
    return next(spec.parents[1].glob("build/**/ngay-hoi.docx"))


def _change(spec: Path, *edits: Callable[[etree._Element], None]) -> None:
    path = _word_file(spec)
    path.write_bytes(edit(path.read_bytes(), *edits))


def _retype(words: str, new: str) -> Callable[[etree._Element], None]:
    """Type ``new`` over a whole line, as Word leaves it: all in its first run."""

    def change(root: etree._Element) -> None:
        first, *others = find(root, words).iter(f"{W}t")
        first.text = new
        for text in others:
            text.text = ""

    return change


@pytest.mark.parametrize(
    ("words", "new"),
    [
        ("- Nâng cao nhận thức", "Nâng cao nhận thức của nhân dân về chuyển đổi số."),
        ("TM. ỦY BAN", "KT. CHỦ TỊCH"),
    ],
)
def test_a_second_pull_tells_it_again_and_no_build_writes_over_it(spec: Path, run: Run, words: str, new: str) -> None:
    _change(spec, _retype(words, new), replace_words("12 gian", "15 gian"))
    assert run("pull", str(_word_file(spec)), "--write").exit_code == 1
    assert "15 gian" in spec.read_text("utf-8")
    again = run("pull", str(_word_file(spec)), "--lang", "en")
    assert (again.exit_code, new.partition(" ")[0] in again.output) == (1, True)
    held = _word_file(spec).read_bytes()
    assert "build-edited" in run("build", "specs/ngay-hoi.yaml", "--lang", "en").output
    assert _word_file(spec).read_bytes() == held


def test_what_was_left_and_then_written_into_the_spec_by_hand_is_settled(spec: Path, run: Run) -> None:
    _change(spec, _retype("TM. ỦY BAN", "KT. CHỦ TỊCH"), replace_words("12 gian", "15 gian"))
    assert run("pull", str(_word_file(spec)), "--write").exit_code == 1
    written = spec.read_text("utf-8").replace("signature:\n", "signature:\n  deputy_for: CHỦ TỊCH\n")
    spec.write_text(written.replace("  on_behalf_of: ỦY BAN NHÂN DÂN\n", ""), "utf-8", newline="\n")
    assert run("pull", str(_word_file(spec))).exit_code == 0
    assert run("build", "specs/ngay-hoi.yaml").exit_code == 0


def test_edits_that_went_back_out_of_the_spec_are_not_built_over(spec: Path, run: Run) -> None:
    """As after git checkout, or undo in an editor."""
    _change(spec, replace_words("12 gian", "15 gian"))
    assert run("pull", str(_word_file(spec)), "--write").exit_code == 0
    spec.write_text(SPEC, "utf-8", newline="\n")
    assert "build-edited" in run("build", "specs/ngay-hoi.yaml", "--lang", "en").output
    assert run("pull", str(_word_file(spec)), "--write").exit_code == 0
    # whoever writes on in the spec has not lost them
    spec.write_text(spec.read_text("utf-8").replace("7 giờ", "6 giờ").replace("15 gian", "18 gian"), "utf-8", newline="\n")
    assert run("build", "specs/ngay-hoi.yaml").exit_code == 0


def test_a_date_typed_with_its_place_is_a_date(spec: Path, run: Run) -> None:
    _change(spec, _retype("Tân An, ngày", "Tân An, ngày 05 tháng 3 năm 2026"))
    assert run("pull", str(_word_file(spec)), "--write").exit_code == 0
    assert spec.read_text("utf-8") == SPEC.replace("place: Tân An\n", "place: Tân An\ndate: 2026-03-05\n")


def test_a_number_typed_into_its_room_is_no_conflict_later(spec: Path, run: Run) -> None:
    def type_number(root: etree._Element) -> None:
        text = next(t for t in find(root, "/KH-UBND").iter(f"{W}t") if "/" in (t.text or ""))
        text.text = (text.text or "").replace("/", "15/", 1)
        assert "  15/" in text_of(find(root, "/KH-UBND"))

    _change(spec, type_number)
    assert run("pull", str(_word_file(spec)), "--write").exit_code == 0
    assert "number: 15\n" in spec.read_text("utf-8")
    assert run("pull", str(_word_file(spec))).exit_code == 0


def test_another_kind_of_authority_is_left_whole(spec: Path, run: Run) -> None:
    """Half of it would be signed for the wrong body."""

    def change(root: etree._Element) -> None:
        line = find(root, "TM. ỦY BAN")
        for text in line.iter(f"{W}t"):
            text.text = (text.text or "").replace("TM.", "KT.").replace("ỦY BAN NHÂN DÂN", "CHỦ TỊCH")

    _change(spec, change)
    assert run("pull", str(_word_file(spec)), "--write").exit_code == 1
    assert spec.read_text("utf-8") == SPEC


def test_a_sign_that_is_no_letter_goes_into_no_spec(spec: Path, run: Run) -> None:
    def tick(root: etree._Element) -> None:
        run_of_sign = etree.SubElement(find(root, "12 gian"), f"{W}r")
        etree.SubElement(run_of_sign, f"{W}sym", {f"{W}font": "Wingdings", f"{W}char": "F0FC"})

    _change(spec, tick)
    assert run("pull", str(_word_file(spec)), "--write").exit_code == 1
    assert spec.read_text("utf-8") == SPEC


def test_hidden_words_and_other_numbers_are_told(spec: Path, run: Run) -> None:
    def hide(root: etree._Element) -> None:
        hidden = etree.SubElement(find(root, "12 gian"), f"{W}r")
        etree.SubElement(etree.SubElement(hidden, f"{W}rPr"), f"{W}vanish")
        etree.SubElement(hidden, f"{W}t").text = "chưa duyệt"

    _change(spec, hide, _retype("Đề nghị các đơn vị", "Đề nghị các đơn vị thực hiện."))
    told = run("pull", str(_word_file(spec)), "--lang", "en")
    assert told.exit_code == 1
    assert "Hidden words, which are not printed: “chưa duyệt”" in told.output
    assert "docgen prints “Đề nghị các đơn vị thực hiện./.”" in told.output


def test_a_short_letter_of_which_every_text_was_changed_is_the_same_document(project: Path, run: Run) -> None:
    words = {
        "Phối hợp tổng vệ sinh đường làng": "Về tổng vệ sinh đường làng",
        "đề nghị các thôn phối hợp dọn vệ sinh": "đề nghị các thôn tích cực dọn vệ sinh",
        "Thời gian bắt đầu lúc 7 giờ.": "Thời gian bắt đầu lúc 6 giờ.",
        "Đề nghị các thôn nhắc nhau thực hiện.": "Đề nghị các thôn khẩn trương thực hiện.",
    }
    spec = project / "specs" / "ngay-hoi.yaml"
    spec.write_text(LETTER, "utf-8", newline="\n")
    assert run("build", "specs/ngay-hoi.yaml").exit_code == 0
    _change(spec, *(replace_words(old, new) for old, new in words.items()))
    assert run("pull", str(_word_file(spec)), "--write").exit_code == 0
    text = LETTER
    for old, new in words.items():
        text = text.replace(old, new)
    assert spec.read_text("utf-8") == text
    assert run("pull", str(_word_file(spec))).exit_code == 0
    assert run("build", "specs/ngay-hoi.yaml").exit_code == 0


def test_a_letter_rewritten_under_the_same_name_gets_no_edits(project: Path, run: Run) -> None:
    spec = project / "specs" / "ngay-hoi.yaml"
    spec.write_text(LETTER, "utf-8", newline="\n")
    assert run("build", "specs/ngay-hoi.yaml").exit_code == 0
    _change(spec, replace_words("7 giờ", "6 giờ"))
    head, _, _ = LETTER.partition("title:")
    other = "title: Cung cấp số liệu dân số\naddressees:\n  - Các thôn\nbody:\n  - Đề nghị lập danh sách hộ dân, gửi trước ngày mai.\n"
    spec.write_text(f"{head}{other}distribution:{LETTER.partition('distribution:')[2]}", "utf-8", newline="\n")
    result = run("pull", str(_word_file(spec)), "--write", "--lang", "en")
    assert (result.exit_code, "build-no-origin" in result.output) == (2, True)
