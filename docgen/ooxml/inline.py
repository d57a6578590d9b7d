"""The letters of a paragraph as they are printed, piece by piece, and what else stands among them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

from docgen.ooxml.alternatives import ALTERNATE, printed_branch
from docgen.ooxml.content import RunFormat
from docgen.ooxml.measures import attribute
from docgen.ooxml.properties import LOCAL, words
from docgen.ooxml.xml import W_STRICT, W

if TYPE_CHECKING:
    from lxml import etree

FormatOf = Callable[["etree._Element | None", "etree._Element"], RunFormat]

# Nearly all that ever stands in a run.
_TEXTS = frozenset((f"{{{W}}}t", f"{{{W_STRICT}}}t"))
_PROPERTIES = frozenset((f"{{{W}}}rPr", f"{{{W_STRICT}}}rPr"))
_RUNS = frozenset((f"{{{W}}}r", f"{{{W_STRICT}}}r"))

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BLANK = " \t\r\n"
_ONE_SPACE = str.maketrans("\t\r\n", "   ")
_CHARACTERS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_SYMBOLS = {0xF0B7: "•", 0xF02D: "−", 0xF020: " "}
UNKNOWN = "\ufffd"
#: tracked insertions and holders that print nothing themselves
WRAPPERS = words("ins moveTo hyperlink smartTag sdt sdtContent customXml dir bdo ruby rubyBase")
_SILENT = words("lastRenderedPageBreak delText delInstrText annotationRef footnoteRef endnoteRef separator continuationSeparator")
_DRAWINGS = frozenset({"drawing", "pict", "object"})


#: letters, their format, the ``w:r``, the field they are the result of, the element that holds them (its leaf), and how many
#: letters of the leaf's own text come before them; a plain tuple, because a document has thousands
Piece: TypeAlias = "tuple[str, RunFormat, etree._Element, str, etree._Element, int]"


@dataclass(slots=True)
class _Field:
    instruction: list[str] = field(default_factory=list)
    name: str = ""
    shown: bool = False

    def name_it(self) -> str:
        instruction = "".join(self.instruction).split(None, 1)
        self.name = instruction[0][:40].upper() if instruction else ""
        return self.name


@dataclass(slots=True)
class Line:
    """What stands in one paragraph.

    ``breaks``: offsets of page breaks in the text of the pieces put together. ``hidden``: runs that do not print.
    """

    pieces: list[Piece] = field(default_factory=list)
    drawings: list[etree._Element] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    notes: int = 0
    comments: int = 0
    hidden: list[etree._Element] = field(default_factory=list)


class LineReader:
    """Reads paragraph after paragraph of one flow of text; a field may begin in one and end in another."""

    def __init__(self) -> None:
        self._fields: list[_Field] = []
        self._muted = 0
        self._line = Line()
        self._pieces = self._line.pieces
        self._broken: list[int] = []
        self._break: tuple[RunFormat, etree._Element, etree._Element] | None = None

    @property
    def is_inside_field(self) -> bool:
        """Whether a field goes on in the next paragraph."""
        return bool(self._fields)

    def read(self, paragraph: etree._Element, format_of: FormatOf) -> Line:
        """What stands in ``paragraph``, a ``w:p``.

        ``format_of`` gives the format of a run for its ``w:rPr`` (or ``None``) and its ``w:r``.
        """
        line = self._line = Line()
        self._pieces = line.pieces
        self._break = None
        self._format_of = format_of
        self._walk(paragraph)
        if self._broken:
            lengths = [0, *accumulate(len(piece[0]) for piece in line.pieces)]
            line.breaks = [lengths[count] for count in self._broken]
            self._broken = []
        if self._muted:
            # An instruction that is never ended would swallow the rest of the document.
            self._fields = [f for f in self._fields if f.shown]
            self._muted = 0
        return line

    def _walk(self, parent: etree._Element) -> None:
        for child in parent:
            tag = child.tag
            if tag in _RUNS:
                self._run(child)
            elif tag.__class__ is str:
                name = LOCAL[tag]
                if name in WRAPPERS:
                    self._walk(child)
                elif name == "fldSimple":
                    self._simple_field(child)
                elif tag == ALTERNATE and (branch := printed_branch(child)) is not None:
                    self._walk(branch)

    def _simple_field(self, element: etree._Element) -> None:
        opened = _Field([attribute(element, "instr") or ""], shown=True)
        self._line.fields.append(opened.name_it())
        depth = len(self._fields)
        self._fields.append(opened)
        self._walk(element)
        del self._fields[depth:]
        self._muted = sum(not f.shown for f in self._fields)

    def _run(self, run: etree._Element) -> None:
        properties: etree._Element | None = None
        for child in run:
            tag = child.tag
            if tag in _TEXTS:
                if (text := child.text) and not self._muted:
                    text, skipped = _print_blanks(text, child)
                    self._put(text, run, properties, child, skipped)
            elif tag in _PROPERTIES:
                properties = child
            elif tag.__class__ is str and (name := LOCAL[tag]) not in _SILENT:
                self._other(name, child, run, properties)

    def _look(self, properties: etree._Element | None, run: etree._Element) -> RunFormat:
        look = self._format_of(properties, run)
        if look.hidden:
            self._line.hidden.append(run)
        return look

    def _put(self, text: str, run: etree._Element, properties: etree._Element | None, leaf: etree._Element, skipped: int = 0) -> None:
        look = self._look(properties, run)
        if look.hidden or not text:
            return
        if self._break is not None:
            if self._pieces:
                self._pieces.append(("\n", *self._break[:2], "", self._break[2], 0))
            self._break = None
        self._pieces.append((text, look, run, self._fields[-1].name if self._fields else "", leaf, skipped))

    def _other(self, name: str, child: etree._Element, run: etree._Element, properties: etree._Element | None) -> None:
        line = self._line
        if name == "fldChar":
            self._field_mark(child)
        elif name == "instrText":
            if self._fields and not self._fields[-1].shown:
                self._fields[-1].instruction.append(child.text or "")
        elif name in _DRAWINGS:
            if not self._look(properties, run).hidden:
                line.drawings.append(child)
        elif name in WRAPPERS:
            self._walk(child)
        elif child.tag == ALTERNATE:
            if (branch := printed_branch(child)) is not None:
                for inner in branch.iterchildren("*"):
                    self._other(LOCAL[str(inner.tag)], inner, run, properties)
        elif name == "commentReference":
            line.comments += 1
        elif self._muted:
            return
        elif name in _CHARACTERS:
            self._put(_CHARACTERS[name], run, properties, child)
        elif name == "t":
            text, skipped = _print_blanks(child.text or "", child)
            self._put(text, run, properties, child, skipped)
        elif name == "br":
            self._line_break(child, run, properties)
        elif name == "sym":
            self._put(_symbol(child), run, properties, child)
        elif name in ("footnoteReference", "endnoteReference"):
            line.notes += 1
        elif name == "pgNum":
            line.fields.append("PAGE")

    def _line_break(self, child: etree._Element, run: etree._Element, properties: etree._Element | None) -> None:
        if attribute(child, "type") != "page":
            self._put("\n", run, properties, child)
        elif not (look := self._look(properties, run)).hidden:
            self._broken.append(len(self._pieces))
            # Words on both sides of it must not run into one.
            self._break = look, run, child

    def _field_mark(self, mark: etree._Element) -> None:
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
            self._muted += 1
        elif not self._fields:
            return
        elif kind == "separate":
            opened = self._fields[-1]
            if not opened.shown:
                self._line.fields.append(opened.name_it())
                opened.shown = True
                self._muted -= 1
        elif kind == "end":
            opened = self._fields.pop()
            if not opened.shown:
                self._line.fields.append(opened.name_it())
                self._muted -= 1


def _print_blanks(text: str, leaf: etree._Element) -> tuple[str, int]:
    """The text of a ``w:t`` as it is printed, and how many blanks before it are not: only where it says so it keeps them."""
    skipped = 0
    if text and (text[0] in _BLANK or text[-1] in _BLANK) and leaf.get(_SPACE) != "preserve":
        kept = text.lstrip(_BLANK)
        skipped = len(text) - len(kept)
        text = kept.rstrip(_BLANK)
    if "\n" in text or "\t" in text or "\r" in text:
        text = text.translate(_ONE_SPACE)
    return text, skipped


def _symbol(element: etree._Element) -> str:
    """The sign that a font of signs shows, as far as Unicode has it."""
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return UNKNOWN
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    is_letter = 0x20 <= code < 0xD800 or 0xF900 <= code < 0xFFFE
    return chr(code) if is_letter else UNKNOWN
