"""The table of keys: complete, unambiguous, strict enough that no sentence passes for a key."""

from __future__ import annotations

import pytest

from docgen.config import common
from docgen.config.keys import english_key, entry_kinds, key_table, known_keys
from docgen.config.records import Record
from docgen.spec import models
from docgen.vietnamese import slugify

RECORDS = [
    value
    for module in (common, models)
    for value in vars(module).values()
    if isinstance(value, type) and issubclass(value, Record) and value is not Record
]


def test_every_key_of_a_model_is_in_the_table_and_the_other_way_round() -> None:
    in_models: dict[str, set[str]] = {}
    for record in RECORDS:
        in_models.setdefault(record.KIND, set()).update(field.alias or name for name, field in record.model_fields.items())
    in_table = {kind: set(keys) for kind, keys in key_table().items() if kind != "words"}
    assert in_models == in_table


def test_every_key_has_one_vietnamese_name_of_its_own() -> None:
    for kind, keys in key_table().items():
        names = [slugify(key.vietnamese) for key in keys.values()]
        assert all(names), kind
        assert len(set(names)) == len(names), kind
        assert not set(names) & set(keys), kind


@pytest.mark.parametrize(
    ("kind", "typed", "key"),
    [
        ("document", "trích yếu", "title"),
        ("document", "căn cứ", "bases"),
        ("document", "kính gửi", "addressees"),
        ("document", "nơi nhận", "distribution"),
        ("document", "nhiệm vụ", "tasks"),
        ("document", "người ký", "signature"),
        ("task", "chủ trì", "lead"),
        ("task", "phối hợp", "support"),
        ("task", "thời hạn", "due"),
        ("document", "trich yeu", "title"),
        ("document", "trich-yeu", "title"),
        ("document", "title", "title"),
        ("block", "title", "title"),
        ("document", "Trích yếu", None),
        ("block", "Mục đích", None),
        ("block", "trích yếu", None),
    ],
)
def test_keys_in_both_languages(kind: str, typed: str, key: str | None) -> None:
    assert english_key(kind, typed) == key


def test_known_keys_hold_both_languages() -> None:
    assert {"title", "trích yếu", "chủ trì", "agencies", "lĩnh vực"} <= known_keys()


def test_lists_say_of_which_kind_their_entries_are() -> None:
    kinds = entry_kinds()
    assert set(kinds.values()) <= key_table().keys()
    assert [kinds.get(key) for key in ("sections", "articles", "points", "tasks", "implementation", "bases")] == [
        *("block", "article", "block", "task", "duty", None)
    ]
