"""Patterns of texts for the JSON Schema: what an author never types, as far as a pattern can say it."""

from __future__ import annotations

from typing import Any

from docgen.spec.marks import marks_of
from docgen.standards import edition_for, load_standard

_ANY = ["string", "number", "boolean"]
_MARKS = marks_of(load_standard(edition_for("state", None)))
_NO_NUMBER = rf"(?!\s*[*_]{{0,3}}(?:{_MARKS.numbered.pattern}))"
_NO_TEXT_END = r"(?![\s\S]*\./\.)"
_NO_END = r"(?![\s\S]*[.,;:][*_]{0,3}\s*$)"
_NO_AUTHORITY = rf"(?!\s*(?:{_MARKS.authority.pattern}))"
_ONE_LINE = r"\s*[^\s](?:[^\n\t]*[^\s])?\s*$"
_YEAR = "(?!0000)[0-9]{4}"
_DAYS = (
    "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])",
    "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)",
    "02-(?:0[1-9]|[12][0-9])",
)
_ISO = rf"{_YEAR}(?:-(?:0[1-9]|1[0-2])|-(?:{'|'.join(_DAYS)}))?"

#: definitions by name; plain numbers and switches are texts like any other
TEXTS: dict[str, dict[str, Any]] = {
    "text": {"type": _ANY, "pattern": rf"^{_ONE_LINE}"},
    "running": {"type": _ANY, "pattern": rf"^{_NO_NUMBER}{_NO_TEXT_END}{_ONE_LINE}"},
    "bare": {"type": _ANY, "pattern": rf"^{_NO_NUMBER}{_NO_TEXT_END}{_NO_END}{_ONE_LINE}"},
    "office": {"type": _ANY, "pattern": rf"^{_NO_AUTHORITY}{_NO_NUMBER}{_NO_TEXT_END}{_NO_END}{_ONE_LINE}"},
    "cell": {"type": [*_ANY, "null"], "pattern": rf"^{_NO_TEXT_END}[^\n\t]*\s*$"},
}
_OFFICE = {"on_behalf_of", "deputy_for", "by_order_of", "authorised_by", "title", "other_title"}
_BARE = {
    "document": {"title", "authority", "bases", "proposal", "addressees", "place", "filing", "distribution"},
    "issuer": {"name", "parent"},
    "block": {"title"},
    "table": {"title", "unit"},
    "task": {"title", "lead", "support", "due", "result"},
    "participants": {"unit", "who", "name"},
    "duty": {"agency"},
    "article": {"title"},
    "recipient": {"name", "note"},
}
_PLAIN = {
    "document": {"standard", "type", "issuer", "unit", "drafter", "signature", "template"},
    "issuer": {"code"},
    "signature": {"rank", "name"},
    "table": {"header", "rows"},
}


def text_of(kind: str, key: str) -> str:
    """The definition that the texts of ``key`` in a mapping of ``kind`` follow."""
    if kind == "signature" and key in _OFFICE:
        return "office"
    if key in _BARE.get(kind, ()):
        return "bare"
    return "text" if key in _PLAIN.get(kind, ()) else "running"


def date_schema() -> dict[str, Any]:
    """A date, a month, a year, or nothing yet."""
    return {
        "anyOf": [
            {"type": "string", "pattern": rf"^\s*{_ISO}\s*$"},
            {"type": "integer", "minimum": 1000, "maximum": 9999},
            {"type": "null"},
            {"type": "string", "pattern": r"^\s*$"},
        ]
    }


def due_schema() -> dict[str, Any]:
    """A date or words; no text of the shape of a date that is none."""
    is_date = {"pattern": rf"^\s*{_ISO}\s*$"}
    shape = {"type": "string", "pattern": r"^\s*(?:[0-9]{4}|[0-9]{4}-[0-9]{1,2}(?:-[0-9]{1,2})?)\s*$"}
    return {"allOf": [{"$ref": "#/definitions/bare"}, {"anyOf": [is_date, {"not": shape}]}]}
