"""What differs between two rule sets."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.standards import Difference, apply_layer, compare_standards, load_standard
from tests.standards.files import Folder

ND30 = load_standard("nd30")
CHANGES = {d.path: d for d in compare_standards(load_standard("hd05"), load_standard("hd36"))}


def test_a_rule_set_does_not_differ_from_itself() -> None:
    assert compare_standards(ND30, ND30) == []


def test_one_value() -> None:
    clause = "PL I, P.I, II.6.e"
    layered = apply_layer(ND30, {"components": {"body": {"size": "13"}}})
    difference = Difference("components.body.size", "14 (13–14) [text]", "13 [text]", (clause,))
    assert compare_standards(ND30, layered) == [difference]
    assert compare_standards(layered, ND30) == [Difference(difference.path, difference.right, difference.left, (clause,))]


def test_an_entry_that_one_has_not() -> None:
    layered = apply_layer(ND30, {"types": {"ke-hoach": {"titles": {"tasks": "Việc"}}}})
    assert compare_standards(ND30, layered) == [Difference("types.ke-hoach.titles.tasks", None, "Việc", ("PL III, I; Mẫu 1.4",))]


def test_a_weaker_source_of_the_same_value(tmp_path: Path) -> None:
    other = Folder.made_in(tmp_path).change("nd30", "tier: text", "tier: sample", "  right: {min").read("nd30")
    shown = "15 (15–20)"
    assert compare_standards(ND30, other) == [
        Difference("page.right", f"{shown} [text]", f"{shown} [sample]", ("PL I, P.I, I.3",), only_tier=True)
    ]


def test_another_clause_is_no_difference(tmp_path: Path) -> None:
    other = Folder.made_in(tmp_path).change("nd30", '"PL I, P.I, I.3"', '"PL I, P.I, I.4"', "  right: {min").read("nd30")
    assert compare_standards(ND30, other) == []


def test_rows_of_the_head_and_lists(tmp_path: Path) -> None:
    folder = Folder.made_in(tmp_path).change(
        "nd30", "[number, abstract_dispatch, draft_mark]", "[number, draft_mark, abstract_dispatch]"
    )
    (difference,) = compare_standards(ND30, folder.read("nd30"))
    assert (difference.path, difference.left) == ("order.1.left", "number, abstract_dispatch, draft_mark")
    assert difference.right == "number, draft_mark, abstract_dispatch"


@pytest.mark.parametrize(
    ("path", "now", "then"),
    [
        ("marks.recipient.each", ";", ","),
        ("marks.addressee.each", ";", ","),
        ("types.to-trinh.addressee_label", "Kính trình:", None),
        ("marks.base.last", ".", ","),
        ("components.body.exact", "18 (18–22)", "18 (≥ 18)"),
        ("components.addressee.size", "14 (14–15)", "14"),
        ("components.drafter.size", "11", "8"),
        ("components.drafter.case", "sentence", "upper"),
        ("components.abstract_dispatch.prefix", "về việc ", '""'),
        ("types.quy-dinh.code", "QĐ", "QĐi"),
        ("valid.from", "2026-05-27", "2018-04-03"),
        ("valid.until", None, "2026-05-26"),
    ],
)
def test_what_changed_for_the_party_in_2026(path: str, now: str | None, then: str | None) -> None:
    """The differences between 36-HD/VPTW and 05-HD/VPTW that concern what docgen lays out."""
    found = CHANGES[path]
    assert not found.only_tier
    for value, wanted in ((found.left, now), (found.right, then)):
        assert (value and value.partition(" [")[0]) == wanted


@pytest.mark.parametrize(
    "path",
    [
        *(f"page.{name}" for name in ("width", "height", "top", "bottom", "left", "right")),
        *(
            f"components.{name}.size"
            for name in ("party_title", "parent", "issuer", "number", "place_date", "type_name", "abstract")
        ),
        *(
            f"components.{name}.size"
            for name in ("body", "sign_title", "sign_name", "recipients_label", "recipient", "page_number")
        ),
        "components.recipients_label.underline",
        "components.place_date.italic",
        "components.star.text",
        "components.separator.text",
    ],
)
def test_what_stayed_in_2026(path: str) -> None:
    assert path not in CHANGES or CHANGES[path].only_tier


def test_real_changes_can_be_told_from_weaker_sources() -> None:
    """All that changed is in the edition's own file: its entries, and nothing that it takes over."""
    changed = [path for path, d in CHANGES.items() if not d.only_tier]
    assert {path.split(".")[0] for path in changed} == {"name", "title", "valid", "components", "marks", "types", "rules"}
