from __future__ import annotations

import io
import struct
import zipfile
from contextlib import nullcontext, suppress
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from docgen.ooxml.limits import Limits
from docgen.ooxml.opening import Package, open_package
from docgen.problems import DocgenError
from tests.ooxml.packages import MAIN_TYPE, parts, zipped

GOOD = zipped(parts())


def refusal(source: bytes | Path, limits: Limits | None = None) -> list[str]:
    with pytest.raises(DocgenError) as caught:
        open_package(source, limits or Limits())
    for problem in caught.value.problems:
        assert problem.place is not None
        assert str(problem.what)
        assert problem.remedy is not None
    return sorted(p.code for p in caught.value.problems)


def test_a_good_package_shows_its_parts() -> None:
    package = open_package(GOOD)
    assert package.names == tuple(parts())
    assert package.main == "word/document.xml"
    assert package.read("word/styles.xml") == parts()["word/styles.xml"]
    assert package.content_type("word/document.xml") == f"{MAIN_TYPE}.document.main+xml"
    assert package.content_type("docProps/other.xml") == "application/xml"
    assert package.related(package.main, "header") == ("word/header1.xml",)
    assert package.xml("word/styles.xml") is package.xml("WORD/Styles.xml")
    assert "word/STYLES.xml" in package


def test_the_main_part_may_have_any_name() -> None:
    members = {
        n.replace("word/document", "word/document2").replace("word/_rels/document", "word/_rels/document2"): d.replace(
            b"word/document.xml", b"word/document2.xml"
        )
        for n, d in parts().items()
    }
    package = open_package(zipped(members))
    assert package.main == "word/document2.xml"
    assert package.related(package.main, "styles") == ("word/styles.xml",)


def test_external_relationships_have_no_part() -> None:
    rels = parts()["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="x" Type="a/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>',
    )
    package = open_package(zipped({**parts(), "word/_rels/document.xml.rels": rels}))
    last = package.relationships(package.main)[-1]
    assert (last.kind, last.part, last.target) == ("hyperlink", None, "https://example.org/")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "package-not-docx"),
        (b"\0" * 500, "package-not-docx"),
        (b"%PDF-1.7\n", "package-not-docx"),
        (b"{\\rtf1 }", "package-not-docx"),
        (b"tieu de: x\n", "package-not-docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "package-old-format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "package-encrypted"),
        (GOOD[:-30], "package-damaged"),
        (GOOD[: len(GOOD) // 2], "package-damaged"),
        (b"PK", "package-damaged"),
    ],
)
def test_what_is_no_package_is_refused(data: bytes, code: str) -> None:
    assert refusal(data) == [code]


@pytest.mark.parametrize(
    "name",
    ["../evil.xml", "/etc/passwd", "word\\document2.xml", "C:evil.xml", "word/../../x", "WORD/document.xml", "word/styles.xml"],
)
def test_hostile_and_repeated_names_are_refused(name: str) -> None:
    out = io.BytesIO(GOOD)
    warned = pytest.warns(UserWarning, match="Duplicate name") if name == "word/styles.xml" else nullcontext()
    with warned, zipfile.ZipFile(out, "a") as archive:
        archive.writestr(zipfile.ZipInfo(name), b"x")
    assert refusal(out.getvalue()) == ["package-bad-names"]


def test_missing_parts_are_named() -> None:
    without_types, without_main = parts(), parts()
    del without_types["[Content_Types].xml"]
    del without_main["word/document.xml"]
    assert refusal(zipped(without_types)) == ["package-missing-part"]
    assert refusal(zipped(without_main)) == ["package-missing-part"]


def test_a_spreadsheet_is_no_word_document() -> None:
    types = parts()["[Content_Types].xml"].replace(b"wordprocessingml.document.main", b"spreadsheetml.sheet.main")
    assert refusal(zipped({**parts(), "[Content_Types].xml": types})) == ["package-not-word"]


def test_limits_hold() -> None:
    assert refusal(GOOD, Limits(file_bytes=100)) == ["package-too-large"]
    assert refusal(GOOD, Limits(members=3)) == ["package-too-large"]
    assert refusal(GOOD, Limits(total_bytes=1000)) == ["package-too-large"]
    bomb = zipped({**parts(), "word/media/image1.bmp": bytes(5_000_000)})
    assert refusal(bomb) == ["package-too-large"]
    assert refusal(bomb, Limits(part_bytes=4_000_000, ratio=10**6)) == ["package-too-large"]


def test_several_reasons_are_given_at_once() -> None:
    members = {**parts(), "../x": bytes(5_000_000)}
    del members["[Content_Types].xml"]
    assert refusal(zipped(members)) == ["package-bad-names", "package-missing-part", "package-too-large"]


def _patched(name: str, central: int, local: int, value: bytes) -> bytes:
    """The good package with bytes of the entry ``name`` overwritten in the central directory and in the local header."""
    data = bytearray(GOOD)
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        start = archive.getinfo(name).header_offset
    entry = GOOD.rindex(name.encode(), 0, len(GOOD)) - 46
    data[entry + central : entry + central + len(value)] = value
    data[start + local : start + local + len(value)] = value
    return bytes(data)


def test_sizes_that_lie_are_noticed_when_the_part_is_read() -> None:
    package = open_package(_patched("word/styles.xml", 24, 22, struct.pack("<L", 10)))
    with pytest.raises(DocgenError) as caught:
        package.read("word/styles.xml")
    assert caught.value.problems[0].code == "package-damaged"


def test_an_encrypted_member_is_refused() -> None:
    assert refusal(_patched("word/styles.xml", 8, 6, b"\x01")) == ["package-encrypted"]


def test_a_huge_directory_is_refused_before_it_is_read() -> None:
    data = bytearray(GOOD)
    end = GOOD.rindex(b"PK\x05\x06")
    data[end + 12 : end + 16] = b"\xff\xff\xff\xff"
    assert refusal(bytes(data)) == ["package-too-large"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"<a><b></a>", "package-bad-xml"),
        (b"", "package-bad-xml"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "package-unsafe-xml"),
        (b"<a>" * 5000 + b"</a>" * 5000, "package-too-deep"),
    ],
)
def test_bad_xml_names_the_part(text: bytes, code: str) -> None:
    package = open_package(zipped({**parts(), "word/styles.xml": text}))
    with pytest.raises(DocgenError) as caught:
        package.xml("word/styles.xml")
    problem = caught.value.problems[0]
    assert problem.code == code
    assert problem.place is not None
    assert problem.place.pointer == "word/styles.xml"


def test_reading_a_part_that_is_not_there() -> None:
    with pytest.raises(DocgenError) as caught:
        open_package(GOOD).read("word/none.xml")
    assert caught.value.problems[0].code == "package-missing-part"


def test_files_are_named_in_the_problem(tmp_path: Path) -> None:
    path = tmp_path / "Kế hoạch 1.docx"
    path.write_bytes(GOOD)
    assert open_package(path).path == str(path)
    assert refusal(tmp_path / "none.docx") == ["package-not-found"]
    assert refusal(tmp_path) == ["package-is-folder"]


def _touch_everything(package: Package) -> None:
    for name in package.names:
        package.read(name)
    package.xml(package.main)
    package.relationships(package.main)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=6), st.integers(0, len(GOOD)))
@example([], len(GOOD))
def test_no_damage_gives_any_other_exception(changes: list[tuple[int, int]], length: int) -> None:
    data = bytearray(GOOD)
    for place, value in changes:
        data[place] = value
    with suppress(DocgenError):
        _touch_everything(open_package(bytes(data[:length] if length % 3 == 0 else data)))
