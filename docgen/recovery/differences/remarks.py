"""What people put beside the text: comments, tracked changes, bookmarks of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from docgen.ooxml.measures import attribute
from docgen.ooxml.opening import Package
from docgen.ooxml.properties import LOCAL, words
from docgen.problems import Message, msg
from docgen.recovery.differences.aligning import align
from docgen.recovery.differences.model import Difference, Kind, Spot
from docgen.recovery.differences.spots import shorten

_TRACKED = words("ins del moveFrom moveTo rPrChange pPrChange sectPrChange tblPrChange trPrChange tcPrChange cellIns cellDel")
_OFFICE_BOOKMARKS = ("_", "OLE_LINK")


class Comment(NamedTuple):
    """Who said what."""

    author: str
    text: str


def compare_remarks(old: Package, new: Package) -> Iterator[Difference]:
    """Comments added and removed, bookmarks."""
    ours, theirs = _read_comments(old), _read_comments(new)
    pairs = align(ours, theirs)
    left, right = {i for i, _ in pairs}, {j for _, j in pairs}
    for number, one in enumerate(ours):
        if number not in left:
            what = msg("comment removed: {author}: “{text}”", author=one.author, text=shorten(one.text))
            yield Difference(Kind.COMMENT, what, "document", Spot(old.main), None, "comment", one.text)
    for number, one in enumerate(theirs):
        if number not in right:
            what = msg("comment added: {author}: “{text}”", author=one.author, text=shorten(one.text))
            yield Difference(Kind.COMMENT, what, "document", None, Spot(new.main), "comment", "", one.text)
    marks, others = _read_bookmarks(old), _read_bookmarks(new)
    for name in sorted(marks - others):
        what = msg("bookmark removed: {name}", name=name)
        yield Difference(Kind.BOOKMARK, what, "bookmarks", Spot(old.main), None, "bookmark", name)
    for name in sorted(others - marks):
        what = msg("bookmark added: {name}", name=name)
        yield Difference(Kind.BOOKMARK, what, "bookmarks", None, Spot(new.main), "bookmark", "", name)


def _read_comments(package: Package) -> list[Comment]:
    found = []
    for part in package.related(package.main, "comments"):
        for element in package.xml(part).iterchildren("{*}comment"):
            text = " ".join("".join(str(t.text or "") for t in p.iter("{*}t")) for p in element.iter("{*}p"))
            found.append(Comment(attribute(element, "author") or "", text))
    return found


def count_tracked(package: Package) -> Counter[str]:
    """How many tracked changes of each sort the main part holds."""
    names = (LOCAL[str(e.tag)] for e in package.xml(package.main).iter("*"))
    return Counter(name for name in names if name in _TRACKED)


def say_tracked(path: str, package: Package) -> Message | None:
    """That a file holds tracked changes, and how they were read."""
    count = sum(count_tracked(package).values())
    return msg("{path}: its tracked changes ({count}) are read as if accepted.", path=path, count=count) if count else None


def say_other_tracked(old: tuple[str, Package], new: tuple[str, Package]) -> Message | None:
    """That two files hold tracked changes, and not the same ones: what was deleted in them is not compared."""
    ours, theirs = (_read_tracked(package) for _, package in (old, new))
    if not ours or not theirs or ours == theirs:
        return None
    return msg(
        "{old} and {new} hold tracked changes that are not the same; words that are deleted in them are not compared.",
        old=old[0],
        new=new[0],
    )


def _read_tracked(package: Package) -> list[tuple[str, str]]:
    found = ((LOCAL[str(one.tag)], one) for one in package.xml(package.main).iter("*"))
    return [(name, "".join(map(str, one.itertext()))) for name, one in found if name in _TRACKED]


def _read_bookmarks(package: Package) -> set[str]:
    names = (attribute(e, "name") or "" for e in package.xml(package.main).iter("{*}bookmarkStart"))
    return {name for name in names if not name.startswith(_OFFICE_BOOKMARKS)}
