"""Rule set files → ``Standard``: defaults filled in, editions merged over their base, every error with file and line."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from docgen.problems import DocgenError, Place, Problem, msg
from docgen.sources import Mapping as MappingNode
from docgen.sources import Node, Scalar, Sequence, SourceText, node_at, parse, read_text
from docgen.standards.facts import Tier
from docgen.standards.model import Component, Standard

FOLDER = Path(__file__).parent
Raw = dict[str, object]
#: entries that are facts of their own; everything else under a component is one of its properties
FACT_GROUPS = ("page", "head", "foot", "drawing", "words", "titles")
MARK_FACTS = frozenset({"prefix", "lead", "each", "last", "single"})
FACT_KEYS = frozenset({"use", "min", "max", "any", "clause", "tier"})


def standard_names() -> tuple[str, ...]:
    """Names of the shipped rule sets, sorted."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


@cache
def load_standard(name: str) -> Standard:
    """The shipped rule set ``name``; ``DocgenError`` when there is none of that name."""
    if name not in standard_names():
        what = msg("there is no rule set called {name}", name=name)
        known = ", ".join(standard_names())
        raise DocgenError(Problem("standard-unknown", what, msg("use one of: {known}", known=known)))
    return read_standard(FOLDER / f"{name}.yaml")


def edition_for(regime: str, day: date | None) -> str:
    """The rule set of ``regime`` (``state`` or ``party``) in force on ``day``; the newest without a day or after the last.

    A day before every rule set gives the oldest one; the caller sees from its ``valid`` that it does not cover the day.
    """
    editions = sorted((load_standard(n) for n in standard_names()), key=lambda s: s.valid.since)
    editions = [s for s in editions if s.regime == regime]
    if day is None:
        return editions[-1].name
    in_force = [s for s in editions if s.valid.since <= day]
    return (in_force[-1] if in_force else editions[0]).name


def read_standard(path: Path) -> Standard:
    """Read one rule set file; ``edition_of`` names a rule set beside it whose entries it replaces."""
    source = read_text(path)
    root = parse(source, plain_in_flow=True).root
    raw = _mapping(source, root)
    digest = hashlib.sha256(source.text.encode())
    base_name = raw.pop("edition_of", None)
    confirmed = raw.pop("confirmed", [])
    if base_name is not None:
        base_path = path.with_name(f"{base_name}.yaml")
        base_source = read_text(base_path)
        base = _mapping(base_source, parse(base_source, plain_in_flow=True).root)
        digest.update(base_source.text.encode())
        own = {".".join(p) for p, _ in _leaves(raw)}
        raw = _merge(base, raw)
        normal = _normalise(raw)
        _demote(normal, own, confirmed if isinstance(confirmed, list) else [])
    else:
        normal = _normalise(raw)
    normal["fingerprint"] = digest.hexdigest()[:32]
    try:
        standard = Standard.model_validate(normal)
    except ValidationError as error:
        raise DocgenError(list(_problems(source, root, error))) from None
    problems = list(_check_references(source, root, standard))
    if problems:
        raise DocgenError(problems)
    return standard


def to_raw(node: Node) -> object:
    """A node as plain data: mappings, lists and texts; an absent scalar or ``null`` is ``None``."""
    if isinstance(node, MappingNode):
        return {entry.key.value: to_raw(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [to_raw(item) for item in node.items]
    assert isinstance(node, Scalar)
    return None if node.is_absent or (node.is_plain and node.value == "null") else node.value


def complete_fact(value: object, owner: Mapping[str, object]) -> Raw:
    """The long form of an entry: a plain value is its ``use``; ``clause`` and ``tier`` come from the owner where it has none."""
    own: Raw = dict(value) if isinstance(value, dict) and set(value) <= FACT_KEYS else {"use": value}
    for key in ("clause", "tier"):
        if key not in own and key in owner:
            own[key] = owner[key]
    return own


def _mapping(source: SourceText, root: Node) -> Raw:
    raw = to_raw(root)
    if not isinstance(raw, dict):
        what = msg("a rule set is a mapping of entries")
        raise DocgenError(Problem("standard-shape", what, msg("see nd30.yaml for the shape"), Place(source.shown, 1)))
    return raw


def _normalise(raw: Raw) -> Raw:
    """Fill in what the file leaves to its owners: facts' sources, the types' defaults."""
    normal = dict(raw)
    for group in FACT_GROUPS:
        entries = normal.get(group)
        if isinstance(entries, dict):
            normal[group] = {k: v if k == "set_of" else complete_fact(v, {}) for k, v in entries.items()}
    for key in ("letters", "list_marks", "same_as_above"):
        if key in normal:
            normal[key] = complete_fact(normal[key], {})
    components = normal.get("components")
    if isinstance(components, dict):
        normal["components"] = {n: complete_component(c) if isinstance(c, dict) else c for n, c in components.items()}
    marks = normal.get("marks")
    if isinstance(marks, dict):
        normal["marks"] = {n: _complete_some(m, MARK_FACTS) if isinstance(m, dict) else m for n, m in marks.items()}
    number = normal.get("number_line")
    if isinstance(number, dict):
        normal["number_line"] = _complete_some(number, ("prefix",))
    signature = normal.get("signature")
    if isinstance(signature, dict) and "in_charge_signs_for_head" in signature:
        signature = dict(signature)
        signature["in_charge_signs_for_head"] = complete_fact(signature["in_charge_signs_for_head"], {})
        normal["signature"] = signature
    defaults = normal.pop("type_defaults", {})
    types = normal.get("types")
    if isinstance(types, dict) and isinstance(defaults, dict):
        normal["types"] = {n: {**defaults, **t} if isinstance(t, dict) else t for n, t in types.items()}
    return normal


def _complete_some(entry: Mapping[str, object], facts: Collection[str]) -> Raw:
    """The values of an entry that are facts of their own, with the entry's clause and tier."""
    return {k: complete_fact(v, entry) if k in facts else v for k, v in entry.items()}


def complete_component(component: Mapping[str, object]) -> Raw:
    """A component's properties as facts with its clause and tier."""
    plain = {"label", "accept", "clause", "tier"}
    return {k: v if k in plain else complete_fact(v, component) for k, v in component.items()}


def _merge(base: Raw, over: Raw) -> Raw:
    merged = dict(base)
    for key, value in over.items():
        held = merged.get(key)
        is_fact = isinstance(value, dict) and "use" in value
        merged[key] = _merge(held, value) if isinstance(held, dict) and isinstance(value, dict) and not is_fact else value
    return merged


def _leaves(raw: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    if isinstance(raw, dict) and not (raw and set(raw) <= FACT_KEYS):
        for key, value in raw.items():
            yield from _leaves(value, (*path, str(key)))
    else:
        yield path, raw


def _demote(normal: object, own: set[str], confirmed: list[object], path: tuple[str, ...] = ()) -> None:
    """Give the tier ``practice`` to what an edition takes over without a witness of its own."""
    if not isinstance(normal, dict):
        return
    dotted = ".".join(path)
    witnessed = dotted in own or f"{dotted}.*" in confirmed or any(fnmatchcase(dotted, str(pattern)) for pattern in confirmed)
    if normal.get("tier") == Tier.TEXT and not witnessed:
        normal["tier"] = Tier.PRACTICE
    for key, value in normal.items():
        _demote(value, own, confirmed, (*path, str(key)))


def _problems(source: SourceText, root: Node, error: ValidationError) -> Iterator[Problem]:
    for detail in error.errors(include_url=False):
        path = "/".join(str(part) for part in detail["loc"])
        node = node_at(root, "/" + path)
        what = msg("rule set entry {path}: {reason}", path=path, reason=detail["msg"])
        remedy = msg("every entry needs a value (or `use`), a clause and a tier; compare with nd30.yaml")
        yield Problem("standard-entry", what, remedy, source.place_of(node))


def _check_references(source: SourceText, root: Node, standard: Standard) -> Iterator[Problem]:
    def missing(pointer: str, kind: str, name: str) -> Problem:
        what = msg("{kind} {name} is named here, but the rule set has none", kind=kind, name=name)
        return Problem("standard-reference", what, msg("add it or correct the name"), source.place_of(node_at(root, pointer)))

    for i, row in enumerate(standard.order):
        for name in (*row.left, *row.right):
            if name not in standard.components:
                yield missing(f"/order/{i}", "component", name)
    for slug, kind in standard.types.items():
        for level in (*kind.levels, *kind.article_levels):
            if level not in standard.numbering or level not in standard.components:
                yield missing(f"/types/{slug}/levels", "level", level)
    unknown = sorted(set(standard.components) - COMPONENT_NAMES)
    for name in unknown:
        yield missing(f"/components/{name}", "component", name)


#: the closed list of component names, as the reports use them
COMPONENT_NAMES = frozenset(
    [
        "page",
        "page_number",
        "motto",
        "slogan",
        "party_title",
        "parent",
        "issuer",
        "star",
        "number",
        "place_date",
        "draft_mark",
        "type_name",
        "abstract",
        "abstract_dispatch",
        "separator",
        "authority",
        "base",
        "decision_word",
        "body",
        "part_label",
        "part_title",
        "article",
        "section",
        "clause",
        "subclause",
        "point",
        "table_title",
        "table_unit",
        "table_header",
        "table_cell",
        "addressee_label",
        "addressee",
        "recipients_label",
        "recipient",
        "filing",
        "drafter",
        "sign_authority",
        "sign_title",
        "sign_other_title",
        "sign_concurrent",
        "sign_name",
        "appendix_label",
        "appendix_title",
        "appendix_reference",
    ]
)

__all__ = [
    "COMPONENT_NAMES",
    "Component",
    "complete_component",
    "complete_fact",
    "edition_for",
    "load_standard",
    "read_standard",
    "standard_names",
    "to_raw",
]
