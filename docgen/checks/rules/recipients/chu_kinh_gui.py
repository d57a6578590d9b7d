"""TT613: a Party tờ trình says ``Kính trình:``, a công văn ``Kính gửi:`` (HD05 I-9.2.4; 36-HD: both ``Kính gửi:``)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Finding, Fixing, Kind, Rule, Skip, at
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.reading.repairs import ReplaceText
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding | Skip]:
    kind = layout.standard.types.get(layout.type or "")
    fixed = layout.standard.components["addressee_label"].text
    if kind is None or fixed is None or kind.addressees == "none":
        return
    wanted = (kind.addressee_label or fixed.use).rstrip(":")
    for label in layout.get("addressee_label"):
        words = label.text.rstrip(": \u00a0")
        if " ".join(words.split()) != wanted:
            what = msg("A {type} writes {wanted}, not {typed}.", type=kind.name, wanted=wanted, typed=words)
            repair = ReplaceText(label.paragraph, label.start, label.start + len(words), wanted)
            spot = at(label, 0, len(words))
            remedy = msg("Write {words}.", words=wanted)
            yield Finding(what, spot, label.component, wanted, words, remedy, label.sure, (repair,))


RULE = Rule(
    code="TT613",
    name="chu-kinh-gui",
    kind=Kind.FORM,
    asks=msg("A tờ trình of the Party says Kính trình, a công văn Kính gửi."),
    good="Kính trình: Ban Thường vụ Tỉnh uỷ",
    bad="Kính gửi: Ban Thường vụ Tỉnh uỷ (tờ trình)",
    look=look,
    fix=Fixing.SAFE,
    needs=("addressee_label",),
)
