"""LV120: bodies of the Party that are no more since 2025: those of districts, đảng đoàn, ban cán sự đảng (HD05 8, practice)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.checks.prose import of, same_body
from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    """Names in the head that begin with one of the entry's words."""
    gone = [same_body(word) + " " for word in case.entry.words]
    for index, text in of(texts, "parent", "issuer"):
        name = same_body(text) + " "
        if any(name.startswith(word) for word in gone):
            what = msg("{body} is no body of the Party since 2025.", body=text)
            yield Remark(index, 0, len(text), what, "", msg("Name the committee that issues it today."))


RULE = Rule(
    code="LV120",
    name="co-quan-khong-con",
    kind=Kind.WORDING,
    asks=msg("Documents come from bodies that exist: those of the districts ended in 2025."),
    good="ĐẢNG UỶ XÃ HOÀ AN",
    bad="HUYỆN UỶ HOÀ AN",
    look=look,
    no_fix=msg("Which body took its place is not known to docgen."),
    needs=("parent", "issuer"),
)
