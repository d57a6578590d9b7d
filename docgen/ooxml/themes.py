"""Fonts and colours that a document names by their place in its theme."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_SCRIPTS = {"Ascii": "latin", "HAnsi": "latin", "EastAsia": "ea", "Bidi": "cs"}
_COLORS = {
    "text1": "dk1",
    "dark1": "dk1",
    "background1": "lt1",
    "light1": "lt1",
    "text2": "dk2",
    "dark2": "dk2",
    "background2": "lt2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}


class Theme:
    """The theme of a document, read when a font or colour of it is first asked for."""

    def __init__(self, load: Callable[[], etree._Element | None]) -> None:
        self._load = load

    @cached_property
    def _root(self) -> etree._Element | None:
        return self._load()

    @cached_property
    def _fonts(self) -> dict[tuple[str, str], str]:
        fonts: dict[tuple[str, str], str] = {}
        for group in ("major", "minor") if self._root is not None else ():
            found = next(self._root.iter(f"{{*}}{group}Font"), None) if self._root is not None else None
            for child in found.iterchildren("{*}latin", "{*}ea", "{*}cs") if found is not None else ():
                fonts[group, str(child.tag).rpartition("}")[2]] = child.get("typeface", "").strip()
        return fonts

    def font(self, token: str) -> str | None:
        """The typeface for ``minorHAnsi`` and its like, ``None`` when the theme has none."""
        group, script = token[:5], token[5:]
        return self._fonts.get((group, _SCRIPTS.get(script, ""))) or None

    @cached_property
    def _colors(self) -> dict[str, str]:
        scheme = next(self._root.iter("{*}clrScheme"), None) if self._root is not None else None
        colors: dict[str, str] = {}
        for place in scheme.iterchildren("*") if scheme is not None else ():
            for color in place.iterchildren("*"):
                colors[str(place.tag).rpartition("}")[2]] = color.get("lastClr") or color.get("val") or ""
        return colors

    def color(self, token: str) -> str | None:
        """The colour for ``text1`` and its like as it stands in the theme, ``None`` when the theme has none."""
        return self._colors.get(_COLORS.get(token, token)) or None
