"""The words of the place's name begin with capitals; of the unit's word only the first does."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.date_parts import date_parts
from docgen.checks.rule import Finding, Fixing, Kind, Rule
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Look at each word of the place behind the unit's, which ``words`` lists."""
    parts = date_parts(layout)
    if parts is None or not parts.place.strip():
        return
    place = parts.place
    written = list(place)
    for start, _ in _words(place, entry.words):
        if written[start].islower():
            written[start] = written[start].upper()
    wanted = "".join(written)
    if wanted != place:
        yield Finding(
            msg("The name of the place is not capitalised."),
            parts.joined.spot(0, parts.place_end),
            "place_date",
            " ".join(wanted.split()),
            " ".join(place.split()),
            msg("Write {place}.", place=" ".join(wanted.split())),
            parts.joined.sure,
            parts.joined.replace(0, parts.place_end, wanted),
        )


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
    kind=Kind.FORM,
    asks=msg("The words of the place's name begin with capitals."),
    good="Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2019",
    bad="Hà nội, ngày 05 tháng 01 năm 2020",
    look=look,
    fix=Fixing.SAFE,
    needs=("place_date",),
)
