"""What a validator found in a rule set or layer, in plain words."""

from __future__ import annotations

from pydantic_core import ErrorDetails

from docgen.problems import Message, msg
from docgen.standards.facts import Tier, Unsound, say_value
from docgen.standards.merging import Path

_KINDS = {
    "float": msg("a number"),
    "int": msg("a whole number"),
    "bool": msg("true or false"),
    "string": msg("a text"),
    "tuple": msg("a list"),
    "date": msg("a date like 2026-05-27"),
    "mapping": msg("a group of entries"),
    "dict": msg("a group of entries"),
    "model": msg("a group of entries"),
}


def path_of(detail: ErrorDetails) -> Path:
    """The path of the entry that the finding is about."""
    path = tuple(detail["loc"])
    error = detail.get("ctx", {}).get("error")
    return (*path, error.key) if isinstance(error, Unsound) and error.key else path


def dotted(path: Path) -> str:
    """A path as people write it: ``components.body.size``."""
    return ".".join(map(str, path))


def explain(detail: ErrorDetails, path: Path) -> tuple[Message, Message]:
    """What is wrong at ``path``, and what to do."""
    entry, kind = dotted(path), detail["type"]
    error = detail.get("ctx", {}).get("error")
    if isinstance(error, Unsound):
        return msg("{entry}: {reason}", entry=entry, reason=error.what), msg("Correct one of the values.")
    if kind == "missing":
        remedy = msg("Add it. Every entry needs its value, the clause it is from (empty where none says it) and a tier.")
        return msg("{entry} is missing.", entry=entry), remedy
    if kind == "extra_forbidden":
        remedy = msg("Correct the name; the rule sets beside this one show all there are.")
        return msg("{entry} is not known.", entry=entry), remedy
    given = detail["input"]
    if kind == "enum":
        allowed = msg("one of {values}", values=", ".join(Tier))
    elif kind == "literal_error":
        allowed = msg("one of {values}", values=str(detail["ctx"]["expected"]).replace("'", "").replace(" or ", ", "))
    else:
        allowed = _KINDS.get(kind.partition("_")[0], msg("another kind of value"))
    what = msg("{entry}: {allowed} belongs here.", entry=entry, allowed=allowed)
    if isinstance(given, str | int | float):
        what = msg("{entry}: {allowed} belongs here, not {value}.", entry=entry, allowed=allowed, value=say_value(given))
    return what, msg("Give a value of that kind.")
