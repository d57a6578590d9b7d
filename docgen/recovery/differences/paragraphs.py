"""Two paragraphs that stand for one another: what differs in their words, their looks and in what else stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docgen.ooxml.content import Paragraph, ParagraphFormat, RunFormat, Story
from docgen.ooxml.opening import Package
from docgen.problems import Message, msg
from docgen.recovery.differences.contents import compare_contents, list_contents
from docgen.recovery.differences.drawn import Pictures, compare_drawn, say_change
from docgen.recovery.differences.effects import Effects, differing, differing_letters
from docgen.recovery.differences.look_words import say_value
from docgen.recovery.differences.looks import LABELS, LetterLooks, LookChange, compare_paragraph_looks, simplify
from docgen.recovery.differences.model import Difference, Kind, Piece
from docgen.recovery.differences.pages import hyphenates, numbers_lines, sets_on_grid
from docgen.recovery.differences.property_words import say_property, tell_property
from docgen.recovery.differences.saving import keeps_other_units
from docgen.recovery.differences.spots import shorten
from docgen.recovery.differences.words import Stretch, compare_words, show_words

#: fields whose results every program counts anew
_COUNTED = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"})
_LENGTHS = frozenset({"left", "right", "first_line", "before", "after"})
_ROUNDED = 2
#: how properties are called here whose names the story has for others
ASPECTS = {"outline": "outlined", "spacing": "spacing_lines", "tabs": "tab_leaders"}
_BLACKS = {str(say_value("color", (value,))) for value in ("auto", "000000")}
#: properties of paragraphs by which those of the story draw the same
_TWINS = {"pBdr": {"top_border", "bottom_border"}, "dstrike": {"strike"}, "u": {"underline"}, "tabs": {"tabs"}, "shd": {"shading"}}


class Scope(NamedTuple):
    """What counts between two documents. ``rounded``: one was saved by a program that keeps lengths in a unit of its own;
    ``hyphenated``, ``lined``, ``gridded``: one of them breaks words, numbers its lines, sets them on a grid."""

    rounded: bool = False
    hyphenated: bool = False
    lined: bool = False
    gridded: bool = False

    @property
    def within(self) -> int:
        """By how many twips lengths may differ."""
        return _ROUNDED if self.rounded else 0

    def is_told(self, change: LookChange, old: Paragraph, new: Paragraph) -> bool:
        """Whether a change of looks is one that somebody made."""
        if not self.rounded:
            return True
        a, b = old.format, new.format
        if change.property == "widow_control":
            # LibreOffice takes it off in tables
            return old.cell is None or new.cell is None
        if change.property in _LENGTHS:
            return abs(getattr(a, change.property) - getattr(b, change.property)) > _ROUNDED or _automatic(a) != _automatic(b)
        if change.property == "tabs":
            kinds = [kind for _, kind in a.tabs] != [kind for _, kind in b.tabs]
            return kinds or any(abs(x - y) > _ROUNDED for (x, _), (y, _) in zip(a.tabs, b.tabs, strict=True))
        return True


def find_scope(old: Package, new: Package, was: Story, now: Story, effects: tuple[Effects, Effects]) -> Scope:
    """What counts between two documents."""
    sides = (old, was, effects[0]), (new, now, effects[1])
    hyphenated = any(hyphenates(package, story, read) for package, story, read in sides)
    lined = any(numbers_lines(story) for _, story, _ in sides)
    gridded = any(sets_on_grid(story) for _, story, _ in sides)
    return Scope(keeps_other_units(old) or keeps_other_units(new), hyphenated, lined, gridded)


class ParagraphComparer:
    """Compares paragraphs of two documents.

    ``kept_only``: of letters only the looks of those are compared that both have, and none of the mark of a paragraph with words.
    """

    def __init__(
        self, scope: Scope, pictures: tuple[Pictures, Pictures], effects: tuple[Effects, Effects], *, kept_only: bool = False
    ) -> None:
        self.scope = scope
        self._pictures, self._effects = pictures, effects
        self._looks = LetterLooks()
        self._kept_only = kept_only

    def compare(self, old: Paragraph, new: Paragraph, role: str = "document") -> Iterator[Difference]:
        """Every difference, words first; places are left to the caller."""
        stretches = compare_words(old.text, new.text)
        if old.text != new.text and not _says_the_same(old, new) and (self._kept_only or not self._ends_alike(old, new)):
            words = show_words(stretches, old.text, new.text)
            yield Difference(Kind.TEXT, msg("words changed"), role, aspect="text", before=old.text, after=new.text, words=words)
        if (old.numbering, old.bullet) != (new.numbering, new.bullet):
            what = say_change(msg("number"), old.numbering, new.numbering)
            yield Difference(Kind.NUMBERING, what, role, aspect="numbering", before=old.numbering, after=new.numbering)
        yield from self._list_looks(old, new, stretches, role)
        yield from self._list_contents(old, new, role)
        yield from compare_drawn(old, new, *self._pictures, within=self.scope.within)

    def _list_looks(self, old: Paragraph, new: Paragraph, stretches: list[Stretch], role: str) -> Iterator[Difference]:
        if self._kept_only:
            stretches = [one for one in stretches if one.same]
        looks = [
            change
            for change in (*compare_paragraph_looks(old, new), *self._looks.compare(old, new, stretches))
            if self.scope.is_told(change, old, new)
            and not (self._kept_only and change.marks)
            and not self._is_unseen(change, old, new)
        ]
        for change in looks:
            yield self._tell_look(change, new.text, role)
        told = {change.property for change in looks}
        ours, theirs = self._effects
        for name, was, now in differing(ours.paragraph(old), theirs.paragraph(new)):
            idle = (name == "suppressAutoHyphens" and not self.scope.hyphenated) or (
                name == "suppressLineNumbers" and not self.scope.lined
            )
            idle = idle or (name == "tabs" and not stops_tabs(old, new)) or (name == "snapToGrid" and not self.scope.gridded)
            if not idle and not told & _TWINS.get(name, set()):
                what = tell_property(name, was, now, msg("the paragraph"))
                yield _format(what, role, ASPECTS.get(name, name), say_property(name, was), say_property(name, now))
        for (name, was, now), spans in differing_letters(ours.letters(old), theirs.letters(new), stretches).items():
            if not told & _TWINS.get(name, set()):
                words = tuple(Piece("same", new.text[start:end]) for start, end in simplify(spans, new.text))
                what = _at_words(tell_property(name, was, now, msg("the letters")), words)
                yield _format(what, role, ASPECTS.get(name, name), say_property(name, was), say_property(name, now), words)
        for name, was, now in differing(ours.mark(old), theirs.mark(new)):
            # without its mark it runs into the next one; a number looks as the mark
            if name in ("vanish", "specVanish") or ((old.numbering or old.bullet) and (new.numbering or new.bullet)):
                what = msg("paragraph mark, {change}", change=tell_property(name, was, now, msg("the paragraph")))
                yield _format(what, role, name, say_property(name, was), say_property(name, now))

    def _ends_alike(self, old: Paragraph, new: Paragraph) -> bool:
        """Whether they only differ in spaces behind the last word, which print nothing where lines begin at the left."""
        shorter = old.text.rstrip(" ")
        if not shorter.strip() or shorter != new.text.rstrip(" ") or {old.format.align, new.format.align} - {"left", "both"}:
            return False
        return all(
            all(_is_bare(run.format) for run in one.runs if run.end > len(shorter))
            and not any("bdr" in values for _, end, values in effects.letters(one) if end > len(shorter))
            for one, effects in zip((old, new), self._effects, strict=True)
        )

    def _is_unseen(self, change: LookChange, old: Paragraph, new: Paragraph) -> bool:
        """Whether a change of looks does nothing here: stops without a tab, the black that letters have on white anyway."""
        if change.property == "tabs":
            return not stops_tabs(old, new)
        if change.property != "color" or {str(change.before), str(change.after)} != _BLACKS:
            return False
        return all(effects.is_on_white(one) for one, effects in zip((old, new), self._effects, strict=True))

    def _tell_look(self, change: LookChange, text: str, role: str) -> Difference:
        words = tuple(Piece("same", text[start:end]) for start, end in change.spans)
        what = say_change(LABELS[change.property], change.before, change.after)
        what = msg("paragraph mark, {change}", change=what) if change.marks else _at_words(what, words)
        return _format(what, role, change.property, change.before, change.after, words)

    def _list_contents(self, old: Paragraph, new: Paragraph, role: str) -> Iterator[Difference]:
        for kind, name in compare_contents(old, new):
            if kind == "field":
                before, after = (", ".join(one.value for one in list_contents(p) if one.kind == kind) for p in (old, new))
                yield Difference(Kind.TEXT, say_change(name, before, after), role, None, None, "fields", before, after)
            elif kind == "page break":
                if old.page_break == new.page_break:
                    yield _format(msg("{things} elsewhere, or another number of them", things=name), role, "page_break")
            elif not (kind == "note" and old.notes != new.notes) and not (kind == "drawing" and len(old.shapes) != len(new.shapes)):
                # the number of notes and drawings is told where they are compared
                yield Difference(Kind.OTHER, msg("{things}: changed", things=name), role, aspect=kind)


def _format(
    what: Message, role: str, aspect: str, before: str | Message = "", after: str | Message = "", words: tuple[Piece, ...] = ()
) -> Difference:
    return Difference(Kind.FORMAT, what, role, None, None, aspect, before, after, words)


def _at_words(what: Message, words: tuple[Piece, ...]) -> Message:
    if not words:
        return what
    return msg("{change}: {words}", change=what, words=", ".join(f"“{shorten(one.text)}”" for one in words))


def _says_the_same(old: Paragraph, new: Paragraph) -> bool:
    """Whether both have the same words and fields, whatever page the fields have counted."""
    return bool(old.fields) and sorted(old.fields) == sorted(new.fields) and _uncounted(old) == _uncounted(new)


def _uncounted(paragraph: Paragraph) -> str:
    return "".join("\ufffc" if run.field in _COUNTED else paragraph.text[run.start : run.end] for run in paragraph.runs)


def stops_tabs(old: Paragraph, new: Paragraph) -> bool:
    """Whether tab stops matter: a tab goes to one, a number has one behind it, a bar is drawn, numbers in cells stand at one."""
    for one in (old, new):
        kinds = {kind for _, kind in one.format.tabs}
        if "\t" in one.text or one.numbering or one.bullet or "bar" in kinds or (one.cell is not None and "decimal" in kinds):
            return True
    return False


def _is_bare(look: RunFormat) -> bool:
    """Whether a space set so prints nothing."""
    return look.underline == "none" and not look.strike and look.highlight == "none" and look.shading == "auto"


def _automatic(form: ParagraphFormat) -> tuple[bool, bool]:
    return form.before_auto, form.after_auto
