"""What a spec stands for: order, titles, totals, short names, rule sets, origins, all problems at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from docgen.document.model import (
    DashList,
    Document,
    Duty,
    Implementation,
    Paragraph,
    PartialDate,
    Participants,
    Section,
    Task,
    TaskGroup,
    Tasks,
)
from docgen.document.text import Span
from docgen.problems import DocgenError, Level
from docgen.sources import parse, source_from_bytes
from docgen.spec import LoadedSpec, load_spec, load_text, new_spec
from docgen.spec.places import find_place
from docgen.standards import load_standard, standard_names

HEAD = """\
standard: nd30
type: ke-hoach
issuer:
  name: ỦY BAN NHÂN DÂN XÃ
  code: UBND
number: 7
place: Tân Lộ
date: 2026-03-05
title: Nâng cao
filing: VT
signature:
  title: CHỦ TỊCH
  name: Lê Minh Khôi
"""
BODY = "body:\n  - Một đoạn.\n"


def load(text: str, today: date | None = None) -> LoadedSpec:
    return load_text(text, shown="a.yaml", today=today)


def document(text: str) -> Document:
    return load(text).document


def titles(found: Document) -> list[str]:
    return [part.title.plain for part in found.body if isinstance(part, Section) and part.title]


def test_parts_of_the_top_level_are_printed_in_their_own_order() -> None:
    spec = """\
implementation:
  - Các thôn thực hiện.
tasks:
  - Rà soát.
participants:
  - who: Các thôn
    count: 4
sections:
  - title: Nội dung
    text: Một đoạn.
requirements: Thiết thực.
purpose: Nâng cao.
"""
    found = document(HEAD + spec)
    assert titles(found) == ["Mục đích, yêu cầu", "Nội dung", "Thành phần tham dự", "Nhiệm vụ, giải pháp", "Tổ chức thực hiện"]
    first = found.body[0]
    assert isinstance(first, Section)
    assert [p.title and p.title.plain for p in first.parts if isinstance(p, Section)] == ["Mục đích", "Yêu cầu"]


def test_purpose_alone_is_one_section() -> None:
    found = document(HEAD + "purpose:\n  - Một ý.\n  - Hai ý.\n")
    (section,) = found.body
    assert isinstance(section, Section)
    assert titles(found) == ["Mục đích"]
    (dashes,) = section.parts
    assert isinstance(dashes, DashList)
    assert [item.parts[0].text.plain for item in dashes.items if isinstance(item.parts[0], Paragraph)] == ["Một ý.", "Hai ý."]


def test_tasks_may_carry_their_own_section_title() -> None:
    found = document(HEAD + "tasks:\n  title: Việc phải làm\n  items:\n    - Rà soát.\n")
    assert titles(found) == ["Việc phải làm"]


def test_tasks_inside_a_section_take_its_title() -> None:
    found = document(
        HEAD
        + """\
sections:
  - title: Việc
    tasks:
      - title: Nhóm
        items:
          - text: Rà soát.
            due: 2026-06
"""
    )
    (section,) = found.body
    assert isinstance(section, Section)
    (tasks,) = section.parts
    assert isinstance(tasks, Tasks)
    (group,) = tasks.items
    assert isinstance(group, TaskGroup)
    assert group.items[0].due == PartialDate(2026, 6)


def test_untitled_blocks_of_a_body_become_their_parts() -> None:
    found = document(HEAD + "body:\n  - Một.\n  - text: Hai.\n    list:\n      - Ba.\n  - list:\n      - Bốn.\n")
    assert [type(part) for part in found.body] == [Paragraph, Paragraph, DashList]
    assert isinstance(found.body[2], DashList)
    assert len(found.body[2].items) == 2


def test_a_list_of_duties_is_a_dash_list_unless_an_entry_cannot_be_a_dash() -> None:
    spec = """\
implementation:
  - agency: Phòng A
    duties:
      - Một việc.
      - text: "Hai việc:"
        list:
          - Một ý.
  - agency: Phòng B
    duties:
      - text: "Rà soát:"
      - list:
          - Một ý.
"""
    (section,) = document(HEAD + spec).body
    assert isinstance(section, Section)
    (duties,) = section.parts
    assert isinstance(duties, Implementation)
    one, other = duties.items
    assert isinstance(one, Duty)
    assert [type(part) for part in one.parts] == [DashList]
    assert [type(part) for part in other.parts] == [Paragraph, DashList]


def test_totals_are_filled_in() -> None:
    spec = """\
participants:
  sites:
    - name: A
      groups:
        - who: B
          count: 4
        - who: C
          count: 11
    - name: D
      total: 5
"""
    (section,) = document(HEAD + spec).body
    assert isinstance(section, Section)
    (people,) = section.parts
    assert isinstance(people, Participants)
    assert [site.total for site in people.sites] == [15, 5]
    assert people.total == 20


def test_a_total_that_cannot_be_known_stays_open() -> None:
    spec = "participants:\n  sites:\n    - name: A\n      groups:\n        - who: B\n          count: 4\n    - name: D\n"
    (section,) = document(HEAD + spec).body
    assert isinstance(section, Section)
    (people,) = section.parts
    assert isinstance(people, Participants)
    assert people.total is None


def test_recipients_with_brackets_have_a_note() -> None:
    found = document(HEAD + BODY + "distribution:\n  - UBND tỉnh (để b/c)\n  - name: Sở Y tế\n    note: để p/h\n  - Như trên\n")
    assert [(r.name.plain, r.note and r.note.plain) for r in found.distribution] == [
        ("UBND tỉnh", "để b/c"),
        ("Sở Y tế", "để p/h"),
        ("Như trên", None),
    ]


def test_task_lines_are_texts_without_an_end_mark() -> None:
    (section,) = document(
        HEAD + "tasks:\n  - text: Rà soát.\n    lead: Phòng A\n    due: Thường xuyên\n    result: Báo cáo\n"
    ).body
    assert isinstance(section, Section)
    (tasks,) = section.parts
    assert isinstance(tasks, Tasks)
    (task,) = tasks.items
    assert isinstance(task, Task)
    assert (str(task.due), str(task.result), [str(name) for name in task.lead]) == ("Thường xuyên", "Báo cáo", ["Phòng A"])
    assert str(task.text[0]) == "Rà soát."


def test_inline_marks_count_in_the_body_and_nowhere_else() -> None:
    found = document(HEAD + "body:\n  - Trước **30/11**.\ndrafter: a_b_c*d*\n")
    (paragraph,) = found.body
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text.spans == (Span("Trước "), Span("30/11", bold=True), Span("."))
    assert str(found.drafter) == "a_b_c*d*"


def test_plain_scalars_are_texts() -> None:
    found = document(HEAD + BODY + "opening:\n  - no\n  - 0123\n  - 12:30\n  - null\n  - ~\n  - 2026-02-30\n")
    assert [str(text) for text in found.opening] == ["no", "0123", "12:30", "null", "~", "2026-02-30"]


def test_articles_are_apart_from_the_body() -> None:
    found = document(
        HEAD.replace("ke-hoach", "quyet-dinh") + "articles:\n  - text: Thành lập Tổ công tác.\n    points:\n      - Một.\n"
    )
    assert found.body == ()
    (article,) = found.articles
    assert article.title is None
    assert [type(part) for part in article.parts] == [Paragraph, Section]


def test_origins_are_pointers_with_english_keys() -> None:
    spec = (
        HEAD.replace("title: Nâng cao", "trích yếu: Nâng cao")
        + "các mục:\n  - tiêu đề: Một\n    đoạn văn:\n      - Hai.\n      - Ba.\n"
    )
    found = document(spec)
    (section,) = found.body
    assert isinstance(section, Section)
    assert found.title is not None
    assert section.title is not None
    assert (found.title.origin, section.origin, section.title.origin) == ("/title", "/sections/0", "/sections/0/title")
    last = section.parts[1]
    assert isinstance(last, Paragraph)
    assert last.text.origin == "/sections/0/text/1"
    source = source_from_bytes(spec.encode(), "a.yaml")
    place = find_place(source, parse(source).root, last.text.origin)
    assert (place.line, place.column, place.excerpt) == (18, 9, "      - Ba.")


# rule sets


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2026-05-26", "hd36"),
        ("2026-05-27", "hd05"),
        ("2026-05", "hd05"),
        ("2026", "hd05"),
        ("2026-04", "hd36"),
        ("2018-04-03", "hd36"),
    ],
)
def test_party_takes_the_edition_in_force(day: str, name: str) -> None:
    found = load(HEAD.replace("nd30", "party").replace("2026-03-05", day) + BODY)
    assert found.document.standard == name
    assert found.notes == ()


def test_party_without_a_date_takes_the_newest_and_says_so() -> None:
    found = load(HEAD.replace("nd30", "party").replace("2026-03-05", "") + BODY)
    assert found.document.standard == "hd05"
    assert [(note.code, note.level) for note in found.notes] == [("spec-edition", Level.NOTE)]


def test_a_named_rule_set_is_used_whatever_the_date() -> None:
    found = load(HEAD.replace("nd30", "hd05") + BODY)
    assert found.document.standard == "hd05"
    assert [(note.code, note.level) for note in found.notes] == [("spec-not-in-force", Level.NOTE)]


def test_today_judges_a_document_without_a_date() -> None:
    spec = HEAD.replace("nd30", "hd36").replace("2026-03-05", "") + BODY
    assert load(spec).notes == ()
    assert [note.code for note in load(spec, today=date(2026, 9, 1)).notes] == ["spec-not-in-force"]
    assert load(spec, today=date(2020, 1, 1)).notes == ()


@pytest.mark.parametrize("typed", ["ke-hoach", "Kế hoạch", "KẾ HOẠCH", "kế hoạch"])
def test_types_have_a_slug_and_a_name(typed: str) -> None:
    assert document(HEAD.replace("ke-hoach", typed) + BODY).type == "ke-hoach"


# agency files


def test_the_agency_gives_what_the_spec_does_not_say(tmp_path: Path) -> None:
    (tmp_path / "agency.yaml").write_text(
        """\
agencies:
  xa:
    issuer:
      name: ỦY BAN NHÂN DÂN XÃ
      code: UBND
    standard: nd30
    place: Tân Lộ
    filing: VT
    labels:
      lead: Chủ trì
    layer:
      components:
        body:
          size: 13
""",
        encoding="utf-8",
    )
    spec = tmp_path / "a.yaml"
    spec.write_text(
        "type: ke-hoach\nissuer: xa\nplace: Nơi khác\ntitle: Nâng cao\nbody:\n  - Một.\nsignature:\n  title: CHỦ TỊCH\n", "utf-8"
    )
    found = load_spec(spec)
    assert load_spec(str(spec)).document == found.document
    assert str(found.document.place) == "Nơi khác"
    assert str(found.document.filing) == "VT"
    assert found.document.issuer.code.origin == "agency.yaml#/agencies/xa/issuer/code"
    assert found.standard.words.lead.use == "Chủ trì"
    assert found.standard.words.support.use == load_standard("nd30").words.support.use
    assert found.standard.components["body"].size.use == 13
    assert found.inputs == (tmp_path / "agency.yaml",)


def test_a_layer_that_contradicts_the_act_is_an_error_in_the_agency_file(tmp_path: Path) -> None:
    agency = """\
agencies:
  xa:
    issuer:
      name: XÃ
      code: X
    standard: nd30
    place: A
    filing: VT
    layer:
      components:
        motto:
          size: 20
"""
    (tmp_path / "agency.yaml").write_text(agency, "utf-8")
    spec = tmp_path / "a.yaml"
    spec.write_text("type: ke-hoach\nissuer: xa\ntitle: Nâng cao\nbody:\n  - Một.\nsignature:\n  title: CHỦ TỊCH\n", "utf-8")
    with pytest.raises(DocgenError) as caught:
        load_spec(spec)
    (problem,) = caught.value.problems
    assert problem.code == "standard-layer"
    assert problem.place is not None
    assert (problem.place.path, problem.place.line) == (str(tmp_path / "agency.yaml"), 12)


# everything at once


def test_twelve_different_errors_are_said_in_one_run() -> None:
    spec = """\
standard: nd30
type: ke-hoach
issuer:
  name: XÃ
  code: X
number: 07
date: 2026-02-30
title: Nâng cao.
opening:
urgency: khẩn
sections:
  - titel: Một
    text: Một đoạn.
  - title: I. Hai
    run_in: maybe
    text: Hai đoạn ./.
    table:
      header: ["a", "b"]
      rows:
        - ["1"]
participants:
  total: 9
  groups:
    - who: A
      count: 4
distribution:
  - VPUB: CVP
signature:
  title: KT. CHỦ TỊCH
"""
    with pytest.raises(DocgenError) as caught:
        load(spec)
    found = [(p.place.line, p.place.column, p.code) for p in caught.value.problems if p.place]
    assert found == [
        (1, 1, "spec-missing-key"),
        (6, 9, "spec-typed-zero"),
        (7, 7, "spec-no-date"),
        (8, 8, "spec-typed-end"),
        (9, 1, "spec-empty"),
        (10, 1, "spec-not-yet"),
        (12, 5, "spec-unknown-key"),
        (14, 12, "spec-typed-number"),
        (15, 13, "spec-flag"),
        (16, 11, "spec-typed-end"),
        (20, 11, "spec-table-row"),
        (22, 3, "spec-total"),
        (27, 9, "yaml-text-expected"),
        (29, 10, "spec-typed-authority"),
    ]
    assert len({code for _, _, code in found}) >= 12


# new specs


@pytest.mark.parametrize("keys", ["en", "vi"])
@pytest.mark.parametrize("standard", [*standard_names(), "party"])
def test_new_specs_load_as_they_stand(standard: str, keys: str) -> None:
    rules = load_standard("hd05" if standard == "party" else standard)
    for slug, kind in rules.types.items():
        if kind.layout == "now":
            text = new_spec(slug, standard, keys)
            assert text.startswith("# yaml-language-server: $schema=")
            assert load(text).document.type == slug


def test_new_spec_of_an_unknown_type_says_what_was_meant() -> None:
    with pytest.raises(DocgenError) as caught:
        new_spec("ke-hoac", "nd30")
    assert str(caught.value.problems[0].remedy) == "Did you mean ke-hoach?"


def test_crlf_and_byte_order_mark_change_nothing() -> None:
    plain = document(HEAD + BODY)
    assert load_text(b"\xef\xbb\xbf" + (HEAD + BODY).replace("\n", "\r\n").encode(), shown="a.yaml").document == plain


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (r"\I. Newton", "I. Newton"),
        (r"__\I.__ Newton", "I. Newton"),
        (r"\1. FC Köln", "1. FC Köln"),
        (r"\- abc", "- abc"),
        (r"\* abc", "* abc"),
        (r"\\I. Newton", r"\I. Newton"),
        (r"\abc", r"\abc"),
        (r"C:\I. Newton", r"C:\I. Newton"),
    ],
)
def test_a_backslash_keeps_what_looks_like_a_number(typed: str, printed: str) -> None:
    (paragraph,) = document(HEAD + f"body:\n  - {typed}\n").body
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text.plain == printed
