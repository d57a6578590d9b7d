"""TT502: who signs for the head, by order or by authorisation writes his own office below (PL I, P.I, II.7.b; HD05 I-7.1.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.checks.marks_of_authority import TypedMark, split_mark
from docgen.checks.prose import same_body
from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg
from docgen.standards.model import Severity

_SIGNS = re.compile(r"\W")


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    """The entry's words are the marks that a second line follows.

    On behalf of a collective a member may sign minutes and the like without an office; for the Party any member may, so there it
    is only a note, and none for the collectives that the entry names with a hyphen in front.
    """
    kind = case.standard.types.get(case.type or "")
    second = {_SIGNS.sub("", word) for word in case.entry.words if word[0] != "-"}
    free_bodies = {same_body(word[1:]) for word in case.entry.words if word[0] == "-"}
    weak = _letters(case.standard.signature.on_behalf_of.pattern)
    marked: tuple[int, str, TypedMark] | None = None
    for index, wording in enumerate(texts):
        component, text = wording[:2]
        if component in ("sign_title", "sign_other_title"):
            if marked and component == "sign_title":
                yield from _same_office(index, text, marked[2], case)
            marked = None
        elif component == "sign_authority":
            mark = split_mark(text)
            if mark and mark.rest and mark.letters in second:
                free = mark.letters == weak and (kind is None or kind.layout == "later" or same_body(mark.rest) in free_bodies)
                marked = None if free else (index, text, mark)
        elif component == "sign_name" and marked:
            yield _remark(*marked, weak, case)
            marked = None
    if marked:
        yield _remark(*marked, weak, case)


def _letters(pattern: str) -> str:
    """The letters of the mark that a pattern such as ``KT. {words}`` begins with."""
    return _SIGNS.sub("", pattern.partition("{")[0])


def _remark(index: int, text: str, mark: TypedMark, weak: str, case: WordingCase) -> Remark:
    what = msg("Below {words} the signer's own office is missing.", words=text)
    remedy = msg("Write the signer's own office on the next line.")
    level: Severity | None = "warning" if mark.letters == weak else None
    if level and case.standard.regime == "party":
        level = "info"
        remedy = msg("Write the signer's own office on the next line; only who is a mere member signs without one.")
    return Remark(index, 0, len(text), what, msg("two lines"), remedy, level=level)


def _same_office(index: int, text: str, mark: TypedMark, case: WordingCase) -> Iterator[Remark]:
    """Who signs for the head as if he were the head."""
    if mark.letters == _letters(case.standard.signature.deputy_for.pattern) and text.split() == mark.rest.split():
        what = msg("{words} cannot sign for {words}: the signer's own office is missing.", words=text)
        yield Remark(index, 0, len(text), what, "", msg("Write the signer's own office on the next line."))


RULE = Rule(
    code="TT502",
    name="hai-dong-chuc-vu",
    # the office is the author's to give; docgen cannot supply it
    kind=Kind.WORDING,
    asks=msg("Below the office that is signed for stands the signer's own office."),
    good="KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC",
    bad="KT. GIÁM ĐỐC",
    look=look,
    no_fix=msg("Which office the signer holds is not known to docgen."),
    needs=("sign_authority",),
)
