"""Formatting that somebody changed in Word: named, because a spec says what stands in a document and not how it looks."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from docgen.ooxml.opening import open_package
from docgen.ooxml.reading_stories import read_story
from docgen.problems import Message, msg
from docgen.recovery.pulling.emphasis import say_emphasis
from docgen.recovery.pulling.lines import Line, fold_line
from docgen.recovery.pulling.looks import Looks
from docgen.recovery.pulling.model import Compared, Standing, Turn
from docgen.recovery.pulling.said import Change, Kind
from docgen.recovery.pulling.spec_state import SpecState
from docgen.recovery.pulling.surroundings import Surroundings
from docgen.recovery.texts import BLANKS, Letter, visible
from docgen.rendering import render
from docgen.templating import load_template

if TYPE_CHECKING:
    from docgen.ooxml.content import Paragraph, Story
    from docgen.ooxml.opening import Package
    from docgen.spec import LoadedSpec


def find_formats(
    compared: Compared, base: LoadedSpec, state: SpecState, package: Package, story: Story, *, same_spec: bool
) -> list[Change]:
    """Paragraphs, tables and pages of the file that are set otherwise than docgen sets them.

    ``package`` with its ``story``: the file. ``base``: what the spec said before the edits came in, whose lines ``compared`` has.
    Where docgen computes indents and sizes from the words, they are compared only if that is what the file was made of
    (``same_spec``): Word computes nothing anew.
    """
    state.load()
    made = print_spec(base)
    first = read_story(made)
    looks = Looks(made, first, package, story)
    ours = _with_words(first)
    printed = [i for i, line in enumerate(compared.lines) if line.plain]
    by_line = dict(zip(printed, ours, strict=True)) if len(printed) == len(ours) else {}
    own: dict[tuple[str, bool], list[Paragraph]] = {}
    for i, paragraph in by_line.items():
        if not compared.lines[i].origins:
            own.setdefault(_words_and_place(paragraph), []).append(paragraph)
    by_words: dict[str, list[tuple[Paragraph, Line | None]]] = {}
    made_now = print_spec(state.loaded)
    now_story = read_story(made_now)
    prints, lines = _with_words(now_story), [line for line in state.lines if line.plain]
    for n, paragraph in enumerate(prints):
        line = lines[n] if len(lines) == len(prints) else None
        by_words.setdefault(fold_line(paragraph.text), []).append((paragraph, line))
    changes = []
    looks_now: Looks | None = None
    # of words that both sides changed it is told as such how they are set off
    open_ones = {one.standing.at for one in compared.turned if one.turn is Turn.CONFLICT and one.standing is not None}
    for standing in compared.standings:
        now, line = _take_like(standing, by_words.get(fold_line(standing.text), []))
        if not standing.anchored and not standing.own:
            if now is not None:
                looks_now = looks_now or Looks(made_now, now_story, package, story)
                if (words := looks_now.describe_new(now, standing.paragraph)) is not None:
                    changes.append(_change(standing, words, state))
            continue
        before = by_line.get(-1 if standing.line is None else standing.line)
        if before is None and (alike := own.get(_words_and_place(standing.paragraph))):
            # docgen's own words, which no bookmark ties to a line
            before = alike.pop(0)
        computed = not same_spec or before is None
        if (before := before or now) is None:
            continue
        if standing.own and _differ_in_capitals(now or before, standing.paragraph):
            changes.append(_tell_capitals(standing, now or before, state))
        words = looks.describe(before, standing.paragraph, computed=computed)
        if words is not None and now is not None and before is not now:
            # what docgen sets by a paragraph's neighbours may have come with them
            looks_now = looks_now or Looks(made_now, now_story, package, story)
            words = words if looks_now.describe(now, standing.paragraph, computed=computed) else None
        if words is None and _unbroken(before) != _unbroken(standing.paragraph) and _same_words(before, standing.paragraph):
            words = msg("no-break spaces")
        as_before = _letters(before) == _letters(standing.paragraph) or standing.at in open_ones
        if words is None and now is not None and not as_before and not _are_set_alike(now, standing, line, before):
            words = say_emphasis(_all_letters(now), _all_letters(standing.paragraph)) or msg("bold or italics")
        if words is not None:
            changes.append(_change(standing, words, state))
    surroundings = Surroundings(looks, made, first, now_story, package, story, compared)
    told = surroundings.list_all(same_spec=same_spec)
    return [*changes, *(Change(Kind.FORMAT, "", "", state.place(""), False, reason) for reason in told)]


def _take_like(standing: Standing, same: list[tuple[Paragraph, Line | None]]) -> tuple[Paragraph | None, Line | None]:
    """The first printed paragraph with these words; docgen's own words are none of a text's."""
    at = next((i for i, (_, line) in enumerate(same) if line is None or bool(line.origins) is not standing.own), None)
    return (None, None) if at is None else same.pop(at)


def print_spec(loaded: LoadedSpec) -> Package:
    """The Word file that docgen makes of a spec."""
    template = load_template(loaded.standard, loaded.template)
    return open_package(render(loaded.document, loaded.standard, template=template))


def _words_and_place(paragraph: Paragraph) -> tuple[str, bool]:
    return " ".join(paragraph.text.split()), paragraph.cell is None


def _with_words(story: Story) -> list[Paragraph]:
    return [paragraph for paragraph in story.paragraphs if paragraph.text.strip(BLANKS)]


def _are_set_alike(now: Paragraph, theirs: Standing, line: Line | None, before: Paragraph) -> bool:
    """Whether the same letters are bold and in italics; of other letters nothing is said.

    Who emphasises a whole paragraph in Word emphasises its dash or number with it: beside emphasised words, docgen's own ones
    in ``line`` do not count. Nor does how words were typed that were not there ``before``, where the place sets them off; which
    ones these are nobody knows once the spec has them.
    """
    a, b = _letters(now), _letters(theirs.paragraph)
    if a == b or [one.sign for one in a] != [one.sign for one in b]:
        return True
    pieces = [piece for piece in line.pieces for c in piece.plain if not c.isspace()] if line else []
    if len(pieces) != len(a):
        return False
    there = [one.sign for one in _letters(before)]
    blocks = SequenceMatcher(None, there, [one.sign for one in a], autojunk=False).get_matching_blocks()
    unknown = theirs.retyped and there == [one.sign for one in a]
    stayed = set() if unknown else {block.b + i for block in blocks for i in range(block.size)}
    differing = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    differing = [i for i in differing if i in stayed or not any(pieces[i].look)]
    if any(pieces[i].origin for i in differing):
        return False
    emphasised = any(piece.origin and (one.bold, one.italic) != piece.look for one, piece in zip(b, pieces, strict=True))
    return not differing or emphasised


def _differ_in_capitals(ours: Paragraph, theirs: Paragraph) -> bool:
    a, b = (" ".join(one.text.split()) for one in (ours, theirs))
    return a != b and a.casefold() == b.casefold()


def _tell_capitals(standing: Standing, ours: Paragraph, state: SpecState) -> Change:
    return Change(Kind.CAPITALS, ours.text.strip(), standing.text.strip(), state.place(""), True)


def _unbroken(paragraph: Paragraph) -> int:
    return paragraph.text.count("\u00a0")


def _same_words(ours: Paragraph, theirs: Paragraph) -> bool:
    return ours.text.split() == theirs.text.split()


def _all_letters(paragraph: Paragraph) -> list[Letter]:
    return [Letter(c, run.format.bold, run.format.italic) for run in paragraph.runs for c in paragraph.text[run.start : run.end]]


def _letters(paragraph: Paragraph) -> list[Letter]:
    return visible(_all_letters(paragraph))


def _change(standing: Standing, words: Message, state: SpecState) -> Change:
    pointer = next((p for p in standing.pointers if p.startswith("/")), "")
    return Change(Kind.FORMAT, standing.text.strip(), "", state.place(pointer), False, words)
