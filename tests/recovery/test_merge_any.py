"""Law 5 with random edits on both sides: whatever somebody typed stands in the merged spec or in the copy that shows both."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, event, given, reject, settings
from hypothesis import strategies as st
from lxml import etree

from docgen.config.agency import AgencyBook, read_agencies
from docgen.document.model import Document
from docgen.ooxml.opening import open_package
from docgen.problems import DocgenError
from docgen.recovery.merging import make_copy, merge
from docgen.recovery.pulling import is_untouched, pull_text, read_origin
from docgen.recovery.pulling.outline import Outline
from docgen.recovery.pulling.spec_state import SpecState, SpecText, is_under
from docgen.sources import Scalar, Sequence
from docgen.spec.writing import write_spec
from tests.support.building import documents
from tests.support.word_edits import build_text, edit, edit_by_chance

_TYPED = "chữspec"
_EXAMPLES = sorted(path for path in (Path(__file__).parents[2] / "specs").rglob("*.yaml") if path.name != "agency.yaml")


def _edit_spec(spec: SpecText, rng: random.Random, number: int) -> tuple[SpecText, str]:
    """One edit of the spec by chance, and of which text; the same spec where it would not load."""
    state = SpecState(spec)
    pointers = sorted(pointer for pointer in state.pointers() if pointer.startswith("/"))
    pointer = rng.choice(pointers)
    outline, word = Outline(spec.text, spec.shown), f"{_TYPED}{number}"
    node, above = outline.node(pointer), outline.node(pointer.rpartition("/")[0])
    step = pointer.rpartition("/")[2]
    text: str | None = None
    if (kind := rng.choice(("words", "words", "out", "block", "in", "move", "number"))) == "block":
        # an article, a task, a row, a recipient as a whole
        inside = [one for one in pointers if one.count("/") > 2] or pointers
        pointer = rng.choice(inside)
        while pointer.count("/") > 2 and not pointer.rpartition("/")[2].isdigit():
            pointer = pointer.rpartition("/")[0]
        kind, node = "out", None
    match kind:
        case "words" if isinstance(node, Scalar):
            words = node.value.split()
            words.insert(rng.randint(0, len(words)), word)
            if outline.editor.set_text(pointer, " ".join(words)):
                text = outline.editor.result()
        case "out":
            text = outline.remove(pointer)
        case "in" if step.isdigit():
            text = outline.insert(pointer.rpartition("/")[0], int(step), f"{word} và nội dung")
        case "move" if step.isdigit() and isinstance(above, Sequence) and len(above.items) > 1:
            text = outline.move(pointer.rpartition("/")[0], int(step), rng.randint(0, len(above.items)))
        case "number" if outline.editor.set_key("number", "number", str(rng.randint(1, 99)), ("type",)):
            text = outline.editor.result()
    if text is None:
        return spec, ""
    try:
        SpecState(spec._replace(text=text))
    except DocgenError:
        return spec, ""
    return spec._replace(text=text), pointer


def _lines(spec: SpecText) -> Counter[str]:
    return Counter(line.folded for line in SpecState(spec).lines if line.origins)


def _has(word: str, *texts: str) -> bool:
    return any(word.casefold() in text.casefold() for text in texts)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.one_of(st.sampled_from(_EXAMPLES), st.sampled_from(_EXAMPLES), documents()),
    st.integers(0, 10**6),
    st.integers(1, 3),
    st.integers(1, 3),
    st.booleans(),
)
def test_what_was_typed_on_either_side_is_there_afterwards(
    start: Path | Document, seed: int, in_spec: int, in_word: int, cached: bool
) -> None:
    rng = random.Random(seed)
    base = SpecText("", "a.yaml", AgencyBook(), Path())
    if isinstance(start, Path):
        base = SpecText(start.read_text("utf-8"), "a.yaml", read_agencies(start.parent), start.parent)
    else:
        base = base._replace(text=write_spec(start))
    try:
        written = build_text(base)
    except DocgenError:
        # what a spec may say is narrower than what a document can hold
        reject()
    ours, touched = base, set()
    for number in range(in_spec):
        ours, pointer = _edit_spec(ours, rng, number)
        touched.add(pointer)
    record = read_origin(open_package(written))
    # what the spec has changed, or also what may stand beside it in one line
    own = {one for one in touched if one}
    near = {one if one.count("/") < 3 else one.rpartition("/")[0] for one in own}
    aims = [{b.name for b in record.blocks if any(is_under(b.path, one) for one in aim)} for aim in (own, near)]
    typed: list[str] = []

    def change(root: etree._Element) -> None:
        typed.extend(filter(None, (edit_by_chance(root, rng, i, rng.choice(aims)) for i in range(in_word))))

    package = open_package(edit(written, change, seed=seed))
    if is_untouched(package):
        reject()
    merged = merge(package, ours, same_spec=ours.text == base.text, base=base.text if cached else None)
    now = ours._replace(text=merged.text)
    event("left alone" if merged.left and merged.offer is None else "open" if merged.left else "merged")
    # a spec loses no word that was typed into it, whatever becomes of the file
    for number in range(in_spec):
        word = f"{_TYPED}{number}"
        assert not _has(word, ours.text) or _has(word, merged.text)
    if merged.left and merged.offer is None:
        # the file is kept, and what it has beyond the spec is named
        return
    standing = etree.tostring(package.xml(package.main), encoding="unicode", method="text")
    for word in typed:
        assert not _has(word, standing) or _has(word, merged.text, merged.offer or "")
    # one edit of the file concerns one line, or two where it joins them
    moved = _lines(ours) - _lines(now) + (_lines(now) - _lines(ours))
    assert moved.total() <= 3 * in_word + 2
    if merged.offer is None:
        return
    copy = make_copy(build_text(now), build_text(now._replace(text=merged.offer)), now, merged.offer)
    event("shown" if copy else "not shown")
    if copy is None:
        return
    shown = open_package(copy)
    assert pull_text(shown, now, same_spec=True, rejected=True).changes == ()
    accepted = pull_text(shown, now, same_spec=True, offer=merged.offer)
    assert accepted.is_complete
    assert _lines(now._replace(text=accepted.text or now.text)) == _lines(now._replace(text=merged.offer))
    for word in typed:
        assert not _has(word, standing) or _has(word, accepted.text or "")
