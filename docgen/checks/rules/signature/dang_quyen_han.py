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
from docgen.standards.facts import Tier
from docgen.standards.model import RuleEntry, Standard

_LETTERS = re.compile(r"\W")


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding | Skip]:
    forms = _forms(layout.standard)
    for component in ("sign_authority", "sign_title"):
        for passage in layout.get(component):
            mark = split_mark(passage.text)
            if mark is None:
                yield from _spelt_out(layout, passage)
                yield from _glued(forms, passage)
                continue
            end = len(mark.typed) + len(mark.gap)
            # UQ. is what is left of TUQ.
            form = forms.get(mark.letters) or next((own for key, own in forms.items() if key.endswith(mark.letters)), None)
            if not mark.rest and _is_named_below(layout, passage):
                continue
            if not mark.rest:
                what = msg("Behind “{mark}” nobody is named.", mark=mark.typed)
                remedy = msg("Write behind it for whom is signed, on the same line.")
                yield Finding(what, at(passage), component, f"{form or mark.typed}…", mark.typed, remedy, passage.sure)
            elif form is None:
                what = msg("These rules know no signing by “{mark}”.", mark=mark.typed)
                remedy = msg("Sign on behalf of the body, for its head or by its order.")
                yield Finding(what, at(passage, 0, end), component, " / ".join(entry.words), mark.typed, remedy, passage.sure)
            elif mark.typed.upper() == form.rstrip() != mark.typed and not ("/" in form and mark.rest.isupper()):
                # small letters are the affair of the rule on capitals
                continue
            elif mark.typed != form.rstrip() or not mark.gap:
                what = msg("The mark of authority “{typed}” is written “{form}”.", typed=mark.typed, form=form.rstrip())
                tier = None
                if mark.typed == form.rstrip():
                    # the clause orders the full stop and says nothing of a space
                    tier = Tier.PRACTICE
                    what = msg("There is no space behind “{mark}”.", mark=mark.typed)
                repair = ReplaceText(passage.paragraph, passage.start, passage.start + end, form)
                remedy = msg("Write {words}.", words=form + mark.rest)
                yield Finding(
                    what, at(passage, 0, end), component, form.rstrip(), mark.typed, remedy, passage.sure, (repair,), tier=tier
                )


def _is_named_below(layout: Layout, mark: Passage) -> bool:
    """Whether the body that a mark alone on its line belongs to stands on the next one."""
    below = layout.passages[layout.passages.index(mark) + 1 :][:1]
    return any(p.component.startswith("sign_") and load_words().bodies.match(fold_each(p.text)) for p in below)


def _glued(forms: dict[str, str], passage: Passage) -> Iterator[Finding]:
    """A mark with neither sign nor space before the office: ``KTGIÁM ĐỐC``."""
    text, known = passage.text, load_words()
    for letters, form in forms.items():
        rest = text[len(letters) :]
        if len(letters) < 2 or not text.startswith(letters) or not rest[:1].isalpha():
            continue
        folded = fold_each(rest)
        if known.offices.match(folded) or known.bodies.match(folded):
            what = msg("The mark of authority “{typed}” is written “{form}”.", typed=letters, form=form.rstrip())
            repair = ReplaceText(passage.paragraph, passage.start, passage.start + len(letters), form)
            remedy, spot = msg("Write {words}.", words=form + rest), at(passage, 0, len(letters))
            yield Finding(what, spot, passage.component, form.rstrip(), letters, remedy, passage.sure, (repair,))
            return


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
