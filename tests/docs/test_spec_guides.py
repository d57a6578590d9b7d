"""The reference of the spec language and the clerk's guide: their examples load, their tables are docgen's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from docgen.config.keys import key_table
from docgen.problems import DocgenError
from docgen.spec import load_spec, load_text
from docgen.spec.models import Spec
from docgen.standards import load_standard

DOCS = Path(__file__).parents[2] / "docs"
REFERENCE = DOCS / "spec.md"
GUIDES = (REFERENCE, DOCS / "viet-van-ban.md")
_BLOCK = re.compile(r"^```yaml (?P<kind>[a-z -]+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_ROW = re.compile(r"^\| `([^`]+)` \| `([^`]+)` \| (.*) \|$")

# What an example of single keys is completed with, so that it is a whole spec.
REST = {
    "standard": "standard: nd30",
    "type": "type: ke-hoach",
    "issuer": 'issuer:\n  name: "SỞ NỘI VỤ"\n  code: SNV',
    "place": "place: An Bình",
    "title": "title: Thử",
    "sections": "sections:\n  - Một đoạn.",
    "filing": "filing: VT",
    "signature": "signature:\n  title: GIÁM ĐỐC\n  name: Trần Văn An",
}
BODY = {"purpose", "requirements", "participants", "tasks", "implementation", "articles", "body"}


@dataclass(frozen=True)
class Example:
    """A fenced block: ``spec`` is whole, ``part`` is some keys, ``wrong CODE`` is refused, ``agency`` is an agency.yaml."""

    file: Path
    line: int
    kind: str
    text: str


def examples() -> Iterator[Example]:
    for file in GUIDES:
        content = file.read_text(encoding="utf-8")
        for found in _BLOCK.finditer(content):
            yield Example(file, content.count("\n", 0, found.start()) + 1, found["kind"], found["text"])


EXAMPLES = tuple(examples())


def named(*kinds: str) -> list[object]:
    """The examples whose kind begins with one of ``kinds``, as parameters of a test."""
    wanted = [e for e in EXAMPLES if e.kind.startswith(kinds)]
    return [pytest.param(e, id=f"{e.file.stem}:{e.line}") for e in wanted]


def complete(text: str) -> str:
    keys = {key_table()["document"][k].name for k in key_table()["document"]}
    vietnamese = {key.vietnamese: key.name for key in key_table()["document"].values()}
    typed = re.findall(r"^([^\s#-][^:]*):", text, re.MULTILINE)
    given = {vietnamese.get(key, key) for key in typed}
    assert given <= keys, f"no keys of a spec: {given - keys}"
    left_out = given | ({"sections"} if given & BODY else set())
    return text + "".join(f"{lines}\n" for key, lines in REST.items() if key not in left_out)


def write_agency(folder: Path, guide: Path) -> None:
    """Put the agency.yaml of a guide into ``folder``."""
    agency = next(e for e in EXAMPLES if e.kind == "agency" and e.file == guide)
    (folder / "agency.yaml").write_text(agency.text, encoding="utf-8")


def test_both_guides_have_examples() -> None:
    assert {e.file for e in EXAMPLES if e.kind == "spec"} == set(GUIDES)


@pytest.mark.parametrize("example", named("spec", "part"))
def test_examples_load(example: Example, tmp_path: Path) -> None:
    write_agency(tmp_path, example.file)
    path = tmp_path / "example.yaml"
    path.write_text(example.text if example.kind == "spec" else complete(example.text), encoding="utf-8")
    try:
        spec = load_spec(path)
    except DocgenError as error:
        pytest.fail("\n".join(f"{p.place.line if p.place else ''}: {p.what}" for p in error.problems))
    assert spec.document.body or spec.document.articles


@pytest.mark.parametrize("example", named("wrong"))
def test_what_the_guides_call_wrong_is_refused_for_that_reason(example: Example) -> None:
    with pytest.raises(DocgenError) as raised:
        load_text(complete(example.text), shown="example.yaml")
    assert example.kind.removeprefix("wrong ") in {p.code for p in raised.value.problems}


@pytest.mark.parametrize("example", named("agency wrong"))
def test_a_layer_against_the_act_is_refused_with_its_clause(example: Example, tmp_path: Path) -> None:
    (tmp_path / "agency.yaml").write_text(example.text, encoding="utf-8")
    (tmp_path / "example.yaml").write_text(complete("issuer: so-noi-vu\n"), encoding="utf-8")
    with pytest.raises(DocgenError) as raised:
        load_spec(tmp_path / "example.yaml")
    problems = [p for p in raised.value.problems if p.code == example.kind.split()[-1]]
    assert problems
    assert "PL I" in str(problems[0].what)


def tables(content: str) -> dict[str, list[tuple[str, str, str]]]:
    """The rows of every table below a ``<!-- keys: KIND -->``."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for kind, rest in re.findall(r"<!-- keys: (\w+) -->\n((?:\|.*\n)+)", content):
        rows = [_ROW.match(line) for line in rest.splitlines()[2:]]
        assert all(rows), f"a row of the table {kind} is not read"
        found[kind] = [(row[1], row[2], row[3]) for row in rows if row]
    return found


def test_the_tables_of_keys_are_docgens_own() -> None:
    found = {kind: {(en, vi) for en, vi, _ in rows} for kind, rows in tables(REFERENCE.read_text(encoding="utf-8")).items()}
    assert found == {kind: {(key.name, key.vietnamese) for key in keys.values()} for kind, keys in key_table().items()}


def test_the_keys_that_do_not_work_yet_are_said() -> None:
    rows = tables(REFERENCE.read_text(encoding="utf-8"))["document"]
    assert {en for en, _, words in rows if words == "not yet"} == set(Spec.LATER)


def test_the_table_of_types_is_that_of_the_rules() -> None:
    content = REFERENCE.read_text(encoding="utf-8").partition("## Types")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `([a-z-]+)` \| ([^|]*) \| ([^|]*?) ?\| ([^|]*?) ?\|", content, re.MULTILINE)
    state, party = (load_standard(name).types for name in ("nd30", "hd05"))
    ready = {
        (slug, (state.get(slug) or party[slug]).name, *(_code(types.get(slug)) for types in (state, party)))
        for slug in {*state, *party}
        if any(slug in types and types[slug].layout == "now" for types in (state, party))
    }
    assert {(slug, name.strip(), own.strip(), other.strip()) for slug, name, own, other in rows} == ready


def _code(kind: object) -> str:
    return str(getattr(kind, "code", "")) if getattr(kind, "layout", "later") == "now" else ""


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_links_inside_the_guides_lead_somewhere(guide: Path) -> None:
    content = guide.read_text(encoding="utf-8")
    titles = re.findall(r"^#+ (.+)$", content, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
    for target in re.findall(r"\]\(([^)\s]+)\)", content):
        if target.startswith("#"):
            assert target[1:] in anchors, f"no heading for {target}"
        elif not target.startswith("http"):
            assert (guide.parent / target).exists(), f"no file {target}"
