"""Copies with comments."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docx import Document

from docgen.checking import Status, check
from docgen.checking.copies import name_copies
from tests.checks.making import MAIN, packed, parts_of, spoilt
from tests.support.checked import SMALL_MOTTO, bad, check_one, good, write

COMMENTS = "word/comments.xml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def annotated(data: bytes, **options: object) -> bytes:
    file = check_one(write(Path("a.docx"), data), annotate="out", **options)
    assert file.annotated == str(Path("out/a.docx"))
    assert Path("a.docx").read_bytes() == data
    return Path("out/a.docx").read_bytes()


def commented(main: str, number: int) -> str:
    """The letters in the range of a comment."""
    found = re.search(rf'<w:commentRangeStart w:id="{number}"/>(.*?)<w:commentRangeEnd w:id="{number}"/>', main, re.DOTALL)
    assert found
    return "".join(re.findall(r"<w:t(?: [^>]*)?>(.*?)</w:t>", found[1]))


def test_a_comment_is_set_around_the_words() -> None:
    parts = parts_of(annotated(bad(), language="en"))
    comments = parts[COMMENTS].decode()
    assert re.findall(r'w:author="([^"]*)"', comments) == ["docgen"]
    words = re.findall(r"<w:t [^>]*>(.*?)</w:t>", comments)
    assert words[0].startswith(f"{SMALL_MOTTO}: ")
    assert any("12–13 pt" in line and "10 pt" in line for line in words)
    assert "PL I, P.I, II.1.a" in words
    main = parts[MAIN].decode()
    assert commented(main, 0) == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert main.count("<w:commentReference ") == 1


def test_another_program_opens_it_and_the_words_are_the_same() -> None:
    annotated(bad())
    before, after = Document("a.docx"), Document("out/a.docx")
    assert [p.text for p in before.element.body.iter() if p.tag.endswith("}t")] == [
        p.text for p in after.element.body.iter() if p.tag.endswith("}t")
    ]
    assert [comment.author for comment in after.comments] == ["docgen"]


def test_what_is_not_changed_keeps_its_bytes() -> None:
    data = bad()
    before, after = parts_of(data), parts_of(annotated(data))
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {MAIN, "[Content_Types].xml", "word/_rels/document.xml.rels"}
    assert set(after) - set(before) == {COMMENTS}


def test_comments_of_others_stay() -> None:
    parts = parts_of(bad())
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    link = f'<Relationship Id="rIdX" Type="{kind}" Target="comments.xml"/></Relationships>'
    own = f'<w:comments {W}><w:comment w:id="7" w:author="An"><w:p><w:r><w:t>xem lại</w:t></w:r></w:p></w:comment></w:comments>'
    content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    types = f'<Override PartName="/{COMMENTS}" ContentType="{content_type}"/></Types>'
    links = "word/_rels/document.xml.rels"
    data = packed(
        {
            **parts,
            COMMENTS: own.encode(),
            links: parts[links].decode().replace("</Relationships>", link).encode(),
            "[Content_Types].xml": parts["[Content_Types].xml"].decode().replace("</Types>", types).encode(),
        }
    )
    after = parts_of(annotated(data))
    assert re.findall(r'<w:comment [^>]*w:author="([^"]*)"', after[COMMENTS].decode()) == ["An", "docgen"]
    assert re.findall(r'<w:comment w:id="(\d+)"', after[COMMENTS].decode()) == ["7", "8"]
    assert "xem lại" in after[COMMENTS].decode()
    assert set(after) == set(parts_of(data))


def test_a_finding_about_the_page_is_told_in_the_first_paragraph_with_words() -> None:
    parts = parts_of(annotated(spoilt(good(), r'w:left="1701"', 'w:left="1000"'), select=["TT1"]))
    assert commented(parts[MAIN].decode(), 0) == "UBND TỈNH AN BÌNH"


def test_no_copy_of_what_has_no_finding_or_only_known_ones() -> None:
    write(Path("a.docx"), good())
    write(Path("b.docx"), bad())
    check(["b.docx"], baseline="known.json", update_baseline=True)
    result = check(["a.docx", "b.docx"], baseline="known.json", annotate="out")
    assert [file.annotated for file in result.files] == [None, None]
    assert not Path("out").exists()


def test_nothing_is_ever_overwritten() -> None:
    mine = bad()
    write(Path("a.docx"), mine)
    write(Path("out/a.docx"), "mine")
    for folder in ("out", "."):
        file = check_one("a.docx", annotate=folder)
        assert (file.status, file.failed) == (Status.CHECKED, True)
        assert [problem.code for problem in file.problems] == ["check-copy-exists", SMALL_MOTTO]
    assert Path("out/a.docx").read_text() == "mine"
    assert Path("a.docx").read_bytes() == mine


def test_copies_keep_their_place_and_namesakes_are_numbered() -> None:
    paths = ["v/a.docx", "../a.docx", "/x/a.docx", "../A.docx"]
    names = [Path(path).as_posix() for path in name_copies(paths, "out").values()]
    assert names == ["out/v/a.docx", "out/a.docx", "out/a (2).docx", "out/A (3).docx"]
