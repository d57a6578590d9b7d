"""Tracked changes count as accepted or as rejected; comments are told with their author."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from docgen.ooxml.opening import open_package
from docgen.ooxml.tracked import settle, settle_story
from docgen.recovery.pulling.said import Kind
from tests.support.word_edits import W, build, edit, find, printed, pull_into, run_of, text_of

SPEC = """\
standard: nd30
type: thong-bao
issuer:
  name: ỦY BAN NHÂN DÂN XÃ TÂN AN
  code: UBND
number: 5
place: Tân An
date: 2026-03-05
title: về lịch tiếp công dân
sections:
  - Tiếp công dân vào thứ Hai hằng tuần.
  - Công chức chuẩn bị phòng tiếp.
distribution:
  - Lưu trữ xã
signature:
  title: Chủ tịch
  name: Trần Văn An
filing: VT
"""


def _spec(folder: Path) -> Path:
    path = folder / "a.yaml"
    path.write_text(SPEC, "utf-8", newline="\n")
    return path


def _mark(name: str, number: str) -> etree._Element:
    element = etree.Element(f"{W}{name}")
    for key, value in (("id", number), ("author", "Lê Thị Hoa"), ("date", "2026-03-01T08:00:00Z")):
        element.set(f"{W}{key}", value)
    return element


def _track(root: etree._Element) -> None:
    """Strike ``Hai`` out and put ``Ba`` in, both tracked."""
    paragraph = find(root, "thứ Hai")
    run = next(r for r in paragraph.iter(f"{W}r") if "thứ Hai" in text_of(r))
    text = next(run.iter(f"{W}t"))
    before, _, after = (text.text or "").partition("Hai")
    text.text = before
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    taken, added, rest = _mark("del", "90"), _mark("ins", "91"), run_of(after)
    gone = run_of("Hai")
    gone[-1].tag = f"{W}delText"
    taken.append(gone)
    added.append(run_of("Ba"))
    for one in (rest, added, taken):
        run.addnext(one)


def test_tracked_changes_count_as_accepted_or_as_rejected(tmp_path: Path) -> None:
    spec = _spec(tmp_path)
    data = edit(build(spec), _track)
    accepted = pull_into(spec, data)
    assert accepted.text == SPEC.replace("thứ Hai", "thứ Ba")
    assert accepted.tracked
    rejected = pull_into(spec, data, rejected=True)
    assert rejected.text is None
    assert rejected.changes == ()


def test_a_paragraph_put_in_with_tracking_is_none_when_rejected(tmp_path: Path) -> None:
    spec = _spec(tmp_path)

    def put_in(root: etree._Element) -> None:
        above = find(root, "thứ Hai")
        fresh = etree.Element(f"{W}p")
        properties = above.find(f"{W}pPr")
        fresh.append(deepcopy(properties) if properties is not None else etree.Element(f"{W}pPr"))
        mark = etree.SubElement(fresh[0], f"{W}rPr")
        mark.append(_mark("ins", "92"))
        added = _mark("ins", "93")
        added.append(run_of("II. Mang theo giấy tờ."))
        fresh.append(added)
        above.addnext(fresh)

    data = edit(build(spec), put_in)
    lines = [line for line in (pull_into(spec, data).text or "").splitlines() if line not in SPEC.splitlines()]
    assert lines == ["  - Mang theo giấy tờ."]
    assert pull_into(spec, data, rejected=True).text is None


def test_settling_leaves_no_mark_and_the_words_of_one_side(tmp_path: Path) -> None:
    data = edit(build(_spec(tmp_path)), _track)
    for rejected, words in ((False, "thứ Ba"), (True, "thứ Hai")):
        package = settle(open_package(data), rejected=rejected)
        root = package.xml(package.main)
        assert not [e for e in root.iter("*") if str(e.tag).rpartition("}")[2] in ("ins", "del", "delText")]
        assert any(words in text_of(p) for p in root.iter(f"{W}p"))
    plain = build(_spec(tmp_path))
    package = open_package(plain)
    assert settle(package) is package


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    root = etree.fromstring(
        f'<w:body xmlns:w="{W[1:-1]}"><w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>b</w:t></w:r></w:p></w:body>"
    )
    settle_story(root)
    assert [text_of(p) for p in root.iter(f"{W}p")] == ["ab"]


_KEPT, _OWN = "<w:keepNext/>", '<w:jc w:val="center"/>'
_PUT_IN = '<w:rPr><w:ins w:id="1"/></w:rPr>'
_GONE = '<w:rPr><w:del w:id="2"/></w:rPr>'


def _paragraph(looks: str, inner: str) -> str:
    return f"<w:p><w:pPr>{looks}</w:pPr>{inner}</w:p>"


def _words(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


@pytest.mark.parametrize(
    ("paragraphs", "rejected", "expected"),
    [
        # typed behind the first one: its own mark is the new one, what it joins says nothing any more
        ([(_KEPT + _PUT_IN, _words("a")), (_OWN, f'<w:ins w:id="3">{_words("b")}</w:ins>')], True, [("a", "keepNext")]),
        (
            [
                (_KEPT + _PUT_IN, _words("a")),
                (_PUT_IN, f'<w:ins w:id="3">{_words("b")}</w:ins>'),
                (_OWN, f'<w:ins w:id="4">{_words("c")}</w:ins><w:r><w:rPr/></w:r>'),
            ],
            True,
            [("a", "keepNext")],
        ),
        ([(_KEPT + _PUT_IN, _words("a")), (_OWN, f'<w:ins w:id="3">{_words("b")}</w:ins>')], False, [("a", "keepNext"), ("b", "jc")]),
        ([(_KEPT + _GONE, _words("a")), (_OWN, f'<w:del w:id="3">{_words("b")}</w:del>')], False, [("a", "keepNext")]),
        # with words of its own the next one says how they look
        ([(_KEPT + _PUT_IN, _words("a")), (_OWN, _words("b"))], True, [("ab", "jc")]),
        ([(_KEPT + _GONE, f'<w:del w:id="3">{_words("a")}</w:del>'), (_OWN, _words("b"))], False, [("b", "jc")]),
        ([(_KEPT + _GONE, f'<w:del w:id="3">{_words("a")}</w:del>'), (_OWN, "")], False, [("", "jc")]),
    ],
)
def test_joined_paragraphs_look_as_the_words_that_are_left(
    paragraphs: list[tuple[str, str]], rejected: bool, expected: list[tuple[str, str]]
) -> None:
    inner = "".join(_paragraph(*one) for one in paragraphs)
    root = etree.fromstring(f'<w:body xmlns:w="{W[1:-1]}">{inner}</w:body>')
    settle_story(root, rejected=rejected)
    looks = [(text_of(p), "".join(name for name in ("keepNext", "jc") if p.find(f"{W}pPr/{W}{name}") is not None)) for p in root]
    assert looks == expected


def test_comments_are_told_and_stand_in_nobodys_way(tmp_path: Path) -> None:
    spec = _spec(tmp_path)

    def refer(root: etree._Element) -> None:
        run = etree.SubElement(find(root, "thứ Hai"), f"{W}r")
        etree.SubElement(run, f"{W}commentReference").set(f"{W}id", "0")

    data = edit(build(spec), refer)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/comments.xml"] = (
        f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="0" w:author="Lê Thị Hoa"><w:p><w:r>'
        "<w:t>Sao không thứ Ba?</w:t></w:r></w:p></w:comment></w:comments>"
    ).encode()
    rels = "word/_rels/document.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    link = f'<Relationship Id="rId99" Type="{kind}" Target="comments.xml"/></'.encode()
    head, _, tail = parts[rels].rpartition(b"</")
    parts[rels] = head + link + tail
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, held in parts.items():
            archive.writestr(name, held)
    pulled = pull_into(spec, out.getvalue())
    assert [(c.kind, c.new, str(c.reason)) for c in pulled.changes] == [
        (Kind.COMMENT, "Sao không thứ Ba?", "Comment by Lê Thị Hoa: Sao không thứ Ba?")
    ]
    assert pulled.changes[0].place.line == SPEC.splitlines().index("  - Tiếp công dân vào thứ Hai hằng tuần.") + 1
    assert pulled.is_complete
    assert printed(data) == printed(build(spec))
