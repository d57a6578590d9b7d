"""Behind ``V/v`` the abstract goes on in small letters, without a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.checks.joined import join
from docgen.checks.rule import Finding, Fixing, Kind, Rule
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry

_COLON = re.compile(r"\s*[:;]\s*")
#: ``Thông báo số 12`` names a document and keeps its capital
_CITED = re.compile(r"\s+(?:số\b|\d)")


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Look behind the opening. A capital is told only of ``words``, openings that are no names."""
    joined = join(layout, "abstract_dispatch")
    prefix = layout.standard.components["abstract_dispatch"].prefix
    if joined is None or prefix is None or not prefix.use.strip():
        return
    opening = prefix.use.strip()
    text = joined.text
    if not text.casefold().startswith(opening.casefold()):
        return
    at = len(opening)
    if colon := _COLON.match(text, at):
        yield Finding(
            msg("A colon stands behind “{words}”.", words=opening),
            joined.spot(0, at + len(colon.group().rstrip())),
            "abstract_dispatch",
            opening,
            text[: at + len(colon.group().rstrip())],
            msg("Take the colon out."),
            joined.sure,
            joined.replace(at, colon.end(), " "),
        )
        at = colon.end()
    while at < len(text) and text[at].isspace():
        at += 1
    word = max((word for word in entry.words if re.match(rf"{re.escape(word)}\b", text[at:])), key=len, default="")
    if word and not _CITED.match(text, at + len(word)):
        small = word[0].lower() + word[1:]
        yield Finding(
            msg("“{word}” behind “{opening}” begins with a capital.", word=word, opening=opening),
            joined.spot(at, at + len(word)),
            "abstract_dispatch",
            small,
            word,
            msg("Write “{word}”.", word=small),
            joined.sure,
            joined.replace(at, at + 1, small[0]),
        )


RULE = Rule(
    code="TT306",
    name="sau-v-v",
    kind=Kind.FORM,
    asks=msg("Behind V/v comes no colon, and the first word begins with a small letter."),
    good="V/v nâng bậc lương năm 2019",
    bad="V/v: Nâng bậc lương năm 2019",
    look=look,
    fix=Fixing.SAFE,
    needs=("abstract_dispatch",),
)
