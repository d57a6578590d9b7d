"""What a rule set writes by itself and an author therefore never types: numbers, end marks, abbreviations of authority."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache

from docgen.document.text import Text, parse_inline
from docgen.standards import Standard, load_standard, standard_names

#: signs with which a text may end that the rule set may put there itself, and all of them at the end of a text
END_SIGNS = (".", ",", ";", ":")
END_MARK = re.compile(r"(?:\./\.|[.,;:]+)$")
_NUMERALS = {"roman": "[IVX]{1,6}", "arabic": r"\d{1,2}(?:\.\d{1,2})*", "letter": "[a-zđ]"}
_TAIL = re.compile(r"[.)]$")
_INLINE_MARKS = re.compile(r"[*_]*")


@dataclass(frozen=True)
class Marks:
    """The patterns of one rule set.

    ``numbered`` matches a number, letter or dash at the beginning of a text, ``authority`` an abbreviation of authority there.
    """

    numbered: re.Pattern[str]
    authority: re.Pattern[str]
    text_ends: tuple[str, ...]


@dataclass(frozen=True)
class _RuleSet:
    """A rule set as a key of the cache: its fingerprint says all of it."""

    fingerprint: str
    standard: Standard = field(compare=False)


def marks_of(standard: Standard) -> Marks:
    """The patterns of ``standard``."""
    return _marks(_RuleSet(standard.fingerprint, standard))


@lru_cache(maxsize=16)
def _marks(rules: _RuleSet) -> Marks:
    standard = rules.standard
    numbers = [_number(entry.numeral, entry.pattern) for entry in standard.numbering.values() if _TAIL.search(entry.pattern)]
    dashes = [_literal(mark) for mark in (*standard.list_marks.use, "–", "•")]
    numbered = re.compile(rf"(?:{'|'.join(dict.fromkeys((*numbers, *dashes)))})\s+(?![A-ZĐ]\.)")
    forms = standard.signature
    patterns = [forms.on_behalf_of, forms.deputy_for, forms.by_order_of, forms.acting, forms.authorised_by]
    letters = [re.sub(r"[^A-Z]", "", p.pattern.partition("{")[0]) for p in patterns if p is not None]
    authority = re.compile("|".join(_abbreviation(word) for word in letters if word))
    ends = tuple(dict.fromkeys(e for e in (standard.text_end.use,) if len(e) > 1))
    return Marks(numbered, authority, ends or ("./.",))


def typed_number(marks: Marks, text: str) -> str | None:
    """The number, letter or dash with which ``text`` begins, ``None`` when it begins with words."""
    found = marks.numbered.match(text)
    return found[0].strip() if found else None


def read_escaped_number(source: str, origin: str) -> Text | None:
    """``source``, whose backslash says that its first words are no number (``\\I. Newton``); ``None`` without such a backslash.

    Inline marks may stand before the backslash.
    """
    at = _count_marks(source)
    if source[at : at + 1] != "\\":
        return None
    if source[at + 1 : at + 2] in ("*", "_"):
        return parse_inline(source, origin)
    text = parse_inline(source[:at] + source[at + 1 :], origin)
    return text if _any_number().match(text.plain) else None


def escape_number(source: str, plain: str) -> str:
    """``source`` (inline marks and all) so that its words ``plain`` are not taken for a number of any rule set."""
    at = _count_marks(source)
    if source[at : at + 1] == "\\" or not _any_number().match(plain):
        return source
    return f"{source[:at]}\\{source[at:]}"


def typed_authority(marks: Marks, text: str) -> str | None:
    """The abbreviation of authority with which ``text`` begins."""
    found = marks.authority.match(text)
    return found[0].strip() if found else None


def _count_marks(source: str) -> int:
    found = _INLINE_MARKS.match(source)
    return found.end() if found else 0


@cache
def _any_number() -> re.Pattern[str]:
    # of all rule sets, so that a spec need not be written anew when its rule set changes
    return re.compile("|".join(dict.fromkeys(marks_of(load_standard(name)).numbered.pattern for name in standard_names())))


def _number(numeral: str, pattern: str) -> str:
    own = _NUMERALS[numeral]
    body = pattern.replace("{parent}.{n}", "{n}")
    words = "".join(own if piece == "{n}" else _literal(piece) for piece in re.split(r"(\{n\})", _TAIL.sub("", body)))
    # authors write other signs behind their own numbers as well: "1/ ", "I- ", "a. "
    return words + "[.)/:-]"


def _literal(text: str) -> str:
    """``text`` for a pattern; not ``re.escape``, because the JSON Schema shows the pattern to editors that know fewer escapes."""
    return re.sub(r"([\\.^$*+?{}\[\]|()])", r"\\\1", text)


def _abbreviation(letters: str) -> str:
    spelled = "[./]?".join(letters)
    return rf"{spelled}[./]\s*|{spelled}\s+" if len(letters) > 1 else rf"{spelled}[./]\s*"
