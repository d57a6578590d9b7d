"""Capitals for titles: every letter, but for those of a document's code."""

from __future__ import annotations

import pytest

from docgen.vietnamese import capitals


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("Mục đích, yêu cầu", "MỤC ĐÍCH, YÊU CẦU"),
        ("Triển khai Chương trình số 43-CTr/TU", "TRIỂN KHAI CHƯƠNG TRÌNH SỐ 43-CTr/TU"),
        ("theo TTr và QyĐ", "THEO TTr VÀ QyĐ"),
        ("Nghị quyết 71-NQ/TW", "NGHỊ QUYẾT 71-NQ/TW"),
        ("HoangMinhTri-112", "HOANGMINHTRI-112"),
        ("hai  khoảng trắng", "HAI  KHOẢNG TRẮNG"),
    ],
)
def test_capitals_leave_codes_alone(given: str, printed: str) -> None:
    assert capitals(given) == printed
