"""What paragraphs hold besides letters: drawn lines, pictures, text boxes, references to notes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from docgen.ooxml.content import DrawnLine, Paragraph, Shape
from docgen.ooxml.digests import part_digest
from docgen.ooxml.opening import Package
from docgen.ooxml.units import TWIPS_PER_PT
from docgen.problems import DocgenError, Message, msg
from docgen.recovery.differences.model import Difference, Kind

_NAMES = {"picture": msg("picture"), "textbox": msg("text box"), "rectangle": msg("rectangle"), "frame": msg("text frame")}
_LINE = msg("drawn line")


class Pictures:
    """The pictures of one document, known by what is in them."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._digests: dict[tuple[str, str], str] = {}

    def of(self, paragraph: Paragraph) -> list[str]:
        """A digest of each picture in ``paragraph``."""
        found = []
        if paragraph.shapes:
            for element in paragraph.element.iter("{*}blip", "{*}imagedata"):
                name = next((str(v) for k, v in element.attrib.items() if str(k).endswith(("}embed", "}id"))), "")
                if name and (digest := self._digest(paragraph.part, name)) not in found:
                    found.append(digest)
        return found

    def _digest(self, part: str, name: str) -> str:
        key = part, name
        if key not in self._digests:
            target = next((r for r in self._package.relationships(part) if r.id == name), None)
            try:
                self._digests[key] = part_digest(self._package.read(target.part)) if target and target.part else name
            except DocgenError:
                self._digests[key] = target.target if target else name
        return self._digests[key]


def compare_drawn(old: Paragraph, new: Paragraph, ours: Pictures, theirs: Pictures, within: int = 0) -> Iterator[Difference]:
    """Lines, shapes, pictures and notes that differ in one paragraph by more than ``within`` twips; their places are left to
    the caller."""
    lines = [[one for one in p.lines if one.kind != "border"] for p in (old, new)]
    for was, now in zip_longest(*lines):
        yield from _compare_lines(was, now, within)
    for before, after in zip_longest(old.shapes, new.shapes):
        yield from _compare_shapes(before, after, within)
    was_shown, now_shown = ours.of(old), theirs.of(new)
    if was_shown != now_shown and was_shown and now_shown:
        yield Difference(
            Kind.PICTURE, msg("another picture"), "media", aspect="content", before=was_shown[0], after=now_shown[0]
        )
    if old.notes != new.notes:
        what = msg("references to notes: {before} → {after}", before=old.notes, after=new.notes)
        yield Difference(Kind.NOTE, what, aspect="references", before=str(old.notes), after=str(new.notes))
    if old.page_break != new.page_break and old.format.page_break_before == new.format.page_break_before:
        what = msg("page break added") if new.page_break else msg("page break removed")
        yield Difference(Kind.FORMAT, what, aspect="page_break")


def _compare_lines(old: DrawnLine | None, new: DrawnLine | None, within: int) -> Iterator[Difference]:
    if old is None or new is None:
        what = msg("drawn line added") if old is None else msg("drawn line removed")
        yield Difference(Kind.LINE, what, aspect="line", before=_say_line(old), after=_say_line(new))
        return
    for name, label, before, after in (
        ("length", msg("length of the drawn line"), old.length, new.length),
        ("weight", msg("thickness of the drawn line"), old.weight, new.weight),
        ("x", msg("left end of the drawn line"), old.x, new.x),
        ("y", msg("height of the drawn line"), old.y, new.y),
    ):
        if not _are_near(before, after, within):
            yield _change(Kind.LINE, name, label, _points(before), _points(after))
    for name, label, was, now in (
        ("color", msg("colour of the drawn line"), old.color, new.color),
        ("x_from", msg("place of the drawn line"), _anchor(old), _anchor(new)),
    ):
        if was != now:
            yield _change(Kind.LINE, name, label, was, now)


def _anchor(line: DrawnLine) -> str:
    return " ".join(filter(None, (line.x_from, line.x_align, line.y_from)))


def _say_line(line: DrawnLine | None) -> str:
    return "" if line is None else _points(line.length)


def _are_near(old: float | None, new: float | None, within: int) -> bool:
    """Word keeps places on paper in twips and rounds what another program wrote finer."""
    if old is None or new is None:
        return old is new
    return abs(round(old * TWIPS_PER_PT) - round(new * TWIPS_PER_PT)) <= within


def _points(length: float | None) -> str:
    return "?" if length is None else f"{round(length, 2):g} pt"


def _compare_shapes(old: Shape | None, new: Shape | None, within: int) -> Iterator[Difference]:
    if old is None or new is None:
        shape = old or new
        assert shape is not None
        name = _NAMES.get(shape.kind, shape.kind)
        what = msg("added: {thing}", thing=name) if old is None else msg("removed: {thing}", thing=name)
        yield Difference(Kind.PICTURE, what, "document", aspect=shape.kind)
        return
    if old.kind != new.kind:
        yield _change(Kind.PICTURE, "kind", msg("drawing"), _NAMES.get(old.kind, old.kind), _NAMES.get(new.kind, new.kind))
        return
    label = _NAMES.get(new.kind, new.kind)
    if not _are_near(old.width, new.width, within) or not _are_near(old.height, new.height, within):
        was, now = (f"{_points(one.width)} × {_points(one.height)}" for one in (old, new))
        yield _change(Kind.PICTURE, "size", msg("size of the {thing}", thing=label), was, now)
    if old.bordered != new.bordered:
        yield _change(Kind.PICTURE, "border", msg("border"), *(msg("yes") if one.bordered else msg("no") for one in (old, new)))


def _change(kind: Kind, name: str, label: Message, before: str | Message, after: str | Message) -> Difference:
    return Difference(kind, say_change(label, before, after), "document", None, None, name, before, after)


def say_change(label: str | Message, before: str | Message, after: str | Message) -> Message:
    """``size: 14 pt → 12 pt``."""
    return msg("{property}: {before} → {after}", property=label, before=before or "–", after=after or "–")
