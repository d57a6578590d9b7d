"""Numbers of a rule set that must fit together: sizes of letters, sets of sizes, widths of columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from docgen.problems import msg
from docgen.standards.facts import Fact
from docgen.standards.faults import Fault, at, group_at, items_in, number_in, texts_in, unknown
from docgen.standards.merging import Path


def check_measures(data: Any) -> Iterator[Fault]:
    """What is wrong with the numbers of a rule set given as plain data."""
    yield from _check_sizes(data)
    yield from _check_sets(data)
    yield from _check_widths(data)


def _check_sizes(data: Any) -> Iterator[Fault]:
    """Font sizes that Word can set, line distances that are some."""
    for name, component in group_at(data, "components").items():
        for field in ("size", "line", "exact"):
            for key in ("use", "min"):
                value = number_in(at(component, field, key))
                path = ("components", name, field, key)
                if value == 0:
                    yield Fault((path,), msg("0 is too small."), msg("Give a number above 0."), "standard-number")
                elif value is not None and field == "size" and (2 * value) % 1:
                    remedy = msg("Word knows sizes in whole and half points.")
                    yield Fault((path,), msg("{value} pt is no size of letters.", value=f"{value:g}"), remedy, "standard-number")


def _check_sets(data: Any) -> Iterator[Fault]:
    """Sizes that go up and down together (head.sets), the smaller ones among them (head.smaller_set)."""
    names, clause = texts_in(at(data, "head", "set_of")), at(data, "head", "sets", "clause")
    for k, name in enumerate(names):
        if name not in group_at(data, "components"):
            yield unknown(("head", "set_of", k), name, group_at(data, "components"))
    rows = [[number_in(size) for size in items_in(row)] for row in items_in(at(data, "head", "sets", "use"))]
    smaller = [number_in(size) for size in items_in(at(data, "head", "smaller_set", "use"))]
    facts = [at(data, "components", name, "size") for name in names]
    chosen = [number_in(at(fact, "use")) for fact in facts]
    paths = tuple(("components", name, "size", "use") for name in names)
    allowed = " / ".join("–".join(f"{size:g}" for size in row if size is not None) for row in rows)
    for path, row in ((("head", "sets"), rows), (("head", "smaller_set"), [smaller] if smaller else [])):
        if any(len(sizes) != len(names) for sizes in row):
            what = msg("A set gives one size for each of: {names}.", names=", ".join(names))
            yield Fault(((*path, "use"),), what, msg("Give as many sizes as there are names."), "standard-set")
            return
    if rows and None not in chosen and chosen not in rows and all(map(_is_sound, facts)):
        shown = "–".join(f"{size:g}" for size in chosen if size is not None)
        listed = ", ".join(names)
        what = msg("The sizes {shown} of {names} do not go together ({clause}).", shown=shown, names=listed, clause=clause)
        # the set that is nearest says who is to blame
        nearest = min(rows, key=lambda row: sum(a != b for a, b in zip(row, chosen, strict=True)))
        paths = tuple(path for path, a, b in zip(paths, nearest, chosen, strict=True) if a != b) + paths
        yield Fault(paths, what, msg("Choose sizes that stand together: {allowed}.", allowed=allowed), "standard-set")
    if smaller and rows and smaller not in rows:
        what = msg("The smaller set is none of the sets.")
        yield Fault((("head", "smaller_set", "use"),), what, msg("Use one of: {allowed}.", allowed=allowed), "standard-set")
    for name, fact, size in zip(names, facts, smaller, strict=False):
        if size is not None and not allows(fact, size):
            what = msg("The smaller set gives {name} {size} pt, which its own entry does not allow.", name=name, size=f"{size:g}")
            yield Fault((("head", "smaller_set", "use"),), what, msg("Correct one of the two."), "standard-set")


def allows(fact: Any, size: float) -> bool:
    """Whether a fact given as plain data allows ``size``; a broken one allows anything."""
    try:
        return Fact[float].model_validate(fact).allows(size)
    except ValidationError:
        return True


def _is_sound(fact: Any) -> bool:
    try:
        Fact[float].model_validate(fact)
    except ValidationError:
        return False
    return True


def _check_widths(data: Any) -> Iterator[Fault]:
    """Both columns of head and foot find room between the margins."""
    width, left, right = (number_in(at(data, "page", name, "use")) for name in ("width", "left", "right"))
    if width is None or left is None or right is None:
        return
    text = width - left - right
    for part in ("head", "foot"):
        column, gutter = (number_in(at(data, part, name, "use")) for name in ("right", "gutter"))
        if column is not None and gutter is not None and column + gutter >= text:
            entry, room = f"{part}.right", f"{text:g}"
            what = msg("{entry} leaves no room for the left column: the text is {room} mm wide.", entry=entry, room=room)
            paths: tuple[Path, ...] = tuple((part, name, "use") for name in ("right", "gutter"))
            remedy = msg("Make the column or the margins narrower.")
            yield Fault((*paths, ("page", "left", "use"), ("page", "right", "use")), what, remedy, "standard-width")
