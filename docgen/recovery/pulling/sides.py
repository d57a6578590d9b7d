"""Whose change a difference between a file and its spec is, where both may have changed since docgen wrote the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import product
from typing import TYPE_CHECKING

from docgen.anchors.names import text_hash
from docgen.problems import DocgenError
from docgen.recovery.pulling.lines import Piece, fold_line, lay_out_lines, list_known, text_of
from docgen.recovery.pulling.model import Compared, Turn, Turned
from docgen.recovery.pulling.pairs import compare
from docgen.recovery.pulling.spec_state import is_inline
from docgen.recovery.pulling.words import looks_equal
from docgen.recovery.texts import letters_of, seen
from docgen.spec import load_text

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.anchors.record import Record
    from docgen.config.agency import AgencyBook
    from docgen.ooxml.content import Story
    from docgen.spec import LoadedSpec

#: so many words in which both sides differ are tried out to find what stood there before
_MOST_HUNKS = 10


@dataclass(frozen=True, slots=True)
class Base:
    """The spec that the file was made from, and the file against it. ``pieces``: its texts by bookmark."""

    loaded: LoadedSpec
    compared: Compared
    pieces: dict[str, Piece]


def read_base(text: str, book: AgencyBook, folder: Path, story: Story, record: Record) -> Base | None:
    """``text`` as the base of the file with ``record``; ``None`` if it cannot be loaded any more."""
    try:
        loaded = load_text(text, shown=record.source_name, agency=book, folder=folder)
    except DocgenError:
        return None
    lines = lay_out_lines(loaded.document, loaded.standard)
    known = list_known(lines)
    if [(b.path, b.component) for b in record.blocks] != [(k.origin, k.component) for k in known]:
        return None
    pieces = {b.name: lines[k.line].pieces[k.piece] for b, k in zip(record.blocks, known, strict=True) if b.hash == k.hash}
    compared = compare(story, record, lines, loaded.standard.text_end.use, same_spec=True)
    return Base(loaded, compared, pieces)


def share_out_sides(compared: Compared, base: Base | None, *, file_wins: bool) -> None:
    """Leave in ``compared``, a file against a spec that has changed since, only what the file changed.

    What both changed stands there as such, unless ``file_wins``. Without a base only hashes tell words apart; what docgen writes
    itself, and emphasis, counts as changed by both wherever it differs.
    """
    if base is not None:
        _share_out_new(compared, base)
        _take_beside_dropped(compared, base, file_wins)
        _share_out_texts(compared, base)
        _share_out_strange(compared, base, file_wins)
    elif not file_wins:
        compared.disputed = [(s, ours, theirs, "") for s, ours, theirs in compared.strange if s is not None]
        compared.strange = [one for one in compared.strange if one[0] is None]
    compared.turned[:] = [one for turned in compared.turned for one in _share_out_look(turned, compared, base, file_wins)]
    for turned in compared.turned:
        if turned.turn in (Turn.CONFLICT, Turn.DROPPED) and turned.anchor is not None:
            compared.before[turned.anchor.name] = _find_words(turned, compared, base)


def _share_out_new(compared: Compared, base: Base) -> None:
    """Paragraphs that neither the spec nor docgen has: those that stand in the file as docgen wrote it are not new."""
    then = base.compared
    touched = _list_touched(then)
    for was, now in zip(then.standings, compared.standings, strict=True):
        if now.is_added and (was.own or (not was.is_added and now.at not in touched)):
            now.own = True


def _share_out_texts(compared: Compared, base: Base) -> None:
    """Texts: those that the file has as docgen wrote them are the spec's to change.

    Words typed beside a text that the spec has no longer, in a line that it still has, come back as those of that text.
    """
    then = base.compared
    touched = _list_touched(then)
    changed_texts = {one.anchor.name for one in then.turned if one.anchor is not None}
    compared.turned[:] = [
        one
        for one in compared.turned
        if (one.standing is not None and one.standing.at in touched and one.turn is Turn.DROPPED)
        or (one.turn is not Turn.DROPPED and (one.anchor is None or one.anchor.name in changed_texts))
    ]
    dropped = {one.anchor.name for one in compared.turned if one.turn is Turn.DROPPED and one.anchor is not None}
    for one in then.turned:
        if one.turn is not Turn.CHANGED or one.anchor is None or one.standing is None or one.anchor.name in compared.kept | dropped:
            continue
        now = compared.standings[one.standing.at]
        if not now.is_added and not any(held.turn is Turn.DROPPED and held.standing is now for held in compared.turned):
            compared.turned.append(replace(one, turn=Turn.DROPPED, known=None, standing=now))


def _share_out_strange(compared: Compared, base: Base, file_wins: bool) -> None:
    """docgen's own words that read otherwise: only those that the file has not as docgen wrote them count."""
    then = base.compared
    changed = {standing.at for standing, _, _ in then.strange if standing is not None}
    before = {(-1 if s is None else s.at, ours if s is None else theirs): ours for s, ours, theirs in then.strange}
    strange = []
    for standing, ours, theirs in compared.strange:
        at = -1 if standing is None else standing.at
        words = before.get((at, ours if standing is None else theirs), "")
        if standing is None or at not in changed:
            strange += [(standing, ours, theirs)] if words else []
        elif words == ours or file_wins:
            strange.append((standing, ours, theirs))
        else:
            compared.disputed.append((standing, ours, theirs, words))
    told = {standing.at for standing, _, _ in compared.strange if standing is not None}
    compared.strange[:] = strange
    printed = {line.folded for line in compared.lines if not line.origins}
    for standing, words, theirs in then.strange:
        # a line of docgen's own that the spec no longer needs and somebody has changed, unless the spec now says the same
        held = compared.standings[standing.at] if standing is not None and standing.at not in told else None
        if held is not None and held.own and fold_line(held.text) not in printed:
            compared.disputed.append((held, "", theirs, words))


def _list_touched(then: Compared) -> set[int]:
    """The places of the paragraphs that somebody has changed or moved since docgen wrote the file."""
    touched = {one.standing.at for one in then.turned if one.standing is not None}
    touched |= {standing.at for standing, _, _ in then.strange if standing is not None}
    return touched | {standing.at for standing in then.standings if standing.moved}


def _take_beside_dropped(compared: Compared, base: Base, file_wins: bool) -> None:
    """Texts in a line of which the spec has dropped others: their own words are those that they have beside these in the base."""
    then = {one.anchor.name: one for one in base.compared.turned if one.anchor is not None and one.turn is Turn.CHANGED}
    for i, one in enumerate(compared.turned):
        if one.standing is None or not one.standing.holds_dropped or one.anchor is None or one.known is None:
            continue
        was = then.get(one.anchor.name)
        if was is None or one.turn not in (Turn.CHANGED, Turn.CONFLICT):
            continue
        alone = file_wins or one.known.hash == one.anchor.hash
        compared.turned[i] = replace(one, turn=Turn.CHANGED if alone else Turn.CONFLICT, theirs=was.theirs)


def _share_out_look(turned: Turned, compared: Compared, base: Base | None, file_wins: bool) -> Iterator[Turned]:
    known, anchor = turned.known, turned.anchor
    if known is None or anchor is None or known.hash != anchor.hash or not is_inline(known.component):
        yield turned
        return
    piece = compared.lines[known.line].pieces[known.piece]
    was = base.pieces.get(anchor.name) if base is not None else None
    if turned.turn is Turn.CHANGED and not file_wins:
        alike = looks_equal(piece, seen(text_of(was), was.look)) if was is not None else _are_alike(piece, turned)
        yield turned if alike else replace(turned, turn=Turn.CONFLICT)
    elif turned.turn in (Turn.LOOK, Turn.CONFLICT) and turned.theirs.plain and was is not None and base is not None:
        if any(one.turn is Turn.LOOK and one.anchor is anchor for one in base.compared.turned):
            mine = file_wins or looks_equal(piece, seen(text_of(was), was.look))
            yield replace(turned, turn=Turn.LOOK if mine else Turn.CONFLICT)
    else:
        yield turned


def _are_alike(piece: Piece, turned: Turned) -> bool:
    """Whether the letters that both sides have are set off alike."""
    ours, theirs = letters_of(seen(text_of(piece), piece.look)), letters_of(turned.theirs)
    matcher = SequenceMatcher(None, [one.sign for one in ours], [one.sign for one in theirs], autojunk=False)
    pairs = [(ours[a + i], theirs[b + i]) for a, b, size in matcher.get_matching_blocks() for i in range(size)]
    return all(x == y for x, y in pairs if not x.sign.isspace())


def _find_words(turned: Turned, compared: Compared, base: Base | None) -> str:
    """What stood there when docgen wrote the file: said by the base, or else a mixture of both sides that has its hash."""
    known, anchor = turned.known, turned.anchor
    assert anchor is not None
    if base is not None and (was := base.pieces.get(anchor.name)) is not None:
        return " ".join(was.plain.split())
    ours = compared.lines[known.line].pieces[known.piece].plain.split() if known is not None else []
    theirs = turned.theirs.plain.split()
    codes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    if sum(kind != "equal" for kind, *_ in codes) > _MOST_HUNKS:
        return ""
    choices = [(ours[a:b],) if kind == "equal" else (ours[a:b], theirs[c:d]) for kind, a, b, c, d in codes]
    mixtures = (" ".join(word for part in parts for word in part) for parts in product(*choices))
    return next((words for words in mixtures if text_hash(words) == anchor.hash), "")
