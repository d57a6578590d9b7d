"""Word files and specs to be checked: one as it should be, others with one thing wrong."""

from __future__ import annotations

from pathlib import Path

from docgen.checking import CheckedFile, CheckResult, check
from docgen.problems import Detail, Problem
from tests.checks.making import made_from, packed, parts_of, spoilt

GOOD = "nha-nuoc/cong-van-han-muc"
MAIN = "word/document.xml"
SMALL_MOTTO = "DD201"
"""The rule on the size of the letters of Quốc hiệu; Decree 30, PL I, P.I, II.1.a: 12 to 13 pt."""

SPEC = """\
standard: nd30
type: thong-bao
issuer:
  name: ỦY BAN NHÂN DÂN XÃ TÂN AN
  code: UBND
place: Tân An
number: 5
date: 2026-03-05
title: về lịch tiếp công dân
sections:
  - Ủy ban nhân dân xã thông báo lịch tiếp công dân năm 2026.
distribution:
  - Như trên
filing: VT
signature:
  title: CHỦ TỊCH
  name: TS. Trần Văn An
"""
"""One thing is wrong: a degree stands before the signer's name (Decree 30, PL I, P.I, II.7.c), in line 17, column 9."""

DEGREE = "LV110"


def good() -> bytes:
    """A document without a finding."""
    return made_from(GOOD)


def bad() -> bytes:
    """The same with Quốc hiệu in letters of 10 pt."""
    return spoilt(good(), r'(<w:pStyle w:val="motto"/>.*?<w:r>)', r'\1<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>')


def foreign() -> bytes:
    """A Word file that is no administrative document."""
    parts = parts_of(good())
    body = "<w:p><w:r><w:t>Danh bạ điện thoại</w:t></w:r></w:p>"
    main = f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
    return packed({**parts, MAIN: main.encode()})


def with_property(data: bytes, text: str) -> bytes:
    """``data`` with the custom property ``docgen-suppress``, as Word writes it."""
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
    custom = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
        ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="docgen-suppress">'
        f"<vt:lpwstr>{text}</vt:lpwstr></property></Properties>"
    )
    parts = parts_of(data)
    types = parts["[Content_Types].xml"].decode()
    links = parts["_rels/.rels"].decode()
    return packed(
        {
            **parts,
            "[Content_Types].xml": types.replace(
                "</Types>", f'<Override PartName="/docProps/custom.xml" ContentType="{kind}"/></Types>'
            ).encode(),
            "_rels/.rels": links.replace(
                "</Relationships>", f'<Relationship Id="rIdC" Type="{link}" Target="docProps/custom.xml"/></Relationships>'
            ).encode(),
            "docProps/custom.xml": custom.encode(),
        }
    )


def write(path: Path, data: bytes | str) -> Path:
    """``path`` with ``data``; its folder is made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return path


def check_one(path: Path | str, **options: object) -> CheckedFile:
    """The outcome of a check of one file."""
    result: CheckResult = check([path], **options)  # type: ignore[arg-type]
    assert not result.problems
    (file,) = result.files
    return file


def codes(file: CheckedFile) -> list[str]:
    """The rules of the findings that count, in order."""
    return [problem.code for problem in file.findings]


def detail_of(problem: Problem) -> Detail:
    assert problem.detail is not None
    return problem.detail
