"""The canonical text of a story: what stands in the document, a header, a footer or the notes, and how it looks.

Canonical text is for comparing, not for reading back. It keeps text and formatting and leaves out what Word writes anew
at every save: revision ids, proofing marks, bookmarks, the cutting of runs, results of fields that count or date
themselves, fallback drawings, ids and names of pictures. Separators are control characters, which XML cannot contain;
the words stay escaped as they are in the file, so that the writing side need not unescape them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docgen.ooxml.properties import LOCAL, TRACKED, StyleNames, canonical_properties, canonical_section, words
from docgen.ooxml.units import EMU_PER_TWIP
from docgen.ooxml.xml import MC, VML, escape

if TYPE_CHECKING:
    from lxml import etree

PARAGRAPH, END = "\x02", "\x03"
_FORMAT, _CONTENT = "\x04", "\x05"
_FIELD, OBJECT = "\x06", "\x07"

_ALTERNATE = f"{{{MC}}}AlternateContent"
_CHOICE = f"{{{MC}}}Choice"

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "dir", "bdo"})
_SILENT = words(
    """bookmarkStart bookmarkEnd proofErr permStart permEnd lastRenderedPageBreak pPr rPr sdtPr sdtEndPr customXmlPr
    smartTagPr annotationRef footnoteRef endnoteRef separator continuationSeparator tblPr tblGrid trPr tcPr tblPrEx
    softHyphenRef background"""
)
_TRACKED = words(
    """ins del moveFrom moveTo moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd commentRangeStart
    commentRangeEnd commentReference customXmlInsRangeStart customXmlDelRangeStart"""
)
_CHARACTERS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
# Fields whose result Word works out anew; the results of all others may carry a person's words.
_COUNTING = words(
    """PAGE NUMPAGES SECTIONPAGES SECTION PAGEREF DATE TIME SAVEDATE PRINTDATE CREATEDATE EDITTIME FILENAME FILESIZE NUMWORDS
    NUMCHARS REVNUM AUTHOR LASTSAVEDBY USERNAME STYLEREF SEQ"""
)


@dataclass(slots=True)
class _Field:
    """An open complex field: where its content began among the items, its instruction, where its result began."""

    start: int
    format: str
    instruction: list[str] = field(default_factory=list)
    result: int | None = None


@dataclass(slots=True)
class _Line:
    """One paragraph's content: items of format and content, and the fields that are open."""

    items: list[tuple[str, str]] = field(default_factory=list)
    fields: list[_Field] = field(default_factory=list)

    def close_field(self, ended: bool) -> None:
        """Put the last open field's instruction in its place; drop the result of a counting one that has ended."""
        opened = self.fields.pop()
        instruction = " ".join("".join(opened.instruction).split())
        first = len(self.items) if opened.result is None else opened.result
        look = self.items[first][0] if first < len(self.items) else opened.format
        if ended and instruction.partition(" ")[0].upper() in _COUNTING:
            del self.items[opened.start :]
        self.items.insert(opened.start, (look, f"{_FIELD}{instruction}{END}"))


class StoryReader:
    """Writes canonical text of stories whose styles are called as ``styles`` says."""

    def __init__(self, styles: StyleNames) -> None:
        self._styles = styles

    def story(self, root: etree._Element) -> str:
        """The canonical text of a part's root: ``w:document``, ``w:hdr``, ``w:ftr``, ``w:footnotes`` or ``w:endnotes``."""
        name = LOCAL[str(root.tag)]
        if name == "document":
            return "".join(self.blocks(body) for body in root.iterchildren("{*}body"))
        if name in ("footnotes", "endnotes"):
            # Notes that carry a type are the separator lines, which Word adds to any document.
            notes = [n for n in root.iterchildren("*") if not any(LOCAL[str(k)] == "type" for k in n.attrib)]
            return "".join(f"{OBJECT}note{self.blocks(note)}{END}" for note in notes)
        return self.blocks(root)

    def blocks(self, parent: etree._Element) -> str:
        """The paragraphs, tables and section properties under ``parent``."""
        out: list[str] = []
        for child in _children(parent):
            name = LOCAL[str(child.tag)]
            if name == "p":
                out.append(self.paragraph(child))
            elif name == "tbl":
                out.append(self._table(child))
            elif name == "sectPr":
                out.append(canonical_section(child, self._styles))
            elif name in _TRACKED:
                out.append(TRACKED + self.blocks(child))
            elif name not in _SILENT:
                out.append(f"{OBJECT}{name}{END}")
        return "".join(out)

    def _table(self, table: etree._Element) -> str:
        columns = [str(v) for g in table.iterfind("{*}tblGrid/{*}gridCol") for v in g.attrib.values()]
        out = [f"{OBJECT}table", self._own(table, "tblPr"), ",".join(columns)]
        for row in _children(table):
            name = LOCAL[str(row.tag)]
            if name in _TRACKED:
                out.append(TRACKED)
            if name != "tr":
                continue
            out.append(f"{OBJECT}row{self._own(row, 'trPr')}{self._own(row, 'tblPrEx')}")
            for cell in _children(row):
                if LOCAL[str(cell.tag)] == "tc":
                    out.append(f"{OBJECT}cell{self._own(cell, 'tcPr')}{self.blocks(cell)}{END}")
            out.append(END)
        out.append(END)
        return "".join(out)

    def _own(self, element: etree._Element, name: str) -> str:
        return canonical_properties(element.find(f"{{*}}{name}"), self._styles)

    def paragraph(self, element: etree._Element) -> str:
        """One paragraph: its properties, then its text with each run's format said only where it changes."""
        line = _Line()
        self._inline(element, line)
        while line.fields:
            line.close_field(ended=False)
        out = [PARAGRAPH, self._own(element, "pPr")]
        current = None
        for look, content in line.items:
            if look != current:
                out.append(f"{_FORMAT}{look}{_CONTENT}")
                current = look
            out.append(content)
        out.append(END)
        return "".join(out)

    def _inline(self, parent: etree._Element, line: _Line) -> None:
        for child in _children(parent):
            name = LOCAL[str(child.tag)]
            if name == "r":
                self._run(child, line)
            elif name == "fldSimple":
                instruction = next((str(v) for k, v in child.attrib.items() if LOCAL[str(k)] == "instr"), "")
                line.fields.append(_Field(len(line.items), "", [instruction], len(line.items)))
                self._inline(child, line)
                line.close_field(ended=True)
            elif name == "hyperlink":
                line.items.append(("", f"{OBJECT}link"))
                self._inline(child, line)
                line.items.append(("", END))
            elif name in _TRACKED:
                line.items.append(("", TRACKED))
                self._inline(child, line)
            elif name == "p":
                line.items.append(("", self.paragraph(child)))
            elif name not in _SILENT:
                line.items.append(("", _opaque(child)))

    def _run(self, run: etree._Element, line: _Line) -> None:
        look = self._own(run, "rPr") if len(run) and LOCAL[str(run[0].tag)] == "rPr" else ""
        for child in _children(run):
            name = LOCAL[str(child.tag)]
            if name == "t":
                text = child.text or ""
                if child.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
                    text = text.strip(" \t\r\n")
                if text:
                    line.items.append((look, escape(text)))
            elif name in _CHARACTERS:
                line.items.append((look, _CHARACTERS[name]))
            elif name == "br":
                kind = next((str(v) for k, v in child.attrib.items() if LOCAL[str(k)] == "type"), "textWrapping")
                line.items.append((look, "\n" if kind == "textWrapping" else f"{OBJECT}br {kind}{END}"))
            elif name == "fldChar":
                self._field_mark(child, look, line)
            elif name == "instrText":
                if line.fields:
                    line.fields[-1].instruction.append(child.text or "")
            elif name in ("drawing", "pict", "object"):
                line.items.append((look, self._picture(child, name)))
            elif name in _TRACKED:
                line.items.append((look, TRACKED))
            elif name not in _SILENT:
                line.items.append((look, _opaque(child)))

    def _field_mark(self, mark: etree._Element, look: str, line: _Line) -> None:
        kind = next((str(v) for k, v in mark.attrib.items() if LOCAL[str(k)] == "fldCharType"), "")
        if kind == "begin":
            line.fields.append(_Field(len(line.items), look))
        elif line.fields and kind == "separate":
            line.fields[-1].result = len(line.items)
        elif line.fields and kind == "end":
            line.close_field(ended=True)

    def _picture(self, element: etree._Element, name: str) -> str:
        """A drawing by its kind, its extent and position in twentieths of a point, and the text in it."""
        facts: list[str] = []
        if name == "drawing":
            for node in element.iter("{*}inline", "{*}anchor", "{*}extent", "{*}graphicData", "{*}positionH", "{*}positionV"):
                local = str(node.tag).rpartition("}")[2]
                if local == "extent":
                    facts += [_twips(node.get("cx", "0")), _twips(node.get("cy", "0"))]
                elif local == "graphicData":
                    facts.append(node.get("uri", "").rpartition("/")[2])
                elif local in ("positionH", "positionV"):
                    place = "".join(str(c.text or "") for c in node.iterchildren("*"))
                    facts += [local, node.get("relativeFrom", ""), _twips(place)]
                else:
                    facts.append(local)
        else:
            shapes = [n for n in element.iterchildren("*") if str(n.tag).startswith(f"{{{VML}}}")]
            facts += [name, *(str(s.tag).rpartition("}")[2] for s in shapes if not str(s.tag).endswith("shapetype"))]
        boxes = "".join(self.blocks(box) for box in element.iter("{*}txbxContent"))
        return f"{OBJECT}{' '.join(facts)} {boxes}{END}"


def _twips(emu: str) -> str:
    """Word keeps places on paper in twips and may round what another program wrote finer."""
    digits = emu.strip()
    return str(round(int(digits) / EMU_PER_TWIP)) if digits.lstrip("-").isdecimal() else digits


def _children(parent: etree._Element) -> Iterator[etree._Element]:
    """The child elements with wrappers that print nothing looked through, and one reading of alternate content."""
    for child in parent.iterchildren("*"):
        tag = str(child.tag)
        if tag == _ALTERNATE:
            branch = next(child.iterchildren(_CHOICE), None)
            yield from _children(branch if branch is not None else next(child.iterchildren("*"), child))
        elif LOCAL[tag] in _WRAPPERS:
            yield from _children(child)
        else:
            yield child


def _opaque(element: etree._Element) -> str:
    """Something without a canonical form of its own, such as a formula: its name, its values and its words."""
    named = ((LOCAL[str(k)].rpartition("}")[2], str(v)) for k, v in element.attrib.items())
    values = sorted(f"{k}={v}" for k, v in named if k != "id" and not k.startswith("rsid"))
    inside = "".join(str(t) for t in element.itertext())
    return f"{OBJECT}{LOCAL[str(element.tag)]} {' '.join(values)} {inside}{END}"
