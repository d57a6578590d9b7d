"""TT613: ``Kính gửi`` is spelt so (PL I, P.I, II.9.d); a Party tờ trình says ``Kính trình`` (HD05 I-9.2.4; 36-HD: ``Kính gửi``)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Finding, Fixing, Kind, Rule, Skip, at
from docgen.problems import Message, msg
from docgen.reading.layout import Layout, Passage
from docgen.reading.repairs import ReplaceText
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding | Skip]:
    """Other words only where the type is known and addresses somebody; the same words in other letters everywhere."""
    kind = layout.standard.types.get(layout.type or "")
    fixed = layout.standard.components["addressee_label"].text
    if fixed is None:
        return
    addressed = kind is not None and kind.addressees != "none"
    wanted = ((kind.addressee_label if kind else None) or fixed.use).rstrip(":")
    for label in layout.get("addressee_label"):
        words = label.text.rstrip(": \u00a0")
        caps = all(run.format.caps for run in label.runs)
        if " ".join(words.split()) == wanted and not caps:
            yield from _apart(layout, label, len(words))
        elif " ".join(words.split()).casefold() == wanted.casefold():
            shown = words.upper() if caps else words
            what = msg("{typed} is written {wanted}.", typed=shown, wanted=wanted)
            yield _finding(what, label, words, wanted, shown)
        elif addressed and kind is not None:
            what = msg("A {type} writes {wanted}, not {typed}.", type=kind.name, wanted=wanted, typed=words)
            yield _finding(what, label, words, wanted, words)


def _finding(what: Message, label: Passage, words: str, wanted: str, shown: str) -> Finding:
    repairs = (ReplaceText(label.paragraph, label.start, label.start + len(words), wanted),) if shown == words else ()
    remedy = msg("Write {words}.", words=wanted)
    return Finding(what, at(label, 0, len(words)), label.component, wanted, shown, remedy, label.sure, repairs)


def _apart(layout: Layout, label: Passage, end: int) -> Iterator[Finding]:
    """A colon that does not stand right behind the words."""
    gap = label.text[end:].partition(":")[0]
    if not gap or ":" not in label.text[end:]:
        return
    words = f"{label.text[:end]}:"
    what = msg("A space stands between {words} and its colon.", words=label.text[:end])
    repair = ReplaceText(label.paragraph, label.start + end, label.start + end + len(gap), "")
    spot = at(label, end, end + len(gap) + 1)
    remedy = msg("Write {words}.", words=words)
    yield Finding(what, spot, label.component, words, label.text, remedy, label.sure, (repair,), level="warning")


RULE = Rule(
    code="TT613",
    name="chu-kinh-gui",
    kind=Kind.FORM,
    asks=msg("Whom it is sent to is led in by Kính gửi, spelt so; in a tờ trình of the Party by Kính trình."),
    good="Kính gửi: Bộ Nội vụ",
    bad="Kính Gửi: Bộ Nội vụ",
    look=look,
    fix=Fixing.SAFE,
    needs=("addressee_label",),
)
