"""Nodes and their positions, what this project does not take from YAML, limits, and slips of the hand in plain words."""

from __future__ import annotations

import unicodedata

import pytest

from docgen.problems import DocgenError, Level, Problem
from docgen.sources import (
    Mapping,
    Node,
    Scalar,
    Sequence,
    SourceText,
    examine,
    has_node,
    key_at,
    node_at,
    parse,
    source_from_bytes,
)


def source(text: str) -> SourceText:
    return source_from_bytes(text.encode("utf-8"), "a.yaml")


def tree(text: str) -> Node:
    return parse(source(text)).root


def data(node: Node) -> object:
    if isinstance(node, Scalar):
        return None if node.is_absent else node.value
    if isinstance(node, Sequence):
        return [data(item) for item in node.items]
    return {entry.key.value: data(entry.value) for entry in node.entries}


def only(text: str) -> Problem:
    (problem,) = examine(source(text)).problems
    return problem


def brief(text: str) -> list[tuple[str, int | None, int | None]]:
    return [(p.code, p.place.line, p.place.column) for p in examine(source(text)).problems if p.place]


def test_every_scalar_is_text() -> None:
    text = "a: 0123\nb: no\nc: 12:30\nd: 2026-03-05\ne: null\nf: ~\ng: 'x'\nh:\ni: ''\nj:\n  - 1\n  -\n"
    assert data(tree(text)) == {
        "a": "0123",
        "b": "no",
        "c": "12:30",
        "d": "2026-03-05",
        "e": "null",
        "f": "~",
        "g": "x",
        "h": None,
        "i": "",
        "j": ["1", None],
    }


def test_nodes_cover_their_words_in_the_file() -> None:
    text = "# đầu\nsections:\n  - title: Mở đầu\n    text: |\n      một\n\n  # hết\nnumber:\nlist: [1, 2]\n"
    src = source(text.replace("\n", "\r\n"))
    root = parse(src).root

    def words(pointer: str) -> str:
        node = node_at(root, pointer)
        return src.text[node.start : node.end]

    assert words("/sections/0/title") == "Mở đầu"
    assert words("/sections/0/text") == "|\r\n      một"
    assert words("/sections/0") == "title: Mở đầu\r\n    text: |\r\n      một"
    assert words("/sections") == "- title: Mở đầu\r\n    text: |\r\n      một"
    assert words("/list") == "[1, 2]"
    number = node_at(root, "/number")
    assert (words("/number"), src.position(number.start)) == ("", (8, 8))
    key = key_at(root, "/sections/0/title")
    assert key is not None
    assert src.position(key.start) == (3, 5)


def test_absent_is_not_empty() -> None:
    root = tree("a:\nb: ''\nc: |-\n\n  x\nd:   # nothing\n")
    assert [isinstance(e.value, Scalar) and e.value.is_absent for e in root.entries] == [True, False, False, True]  # type: ignore[union-attr]


def test_pointers_fall_back_to_the_nearest_ancestor() -> None:
    root = tree('a:\n  - b: "x"\n    c/d~e: "y"\n')
    assert isinstance(root, Mapping)
    item = node_at(root, "/a/0")
    assert node_at(root, "/a/0/b") is node_at(root, ("a", 0, "b"))
    assert data(node_at(root, "/a/0/c~1d~0e")) == "y"
    assert node_at(root, "/a/0/zz/1") is item
    assert node_at(root, "/a/7") is root.get("a")
    assert node_at(root, ("a", -1)) is root.get("a")
    assert node_at(root, "") is root
    assert key_at(root, "/a/0/zz") is None
    assert has_node(root, "/a/0/b")
    assert not has_node(root, "/a/0/b/c")
    assert root.get("zz") is None
    assert root.entry("zz") is None


def test_texts_are_nfc_with_one_note_and_unmoved_positions() -> None:
    loose = unicodedata.normalize("NFD", "Kế hoạch")
    parsed = parse(source(f"a: {loose}\n{loose}: b\nc: d\n"))
    assert data(parsed.root) == {"a": "Kế hoạch", "Kế hoạch": "b", "c": "d"}
    (note,) = parsed.notes
    assert (note.code, note.level) == ("yaml-not-nfc", Level.NOTE)
    assert note.place is not None
    assert (note.place.line, note.place.column) == (1, 4)
    assert parsed.source.position(node_at(parsed.root, "/c").start) == (3, 4)
    assert isinstance(parsed.root, Mapping)
    assert parsed.root.get(loose) is parsed.root.get("Kế hoạch")
    assert parse(source("a: Kế hoạch\n")).notes == ()


def test_references_are_followed() -> None:
    assert data(tree("a: &x\n  - b\nc: *x\nd:\n  - *x\n")) == {"a": ["b"], "c": ["b"], "d": [["b"]]}


def test_duplicate_key_names_the_line_of_the_first() -> None:
    problem = only("a: b\nc: d\n'a': e\n")
    assert (problem.code, problem.place and (problem.place.line, problem.place.column)) == ("yaml-duplicate-key", (3, 1))
    assert "line 1" in str(problem.what)
    loose = unicodedata.normalize("NFD", "số")
    assert brief(f"số: b\n{loose}: c\n")[0][:2] == ("yaml-duplicate-key", 2)


REFUSED: list[tuple[str, list[tuple[str, int, int]]]] = [
    ("<<: {a: 1}\nb: c\n", [("yaml-merge", 1, 1)]),
    ("{a: 1}: b\n", [("yaml-sign", 1, 1)]),
    ("? [a]\n: b\n", [("yaml-sign", 1, 1)]),
    ("a: &x b\n*x : c\n", [("yaml-key", 2, 1)]),
    ("a: b\n---\nc: d\n", [("yaml-second-document", 2, 1)]),
    ("a: b\n...\nfoo\n", [("yaml-second-document", 3, 1)]),
    ("a: !x\n  b: c\n", [("yaml-type", 1, 4)]),
    ("a: !x [1]\n", [("yaml-type", 1, 4)]),
    ("a: &x\n  b: c\n", [("yaml-reference", 1, 4)]),
    ("a: &x\n  b: *x\n", [("yaml-reference", 2, 6)]),
    ("a: &1x b\nc: *1x\n", [("yaml-sign", 1, 4)]),
    ('a: "\\x07"\n', [("yaml-character", 1, 4)]),
    ('a: "\\ud800"\n', [("yaml-escape", 1, 5)]),
    ("# nothing\n", [("yaml-empty", 1, 1)]),
]


@pytest.mark.parametrize(("text", "expected"), REFUSED, ids=[case[0] for case in REFUSED])
def test_what_yaml_allows_and_docgen_does_not(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert brief(text) == expected


SLIPS: list[tuple[str, str, tuple[int, int], str | None]] = [
    # source, code, (line, column), suggestion
    ("title:abc\nfoo: b\n", "yaml-missing-space", (1, 6), "title: abc"),
    ("foo: b\ntrích yếu:abc\nbar: c\n", "yaml-missing-space", (2, 10), "trích yếu: abc"),
    ("- title:abc\n  text: x\n", "yaml-missing-space", (1, 8), "- title: abc"),
    ("bases:\n  -Luật A\n  -Luật B\n", "yaml-missing-space", (2, 3), "  - Luật A"),
    ("a: b\na c\nd: e\n", "yaml-no-key", (2, 1), "   a c"),
    ("a:\n  - b\n - c\n", "yaml-indentation", (3, 2), "  - c"),
    ("signature:\n    title: A\n  name: B\n", "yaml-indentation", (3, 3), "    name: B"),
    ("a:\n  - title: x\n  text: y\n", "yaml-indentation", (3, 3), "    text: y"),
    ("a: b\n  text: c\n", "yaml-indentation", (2, 3), "text: c"),
    ("- a\n  text: c\n", "yaml-indentation", (2, 3), None),
    ("a: b\n- c\n", "yaml-indentation", (2, 1), None),
    ("text: |\n   x\n  y\nb: c\n", "yaml-indentation", (3, 3), "   y"),
    ("a: b\n  # ghi chú\n  c\nd: e\n", "yaml-comment", (2, 3), None),
    ('x: [\n  "a",\n  "b"\n', "yaml-unclosed-bracket", (1, 4), None),
    ('x: ["a", "b"\ny: c\n', "yaml-unclosed-bracket", (1, 4), None),
    ("-\tb\n", "yaml-tab", (1, 2), "- b"),
]


TEXTS = [slip[0] for slip in SLIPS] + [refused[0] for refused in REFUSED]


@pytest.mark.parametrize(("text", "code", "where", "suggestion"), SLIPS, ids=[case[0] for case in SLIPS])
def test_slip_of_the_hand_in_plain_words(text: str, code: str, where: tuple[int, int], suggestion: str | None) -> None:
    problem = only(text)
    assert problem.place is not None
    assert (problem.code, (problem.place.line, problem.place.column), problem.suggestion) == (code, where, suggestion)
    assert problem.remedy is not None


def test_the_librarys_own_sentences_are_never_shown() -> None:
    for text in TEXTS:
        for problem in examine(source(text)).problems:
            for word in ("expected", "token", "scalar", "scanning", "parsing", "mapping values", "indicator", "anchor", "alias"):
                assert word not in str(problem.what)
                assert word not in str(problem.remedy)


def test_depth_limit() -> None:
    assert brief("[" * 40 + "1" + "]" * 40 + "\n") == []
    assert brief("[" * 41 + "1" + "]" * 41 + "\n") == [("yaml-limit", 1, 41)]
    assert brief("[" * 100_000 + "\n") == [("yaml-limit", 1, 41)]


def test_references_that_multiply_are_refused() -> None:
    bomb = "a0: &a0 ['x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x']\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10)
    )
    # a4 would hold 10 ** 5 texts, so reading stops in its line.
    assert [(code, line) for code, line, _ in brief(bomb)] == [("yaml-limit", 5)]


def test_many_errors_end_after_fifty() -> None:
    found = examine(source("".join(f"k{n}: x: y\n" for n in range(60))))
    assert found.root is None
    assert [p.place.line for p in found.problems if p.place] == list(range(1, 51))


def test_parse_refuses_what_cannot_be_read() -> None:
    with pytest.raises(DocgenError) as caught:
        parse(source("x: [\n"))
    assert [p.code for p in caught.value.problems] == ["yaml-unclosed-bracket"]


def test_without_libyaml_the_answers_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    # Two places where the libraries differ and both answers are right: a tab behind a dash, an escaped surrogate.
    texts = [text for text in TEXTS if "\t" not in text and "ud800" not in text]
    texts += ["a: é\r\nb:\r\n  - c d\r\n    e\r\n  -\r\n", "- *a* b\n- c: d: e\n", "- 'a' b\n", "text: > 5\n"]
    with_libyaml = [examine(source(text)) for text in texts]
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    for text, before in zip(texts, with_libyaml, strict=True):
        after = examine(source(text))
        assert (after.root, after.problems) == (before.root, before.problems), text
