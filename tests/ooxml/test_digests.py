from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.ooxml.builds import StoryDigester, Written, weave
from docgen.ooxml.digests import content_digest, part_digest, read_style_names
from docgen.ooxml.opening import open_package
from docgen.ooxml.stories import END
from tests.ooxml.packages import (
    HEADER,
    LINE,
    NS,
    OWN_STYLES,
    PARAGRAPHS,
    SECTION,
    STYLES,
    TABLE,
    XML,
    document,
    paragraph,
    parts,
    zipped,
)
from tests.ooxml.word_save import save_like_word


def digest(**changed: str) -> dict[str, str]:
    return content_digest(open_package(zipped(parts(**changed))), OWN_STYLES)


def digester() -> StoryDigester:
    return StoryDigester(read_style_names(STYLES.encode()), f"<w:document {NS}>")


def digest_written(story: str, blocks: Sequence[str]) -> str:
    """The digest of a story in which ``blocks`` were just written."""
    own = digester()
    return own.digest(story, [Written(block, own.blocks(block)) for block in blocks])


@pytest.mark.parametrize("seed", range(8))
def test_saving_in_word_without_an_edit_changes_no_digest(seed: int) -> None:
    data = zipped(parts())
    saved = save_like_word(data, seed)
    assert saved != data
    assert content_digest(open_package(saved), OWN_STYLES) == content_digest(open_package(data), OWN_STYLES)


def test_the_document_has_the_roles_that_print() -> None:
    assert digest().keys() == {"document", "header:default", "styles"}


ROW = TABLE[TABLE.index("<w:tr>") : TABLE.index("</w:tbl>")]
P0, P1, P2 = PARAGRAPHS

EDITS = {
    "one letter": {"document": document((P0.replace("Luật", "Luậ"), P1, P2))},
    "a letter's case": {"document": document((P0.replace("Căn", "căn"), P1, P2))},
    "a space": {"document": document((P0.replace("Căn cứ", "Căn  cứ"), P1, P2))},
    "bold on one run": {"document": document((P0.replace("<w:r><w:t", "<w:r><w:rPr><w:b/></w:rPr><w:t"), P1, P2))},
    "bold taken away": {"document": document((P0, P1.replace("<w:b/>", '<w:b w:val="0"/>'), P2))},
    "words moved across bold": {"document": document((P0, paragraph(1, "Nhiệm vụ: hoàn thành ", "trước ngày 30."), P2))},
    "font size": {"document": document((P0, P1.replace("<w:b/>", '<w:b/><w:sz w:val="26"/>'), P2))},
    "font": {"document": document((P0, P1.replace("<w:b/>", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:b/>'), P2))},
    "alignment": {"document": document((P0.replace("<w:spacing", '<w:jc w:val="center"/><w:spacing'), P1, P2))},
    "style": {"document": document((P0.replace('"Body"', '"Normal"'), P1, P2))},
    "deleted paragraph": {"document": document((P0, P2))},
    "moved paragraph": {"document": document((P1, P0, P2))},
    "empty paragraph added": {"document": document((P0, P1, P2, "<w:p/>"))},
    "line break": {"document": document((P0, P1, P2.replace("</w:t>", "</w:t><w:br/>")))},
    "page break": {"document": document((P0, P1, P2.replace("</w:t>", '</w:t><w:br w:type="page"/>')))},
    "margin": {"document": document(section=SECTION.replace('w:left="1701"', 'w:left="1700"'))},
    "landscape": {"document": document(section=SECTION.replace('w:h="16838"', 'w:h="16838" w:orient="landscape"'))},
    "number on first page": {"document": document(section=SECTION.replace("<w:titlePg/>", ""))},
    "inserted row": {"document": document(table=TABLE.replace(ROW, ROW * 2))},
    "column widths swapped": {
        "document": document(
            table=TABLE.replace('gridCol w:w="4000"/><w:gridCol w:w="5000"', 'gridCol w:w="5000"/><w:gridCol w:w="4000"')
        )
    },
    "drawing's extent": {"document": document(table=TABLE.replace('cx="1270000"', 'cx="1905000"'))},
    "drawing moved": {"document": document(table=TABLE.replace("635000", "698500"))},
    "text box": {"document": document(table=TABLE.replace("ô chữ", "ô chứ"))},
    "deleted drawing": {"document": document(table=TABLE.replace(LINE, ""))},
    "tracked insertion": {
        "document": document((P0, P1, P2.replace("<w:r>", '<w:ins w:id="1"><w:r>').replace("</w:r>", "</w:r></w:ins>")))
    },
    "tracked deletion": {
        "document": document((P0, P1, P2.replace("</w:p>", '<w:del w:id="1"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>')))
    },
    "comment": {"document": document((P0, P1, P2.replace("</w:p>", '<w:r><w:commentReference w:id="0"/></w:r></w:p>')))},
    "formatting tracked": {
        "document": document((P0.replace("</w:pPr>", '<w:pPrChange w:id="3"><w:pPr/></w:pPrChange></w:pPr>'), P1, P2))
    },
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_of_the_document_changes_its_digest_only(name: str) -> None:
    before, after = digest(), digest(**EDITS[name])
    assert after["document"] != before["document"]
    assert {**after, "document": ""} == {**before, "document": ""}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_still_seen_after_saving_in_word(name: str) -> None:
    saved = content_digest(open_package(save_like_word(zipped(parts(**EDITS[name])))), OWN_STYLES)
    assert saved["document"] != digest()["document"]
    assert saved == digest(**EDITS[name])


@pytest.mark.parametrize(
    ("role", "changed"),
    [
        ("styles", {"styles": STYLES.replace('</w:pPr><w:rPr><w:sz w:val="28"/>', '</w:pPr><w:rPr><w:sz w:val="26"/>')}),
        ("styles", {"styles": STYLES.replace('Roman"/><w:sz w:val="28"/>', 'Roman"/><w:sz w:val="24"/>')}),
        ("styles", {"styles": STYLES.replace('w:val="both"', 'w:val="left"')}),
        ("header:default", {"header": HEADER.replace("</w:p></w:hdr>", "<w:r><w:t>Mật</w:t></w:r></w:p></w:hdr>")}),
        ("header:default", {"header": HEADER.replace(" PAGE ", " NUMPAGES ")}),
        ("header:default", {"header": HEADER.replace("<w:r><w:t>2", "<w:r><w:rPr><w:b/></w:rPr><w:t>2")}),
    ],
)
def test_an_edit_elsewhere_changes_that_role_only(role: str, changed: dict[str, str]) -> None:
    before, after = digest(), digest(**changed)
    assert [r for r in before if before[r] != after[r]] == [role]


def test_the_page_number_that_word_counted_is_no_edit() -> None:
    assert digest(header=HEADER.replace("<w:t>2</w:t>", "<w:t>3</w:t>")) == digest()


def test_words_in_the_result_of_other_fields_count() -> None:
    link = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>'
    link += '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    one, two = (digest(document=document((f"<w:p>{link.format(t)}</w:p>",))) for t in ("cổng", "cổng tin"))
    assert one != two


def test_a_simple_field_is_the_same_as_a_complex_one() -> None:
    field = '<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    simple = f'{XML}<w:hdr {NS}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{field}</w:p></w:hdr>'
    assert digest(header=simple) == digest()


def test_style_ids_of_another_language_are_no_edit() -> None:
    styles = STYLES.replace('"Normal"/><', '"normal"/><').replace('styleId="Normal"', 'styleId="Binhthng"')
    styles = styles.replace('basedOn w:val="Normal"', 'basedOn w:val="Binhthng"')
    assert digest(styles=styles) == digest()


def test_naming_the_default_style_says_nothing() -> None:
    named = document((*PARAGRAPHS, '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr></w:p>'))
    assert digest(document=named) == digest(document=document((*PARAGRAPHS, "<w:p/>")))


def test_unlisted_styles_do_not_count_unless_all_are_asked_for() -> None:
    more = STYLES.replace("</w:styles>", '<w:style w:type="character" w:styleId="X"><w:name w:val="X"/></w:style></w:styles>')
    package, other = (open_package(zipped(parts(styles=s))) for s in (STYLES, more))
    assert content_digest(package, OWN_STYLES) == content_digest(other, OWN_STYLES)
    assert content_digest(package)["styles"] != content_digest(other)["styles"]


def test_separator_notes_that_word_adds_are_no_content() -> None:
    members = parts()
    rels = members["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" '
        b'Target="footnotes.xml"/></Relationships>',
    )
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    note = '<w:footnote w:id="1"><w:p><w:r><w:t>chú thích</w:t></w:r></w:p></w:footnote>'
    separators = f"{XML}<w:footnotes {NS}>{separator}</w:footnotes>"
    noted = f"{XML}<w:footnotes {NS}>{separator}{note}</w:footnotes>"
    for text, roles in ((separators, set()), (noted, {"footnotes"})):
        package = open_package(zipped({**members, "word/_rels/document.xml.rels": rels, "word/footnotes.xml": text.encode()}))
        assert content_digest(package, OWN_STYLES).keys() - digest().keys() == roles


@pytest.mark.parametrize("name", EDITS)
def test_the_digest_while_writing_is_the_same_as_the_read_one(name: str) -> None:
    text = EDITS[name]["document"]
    blocks = [block for block in (TABLE, *PARAGRAPHS) if block in text]
    assert digest_written(text, blocks) == digest_written(text, []) == digest(document=text)["document"]


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=12)
LOOKS = st.sampled_from(
    ["", "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:i/><w:b/></w:rPr>", "<w:rPr/>", '<w:rPr><w:sz w:val="26"/></w:rPr>']
)
TAGS = st.sampled_from(["<w:t>", '<w:t xml:space="preserve">'])


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


RUNS = st.one_of(
    st.builds(lambda look, tag, text: f"<w:r>{look}{tag}{escaped(text)}</w:t></w:r>", LOOKS, TAGS, WORDS),
    st.sampled_from(
        [
            "<w:r><w:tab/></w:r>",
            '<w:bookmarkStart w:id="1" w:name="a"/>',
            "<w:proofErr/>",
            LINE,
            '<w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple>',
            "<w:r><w:t>&#233;&quot;</w:t></w:r>",
            "<w:r><w:t>a > b</w:t></w:r>",
            "<w:r><w:t>\ufdd0</w:t></w:r>",
            "<w:r><w:t><![CDATA[</w:p>]]></w:t></w:r>",
            "<w:r><w:t/></w:r>",
        ]
    ),
)
BLOCKS = st.one_of(
    st.builds(lambda runs: f"<w:p>{''.join(runs)}</w:p>", st.lists(RUNS, max_size=4)),
    st.builds(
        lambda runs: f'<w:p w:rsidR="00A"><w:pPr><w:jc w:val="both"/></w:pPr>{"".join(runs)}</w:p>', st.lists(RUNS, max_size=4)
    ),
    st.sampled_from(["<w:p/>", '<w:p w:rsidR="1"/>', TABLE, f"<w:sdt><w:sdtContent>{TABLE}<w:p/></w:sdtContent></w:sdt>"]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(BLOCKS, st.booleans()), max_size=5))
def test_written_and_read_digests_agree_on_any_story(blocks: list[tuple[str, bool]]) -> None:
    """Whatever part of it was just written, in whatever company."""
    text = document(tuple(block for block, _ in blocks))
    assert digest_written(text, [block for block, written in blocks if written]) == digest(document=text)["document"]


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param([P1, P0], id="in another order"),
        pytest.param([P0, P0], id="once instead of twice"),
        pytest.param([P0.replace("Luật", "Bộ luật")], id="changed"),
    ],
)
def test_blocks_that_are_not_found_are_read_from_the_story(blocks: list[str]) -> None:
    assert digest_written(document(), blocks) == digest()["document"]


def test_written_blocks_may_stand_in_a_cell() -> None:
    text = document((f"<w:tbl><w:tr><w:tc>{P0}{P1}</w:tc><w:tc>{P0}</w:tc></w:tr></w:tbl>", P2))
    assert digest_written(text, [P0 + P1, P0]) == digest(document=text)["document"]


def test_blocks_in_a_fallback_that_nobody_sees_do_not_count() -> None:
    hidden = f"<mc:AlternateContent><mc:Choice Requires=\"wps\">{P1}</mc:Choice><mc:Fallback>{P0}</mc:Fallback></mc:AlternateContent>"
    text = document((hidden, P2))
    assert digest_written(text, [P0, P2]) == digest(document=text)["document"]


@settings(max_examples=40, deadline=None)
@given(st.lists(BLOCKS, max_size=5), st.integers(0, 1000))
def test_saving_any_story_in_word_changes_no_digest(blocks: list[str], seed: int) -> None:
    data = zipped(parts(document=document(tuple(blocks)).replace("<w:t>", '<w:t xml:space="preserve">')))
    assert content_digest(open_package(save_like_word(data, seed)), OWN_STYLES) == content_digest(open_package(data), OWN_STYLES)


def test_what_comes_again_is_not_read_again() -> None:
    """Once the properties, looks and surroundings are known, other words need no reading."""
    own = digester()

    def write(words: str) -> tuple[str, Written]:
        opening, run = '<w:p><w:pPr><w:jc w:val="both"/></w:pPr>', '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">'
        xml = f"{opening}{run}{words}</w:t></w:r></w:p>"
        return document((xml,)), Written(xml, f"{own.opening(opening)}{own.look(run)}{words}{END}")

    own.digest(write("Luật")[0], [write("Luật")[1]])
    own._reader = None  # type: ignore[assignment]
    story, written = write("Hiến pháp")
    assert own.digest(story, [written]) == digest(document=story)["document"]


def test_texts_are_woven_into_what_stands_around_them() -> None:
    assert weave(["a", "c", "e"], ["b", "d"]) == "abcde"


def test_part_digest_is_the_first_half_of_sha256() -> None:
    # SHA-256 of the empty string, FIPS 180-4 examples.
    assert part_digest(b"") == "e3b0c44298fc1c149afbf4c8996fb924"
