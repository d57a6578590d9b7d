"""TT501: the marks of authority: ``TM. KT. TL. TUQ. Q.`` (PL I, P.I, II.7.b), ``T/M K/T T/L Q.`` (HD05 I-7.1.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.checks.marks_of_authority import split_mark
from docgen.checks.rule import Finding, Fixing, Kind, Rule, Skip, at
from docgen.problems import msg
from docgen.reading.folding import fold_each
from docgen.reading.layout import Layout, Passage
from docgen.reading.repairs import ReplaceText
from docgen.reading.words import load_words
from docgen.standards.model import RuleEntry, Standard

_LETTERS = re.compile(r"\W")


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding | Skip]:
    forms = _forms(layout.standard)
    for component in ("sign_authority", "sign_title"):
        for passage in layout.get(component):
            mark = split_mark(passage.text)
            if mark is None:
                yield from _spelt_out(layout, passage)
                continue
            end = len(mark.typed) + len(mark.gap)
            form = forms.get(mark.letters)
            if form is None:
                what = msg("These rules know no signing by “{mark}”.", mark=mark.typed)
                remedy = msg("Sign on behalf of the body, for its head or by its order.")
                yield Finding(what, at(passage, 0, end), component, " / ".join(entry.words), mark.typed, remedy, passage.sure)
            elif mark.typed != form.rstrip() or not mark.gap:
                what = msg("The mark of authority “{typed}” is written “{form}”.", typed=mark.typed, form=form.rstrip())
                if mark.typed == form.rstrip():
                    what = msg("There is no space behind “{mark}”.", mark=mark.typed)
                repair = ReplaceText(passage.paragraph, passage.start, passage.start + end, form)
                remedy = msg("Write {words}.", words=form + mark.rest)
                yield Finding(what, at(passage, 0, end), component, form.rstrip(), mark.typed, remedy, passage.sure, (repair,))


def _spelt_out(layout: Layout, passage: Passage) -> Iterator[Finding]:
    """The acting head's mark written as a word: ``QUYỀN CHỦ TỊCH``."""
    acting = layout.standard.signature.acting
    word = load_words().acting.match(fold_each(passage.text))
    if acting is None or word is None or not passage.text.isupper():
        return
    form = acting.pattern.partition("{")[0]
    typed = passage.text[: word.end()].strip()
    what = msg("The mark of authority “{typed}” is written “{form}”.", typed=typed, form=form.rstrip())
    repair = ReplaceText(passage.paragraph, passage.start, passage.start + word.end(), form)
    remedy = msg("Write {words}.", words=form + passage.text[word.end() :])
    yield Finding(what, at(passage, 0, word.end()), passage.component, form.rstrip(), typed, remedy, passage.sure, (repair,))


def _forms(standard: Standard) -> dict[str, str]:
    """The letters of each mark and how it stands before the office, the space included."""
    own = standard.signature
    patterns = (own.on_behalf_of, own.deputy_for, own.by_order_of, own.authorised_by, own.acting)
    leads = [pattern.pattern.partition("{")[0] for pattern in patterns if pattern]
    return {_LETTERS.sub("", lead): lead for lead in leads}


RULE = Rule(
    code="TT501",
    name="dang-quyen-han",
    kind=Kind.FORM,
    asks=msg("The marks of authority are written as the rules give them, with a space behind."),
    good="KT. CHỦ TỊCH",
    bad="K/T CHỦ TỊCH",
    look=look,
    fix=Fixing.SAFE,
    needs=("sign_authority", "sign_title"),
)
