"""Whether the entries of a rule set fit together: names that must exist and be complete, forms of words, numbers.

Works on nested plain data in the long form, not on the typed objects, so that one run also tells of a file that is broken
elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from docgen.problems import msg
from docgen.standards.faults import Fault, at, group_at, lacking, texts_in, unknown
from docgen.standards.forms import check_form, check_forms
from docgen.standards.measures import check_measures
from docgen.standards.merging import Path
from docgen.standards.model import Titles
from docgen.standards.names import COMPONENTS, FIXED_WORDS, HEAD_PARTS, LEVELS, MARKS, REQUIRED_COMPONENTS


def find_faults(data: Any) -> Iterator[Fault]:
    """What does not fit together in a rule set, given as nested plain data in its long form; broken parts are passed over."""
    yield from _check_components(data)
    yield from _check_head(data)
    yield from _check_marks(data)
    yield from _check_numbering(data)
    yield from _check_types(data)
    yield from check_forms(data)
    yield from check_measures(data)


def _check_components(data: Any) -> Iterator[Fault]:
    components = group_at(data, "components")
    if not components:
        return
    for name in components:
        if name not in COMPONENTS:
            yield unknown(("components", name), name, COMPONENTS)
    for name in sorted(REQUIRED_COMPONENTS - components.keys()):
        yield lacking(("components", name))
    for name in sorted(FIXED_WORDS & components.keys()):
        if isinstance(components[name], dict) and "text" not in {k for k, v in components[name].items() if v is not None}:
            yield lacking(("components", name, "text"))


def _check_head(data: Any) -> Iterator[Fault]:
    components, order = group_at(data, "components"), at(data, "order")
    if not isinstance(order, list | tuple):
        return
    places = [
        (("order", i, side, k), name)
        for i, row in enumerate(order)
        for side in ("left", "right")
        for k, name in enumerate(texts_in(at(row, side)))
    ]
    seen = Counter(name for _, name in places)
    for path, name in places:
        if components and name not in components:
            yield unknown(path, name, components)
        elif seen[name] > 1:
            what = msg("{name} stands in the head twice.", name=name)
            yield Fault((path,), what, msg("Leave one of the two."))
            seen[name] = 1
    for name in sorted(HEAD_PARTS - seen.keys()):
        what = msg("{name} has no place in the head.", name=name)
        yield Fault((("order",),), what, msg("Name it in a row of `order`."), "standard-missing")


def _check_marks(data: Any) -> Iterator[Fault]:
    marks = group_at(data, "marks")
    for name in marks:
        if name not in MARKS:
            yield unknown(("marks", name), name, MARKS)
    for name in sorted(MARKS - marks.keys()) if marks else ():
        yield lacking(("marks", name))


def _check_numbering(data: Any) -> Iterator[Fault]:
    numbering, components = group_at(data, "numbering"), group_at(data, "components")
    known = LEVELS | {"appendix"}
    for name, form in numbering.items():
        if name not in known:
            yield unknown(("numbering", name), name, known)
        elif components and name != "appendix" and name not in components:
            yield unknown(("numbering", name), name, components)
        path = ("numbering", name, "pattern")
        yield from check_form(at(form, "pattern"), path, ("n",), ("parent", "word"))
        if "{word}" in str(at(form, "pattern")) and not texts_in(at(form, "words")):
            yield lacking(("numbering", name, "words"))
    if numbering and "appendix" not in numbering:
        yield lacking(("numbering", "appendix"))


def _check_types(data: Any) -> Iterator[Fault]:
    numbering, components = group_at(data, "numbering"), group_at(data, "components")
    for slug, kind in group_at(data, "types").items():
        for field in ("levels", "article_levels"):
            levels = texts_in(at(kind, field))
            for k, level in enumerate(levels):
                path: Path = ("types", slug, field, k)
                if (numbering and level not in numbering) or (components and level not in components):
                    yield unknown(path, level, numbering.keys() & components.keys())
                elif level in levels[:k]:
                    yield Fault((path,), msg("Level {level} is named twice.", level=level), msg("Leave one of the two."))
                elif "{word}" in str(at(numbering, level, "pattern")):
                    what = msg("Level {level} is numbered with a word, which docgen does not lay out yet.", level=level)
                    yield Fault((path,), what, msg("Leave it out of the levels."))
                elif k == 0 and "{parent}" in str(at(numbering, level, "pattern")):
                    what = msg("Level {level} carries the number above it, but it is the first level here.", level=level)
                    remedy = msg("Put another level before it, or take {name} out of its pattern.", name="{parent}")
                    yield Fault((path,), what, remedy)
        if str(at(kind, "unit")).lower() == "true" and "{unit}" not in str(at(data, "number_line", "dispatch")):
            what = msg(
                "The number of {type} is to name the drafting unit, but number_line.dispatch has no {name}.",
                type=slug,
                name="{unit}",
            )
            yield Fault(
                (("types", slug, "unit"), ("number_line", "dispatch")), what, msg("Correct one of the two."), "standard-form"
            )
        for name in group_at(kind, "titles"):
            if name not in Titles.model_fields:
                yield unknown(("types", slug, "titles", name), name, Titles.model_fields)
        if at(kind, "decision_word"):
            for name in ("authority", "decision_word"):
                if components and name not in components:
                    what = msg("A type with a decision word needs the component {name}.", name=name)
                    remedy = msg("Describe it under `components`.")
                    yield Fault((("types", slug, "decision_word"),), what, remedy, "standard-missing")
