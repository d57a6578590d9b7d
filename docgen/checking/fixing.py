"""Putting one package right: check, apply what can be repaired, check again, until nothing more can be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from docgen.checking.details import fixing_of
from docgen.checking.narrowing import Narrow, judge_narrowed
from docgen.checks.engine import Judged
from docgen.checks.rule import Fixing, Rule
from docgen.fixes.applying import apply_repairs
from docgen.fixes.edits import Edit
from docgen.ooxml.opening import open_package
from docgen.reading import read
from docgen.reading.layout import Reading
from docgen.reading.repairs import Compose, ReplaceText

#: repairs may uncover others (a size set right makes a drawn line too short); more rounds than this have never been needed
ROUNDS = 8

Wanted = Callable[[Judged, Reading], bool]
Edits = list[tuple[str, Edit]]
#: rule, document, component
Key = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class FixedPackage:
    """What became of one package: ``data`` is ``None`` when nothing was to be changed.

    ``edits``: pairs of a rule's code and what it changed. Findings that are left: ``by_hand`` without a repair, ``unsafe`` with
    one that somebody must ask for, ``stubborn`` by rule, those that a repair did not put right.
    """

    data: bytes | None
    edits: tuple[tuple[str, Edit], ...]
    by_hand: int = 0
    unsafe: int = 0
    stubborn: Mapping[str, int] = field(default_factory=dict)

    @property
    def left(self) -> int:
        """How many findings are left in all."""
        return self.by_hand + self.unsafe + sum(self.stubborn.values())


def fix_package(
    data: bytes,
    *,
    name: str,
    rules: Sequence[Rule] | None = None,
    unsafe: bool = False,
    standard: str = "auto",
    wanted: Wanted = lambda judged, reading: True,
    narrow: Narrow = lambda layout: None,
) -> FixedPackage:
    """``data`` with every finding of ``rules`` repaired that can be: safely, or with ``unsafe`` at the user's risk.

    ``wanted`` leaves findings out (suppressed ones, those that a rule set exempts); ``narrow`` gives the rule set of a document
    as its agency narrows it. What is found after the last repair is
    counted, so nothing is claimed that a check would deny; fixing the result again changes nothing. Raises ``DocgenError``
    when ``data`` cannot be read.
    """

    def look(current: bytes) -> tuple[Reading, list[Judged]]:
        reading = read(open_package(current, name=name), standard=standard)
        judged = (one for one in judge_narrowed(reading, rules, narrow) if isinstance(one, Judged))
        return reading, [one for one in judged if wanted(one, reading)]

    quarrelling: set[str] = set()
    helpless: Counter[str] | None = None
    before: Counter[Key] = Counter()
    while True:
        edits: Edits = []
        rounds: list[Edits] = []
        current, late = data, set[str]()
        for turn in range(ROUNDS):
            reading, found = look(current)
            if helpless is None:
                before = Counter(map(_key, found))
                helpless = Counter(one.rule.code for one in found if not is_repaired(one, unsafe=True))
            chosen = [one for one in found if is_repaired(one, unsafe=unsafe) and one.rule.code not in quarrelling]
            repairs = [(one.rule.code, repair) for one in chosen for repair in one.finding.repairs]
            # words come first: what they say decides what a paragraph is taken for, and so how it is to look
            of_words = [pair for pair in repairs if isinstance(pair[1], ReplaceText | Compose)]
            fixed = apply_repairs(reading, of_words) or apply_repairs(reading, repairs)
            if fixed is None:
                harm = _find_harm(before, found, rounds)
                if harm <= quarrelling:
                    return _sum_up(current if edits else None, edits, found, helpless, unsafe)
                late = harm
                break
            edits += fixed.edits
            rounds.append(list(fixed.edits))
            current = fixed.data
            if turn >= ROUNDS // 2:
                late |= {code for code, _ in fixed.edits}
        # rules undo each other's work, in turns, or leave a file worse: without those of the late rounds, or those that did the
        # harm, the others come to an end
        quarrelling |= late


def _key(judged: Judged) -> Key:
    """What makes a finding the same after a repair: places in a text move, so it is rule, document and component."""
    return judged.rule.code, judged.document, judged.finding.component


def _find_harm(before: Counter[Key], found: Sequence[Judged], rounds: Sequence[Edits]) -> set[str]:
    """The rules whose repairs have led to errors that were not there ``before``; none where the file became no worse.

    Blamed are the repairs of the paragraphs in which the new errors are; of errors elsewhere, all of the last round.
    """
    came = Counter(_key(one) for one in found if one.level == "error")
    new = [one for one in found if one.level == "error" and came[_key(one)] > before[_key(one)]]
    if not new or not rounds:
        return set()
    edits = [pair for one in rounds for pair in one]
    places = {p.index for one in new if (p := one.finding.spot.paragraph) is not None}
    there = {code for code, edit in edits if edit.element in {f"w:p[{index}]" for index in places}}
    return there or {code for code, _ in rounds[-1]}


def is_repaired(judged: Judged, *, unsafe: bool) -> bool:
    """Whether the finding has a repair that may be applied."""
    if not judged.finding.repairs or judged.rule.fix is Fixing.NONE:
        return False
    return unsafe or fixing_of(judged) is Fixing.SAFE


def _sum_up(data: bytes | None, edits: Edits, found: Sequence[Judged], helpless: Counter[str], unsafe: bool) -> FixedPackage:
    """Count what is ``found`` at the end; ``helpless``: how many findings of each rule had no repair at the beginning."""
    now = Counter(one.rule.code for one in found if not is_repaired(one, unsafe=True))
    # a finding whose repair only led to another one that has none was not put right
    came = now - helpless
    tried = Counter(one.rule.code for one in found if is_repaired(one, unsafe=unsafe))
    repairable = sum(is_repaired(one, unsafe=True) for one in found)
    touched = {code for code, _ in edits}
    stubborn = tried + Counter({code: count for code, count in came.items() if code in touched})
    by_hand = len(found) - repairable - (sum(stubborn.values()) - sum(tried.values()))
    return FixedPackage(data, tuple(edits), by_hand, repairable - sum(tried.values()), dict(stubborn))
