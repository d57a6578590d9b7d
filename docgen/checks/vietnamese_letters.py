"""Letters that count a điểm, in the order of the Vietnamese alphabet and in that of the Latin one."""

from __future__ import annotations

from docgen.checks.levels import Break, Numbered


def bare_letter(item: Numbered) -> str:
    """The letter of ``đ)`` or ``(a)``; empty for other numbers and for doubled letters."""
    if item.numeral.kind != "letter" or item.level != "point":
        return ""
    bare = item.numeral.written.strip("()[] .:-–/")
    return bare if len(bare) == 1 else ""


def is_latin_slip(found: Break) -> bool:
    """Whether letters that follow one another in Latin (``d``, ``e``) were counted on, so that a Vietnamese one is left out."""
    if found.before is None or found.before.kind != "letter":
        return False
    before, letter = found.before.written.strip("()[] .:-–/"), bare_letter(found.item)
    return len(before) == 1 and letter != "" and before.isascii() and letter.isascii() and ord(letter) == ord(before) + 1
