"""What is there, in which order, on which side."""

from __future__ import annotations

import re

import pytest

from docgen.document.model import Signature
from docgen.document.text import literal
from tests.checks.making import (
    MAIN,
    form_codes,
    found_by,
    layout_of,
    made,
    made_from,
    packed,
    parts_of,
    skipped_by,
    spoilt,
)
from tests.support.documents import drafted, sample

DECISION, PLAN, DISPATCH = "nha-nuoc/quyet-dinh-thanh-lap", "nha-nuoc/ke-hoach-hanh-dong", "nha-nuoc/cong-van-han-muc"
PARTY = "dang/ke-hoach-hoi-nghi"
PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>|<w:p/>", re.DOTALL)


def without(spec: str, component: str) -> bytes:
    """The example with the words of ``component`` taken out; their paragraphs stay."""
    data = made_from(spec)
    places = {passage.paragraph.index for passage in layout_of(data).get(component)}
    parts = parts_of(data)
    xml = parts[MAIN].decode("utf-8")
    count = 0

    def empty(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return re.sub(r"<w:r>.*</w:r>", "", match.group(), flags=re.DOTALL) if count in places else match.group()

    return packed({**parts, MAIN: PARAGRAPH.sub(empty, xml).encode("utf-8")})


def swapped(data: bytes, one: str, other: str) -> bytes:
    """``data`` with the paragraphs of two components in each other's place."""
    layout = layout_of(data)
    a, b = sorted((layout.get(one)[0].paragraph.index, layout.get(other)[0].paragraph.index))
    parts = parts_of(data)
    xml = parts[MAIN].decode("utf-8")
    found = list(PARAGRAPH.finditer(xml))
    first, second = found[a - 1], found[b - 1]
    new = xml[: first.start()] + second.group() + xml[first.end() : second.start()] + first.group() + xml[second.end() :]
    return packed({**parts, MAIN: new.encode("utf-8")})


@pytest.mark.parametrize(
    ("spec", "component", "label"),
    [
        (DECISION, "slogan", "Tiêu ngữ"),
        (DECISION, "number", "Số, ký hiệu"),
        (DECISION, "place_date", "Địa danh, thời gian"),
        (DECISION, "sign_title", "Chức vụ"),
        (PARTY, "star", "Dấu sao"),
        (PARTY, "number", "Số, ký hiệu"),
    ],
)
def test_a_main_component_is_missing(spec: str, component: str, label: str) -> None:
    found = found_by(without(spec, component), "TT110")
    assert [(one.finding.component, one.finding.expected, one.level) for one in found] == [(component, label, "error")]


def test_a_missing_name_is_only_a_warning() -> None:
    found = found_by(without(PARTY, "sign_name"), "TT110")
    assert [(one.finding.component, one.level) for one in found] in ([("sign_name", "warning")], [])


def test_no_foot_at_all_may_be_a_part_of_a_document() -> None:
    data = made_from(PLAN)
    parts = parts_of(data)
    xml = parts[MAIN].decode("utf-8")
    start, end = xml.rindex("<w:tbl>"), xml.rindex("</w:tbl>") + len("</w:tbl>")
    cut = packed({**parts, MAIN: (xml[:start] + xml[end:]).encode("utf-8")})
    assert found_by(cut, "TT110") == []
    assert [one.broken for one in skipped_by(cut, "TT110")] == [False]


def test_a_draft_needs_no_signers_name() -> None:
    signature = Signature(title=literal("CHỦ TỊCH"))
    assert found_by(made(drafted(sample(signatures=(signature,)))), "TT110") == []


def test_the_partys_standing_bodies_sign_without_an_office() -> None:
    assert found_by(without(PARTY, "sign_title"), "TT110") == []


@pytest.mark.parametrize(
    ("spec", "upper", "lower"),
    [(DECISION, "motto", "slogan"), (DECISION, "type_name", "abstract"), (DISPATCH, "parent", "issuer")],
)
def test_two_lines_in_each_others_place(spec: str, upper: str, lower: str) -> None:
    data = swapped(made_from(spec), upper, lower)
    layout = layout_of(data)
    found = found_by(data, "TT109")
    if layout.get(upper) and layout.get(lower):
        place = [p.paragraph.index for p in (layout.get(upper)[0], layout.get(lower)[0])]
        assert bool(found) == (place[0] > place[1])
    else:
        assert form_codes(data)


def test_the_slogan_above_the_motto() -> None:
    (found,) = found_by(swapped(made_from(DECISION), "motto", "slogan"), "TT109")
    assert found.finding.component == "slogan"
    assert str(found.finding.actual) == "above Quốc hiệu"


def exchanged_columns(data: bytes, table: int) -> bytes:
    """``data`` with the two cells of each row of a table exchanged."""
    parts = parts_of(data)
    xml = parts[MAIN].decode("utf-8")
    found = list(re.finditer(r"<w:tbl>.*?</w:tbl>", xml, re.DOTALL))[table]

    def turn(row: re.Match[str]) -> str:
        cells = re.findall(r"<w:tc>.*?</w:tc>", row.group(), re.DOTALL)
        head = row.group()[: row.group().index("<w:tc>")]
        return head + "".join(reversed(cells)) + "</w:tr>"

    new = re.sub(r"<w:tr[ >].*?</w:tr>", turn, found.group(), flags=re.DOTALL)
    return packed({**parts, MAIN: (xml[: found.start()] + new + xml[found.end() :]).encode("utf-8")})


@pytest.mark.parametrize("spec", [DECISION, PARTY])
def test_the_columns_of_the_head_exchanged(spec: str) -> None:
    found = found_by(exchanged_columns(made_from(spec), 0), "TT111")
    assert found
    assert {one.level for one in found} == {"warning"}
    assert {one.finding.component for one in found} <= {"motto", "party_title", "place_date"}


@pytest.mark.parametrize("spec", [DECISION, PARTY])
def test_the_columns_of_the_foot_exchanged(spec: str) -> None:
    (found,) = found_by(exchanged_columns(made_from(spec), -1 if spec == PARTY else 1), "TT111")
    assert found.finding.component in ("sign_authority", "sign_title")


def test_several_signers_stand_on_both_sides() -> None:
    signers = (("CHỦ TỊCH", "Trần Văn An"), ("GIÁM ĐỐC", "Lê Thị Bình"))
    signatures = tuple(Signature(title=literal(title), name=literal(name)) for title, name in signers)
    assert found_by(made(sample(signatures=signatures)), "TT111") == []


def test_both_spellings_of_the_motto_are_right() -> None:
    assert form_codes(spoilt(made_from(DECISION), "CỘNG HÒA", "CỘNG HOÀ")) == []
