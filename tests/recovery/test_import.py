"""``import_file``: whatever is in a Word file becomes a spec that loads and builds, and no word of it is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given

from docgen.anchors.record import read_record
from docgen.document.model import Document, Section, Task, TaskGroup, Tasks
from docgen.document.text import literal
from docgen.ooxml.opening import open_package
from docgen.ooxml.reading_stories import read_story
from docgen.problems import DocgenError
from docgen.reading import Layout
from docgen.recovery import import_file
from docgen.recovery.importing import import_layout
from docgen.recovery.normal import normalise
from docgen.rendering import render
from docgen.rendering.printed import printed_texts
from docgen.spec import LoadedSpec, load_spec, load_text
from docgen.standards import load_standard
from tests.corpus.every import EVERY
from tests.corpus.wordml import Build, write_paper
from tests.reading.raw import BODY, DECISION, EMPTY, FOOT, HEAD, TITLE, c, p, r, read_blocks, t
from tests.reading.test_any_file import blocks

SPECS = sorted(p for p in (Path(__file__).parents[2] / "specs").rglob("*.yaml") if p.name != "agency.yaml")


def written(data: bytes, folder: Path) -> Path:
    path = folder / "văn bản.docx"
    path.write_bytes(data)
    return path


def loaded(text: str) -> LoadedSpec:
    """The spec of ``text``, which builds."""
    spec = load_text(text, shown="x.yaml")
    render(spec.document, spec.standard)
    return spec


def words(text: str) -> list[str]:
    """The words of ``text`` that are more than a number or a letter that counts."""
    cut = "".join(c if c.isalpha() else " " for c in text.casefold())
    # Điều counts an article, which may stand at a level that is counted otherwise
    return [word for word in cut.split() if len(word) > 3 and word != "điều"]


def printed(spec: LoadedSpec) -> set[str]:
    return {word for one in printed_texts(spec.document, spec.standard) for word in words(one.text)}


def assert_all_there(layout: Layout, text: str, notes: Iterable[str]) -> None:
    """Every word of every paragraph is printed again, or named in a note."""
    there = printed(loaded(text)) | {word for note in notes for word in words(note)}
    for paragraph in layout.story.paragraphs[layout.first : layout.last]:
        assert not set(words(paragraph.text)) - there, paragraph.text


@pytest.mark.parametrize("name", EVERY)
def test_papers_that_others_wrote(name: str, tmp_path: Path) -> None:
    for build in (Build(), Build("normal", "1x2"), Build("styles", "2x3")):
        path = written(write_paper(EVERY[name](), build), tmp_path)
        specs = import_file(path, language="en")
        for spec in specs:
            loaded(spec.text)
        there = {word for spec in specs for word in printed(loaded(spec.text))}
        there |= {word for spec in specs for note in spec.notes for word in words(str(note.what))}
        for paragraph in read_story(open_package(path)).paragraphs:
            assert not set(words(paragraph.text)) - there, paragraph.text


@given(blocks)
def test_any_file(drawn: list[str]) -> None:
    for layout in read_blocks(*drawn, EMPTY).documents:
        spec = import_layout(layout, "x.docx", "en")
        assert_all_there(layout, spec.text, [str(note.what) for note in spec.notes])


@pytest.mark.parametrize("path", SPECS, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_an_example_comes_back_as_a_spec(path: Path, tmp_path: Path) -> None:
    given = load_spec(path)
    data = render(given.document, given.standard)
    assert read_record(open_package(data)) is not None
    (spec,) = import_file(written(data, tmp_path))
    plain = load_standard(given.standard.name)
    # the file does not say where an agency's labels come from, so docgen would write its own, which it tells
    changed = given.standard.words != plain.words and bool(found_tasks(given.document))
    assert [note.code for note in spec.notes] == ["import-labels"] * changed
    assert "…" not in spec.text
    found = loaded(spec.text)
    assert found_tasks(found.document) == found_tasks(given.document)
    if given.standard == plain:
        assert normalise(found.document, plain) == normalise(given.document, plain)
    assert _shown(found.document) == _shown(given.document)


def found_tasks(document: Document) -> list[tuple[object, ...]]:
    """What the lines of each task say."""
    return [
        ([str(one) for one in task.lead], [str(one) for one in task.support], str(task.due), str(task.result))
        for task in _tasks_in(document.body)
    ]


def _tasks_in(parts: Iterable[object]) -> Iterator[Task]:
    for part in parts:
        if isinstance(part, Task):
            yield part
        elif isinstance(part, TaskGroup | Tasks):
            yield from _tasks_in(part.items)
        elif isinstance(part, Section):
            yield from _tasks_in(part.parts)


def _shown(document: Document) -> list[str]:
    """The words that are printed in the rule set's own forms, but for lines whose labels an agency chose."""
    standard = load_standard(document.standard)
    return [one.text for one in printed_texts(document, standard) if one.component not in ("body", "appendix_reference")]


def only_spec(*drawn: str) -> LoadedSpec:
    (layout,) = read_blocks(*drawn).documents
    return loaded(import_layout(layout, "x.docx", "en").text)


def test_a_decision_as_people_write_it() -> None:
    document = only_spec(DECISION).document
    assert (document.type, document.number, document.issuer.code.plain) == ("quyet-dinh", 12, "SNV")
    assert [line.plain for line in document.issuer.name] == ["SỞ NỘI VỤ"]
    assert [line.plain for line in document.issuer.parent] == ["ỦY BAN NHÂN DÂN TỈNH X"]
    assert document.title is not None
    assert document.title.plain == "Về việc khen thưởng năm 2025"
    assert [base.plain for base in document.bases] == ["Luật Thi đua, khen thưởng"]
    # docgen derives the authority line: the deputy signs for the director of this very body
    assert document.authority is None
    assert [article.parts[0].text.plain for article in document.articles if hasattr(article.parts[0], "text")] == [
        "Khen thưởng các cá nhân.",
        "Quyết định này có hiệu lực từ ngày ký.",
    ]
    (signature,) = document.signatures
    assert signature.deputy_for is not None
    assert (signature.deputy_for.plain, signature.title and signature.title.plain) == ("GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert [recipient.name.plain for recipient in document.distribution] == ["Như Điều 2"]
    assert document.filing is not None
    assert document.filing.plain == "VT, TCCB"


def test_a_table_and_a_list_in_an_article_print_the_same_words() -> None:
    inner = p(r("Điều 1.", "b"), " Giao:") + p("- Phòng A;") + p("- Phòng B.") + t([p("Tên"), p("Số")], [p("Bút"), p("12")], bordered=True)
    last = p(r("Điều 2.", "b"), " Thi hành./.")
    document = only_spec(HEAD, TITLE, c("GIÁM ĐỐC", style="b"), c("QUYẾT ĐỊNH:", style="b"), inner, last, FOOT).document
    texts = [one.text for one in printed_texts(document, load_standard("nd30"))]
    assert texts[texts.index("Điều 1. Giao:") :][:5] == ["Điều 1. Giao:", "- Phòng A;", "- Phòng B.", "Tên | Số", "Bút | 12"]


def test_what_is_missing_is_a_placeholder_with_a_remark() -> None:
    (layout,) = read_blocks(HEAD, TITLE, BODY).documents
    spec = import_layout(layout, "x.docx", "en")
    lines = spec.text.splitlines()
    at = lines.index("filing: …")
    assert lines[at - 1] == "# The file does not say this; fill it in."
    assert {note.code for note in spec.notes} == {"import-missing"}


def test_words_without_a_key_stand_at_the_end_of_the_text() -> None:
    stamp = c("HỎA TỐC", style="b")
    (layout,) = read_blocks(stamp, DECISION).documents
    spec = import_layout(layout, "x.docx", "en")
    assert [text.plain for text in loaded(spec.text).document.closing] == ["HỎA TỐC"]
    assert "# The last paragraphs stand elsewhere in the file; move or delete them.\nclosing: HỎA TỐC\n" in spec.text
    assert [(note.code, note.place and note.place.pointer) for note in spec.notes] == [("import-left", "word/document.xml#p1")]


def test_numbers_that_the_rules_count_otherwise_are_told() -> None:
    plan = (c("KẾ HOẠCH", "Khen thưởng", style="b"), p("1. Khen thưởng các cá nhân."), p("5. Khen thưởng các tập thể./."))
    (layout,) = read_blocks(HEAD, *plan, FOOT).documents
    spec = import_layout(layout, "x.docx", "en")
    told = [str(note.what) for note in spec.notes if note.code == "import-renumbered"]
    assert told == ["2 numbers or marks are printed otherwise than in the file; the first: 1. Khen thưởng các cá nhân."]
    (layout,) = read_blocks(DECISION).documents
    assert import_layout(layout, "x.docx", "en").notes == ()


def test_two_documents_are_two_specs() -> None:
    page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    (first, second) = read_blocks(DECISION, page, HEAD, TITLE, BODY, FOOT).documents
    assert import_layout(first, "x.docx").name == "12-quyet-dinh"
    assert import_layout(second, "x.docx").name == "12-quyet-dinh"


def test_a_text_is_imported_as_well(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    lines = [
        *("ỦY BAN NHÂN DÂN TỈNH X", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "", "Số: 12/KH-UBND"),
        *("X, ngày 05 tháng 3 năm 2026", "", "KẾ HOẠCH", "Khen thưởng năm 2026", "", "1. Khen thưởng các cá nhân.", ""),
        *("2. Khen thưởng các tập thể./.", "", "Nơi nhận:", "- Các sở;", "- Lưu: VT.", "", "CHỦ TỊCH", "", "", "Nguyễn Văn An"),
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    (spec,) = import_file(path)
    document = loaded(spec.text).document
    assert (document.type, document.number, document.signatures[0].name) == ("ke-hoach", 12, literal("Nguyễn Văn An"))
    there = printed(loaded(spec.text))
    assert not {word for line in lines for word in words(line)} - there


def test_a_text_in_another_encoding_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"K\xea ho\xe1ch")
    with pytest.raises(DocgenError) as caught:
        import_file(path)
    assert [problem.code for problem in caught.value.problems] == ["import-unreadable"]


def test_other_files_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF")
    with pytest.raises(DocgenError) as caught:
        import_file(path)
    assert [problem.code for problem in caught.value.problems] == ["import-kind"]


def test_a_file_without_a_document_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Chỉ là một lá thư.", encoding="utf-8")
    with pytest.raises(DocgenError) as caught:
        import_file(path)
    assert [problem.code for problem in caught.value.problems] == ["import-no-document"]
