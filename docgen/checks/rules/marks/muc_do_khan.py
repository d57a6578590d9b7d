"""TT802: the mark of urgency is one of the words of the act."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.rule import Finding, Kind, Rule, Spot
from docgen.problems import msg
from docgen.reading.folding import fold_each, is_near, letters_only
from docgen.vietnamese import upper

if TYPE_CHECKING:
    from docgen.ooxml.content import Paragraph
    from docgen.reading.layout import Layout
    from docgen.standards.model import RuleEntry

#: letters up to which a line may be a mark
_LONGEST = 24


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Lines that were read as the mark, and short ones of the head that look like it. Small letters are another rule's affair."""
    marked = [(p.paragraph, p.start, p.end) for p in layout.get("urgency")]
    known = {id(paragraph) for paragraph, _, _ in marked}
    wanted = {letters_only(fold_each(word)) for word in entry.words}
    for paragraph in _head(layout):
        if id(paragraph) not in known and _looks_like(paragraph.text.strip(), wanted):
            start = len(paragraph.text) - len(paragraph.text.lstrip())
            marked.append((paragraph, start, len(paragraph.text.rstrip())))
    for paragraph, start, end in marked:
        written = " ".join(paragraph.text[start:end].split()).strip(" .()[]")
        if written and upper(written) not in entry.words:
            yield Finding(
                msg("{written} is no degree of urgency.", written=written),
                Spot(paragraph, start, end),
                "urgency",
                " / ".join(entry.words),
                written,
                msg("Write one of these: {words}", words=", ".join(entry.words)),
            )


def _head(layout: Layout) -> Iterator[Paragraph]:
    first = layout.first_of("motto") or layout.first_of("party_title") or layout.first_of("issuer")
    bounds = [layout.first_of(name) for name in ("type_name", "addressee_label", "base", "body")]
    last = min((found.paragraph.index for found in bounds if found is not None), default=None)
    if first is None or last is None:
        return
    for paragraph in layout.story.paragraphs[layout.first : layout.last]:
        if paragraph.index >= last:
            return
        if paragraph.text.isupper() and len(paragraph.text) <= _LONGEST:
            yield paragraph


def _looks_like(words: str, wanted: set[str]) -> bool:
    folded = fold_each(words)
    letters = letters_only(folded)
    # KHẨN CẤP, HỎA TỐC HẸN GIỜ; a slip of a letter in a long word
    if any(folded.replace(" ", "").startswith(word) and len(letters) <= len(word) + 9 for word in wanted):
        return True
    return len(letters) > 5 and any(len(word) > 5 and is_near(letters, word, 1) for word in wanted)


RULE = Rule(
    code="TT802",
    name="muc-do-khan",
    kind=Kind.FORM,
    asks=msg("The degree of urgency is one of the words of the act."),
    good="HỎA TỐC",
    bad="KHẨN CẤP",
    look=look,
    no_fix=msg("Which degree is meant is for a person to say."),
)
