"""One paragraph with the words that came and went, and with its former look."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docgen.ooxml.content import Paragraph, ParagraphFormat, RunFormat
from docgen.ooxml.locating import locate_text
from docgen.ooxml.measures import attribute
from docgen.ooxml.properties import LOCAL, words
from docgen.recovery.differences.effects import Effects, Span, differing, differing_letters
from docgen.recovery.differences.looks import LetterLooks, differing_paragraph
from docgen.recovery.differences.properties import Values
from docgen.recovery.differences.words import Stretch, compare_words
from docgen.recovery.redlining.elements import PARAGRAPH_ORDER, Tracker, child, ensure, make, properties_of, remove
from docgen.recovery.redlining.leaves import Leaf, Leaves, Putting, copy_to, list_leaves
from docgen.recovery.redlining.restating import EFFECTS, restate_effects, restate_letters, restate_paragraph
from docgen.recovery.redlining.splitting import CutParagraph
from docgen.recovery.redlining.things import Things, compare_things

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
    effects: Values = field(default_factory=dict)

    @property
    def properties(self) -> etree._Element | None:
        """Its ``w:pPr``, where it is known how that looks."""
        return None if self.format is None else child(self.paragraph, "pPr")


def model_of(paragraph: Paragraph, effects: Effects) -> Model:
    """``paragraph`` as a model; its lists are copied, because it may be changed itself. ``effects``: those of its document."""
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
        effects_at(effects.letters(paragraph), run.start) if run else {},
    )


@dataclass(slots=True)
class ParagraphRedliner:
    """Sets the marks of tracked changes in paragraphs of the new document, and makes those that went.

    ``effects``: those of both documents. ``same_numbers``: both documents define the same automatic numbers, so that an old
    paragraph may keep its own. ``keeps_numbers``: so do those that only changed, as far as they have been seen.
    """

    tracker: Tracker
    effects: tuple[Effects, Effects]
    same_numbers: bool = False
    keeps_numbers: bool = True
    looks: LetterLooks = field(default_factory=LetterLooks)

    def change(self, old: Paragraph, new: Paragraph) -> None:
        """Show in ``new`` what differs from ``old``."""
        stretches = compare_words(old.text, new.text)
        spans = [span for span in self.looks.spans(old, new, stretches) if _is_kept(span[0], stretches)]
        cuts = {place for one in stretches for place in (one.new_start, one.new_end)}
        cuts |= {place for start, end, *_ in spans for place in (start, end)}
        turned = self._list_effects(old, new, stretches)
        cuts |= {place for places, _ in turned for place in places}
        things = compare_things(old, new, stretches)
        cuts |= {place for place, _ in things.gone}
        if old.text != new.text or spans or turned or things.gone or things.come:
            model = model_of(new, self.effects[1])
            cut = CutParagraph(new, cuts)
            looks: dict[etree._Element, tuple[RunFormat | None, RunFormat | None]] = {
                run: (was, now) for start, end, was, now in spans for run in cut.runs_between(start, end)
            }
            effects: dict[etree._Element, Values] = {}
            for (start, end), values in turned:
                for run in cut.runs_between(start, end):
                    effects.setdefault(run, {}).update(values)
            for run in dict.fromkeys([*looks, *effects]):
                was, now = looks.get(run, (None, None))
                self._record(properties_of(run, "rPr"), was, now, effects.get(run))
            removed: dict[int, tuple[int, etree._Element]] = {}
            for one in reversed(stretches):
                if not one.same and (gone := self._replace(old, new, one, cut, model, things)) is not None:
                    removed[one.new_start] = one.old_start, gone
            for place, leaves in things.gone:
                gone = self.tracker.mark(new.element, "del")
                gone.extend(self._putting(new.element, old, model).put(leaves, 0, 0))
                start, following = removed.get(place, (-1, gone))
                if leaves[0].start <= start:
                    following.addprevious(gone)
                else:
                    _place(gone, new, cut, place)
            self.tracker.wrap(things.come, "ins")
        self.change_mark(new.element, old.mark, new.mark)
        if (old.numbering or new.numbering) and old.format.style != new.format.style:
            # the style may number it, and a redline keeps the one of the new document
            self.keeps_numbers = False
        number = old if self.same_numbers and _say_number(old) != _say_number(new) else None
        self.change_look(new.element, old.format, new.format, number)

    def change_mark(self, paragraph: etree._Element, old: RunFormat, new: RunFormat) -> None:
        """Record how the paragraph's mark was set before."""
        if self.looks.differing(old, new):
            self._record(ensure(properties_of(paragraph, "pPr"), "rPr", PARAGRAPH_ORDER), old, new)

    def change_look(
        self, paragraph: etree._Element, old: ParagraphFormat, new: ParagraphFormat, number: Paragraph | None = None
    ) -> None:
        """Record how the paragraph as a whole was set before; ``number``: the one that has its former number."""
        if differing_paragraph(old, new) or number is not None:
            properties = properties_of(paragraph, "pPr")
            record = self.tracker.mark(paragraph, "pPrChange")
            before = restate_paragraph(paragraph, properties, new, old)
            if number is not None:
                remove(before, "numPr")
                self._copy_number(before, number)
            record.append(before)
            properties.append(record)

    def give_look(self, last: Paragraph, kept: Paragraph, before: ParagraphFormat) -> None:
        """Record that the end of ``last`` set what stands in ``kept``, as ``before``: in its style, which its letters look to."""
        stated = child(kept.element, "pPr")
        if differing_paragraph(before, last.format) or _style(stated) != _style(child(last.element, "pPr")):
            properties = properties_of(last.element, "pPr")
            record = self.tracker.mark(last.element, "pPrChange")
            record.append(restate_paragraph(last.element, stated, kept.format, before))
            properties.append(record)

    def _list_effects(self, old: Paragraph, new: Paragraph, stretches: list[Stretch]) -> list[tuple[tuple[int, int], Values]]:
        """Letters of ``new`` that stayed and whose effects did not, with what was said of them."""
        kept = [one for one in stretches if one.same]
        ours, theirs = self.effects
        found = differing_letters(ours.letters(old), theirs.letters(new), kept)
        return [(span, {name: was}) for (name, was, _), spans in found.items() if name in EFFECTS for span in spans]

    def _record(
        self, into: etree._Element, old: RunFormat | None, new: RunFormat | None, effects: Values | None = None
    ) -> None:
        before = restate_letters(into, into, new, old)
        restate_effects(before, effects or {}, effects or ())
        record = self.tracker.mark(into, "rPrChange")
        record.append(before)
        into.append(record)

    def _replace(
        self, old: Paragraph, new: Paragraph, one: Stretch, cut: CutParagraph, model: Model, things: Things
    ) -> etree._Element | None:
        if one.new_start < one.new_end:
            self.tracker.wrap(cut.runs_between(one.new_start, one.new_end), "ins")
        if one.old_start == one.old_end:
            return None
        gone = self._gone(new.element, old, (one.old_start, one.old_end), model, things.missing)
        kept = [thing for thing in things.kept if thing[1] == one.new_start == one.new_end]
        before = [element for place, _, element in kept if place <= one.old_start]
        behind = [element for place, _, element in kept if place >= one.old_end]
        if before:
            before[-1].addnext(gone)
        elif behind:
            behind[0].addprevious(gone)
        else:
            _place(gone, new, cut, one.new_start)
        return gone

    def _gone(
        self, like: etree._Element, old: Paragraph, span: tuple[int, int], model: Model, missing: set[int] | None = None
    ) -> etree._Element:
        """A ``w:del`` with the letters of that span of ``old.text``, each in its own look, and with what stands among them.

        ``missing``: the fields whose codes went too; ``None``: the whole paragraph went with all that stands in it.
        """
        start, end = span
        gone = self.tracker.mark(like, "del")
        all_leaves = list_leaves(old)
        leaves = [leaf for leaf in all_leaves.entries if _goes(leaf, span, all_leaves, missing)]
        if not all_leaves.entries:
            leaves = [Leaf("letters", run.start, run.end, like, like) for run in old.runs]
        gone.extend(self._putting(like, old, model).put(leaves, start, end))
        return gone

    def _putting(self, like: etree._Element, old: Paragraph, model: Model) -> Putting:
        spans = self.effects[0].letters(old)

        def restate(look: RunFormat, place: int) -> etree._Element:
            made = restate_letters(like, model.run, model.look, look)
            before = effects_at(spans, place)
            restate_effects(made, before, [name for name, _, _ in differing(model.effects, before)])
            return made

        return Putting(like, old, restate)

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
        gone = self._gone(like, old, (0, len(old.text)), model)
        if len(gone):
            made.append(gone)
        return made

    def _state_number(self, properties: etree._Element, old: Paragraph, model: Model) -> None:
        """The automatic number of ``old``; the model's own is not its."""
        remove(properties, "numPr")
        if self.same_numbers and old.numbering and self._copy_number(properties, old):
            return
        if model.numbered:
            entry = ensure(properties, "numPr", PARAGRAPH_ORDER)
            entry.append(make(entry, "numId", val=0))

    def _copy_number(self, properties: etree._Element, old: Paragraph) -> bool:
        """Whether ``old`` itself says which number it has, which ``properties`` say now."""
        stated = child(child(old.element, "pPr"), "numPr")
        if stated is None:
            return False
        entry = ensure(properties, "numPr", PARAGRAPH_ORDER)
        entry.extend([copy_to(properties, c) for c in stated if LOCAL[str(c.tag)] in ("ilvl", "numId")])
        return True


def _say_number(paragraph: Paragraph) -> dict[str, str | None]:
    stated = child(child(paragraph.element, "pPr"), "numPr")
    return {} if stated is None else {LOCAL[str(one.tag)]: attribute(one, "val") for one in stated.iterchildren("*")}


def effects_at(spans: list[Span], place: int) -> Values:
    """What is said of the letter at ``place``."""
    return next((values for start, end, values in spans if start <= place < end), {})


def _style(properties: etree._Element | None) -> str | None:
    stated = child(properties, "pStyle")
    return None if stated is None else attribute(stated, "val")


def _goes(leaf: Leaf, span: tuple[int, int], leaves: Leaves, missing: set[int] | None) -> bool:
    """Whether a leaf went with the letters of ``span``."""
    start, end = span
    if leaf.kind == "letters":
        return leaf.start < end and leaf.end > start
    if leaf.kind == "code":
        mine = [one.start for one in leaves.entries if one.field == leaf.field]
        return leaf.field in leaves.fields and (missing is None or (leaf.field in missing and start <= min(mine) <= max(mine) <= end))
    return missing is None or start < leaf.start < end


def _place(gone: etree._Element, new: Paragraph, cut: CutParagraph, place: int) -> None:
    following = cut.at(place)
    if following is not None:
        _outer(following.run).addprevious(gone)
    elif cut.letters:
        _outer(cut.letters[-1].run).addnext(gone)
    else:
        new.element.append(gone)


def _is_kept(place: int, stretches: list[Stretch]) -> bool:
    return any(one.same and one.new_start <= place < one.new_end for one in stretches)


def _outer(run: etree._Element) -> etree._Element:
    """The run, or the mark that was set round it."""
    parent = run.getparent()
    return parent if parent is not None and LOCAL[str(parent.tag)] == "ins" else run


def _runs(parent: etree._Element) -> list[etree._Element]:
    """Every run and formula of a paragraph, in links and their like too."""
    out: list[etree._Element] = []
    for element in parent.iterchildren("*"):
        name = LOCAL[str(element.tag)]
        if name == "r" or name.rpartition("}")[2] in ("oMath", "oMathPara"):
            out.append(element)
        elif name in _HOLDERS:
            out += _runs(element)
    return out
