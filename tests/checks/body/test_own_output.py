"""Law 1 for the rules about the text, appendices and marks: whatever docgen prints, they find no fault in its form."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given

from docgen.checks.engine import Judged, Skipped, judge
from docgen.checks.registry import all_rules
from docgen.checks.rule import Kind, Rule
from docgen.document.model import Document
from docgen.ooxml.opening import open_package
from docgen.reading import read
from docgen.spec.loading import load_spec
from tests.checks.making import made, spec_files
from tests.support.building import documents
from tests.support.documents import every_sample

GROUPS = ("TT4", "TT7", "TT8")


@cache
def rules() -> tuple[Rule, ...]:
    return tuple(rule for rule in all_rules() if rule.group in GROUPS and rule.kind is Kind.FORM)


def assert_clean(document: Document) -> None:
    reading = read(open_package(made(document)), standard=document.standard)
    for found in judge(reading, rules()):
        assert not isinstance(found, Skipped), (found.rule.code, str(found.reason))
        assert isinstance(found, Judged)
        where = found.finding.spot.paragraph
        pytest.fail(f"{found.rule.code}: {found.finding.what} ({where and where.text})")


@pytest.mark.parametrize("document", list(every_sample()), ids=lambda d: f"{d.standard}-{d.type}")
def test_rich_documents_of_every_type(document: Document) -> None:
    assert_clean(document)


@pytest.mark.parametrize("path", spec_files(), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_examples(path: Path) -> None:
    assert_clean(load_spec(path).document)


@given(documents())
def test_any_document(document: Document) -> None:
    assert_clean(document)
