"""Which rule set and which type a spec follows."""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from docgen.config.common import Agency
from docgen.config.data import Leaf, Spot
from docgen.config.keys import english_word, suggest
from docgen.document.model import PartialDate
from docgen.problems import DocgenError, Place, msg
from docgen.spec.report import Report
from docgen.standards import DocumentType, Standard, apply_layer, edition_for, load_standard, standard_names

PARTY = "party"


def choose_standard(
    report: Report, leaf: Leaf | None, root: Spot, day: PartialDate | None, today: date | None
) -> Standard | None:
    """The rule set that ``leaf`` names; ``party`` is the edition in force on ``day``. A problem and ``None`` when there is none.

    Notes: which edition a document without a date follows, and that a named rule set is not in force on the day (without one:
    ``today``).
    """
    names = (*standard_names(), PARTY)
    if leaf is None:
        what = msg("Nothing says which rule set the document follows.")
        report.error("spec-missing-key", root, what, msg("Add `standard:` with one of: {names}.", names=", ".join(names)))
        return None
    name = english_word(leaf.strip())
    if name not in names:
        near = suggest(name, names)
        what = msg('There is no rule set "{name}".', name=str(leaf))
        remedy = msg("Use one of: {names}.", names=", ".join(names))
        report.error("spec-unknown-standard", leaf.spot, what, remedy if near is None else msg("Did you mean {near}?", near=near))
        return None
    if name == PARTY:
        name = edition_for(PARTY, None if day is None else last_day(day))
        if day is None:
            what = msg("The document has no date; it follows the newest rules of the Party, {name}.", name=name)
            report.note("spec-edition", leaf.spot, what)
    standard = load_standard(name)
    known = today if day is None else last_day(day)
    if known is not None and not standard.valid.covers(known):
        what = msg(
            "{name} is not in force on {day}: it holds from {since}.",
            name=name,
            day=known.isoformat(),
            since=standard.valid.since.isoformat(),
        )
        if standard.valid.until is not None and known > standard.valid.until:
            until = standard.valid.until.isoformat()
            what = msg("{name} is not in force on {day}: it held until {until}.", name=name, day=known.isoformat(), until=until)
        report.note("spec-not-in-force", leaf.spot, what)
    return standard


def last_day(day: PartialDate) -> date:
    """The last day that ``day`` may be."""
    month = day.month or 12
    return date(day.year, month, day.day or monthrange(day.year, month)[1])


def choose_type(report: Report, leaf: Leaf | None, root: Spot, standard: Standard | None) -> tuple[str, DocumentType] | None:
    """Slug and type that ``leaf`` names (slug or Vietnamese name), as far as ``standard`` has it and docgen lays it out."""
    if leaf is None:
        what = msg("The type of the document is missing.")
        report.error("spec-missing-key", root, what, msg("Add `type: …`, for example ke-hoach."))
        return None
    types = _all_types() if standard is None else standard.types
    slug = _slug(leaf, types)
    if slug is None:
        _report_unknown_type(report, leaf, types, standard)
        return None
    if types[slug].layout == "later":
        what = msg("{type} is not laid out yet.", type=types[slug].name)
        ready = ", ".join(s for s, kind in types.items() if kind.layout == "now")
        report.error("spec-not-yet", leaf.spot, what, msg("Types that work: {types}.", types=ready))
        return None
    return (slug, types[slug]) if standard is not None else None


def apply_agency(report: Report, standard: Standard, agency: Agency, follows: str | None) -> Standard:
    """``standard`` with the agency's labels and layer. ``follows`` is the rule set that the agency names.

    A layer written for another rule set is left aside with a note.
    """
    layer: dict[str, Any] = {}
    spots: dict[tuple[str, ...], Spot] = {}
    if agency.layer is not None:
        own = str(agency.layer.get("extends", follows or standard.name))
        if own == standard.name or ("extends" not in agency.layer and own in (PARTY, standard.regime)):
            layer = _plain(agency.layer, (), spots)
        else:
            what = msg("The agency's layer is for {own}; this document follows {name} without it.", own=own, name=standard.name)
            report.note("spec-layer-unused", agency.key_spot("layer"), what)
    if agency.labels is not None:
        words = dict(layer.get("words", {})) if isinstance(layer.get("words"), dict) else {}
        for key in agency.labels.given():
            leaf = getattr(agency.labels, key)
            words[key], spots["words", key] = str(leaf).strip(), leaf.spot
        layer["words"] = words
    if not layer:
        return standard

    def place_of(path: tuple[str, ...]) -> Place | None:
        while path and path not in spots:
            path = path[:-1]
        return spots[path].place() if path else agency.key_spot("layer").place()

    try:
        return _apply(_Layered(standard.fingerprint, json.dumps(layer, ensure_ascii=False), standard))
    except DocgenError:
        # only now the places are wanted, which differ from file to file and would spoil the cache
        try:
            apply_layer(standard, layer, place_of)
        except DocgenError as error:
            report.problems += error.problems
    return standard


@dataclass(frozen=True)
class _Layered:
    """A rule set and a layer as a key of the cache."""

    fingerprint: str
    layer: str
    standard: Standard = field(compare=False)


@lru_cache(maxsize=32)
def _apply(layered: _Layered) -> Standard:
    return apply_layer(layered.standard, json.loads(layered.layer))


def _plain(value: Any, path: tuple[str, ...], spots: dict[tuple[str, ...], Spot]) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner, (*path, key), spots) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner, path, spots) for inner in value]
    assert isinstance(value, Leaf)
    spots.setdefault(path, value.spot)
    return {"true": True, "false": False}.get(str(value), str(value))


def _slug(leaf: Leaf, types: Mapping[str, DocumentType]) -> str | None:
    typed = leaf.strip()
    if typed in types:
        return typed
    return next((slug for slug, kind in types.items() if kind.name.casefold() == typed.casefold()), None)


def _all_types() -> dict[str, DocumentType]:
    found: dict[str, DocumentType] = {}
    for name in standard_names():
        found.update(load_standard(name).types)
    return found


def _report_unknown_type(report: Report, leaf: Leaf, types: Mapping[str, DocumentType], standard: Standard | None) -> None:
    elsewhere = [n for n in standard_names() if _slug(leaf, load_standard(n).types) is not None]
    if elsewhere and standard is not None:
        what = msg("{name} has no type {type}.", name=standard.name, type=str(leaf))
        remedy = msg("Rule sets that have it: {names}.", names=", ".join(elsewhere))
        report.error("spec-unknown-type", leaf.spot, what, remedy)
        return
    by_name = {**{slug: slug for slug in types}, **{kind.name: slug for slug, kind in types.items()}}
    near = suggest(leaf, by_name)
    what = msg('There is no type "{type}".', type=str(leaf))
    remedy = msg("Known types: {types}.", types=", ".join(types))
    if near is not None:
        remedy = msg("Did you mean {near}?", near=by_name[near])
    report.error("spec-unknown-type", leaf.spot, what, remedy)
