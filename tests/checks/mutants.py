"""A correct paper with one thing spoilt, built in several manners, and what one rule says of it in all of them."""

from __future__ import annotations

import re
from typing import NamedTuple

from docgen.checking.fixing import fix_package
from docgen.checks.registry import rule_named
from tests.checks.making import MAIN, form_codes, found_by, parts_of, spoilt_paragraph
from tests.corpus.paper import Paper
from tests.corpus.wordml import Build, write_paper

#: formatting on the runs, in Normal, in own styles; three head grids; both ends of what the law allows
BUILDS = (Build("runs", "2x2", "high"), Build("normal", "1x2", "low"), Build("styles", "3x2", "high"))


class Said(NamedTuple):
    """One finding: its level, the words it points at, what the rule wants and what stands there."""

    level: str
    words: str
    expected: str
    actual: str


def said_of(data: bytes, code: str) -> list[Said]:
    """What the rule ``code`` finds in a Word file."""
    found = []
    for judged in found_by(data, code):
        finding, spot = judged.finding, judged.finding.spot
        words = "" if spot.paragraph is None else spot.paragraph.text[spot.start : spot.end]
        found.append(Said(judged.level, words, str(finding.expected), str(finding.actual)))
    return found


def verdict(paper: Paper, code: str) -> list[Said]:
    """What the rule finds in ``paper``, which must be the same however the file is built."""
    first, *others = (said_of(write_paper(paper, build), code) for build in BUILDS)
    assert all(other == first for other in others), (first, others)
    return first


def one_verdict(paper: Paper, code: str) -> Said:
    """The only finding of the rule, the same however the file is built."""
    (said,) = verdict(paper, code)
    return said


def fixed_words(paper: Paper, code: str, component_words: str = "") -> str:
    """The words of the paragraph that the rule found, after its repair; the rule must then find nothing more."""
    data = write_paper(paper)
    (judged,) = found_by(data, code)
    assert judged.finding.spot.paragraph is not None
    index = judged.finding.spot.paragraph.index
    rule = rule_named(code)
    assert rule is not None
    made = fix_package(data, name="paper.docx", rules=[rule], unsafe=True).data
    assert made is not None
    assert not found_by(made, code)
    paragraphs = re.findall(r"<w:p[ >/](?:.*?</w:p>)?", parts_of(made)[MAIN].decode("utf-8"), re.DOTALL)
    return "".join(re.findall(r"<w:t(?: [^>]*)?>(.*?)</w:t>", paragraphs[index - 1], re.DOTALL))


def rewritten(data: bytes, words: str, new: str) -> bytes:
    """docgen's own output with other letters in the first paragraph that contains ``words``: all in its first run."""

    def change(xml: str) -> str:
        first = re.search(r"<w:t(?: [^>]*)?>", xml)
        assert first is not None
        emptied = re.sub(r"(<w:t(?: [^>]*)?>)[^<]*", r"\1", xml)
        at = emptied.index(">", emptied.index("<w:t xml")) + 1
        return emptied[:at] + new + emptied[at:]

    return spoilt_paragraph(data, words, change)


def codes_after(data: bytes, words: str, new: str) -> list[str]:
    """The codes of all rules of form that find something after one paragraph was rewritten."""
    return form_codes(rewritten(data, words, new))
