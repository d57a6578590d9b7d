"""Rules on properties: docgen's own documents with one property spoilt, and files that only look otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from docgen.checks.engine import Judged, judge
from docgen.checks.properties import property_rules
from docgen.checks.rule import Kind
from docgen.fixes.applying import apply_repairs
from tests.checks.making import (
    MAIN,
    form_codes,
    found_by,
    judged,
    layout_of,
    made_from,
    packed,
    parts_of,
    read_file,
    spec_files,
    spoilt,
    with_paragraph_property,
    with_run_property,
)

STATE_DECISION = "nha-nuoc/quyet-dinh-thanh-lap"
STATE_DISPATCH = "nha-nuoc/cong-van-han-muc"
STATE_PLAN = "nha-nuoc/ke-hoach-hanh-dong"
PARTY_PLAN = "dang/ke-hoach-hoi-nghi"
PARTY_PROPOSAL = "dang/to-trinh"
PARTY_DISPATCH = "dang/cong-van-nhiem-vu"

Change = Callable[[str], str]


def size(points: float) -> Change:
    return lambda xml: with_run_property(xml, "sz", f"{points * 2:g}")


def toggle(name: str, on: bool) -> Change:
    return lambda xml: with_run_property(xml, name, "1" if on else "0")


def align(value: str) -> Change:
    return lambda xml: with_paragraph_property(xml, "jc", f'w:val="{value}"')


def spacing(attributes: str) -> Change:
    return lambda xml: with_paragraph_property(xml, "spacing", attributes)


def indent(attributes: str) -> Change:
    return lambda xml: with_paragraph_property(xml, "ind", attributes)


def letters(change: Callable[[str], str]) -> Change:
    return lambda xml: re.sub(r"(<w:t(?: [^>]*)?>)(.*?)(</w:t>)", lambda m: m[1] + change(m[2]) + m[3], xml)


def changed(spec: str, component: str, change: Change, nth: int = 0) -> bytes:
    """The example with the paragraph of the nth passage of ``component`` changed."""
    data = made_from(spec)
    paragraph = layout_of(data).get(component)[nth].paragraph
    parts = parts_of(data)
    xml = parts[MAIN].decode("utf-8")
    found = list(re.finditer(r"<w:p[ >].*?</w:p>|<w:p/>", xml, re.DOTALL))[paragraph.index - 1]
    new = change(found.group())
    assert new != found.group()
    return packed({**parts, MAIN: (xml[: found.start()] + new + xml[found.end() :]).encode("utf-8")})


def only(data: bytes) -> Judged:
    """The only finding of form."""
    (found,) = [one for one in judged(data) if one.rule.kind is Kind.FORM]
    return found


@pytest.mark.parametrize("path", spec_files(), ids=lambda path: path.stem)
def test_examples_have_no_finding_of_form(path: object) -> None:
    spec = "/".join(path.with_suffix("").parts[-2:])  # type: ignore[attr-defined]
    if spec.startswith("xa/"):
        spec = f"nha-nuoc/{spec}"
    assert form_codes(made_from(spec)) == []


# the sizes, styles and places are those of the table in PL I, P.I, V and of Phụ lục 2 of HD05
@pytest.mark.parametrize(
    ("spec", "component", "change", "code", "expected", "actual"),
    [
        (STATE_DECISION, "motto", size(11), "DD201", "12–13 pt", "11 pt"),
        (STATE_DECISION, "issuer", size(14), "DD241", "12–13 pt", "14 pt"),
        (STATE_DISPATCH, "parent", toggle("b", True), "DD232", "not bold", "bold"),
        (STATE_DECISION, "issuer", toggle("b", False), "DD242", "bold", "not bold"),
        (STATE_DECISION, "number", size(12), "DD261", "13 pt", "12 pt"),
        (STATE_DECISION, "number", toggle("b", True), "DD262", "not bold", "bold"),
        (STATE_DECISION, "place_date", toggle("i", False), "DD273", "italic", "upright"),
        (STATE_DECISION, "place_date", toggle("b", True), "DD272", "not bold", "bold"),
        (STATE_DECISION, "type_name", size(12), "DD301", "13–14 pt", "12 pt"),
        (STATE_DECISION, "type_name", align("left"), "DD305", "centred", "left-aligned"),
        (STATE_DECISION, "abstract", toggle("i", True), "DD313", "upright", "italic"),
        (STATE_DECISION, "abstract", toggle("b", False), "DD312", "bold", "not bold"),
        (STATE_DISPATCH, "abstract_dispatch", size(14), "DD321", "12–13 pt", "14 pt"),
        (STATE_DISPATCH, "abstract_dispatch", toggle("b", True), "DD322", "not bold", "bold"),
        (STATE_DISPATCH, "abstract_dispatch", spacing('w:before="0" w:after="0"'), "DD328", "6 pt", "0 pt"),
        (STATE_DECISION, "base", toggle("i", False), "DD403", "italic", "upright"),
        (STATE_DECISION, "article", toggle("b", False), "DD452", "bold", "not bold"),
        (STATE_PLAN, "section", toggle("b", False), "DD442", "bold", "not bold"),
        (STATE_PLAN, "body", align("left"), "DD415", "justified", "left-aligned"),
        (STATE_PLAN, "body", indent('w:firstLine="0"'), "DD417", "10 / 12.7 mm", "0 mm"),
        (STATE_PLAN, "body", indent('w:firstLine="454"'), "DD417", "10 / 12.7 mm", "8.01 mm"),
        (STATE_PLAN, "body", spacing('w:before="120" w:line="384" w:lineRule="auto"'), "DD416", "×1–1.5", "×1.6"),
        (STATE_PLAN, "body", spacing('w:before="60" w:line="264" w:lineRule="auto"'), "DD418", "≥ 6 pt", "3 pt"),
        (STATE_PLAN, "recipients_label", size(14), "DD621", "12 pt", "14 pt"),
        (STATE_PLAN, "recipients_label", toggle("i", False), "DD623", "italic", "upright"),
        (STATE_PLAN, "recipients_label", lambda x: with_run_property(x, "u", "single"), "DD629", "not underlined", "underlined"),
        (STATE_PLAN, "recipient", size(12), "DD631", "11 pt", "12 pt"),
        (STATE_PLAN, "sign_authority", toggle("b", False), "DD502", "bold", "not bold"),
        (STATE_PLAN, "sign_title", letters(str.lower), "DD514", "capitals", "phó chủ tịch"),
        (STATE_PLAN, "sign_name", toggle("caps", True), "DD544", "small letters", None),
        (STATE_DECISION, "appendix_label", size(13), "DD701", "14 pt", "13 pt"),
        (STATE_DECISION, "appendix_title", toggle("b", False), "DD712", "bold", "not bold"),
        (STATE_DECISION, "appendix_reference", toggle("i", False), "DD723", "italic", "upright"),
        (PARTY_PLAN, "party_title", size(14.5), "DD221", "15 pt", "14.5 pt"),
        (PARTY_PLAN, "issuer", size(13), "DD241", "14 pt", "13 pt"),
        (PARTY_PLAN, "type_name", size(14), "DD301", "15–16 pt", "14 pt"),
        (PARTY_PLAN, "body", size(13), "DD411", "14–15 pt", "13 pt"),
        (PARTY_PLAN, "body", spacing('w:before="120" w:line="264" w:lineRule="auto"'), "DD416", "exactly 18–22 pt", "×1.1"),
        (PARTY_PLAN, "body", spacing('w:line="480" w:lineRule="exact"'), "DD416", "exactly 18–22 pt", "exactly 24 pt"),
        (PARTY_PLAN, "body", indent('w:firstLine="720"'), "DD417", "9–11 mm", "12.7 mm"),
        (PARTY_PLAN, "sign_name", toggle("b", False), "DD542", "bold", "not bold"),
        (PARTY_PLAN, "sign_title", toggle("b", True), "TT504", "not bold", "bold"),
        (PARTY_PLAN, "recipients_label", lambda x: with_run_property(x, "u", "none"), "DD629", "underlined", "not underlined"),
        (PARTY_PLAN, "recipients_label", toggle("b", True), "DD622", "not bold", "bold"),
        (PARTY_DISPATCH, "abstract_dispatch", toggle("i", False), "DD323", "italic", "upright"),
        (PARTY_PROPOSAL, "separator", align("left"), "DD335", "centred", "left-aligned"),
    ],
)
def test_one_spoilt_property_is_the_only_finding(
    spec: str, component: str, change: Change, code: str, expected: str, actual: str | None
) -> None:
    data = changed(spec, component, change)
    found = only(data)
    passage = layout_of(data).get(component)[0]
    assert found.rule.code == code
    assert str(found.finding.expected) == expected
    assert actual is None or str(found.finding.actual) == actual
    spot = found.finding.spot
    assert spot.paragraph is not None
    assert spot.paragraph.index == passage.paragraph.index
    assert spot.start >= passage.start
    assert found.clause


@pytest.mark.parametrize(
    ("component", "change", "level", "tier"),
    [
        ("issuer", align("left"), "error", "text"),
        ("motto", align("left"), "warning", "sample"),
        ("sign_title", align("left"), "warning", "sample"),
    ],
)
def test_what_only_the_samples_show_is_a_warning(component: str, change: Change, level: str, tier: str) -> None:
    found = only(changed(STATE_DECISION, component, change))
    assert (found.level, found.tier.value) == (level, tier)


def test_the_words_concerned_are_named_within_the_paragraph() -> None:
    """Only the letters of another size are pointed at, and all of them are repaired."""
    words = "Trung tâm"

    def shrink(xml: str) -> str:
        run = re.search(r"<w:r>(?:<w:rPr>.*?</w:rPr>)?<w:t[^>]*>([^<]{30,})</w:t></w:r>", xml)
        assert run is not None
        text = run.group(1)
        small = f'<w:r><w:rPr><w:sz w:val="22"/></w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'
        return xml.replace(run.group(), run.group().replace(text, text[:10]) + small + run.group().replace(text, text[10:]))

    found = only(changed(STATE_PLAN, "body", shrink, nth=1))
    spot = found.finding.spot
    assert spot.paragraph is not None
    assert spot.paragraph.text[spot.start : spot.end] == words
    assert [(r.start, r.end, r.value) for r in found.finding.repairs] == [(spot.start, spot.end, 14.0)]  # type: ignore[union-attr]


def test_paragraphs_with_the_same_fault_are_one_finding_with_a_repair_each() -> None:
    data = made_from(STATE_PLAN)
    style = layout_of(data).get("body")[0].paragraph.format.style
    wrong = spoilt(data, rf'(<w:style [^>]*w:styleId="{style}".*?<w:sz w:val=")28', r"\g<1>22", "word/styles.xml")
    found = [one for one in judged(wrong) if one.rule.code == "DD411"]
    assert len(found) == 1
    count = len({repair.paragraph for repair in found[0].finding.repairs})  # type: ignore[union-attr]
    assert count > 3
    assert str(count) in str(found[0].finding.what)


LENIENT: list[tuple[str, str, Change]] = [
    # a bold cut of the font under its own name
    (STATE_DECISION, "issuer", lambda x: with_bold_font(x)),
    # the author's emphasis inside the text
    (STATE_PLAN, "body", lambda x: emphasised(x, "b")),
    (STATE_PLAN, "body", lambda x: emphasised(x, "i")),
    # exactly 18 pt is 1.12 of a line at 14 pt; at least 18 pt the same
    (STATE_PLAN, "body", spacing('w:before="120" w:line="360" w:lineRule="exact"')),
    (STATE_PLAN, "body", spacing('w:before="120" w:line="360" w:lineRule="atLeast"')),
    # single and one and a half lines are the ends of the range
    (STATE_PLAN, "body", spacing('w:before="120" w:line="240" w:lineRule="auto"')),
    (STATE_PLAN, "body", spacing('w:before="120" w:line="360" w:lineRule="auto"')),
    (STATE_PLAN, "body", indent('w:firstLine="567"')),
    (STATE_PLAN, "body", indent('w:firstLine="730"')),
    # a tab to the first stop is half an inch; nine spaces at 14 pt are 31.5 pt, about 11 mm
    (STATE_PLAN, "body", lambda x: indent('w:firstLine="0"')(x.replace("<w:t", "<w:tab/><w:t", 1))),
    (STATE_PLAN, "body", lambda x: indent('w:firstLine="0"')(led_by_spaces(x, 9))),
    (STATE_DECISION, "recipients_label", align("both")),
    (STATE_PLAN, "recipient", align("both")),
    # the number alone in bold
    (STATE_DISPATCH, "abstract_dispatch", lambda x: emphasised(x, "b", 3)),
    (PARTY_PLAN, "body", spacing('w:before="120" w:line="440" w:lineRule="exact"')),
    (PARTY_PLAN, "body", indent('w:firstLine="510"')),
]


def led_by_spaces(xml: str, count: int) -> str:
    return re.sub(r"<w:t[^>]*>", '<w:t xml:space="preserve">' + " " * count, xml, count=1)


def with_bold_font(xml: str) -> str:
    xml = with_run_property(xml, "b", "0")
    font = '<w:rFonts w:ascii="Times New Roman Bold" w:hAnsi="Times New Roman Bold"/>'
    return re.sub(r"<w:rPr>(?!</w:rPr></w:pPr>)", rf"<w:rPr>{font}", xml)


def emphasised(xml: str, mark: str, count: int = 8) -> str:
    """The first letters of the first run set off by ``mark``."""
    run = re.search(r"<w:r>(<w:rPr>.*?</w:rPr>)?<w:t[^>]*>([^<]+)</w:t></w:r>", xml)
    assert run is not None
    text = run.group(2)
    start = f'<w:r><w:rPr><w:{mark}/></w:rPr><w:t xml:space="preserve">{text[:count]}</w:t></w:r>'
    return xml.replace(run.group(), start + run.group().replace(text, text[count:]))


@pytest.mark.parametrize(("spec", "component", "change"), LENIENT)
def test_what_only_looks_otherwise_is_no_finding(spec: str, component: str, change: Change) -> None:
    assert form_codes(changed(spec, component, change)) == []


def test_a_drafters_tiny_letters_behind_the_files_are_no_wrong_size() -> None:
    def tiny(xml: str) -> str:
        run = '<w:r><w:rPr><w:sz w:val="12"/></w:rPr><w:t xml:space="preserve"> NC.(Nam)</w:t></w:r>'
        return xml.replace("</w:p>", f"{run}</w:p>")

    assert "DD641" not in form_codes(changed(STATE_DECISION, "filing", tiny))


def test_empty_paragraphs_and_marks_of_any_size_are_no_finding() -> None:
    data = made_from(STATE_PLAN)
    look = '<w:rPr><w:rFonts w:ascii="Arial"/><w:sz w:val="60"/></w:rPr>'
    odd = f'<w:p><w:pPr>{look}</w:pPr><w:r>{look}<w:t xml:space="preserve">  </w:t></w:r></w:p>'
    paragraph = layout_of(data).get("body")[1].paragraph
    parts = parts_of(data)
    xml = parts[MAIN].decode("utf-8")
    at = list(re.finditer(r"<w:p[ >].*?</w:p>|<w:p/>", xml, re.DOTALL))[paragraph.index - 1].start()
    assert form_codes(packed({**parts, MAIN: (xml[:at] + odd + xml[at:]).encode("utf-8")})) == []


def test_a_short_line_shows_no_alignment() -> None:
    def short(xml: str) -> str:
        one_run = re.sub(r"(</w:r>).*(</w:p>)", r"\1\2", xml, flags=re.DOTALL)
        return align("left")(letters(lambda _: "Đây là một dòng ngắn.")(one_run))

    assert found_by(changed(STATE_PLAN, "body", short), "DD415") == []


def test_the_office_of_a_head_who_signs_himself_may_be_bold() -> None:
    data = changed(PARTY_PLAN, "sign_title", toggle("b", True))
    assert form_codes(data) == ["TT504"]
    authority = layout_of(data).get("sign_authority")[0].paragraph
    parts = parts_of(data)
    xml = parts[MAIN].decode("utf-8")
    line = list(re.finditer(r"<w:p[ >].*?</w:p>|<w:p/>", xml, re.DOTALL))[authority.index - 1]
    direct = packed({**parts, MAIN: (xml[: line.start()] + xml[line.end() :]).encode("utf-8")})
    assert layout_of(direct).get("sign_authority") == []
    assert found_by(direct, "TT504") == []


def test_every_repair_of_a_rule_that_is_safe_changes_no_words() -> None:
    safe = {rule.code for rule in property_rules() if rule.fix.value == "safe"}
    assert "DD201" in safe
    # of a name only the capitals that it is printed in are taken away, not those that were typed
    assert {code for code in safe if code[-1] in "04"} == {"DD544"}


@pytest.mark.parametrize(
    ("spec", "component", "change"),
    [
        (STATE_DECISION, "motto", size(11)),
        (STATE_DECISION, "issuer", toggle("b", False)),
        (STATE_DECISION, "abstract", toggle("i", True)),
        (STATE_DECISION, "abstract", align("left")),
        (STATE_DISPATCH, "abstract_dispatch", spacing('w:before="0" w:after="0"')),
        (STATE_PLAN, "body", size(11)),
        (STATE_PLAN, "body", align("left")),
        (STATE_PLAN, "body", indent('w:left="720" w:hanging="360"')),
        (STATE_PLAN, "body", spacing('w:before="120" w:line="480" w:lineRule="auto"')),
        (STATE_PLAN, "body", spacing('w:before="0" w:after="0" w:line="264" w:lineRule="auto"')),
        (STATE_PLAN, "recipients_label", lambda x: with_run_property(x, "u", "single")),
        (STATE_PLAN, "sign_title", letters(str.lower)),
        (PARTY_PLAN, "body", spacing('w:before="120" w:line="264" w:lineRule="auto"')),
        (PARTY_PLAN, "sign_title", toggle("b", True)),
        (PARTY_PLAN, "recipients_label", lambda x: with_run_property(x, "u", "none")),
    ],
)
def test_the_repairs_leave_nothing_to_find(spec: str, component: str, change: Change) -> None:
    reading = read_file(changed(spec, component, change))
    found = [one for one in judge(reading) if isinstance(one, Judged) and one.rule.kind is Kind.FORM]
    fixed = apply_repairs(reading, [(one.rule.code, repair) for one in found for repair in one.finding.repairs])
    assert found
    assert fixed is not None
    assert form_codes(fixed.data) == []
