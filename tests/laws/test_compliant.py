"""Law 1: what docgen renders breaks no rule of form, and its wording is judged in the file as it was in the spec."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given

from docgen.checks.engine import Judged, Skipped, judge, remark
from docgen.checks.registry import all_rules
from docgen.checks.rule import Kind, Wording, WordingCase
from docgen.document.model import Document
from docgen.ooxml.opening import open_package
from docgen.reading import read
from docgen.rendering import render
from docgen.rendering.printed import printed_texts
from docgen.spec import load_spec
from docgen.standards import Standard, load_standard
from tests.support.building import documents
from tests.support.documents import every_sample

SPECS = sorted(path for path in (Path(__file__).parents[2] / "specs").rglob("*.yaml") if path.name != "agency.yaml")
SAMPLES = list(every_sample())


def _judge(document: Document, standard: Standard) -> list[Judged | Skipped]:
    reading = read(open_package(render(document, standard)), standard=standard.name)
    assert len(reading.documents) == 1
    return list(judge(reading))


def _assert_compliant(document: Document, standard: Standard) -> None:
    found = _judge(document, standard)
    assert not [one for one in found if isinstance(one, Skipped) and one.broken]
    judged = [one for one in found if isinstance(one, Judged)]
    form = [one for one in judged if one.rule.kind is Kind.FORM and one.level != "info"]
    assert [
        (one.rule.code, str(one.finding.what), one.finding.spot.paragraph and one.finding.spot.paragraph.text) for one in form
    ] == []
    if reading_is_complete(document):
        assert Counter(_wording(judged)) == Counter(_remarks(document, standard))


def reading_is_complete(document: Document) -> bool:
    """A draft may lack what the reader needs to tell a second office from a name."""
    return all(signature.name for signature in document.signatures)


def _wording(judged: list[Judged]) -> list[tuple[str, str]]:
    return [
        (one.rule.code, one.finding.spot.paragraph.text[one.finding.spot.start : one.finding.spot.end])
        for one in judged
        if one.rule.kind is Kind.WORDING and one.finding.spot.paragraph is not None
    ]


def _remarks(document: Document, standard: Standard) -> list[tuple[str, str]]:
    texts = [
        Wording(printed.component, printed.text, printed, printed.bold, printed.italic, printed.titled)
        for printed in printed_texts(document, standard)
    ]
    case = WordingCase(standard, next(iter(standard.rules.values())), document.type)
    return [(rule.code, texts[found.index].text[found.start : found.end]) for rule, found, _ in remark(all_rules(), texts, case)]


@given(documents())
def test_a_generated_document_breaks_no_rule_of_form(document: Document) -> None:
    _assert_compliant(document, load_standard(document.standard))


@pytest.mark.parametrize("document", SAMPLES, ids=lambda d: f"{d.standard}-{d.type}")
def test_a_rich_document_of_each_type_breaks_no_rule_of_form(document: Document) -> None:
    _assert_compliant(document, load_standard(document.standard))


@pytest.mark.parametrize("path", SPECS, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_an_example_breaks_no_rule_at_all(path: Path) -> None:
    """The examples are what people copy: not even their words may be found fault with."""
    spec = load_spec(path)
    found = [one for one in _judge(spec.document, spec.standard) if isinstance(one, Judged)]
    assert [(one.rule.code, str(one.finding.what)) for one in found] == []
