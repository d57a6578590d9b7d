"""Word files of other hands: what tabs, merged cells and bold titles do to a document, and what is said of it."""

from __future__ import annotations

import pytest

from docgen.document.model import DashList, Document, Paragraph, Part, Section
from docgen.recovery.importing import ImportedSpec, import_layout
from docgen.recovery.importing_word import import_word
from docgen.spec import load_text
from tests.reading.raw import BODY, EMPTY, FOOT, HEAD, LIST, TITLE, c, p, package, r, read_blocks, t


def spec_of(*blocks: str) -> ImportedSpec:
    """The spec of the one document of a file of ``blocks``."""
    (layout,) = read_blocks(*blocks).documents
    return import_layout(layout, "x.docx", "en")


def notes_of(spec: ImportedSpec) -> list[str]:
    return [str(note.what) for note in spec.notes]


def test_a_name_that_a_tab_sets_below_the_recipients_is_the_signers() -> None:
    foot = p("Nơi nhận:\tGIÁM ĐỐC", style="b") + p("- Các sở;") + p("- Lưu: VT.") + p("") + p("\tLê Văn Cường", style="b")
    spec = spec_of(HEAD, TITLE, BODY, foot)
    document = load_text(spec.text, shown="x.yaml").document
    (signature,) = document.signatures
    assert (str(signature.title), str(signature.name), document.drafter) == ("GIÁM ĐỐC", "Lê Văn Cường", None)
    lines = spec.text.splitlines()
    remark = "This name stands below the recipients; it is taken for the signer's."
    assert lines[lines.index("  name: Lê Văn Cường") - 1] == f"  # {remark}"
    assert notes_of(spec) == [remark]


def test_merged_and_broken_cells_are_told() -> None:
    cells = t([p("Chỉ tiêu của năm")], [p("Quý I") + p("dự kiến"), p("Quý II")], [p("1"), p("2")], bordered=True)
    spec = spec_of(HEAD, TITLE, p("1. Các chỉ tiêu:"), cells, FOOT)
    told = [str(note.what) for note in spec.notes if note.code == "import-lost"]
    assert told == ["Merged cells stand apart now.", "Paragraphs of one cell stand on one line now."]
    plain = t([p("Chỉ tiêu"), p("Quý")], [p("1"), p("2")], bordered=True)
    assert not [note for note in spec_of(HEAD, TITLE, p("1. Các chỉ tiêu:"), plain, FOOT).notes if note.code == "import-lost"]


def test_paragraphs_below_the_last_bold_title_are_its_own() -> None:
    titles = [p(r(f"{number}. {words}", "b")) for number, words in (("I", "Mục tiêu"), ("II", "Tổ chức thực hiện"))]
    spec = spec_of(HEAD, TITLE, titles[0], p("Nâng cao."), titles[1], p("Các phòng thực hiện."), p("Trân trọng./."), FOOT)
    document = load_text(spec.text, shown="x.yaml").document
    assert document.closing == ()
    last = document.body[-1]
    assert isinstance(last, Section)
    assert (str(last.title), [str(one.text) for one in last.parts if isinstance(one, Paragraph)]) == (
        "Tổ chức thực hiện",
        ["Các phòng thực hiện.", "Trân trọng."],
    )


def test_an_end_of_several_open_signs_is_closed() -> None:
    spec = spec_of(HEAD, TITLE, p("1. Nâng cao chất lượng; : ,"), FOOT)
    document = load_text(spec.text, shown="x.yaml").document
    (section,) = document.body
    assert isinstance(section, Section)
    assert [str(one.text) for one in section.parts if isinstance(one, Paragraph)] == ["Nâng cao chất lượng"]


def decision(*above: str) -> tuple[Document, ImportedSpec]:
    """A decision with these lines in capitals between its type and its bases."""
    lines = c("QUYẾT ĐỊNH", *above, style="b") + p("Căn cứ Luật Cán bộ, công chức;", style="i") + c("QUYẾT ĐỊNH:", style="b")
    spec = spec_of(HEAD, lines, p(r("Điều 1.", "b"), " Khen thưởng."), FOOT)
    return load_text(spec.text, shown="x.yaml").document, spec


@pytest.mark.parametrize("title", ["BAN HÀNH QUY CHẾ LÀM VIỆC", "QUY ĐỊNH VỀ QUẢN LÝ CHỢ"])
def test_a_title_in_capitals_is_no_authority(title: str) -> None:
    document, spec = decision(title, "CHÁNH THANH TRA TỈNH")
    assert (str(document.title), str(document.authority)) == (title, "CHÁNH THANH TRA TỈNH")
    remark = "These lines in capitals between type and authority are taken for the title."
    lines = spec.text.splitlines()
    assert lines[lines.index(f"title: {title}") - 1] == f"# {remark}"
    assert notes_of(spec) == [remark]


def test_two_lines_of_who_decides_are_no_title() -> None:
    document, spec = decision("CHÁNH THANH TRA", "TỈNH AN BÌNH")
    assert (str(document.title), str(document.authority)) == ("…", "CHÁNH THANH TRA TỈNH AN BÌNH")
    assert "title: …" in spec.text


def test_a_bodys_name_above_its_signers_office_goes_behind_it() -> None:
    """So the decree has it where several bodies sign: the office, and the body whose it is."""
    left = c("SỞ NỘI VỤ", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", style="b") + EMPTY * 4 + c("Lê Văn Bình", style="b")
    right = c("SỞ XÂY DỰNG", "GIÁM ĐỐC", style="b") + EMPTY * 4 + c("Nguyễn Văn An", style="b")
    spec = spec_of(HEAD, TITLE, BODY, t([LIST, left, right], widths=(3000, 3000, 3000)))
    lead, other = load_text(spec.text, shown="x.yaml").document.signatures
    assert (str(lead.title), str(lead.name)) == ("GIÁM ĐỐC SỞ XÂY DỰNG", "Nguyễn Văn An")
    assert (str(other.deputy_for), str(other.title), str(other.name)) == ("GIÁM ĐỐC SỞ NỘI VỤ", "PHÓ GIÁM ĐỐC", "Lê Văn Bình")
    lines = [line.strip(" -") for line in spec.text.splitlines()]
    for key in ("deputy_for: GIÁM ĐỐC SỞ NỘI VỤ", "title: GIÁM ĐỐC SỞ XÂY DỰNG"):
        assert lines[lines.index(key) - 1] == "# The body's name stood above the office; docgen writes it behind the office."


def broken(*lines: str) -> tuple[tuple[Part, ...], list[str]]:
    """What becomes of lines in one paragraph of a plan's only clause, and what is said of it."""
    head = HEAD.replace("12/QĐ-SNV", "12/KH-SNV") + c("KẾ HOẠCH", "Thi đua", style="b")
    (spec,) = import_word(package(head, p("\n".join(lines)), FOOT), "x.docx", "en")
    notes = [str(note.what) for note in spec.notes if note.code == "import-lost"]
    (section,) = load_text(spec.text, shown="x.yaml").document.body
    assert isinstance(section, Section)
    return section.parts, notes


def words(part: Part) -> object:
    """The words of a part, of a list or section in a list of its own."""
    if isinstance(part, DashList):
        return [words(inner) for item in part.items for inner in item.parts]
    if isinstance(part, Section):
        return [str(part.title)] if part.title else [words(inner) for inner in part.parts]
    assert isinstance(part, Paragraph)
    return str(part.text)


def test_items_behind_line_breaks_are_items() -> None:
    parts, notes = broken("1. Nội dung gồm:", "a) Hội nghị;", "b) Hội thảo.")
    assert [words(one) for one in parts] == ["Nội dung gồm:", ["Hội nghị;"], ["Hội thảo."]]
    assert not notes
    parts, notes = broken("1. Nội dung gồm:", "- Hội nghị", "- Hội thảo.")
    assert [words(one) for one in parts] == ["Nội dung gồm:", ["Hội nghị", "Hội thảo."]]
    assert not notes


@pytest.mark.parametrize("second", ["- Điện Biên đi lại", "và tuyến khác"])
def test_other_broken_lines_are_one_and_told(second: str) -> None:
    """A dash inside a sentence begins no item."""
    parts, notes = broken("1. Tuyến đường Lai Châu", f"{second}.")
    assert [words(one) for one in parts] == [f"Tuyến đường Lai Châu {second}."]
    assert notes == ["Lines of one paragraph stand on one line now."]


def test_a_type_that_is_not_laid_out_is_no_other_type() -> None:
    """A công văn prints no type, so no wrong one stands there; the type's own words stay."""
    minutes = c("BIÊN BẢN", "Họp Hội đồng khoa học", style="b")
    spec = spec_of(HEAD.replace("12/QĐ-SNV", "12/BB-SNV"), minutes, p("1. Ông An nêu lý do."), p("2. Kết luận."), FOOT)
    document = load_text(spec.text, shown="x.yaml").document
    assert (document.type, str(document.title)) == ("cong-van", "BIÊN BẢN Họp Hội đồng khoa học")
    what = (
        "docgen does not know this type of document, or does not lay it out yet: BIÊN BẢN. It is set as a công văn, which prints "
        "no type; the type's name stands in the title."
    )
    assert what in notes_of(spec)
    lines = spec.text.splitlines()
    assert lines[lines.index("type: cong-van") - 1] == f"# {what}"
