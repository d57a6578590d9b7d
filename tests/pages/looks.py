"""What the fact files allow, and the parts of a page where components stand."""

from __future__ import annotations

from functools import cache

from docgen.document.model import Document
from docgen.standards import load_standard
from tests.facts.facts import Allowed, Span, allowed_for
from tests.pages.gathering import Measured
from tests.pages.measuring import MM, Found, Glyph

#: ink and advances as LibreOffice rounds them, in pt
ROUNDING = 0.9


@cache
def fact(standard: str, component: str, prop: str) -> Allowed | None:
    """What the acts allow for a property, ``None`` where they say nothing."""
    return allowed_for(standard, component, prop)


def span(standard: str, component: str, prop: str) -> Span:
    """The same for a number that the acts do fix."""
    found = fact(standard, component, prop)
    if isinstance(found, frozenset):
        values = [float(value) for value in found]
        return Span(min(values), max(values))
    assert found is not None, (standard, component, prop)
    return found


def near(value: float, allowed: Span, tolerance: float) -> bool:
    return allowed.low - tolerance <= value <= allowed.high + tolerance


def assert_look(measured: Measured, component: str, found: Found) -> None:
    """Size, weight and slant of every glyph are as the acts have them for the component."""
    standard = measured.document.standard
    words = "".join(g.char for g in found.glyphs)
    checked = 0
    size = fact(standard, component, "size_pt")
    if size is not None:
        assert isinstance(size, Span)
        assert all(s in size for s in found.sizes), f"{component} {words!r}: {found.sizes} pt, allowed {size}"
        checked += 1
    for prop, shown in (("bold", [g.bold for g in found.glyphs]), ("italic", [g.italic for g in found.glyphs])):
        allowed = fact(standard, component, prop)
        if allowed is not None:
            assert isinstance(allowed, frozenset)
            values = {"yes" if one else "no" for one in shown}
            assert values <= allowed, f"{component} {words!r}: {prop} {values}, allowed {allowed}"
            checked += 1
    assert checked, f"the fact files say nothing of {component}"


def type_name(document: Document) -> str:
    return load_standard(document.standard).types[document.type].name.upper()


def is_dispatch(document: Document) -> bool:
    return load_standard(document.standard).types[document.type].dispatch


def state(document: Document) -> bool:
    return document.standard == "nd30"


def below_head(measured: Measured) -> Found:
    """The first words under the head: the type's name, or whom a công văn is sent to."""
    if not is_dispatch(measured.document):
        return measured.pdf.find(type_name(measured.document), lambda g: g.page == 0 and g.bold)
    return measured.pdf.find("Kính gửi:")


def right_head(measured: Measured) -> dict[str, Found]:
    """Every component of the head's right column."""
    document, pdf = measured.document, measured.pdf
    names = ("motto", "slogan") if state(document) else ("party_title",)
    found = {}
    for name in names:
        wanted = fact(document.standard, name, "text")
        assert isinstance(wanted, frozenset)
        hits = [hit for text in sorted(wanted) if (hit := next(pdf.find_all(text), None))]
        assert hits, f"{name} is not on the pages"
        found[name] = hits[0]
    found["place_date"] = pdf.rest_of_line(f"{document.place.plain}, ", lambda g: g.page == 0 and g.italic)
    return found


def left_head(measured: Measured) -> tuple[Glyph, ...]:
    """Every glyph of the head that does not stand in the right column."""
    right = {g for found in right_head(measured).values() for g in found.glyphs}
    floor = below_head(measured).first.baseline + 2
    return tuple(g for g in measured.pdf.pages[0].glyphs if g.baseline > floor and g not in right)


def find_left(measured: Measured, text: str) -> Found:
    left = set(left_head(measured))
    return measured.pdf.find(text, lambda g: g in left)


def foot_label(measured: Measured) -> Found:
    """The label above the recipients."""
    return measured.pdf.find("Nơi nhận:")


def foot_left(measured: Measured) -> set[Glyph]:
    """The glyphs of the column in which the recipients stand."""
    return _foot_column(measured, right=False)


def foot_right(measured: Measured) -> set[Glyph]:
    """The glyphs of the signature's column."""
    return _foot_column(measured, right=True)


def _foot_column(measured: Measured, right: bool) -> set[Glyph]:
    """The pieces, between gaps of 2.5 mm and more, that begin in that half of the page."""
    label = foot_label(measured)
    page = measured.pdf.pages[label.first.page]
    found: set[Glyph] = set()
    for line in page.lines():
        if line[0].baseline > label.baseline + 4:
            continue
        start = 0
        for i in range(1, len(line) + 1):
            if i == len(line) or line[i].x0 - line[i - 1].x1 > 2.5 * MM:
                if (line[start].x0 > page.width / 2 - 10 * MM) == right:
                    found.update(line[start:i])
                start = i
    return found
