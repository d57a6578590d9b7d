"""One paragraph with the words that came and went, and with its former look."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docgen.ooxml.content import Paragraph, ParagraphFormat, RunFormat
from docgen.ooxml.locating import locate_text
from docgen.ooxml.measures import attribute
from docgen.ooxml.properties import LOCAL, words
from docgen.recovery.differences.looks import LetterLooks, differing_paragraph
from docgen.recovery.differences.words import Stretch, compare_words
from docgen.recovery.redlining.elements import PARAGRAPH_ORDER, Tracker, child, ensure, letters, make, properties_of, remove
from docgen.recovery.redlining.restating import restate_letters, restate_paragraph
from docgen.recovery.redlining.splitting import CutParagraph

if TYPE_CHECKING:
    from lxml import etree

_HOLDERS = words("hyperlink smartTag sdt sdtContent customXml fldSimple dir bdo")


@dataclass(slots=True)
class Model:
    """A paragraph of the new document after which an old one is made: its lists, and how they look there."""

    paragraph: etree._Element
    format: ParagraphFormat | None = None
    mark: RunFormat | None = None
    run: etree._Element | None = None
    look: RunFormat | None = None
    numbered: bool = False

    @property
    def properties(self) -> etree._Element | None:
        """Its ``w:pPr``, where it is known how that looks."""
        return None if self.format is None else child(self.paragraph, "pPr")


def model_of(paragraph: Paragraph) -> Model:
    """``paragraph`` as a model; its lists are copied, because it may be changed itself."""
    copy = make(paragraph.element, "p")
    properties = child(paragraph.element, "pPr")
    if properties is not None:
        copy.append(deepcopy(properties))
    run = next((r for r in paragraph.runs if not paragraph.text[r.start : r.end].isspace()), None)
    held = locate_text(paragraph, run.start, run.end) if run else []
    stated = child(held[0].run, "rPr") if held else child(properties, "rPr")
    return Model(
        copy,
        paragraph.format,
        paragraph.mark,
        make(paragraph.element, "rPr") if stated is None else deepcopy(stated),
        run.format if run else paragraph.mark,
        bool(paragraph.numbering),
    )


@dataclass(slots=True)
class ParagraphRedliner:
    """Sets the marks of tracked changes in paragraphs of the new document, and makes those that went.

    ``same_numbers``: both documents define the same automatic numbers, so that an old paragraph may keep its own.
    """

    tracker: Tracker
    same_numbers: bool = False
    looks: LetterLooks = field(default_factory=LetterLooks)

    def change(self, old: Paragraph, new: Paragraph) -> None:
        """Show in ``new`` what differs from ``old``."""
        stretches = compare_words(old.text, new.text)
        spans = [span for span in self.looks.spans(old, new, stretches) if _is_kept(span[0], stretches)]
        cuts = {place for one in stretches for place in (one.new_start, one.new_end)}
        cuts |= {place for start, end, *_ in spans for place in (start, end)}
        if old.text != new.text or spans:
            model = model_of(new)
            cut = CutParagraph(new, cuts)
            for start, end, was, now in spans:
                for run in cut.runs_between(start, end):
                    self._change_run(run, was, now)
            for one in reversed(stretches):
                if not one.same:
                    self._replace(old, new, one, cut, model)
        if new.is_empty and self.looks.differing(old.mark, new.mark):
            self._record(ensure(properties_of(new.element, "pPr"), "rPr", PARAGRAPH_ORDER), old.mark, new.mark)
        self.change_look(new.element, old.format, new.format)

    def change_look(self, paragraph: etree._Element, old: ParagraphFormat, new: ParagraphFormat) -> None:
        """Record how the paragraph as a whole was set before."""
        if differing_paragraph(old, new):
            properties = properties_of(paragraph, "pPr")
            record = self.tracker.mark(paragraph, "pPrChange")
            record.append(restate_paragraph(paragraph, properties, new, old))
            properties.append(record)

    def give_look(self, last: Paragraph, kept: Paragraph, before: ParagraphFormat) -> None:
        """Record that the end of ``last`` set what stands in ``kept``, as ``before``: in its style, which its letters look to."""
        stated = child(kept.element, "pPr")
        if differing_paragraph(before, last.format) or _style(stated) != _style(child(last.element, "pPr")):
            properties = properties_of(last.element, "pPr")
            record = self.tracker.mark(last.element, "pPrChange")
            record.append(restate_paragraph(last.element, stated, kept.format, before))
            properties.append(record)

    def _change_run(self, run: etree._Element, old: RunFormat, new: RunFormat) -> None:
        self._record(properties_of(run, "rPr"), old, new)

    def _record(self, into: etree._Element, old: RunFormat, new: RunFormat) -> None:
        before = restate_letters(into, into, new, old)
        record = self.tracker.mark(into, "rPrChange")
        record.append(before)
        into.append(record)

    def _replace(self, old: Paragraph, new: Paragraph, one: Stretch, cut: CutParagraph, model: Model) -> None:
        if one.new_start < one.new_end:
            self.tracker.wrap(cut.runs_between(one.new_start, one.new_end), "ins")
        if one.old_start == one.old_end:
            return
        gone = self._gone(new.element, old, one.old_start, one.old_end, model)
        following = cut.at(one.new_start)
        if following is not None:
            _outer(following.run).addprevious(gone)
        elif cut.letters:
            _outer(cut.letters[-1].run).addnext(gone)
        else:
            new.element.append(gone)

    def _gone(self, like: etree._Element, old: Paragraph, start: int, end: int, model: Model) -> etree._Element:
        """A ``w:del`` with ``old.text[start:end]``, each of its letters in its own look."""
        gone = self.tracker.mark(like, "del")
        for run in old.runs:
            first, last = max(run.start, start), min(run.end, end)
            if first >= last:
                continue
            made = make(like, "r")
            properties = restate_letters(like, model.run, model.look, run.format)
            if len(properties):
                made.append(properties)
            letters(made, old.text[first:last], deleted=True)
            gone.append(made)
        return gone

    def add(self, new: Paragraph, *, mark: bool = True) -> None:
        """Show that ``new`` came; without ``mark`` its end was there before."""
        self.tracker.wrap(_runs(new.element), "ins")
        if mark:
            self.tracker.mark_end(new.element, "ins")

    def removed(self, old: Paragraph, model: Model, *, mark: bool = True) -> etree._Element:
        """``old`` as a paragraph that went; without ``mark`` its end stays, for what stood before it."""
        like = model.paragraph
        made = make(like, "p")
        properties = restate_paragraph(like, model.properties, model.format, old.format)
        self._state_number(properties, old, model)
        made.append(properties)
        end = ensure(properties, "rPr", PARAGRAPH_ORDER)
        stated = child(model.properties, "rPr")
        end.extend(list(restate_letters(like, stated, model.mark, old.mark)))
        if mark:
            self.tracker.mark_end(made, "del")
        if old.text:
            made.append(self._gone(like, old, 0, len(old.text), model))
        return made

    def _state_number(self, properties: etree._Element, old: Paragraph, model: Model) -> None:
        """The automatic number of ``old``; the model's own is not its."""
        remove(properties, "numPr")
        stated = child(child(old.element, "pPr"), "numPr") if self.same_numbers and old.numbering else None
        if stated is not None:
            entry = ensure(properties, "numPr", PARAGRAPH_ORDER)
            entry.extend([deepcopy(c) for c in stated if LOCAL[str(c.tag)] in ("ilvl", "numId")])
        elif model.numbered:
            entry = ensure(properties, "numPr", PARAGRAPH_ORDER)
            entry.append(make(entry, "numId", val=0))


def _style(properties: etree._Element | None) -> str | None:
    stated = child(properties, "pStyle")
    return None if stated is None else attribute(stated, "val")


def _is_kept(place: int, stretches: list[Stretch]) -> bool:
    return any(one.same and one.new_start <= place < one.new_end for one in stretches)


def _outer(run: etree._Element) -> etree._Element:
    """The run, or the mark that was set round it."""
    parent = run.getparent()
    return parent if parent is not None and LOCAL[str(parent.tag)] == "ins" else run


def _runs(parent: etree._Element) -> list[etree._Element]:
    """Every run of a paragraph, in links and their like too."""
    out: list[etree._Element] = []
    for element in parent.iterchildren("*"):
        name = LOCAL[str(element.tag)]
        if name == "r":
            out.append(element)
        elif name in _HOLDERS:
            out += _runs(element)
    return out
