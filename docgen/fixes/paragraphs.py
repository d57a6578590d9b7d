"""Repairs of a paragraph's own formatting."""

from __future__ import annotations

from lxml import etree

from docgen.fixes.edits import Edit, edit_paragraph, say_switch
from docgen.fixes.properties import PARAGRAPH_ORDER, ensure, ensure_first, is_strict, put, toggle
from docgen.ooxml.content import ParagraphFormat
from docgen.ooxml.units import PARTS_PER_LINE, TWIPS_PER_MM, TWIPS_PER_PT
from docgen.problems import Message, msg
from docgen.reading.repairs import SetParagraph

Value = str | float | bool

_POINTS = " pt"
_LEAST = "≥ "
_INDENTS = ("first_line", "left", "right")
#: what the transitional edition calls sides, the strict one calls by the direction of writing
_STRICT = {"left": "start", "right": "end"}

_NAMES: dict[str, Message] = {
    "align": msg("alignment"),
    "first_line": msg("first-line indent"),
    "left": msg("left indent"),
    "right": msg("right indent"),
    "before": msg("space before"),
    "after": msg("space after"),
    "line": msg("line spacing"),
    "exact": msg("line spacing"),
    "keep_next": msg("kept with the next paragraph"),
}
_ALIGNS: dict[str, Message] = {
    "left": msg("left"),
    "center": msg("centred"),
    "right": msg("right"),
    "both": msg("justified"),
}


def set_paragraph(repair: SetParagraph) -> Edit | None:
    """Apply ``repair`` to its paragraph's element; what was changed, ``None`` if it is so already."""
    paragraph, name, value = repair.paragraph, repair.property, repair.value
    look = paragraph.format
    before, after = _held(look, name), _say(name, value)
    if before == after and not (name in ("before", "after") and getattr(look, f"{name}_auto")):
        return None
    _set(ensure_first(paragraph.element, "pPr"), name, value, look)
    held = _value(look, name)
    told = _tell(name, held, before), _tell(name, value, after)
    words = msg("{property}: {before} → {after}", property=_NAMES[name], before=told[0], after=told[1])
    return edit_paragraph(paragraph, name, before, after, paragraph.text, words)


def _set(properties: etree._Element, name: str, value: Value, look: ParagraphFormat) -> None:
    if name == "align":
        word = str(value)
        put(ensure(properties, "jc", PARAGRAPH_ORDER), {"val": _STRICT.get(word, word) if is_strict(properties) else word})
    elif name == "keep_next":
        toggle(properties, "keepNext", bool(value), PARAGRAPH_ORDER)
    elif name in ("before", "after"):
        values = {name: int(value)}
        if getattr(look, f"{name}_auto"):
            # it may come from a style, where only a plain no overrules it
            values[f"{name}Autospacing"] = 0
        put(ensure(properties, "spacing", PARAGRAPH_ORDER), values, drop=(f"{name}Lines", f"{name}Autospacing"))
    elif name in ("line", "exact"):
        rule = "auto" if name == "line" else "exact"
        put(ensure(properties, "spacing", PARAGRAPH_ORDER), {"line": int(value), "lineRule": rule})
    else:
        _indent(ensure(properties, "ind", PARAGRAPH_ORDER), name, int(value))


def _indent(element: etree._Element, name: str, twips: int) -> None:
    if name == "first_line":
        own = {"firstLine": twips} if twips >= 0 else {"hanging": -twips}
        put(element, own, drop=("firstLine", "hanging", "firstLineChars", "hangingChars"))
        return
    other = _STRICT[name]
    wanted = other if is_strict(element) else name
    put(element, {wanted: twips}, drop=(name, other, f"{name}Chars", f"{other}Chars"))


def _value(look: ParagraphFormat, name: str) -> Value:
    value: Value = look.line if name in ("line", "exact") else getattr(look, name)
    return value


def _held(look: ParagraphFormat, name: str) -> str:
    if name not in ("line", "exact"):
        return _say(name, _value(look, name))
    if look.line_rule == "auto":
        return _say("line", look.line)
    # the same number may be ordered exactly or as the least, so the rule is a part of what is held
    said = _say("exact", look.line)
    return said if look.line_rule == "exact" else _LEAST + said


def _say(name: str, value: Value) -> str:
    if isinstance(value, bool | str):
        return str(value).lower()
    if name == "line":
        return f"{value / PARTS_PER_LINE:g}"
    if name in _INDENTS:
        return f"{value / TWIPS_PER_MM:.1f} mm"
    return f"{value / TWIPS_PER_PT:g}{_POINTS}"


def _tell(name: str, value: Value, said: str) -> str | Message:
    if isinstance(value, bool):
        return say_switch(value)
    if name == "align":
        return _ALIGNS.get(said, said)
    if name in ("line", "exact") and said.endswith(_POINTS):
        least = said.startswith(_LEAST)
        points = said.removeprefix(_LEAST).removesuffix(_POINTS)
        return msg("at least {points} pt", points=points) if least else msg("exactly {points} pt", points=points)
    return said
