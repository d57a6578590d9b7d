"""Faults of a Word package that Word hides or repairs in silence, and that decide how far its look can be judged."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from docgen.checking.suppressing import about_docgen
from docgen.problems import Level, Message, Place, Problem, msg

if TYPE_CHECKING:
    from docgen.ooxml.opening import Package

STYLES = "styles"
MISSING = "DG005"
CIRCULAR = "DG006"
_LINKS = "links"
#: parts that decide how a document looks or what it says; what else is missing (a picture, a thumbnail) changes no finding
_NEEDED = frozenset({STYLES, "numbering", "theme", "settings", "header", "footer", "footnotes", "endnotes"})


class Flaws(NamedTuple):
    """What is wrong with the package; ``blind``: why nothing can be said of how the document looks; it is not judged then."""

    problems: tuple[Problem, ...] = ()
    blind: Message | None = None


def find_flaws(package: Package, path: str) -> Flaws:
    """Parts that are named and not there, and styles that are based on themselves. Raises ``DocgenError``."""
    gone = {r.part: r.kind for r in package.relationships(package.main) if _is_gone(package, r.kind, r.part)}
    folder, base = posixpath.split(package.main)
    links = posixpath.join(folder, "_rels", f"{base}.rels")
    if links not in package and posixpath.join(folder, "styles.xml") in package:
        gone[links] = _LINKS
    blind = msg("The styles are missing.") if {STYLES, _LINKS} & set(gone.values()) else None
    problems = [_tell_gone(part or "", kind, path) for part, kind in sorted(gone.items(), key=str)]
    problems += [_tell_circle(circle, path) for circle in _circles(package)]
    return Flaws(tuple(problems), blind)


def _is_gone(package: Package, kind: str, part: str | None) -> bool:
    return kind in _NEEDED and part is not None and part not in package


def _tell_gone(part: str, kind: str, path: str) -> Problem:
    what = msg("The file names the part “{part}”, but the part is missing.", part=part)
    remedy = msg("Open it in Word, let Word repair it and save it; or take an older copy of the file.")
    if kind == STYLES:
        what = msg(
            "The part “{part}” with the styles is missing. How the document looks is unknown: it was not checked.", part=part
        )
    elif kind == _LINKS:
        what = msg(
            "The part “{part}”, which leads to the styles, is missing. How the document looks is unknown: it was not checked.",
            part=part,
        )
    detail = about_docgen(MISSING, "thieu-phan-tep", part)
    return Problem(MISSING, what, remedy, Place(path, pointer=part), Level.WARNING, None, detail)


def _tell_circle(circle: tuple[str, ...], path: str) -> Problem:
    what = msg("The style “{style}” is based on itself.", style=circle[0])
    if len(circle) > 1:
        what = msg("These styles are based on each other in a circle: {styles}.", styles=", ".join(circle))
    remedy = msg("In Word, modify the style and choose another one (or no style) under “Style based on”.")
    detail = about_docgen(CIRCULAR, "kieu-dua-vong", " ".join(circle))
    return Problem(CIRCULAR, what, remedy, Place(path), Level.WARNING, None, detail)


def _circles(package: Package) -> Iterator[tuple[str, ...]]:
    """The names of styles that lead back to themselves by what they are based on, circle by circle."""
    base: dict[str, str] = {}
    part = next(iter(package.related(package.main, STYLES)), None)
    if part is None:
        return
    root = package.xml(part)
    space = root.tag.rpartition("}")[0] + "}"
    value, called, own_id = f"{space}val", f"{space}name", f"{space}styleId"
    for based in root.iter(f"{space}basedOn"):
        style = based.getparent()
        if style is not None and (own := style.get(own_id)):
            base.setdefault(own, based.get(value, ""))
    done: set[str] = set()
    for first in base:
        way: list[str] = []
        at = first
        while at in base and at not in done and at not in way:
            way.append(at)
            at = base[at]
        if at in way:
            circle = way[way.index(at) :]
            named = {s.get(own_id): n.get(value) for s in root for n in s.iterchildren(called)}
            yield tuple(named.get(one) or one for one in circle)
        done.update(way)
