"""The words of one paragraph shared out among the texts of the spec that are printed there; docgen's own taken off again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise

from docgen.document.text import Span, Text
from docgen.recovery.pulling.counts import find_counted, numbers_of
from docgen.recovery.pulling.lines import LEAD, Line, Piece, lead_kind
from docgen.recovery.texts import BLANKS, letters_of, seen, visible
from docgen.spec.marks import END_MARK, END_SIGNS
from docgen.vietnamese import capitals, running_text, upper

#: components whose texts are printed as typed, whatever sign they end with
_RUNNING = frozenset({"body", "table_cell", "table_header"})
#: keys in whose texts docgen sets the end marks although they are printed as body
_BARE = frozenset({"title", "lead", "support", "due", "result", "agency", "who", "name", "note", "unit"})


@dataclass(slots=True)
class Shared:
    """Which letters of a paragraph belong to which piece of its line: ``ranges[piece]``.

    ``strange``: docgen's own words, and what stands there instead. ``cuts``: letters among them that are docgen's.
    """

    ranges: dict[int, tuple[int, int]] = field(default_factory=dict)
    strange: list[tuple[str, str]] = field(default_factory=list)
    cuts: list[tuple[int, int]] = field(default_factory=list)


def share_out(line: Line, text: str, found: Mapping[int, tuple[int, int]], text_end: str) -> Shared:
    """Share out ``text``, printed as ``line``; ``found``: where the bookmarks of its pieces stand.

    What was typed beside a bookmark belongs to it: whoever types at the end of a text types behind the bookmark's end.
    """
    shared = Shared()
    present = sorted(found, key=lambda piece: (found[piece][0], piece))
    starts = {piece: found[piece][0] for piece in present}
    ends = {piece: found[piece][1] for piece in present}
    edges = [None, *present, None]
    for left, right in pairwise(edges):
        low = ends[left] if left is not None else 0
        high = starts[right] if right is not None else len(text)
        between = range(left + 1 if left is not None else 0, right if right is not None else len(line.pieces))
        missing = [i for i in between if line.pieces[i].origin]
        if missing and (groups := _retyped(line.pieces, between, text, low, high)):
            shared.ranges.update(groups)
            continue
        own = _own(line.pieces, between, missing, left, right)
        gap = text[low:high]
        if left is None and right is None:
            continue
        if left is None and right is not None:
            starts[right] = low + _behind_prefix(gap, own, shared)
        elif right is None and left is not None:
            if not own and gap.strip(BLANKS) == ":" and line.pieces[left].origin.startswith("/opening"):
                # docgen set it before numbered text, and another paragraph stands there now
                continue
            ends[left] = low + _before_suffix(gap, own, text_end, text[starts[left] : low], shared)
            mark = next((m for m in (text_end, text_end[1:]) if len(m) > 1 and gap.lstrip(BLANKS).startswith(m)), "")
            if mark and ends[left] > low + len(mark):
                # typed behind the end of the text, which docgen puts behind it again
                shared.cuts.append((low, low + gap.index(mark) + len(mark)))
        elif left is not None and right is not None:
            stop, start = _around(gap, own, shared)
            ends[left], starts[right] = low + stop, low + start
    for piece in present:
        shared.ranges[piece] = _trimmed(text, starts[piece], ends[piece], line, piece, text_end)
    return shared


def is_bare(component: str, origin: str) -> bool:
    """Whether docgen sets the end mark of this text, so that none is typed."""
    steps = [step for step in origin.split("/") if step and not step.isdigit()]
    return component not in _RUNNING or bool(steps and steps[-1] in _BARE)


def _own(pieces: Sequence[Piece], between: range, missing: list[int], left: int | None, right: int | None) -> str:
    """docgen's words in a gap; with texts missing from it only those at its edge that stay."""
    words = [pieces[i].plain for i in between if not pieces[i].origin]
    if not missing:
        return "".join(words)
    if left is None:
        return words[0] if words and not pieces[between[0]].origin else ""
    if right is None:
        return words[-1] if words and not pieces[between[-1]].origin else ""
    return words[0] if words else ""


def _retyped(pieces: Sequence[Piece], between: range, text: str, low: int, high: int) -> dict[int, tuple[int, int]]:
    """Texts whose bookmarks are gone, typed anew between docgen's own words."""
    pattern = "".join(
        rf"(?P<p{i}>\S.*?)" if pieces[i].origin else rf"\s*{re.escape(pieces[i].plain.strip())}\s*" for i in between
    )
    match = re.compile(pattern, re.DOTALL).fullmatch(text, low, high)
    return {} if match is None else {i: match.span(f"p{i}") for i in between if pieces[i].origin}


def _behind_prefix(gap: str, own: str, shared: Shared) -> int:
    """Where in ``gap`` what was typed before the first text begins."""
    bare, words = gap.lstrip(BLANKS), own.strip(BLANKS)
    skipped = len(gap) - len(bare)
    if not words:
        return 0
    if bare.startswith(words):
        return skipped + len(words)
    lead = LEAD.match(own)
    if lead is not None and lead.end() >= len(own.rstrip()):
        # a number that was counted on, or taken away: docgen counts by itself
        typed = LEAD.match(gap)
        return typed.end() if typed else 0
    if bare:
        shared.strange.append((own.strip(), gap.strip()))
        return len(gap)
    return len(gap)


def _before_suffix(gap: str, own: str, text_end: str, before: str, shared: Shared) -> int:
    """Where in ``gap`` what was typed behind the last text ends."""
    words, bare = own.strip(BLANKS), gap.rstrip(BLANKS)
    if words and bare.endswith(words):
        return len(bare) - len(words)
    signs = "".join((*END_SIGNS, BLANKS))
    if (core := words.rstrip(signs)) and not any(map(str.isalnum, core)) and (held := bare.rstrip(signs)).endswith(core):
        # a bracket with another end mark behind it, since the text has another place in its list now
        return len(held) - len(core)
    if any(map(str.isalnum, words)):
        typed = find_counted(words, bare)
        if typed is None:
            shared.strange.append((words, gap.strip()))
            return 0
        if numbers_of(typed[0]) != numbers_of(words):
            shared.strange.append((words, typed[0].strip()))
        return typed.start()
    for end in (text_end, text_end.removeprefix(before[-1:]) if before else text_end):
        if len(end) > 0 and end != "." and bare.endswith(end):
            # the end of the text stands behind another paragraph now; its first point is the paragraph's own
            return len(bare) - len(end) + (end.startswith(".") and not before.endswith(".") and len(bare) == len(end))
    if words and not text_end.endswith(words) and (mark := END_MARK.search(bare)) is not None:
        return mark.start()
    return len(bare)


def _around(gap: str, own: str, shared: Shared) -> tuple[int, int]:
    """Where what was typed behind the text at the left ends, and what was typed before the one at the right begins."""
    words = own.strip(BLANKS)
    if words:
        at = gap.find(words)
        if at >= 0:
            return at, at + len(words)
        if gap.strip(BLANKS):
            shared.strange.append((words, gap.strip()))
        return 0, len(gap)
    return (len(gap), len(gap)) if gap and not gap[0].isspace() else (0, 0)


def _trimmed(text: str, start: int, end: int, line: Line, piece: int, text_end: str) -> tuple[int, int]:
    while start < end and text[start] in BLANKS:
        start += 1
    while end > start and text[end - 1] in BLANKS:
        end -= 1
    words = text[start:end]
    if len(text_end) > 1 and words.endswith(text_end) and not line.pieces[piece].plain.endswith(text_end):
        end -= len(text_end) - 1
    own = line.pieces[piece]
    if is_bare(line.component, own.origin) and not own.plain.endswith(END_SIGNS):
        while end > start and text[end - 1] in "".join((*END_SIGNS, " ")):
            end -= 1
    return start, end


def share_out_anew(line: Line, text: str, text_end: str) -> tuple[int, int] | None:
    """Which letters of ``text``, typed in the place of ``line`` without any bookmark, are those of its only text."""
    texts = [i for i, piece in enumerate(line.pieces) if piece.origin]
    if len(texts) != 1:
        return None
    shared = Shared()
    start = _behind_prefix(text, line.prefix, shared) if line.prefix else 0
    last = line.pieces[-1]
    end = start + _before_suffix(text[start:], "" if last.origin else last.plain, text_end, "", shared)
    return None if shared.strange else _trimmed(text, start, end, line, texts[0], text_end)


def lead_before(text: str, start: int) -> tuple[int, int] | None:
    """Where a number or a dash stands right before a text."""
    before = text[:start].rstrip()
    word = before.rpartition(" ")[2]
    return (len(before) - len(word), start) if lead_kind(f"{word} ") else None


def prefix_before(text: str, start: int, prefix: str) -> tuple[int, int] | None:
    """Where docgen's words before a text stand that was joined to the one before it."""
    words = prefix.strip()
    before = text[:start].rstrip()
    if not words or not before.endswith(words):
        return None
    return len(before) - len(words), start


def take_words(own: Text, piece: Piece, theirs: Text, evidence: Iterable[str], *, inline: bool) -> tuple[Text, bool]:
    """The new text of the spec: ``theirs``, with the spec's own capitals and emphasis where the print cannot show them.

    ``own``: the spec's text now, which is printed as ``piece``; ``evidence``: other texts of the spec, which show what has capitals.
    Whether small letters had to be guessed, too.
    """
    text, guessed = theirs if inline else Text((Span(theirs.plain),), theirs.origin), False
    if (own.plain != piece.plain and capitals(own.plain) == piece.plain) or upper(own.plain) == " ".join(piece.plain.split()):
        text, guessed = _in_running_case(own, text, evidence)
    if inline and any(piece.look):
        text = _with_unseen(own, text, piece.look)
    return text, guessed


def looks_equal(piece: Piece, theirs: Text) -> bool:
    """Whether the words are emphasised as the spec says."""
    return visible(letters_of(seen(Text(piece.spans), piece.look))) == visible(letters_of(theirs))


def _in_running_case(own: Text, text: Text, evidence: Iterable[str]) -> tuple[Text, bool]:
    """``text`` was read from capitals: words that the spec has keep its letters, new ones get those of running text."""
    if own.plain == upper(own.plain):
        # the author writes it in capitals
        return text, False
    running = running_text(text.plain, (own.plain, *evidence))
    held, typed, forms = own.plain.split(), text.plain.split(" "), running.name.split(" ")
    case: dict[int, str] = {}
    folded = [word.casefold() for word in held]
    matcher = SequenceMatcher(None, folded, [word.casefold() for word in typed], autojunk=False)
    for a, b, size in matcher.get_matching_blocks():
        case.update({b + i: held[a + i] for i in range(size)})
    if len(forms) != len(typed):
        forms = typed
    plain = " ".join(case.get(i, form) for i, form in enumerate(forms))
    guessed = running.guessed and len(case) < len(typed)
    if len(plain) != len(text.plain):
        return Text((Span(plain),), text.origin), guessed
    spans, at = [], 0
    for span in text.spans:
        spans.append(Span(plain[at : at + len(span.text)], span.bold, span.italic))
        at += len(span.text)
    return Text(tuple(spans), text.origin), guessed


def _with_unseen(own: Text, text: Text, look: tuple[bool, bool]) -> Text:
    """Emphasis of words that stayed, where their place is emphasised anyway."""
    if not any((span.bold and look[0]) or (span.italic and look[1]) for span in own.spans):
        return text
    held = [(c, span.bold and look[0], span.italic and look[1]) for span in own.spans for c in span.text]
    typed = [[c, span.bold, span.italic] for span in text.spans for c in span.text]
    matcher = SequenceMatcher(None, own.plain, text.plain, autojunk=False)
    for a, b, size in matcher.get_matching_blocks():
        for i in range(size):
            typed[b + i][1] = typed[b + i][1] or held[a + i][1]
            typed[b + i][2] = typed[b + i][2] or held[a + i][2]
    return seen(Text(tuple(Span(str(c), bool(bold), bool(italic)) for c, bold, italic in typed), text.origin))
