"""Differences as tracked changes: accepted they give the one document, rejected the other."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from openxml_audit import OpenXmlValidator

from docgen.ooxml.opening import open_package
from docgen.ooxml.reading_stories import read_story
from docgen.recovery.differences.looks import differing_letters, differing_paragraph
from docgen.recovery.differences.model import Kind
from docgen.recovery.redlining import Redline, make_redline
from tests.checks.making import made, made_from, parts_of
from tests.ooxml.packages import zipped
from tests.ooxml.wordml import SECTION, members, p, r, style, styles
from tests.recovery.redlines import MAIN, compared, edited, resolve, side, texts
from tests.support.building import documents


def redline(old: bytes, new: bytes) -> Redline:
    return make_redline(side(old), side(new), compared(old, new))


def build(*blocks: str) -> bytes:
    return zipped(members("".join(blocks) + SECTION))


def table(*rows: tuple[str, ...]) -> str:
    inner = "".join(f"<w:tr>{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    grid = '<w:gridCol w:w="2000"/>' * len(rows[0])
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{inner}</w:tbl>"


def field(result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = "<w:r><w:instrText> REF x </w:instrText></w:r>"
    return f"{mark.format('begin')}{code}{mark.format('separate')}{r(result)}{mark.format('end')}"


def nested(*cells: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{table(cells)}{p()}</w:tc></w:tr></w:tbl>"


PAIRS = [
    ([p(r("xem ") + "<w:hyperlink>" + r("trang một hai") + "</w:hyperlink>")], [p("xem trang một")]),
    ([p("xem trang một")], [p(r("xem ") + "<w:hyperlink>" + r("trang một hai") + "</w:hyperlink>")]),
    ([p(r("Điều ") + field("1") + r(" và"))], [p(r("Điều ") + field("2") + r(" và"))]),
    ([p("đầu"), f"<w:sdt><w:sdtContent>{p('giữa')}</w:sdtContent></w:sdt>", p("cuối")], [p("đầu"), p("cuối")]),
    ([p("đầu"), p("cuối")], [p("đầu"), f"<w:sdt><w:sdtContent>{p('giữa')}</w:sdtContent></w:sdt>", p("cuối")]),
    ([nested("a", "b"), p()], [nested("a", "c"), p()]),
    ([nested("a", "b"), p()], [p("x"), p()]),
    ([p("a"), p()], [p("a"), nested("a", "b"), p()]),
    ([p("Tie\u0302\u0301ng Vie\u0323\u0302t cu\u0303")], [p("Tie\u0302\u0301ng Vie\u0323\u0302t mo\u031b\u0301i")]),
    ([p(r('<w:t>một hai ba bốn</w:t><w:t xml:space="preserve"> năm</w:t>'))], [p("một ba bốn sáu năm")]),
    ([p("bỏ"), p("đi")], [p("")]),
    ([p("")], [p("đến"), p("đây")]),
    ([p("một hai ba")], [p("một bốn ba")]),
    ([p("giữ"), p("bỏ đi")], [p("giữ")]),
    ([p("giữ")], [p("giữ"), p("thêm vào")]),
    ([p("bỏ đi"), p("giữ")], [p("giữ")]),
    ([p("giữ"), p("một hai"), p("ba bốn"), p("cuối")], [p("giữ"), p("cuối")]),
    ([p("cũ hẳn"), p("cũ nữa")], [p("mới tinh")]),
    ([p("một"), table(("a", "b"), ("c", "d")), p()], [p("một"), table(("a", "b"), ("x", "y"), ("c", "d")), p()]),
    ([p("một"), table(("a", "b"), ("c", "d")), p()], [p("một"), table(("a", "bé")), p()]),
    ([p("một"), p("hai")], [p("một"), table(("a", "b")), p("hai")]),
    ([p("một"), table(("a", "b")), p("hai")], [p("một"), p("hai")]),
    ([table(("a", "b")), p()], [table(("a", "b", "c")), p()]),
    ([p("a b\u00a0c")], [p(r("<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>"))]),
    ([p(r("<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>"))], [p("một")]),
    ([p("đoạn dài thứ nhất ở đây"), p("đoạn dài thứ hai ở kia")], [p("đoạn dài thứ hai ở kia"), p("đoạn dài thứ nhất ở đây")]),
]


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_both_documents_stand_in_it(old: list[str], new: list[str]) -> None:
    ours, theirs = build(*old), build(*new)
    both = redline(ours, theirs).data
    assert texts(resolve(both, accept=True)) == texts(theirs)
    assert texts(resolve(both, accept=False)) == texts(ours)


@given(edited())
@settings(max_examples=25)
def test_edits_by_hand_can_be_accepted_and_rejected(pair: tuple[bytes, bytes]) -> None:
    old, new = pair
    both = redline(old, new).data
    assert texts(resolve(both, accept=True)) == texts(new)
    assert texts(resolve(both, accept=False)) == texts(old)
    # the reader itself takes changes as accepted
    assert [text for text in texts(both) if text] == [text for text in texts(new) if text]


@given(edited())
@settings(max_examples=25)
def test_looks_come_back_when_rejected(pair: tuple[bytes, bytes]) -> None:
    old, new = pair
    both = redline(old, new).data
    for wanted, got in ((new, resolve(both, accept=True)), (old, resolve(both, accept=False))):
        ours, theirs = (read_story(open_package(data)).paragraphs for data in (wanted, got))
        for a, b in zip(ours, theirs, strict=True):
            assert differing_paragraph(a.format, b.format) == []
            for run in a.runs:
                if a.text[run.start : run.end].strip():
                    other = next(o for o in b.runs if o.end > run.start)
                    assert differing_letters(run.format, other.format) == [], a.text


@given(documents(), documents())
@settings(max_examples=15)
def test_any_two_documents_stand_in_one(first: object, second: object) -> None:
    old, new = made(first), made(second)  # type: ignore[arg-type]
    both = redline(old, new).data
    assert _worded(resolve(both, accept=True)) == _worded(new)
    assert _worded(resolve(both, accept=False)) == _worded(old)


def _worded(data: bytes) -> list[str]:
    return [text for text in texts(data) if text.strip()]


def test_formatting_is_recorded_as_it_was() -> None:
    old = build(p(r("một ", '<w:b/><w:sz w:val="28"/>') + r("hai"), '<w:jc w:val="both"/>'))
    new = build(p(r("một ", '<w:sz w:val="24"/>') + r("hai"), '<w:jc w:val="center"/>'))
    both = redline(old, new).data
    xml = parts_of(both)[MAIN].decode()
    assert xml.count("<w:rPrChange ") == xml.count("<w:pPrChange ") == 1
    assert "<w:del " not in xml
    before = read_story(open_package(resolve(both, accept=False))).paragraphs[0]
    assert (before.format.align, before.runs[0].format.bold, before.runs[0].format.size) == ("both", True, 14.0)


def test_the_author_is_docgen_and_the_day_is_the_one_given(monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = build(p("một")), build(p("hai"))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    first, again = redline(old, new).data, redline(old, new).data
    assert first == again
    xml = parts_of(first)[MAIN].decode()
    assert 'w:author="docgen"' in xml
    assert "w:date=" not in xml
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert 'w:date="1970-01-02T00:00:00Z"' in parts_of(redline(old, new).data)[MAIN].decode()


def test_changes_that_were_tracked_before_do_not_mix_with_those_of_the_comparison() -> None:
    old = build(p("một hai"))
    came = '<w:ins w:id="1" w:author="An"><w:r><w:t>một ba</w:t></w:r></w:ins>'
    went = '<w:del w:id="2" w:author="An"><w:r><w:delText>x</w:delText></w:r></w:del>'
    xml = parts_of(redline(old, build(p(came + went))).data)[MAIN].decode()
    assert 'w:author="An"' not in xml
    assert xml.count("<w:ins ") == xml.count("<w:del ") == 1


def test_what_is_not_marked_is_said() -> None:
    old = build(p("một"))
    new = zipped(members(p("hai") + SECTION.replace('w:left="1701"', 'w:left="1985"')))
    assert [str(note) for note in redline(old, new).not_shown] == ["section 1: left margin: 30 mm → 35 mm"]


@pytest.mark.parametrize(
    ("old", "new"), [("nha-nuoc/ke-hoach-hanh-dong", "nha-nuoc/bao-cao"), ("nha-nuoc/bao-cao", "dang/ke-hoach-hoi-nghi")]
)
def test_word_would_open_it(old: str, new: str, tmp_path: Path) -> None:
    file = tmp_path / "redline.docx"
    file.write_bytes(redline(made_from(old), made_from(new)).data)
    assert [str(error) for error in OpenXmlValidator().validate(str(file)).errors] == []


def test_a_number_in_front_does_not_make_two_headings_one() -> None:
    old = build(p("I. TÌNH HÌNH"), p("II. BẢNG"), p("nội dung của bảng"))
    new = build(p("I. TÌNH HÌNH"), p("II. THÊM"), p("III. BẢNG"), p("nội dung của bảng"))
    found = compared(old, new).differences
    assert [(one.kind, [(w.change, w.text) for w in one.words]) for one in found] == [
        (Kind.ADDED, [("added", "II. THÊM")]),
        (Kind.TEXT, [("removed", "II"), ("added", "III"), ("same", ". BẢNG")]),
    ]


def test_the_mark_of_a_paragraph_with_words_comes_back() -> None:
    named = styles(style("Normal", rpr='<w:sz w:val="28"/>'), style("To", based="Normal", rpr='<w:sz w:val="48"/>'))
    old, new = (zipped(members(p(r("một"), look) + SECTION, styles=named)) for look in ("", '<w:pStyle w:val="To"/>'))
    back = read_story(open_package(resolve(redline(old, new).data, accept=False))).paragraphs[0]
    assert (back.mark.size, back.runs[0].format.size) == (14.0, 14.0)


@pytest.mark.parametrize("came", [True, False])
def test_the_mark_of_the_last_paragraph_comes_back(came: bool) -> None:
    short = build(p("một hai ba", '<w:rPr><w:sz w:val="24"/></w:rPr>'))
    long = build(p("một hai ba", '<w:rPr><w:sz w:val="30"/></w:rPr>'), p("bốn", '<w:rPr><w:sz w:val="40"/></w:rPr>'))
    old, new = (short, long) if came else (long, short)
    back = read_story(open_package(resolve(redline(old, new).data, accept=False))).paragraphs
    assert [one.mark.size for one in back] == [one.mark.size for one in read_story(open_package(old)).paragraphs]


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize(
    "look",
    ["<w:outline/>", "<w:shadow/>", "<w:emboss/>", "<w:imprint/>", '<w:w w:val="90"/>', '<w:bdr w:val="single" w:sz="4"/>'],
)
@pytest.mark.parametrize(
    ("plain", "set_off"),
    [
        ("<w:p>{0}một hai ba</w:t></w:r></w:p>", "<w:p>{0}một </w:t></w:r>{1}hai</w:t></w:r>{0} ba</w:t></w:r></w:p>"),
        ("<w:p>{0}một</w:t></w:r></w:p>", "<w:p>{1}hai</w:t></w:r></w:p><w:p>{0}một</w:t></w:r></w:p>"),
        ("<w:p>{0}một ba</w:t></w:r></w:p>", "<w:p>{0}một </w:t></w:r>{1}hai</w:t></w:r>{0} ba</w:t></w:r></w:p>"),
    ],
)
def test_effects_come_back(plain: str, set_off: str, look: str, swapped: bool) -> None:
    starts = '<w:r><w:t xml:space="preserve">', f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">'
    pair = build(plain.format(*starts)), build(set_off.format(*starts))
    old, new = pair[::-1] if swapped else pair
    made = redline(old, new)
    assert made.not_shown == ()
    assert compared(old, resolve(made.data, accept=False)).is_equal
    assert compared(new, resolve(made.data, accept=True)).is_equal


def test_lead_and_indents_in_letters_that_do_not_come_back_are_said() -> None:
    words = r("<w:t>một</w:t><w:tab/><w:t>hai</w:t>")
    stop = '<w:tabs><w:tab w:val="right" w:pos="2000"{}/></w:tabs>'
    old, new = (build(p(words, stop.format(lead))) for lead in (' w:leader="dot"', ""))
    assert len(redline(old, new).not_shown) == 1


NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
    "</w:lvl></w:abstractNum>"
    for n, form, text in ((0, "decimal", "%1."), (1, "bullet", "-"))
) + "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (0, 1))


def _numbered(*numbers: int | None) -> bytes:
    lists = [f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{n}"/></w:numPr>' if n else "" for n in numbers]
    body = "".join(p(f"đoạn thứ {place}", one) for place, one in enumerate(lists))
    return zipped(members(body + SECTION, numbering=NUMBERING))


@pytest.mark.parametrize(("old", "new"), [((1, 1), (2, 1)), ((None, 1), (1, 1)), ((1, 1), (None, 1)), ((1, 2), (2, 1))])
def test_numbers_and_signs_in_front_come_back(old: tuple[int | None, ...], new: tuple[int | None, ...]) -> None:
    before, after = _numbered(*old), _numbered(*new)
    made = redline(before, after)
    assert made.not_shown == ()
    assert compared(before, resolve(made.data, accept=False)).is_equal
    assert compared(after, resolve(made.data, accept=True)).is_equal


def test_numbers_that_a_style_gives_are_said_to_be_lost() -> None:
    named = styles(style("Muc", ppr='<w:numPr><w:numId w:val="1"/></w:numPr>'), style("Khac"))
    old, new = (
        zipped(members(p("một", f'<w:pStyle w:val="{name}"/>') + SECTION, numbering=NUMBERING, styles=named)) for name in ("Muc", "Khac")
    )
    assert any("number" in str(one) for one in redline(old, new).not_shown)
