"""TT601: a công văn and a tờ trình name whom they are sent to above the text (PL I, P.I, II.9.b; HD05 I-9.2.3, I-9.2.4)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Finding, Kind, Rule, Skip, Spot, at
from docgen.problems import msg
from docgen.reading.layout import Layout, Sure
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding | Skip]:
    kind = layout.standard.types.get(layout.type or "")
    if kind is None or kind.addressees != "required" or layout.attached:
        return
    if layout.get("addressee_label") or any(passage.sure is Sure.CERTAIN for passage in layout.get("addressee")):
        return
    label = layout.standard.components["addressee_label"]
    wanted = kind.addressee_label or (label.text.use if label.text else "")
    place = layout.first_of("abstract") or layout.first_of("type_name") or layout.first_of("body") or layout.first_of("number")
    what = msg("A {type} names whom it is sent to; {label} is missing.", type=kind.name, label=wanted)
    remedy = msg("Write {label} and the addressee above the text.", label=wanted)
    yield Finding(what, at(place) if place else Spot(), "addressee_label", wanted, "", remedy, layout.type_sure)


RULE = Rule(
    code="TT601",
    name="co-kinh-gui",
    kind=Kind.FORM,
    asks=msg("A công văn and a tờ trình carry the line that names the addressee."),
    good="Kính gửi: Bộ Nội vụ",
    bad="công văn không có Kính gửi",
    look=look,
    no_fix=msg("Whom it is sent to only the author knows."),
)
