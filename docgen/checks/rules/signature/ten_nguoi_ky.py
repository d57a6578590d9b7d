"""TT503: the signer's name has a capital on each syllable and is not in capitals (PL I, P.I, II.7.đ; HD05 PL2, 7).

That a name is there at all is the business of the rule on missing components, letters printed as capitals that of the rule on
the component's look. The entry's words stand in for a name, or are ranks that may stand before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.checks.prose import of
from docgen.checks.rule import Fixing, Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg

#: of a line with other signs or more words it cannot be said which small letters are wrong
_NAME = re.compile(r"[^\W\d_]+(?:[ '’-]+[^\W\d_]+){1,5}")
#: the rule on ranks and degrees
_TITLES = "hoc-ham-hoc-vi"
_WORD = re.compile(r"[^\W\d_]+")
#: fewer may be an abbreviation
_SOME_WORDS = 2


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    titles = case.standard.rules.get(_TITLES)
    ranks = tuple(f"{word} " for word in (*(titles.words if titles else ()), *case.entry.words))
    # without an office above it, what was taken for a name may be one
    offices = any(of(texts, "sign_title", "sign_authority"))
    for index, text in of(texts, "sign_name"):
        # a rank in front is another rule's business
        rank = next((found for word in ranks if (found := re.match(word.replace(" ", r"\s+"), text))), None)
        start = max(text.rfind(".") + 1, rank.end() if rank else 0)
        start += len(text[start:]) - len(text[start:].lstrip())
        name = text[start:]
        if name in case.entry.words or len(_WORD.findall(name)) < _SOME_WORDS:
            continue
        if name.isupper() and (offices or _NAME.fullmatch(name)):
            wanted = _WORD.sub(lambda word: word[0].capitalize(), name)
            what = msg("The signer's name stands in capitals.")
        elif _NAME.fullmatch(name) and any(word[0][0].islower() for word in re.finditer(r"(?<![\w'’-])[^\W\d_]+", name)):
            wanted = re.sub(r"(?<![\w'’-])[^\W\d_]", lambda letter: letter[0].upper(), name)
            what = msg("A syllable of the signer's name begins with a small letter.")
        else:
            continue
        yield Remark(index, start, len(text), what, wanted, msg("Write {name}.", name=wanted), wanted)


RULE = Rule(
    code="TT503",
    name="ten-nguoi-ky",
    # the name is printed as the author gives it
    kind=Kind.WORDING,
    asks=msg("The signer's name is written in small letters with a capital on each syllable."),
    good="Nguyễn Văn An",
    bad="NGUYỄN VĂN AN",
    look=look,
    fix=Fixing.UNSAFE,
    needs=("sign_name",),
)
