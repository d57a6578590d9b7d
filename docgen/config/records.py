"""The base of every model that the user's files are validated against, and the kinds of values that they share."""

from __future__ import annotations

import re
import types
from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, ClassVar, NamedTuple, Union, get_args, get_origin

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    ModelWrapValidatorHandler,
    PrivateAttr,
    Tag,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from docgen.config.data import Fields, Items, Leaf, Spot, child_pointer, is_cut
from docgen.config.keys import english_word

#: marks the kinds of a union in pydantic's locations, so that they are never taken for keys
KIND_SIGN = "\u00a7"
_WHOLE = re.compile(r"[1-9][0-9]{0,8}")
_ZERO_IN_FRONT = re.compile(r"0+[1-9][0-9]{0,8}")
_SHARE = re.compile(r"[0-9]{1,6}(?:[.][0-9]{1,6})?")


class Record(BaseModel):
    """A mapping of the user's. ``KIND`` is its group in the table of keys, ``MAY_BE_EMPTY`` the keys that may have nothing
    behind them.

    ``EMPTY_ITEMS``: keys whose lists may hold empty texts (cells of a table).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    KIND: ClassVar[str]
    MAY_BE_EMPTY: ClassVar[frozenset[str]] = frozenset()
    EMPTY_ITEMS: ClassVar[frozenset[str]] = frozenset()
    _fields: Fields = PrivateAttr()

    @model_validator(mode="wrap")
    @classmethod
    def _keep_fields(cls, data: Any, handler: ModelWrapValidatorHandler[Any]) -> Any:
        record = handler(data)
        record._fields = data
        return record

    @property
    def spot(self) -> Spot:
        """Where the mapping stands."""
        return self._fields.spot

    @property
    def pointer(self) -> str:
        """The pointer of the mapping."""
        return self._fields.spot.pointer

    def key_spot(self, key: str) -> Spot:
        """Where a key stands (English name)."""
        return self._fields.key_spot(key)

    def below(self, key: str) -> str:
        """The pointer of the value of ``key``."""
        return child_pointer(self.pointer, key)

    def item_spot(self, key: str, index: int) -> Spot:
        """Where an entry of the list under ``key`` stands."""
        items = self._fields[key]
        return items[index].spot if isinstance(items, Items) else items.spot

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the mapping and its lists had to be left out as wrong or empty."""
        return not is_cut(self._fields)

    @property
    def empty(self) -> frozenset[str]:
        """The keys with nothing behind them."""
        return frozenset(self._fields.empty)

    def has(self, key: str) -> bool:
        """Whether ``key`` stands in the mapping, be its value right or wrong; a key that may be empty and is counts as absent."""
        fields = self._fields
        return key in fields.meant or (key in fields.keys_at and not (key in fields.empty and key in self.MAY_BE_EMPTY))

    def is_kept(self, key: str) -> bool:
        """Whether nothing wrong stood under ``key``: it is absent, or its value is in the record."""
        fields = self._fields
        return key in fields or (key not in fields.keys_at and key not in fields.meant)

    def typed(self, key: str) -> str:
        """``key`` as the author typed it."""
        node = self._fields.keys_at.get(key)
        return key if node is None else node.value

    def given(self) -> tuple[str, ...]:
        """The keys that stand in the mapping, in the order written; those with nothing behind them are left out."""
        return tuple(self._fields)


def kind_of(value: Any) -> str:
    """What stands somewhere: ``§text``, ``§list`` or ``§mapping``."""
    if isinstance(value, dict):
        return f"{KIND_SIGN}mapping"
    return f"{KIND_SIGN}list" if isinstance(value, list) else f"{KIND_SIGN}text"


def by_kind(choose: Callable[[Any], str] = kind_of) -> Discriminator:
    """Choose the member of a union by what stands there, so that its errors are about that member alone."""
    return Discriminator(choose)


TEXT, LIST, MAPPING = Tag(f"{KIND_SIGN}text"), Tag(f"{KIND_SIGN}list"), Tag(f"{KIND_SIGN}mapping")
#: a mapping where a text is never meant
KEYS = Tag(f"{KIND_SIGN}keys")


def list_or_keys(value: Any) -> str:
    """Like ``kind_of`` where a list or a mapping may stand, never a text."""
    return KEYS.tag if isinstance(value, dict) else kind_of(value)


def _read_whole(value: Any) -> Any:
    if not isinstance(value, Leaf):
        raise PydanticCustomError("whole_kind", "a whole number is expected")
    if not _WHOLE.fullmatch(value):
        kind = "whole_zero" if _ZERO_IN_FRONT.fullmatch(value) else "whole_number"
        raise PydanticCustomError(kind, "a positive whole number is expected", {"typed": str(value)})
    return int(value)


def _read_share(value: Any) -> Any:
    if not isinstance(value, Leaf) or not _SHARE.fullmatch(value) or not float(value):
        raise PydanticCustomError("share", "a positive number is expected")
    return float(value)


def _read_flag(value: Any) -> Any:
    word = english_word(value) if isinstance(value, Leaf) else ""
    if word not in ("true", "false"):
        raise PydanticCustomError("flag", "true or false is expected")
    return word == "true"


def _read_draft(value: Any) -> Any:
    word = english_word(value) if isinstance(value, Leaf) else ""
    if word in ("true", "false"):
        return word == "true"
    # what is a number, or was meant as one, is answered as numbers are
    if word[:1].isdigit() or word[:1] in ("-", "+"):
        return _read_whole(value)
    raise PydanticCustomError("draft", "true or the number of the draft is expected")


def one_of(*words: str) -> BeforeValidator:
    """A fixed word, in English or Vietnamese."""

    def read(value: Any) -> Any:
        word = english_word(value) if isinstance(value, Leaf) else None
        if word not in words:
            raise PydanticCustomError("word", "one of some words is expected", {"words": ", ".join(words)})
        return word

    return BeforeValidator(read)


_WHOLE_SCHEMA = {
    "anyOf": [{"type": "integer", "minimum": 1, "maximum": 999999999}, {"type": "string", "pattern": "^[1-9][0-9]{0,8}$"}]
}
_FLAG_WORDS = "^(true|false|có|không|co|khong)$"
_FLAG_SCHEMA = {"anyOf": [{"type": "boolean"}, {"type": "string", "pattern": _FLAG_WORDS}]}
_SHARE_SCHEMA = {
    "anyOf": [
        {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1000000},
        {"type": "string", "pattern": "^(?=.*[1-9])[0-9]{1,6}([.][0-9]{1,6})?$"},
    ]
}

Whole = Annotated[int, BeforeValidator(_read_whole), WithJsonSchema(_WHOLE_SCHEMA)]
Share = Annotated[float, BeforeValidator(_read_share), WithJsonSchema(_SHARE_SCHEMA)]
Flag = Annotated[bool, BeforeValidator(_read_flag), WithJsonSchema(_FLAG_SCHEMA)]
DraftMark = Annotated[
    bool | int, BeforeValidator(_read_draft), WithJsonSchema({"anyOf": [*_WHOLE_SCHEMA["anyOf"], *_FLAG_SCHEMA["anyOf"]]})
]
#: a text or a list of texts
Texts = Annotated[Annotated[Leaf, TEXT] | Annotated[list[Leaf], LIST], by_kind()]


class Shape(NamedTuple):
    """What may stand somewhere: the records a mapping there may be, what list items are, what values of a mapping with free
    keys are, whether a text may stand there.
    """

    records: tuple[type[Record], ...] = ()
    items: Any = None
    values: Any = None
    words: bool = False


@cache
def field_shape(records: tuple[type[Record], ...], key: str) -> Shape:
    """The shape of the values of ``key`` (English) in any of ``records``."""
    found = Shape()
    for record in records:
        for name, field in record.model_fields.items():
            if (field.alias or name) == key:
                found = _join(found, _shape(field.annotation))
    return found


@cache
def shape_of(annotation: Any) -> Shape:
    """The shape of an annotation; ``Shape()`` for numbers and switches."""
    return Shape() if annotation is None else _shape(annotation)


def _shape(annotation: Any) -> Shape:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(args[0])
    if origin in (Union, types.UnionType):
        found = Shape()
        for member in args:
            found = _join(found, _shape(member))
        return found
    if origin in (list, tuple):
        return Shape(items=args[0])
    if origin is dict:
        return Shape(values=args[1])
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return Shape((annotation,))
    return Shape(words=annotation is Leaf)


def _join(one: Shape, other: Shape) -> Shape:
    items = one.items or other.items
    if one.items and other.items and one.items != other.items:
        items = Union[one.items, other.items]  # noqa: UP007 - the members are known at run time only
    return Shape(one.records + other.records, items, one.values or other.values, one.words or other.words)
