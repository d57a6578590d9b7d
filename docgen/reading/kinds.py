"""The document's type, told by its printed name, else by its number and its addressees."""

from __future__ import annotations

from docgen.reading.layout import ReadNumber, Sure
from docgen.reading.titles import Title
from docgen.reading.work import Work
from docgen.standards import Standard


def settle_type(work: Work, title: Title, number: ReadNumber | None) -> tuple[str | None, Sure]:
    """The slug of the type in the rule set, and how sure that is; ``None`` where it cannot be told."""
    standard = work.standard
    if title.name is not None:
        return _slug(standard, title.name.slugs), title.sure
    if title.legal or work.has("type_name"):
        return None, Sure.GUESS
    dispatch = next((slug for slug, kind in standard.types.items() if kind.dispatch), None)
    code = _by_code(standard, number)
    if work.has("abstract_dispatch"):
        return dispatch, Sure.CERTAIN if work.has("addressee_label") or code in (None, dispatch) else Sure.LIKELY
    if code == dispatch and code is not None:
        return dispatch, Sure.LIKELY
    if work.has("addressee_label"):
        return (code, Sure.GUESS) if code is not None else (dispatch, Sure.LIKELY)
    return code, Sure.GUESS


def _slug(standard: Standard, slugs: dict[str, str]) -> str | None:
    """The type's slug in ``standard``; a rule set that does not know it has none."""
    slug = slugs.get(standard.name)
    if slug is not None:
        return slug
    return next((found for found in slugs.values() if found in standard.types), None)


def _by_code(standard: Standard, number: ReadNumber | None) -> str | None:
    if number is None or not number.code:
        return None
    for slug, kind in standard.types.items():
        if number.code.casefold() in (code.casefold() for code in (kind.code, *kind.other_codes) if code):
            return slug
    return None
