"""A broken rule set is refused with file and line, whatever is broken."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from docgen.problems import DocgenError
from docgen.standards import read_standard
from docgen.standards.names import MARKS, REQUIRED_COMPONENTS
from tests.standards.files import SHIPPED, Folder, shown


class Break(NamedTuple):
    """One change to nd30: the first ``old`` behind ``after`` becomes ``new``; ``line`` is in the line that is then named."""

    old: str
    new: str
    code: str
    says: str
    line: str
    after: str = ""


MOTTO, BODY, ISSUER = "\n  motto:", "\n  body:", "\n  issuer:"

BREAKS = {
    "unknown key of a component": Break(
        "bold: true", "bald: true\n    bold: true", "standard-entry", "components.motto.bald is not known", "bald", MOTTO
    ),
    "unknown key at the top": Break("regime: state", "regime: state\nregimen: x", "standard-entry", "regimen", "regimen: x"),
    "unknown key of a fact": Break("min: 12", "minimum: 12", "standard-entry", "components.motto.size.minimum", "minimum", MOTTO),
    "unknown key of the page": Break("  width: {", "  wide: 1\n  width: {", "standard-entry", "page.wide", "wide: 1"),
    "component without clause": Break(
        '    clause: "PL I, P.I, II.1.a"\n', "", "standard-entry", "components.motto.clause is missing", "  motto:", MOTTO
    ),
    "component without tier": Break(
        "    tier: text\n", "", "standard-entry", "components.motto.tier is missing", "  motto:", MOTTO
    ),
    "fact without clause": Break(', clause: "PL I, P.I, I.1", tier', ", tier", "standard-entry", "page.width.clause", "width:"),
    "fact without tier": Break(
        ', clause: "PL III, II", tier: sample', ', clause: "x"', "standard-entry", "page.header.tier", "header:"
    ),
    "mark without tier": Break(
        ', clause: "", tier: practice}', ', clause: ""}', "standard-entry", "tier", "task_line", "task_line"
    ),
    "words of the act without a clause": Break(
        'clause: "PL I, P.I, I.1", tier: text',
        'clause: "", tier: text',
        "standard-entry",
        "page.width.clause: Tier text",
        "width:",
    ),
    "a component of the act without a clause": Break(
        'clause: "PL I, P.I, II.1.a"\n',
        'clause: ""\n',
        "standard-entry",
        "components.motto.clause: Tier text",
        'clause: ""',
        MOTTO,
    ),
    "a sample without a clause": Break(
        'clause: "PL III, II", tier: sample', 'clause: "", tier: sample', "standard-entry", "Tier sample without", "header:"
    ),
    "a type without a clause": Break(
        'clause: "PL III, I; Mẫu 1.5"}', 'clause: ""}', "standard-entry", "types.cong-van.clause: Tier text", "cong-van:"
    ),
    "unknown tier": Break(
        "    tier: text",
        "    tier: law",
        "standard-entry",
        "one of text, sample, practice, house belongs here, not law",
        "tier: law",
        MOTTO,
    ),
    "a text for a number": Break(
        "min: 12", "min: twelve", "standard-entry", "a number belongs here, not twelve", "twelve", MOTTO
    ),
    "a number for a flag": Break(
        "bold: true", "bold: 14", "standard-entry", "true or false belongs here, not 14", "bold: 14", MOTTO
    ),
    "no number at all": Break("use: 13", "use: nan", "standard-entry", "components.motto.size.use", "use: nan", MOTTO),
    "a list for a number": Break(
        "size: {min: 12, max: 13, use: 13}", "size: [12]", "standard-entry", "a number", "size: [12]", MOTTO
    ),
    "an unknown word": Break("align: center", "align: middle", "standard-entry", "left, center, right, both", "middle", ISSUER),
    "an unknown regime": Break("regime: state", "regime: kingdom", "standard-entry", "state, party", "regime: kingdom"),
    "a date that is none": Break("2020-03-05", "2020-02-30", "standard-entry", "a date like", "valid:"),
    "an end before the beginning": Break(
        "{from: 2020-03-05}", "{from: 2020-03-05, until: 2019-01-01}", "standard-entry", "before it begins", "valid:"
    ),
    "a missing value": Break(
        "{min: 12, max: 13, use: 13}", "{min: 12, max: 13}", "standard-entry", "size.use is missing", "max: 13}", MOTTO
    ),
    "use below min": Break(
        "use: 13", "use: 11", "standard-entry", "11 lies outside what the entry allows (12–13)", "use: 11", MOTTO
    ),
    "use above max": Break("use: 13", "use: 13.5", "standard-entry", "13.5 lies outside", "use: 13.5", MOTTO),
    "use not in any": Break(
        "any: [10, 12.7], use: 12.7", "any: [10, 12.7], use: 11", "standard-entry", "(10 / 12.7)", "use: 11", BODY
    ),
    "min above max": Break(
        "min: 12, max: 13", "min: 13.5, max: 13", "standard-entry", "min 13.5 is more than max 13", "13.5", MOTTO
    ),
    "any beside min": Break("any: [10, 12.7]", "any: [10, 12.7], min: 10", "standard-entry", "`any` lists all", "min: 10", BODY),
    "min of a text": Break(
        "use: Times New Roman", "use: Arial, min: 1", "standard-entry", "Only numbers have min and max", "Arial"
    ),
    "a negative length": Break(
        "use: 12.7, clause", "use: -1, clause", "standard-entry", "-1 is negative", "use: -1", "\n  section:"
    ),
    "letters of no size": Break("size: 11", "size: 0", "standard-number", "0 is too small", "size: 0", "\n  recipient:"),
    "a size Word cannot set": Break(
        "size: 11", "size: 11.3", "standard-number", "11.3 pt is no size", "size: 11.3", "\n  recipient:"
    ),
    "an unknown component": Break("\n  motto:", "\n  moto:", "standard-reference", 'no "moto"', "  moto:"),
    "a component that is missing": Break(
        "\n  filing:", "\n  star:", "standard-missing", "components.filing is missing", "components:"
    ),
    "fixed words that are missing": Break(
        "    text: Phụ lục\n", "", "standard-missing", "components.appendix_label.text", "appendix_label:"
    ),
    "a head with an unknown component": Break(
        "[parent, issuer]", "[parent, star, issuer]", "standard-reference", '"star"', "star"
    ),
    "a head with a component twice": Break(
        "[place_date]", "[place_date, motto]", "standard-reference", "twice", "[motto, slogan]"
    ),
    "a head without the number": Break("[number, ", "[", "standard-missing", "number has no place in the head", "order:"),
    "a set of unknown components": Break(
        "[motto, slogan, place_date]", "[moto, slogan, place_date]", "standard-reference", "moto", "moto"
    ),
    "a set of too few sizes": Break("use: [12, 13, 13]", "use: [12, 13]", "standard-set", "one size for each", "smaller_set"),
    "sizes that do not go together": Break("use: 14", "use: 13", "standard-set", "13–13–14", "    size:", "\n  slogan:"),
    "a smaller set that is none": Break(
        "use: [12, 13, 13]", "use: [12, 13, 14]", "standard-set", "none of the sets", "smaller_set"
    ),
    "a level without numbering": Break(
        "levels: [clause, point]", "levels: [clause, subclause]", "standard-reference", '"subclause"', "cong-van:"
    ),
    "a level twice": Break(
        "levels: [clause, point]", "levels: [clause, clause]", "standard-reference", "named twice", "cong-van:"
    ),
    "numbering of an unknown level": Break("  point: {numeral", "  dot: {numeral", "standard-reference", '"dot"', "  dot:"),
    "titles of an unknown part": Break(
        "code: KH}", "code: KH, titles: {task: Việc}}", "standard-reference", '"task"', "ke-hoach:"
    ),
    "no number in a number": Break('pattern: "Điều {n}."', 'pattern: "Điều."', "standard-form", "lacks {n}", "Điều."),
    "an unknown name in a number": Break('"Điều {n}."', '"Điều {n}{m}."', "standard-form", "{m} is not known", "{m}"),
    "a first level with a parent": Break(
        'pattern: "{n}."', 'pattern: "{parent}.{n}"', "standard-reference", "first level", "levels:"
    ),
    "an unknown name in the number line": Break("{type}-{issuer}", "{kind}-{issuer}", "standard-form", "{kind}", "typed:"),
    "a unit without a place in the number": Break("{issuer}-{unit}", "{issuer}", "standard-form", "drafting unit", "cong-van:"),
    "an open brace": Break("{type}-{issuer}", "{type-{issuer}", "standard-form", "{type-{issuer}", "typed:"),
    "an attribute in a form": Break("{number}/{type}", "{number.real}/{type}", "standard-form", "{number.real}", "typed:"),
    "a date without a year": Break(" năm {year}", "", "standard-form", "lacks {year}", "  pattern:", "\ndate:"),
    "an authority without an office": Break('"TM. {words}"', '"TM."', "standard-form", "lacks {words}", "on_behalf_of"),
    "an unknown name in an attendance": Break('"{who}: ', '"{wo}: ', "standard-form", "{wo}", "attendance"),
    "an unknown mark": Break("  note: {prefix", "  notes: {prefix", "standard-reference", '"notes"', "  notes:"),
    "a mark that is missing": Break(
        "  note: {prefix", "  notes: {prefix", "standard-missing", "marks.note", "marks:", "\nmarks:"
    ),
    "a mark without its end": Break(', each: ")"', "", "standard-entry", "marks.note.each is missing", "  note:"),
    "an end that replaces nothing": Break('use: "./."', 'use: "/."', "standard-form", "must begin with", "text_end"),
    "a colour that is none": Break('"000000"', "black", "standard-form", "black is no colour", "color:"),
    "columns without room": Break("right: {use: 100", "right: {use: 160", "standard-width", "165 mm wide", "use: 160"),
    "another name than the file's": Break("name: nd30", "name: nd31", "standard-name", "nd31", "name: nd31"),
    "a key twice": Break("title: Nghị", "name: nd30\ntitle: Nghị", "yaml-duplicate-key", "", "title: Nghị"),
    "nothing behind a key": Break("bold: true", "bold:", "standard-empty", "Nothing stands here", "bold:", MOTTO),
    "a bracket left open": Break("[motto, slogan]", "[motto, slogan", "yaml-unclosed-bracket", "", "right: [motto, slogan"),
}


#: breaks of which something else necessarily follows
FOLLOWED = {
    "an unknown component",
    "a component that is missing",
    "an unknown mark",
    "a mark that is missing",
    "numbering of an unknown level",
    "a set of unknown components",
    "a smaller set that is none",
    "an unknown name in the number line",
    "an attribute in a form",
    "a first level with a parent",
    "an unknown name in an attendance",
    "a bracket left open",
}


@pytest.mark.parametrize("name", BREAKS)
def test_every_break_is_named_with_its_line(tmp_path: Path, name: str) -> None:
    broken = BREAKS[name]
    folder = Folder.made_in(tmp_path).change("nd30", broken.old, broken.new, broken.after)
    found = folder.problems("nd30")
    line = folder.line("nd30", broken.line, broken.after)
    if broken.code == "yaml-duplicate-key":
        line -= 1
    said = [(shown(p), str(p.what)) for p in found]
    assert any(where == (broken.code, "nd30.yaml", line) and broken.says in what for where, what in said), said
    assert len(found) == 1 or name in FOLLOWED, said
    assert all(p.remedy is not None for p in found)


def test_the_copies_themselves_are_sound(tmp_path: Path) -> None:
    folder = Folder.made_in(tmp_path)
    assert {file.stem: folder.problems(file.stem) for file in SHIPPED.glob("*.yaml")} == {"nd30": [], "hd05": [], "hd36": []}


def test_all_problems_come_at_once_in_the_order_of_lines(tmp_path: Path) -> None:
    folder = Folder.made_in(tmp_path)
    folder.change("nd30", "use: 13", "use: 20", MOTTO).change("nd30", "bold: true", "bald: true", ISSUER)
    folder.change("nd30", "{type}-{issuer}", "{kind}-{issuer}").change("nd30", "name: Kế hoạch", "nam: Kế hoạch")
    lines = [shown(p)[2] for p in folder.problems("nd30")]
    wanted = [
        folder.line("nd30", "use: 20", MOTTO),
        folder.line("nd30", "  issuer:"),
        folder.line("nd30", "bald"),
        folder.line("nd30", "{kind}"),
        folder.line("nd30", "nam: "),
    ]
    assert sorted(set(lines)) == wanted
    assert lines == sorted(lines)


def test_an_error_points_at_the_value(tmp_path: Path) -> None:
    folder = Folder.made_in(tmp_path).change("nd30", "min: 12", "min: twelve", MOTTO)
    (problem,) = folder.problems("nd30")
    assert problem.place is not None
    assert problem.place.excerpt == "    size: {min: twelve, max: 13, use: 13}"
    assert (problem.place.column, problem.place.end_column) == (17, 23)
    assert problem.place.pointer == "/components/motto/size/min"


def test_an_unknown_key_is_pointed_at_itself(tmp_path: Path) -> None:
    folder = Folder.made_in(tmp_path).change("nd30", "bold: true", "bald: 7\n    bold: true", MOTTO)
    (problem,) = folder.problems("nd30")
    assert problem.place is not None
    assert (problem.place.excerpt, problem.place.column, problem.place.end_column) == ("    bald: 7", 5, 9)


def test_a_wrong_default_of_the_types_is_said_once_where_it_stands(tmp_path: Path) -> None:
    folder = Folder.made_in(tmp_path).change("nd30", "dispatch: false", "dispatch: never", "type_defaults:")
    (problem,) = folder.problems("nd30")
    assert shown(problem) == ("standard-entry", "nd30.yaml", folder.line("nd30", "never"))
    assert "type_defaults.dispatch" in str(problem.what)


def test_a_wrong_tier_of_a_component_is_said_once(tmp_path: Path) -> None:
    folder = Folder.made_in(tmp_path).change("nd30", "tier: text", "tier: law", BODY)
    (problem,) = folder.problems("nd30")
    assert shown(problem)[2] == folder.line("nd30", "tier: law")


def test_an_empty_file_is_told_apart_from_one_with_a_list(tmp_path: Path) -> None:
    folder = Folder(tmp_path).write("a", "- x\n").write("b", "# nothing\n")
    assert [shown(p) for p in folder.problems("a")] == [("standard-shape", "a.yaml", 1)]
    assert [p.code for p in folder.problems("b")] == ["yaml-empty"]
    with pytest.raises(DocgenError, match="no such file"):
        read_standard(tmp_path / "c.yaml")


def test_a_file_with_a_name_only_lacks_everything_else(tmp_path: Path) -> None:
    found = Folder(tmp_path).write("a", "name: a\n").problems("a")
    lacking = {str(p.what).split()[0] for p in found}
    assert {"title", "regime", "valid", "page", "head", "order", "components", "marks", "types"} <= lacking
    assert {shown(p)[2] for p in found} == {1}


@pytest.mark.parametrize("name", sorted(REQUIRED_COMPONENTS))
def test_no_component_that_the_renderer_asks_for_may_be_missing(tmp_path: Path, name: str) -> None:
    folder = Folder.made_in(tmp_path)
    text = (tmp_path / "nd30.yaml").read_text("utf-8")
    start = text.index(f"\n  {name}:\n    label")
    end = text.index("\n    tier: ", start)
    folder.write("nd30", text[:start] + text[text.index("\n", end + 1) :])
    assert f"components.{name} is missing; docgen needs it." in [str(p.what) for p in folder.problems("nd30")]


@pytest.mark.parametrize("name", sorted(MARKS))
def test_no_mark_that_the_renderer_asks_for_may_be_missing(tmp_path: Path, name: str) -> None:
    folder = Folder.made_in(tmp_path)
    line = folder.line("nd30", f"\n  {name}: {{", "\nmarks:") + 1
    text = (tmp_path / "nd30.yaml").read_text("utf-8").splitlines(keepends=True)
    folder.write("nd30", "".join(text[: line - 1] + text[line:]))
    assert [str(p.what) for p in folder.problems("nd30")] == [f"marks.{name} is missing; docgen needs it."]
