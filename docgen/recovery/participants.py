"""Who takes part, told by counted lines: groups below their total, venues with groups of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from docgen.document.model import Attendance, DashList, Item, Paragraph, Part, Participants, Section, Site
from docgen.document.text import Text, literal
from docgen.recovery.flat import Flattener
from docgen.recovery.lines import Line
from docgen.recovery.texts import piece, titled
from docgen.recovery.trees import ENDS
from docgen.standards import Standard


def fold_participants(parts: Sequence[Part], standard: Standard) -> tuple[Part, ...]:
    """``parts`` with participants in place of a total and the counted list below it, or of a list of one venue with groups.

    Only where docgen would print the participants with the very same words.
    """
    found: list[Part] = []
    for part in parts:
        if isinstance(part, Section):
            found.append(replace(part, parts=fold_participants(part.parts, standard)))
            continue
        above = found[-1] if found else None
        if isinstance(part, DashList):
            reader = _Reader(standard)
            if isinstance(above, Paragraph) and (read := reader.with_total(above, part)):
                found[-1] = read
                continue
            if read := reader.alone(part):
                found.append(read)
                continue
        found.append(part)
    return tuple(found)


class _Reader:
    def __init__(self, standard: Standard) -> None:
        self.standard = standard
        self.words = standard.words

    def with_total(self, above: Paragraph, listed: DashList) -> Participants | None:
        """A total and the groups or venues that it is made of."""
        counted = self._counted(self.words.total.use, above.text)
        if counted is None:
            return None
        _, about, count, unit = counted
        groups = [self._group(item, unit) for item in listed.items]
        if all(groups):
            known = tuple(group for group in groups if group)
            read = Participants(known, (), count, about, self._unit(unit))
            fits = sum(group.count for group in known) == count
            return read if fits and self._prints(read, [above, listed]) else None
        sites = [self._site(item, unit, about) for item in listed.items]
        if len(sites) < 2 or not all(sites):
            return None
        held = tuple(site for site in sites if site)
        totals = [site.total for site in held if site.total is not None]
        if sum(totals) > count or (len(totals) == len(held) and sum(totals) != count):
            return None
        read = Participants((), held, count, about, self._unit(unit))
        return read if self._prints(read, [above, listed]) else None

    def alone(self, listed: DashList) -> Participants | None:
        """Venues without a total above them: a single one, or several of which not all are counted; one has groups at least."""
        units = []
        for item in listed.items:
            first = item.parts[0]
            if len(item.parts) > 1 and isinstance(first, Paragraph) and (found := self._counted(self.words.site.use, first.text)):
                units.append(found[3])
        if len(set(units)) != 1:
            return None
        sites = tuple(site for item in listed.items if (site := self._site(item, units[0], False)))
        several = len(sites) > 1
        if len(sites) != len(listed.items) or (several and all(site.total is not None for site in sites)):
            # docgen would print the total of venues that are all counted
            return None
        read = Participants((), sites, None if several else sites[0].total, False, self._unit(units[0]))
        return read if self._prints(read, [listed]) else None

    def _counted(self, pattern: str, text: Text) -> tuple[int, bool, int, str] | None:
        """Of a counted line: the place where its name ends, whether it is about, the count, the counted word."""
        start, _, behind = pattern.partition("{about}")
        before = ".+?" + re.escape(start.rpartition("}")[2]) if "{" in start else re.escape(start)
        tail = re.escape(behind).replace(r"\{count\}", r"(?P<count>\d+)").replace(r"\{unit\}", r"(?P<unit>.+)")
        match = re.fullmatch(f"(?P<name>{before})(?P<about>{re.escape(self.words.about.use)})?{tail}", text.plain)
        if match is None:
            return None
        end = match.end("name") - (len(start.rpartition("}")[2]) if "{" in start else 0)
        return end, match["about"] is not None, int(match["count"]), match["unit"]

    def _group(self, item: Item, unit: str) -> Attendance | None:
        first = item.parts[0]
        if len(item.parts) != 1 or not isinstance(first, Paragraph):
            return None
        marks = self.standard.marks["participant"]
        plain = first.text.plain
        end = next((mark for mark in (marks.each.use, marks.last.use) if plain.endswith(mark)), "")
        tail = re.search(rf": (\d+) {re.escape(unit + end)}$", plain)
        if tail is None or not _may_stand(who := piece(first.text, 0, tail.start())):
            return None
        return Attendance(who, int(tail[1]))

    def _site(self, item: Item, unit: str, about: bool) -> Site | None:
        """A venue with groups, with a count alone, or with words."""
        first, *below = item.parts
        if not isinstance(first, Paragraph):
            return None
        words = self.words
        if below:
            counted = self._counted(words.site.use, first.text)
            inner = below[0]
            if counted is None or counted[3] != unit or len(below) != 1 or not isinstance(inner, DashList):
                return None
            groups = [self._group(one, unit) for one in inner.items]
            name = piece(first.text, 0, counted[0])
            held = tuple(group for group in groups if group)
            if len(held) != len(groups) or sum(g.count for g in held) != counted[2] or not _may_stand(name):
                return None
            return Site(name, held, counted[2], counted[1] and not about)
        plain = first.text.plain
        end = self.standard.marks["participant"].last.use
        counted = self._counted(words.site_bare.use, piece(first.text, 0, len(plain) - len(end))) if plain.endswith(end) else None
        if counted is not None and counted[3] == unit and _may_stand(name := piece(first.text, 0, counted[0])):
            return Site(name, (), counted[2], counted[1] and not about)
        mark = words.site_plain.use.partition("}")[2]
        at = plain.find(f"{mark} ")
        if at > 0 and _may_stand(name := piece(first.text, 0, at)):
            return Site(name, text=(piece(first.text, at + len(mark) + 1),))
        name = piece(first.text, 0, len(plain) - len(end)) if plain.endswith(end) else first.text
        return Site(name) if plain.endswith(end) and _may_stand(name) else None

    def _unit(self, unit: str) -> Text | None:
        return None if unit == self.words.unit.use else literal(unit)

    def _prints(self, read: Participants, parts: Sequence[Part]) -> bool:
        """Whether ``read`` is printed just as ``parts`` are, but for the sign at the end."""
        flat = Flattener(self.standard, ())
        end = self.standard.marks["participant"].last.use

        def shown(lines: Sequence[Line]) -> list[tuple[object, ...]]:
            return [(line.kind, line.depth, line.text) for line in lines]

        one, other = list(flat.lines([read])), list(flat.lines(parts))
        return shown(one) == shown(other) and other[-1].text.plain.endswith(end)


def _may_stand(text: Text) -> bool:
    return bool(text) and not text.plain.endswith(ENDS) and titled(text) == text
