"""Several documents in one text are one spec each, and the same as if each stood alone; forms in an appendix are no documents."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from docgen.recovery import import_file
from docgen.recovery.plain_text import read_text
from tests.recovery.plain_samples import DECISION, LETTER, PARTY, UNWRAPPED, Sample

# words between two documents belong to the first, so the one behind begins with its head
HEADED = replace(DECISION, text=DECISION.text[DECISION.text.index("ỦY BAN NHÂN DÂN") :])
TEXTS = (HEADED, LETTER, PARTY, UNWRAPPED)
FORM = """
PHỤ LỤC
Mẫu văn bản
(Kèm theo Quyết định số 12/QĐ-SNV ngày 05 tháng 3 năm 2026)

Mẫu số 01

TÊN CƠ QUAN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: .../BC-...
..., ngày ... tháng ... năm ...

BÁO CÁO
Kết quả thực hiện

Nơi nhận:
- Sở Nội vụ;
- Lưu: VT.

THỦ TRƯỞNG CƠ QUAN
"""


def written(text: str, folder: Path) -> list[str]:
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    return [spec.text for spec in import_file(path)]


@pytest.mark.parametrize("samples", [*permutations(TEXTS, 2)], ids=lambda pair: f"{pair[0].name} + {pair[1].name}")
def test_each_is_what_it_is_alone(samples: tuple[Sample, ...], tmp_path: Path) -> None:
    alone = [spec for sample in samples for spec in written(sample.text, tmp_path)]
    assert written("\n\n\n".join(sample.text for sample in samples), tmp_path) == alone


def test_three_are_three(tmp_path: Path) -> None:
    together = written(f"{DECISION.text}\n{PARTY.text}\n\n{LETTER.text}", tmp_path)
    assert [text.count("quyet-dinh") for text in together] == [1, 0, 0]
    assert len(together) == 3


def test_a_form_in_an_appendix_is_no_document() -> None:
    (layout,) = read_text(DECISION.text + FORM).reading.documents
    assert layout.type == "quyet-dinh"


def test_a_document_behind_an_appendix_is_one() -> None:
    first, second = read_text(f"{DECISION.text}{FORM}\n{PARTY.text}").reading.documents
    assert (first.type, second.type) == ("quyet-dinh", "ke-hoach")


def test_a_motto_that_is_quoted_begins_nothing() -> None:
    quoted = DECISION.text.replace("Điều 3.", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐiều 3.")
    assert quoted != DECISION.text
    assert len(read_text(quoted).reading.documents) == 1
