"""The JSON Schema of the spec language, made from the models, the table of keys and the rule sets; keywords of draft-07 only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from docgen.config.common import Issuer, Recipient, Signature
from docgen.config.keys import key_table
from docgen.config.records import Record
from docgen.spec import models
from docgen.spec.requirements import BODY_KEYS, DECISION_KEYS
from docgen.spec.schema_texts import TEXTS, date_schema, due_schema, text_of
from docgen.standards import DocumentType, load_standard, standard_names
from docgen.vietnamese import slugify

Schema = dict[str, Any]
DRAFT = "http://json-schema.org/draft-07/schema#"
_RECORDS: tuple[type[Record], ...] = (
    models.Spec,
    Issuer,
    Recipient,
    Signature,
    models.Block,
    models.Table,
    models.Task,
    models.TaskGroup,
    models.TaskSection,
    models.Participants,
    models.Site,
    models.Attendance,
    models.Duty,
    models.Article,
)
#: blocks that may stand in ``sections`` and in ``list`` have rules of their own
_FEW = 8
_NUMBERED, _ITEM = "NumberedBlock", "ListItem"


def schema() -> Schema:
    """The JSON Schema of a spec file: every key in both languages, with a line for editors in Vietnamese."""
    raw = models.Spec.model_json_schema(by_alias=True, ref_template="#/definitions/{model}")
    found: Schema = dict(raw.pop("$defs"))
    found["Spec"] = raw
    definitions: Schema = {name: dict(text) for name, text in TEXTS.items()}
    for record in _RECORDS:
        definitions.update(_record(record, found[record.__name__]))
    definitions[_NUMBERED] = {"allOf": [_ref("Block"), _any_of("block", ["title", "text", "body"])]}
    frame = [key for key in key_table()["block"] if key not in ("text", "list", "table", "body")]
    definitions[_ITEM] = {"allOf": [_ref("Block"), {"not": _any_of("block", frame)}, _any_of("block", ["text", "body"])]}
    spec = definitions.pop("Spec")
    made = {"$schema": DRAFT, "title": "docgen", **spec, "definitions": dict(sorted(definitions.items()))}
    shared: Schema = {}
    smaller: Schema = _share_words(made, shared)
    smaller["definitions"] |= shared
    return smaller


def spellings(kind: str, key: str) -> list[str]:
    """Every way to write a key: English, Vietnamese, Vietnamese without marks."""
    vietnamese = key_table()[kind][key].vietnamese
    plain = slugify(vietnamese)
    return list(dict.fromkeys([key, vietnamese, plain, plain.replace("-", " ")]))


def _record(record: type[Record], raw: Schema) -> Schema:
    """The definition of one record, and one for the values of each of its keys."""
    kind, name = record.KIND, record.__name__
    definitions: Schema = {}
    properties: Schema = {}
    patterns: Schema = {}
    later = models.Spec.LATER if record is models.Spec else ()
    for key, value in raw["properties"].items():
        if key in later:
            continue
        entry = key_table()[kind][key]
        definitions[f"{name}.{key}"] = {"description": entry.help, **_refine(record, key, value)}
        properties[key] = properties[entry.vietnamese] = _ref(f"{name}.{key}")
        patterns["^" + slugify(entry.vietnamese).replace("-", "[ -]") + "$"] = _ref(f"{name}.{key}")
    rules = [_any_of(kind, [key]) for key in raw.get("required", ())]
    rules += _RULES[record]() if record in _RULES else []
    definitions[name] = {
        "type": "object",
        "minProperties": 1,
        "properties": properties,
        "patternProperties": patterns,
        "additionalProperties": False,
        "allOf": rules,
    }
    return definitions


def _refine(record: type[Record], key: str, value: Schema) -> Schema:
    if key in ("date", "due"):
        return date_schema() if key == "date" else due_schema()
    cleaned: Schema = _clean(value, text_of(record.KIND, key))
    if record is models.Spec and key == "type":
        return {"enum": sorted({word for kind in _types().values() for word in kind})}
    if key == "standard":
        return {"enum": [*standard_names(), *spellings("words", "party")]}
    if key == "align":
        words = [word for name in ("left", "center", "right") for word in spellings("words", name)]
        return {**cleaned, "items": {"enum": words}}
    if key in record.EMPTY_ITEMS:
        cells: Schema = _replace(cleaned, _ref("text"), _ref("cell"))
        return cells
    if key in ("sections", "points"):
        cleaned = _replace(cleaned, _ref("Block"), _ref(_NUMBERED))
    if key == "list":
        cleaned = _replace(cleaned, _ref("Block"), _ref(_ITEM))
    if key in record.MAY_BE_EMPTY:
        cleaned = {"anyOf": [*cleaned.get("anyOf", [cleaned]), {"type": "null"}, {"type": "string", "pattern": "^\\s*$"}]}
    return cleaned


def _clean(value: Any, text: str) -> Any:
    """pydantic's schema without titles, defaults and nulls; every text is the definition ``text``, no list is empty."""
    if isinstance(value, list):
        return [_clean(inner, text) for inner in value]
    if not isinstance(value, dict):
        return value
    if value.get("type") == ["string", "number", "boolean"]:
        return _ref(text)
    cleaned = {key: _clean(inner, text) for key, inner in value.items() if key not in ("title", "default", "description")}
    if "oneOf" in cleaned:
        cleaned["anyOf"] = cleaned.pop("oneOf")
    if cleaned.get("type") == "array":
        cleaned["minItems"] = 1
    members = [member for member in cleaned.get("anyOf", ()) if member != {"type": "null"}]
    if len(members) == 1:
        only: Schema = members[0]
        return only
    return {**cleaned, "anyOf": members} if members else cleaned


def _replace(value: Any, old: Schema, new: Schema) -> Any:
    if value == old:
        return new
    if isinstance(value, list):
        return [_replace(inner, old, new) for inner in value]
    return {key: _replace(inner, old, new) for key, inner in value.items()} if isinstance(value, dict) else value


def _share_words(value: Any, shared: Schema) -> Any:
    """``value`` with each long list of words put into ``shared`` once and referred to."""
    if isinstance(value, list):
        return [_share_words(inner, shared) for inner in value]
    if not isinstance(value, dict):
        return value
    if list(value) == ["enum"] and len(value["enum"]) > _FEW:
        known = next((name for name, held in shared.items() if held == value), None)
        name = known or f"words-{len(shared) + 1}"
        shared[name] = value
        return _ref(name)
    return {key: _share_words(inner, shared) for key, inner in value.items()}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _any_of(kind: str, keys: Iterable[str]) -> Schema:
    """At least one of ``keys`` stands there, in any spelling."""
    return {"anyOf": [{"required": [name]} for key in keys for name in spellings(kind, key)]}


def _where(kind: str, key: str, value: Schema) -> Schema:
    """``key`` stands there, in any spelling, with this value."""
    return {"anyOf": [{"required": [name], "properties": {name: value}} for name in spellings(kind, key)]}


def _true(kind: str, key: str) -> Schema:
    return _where(kind, key, {"enum": [True, *spellings("words", "true")]})


def _if(condition: Schema, then: Schema) -> Schema:
    return {"if": condition, "then": then}


def _block_rules() -> list[Schema]:
    parts = [key for key in key_table()["block"] if key not in ("title", "run_in", "body")]
    first_text = _any_of("block", ["text", "body"])
    return [
        _if(_any_of("block", ["body"]), {"not": _any_of("block", parts)}),
        _any_of("block", [*parts, "body"]),
        _if(_true("block", "run_in"), {"allOf": [_any_of("block", ["title"]), first_text]}),
    ]


def _task_rules() -> list[Schema]:
    return [
        _any_of("task", ["title", "text"]),
        _if(_true("task", "run_in"), {"allOf": [_any_of("task", ["title"]), _any_of("task", ["text"])]}),
    ]


def _participants_rules() -> list[Schema]:
    both = {"allOf": [_any_of("participants", ["groups"]), _any_of("participants", ["sites"])]}
    site = {"type": "object", **_any_of("participants", ["groups", "total"])}
    counted = {"anyOf": [_any_of("participants", ["groups", "total"]), _where("participants", "sites", {"contains": site})]}
    return [
        {"not": both},
        _any_of("participants", ["groups", "sites", "total"]),
        _if(_any_of("participants", ["unit"]), counted),
    ]


def _signature_rules() -> list[Schema]:
    return [_any_of("signature", ["title", "on_behalf_of"]), _if(_true("signature", "acting"), _any_of("signature", ["title"]))]


def _spec_rules() -> list[Schema]:
    own_issuer = _where("document", "issuer", {"type": "object"})
    rules = [_any_of("document", [key]) for key in ("type", "issuer", "title", "signature")]
    rules += [_if(own_issuer, _any_of("document", keys)) for keys in (["standard"], ["place"], ["distribution", "filing"])]
    rules.append(_any_of("document", BODY_KEYS))
    for whole in ("articles", "body"):
        rules.append(_if(_any_of("document", [whole]), {"not": _any_of("document", [k for k in BODY_KEYS if k != whole])}))
    for names in (None, *((name,) for name in standard_names()), ("party",)):
        rules += _type_rules(names)
    return [*rules, *_authority_rules(own_issuer)]


def _authority_rules(own_issuer: Schema) -> Iterator[Schema]:
    """What the rule set that a spec names lets no signer do; ``own_issuer``: no agency says that ranks are written."""
    party = _where("document", "standard", {"enum": [*_party_names(), *spellings("words", "party")]})
    state = _where("document", "standard", {"enum": [name for name in standard_names() if name not in _party_names()]})
    deputy, in_charge = _any_of("signature", ["deputy_for"]), _true("signature", "in_charge")
    rank = _any_of("signature", ["rank"])
    not_alone = {"allOf": [deputy, {"anyOf": [_any_of("signature", ["on_behalf_of"]), in_charge]}]}
    yield _if(party, {"not": _signed({"anyOf": [rank, not_alone]})})
    yield _if(state, {"not": _signed({"allOf": [in_charge, {"not": deputy}]})})
    yield _if({"allOf": [state, own_issuer]}, {"not": _signed(rank)})


def _signed(how: Schema) -> Schema:
    """Some signer signs so."""
    one = {"type": "object", **how}
    return _where("document", "signature", {"anyOf": [one, {"type": "array", "contains": one}]})


def _type_rules(names: tuple[str, ...] | None) -> Iterator[Schema]:
    """What each type must and cannot have under the rule set called ``names``; ``None``: whatever rule set it follows."""
    editions = list(standard_names()) if names is None else _party_names() if names == ("party",) else list(names)
    kinds: dict[str, list[DocumentType]] = {}
    for edition in editions:
        for slug, kind in load_standard(edition).types.items():
            if kind.layout == "now":
                kinds.setdefault(slug, []).append(kind)
    named = [] if names is None else spellings("words", "party") if names == ("party",) else list(names)
    known = _where("document", "standard", {"enum": named}) if names else {}
    if names:
        words = sorted({word for slug in kinds for word in _types()[slug]})
        yield _if(known, _where("document", "type", {"enum": words}))
    checks: list[tuple[str, bool, Callable[[DocumentType], bool]]] = [
        ("addressees", True, lambda kind: kind.addressees == "required"),
        ("addressees", False, lambda kind: kind.addressees == "none"),
        ("unit", False, lambda kind: not kind.unit),
        ("articles", False, lambda kind: not kind.articles),
        *((key, False, lambda kind: kind.decision_word is None) for key in DECISION_KEYS),
    ]
    for key, must, holds in checks:
        slugs = [slug for slug, found in kinds.items() if all(holds(kind) for kind in found)]
        if slugs:
            types = _where("document", "type", {"enum": sorted({word for slug in slugs for word in _types()[slug]})})
            has = _any_of("document", [key])
            yield _if({"allOf": [known, types]} if names else types, has if must else {"not": has})


def _party_names() -> list[str]:
    return [name for name in standard_names() if load_standard(name).regime == "party"]


def _types() -> Mapping[str, list[str]]:
    """Every type that is laid out, with the ways to name it."""
    found: dict[str, list[str]] = {}
    for name in standard_names():
        for slug, kind in load_standard(name).types.items():
            if kind.layout == "now":
                found[slug] = [slug, kind.name, kind.name.lower()]
    return found


def _article_rules() -> list[Schema]:
    return [_any_of("article", ["title", "text"])]


_RULES: Mapping[type[Record], Callable[[], list[Schema]]] = {
    models.Spec: _spec_rules,
    models.Block: _block_rules,
    models.Task: _task_rules,
    models.Participants: _participants_rules,
    models.Article: _article_rules,
    Signature: _signature_rules,
}
