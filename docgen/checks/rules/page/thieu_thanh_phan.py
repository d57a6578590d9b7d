"""TT110: every main component is there (Đ.8.2; HD05 I-1 … I-9).

Every entry of the rule's ``words`` is a component, followed by the types that go without it.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.rule import Finding, Kind, Rule, Skip, Spot
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry

_FOOT = ("recipients_label", "recipient", "filing", "sign_authority", "sign_title", "sign_name")
_HEAD = ("motto", "slogan", "party_title", "parent", "issuer", "star", "number", "place_date")
#: parts that are judged in the place of another
_STAND_INS = {"sign_title": ("sign_other_title", "sign_authority")}
#: what only stands behind something else
_BEHIND = {"sign_other_title": "sign_concurrent"}
#: without an abstract a type's name is only missed because of a code that may be the slip; a name may be written by hand
_WEAK = frozenset({"sign_name", "type_name"})


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding | Skip]:
    """What is missing; a text issued with another document has neither number nor signature."""
    if layout.attached:
        return
    open_end = not any(layout.get(name) for name in _FOOT)
    skipped = False
    joined = [name for name, before in _BEHIND.items() if layout.get(before)]
    for words in (*entry.words, *joined):
        name, *without = words.split()
        if layout.get(name) or (layout.type or "") in without or name not in layout.standard.components:
            continue
        if name in _FOOT and open_end:
            if not skipped:
                skipped = True
                yield Skip(msg("No recipients and no signature were recognised: the file may hold only a part of the document."))
            continue
        if _is_elsewhere(layout, name):
            continue
        label = layout.standard.components[name].label
        yield Finding(
            msg("{label} is missing.", label=label),
            _place(layout, name),
            name,
            label,
            msg("missing"),
            msg("Add {label}.", label=label),
            layout.regime_sure,
            level="warning" if name in _WEAK and not (name == "type_name" and layout.get("abstract")) else None,
        )


def _is_elsewhere(layout: Layout, name: str) -> bool:
    """Whether its place is taken by something that other rules judge, or it is still open."""
    if any(layout.get(other) for other in _STAND_INS.get(name, ())):
        return True
    if name == "sign_title" and any(passage.text.isupper() for passage in layout.get("sign_name")):
        # a lone line in capitals is more likely an office than a name
        return True
    if name == "sign_name":
        # the signer of a draft need not be known
        return layout.draft
    if name == "type_name":
        # nothing but the code of the number says that the document is of a type whose name is printed
        coded = layout.number is not None and bool(layout.number.code)
        return not coded or bool(layout.get("abstract_dispatch") or layout.get("addressee_label"))
    if name == "star":
        return bool(layout.typed_lines.get("issuer") or layout.lines.get("issuer"))
    if name == "issuer":
        # a name set as a picture cannot be read
        return layout.head_table is not None and any(
            paragraph.shapes for row in layout.head_table.rows for cell in row for paragraph in cell.paragraphs
        )
    return False


def _place(layout: Layout, name: str) -> Spot:
    """The nearest thing that is there: the head for its parts, else the document as a whole."""
    if name == "type_name":
        near = layout.first_of("number")
    else:
        near = next((p for other in _HEAD if (p := layout.first_of(other))), None) if name in _HEAD else None
    return Spot() if near is None else Spot(near.paragraph, near.start, near.end)


RULE = Rule(
    code="TT110",
    name="thieu-thanh-phan",
    kind=Kind.FORM,
    asks=msg("Every main component of a document is there."),
    good="Quốc hiệu, Tiêu ngữ, tên cơ quan, số và ký hiệu, địa danh và thời gian, nội dung, chữ ký, nơi nhận",
    bad="không có nơi nhận",
    look=look,
    no_fix=msg("What is missing only the author knows."),
)
