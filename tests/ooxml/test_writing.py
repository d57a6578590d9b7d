from __future__ import annotations

import io
import zipfile
import zlib

import docx
import pytest

from docgen.ooxml.writing import PackageFrame, assemble
from tests.ooxml.packages import document, paragraph, parts

DOCUMENT = "word/document.xml"


def frame_and_generated() -> tuple[PackageFrame, dict[str, bytes]]:
    static = parts()
    generated = {DOCUMENT: static.pop(DOCUMENT), "customXml/số liệu.xml": "<a>ô</a>".encode()}
    return PackageFrame(static, [DOCUMENT, "customXml/số liệu.xml"]), generated


def test_the_package_holds_every_part_as_given() -> None:
    frame, generated = frame_and_generated()
    with zipfile.ZipFile(io.BytesIO(assemble(frame, generated))) as archive:
        assert archive.testzip() is None
        assert {n: archive.read(n) for n in archive.namelist()} == {**parts(), **generated}


def test_content_types_come_first_then_slots_then_the_rest() -> None:
    frame, generated = frame_and_generated()
    with zipfile.ZipFile(io.BytesIO(assemble(frame, generated))) as archive:
        names = archive.namelist()
    assert names[:3] == ["[Content_Types].xml", DOCUMENT, "customXml/số liệu.xml"]
    assert tuple(names) == frame.names


def test_a_static_part_may_have_a_slot() -> None:
    static = parts()
    generated = {DOCUMENT: static.pop(DOCUMENT)}
    frame = PackageFrame(static, ["_rels/.rels", DOCUMENT])
    assert frame.names[:3] == ("[Content_Types].xml", "_rels/.rels", DOCUMENT)
    assert assemble(frame, generated)


def test_nothing_of_the_day_or_the_machine_is_in_it() -> None:
    frame, generated = frame_and_generated()
    again, _ = frame_and_generated()
    data = assemble(frame, generated)
    assert assemble(again, generated) == data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert (info.create_system, info.external_attr, info.extra, info.comment) == (0, 0, b"", b"")
            assert bool(info.flag_bits & 0x800) == (not info.filename.isascii())


def test_parts_are_as_small_as_zlib_makes_them_at_its_level_6() -> None:
    frame, generated = frame_and_generated()
    generated[DOCUMENT] = document(tuple(paragraph(i, f"Đoạn {i}") for i in range(200))).encode()
    with zipfile.ZipFile(io.BytesIO(assemble(frame, generated))) as archive:
        assert archive.getinfo(DOCUMENT).compress_size <= 1.03 * len(zlib.compress(generated[DOCUMENT], 6, wbits=-15))


def test_what_does_not_shrink_is_stored() -> None:
    noise = bytes(range(256))
    frame = PackageFrame({"[Content_Types].xml": b"<Types/>" * 9}, ["word/media/a.bin"])
    with zipfile.ZipFile(io.BytesIO(assemble(frame, {"word/media/a.bin": noise}))) as archive:
        assert archive.getinfo("word/media/a.bin").compress_type == zipfile.ZIP_STORED
        assert archive.read("word/media/a.bin") == noise


def test_python_docx_opens_it() -> None:
    static = parts()
    generated = {DOCUMENT: static.pop(DOCUMENT)}
    opened = docx.Document(io.BytesIO(assemble(PackageFrame(static, [DOCUMENT]), generated)))
    assert opened.paragraphs[2].text == "Tổ chức thực hiện."


@pytest.mark.parametrize("generated", [{}, {"word/other.xml": b""}, {DOCUMENT: b"", "word/other.xml": b""}])
def test_parts_must_fit_the_frame(generated: dict[str, bytes]) -> None:
    static = parts()
    del static[DOCUMENT]
    with pytest.raises(ValueError, match="do not fit"):
        assemble(PackageFrame(static, [DOCUMENT]), generated)


@pytest.mark.parametrize("slots", [["a", "a"], ["a"]])
def test_a_frame_must_make_sense(slots: list[str]) -> None:
    static = {} if slots == ["a"] else {"[Content_Types].xml": b"<Types/>"}
    with pytest.raises(ValueError, match=r"needs|twice"):
        PackageFrame(static, slots)
