"""What stands among the letters comes back when tracked changes are rejected: formulas, signs, fields, hidden words."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from docgen.recovery.redlining import Redline, make_redline
from tests.checks.making import parts_of
from tests.ooxml.packages import zipped
from tests.ooxml.wordml import SECTION, members, p, r
from tests.recovery.redlines import MAIN, W, compared, resolve, side, texts

MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
SYM = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'


def formula(text: str) -> str:
    return f'<m:oMath xmlns:m="{MATH}"><m:r><m:t>{text}</m:t></m:r></m:oMath>'


def field(code: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    inner = f"<w:r><w:instrText>{code}</w:instrText></w:r>{mark.format('separate')}{r(result)}"
    return f"{mark.format('begin')}{inner}{mark.format('end')}"


def simple(code: str, result: str) -> str:
    return f'<w:fldSimple w:instr="{code}">{r(result)}</w:fldSimple>'


def hidden(text: str) -> str:
    return r(text, "<w:vanish/>")


def build(*blocks: str) -> bytes:
    return zipped(members("".join(blocks) + SECTION))


def redline(old: bytes, new: bytes) -> Redline:
    return make_redline(side(old), side(new), compared(old, new))


def held(data: bytes) -> list[list[str]]:
    """All that stands in each paragraph, in order, one word for each thing and each stretch of letters."""
    out = []
    for paragraph in etree.fromstring(parts_of(data)[MAIN]).iter(f"{W}p"):
        found: list[str] = []
        for one in paragraph.iter():
            name = etree.QName(one).localname
            text = one.text or ""
            if one.tag == f"{{{MATH}}}t":
                found.append(f"formula {text}")
            elif one.tag == f"{W}sym":
                found.append(f"sym {one.get(f'{W}char')}")
            elif one.tag == f"{W}br":
                found.append(f"br {one.get(f'{W}type')}")
            elif name == "fldSimple":
                found += ["begin", f"code {one.get(f'{W}instr')}", "separate"]
            elif name == "fldChar":
                found.append(str(one.get(f"{W}fldCharType")))
            elif name == "instrText":
                found.append(f"code {text}")
            elif one.tag == f"{W}t":
                run = one.getparent()
                assert run is not None
                kind = "hidden" if run.find(f"{W}rPr/{W}vanish") is not None else "letters"
                if found and found[-1].startswith(kind):
                    found[-1] += text
                else:
                    found.append(f"{kind} {text}")
        out.append(found)
    return out


KEPT = p("giữ nguyên đoạn này")
PAIRS = [
    # a whole paragraph went, or came
    ([KEPT, p(r("diện tích ") + formula("S=a") + r(" ha")), KEPT], [KEPT, KEPT]),
    ([KEPT, p(formula("S=a")), KEPT], [KEPT, KEPT]),
    ([KEPT, p(r("chọn ") + SYM + r(" này")), KEPT], [KEPT, KEPT]),
    ([KEPT, p(r("xem Điều ") + field("REF x", "5") + r(" đây")), KEPT], [KEPT, KEPT]),
    ([KEPT, p(r("thấy ") + hidden("bí mật") + r(" rõ ràng")), KEPT], [KEPT, KEPT]),
    ([KEPT, p(hidden("bí mật")), KEPT], [KEPT, KEPT]),
    ([KEPT, p(r("trước") + PAGE_BREAK + r("sau")), KEPT], [KEPT, KEPT]),
    ([KEPT, p(r("trước") + PAGE_BREAK), KEPT], [KEPT, KEPT]),
    # words around them changed
    ([p(r("diện tích ") + formula("S=a") + r(" ha đất"))], [p(r("diện tích ") + formula("S=b") + r(" ha đất"))]),
    ([p(r("diện tích ") + formula("S=a") + r(" ha đất"))], [p("diện tích ha đất")]),
    ([p("diện tích ha đất")], [p(r("diện tích") + formula("S=a") + r(" ha đất"))]),
    ([p(r("tính ") + formula("S=a") + r(" héc ta"))], [p(r("tính ") + formula("S=a"))]),
    ([p(r("tính cả ") + formula("S=a") + r(" héc ta"))], [p(formula("S=a") + r(" héc ta"))]),
    ([p(r("một hai ") + formula("S=a") + r("ba bốn năm sáu"))], [p("một năm sáu")]),
    ([p(r("chọn ") + SYM + r(" ô này"))], [p("chọn ô này")]),
    ([p(r("một hai ") + hidden("bí mật") + r("ba bốn"))], [p(r("một hai ba năm"))]),
    ([p(r("một hai ba"))], [p(r("một hai ") + hidden("bí mật") + r("ba"))]),
    ([p(r("xem Điều ") + field("REF x", "5") + r(" quy chế này"))], [p("xem Điều quy chế này")]),
    ([p("xem Điều quy chế này")], [p(r("xem Điều ") + field("REF x", "5 ") + r("quy chế này"))]),
    ([p(r("Điều ") + field("REF x", "1") + r(" và"))], [p(r("Điều ") + field("REF x", "2") + r(" và"))]),
]


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_things_between_letters_come_back(old: list[str], new: list[str]) -> None:
    ours, theirs = build(*old), build(*new)
    both = redline(ours, theirs).data
    assert held(resolve(both, accept=True)) == held(theirs)
    assert held(resolve(both, accept=False)) == held(ours)
    assert texts(resolve(both, accept=False)) == texts(ours)


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_word_would_open_them(old: list[str], new: list[str], tmp_path: Path) -> None:
    file = tmp_path / "redline.docx"
    file.write_bytes(redline(build(*old), build(*new)).data)
    before = tmp_path / "old.docx"
    before.write_bytes(build(*old))
    known = {str(error) for error in OpenXmlValidator().validate(str(before)).errors}
    assert {str(error) for error in OpenXmlValidator().validate(str(file)).errors} <= known


def test_a_simple_field_comes_back_with_its_code() -> None:
    ours = build(KEPT, p(r("trang ") + simple("PAGE", "1")), KEPT)
    back = resolve(redline(ours, build(KEPT, KEPT)).data, accept=False)
    assert held(back)[1] == ["letters trang ", "begin", "code PAGE", "separate", "letters 1", "end"]


def test_half_a_field_is_said_to_be_lost() -> None:
    begun = p(r("mục ") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>')
    ended = p('<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("lục") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    notes = [str(note) for note in redline(build(KEPT, begun, ended, KEPT), build(KEPT, KEPT)).not_shown]
    assert notes == [f"paragraph {n} before: its field is not put back" for n in (2, 3)]


def test_a_formula_that_is_marked_is_not_said_to_be_missing() -> None:
    old, new = (build(p(r("tính ") + formula(one))) for one in ("S=a", "S=b"))
    made = redline(old, new)
    assert made.not_shown == ()
    assert "S=a" in parts_of(made.data)[MAIN].decode()
