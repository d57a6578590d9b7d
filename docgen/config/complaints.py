"""What a validator found, said to the author: unknown keys, missing ones, the wrong kind of value, numbers that are none."""

from __future__ import annotations

from typing import Any

from pydantic_core import ErrorDetails

from docgen.config.data import Fields, Items, Leaf, Spot
from docgen.config.keys import key_table, kinds_with, known_keys, suggest
from docgen.config.records import KIND_SIGN, Shape
from docgen.problems import Message, Problem, msg
from docgen.sources import Scalar, SourceText, mapping_was_text, text_expected

_KIND_NAMES = {
    "document": msg("the document"),
    "issuer": msg("an issuer"),
    "block": msg("a section or block"),
    "table": msg("a table"),
    "task": msg("a task"),
    "participants": msg("the participants"),
    "duty": msg("an entry of implementation"),
    "article": msg("an article"),
    "recipient": msg("a recipient"),
    "signature": msg("a signature"),
    "agency_file": msg("agency.yaml"),
    "agency": msg("an agency of agency.yaml"),
    "labels": msg("the labels of an agency"),
}


def complain(
    detail: ErrorDetails, holder: Any, step: str | int | None, outer: Shape, inner: Shape, or_text: bool
) -> Problem | None:
    """The problem of one finding of pydantic's at ``step`` of ``holder``; ``None`` where it only follows from another one.

    ``outer`` is the shape of ``holder``, ``inner`` that of what stands at ``step``; ``or_text`` says that a text could stand
    in the holder's place.
    """
    kind = detail["type"]
    if kind == "extra_forbidden":
        return _unknown_key(holder, str(step), outer, or_text)
    if kind == "missing":
        said = step in holder.empty or step in holder.meant or (or_text and _was_text(holder, outer))
        return None if said else _missing_key(holder, str(step))
    found = holder if step is None else holder[step]
    name = _name(holder, step)
    if kind in ("whole_zero", "whole_number", "whole_kind"):
        return _not_whole(found, name, zero=kind == "whole_zero")
    if kind == "share":
        return Problem(
            "spec-number",
            msg("{key} must hold positive numbers.", key=name),
            msg("Write numbers like 2 or 1.5."),
            found.spot.place(),
        )
    if kind == "flag":
        remedy = msg("Write `{yes}`, or leave the key out.", yes=_yes(holder, step))
        return Problem("spec-flag", msg("{key} is either true or false.", key=name), remedy, found.spot.place())
    if kind == "draft":
        what = msg("{key} is either true or the number of the draft.", key=name)
        remedy = msg("Write `{yes}`, or a number such as 2.", yes=_yes(holder, step))
        return Problem("spec-flag", what, remedy, found.spot.place())
    if kind == "word":
        words = str(detail["ctx"]["words"])
        what = msg('"{value}" is not known here.', value=_shown(found))
        return Problem("spec-word", what, msg("Use one of: {words}.", words=words), found.spot.place())
    return _wrong_kind(detail, found, inner)


def complain_empty(spot: Spot, key: str | None) -> Problem:
    """A key or list item with nothing behind it."""
    what = msg("Nothing stands behind this dash.") if key is None else msg("Nothing stands behind {key}.", key=key)
    return Problem("spec-empty", what, msg("Fill it in or delete it."), spot.place())


def complain_duplicate(source: SourceText, key: Scalar, first: Scalar, pointer: str) -> Problem:
    """One key given in both languages."""
    line = source.position(first.start).line
    what = msg("{key} is the same key as {first} in line {line}.", key=key.value, first=first.value, line=line)
    return Problem("spec-duplicate-key", what, msg("Keep one of the two."), source.place_of(key, pointer))


def _was_text(holder: Fields, shape: Shape) -> bool:
    """Whether a mapping came about by a colon inside a text: none of its keys is one of this place."""
    allowed = _allowed(shape)
    if any(key in allowed for key in holder.keys_at):
        return False
    return mapping_was_text(holder.spot.source, holder.spot.node, known_keys()) is not None


def _unknown_key(holder: Fields, typed: str, shape: Shape, or_text: bool) -> Problem | None:
    allowed, kinds = _allowed(shape), [record.KIND for record in shape.records]
    names = {name: name for name in allowed}
    names |= {key.vietnamese: key.name for kind in kinds for key in key_table()[kind].values() if key.name in allowed}
    near = suggest(typed, list(names))
    # words that begin a sentence are rather a text with a colon than a misspelt key
    if near is not None and not (or_text and typed[:1].isupper()):
        holder.meant.add(names[near])
    elif or_text and _was_text(holder, shape):
        first = typed == next(iter(holder.keys_at))
        return text_expected(holder.spot.source, holder.spot.node, holder.spot.pointer, known_keys()) if first else None
    place = holder.key_spot(typed).place()
    what = msg('There is no key "{key}" in {kind}.', key=typed, kind=_KIND_NAMES[kinds[0]])
    remedy = msg("Allowed here: {keys}.", keys=", ".join(allowed))
    elsewhere = [kind for kind in kinds_with(typed) if kind not in kinds]
    if near is not None:
        remedy = msg("Did you mean {near}?", near=near)
    elif elsewhere:
        remedy = msg(
            "This key belongs to {kind}; here are allowed: {keys}.", kind=_KIND_NAMES[elsewhere[0]], keys=", ".join(allowed)
        )
    return Problem("spec-unknown-key", what, remedy, place)


def _allowed(shape: Shape) -> list[str]:
    names = (field.alias or name for record in shape.records for name, field in record.model_fields.items())
    return list(dict.fromkeys(names))


def _missing_key(holder: Fields, key: str) -> Problem:
    return Problem(
        "spec-missing-key", msg("{key} is missing here.", key=key), msg("Add `{key}: …`.", key=key), holder.spot.place()
    )


def _not_whole(found: Any, name: str, zero: bool) -> Problem:
    if zero:
        plain = str(found).lstrip("0")
        what = msg("{key} is typed with a zero in front; docgen writes the zeros that the rules ask for.", key=name)
        return Problem("spec-typed-zero", what, msg("Write {value}.", value=plain), found.spot.place())
    what = msg("{key} must be a positive whole number, not {value}.", key=name, value=_shown(found))
    return Problem("spec-whole-number", what, msg("Write digits only, without signs, separators and words."), found.spot.place())


def _wrong_kind(detail: ErrorDetails, found: Any, shape: Shape) -> Problem:
    expected = _expected(detail)
    if isinstance(found, Leaf):
        what = msg("{expected} belongs here, not the text {value}.", expected=_join_kinds(expected), value=_shown(found))
        remedy = msg("Write one entry a line below it, each behind a dash.") if "list" in expected else _keys_remedy(shape)
        return Problem("spec-kind", what, remedy, found.spot.place())
    spot: Spot = found.spot
    if "text" in expected:
        return text_expected(spot.source, spot.node, spot.pointer, known_keys())
    if isinstance(found, Items):
        what = msg("{expected} belongs here, not a list.", expected=_join_kinds(expected))
        return Problem("spec-kind", what, _keys_remedy(shape), spot.place())
    what = msg("{expected} belongs here, not keys.", expected=_join_kinds(expected))
    return Problem("spec-kind", what, msg("Begin each entry with a dash."), spot.place())


def _expected(detail: ErrorDetails) -> list[str]:
    kind = detail["type"]
    if kind == "union_tag_invalid":
        tags = str(detail["ctx"]["expected_tags"]).replace("'", "").replace(KIND_SIGN, "").split(", ")
        return ["mapping" if tag not in ("text", "list") else tag for tag in tags]
    return {"is_instance_of": ["text"], "list_type": ["list"]}.get(kind, ["mapping"])


def _join_kinds(expected: list[str]) -> Message:
    if "list" in expected and "mapping" in expected:
        return msg("A list or a set of keys")
    return msg("A list") if "list" in expected else msg("A set of keys")


def _keys_remedy(shape: Shape) -> Message:
    names = _allowed(shape)
    if not names:
        return msg("Write `key: value` on the lines below.")
    return msg("Write keys below it: {keys}.", keys=", ".join(names))


def _yes(holder: Any, step: str | int | None) -> str:
    """The word that turns a switch on, in the language in which its key is typed."""
    return key_table()["words"]["true"].vietnamese if _name(holder, step) != step else "true"


def _name(holder: Any, step: str | int | None) -> str:
    if isinstance(holder, Fields) and isinstance(step, str) and step in holder.keys_at:
        return holder.keys_at[step].value
    return next((part for part in reversed(holder.spot.pointer.split("/")) if not part.isdigit()), "") if step is not None else ""


def _shown(found: Any) -> str:
    text = str(found) if isinstance(found, Leaf) else "…"
    return text if len(text) <= 40 else text[:39] + "…"
