"""The spec: YAML text and documents, with positions; its JSON Schema."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.spec.json_schema import schema
    from docgen.spec.loading import LoadedSpec, load_spec, load_text
    from docgen.spec.scaffold import new_spec
    from docgen.spec.writing import write_spec

__all__ = ["LoadedSpec", "load_spec", "load_text", "new_spec", "schema", "write_spec"]

_HOMES = {
    "LoadedSpec": "loading",
    "load_spec": "loading",
    "load_text": "loading",
    "new_spec": "scaffold",
    "schema": "json_schema",
    "write_spec": "writing",
}


def __getattr__(name: str) -> object:
    # The models are slow to import, and whoever only asks for a name of this room need not wait for them.
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
