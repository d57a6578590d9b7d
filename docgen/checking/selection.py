"""Which rules count: by code (``TT205``), name (``vach-ke``) or group (``TT``, ``TT2``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from docgen._version import __version__
from docgen.checks.registry import all_rules
from docgen.checks.rule import Rule
from docgen.config.versions import read_version
from docgen.problems import DocgenError, Message, Problem, msg
from docgen.standards import load_standard, standard_names
from docgen.standards.facts import Tier

_CODE = re.compile(r"(?:TT|DD|LV)\d*", re.IGNORECASE)
"""What looks like a code: another one that is near means something else."""
_GROUP_LETTERS = 3
"""A group is two letters and a digit."""
FIRST = (0, 2)
"""The version in which rules came first: none of its rules is a preview."""


def choose_rules(
    select: Sequence[str] = (), ignore: Sequence[str] = (), *, only_text: bool = False, preview: bool = False
) -> tuple[Rule, ...]:
    """The rules that ``select`` names (all of them if empty) without those of ``ignore``.

    The longer of two wishes wins, so ``--select TT205 --ignore TT2`` keeps TT205; of equal ones ``ignore`` does. ``only_text``
    leaves rules out that no rule set states in the words of an act. Rules new in this version count with ``preview`` only, or
    when they are named themselves. Raises ``DocgenError`` for every name that is none.
    """
    problems = [*unknown_rules(select, "--select"), *unknown_rules(ignore, "--ignore")]
    if problems:
        raise DocgenError(problems)
    return tuple(
        rule
        for rule in all_rules()
        if _weigh(rule, select, everything=not select) > _weigh(rule, ignore)
        and (not only_text or states_text(rule))
        and (preview or not is_preview(rule) or rule.code in map(str.upper, select) or rule.name in select)
    )


def unknown_rules(names: Iterable[str], source: str) -> list[Problem]:
    """A problem for each of ``names`` that means no rule; ``source``: the option or key it stands in."""
    return [Problem("check-unknown-rule", *_explain_unknown(name, source)) for name in names if not _means_any(name)]


def is_preview(rule: Rule, version: str = __version__) -> bool:
    """Whether ``rule`` came with the minor version that runs."""
    since = read_version(rule.since)[:2]
    return since > FIRST and since == read_version(version)[:2]


def states_text(rule: Rule) -> bool:
    """Whether any rule set has the rule in the words of the act; those that go by components decide at each finding."""
    if rule.by_component:
        return True
    entries = (load_standard(name).rules.get(rule.name) for name in standard_names())
    return any(entry is not None and entry.tier is Tier.TEXT for entry in entries)


def _weigh(rule: Rule, wishes: Sequence[str], *, everything: bool = False) -> int:
    """How closely one of ``wishes`` names ``rule``: letters of the code that are given; 0 for not at all."""
    weights = (len(rule.code) if _names(wish, rule) else len(wish) if _groups(wish, rule) else 0 for wish in wishes)
    return max(weights, default=1 if everything else 0)


def _names(wish: str, rule: Rule) -> bool:
    return wish.casefold() in (rule.code.casefold(), rule.name)


def _groups(wish: str, rule: Rule) -> bool:
    return len(wish) >= 2 and rule.code.startswith(wish.upper())


def _means_any(wish: str) -> bool:
    return any(_names(wish, rule) or _groups(wish, rule) for rule in all_rules())


def _explain_unknown(name: str, source: str) -> tuple[Message, Message]:
    what = msg("{source}: there is no rule “{name}”.", source=source, name=name)
    if name.upper().startswith("DG"):
        return what, msg("Codes that begin with DG are about docgen itself and always count.")
    if _CODE.fullmatch(name):
        letters = name[:2].upper()
        groups = sorted({rule.group for rule in all_rules() if rule.code.startswith(letters)})
        if len(name) > _GROUP_LETTERS:
            return what, msg("A code is two letters and three digits. “docgen rules” lists the rules there are.")
        return what, msg("The groups of {letters} are: {groups}.", letters=letters, groups=", ".join(groups))
    known = {one.casefold(): one for rule in all_rules() for one in (rule.code, rule.name)}
    near = get_close_matches(name.casefold(), known, n=1)
    if near:
        return what, msg("Did you mean {near}?", near=known[near[0]])
    groups = sorted({group for rule in all_rules() for group in (rule.code[:2], rule.group)})
    return what, msg("Give a code, a name or a group: {groups}. “docgen rules” lists them.", groups=", ".join(groups))
