"""What a spec stands for: order, titles, totals, short names, origins, all problems at once."""

from __future__ import annotations

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
from docgen.problems import DocgenError
from docgen.sources import parse, source_from_bytes
from docgen.spec import load_text
from docgen.spec.places import find_place
from tests.spec.loading import BODY, HEAD, document, load


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


@pytest.mark.parametrize("typed", ["ke-hoach", "Kế hoạch", "KẾ HOẠCH", "kế hoạch"])
def test_types_have_a_slug_and_a_name(typed: str) -> None:
    assert document(HEAD.replace("ke-hoach", typed) + BODY).type == "ke-hoach"


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
