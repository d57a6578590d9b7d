"""What stands in a paragraph besides plain letters, as far as it prints: fields, signs, breaks, notes, formulas, drawings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from docgen.ooxml.alternatives import ALTERNATE, printed_branch
from docgen.ooxml.content import DrawnLine, Paragraph
from docgen.ooxml.drawings import read_drawings
from docgen.ooxml.inline import WRAPPERS
from docgen.ooxml.measures import attributes
from docgen.ooxml.properties import LOCAL, words
from docgen.ooxml.units import EMU_PER_TWIP
from docgen.problems import Message, msg

if TYPE_CHECKING:
    from lxml import etree

_LETTERS = words("t tab cr noBreakHyphen softHyphen")
_SILENT = words(
    """pPr rPr bookmarkStart bookmarkEnd proofErr permStart permEnd lastRenderedPageBreak annotationRef footnoteRef endnoteRef
    separator continuationSeparator commentRangeStart commentRangeEnd commentReference del moveFrom delText delInstrText
    moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlPr smartTagPr sdtPr sdtEndPr
    customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd rubyPr softHyphenRef"""
)
_DRAWINGS = frozenset({"drawing", "pict", "object"})
_NOTES = frozenset({"footnoteReference", "endnoteReference"})
_WRAPS = ("wrapSquare", "wrapTight", "wrapThrough", "wrapTopAndBottom")
#: by element and attribute what draws a plain line
_STROKES: dict[str, dict[str, tuple[str, ...]]] = {
    "prstDash": {"val": ("solid",)},
    "ln": {"cmpd": ("sng",)},
    "headEnd": {"type": ("none",)},
    "tailEnd": {"type": ("none",)},
    "alpha": {"val": ("100000",)},
    "xfrm": {"rot": ("0",)},
    "stroke": {"dashstyle": ("solid",), "linestyle": ("single",), "startarrow": ("none",), "endarrow": ("none",)},
}
#: how words stand in a box where it does not say so, in Word's units
_BODY = {"lIns": "91440", "rIns": "91440", "tIns": "45720", "bIns": "45720", "anchor": "t", "vert": "horz", "rot": "0"}
_FILLS = ("gradFill", "pattFill", "effectLst", "alpha")
#: switches that say what holds anyway
_IDLE = re.compile(r"\\\*\s*(?:MERGEFORMAT|CHARFORMAT|Arabic)\b", re.IGNORECASE)
_LINKS = ("HYPERLINK", "")

NAMES = {
    "field": msg("fields"),
    "sign": msg("signs of a symbol font"),
    "page break": msg("page breaks"),
    "column break": msg("column breaks"),
    "break": msg("line breaks beside pictures"),
    "tab": msg("tabs to a margin"),
    "note": msg("places of notes"),
    "drawing": msg("a picture, a text box or an object"),
    "line": msg("the kind of a drawn line"),
    "formula": msg("formulas"),
    "other": msg("something that is no text"),
}


class Content(NamedTuple):
    """One thing; ``at``: how many letters stand before it; ``value``: what it is, for comparing."""

    kind: str
    value: str
    at: int


def list_contents(paragraph: Paragraph) -> list[Content]:
    """The things in ``paragraph``, in order; drawn lines, which a story knows, are left out."""
    return _Reader(paragraph).run()


def compare_contents(old: Paragraph, new: Paragraph) -> Iterator[tuple[str, Message]]:
    """Kind and name of what differs; where a thing stands counts only if the letters are the same."""
    ours, theirs = list_contents(old), list_contents(new)
    if ours == theirs:
        return
    placed = old.text == new.text
    for kind, name in NAMES.items():
        mine, other = ([(one.value, one.at if placed else 0) for one in side if one.kind == kind] for side in (ours, theirs))
        if mine != other:
            yield kind, name


class _Reader:
    def __init__(self, paragraph: Paragraph) -> None:
        self._paragraph = paragraph
        self._out: list[Content] = []
        self._at = 0
        self._fields: list[list[str] | None] = []

    def run(self) -> list[Content]:
        self._walk(self._paragraph.element)
        return self._out

    def _add(self, kind: str, value: str = "") -> None:
        self._out.append(Content(kind, value, self._at))

    def _walk(self, parent: etree._Element) -> None:
        for child in parent.iterchildren("*"):
            name = LOCAL[str(child.tag)]
            if name == "r":
                if child not in self._paragraph.hidden:
                    self._in_run(child)
            elif name == "fldSimple":
                self._add_field(attributes(child).get("instr", ""))
                self._walk(child)
            elif name in WRAPPERS:
                self._walk(child)
            elif child.tag == ALTERNATE:
                if (branch := printed_branch(child)) is not None:
                    self._walk(branch)
            elif name not in _SILENT:
                is_formula = name.rpartition("}")[2] in ("oMath", "oMathPara")
                self._add("formula" if is_formula else "other", canonical(child))

    def _in_run(self, run: etree._Element) -> None:
        for child in run.iterchildren("*"):
            name = LOCAL[str(child.tag)]
            if child.tag == ALTERNATE:
                if (branch := printed_branch(child)) is not None:
                    self._in_run(branch)
            elif name in _LETTERS:
                if not any(one is not None for one in self._fields):
                    self._at += len(child.text or "") if name == "t" else 1
            elif name in WRAPPERS:
                self._walk(child)
            elif name not in _SILENT:
                self._other(name, child)

    def _other(self, name: str, child: etree._Element) -> None:
        found = attributes(child)
        if name == "fldChar":
            self._field_mark(found.get("fldCharType", ""))
        elif name == "instrText":
            if self._fields and (instruction := self._fields[-1]) is not None:
                instruction.append(child.text or "")
        elif name == "br":
            kind = found.get("type", "textWrapping")
            if kind == "textWrapping":
                if (clear := found.get("clear", "none")) != "none":
                    self._add("break", clear)
                self._at += 1
            else:
                self._add(f"{kind} break")
        elif name == "sym":
            self._add("sign", f"{found.get('font', '')} {found.get('char', '')}".upper())
            self._at += 1
        elif name == "ptab":
            self._add("tab", _say(found))
            self._at += 1
        elif name in _NOTES:
            self._add("note", name + found.get("customMarkFollows", ""))
        elif name in _DRAWINGS:
            drawn = read_drawings(child, self._paragraph)
            if not drawn or not all(isinstance(one, DrawnLine) for one in drawn):
                self._add("drawing", _say_drawing(child))
            elif said := _say_stroke(child):
                self._add("line", said)
        else:
            self._add("other", canonical(child))

    def _field_mark(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append([])
        elif self._fields:
            instruction = self._fields[-1]
            if instruction is not None:
                self._add_field("".join(instruction))
                self._fields[-1] = None
            if kind == "end":
                self._fields.pop()

    def _add_field(self, instruction: str) -> None:
        bare = " ".join(_IDLE.sub(" ", instruction).split())
        name, _, rest = bare.partition(" ")
        # where a link leads does not print
        if name.upper() not in _LINKS:
            self._add("field", f"{name.upper()} {rest}".rstrip())


def _say(found: dict[str, str]) -> str:
    return " ".join(sorted(f"{k}={v}" for k, v in found.items() if not k.startswith("rsid")))


def canonical(element: etree._Element) -> str:
    """An element with all in it, without revision ids and what its letters are called in other languages."""
    parts = [LOCAL[str(element.tag)], _say({k: v for k, v in attributes(element).items() if k.rpartition("}")[2] != "id"})]
    parts += [(element.text or "").strip(), *(canonical(child) for child in element.iterchildren("*"))]
    return f"({' '.join(filter(None, parts))})"


def _say_drawing(element: etree._Element) -> str:
    """Where a drawing stands and how it is cut, turned, framed and filled; its size and the text in it are told elsewhere."""
    facts: list[str] = []
    for node in element.iter("*"):
        name = str(node.tag).rpartition("}")[2]
        if name in _FILLS:
            facts.append(canonical(node))
        elif name == "bodyPr":
            facts += [f"{k}={v}" for k, v in _pairs(node) if k in _BODY and v != _BODY[k]]
        if name in ("inline", "anchor"):
            facts += [name, *(f"{key}={node.get(key, '0')}" for key in ("behindDoc",) if node.get(key, "0") not in ("0", "false"))]
        elif name in ("positionH", "positionV"):
            place = "".join(str(child.text or "") for child in node.iterchildren("*"))
            facts += [name, node.get("relativeFrom", ""), _twips(place)]
        elif name in _WRAPS:
            facts += [name, node.get("wrapText", "")]
        elif name in ("srcRect", "xfrm"):
            facts += [f"{k}={v}" for k, v in _pairs(node) if v not in ("0", "false")]
        elif name in ("prstGeom", "srgbClr", "schemeClr", "prstDash"):
            facts += [name, *map(str, node.attrib.values())]
        elif name in ("noFill", "grayscl", "lum"):
            facts += [name, _say(dict(_pairs(node)))]
        elif name in ("rect", "shape", "roundrect", "oval") and "vml" in str(node.tag):
            facts += [f"{k}={v}" for k, v in _pairs(node) if k in ("style", "fillcolor", "strokecolor", "type")]
    return " ".join(filter(None, facts))


def _say_stroke(element: etree._Element) -> str:
    """How a line is drawn: broken, double, with points at its ends, turned, seen through, with the text around it."""
    facts: list[str] = []
    for node in element.iter("*"):
        name = str(node.tag).rpartition("}")[2]
        if name in _STROKES:
            facts += [f"{name}.{k}={v}" for k, v in _pairs(node) if k in _STROKES[name] and v.lower() not in _STROKES[name][k]]
        elif name in _WRAPS:
            facts.append(name)
    return " ".join(facts)


def _pairs(node: etree._Element) -> list[tuple[str, str]]:
    return sorted((str(key), str(value)) for key, value in node.attrib.items())


def _twips(emu: str) -> str:
    digits = emu.strip()
    return str(round(int(digits) / EMU_PER_TWIP)) if digits.lstrip("-").isdecimal() else digits
