"""Whatever stands in a file, reading gives passages that hold together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from docgen.reading import Reading
from tests.reading.raw import (
    BODY,
    DATE,
    DECISION,
    EMPTY,
    FOOT,
    HEAD,
    LIST,
    MOTTO,
    NAMES,
    NUMBER,
    PAGE,
    SIGNED,
    TITLE,
    c,
    line,
    p,
    read_blocks,
    t,
)

LINES = (
    *(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Số:    /QĐ-",
        "Số",
        "*",
        "-----",
        "./.",
        "Kính gửi:",
        "- A;",
    ),
    *(
        "Nơi nhận:",
        "- Lưu: VT.",
        "TM. UBND",
        "CHỦ TỊCH",
        "kiêm",
        "Lê An",
        "(Đã ký)",
        "Phụ lục",
        "Mẫu số 1",
        "SAO Y",
        "QUYẾT ĐỊNH",
    ),
    *(
        "QUYẾT ĐỊNH:",
        "Căn cứ Luật A;",
        "Điều 1.",
        "Điều 2. A",
        "Chương I",
        "I.",
        "1.",
        "a)",
        "1.1.",
        "(Kèm theo)",
        "Bảng 1",
        "V/v",
    ),
    *(
        "ngày tháng năm",
        "X, ngày 31 tháng 2 năm 2026",
        "X, ngày 1/13/2026",
        "\t",
        "\n\n",
        "a\t\tb",
        "   x",
        "Địa chỉ: x; email: y",
        "?",
    ),
)
paragraphs = st.builds(
    lambda text, align, style: p(text, align=align, style=style),
    st.sampled_from(LINES) | st.text("Aă1.-/)\t\nI ", max_size=8),
    st.sampled_from(("both", "center", "left")),
    st.sampled_from(("", "b", "bi")),
)
SOLID = (MOTTO, NAMES, NUMBER, DATE, HEAD, TITLE, BODY, LIST, SIGNED, FOOT, EMPTY, PAGE, DECISION, c("Phụ lục"), p(line(50)))
cells = st.lists(paragraphs | st.sampled_from(SOLID[:10]), min_size=1, max_size=3).map("".join)
tables = st.builds(
    lambda rows, bordered: t(*rows, bordered=bordered),
    st.lists(st.lists(cells, min_size=2, max_size=2), min_size=1, max_size=3),
    st.booleans(),
)
blocks = st.lists(paragraphs | tables | st.sampled_from(SOLID), max_size=14)


@given(blocks)
def test_passages_hold_together(drawn: list[str]) -> None:
    reading = read_blocks(*drawn, EMPTY)
    assert bool(reading.documents) != bool(reading.foreign)
    check(reading)


def check(reading: Reading) -> None:
    places = {id(paragraph): at for at, paragraph in enumerate(reading.story.paragraphs)}
    ends = [layout.last for layout in reading.documents]
    assert [layout.first for layout in reading.documents] == [0, *ends][: len(ends)]
    assert not ends or ends[-1] == len(reading.story.paragraphs)
    for layout in reading.documents:
        last = (layout.first, 0)
        for passage in layout.passages:
            at = places[id(passage.paragraph)]
            assert layout.first <= at < layout.last
            assert passage.text
            assert passage.text == passage.text.strip()
            # in order, and no letter twice
            assert (at, passage.start) >= last
            last = (at, passage.end)
        assert sorted(map(id, layout.passages)) == sorted(id(p) for listed in layout.by_component.values() for p in listed)
        every = {
            id(paragraph): paragraph
            for paragraph in reading.story.paragraphs[layout.first : layout.last]
            if not paragraph.is_empty
        }
        for passage in layout.passages:
            every.pop(id(passage.paragraph), None)
        assert [paragraph.text for paragraph in every.values()] == []
