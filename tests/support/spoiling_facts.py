"""The faults that the fact files know of: every value that a row forbids, a step outside each of its bounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.corpus.mutants_properties import COMPONENTS, DIGITS
from tests.corpus.sheet import facts_of
from tests.facts.facts import Row, Span
from tests.support.spoiling import Book, Change, Element, Set, recase, words_of
from tests.support.spoiling_hosts import HOSTS
from tests.support.spoiling_inserted import INSERTED, file_of

#: what rules of their own judge: (component, property) → their code; where a rule set has none, that of the component holds
_OWN_RULES = {
    ("motto", "case"): "TT201",
    ("slogan", "case"): "TT202",
    ("motto", "line_auto"): "TT203",
    ("slogan", "line_auto"): "TT203",
    ("party_title", "case"): "TT224",
    ("body", "bold"): "TT412",
    ("body", "italic"): "TT414",
    ("list_item", "italic"): "TT414",
    ("recipients_label", "case"): "TT607",
    ("addressee_label", "case"): "TT613",
    ("sign_name", "case"): "TT503",
}
_OWN_RULES_OF = {
    "nd30": {("appendix_label", "case"): "TT701"},
    "hd05": {("sign_title", "bold"): "TT504"},
    "hd36": {("sign_title", "bold"): "TT504"},
}
#: rows of letters that nothing could be told of: text may be all short forms of bodies; the number has rules for its parts
_UNTOLD = {(name, "case") for name in ("number", "body", "base", "addressee", "recipient", "drafter")}
#: rows that only a file of that kind shows alone: elsewhere label and name share a line
_SHOWN_BY = {"addressee_label": "cong-van", "addressee": "cong-van"}
#: faults that none of the rules may tell: (rule set, component, fault)
_NO_FAULT = {
    # the act names no level I. or I-; whether custom sets its title in italics is the author's choice
    ("hd05", "section", "italic"),
    # letters below 8 pt behind the list are the drafter's by everybody's habit
    ("hd36", "drafter", "smaller"),
}
_OTHER = {"center": "left", "left": "right", "both": "left"}
#: words before a title, which are no part of it
_NUMBERED = ("section", "article", "clause", "subclause", "point", "appendix_label", "part_label")


@dataclass(frozen=True)
class Fault:
    """``code``: the rule that must say so, at the ``nth`` ``component`` of the file ``host``; ``what``: the fault."""

    code: str
    host: str
    component: str
    nth: int
    what: str
    change: Change

    @property
    def name(self) -> str:
        """For tests: unique."""
        return f"{self.code}-{self.host}-{self.component}-{self.what}"


def property_faults() -> Iterator[Fault]:
    """Those of every row about the look of a component; of 36-HD/VPTW the rows that differ from its successor's."""
    for standard in ("nd30", "hd05", "hd36"):
        for (component, prop), row in facts_of(standard).items():
            known = component in COMPONENTS and prop in DIGITS and (component, prop) not in _UNTOLD
            if not known or (standard == "hd36" and facts_of("hd05").get((component, prop)) == row):
                continue
            if prop == "space_between_pt" and (component, "gap_before_pt") in facts_of(standard):
                continue
            code = _OWN_RULES_OF[standard].get((component, prop)) or _OWN_RULES.get((component, prop))
            yield from _faults_of(standard, component, prop, row, code or f"DD{COMPONENTS[component]}{DIGITS[prop]}")


def _faults_of(standard: str, component: str, prop: str, row: Row, code: str) -> Iterator[Fault]:
    changes = list(_changes(standard, component, prop, row))
    if changes:
        host, nth = _place(standard, component, prop)
        for what, change in changes:
            if (standard, component, what) in _NO_FAULT:
                continue
            yield Fault(code, host, component, nth, what, change)


def _place(standard: str, component: str, prop: str) -> tuple[str, int]:
    """A file and a line in it on which the fault shows: a long one where it must be, one with a line above for a gap."""
    for name in (*HOSTS, *INSERTED):
        if not name.startswith(standard) or not name.endswith(_SHOWN_BY.get(component, "")):
            continue
        book = Book(file_of(name))
        texts = [words_of(book.find(component, i)) for i in range(len(book.places(component)))]
        if component == "body":
            # one that goes on with a list may be a title
            texts = [text if text.endswith(".") else "" for text in texts]
        if any(texts):
            if prop == "align" or component == "body":
                return name, max(range(len(texts)), key=lambda i: len(texts[i]))
            return name, len(texts) - 1 if prop in ("gap_before_pt", "space_between_pt") else 0
    raise AssertionError(f"no file shows {component} under {standard}")


def _changes(standard: str, component: str, prop: str, row: Row) -> Iterator[tuple[str, Change]]:
    low, high = _bounds(row)
    if prop == "size_pt":
        yield "smaller", Set("size", low - 1)
        yield "larger", Set("size", high + 1)
    elif prop in ("bold", "italic", "underline"):
        if row.given.startswith("="):
            yield f"{'no-' if row.text == 'yes' else ''}{prop}", Set(prop, row.text == "no")
    elif prop == "case":
        skip = 2 if component in ("article", "appendix_label", "part_label") else 1 if component in _NUMBERED else 0
        if component == "abstract_dispatch" and standard == "nd30":
            # V/v keeps its letters
            skip = 1
        if row.text == "upper":
            yield "small", recase(str.capitalize, skip)
        elif component in ("appendix_label", "part_label"):
            yield "capitals", recase(str.upper)
        else:
            yield "capitals", recase(str.upper, skip)
    elif prop == "align":
        yield _OTHER[row.text], _flush if component == "addressee_label" else Set("align", _OTHER[row.text])
    elif prop == "line_auto":
        yield "wide", Set("line", high + 0.4)
        if low != high:
            yield "narrow", Set("line", low - 0.2)
    elif prop == "line_exact_pt":
        yield "narrow", Set("exact", low - 2)
        if high < 1000:
            yield "wide", Set("exact", high + 4)
    elif prop == "indent_first_mm":
        yield "none", Set("indent", 0)
        yield "deep", Set("indent", high + 7)
    else:
        yield "near", Set("before", low / 2)


def _flush(paragraph: Element) -> None:
    """At the left margin: docgen moves the label of several addressees to the middle by an indent."""
    Set("align", "left")(paragraph)
    Set("left", 0)(paragraph)


def _bounds(row: Row) -> tuple[float, float]:
    given = row.allowed
    if isinstance(given, Span):
        return given.low, min(given.high, 1000)
    numbers = sorted(float(one) for one in given if one.replace(".", "", 1).isdecimal())
    return (numbers[0], numbers[-1]) if numbers else (0, 0)
