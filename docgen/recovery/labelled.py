"""Lines of a task in people's own ways, ``Chủ trì: …; Phối hợp: …; Thời gian: …`` on one line or several, as docgen has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from docgen.document.model import DashList, Item, Paragraph, Part, Section
from docgen.document.text import Span, Text
from docgen.problems import msg
from docgen.reading.folding import fold_each
from docgen.recovery.labels import KEYS, task_labels
from docgen.recovery.plans import reads_as_task
from docgen.recovery.recovered import Notes, Reworded
from docgen.recovery.texts import piece, titled
from docgen.standards import Standard

_ENDS = re.compile(r"[.;,\s]+$")
#: what would be another sentence behind the words of a label, or a label that is not known
_MORE = re.compile(r"[.!?]\s+[^\W\d_]|:\s")
#: brackets behind the words of a task, and the sign that ends them
_BRACKETS = re.compile(r"\s*\(([^()]+)\)\s*([.;]?)$")
#: labels that show a task, and those that do beside one that is known
_TWO, _ONE = 2, 1


class _Said(NamedTuple):
    """``label`` as the source has it, empty where it has none."""

    key: str
    label: str
    words: Text


class _Found(NamedTuple):
    """A block without its last lines and what these say; ``lines``: they, ``inside``: they stood behind other words."""

    block: Section
    said: list[_Said]
    lines: list[Text]
    inside: bool


def relabel(parts: Sequence[Part], standard: Standard, notes: Notes) -> tuple[Part, ...]:
    """``parts`` with docgen's own lines at the end of each numbered block whose last lines, list or brackets are all labelled.

    One of them says who leads, others what else; who leads alone is enough beside another such block. ``notes`` take the places
    and the words of labels that docgen writes otherwise.
    """
    inner = [replace(part, parts=relabel(part.parts, standard, notes)) if isinstance(part, Section) else part for part in parts]
    made = [_relabelled(part, standard, notes, _TWO) for part in inner]
    if all(new is old for new, old in zip(made, inner, strict=True)):
        return tuple(made)
    return tuple(_relabelled(new, standard, notes, _ONE) if new is old else new for new, old in zip(made, inner, strict=True))


def _relabelled(section: Part, standard: Standard, notes: Notes, least: int) -> Part:
    """The block with docgen's lines, or the same where it has none of people's own."""
    if not isinstance(section, Section):
        return section
    found = _last_lines(section, standard) or _last_brackets(section, standard)
    if found is None or len(found.said) < least or found.said[0].key != "lead":
        return section
    if [one.key for one in found.said] != [key for key in KEYS if any(one.key == key for one in found.said)]:
        return section
    own = DashList(tuple(Item((Paragraph(_written(one, standard)),)) for one in found.said))
    made = replace(found.block, parts=(*found.block.parts, own))
    if not reads_as_task(made, standard):
        return section
    _note(section, found, standard, notes)
    return made


def _last_lines(section: Section, standard: Standard) -> _Found | None:
    """The labelled list or paragraphs at the end of a block; ``None`` without any, or where docgen would write them just so."""
    *above, last = section.parts or (None,)
    if isinstance(last, DashList):
        texts = _items(last)
        if all(_is_own(text, standard) for text in texts) and reads_as_task(section, standard):
            return None
    else:
        ending = takewhile(lambda part: isinstance(part, Paragraph) and _parts(part.text, standard), reversed(section.parts))
        texts = [part.text for part in ending if isinstance(part, Paragraph)][::-1]
        above = list(section.parts[: len(section.parts) - len(texts)])
    if not texts or (section.title is None and not above) or (section.run_in and not above):
        return None
    said = [_parts(text, standard) for text in texts]
    if not all(said):
        return None
    return _Found(replace(section, parts=tuple(above)), [one for line in said for one in line], texts, False)


def _last_brackets(section: Section, standard: Standard) -> _Found | None:
    """The labelled brackets behind the last words of a block."""
    *above, last = section.parts or (None,)
    text = last.text if isinstance(last, Paragraph) else section.title if last is None else None
    match = _BRACKETS.search(text.plain) if text else None
    if text is None or match is None or not match.start():
        return None
    said = _parts(piece(text, match.start(1), match.end(1)), standard)
    rest = piece(text, 0, match.start())
    if match[2]:
        rest = Text((*rest.spans, Span(match[2])), text.origin)
    if not said:
        return None
    block = replace(section, title=rest) if last is None else replace(section, parts=(*above, Paragraph(rest)))
    return _Found(block, said, [text], True)


def _note(section: Section, found: _Found, standard: Standard, notes: Notes) -> None:
    own = _own_labels(standard)
    changed = tuple((one.label, own[one.key]) for one in found.said if one.label and fold_each(one.label) != fold_each(own[one.key]))
    if changed:
        what = msg(
            "Its last words are taken for who leads, who supports and until when; docgen writes its own labels instead of: {labels}",
            labels="; ".join(label for label, _ in changed),
        )
    else:
        what = msg("Its last lines are taken for who leads, who supports and until when; docgen writes their labels.")
    first = section.title or next((part.text for part in section.parts if isinstance(part, Paragraph)), found.lines[0])
    notes.reword(Reworded(what, first.origin, tuple(text.origin for text in found.lines), changed, found.inside))


def _items(last: DashList) -> list[Text]:
    """The paragraphs of a list, none where they may hold more than labels."""
    firsts = [item.parts[0] for item in last.items if len(item.parts) == 1]
    texts = [first.text for first in firsts if isinstance(first, Paragraph)]
    return texts if len(texts) == len(last.items) else []


def _is_own(text: Text, standard: Standard) -> bool:
    """Whether a line begins with docgen's own label and has no other: it needs no guess."""
    plain = text.plain
    if not any(plain.startswith(f"{label}: ") for label in _own_labels(standard).values()):
        return False
    return ";" not in plain or len(task_labels().findall(fold_each(plain))) < 2


def _own_labels(standard: Standard) -> dict[str, str]:
    words = standard.words
    return {"lead": words.lead.use, "support": words.support.use, "due": words.due.use, "result": words.result.use}


def _parts(text: Text, standard: Standard) -> list[_Said]:
    """What a line, maybe in brackets, says under its labels, empty where it does not begin with one or says more."""
    if whole := _BRACKETS.fullmatch(text.plain):
        text = piece(text, whole.start(1), whole.end(1))
    plain, folded = text.plain, fold_each(text.plain)
    matches = list(task_labels().finditer(folded))
    if not matches or matches[0].start() != 0:
        return []
    ends = [*(match.start() for match in matches[1:]), len(folded)]
    alone = len(matches) == 1
    found = []
    for match, end in zip(matches, ends, strict=True):
        words = piece(text, match.end(), end)
        sign = _ENDS.search(words.plain)
        # the rule set says how these lines look
        words = titled(piece(words, 0, sign.start()) if sign else words)
        key = next((key for key in KEYS if match[key]), "")
        more = _MORE.search(words.plain) and not (alone and _is_own(text, standard))
        if not words or more or (";" in words.plain and not alone and key not in ("lead", "support")):
            return []
        found.append(_Said(key or "due", plain[match.start(key) : match.end(key)] if key else "", words))
    return found


def _written(said: _Said, standard: Standard) -> Text:
    end = standard.marks["task_line"].each.use
    return Text((Span(f"{_own_labels(standard)[said.key]}: "), *said.words.spans, Span(end)), said.words.origin)
