"""LV119: one way of placing tone marks in one document: ``uỷ`` or ``ủy``, not both (practice); only told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg

# at the end of a syllable: tone on the last vowel (uỷ, oà, oè), tone on the first (ủy, òa, òe); behind q the u is no vowel.
# Both begin with a set of characters: that is searched for several times faster.
_LATE = re.compile(r"[ỳýỷỹỵỲÝỶỸỴàáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ](?!\w)(?:(?<=[uU][ỳýỷỹỵỲÝỶỸỴ])(?<![qQ]..)|(?<=[oO][^ỳýỷỹỵỲÝỶỸỴ]))")
_EARLY = re.compile(r"[ùúủũụÙÚỦŨỤòóỏõọÒÓỎÕỌ](?:(?<=[òóỏõọÒÓỎÕỌ])[aeAE]|(?<![qQ].)(?<![òóỏõọÒÓỎÕỌ])[yY])(?!\w)")
#: words that the rule set fixes are not the author's
_FIXED = frozenset({"motto", "slogan", "party_title"})


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    late = _found(_LATE, texts)
    early = _found(_EARLY, texts)
    if late and early:
        rare, usual = (late, early) if len(late) < len(early) else (early, late)
        index, start, end, word = rare[0]
        what = msg("{word} and {other} place the tone mark in two ways.", word=word, other=usual[0][3])
        yield Remark(index, start, end, what, usual[0][3], msg("Write the whole document in one way."))


def _found(pattern: re.Pattern[str], texts: Sequence[Wording]) -> list[tuple[int, int, int, str]]:
    """Text, place and word of every match, the place being the whole syllable."""
    found = []
    for index, wording in enumerate(texts):
        component, text = wording[:2]
        # names of persons keep their own spelling
        if component in _FIXED or (component == "sign_name" and not text.isupper()):
            continue
        for match in pattern.finditer(text):
            start = match.start()
            while start and text[start - 1].isalpha():
                start -= 1
            found.append((index, start, match.end(), text[start : match.end()]))
    return found


RULE = Rule(
    code="LV119",
    name="mot-cach-dat-dau",
    kind=Kind.WORDING,
    asks=msg("A document places its tone marks in one way."),
    good="Tỉnh uỷ, Đảng uỷ",
    bad="Tỉnh uỷ, Đảng ủy",
    look=look,
    no_fix=msg("Names of bodies are written as the bodies write them."),
)
