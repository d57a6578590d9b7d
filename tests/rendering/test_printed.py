"""The words a document prints, without its file: the same as the file's, in its order, each leading back to the spec."""

from __future__ import annotations

from dataclasses import replace

from docgen.document.text import literal
from docgen.rendering import render
from docgen.rendering.printed import Origin, Printed, printed_texts
from docgen.standards import load_standard
from tests.support.building import generated
from tests.support.documents import every_sample, issuer, sample
from tests.support.reading import paragraphs_in


def texts_of(standard: str = "nd30", slug: str = "cong-van", **changes: object) -> list[Printed]:
    return printed_texts(sample(standard, slug, **changes), load_standard(standard))


def test_every_printed_word_stands_there_in_the_order_of_the_file() -> None:
    for document in (*every_sample(), *generated(30)):
        standard = load_standard(document.standard)
        words = "".join("".join(one.text for one in printed_texts(document, standard)).split())
        file = "".join("".join(paragraphs_in(render(document, standard))).split())
        assert words == file, (document.standard, document.type)


def test_origins_are_those_of_the_spec() -> None:
    (line,) = [one for one in texts_of() if one.component == "abstract_dispatch"]
    assert line.text.startswith("V/v triển khai")
    assert line.origins == (Origin(4, len(line.text), "/title"),)
    assert line.origin_at(10) == line.origins[0]
    # docgen's own words lead to the nearest text of the author's
    assert line.origin_at(0) == line.origins[0]


def test_words_of_docgen_alone_have_no_origin() -> None:
    (motto,) = [one for one in texts_of() if one.component == "motto"]
    assert (motto.origins, motto.origin_at(3)) == ((), None)


def test_an_only_addressee_stands_apart_from_its_label() -> None:
    found = [one for one in texts_of(addressees=(literal("Bộ Nội vụ"),)) if one.component.startswith("addressee")]
    assert [(one.component, one.text) for one in found] == [("addressee_label", "Kính gửi:"), ("addressee", "Bộ Nội vụ")]
    assert found[1].origins == (Origin(0, 9, "/addressees/0"),)


def test_a_name_over_two_lines_counts_on() -> None:
    name = "BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG CÁC CÔNG TRÌNH GIAO THÔNG VÀ NÔNG NGHIỆP TỈNH AN BÌNH"
    found = [one for one in texts_of(issuer=issuer(name)) if one.component == "issuer"]
    assert len(found) > 1
    assert " ".join(one.text for one in found) == name
    for one in found:
        ((start, end, pointer),) = one.origins
        assert pointer == "/issuer/name/0"
        # the words of the line stand in the name where the origin says
        assert name[-start:].startswith(one.text)
        assert end == len(name) + start


def test_a_narrow_page_breaks_names_sooner() -> None:
    document = replace(sample("nd30"), issuer=issuer("ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI"))
    standard = load_standard("nd30")
    wide = [one for one in printed_texts(document, standard, 900.0) if one.component == "issuer"]
    narrow = [one for one in printed_texts(document, standard, 440.0) if one.component == "issuer"]
    assert (len(wide), len(narrow)) == (1, 2)
