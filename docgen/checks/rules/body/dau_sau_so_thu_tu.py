"""TT404: the sign behind a number: a full stop behind those of Điều and khoản, a bracket behind the letter of a điểm."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.bodies import main_passages, outside_quotes
from docgen.checks.levels import Numbered, groups, is_bracketed, spot_of, streams
from docgen.checks.rule import Finding, Fixing, Kind, Rule, at
from docgen.problems import msg
from docgen.reading.repairs import ReplaceText
from docgen.standards.facts import Tier

if TYPE_CHECKING:
    from docgen.reading.layout import Layout, Passage
    from docgen.standards.model import Numbering, RuleEntry

#: levels whose numbers the rule's ``words`` (signs that do as well) are for
_LENIENT = frozenset({"section", "clause", "subclause"})
#: labels that stand without a sign
_ALONE = frozenset({"part_label", "division_label"})
_KINDS = {"section": ("roman",), "article": ("arabic",), "clause": ("arabic",), "point": ("letter",)}


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Level by level; a count of another form inside a count is a level of which nothing is said."""
    for items in streams(layout):
        for level, kinds in _KINDS.items():
            form = layout.standard.numbering.get(level)
            if form is None:
                continue
            right = form.pattern.partition("{n}")[2].strip()
            accepted = "".join(entry.words) if level in _LENIENT else ""
            for group in groups(items, level):
                for item in _wrong(group, right, right + accepted, kinds):
                    yield _finding(item, form, right)
        yield from filter(None, map(_glued, items))
    for passage in outside_quotes(main_passages(layout)):
        if passage.component in _ALONE and passage.numeral is not None and passage.numeral.end and passage.is_whole:
            yield _signed(passage)


def _glued(item: Numbered) -> Finding | None:
    """Words that begin right behind the sign: ``1.Mục đích``."""
    passage, numeral = item.passage, item.numeral
    at_words = passage.start + len(numeral.written)
    if item.level not in _KINDS or item.guessed or numeral.automatic or not numeral.end or passage.words_start != at_words:
        return None
    word = passage.paragraph.text[at_words : passage.end].partition(" ")[0]
    # V.I.Lê-nin, C.Mác: a letter and a sign may be part of a name
    if not word[:1].isalpha() or "." in word[:2] or (item.level == "section" and not (word.isupper() and len(word) > 1)):
        return None
    return Finding(
        msg("No space stands behind {written}", written=numeral.written),
        at(passage, 0, len(numeral.written) + len(word)),
        passage.component,
        f"{numeral.written} {word}",
        numeral.written + word,
        msg("Put a space behind the sign."),
        repairs=(ReplaceText(passage.paragraph, at_words, at_words, " "),),
        # only the act's examples show the space
        tier=Tier.SAMPLE,
    )


def _signed(label: Passage) -> Finding:
    """A sign behind ``Chương I``, which stands alone on its line."""
    bare = label.text.rstrip(" .:-–—)")
    return Finding(
        msg("A sign stands behind {label}.", label=bare),
        at(label, len(bare), len(label.text)),
        label.component,
        bare,
        label.text,
        msg("Write {words}.", words=bare),
        label.sure,
        (ReplaceText(label.paragraph, label.start + len(bare), label.end, ""),),
        tier=Tier.SAMPLE,
    )


def _wrong(group: list[Numbered], right: str, accepted: str, kinds: tuple[str, ...]) -> Iterator[Numbered]:
    good, inner = 0, 0
    for item in group:
        numeral = item.numeral
        if numeral.value is None or numeral.kind not in kinds or (is_bracketed(numeral) and item.level != "point"):
            continue
        signs = "".join(numeral.end.split())
        if not is_bracketed(numeral) and ((signs and not set(signs) - set(accepted)) or signs == right):
            good, inner = numeral.value, 0
        elif good and (numeral.value == 1 or (inner and numeral.value == inner + 1)):
            inner = numeral.value
        elif not item.guessed and _is_number(item, group, good):
            good = numeral.value
            yield item


def _is_number(item: Numbered, group: list[Numbered], before: int) -> bool:
    """Whether it surely counts: ``Điều 5 của Luật`` at the start of a line is a citation."""
    if item.level != "article" or item.numeral.end:
        return True
    assert item.numeral.value is not None
    words = item.passage.paragraph.text[item.passage.words_start : item.passage.end]
    return not words[:1].islower() and item.numeral.value == before + 1


def _finding(item: Numbered, form: Numbering, right: str) -> Finding:
    numeral, passage = item.numeral, item.passage
    core = numeral.written.strip("()[] .:-–—/")
    wanted = core + right
    end = passage.start + len(numeral.written)
    repairs = () if numeral.automatic else (ReplaceText(passage.paragraph, passage.start, end, wanted),)
    return Finding(
        msg("The number is written “{written}”.", written=numeral.written),
        spot_of(item),
        passage.component,
        wanted,
        numeral.written,
        msg("Write {wanted}", wanted=wanted),
        repairs=repairs,
        tier=None if form.tier.binds else form.tier,
    )


RULE = Rule(
    code="TT404",
    name="dau-sau-so-thu-tu",
    kind=Kind.FORM,
    asks=msg("A full stop stands behind the number of a Điều and a khoản, a closing bracket behind the letter of a điểm."),
    good="a) Xây dựng kế hoạch;",
    bad="a. Xây dựng kế hoạch;",
    look=look,
    fix=Fixing.SAFE,
    needs=("section", "article", "clause", "point", "part_label", "division_label"),
)
