"""Plain prose is left alone, and a file says what its spec says: the same remarks by both ways."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from docgen.checks.engine import Judged, judge, remark
from docgen.checks.registry import all_rules
from docgen.checks.rule import Kind, Wording, WordingCase
from docgen.document.model import Document
from docgen.document.text import literal
from docgen.ooxml.opening import open_package
from docgen.reading import read
from docgen.rendering import render
from docgen.rendering.printed import printed_texts
from docgen.spec.loading import load_spec
from docgen.standards import load_standard
from tests.checks.making import SPECS, spec_files
from tests.support.building import generated
from tests.support.documents import every_sample, sample

Found = Counter[tuple[str, str, str]]
WORDING = [rule for rule in all_rules() if rule.kind is Kind.WORDING and rule.group in ("TT5", "TT6", "LV1")]

PROSE = [
    "Thực hiện Công văn số 215/UBND-VX ngày 08 tháng 9 năm 2026 của Ủy ban nhân dân tỉnh, Sở Nội vụ báo cáo như sau:",
    "Theo điểm b khoản 2 Điều 5 Luật Tổ chức chính quyền địa phương, Ủy ban nhân dân xã có trách nhiệm tổ chức thực hiện.",
    "Khoản 3 Điều 7 được thực hiện từ ngày 01 tháng 7 năm 2025; các quy định khác giữ nguyên.",
    "Tổng kinh phí là 169.750 triệu đồng, trong đó: ngân sách tỉnh 120.000 triệu đồng; ngân sách xã 49.750 triệu đồng.",
    "Từ 07 giờ 30 phút đến 11 giờ 00 phút thứ Ba, ngày 14/7/2026 (thứ Ba tuần thứ hai của tháng).",
    "Kỳ họp thứ hai, ngày 13 tháng 7 năm 2026, Hội đồng nhân dân tỉnh khóa XV đã thông qua 12 nghị quyết.",
    "Tại TP. Đà Nẵng, ông Nguyễn Văn A. và bà Trần Thị B. đã ký biên bản; hồ sơ gồm 12 tr. khổ A4.",
    "Các sở, ban, ngành, đoàn thể... phối hợp với Tỉnh đoàn, Hội Nông dân tỉnh vận động đoàn viên, hội viên.",
    "Danh mục 1 gồm 25 công trình; danh mục 2 gồm 18 công trình. Mục 3 của Danh mục do Sở Xây dựng lập.",
    "Trên địa bàn tỉnh có 03 phường, 12 xã; mỗi phường 5 người, mỗi xã 3 người. Phường 1 và Phường 2 đã sáp nhập.",
    "Phần lớn rừng trồng khai thác non, giá trị thấp; hai phần ba số hộ có thu nhập từ rừng.",
    "Đề nghị các đơn vị báo cáo về Sở Nội vụ (qua Phòng Cải cách hành chính, điện thoại 0255.3822.000) trước 17 giờ hằng ngày.",
    "Nội dung gồm: 1. rà soát văn bản; 2. lập danh mục; 3. đề xuất xử lý.",
    "“Dân biết, dân bàn, dân làm, dân kiểm tra, dân giám sát, dân thụ hưởng” là phương châm xuyên suốt.",
    "Năm điều kiện nêu trên được kiểm tra ngay; điều 5 xe cứu thương, 02 xe chỉ huy đến hiện trường.",
    "Quý I năm 2027 hoàn thành; quỹ đất, quỹ nhà tái định cư được bố trí đủ.",
    "Hộ ông Trần Văn Tỉnh, thôn Thượng Ngàn; bà Lê Thị Mục, thôn Khe Sậy.",
    "Bộ trưởng Bộ Nội vụ, Thủ trưởng cơ quan ngang bộ, Chủ tịch Ủy ban nhân dân tỉnh chịu trách nhiệm thi hành Nghị định này.",
    "Người học được cấp chứng chỉ theo mẫu số 01/CC; mỗi chương trình 05 buổi, mỗi buổi 04 tiết.",
    "Trưa 12/7 mưa lớn tại các xã vùng cao. Nhiều tuyến đường bị chia cắt!",
]


@pytest.mark.parametrize("standard", ["nd30", "hd05"])
def test_plain_prose_is_left_alone(standard: str) -> None:
    own = load_standard(standard)
    for text in PROSE:
        said = [Wording("body", text, None)]
        found = [(rule.code, text[one.start : one.end]) for rule, one, _ in remark(WORDING, said, case(standard))]
        # a first citation without its date in the form of the Party is told in a Party document
        assert [one for one in found if one[0] != "LV112" or own.regime == "state"] == [], text


def case(standard: str, slug: str | None = None) -> WordingCase:
    own = load_standard(standard)
    return WordingCase(own, next(iter(own.rules.values())), slug)


def said_of_file(document: Document) -> Found | None:
    """``None`` for a document older than every rule set, which is not judged."""
    standard = load_standard(document.standard)
    reading = read(open_package(render(document, standard)), standard=document.standard)
    if any(layout.standard_note for layout in reading.documents):
        return None
    found = list(judge(reading, WORDING))
    assert all(isinstance(one, Judged) for one in found), found
    return Counter((one.rule.code, str(one.finding.actual), str(one.finding.what)) for one in found if isinstance(one, Judged))


def said_of_spec(document: Document) -> Found:
    standard = load_standard(document.standard)
    texts = [Wording(one.component, one.text, one, one.bold, one.italic, one.titled) for one in printed_texts(document, standard)]
    found = remark(WORDING, texts, case(document.standard, document.type))
    return Counter((rule.code, texts[one.index].text[one.start : one.end], str(one.what)) for rule, one, _ in found)


def test_the_examples_are_worded_well() -> None:
    for path in spec_files():
        assert said_of_spec(load_spec(path).document) == Counter(), path


def test_a_file_says_what_its_spec_says() -> None:
    for document in every_sample():
        assert said_of_file(document) == said_of_spec(document), (document.standard, document.type)


def test_generated_files_say_what_their_specs_say() -> None:
    some = 0
    for document in generated(60):
        if document.draft and any(s.name is None for s in document.signatures):
            # who reads a draft without a name takes the line above it for one
            continue
        file = said_of_file(document)
        if file is not None:
            assert file == said_of_spec(document), (document.standard, document.type, document.number)
            some += sum(file.values())
    assert some > 20, "the documents give nothing to compare"


def test_faults_of_a_spec_are_told_from_both() -> None:
    base = sample("nd30", "quyet-dinh")
    document = replace(
        base,
        bases=(literal("Nghị định số 30/2020/NĐ-CP về công tác văn thư"),),
        closing=(literal("Thực hiện theo Khoản 2 Điều 5 của Luật. các sở báo cáo vào thứ hai, ngày 13/7/2026."),),
        signatures=(replace(base.signatures[0], name=literal("TS. NGUYỄN VĂN AN"), title=None),),
        filing=None,
    )
    found = said_of_spec(document)
    assert {code for code, _, _ in found} == {"LV101", "LV102", "LV105", "LV108", "LV110", "LV112", "TT502", "TT503", "TT611"}
    assert said_of_file(document) == found


def test_a_remark_leads_to_the_words_of_the_spec() -> None:
    spec = SPECS / "nha-nuoc" / "quyet-dinh-thanh-lap.yaml"
    assert isinstance(spec, Path)
    document = load_spec(spec).document
    wrong = replace(document, bases=(*document.bases[:1], literal("Nghị định số 30/2020/NĐ-CP", "/bases/1")))
    standard = load_standard(document.standard)
    printed = printed_texts(wrong, standard)
    texts = [Wording(one.component, one.text, one, one.bold, one.italic, one.titled) for one in printed]
    ((rule, found, _),) = [one for one in remark(WORDING, texts, case("nd30", "quyet-dinh")) if one[0].code == "LV108"]
    origin = printed[found.index].origin_at(found.start)
    assert origin is not None
    assert (rule.code, origin.pointer) == ("LV108", "/bases/1")
    assert "Nghị định số 30/2020/NĐ-CP"[found.start - origin.start : found.end - origin.start] == "30/2020/NĐ-CP"
