from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from docgen.anchors.record import (
    RECORD_PART,
    Anchor,
    Record,
    find_record,
    properties_xml,
    read_record,
    relationships_xml,
    to_xml,
)
from docgen.ooxml.opening import open_package
from docgen.ooxml.xml import parse_xml
from tests.ooxml.packages import parts, zipped

VALUE = st.text(st.one_of(st.sampled_from("&<>\"'\t\n /_-"), st.characters(exclude_categories=["Cs", "Cc", "Cn"])), max_size=10)
PAIRS = st.lists(st.tuples(VALUE, VALUE), max_size=3).map(tuple)
RECORDS = st.builds(
    Record,
    tool_version=VALUE,
    standard=VALUE,
    source_name=VALUE,
    spec_hash=VALUE,
    document_key=VALUE,
    inputs=PAIRS,
    blocks=st.lists(st.builds(Anchor, VALUE, VALUE, VALUE, VALUE), max_size=3).map(tuple),
    parts=PAIRS,
    content=PAIRS,
    styles=st.lists(VALUE, max_size=3).map(tuple),
)
SMALL = Record("1", "nd30", "kế hoạch & 1.yaml", "ab", "abcdef", blocks=(Anchor("_dg_abcdef_0", "/title", "0" * 12, "title"),))


def package_with(members: dict[str, bytes]) -> bytes:
    return zipped({**parts(), **members})


@given(RECORDS)
def test_what_is_written_is_read(record: Record) -> None:
    assert read_record(open_package(package_with({RECORD_PART: to_xml(record)}))) == record
    assert to_xml(record) == to_xml(record)


def test_the_record_is_found_whatever_word_calls_it() -> None:
    members = {"customXml/item1.xml": b"<other/>", "customXml/item7.xml": to_xml(SMALL)}
    assert find_record(open_package(package_with(members))) == ("customXml/item7.xml", SMALL)


def test_without_a_record_there_is_none() -> None:
    assert read_record(open_package(package_with({}))) is None


def test_a_record_that_cannot_be_read_is_none() -> None:
    whole = to_xml(SMALL)
    for broken in (
        whole[:-5],
        whole.replace(b"record ", b"recording "),
        whole.replace(b"spec=", b"spice="),
        whole.replace(b'path="', b'pathos="'),
        whole.replace(b"<record", b"<!DOCTYPE record><record"),
    ):
        assert broken != whole
        assert read_record(open_package(package_with({RECORD_PART: broken}))) is None


def test_the_parts_beside_it_are_well_formed_and_tied_to_it() -> None:
    assert "urn:docgen:record:1" in properties_xml().decode()
    assert parse_xml(properties_xml()).tag.endswith("datastoreItem")
    assert parse_xml(relationships_xml())[0].get("Target") == "itemProps1.xml"
