"""What one line of plain text is by its own words."""

from __future__ import annotations

import re
from functools import lru_cache

from docgen.reading.headlines import is_motto, is_party_title, is_slogan, is_star
from docgen.reading.numbers import is_number, is_place_date
from docgen.reading.numerals import Opening, read_opening
from docgen.reading.signatures import is_family
from docgen.reading.words import Words, load_words
from docgen.recovery.plain_lines import Line
from docgen.standards import load_standard, standard_names

_APOSTROPHES = dict.fromkeys(map(ord, "'’"))
_BARE = re.compile(r"[\s:.]+$")
_LONG = 160
#: the label of a number in a head; a web page writes its own ("Số hiệu")
_NUMBER = re.compile(r"s(?!o\s+(?:ky\s+)?hieu)")


@lru_cache(maxsize=1)
def alphabet() -> str:
    """The letters that count points, those of all rule sets."""
    return max((load_standard(name).letters.use for name in standard_names()), key=len)


def kind_of(line: Line) -> str:
    """The component of a head that a line is, ``line`` for a drawn one, empty where its words do not tell."""
    known, words = load_words(), line.words
    if line.is_rule:
        return "line"
    if is_star(words):
        return "star"
    if len(words) > _LONG:
        return ""
    if is_motto(words, known):
        return "motto"
    if is_slogan(words, known):
        return "slogan"
    if is_party_title(words, known) and (line.is_capital or line.is_bold):
        return "party_title"
    if is_number(words) and _NUMBER.match(words):
        return "number"
    if known.about.match(words) and not line.is_capital:
        return "abstract_dispatch"
    if len(words) <= 40 and known.drafts.match(words):
        return "draft_mark"
    bare = words.strip(" .()[]")
    if any(bare in known.own[component] for component in ("urgency", "secrecy", "circulation")):
        return "stamp"
    return "place_date" if is_place_date(words) else ""


def is_type(line: Line, known: Words) -> bool:
    """Whether a line is the name of a type, alone and in capitals or bold."""
    bare = _BARE.sub("", line.words)
    legal = bare in known.own["legal_types"]
    return (bare in known.types or legal) and (line.is_capital or line.is_bold)


def is_base(line: Line) -> bool:
    """Whether a line opens as a base."""
    return load_words().bases.match(line.words) is not None


def opens_foot(line: Line) -> bool:
    """Whether a line begins with the label of the recipients."""
    known = load_words()
    return known.recipients.match(line.words) is not None or known.recipients_begun.match(line.words) is not None


def is_office(line: Line) -> bool:
    """Whether a line is one of a signature: an office or a mark of authority, in capitals."""
    known = load_words()
    return line.is_capital and len(line.words) < 90 and bool(known.authority.match(line.words) or known.offices.match(line.words))


def is_appendix(line: Line) -> bool:
    """Whether a line is the label of an appendix."""
    known = load_words()
    return len(line.words) < 60 and known.appendix.match(line.words) is not None and (line.is_capital or len(line.words) < 20)


def is_form(line: Line) -> bool:
    """Whether a line is the label of an appendix or a form: what stands below it may be a pattern to fill in."""
    known = load_words()
    labelled = len(line.words) < 60 and line.words.startswith(known.labels)
    return labelled and bool(known.appendix.match(line.words) or known.form.match(line.words))


def is_decision(line: Line) -> bool:
    """Whether a line is the word of a decision."""
    return line.is_capital and "".join(c for c in line.words if c.isalpha()) in load_words().decisions


def is_name(line: Line) -> bool:
    """Whether a line is a person's name, with or without a rank before it."""
    known, words = load_words(), line.words
    rank = next((r for r in known.own["ranks"] if words.startswith((f"{r} ", f"{r}. ", f"{r}."))), "")
    bare, own = words[len(rank) :].strip(" .").split(), line.text.split()
    if not 2 <= len(bare) <= 6 or not all(word.translate(_APOSTROPHES).isalpha() for word in bare):
        return False
    if not is_family(bare[0], known) or not all(word[:1].isupper() for word in own[-len(bare) :]):
        return False
    # an office in capitals and a name behind it are no name
    return len({word.isupper() for word in own[-len(bare) :] if len(word.translate(_APOSTROPHES)) > 1}) == 1


def opens(line: Line) -> bool:
    """Whether a line begins with something that no line of running text begins with: a number, a dash, a label, a base."""
    if line.is_rule or is_star(line.words) or opens_foot(line):
        return True
    known, small = load_words(), line.text[:1].islower()
    if is_motto(line.words, known) or is_slogan(line.words, known) or is_appendix(line) or is_decision(line):
        return True
    if not small and (is_base(line) or known.addressing.match(line.words)):
        return True
    found = opening_of(line)
    return found is not None and not (small and found.level in ("article", "part", "division"))


def opening_of(line: Line) -> Opening | None:
    """The number or list mark that a line begins with."""
    return read_opening(line.text, 0, alphabet())
