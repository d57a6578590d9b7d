"""What was changed in a part: said so that a person and a program can check it."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.problems import Message


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: ``element`` of ``part`` (``w:p[12]``, ``w:sectPr[1]``) had ``before`` as its ``property`` and now has ``after``.

    ``words`` says the same to a person. ``text`` holds the letters concerned, as they were. An element that was not there has
    an empty ``before``.
    """

    part: str
    element: str
    property: str
    before: str
    after: str
    text: str
    words: Message
