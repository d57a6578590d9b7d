"""LV107: the place before the date is the official name of the unit, not shortened (PL I, P.I, II.4.a; HD05 I-4.1.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.checks.prose import of
from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    """Of the entry's words those in capitals or with a full stop are short forms, the others names that need their unit."""
    for index, text in of(texts, "place_date"):
        place = text.partition(",")[0].rstrip()
        for word in case.entry.words:
            short = word.endswith(".") or word.isupper()
            if place == word and not short:
                what = msg("{place} is the name of a person; the word for the unit stands before it.", place=place)
                yield Remark(index, 0, len(place), what, msg("the unit's full name"), msg("Write the word for the unit as well."))
                break
            if short and place.startswith(word) and _goes_on(place[len(word) :], word):
                what = msg("The place is shortened ({place}).", place=place)
                yield Remark(index, 0, len(place), what, msg("the unit's full name"), msg("Write the place in full."))
                break


def _goes_on(rest: str, word: str) -> bool:
    """Whether the short form ends there: a space, a full stop or a capital follows, or nothing."""
    return not rest or word.endswith(".") or rest[0] in " ." or rest[0].isupper()


RULE = Rule(
    code="LV107",
    name="dia-danh-viet-tat",
    kind=Kind.WORDING,
    asks=msg("The place in the head is written with its full official name."),
    good="Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2026",
    bad="TP.HCM, ngày 29 tháng 6 năm 2026",
    look=look,
    no_fix=msg("Which unit is meant only the body knows."),
    needs=("place_date",),
)
