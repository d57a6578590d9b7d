"""LV113: the subject of a Party công văn begins with ``về việc`` (HD05 PL2, 5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.checks.prose import of
from docgen.checks.rule import Fixing, Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    prefix = case.standard.components["abstract_dispatch"].prefix
    wanted = prefix.use.strip() if prefix else ""
    if not wanted:
        return
    first = next(of(texts, "abstract_dispatch"), None)
    if first is None:
        return
    index, text = first
    for word in case.entry.words:
        # of the state's V/v another rule speaks
        if re.match(rf"{re.escape(word)}(?![\w])", text, re.IGNORECASE):
            return
    if not " ".join(text.casefold().split()).startswith(wanted):
        what = msg("The subject of a công văn begins with {wanted}.", wanted=wanted)
        yield Remark(index, 0, 0, what, wanted, msg("Put {word} in front.", word=wanted), f"{wanted} ")
    elif not text.startswith(wanted[:1]) and not text.isupper():
        what = msg("The subject of a công văn begins with a small letter: {wanted}.", wanted=wanted)
        yield Remark(index, 0, 1, what, wanted, msg("Write {words}.", words=wanted), wanted[:1])


RULE = Rule(
    code="LV113",
    name="mo-dau-trich-yeu",
    kind=Kind.WORDING,
    asks=msg("The subject of a công văn of the Party begins with về việc."),
    good="về việc chuẩn bị đại hội",
    bad="Chuẩn bị đại hội",
    look=look,
    fix=Fixing.UNSAFE,
    needs=("abstract_dispatch",),
)
