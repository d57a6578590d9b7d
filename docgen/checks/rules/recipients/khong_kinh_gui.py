"""TT602: other types have no ``Kính gửi``; they name their recipients at the end only (PL I, P.I, II.9.c; HD05 I-9.2.3)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Finding, Kind, Rule, Skip, at
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding | Skip]:
    kind = layout.standard.types.get(layout.type or "")
    # letters, invitations and the like have forms of their own
    if kind is None or kind.addressees != "none" or kind.layout == "later":
        return
    for label in layout.get("addressee_label"):
        if label.appendix is None:
            what = msg("A {type} has no {label}.", type=kind.name, label=label.text.rstrip(": "))
            remedy = msg("Delete the line; name the addressees among the recipients at the end.")
            yield Finding(what, at(label), label.component, "", label.text, remedy, label.sure)


RULE = Rule(
    code="TT602",
    name="khong-kinh-gui",
    kind=Kind.FORM,
    asks=msg("Only công văn, tờ trình and reports to a higher body name addressees above the text."),
    good="QUYẾT ĐỊNH (không có Kính gửi)",
    bad="THÔNG BÁO / Kính gửi: Các phòng, ban",
    look=look,
    no_fix=msg("The addressees have to be moved among the recipients by hand."),
    needs=("addressee_label",),
)
