"""LV118: a chi bộ does not issue every type (399-QĐ/TW, Đ.11). Other issuers may be of any level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.checks.prose import of, pairs, same_body
from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    """The entry's words: ``issuer < type that it cannot issue``."""
    issuer = next(of(texts, "issuer"), None)
    named = next(of(texts, "type_name"), None)
    if issuer is None or named is None or case.type is None:
        return
    for own, slug in pairs(case.entry):
        if slug == case.type and (same_body(issuer[1]) + " ").startswith(same_body(own) + " "):
            kind = case.standard.types[slug].name
            what = msg("{body} does not issue documents of the type {type}.", body=issuer[1], type=kind)
            yield Remark(named[0], 0, len(named[1]), what, "", msg("Choose a type that the body may issue."))


RULE = Rule(
    code="LV118",
    name="tham-quyen-co-so",
    kind=Kind.WORDING,
    asks=msg("A chi bộ issues only the types that it has the power for."),
    good="CHI BỘ TRƯỜNG TIỂU HỌC / NGHỊ QUYẾT",
    bad="CHI BỘ TRƯỜNG TIỂU HỌC / CHỈ THỊ",
    look=look,
    no_fix=msg("The type is for the body to choose."),
    needs=("type_name",),
)
