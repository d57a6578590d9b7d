"""TT807 to TT810: the block of a paper copy (PL I, P.II, Mục II; Mẫu 3.1)."""

from __future__ import annotations

import pytest

from tests.checks.making import found_by, made_sample, spoilt
from tests.checks.texts import spots

NAMES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def drawn(width: float) -> str:
    """A paragraph with a drawn line of that width in mm."""
    cx = round(width * 36000)
    return (
        f'<w:p><w:r><w:drawing {NAMES}><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="0"/>'
        '<wp:docPr id="78" name="Line 9"/><a:graphic><a:graphicData'
        ' uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext cx="{cx}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


BORDER = '<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6"/></w:pBdr></w:pPr></w:p>'


def cell(*lines: str) -> str:
    paragraphs = "".join(f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>' for words in lines)
    return f'<w:tc><w:tcPr><w:tcW w:w="4677" w:type="dxa"/></w:tcPr>{paragraphs or "<w:p/>"}</w:tc>'


def copied(
    form: str = "SAO Y",
    number: str = "Số: 05/SY-UBND",
    place_date: str = "An Bình, ngày 09 tháng 3 năm 2026",
    issuer: str = "ỦY BAN NHÂN DÂN XÃ AN BÌNH",
    signed: tuple[str, ...] = ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Trần Văn Bình"),
    listed: tuple[str, ...] = ("Nơi nhận:", "- Như bản chính;", "- Lưu: VT."),
    rule: str = BORDER,
) -> bytes:
    """docgen's own document with the block of a copy below it, in a table of two columns as in the sample."""
    rows = ((cell(issuer), cell(form)), (cell(number), cell(place_date)), (cell(*listed), cell(*signed)))
    grid = '<w:tblGrid><w:gridCol w:w="4677"/><w:gridCol w:w="4677"/></w:tblGrid>'
    table = f"<w:tbl><w:tblPr/>{grid}{''.join(f'<w:tr>{left}{right}</w:tr>' for left, right in rows)}</w:tbl>"
    return spoilt(made_sample(), "<w:sectPr", f"{rule}{table}<w:p/><w:sectPr")


@pytest.mark.parametrize("code", ["TT807", "TT808", "TT809", "TT810"])
def test_a_right_copy_is_left_alone(code: str) -> None:
    assert not found_by(copied(), code)
    assert not found_by(made_sample(), code)


@pytest.mark.parametrize(
    ("form", "number"), [("SAO LỤC", "Số: 12/SL-UBND"), ("TRÍCH SAO", "Số: 01/TrS-UBND"), ("SAO Y", "Số:      /SY-UBND")]
)
def test_the_three_forms_and_their_codes(form: str, number: str) -> None:
    assert not found_by(copied(form, number), "TT807")
    assert not found_by(copied(form, number), "TT809")


@pytest.mark.parametrize("form", ["SAO Y BẢN CHÍNH", "BẢN SAO"])
def test_other_forms_are_found(form: str) -> None:
    (found,) = found_by(copied(form), "TT807")
    assert (found.level, found.finding.actual, spots([found])) == ("error", form, [(form, form)])


@pytest.mark.parametrize("rule", ["", drawn(40), "<w:p/>"])
def test_without_a_line_across_the_text_the_copy_is_not_parted(rule: str) -> None:
    (found,) = found_by(copied(rule=rule), "TT808")
    assert (found.level, spots([found])) == ("error", [("SAO Y", "SAO Y")])


@pytest.mark.parametrize("rule", [BORDER, drawn(165), BORDER + "<w:p/>"])
def test_borders_and_drawn_lines_part_it(rule: str) -> None:
    assert not found_by(copied(rule=rule), "TT808")


@pytest.mark.parametrize(
    ("number", "expected", "actual"),
    [
        ("Số: 5/SY-UBND", "05", "5"),
        ("Số: 05/SL-UBND", "SY", "SL"),
        ("Số: 05/TRS-UBND", "SY", "TRS"),
        ("Số: 05/BS-UBND", "SY", "BS"),
        ("Số 05/SY-UBND", "Số:", "Số"),
    ],
)
def test_a_wrong_number_is_found(number: str, expected: str, actual: str) -> None:
    (found,) = found_by(copied(number=number), "TT809")
    assert (found.level, found.finding.expected, found.finding.actual) == ("error", expected, actual)
    assert spots([found]) == [(number, number[:20])]


@pytest.mark.parametrize(
    ("missing", "part"),
    [
        ({"number": ""}, "number and code of the copy"),
        ({"place_date": ""}, "place and date of the copy"),
        ({"issuer": ""}, "the body that copies"),
        ({"signed": ()}, "the signature of the copy"),
        ({"listed": ()}, "the recipients of the copy"),
    ],
)
def test_what_a_copy_lacks_is_named(missing: dict[str, object], part: str) -> None:
    (found,) = found_by(copied(**missing), "TT810")  # type: ignore[arg-type]
    assert (str(found.finding.expected), spots([found])) == (part, [("SAO Y", "SAO Y")])
    assert found.level == "error"
