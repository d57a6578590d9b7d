"""The words by which components are recognised: those of the rule sets and the reader's own, folded and compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from docgen.reading.folding import fold_each, letters_only, squeeze
from docgen.standards import Standard, load_standard, standard_names

_FILE = Path(__file__).with_name("words.yaml")
_BODIES = Path(__file__).parent.parent / "vietnamese" / "bodies.txt"


@dataclass(frozen=True, slots=True)
class TypeName:
    """A type's printed name: its slug in each rule set that has it."""

    words: str
    slugs: dict[str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """Everything folded; patterns are matched against folded words with single spaces.

    ``own``: the lists of the data file by their name. ``types``: by folded name. ``codes``: codes of types in small letters
    (unfolded), each with its slugs by rule set. ``labels``: what an appendix or form can begin with. ``hints``: parts of the
    head's fixed words, of which one survives any slip.
    """

    own: dict[str, tuple[str, ...]]
    mottos: tuple[str, ...]
    slogans: tuple[str, ...]
    party_titles: tuple[str, ...]
    types: dict[str, TypeName]
    codes: dict[str, dict[str, str]]
    decisions: frozenset[str]
    recipients: re.Pattern[str]
    recipients_begun: re.Pattern[str]
    addressing: re.Pattern[str]
    bases: re.Pattern[str]
    about: re.Pattern[str]
    filing: re.Pattern[str]
    drafts: re.Pattern[str]
    authority: re.Pattern[str]
    authority_alone: re.Pattern[str]
    acting: re.Pattern[str]
    offices: re.Pattern[str]
    bodies: re.Pattern[str]
    units: re.Pattern[str]
    appendix: re.Pattern[str]
    form: re.Pattern[str]
    form_word: re.Pattern[str]
    labels: tuple[str, ...]
    hints: tuple[str, ...]
    reference: re.Pattern[str]
    placeholder: re.Pattern[str]
    same_as_above: tuple[str, ...]

    def begins(self, name: str, words: str) -> bool:
        """Whether ``words`` begin with one of the list ``name``."""
        return any(words == one or words.startswith(f"{one} ") for one in self.own[name])


def plain(text: str) -> str:
    """``text`` folded, with single spaces."""
    return squeeze(fold_each(text))


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of folded ``phrases``, the longest first; spaces may be wider, dots and slashes may be left out."""
    ordered = sorted(set(phrases), key=lambda p: (-len(p), p))
    return "(?:" + "|".join(re.escape(p).replace(r"\ ", r"\s+").replace("/", r"\s*[/.]?\s*") for p in ordered) + ")"


@lru_cache(maxsize=1)
def load_words() -> Words:
    """The words of all shipped rule sets and of the reader's own file."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=loader)
    own = {name: tuple(plain(str(word)) for word in listed) for name, listed in data.items()}
    standards = [load_standard(name) for name in standard_names()]
    bodies = {plain(line) for line in _BODIES.read_text(encoding="utf-8").splitlines() if line[:1].isupper()}
    openings = {plain(o) for s in standards for name in ("base", "proposal") for o in s.marks[name].openings}
    labels = _fixed(standards, "recipients_label")
    drafts = {plain(s.components["draft_mark"].plain_text.use) for s in standards if s.components["draft_mark"].plain_text}
    prefixes = {plain(c.prefix.use) for s in standards if (c := s.components["abstract_dispatch"]).prefix and c.prefix.use}
    return Words(
        own=own,
        mottos=_letters(standards, "motto"),
        slogans=_letters(standards, "slogan"),
        party_titles=_letters(standards, "party_title"),
        types=_types(standards),
        codes=_codes(standards),
        decisions=frozenset(letters_only(plain(k.decision_word)) for s in standards for k in s.types.values() if k.decision_word),
        recipients=re.compile(rf"{any_of(label.rstrip(':') for label in labels)}\s*[:.;]?$"),
        recipients_begun=re.compile(rf"{any_of(label.rstrip(':') for label in labels)}\s*[:.;]\s*(?=[-+*])"),
        addressing=re.compile(rf"[-\s]*{any_of(own['addressing'])}\b\s*:?\s*"),
        bases=re.compile(rf"(?:[-+*]\s*)?{any_of(openings)}\b"),
        about=re.compile(rf"\(?{any_of({*own['about'], *prefixes})}\b\s*:?"),
        filing=re.compile(r"[-+*\s]*luu\b\s*[:;,]?"),
        drafts=re.compile(rf"[\(\[]?{any_of({*own['draft'], *drafts})}\b"),
        authority=_authority(standards, own["marks"], r"(?:\s*[./:]\s*|\s+)(?=[a-z])"),
        authority_alone=_authority(standards, own["marks"], r"\s*[./:]?$"),
        acting=re.compile(r"q\s*[./]\s*|quyen\s+"),
        offices=re.compile(rf"{any_of(own['offices'])}\b"),
        bodies=re.compile(rf"{any_of({*own['bodies'], *bodies})}(?![a-z])"),
        units=re.compile(rf"{any_of(own['units'])}(?![a-z])"),
        appendix=re.compile(rf"{any_of(own['appendix'])}(?![a-z])"),
        form=re.compile(rf"{any_of(own['form'])}\b\s*(?:so\b)?\s*[:.]?\s*[\divxa-z]{{0,6}}\b"),
        form_word=re.compile(any_of(own["form"])),
        labels=(*own["appendix"], *own["form"]),
        hints=_pairs(_fixed(standards, "motto") | _fixed(standards, "party_title")),
        reference=re.compile(rf"[\(\[]\s*{any_of(own['reference'])}\b"),
        placeholder=re.compile(rf"[\(\[]\s*{any_of(own['placeholders'])}\b|da ky$|\(?ky ten"),
        same_as_above=tuple(plain(s.same_as_above.use) for s in standards),
    )


def _fixed(standards: Iterable[Standard], component: str) -> set[str]:
    """The fixed words of a component in all rule sets, with all accepted forms."""
    found: set[str] = set()
    for standard in standards:
        own = standard.components.get(component)
        if own is not None and own.text is not None:
            found |= {plain(text) for text in (own.text.use, *own.accept)}
    return found


def _letters(standards: Iterable[Standard], component: str) -> tuple[str, ...]:
    return tuple(sorted({letters_only(words) for words in _fixed(standards, component)}))


def _pairs(phrases: Iterable[str]) -> tuple[str, ...]:
    """The words of each phrase two by two: a line that holds none of them is not the phrase, however misspelt."""
    found = set()
    for phrase in phrases:
        words = phrase.split()
        found |= {" ".join(words[i : i + 2]) for i in range(0, len(words) - 1, 2)}
    return tuple(sorted(found))


def _types(standards: Iterable[Standard]) -> dict[str, TypeName]:
    found: dict[str, TypeName] = {}
    for standard in standards:
        for slug, kind in standard.types.items():
            if not kind.dispatch:
                found.setdefault(plain(kind.name), TypeName(plain(kind.name), {})).slugs[standard.name] = slug
    return found


def _codes(standards: Iterable[Standard]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for standard in standards:
        for slug, kind in standard.types.items():
            for code in (kind.code, *kind.other_codes):
                if code:
                    found.setdefault(code.casefold(), {}).setdefault(standard.name, slug)
    return found


def _authority(standards: Iterable[Standard], others: Iterable[str], behind: str) -> re.Pattern[str]:
    """``TM.``, ``T/M``, ``TM`` … : the letters of the marks, those of ``others`` too, with or without signs between them."""
    marks = set(others)
    for standard in standards:
        forms = standard.signature
        for form in (forms.on_behalf_of, forms.deputy_for, forms.by_order_of, forms.authorised_by):
            if form is not None:
                marks.add(letters_only(plain(form.pattern.partition("{")[0])))
    spelt = "|".join(r"\s*[./]?\s*".join(mark) for mark in sorted(marks, key=len, reverse=True))
    return re.compile(rf"(?:{spelt}){behind}")
