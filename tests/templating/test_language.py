"""What a template may say, and that everything else is refused with its paragraph and a way out."""

from __future__ import annotations

import re

import pytest

from docgen.problems import Problem
from docgen.rendering import render
from docgen.standards import load_standard
from docgen.templating import make_template
from tests.support.documents import sample
from tests.support.reading import paragraphs_in, read_part, words_in
from tests.templating.kit import NAME, changed, compiled, paragraph, refused, refused_template, with_header, with_paragraphs

#: what the tests add takes the place of the last paragraph of a template made from a rule set
FIRST_ADDED = len(re.findall(r"<w:p[ >]", read_part(make_template(load_standard("nd30")))))


def only(problems: tuple[Problem, ...]) -> Problem:
    assert len(problems) == 1, [str(p.what) for p in problems]
    return problems[0]


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("{{ range(3) }}", "template-construct"),
        ("{{ lipsum() }}", "template-construct"),
        ("{{ cycler('a') }}", "template-construct"),
        ("{{ namespace(a=1) }}", "template-construct"),
        ("{{ title.format(1) }}", "template-construct"),
        ("{{ title ~ title }}", "template-construct"),
        ("{{ title * 9 }}", "template-construct"),
        ("{{ 9 ** 9 }}", "template-construct"),
        ("{{ -title }}", "template-construct"),
        ("{{ [title] }}", "template-construct"),
        ("{{ title[1:2] }}", "template-construct"),
        ("{{ blocks[title] }}", "template-construct"),
        ("{{ title | center(900) }}", "template-construct"),
        ("{{ title | indent }}", "template-construct"),
        ("{{ title is sameas title }}", "template-construct"),
        ("{{ title if place }}", "template-construct"),
        ("{{ blocks | upper }}", "template-construct"),
        ("{{ ''.__class__ }}", "template-name"),
        ("{{ title.__class__ }}", "template-name"),
        ("{{ title['__class__'] }}", "template-name"),
        ("{{ self }}", "template-name"),
        ("{{ title(1) }}", "template-construct"),
        ("{{ nothing }}", "template-name"),
        ("{{ head.foo }}", "template-name"),
        ("{{ (head.rows | first).foo }}", "template-name"),
        ("{{ head.rows[0]['foo'] }}", "template-name"),
        ("{{ }}", "template-syntax"),
        ("{{ title title }}", "template-syntax"),
        ("{{ title", "template-syntax"),
        ("title }}", "template-syntax"),
        ("a { b", "template-syntax"),
        ("{{{ title }}}", "template-syntax"),
        ("{{ 'a % b' }}", "template-syntax"),
        ("{{ " + "(" * 100 + "title" + ")" * 100 + " }}", "template-syntax"),
        ("{{ " + "(" * 300 + "title" + ")" * 300 + " }}", "template-syntax"),
        ("{{ " + "not " * 100 + "title }}", "template-construct"),
        ("{{ '" + "x" * 600 + "' }}", "template-syntax"),
        ("{{ title }}" * 2001, "template-size"),
        ("{%p set a = 1 %}", "template-construct"),
        ("{%p macro a() %}", "template-construct"),
        ("{%p include 'a' %}", "template-construct"),
        ("{%p import 'a' as b %}", "template-construct"),
        ("{%p extends 'a' %}", "template-construct"),
        ("{%p raw %}", "template-construct"),
        ("{%p call a() %}", "template-construct"),
        ("{%p filter upper %}", "template-construct"),
        ("{%- if title %}", "template-construct"),
        ("{% vm %}", "template-construct"),
        ("{% hm %}", "template-construct"),
        ("{% cellbg title %}", "template-construct"),
        ("{%p endif %}", "template-syntax"),
        ("{%p else %}", "template-syntax"),
        ("{%p if title %}", "template-syntax"),
        ("{% if title %}x", "template-syntax"),
        ("{{ blocks }}", "template-tag-place"),
        ("{{ head }}", "template-tag-place"),
        ("{{p blocks }}", "template-tag-place"),
        ("{{p title }}", "template-tag-place"),
        ("{{r title }}", "template-tag-place"),
        ("{{tr title }}", "template-tag-place"),
        ("{{ blocks | first }}", "template-tag-place"),
        ("words {%p if title %}", "template-tag-place"),
    ],
)  # fmt: skip
def test_what_is_not_in_the_language_is_refused_with_its_paragraph(tag: str, code: str) -> None:
    problems = refused_template(with_paragraphs(paragraph("Trước"), paragraph(tag), paragraph("Sau")))
    assert code in {p.code for p in problems}
    for problem in problems:
        if problem.code == "template-size":
            continue
        assert problem.place is not None
        assert problem.place.pointer == f"word/document.xml#p{FIRST_ADDED + 1}"
        assert problem.place.excerpt == tag
        assert f"paragraph {FIRST_ADDED + 1} (“{tag[:60]}" in str(problem.what)


@pytest.mark.parametrize(
    "loop",
    [
        "{%p for a in range(9) %}",
        "{%p for a in title %}",
        "{%p for a, b in blocks %}",
        "{%p for head in blocks %}",
        "{%p for _rounds in blocks %}",
        "{%p for loop in blocks %}",
        "{%p for a in blocks recursive %}",
        "{%p for a in blocks if nothing %}",
        "{%p for a in %}",
    ],
)
def test_loops_are_of_one_form(loop: str) -> None:
    problem = only(refused_template(with_paragraphs(paragraph(loop), paragraph("{%p endfor %}"))))
    assert problem.place is not None
    assert problem.place.excerpt == loop


def test_an_unknown_name_is_named_with_what_was_meant() -> None:
    problem = only(refused_template(with_paragraphs(paragraph("Số: {{ nubmer }}"))))
    assert problem.code == "template-name"
    assert str(problem.what) == f"paragraph {FIRST_ADDED} (“Số: {{{{ nubmer }}}}”) uses nubmer, which is unknown"
    assert "did you mean number?" in str(problem.remedy)


def test_an_unknown_part_of_a_known_name_is_named_with_its_paragraph() -> None:
    problem = only(refused_template(with_paragraphs(paragraph("{{ head.foo }}"))))
    assert "uses head.foo, which is unknown" in str(problem.what)
    assert "left_width" in str(problem.remedy)


def test_all_problems_are_told_at_once() -> None:
    data = with_paragraphs(
        paragraph("{{ one }}"), paragraph("{{ two | center }}"), paragraph("{%p if three %}"), paragraph("{%p endif %}")
    )
    assert [p.place.pointer for p in refused_template(data) if p.place] == [
        f"word/document.xml#p{FIRST_ADDED + i}" for i in range(3)
    ]


def test_constructs_inside_one_another_have_an_end() -> None:
    opened = [paragraph("{%p if title %}")] * 100
    problem = only(refused_template(with_paragraphs(*opened, *[paragraph("{%p endif %}")] * 100)))
    assert "inside another" in str(problem.what)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("{%p if title %}", "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>" + paragraph("{%p endif %}") + "</w:tc></w:tr></w:tbl>"),
        ("{%p if title %}", paragraph("x {% endif %}")),
        ("{% if title %} x", paragraph("{%p endif %}")),
    ],
)
def test_what_opens_in_one_place_does_not_end_in_another(first: str, second: str) -> None:
    problem = only(refused_template(with_paragraphs(paragraph(first), second)))
    assert problem.code == "template-tag-place"
    assert f"paragraph {FIRST_ADDED + 1}" in str(problem.what)
    assert f"of paragraph {FIRST_ADDED} (“{first}”)" in str(problem.what)


@pytest.mark.parametrize("words", ["{{p block }}", "{%p for block in blocks %}", "{%tr for row in head.rows %}", "row.left"])
def test_a_template_that_loses_a_list_is_refused(words: str) -> None:
    other = {"{{p block }}": "", "row.left": "row.right"}.get(words, words.replace("blocks", "tail").replace("head", "foot"))
    problems = refused_template(changed((words, other)))
    assert "template-incomplete" in {p.code for p in problems}


@pytest.mark.parametrize("tag", ["{{ blocks }}", "{%p for a in blocks %}"])
def test_the_words_of_the_document_cannot_stand_in_a_header(tag: str) -> None:
    problems = refused_template(with_header(tag))
    assert problems[0].place is not None
    assert problems[0].place.pointer == "word/header1.xml#p2"
    assert "paragraph 2 of the header" in str(problems[0].what)


BOX = (
    '<w:p><w:r><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent>{}</w:txbxContent></v:textbox>'
    "</w:pict></w:r></w:p>"
)


def test_a_text_box_prints_single_values_only() -> None:
    template = compiled(with_paragraphs(BOX.format(paragraph("{{ issuer }}"))))
    assert "SỞ TÀI CHÍNH" in words_in(read_part(render(sample(), load_standard("nd30"), template=template)))
    assert only(refused_template(with_paragraphs(BOX.format(paragraph("{{p blocks | first }}"))))).code == "template-tag-place"


@pytest.mark.parametrize(
    "xml",
    [
        '<w:p><w:r><w:instrText xml:space="preserve"> QUOTE {{ title }} </w:instrText></w:r></w:p>',
        '<w:p><w:bookmarkStart w:id="5" w:name="{{ title }}"/><w:bookmarkEnd w:id="5"/></w:p>',
        '<w:p><w:r><w:rPr><w:lang w:val="{% if title %}"/></w:rPr></w:r></w:p>',
    ],
)
def test_tags_in_fields_and_properties_are_refused(xml: str) -> None:
    assert only(refused_template(with_paragraphs(xml))).code == "template-tag-place"


def test_what_stands_in_a_comment_of_the_xml_is_no_tag() -> None:
    made = render(sample(), load_standard("nd30"), template=compiled(with_paragraphs("<!-- {{ nothing }} -->")))
    assert "nothing" not in read_part(made)


@pytest.mark.parametrize("tag", ["w:ins", "w:del"])
def test_tracked_changes_are_refused(tag: str) -> None:
    text = "w:delText" if tag == "w:del" else "w:t"
    run = f'<w:p><{tag} w:id="1" w:author="An"><w:r><{text}>{{{{ title }}}}</{text}></w:r></{tag}></w:p>'
    problem = only(refused_template(with_paragraphs(run)))
    assert problem.code == "template-tracked"
    assert "accept or reject" in str(problem.remedy)


@pytest.mark.parametrize(
    "runs",
    [
        ("{{ title }}",),
        ("{", "{ ti", "tle", " }", "}"),
        ("{{", "title", "}}"),
        ("{{ title | default(“x”) }}",),
        ("{{\u00a0title\u00a0}}",),
        ("{% if title == ‘a’ %}b{% else %}", "{{ title }}", "{% endif %}"),
        ("{# lời ghi #}{{ title }}",),
    ],
)
def test_words_cut_or_corrected_by_word_are_read(runs: tuple[str, ...]) -> None:
    made = render(sample(), load_standard("nd30"), template=compiled(with_paragraphs(paragraph("Về: ", *runs, " hết"))))
    title = sample().title
    assert title is not None
    assert f"Về: {title.plain} hết" in paragraphs_in(made)


def test_a_tag_that_crosses_a_link_leaves_the_xml_whole() -> None:
    link = '<w:p><w:hyperlink w:anchor="a"><w:r><w:t>x {{ ti</w:t></w:r></w:hyperlink><w:r><w:t>tle }} y</w:t></w:r></w:p>'
    made = render(sample(), load_standard("nd30"), template=compiled(with_paragraphs(link)))
    title = sample().title
    assert title is not None
    assert f"x {title.plain} y" in paragraphs_in(made)


def test_loops_inside_one_another_end_in_an_error() -> None:
    names = "abcdefg"
    opened = [paragraph(f"{{%p for {n} in blocks %}}") for n in names]
    template = compiled(with_paragraphs(*opened, *[paragraph("{%p endfor %}")] * len(names)))
    problem = only(refused(lambda: template.run(context(blocks=["x"] * 100))))
    assert problem.code == "template-limit"
    assert problem.place is not None
    assert problem.place.path == NAME


def test_a_template_that_prints_a_gigabyte_ends_in_an_error() -> None:
    template = compiled(with_paragraphs(paragraph("{{ title }}" * 1000)))
    problem = only(refused(lambda: template.run(context(title="x" * 1_000_000))))
    assert problem.code == "template-limit"


def test_what_fails_while_printing_names_its_paragraph() -> None:
    template = compiled(with_paragraphs(paragraph("Trước"), paragraph("{{ number }} {{ title }}")))
    given = context()
    del given["title"]
    problem = only(refused(lambda: template.run(given)))
    assert problem.place is not None
    assert problem.place.pointer == f"word/document.xml#p{FIRST_ADDED + 1}"
    assert "title" in str(problem.what)


def context(**changes: object) -> dict[str, object]:
    """What a renderer hands over, without any words."""
    head = {"rows": [], "left_width": 1, "right_width": 1, "width": 2}
    lists: dict[str, object] = {"head": head, "blocks": [], "foot": {"rows": []}, "tail": []}
    return lists | dict.fromkeys(("type_name", "title", "number", "place", "date", "issuer", "parent", "signer"), "x") | changes
