"""docs/standards.md: its examples load, its tables name every key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import docgen.standards.model as model
from docgen.problems import DocgenError
from docgen.spec import load_spec
from docgen.standards import Tier, apply_layer, load_standard
from docgen.standards.facts import Data
from tests.standards.files import Folder

GUIDE = Path(__file__).parents[2] / "docs" / "standards.md"
TEXT = GUIDE.read_text("utf-8")
TABLES = re.findall(r"<!-- keys: (\w+) -->\n((?:\|.*\n)+)", TEXT)
#: said once for all entries, or made by the program
COMMON = {"clause", "tier", "fingerprint"}


def example(kind: str) -> str:
    (found,) = re.findall(rf"^```yaml {kind}\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    return str(found)


@pytest.mark.parametrize(("name", "table"), TABLES, ids=[name for name, _ in TABLES])
def test_a_table_names_every_key(name: str, table: str) -> None:
    kind: type[Data] = getattr(model, name)
    listed = re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)
    assert sorted(listed) == sorted(kind.model_fields.keys() - COMMON)


def test_every_kind_of_entry_with_units_has_a_table() -> None:
    assert {name for name, _ in TABLES} >= {"Standard", "Page", "Head", "Foot", "Drawing", "Component", "DocumentType"}


def test_the_tiers_are_all_listed() -> None:
    table = TEXT[TEXT.index("| tier | meaning |") :].partition("\n\n")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == list(Tier)


def test_the_component_can_stand_in_a_rule_set(tmp_path: Path) -> None:
    folder = Folder.made_in(tmp_path)
    text = (tmp_path / "nd30.yaml").read_text("utf-8")
    start = text.index("\n  body:\n") + 1
    end = text.index("\n", text.index("    tier: ", start)) + 1
    body = folder.write("nd30", text[:start] + example("component body") + text[end:]).read("nd30").components["body"]
    assert (body.size.describe(), body.size.clause, body.size.tier) == ("13–14", "PL I, P.I, II.6.e", Tier.TEXT)
    assert body.keep_next is not None
    assert (body.keep_next.clause, body.keep_next.tier) == ("", Tier.HOUSE)


def test_the_edition_loads(tmp_path: Path) -> None:
    edition = Folder.made_in(tmp_path).write("truong", example("edition")).read("truong")
    assert edition.regime == "party"
    assert edition.page.left.tier is Tier.TEXT
    assert edition.components["recipient"].size.use == 13
    assert edition.components["party_title"].rule is None
    assert edition.components["number"].size.tier is Tier.PRACTICE


def test_the_agency_narrows_the_rules(tmp_path: Path) -> None:
    (tmp_path / "agency.yaml").write_text(example("agency"), "utf-8")
    spec = tmp_path / "a.yaml"
    spec.write_text(
        "type: ke-hoach\nissuer: so-noi-vu\nplace: An Bình\ntitle: Thử\nsections:\n  - Một đoạn.\nfiling: VT\n"
        "signature:\n  title: GIÁM ĐỐC\n  name: Trần Văn An\n",
        "utf-8",
    )
    standard = load_spec(spec).standard
    line = standard.components["body"].line
    assert line is not None
    assert (line.describe(), line.use) == ("1.15–1.5", 1.15)
    assert (standard.page.left.describe(), standard.page.left.use) == ("30–32", 30)
    assert standard.components["body"].size.describe() == "13"
    assert standard.words.lead.use == "Chủ trì"
    assert standard.title_for("tasks", "bao-cao") == "Kết quả thực hiện"
    assert standard.title_for("tasks", "ke-hoach") == "Nội dung thực hiện"


def test_the_wrong_layer_is_wrong_three_times() -> None:
    with pytest.raises(DocgenError) as caught:
        apply_layer(load_standard("nd30"), yaml.load(example("layer wrong"), yaml.BaseLoader))
    said = [str(p.what) for p in caught.value.problems]
    assert len(said) == 3
    assert all(
        any(clause in what for what in said) for clause in ("PL I, P.I, I.3", "PL I, P.I, V, chú thích", "PL I, P.I, II.6.e")
    )
