"""A document has one head: a state document not the Party's title, a Party document neither quốc hiệu nor tiêu ngữ."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Finding, Kind, Rule, Spot
from docgen.checks.ruled import head_paragraphs
from docgen.problems import msg
from docgen.reading.folding import fold_each, letters_only
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Look for the other head's words among the lines of the head; quoted further down they are no head."""
    foreign = {letters_only(fold_each(words)) for words in entry.words}
    for paragraph in head_paragraphs(layout):
        start = 0
        for line in paragraph.text.split("\n"):
            if letters_only(fold_each(line)) in foreign:
                yield Finding(
                    msg("These words belong to the head of another kind of document."),
                    Spot(paragraph, start, start + len(line)),
                    "page",
                    msg("one head"),
                    " ".join(line.split()),
                    msg("Keep the head of the state or that of the Party, not both."),
                    layout.regime_sure,
                )
            start += len(line) + 1


RULE = Rule(
    code="TT209",
    name="hai-tieu-de",
    kind=Kind.FORM,
    asks=msg("The head is that of the state or that of the Party, never both."),
    good="ĐẢNG CỘNG SẢN VIỆT NAM",
    bad="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / ĐẢNG CỘNG SẢN VIỆT NAM",
    look=look,
    no_fix=msg("Which head is meant is for a person to say."),
)
