"""Tasks as offices write them: labels of their own, with dashes or without, in brackets; no word of a label is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.document.model import Document, Section, Task, TaskGroup, Tasks
from docgen.rendering.printed import printed_texts
from docgen.spec import load_text
from tests.support.pasted import FOOT, head, import_pasted

HEAD = head("KH", "KẾ HOẠCH", "Công tác năm 2026") + "I. NHIỆM VỤ\n"
INSTEAD = "# Its last words are taken for who leads, who supports and until when; docgen writes its own labels instead of: "


def imported(text: str, folder: Path, ending: str = ".txt") -> tuple[Document, str, list[str]]:
    """The document of a text between head and foot, which builds; its spec; the codes of the notes."""
    pasted = import_pasted(HEAD + text + FOOT, folder, ending)
    return pasted.document, pasted.spec, [note.code for note in pasted.notes]


def tasks_of(document: Document) -> list[Task]:
    """The tasks of the one section."""
    (section,) = document.body
    assert isinstance(section, Section)
    (tasks,) = section.parts
    assert isinstance(tasks, Tasks)
    return [task for item in tasks.items for task in (item.items if isinstance(item, TaskGroup) else [item])]


def said(task: Task) -> tuple[list[str], list[str], list[str], str | None, str | None]:
    due, result = task.due, task.result
    agencies = [[str(one) for one in words] for words in (task.lead, task.support)]
    return [str(one) for one in task.text], *agencies, str(due) if due else None, str(result) if result else None


@pytest.mark.parametrize("dash", ["", "- "])
@pytest.mark.parametrize(
    ("lead", "support", "due", "result"),
    [
        ("Chủ trì", "Phối hợp", "Thời gian", "Kết quả"),
        ("Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn", "Sản phẩm"),
        ("Cơ quan chủ trì tham mưu", "Cơ quan phối hợp thực hiện", "Thời gian hoàn thành", "Sản phẩm"),
        ("Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn hoàn thành", "Kết quả"),
        ("Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện", "Kết quả"),
    ],
)
def test_labelled_lines_below_a_task(dash: str, lead: str, support: str, due: str, result: str, tmp_path: Path) -> None:
    lines = f"{dash}{lead}: Sở A.\n{dash}{support}: Sở B, Sở C.\n{dash}{due}: Quý II năm 2026.\n{dash}{result}: Báo cáo.\n"
    text = f"1. Rà soát văn bản của ngành.\n{lines}2. Tập huấn cán bộ.\n{lines}\nCác phòng thực hiện Kế hoạch này."
    document, spec, codes = imported(text, tmp_path)
    assert [said(task) for task in tasks_of(document)] == [
        (["Rà soát văn bản của ngành."], ["Sở A"], ["Sở B, Sở C"], "Quý II năm 2026", "Báo cáo"),
        (["Tập huấn cán bộ."], ["Sở A"], ["Sở B, Sở C"], "Quý II năm 2026", "Báo cáo"),
    ]
    # the lines of the last task are no end of the text, what stands below them is
    assert [str(one) for one in document.closing] == ["Các phòng thực hiện Kế hoạch này."]
    own = ("Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện", "Kết quả")
    changed = "; ".join(label for label, mine in zip((lead, support, due, result), own, strict=True) if label != mine)
    comments = [line.strip() for line in spec.splitlines() if line.strip().startswith("#")]
    assert [line for line in comments if line.startswith(INSTEAD)] == ([INSTEAD + changed] * 2 if changed else [])
    if changed:
        # said once for the file, not for each task
        assert codes == ["import-labels"]
    else:
        assert codes == ([] if dash else ["import-guess"])


@pytest.mark.parametrize("end", ["", ".", ";"])
def test_brackets_behind_a_task(end: str, tmp_path: Path) -> None:
    text = f"1. Kiểm tra (Cơ quan chủ trì: Sở A; phối hợp: Sở B; hoàn thành trước 30/6/2026){end}\n2. Tổng kết (một lần)."
    document, spec, codes = imported(text, tmp_path)
    first, second = tasks_of(document)
    # the words of the end stand behind docgen's label as they are
    assert said(first)[1:] == (["Sở A"], ["Sở B"], "hoàn thành trước 30/6/2026", None)
    assert str(first.title or first.text[0]) == f"Kiểm tra{end}"
    assert str(second.title or second.text[0]) == "Tổng kết (một lần)."
    assert f"{INSTEAD}phối hợp\n" in spec
    # the numbers are the same, though a short text ends sooner than in the file
    assert "import-labels" in codes
    assert "import-renumbered" not in codes


@pytest.mark.parametrize("last", ["2. Họp;", "2. Họp nhiều nơi\na) Họp với Sở A;\nChủ trì: Sở B.\nThời hạn: Quý I.\nb) Họp với xã;"])
def test_a_last_task_without_lines_ends_as_the_loader_wants(last: str, tmp_path: Path) -> None:
    document, _, _ = imported(f"1. Kiểm tra.\n- Chủ trì: Sở A.\n- Thời hạn: Quý II.\n{last}", tmp_path)
    task = tasks_of(document)[-1]
    assert str(task.text[-1]) == last.splitlines()[-1][3:].removesuffix(";")


def test_brackets_below_a_lettered_task(tmp_path: Path) -> None:
    text = "1. Tổng kết\na) Viết báo cáo;\n(Chủ trì: Sở A; Phối hợp: Sở B)\nb) Hội nghị.\n- Chủ trì: Sở A.\n- Thời hạn: Quý IV."
    document, _, _ = imported(text, tmp_path)
    assert [said(task) for task in tasks_of(document)] == [
        (["Viết báo cáo;"], ["Sở A"], ["Sở B"], None, None),
        (["Hội nghị."], ["Sở A"], [], "Quý IV", None),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "*Cơ quan chủ trì: Sở A.*\n\n*Cơ quan phối hợp: Sở B.*\n\n*Thời gian thực hiện: Quý IV.*",
        "- *Cơ quan chủ trì: Sở A.*\n- *Cơ quan phối hợp: Sở B.*\n- *Thời gian thực hiện: Quý IV.*",
        "- **Cơ quan chủ trì:** Sở A.\n- **Cơ quan phối hợp:** Sở B.\n- **Thời gian thực hiện:** Quý IV.",
        "*(Cơ quan chủ trì: Sở A; Cơ quan phối hợp: Sở B; Thời gian thực hiện: Quý IV)*",
    ],
)
def test_lines_may_be_emphasised(lines: str, tmp_path: Path) -> None:
    (task,) = tasks_of(imported(f"\n1. Rà soát văn bản.\n\n{lines}\n", tmp_path, ".md")[0])
    assert said(task) == (["Rà soát văn bản."], ["Sở A"], ["Sở B"], "Quý IV", None)


def test_who_leads_alone_beside_another_task(tmp_path: Path) -> None:
    text = "1. Rà soát văn bản.\nChủ trì: Sở A.\n2. Tập huấn.\nChủ trì: Sở B.\nThời hạn: Quý II."
    assert [said(task)[1] for task in tasks_of(imported(text, tmp_path)[0])] == [["Sở A"], ["Sở B"]]


def test_no_label_stays_in_the_line_above(tmp_path: Path) -> None:
    wide = "Rà soát văn bản của các sở, ngành, địa phương trên địa bàn tỉnh"
    # the line above is as full as any other and no sign ends it
    document, _, _ = imported(f"1. {wide}\nĐơn vị chủ trì: Sở A.\nThời hạn: Quý II năm 2026.", tmp_path)
    (task,) = tasks_of(document)
    assert (str(task.title or task.text[0]), *said(task)[1:4]) == (wide, ["Sở A"], [], "Quý II năm 2026")


@pytest.mark.parametrize(
    "text",
    [
        # no lead; another order; a label that is not known; a sentence behind the labels; brackets that say no more
        "1. Họp.\nPhối hợp: Sở B.\nThời hạn: Quý II.",
        "1. Họp.\nThời hạn: Quý II.\nChủ trì: Sở A.",
        "1. Họp.\n- Chủ trì: Sở A.\n- Địa điểm: Hội trường.",
        "1. Họp (Chủ trì: Sở A; Phối hợp: Sở B) tại Hội trường.",
        "1. Họp (xem Kế hoạch; hoàn thành trước 30/6/2026).",
    ],
)
def test_other_lines_stay_text(text: str, tmp_path: Path) -> None:
    document, spec, _ = imported(text, tmp_path)
    assert INSTEAD not in spec
    printed = " ".join(one.text for one in printed_texts(document, load_text(spec, shown="x.yaml").standard))
    assert all(line.removeprefix("- ").removeprefix("1. ").rstrip(".") in printed for line in text.split("\n"))
