"""What the rules on properties say to people."""

from __future__ import annotations

from docgen.checks.property_codes import Property
from docgen.problems import Message, msg
from docgen.standards.facts import Fact
from docgen.standards.model import Component

_YES_NO = {
    Property.BOLD: (msg("bold"), msg("not bold")),
    Property.ITALIC: (msg("italic"), msg("upright")),
}
_CASES = {"upper": msg("capitals"), "sentence": msg("small letters")}
_ALIGNS = {
    "left": msg("left-aligned"),
    "center": msg("centred"),
    "right": msg("right-aligned"),
    "both": msg("justified"),
}
_UNDERLINES = {"none": msg("not underlined"), "words": msg("underlined")}


def fact_of(component: Component, kind: Property) -> Fact[object] | None:
    """The fact of ``component`` that a rule of ``kind`` compares with; ``None`` where the rule set says nothing."""
    found: object = component.exact or component.line if kind is Property.LINE else getattr(component, _FIELDS[kind])
    return found if isinstance(found, Fact) else None


_FIELDS = {
    Property.WORDS: "text",
    Property.SIZE: "size",
    Property.BOLD: "bold",
    Property.ITALIC: "italic",
    Property.CAPITALS: "case",
    Property.ALIGN: "align",
    Property.INDENT: "indent",
    Property.BEFORE: "before",
    Property.UNDERLINE: "underline",
}


def say_expected(fact: Fact[object], kind: Property, exact: bool = False) -> str | Message:
    """What ``fact`` wants, short: ``13–14 pt``, bold, centred. ``exact``: line spacing in points."""
    if kind in _YES_NO:
        yes, no = _YES_NO[kind]
        return yes if fact.use else no
    if kind is Property.CAPITALS:
        return _CASES[str(fact.use)]
    if kind is Property.ALIGN:
        return _ALIGNS[str(fact.use)]
    if kind is Property.UNDERLINE:
        return _UNDERLINES[str(fact.use)]
    if kind is Property.LINE:
        return msg("exactly {points} pt", points=fact.describe()) if exact else f"×{fact.describe()}"
    if kind is Property.INDENT:
        return f"{fact.describe()} mm"
    return fact.describe() if kind is Property.WORDS else f"{fact.describe()} pt"


def say_wrong(kind: Property, label: str, actual: str | Message, count: int) -> Message:
    """What is wrong with the component called ``label``, in ``count`` paragraphs."""
    if count == 1:
        return _say_wrong_once(kind, label, actual)
    match kind:
        case Property.SIZE:
            return msg("{label}: letters of {actual} in {count} paragraphs.", label=label, actual=actual, count=count)
        case Property.CAPITALS | Property.WORDS:
            return msg("{label}: written “{actual}”, in {count} paragraphs.", label=label, actual=actual, count=count)
        case Property.LINE:
            return msg("{label}: line spacing {actual} in {count} paragraphs.", label=label, actual=actual, count=count)
        case Property.INDENT:
            return msg("{label}: first line at {actual} in {count} paragraphs.", label=label, actual=actual, count=count)
        case Property.BEFORE:
            return msg(
                "{label}: {actual} below the paragraph above, in {count} paragraphs.", label=label, actual=actual, count=count
            )
        case _:
            return msg("{label}: {actual} in {count} paragraphs.", label=label, actual=actual, count=count)


def _say_wrong_once(kind: Property, label: str, actual: str | Message) -> Message:
    match kind:
        case Property.SIZE:
            return msg("{label}: letters of {actual}.", label=label, actual=actual)
        case Property.CAPITALS | Property.WORDS:
            return msg("{label}: written “{actual}”.", label=label, actual=actual)
        case Property.LINE:
            return msg("{label}: line spacing {actual}.", label=label, actual=actual)
        case Property.INDENT:
            return msg("{label}: first line at {actual}.", label=label, actual=actual)
        case Property.BEFORE:
            return msg("{label}: {actual} below the paragraph above.", label=label, actual=actual)
        case _:
            return msg("{label}: {actual}.", label=label, actual=actual)


def say_remedy(kind: Property, expected: str | Message) -> Message:
    """What to do."""
    match kind:
        case Property.SIZE:
            return msg("Set it in {expected}.", expected=expected)
        case Property.CAPITALS:
            return msg("Write it in {expected}.", expected=expected)
        case Property.ALIGN:
            return msg("Set the paragraph {expected}.", expected=expected)
        case Property.LINE:
            return msg("Set the line spacing to {expected}.", expected=expected)
        case Property.INDENT:
            return msg("Set the first-line indent to {expected}.", expected=expected)
        case Property.BEFORE:
            return msg("Set the space before the paragraph to {expected}.", expected=expected)
        case Property.WORDS:
            return msg("Write {expected}.", expected=expected)
        case _:
            return msg("Set it {expected}.", expected=expected)


def say_asks(kind: Property, label: str, expected: str | Message) -> Message:
    """What the rule wants, for the list of rules."""
    match kind:
        case Property.SIZE:
            return msg("{label} is set in letters of {expected}.", label=label, expected=expected)
        case Property.CAPITALS:
            return msg("{label} is written in {expected}.", label=label, expected=expected)
        case Property.LINE:
            return msg("{label} has a line spacing of {expected}.", label=label, expected=expected)
        case Property.INDENT:
            return msg("The first line of {label} is indented by {expected}.", label=label, expected=expected)
        case Property.BEFORE:
            return msg("{label} stands {expected} below the paragraph above.", label=label, expected=expected)
        case Property.WORDS:
            return msg("{label} reads {expected}.", label=label, expected=expected)
        case _:
            return msg("{label} is {expected}.", label=label, expected=expected)


def say_example(fact: Fact[object], kind: Property, exact: bool = False) -> str:
    """What ``fact`` wants as it stands beside an example, in the language of the documents."""
    match kind:
        case Property.BOLD:
            return "đậm" if fact.use else "không đậm"
        case Property.ITALIC:
            return "nghiêng" if fact.use else "đứng"
        case Property.CAPITALS | Property.ALIGN | Property.UNDERLINE:
            return _EXAMPLES[str(fact.use)]
        case Property.LINE:
            return f"giãn dòng {'đúng ' if exact else ''}{fact.describe()}{' pt' if exact else ''}"
        case Property.INDENT:
            return f"lùi {fact.describe()} mm"
        case Property.BEFORE:
            return f"cách đoạn trên {fact.describe()} pt"
        case Property.WORDS:
            return fact.describe()
        case Property.SIZE:
            return f"cỡ {fact.describe()}"


_EXAMPLES = {
    "upper": "chữ in hoa",
    "sentence": "chữ in thường",
    "left": "căn trái",
    "center": "căn giữa",
    "right": "căn phải",
    "both": "căn đều hai bên",
    "none": "không gạch chân",
    "words": "có gạch chân",
}
