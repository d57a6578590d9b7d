"""agency.yaml and docgen.toml: found upwards, merged, each value with its place; and how a user's YAML becomes validated
records.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.config.agency import AgencyBook, read_agencies
    from docgen.config.finding import find_agency_files
    from docgen.config.settings import Settings, load_settings

__all__ = ["AgencyBook", "Settings", "find_agency_files", "load_settings", "read_agencies"]

_HOMES = {
    "AgencyBook": "agency",
    "find_agency_files": "finding",
    "read_agencies": "agency",
    "Settings": "settings",
    "load_settings": "settings",
}


def __getattr__(name: str) -> object:
    # Models are slow to import; a build with nothing to do needs only the settings.
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
