"""Lines of a task in people's own ways, ``Chủ trì: …; Phối hợp: …; Thời gian: …`` on one line or several, as docgen has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from docgen.document.model import DashList, Item, Paragraph, Part, Section
from docgen.document.text import Span, Text
from docgen.problems import msg
from docgen.reading.folding import fold_each
from docgen.recovery.labels import spelt
from docgen.recovery.plans import reads_as_task
from docgen.recovery.recovered import Notes
from docgen.recovery.texts import piece
from docgen.standards import Standard

#: in the order in which docgen writes them
_KEYS = ("lead", "support", "due", "result")
_ENDS = re.compile(r"[.;,\s]+$")
#: what would be another sentence behind the words of a label, or a label that is not known
_MORE = re.compile(r"[.!?]\s+[^\W\d_]|:\s")


class _Said(NamedTuple):
    key: str
    words: Text


def relabel(parts: Sequence[Part], standard: Standard, notes: Notes) -> tuple[Part, ...]:
    """``parts`` with docgen's own lines at the end of each numbered block whose last line or list has a label in every part.

    One of them says who leads. ``notes`` take the places and the paragraphs.
    """
    found: list[Part] = []
    for part in parts:
        if isinstance(part, Section):
            part = _relabelled(replace(part, parts=relabel(part.parts, standard, notes)), standard, notes)
        found.append(part)
    return tuple(found)


def _relabelled(section: Section, standard: Standard, notes: Notes) -> Section:
    *above, last = section.parts or (None,)
    if last is None or (section.title is None and not above) or (section.run_in and not above):
        return section
    texts = _lines(last)
    if not texts or all(_is_own(text, standard) for text in texts):
        return section
    said = [one for text in texts for one in _parts(text)]
    if [one.key for one in said] != [key for key in _KEYS if any(one.key == key for one in said)] or len(said) < 2:
        return section
    if said[0].key != "lead" or not all(_parts(text) for text in texts):
        return section
    made = replace(section, parts=(*above, DashList(tuple(Item((Paragraph(_written(one, standard)),)) for one in said))))
    if not reads_as_task(made, standard):
        return section
    first = section.title or next((part.text for part in above if isinstance(part, Paragraph)), said[0].words)
    notes.reword(
        msg("Its last lines are taken for who leads, who supports and until when; docgen writes their labels."),
        (first.origin, *(text.origin for text in texts)),
    )
    return made


def _lines(last: Part) -> list[Text]:
    """The paragraphs of the last part of a block, none where they may hold more than labels."""
    if isinstance(last, Paragraph):
        return [last.text]
    if not isinstance(last, DashList):
        return []
    firsts = [item.parts[0] for item in last.items if len(item.parts) == 1]
    texts = [first.text for first in firsts if isinstance(first, Paragraph)]
    return texts if len(texts) == len(last.items) else []


def _is_own(text: Text, standard: Standard) -> bool:
    """Whether a line begins with docgen's own label and has no other: it needs no guess."""
    plain = text.plain
    if not any(plain.startswith(f"{label}: ") for label in _own_labels(standard).values()):
        return False
    return ";" not in plain or len(_labels().findall(fold_each(plain))) < 2


def _own_labels(standard: Standard) -> dict[str, str]:
    words = standard.words
    return {"lead": words.lead.use, "support": words.support.use, "due": words.due.use, "result": words.result.use}


def _parts(text: Text) -> list[_Said]:
    """What a line says under its labels, empty where it does not begin with one or says more."""
    folded = fold_each(text.plain)
    matches = list(_labels().finditer(folded))
    if not matches or matches[0].start() != 0:
        return []
    ends = [*(match.start() for match in matches[1:]), len(folded)]
    found = []
    for match, end in zip(matches, ends, strict=True):
        words = piece(text, match.end(), end)
        sign = _ENDS.search(words.plain)
        words = piece(words, 0, sign.start()) if sign else words
        key = next(key for key in _KEYS if match[key])
        if not words or _MORE.search(words.plain) or (";" in words.plain and key not in ("lead", "support")):
            return []
        found.append(_Said(key, words))
    return found


def _written(said: _Said, standard: Standard) -> Text:
    end = standard.marks["task_line"].each.use
    return Text((Span(f"{_own_labels(standard)[said.key]}: "), *said.words.spans, Span(end)), said.words.origin)


@lru_cache(maxsize=1)
def _labels() -> re.Pattern[str]:
    """Any label at the beginning of a line or behind the sign that ends the part before it."""
    ways = "|".join(f"(?P<{key}>{'|'.join(map(re.escape, spelt(key)))})" for key in _KEYS)
    return re.compile(rf"(?:^|(?<=[.;,])\s+)(?:{ways})\s*:\s+")
