"""TT223: the words of the place's name begin with capitals; of the unit's word only the first does.

The name is its author's to write, so this is a rule about wording.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.checks.rule import Fixing, Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg
from docgen.vietnamese import fold

_VOWELS = frozenset("aeiouy")


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    """Look at each word of the place behind the unit's, which ``words`` lists."""
    date_word = case.standard.date.pattern.split()[0]
    for index, (component, text, *_) in enumerate(texts):
        if component != "place_date":
            continue
        place = text[: max(text.casefold().find(date_word), 0)].rstrip(" ,\t\u00a0")
        written = list(place)
        for start, _ in _words(place, case.entry.words):
            written[start] = written[start].upper()
        wanted = "".join(written)
        if _is_spelt_out(place) and not text.isupper():
            wanted = " ".join(word.capitalize() for word in place.split(" "))
            what = msg("The name of the place stands in capitals.")
            yield Remark(index, 0, len(place), what, wanted, msg("Write {place}.", place=wanted), wanted)
        elif wanted != place:
            what = msg("The name of the place is not capitalised.")
            yield Remark(index, 0, len(place), what, wanted, msg("Write {place}.", place=wanted), wanted)


def _is_spelt_out(place: str) -> bool:
    """Whether a name in capitals is more than a short form, which has no vowels: ``TP``, ``HCM``."""
    return place.isupper() and any(len(word) > 1 and set(fold(word)) & _VOWELS for word in place.split())


def _words(place: str, units: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Start and letters of each word that is to begin with a capital."""
    unit = max((u for u in units if f"{place} ".casefold().startswith(f"{u} ".casefold())), key=len, default="")
    position = 0
    for i, word in enumerate(place.split(" ")):
        if word and (i == 0 or position >= len(unit)):
            yield position, word
        position += len(word) + 1


RULE = Rule(
    code="TT223",
    name="chu-hoa-dia-danh",
    kind=Kind.WORDING,
    asks=msg("The words of the place's name begin with capitals."),
    good="Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2019",
    bad="Hà nội, ngày 05 tháng 01 năm 2020",
    look=look,
    fix=Fixing.SAFE,
    needs=("place_date",),
)
