"""Nơi nhận and the signatures, from the passages of a Word file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import takewhile

from docgen.document.model import Recipient, Signature
from docgen.document.text import Text, literal
from docgen.problems import msg
from docgen.reading import Layout, Passage
from docgen.reading.pieces import lines_of
from docgen.reading.signatures import is_name
from docgen.reading.words import load_words, plain
from docgen.recovery.heads import plain_of, without_marks
from docgen.recovery.marks import part_note, part_rank, without_lead
from docgen.recovery.recovered import Notes
from docgen.standards import Standard
from docgen.vietnamese import capitals

_BRACKETS = re.compile(r"[(\[]\s*([^()\[\]]*[^()\[\]\s])\s*[)\]]")
_SIGNS = ("sign_authority", "sign_title", "sign_concurrent", "sign_other_title", "sign_name")


def read_distribution(layout: Layout, standard: Standard, addressed: bool) -> tuple[Recipient, ...]:
    """The lines of Nơi nhận; the one that only repeats the addressees is docgen's own."""
    mark, filed = standard.marks["recipient"], bool(layout.get("filing"))
    entries = list(layout.entries("recipient"))
    found = []
    for i, lines in enumerate(entries):
        last = mark.last.use if filed else standard.marks["filing"].last.use
        text = without_marks(plain_of(lines), mark.prefix.use, mark.each.use if i < len(entries) - 1 else last)
        if text:
            found.append(part_note(text.plain, standard, text.origin))
    same = standard.same_as_above.use.casefold()
    if addressed and found and found[0].name.plain.casefold() == same and found[0].note is None:
        del found[0]
    return tuple(found)


def read_filing(layout: Layout, standard: Standard) -> Text | None:
    """What is filed where, without the words before it."""
    mark = standard.marks["filing"]
    passages = layout.get("filing")
    if not passages:
        return None
    text = without_marks(plain_of(passages), mark.prefix.use, mark.last.use)
    own = without_lead(text, mark)
    if own is not text:
        return own
    # other rule sets write the word with or without a colon
    word = mark.lead.use.strip(" :")
    plain = text.plain
    if plain.casefold().startswith(word.casefold()):
        return literal(plain[len(word) :].lstrip(" :\u00a0"), text.origin)
    return text


def read_drafter(layout: Layout, standard: Standard, loose: bool) -> Text | None:
    """The drafter's mark; ``loose``: without brackets round it."""
    passages = layout.get("drafter")
    if not passages or _late_name(layout):
        return None
    text = plain_of(passages)
    if loose and (held := _BRACKETS.fullmatch(text.plain)):
        text = literal(held[1], text.origin)
    return literal(capitals(text.plain), text.origin) if standard.components["drafter"].in_capitals else text


def read_signatures(layout: Layout, standard: Standard, notes: Notes) -> tuple[Signature, ...]:
    """The signers, the lead body's first: from above, in a row from the right."""
    columns = list(_columns(layout))
    found = tuple(_signature(lines, standard) for lines in columns)
    for i, lines in enumerate(columns):
        if _body_above(lines):
            what = msg("The body's name stood above the office; docgen writes it behind the office.")
            key = "deputy_for" if found[i].deputy_for else "title"
            notes.guess(what, f"/signature/{key}" if len(columns) == 1 else f"/signature/{i}/{key}", lines[0].paragraph)
    late = _late_name(layout)
    if late is None or len(found) != 1:
        return found
    notes.guess(
        msg("This name stands below the recipients; it is taken for the signer's."), "/signature/name", late.paragraph
    )
    rank, name = part_rank(plain_of([late]).plain)
    origin = f"#{late.paragraph.index}"
    return (replace(found[0], rank=literal(rank, origin) if rank else None, name=literal(name, origin)),)


def _late_name(layout: Layout) -> Passage | None:
    """A person's name below the recipients, where tabs set it under the signer's office, that is read as the drafter's mark."""
    if layout.get("sign_name") or len(list(_columns(layout))) != 1:
        return None
    passages = layout.get("drafter")
    if len(passages) != 1 or passages[0].text.isupper():
        return None
    (line, *rest) = lines_of(passages[0].paragraph, 0)
    return passages[0] if not rest and line.text.strip() == passages[0].text.strip() and is_name(line, load_words()) else None


def _columns(layout: Layout) -> Iterator[list[Passage]]:
    """The lines of each signer in the order of the signers."""
    groups: dict[tuple[int, int], list[Passage]] = {}
    for passage in layout.passages:
        if passage.component in _SIGNS and passage.appendix is None:
            cell = passage.paragraph.cell
            groups.setdefault((id(cell) if cell else 0, passage.entry), []).append(passage)
    found = list(groups.values())
    cells = [cell for group in found if (cell := group[0].paragraph.cell) is not None]
    if len(cells) == len(found):
        order = sorted(range(len(found)), key=lambda i: (cells[i].row, -cells[i].column, i))
        found = [found[i] for i in order]
    yield from found


def _body_above(lines: list[Passage]) -> list[Passage]:
    """The lines of a body's name that stand above the first office, as people write it where several bodies sign."""
    known = load_words()

    def names_office(line: Passage) -> bool:
        return line.component == "sign_authority" or known.offices.match(plain(line.text)) is not None

    if not lines or lines[0].component != "sign_title" or names_office(lines[0]) or not known.bodies.match(plain(lines[0].text)):
        return []
    above = list(takewhile(lambda line: line.component == "sign_title" and not names_office(line), lines))
    behind = lines[len(above)] if len(above) < len(lines) else None
    return above if behind is not None and behind.component in ("sign_title", "sign_authority") else []


def _signature(lines: list[Passage], standard: Standard) -> Signature:
    """The signer that these lines name; a body's name above the office goes behind it, as the rule sets write it."""
    body = _body_above(lines)
    found = _signer(lines[len(body) :], standard)
    if not body:
        return found
    words = capitals(plain_of(body).plain)

    def with_body(office: Text) -> Text:
        return literal(f"{office.plain} {words}", office.origin)

    if found.deputy_for is not None:
        return replace(found, deputy_for=with_body(found.deputy_for))
    return replace(found, title=with_body(found.title) if found.title else literal(words, f"#{body[0].paragraph.index}"))


def _signer(lines: list[Passage], standard: Standard) -> Signature:
    forms = standard.signature
    known = {
        "on_behalf_of": forms.on_behalf_of,
        "by_order_of": forms.by_order_of,
        "authorised_by": forms.authorised_by,
        "deputy_for": forms.deputy_for,
    }
    found = Signature()
    authority: dict[str, Text] = {}
    if lines[-1].component in ("sign_title", "sign_other_title"):
        rank = plain_of(lines[-1:])
        if not part_rank(rank.plain)[1]:
            # a rank whose name is still open
            found, lines = replace(found, rank=rank), lines[:-1]
    for component in _SIGNS:
        own = [line for line in lines if line.component == component]
        if not own or component == "sign_concurrent":
            continue
        if component == "sign_authority":
            for line in own:
                _add_authority(authority, plain_of([line]), {k: f.pattern for k, f in known.items() if f})
            continue
        words = plain_of(own)
        if component == "sign_title":
            mark = forms.acting.pattern.partition("{")[0]
            acting = words.plain.startswith(mark)
            title = literal(capitals(words.plain.removeprefix(mark)), words.origin)
            found = replace(found, acting=acting, title=title)
        elif component == "sign_other_title":
            found = replace(found, other_title=literal(capitals(words.plain), words.origin))
        else:
            before, name = part_rank(words.plain)
            found = replace(
                found,
                rank=literal(before, words.origin) if before else None,
                name=literal(name, words.origin) if name else None,
            )
    return replace(
        found,
        on_behalf_of=authority.get("on_behalf_of"),
        by_order_of=authority.get("by_order_of"),
        authorised_by=authority.get("authorised_by"),
        deputy_for=authority.get("deputy_for"),
    )


def _add_authority(found: dict[str, Text], words: Text, patterns: dict[str, str]) -> None:
    """A line of authority by the mark that it begins with; a line without one goes on with the line above."""
    plain = capitals(words.plain)
    for key, pattern in patterns.items():
        if match := _mark(pattern).match(plain):
            found[key] = literal(plain[match.end() :], words.origin)
            return
    if found:
        key, above = list(found.items())[-1]
        found[key] = literal(f"{above.plain} {plain}", above.origin)
    else:
        found["on_behalf_of"] = literal(plain, words.origin)


@cache
def _mark(pattern: str) -> re.Pattern[str]:
    """The mark that ``pattern`` begins with, its signs set in any way: ``TM.``, ``T/M``, ``T.M``."""
    letters = [c for c in pattern.partition("{")[0] if c.isalpha()]
    return re.compile("[./]?".join(letters) + r"(?:[./:]\s*|\s+)(?=\S)")
