"""``docgen diff`` of specs: every change at its lines, also where docgen or an agency file makes the words."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
EXAMPLES = Path(__file__).parents[2] / "specs" / "nha-nuoc"
EDITS = (
    ("number: 712", "number: 713"),
    ("date: 2026-05-07", "date: 2026-05-08"),
    ("Luật Lưu trữ ngày 21 tháng 6", "Luật Lưu trữ ngày 22 tháng 6"),
    ("họp ba tháng một lần", "họp hai tháng một lần"),
    ("có hiệu lực kể từ ngày ký", "có hiệu lực từ ngày ký"),
    ("Phó Giám đốc Sở Tư pháp", "Giám đốc Sở Tư pháp"),
    ("Cục Văn thư và Lưu trữ nhà nước", "Cục Văn thư"),
    ("signature: chu-tich", "signature: pct-kinh-te"),
)


@pytest.fixture(autouse=True)
def _specs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(EXAMPLES / "agency.yaml", "agency.yaml")
    text = (EXAMPLES / "quyet-dinh-thanh-lap.yaml").read_text(encoding="utf-8")
    Path("a.yaml").write_text(text, encoding="utf-8")
    for old, new in EDITS:
        assert text.count(old) == 1
        text = text.replace(old, new)
    # one line more at the top, so that the lines of the two differ
    Path("b.yaml").write_text(f"# bản sửa\n{text}", encoding="utf-8")


def line(file: str, words: str) -> int:
    (number,) = [n for n, one in enumerate(Path(file).read_text(encoding="utf-8").splitlines(), 1) if words in one]
    return number


def places(result: Result) -> set[tuple[str, str]]:
    return set(re.findall(r"(a\.yaml:\d+) → (b\.yaml:\d+)", result.stdout))


def test_each_change_has_its_line_in_both_specs(run: Run) -> None:
    result = run("diff", "a.yaml", "b.yaml", "--lang", "en")
    assert result.exit_code == 1
    assert places(result) == {(f"a.yaml:{line('a.yaml', old)}", f"b.yaml:{line('b.yaml', new)}") for old, new in EDITS}


def test_beside_a_word_file_the_other_side_is_a_paragraph(run: Run) -> None:
    assert run("build", "b.yaml", "-o", "out").exit_code == 0
    said = run("diff", "a.yaml", "out/b.docx", "--lang", "en").stdout
    assert f"\nSố, ký hiệu, a.yaml:{line('a.yaml', 'number: 712')} → paragraph 7\n" in said


def test_places_in_the_text_are_called_by_their_numbers(run: Run) -> None:
    said = run("diff", "a.yaml", "b.yaml", "--lang", "en").stdout.splitlines()
    (points,) = [n for n, one in enumerate(said) if "[-ba-]{+hai+}" in one]
    assert said[points - 1].startswith("Điều 2.2, a.yaml:")
    (cell,) = [n for n, one in enumerate(said) if "{+Giám+}" in one or "[-Phó" in one]
    assert said[cell - 1].startswith("Phụ lục, table ")


def test_what_went_and_what_came_has_one_line(run: Run) -> None:
    text = Path("a.yaml").read_text(encoding="utf-8")
    gone = "  - Luật Lưu trữ ngày 21 tháng 6 năm 2024\n"
    came = "  - Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015\n"
    Path("c.yaml").write_text(text.replace(gone, ""), encoding="utf-8")
    Path("d.yaml").write_text(text.replace(gone, gone + came), encoding="utf-8")
    said = run("diff", "a.yaml", "c.yaml", "--lang", "en").stdout
    assert f"Căn cứ, a.yaml:{line('a.yaml', gone.strip())}\n  paragraph removed: " in said
    said = run("diff", "a.yaml", "d.yaml", "--lang", "en").stdout
    assert f"Căn cứ, d.yaml:{line('d.yaml', came.strip())}\n  paragraph added: " in said


def test_a_row_has_its_own_line(run: Run) -> None:
    text = Path("a.yaml").read_text(encoding="utf-8")
    above = '        - ["7", "Phó Giám đốc Công an tỉnh", "Ủy viên"]\n'
    came = '        - ["7a", "Phó Giám đốc Sở Y tế", "Ủy viên"]\n'
    Path("c.yaml").write_text(text.replace(above, above + came), encoding="utf-8")
    said = run("diff", "a.yaml", "c.yaml", "--lang", "en").stdout
    assert re.search(rf"^Phụ lục, table \d+, row 9, c\.yaml:{line('c.yaml', '7a')}$", said, re.MULTILINE)


def test_programs_read_line_and_column(run: Run) -> None:
    found = json.loads(run("diff", "a.yaml", "b.yaml", "--format", "json", "--lang", "en").stdout)["differences"]
    (one,) = [one for one in found if {"change": "added", "text": "hai"} in one["words"]]
    number = line("a.yaml", "họp ba tháng một lần")
    assert one["old"]["spec"] == {"path": "a.yaml", "line": number, "column": len("      - ") + 1}
    assert one["new"]["spec"]["line"] == number + 1
    assert one["new"]["outline"] == "Điều 2.2"
    said = run("diff", "a.yaml", "b.yaml", "--format", "github").stdout
    assert f"file=b.yaml,line={number + 1}," in said
