"""Every measured document, converted once a run by LibreOffice."""

from __future__ import annotations

import os
import pickle
import re
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import cast

import pytest

from docgen.converting.libreoffice import convert_to_pdf, find_libreoffice
from docgen.document.model import Document
from docgen.jobs.files import write_atomic
from tests.pages.gathering import Measured, all_documents
from tests.pages.measuring import Pdf

Take = Callable[[str], Measured]
Converted = dict[str, tuple[Document, Path]]


@pytest.fixture(scope="session")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Converted:
    """The document and the PDF of each name. Without LibreOffice the tests skip; in CI they fail."""
    if find_libreoffice() is None:
        reason = "LibreOffice was not found: pages cannot be measured"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return _convert(shared / "pages")
    # of several workers the first converts, the others wait for what it leaves beside their own folders
    folder = shared.parent / "pages"
    done = folder / "done"
    try:
        folder.mkdir()
    except FileExistsError:
        _wait_for(done)
        return cast(Converted, pickle.loads(done.read_bytes()))
    try:
        found = _convert(folder)
    except BaseException:
        write_atomic(done, pickle.dumps({}))
        raise
    write_atomic(done, pickle.dumps(found))
    return found


def _wait_for(done: Path, seconds: float = 900) -> None:
    end = time.monotonic() + seconds
    while not done.exists():
        assert time.monotonic() < end, "another worker did not convert the documents in time"
        time.sleep(0.2)


def _convert(folder: Path) -> Converted:
    """Every document as a PDF. Two calls side by side, one for each half."""
    folder.mkdir(exist_ok=True)
    found: Converted = {}
    files = []
    for name, document, data in all_documents():
        path = folder / (re.sub(r"[^\w-]", "-", name) + ".docx")
        path.write_bytes(data)
        files.append(path)
        found[name] = (document, path.with_suffix(".pdf"))
    with ThreadPoolExecutor() as pool:
        halves = list(pool.map(lambda half: convert_to_pdf(half, folder, normalize=False), (files[::2], files[1::2])))
    problems = [problem for half in halves for problem in half.problems]
    assert not problems, problems
    assert sum(len(half.written) for half in halves) == len(files)
    return found


@pytest.fixture(scope="session")
def take(converted: Converted) -> Take:
    """Gives a measured document by its name; each is measured once."""
    known: dict[str, Measured] = {}

    def get(name: str) -> Measured:
        if name not in known:
            document, path = converted[name]
            known[name] = Measured(name, document, Pdf(path))
        return known[name]

    return get
