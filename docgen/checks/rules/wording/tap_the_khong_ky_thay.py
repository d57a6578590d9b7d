"""LV115: a collective is signed for on its behalf; nobody signs K/T its secretary or chairman (HD05 I-7.1.1a)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.checks.marks_of_authority import split_mark
from docgen.checks.prose import of, same_body
from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    heads = {same_body(word) for word in case.entry.words}
    forms = case.standard.signature
    behalf = forms.on_behalf_of.pattern.partition("{")[0].strip()
    for index, text in of(texts, "sign_authority", "sign_title"):
        mark = split_mark(text)
        if mark and mark.letters == "KT" and same_body(mark.rest) in heads:
            what = msg("{words}: a collective is signed for on its behalf, not for its head.", words=text)
            remedy = msg("Write {mark} and the collective, below it the deputy's office.", mark=behalf)
            yield Remark(index, 0, len(text), what, behalf, remedy)


RULE = Rule(
    code="LV115",
    name="tap-the-khong-ky-thay",
    kind=Kind.WORDING,
    asks=msg("Of a collective body the deputy signs T/M, never K/T."),
    good="T/M BAN THƯỜNG VỤ",
    bad="K/T BÍ THƯ",
    look=look,
    no_fix=msg("On behalf of which collective it is signed only the author knows."),
    needs=("sign_authority", "sign_title"),
)
