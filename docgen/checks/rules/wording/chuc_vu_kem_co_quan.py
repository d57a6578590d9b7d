"""LV114: the signer's office stands alone, without the body's name (HD05 I-7.1.2); not in joint documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.checks.prose import of, same_body
from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg

#: behind an office whose last word begins the body's name (TRƯỞNG BAN, of BAN TỔ CHỨC)
_OPEN = " …"


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    """Bodies that the entry names, and the rest of the issuer's name behind an office that the entry leaves open."""
    # "kiêm" shows a body without a seal of its own, two names a joint document: both write the body
    if next(of(texts, "sign_concurrent", "sign_other_title"), None) or len(list(of(texts, "sign_name"))) > 1:
        return
    bodies = [same_body(word) for word in case.entry.words if not word.endswith(_OPEN)]
    offices = [same_body(word.removesuffix(_OPEN)) for word in case.entry.words if word.endswith(_OPEN)]
    issuer = same_body(" ".join(words for _, words in of(texts, "issuer")))
    for index, text in of(texts, "sign_title"):
        words = text.split()
        folded = [same_body(word) for word in words]
        for start in range(1, len(words)):
            rest = " ".join(folded[start:])
            office = next((one for one in offices if " ".join(folded[:start]).endswith(one)), None)
            named = office is not None and f"{office.split()[-1]} {rest}" == issuer
            if named or any(rest == body or rest.startswith(body + " ") for body in bodies):
                at = text.index(words[start], sum(map(len, words[:start])))
                what = msg("The office carries the name of the body ({words}).", words=text[at:])
                yield Remark(index, at, len(text), what, text[:at].rstrip(), msg("Write the office alone."))
                break


RULE = Rule(
    code="LV114",
    name="chuc-vu-kem-co-quan",
    kind=Kind.WORDING,
    asks=msg("The signer's office is written without the name of the body."),
    good="PHÓ BÍ THƯ",
    bad="PHÓ BÍ THƯ TỈNH UỶ",
    look=look,
    no_fix=msg("Whether the body has a seal of its own only its office knows."),
    needs=("sign_title",),
)
