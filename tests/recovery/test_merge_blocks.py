"""What one side took away as a whole and the other changed inside: a conflict that can be chosen either way, wherever it stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from docgen.config.agency import AgencyBook
from docgen.ooxml.opening import Package, open_package
from docgen.ooxml.reading_stories import read_story
from docgen.ooxml.tracked import settle
from docgen.recovery.merging import Merged, make_copy, merge
from docgen.recovery.pulling import is_untouched, pull_text
from docgen.recovery.pulling.restoring import adopt
from docgen.recovery.pulling.said import Kind
from docgen.recovery.pulling.spec_state import SpecText
from docgen.spec.loading import load_text
from tests.support.heads import DRAFT_PLAN
from tests.support.word_edits import Edit, build_text, edit, replace_words, take_out, type_at_end

SPEC = DRAFT_PLAN + """\
sections:
  - title: Mục đích
    text: Chấn chỉnh sai sót trong quản lý.
  - title: Nội dung
    text: 'Kiểm tra:'
    list:
      - Đối chiếu sổ sách;
      - text: Kiểm kê kho
        list:
          - Kho số một;
          - Kho số hai.
    table:
      header: ["Đơn vị", "Số kho"]
      rows:
        - ["Huyện A", "12"]
        - ["Huyện B", "34"]
tasks:
  - text: Rà soát sổ sách.
    lead: Văn phòng
    support:
      - Phòng Giá
      - Phòng Ngân sách
    due: trước 30/4/2026
  - title: Kiểm kê kho
    run_in: true
    text: Làm tại chỗ.
    lead: Phòng Công sản
distribution:
  - name: UBND tỉnh
    note: để b/c
  - Sở Nội vụ
filing: VT
signature:
  title: Giám đốc
  name: Trần Văn An
appendices:
  - title: Danh mục
    sections:
      - title: Kho lưu trữ
        text: Có ba kho.
      - title: Xe
        text: Có hai xe.
"""
SECTION = SPEC[SPEC.index("  - title: Nội dung\n") : SPEC.index("tasks:\n")]
TASK = SPEC[SPEC.index("  - title: Kiểm kê kho\n") : SPEC.index("distribution:\n")]


def _merge(ours: str, *edits: Edit, base: str | None = SPEC) -> tuple[Merged, SpecText]:
    spec = SpecText(SPEC, "a.yaml", AgencyBook(), Path())
    package = open_package(edit(build_text(spec), *edits))
    ours_too = spec._replace(text=ours)
    return merge(package, ours_too, same_spec=False, base=base), ours_too


def _show(merged: Merged, spec: SpecText) -> tuple[Package, SpecText]:
    """The copy in which both stand, and the spec that it was made of."""
    assert merged.offer is not None
    now = spec._replace(text=merged.text)
    copy = make_copy(build_text(now), build_text(now._replace(text=merged.offer)), now, merged.offer)
    assert copy is not None
    return open_package(copy), now


@pytest.mark.parametrize(
    ("gone", "old", "new"),
    [
        (SECTION, "Đối chiếu", "Rà soát"),
        (SECTION, "Kho số hai", "Kho số ba"),
        (SECTION, "34", "43"),
        ("        - [\"Huyện B\", \"34\"]\n", "34", "43"),
        (TASK, "Làm tại chỗ", "Làm từ xa"),
        (TASK, "Phòng Công sản", "Phòng Tài sản"),
        ("      - Phòng Giá\n", "Phòng Giá", "Phòng Vật giá"),
        ("    due: trước 30/4/2026\n", "30/4", "15/5"),
        ("  - name: UBND tỉnh\n    note: để b/c\n", "UBND tỉnh", "HĐND tỉnh"),
        ("      - title: Kho lưu trữ\n        text: Có ba kho.\n", "ba kho", "bốn kho"),
    ],
)
def test_what_the_spec_took_away_and_word_changed_comes_back_as_the_author_wrote_it(gone: str, old: str, new: str) -> None:
    assert SPEC.count(gone) == SPEC.count(old) == 1
    ours = SPEC.replace(gone, "")
    merged, spec = _merge(ours, replace_words(old, new))
    assert [change.kind for change in merged.changes] == [Kind.CONFLICT]
    assert merged.text == ours
    assert merged.offer == SPEC.replace(old, new)
    shown, now = _show(merged, spec)
    assert is_untouched(settle(shown, rejected=True))
    accepted = pull_text(shown, now, same_spec=True, offer=merged.offer)
    assert (accepted.is_complete, accepted.text) == (True, SPEC.replace(old, new))


DUTIES = "implementation:\n  - agency:\n      - Phòng Công sản\n      - Thanh tra Sở\n    duties: chuẩn bị hồ sơ.\n"


@pytest.mark.parametrize(
    ("gone", "left", "old", "new"),
    [
        ("      - Phòng Giá\n", "", "Phòng Ngân sách", "Phòng Ngân quỹ"),
        ("  - name: UBND tỉnh\n    note: để b/c\n", "  - UBND tỉnh\n", "UBND tỉnh", "HĐND tỉnh"),
        ("      - Thanh tra Sở\n", "", "hồ sơ", "tài liệu"),
        ("      - Thanh tra Sở\n", "", "Phòng Công sản", "Phòng Tài sản"),
    ],
)
def test_words_beside_a_text_that_the_spec_dropped_from_the_line_are_the_files_alone(
    gone: str, left: str, old: str, new: str
) -> None:
    """One printed line of several texts: the spec takes one away, Word changes another."""
    start = SPEC.replace("tasks:\n", f"{DUTIES}tasks:\n").replace("    lead: Phòng Công sản\n", "")
    assert start.count(gone) == start.count(old) == 1
    ours = start.replace(gone, left)
    spec = SpecText(start, "a.yaml", AgencyBook(), Path())
    package = open_package(edit(build_text(spec), replace_words(old, new)))
    merged = merge(package, spec._replace(text=ours), same_spec=False, base=start)
    assert [(change.kind, change.carried) for change in merged.changes] == [(Kind.CHANGED, True)]
    assert merged.text == ours.replace(old, new)
    told = merge(package, spec._replace(text=ours), same_spec=False).left
    assert any(new in change.new for change in told)


def test_a_block_that_nobody_accepts_stays_away() -> None:
    merged, spec = _merge(SPEC.replace(TASK, ""), replace_words("Làm tại chỗ", "Làm từ xa"), replace_words("Có hai xe", "Có ba xe"))
    shown, now = _show(merged, spec)
    assert now.text == SPEC.replace(TASK, "").replace("Có hai xe", "Có ba xe")
    rejected = pull_text(shown, now, same_spec=True, offer=merged.offer, rejected=True)
    assert (rejected.changes, rejected.text) == ((), None)


def test_without_the_spec_as_it_was_the_words_of_the_line_are_told_all_the_same() -> None:
    merged, _ = _merge(SPEC.replace("      - Phòng Giá\n", ""), replace_words("Phòng Giá", "Phòng Vật giá"), base=None)
    assert any("Phòng Vật giá" in change.new for change in merged.left if change.kind is Kind.CONFLICT)


def test_a_paragraph_deleted_before_a_line_of_docgens_own_can_be_accepted() -> None:
    """The last paragraph before the title that docgen writes itself (``III. TỔ CHỨC THỰC HIỆN`` and the like)."""
    start = SPEC[SPEC.index("    table:\n") : SPEC.index("tasks:\n")]
    ours = SPEC.replace(start, "").replace("Kho số hai.", "Kho số hai, ba.")
    spec = SpecText(SPEC.replace(start, ""), "a.yaml", AgencyBook(), Path())
    merged = merge(
        open_package(edit(build_text(spec), take_out("Kho số hai"))), spec._replace(text=ours), same_spec=False, base=spec.text
    )
    shown, now = _show(merged, spec._replace(text=ours))
    accepted = pull_text(shown, now, same_spec=True, offer=merged.offer)
    assert accepted.text == spec.text.replace("          - Kho số hai.\n", "")


@pytest.mark.parametrize("base", [SPEC, None])
def test_words_typed_behind_a_line_that_docgen_makes_are_told_whatever_the_spec_says_by_now(base: str | None) -> None:
    """``(Kèm theo Kế hoạch số …)`` below an appendix's title follows number and date; nothing else in it does."""
    typed = type_at_end("(Kèm theo", " và hồ sơ kèm theo")
    merged, _ = _merge(SPEC.replace("title: Kiểm tra", "number: 7\ntitle: Kiểm tra"), typed, base=base)
    assert any("và hồ sơ kèm theo" in change.new for change in merged.left)
    merged, _ = _merge(SPEC.replace("title: Kiểm tra", "number: 7\ntitle: Kiểm tra"), replace_words("ba kho", "tư kho"), base=base)
    assert "tư kho" in merged.text


def test_an_offer_is_laid_out_once_however_many_texts_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    points = "".join(f"          - Kho số {number};\n" for number in range(30))
    offer = SPEC.replace("          - Kho số một;\n", points)
    last = "          - Kho số 29;\n"
    spec = SpecText(offer.replace(last, ""), "a.yaml", AgencyBook(), Path())
    file = read_story(open_package(build_text(spec._replace(text=offer))))
    read: list[str] = []

    def load(text: str, **options: Any) -> Any:
        read.append(text)
        return load_text(text, **options)

    monkeypatch.setattr("docgen.recovery.pulling.spec_state.load_text", load)
    assert adopt(spec, offer, file) == offer
    # the offer, the spec, and the spec with the one text that it lacked
    assert len(read) <= 3
    assert adopt(spec._replace(text=offer), offer, file) == offer
    assert len(read) <= 3
