"""LV116: above a committee or a chi bộ stands its ĐẢNG BỘ, above an advisory body the committee itself (HD05 I-2.1.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.checks.prose import of, pairs, same_body
from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    """The entry's words: ``issuer < superior that cannot stand above it``, each the beginning of a name."""
    parent, issuer = next(of(texts, "parent"), None), next(of(texts, "issuer"), None)
    if parent is None or issuer is None:
        return
    above, below = same_body(parent[1]) + " ", same_body(issuer[1]) + " "
    for own, wrong in pairs(case.entry):
        if below.startswith(same_body(own) + " ") and above.startswith(same_body(wrong) + " "):
            words = parent[1][: len(wrong)]
            what = msg("{superior} does not stand above {body}.", superior=parent[1], body=issuer[1])
            remedy = msg("Above a committee or chi bộ write ĐẢNG BỘ and its name, above an advisory body the committee.")
            yield Remark(parent[0], 0, len(words), what, "", remedy)
            return


RULE = Rule(
    code="LV116",
    name="dang-bo-dang-uy",
    kind=Kind.WORDING,
    asks=msg("Above a committee stands ĐẢNG BỘ, above an advisory body the committee."),
    good="ĐẢNG BỘ TỈNH AN BÌNH / ĐẢNG UỶ XÃ ĐỒNG TRANH",
    bad="TỈNH UỶ AN BÌNH / ĐẢNG UỶ XÃ ĐỒNG TRANH",
    look=look,
    no_fix=msg("The superior's name is the body's own business."),
    needs=("parent",),
)
