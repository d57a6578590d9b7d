"""Law 4: the same document gives the same bytes, here, in other processes and with any number of workers."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from docgen.document.model import Document
from docgen.jobs.running import run_jobs
from docgen.rendering import render
from docgen.standards import load_standard
from docgen.templating import load_template
from tests.support.building import documents, generated
from tests.support.documents import every_sample
from tests.support.reading import read_part
from tests.support.workers import digest_one, render_one

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def many() -> list[Document]:
    return [*every_sample(), *generated(30)]


@given(documents())
def test_twice_the_same_bytes(document: Document) -> None:
    assert render_one(document) == render_one(document)


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_a_fresh_process_with_other_hashes_gives_the_same_bytes(many: list[Document], seed: str, tmp_path: Path) -> None:
    pickled = tmp_path / "documents"
    pickled.write_bytes(pickle.dumps(many))
    # a module run by name finds its packages from the folder it is started in
    run = subprocess.run(
        [sys.executable, "-m", "tests.support.workers", str(pickled)],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == [digest_one(document) for document in many]


@pytest.mark.parametrize("jobs", [1, 2])
def test_any_number_of_workers_gives_the_same_bytes_in_order(many: list[Document], jobs: int) -> None:
    assert list(run_jobs(render_one, many, jobs=jobs, chunk=7)) == [render_one(document) for document in many]


def _canonical(xml: str) -> bytes:
    return bytes(etree.tostring(etree.fromstring(xml.encode("utf-8")), method="c14n"))


@given(documents())
def test_docxtpl_itself_gives_the_same_canonical_xml(document: Document) -> None:
    standard = load_standard(document.standard)
    template = load_template(standard)
    fast, slow = (render(document, standard, template=replace(template, slow=way)) for way in (False, True))
    assert not template.slow
    assert _canonical(read_part(fast)) == _canonical(read_part(slow))
