"""What the user wrote as data that remembers where it stands: texts, lists and mappings with their place.

Data is what the models are validated against. A pointer names a place with English keys, whatever language the keys are typed in.
"""

from __future__ import annotations

from typing import Any, NamedTuple, TypeAlias

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from docgen.problems import Place
from docgen.sources import Node, Scalar, SourceText


class Spot(NamedTuple):
    """Where something stands: the file, the node, the pointer with English keys (``/sections/0/title``)."""

    source: SourceText
    node: Node
    pointer: str

    def place(self) -> Place:
        """The place for a problem."""
        return self.source.place_of(self.node, self.pointer)


class Leaf(str):
    """A text of the user, with its spot."""

    __slots__ = ("spot",)
    spot: Spot

    @classmethod
    def at(cls, text: str, spot: Spot) -> Leaf:
        """``text`` that stands at ``spot``."""
        leaf = cls(text)
        leaf.spot = spot
        return leaf

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.is_instance_schema(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        # An editor reads a plain 5 or true as a number or a switch; here every plain scalar is a text.
        return {"type": ["string", "number", "boolean"]}


class Items(list["Data"]):
    """A list of the user's, with its spot. ``cut`` says that something wrong was taken out of it."""

    spot: Spot
    cut: bool = False

    @classmethod
    def at(cls, items: list[Data], spot: Spot) -> Items:
        """``items`` of the list that stands at ``spot``."""
        made = cls(items)
        made.spot = spot
        return made


class Fields(dict[str, "Data"]):
    """A mapping of the user's under English keys, with its spot and those of its keys; unknown keys stay as typed.

    ``empty`` holds the keys with nothing behind them, ``meant`` those that unknown keys were probably meant to be; ``cut``
    says that something wrong
    was taken out.
    """

    spot: Spot
    keys_at: dict[str, Scalar]
    empty: set[str]
    meant: set[str]
    cut: bool = False

    @classmethod
    def at(cls, spot: Spot) -> Fields:
        """An empty mapping for ``spot``, to be filled."""
        made = cls()
        made.spot, made.keys_at, made.empty, made.meant = spot, {}, set(), set()
        return made

    def key_spot(self, key: str) -> Spot:
        """The spot of a key itself; that of the mapping when the key is not there."""
        node = self.keys_at.get(key)
        if node is None:
            return self.spot
        return Spot(self.spot.source, node, child_pointer(self.spot.pointer, key))


Data: TypeAlias = Leaf | Items | Fields


def is_cut(data: Data) -> bool:
    """Whether something wrong was taken out of a list or mapping, or of a list inside it."""
    if isinstance(data, Leaf):
        return False
    if data.cut:
        return True
    inner = data if isinstance(data, Items) else data.values()
    return any([is_cut(value) for value in inner if isinstance(value, Items)])


def child_pointer(pointer: str, step: str | int) -> str:
    """The pointer of a key or item below ``pointer``."""
    if isinstance(step, int):
        return f"{pointer}/{step}"
    return f"{pointer}/{step.replace('~', '~0').replace('/', '~1')}"
