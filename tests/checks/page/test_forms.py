"""A form behind a document is no appendix."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.checks.making import judged
from tests.checks.mutants import BUILDS
from tests.corpus.every import EVERY
from tests.corpus.paper import Appendix, line
from tests.corpus.wordml import Build, write_paper


def _behind(label: str, build: Build) -> list[tuple[str, str]]:
    lines = (line("appendix_label", label), line("appendix_title", "ĐƠN ĐỀ NGHỊ"), line("body", "Tên tôi là: ……………"))
    paper = replace(EVERY["nd30-ke-hoach"](), appendices=(Appendix(lines, own_section=False, restart=False),))
    found = [one for one in judged(write_paper(paper, build)) if one.rule.code == "TT116"]
    return [(one.level, one.finding.spot.paragraph.text) for one in found if one.finding.spot.paragraph]


@pytest.mark.parametrize("build", BUILDS)
@pytest.mark.parametrize("label", ["Mẫu số 01", "Mẫu 1", "Biểu mẫu số 2"])
def test_a_form_goes_on_counting(label: str, build: Build) -> None:
    assert _behind(label, build) == []


def test_an_appendix_counts_anew() -> None:
    assert _behind("Phụ lục", BUILDS[0]) == [("error", "Phụ lục")]
