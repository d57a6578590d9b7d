"""Page set-up in content digests: what somebody sets counts, what programs write when they save does not."""

from __future__ import annotations

import pytest

from docgen.ooxml.digests import content_digest
from docgen.ooxml.opening import open_package
from tests.ooxml.packages import OFFICE, OWN_STYLES, SECTION, document, parts, zipped
from tests.ooxml.word_save import save_like_word

COLUMNS = '<w:cols w:num="2" w:space="720"/>'
UNEQUAL = '<w:cols w:num="2" w:equalWidth="0"><w:col w:w="3000" w:space="720"/><w:col w:w="5000"/></w:cols>'


def with_section(*added: str) -> bytes:
    return zipped(parts(document=document(section=SECTION.replace("</w:sectPr>", f"{''.join(added)}</w:sectPr>"))))


def digests(data: bytes) -> dict[str, str]:
    return content_digest(open_package(data), OWN_STYLES)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", '<w:lnNumType w:countBy="5"/>'),
        ('<w:lnNumType w:countBy="5"/>', '<w:lnNumType w:countBy="1"/>'),
        ('<w:lnNumType w:countBy="5"/>', '<w:lnNumType w:countBy="5" w:restart="continuous"/>'),
        ("", "<w:bidi/>"),
        ("", '<w:rtlGutter w:val="1"/>'),
        ("", '<w:textDirection w:val="tbRl"/>'),
        ("", '<w:docGrid w:type="lines" w:linePitch="360"/>'),
        ('<w:docGrid w:type="lines" w:linePitch="360"/>', '<w:docGrid w:type="lines" w:linePitch="400"/>'),
        ('<w:docGrid w:type="lines" w:linePitch="360"/>', '<w:docGrid w:type="linesAndChars" w:linePitch="360"/>'),
        ("", COLUMNS),
        (COLUMNS, COLUMNS.replace("/>", ' w:sep="1"/>')),
        (COLUMNS, COLUMNS.replace("720", "360")),
        (COLUMNS, UNEQUAL),
        (UNEQUAL, UNEQUAL.replace("3000", "2000")),
        (UNEQUAL, UNEQUAL.replace('w:w="3000" w:space="720"/><w:col w:w="5000"', 'w:w="5000"/><w:col w:w="3000" w:space="720"')),
    ],
)
def test_what_somebody_sets_for_the_pages_is_an_edit(before: str, after: str) -> None:
    then, now = digests(with_section(before)), digests(with_section(after))
    assert [role for role in then | now if then.get(role) != now.get(role)] == ["document"]
    assert digests(save_like_word(with_section(after))) == now


@pytest.mark.parametrize(
    "added",
    [
        '<w:cols w:space="720"/><w:docGrid w:linePitch="360"/>',
        '<w:docGrid w:type="default" w:linePitch="100" w:charSpace="0"/>',
        '<w:textDirection w:val="lrTb"/>',
        '<w:bidi w:val="0"/><w:rtlGutter w:val="false"/>',
        '<w:lnNumType w:start="3"/>',
        # what a single column has of these does nothing
        '<w:cols w:num="1" w:space="425" w:sep="1"/>',
        '<w:cols w:space="720" w:equalWidth="0"><w:col w:w="9000"/></w:cols>',
        '<w:paperSrc w:first="7" w:other="7"/>',
    ],
)
def test_what_does_nothing_is_no_edit(added: str) -> None:
    assert digests(with_section(added)) == digests(with_section())


def test_the_same_in_other_words_is_no_edit() -> None:
    plain, spelt = '<w:lnNumType w:countBy="5"/>', '<w:lnNumType w:restart="newPage" w:start="0" w:countBy="5"/>'
    assert digests(with_section(spelt)) == digests(with_section(plain))
    assert digests(with_section('<w:cols w:num="2"/>')) == digests(with_section(COLUMNS.replace("/>", ' w:equalWidth="1"/>')))


def test_another_picture_in_the_header_is_an_edit() -> None:
    """Its frame is as before: only the part with the picture holds other bytes."""

    def with_logo(picture: bytes) -> dict[str, str]:
        relation = f'<Relationship Id="rId1" Type="{OFFICE}/image" Target="media/image1.png"/>'
        rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relation}</Relationships>'
        return digests(zipped({**parts(), "word/_rels/header1.xml.rels": rels.encode(), "word/media/image1.png": picture}))

    one, other = with_logo(b"one"), with_logo(b"other")
    assert [role for role in one if one[role] != other[role]] == ["media"]
