"""The JSON Schema: keywords of draft-07 only, valid by its metaschema, of one mind with the loader."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from docgen.spec import new_spec, schema
from docgen.standards import load_standard, standard_names

CASES = Path(__file__).parent / "cases"
#: every keyword of draft-07 (core, validation, annotations) that a schema may use
DRAFT_07 = frozenset(
    [
        "$schema",
        "$id",
        "$ref",
        "$comment",
        "title",
        "description",
        "default",
        "readOnly",
        "writeOnly",
        "examples",
        "multipleOf",
        "maximum",
        "exclusiveMaximum",
        "minimum",
        "exclusiveMinimum",
        "maxLength",
        "minLength",
        "pattern",
        "additionalItems",
        "items",
        "maxItems",
        "minItems",
        "uniqueItems",
        "contains",
        "maxProperties",
        "minProperties",
        "required",
        "additionalProperties",
        "definitions",
        "properties",
        "patternProperties",
        "dependencies",
        "propertyNames",
        "const",
        "enum",
        "type",
        "format",
        "contentMediaType",
        "contentEncoding",
        "if",
        "then",
        "else",
        "allOf",
        "anyOf",
        "oneOf",
        "not",
    ]
)
#: what a schema cannot say, so that the loader refuses and an editor does not: names of agency.yaml, sums, the length of rows,
#: depths that add up over several keys, leap years, numbers that YAML has read already, one key in two languages, words of the
#: rule set in front, a name that is needed once number and date are there, what an agency's field allows, comments and brackets
#: of YAML, missing files, which text is the last
SILENT = frozenset(
    [
        "spec-unknown-name",
        "spec-total",
        "spec-table-row",
        "spec-table-columns",
        "spec-list-depth",
        "spec-too-deep",
        "spec-no-date",
        "spec-typed-zero",
        "spec-duplicate-key",
        "spec-typed-label",
        "spec-missing-key",
        "spec-key-not-for",
        "spec-no-template",
        "spec-open-end",
        "yaml-comment",
        "yaml-flow",
    ]
)


@pytest.fixture(scope="module")
def schema_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("schema") / "docgen.schema.json"
    path.write_text(json.dumps(schema(), ensure_ascii=False), encoding="utf-8")
    return path


def _check(*arguments: str) -> Any:
    command = [sys.executable, "-m", "check_jsonschema", "-o", "json", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)
    return json.loads(done.stdout)


def _subschemas(node: Any) -> Iterator[dict[str, Any]]:
    yield node
    for key in ("items", "additionalProperties", "not", "if", "then", "else", "propertyNames", "contains"):
        if isinstance(node.get(key), dict):
            yield from _subschemas(node[key])
    for key in ("allOf", "anyOf", "oneOf"):
        for inner in node.get(key, ()):
            yield from _subschemas(inner)
    for key in ("properties", "patternProperties", "definitions"):
        for inner in node.get(key, {}).values():
            yield from _subschemas(inner)


def test_only_keywords_of_draft_07() -> None:
    made = schema()
    assert made["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert {key for node in _subschemas(made) for key in node} <= DRAFT_07


def test_every_reference_points_at_a_definition() -> None:
    made = schema()
    names = {node["$ref"] for node in _subschemas(made) if "$ref" in node}
    assert names <= {f"#/definitions/{name}" for name in made["definitions"]}


def test_patterns_are_plain_enough_for_editors() -> None:
    # JavaScript with the flag u refuses escapes of signs that need none
    for node in _subschemas(schema()):
        for pattern in [node["pattern"]] if "pattern" in node else []:
            assert not re.search(r"\\[^sSdnt.^$*+?{}\[\]()|/\\]", pattern), pattern


def test_metaschema(schema_file: Path) -> None:
    assert _check("--check-metaschema", str(schema_file))["status"] == "ok"


def test_every_key_is_there_in_both_languages() -> None:
    made = schema()
    assert {"title", "trích yếu", "addressees", "kính gửi", "distribution", "nơi nhận", "signature", "người ký"} <= set(
        made["properties"]
    )
    task = made["definitions"]["Task"]["properties"]
    assert {"lead", "chủ trì", "support", "phối hợp", "due", "thời hạn"} <= set(task)
    assert "căn cứ" in made["definitions"]["Spec.bases"]["description"].lower()


def test_good_cases_pass(schema_file: Path) -> None:
    files = sorted(map(str, (CASES / "good").glob("*.yaml")))
    found = _check("--schemafile", str(schema_file), *files)
    assert found["status"] == "ok", [(e["filename"], e["path"], e["message"]) for e in found["errors"]][:5]


def test_bad_cases_fail_but_for_what_a_schema_cannot_say(schema_file: Path) -> None:
    files = sorted((CASES / "bad").glob("*.yaml"))
    found = _check("--schemafile", str(schema_file), *map(str, files))
    refused = {Path(error["filename"]).name for error in found["errors"]}
    unreadable = {Path(error["filename"]).name for error in found["parse_errors"]}
    for path in files:
        text = path.read_text("utf-8")
        wanted = re.search(r"^# schema: (\w+)$", text, re.MULTILINE)
        seen = "unreadable" if path.name in unreadable else None if path.name in refused else "silent"
        assert seen == (wanted[1] if wanted else None), path.name
        if seen == "silent":
            assert set(re.findall(r"^# expect: \S+ (\S+)$", text, re.MULTILINE)) <= SILENT, path.name


def test_new_specs_pass(schema_file: Path, tmp_path: Path) -> None:
    for standard in standard_names():
        for slug, kind in load_standard(standard).types.items():
            if kind.layout == "now":
                (tmp_path / f"{standard}-{slug}.yaml").write_text(new_spec(slug, standard, "vi"), encoding="utf-8")
    found = _check("--schemafile", str(schema_file), *map(str, tmp_path.glob("*.yaml")))
    assert found["status"] == "ok", [(e["filename"], e["path"]) for e in found["errors"]][:5]
