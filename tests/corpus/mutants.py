"""All mutants, and what has none."""

from __future__ import annotations

from functools import cache

from tests.corpus.mutant import Mutant
from tests.corpus.mutants_ends import MUTANTS as ENDS
from tests.corpus.mutants_foot import MUTANTS as FOOT
from tests.corpus.mutants_head import MUTANTS as HEAD
from tests.corpus.mutants_page import MUTANTS as PAGE
from tests.corpus.mutants_properties import property_mutants
from tests.corpus.mutants_text import MUTANTS as TEXT
from tests.corpus.mutants_wording import MUTANTS as WORDING

#: rules that one side's law leaves without anything to break, and why
WITHOUT: dict[tuple[str, str], str] = {
    ("DD462", "party"): "a khoản with a title may be bold (the guide's own print) or plain (its table)",
    ("DD443", "party"): "the guide names no level I. or I-, and custom leaves italics to the author",
    ("DD463", "party"): "a khoản with a title may be in italics (the guide's own print) or upright (its table)",
}


@cache
def all_mutants() -> tuple[Mutant, ...]:
    """Every mutant, in the order of the rules' codes."""
    found = (*property_mutants(), *PAGE, *HEAD, *TEXT, *FOOT, *ENDS, *WORDING)
    return tuple(sorted(found, key=lambda mutant: (mutant.code, mutant.host, mutant.what)))
