"""Documents damaged at random: every one is judged by every rule or refused, and what fix makes of it can be read."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from docgen.checking import Status
from docgen.checking.fixing import fix_package
from docgen.checking.judging import Task, check_file
from docgen.checking.planning import Planner
from docgen.checking.wishes import Wishes
from docgen.checks.engine import Judged, Skipped, judge
from docgen.fixes.applying import apply_repairs
from docgen.ooxml.opening import open_package
from docgen.ooxml.reading_stories import read_story
from docgen.problems import DocgenError
from docgen.reading import read
from tests.checks.making import MAIN, parts_of
from tests.hostile.files import with_blocks, with_parts
from tests.hostile.mutating import BASES, VALUES, mutate
from tests.ooxml.packages import zipped
from tests.ooxml.wordml import members, p, r, style, styles
from tests.support.checked import good

SEEDS = st.integers(0, 2**32)


@settings(max_examples=300)
@given(
    st.lists(st.tuples(st.integers(0, len(good()) - 1), st.integers(0, 255)), max_size=8),
    st.integers(0, len(good())),
    st.booleans(),
)
def test_bytes_changed_anywhere_open_or_are_refused(changes: list[tuple[int, int]], length: int, cut: bool) -> None:
    data = bytearray(good())
    for place, value in changes:
        data[place] = value
    with suppress(DocgenError):
        package = open_package(bytes(data[:length] if cut else data))
        for name in package.names:
            package.read(name)
        read(package)


values = st.sampled_from(VALUES).map(lambda value: value.replace("&", "&amp;"))
looks = st.builds(
    lambda size, bold, font, color: (
        f'<w:rFonts w:ascii="{font}" w:hAnsiTheme="{font}"/><w:b w:val="{bold}"/><w:sz w:val="{size}"/><w:color w:val="{color}"/>'
    ),
    *(values,) * 4,
)
blocks = st.builds(
    lambda align, left, first, line, rule, level, number: (
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        f'<w:spacing w:before="{left}" w:line="{line}" w:lineRule="{rule}"/>'
        f'<w:ind w:left="{left}" w:firstLine="{first}"/><w:jc w:val="{align}"/><w:outlineLvl w:val="{level}"/>'
    ),
    *(values,) * 7,
)
names = st.sampled_from(("A", "B", "C", "D", "Normal", ""))
sheets = st.lists(
    st.builds(style, names, st.sampled_from(("paragraph", "character", "table", "")), names, blocks, looks), max_size=8
)


@settings(max_examples=200)
@given(sheets, looks, blocks, st.lists(st.tuples(names, blocks, looks), min_size=1, max_size=4))
def test_any_tree_of_styles_gives_every_run_a_look(
    sheet: list[str], run: str, block: str, paragraphs: list[tuple[str, str, str]]
) -> None:
    body = "".join(p(r("chữ", look), f'<w:pStyle w:val="{name}"/>{own}') for name, own, look in paragraphs)
    story = read_story(open_package(zipped(members(body, styles=styles(*sheet, rpr=run, ppr=block)))))
    assert [paragraph.text for paragraph in story.paragraphs] == ["chữ"] * len(paragraphs)
    for paragraph in story.paragraphs:
        form = paragraph.runs[0].format
        assert 0 < form.size < 2000
        assert form.font is not None
        assert isinstance(form.bold, bool)


def broken(data: bytes) -> list[str]:
    """The rules that throw on a document, with what they threw."""
    found = judge(read(open_package(data)))
    return [f"{one.rule.code} {one.reason}" for one in found if isinstance(one, Skipped) and one.broken]


@settings(max_examples=200)
@given(SEEDS)
def test_no_rule_throws(seed: int) -> None:
    assert broken(mutate(seed)) == []


@settings(max_examples=40)
@given(SEEDS)
def test_a_file_is_checked_whatever_happened_to_it(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    path = tmp_path_factory.getbasetemp() / "fuzzed.docx"
    path.write_bytes(mutate(seed))
    copy = path.with_name("copy.docx")
    copy.unlink(missing_ok=True)
    task = Task(str(path), False, Planner(Wishes(preview=True)).plan(str(path)), annotate=str(copy))
    file = check_file(task)
    assert file.status in (Status.CHECKED, Status.FOREIGN)
    assert not [problem for problem in file.problems if problem.code in ("DG001", "check-bug")]
    if file.annotated is not None:
        read(open_package(Path(file.annotated)))


@settings(max_examples=40)
@given(SEEDS, st.booleans())
@example(50, False)
def test_what_fix_makes_can_be_read_and_is_left_alone_by_another_fix(seed: int, unsafe: bool) -> None:
    fixed = fix_package(mutate(seed), name="x", unsafe=unsafe)
    if fixed.data is not None:
        assert broken(fixed.data) == []
        assert fix_package(fixed.data, name="x", unsafe=unsafe).data is None


@settings(max_examples=40)
@given(SEEDS)
def test_repairs_may_be_applied_in_any_order(seed: int) -> None:
    reading = read(open_package(mutate(seed)))
    repairs = [(one.rule.code, repair) for one in judge(reading) if isinstance(one, Judged) for repair in one.finding.repairs]
    random.Random(seed).shuffle(repairs)
    fixed = apply_repairs(reading, repairs)
    if fixed is not None:
        read(open_package(fixed.data))


@pytest.mark.parametrize("number", range(len(BASES)))
def test_what_is_damaged_was_whole_before(number: int) -> None:
    """Otherwise the tests above would look at nothing."""
    reading = read(open_package(BASES[number]()))
    assert len(reading.documents) == 1
    assert broken(BASES[number]()) == []


NUMBERS = ("²", "٣", "0", "00", "9" * 31, "1" * 5000, "½", "M" * 20, "MMMMM", "-1", "Ⅳ")


@pytest.mark.parametrize("number", NUMBERS, ids=range(len(NUMBERS)))
def test_numbers_that_are_none_break_no_rule(number: str) -> None:
    law = "Luật số {0}/{0}/QH ngày {0}/{0}/{0}"
    lines = ("Điều {}. X", "{}. X", "{0}.{0}. X", "({}) x", "Chương {}", "Mục {}", "Phụ lục {}", "năm {}", law)
    xml = "".join(f"<w:p><w:r><w:t>{line.format(number)}</w:t></w:r></w:p>" for line in lines)
    assert broken(with_blocks(xml)) == []


@pytest.mark.parametrize("number", NUMBERS, ids=range(len(NUMBERS)))
@pytest.mark.parametrize(("old", "new"), [(">318<", ">{}<"), ("ngày 18 tháng", "ngày {} tháng"), ("tháng 3 năm", "tháng {} năm")])
def test_heads_with_such_numbers_break_no_rule(old: str, new: str, number: str) -> None:
    xml = parts_of(good())[MAIN].decode()
    assert old in xml
    assert broken(with_parts({MAIN: xml.replace(old, new.format(number)).encode()})) == []
