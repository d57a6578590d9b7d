"""What was changed in a part: said so that a person and a program can check it."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.ooxml.content import Paragraph, Section
from docgen.problems import Message, msg

_MOST_LETTERS = 60


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: ``element`` of ``part`` had ``before`` as its ``property`` and now has ``after``.

    ``element``: ``w:p[12]`` counts every paragraph of the part, ``w:sectPr[1]`` its sections, ``Relationship[3]`` and
    ``Override[9]`` the elements of that name, from 1; a part that was made has its root (``w:hdr[1]``). Nothing outside these
    elements changes. ``before`` is empty for what was not there. ``text``: the letters concerned, as they were. For a person
    ``place`` says where it is (``Paragraph 12``), ``context`` how its text begins, and ``words`` what happens there.
    """

    part: str
    element: str
    property: str
    before: str
    after: str
    text: str
    place: Message
    words: Message
    context: str = ""


def edit_paragraph(paragraph: Paragraph, property: str, before: str, after: str, text: str, words: Message) -> Edit:
    """A change inside ``paragraph``."""
    place = msg("Paragraph {n}", n=paragraph.index)
    return Edit(paragraph.part, f"w:p[{paragraph.index}]", property, before, after, text, place, words, shorten(paragraph.text))


def edit_section(section: Section, part: str, property: str, before: str, after: str, words: Message) -> Edit:
    """A change of the properties of ``section``, which stand in ``part``."""
    place = msg("Section {n}", n=section.index + 1)
    return Edit(part, f"w:sectPr[{section.index + 1}]", property, before, after, "", place, words)


def shorten(text: str) -> str:
    """The words on one line, cut where they are many."""
    text = " ".join(text.split())
    return text if len(text) <= _MOST_LETTERS else f"{text[: _MOST_LETTERS - 1].rstrip()}…"


def say_switch(on: bool) -> Message:
    """Yes or no."""
    return msg("yes") if on else msg("no")
