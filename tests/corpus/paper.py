"""A paper as lines with a component each, before it is known how a file is built from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

#: words with what they differ in from their line (``{"bold": True}``)
Words = tuple[str, dict[str, Any]]


@dataclass(frozen=True)
class Line:
    """One paragraph. ``look`` holds what differs from the component's look; ``rule`` the drawn line under it, in pt (``None``: as
    the law wants it where it wants one; 0: none). ``box``: width and height in mm of the box it stands in, ``bordered`` whether
    the box shows. ``new_page``: Word noted that a page begins with it."""

    component: str
    words: tuple[Words, ...]
    look: dict[str, Any] = field(default_factory=dict)
    rule: float | None = None
    box: tuple[float, float] | None = None
    bordered: bool = True
    new_page: bool = False

    @property
    def text(self) -> str:
        """All its letters."""
        return "".join(words for words, _ in self.words)

    def saying(self, text: str) -> Line:
        """The same line with other words."""
        return replace(self, words=((text, {}),))

    def looking(self, **look: Any) -> Line:
        """The same words, set otherwise."""
        return replace(self, look={**self.look, **look})


def line(component: str, *words: str | Words, **look: Any) -> Line:
    """A line of words, plain or with what they differ in."""
    return Line(component, tuple((w, {}) if isinstance(w, str) else w for w in words), look)


@dataclass(frozen=True)
class Appendix:
    """Lines of an appendix; ``own_section``: on pages of its own, ``restart``: counted from 1, ``landscape``: lying. ``table``:
    rows of a table below the lines."""

    lines: tuple[Line, ...]
    own_section: bool = True
    restart: bool = True
    landscape: bool = False
    table: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Copy:
    """The block of a copy below the original; ``ruled``: under a line across the page."""

    left: tuple[Line, ...]
    right: tuple[Line, ...]
    recipients: tuple[Line, ...]
    signature: tuple[Line, ...]
    ruled: bool = True


@dataclass(frozen=True)
class Paper:
    """A whole paper.

    ``page``: what differs from the page set-up: margins in mm, ``width``, ``height``, ``landscape``, ``number`` (``header``,
    ``footer``, ``none``, ``typed``, ``even``), ``number_look``, ``first_hidden``, ``format``, ``start``, ``header`` (mm from the
    edge), ``right_column`` (mm), ``low_date`` (place and date one row below the number).
    ``above``: lines over the head. ``second``: a signature at the left of the other; the recipients then stand below both.
    ``contact``: at the foot of page 1 (state) or below all (Party).
    """

    standard: str
    left: tuple[Line, ...]
    right: tuple[Line, ...]
    text: tuple[Line, ...]
    recipients: tuple[Line, ...]
    signature: tuple[Line, ...]
    appendices: tuple[Appendix, ...] = ()
    page: dict[str, Any] = field(default_factory=dict)
    above: tuple[Line, ...] = ()
    second: tuple[Line, ...] = ()
    contact: tuple[Line, ...] = ()
    copy: Copy | None = None

    def lines(self) -> Iterator[Line]:
        """Every line, in the order of the page."""
        for part in (self.above, self.left, self.right, self.text, self.recipients, self.second, self.signature):
            yield from part
        if self.copy:
            for part in (self.copy.left, self.copy.right, self.copy.recipients, self.copy.signature):
                yield from part
        for appendix in self.appendices:
            yield from appendix.lines
        yield from self.contact

    def change(self, component: str, how: Callable[[Line], Line | None], nth: int = 0) -> Paper:
        """The paper with its ``nth`` line of ``component`` changed, or taken away. ``LookupError`` when there is none."""
        count = -1

        def each(lines: tuple[Line, ...]) -> tuple[Line, ...]:
            nonlocal count
            out = []
            for one in lines:
                if one.component == component:
                    count += 1
                    changed = how(one) if count == nth else one
                    if changed is not None:
                        out.append(changed)
                else:
                    out.append(one)
            return tuple(out)

        copy = self.copy
        changed = replace(
            self,
            above=each(self.above),
            left=each(self.left),
            right=each(self.right),
            text=each(self.text),
            recipients=each(self.recipients),
            second=each(self.second),
            signature=each(self.signature),
            copy=copy and Copy(each(copy.left), each(copy.right), each(copy.recipients), each(copy.signature), copy.ruled),
            appendices=tuple(replace(a, lines=each(a.lines)) for a in self.appendices),
            contact=each(self.contact),
        )
        if count < nth:
            raise LookupError(f"no line {nth} of {component}")
        return changed

    def change_all(self, component: str, how: Callable[[Line], Line]) -> Paper:
        """The paper with every line of ``component`` changed."""
        paper = self
        for nth in range(sum(one.component == component for one in self.lines())):
            paper = paper.change(component, how, nth)
        return paper

    def drop(self, component: str, nth: int = 0) -> Paper:
        """The paper without one line."""
        return self.change(component, lambda one: None, nth)

    def insert(self, component: str, *new: Line, nth: int = 0, after: bool = False) -> Paper:
        """The paper with new lines before (or ``after``) its ``nth`` line of ``component``."""
        place = [one for one in self.lines() if one.component == component][nth]

        def each(lines: tuple[Line, ...]) -> tuple[Line, ...]:
            at = next((i for i, one in enumerate(lines) if one is place), None)
            return lines if at is None else (*lines[: at + after], *new, *lines[at + after :])

        names = ("above", "left", "right", "text", "recipients", "second", "signature", "contact")
        changed: dict[str, Any] = {name: each(getattr(self, name)) for name in names}
        return replace(self, **changed)

    def say(self, component: str, text: str, nth: int = 0) -> Paper:
        """The paper with other words in one line."""
        return self.change(component, lambda one: one.saying(text), nth)

    def set(self, component: str, nth: int = 0, **look: Any) -> Paper:
        """The paper with one line set otherwise."""
        return self.change(component, lambda one: one.looking(**look), nth)

    def paged(self, **page: Any) -> Paper:
        """The paper on another page set-up."""
        return replace(self, page={**self.page, **page})
