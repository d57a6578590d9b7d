from __future__ import annotations

import pytest

from docgen.anchors.edits import EditState, Touch, edit_state
from docgen.anchors.record import (
    PROPERTIES_PART,
    RECORD_PART,
    RELATIONSHIPS_PART,
    Record,
    properties_xml,
    relationships_xml,
    to_xml,
)
from docgen.ooxml.builds import StoryDigester
from docgen.ooxml.digests import content_digest, part_digest, read_style_names
from docgen.ooxml.opening import open_package
from tests.ooxml.packages import HEADER, NS, OWN_STYLES, document, parts, zipped
from tests.ooxml.word_save import save_like_word


def written(**changed: str) -> dict[str, bytes]:
    """A package as docgen writes it: the record's document digest comes from the fast way, the others from the template."""
    members = {**parts(**changed), PROPERTIES_PART: properties_xml(), RELATIONSHIPS_PART: relationships_xml()}
    fixed = content_digest(open_package(zipped(members)), OWN_STYLES)
    story = members["word/document.xml"].decode()
    fast = StoryDigester(read_style_names(members["word/styles.xml"]), f"<w:document {NS}>").digest(story)
    record = Record(
        "1",
        "nd30",
        "a.yaml",
        "ab",
        "abcdef",
        parts=tuple((name, part_digest(data)) for name, data in members.items()),
        content=(*((r, d) for r, d in fixed.items() if r != "document"), ("document", fast)),
        styles=tuple(sorted(OWN_STYLES)),
    )
    return {**members, RECORD_PART: to_xml(record)}


def state(data: bytes) -> EditState:
    return edit_state(open_package(data))


def test_a_file_as_written_is_untouched() -> None:
    assert state(zipped(written())) == EditState(Touch.UNTOUCHED)
    assert state(zipped(written())).may_be_replaced


@pytest.mark.parametrize("seed", range(5))
def test_saving_in_word_is_no_edit(seed: int) -> None:
    found = state(save_like_word(zipped(written()), seed))
    assert found == EditState(Touch.SAVED)
    assert found.may_be_replaced


@pytest.mark.parametrize("save", [lambda d: d, save_like_word])
def test_an_edit_is_seen_and_says_where(save: object) -> None:
    assert callable(save)
    members = written()
    members["word/document.xml"] = document().replace("Tổ chức", "Tố chức").encode()
    members["word/header1.xml"] = HEADER.replace("</w:p>", "<w:r><w:t>Mật</w:t></w:r></w:p>").encode()
    found = state(save(zipped(members)))
    assert found == EditState(Touch.EDITED, ("document", "header:default"))
    assert not found.may_be_replaced


def test_without_a_record_nobody_knows() -> None:
    found = state(zipped(parts()))
    assert found.touch is Touch.FOREIGN
    assert not found.may_be_replaced


def test_a_record_without_content_digests_is_strict() -> None:
    members = written()
    bare = Record("1", "nd30", "a.yaml", "ab", "abcdef", parts=(("word/document.xml", "0" * 32),))
    assert not state(zipped({**members, RECORD_PART: to_xml(bare)})).may_be_replaced


def test_a_part_beside_those_that_were_written_is_looked_into() -> None:
    members = {**written(), "docProps/thumbnail.jpeg": b"x"}
    assert state(zipped(members)).touch is Touch.SAVED
