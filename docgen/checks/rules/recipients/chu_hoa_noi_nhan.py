"""TT616: addressees and recipients are written in small letters (PL I, P.I, II.9.d; HD05 PL2, 9); short forms keep their capitals.

Which words they are is the author's choice, so this is a rule about wording.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from docgen.checks.prose import of
from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg

#: grave, acute, tilde, hook above, dot below
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
#: so many words with a tone mark show that a line is not made of short forms: HĐND and ĐU have none
_SPELT_OUT = 2


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    """Lines in capitals from their first letter to their last."""
    for index, text in of(texts, "addressee", "recipient"):
        if text.isupper() and sum(map(_has_tone, text.split())) >= _SPELT_OUT:
            what = msg("This line stands in capitals.")
            remedy = msg("Write it in small letters; names and short forms keep their capitals.")
            yield Remark(index, 0, len(text), what, msg("small letters"), remedy)


def _has_tone(word: str) -> bool:
    return not _TONES.isdisjoint(unicodedata.normalize("NFD", word))


RULE = Rule(
    code="TT616",
    name="chu-hoa-noi-nhan",
    kind=Kind.WORDING,
    asks=msg("Addressees and recipients are written in small letters."),
    good="- Các sở, ban, ngành;",
    bad="- CÁC SỞ, BAN, NGÀNH;",
    look=look,
    no_fix=msg("Which words keep their capitals only the author knows."),
    needs=("addressee", "recipient"),
)
