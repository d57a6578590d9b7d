"""No word of a text is lost, however often it stands there: each is printed, or stands in a comment, or is named."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.recovery import import_file
from docgen.rendering.printed import printed_texts
from docgen.spec import load_text
from tests.recovery.plain_samples import SAMPLES, Sample
from tests.recovery.test_import_texts import FOOT, HEAD

#: more than the letter that counts a point; other numbers are words of their own
WORD = re.compile(r"[^\W\d_]{2,}")
NUMBERS = ("ii", "điều")
LINES = (
    *("I. KẾT QUẢ", "II. PHƯƠNG HƯỚNG", "1. Quy hoạch", "2. Đã thẩm định đồ án.", "a) Một là;", "Điều 1. Mục tiêu", "1.1. Chung"),
    *("- Khu phía Nam;", "+ Xã Hòa An;", "* Ưu điểm:", "Theo quy định¹ của tỉnh", "¹ Của Bộ Chính trị.", "Phụ lục I", "---", ""),
    *("- Chủ trì: Phòng A; Phối hợp: Phòng B.", "Thời gian: Quý II", "| TT | Việc |", "|---|---|", "| 1 | Họp |", "Trân trọng./."),
)


def words(text: str) -> Counter[str]:
    return Counter(word for word in WORD.findall(normalize("NFC", text).casefold()) if word not in NUMBERS)


def lost(text: str, ending: str, folder: Path) -> Counter[str]:
    """The words of a text that neither its specs nor what is told of them have as often."""
    path = folder / f"a{ending}"
    path.write_bytes(text.encode())
    there: Counter[str] = Counter()
    for spec in import_file(path, language="en"):
        loaded = load_text(spec.text, shown="x.yaml")
        for printed in printed_texts(loaded.document, loaded.standard):
            there += words(printed.text)
        there += words("\n".join(line for line in spec.text.splitlines() if line.lstrip().startswith("#")))
        there += words(" ".join(str(note.what) for note in spec.notes))
    return words(text) - there


@pytest.mark.parametrize("sample", [one for one in SAMPLES if one.kind == "text"], ids=lambda one: one.name)
def test_of_papers(sample: Sample, tmp_path: Path) -> None:
    assert lost(sample.text, ".txt", tmp_path) == Counter()


@given(st.lists(st.sampled_from(LINES), max_size=9), st.sampled_from((".txt", ".md")))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_of_lines_in_any_order(tmp_path: Path, lines: list[str], ending: str) -> None:
    text = "\n".join(lines)
    assert lost(f"{HEAD}Mở đầu.\n{text}{FOOT}", ending, tmp_path) == Counter()
