"""Capital letters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.vietnamese import is_nfc, upper


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("Kế hoạch phòng cháy, chữa cháy và cứu nạn", "KẾ HOẠCH PHÒNG CHÁY, CHỮA CHÁY VÀ CỨU NẠN"),
        ("đường ưởng ượng ỹ ỵ", "ĐƯỜNG ƯỞNG ƯỢNG Ỹ Ỵ"),
        (unicodedata.normalize("NFD", "nghị quyết"), "NGHỊ QUYẾT"),
        ("Weiß & Co. 2.0", "WEIẞ & CO. 2.0"),
        ("", ""),
    ],
)
def test_capitals(text: str, capitals: str) -> None:
    assert upper(text) == capitals


@given(st.text())
def test_capitals_are_nfc_and_stay_capitals(text: str) -> None:
    assert is_nfc(upper(text))
    assert upper(upper(text)) == upper(text)


@given(st.text("aáàảãạăắằẳẵặâấầẩẫậbcdđeéèẻẽẹêếềểễệghiíìỉĩịklmnoóòỏõọôốồổỗộơớờởỡợpqrstuúùủũụưứừửữựvxyýỳỷỹỵß ,.-0"))
def test_vietnamese_capitals_lose_nothing(text: str) -> None:
    assert upper(text).lower() == text
