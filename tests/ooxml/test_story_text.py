"""The text of paragraphs as it is printed, and the way back to its elements."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from docgen.ooxml.locating import locate_text
from tests.ooxml.wordml import cut, first, p, r, story, t

BIG = '<w:sz w:val="40"/>'
HIDDEN = "<w:vanish/>"


def field(instruction: str, result: str) -> str:
    begin, middle, end = (r(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end"))
    return f"{begin}{r(f'<w:instrText> {instruction} </w:instrText>')}{middle}{result}{end}"


def both(needs: str, choice: str, fallback: str) -> str:
    branches = f'<mc:Choice Requires="{needs}">{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>'
    return f"<mc:AlternateContent>{branches}</mc:AlternateContent>"


def test_runs_that_look_alike_are_one() -> None:
    paragraph = first(p(r("Căn ") + r("cứ ", "<w:lang w:val='vi-VN'/>") + r("Luật", BIG) + r(" số")))
    assert paragraph.text == "Căn cứ Luật số"
    assert cut(paragraph) == ["Căn cứ ", "Luật", " số"]
    assert [len(locate_text(paragraph, run.start, run.end)) for run in paragraph.runs] == [2, 1, 1]


def test_signs_have_their_characters() -> None:
    marks = "<w:tab/><w:br/><w:cr/><w:softHyphen/><w:noBreakHyphen/>"
    assert first(p(r(f"{t('a')}{marks}{t('b')}"))).text == "a\t\n\n\u00ad\u2011b"


@pytest.mark.parametrize(
    ("char", "font", "text"),
    [("F0B7", "Symbol", "•"), ("00A7", "Times New Roman", "§"), ("F0FC", "Wingdings", "\ufffd"), ("zz", "x", "\ufffd")],
)
def test_signs_by_number(char: str, font: str, text: str) -> None:
    assert first(p(r(f'<w:sym w:font="{font}" w:char="{char}"/>'))).text == text


def test_hidden_text_is_left_out() -> None:
    assert first(p(r("thấy") + r("không", HIDDEN) + r("!"))).text == "thấy!"


def test_tracked_changes_are_read_as_accepted() -> None:
    changes = (
        f"<w:ins w:id='1'>{r('mới')}</w:ins><w:del w:id='2'><w:r><w:delText>cũ</w:delText></w:r></w:del>"
        f"<w:moveFrom w:id='3'>{r('đi')}</w:moveFrom><w:moveTo w:id='4'>{r(' đến')}</w:moveTo>"
    )
    assert first(p(changes)).text == "mới đến"


def test_a_deleted_paragraph_is_left_out_but_counted() -> None:
    gone = p("<w:del w:id='2'><w:r><w:delText>cũ</w:delText></w:r></w:del>", "<w:rPr><w:del w:id='1'/></w:rPr>")
    found = story(p("a") + gone + p("b"))
    assert [(q.index, q.text) for q in found.paragraphs] == [(1, "a"), (3, "b")]


@pytest.mark.parametrize(
    "holder",
    [
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:hyperlink>{}</w:hyperlink>",
        "<w:smartTag>{}</w:smartTag>",
        "<w:customXml>{}</w:customXml>",
        "<w:bdo>{}</w:bdo>",
        "<w:ins><w:hyperlink>{}</w:hyperlink></w:ins>",
        both("wps", "{}", r("no")),
        both("future", r("no"), "{}"),
    ],
)
def test_holders_are_looked_through(holder: str) -> None:
    assert first(p(r("a") + holder.format(r("b")) + r("c"))).text == "abc"


def test_a_choice_inside_a_run_is_read_once() -> None:
    assert first(p(r(t("a") + both("wps", t("b"), t("x")) + t("c")))).text == "abc"


def test_block_holders_are_looked_through() -> None:
    body = f"<w:sdt><w:sdtContent>{p('a')}</w:sdtContent></w:sdt><w:ins>{p('b')}</w:ins><w:customXml>{p('c')}</w:customXml>"
    assert [q.text for q in story(body).paragraphs] == ["a", "b", "c"]


def test_results_of_fields_are_text_and_instructions_are_not() -> None:
    paragraph = first(
        p(
            r("Trang ")
            + field("PAGE \\* MERGEFORMAT", r("2"))
            + r("/")
            + f'<w:fldSimple w:instr=" numpages ">{r("9")}</w:fldSimple>'
        )
    )
    assert paragraph.text == "Trang 2/9"
    assert [(text, run.field) for text, run in zip(cut(paragraph), paragraph.runs, strict=True)] == [
        ("Trang ", ""),
        ("2", "PAGE"),
        ("/", ""),
        ("9", "NUMPAGES"),
    ]
    assert paragraph.fields == ("PAGE", "NUMPAGES")


def test_nested_fields() -> None:
    inner = field("PAGE", r("7"))
    begin, middle, end = (r(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end"))
    # the result of the inner one belongs to the instruction of the outer one
    paragraph = first(
        p(f"{begin}{r('<w:instrText>IF </w:instrText>')}{inner}{r('<w:instrText> = 1</w:instrText>')}{middle}{r('kết quả')}{end}")
    )
    assert paragraph.text == "kết quả"
    assert paragraph.runs[0].field == "IF"


def test_a_field_may_end_in_a_later_paragraph() -> None:
    begin, middle, end = (r(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end"))
    found = story(p(begin + r("<w:instrText>TOC</w:instrText>") + middle + r("một")) + p(r("hai") + end + r("ba"))).paragraphs
    assert [[run.field for run in q.runs] for q in found] == [["TOC"], ["TOC", ""]]


def test_an_instruction_without_end_swallows_no_later_paragraph() -> None:
    body = p(r('<w:fldChar w:fldCharType="begin"/>') + r("<w:instrText>PAGE</w:instrText>")) + p("còn đây")
    assert [q.text for q in story(body).paragraphs] == ["", "còn đây"]


def test_page_breaks() -> None:
    page = '<w:br w:type="page"/>'
    middle = first(p(r(t("trước") + page + t("sau"))))
    assert (middle.text, middle.page_break, middle.break_at) == ("trước\nsau", True, 5)
    last = first(p(r(t("trước") + page)))
    assert (last.text, last.break_at) == ("trước", 5)
    before = first(p("a", "<w:pageBreakBefore/>"))
    assert (before.page_break, before.break_at) == (True, None)
    assert not first(p(r("<w:lastRenderedPageBreak/>" + t("a")))).page_break


def test_notes_and_comments_are_counted() -> None:
    marks = '<w:footnoteReference w:id="2"/><w:endnoteReference w:id="3"/><w:commentReference w:id="0"/>'
    paragraph = first(p(r(t("a") + marks)))
    assert (paragraph.text, paragraph.notes, paragraph.comments) == ("a", 2, 1)


def test_blanks_round_text_count_only_when_they_are_kept() -> None:
    assert first(p(r("<w:t> a\n</w:t>") + r(t(" b\nc ")))).text == "a b c "


def test_decomposed_letters_are_put_together_across_runs() -> None:
    raw = unicodedata.normalize("NFD", "Uỷ bàn")
    # the dot and the grave stand in runs of their own
    at = raw.index("\u0309")
    paragraph = first(p(r(raw[:at]) + r(raw[at : at + 3], BIG) + r(raw[at + 3 :])))
    assert (paragraph.text, paragraph.raw) == ("Uỷ bàn", raw)
    assert cut(paragraph)[0] == "Uỷ"
    assert "".join(cut(paragraph)) == "Uỷ bàn"


@given(
    st.lists(st.tuples(st.text(st.sampled_from("ab \u0323\u0302\u0301ệư\u1161\u1100"), max_size=6), st.booleans()), max_size=6)
)
def test_runs_cover_the_composed_text_without_gaps(parts: list[tuple[str, bool]]) -> None:
    paragraph = first(p("".join(r(t(text), BIG if big else "") for text, big in parts)))
    raw = "".join(text for text, _ in parts)
    assert paragraph.raw == raw
    assert paragraph.text == unicodedata.normalize("NFC", raw)
    ends = [0, *(run.end for run in paragraph.runs)]
    assert [run.start for run in paragraph.runs] == ends[:-1]
    assert ends[-1] == len(paragraph.text)
    # what is composed from one run's letters alone keeps that run's size
    for run in paragraph.runs:
        assert all(held.run.getparent() is paragraph.element for held in locate_text(paragraph, run.start, run.end))


@given(st.lists(st.text(st.sampled_from("ab \u0323\u0302\u0301ệư"), max_size=6), max_size=6), st.data())
def test_letters_are_found_again_in_their_elements(parts: list[str], data: st.DataObject) -> None:
    paragraph = first(p("".join(r(t(part), BIG if i % 2 else "") for i, part in enumerate(parts))))
    start = data.draw(st.integers(0, len(paragraph.text)))
    end = data.draw(st.integers(start, len(paragraph.text)))
    # never between a letter and a mark that cannot be put together with it
    assume(not any(unicodedata.combining(c) for place in (start, end) for c in paragraph.text[place : place + 1]))
    held = [(h.element.text or "")[h.start : h.end] for h in locate_text(paragraph, start, end)]
    assert unicodedata.normalize("NFC", "".join(held)) == paragraph.text[start:end]


def test_places_count_in_the_text_of_the_element_itself() -> None:
    body = p(r("<w:t>  hai </w:t>") + r("x", HIDDEN) + r("<w:tab/>" + t("ba")) + field("PAGE", r("4")))
    paragraph = first(body)
    assert paragraph.text == "hai\tba4"
    held = locate_text(paragraph, 1, 7)
    assert [(str(h.element.tag).rpartition("}")[2], h.element.text, h.start, h.end) for h in held] == [
        ("t", "  hai ", 3, 5),
        ("tab", None, 0, 1),
        ("t", "ba", 0, 2),
        ("t", "4", 0, 1),
    ]
