"""``running_text``: capitals come off where the words are common ones, and stay on abbreviations, numbers and names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.vietnamese import running_text, upper

TEXTS = (
    "Ủy ban nhân dân tỉnh An Bình ban hành kế hoạch phát triển kinh tế năm 2026.",
    "Thực hiện chương trình công tác, Sở Nội vụ giao Thanh tra phối hợp.",
    "NHỮNG DÒNG IN HOA KHÔNG LÀ CHỨNG CỨ AN BÌNH",
)


@pytest.mark.parametrize(
    ("capitals", "running", "guessed"),
    [
        ("KẾ HOẠCH CỦA UBND TỈNH AN BÌNH NĂM 2026", "Kế hoạch của UBND tỉnh An Bình năm 2026", True),
        ("KẾ HOẠCH PHÁT TRIỂN KINH TẾ TỈNH AN BÌNH", "Kế hoạch phát triển kinh tế tỉnh An Bình", False),
        ("BÁO CÁO CỦA HĐND, MTTQ VÀ THCS", "Báo cáo của HĐND, MTTQ và THCS", True),
        ("PHÁT TRIỂN KT-XH", "Phát triển KT-XH", False),
        ("THỰC HIỆN 05-HD/VPTW VÀ COVID-19", "Thực hiện 05-HD/VPTW và COVID-19", False),
        ("KỲ HỌP THỨ VI, QUÝ II VÀ HÀNH VI", "Kỳ họp thứ VI, quý II và hành vi", True),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH BAN HÀNH", "Sở Văn hóa, Thể thao và Du lịch ban hành", False),
        ("“NĂM 2026”", "“Năm 2026”", False),
        # a body that is also a thing to do, which the texts have as a body
        ("SỞ NỘI VỤ GIAO THANH TRA", "Sở Nội vụ giao Thanh tra", False),
        ("Đã viết thường UBND", "Đã viết thường UBND", False),
        ("", "", False),
    ],
)
def test_what_stands_in_capitals(capitals: str, running: str, guessed: bool) -> None:
    assert running_text(capitals, TEXTS) == (running, guessed)


def test_without_other_texts_names_are_guessed() -> None:
    assert running_text("KẾ HOẠCH CỦA XÃ AN BÌNH") == ("Kế hoạch của xã an bình", True)


@given(st.text(alphabet="AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYẠẢẾỘỬ ,.-/0123“”", max_size=40))
def test_no_letter_changes_but_for_its_case(text: str) -> None:
    assert upper(running_text(text, TEXTS).name) == upper(text)
