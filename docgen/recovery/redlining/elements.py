"""Elements of WordprocessingML in the namespace of their part, set where the schema wants them; marks of tracked changes."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from docgen.jobs.clock import fixed_moment
from docgen.ooxml.properties import LOCAL

AUTHOR = "docgen"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SIGNS = {"\t": "tab", "\n": "br", "\u2011": "noBreakHyphen", "\u00ad": "softHyphen"}


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


#: children of ``w:rPr`` in the schema's order
RUN_ORDER = _names(
    """ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
    snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
    eastAsianLayout specVanish oMath rPrChange"""
)
#: children of ``w:pPr`` in the schema's order
PARAGRAPH_ORDER = _names(
    """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing
    ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle
    rPr sectPr pPrChange"""
)
BORDER_ORDER = ("top", "left", "start", "bottom", "right", "end", "between", "bar")


def make(like: etree._Element, name: str, **values: str | int) -> etree._Element:
    """An element called ``name`` in the namespace of ``like``, with attributes in the same one."""
    namespace = etree.QName(like).namespace
    element = like.makeelement(f"{{{namespace}}}{name}", nsmap={like.prefix or "w": str(namespace)})
    for key, value in values.items():
        element.set(f"{{{namespace}}}{key}", str(value))
    return element


def put(element: etree._Element, name: str, value: str | int) -> None:
    """Set an attribute in the element's own namespace."""
    element.set(f"{{{etree.QName(element).namespace}}}{name}", str(value))


def drop(element: etree._Element, *names: str) -> None:
    """Take attributes away."""
    for key in [key for key in element.attrib if LOCAL[str(key)] in names]:
        del element.attrib[key]


def child(parent: etree._Element | None, name: str) -> etree._Element | None:
    """The child of that local name."""
    return next((c for c in parent.iterchildren("*") if LOCAL[str(c.tag)] == name), None) if parent is not None else None


def ensure(parent: etree._Element, name: str, order: Sequence[str]) -> etree._Element:
    """The child of that name; made where ``order`` wants it if it is not there."""
    found = child(parent, name)
    if found is not None:
        return found
    made = make(parent, name)
    later = set(order[order.index(name) + 1 :])
    for index, other in enumerate(parent):
        # what other namespaces add stands behind everything but the record of a change
        if isinstance(other.tag, str) and (LOCAL[other.tag] in later or LOCAL[other.tag].startswith("{")):
            parent.insert(index, made)
            return made
    parent.append(made)
    return made


def remove(parent: etree._Element, *names: str) -> None:
    """Take the children of these names away."""
    for other in [c for c in parent.iterchildren("*") if LOCAL[str(c.tag)] in names]:
        parent.remove(other)


def properties_of(element: etree._Element, name: str) -> etree._Element:
    """The property list of a run, a paragraph or a row; made as its first child if it is not there."""
    found = child(element, name)
    if found is None:
        found = make(element, name)
        element.insert(0, found)
    return found


def letters(run: etree._Element, text: str, *, deleted: bool) -> None:
    """Put ``text`` into ``run``, tabs and breaks as Word writes them."""
    kept = ""
    for sign in [*text, ""]:
        if sign and sign not in _SIGNS:
            kept += sign
            continue
        if kept:
            holder = make(run, "delText" if deleted else "t")
            holder.text = kept
            holder.set(_SPACE, "preserve")
            run.append(holder)
            kept = ""
        if sign:
            run.append(make(run, _SIGNS[sign]))


class Tracker:
    """Makes marks of tracked changes with numbers of their own."""

    def __init__(self, root: etree._Element) -> None:
        numbers = (str(v) for e in root.iter("*") for k, v in e.attrib.items() if LOCAL[str(k)] == "id")
        self._next = max((int(n) for n in numbers if n.isascii() and n.isdigit() and len(n) < 10), default=0) + 1
        self._root = root
        day = fixed_moment()
        # a file that is made twice is the same twice: without a day given there is none
        self._date = {} if day is None else {"date": day.strftime("%Y-%m-%dT%H:%M:%SZ")}

    def mark(self, like: etree._Element, name: str) -> etree._Element:
        """A ``w:ins``, ``w:del``, ``w:rPrChange`` or ``w:pPrChange``."""
        made = make(like, name, id=self._next, author=AUTHOR, **self._date)
        self._next += 1
        return made

    def wrap(self, runs: Sequence[etree._Element], name: str) -> None:
        """Put ``runs`` or formulas into marks, neighbours into one."""
        last: etree._Element | None = None
        for run in runs:
            parent = run.getparent()
            if parent is None:
                continue
            if last is None or run.getprevious() is not last:
                # a formula is of another namespace
                last = self.mark(self._root, name)
                parent.insert(parent.index(run), last)
            last.append(run)

    def mark_end(self, paragraph: etree._Element, name: str) -> None:
        """Say of the paragraph's end that it came (``ins``) or went (``del``)."""
        end = ensure(properties_of(paragraph, "pPr"), "rPr", PARAGRAPH_ORDER)
        if child(end, name) is None:
            end.insert(0, self.mark(paragraph, name))

    def mark_row(self, row: etree._Element, name: str) -> None:
        """Say of a row that it came or went."""
        found = child(row, "trPr")
        if found is None:
            found = make(row, "trPr")
            # the schema wants one property beside the mark
            found.append(make(row, "cantSplit", val="off"))
            row.insert(1 if child(row, "tblPrEx") is not None else 0, found)
        found.append(self.mark(row, name))
