"""TT407: Phần, Chương, Mục and Tiểu mục have a title, on the next line or behind the number."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from docgen.checks.bodies import main_passages
from docgen.checks.levels import kinds_of_words, spot_of, streams
from docgen.checks.rule import Finding, Kind, Rule
from docgen.problems import msg
from docgen.reading.layout import Sure

if TYPE_CHECKING:
    from docgen.reading.layout import Layout
    from docgen.standards.model import RuleEntry

_TITLES = ("part_title", "division_title")


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """What stands behind the number, and if nothing does, the next line."""
    words = kinds_of_words(layout.standard)
    passages = main_passages(layout)
    following = {id(one): other for one, other in pairwise(passages)}
    for item in streams(layout)[0]:
        passage = item.passage
        if item.guessed or passage.sure is Sure.GUESS or (item.level not in words and item.level != "section"):
            continue
        # the title may stand on the label's own line, behind the passage
        if passage.titled or passage.paragraph.text[passage.words_start :].strip():
            continue
        after = following.get(id(passage))
        # a next line that is no numbered block and ends without a full stop may be a title that was not recognised
        if after is not None and (after.component in _TITLES or _may_be_title(after.text, after.numeral is not None)):
            continue
        name = item.numeral.written.rstrip(" .:-–")
        what = msg("{name} has no title.", name=name)
        yield Finding(what, spot_of(item), passage.component, "", name, msg("Write its title on the line below."), passage.sure)


def _may_be_title(text: str, numbered: bool) -> bool:
    return not numbered and not text.rstrip().endswith((".", ";", ":", ","))


RULE = Rule(
    code="TT407",
    name="tieu-de-phan-chuong",
    kind=Kind.FORM,
    asks=msg("Every Phần, Chương, Mục and Tiểu mục has a title."),
    good="Chương I\nQUY ĐỊNH CHUNG",
    bad="Chương I\nĐiều 1. Phạm vi điều chỉnh",
    look=look,
    no_fix=msg("Only its author knows the title."),
    needs=("part_label", "division_label", "section"),
)
