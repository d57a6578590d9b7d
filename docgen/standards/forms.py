"""Forms of words in a rule set: which names in braces each may and must hold."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from string import Formatter
from typing import Any

from docgen.problems import msg
from docgen.standards.faults import Fault, at
from docgen.standards.merging import Path

_DAY = ("day", "month", "year")
_COUNTED = ("about", "count", "unit")
#: form of words → the names it must hold, the names it may hold
_FORMS: dict[Path, tuple[Collection[str], Collection[str]]] = {
    ("date", "pattern"): (_DAY, ()),
    ("date", "reference_pattern"): (_DAY, ()),
    ("date", "month_pattern"): (("month", "year"), ()),
    ("date", "year_pattern"): (("year",), ()),
    ("date", "place_pattern"): (("place", "date"), ()),
    ("number_line", "typed"): (("number", "type", "issuer"), ()),
    ("number_line", "dispatch"): (("number", "issuer"), ("type", "unit")),
    ("number_line", "dispatch_plain"): (("number", "issuer"), ("type",)),
    ("signature", "on_behalf_of", "pattern"): (("words",), ()),
    ("signature", "deputy_for", "pattern"): (("words",), ()),
    ("signature", "by_order_of", "pattern"): (("words",), ()),
    ("signature", "authorised_by", "pattern"): (("words",), ()),
    ("signature", "acting", "pattern"): (("words",), ()),
    ("signature", "ranked_name", "pattern"): (("rank", "words"), ()),
    ("words", "attendance", "use"): (("who", "count"), _COUNTED),
    ("words", "total", "use"): (("count",), _COUNTED),
    ("words", "site", "use"): (("name", "count"), _COUNTED),
    ("words", "site_plain", "use"): (("name",), ()),
    ("words", "site_bare", "use"): (("name", "count"), _COUNTED),
    ("words", "table_unit", "use"): (("unit",), ()),
    ("words", "reference", "use"): (("type", "number", "date", "issuer"), ()),
    ("components", "draft_mark", "text", "use"): (("number",), ()),
    ("components", "appendix_label", "numbered_text", "use"): (("number",), ()),
}
_COLOUR = re.compile(r"[0-9A-F]{6}")


def check_forms(data: Any) -> Iterator[Fault]:
    """What is wrong with the forms of words of a rule set given as plain data, those of numbered levels left aside."""
    for path, (needed, allowed) in _FORMS.items():
        yield from check_form(at(data, *path), path, needed, allowed)
    ends, replaces = at(data, "text_end", "use"), at(data, "text_end", "replaces")
    if isinstance(ends, str) and isinstance(replaces, str) and not ends.startswith(replaces):
        what = msg("The end of the text must begin with the sign it takes the place of, {sign}.", sign=replaces)
        yield Fault((("text_end", "use"),), what, msg("Correct one of the two."), "standard-form")
    colour = at(data, "page", "color", "use")
    if isinstance(colour, str) and not _COLOUR.fullmatch(colour):
        what = msg("{value} is no colour.", value=colour)
        yield Fault((("page", "color", "use"),), what, msg("Write six hexadecimal digits in quotation marks."), "standard-form")


def check_form(form: Any, path: Path, needed: Collection[str], allowed: Collection[str]) -> Iterator[Fault]:
    """What is wrong with one form at ``path``, which must hold all ``needed`` names and may hold the ``allowed`` ones."""
    if not isinstance(form, str):
        return
    remedy = msg("Names that may stand here: {names}.", names=", ".join(f"{{{n}}}" for n in dict.fromkeys((*needed, *allowed))))
    try:
        pieces = [piece for piece in Formatter().parse(form) if piece[1] is not None]
    except ValueError:
        yield Fault((path,), msg('A brace in "{form}" is not closed or not opened.', form=form), remedy, "standard-form")
        return
    names = [f"{name}{'!' * bool(conversion)}{conversion or ''}{':' * bool(spec)}{spec}" for _, name, spec, conversion in pieces]
    for name in names:
        if name not in needed and name not in allowed:
            what = msg('"{form}": {name} is not known here.', form=form, name=f"{{{name}}}")
            yield Fault((path,), what, remedy, "standard-form")
    for name in needed:
        if name not in names:
            yield Fault((path,), msg('"{form}" lacks {name}.', form=form, name=f"{{{name}}}"), remedy, "standard-form")
