"""TT502: who signs for the head, by order or by authorisation writes his own office below (PL I, P.I, II.7.b; HD05 I-7.1.4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.checks.marks_of_authority import split_mark
from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg

#: marks that a second line follows; on behalf of a collective a plain member may sign without an office
_SECOND = frozenset({"KT", "TL", "TUQ"})


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    marked: tuple[int, str] | None = None
    for index, wording in enumerate(texts):
        component, text = wording[:2]
        if component in ("sign_title", "sign_other_title"):
            marked = None
        elif component == "sign_authority":
            mark = split_mark(text)
            if mark and mark.letters in _SECOND:
                marked = index, text
        elif component == "sign_name" and marked:
            yield _remark(*marked)
            marked = None
    if marked:
        yield _remark(*marked)


def _remark(index: int, text: str) -> Remark:
    what = msg("Below {words} the signer's own office is missing.", words=text)
    return Remark(index, 0, len(text), what, msg("two lines"), msg("Write the signer's own office on the next line."))


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
