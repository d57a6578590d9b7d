"""Below the abstract of a Party công văn stand no hyphens and no line."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.joined import join
from docgen.checks.rule import Finding, Fixing, Kind, Rule, at, at_paragraph
from docgen.checks.type_parts import printed_kind
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.reading.repairs import ReplaceText
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Look below the abstract of a document that prints no type's name."""
    abstract = join(layout, "abstract_dispatch")
    if abstract is None or printed_kind(layout) is not None:
        return
    separator = join(layout, "separator")
    if separator is not None:
        yield Finding(
            msg("Signs stand below the abstract of the công văn."),
            separator.spot(),
            "separator",
            msg("nothing"),
            separator.text,
            msg("Take the line out."),
            separator.sure,
            separator.replace(0, len(separator.text), ""),
        )
        return
    for paragraph in layout.typed_lines.get("abstract_dispatch", ()):
        yield Finding(
            msg("Signs stand below the abstract of the công văn."),
            at_paragraph(paragraph),
            "separator",
            msg("nothing"),
            paragraph.text.strip(),
            msg("Take the line out."),
            abstract.sure,
            (ReplaceText(paragraph, 0, len(paragraph.text), ""),),
        )
        return
    first = abstract.passages[0].paragraph
    below = [line for line in layout.lines.get("issuer", ()) if line.paragraph.index >= first.index]
    if layout.lines.get("abstract_dispatch") or below:
        yield Finding(
            msg("A line stands below the abstract of the công văn."),
            at(abstract.passages[-1]),
            "separator",
            msg("nothing"),
            msg("a drawn line"),
            msg("Take the line out."),
            abstract.sure,
        )


RULE = Rule(
    code="TT308",
    name="gach-duoi-cong-van",
    kind=Kind.FORM,
    asks=msg("No hyphens and no line stand below the abstract of a Party công văn."),
    good="Số 138-CV/BTGDVTU / về việc chuẩn bị hội nghị",
    bad="Số 138-CV/BTGDVTU / về việc chuẩn bị hội nghị / -----",
    look=look,
    fix=Fixing.SAFE,
    needs=("abstract_dispatch",),
)
