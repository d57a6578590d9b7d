"""A paper as lines with a component each, before it is known how a file is built from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

#: words with what they differ in from their line (``{"bold": True}``)
Words = tuple[str, dict[str, Any]]


@dataclass(frozen=True)
class Line:
    """One paragraph. ``look`` holds what differs from the component's look; ``rule`` the drawn line under it, in pt (``None``: as the law
    wants it where it wants one; 0: none). ``styled``: the component whose style it takes, if that is another one."""

    component: str
    words: tuple[Words, ...]
    look: dict[str, Any] = field(default_factory=dict)
    rule: float | None = None
    numbered: str = ""

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
    """Lines of an appendix; ``own_section``: on pages of its own, counted from 1."""

    lines: tuple[Line, ...]
    own_section: bool = True
    restart: bool = True


@dataclass(frozen=True)
class Paper:
    """A whole paper. ``page`` holds what differs from the page set-up: margins in mm, ``width``, ``height``, ``landscape``,
    ``number`` (``header``, ``footer``, ``none``, ``typed``), ``number_align``, ``number_look``, ``first_hidden``, ``format``, ``header`` (mm from the edge)."""

    standard: str
    left: tuple[Line, ...]
    right: tuple[Line, ...]
    text: tuple[Line, ...]
    recipients: tuple[Line, ...]
    signature: tuple[Line, ...]
    appendices: tuple[Appendix, ...] = ()
    page: dict[str, Any] = field(default_factory=dict)

    def lines(self) -> Iterator[Line]:
        """Every line, in the order of the page."""
        for part in (self.left, self.right, self.text, self.recipients, self.signature):
            yield from part
        for appendix in self.appendices:
            yield from appendix.lines

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

        changed = replace(
            self,
            left=each(self.left),
            right=each(self.right),
            text=each(self.text),
            recipients=each(self.recipients),
            signature=each(self.signature),
            appendices=tuple(replace(a, lines=each(a.lines)) for a in self.appendices),
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

    def say(self, component: str, text: str, nth: int = 0) -> Paper:
        """The paper with other words in one line."""
        return self.change(component, lambda one: one.saying(text), nth)

    def set(self, component: str, nth: int = 0, **look: Any) -> Paper:
        """The paper with one line set otherwise."""
        return self.change(component, lambda one: one.looking(**look), nth)

    def paged(self, **page: Any) -> Paper:
        """The paper on another page set-up."""
        return replace(self, page={**self.page, **page})
