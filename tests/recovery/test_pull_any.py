"""Law 5 over generated documents: whatever somebody types stands in the spec afterwards, or in the list of what was left."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from lxml import etree

from docgen.building.fingerprints import hash_file
from docgen.document.model import Document
from docgen.ooxml.opening import open_package
from docgen.problems import DocgenError
from docgen.recovery.pulling import pull
from docgen.rendering import Source, render
from docgen.spec import load_spec
from docgen.spec.writing import write_spec
from tests.support.building import documents
from tests.support.word_edits import edit, edit_by_chance


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents(), st.integers(0, 10**6), st.integers(1, 3))
def test_each_typed_word_is_in_the_spec_or_in_the_list_of_what_was_left(document: Document, seed: int, count: int) -> None:
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        spec = Path(folder) / "a.yaml"
        spec.write_text(write_spec(document), "utf-8", newline="\n")
        try:
            loaded = load_spec(spec)
        except DocgenError:
            # what a spec may say is narrower than what a document can hold
            reject()
        source = Source(spec.name, hash_file(str(spec)))
        data = render(loaded.document, loaded.standard, source=source)
        typed: list[str] = []

        def change(root: etree._Element) -> None:
            typed.extend(filter(None, (edit_by_chance(root, rng, i) for i in range(count))))

        edited = edit(data, change, seed=seed)
        package = open_package(edited)
        pulled = pull(package, spec, spec_hash=hash_file(str(spec)))
        text = pulled.text if pulled.text is not None else spec.read_text("utf-8")
        left = " ".join(c.new for c in pulled.changes if not c.carried)
        standing = etree.tostring(package.xml(package.main), encoding="unicode", method="text")
        for word in typed:
            # an edit may have been deleted by the next one
            if word in standing:
                assert word.casefold() in text.casefold() or word.casefold() in left.casefold()
        spec.write_text(text, "utf-8", newline="\n")
        load_spec(spec)
        if pulled.is_complete:
            assert [c for c in pull(package, spec, spec_hash=hash_file(str(spec))).changes if not c.carried] == []
