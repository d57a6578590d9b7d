"""Where each property of the fact files stands in a rule set."""

from __future__ import annotations

import io
import math
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from docgen.standards import Component, Fact, Standard
from docgen.templating import make_template
from tests.facts.facts import Allowed, Row, Span, numbers


class Unmapped(Exception):
    """A row says something for which the data have no place."""


@dataclass(frozen=True)
class Accepted:
    """The number lines that a rule set writes."""

    patterns: tuple[re.Pattern[str], ...]

    def __contains__(self, line: str) -> bool:
        return any(p.fullmatch(line) for p in self.patterns)


@dataclass(frozen=True)
class Found:
    """What the data allow, how sure they are of it, and for number lines which are accepted."""

    allowed: Allowed
    tier: str | None
    accepts: Accepted = Accepted(())


def look_up(standard: Standard, row: Row) -> Found:
    """The data's answer to a row. Raises ``Unmapped`` when there is no such component, or no place for the property."""
    if row.component.startswith("type:"):
        kind = standard.types.get(row.component.removeprefix("type:"))
        if kind is None or row.prop != "code":
            raise Unmapped(str(row))
        return Found(frozenset({kind.code, *kind.other_codes}), str(kind.tier))
    special = _SPECIAL.get((row.component, row.prop)) or _SPECIAL.get((row.component, "*"))
    if special is not None:
        return special(standard, row)
    component = standard.components.get(row.component)
    reader = _PROPERTIES.get(row.prop)
    if component is None or reader is None:
        raise Unmapped(str(row))
    return reader(standard, component, row)


def _fact(fact: Fact[Any] | None, row: Row) -> Found:
    if fact is None:
        raise Unmapped(f"{row}: the data have no such entry")
    return Found(_allowed(fact), str(fact.tier))


def _allowed(fact: Fact[Any]) -> Allowed:
    if isinstance(fact.use, bool):
        return frozenset("yes" if value else "no" for value in fact.any or (fact.use,))
    if isinstance(fact.use, int | float):
        if fact.any is not None:
            return numbers(list(fact.any))
        if fact.min is None and fact.max is None:
            return Span(fact.use, fact.use)
        return Span(-math.inf if fact.min is None else fact.min, math.inf if fact.max is None else fact.max)
    return frozenset(map(str, fact.any or (fact.use,)))


def _said(value: str, tier: object) -> Found:
    return Found(frozenset({value}), str(tier))


# properties of any component

_Reader = Callable[[Standard, Component, Row], Found]


def _plain(name: str) -> _Reader:
    return lambda standard, component, row: _fact(getattr(component, name), row)


def _underline(standard: Standard, component: Component, row: Row) -> Found:
    found = _fact(component.underline, row)
    return Found(frozenset({"no" if found.allowed == {"none"} else "yes"}), found.tier)


def _rule_present(standard: Standard, component: Component, row: Row) -> Found:
    return Found(frozenset({"no"}), "") if component.rule is None else _said("yes", component.rule.tier)


def _text(standard: Standard, component: Component, row: Row) -> Found:
    if component.text is None and row.component == "decision_word":
        words = {kind.decision_word for kind in standard.types.values()} - {None}
        return Found(frozenset(map(str, words & {row.text})), str(component.tier))
    found = _fact(component.text, row)
    assert isinstance(found.allowed, frozenset)
    return Found(found.allowed | set(component.accept), found.tier)


def _label(standard: Standard, component: Component, row: Row) -> Found:
    """The words with which a component's line opens."""
    if component.prefix is not None:
        return _said(component.prefix.use.strip(), component.prefix.tier)
    if component.text is not None:
        return _said(component.text.use.replace("{number}", "").strip().rstrip(":"), component.text.tier)
    form = _numbering(standard, row)
    words = form.words or (form.pattern.partition("{")[0].strip(),)
    return Found(frozenset(words), str(form.tier))


def _numbering(standard: Standard, row: Row) -> Any:
    name = row.component.removesuffix("_label")
    form = standard.numbering.get(row.component) or standard.numbering.get(name)
    if form is None:
        raise Unmapped(f"{row}: the data do not say how it is counted")
    return form


def _numeral(standard: Standard, component: Component, row: Row) -> Found:
    form = _numbering(standard, row)
    return _said({"letter": "letters"}.get(form.numeral, form.numeral), form.tier)


def _number_end(standard: Standard, component: Component, row: Row) -> Found:
    form = _numbering(standard, row)
    return _said(form.pattern.partition("{n}")[2], form.tier)


def _mark(name: str) -> _Reader:
    def read(standard: Standard, component: Component, row: Row) -> Found:
        mark = standard.marks.get(row.component)
        if mark is None:
            raise Unmapped(f"{row}: the data have no marks for it")
        return _fact(getattr(mark, name), row)

    return read


_PROPERTIES: dict[str, _Reader] = {
    "size_pt": _plain("size"),
    "bold": _plain("bold"),
    "italic": _plain("italic"),
    "case": _plain("case"),
    "align": _plain("align"),
    "underline": _underline,
    "indent_first_mm": _plain("indent"),
    "gap_before_pt": _plain("before"),
    "space_between_pt": _plain("before"),
    "line_auto": _plain("line"),
    "line_exact_pt": _plain("exact"),
    "rule_ratio": _plain("rule"),
    "rule_present": _rule_present,
    "text": _text,
    "inline_label": _label,
    "numbering": _numeral,
    "number_end": _number_end,
    "item_prefix": _mark("prefix"),
    "item_end": _mark("each"),
    "last_end": _mark("last"),
}


# what stands outside the components

_Special = Callable[[Standard, Row], Found]


def _page(name: str) -> _Special:
    return lambda standard, row: _fact(getattr(standard.page, name), row)


def _color(standard: Standard, row: Row) -> Found:
    found = _fact(standard.page.color, row)
    return Found(frozenset({"black"}) if found.allowed == {"000000"} else found.allowed, found.tier)


def _date_form(name: str) -> _Special:
    def read(standard: Standard, row: Row) -> Found:
        below = getattr(standard.date, name)
        return Found(Span(below, below), str(standard.date.tier))

    return read


def _number_prefix(standard: Standard, row: Row) -> Found:
    return _fact(standard.number_line.prefix, row)


def _number_case(standard: Standard, row: Row) -> Found:
    word = standard.number_line.prefix.use.strip().rstrip(":")
    return _said("sentence" if word == word.capitalize() else "upper", standard.number_line.tier)


def _number_examples(standard: Standard, row: Row) -> Found:
    line = standard.number_line
    codes = "|".join(re.escape(kind.code) for kind in standard.types.values() if kind.code)
    body = r"[A-ZĐ]+(?:-[A-ZĐ]+)*"
    values = {"number": r"\d{2,}" if line.pad_below == 10 else r"\d+", "type": f"(?:{codes})", "issuer": body, "unit": body}
    patterns = []
    for pattern in (line.typed, line.dispatch, line.dispatch_plain):
        escaped = re.sub(r"\\\{(\w+)\\\}", lambda m: values[m[1]], re.escape(pattern))
        patterns.append(re.compile(re.escape(line.prefix.use) + escaped))
    return Found(frozenset(), str(line.tier), Accepted(tuple(patterns)))


def _authority_marks(standard: Standard, row: Row) -> Found:
    forms = standard.signature
    own = (forms.on_behalf_of, forms.acting, forms.deputy_for, forms.by_order_of, forms.authorised_by)
    given = [form for form in own if form is not None]
    tiers = {str(form.tier) for form in given}
    return Found(frozenset(form.pattern.partition("{")[0].strip() for form in given), tiers.pop() if len(tiers) == 1 else None)


def _addressee_labels(standard: Standard, row: Row) -> Found:
    text = standard.components["addressee_label"].text
    assert text is not None
    own = {kind.addressee_label or text.use for kind in standard.types.values() if kind.addressees != "none"}
    return Found(frozenset(label.rstrip(":") for label in own), str(text.tier))


def _reference(standard: Standard, row: Row) -> Found:
    match = re.match(r"\((\D+?) \{", standard.words.reference.use)
    return _said(match[1] if match else "", standard.words.reference.tier)


def _filing_label(standard: Standard, row: Row) -> Found:
    mark = standard.marks["filing"]
    return _said(mark.lead.use.strip(), mark.lead.tier)


def _made(standard: Standard, part: str) -> str:
    with zipfile.ZipFile(io.BytesIO(make_template(standard))) as archive:
        return archive.read(part).decode("utf-8")


def _page_numerals(standard: Standard, row: Row) -> Found:
    found = re.search(r'<w:pgNumType[^>]*w:fmt="(\w+)"', _made(standard, "word/document.xml"))
    plain = found is None or found[1] == "decimal"
    shown = re.findall(r"<w:instrText[^>]*>\s*PAGE\s*<", _made(standard, "word/header1.xml"))
    return Found(frozenset({"arabic"} if plain and len(shown) == 1 else ()), None)


def _first_page(standard: Standard, row: Row) -> Found:
    document = _made(standard, "word/document.xml")
    hidden = "<w:titlePg/>" in document and 'w:type="first"' in document and "PAGE" not in _made(standard, "word/header2.xml")
    return Found(frozenset({"hidden" if hidden else "shown"}), None)


def _own_numbering(standard: Standard, row: Row) -> Found:
    return Found(frozenset({"yes" if '<w:pgNumType w:start="1"/>' in _made(standard, "word/document.xml") else "no"}), None)


_SPECIAL: dict[tuple[str, str], _Special] = {
    ("standard", "valid_from"): lambda s, row: _said(s.valid.since.isoformat(), "text"),
    ("standard", "valid_until"): lambda s, row: _said(str(s.valid.until), "text"),
    ("page", "width_mm"): _page("width"),
    ("page", "height_mm"): _page("height"),
    ("page", "margin_top_mm"): _page("top"),
    ("page", "margin_bottom_mm"): _page("bottom"),
    ("page", "margin_left_mm"): _page("left"),
    ("page", "margin_right_mm"): _page("right"),
    ("page", "font"): _page("font"),
    ("page", "color"): _color,
    ("appendix_reference", "font"): _page("font"),
    ("appendix_reference", "color"): _color,
    ("appendix_reference", "inline_label"): _reference,
    ("page_number", "page_number_from_top_mm"): _page("header"),
    ("page_number", "numbering"): _page_numerals,
    ("page_number", "page_number_first_page"): _first_page,
    ("page_number", "own_numbering"): _own_numbering,
    ("number", "number_prefix"): _number_prefix,
    ("number", "number_pattern_example"): _number_examples,
    ("number", "case"): _number_case,
    ("place_date", "day_pad_below"): _date_form("day_pad_below"),
    ("place_date", "month_pad_below"): _date_form("month_pad_below"),
    ("body", "end_of_text"): lambda s, row: _said(s.text_end.use, s.text_end.tier),
    ("point", "letters"): lambda s, row: _fact(s.letters, row),
    ("sign_authority", "mark"): _authority_marks,
    ("addressee_label", "inline_label"): _addressee_labels,
    ("recipient", "text"): lambda s, row: _fact(s.same_as_above, row),
    ("filing", "inline_label"): _filing_label,
}
