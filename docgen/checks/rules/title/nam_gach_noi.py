"""Below the abstract of a Party document stand five hyphens; a drawn or automatic line does not stand in for them."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.joined import join
from docgen.checks.rule import Finding, Fixing, Kind, Rule, at, at_paragraph
from docgen.checks.type_parts import printed_kind
from docgen.ooxml.content import Paragraph
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.reading.repairs import ReplaceText
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Look at the sign below the abstract, or at what stands in its place."""
    fixed = layout.standard.components["separator"].text
    abstract = join(layout, "abstract")
    if fixed is None or printed_kind(layout) is None or abstract is None:
        return
    wanted = fixed.use
    last = abstract.passages[-1]
    separator = join(layout, "separator")
    typed = _typed(layout)
    if separator is not None:
        if separator.passages[0].paragraph.index < abstract.passages[0].paragraph.index:
            yield Finding(
                msg("The five hyphens stand above the abstract."),
                separator.spot(),
                "separator",
                msg("below the abstract"),
                separator.text,
                msg("Write {signs} on a line of its own below the abstract.", signs=wanted),
                separator.sure,
            )
        elif any(_plain(passage.text) != wanted for passage in separator.passages):
            yield Finding(
                msg("Other signs stand in the place of the five hyphens."),
                separator.spot(),
                "separator",
                wanted,
                separator.text,
                msg("Write {signs}.", signs=wanted),
                separator.sure,
                separator.replace(0, len(separator.text), wanted),
            )
    elif typed is not None:
        if _plain(typed.text.strip()) != wanted:
            yield Finding(
                msg("Other signs stand in the place of the five hyphens."),
                at_paragraph(typed),
                "separator",
                wanted,
                typed.text.strip(),
                msg("Write {signs}.", signs=wanted),
                last.sure,
                (ReplaceText(typed, 0, len(typed.text), wanted),),
            )
    else:
        drawn = bool(layout.lines.get("abstract"))
        yield Finding(
            msg("A drawn line stands in the place of the five hyphens.") if drawn else msg("The five hyphens are missing."),
            at(last),
            "separator",
            wanted,
            msg("a drawn line") if drawn else msg("nothing"),
            msg("Write {signs} on a line of its own below the abstract.", signs=wanted),
            last.sure,
        )


def _typed(layout: Layout) -> Paragraph | None:
    return next((p for name in ("abstract", "type_name") for p in layout.typed_lines.get(name, ())), None)


def _plain(signs: str) -> str:
    """No-break hyphens print like others."""
    return signs.replace("\u2011", "-")


RULE = Rule(
    code="TT307",
    name="nam-gach-noi",
    kind=Kind.FORM,
    asks=msg("Exactly five hyphens stand below the abstract of a Party document."),
    good="-----",
    bad="–––––––",
    look=look,
    fix=Fixing.SAFE,
    needs=("type_name",),
)
