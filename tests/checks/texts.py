"""Word files whose running text is typed line by line into docgen's own output, so that all else in them is right."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from docgen.checks.engine import Judged
from docgen.checks.rule import Kind
from docgen.document.model import Paragraph, Section
from docgen.document.text import literal
from docgen.reading.repairs import ReplaceText
from tests.checks.making import MAIN, judged, made, packed, parts_of
from tests.support.documents import kind_of, sample

_HERE = "Chỗ của văn bản"


def typed(*lines: str, standard: str = "nd30", slug: str = "ke-hoach", **changes: Any) -> bytes:
    """A document of that type whose text is ``lines``, each a paragraph of body text.

    ``**`` around (a piece of) a line sets it bold, ``|`` breaks it; ``changes`` as in ``sample``.
    """
    head, look, tail = _frame(standard, slug, tuple(changes.items()))
    parts = parts_of(_made(standard, slug, tuple(changes.items())))
    body = "".join(f"<w:p>{look}{_runs(line)}</w:p>" for line in lines)
    return packed({**parts, MAIN: (head + body + tail).encode("utf-8")})


@cache
def _made(standard: str, slug: str, changes: tuple[tuple[str, Any], ...]) -> bytes:
    here = Paragraph(literal(_HERE))
    articles = kind_of(standard, slug).articles
    given: dict[str, Any] = {
        "opening": (),
        "closing": (),
        "body": () if articles else (here,),
        "articles": (Section(None, (here,)),) if articles else (),
        **dict(changes),
    }
    return made(sample(standard, slug, **given))


@cache
def _frame(standard: str, slug: str, changes: tuple[tuple[str, Any], ...]) -> tuple[str, str, str]:
    """What stands before and behind the paragraph that the lines take the place of, and the look of body text."""
    xml = parts_of(_made(standard, slug, changes))[MAIN].decode("utf-8")
    for found in re.finditer(r"<w:p[ >](?:(?!</w:p>).)*</w:p>", xml, re.DOTALL):
        if _HERE in found.group():
            look = re.search(r'<w:pStyle w:val="([^"]*)"/>', found.group())
            style = look[1] if look else ""
            style = style if not kind_of(standard, slug).articles else _body_style(xml, style)
            return xml[: found.start()], f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>', xml[found.end() :]
    raise AssertionError("the text has no place")


def only(data: bytes, code: str) -> list[Judged]:
    """The findings of the rule ``code``; fails where another rule about form finds something too, or this one nothing."""
    found = judged(data)
    others = [one for one in found if one.rule.kind is Kind.FORM and one.rule.code != code]
    assert not others, [(one.rule.code, str(one.finding.what)) for one in others]
    own = [one for one in found if one.rule.code == code]
    assert own, f"{code} found nothing"
    return own


def spots(found: list[Judged]) -> list[tuple[str, str]]:
    """Where findings are: the letters, and how their paragraph begins."""
    given = []
    for one in found:
        spot = one.finding.spot
        assert spot.paragraph is not None
        given.append((spot.paragraph.text[spot.start : spot.end], spot.paragraph.text[:20]))
    return given


def repaired(one: Judged) -> str:
    """The text of the paragraph once the finding's only repair is made, which must be one of words."""
    (repair,) = one.finding.repairs
    assert isinstance(repair, ReplaceText)
    text = repair.paragraph.text
    return text[: repair.start] + repair.new + text[repair.end :]


def _body_style(xml: str, style: str) -> str:
    return re.sub("(?i)article", "body", style)


def _runs(line: str) -> str:
    runs = []
    for i, piece in enumerate(line.split("**")):
        look = "<w:rPr><w:b/></w:rPr>" if i % 2 else ""
        words = "<w:br/>".join(f'<w:t xml:space="preserve">{text}</w:t>' for text in piece.split("|"))
        if piece:
            runs.append(f"<w:r>{look}{words}</w:r>")
    return "".join(runs)
