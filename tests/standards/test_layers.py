"""An agency's layer: what it may set, what it may not, and how that is said."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.problems import DocgenError, Place, Problem
from docgen.standards import Standard, Tier, apply_layer, load_standard

ND30 = load_standard("nd30")
HD05 = load_standard("hd05")


def refused(standard: Standard, layer: dict[str, Any]) -> list[Problem]:
    """The problems of ``layer``; the place of each names the path that is blamed."""
    with pytest.raises(DocgenError) as caught:
        apply_layer(standard, layer, lambda path: Place("agency.yaml", pointer=".".join(path)))
    return list(caught.value.problems)


def blamed(problem: Problem) -> str | None:
    assert problem.place is not None
    return problem.place.pointer


def test_a_value_is_used_and_all_that_a_file_may_show() -> None:
    size = apply_layer(ND30, {"components": {"body": {"size": "13"}}}).components["body"].size
    assert (size.use, size.min, size.max, size.any) == (13, None, None, None)
    assert size.describe() == "13"
    assert not size.allows(14)
    assert (size.clause, size.tier) == (ND30.components["body"].size.clause, Tier.TEXT)


def test_the_rule_set_itself_stays_as_it_was() -> None:
    before = ND30.model_dump_json()
    apply_layer(ND30, {"components": {"body": {"size": 13}}, "words": {"lead": "Chủ trì"}})
    assert ND30.model_dump_json() == before


@pytest.mark.parametrize(
    ("given", "allowed", "use"),
    [
        ({"min": "1.2"}, "1.2–1.5", 1.2),
        ({"max": "1.2"}, "1–1.2", 1.1),
        ({"min": 1.2, "max": 1.3}, "1.2–1.3", 1.2),
        ({"min": 1.2, "max": 1.3, "use": "1.25"}, "1.2–1.3", 1.25),
        ({"any": ["1", "1.5"]}, "1 / 1.5", 1),
        ({"any": ["1.1", "1.5"]}, "1.1 / 1.5", 1.1),
        ({"use": 1.5}, "1.5", 1.5),
    ],
)
def test_bounds_are_narrowed(given: dict[str, Any], allowed: str, use: float) -> None:
    line = apply_layer(ND30, {"components": {"body": {"line": given}}}).components["body"].line
    assert line is not None
    assert (line.describe(), line.use) == (allowed, use)


def test_a_minimum_alone_opens_no_other_end() -> None:
    (problem,) = refused(ND30, {"components": {"body": {"line": {"min": 1.6}}}})
    assert "PL I, P.I, II.6.e" in str(problem.what)
    line = apply_layer(load_standard("hd36"), {"components": {"body": {"exact": {"max": 20}}}}).components["body"].exact
    assert line is not None
    assert line.describe() == "18–20"


def test_bounds_choose_among_listed_values() -> None:
    indent = apply_layer(ND30, {"components": {"body": {"indent": {"max": "11"}}}}).components["body"].indent
    assert indent is not None
    assert (indent.any, indent.use) == ((10,), 10)
    (problem,) = refused(ND30, {"components": {"body": {"indent": {"min": 10.5, "max": 12}}}})
    assert "10 / 12.7" in str(problem.what)


@pytest.mark.parametrize(
    ("standard", "layer", "clause", "path"),
    [
        (ND30, {"components": {"motto": {"size": "20"}}}, "PL I, P.I, II.1.a", "components.motto.size"),
        (ND30, {"components": {"motto": {"bold": "false"}}}, "PL I, P.I, II.1.a", "components.motto.bold"),
        (ND30, {"components": {"motto": {"text": "CỘNG HÒA"}}}, "PL I, P.I, II.1.a", "components.motto.text"),
        (ND30, {"page": {"left": "29.9"}}, "PL I, P.I, I.3", "page.left"),
        (ND30, {"page": {"left": {"min": 30, "max": 36}}}, "PL I, P.I, I.3", "page.left.max"),
        (ND30, {"page": {"font": "Arial"}}, "PL I, P.I, I.4", "page.font"),
        (HD05, {"page": {"left": "31"}}, "IV-4.1", "page.left"),
        (HD05, {"components": {"body": {"exact": {"any": [18, 23]}}}}, "I-6.2.2; PL2, 6", "components.body.exact.any"),
        (HD05, {"words": {"reference": "(Theo {type} {number} {date} {issuer})"}}, "II-1", "words.reference"),
    ],
)
def test_what_the_act_says_or_shows_is_not_contradicted(
    standard: Standard, layer: dict[str, Any], clause: str, path: str
) -> None:
    (problem,) = refused(standard, layer)
    assert problem.code == "standard-layer"
    assert f"contradicts {clause}" in str(problem.what)
    assert (blamed(problem) or "").removesuffix(".use") == path
    assert problem.remedy is not None


def test_custom_and_our_own_choices_are_free() -> None:
    layer = {
        "words": {"lead": "Chủ trì", "join": ", "},
        "titles": {"tasks": "Nội dung thực hiện"},
        "types": {"ke-hoach": {"titles": {"tasks": "Nhiệm vụ cụ thể"}}},
        "components": {"table_cell": {"size": 10}, "sign_name": {"before": {"use": 60, "min": 50, "max": 80}}},
        "head": {"breaks": ["TỈNH", "XÃ"]},
        "foot": {"right": "80"},
    }
    layered = apply_layer(ND30, layer)
    assert (layered.words.lead.use, layered.words.join.use) == ("Chủ trì", ", ")
    assert layered.title_for("tasks", "ke-hoach") == "Nhiệm vụ cụ thể"
    assert layered.title_for("tasks", "bao-cao") == "Nội dung thực hiện"
    assert layered.components["table_cell"].size.use == 10
    before = layered.components["sign_name"].before
    assert before is not None
    assert (before.use, before.describe()) == (60, "50–80")
    assert layered.head.breaks.use == ("TỈNH", "XÃ")
    assert layered.foot.right.use == 80


def test_the_layer_is_part_of_the_fingerprint() -> None:
    one = apply_layer(ND30, {"components": {"body": {"size": "13"}}})
    other = apply_layer(ND30, {"components": {"body": {"size": {"max": 13.5}}}})
    same = apply_layer(ND30, {"extends": "nd30", "components": {"body": {"size": {"use": 13.0}}}})
    assert len({ND30.fingerprint, one.fingerprint, other.fingerprint}) == 3
    assert one.fingerprint == same.fingerprint
    assert one.name == "nd30"
    assert apply_layer(ND30, {"components": {"body": {"size": {"min": 13}}}}).fingerprint == ND30.fingerprint, "nothing new"


@pytest.mark.parametrize(
    ("layer", "path"),
    [
        ({"valid": {"from": "2019-01-01"}}, "valid"),
        ({"marks": {"recipient": {"each": ","}}}, "marks"),
        ({"signature": {}}, "signature"),
        ({"drawing": {"rule_weight": 1}}, "drawing"),
        ({"nonsense": 1}, "nonsense"),
        ({"components": {"moto": {"size": 13}}}, "components.moto"),
        ({"components": {"body": {"bald": "true"}}}, "components.body.bald"),
        ({"components": {"body": {"label": "Thân"}}}, "components.body.label"),
        ({"components": {"motto": {"accept": ["X"]}}}, "components.motto.accept"),
        ({"components": {"body": {"rule": 1}}}, "components.body.rule"),
        ({"components": {"body": 14}}, "components.body"),
        ({"components": {"body": {"size": {"use": 14, "tier": "house"}}}}, "components.body.size.tier"),
        ({"components": {"body": {"size": {"uses": 14}}}}, "components.body.size.uses"),
        ({"components": {"body": {"size": {}}}}, "components.body.size"),
        ({"components": {"body": {"size": None}}}, "components.body.size"),
        ({"components": {"body": {"size": "large"}}}, "components.body.size.use"),
        ({"components": {"body": {"size": True}}}, "components.body.size"),
        ({"components": {"body": {"size": ["13", "14"]}}}, "components.body.size.use"),
        ({"components": {"body": {"size": {"min": "x"}}}}, "components.body.size.min"),
        ({"components": {"body": {"size": {"min": 14, "max": 13}}}}, "components.body.size.min"),
        ({"components": {"body": {"size": {"any": []}}}}, "components.body.size.any"),
        ({"components": {"body": {"size": {"any": [14], "min": 13}}}}, "components.body.size.any"),
        ({"components": {"body": {"indent": {"min": "x"}}}}, "components.body.indent"),
        ({"components": {"body": {"bold": {"min": 1}}}}, "components.body.bold.min"),
        ({"words": {"lead": {"min": 1}}}, "words.lead.min"),
        ({"foot": {"right": "-5"}}, "foot.right.use"),
        ({"types": {"ke-hoach": {"code": "K"}}}, "types.ke-hoach.code"),
        ({"types": {"ke-hoach": {"titles": {"task": "Việc"}}}}, "types.ke-hoach.titles.task"),
        ({"types": {"ke-hoach": {"titles": {"tasks": " "}}}}, "types.ke-hoach.titles.tasks"),
        ({"types": {"ke-hoac": {"titles": {"tasks": "A"}}}}, "types.ke-hoac"),
        ({"words": {"attendance": "{who}: {cout}"}}, "words.attendance.use"),
        ({"words": {"attendance": "{who: {count}"}}, "words.attendance.use"),
        ({"components": {"table_cell": {"size": "12.3"}}}, "components.table_cell.size.use"),
        ({"head": {"right": 150, "gutter": 20}}, "head.right.use"),
        ({"foot": {"right": 170}}, "foot.right.use"),
    ],
)
def test_what_a_layer_may_not_say(layer: dict[str, Any], path: str) -> None:
    found = refused(ND30, layer)
    assert path in [blamed(p) for p in found]
    assert {p.code for p in found} == {"standard-layer"}
    assert all(p.remedy is not None for p in found)


def test_every_wrong_entry_is_told_at_once() -> None:
    found = refused(ND30, {"page": {"left": 10, "top": 10}, "nonsense": 1, "components": {"body": {"size": 14}, "x": {}}})
    assert {blamed(p) for p in found} == {"nonsense", "components.x", "page.left.use", "page.top.use"}


def test_a_layer_for_another_rule_set_is_refused_as_a_whole() -> None:
    (problem,) = refused(ND30, {"extends": "hd05", "page": {"left": 10}})
    assert (problem.code, blamed(problem)) == ("standard-layer-base", "extends")


@pytest.mark.parametrize(
    ("sizes", "path"),
    [
        ({"motto": "12"}, "components.motto.size.use"),
        ({"slogan": "13"}, "components.slogan.size.use"),
        ({"place_date": "13"}, "components.place_date.size.use"),
        ({"motto": "12", "slogan": "13"}, None),
        ({"slogan": "13", "place_date": "13"}, None),
    ],
)
def test_sizes_of_the_head_go_up_and_down_together(sizes: dict[str, str], path: str | None) -> None:
    """Footnote to V: motto, tiêu ngữ, place and date are 12–13–13 or 13–14–14."""
    (problem,) = refused(ND30, {"components": {name: {"size": size} for name, size in sizes.items()}})
    assert "PL I, P.I, V, chú thích" in str(problem.what)
    assert "12–13–13 / 13–14–14" in str(problem.remedy)
    wanted = [path] if path else [f"components.{name}.size.use" for name in sizes]
    assert blamed(problem) in wanted


def test_the_smaller_set_may_be_chosen_for_good() -> None:
    sizes = {"motto": {"size": "12"}, "slogan": {"size": "13"}, "place_date": {"size": "13"}}
    layered = apply_layer(ND30, {"components": sizes})
    assert [layered.components[name].size.use for name in layered.head.set_of] == [12, 13, 13]
    assert layered.head.smaller_set is not None


def test_a_size_fixed_for_good_leaves_no_smaller_set() -> None:
    assert ND30.head.smaller_set is not None
    assert apply_layer(ND30, {"components": {"motto": {"size": "13"}}}).head.smaller_set is None
    assert apply_layer(ND30, {"components": {"body": {"size": "13"}}}).head.smaller_set is not None
