"""Text and markdown become the documents that they show; every word stands in them or is named as left out."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from docgen.document.model import DashList, Document, Item, Paragraph, Section, Table, Task, Tasks
from docgen.document.text import Text
from docgen.reading.layout import Sure
from docgen.recovery import import_file
from docgen.recovery.importing import import_layout
from docgen.recovery.plain_text import TextKind, read_text, story_of_text
from docgen.rendering import render
from docgen.spec import load_text
from docgen.standards import load_standard
from tests.recovery.plain_samples import DECISION, LETTER, PARTY, PLAN, SAMPLES, Sample

ENDINGS = {"text": ".txt", "markdown": ".md"}


def imported(sample: Sample, folder: Path) -> tuple[Document, list[str]]:
    """The document of a sample's spec, which builds, and the notes of the import."""
    path = folder / f"a{ENDINGS[sample.kind]}"
    path.write_bytes(sample.text.encode())
    (spec,) = import_file(path)
    loaded = load_text(spec.text, shown="x.yaml")
    render(loaded.document, loaded.standard)
    return loaded.document, [str(note.what) for note in spec.notes if note.code == "import-left-out"]


def plain(texts: tuple[Text, ...]) -> tuple[str, ...]:
    return tuple(text.plain for text in texts)


def texts_of(document: Document) -> Iterator[str]:
    """The running texts in order, without titles and tables."""
    yield from plain(document.opening)
    for part in parts_of(document):
        if isinstance(part, Paragraph):
            yield part.text.plain
    yield from plain(document.closing)


def parts_of(document: Document) -> Iterator[object]:
    """Every part in order, the outer before the inner ones."""
    queue: list[object] = [*document.articles, *document.body]
    while queue:
        part = queue.pop(0)
        yield part
        if isinstance(part, Section | Item):
            queue = [*part.parts, *queue]
        elif isinstance(part, DashList):
            queue = [*part.items, *queue]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_what_it_is(sample: Sample, tmp_path: Path) -> None:
    document, _ = imported(sample, tmp_path)
    assert document.type == sample.type
    assert (plain(document.issuer.name), plain(document.issuer.parent)) == (sample.issuer, sample.parent)
    assert document.number == sample.number
    assert document.title is not None
    assert document.title.plain == sample.title
    if sample.date is not None:
        assert document.date is not None
        assert (document.date.year, document.date.month, document.date.day) == (
            sample.date.year,
            sample.date.month,
            sample.date.day,
        )
    assert tuple(one.name.plain for one in document.distribution) == sample.recipients
    (signature,) = document.signatures
    assert signature.name is not None
    assert signature.name.plain == sample.signer
    assert plain(document.bases) == sample.bases
    assert plain(document.addressees) == sample.addressees


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_what_it_says(sample: Sample, tmp_path: Path) -> None:
    document, _ = imported(sample, tmp_path)
    assert tuple(texts_of(document)) == sample.texts + sample.behind
    titles = tuple(part.title.plain for part in parts_of(document) if isinstance(part, Section) and part.title is not None)
    assert titles == sample.titles
    tables = [part for part in parts_of(document) if isinstance(part, Table)]
    assert tuple(plain(row) for table in tables for row in (table.header, *table.rows)) == sample.tables


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_what_is_left_out_is_named(sample: Sample) -> None:
    left = read_text(sample.text, cast(TextKind, sample.kind)).left
    lines = unicodedata.normalize("NFC", sample.text).split("\n")
    assert all(one.text.split()[0] in lines[one.number - 1] for one in left)
    assert sorted(" ".join(one.text.split()) for one in left) == sorted(sample.left)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_paragraphs_have_the_lines_that_begin_them(sample: Sample) -> None:
    text = sample.text.replace("Nơi nhận", f"{' ' * 40}2\n\fNơi nhận", 1)
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\\.", ".").split("\n")
    found = read_text(text, cast(TextKind, sample.kind))
    shown = [paragraph for paragraph in found.reading.story.paragraphs if not paragraph.is_empty]
    assert shown
    for paragraph in shown:
        assert paragraph.text.split()[0] in lines[found.lines[paragraph.index] - 1]


def test_nothing_is_certain() -> None:
    (layout,) = read_text(LETTER.text).reading.documents
    assert Sure.CERTAIN not in {layout.regime_sure, layout.type_sure, *(passage.sure for passage in layout.passages)}


def document_of(text: str, tmp_path: Path) -> tuple[Document, list[str]]:
    return imported(replace(DECISION, text=text, kind="text"), tmp_path)


def test_what_says_that_somebody_has_signed_is_left_out(tmp_path: Path) -> None:
    for words in ("(Đã ký)", "(Đã ký và đóng dấu)", "[Ký tên, đóng dấu]"):
        document, left = document_of(DECISION.text.replace("PHÓ GIÁM ĐỐC\n", f"PHÓ GIÁM ĐỐC\n{words}\n"), tmp_path)
        (signature,) = document.signatures
        assert (str(signature.title), str(signature.name)) == ("PHÓ GIÁM ĐỐC", "Nguyễn Văn An")
        assert any(words in one for one in left)


def test_leftovers_of_borders_are_no_signs_of_the_text(tmp_path: Path) -> None:
    text = PARTY.text.replace("Nơi nhận", "|\nNơi nhận").replace("Số ", "| Số ")
    assert text.count("|") == 2
    document, _ = document_of(text, tmp_path)
    alone, _ = document_of(PARTY.text, tmp_path)
    assert document == alone


def test_gaps_of_justified_lines_are_single_spaces() -> None:
    (paragraph,) = story_of_text("Các   sở,  ban,     ngành của tỉnh").story.paragraphs
    assert paragraph.text == "Các sở, ban, ngành của tỉnh"


def test_a_first_page_may_have_a_number() -> None:
    story = story_of_text(f"Các sở, ban, ngành\n{' ' * 40}1\n\ncủa tỉnh").story
    assert [p.text for p in story.paragraphs] == ["Các sở, ban, ngành của tỉnh"]


def test_words_before_a_subject_are_those_of_the_rule_set(tmp_path: Path) -> None:
    """V/v in a paper of the Party, whose rule set writes về việc, is told."""
    lines = (
        *("TỈNH UỶ AN BÌNH          ĐẢNG CỘNG SẢN VIỆT NAM", "*", "Số 12-CV/TU          An Bình, ngày 05 tháng 6 năm 2026"),
        *("V/v chuẩn bị hội nghị", "", "Kính gửi: Đảng uỷ Công an tỉnh", "", "Tỉnh uỷ mời họp.", "", "Nơi nhận:", "- Như trên,"),
        *("- Lưu Văn phòng Tỉnh uỷ.", "", "T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "", "Nguyễn Văn An"),
    )
    path = tmp_path / "a.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    (spec,) = import_file(path)
    title = load_text(spec.text, shown="x.yaml").document.title
    assert str(title) == "chuẩn bị hội nghị"
    assert [str(note.what) for note in spec.notes if note.code == "import-made"] == [
        "docgen writes this line itself, in other words: V/v"
    ]


@pytest.mark.parametrize("end", ["", ";", "."])
def test_lines_of_a_task_may_end_as_they_like(end: str, tmp_path: Path) -> None:
    own = load_standard("nd30").words
    task = ("1\\. Rà soát biên chế.", f"- {own.lead.use}: Sở Nội vụ{end}", f"- {own.due.use}: Thường xuyên{end}", "2\\. Rà.")
    text = PLAN.text.replace("- Tập huấn cho công chức;\n\n- Kiểm tra tại các sở.", "\n\n".join(task))
    assert text != PLAN.text
    document, _ = imported(replace(PLAN, text=text), tmp_path)
    (tasks,) = [part for part in parts_of(document) if isinstance(part, Tasks)]
    (task_read,) = tasks.items
    assert isinstance(task_read, Task)
    assert (plain(task_read.lead), str(task_read.due)) == (("Sở Nội vụ",), "Thường xuyên")


def test_notes_name_lines_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    # a page ends in the middle
    text = PARTY.text.replace("2- Bảo đảm", f"{' ' * 40}2\n\f7- Bảo đảm")
    path.write_text(text, encoding="utf-8")
    (spec,) = import_file(path)
    lines = ["", *text.split("\n")]
    found = {note.code: lines[note.place.line or 0] for note in spec.notes if note.place}
    assert found["import-renumbered"].startswith("I- ")
    assert found["import-left-out"].strip() == "2"
    assert not [note for note in spec.notes if note.place and note.place.pointer]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Input:
        buffer = io.BytesIO(PLAN.text.encode())

    monkeypatch.setattr("sys.stdin", Input)
    (spec,) = import_file("-")
    assert load_text(spec.text, shown="x.yaml").document.number == 45


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("**Đậm\nqua dòng** và *nghiêng*", ["Đậm qua dòng và nghiêng"]),
        (r"1\. Một \* sao", ["1. Một * sao"]),
        ("# Tên\nLời văn", ["Tên", "Lời văn"]),
        ("* Một\n* Hai", ["- Một", "- Hai"]),
        ("Một &amp; hai<br>ba", ["Một & hai", "ba"]),
        ("2 ** 3 và a_b_c", ["2 ** 3 và a_b_c"]),
        ("Diện tích 5*3*2 m, *cao* 4*2 m", ["Diện tích 5*3*2 m, cao 4*2 m"]),
        # web pages write the Icelandic letter for Đ
        ("&ETH;&#7897;c l&#7853;p, &eth;&atilde; duy&ecirc;&#803;t", ["Độc lập, đã duyệt"]),
    ],
)
def test_signs_of_markdown(text: str, paragraphs: list[str]) -> None:
    assert [p.text for p in story_of_text(text, "markdown").story.paragraphs] == paragraphs


def test_emphasis_is_kept() -> None:
    (paragraph,) = story_of_text("Chữ **đậm** và *nghiêng* và ***cả hai***", "markdown").story.paragraphs
    found = [(paragraph.text[run.start : run.end].strip(), run.format.bold, run.format.italic) for run in paragraph.runs]
    assert [one for one in found if one[1] or one[2]] == [("đậm", True, False), ("nghiêng", False, True), ("cả hai", True, True)]


WIDE = "Các sở, ban, ngành, Ủy ban nhân dân các xã, phường và các đơn vị có liên quan tổ chức thực hiện kế hoạch này"


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        ([WIDE, "theo chức năng."], 1),
        ([WIDE, "và các quy định.", "Hết."], 2),
        ([WIDE, "Hết."], 1),
        ([WIDE + " gồm:", "- Một;", "- Hai."], 3),
        ([WIDE, "", "theo chức năng."], 1),
        ([WIDE + ".", "", "theo chức năng."], 2),
        (["1. " + WIDE, "2. " + WIDE], 2),
        (["Căn cứ Luật;", "Căn cứ Nghị định;"], 2),
        ([WIDE + " từ năm 2020", "- 2025 và các năm sau"], 1),
        (["I. MỤC ĐÍCH", "Nâng cao chất lượng"], 2),
    ],
)
def test_wrapped_lines(lines: list[str], paragraphs: int) -> None:
    """The widest lines tell how wide the source wraps."""
    found = story_of_text("\n".join(lines)).story.paragraphs
    assert len(found) == paragraphs
    assert " ".join(p.text for p in found).split() == " ".join(lines).split()


@given(st.sampled_from([DECISION, PARTY]), st.integers(50, 110))
@settings(max_examples=25, deadline=None)
def test_the_width_of_lines_does_not_matter(sample: Sample, width: int) -> None:
    """Wherever the running texts are wrapped, they are the same paragraphs."""

    def wrapped(text: str) -> str:
        lines, line = [], ""
        for word in text.split():
            if line and len(line) + 1 + len(word) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        return "\n".join([*lines, line])

    whole = sample.text
    for text in sample.texts:
        start = whole.replace("\n", " ").find(text.rstrip(".")[:40])
        end = whole.find("\n", start + len(text) - 2)
        whole = whole[:start] + wrapped(whole[start:end]) + whole[end:]
    (layout,) = read_text(whole).reading.documents
    found = {" ".join(passage.text[passage.words_start - passage.start :].split()) for passage in layout.passages}
    for text in sample.texts:
        assert any(one.startswith(text.rstrip(".")) for one in found), text


PIECES = st.sampled_from(
    [
        *("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI", "CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        *("ĐẢNG CỘNG SẢN VIỆT NAM", "ỦY BAN NHÂN DÂN", "SỞ NỘI VỤ", "Số: 12/KH-UBND", "Số:     /SNV", "V/v rà soát", "KẾ HOẠCH"),
        *("Hà Nội, ngày 5 tháng 3 năm 2026", "Kính gửi: Bộ Nội vụ", "I. MỤC ĐÍCH", "1. Một", "a) Hai", "- Ba;", "Điều 1. Bốn"),
        *("Nơi nhận:", "- Lưu: VT.", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn An", "Ký bởi: Sở Nội vụ", "PHỤ LỤC I"),
        *("| a | b |", "|---|---|", "|", "| c |", "**đậm", "đậm**", "_x_", "`mã`", "> trích", "# Tên", "-------", "***", "*"),
        *("", "", "   ", "\t", "\f", "2", "theo quy định", "…", "Email: a@b.vn", "<br>", "[nối](http://x.vn)", "\u200b"),
        *("Ca\u0309nh", "\x00", "📄", "&lt;w:p&gt;", "<w:p>"),
    ]
)


def words(text: str) -> list[str]:
    """Words as a reader counts them: letters and figures, NFC."""
    return "".join(c if c.isalnum() else " " for c in unicodedata.normalize("NFC", text)).split()


LINES = st.lists(st.tuples(PIECES, st.sampled_from(["\n", "\n\n", "     ", " "])), max_size=40)


def test_white_space_that_markup_names_is_a_blank() -> None:
    (paragraph,) = story_of_text("Các sở,&#12;ban&NewLine;ngành&nbsp;của&#9;tỉnh", "markdown").story.paragraphs
    assert paragraph.text == "Các sở, ban ngành của tỉnh"


@given(LINES, st.sampled_from(["text", "markdown"]))
@example([("CỘNG HÒA XÃ HỘI", "     "), ("<br>", "     "), ("| a | b |", "\n")], "markdown")
@settings(max_examples=250, deadline=None)
def test_no_word_is_lost(pieces: list[tuple[str, str]], kind: str) -> None:
    text = "".join(piece + end for piece, end in pieces)
    found = story_of_text(text, cast(TextKind, kind))
    there = [word for p in found.story.paragraphs for word in words(p.text)]
    there += [word for one in found.left for word in words(one.text)]
    # tags and entities of markdown are no words; every other word is there as often as in the source
    bare = text.replace("\u200b", "").replace("\x00", "")
    if kind == "markdown":
        bare = bare.replace("<br>", " ").replace("&lt;", " ").replace("&gt;", " ").replace("<w:p>", " ")
    for word in set(words(bare)):
        assert there.count(word) >= words(bare).count(word), word
    read_text(text, cast(TextKind, kind))


@given(LINES, st.sampled_from(["text", "markdown"]))
@settings(max_examples=40, deadline=None)
def test_whatever_is_read_becomes_a_spec_that_builds(pieces: list[tuple[str, str]], kind: str) -> None:
    text = "".join(piece + end for piece, end in pieces)
    for layout in read_text(f"{DECISION.text}\n{text}", cast(TextKind, kind)).reading.documents:
        loaded = load_text(import_layout(layout, "a.txt").text, shown="x.yaml")
        render(loaded.document, loaded.standard)
