"""Texts that YAML takes for something else: each is an error at its own place, with the line to paste."""

from __future__ import annotations

import pytest

from docgen.problems import DocgenError, Problem
from docgen.sources import Mapping, Scalar, Sequence, examine, mapping_was_text, parse, source_from_bytes, text_expected


def problems_of(text: str, keys: frozenset[str] = frozenset()) -> tuple[Problem, ...]:
    return examine(source_from_bytes(text.encode("utf-8"), "a.yaml"), keys=keys).problems


def only(text: str, keys: frozenset[str] = frozenset()) -> Problem:
    found = problems_of(text, keys)
    assert len(found) == 1, [(p.code, p.place) for p in found]
    return found[0]


def place(problem: Problem) -> tuple[int | None, int | None, int | None]:
    assert problem.place is not None
    return problem.place.line, problem.place.column, problem.place.end_column


# source, code, (line, column, end column), suggestion
ONE_LINE = [
    # (1) a colon inside a text
    ("text: Thời gian: 01 buổi\n", "yaml-colon", (1, 16, 17), 'text: "Thời gian: 01 buổi"'),
    ("a: x\ntext: cụ thể như sau:\n", "yaml-colon", (2, 21, 22), 'text: "cụ thể như sau:"'),
    ("- VPTU: CVP, phòng: TH\n", "yaml-colon", (1, 7, 8), '- "VPTU: CVP, phòng: TH"'),
    ("- lead: Sở Y tế: chủ trì\n", "yaml-colon", (1, 16, 17), '- lead: "Sở Y tế: chủ trì"'),
    ("    text: a 'b': c\n", "yaml-colon", (1, 16, 17), "    text: \"a 'b': c\""),
    ('text: gọi "A": B\n', "yaml-colon", (1, 14, 15), "text: 'gọi \"A\": B'"),
    ('text: gọi "A": don\'t\n', "yaml-colon", (1, 14, 15), "text: 'gọi \"A\": don''t'"),
    # (2) a sign at the beginning
    ("- **Về nội dung** là trọng tâm\n", "yaml-sign", (1, 3, 4), '- "**Về nội dung** là trọng tâm"'),
    ("- *Phương án 1*: Hội trường\n", "yaml-sign", (1, 3, 4), '- "*Phương án 1*: Hội trường"'),
    ("- *abc*\n", "yaml-sign", (1, 3, 4), '- "*abc*"'),
    ("- *abc\n", "yaml-sign", (1, 3, 4), '- "*abc"'),
    ("- *abc, def*\n", "yaml-sign", (1, 3, 4), '- "*abc, def*"'),
    ("- %5 dân số\n", "yaml-sign", (1, 3, 4), '- "%5 dân số"'),
    ("%5 dân số\n", "yaml-sign", (1, 1, 2), '"%5 dân số"'),
    ("text: @abc\n", "yaml-sign", (1, 7, 8), 'text: "@abc"'),
    ("text: `abc`\n", "yaml-sign", (1, 7, 8), 'text: "`abc`"'),
    ("- [Các sở] và tương đương\n", "yaml-sign", (1, 3, 4), '- "[Các sở] và tương đương"'),
    ("- [Các sở]: chủ trì\n", "yaml-sign", (1, 3, 4), '- "[Các sở]: chủ trì"'),
    ("- {Các sở} và tương đương\n", "yaml-sign", (1, 3, 4), '- "{Các sở} và tương đương"'),
    ("- > 50% hồ sơ\n", "yaml-sign", (1, 3, 4), '- "> 50% hồ sơ"'),
    ("- >50% hồ sơ\n", "yaml-sign", (1, 3, 4), '- ">50% hồ sơ"'),
    ("- |x| hồ sơ\n", "yaml-sign", (1, 3, 4), '- "|x| hồ sơ"'),
    ("text: > # 5\n", "yaml-sign", (1, 7, 8), 'text: "> # 5"'),
    ("text: - abc\n", "yaml-sign", (1, 7, 8), 'text: "- abc"'),
    ("- & abc\n", "yaml-sign", (1, 3, 4), '- "& abc"'),
    ("- &nhóm Các sở\n", "yaml-sign", (1, 3, 4), '- "&nhóm Các sở"'),
    ("- &nhom Các sở\n", "yaml-sign", (1, 3, 4), '- "&nhom Các sở"'),
    ("- ! abc\n", "yaml-sign", (1, 3, 4), '- "! abc"'),
    ("- !abc def\n", "yaml-sign", (1, 3, 4), '- "!abc def"'),
    ("a: !!python/name:os.system x\n", "yaml-sign", (1, 4, 5), 'a: "!!python/name:os.system x"'),
    ("- ? abc\n", "yaml-sign", (1, 3, 4), '- "? abc"'),
    ("- : abc\n", "yaml-sign", (1, 3, 4), '- ": abc"'),
    ("- , abc\n", "yaml-sign", (1, 3, 4), '- ", abc"'),
    ("- ] abc\n", "yaml-sign", (1, 3, 4), '- "] abc"'),
    # a quotation mark that closes too early
    ('- "Tháng thanh niên" năm 2026\n', "yaml-quote", (1, 22, 30), "- '\"Tháng thanh niên\" năm 2026'"),
    ("- 'it's ok'\n", "yaml-quote", (1, 7, 12), '- "it\'s ok"'),
    ('- "A" và "B"\n', "yaml-quote", (1, 7, 13), "- '\"A\" và \"B\"'"),
    ('text: "Hỏi "gì" thế"\n', "yaml-quote", (1, 13, 21), "text: 'Hỏi \"gì\" thế'"),
    ("- 'Tháng' năm\n", "yaml-quote", (1, 11, 14), "- \"'Tháng' năm\""),
    ('a: "x\nb: y\n', "yaml-unclosed-quote", (1, 4, 5), 'a: "x"'),
    ('- "x\n- y\n- z"\n', "yaml-unclosed-quote", (1, 3, 4), '- "x"'),
    ('- "C:\\Users"\n', "yaml-escape", (1, 6, 7), "- 'C:\\Users'"),
    # (3) a comment that cuts a text
    ("text: Họp #3 và #4\n", "yaml-comment", (1, 11, 19), 'text: "Họp #3 và #4"'),
    ("- a   # ghi chú\n", "yaml-comment", (1, 7, 16), '- "a   # ghi chú"'),
    ("due: 2026-12-31 # hạn\n", "yaml-comment", (1, 17, 22), 'due: "2026-12-31 # hạn"'),
    # (4) brackets
    ("a: [Các sở, ban, ngành]\n", "yaml-flow", (1, 4, 24), 'a: ["Các sở, ban, ngành"]'),
    ('a: ["Các sở", ban]\n', "yaml-flow", (1, 4, 19), 'a: ["Các sở", "ban"]'),
    ("- [Xã, 150]\n", "yaml-flow", (1, 3, 12), '- ["Xã", 150]'),
    ("a: [[Xã], [Tỉnh]]\n", "yaml-flow", (1, 4, 18), 'a: [["Xã"], ["Tỉnh"]]'),
    ("a: {name: Xã A, count: 5}\n", "yaml-flow", (1, 4, 26), 'a: {name: "Xã A", count: 5}'),
    ("a: {Các sở, ban}\n", "yaml-flow", (1, 4, 17), 'a: "{Các sở, ban}"'),
    ("a: [Thời gian: sáng]\n", "yaml-flow", (1, 4, 21), 'a: ["Thời gian: sáng"]'),
    ("a: [x: y: z]\n", "yaml-flow", (1, 9, 10), 'a: ["x: y: z"]'),
    ('a: ["x", @y]\n', "yaml-flow", (1, 10, 11), 'a: ["x", "@y"]'),
    ("a: [Các sở\nb: c\n", "yaml-unclosed-bracket", (1, 4, 5), 'a: "[Các sở"'),
]


@pytest.mark.parametrize(("text", "code", "where", "suggestion"), ONE_LINE, ids=[case[0] for case in ONE_LINE])
def test_trap_names_its_place_and_the_line_to_paste(
    text: str, code: str, where: tuple[int, int, int], suggestion: str
) -> None:
    problem = only(text)
    assert (problem.code, place(problem), problem.suggestion) == (code, where, suggestion)
    assert problem.remedy is not None
    assert problem.place is not None
    assert problem.place.excerpt == text.splitlines()[where[0] - 1]


@pytest.mark.parametrize(("text", "code", "where", "suggestion"), ONE_LINE, ids=[case[0] for case in ONE_LINE])
def test_line_pasted_in_place_of_the_excerpt_is_read_without_a_problem(
    text: str, code: str, where: tuple[int, int, int], suggestion: str
) -> None:
    lines = text.splitlines()
    lines[where[0] - 1] = suggestion
    if text == '- "x\n- y\n- z"\n':
        lines[2] = "- z"
    assert problems_of("\n".join(lines) + "\n") == ()


SEVERAL_LINES = [
    (
        "text: Tổ chức hội nghị\n  gồm có: 01 buổi\n  sáng\nb: c\n",
        "yaml-colon",
        (2, 9, 10),
        'text: "Tổ chức hội nghị\n  gồm có: 01 buổi\n  sáng"',
    ),
    ("list:\n  - **A** b\n    c d\n  - e\n", "yaml-sign", (2, 5, 6), '  - "**A** b\n    c d"'),
    ("a: b # c\n  d\ne: f\n", "yaml-comment", (1, 6, 9), 'a: "b # c\n  d"'),
    ("a: b\n  c # d\ne: f\n", "yaml-comment", (2, 5, 8), 'a: "b\n  c # d"'),
    ("- Thời gian\n  - Sáng\n  - Chiều\n", "yaml-dash", (2, 3, 4), '- "Thời gian\n  - Sáng\n  - Chiều"'),
    ("a: [Các sở,\n  ban]\nb: c\n", "yaml-flow", (1, 4, 12), 'a: ["Các sở, ban"]'),
    ('- "A" b\n  c\n- d\n', "yaml-quote", (1, 7, 8), "- '\"A\" b\n  c'"),
    ("- **Về A**:\n    - b\n", "yaml-sign", (1, 3, 4), '- "**Về A**":'),
]


@pytest.mark.parametrize(("text", "code", "where", "suggestion"), SEVERAL_LINES, ids=[case[0] for case in SEVERAL_LINES])
def test_text_on_several_lines_is_quoted_as_a_whole(text: str, code: str, where: tuple[int, int, int], suggestion: str) -> None:
    problem = only(text)
    assert (problem.code, place(problem), problem.suggestion) == (code, where, suggestion)


def test_all_trapped_lines_are_reported_at_once() -> None:
    text = "- *a* b\n- ok\n- text: x: y\n- %5\n- 'a' b\n- a # b\n- text: |\n    x: y: z # no\n    *a*\n- [a, b]\n"
    found = problems_of(text)
    assert [(p.place.line, p.code) for p in found if p.place] == [
        (1, "yaml-sign"),
        (3, "yaml-colon"),
        (4, "yaml-sign"),
        (5, "yaml-quote"),
        (6, "yaml-comment"),
        (10, "yaml-flow"),
    ]


def test_examine_reads_on_behind_a_trap_and_keeps_positions() -> None:
    source = source_from_bytes("a: x: y\nlist:\n  - *b* c\nlast: Đúng\n".encode(), "a.yaml")
    root = examine(source).root
    assert isinstance(root, Mapping)
    first, items, last = root.get("a"), root.get("list"), root.get("last")
    assert isinstance(first, Scalar)
    assert first.value == "x: y"
    assert isinstance(items, Sequence)
    assert [item.value for item in items.items if isinstance(item, Scalar)] == ["*b* c"]
    assert isinstance(last, Scalar)
    assert source.position(last.start) == (4, 7)
    assert source.text[last.start : last.end] == "Đúng"


def test_parse_raises_what_examine_found() -> None:
    source = source_from_bytes(b"a: x: y\nb: c # d\n", "a.yaml")
    with pytest.raises(DocgenError) as caught:
        parse(source)
    assert caught.value.problems == examine(source).problems
    assert len(caught.value.problems) == 2


HARMLESS = [
    "a: x & y < z > 10% don't @ 5 * 3 [x] {y} | z ! ?\n",
    "a: “Tháng thanh niên” năm 2026\n",
    "a: C#, F#\nb: 12:30\nc: http://a.vn/b#c\n",
    "size: 12.7            # mm\non: true # yes\n",
    "a: # ghi chú\n  b: c\n# ghi chú\n",
    'a: "b" # ghi chú\n',
    "- # ghi chú\n  a: b\n",
    "a: |  # ghi chú\n  x: y # z\n  *a*\n",
    "a: [1, 2.5, true]\nb: {min: 12, max: 13}     # points\nc: []\nd: {}\n",
    'a: ["Sở, ban", "ngành"]\n',
    "a: &nhom x\nb: *nhom\n",
    "a: -5\nb: -abc\n",
    "a: 'x\n  y'\n",
    "- a\n- __b__ c\n- (d): e\n",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_text_is_no_trap(text: str) -> None:
    assert problems_of(text) == ()


# what stands where a text belongs, place of the problem, the lines to paste
MADE_BY_YAML = [
    ("- VPTU: C, PVP\n", (1, 7, 8), '- "VPTU: C, PVP"'),
    ("- cụ thể như sau:\n", (1, 17, 18), '- "cụ thể như sau:"'),
    ('- "Abc": def\n', (1, 8, 9), "- '\"Abc\": def'"),
    ('- VPTU: "C, PVP"\n', (1, 7, 8), "- 'VPTU: \"C, PVP\"'"),
    ("- Phòng: # 5\n", (1, 8, 9), '- "Phòng: # 5"'),
    ("- - abc\n", (1, 3, 4), '- "- abc"'),
    ("- - - abc\n", (1, 3, 4), '- "- - abc"'),
    ("- A b: c\n  D e: f\n", (1, 6, 7), '- "A b: c\n  D e: f"'),
    ("-\n  VPTU: C\n", (2, 7, 8), '  "VPTU: C"'),
    ('- ["A", "B"]\n', (1, 3, 13), "- '[\"A\", \"B\"]'"),
    ("- title: a\n  text: b\n", (1, 3, 11), None),
    ("- - a\n  - b\n", (1, 3, 6), None),
    ("- A b:\n    - c\n", (1, 3, 7), None),
]


@pytest.mark.parametrize(("text", "where", "suggestion"), MADE_BY_YAML, ids=[case[0] for case in MADE_BY_YAML])
def test_collection_that_was_meant_as_text(text: str, where: tuple[int, int, int], suggestion: str | None) -> None:
    source = source_from_bytes(text.encode("utf-8"), "a.yaml")
    root = parse(source).root
    assert isinstance(root, Sequence)
    problem = text_expected(source, root.items[0], "/0")
    assert (place(problem), problem.suggestion) == (where, suggestion)
    assert mapping_was_text(source, root.items[0]) == suggestion
    assert problem.place is not None
    assert problem.place.pointer == "/0"


def test_known_keys_tell_a_key_from_a_text() -> None:
    keys = frozenset({"chủ trì", "title"})
    assert only("- chủ trì: Sở: abc\n").suggestion == '- "chủ trì: Sở: abc"'
    assert only("- chủ trì: Sở: abc\n", keys).suggestion == '- chủ trì: "Sở: abc"'
    swallowed = only("- title:abc\n", keys)
    assert (swallowed.code, place(swallowed), swallowed.suggestion) == ("yaml-missing-space", (1, 8, 9), "- title: abc")
    assert problems_of("- 10:30 họp\n- abc:def\n", keys) == ()


def test_programmers_files_may_have_plain_texts_in_brackets() -> None:
    source = source_from_bytes("a: [CỘNG HÒA, b]\n".encode(), "a.yaml")
    assert examine(source, plain_in_flow=True).problems == ()
