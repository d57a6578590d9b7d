"""No rule on head or title says anything of what docgen itself makes: examples, every type, drafts, generated documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.checks.engine import Judged, judge
from docgen.checks.registry import all_rules
from docgen.document.model import Document
from docgen.ooxml.opening import open_package
from docgen.reading import read
from docgen.spec.loading import load_spec
from tests.checks.making import made, spec_files
from tests.support.building import generated
from tests.support.documents import drafted, every_sample

RULES = [rule for rule in all_rules() if rule.group in ("TT2", "TT3")]
CODES = [*range(201, 227), *range(301, 311)]


def found(document: Document) -> list[str]:
    reading = read(open_package(made(document)), standard=document.standard)
    assert len(reading.documents) == 1
    return [
        f"{one.rule.code} {one.finding.what} {one.finding.actual}" for one in judge(reading, RULES) if isinstance(one, Judged)
    ]


def test_every_rule_of_the_two_groups_is_there() -> None:
    assert [rule.code for rule in RULES] == [f"TT{number}" for number in CODES]


@pytest.mark.parametrize("spec", spec_files(), ids=lambda path: path.stem)
def test_the_examples(spec: Path) -> None:
    assert found(load_spec(spec).document) == []


@pytest.mark.parametrize("document", list(every_sample()), ids=lambda d: f"{d.standard}-{d.type}")
def test_every_type_as_it_is_and_as_a_draft(document: Document) -> None:
    assert found(document) == []
    assert found(drafted(document)) == []


def test_generated_documents() -> None:
    for document in generated(25):
        assert found(document) == [], (document.standard, document.type)
