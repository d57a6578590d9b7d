"""A document says in a short line below its type's name, or a công văn below its number, what it is about."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.checks.type_parts import is_dispatch, kind_of
from docgen.ooxml.content import Paragraph
from docgen.problems import msg
from docgen.reading.folding import fold_each, squeeze
from docgen.reading.layout import Layout, Passage
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Look for the abstract of every type but those that ``words`` names."""
    kind = kind_of(layout)
    if kind is None or layout.type in entry.words or layout.get("abstract") or layout.get("abstract_dispatch"):
        return
    above = layout.first_of("number") if is_dispatch(layout) else layout.first_of("type_name")
    if above is None:
        return
    if not kind.dispatch and (_says_more(above, kind.name) or _may_be_abstract(layout, above)):
        return
    yield Finding(
        msg("The abstract is missing."),
        at(above),
        "abstract_dispatch" if kind.dispatch else "abstract",
        msg("a line that says what the document is about"),
        msg("nothing"),
        msg("Write in a short line what the document is about."),
        above.sure,
    )


def _says_more(name: Passage, kind: str) -> bool:
    """Whether the line of the type's name goes on with words of its own."""
    return squeeze(fold_each(name.paragraph.text)) != squeeze(fold_each(kind))


def _may_be_abstract(layout: Layout, name: Passage) -> bool:
    """Whether the next printed line looks like an abstract that was not recognised: centred or bold."""
    below = _next_printed(layout, name.paragraph)
    return below is not None and (below.format.align == "center" or all(r.format.bold for r in below.runs_in(0, len(below.text))))


def _next_printed(layout: Layout, paragraph: Paragraph) -> Paragraph | None:
    story = layout.story.paragraphs[layout.first : layout.last]
    at_name = next((i for i, other in enumerate(story) if other is paragraph), len(story))
    return next((other for other in story[at_name + 1 :] if not other.is_empty), None)


RULE = Rule(
    code="TT303",
    name="thieu-trich-yeu",
    kind=Kind.FORM,
    asks=msg("Every document says in its abstract what it is about."),
    good="THÔNG BÁO / Về việc nghỉ lễ Quốc khánh",
    bad="THÔNG BÁO",
    look=look,
    no_fix=msg("What the document is about is for a person to say."),
)
