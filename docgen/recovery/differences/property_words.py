"""Word's properties beyond those that a story knows, in words for people: what they are called, and their values."""

from __future__ import annotations

from docgen.ooxml.units import TWIPS_PER_PT
from docgen.problems import Message, msg
from docgen.recovery.differences.properties import BORDERS, OFF, ON, Value, is_nothing

NAMES: dict[str, Message] = {
    # paragraphs
    "framePr": msg("text frame"),
    "pBdr": msg("borders"),
    "shd": msg("shading"),
    "suppressAutoHyphens": msg("no hyphenation"),
    "suppressLineNumbers": msg("no line numbers"),
    "wordWrap": msg("lines break between words only"),
    "snapToGrid": msg("lines set on the grid"),
    "bidi": msg("runs from right to left"),
    "mirrorIndents": msg("mirrored indents"),
    "textDirection": msg("direction of text"),
    "textAlignment": msg("height of letters in their line"),
    "textboxTightWrap": msg("text close around the box"),
    "ind": msg("indents in letters"),
    "spacing": msg("spacing in lines"),
    "tabs": msg("leaders of tab stops"),
    # letters
    "outline": msg("outlined letters"),
    "shadow": msg("letters with a shadow"),
    "emboss": msg("embossed letters"),
    "imprint": msg("engraved letters"),
    "dstrike": msg("struck through twice"),
    "vanish": msg("hidden letters"),
    "specVanish": msg("hidden letters"),
    "rtl": msg("letters from right to left"),
    "cs": msg("letters of another script"),
    "w": msg("width of letters"),
    "kern": msg("kerning"),
    "bdr": msg("a border round letters"),
    "em": msg("emphasis marks"),
    "effect": msg("animated letters"),
    "fitText": msg("letters fitted into a width"),
    "u": msg("colour of the underline"),
    "eastAsianLayout": msg("letters set two in one"),
    # tables
    "tblStyle": msg("style of the table"),
    "tblpPr": msg("table beside the text"),
    "tblOverlap": msg("tables that overlap"),
    "bidiVisual": msg("columns from right to left"),
    "tblW": msg("width of the table"),
    "jc": msg("alignment of the table"),
    "tblCellSpacing": msg("space between cells"),
    "tblInd": msg("indent of the table"),
    "tblBorders": msg("borders of the table"),
    "tblLayout": msg("widths of columns fitted to the words"),
    "tblCellMar": msg("margins of cells"),
    # rows
    "trHeight": msg("height of the row"),
    "cantSplit": msg("row kept on one page"),
    "tblHeader": msg("row repeated on every page"),
    "gridBefore": msg("space before the row"),
    "gridAfter": msg("space behind the row"),
    "hidden": msg("hidden row"),
    # cells
    "tcW": msg("width of the cell"),
    "tcBorders": msg("borders of the cell"),
    "tcMar": msg("margins of the cell"),
    "vAlign": msg("vertical alignment"),
    "noWrap": msg("lines that do not break"),
    "tcFitText": msg("letters fitted into the cell"),
    "gridSpan": msg("columns that the cell spans"),
    "vMerge": msg("cell joined with the one above"),
    "hMerge": msg("cell joined with the one before"),
    # sections
    "cols": msg("columns of the page"),
    "pgBorders": msg("borders of the page"),
    "lnNumType": msg("line numbers"),
    "docGrid": msg("grid of lines"),
    "pgNumType": msg("page numbers by chapter"),
    "footnotePr": msg("settings of footnotes"),
    "endnotePr": msg("settings of endnotes"),
    "noEndnote": msg("no endnotes"),
    "rtlGutter": msg("gutter on the right"),
}
"""What people call each property; where lists of two sorts have one of the same name, the words fit both."""

_SIDES = {
    "top": msg("above"),
    "bottom": msg("below"),
    "left": msg("left"),
    "right": msg("right"),
    "between": msg("between"),
    "bar": msg("beside"),
    "insideH": msg("between rows"),
    "insideV": msg("between columns"),
    "tl2br": msg("across"),
    "tr2bl": msg("across"),
}
_LINES = {
    "single": msg("line"),
    "double": msg("double line"),
    "dotted": msg("dotted line"),
    "dashed": msg("dashed line"),
    "thick": msg("thick line"),
}
_WORDS = {
    "top": msg("at the top"),
    "center": msg("in the middle"),
    "bottom": msg("at the bottom"),
    "both": msg("spread out"),
    "left": msg("left-aligned"),
    "right": msg("right-aligned"),
    "auto": msg("automatic"),
    "baseline": msg("on the base line"),
    "fixed": msg("no"),
    "autofit": msg("yes"),
    "dot": msg("dots"),
    "comma": msg("commas"),
    "circle": msg("circles"),
    "underDot": msg("dots below"),
    "tbRl": msg("downwards"),
    "btLr": msg("upwards"),
    "restart": msg("the first of them"),
    "continue": msg("yes"),
}
#: the forms of numbers
NUMBERS = {
    "decimal": "1, 2, 3",
    "upperRoman": "I, II, III",
    "lowerRoman": "i, ii, iii",
    "upperLetter": "A, B, C",
    "lowerLetter": "a, b, c",
    "numberInDash": "- 1 -",
}
_OF_NOTES = {
    ("numRestart.val", "continuous"): msg("numbered throughout"),
    ("numRestart.val", "eachSect"): msg("numbered anew in each section"),
    ("numRestart.val", "eachPage"): msg("numbered anew on each page"),
    ("pos.val", "pageBottom"): msg("at the bottom of the page"),
    ("pos.val", "beneathText"): msg("below the text"),
    ("pos.val", "sectEnd"): msg("at the end of the section"),
    ("pos.val", "docEnd"): msg("at the end of the document"),
}
_MEASURED = frozenset({"tblW", "tcW", "tblInd", "tblCellSpacing", "trHeight", "fitText"})


def say_name(name: str, what: Message) -> Message:
    """What people call the property; ``what`` it belongs to is said of one without a name."""
    return NAMES.get(name) or msg("something else in the settings of {what}", what=what)


def say_property(name: str, value: Value) -> str | Message:
    """The value in words."""
    if is_nothing(name, value):
        return msg("none") if name in BORDERS or name in _NONE else _NO_OR_USUAL.get(name, msg("no"))
    if name in ("footnotePr", "endnotePr"):
        return say_notes(value)
    said = dict(value)
    if name in BORDERS or name == "bdr":
        return _say_borders(value if name in BORDERS else tuple((f".{k}", v) for k, v in value))
    if name == "shd":
        fill = said.get("fill", "auto")
        return fill.upper() if fill != "auto" else msg("pattern")
    if name in _MEASURED:
        return _say_measure(name, said)
    if name in ("w", "kern"):
        return f"{said['val']} %" if name == "w" else msg("from {points} pt", points=f"{int(said['val']) / 2:g}")
    if said.keys() <= {"val"}:
        val = said.get("val", "1")
        return msg("yes") if val in ON else msg("no") if val in OFF else _WORDS.get(val, val)
    if name == "u":
        return said.get("color", "")
    if name == "cols":
        return said.get("num", "1")
    return msg("yes")


_NONE = frozenset({"shd", "tabs", "em", "effect", "bdr", "footnotePr", "endnotePr"})
_NO_OR_USUAL: dict[str, str | Message] = {
    "w": "100 %",
    "vAlign": msg("at the top"),
    "jc": msg("left-aligned"),
    "textAlignment": msg("automatic"),
    "textDirection": msg("across the page"),
    "tblW": msg("automatic"),
    "trHeight": msg("automatic"),
    "tblInd": "0 pt",
    "wordWrap": msg("yes"),
    "snapToGrid": msg("yes"),
    "cols": "1",
    "gridSpan": "1",
}


def say_notes(value: Value) -> str | Message:
    """How footnotes or endnotes are numbered and where they stand."""
    told: str | Message | None = None
    for key, one in value:
        said: str | Message | None = _OF_NOTES.get((key, one))
        if key == "numFmt.val":
            said = NUMBERS.get(one, msg("ornamental numbers"))
        elif key == "numStart.val":
            said = msg("from number {n}", n=one)
        if said is not None:
            told = msg("{first}, {second}", first=told, second=said) if told is not None else said
    return told or msg("set otherwise")


def _say_measure(name: str, said: dict[str, str]) -> str | Message:
    number = said.get("w", said.get("val", "0"))
    if said.get("type") == "pct":
        return f"{int(number) / 50:g} %" if number.lstrip("-").isdigit() else number
    points = f"{int(number) / TWIPS_PER_PT:g}" if number.lstrip("-").isdigit() else number
    if name == "trHeight":
        if said.get("hRule") == "exact":
            return msg("exactly {points} pt", points=points)
        return msg("at least {points} pt", points=points)
    return f"{points} pt"


def _say_borders(value: Value) -> Message:
    sides: dict[str, dict[str, str]] = {}
    for key, one in value:
        side, _, name = key.rpartition(".")
        sides.setdefault(side, {})[name] = one
    told: Message | None = None
    for side, found in sides.items():
        if "val" not in found:
            continue
        line = msg("none") if found["val"] == "none" else _say_line(found)
        placed = msg("{side}: {line}", side=_SIDES.get(side, side), line=line) if side else line
        told = placed if told is None else msg("{first}, {second}", first=told, second=placed)
    return told or msg("none")


def _say_line(found: dict[str, str]) -> Message:
    size = found.get("sz", "2")
    points = f"{int(size) / 8:g}" if size.isdigit() else size
    line = _LINES.get(found["val"], msg("ornamental line"))
    if color := found.get("color"):
        return msg("{line} {points} pt {color}", line=line, points=points, color=color)
    return msg("{line} {points} pt", line=line, points=points)


def tell_property(name: str, before: Value, after: Value, what: Message) -> Message:
    """A property of ``what`` that differs, in one sentence, with both values where they say more than the name does."""
    was, now = say_property(name, before), say_property(name, after)
    label = say_name(name, what)
    return label if str(was) == str(now) else msg("{property}: {before} → {after}", property=label, before=was, after=now)
