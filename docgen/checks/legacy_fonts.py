"""Fonts of code tables older than Unicode (TCVN3, VNI): their letters are other characters than they show."""

from __future__ import annotations

from docgen.checks.keeping import kept
from docgen.checks.letters import Letters, letters_by_look
from docgen.reading.layout import Layout


def is_legacy(font: str, layout: Layout) -> bool:
    """Whether ``font`` is one of an old code table, by the beginnings of names that the rule set gives."""
    entry = layout.standard.rules.get("bang-ma-cu")
    return entry is not None and font.casefold().startswith(tuple(word.casefold() for word in entry.words))


@kept
def legacy_letters(layout: Layout) -> tuple[Letters, ...]:
    """Runs in such fonts, if at least one of them holds letters that are no ASCII; else they are only a wrong font."""
    fonts: dict[str, bool] = {}
    found: list[Letters] = []
    for format, runs in letters_by_look(layout).items():
        for font in (format.font, format.high_font):
            if font not in fonts:
                fonts[font] = is_legacy(font, layout)
        if fonts[format.font] or fonts[format.high_font]:
            found += runs
    return tuple(found) if any(not one.text.isascii() for one in found) else ()
