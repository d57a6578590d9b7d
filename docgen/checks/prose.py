"""What the rules of wording share: what is running text, where a sentence begins, how a number of a document looks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from docgen.checks.rule import Wording
from docgen.standards.model import RuleEntry
from docgen.vietnamese import fold

_SMALL = "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
#: classes of letters for regular expressions
SMALL = f"[{_SMALL}]"
CAPITAL = f"[{_SMALL.upper()}]"

#: components that are no running text: fixed words, names in capitals, lists of names
_NOT_RUNNING = frozenset(
    (
        *("motto", "slogan", "party_title", "parent", "issuer", "star", "number", "place_date", "draft_mark", "type_name"),
        *("abstract", "separator", "abstract_dispatch", "authority", "decision_word", "addressee_label", "addressee"),
        *("recipients_label", "recipient"),
        *("filing", "drafter", "sign_authority", "sign_title", "sign_other_title", "sign_concurrent", "sign_name", "part_label"),
        *("part_title", "appendix_label", "appendix_title", "appendix_reference", "secrecy", "urgency", "circulation", "contact"),
        *("copy_form", "copy_parent", "copy_issuer", "copy_number", "copy_place_date", "copy_recipient", "copy_filing"),
        *("copy_sign_authority", "copy_sign_title", "copy_sign_name"),
        *("page_number", "table_title", "table_unit", "table_header", "table_cell", "caption"),
    )
)
#: what stands before the words of a numbered or listed paragraph
_LEAD = re.compile(
    r"(?:[-–—+*•●▪◦]\s*|(?:Điều|Mục|Tiểu mục|Chương|Phần)\s+[\dIVXLC]+[a-zđ]?\s*[.:]?\s*"
    r"|\(?(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[ivx]{1,4}|[a-zđ]{1,2})[.)-]+\s*)+"
)
#: number and code of a cited document: 30/2020/NĐ-CP, 118/TTr-SNV, 02-QC/TU
CITED = re.compile(r"\d(?<![\w/.-].)\d{0,4}(?:/\d{4}/|[/-])(?=[A-ZĐ])[A-Za-zĐđƯư&]+(?:[/-][A-ZĐƯ][A-Za-zĐđƯư&]*\d*)*")


def is_running(component: str) -> bool:
    """Whether the component's words are sentences (or may be)."""
    return component not in _NOT_RUNNING


def running(texts: Sequence[Wording]) -> Iterator[tuple[int, str]]:
    """Index and words of the running texts among ``texts``."""
    for index, wording in enumerate(texts):
        if wording[0] not in _NOT_RUNNING:
            yield index, wording[1]


def of(texts: Sequence[Wording], *components: str) -> Iterator[tuple[int, str]]:
    """Index and words of the texts of ``components``."""
    for index, wording in enumerate(texts):
        if wording[0] in components:
            yield index, wording[1]


def held(texts: Sequence[Wording], probes: Iterable[str]) -> list[str]:
    """Those of ``probes`` that stand in any of ``texts``: most rules are done when none does."""
    whole = "\n".join([wording[1] for wording in texts])
    return [probe for probe in probes if probe in whole]


def holding(texts: Sequence[Wording], *probes: str) -> Iterator[tuple[int, str, str]]:
    """Index, component and words of the texts with one of ``probes``."""
    present = held(texts, probes)
    for index, wording in enumerate(texts) if present else ():
        text = wording[1]
        for probe in present:
            if probe in text:
                yield index, wording[0], text
                break


def lead_end(text: str) -> int:
    """Where the words of a paragraph begin behind its number, letter or dash; 0 without one."""
    match = _LEAD.match(text)
    return match.end() if match else 0


def inside_sentence(text: str, at: int) -> bool:
    """Whether ``text[at:]`` surely goes on a sentence: a small letter, a digit or a comma stands before the space."""
    before = text[:at].rstrip()
    if at == len(before) or not before or lead_end(text) >= at:
        return False
    last = before[-1]
    return last == "," or last.islower() or (last.isdigit() and before[-2:-1] != "." and " " in before)


def same_body(text: str) -> str:
    """Words of a body's name for comparing: no marks, no difference between ``UỶ`` and ``ỦY``, single spaces."""
    return " ".join(fold(text).split())


def pairs(entry: RuleEntry) -> Iterator[tuple[str, str]]:
    """The words of an entry that are written ``one < other``, taken apart."""
    for word in entry.words:
        one, sign, other = word.partition(" < ")
        if sign:
            yield one, other
