"""Law 1 in the last block: Nơi nhận at the left, the signature at the right."""

from __future__ import annotations

import pytest

from tests.pages.conftest import Take
from tests.pages.gathering import SAMPLES, Measured, spec_names
from tests.pages.looks import assert_look, fact, foot_label, foot_left, foot_right, state
from tests.pages.measuring import MM, Found

pytestmark = pytest.mark.office
EVERY = [*spec_names(), *SAMPLES]
#: the state writes these with full stops, the Party with strokes
MARKS = {
    "on_behalf_of": ("TM. ", "T/M "),
    "by_order_of": ("TL. ", "T/L "),
    "authorised_by": ("TUQ. ", ""),
    "deputy_for": ("KT. ", "K/T "),
}


def _signature(measured: Measured) -> list[tuple[str, Found]]:
    """Component and words of each line of the signature, from above."""
    right = foot_right(measured)
    signature = measured.document.signatures[0]
    found = []
    for key, marks in MARKS.items():
        text = getattr(signature, key)
        if text:
            mark = marks[0 if state(measured.document) else 1]
            found.append(("sign_authority", measured.pdf.find(mark + text.plain.upper(), lambda g: g in right)))
    if signature.title:
        found.append(("sign_title", measured.pdf.find(signature.title.plain.upper(), lambda g: g in right)))
    if signature.name:
        found.append(("sign_name", measured.pdf.find(signature.name.plain, lambda g: g in right)))
    return found


@pytest.mark.parametrize("name", EVERY)
def test_signature_looks_as_prescribed(take: Take, name: str) -> None:
    measured = take(name)
    lines = _signature(measured)
    assert len(lines) >= 2
    for component, found in lines:
        assert_look(measured, component, found)
    middles = [found.middle for _, found in lines]
    assert max(middles) - min(middles) < 0.6 * MM
    baselines = [found.first.baseline for _, found in lines]
    assert baselines == sorted(baselines, reverse=True)
    # room for the signature and the seal above the name
    if lines[-1][0] == "sign_name":
        assert baselines[-2] - baselines[-1] > 25 * MM


@pytest.mark.parametrize("name", EVERY)
def test_label_stands_level_with_the_signature(take: Take, name: str) -> None:
    measured = take(name)
    label = foot_label(measured)
    top = _signature(measured)[0][1]
    assert label.first.page == top.first.page
    assert abs(label.baseline - top.first.baseline) < 3.5


@pytest.mark.parametrize("name", EVERY)
def test_label_looks_as_prescribed(take: Take, name: str) -> None:
    measured = take(name)
    label = foot_label(measured)
    words = Found(tuple(g for g in label.glyphs if g.char != ":"))
    assert_look(measured, "recipients_label", words)
    left = min(g.x0 for g in measured.pdf.glyphs)
    assert abs(label.x0 - left) < 0.5 * MM
    under = [
        r
        for r in measured.pdf.pages[label.first.page].rules
        if 0 < label.baseline - r.y < 4 and r.x0 < label.x1 and r.x1 > label.x0
    ]
    if fact(measured.document.standard, "recipients_label", "underline") == {"yes"}:
        assert len(under) == 1
        assert abs(under[0].x0 - words.x0) < 1
        assert abs(under[0].x1 - words.x1) < 1, "the underline ends with the words, before the colon"
    else:
        assert not under


def _entries(measured: Measured) -> list[tuple[str, str]]:
    document = measured.document
    found = [("recipient", "Như trên")] if document.addressees else []
    for recipient in document.distribution:
        note = f" ({recipient.note.plain})" if recipient.note else ""
        found.append(("recipient", recipient.name.plain + note))
    if document.filing:
        found.append(("filing", document.filing.plain))
    return found


@pytest.mark.parametrize("name", EVERY)
def test_recipients_look_as_prescribed(take: Take, name: str) -> None:
    """Dash, words, end mark; second lines hang under the words, and the list stays on one page with its label."""
    measured = take(name)
    standard, pdf = measured.document.standard, measured.pdf
    left = foot_left(measured)
    label = foot_label(measured)
    entries = _entries(measured)
    assert entries
    found = label
    for i, (component, words) in enumerate(entries):
        above = found.baseline
        found = pdf.find(words, lambda g: g in left, after=found)
        assert found.first.page == label.first.page
        assert_look(measured, component, found)
        line = [g for g in pdf.line_of(found.first) if g in left]
        assert line[0].char == "-"
        assert abs(line[0].x0 - label.x0) < 0.5 * MM, "the dash stands at the left margin"
        end_line = [g for g in pdf.line_of(found.glyphs[-1]) if g in left]
        after = end_line[end_line.index(found.glyphs[-1]) + 1 :]
        filed = i == len(entries) - 1
        end = fact(standard, "filing" if filed else "recipient", "last_end" if filed else "item_end")
        assert isinstance(end, frozenset)
        assert "".join(g.char for g in after) in end, words
        hang = line[1].x0
        for lower in found.lines[1:]:
            assert abs(lower[0].x0 - hang) < 0.5 * MM, "a second line hangs under the words, not under the dash"
        assert found.first.baseline < above


@pytest.mark.parametrize("name", list(SAMPLES))
def test_samples_have_a_recipient_of_two_lines(take: Take, name: str) -> None:
    """Else nothing would have been said about hanging lines."""
    measured = take(name)
    left = foot_left(measured)
    long = measured.document.distribution[-1].name.plain
    assert len(measured.pdf.find(long, lambda g: g in left).lines) == 2


@pytest.mark.parametrize("name", [n for n in EVERY if "cong-van" in n or "to-trinh" in n])
def test_addressees_look_as_prescribed(take: Take, name: str) -> None:
    measured = take(name)
    document, pdf = measured.document, measured.pdf
    assert document.addressees
    proposal = document.type == "to-trinh" and document.standard == "hd05"
    label = pdf.find("Kính trình" if proposal else "Kính gửi")
    assert_look(measured, "addressee_label", label)
    for i, addressee in enumerate(document.addressees):
        found = pdf.find(addressee.plain)
        assert_look(measured, "addressee", found)
        line = pdf.line_of(found.first)
        if len(document.addressees) == 1:
            assert label.first in line
            continue
        assert line[0].char == "-"
        mark = pdf.line_of(found.glyphs[-1])[-1].char
        end = fact(document.standard, "addressee", "item_end")
        if i == len(document.addressees) - 1:
            end = fact(document.standard, "addressee", "last_end") or end
        assert isinstance(end, frozenset)
        assert mark in end
        assert found.first.baseline < label.baseline
