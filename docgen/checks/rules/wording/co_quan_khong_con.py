"""LV120: bodies of the Party that are no more since 2025: those of districts, đảng đoàn, ban cán sự đảng.

HD05 names the committees there are (I-2.1.2) and their codes (I-3.1.2b).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.checks.prose import of, same_body
from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    """Names in the head that begin with one of the entry's words, and a number that ends in the code of one of them."""
    gone = [same_body(word) + " " for word in case.entry.words if word[0] != "/"]
    codes = tuple(word for word in case.entry.words if word[0] == "/")
    for index, text in of(texts, "number"):
        bare = text.rstrip(" .;,")
        code = next((code for code in codes if bare.endswith(code)), None)
        if code is not None:
            what = msg("{code} is the code of a body that is no more since 2025.", code=code[1:])
            remedy = msg("Write the code of the committee that issues it today.")
            yield Remark(index, len(bare) - len(code) + 1, len(bare), what, "", remedy)
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
    needs=("parent", "issuer", "number"),
)
