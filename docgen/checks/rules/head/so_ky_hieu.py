"""Số, ký hiệu has its parts in their order, with the signs that the rule set puts between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.checks.number_parts import NumberParts, number_parts, separators_of
from docgen.checks.rule import Finding, Fixing, Kind, Rule
from docgen.checks.type_parts import codes_of, is_dispatch, printed_kind
from docgen.problems import Message, msg
from docgen.reading.layout import Layout
from docgen.reading.repairs import ReplaceText
from docgen.standards.model import RuleEntry, Severity

_BRACKETS = ("[", "(", "<")
#: words that are no note in brackets
_BEHIND = re.compile(r"[,;]?[ \u00a0]{1,2}(?![\s(\[{<*])\w")


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Look at the line as a whole. Spaces, zeros, the colon, capitals, codes and years have rules of their own."""
    parts = number_parts(layout)
    if parts is None or (parts.blank and not _is_bracketed(parts)):
        return
    line = layout.standard.number_line
    form = line.dispatch if is_dispatch(layout) else line.typed
    kind = printed_kind(layout)
    bare = kind is not None and parts.code is not None and parts.code.text in codes_of(kind)
    shortest = separators_of(line.typed if bare else line.dispatch_plain)
    what = None if parts.blank else _find_fault(parts, line.prefix.use, separators_of(line.typed), shortest)
    level: Severity | None = None
    if what is None:
        what, level = _find_slip(parts), "warning"
    if what is None:
        return
    word = line.prefix.use
    shape = form.format(number="…", type="…", issuer="…", unit="…")
    yield Finding(
        what,
        parts.joined.spot(),
        "number",
        word + shape,
        " ".join(parts.joined.text.split()),
        msg("Write the number as {shape}.", shape=word + shape),
        parts.joined.sure,
        _repair(parts, word, separators_of(line.typed)) if level is None else (),
        level=level,
    )


def _is_bracketed(parts: NumberParts) -> bool:
    """Whether brackets hold the room for the number, and all the rest is filled in."""
    first, *others = (group.text for group in parts.groups)
    return parts.digits is None and first[:1] in _BRACKETS and bool(others) and all(map(str.isalpha, "".join(others)))


def _find_slip(parts: NumberParts) -> Message | None:
    """What makes a number other than digits, though every reader knows it."""
    if parts.blank:
        return msg("Brackets stand where the number goes.")
    if parts.digits is not None and parts.digits.text[-1:].isalpha():
        return msg("A letter stands behind the number.")
    return None


def _repair(parts: NumberParts, prefix: str, typed: tuple[str, ...]) -> tuple[ReplaceText, ...]:
    """The word before the number, or its signs, where only these are wrong; ``prefix``: the word with its sign and space."""
    label = parts.label
    if label is None:
        return () if parts.colon else parts.joined.replace(0, 0, prefix)
    if label.text != prefix.strip(" :"):
        return parts.joined.replace(label.start, label.end, prefix.strip(" :"))
    if parts.digits is not None and parts.digits.start == label.end and prefix[-1:].isspace() and ":" not in prefix:
        return parts.joined.replace(label.end, label.end, " ")
    written = _rewrite(parts, typed)
    return parts.joined.rewrite(written) if written else ()


def _find_fault(parts: NumberParts, prefix: str, typed: tuple[str, ...], shortest: tuple[str, ...]) -> Message | None:
    """What is wrong with the shape; ``typed`` and ``shortest`` are the signs of the longest and the shortest form."""
    word = prefix.strip(" :")
    if parts.label is None:
        return msg("The word “{word}” before the number is missing.", word=word)
    if parts.label.text != word:
        return msg("The word before the number is written “{word}”.", word=word)
    if parts.digits is not None and not parts.digits.text[:1].isdecimal():
        return msg("The number is not written in Arabic digits.")
    if prefix[-1:].isspace() and ":" not in prefix and parts.digits is not None and parts.digits.start == parts.label.end:
        return msg("No space stands between {word} and the number.", word=word)
    if not parts.groups:
        # an open number may stand without its code as well
        return None if parts.digits is None else msg("The code behind the number is missing.")
    if any(not group.text for group in parts.groups):
        return msg("A part of the number is missing between two signs.")
    if any(dash in sign.text for sign in parts.signs for dash in "–—‒―−"):
        return msg("The signs of the number are hyphens, not dashes.")
    wanted = typed + ("-",) * len(parts.groups)
    least = len(shortest)
    # signs behind the issuer's code (``/nb``, a second slash) are an issuer's own affair
    checked = parts.separators[: max(least, 2)]
    if checked != wanted[: len(checked)]:
        return msg("The parts of the number are not divided by the prescribed signs.")
    if parts.groups[-1].text[-1] in ".,;:":
        return msg("A sign stands at the end that does not belong there.")
    if len(parts.groups) < least:
        return msg("The code behind the number is incomplete.")
    if parts.digits is not None and parts.digits.text.isdecimal() and not int(parts.digits.text):
        return msg("Numbers begin with 01.")
    if _BEHIND.match(parts.joined.text, parts.groups[-1].end):
        return msg("Words stand behind the code that do not belong there.")
    return None


def _rewrite(parts: NumberParts, typed: tuple[str, ...]) -> str | None:
    """The line with plain hyphens and no sign at its end, where only these are wrong."""
    text = parts.joined.text.rstrip(" .,;:")
    for dash in "–—‒―−":
        text = text.replace(dash, "-")
    wanted = typed + ("-",) * len(parts.groups)
    if text != parts.joined.text and parts.separators[:2] == wanted[: len(parts.separators[:2])]:
        return text
    return None


RULE = Rule(
    code="TT210",
    name="so-ky-hieu",
    kind=Kind.FORM,
    asks=msg("Số, ký hiệu is made up of the word Số, the number and the code with the prescribed signs between them."),
    good="Số: 15/QĐ-BNV",
    bad="Số: 15-QĐ/BNV",
    look=look,
    fix=Fixing.SAFE,
    needs=("number",),
)
