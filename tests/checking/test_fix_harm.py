"""A repair that makes a file worse is taken back."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checking.fixing import fix_package
from docgen.checks.rule import Finding, Fixing, Kind, Rule, at
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.reading.repairs import ReplaceText
from docgen.standards import load_standard
from docgen.standards.model import RuleEntry
from tests.corpus.every import EVERY
from tests.corpus.wordml import write_paper

#: two names of entries that the rule set has
_NAMES = tuple(load_standard("nd30").rules)[:2]


def _rule(code: str, name: str, says: str, new: str | None) -> Rule:
    def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
        for passage in layout.get("type_name"):
            if passage.text == says:
                repairs = () if new is None else (ReplaceText(passage.paragraph, passage.start, passage.end, new),)
                yield Finding(msg("Wrong."), at(passage), "type_name", repairs=repairs, level="error")

    fix = Fixing.SAFE if new else Fixing.NONE
    return Rule(code=code, name=name, kind=Kind.FORM, asks=msg("Wrong."), good="", bad="", look=look, fix=fix)


def test_a_repair_that_leads_to_a_new_error_is_taken_back() -> None:
    data = write_paper(EVERY["nd30-ke-hoach"]())
    mend, complain = _rule("TT998", _NAMES[0], "KẾ HOẠCH", "BÁO CÁO"), _rule("TT999", _NAMES[1], "BÁO CÁO", None)
    assert fix_package(data, name="a.docx", rules=[mend]).data is not None
    fixed = fix_package(data, name="a.docx", rules=[mend, complain])
    assert fixed.data is None
    assert fixed.edits == ()
    assert fixed.stubborn == {"TT998": 1}
