"""What stands in a paragraph, leaf by leaf: letters, and what a text does not hold: formulas, hidden words, codes of fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from docgen.ooxml.alternatives import ALTERNATE, printed_branch
from docgen.ooxml.inline import WRAPPERS
from docgen.ooxml.locating import locate_text
from docgen.ooxml.measures import attribute
from docgen.ooxml.normalising import composed_offsets
from docgen.ooxml.properties import LOCAL, words
from docgen.ooxml.xml import W_STRICT, W
from docgen.recovery.redlining.accepting import accept_changes
from docgen.recovery.redlining.elements import RUN_ORDER, child, ensure, letters, make, remove

if TYPE_CHECKING:
    from docgen.ooxml.content import Paragraph, RunFormat

_FORMULAS = frozenset({"oMath", "oMathPara"})
_CODES = words("fldChar instrText")
#: what a hidden run may hold that needs no part of its own
_PLAIN = words("t tab cr br sym noBreakHyphen softHyphen")
_GONE = {"t": "delText", "instrText": "delInstrText"}
_PAIRS = (
    (W, W_STRICT),
    ("http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math"),
)


class Leaf(NamedTuple):
    """``text[start:end]`` of its paragraph, or something between two letters.

    ``kind``: ``letters``, ``break``, ``formula``, ``hidden`` (words that do not print) or ``code`` (of the field of that number).
    ``element`` is what holds it, ``run`` the ``w:r`` around it.
    """

    kind: str
    start: int
    end: int
    element: etree._Element
    run: etree._Element | None = None
    field: int = -1


class Leaves(NamedTuple):
    """All of a paragraph; ``fields``: the instruction of each field that begins and ends in it; ``cut``: others do not."""

    entries: list[Leaf]
    fields: dict[int, str]
    cut: bool


def list_leaves(paragraph: Paragraph) -> Leaves:
    """What stands in ``paragraph``, in order; nothing for one whose letters were decoded."""
    return Leaves([], {}, False) if paragraph.decoded else _Reader(paragraph).run()


def unshared_fields(ours: Leaves, theirs: Leaves) -> set[int]:
    """The fields of ``ours`` that ``theirs`` has not."""
    left = Counter(theirs.fields.values())
    out = set()
    for number, instruction in ours.fields.items():
        if left[instruction]:
            left[instruction] -= 1
        else:
            out.add(number)
    return out


class _Reader:
    def __init__(self, paragraph: Paragraph) -> None:
        self._paragraph = paragraph
        self._held: dict[etree._Element, tuple[int, int]] = {}
        ends = [0]
        held = locate_text(paragraph, 0, len(paragraph.text))
        for one in held:
            ends.append(ends[-1] + one.end - one.start)
        if paragraph.raw != paragraph.text:
            ends = composed_offsets(paragraph.raw, ends)
        for one, start, end in zip(held, ends, ends[1:], strict=False):
            self._held[one.element] = start, end
        self._at = 0
        self._out: list[Leaf] = []
        self._open: list[int] = []
        self._words: dict[int, str] = {}
        self._closed: set[int] = set()
        self._cut = False

    def run(self) -> Leaves:
        self._walk(self._paragraph.element)
        fields = {number: " ".join(words.split()) for number, words in self._words.items() if number in self._closed}
        return Leaves(self._out, fields, self._cut or bool(self._open))

    def _add(self, kind: str, element: etree._Element, run: etree._Element | None = None, field: int = -1) -> None:
        self._out.append(Leaf(kind, self._at, self._at, element, run, field))

    def _walk(self, parent: etree._Element) -> None:
        for one in parent.iterchildren("*"):
            name = LOCAL[str(one.tag)]
            if name == "r":
                self._in_run(one, one)
            elif name == "fldSimple":
                self._simple(one)
            elif name in WRAPPERS:
                self._walk(one)
            elif one.tag == ALTERNATE:
                if (branch := printed_branch(one)) is not None:
                    self._walk(branch)
            elif name.rpartition("}")[2] in _FORMULAS:
                self._add("formula", one)

    def _in_run(self, holder: etree._Element, run: etree._Element) -> None:
        for one in holder.iterchildren("*"):
            name = LOCAL[str(one.tag)]
            if one in self._held:
                start, end = self._held[one]
                self._out.append(Leaf("letters", start, end, one, run))
                self._at = end
            elif name in _CODES:
                self._code(name, one, run)
            elif run in self._paragraph.hidden and name in _PLAIN:
                self._add("hidden", one, run)
            elif name == "br" and attribute(one, "type") in ("page", "column"):
                self._add("break", one, run)
            elif one.tag == ALTERNATE:
                if (branch := printed_branch(one)) is not None:
                    self._in_run(branch, run)
            elif name in WRAPPERS:
                self._walk(one)

    def _code(self, name: str, element: etree._Element, run: etree._Element | None) -> None:
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._open.append(len(self._words))
            self._words[self._open[-1]] = ""
        if not self._open:
            self._cut = True
            return
        number = self._open[-1]
        if name == "instrText":
            self._words[number] += element.text or ""
        self._add("code", element, run, number)
        if kind == "end":
            self._closed.add(self._open.pop())

    def _simple(self, element: etree._Element) -> None:
        """As a field with codes, which a tracked change can hold."""
        instruction = make(element, "instrText")
        instruction.text = attribute(element, "instr") or ""
        instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        self._code("fldChar", make(element, "fldChar", fldCharType="begin"), None)
        self._code("instrText", instruction, None)
        self._code("fldChar", make(element, "fldChar", fldCharType="separate"), None)
        self._walk(element)
        self._code("fldChar", make(element, "fldChar", fldCharType="end"), None)


def copy_to(like: etree._Element, element: etree._Element) -> etree._Element:
    """A copy of ``element`` for the part of ``like``, without tracked changes of its own."""
    copy = deepcopy(element)
    copy.tail = None
    accept_changes(copy)
    is_strict = etree.QName(like).namespace == W_STRICT
    names = {pair[not is_strict]: pair[is_strict] for pair in _PAIRS}
    for one in copy.iter("*"):
        for key in [key for key in one.attrib if etree.QName(key).namespace in names]:
            name = etree.QName(key)
            one.set(f"{{{names[str(name.namespace)]}}}{name.localname}", str(one.attrib.pop(key)))
        name = etree.QName(one)
        if name.namespace in names:
            one.tag = f"{{{names[name.namespace]}}}{name.localname}"
    return copy


class Putting(NamedTuple):
    """How things that went are put back: ``like`` is of their new part, ``restate`` makes the ``w:rPr`` of a look
    that letters have at a place."""

    like: etree._Element
    old: Paragraph
    restate: Callable[[RunFormat, int], etree._Element]

    def put(self, leaves: Iterable[Leaf], start: int, end: int) -> list[etree._Element]:
        """Deleted runs and formulas with ``leaves``; of letters those of ``old.text[start:end]``."""
        out: list[etree._Element] = []
        holder: tuple[object, ...] | None = None
        for leaf in leaves:
            first, last = max(leaf.start, start), min(leaf.end, end)
            if leaf.kind == "letters" and first >= last:
                continue
            if leaf.kind == "formula":
                out.append(copy_to(self.like, leaf.element))
                holder = None
                continue
            look = self._look_at(first) if leaf.kind == "letters" else None
            if holder is None or holder != (leaf.run, leaf.kind, look) or leaf.run is None:
                holder = leaf.run, leaf.kind, look
                out.append(self._make_run(leaf, look, first))
            name = LOCAL[str(leaf.element.tag)]
            if leaf.kind == "letters" and name not in ("sym", "ptab") and not attribute(leaf.element, "type"):
                letters(out[-1], self.old.text[first:last], deleted=True)
            else:
                out[-1].append(self._gone(leaf.element, name))
        return out

    def _gone(self, element: etree._Element, name: str) -> etree._Element:
        copy = copy_to(self.like, element)
        if name in _GONE:
            copy.tag = make(self.like, _GONE[name]).tag
        return copy

    def _look_at(self, place: int) -> RunFormat | None:
        return next((run.format for run in self.old.runs if run.start <= place < run.end), None)

    def _make_run(self, leaf: Leaf, look: RunFormat | None, place: int) -> etree._Element:
        made = make(self.like, "r")
        if look is not None:
            properties = self.restate(look, place)
            if len(properties):
                made.append(properties)
        elif leaf.kind == "hidden":
            stated = child(leaf.run, "rPr")
            properties = make(self.like, "rPr") if stated is None else copy_to(self.like, stated)
            remove(properties, "rStyle", "vanish")
            ensure(properties, "vanish", RUN_ORDER)
            made.append(properties)
        return made
