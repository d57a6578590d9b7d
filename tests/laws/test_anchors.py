"""What ties a file to its making: bookmarks, the record that lists them, and whether somebody changed the file since."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.anchors.edits import Touch, edit_state
from docgen.anchors.names import parse_bookmark_name, text_hash
from docgen.anchors.record import Record, read_record
from docgen.document.model import Document
from docgen.ooxml.opening import open_package
from tests.ooxml.word_save import save_like_word
from tests.support.building import documents
from tests.support.documents import every_sample
from tests.support.reading import bookmarks_in, read_part, texts_of
from tests.support.workers import render_one

SAMPLES = list(every_sample())


def _record(data: bytes) -> Record:
    record = read_record(open_package(data))
    assert record is not None
    return record


@given(documents())
def test_bookmarks_and_record_say_the_same(document: Document) -> None:
    data = render_one(document)
    printed = bookmarks_in(data)
    recorded = _record(data).blocks
    assert [(name, text_hash(words)) for name, words in printed] == [(block.name, block.hash) for block in recorded]


@given(documents())
def test_every_text_has_a_bookmark_of_its_own_words(document: Document) -> None:
    """Units are part of forms of words that docgen writes, so they carry none."""
    data = render_one(document)
    words = dict(bookmarks_in(data))
    printed: dict[str, set[str]] = {}
    for block in _record(data).blocks:
        printed.setdefault(block.path, set()).add(words[block.name])
    for held in texts_of(document):
        origin = held.text.origin
        # forms of words that repeat a text of the head, and counted words, are docgen's own
        if origin.endswith("/unit") and origin != "/unit":
            continue
        own = held.text.plain.upper() if held.capitals else held.text.plain
        assert own in printed.get(origin, set()), origin


@given(documents())
def test_bookmarks_are_well_formed(document: Document) -> None:
    data = render_one(document)
    xml = read_part(data)
    starts = re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="([^"]*)"/>', xml)
    ends = re.findall(r'<w:bookmarkEnd w:id="(\d+)"/>', xml)
    ids = Counter(number for number, _ in starts)
    assert ids == Counter(ends)
    assert set(ids.values()) == {1}
    names = [name for _, name in starts]
    assert len(set(names)) == len(names)
    assert all(len(name) <= 40 and parse_bookmark_name(name) for name in names)
    # each closes in the paragraph where it opened, before the next one opens
    assert len(bookmarks_in(data)) == len(starts)
    assert {parsed[0] for name in names if (parsed := parse_bookmark_name(name))} == {_record(data).document_key}


@given(documents(), st.integers(0, 5))
def test_saving_is_no_edit(document: Document, seed: int) -> None:
    data = render_one(document)
    assert edit_state(open_package(data)).touch is Touch.UNTOUCHED
    assert edit_state(open_package(save_like_word(data, seed))).touch is Touch.SAVED


@given(documents(), st.data())
def test_one_letter_is_an_edit(document: Document, data: st.DataObject) -> None:
    original = render_one(document)
    xml = read_part(original)
    letters = [m.start() for m in re.finditer(r"(?<=>)[^<>]*(?=</w:t>)", xml) if m[0]]
    at = data.draw(st.sampled_from(letters))
    other = "X" if xml[at] != "X" else "Y"
    # an entity's first sign may stand here; the letter is put before it
    changed = xml[:at] + other + (xml[at:] if xml[at] == "&" else xml[at + 1 :])
    edited = _with_part(original, changed)
    assert edit_state(open_package(edited)).touch is Touch.EDITED
    state = edit_state(open_package(save_like_word(edited)))
    assert state.touch is Touch.EDITED
    assert state.roles == ("document",)
    assert not state.may_be_replaced


@pytest.mark.parametrize("document", SAMPLES, ids=lambda d: f"{d.standard}-{d.type}")
def test_rich_documents_are_tied_to_their_making(document: Document) -> None:
    data = render_one(document)
    assert edit_state(open_package(data)).touch is Touch.UNTOUCHED
    assert edit_state(open_package(save_like_word(data))).touch is Touch.SAVED
    assert [(n, text_hash(w)) for n, w in bookmarks_in(data)] == [(b.name, b.hash) for b in _record(data).blocks]


def _with_part(data: bytes, xml: str, part: str = "word/document.xml") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, xml.encode("utf-8") if name == part else old.read(name))
    return out.getvalue()
