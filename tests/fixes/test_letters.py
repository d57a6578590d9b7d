"""Repairs of letters in any paragraph: what they name changes, every other letter stands and looks as before."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from docgen.fixes.applying import apply_repairs
from docgen.reading.repairs import Compose, Repair, ReplaceText, SetRuns
from tests.checks.making import MAIN, parts_of
from tests.fixes.law import assert_only_named
from tests.fixes.letters import WORDS, looks_of, package, packages, reading_of, values_of

_VALUES = st.sampled_from(
    (
        ("font", "Times New Roman"),
        ("size", 13.5),
        ("bold", True),
        ("bold", False),
        ("italic", True),
        ("underline", "none"),
        ("color", "000000"),
    )
)
_NEW = st.one_of(st.just(""), WORDS, st.sampled_from(("\t", "\n", "a\tb", "x\ny\t", "“&<”")))


def _applied(data: bytes, repair: Repair) -> tuple[bytes, bool]:
    reading = reading_of(data)
    fixed = apply_repairs(reading, [("TT000", repair)])
    if fixed is None:
        return data, False
    assert_only_named(data, fixed.data, [edit for _, edit in fixed.edits])
    return fixed.data, True


def _fields_of(data: bytes) -> list[str]:
    """Everything but runs and letters, in order."""
    root = etree.fromstring(parts_of(data)[MAIN])
    skipped = (
        "r",
        "t",
        "rPr",
        "br",
        "tab",
        "noBreakHyphen",
        "softHyphen",
        "rFonts",
        "b",
        "bCs",
        "i",
        "iCs",
        "sz",
        "szCs",
        "u",
        "color",
    )
    names = [etree.QName(element).localname for element in root.iter() if isinstance(element.tag, str)]
    return [name for name in names if name not in skipped and name not in ("rPrChange", "caps", "vanish")]


@settings(max_examples=60, deadline=None)
@given(packages(), st.data())
def test_letters_are_set_and_only_they(data: bytes, more: st.DataObject) -> None:
    before = reading_of(data).story.paragraphs[1]
    assume(before.text)
    start = more.draw(st.integers(0, len(before.text) - 1))
    end = more.draw(st.integers(start + 1, len(before.text)))
    name, value = more.draw(_VALUES)
    reading = reading_of(data)
    paragraph = reading.story.paragraphs[1]
    fixed = apply_repairs(reading, [("TT000", SetRuns(paragraph, start, end, name, value))])  # type: ignore[arg-type]
    made = data if fixed is None else fixed.data
    after = reading_of(made).story.paragraphs[1]

    assert (after.text, after.raw) == (before.text, before.raw)
    assert _fields_of(made) == _fields_of(data)
    for at, (old, new) in enumerate(zip(looks_of(before), looks_of(after), strict=True)):
        if start <= at < end:
            assert getattr(new, name) == value or _is_drawn(data)
            assert values_of(new, name, "high_font") == values_of(old, name, "high_font")
        else:
            assert values_of(new) == values_of(old)
    if fixed is not None:
        assert_only_named(data, made, [edit for _, edit in fixed.edits])
        again = reading_of(made)
        assert (
            _is_drawn(data)
            or apply_repairs(again, [("TT000", SetRuns(again.story.paragraphs[1], start, end, name, value))]) is None
        )  # type: ignore[arg-type]


def _is_drawn(data: bytes) -> bool:
    """Whether letters stand in a choice between two forms, which cannot be cut."""
    return b"AlternateContent" in parts_of(data)[MAIN]


@settings(max_examples=70, deadline=None)
@given(packages(), _NEW, st.data())
def test_words_are_written_and_only_they(data: bytes, new: str, more: st.DataObject) -> None:
    before = reading_of(data).story.paragraphs[1]
    start = more.draw(st.integers(0, len(before.text)))
    end = more.draw(st.integers(start, len(before.text)))
    reading = reading_of(data)
    fixed = apply_repairs(reading, [("TT000", ReplaceText(reading.story.paragraphs[1], start, end, new))])
    after = reading_of(data if fixed is None else fixed.data).story.paragraphs[1]
    if fixed is None:
        assert after.text == before.text
        return
    assert_only_named(data, fixed.data, [edit for _, edit in fixed.edits])
    assert _fields_of(fixed.data) == _fields_of(data) or _is_drawn(data)
    assert after.text == unicodedata.normalize("NFC", before.text[:start] + new + before.text[end:])
    old, now = looks_of(before), looks_of(after)
    for was, is_now in (*zip(old[:start], now[:start], strict=True), *zip(old[end:], now[start + len(new) :], strict=True)):
        assert values_of(was) == values_of(is_now)
    # what is new looks like a letter that stood there or beside it
    near = [values_of(look) for look in old[max(0, start - 1) : end + 1]]
    assert all(values_of(look) in near for look in now[start : start + len(new)])
    for run in before.runs:
        if run.field in ("PAGE", "DATE"):
            assert not (run.start < end and run.end > start), "a field was written into"


@settings(max_examples=40, deadline=None)
@given(packages())
def test_letters_are_composed(data: bytes) -> None:
    before = reading_of(data).story.paragraphs
    reading = reading_of(data)
    fixed = apply_repairs(reading, [("TT106", Compose(p)) for p in reading.story.paragraphs if p.raw != p.text])
    after = reading_of(data if fixed is None else fixed.data).story.paragraphs
    assert [p.text for p in after] == [p.text for p in before]
    assert all(p.raw == p.text for p in after)
    if fixed is not None:
        assert_only_named(data, fixed.data, [edit for _, edit in fixed.edits])


@settings(max_examples=40, deadline=None)
@given(packages(), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 6), WORDS), min_size=2, max_size=4))
def test_several_repairs_of_one_paragraph_do_not_disturb_each_other(data: bytes, wishes: list[tuple[int, int, str]]) -> None:
    before = reading_of(data).story.paragraphs[1]
    assume(not any(run.field for run in before.runs))
    reading = reading_of(data)
    paragraph = reading.story.paragraphs[1]
    place, repairs, wanted = 0, list[Repair](), ""
    for gap, length, new in wishes:
        start = place + gap + 1
        end = start + length
        if end >= len(before.text):
            break
        repairs += [ReplaceText(paragraph, start, end, new), SetRuns(paragraph, start, end + 1, "size", 17)]
        wanted += before.text[place:start] + new
        place = end
    fixed = apply_repairs(reading, [("TT000", repair) for repair in repairs])
    after = reading_of(data if fixed is None else fixed.data).story.paragraphs[1]
    assert after.text == unicodedata.normalize("NFC", wanted + before.text[place:])


@pytest.mark.parametrize(
    ("body", "start", "end", "new", "xml"),
    [
        # capitals letter by letter: each run keeps its own part
        (
            "<w:r><w:rPr><w:b/></w:rPr><w:t>ngu</w:t></w:r><w:r><w:t>yễn</w:t></w:r>",
            0, 6, "NGUYỄN",
            "<w:r><w:rPr><w:b/></w:rPr><w:t>NGU</w:t></w:r><w:r><w:t>YỄN</w:t></w:r>",
        ),
        # an insertion belongs to the word before it
        (
            "<w:r><w:rPr><w:b/></w:rPr><w:t>Số</w:t></w:r><w:r><w:t>15</w:t></w:r>",
            2, 2, ": ",
            '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Số: </w:t></w:r><w:r><w:t>15</w:t></w:r>',
        ),
        # a line break stands as an element
        (
            '<w:r><w:t xml:space="preserve">trên dưới</w:t></w:r>',
            4, 5, "\n",
            '<w:r><w:t xml:space="preserve">trên</w:t><w:br/><w:t>dưới</w:t></w:r>',
        ),
    ],
)  # fmt: skip
def test_words_stand_in_the_runs_they_belong_to(body: str, start: int, end: int, new: str, xml: str) -> None:
    data = package(f"<w:p>{body}</w:p>")
    reading = reading_of(data)
    fixed = apply_repairs(reading, [("TT000", ReplaceText(reading.story.paragraphs[0], start, end, new))])
    assert fixed is not None
    assert f"<w:p>{xml}</w:p>" in parts_of(fixed.data)[MAIN].decode()


@pytest.mark.parametrize(
    ("typed", "name", "value", "made"),
    [
        ('<w:b/><w:b w:val="0"/>', "bold", True, "<w:b/><w:b/><w:bCs/>"),
        ('<w:b w:val="0"/><w:b/>', "bold", False, '<w:b w:val="0"/><w:b w:val="0"/><w:bCs w:val="0"/>'),
        ('<w:sz w:val="24"/><w:sz w:val="20"/>', "size", 13.0, '<w:sz w:val="24"/><w:sz w:val="26"/><w:szCs w:val="26"/>'),
    ],
)
def test_of_a_property_that_stands_twice_the_one_that_counts_is_set(typed: str, name: str, value: float, made: str) -> None:
    """The reader takes the last of several; the first stands as it was. The twin for other scripts is set along with it."""
    data = package(f"<w:p><w:r><w:rPr>{typed}</w:rPr><w:t>một</w:t></w:r></w:p>")
    reading = reading_of(data)
    fixed = apply_repairs(reading, [("TT000", SetRuns(reading.story.paragraphs[0], 0, 3, name, value))])  # type: ignore[arg-type]
    assert fixed is not None
    assert f"<w:rPr>{made}</w:rPr>" in parts_of(fixed.data)[MAIN].decode()
    assert getattr(reading_of(fixed.data).story.paragraphs[0].runs[0].format, name) == value
