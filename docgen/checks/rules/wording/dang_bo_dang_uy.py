"""LV116: a committee issues documents, not its ĐẢNG BỘ; above it stands the superior ĐẢNG BỘ, above an advisory body the committee
(HD05 I-2.1.2, I-2.1.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.checks.prose import of, pairs, same_body
from docgen.checks.rule import Kind, Remark, Rule, Wording, WordingCase
from docgen.problems import msg


def look(texts: Sequence[Wording], case: WordingCase) -> Iterator[Remark]:
    """The entry's words: ``issuer < superior that cannot stand above it``, each the beginning of a name; ``body > committee``
    that stand on lines of their own; ``body | word`` of a body that issues nothing unless the head has that word."""
    parent, issuer = next(of(texts, "parent"), None), next(of(texts, "issuer"), None)
    if issuer is None:
        return
    below = same_body(issuer[1]) + " "
    if parent is not None:
        above = same_body(parent[1]) + " "
        for own, wrong in pairs(case.entry):
            if below.startswith(same_body(own) + " ") and above.startswith(same_body(wrong) + " "):
                words = parent[1][: len(wrong)]
                what = msg("{superior} does not stand above {body}.", superior=parent[1], body=issuer[1])
                remedy = msg("Above a committee or chi bộ write ĐẢNG BỘ and its name, above an advisory body the committee.")
                yield Remark(parent[0], 0, len(words), what, "", remedy)
                return
    head = " ".join(same_body(text) for _, text in of(texts, "parent", "issuer")) + " "
    for own, committee in _parted(case.entry.words, " > "):
        if below.startswith(f"{own} {committee} "):
            what = msg("{body}: the committee stands on the line above.", body=issuer[1])
            remedy = msg("Write the committee's name on the first line, the name of its body on the second.")
            yield Remark(issuer[0], 0, len(issuer[1]), what, "", remedy)
            return
    for own, saving in _parted(case.entry.words, " | "):
        if below.startswith(f"{own} ") and f"{saving} " not in head:
            what = msg("{body} issues no documents; its committee does.", body=issuer[1])
            remedy = msg("Write the committee's name: ĐẢNG UỶ …; that of the ĐẢNG BỘ above stands over it.")
            yield Remark(issuer[0], 0, len(issuer[1]), what, "", remedy)
            return


def _parted(words: Sequence[str], sign: str) -> Iterator[tuple[str, str]]:
    for word in words:
        one, found, other = word.partition(sign)
        if found:
            yield same_body(one), same_body(other)


RULE = Rule(
    code="LV116",
    name="dang-bo-dang-uy",
    kind=Kind.WORDING,
    asks=msg("A committee issues, not its ĐẢNG BỘ, which stands above; above an advisory body stands the committee."),
    good="ĐẢNG BỘ TỈNH AN BÌNH / ĐẢNG UỶ XÃ ĐỒNG TRANH",
    bad="TỈNH UỶ AN BÌNH / ĐẢNG UỶ XÃ ĐỒNG TRANH",
    look=look,
    no_fix=msg("The superior's name is the body's own business."),
    needs=("parent", "issuer"),
)
