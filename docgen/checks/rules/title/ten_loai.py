"""The name of the type is one of the list of types."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.checks.number_parts import number_parts
from docgen.checks.rule import Finding, Kind, Rule, Spot, at
from docgen.checks.type_parts import known_name, printed_kind, title_paragraph
from docgen.ooxml.content import Paragraph
from docgen.problems import msg
from docgen.reading.folding import fold_each, squeeze
from docgen.reading.layout import Layout, Sure
from docgen.standards.model import RuleEntry
from docgen.vietnamese import upper

#: the tones of the two vowels at the end of a syllable, set on the last and on the first of them
_LATE = "OÀ OÁ OẢ OÃ OẠ OÈ OÉ OẺ OẼ OẸ UỲ UÝ UỶ UỸ UỴ"
_EARLY = "ÒA ÓA ỎA ÕA ỌA ÒE ÓE ỎE ÕE ỌE ÙY ÚY ỦY ŨY ỤY"
_FIRST = dict(zip(_LATE.split(), _EARLY.split(), strict=True))
_OPEN = re.compile(rf"(?:{'|'.join(_FIRST)})(?!\w)")
#: a longer line is a title or a theme, not the name of a type
_MOST_WORDS = 6


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Look at the line in the place of a type's name; ``words`` begin names that other rules of form know."""
    yield from _misspelt(layout)
    parts = number_parts(layout)
    known = layout.type is not None and layout.type_sure is not Sure.GUESS
    if known or parts is None or not parts.groups or layout.get("abstract_dispatch"):
        return
    paragraph = title_paragraph(layout)
    if paragraph is None or not _looks_like_title(paragraph):
        return
    line = paragraph.text.partition("\n")[0]
    name = " ".join(line.split())
    if len(name.split()) > _MOST_WORDS or known_name(layout.standard, name):
        return
    plain = squeeze(fold_each(name))
    if any(plain == other or plain.startswith(f"{other} ") for other in (squeeze(fold_each(word)) for word in entry.words)):
        return
    start = len(line) - len(line.lstrip())
    yield Finding(
        msg("“{name}” is not in the list of types.", name=name),
        Spot(paragraph, start, start + len(line.strip())),
        "type_name",
        msg("a type of the list"),
        name,
        msg("Choose a type of the list."),
    )


def _misspelt(layout: Layout) -> Iterator[Finding]:
    """A name that is but a letter off one of the list, or has other marks on its letters."""
    name, kind = layout.first_of("type_name"), printed_kind(layout)
    if name is None or kind is None:
        return
    wanted = upper(kind.name)
    if slug := known_name(layout.standard, name.text):
        typed = re.match(rf"\S+(?:\s+\S+){{{len(wanted.split()) - 1}}}", name.text)
        known = typed and squeeze(fold_each(typed[0])) == squeeze(fold_each(kind.name))
        if typed is None or not known or slug != layout.type or _plain_tones(typed[0]) == _plain_tones(wanted):
            return
        what = msg("“{name}” is written {wanted}.", name=typed[0], wanted=wanted)
        remedy = msg("Write “{words}”.", words=wanted)
        yield Finding(what, at(name, 0, len(typed[0])), "type_name", wanted, typed[0], remedy)
        return
    what = msg("“{name}” is not in the list of types.", name=name.text)
    yield Finding(what, at(name), "type_name", wanted, name.text, msg("Write “{words}”.", words=wanted), level="warning")


def _plain_tones(words: str) -> str:
    """Capitals in which a tone stands in one of the two places that both are right: ``HÒA`` for ``HOÀ``."""
    return _OPEN.sub(lambda match: _FIRST[match[0]], " ".join(upper(words).split()))


def _looks_like_title(paragraph: Paragraph) -> bool:
    """Whether all letters are bold and capitals and the line is centred."""
    runs = paragraph.runs_in(0, len(paragraph.text.partition("\n")[0]))
    words = "".join(upper(paragraph.text[r.start : r.end]) if r.format.caps else paragraph.text[r.start : r.end] for r in runs)
    return paragraph.format.align == "center" and words.isupper() and all(run.format.bold for run in runs)


RULE = Rule(
    code="TT301",
    name="ten-loai",
    kind=Kind.FORM,
    asks=msg("The name of the type is one of the list of types."),
    good="KẾ HOẠCH",
    bad="CÔNG BỐ",
    look=look,
    no_fix=msg("Which type is meant is for a person to say."),
    needs=("number",),
)
