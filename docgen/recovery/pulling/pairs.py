"""Which paragraph of a Word file prints which line of its spec, and how their texts stand to what docgen wrote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from docgen.anchors.names import text_hash
from docgen.document.text import Text
from docgen.recovery.anchored import Anchored, Stretch, find_anchored
from docgen.recovery.pulling.aligning import align, align_places
from docgen.recovery.pulling.copies import find_copies
from docgen.recovery.pulling.lines import Known, Line, fold_line, lead_kind, list_known, without_lead
from docgen.recovery.pulling.model import Compared, Standing, Turn, Turned
from docgen.recovery.pulling.order import list_certainly_moved, mark_moved
from docgen.recovery.pulling.own_lines import match_own
from docgen.recovery.pulling.words import lead_before, looks_equal, prefix_before, share_out, share_out_anew
from docgen.recovery.texts import BLANKS, joined, read_text

if TYPE_CHECKING:
    from docgen.anchors.record import Anchor, Record
    from docgen.ooxml.content import Paragraph, Story


#: texts with the letters that belong to them; the same of one line, with what the spec has for them
_Pairs = list[tuple[Anchored, Stretch]]
_Parts = list[tuple[Known, Anchored, Stretch]]


def compare(
    story: Story, record: Record, lines: list[Line], text_end: str, *, same_spec: bool, file_wins: bool = False
) -> Compared:
    """Every paragraph of ``story`` against ``lines``, which the spec prints now.

    ``text_end``: what docgen sets behind the last paragraph. ``same_spec``: nobody has edited the spec since. ``file_wins``:
    what both sides changed counts as changed by the file alone.
    """
    known = list_known(lines)
    anchored = find_anchored(story, record)
    present = {text.anchor.name for text in anchored.texts if text.stretches}
    now = {} if same_spec else align_places(story.paragraphs, anchored.texts, lines, known)
    taken = frozenset(now.values())
    # of texts whose bookmarks are gone the file does not say where they stand
    now = {name: one for name, one in align(record.blocks, known, present).items() if one not in taken} | now
    compared = _Comparing(lines, known, now, text_end, same_spec, file_wins).run(
        story, anchored.texts, {p: [*pairs] for p, pairs in anchored.by_paragraph.items()}, anchored.found
    )
    compared.lost = len(record.blocks) - len(present)
    return compared


class _Comparing:
    def __init__(
        self, lines: list[Line], known: list[Known], now: dict[str, Known], text_end: str, same_spec: bool, file_wins: bool
    ) -> None:
        self.lines, self.known, self.now, self.text_end = lines, known, now, text_end
        self.same_spec, self.file_wins = same_spec, file_wins
        self.at = {(one.line, one.piece): one for one in known}
        self.own_lines = {line.folded for line in lines if not line.origins and line.folded}
        self.standings: list[Standing] = []
        self.turned: list[Turned] = []
        self.strange: list[tuple[Standing | None, str, str]] = []
        self.breaks: list[Standing] = []
        self.anchors: dict[str, Anchor] = {}
        self.order: dict[str, int] = {}
        self.positions: dict[str, int] = {}
        self.dropped: dict[int, Anchor] = {}
        self.emptied: set[str] = set()
        self.read: set[str] = set()

    def run(self, story: Story, texts: list[Anchored], by_paragraph: Mapping[Paragraph, _Pairs], found: int) -> Compared:
        """The whole comparison; ``found``: how many bookmarks are left."""
        self.anchors = {self.now[t.anchor.name].origin: t.anchor for t in texts if t.anchor.name in self.now}
        self.positions = {text.anchor.name: i for i, text in enumerate(texts)}
        self.order = {self.now[t.anchor.name].origin: i for i, t in enumerate(texts) if t.anchor.name in self.now}
        copies, originals = find_copies(story.paragraphs, by_paragraph, self.lines, self.now)
        for paragraph in story.paragraphs:
            pairs = by_paragraph.get(paragraph, []) if paragraph not in copies else []
            if (line := originals.get(paragraph)) is not None:
                self._place_original(paragraph, line)
            elif paragraph.text.strip(BLANKS) or pairs:
                self._place(Standing(len(self.standings), paragraph), pairs)
        self._match_rest()
        for text in texts:
            self._conclude(text)
        self._find_moved()
        doubles = {paragraph for text in texts for paragraph in text.doubles}
        own = self.lines, self.standings, self.turned, self.strange
        return Compared(*own, found, doubles, self.breaks, emptied=self.emptied, kept=frozenset(self.now))

    def _place_original(self, paragraph: Paragraph, line: int) -> None:
        """A paragraph with the words of its line, whose bookmarks are with a copy of it."""
        standing = Standing(len(self.standings), paragraph, anchored=True)
        self.standings.append(standing)
        self._settle(standing, line, self.lines[line])
        standing.order = self._order_of(standing)

    def _place(self, standing: Standing, pairs: _Pairs) -> None:
        """Read the texts whose bookmarks stand in a paragraph."""
        standing.anchored = bool(pairs)
        if standing.text.strip(BLANKS):
            # docgen's mark behind a table that ends the text may stand in the middle now
            standing.own = not pairs and standing.text.strip(BLANKS) == self.text_end
            self.standings.append(standing)
        own, dropped = self._sort_pairs(standing, pairs)
        if not any(s.text.strip(BLANKS) for _, s in pairs) and fold_line(standing.text) in self.own_lines:
            # bookmarks that are left of a paragraph somebody deleted before one of docgen's own
            standing.anchored = False
        elif own:
            self._place_own(standing, own, dropped)
        elif dropped and standing.text.strip(BLANKS):
            standing.order = self.positions[dropped[0][0].anchor.name]
            self.dropped[standing.at] = dropped[0][0].anchor
            self._read_dropped(standing, dropped)

    def _sort_pairs(self, standing: Standing, pairs: _Pairs) -> tuple[dict[int, _Parts], _Pairs]:
        """The texts that begin in a paragraph, by the line that prints them, and those that the spec has no longer."""
        own: dict[int, _Parts] = {}
        dropped: _Pairs = []
        for text, stretch in pairs:
            known = self.now.get(text.anchor.name)
            first = next((s for s in text.stretches if s.text.strip(BLANKS)), text.stretches[0])
            if stretch is not first:
                if known is not None and stretch.text.strip(BLANKS):
                    standing.tail_of = known.origin
                    standing.own = self._is_in_its_cell(text, known)
                    self.breaks += [standing] * standing.own
            elif known is None:
                dropped.append((text, stretch))
            else:
                own.setdefault(known.line, []).append((known, text, stretch))
        return own, dropped

    def _place_own(self, standing: Standing, own: dict[int, _Parts], dropped: _Pairs) -> None:
        """Read the texts of the line that a paragraph prints; of lines that somebody has joined that is the first one."""
        full = [line for line, parts in own.items() if any(s.text.strip(BLANKS) for _, _, s in parts)]
        line = (full or [*own])[0]
        others = {other: parts for other, parts in own.items() if other != line}
        standing.joined = [known.origin for parts in others.values() for known, _, s in parts if s.text.strip(BLANKS)]
        found = {known.piece: (stretch.start, stretch.end) for known, _, stretch in own[line]}
        if len(found) < len(self.lines[line].origins) and fold_line(standing.text) == self.lines[line].folded:
            # both sides have put the same text beside the others of the line
            self._settle(standing, line, self.lines[line])
            standing.order = self._order_of(standing)
            return
        prefixes = (prefix_before(standing.text, parts[0][2].start, self.lines[other].prefix) for other, parts in others.items())
        shared = share_out(self.lines[line], standing.text, found, self.text_end)
        cuts = [*(cut for cut in prefixes if cut is not None), *shared.cuts]
        standing.cut = bool(cuts)
        self._read_pieces(standing, line, shared.ranges, own[line], cuts, dropped)
        if not standing.pointers:
            return
        standing.line = line
        standing.order = self._order_of(standing)
        standing.holds_dropped = any(stretch.text.strip(BLANKS) for _, stretch in dropped)
        if standing.holds_dropped and not self.file_wins:
            # what the spec has dropped from the line looks as if it was typed beside its other texts
            self._turn_changed(standing, Turn.CONFLICT)
            self._add_dropped(standing, dropped)
        if standing.joined and any(_has_own_words(self.lines[other], first=other != line) for other in own):
            # the words with which docgen begins the other line would be lost
            self._turn_changed(standing, Turn.MIXED)
            self.read.update(standing.joined)
        # the room that docgen leaves for a number may still be there beside it
        self.strange += [(standing, *both) for both in shared.strange if both[0].split() != both[1].split()]

    def _read_pieces(
        self,
        standing: Standing,
        line: int,
        ranges: Mapping[int, tuple[int, int]],
        parts: _Parts,
        cuts: list[tuple[int, int]],
        dropped: _Pairs,
    ) -> None:
        """Read what of a paragraph belongs to each text of its line; ``cuts``: words of docgen's own among them."""
        texts = {known.piece: text for known, text, _ in parts}
        for piece, (start, end) in ranges.items():
            if start >= end:
                continue
            theirs = self._text(standing, start, end, line, piece, cuts)
            if dropped and not cuts:
                # a line that was joined to this one, as the spec has it by now: without the number before it
                leads = [lead for _, stretch in dropped if (lead := lead_before(standing.text, stretch.start)) is not None]
                without = self._text(standing, start, end, line, piece, leads)
                theirs = without if text_hash(without.plain) == self.at[line, piece].hash else theirs
            one = texts.get(piece)
            if one is not None and self._is_in_its_cell(one, self.at[line, piece]):
                theirs = self._cell_text(standing)
            self._read(standing, line, piece, theirs, self.lines[line].pieces[piece].origin, one)

    def _order_of(self, standing: Standing) -> int | None:
        """The place of its first text among the recorded ones."""
        return next((self.order[p] for p in standing.pointers if p in self.order), None)

    def _turn_changed(self, standing: Standing, turn: Turn) -> None:
        """What counted as changed in a paragraph is ``turn``."""
        for i, turned in enumerate(self.turned):
            if turned.standing is standing and turned.turn is Turn.CHANGED:
                self.turned[i] = replace(turned, turn=turn)

    def _is_in_its_cell(self, text: Anchored, known: Known) -> bool:
        """Whether a table's cell holds several paragraphs now, all of them its one text."""
        cells = {stretch.paragraph.cell for stretch in text.stretches}
        return len(text.stretches) > 1 and self.lines[known.line].cell and len(cells) == 1 and None not in cells

    def _cell_text(self, standing: Standing) -> Text:
        cell = standing.paragraph.cell
        paragraphs = [p for p in cell.paragraphs if p.text.strip(BLANKS)] if cell else []
        return joined([read_text(p, 0, len(p.text)) for p in paragraphs], " ")

    def _text(self, standing: Standing, start: int, end: int, line: int, piece: int, cuts: list[tuple[int, int]]) -> Text:
        look = self.lines[line].pieces[piece].look
        ranges, at = [], start
        for low, high in sorted(cuts):
            if start < low and high < end:
                ranges.append((at, low))
                at = high
        ranges.append((at, end))
        return joined([read_text(standing.paragraph, low, high, look) for low, high in ranges], " ")

    def _read(self, standing: Standing, line: int, piece: int, theirs: Text, origin: str, text: Anchored | None) -> None:
        standing.pointers.append(origin)
        self.read.add(origin)
        anchor = text.anchor if text else self.anchors.get(origin)
        known = self.at[line, piece]
        if anchor is None:
            return
        words = text_hash(theirs.plain)
        standing.retyped = standing.retyped or words != anchor.hash
        printed = self.lines[line].pieces[piece]
        if words == anchor.hash or text_hash(theirs.plain.upper()) == text_hash(printed.plain.upper()):
            if known.hash == anchor.hash and not looks_equal(printed, theirs):
                turn = Turn.LOOK if self.same_spec or self.file_wins else Turn.CONFLICT
                self.turned.append(Turned(turn, known, anchor, theirs, standing))
        elif words != known.hash:
            turn = Turn.CHANGED if known.hash == anchor.hash or self.file_wins else Turn.CONFLICT
            self.turned.append(Turned(turn, known, anchor, theirs, standing))

    def _read_dropped(self, standing: Standing, dropped: _Pairs) -> None:
        """A paragraph that the spec has no longer: a loss only if somebody has changed its words, or typed others beside them."""
        inner = [(stretch.start, stretch.end) for _, stretch in dropped]
        gaps = [standing.text[low:high] for (_, low), (high, _) in pairwise([(0, 0), *inner, (len(standing.text),) * 2])]
        typed = any(any(map(str.isalnum, gap)) for gap in (without_lead(gaps[0]), *gaps[1:]))
        changed = any(text.is_changed and stretch.text.strip(BLANKS) for text, stretch in dropped)
        if self.file_wins and (changed or typed):
            return
        standing.own = True
        if typed:
            theirs = read_text(standing.paragraph, len(gaps[0]) - len(without_lead(gaps[0])), len(standing.text))
            self.turned.append(Turned(Turn.DROPPED, None, dropped[0][0].anchor, theirs, standing))
            return
        self._add_dropped(standing, dropped)

    def _add_dropped(self, standing: Standing, dropped: _Pairs) -> None:
        """Texts that the spec has no longer, and somebody has changed."""
        for text, stretch in dropped:
            if text.is_changed and stretch.text.strip(BLANKS):
                theirs = read_text(stretch.paragraph, stretch.start, stretch.end)
                self.turned.append(Turned(Turn.DROPPED, None, text.anchor, theirs, standing))

    def _match_rest(self) -> None:
        """Find docgen's own lines, and texts that somebody has typed anew, among the paragraphs without bookmarks."""
        held = {standing.line for standing in self.standings}
        theirs = [f"@{s.line}" if s.line is not None else f"={fold_line(s.text)}" for s in self.standings]
        ours = [f"@{i}" if i in held else f"={line.folded}" for i, line in enumerate(self.lines)]
        for kind, a, b, c, d in SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes():
            free = [s for s in self.standings[a:b] if s.line is None and not s.own]
            lines = [i for i in range(c, d) if i not in held]
            if kind == "equal":
                for i in range(b - a):
                    standing, line = self.standings[a + i], self.lines[c + i]
                    if standing.line is None:
                        self._settle(standing, c + i, line)
                continue
            own = [self.lines[i] for i in lines if not self.lines[i].origins and self.lines[i].folded]
            self.strange += match_own(own, free, self.turned, same_spec=self.same_spec)
            known = [i for i in lines if self.lines[i].origins]
            if len(free) == 1 and len(known) == 1:
                self._retype(free[0], known[0])

    def _settle(self, standing: Standing, at: int, line: Line) -> None:
        if not line.origins:
            standing.own = True
            return
        standing.line = at
        standing.pointers = [*line.origins]
        self.read.update(line.origins)

    def _retype(self, standing: Standing, at: int) -> None:
        line = self.lines[at]
        if any(origin not in self.anchors for origin in line.origins):
            return
        if (lead := lead_kind(standing.text)) and lead != line.lead:
            # something else was typed where this one was deleted
            return
        place = share_out_anew(line, standing.text, self.text_end)
        in_table = line.cell or line.area in ("head", "foot")
        if place is None or place[0] >= place[1] or (standing.paragraph.cell is not None) != in_table:
            return
        piece = next(i for i, p in enumerate(line.pieces) if p.origin)
        standing.line = at
        theirs = read_text(standing.paragraph, *place, line.pieces[piece].look)
        self._read(standing, at, piece, theirs, line.pieces[piece].origin, None)

    def _conclude(self, text: Anchored) -> None:
        known = self.now.get(text.anchor.name)
        if known is None or known.origin in self.read or text_hash("") in (text.anchor.hash, known.hash):
            return
        if any(stretch.paragraph.cell is not None for stretch in text.stretches):
            self.emptied.add(known.origin)
        turn = Turn.GONE if known.hash == text.anchor.hash or self.file_wins else Turn.CONFLICT
        self.turned.append(Turned(turn, known, text.anchor, Text(()), None))

    def _find_moved(self) -> None:
        mark_moved(self.standings, same_spec=self.same_spec)
        if self.same_spec:
            return
        if self.file_wins:
            for standing in self.standings:
                standing.torn = False
        moved = list_certainly_moved([standing.order for standing in self.standings if standing.order is not None])
        for standing in self.standings:
            anchor = self.dropped.get(standing.at)
            if anchor is None or standing.order not in moved or any(one.standing is standing for one in self.turned):
                continue
            # the spec has it no longer, and the file has it in another place
            standing.own = not self.file_wins
            if standing.own:
                theirs = read_text(standing.paragraph, 0, len(standing.text))
                self.turned.append(Turned(Turn.DROPPED, None, anchor, theirs, standing))
        if self.file_wins:
            return
        kept = sorted((known.line, self.positions[name]) for name, known in self.now.items())
        moved = list_certainly_moved([position for _, position in kept])
        for i, one in enumerate(self.turned):
            if one.turn is Turn.GONE and one.anchor is not None and self.positions[one.anchor.name] in moved:
                self.turned[i] = replace(one, turn=Turn.CONFLICT)


def _has_own_words(line: Line, *, first: bool) -> bool:
    """Whether docgen prints words beside the texts of a line; ``first``: those before the first text count as well."""
    pieces = line.pieces if first else line.pieces[1:]
    plain = [without_lead(p.plain) if p is line.pieces[0] else p.plain for p in pieces if not p.origin]
    return any(map(str.isalnum, "".join(plain)))
