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
from tests.support.word_edits import W, edit, press_enter, run_of, take_out_element, text_of

_TYPED = "chữmới"


def _edit_one(root: etree._Element, rng: random.Random, number: int) -> str:
    """One edit by chance; the word that was typed, empty for none."""
    own = [p for p in root.iter(f"{W}p") if p.find(f"{W}bookmarkStart") is not None and text_of(p).strip()]
    paragraph = rng.choice(own)
    word = f"{_TYPED}{number}"
    runs = [r for r in paragraph.iter(f"{W}r") if any(t.text for t in r.iter(f"{W}t"))]
    match rng.choice(("inside", "end", "out", "enter")):
        case "inside":
            text = next(rng.choice(runs).iter(f"{W}t"))
            words = (text.text or "").split(" ")
            words.insert(rng.randint(0, len(words)), word)
            text.text = " ".join(words)
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        case "end":
            paragraph.append(run_of(f" {word}"))
        case "out":
            parent = paragraph.getparent()
            assert parent is not None
            if parent.tag == f"{W}tc" and len(parent.findall(f"{W}p")) == 1:
                return ""
            take_out_element(paragraph)
            return ""
        case _:
            press_enter(text_of(paragraph), f"{word} và nội dung")(root)
    return word


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
            typed.extend(filter(None, (_edit_one(root, rng, i) for i in range(count))))

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
