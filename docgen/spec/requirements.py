"""Which keys a type must have, may have, and cannot have."""

from __future__ import annotations

from docgen.config.common import Agency
from docgen.problems import Message, msg
from docgen.spec.context import Context
from docgen.spec.models import Spec

#: keys of the top level that print the body, beside ``articles`` and ``body``
PART_KEYS = ("purpose", "requirements", "sections", "participants", "tasks", "implementation")
BODY_KEYS = (*PART_KEYS, "articles", "body")
DECISION_KEYS = ("authority", "proposal")


def check_keys(context: Context, spec: Spec, agency: Agency | None) -> None:
    """Report every key that is missing at the top level, does not belong to the type, contradicts another one, or works later."""
    for key in Spec.LATER:
        if spec.has(key):
            what = msg("{key} does not work yet.", key=key)
            context.report.error("spec-not-yet", spec.key_spot(key), what, msg("Delete it for now."))
    _check_missing(context, spec, agency)
    _check_type_keys(context, spec)
    _check_bodies(context, spec)


def _check_missing(context: Context, spec: Spec, agency: Agency | None) -> None:
    def missing(key: str, example: Message) -> None:
        what = msg("{key} is missing.", key=key)
        context.report.error("spec-missing-key", spec.spot, what, example)

    if not spec.has("issuer"):
        missing("issuer", msg("Add `issuer:` with `name` and `code`, or a short name of agency.yaml."))
    # an unknown short name hides what the agency would have given
    known = agency is not None or not isinstance(spec.issuer, str)
    if known and not spec.has("place") and not (agency and agency.place):
        missing("place", msg("Add `place: …`."))
    if known and not spec.has("distribution") and not spec.has("filing") and not (agency and agency.filing):
        missing("distribution", msg("Add `distribution:` or `filing:`."))
    if not spec.has("title"):
        missing("title", msg("Add `title: …`, what the document is about."))
    if not spec.has("signature"):
        missing("signature", msg("Add `signature:` with `title` and `name`."))
    if not any(spec.has(key) for key in BODY_KEYS):
        missing("body", msg("Add `body:`, `sections:` or another key that holds the text."))
    kind = context.type
    if kind is not None and kind.addressees == "required" and not spec.has("addressees"):
        missing("addressees", msg("A {type} names whom it is sent to: add `addressees:`.", type=kind.name))


def _check_type_keys(context: Context, spec: Spec) -> None:
    kind = context.type
    if kind is None:
        return

    def refuse(key: str, remedy: Message) -> None:
        what = msg("{key} does not belong to a {type}.", key=spec.typed(key), type=kind.name)
        context.report.error("spec-key-not-for", spec.key_spot(key), what, remedy)

    if spec.has("unit") and not kind.unit:
        refuse("unit", msg("Only a công văn of the state carries the drafting unit's code; delete it."))
    if spec.has("addressees") and kind.addressees == "none":
        refuse("addressees", msg("Name the recipients in `distribution`."))
    if spec.has("articles") and not kind.articles:
        refuse("articles", msg("Use `sections`."))
    for key in DECISION_KEYS:
        if spec.has(key) and kind.decision_word is None:
            refuse(key, msg("It belongs to documents that decide; delete it."))


def _check_bodies(context: Context, spec: Spec) -> None:
    for whole in ("articles", "body"):
        others = [key for key in BODY_KEYS if key != whole and spec.has(key)]
        if spec.has(whole) and others:
            what = msg("`{key}` holds the whole text; {others} cannot stand beside it.", key=whole, others=", ".join(others))
            context.report.error("spec-body-and-parts", spec.key_spot(whole), what, msg("Put them into `{key}`.", key=whole))
            return
