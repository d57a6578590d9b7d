"""What holds for any text: nothing but problems comes out, quoted texts come back, and no word is lost in silence."""

from __future__ import annotations

import unicodedata

from hypothesis import example, given, settings
from hypothesis import strategies as st

from docgen.problems import DocgenError, Level
from docgen.sources import (
    Mapping,
    Node,
    Scalar,
    Sequence,
    examine,
    mapping_was_text,
    parse,
    quote_always,
    quote_scalar,
    source_from_bytes,
)

SIGNS = ["- ", "-", "*", "**", "&a ", "&é", "!", "!x ", "? ", ": ", ":", "\n", "\n  ", "\n    ", "\n- ", "\nkey: ", "key: "]
SIGNS += ["[", "]", "{", "}", ", ", '"', "'", "|", "> ", "|\n  ", " #", "#", "%", "@", "`", "abc", "Các sở", "12", "\r\n"]
SIGNS += ["\n---\n", "...", "<<: ", "\\", "\\x07", "\t", "  ", "😀", "e\u0301", "\nab:cd", "true"]
NASTY = st.lists(st.sampled_from(SIGNS), max_size=20).map("".join)
# No control, private, surrogate or unassigned characters, no line ends that only Unicode knows.
LETTERS = st.characters(exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"], exclude_characters="\ufeff")
TEXTS = st.text(st.one_of(LETTERS, st.sampled_from("\n\t :#-*&'\"\\[]{}|>%@`,!?")), max_size=30)
INLINE = [sign for sign in SIGNS if "\n" not in sign and "\t" not in sign and "\\x" not in sign]
LINES = st.lists(st.sampled_from([*INLINE, " ", "a", "Về"]), min_size=1, max_size=9).map("".join).map(str.strip)


@settings(max_examples=400)
@given(st.one_of(NASTY, TEXTS))
@example("!x  ##, ]&é:\n  |\n---\n")
@example("[" * 1000)
def test_any_text_gives_a_tree_or_problems_with_places(text: str) -> None:
    try:
        source = source_from_bytes(text.encode("utf-8"), "x")
    except DocgenError:
        return
    found = examine(source)
    assert found.root is not None or found.problems
    for problem in found.problems:
        assert problem.remedy is not None
        place = problem.place
        assert place is not None
        assert place.line is not None
        assert place.column is not None
        assert place.end_column is not None
        assert place.excerpt == source.line(place.line)
        assert 1 <= place.column <= len(place.excerpt) + 1
        assert place.column < place.end_column <= max(place.column + 1, len(place.excerpt) + 1)


@settings(max_examples=200)
@given(st.binary(max_size=60))
def test_any_bytes_give_a_text_or_problems(data: bytes) -> None:
    try:
        source = source_from_bytes(data, "x")
    except DocgenError:
        return
    assert source.text.strip()
    examine(source)


@settings(max_examples=400)
@given(TEXTS)
@example("")
@example(" a ")
@example("a: b")
@example("a #b")
@example("- a")
@example("'a' \"b\" \\c")
@example("--- a")
@example("<<")
def test_quoted_text_comes_back(text: str) -> None:
    line = f"a: {quote_scalar(text)}\nb:\n  - {quote_scalar(text)}\n  - [{quote_always(text)}]\n"
    root = parse(source_from_bytes(line.encode("utf-8"), "x")).root
    expected = unicodedata.normalize("NFC", text)
    assert isinstance(root, Mapping)
    first, items = root.get("a"), root.get("b")
    assert isinstance(first, Scalar)
    assert isinstance(items, Sequence)
    second, third = items.items
    assert isinstance(second, Scalar)
    assert isinstance(third, Sequence)
    assert isinstance(third.items[0], Scalar)
    assert [first.value, second.value, third.items[0].value] == [expected] * 3
    assert not first.is_absent


def test_harmless_text_stays_plain() -> None:
    for text in ("Các sở, ban, ngành tỉnh", "12:30", "2026-03-05", "no", "_Phương án 1_", "a & b < c", "(để b/c)", "-5", "C#"):
        assert quote_scalar(text) == text
    assert quote_scalar("a: b") == '"a: b"'
    assert quote_scalar('"a" b') == "'\"a\" b'"
    assert quote_scalar("a\\: b's") == "'a\\: b''s'"
    assert quote_scalar("a\nb") == '"a\\nb"'


def value_of(root: Node | None) -> Node | None:
    if isinstance(root, Sequence):
        return root.items[0] if root.items else None
    return root.get("text") if isinstance(root, Mapping) else None


@settings(max_examples=600)
@given(LINES.filter(bool), st.sampled_from(["- ", "text: "]))
@example("abc: 12 # 5", "- ")
@example("- abc", "- ")
@example("> # 5", "text: ")
def test_no_word_is_lost_in_silence(text: str, before: str) -> None:
    """A line read without an error holds every word, is quoted by its author, or comes back from ``mapping_was_text``."""
    found = examine(source_from_bytes(f"{before}{text}\n".encode(), "x"))
    if any(p.level is Level.ERROR for p in found.problems) or text.startswith("#"):
        return
    node = value_of(found.root)
    expected = unicodedata.normalize("NFC", text)
    assert node is not None
    if isinstance(node, Scalar):
        number_with_comment = node.is_plain and node.value.replace("true", "12").isdigit() and " #" in text
        assert node.value == expected or node.style in ("'", '"') or number_with_comment
        return
    suggestion = mapping_was_text(found.source, node)
    if suggestion is None:
        return
    again = value_of(parse(source_from_bytes(f"{suggestion}\n".encode(), "x")).root)
    assert isinstance(again, Scalar)
    assert again.value == expected
