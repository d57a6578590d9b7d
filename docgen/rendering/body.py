"""The body as a flat list of blocks: every part numbered, every mark set."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.document.model import (
    Attendance,
    DashList,
    Duty,
    Implementation,
    Paragraph,
    Part,
    PartialDate,
    Participants,
    Section,
    Site,
    Table,
    Task,
    TaskGroup,
    Tasks,
)
from docgen.document.text import Text, literal
from docgen.problems import DocgenError, Problem, msg
from docgen.rendering.blocks import AnyBlock, Block, Segment, fill, join, segment, words
from docgen.rendering.phrases import deadline_words, numeral_words
from docgen.rendering.tables import lay_out_table
from docgen.standards import Standard
from docgen.vietnamese import pad


class Body:
    """Walks the parts of one text and appends their blocks to ``blocks``.

    ``levels`` name the components of the numbered levels, outermost first; ``width`` is that of the text area in pt.
    """

    def __init__(self, standard: Standard, levels: Sequence[str], width: float) -> None:
        self.standard = standard
        self.levels = levels
        self.width = width
        self.blocks: list[AnyBlock] = []
        own, line = standard.words, standard.marks["task_line"]
        self.task_labels = [words(f"{line.prefix.use}{label.use}: ") for label in (own.lead, own.support, own.due, own.result)]
        self.task_end = line.each.use

    def add(self, parts: Sequence[Part], depth: int = 0, parent: str = "", lead: list[Segment] | None = None) -> None:
        """Append ``parts``; their numbered children are of level ``depth``, below the number ``parent``.

        ``lead`` stands before the words of the first paragraph: the number of a block without title.
        """
        n = 0
        for part in parts:
            match part:
                case Paragraph():
                    self.paragraph(part.text, lead)
                    lead = None
                case DashList():
                    self.dash_list(part, 0)
                case Table():
                    self.table(part)
                case Participants():
                    self.participants(part)
                case Section():
                    n += 1
                    self.section(part, depth, n, parent)
                case Tasks():
                    for item in part.items:
                        n += 1
                        self.task_item(item, depth, n, parent)
                case Implementation():
                    for duty in part.items:
                        n += 1
                        self.duty(duty, depth, n, parent)

    def paragraph(self, text: Text, lead: list[Segment] | None = None) -> None:
        # what announces a list or a table stays with it
        self.blocks.append(Block("body", [*(lead or []), segment(text)], keep_next=text.plain.endswith(":")))

    # numbered blocks

    def number(self, depth: int, n: int, parent: str) -> tuple[str, str]:
        """The printed number of the ``n``-th block of a level, and the same without its end mark for the level below."""
        if depth >= len(self.levels):
            what = msg("the text is numbered {depth} levels deep, this type has {levels}", depth=depth + 1, levels=len(self.levels))
            raise DocgenError(Problem("render-depth", what, msg("use lists below the last numbered level")))
        form = self.standard.numbering[self.levels[depth]]
        printed = form.pattern.format(n=numeral_words(self.standard, form.numeral, n), parent=parent)
        return printed, printed.rstrip(".)")

    def label(self, depth: int, n: int, parent: str) -> tuple[list[Segment], str]:
        """The number as the author's own paragraph begins with it: bold where the law wants the level's name bold (Điều)."""
        printed, bare = self.number(depth, n, parent)
        named = printed[:1].isalpha() and " " in printed
        bold = True if named and self.standard.components[self.levels[depth]].bold.use else None
        return [words(f"{printed} ", bold=bold)], bare

    def section(self, section: Section, depth: int, n: int, parent: str) -> None:
        if section.title is None:
            lead, bare = self.label(depth, n, parent)
            self.add(section.parts, depth + 1, bare, lead)
        elif section.run_in and section.parts and isinstance(section.parts[0], Paragraph):
            bare = self.run_in(section.title, section.parts[0].text, depth, n, parent)
            self.add(section.parts[1:], depth + 1, bare)
        else:
            bare = self.heading([section.title], depth, n, parent)
            self.add(section.parts, depth + 1, bare)

    def heading(self, titles: Sequence[Text], depth: int, n: int, parent: str, *, bold: bool | None = None) -> str:
        """A number and a title on a line of their own; ``bold`` where the title is bold whatever its level."""
        printed, bare = self.number(depth, n, parent)
        level = self.levels[depth]
        capitals = self.standard.components[level].in_capitals
        titled = join(titles, self.standard.words.join.use, bold=bold, capitals=capitals)
        self.blocks.append(Block(level, [words(f"{printed} "), *titled], keep_next=True))
        return bare

    def run_in(self, title: Text, text: Text, depth: int, n: int, parent: str) -> str:
        """A number, a bold title, a colon and the first paragraph on one line."""
        printed, bare = self.number(depth, n, parent)
        bold = True if self.standard.components[self.levels[depth]].bold.use else None
        mark = self.standard.marks["title_run_in"].each.use
        self.blocks.append(Block("body", [words(f"{printed} ", bold=bold), segment(title, bold=True), words(f"{mark} "), segment(text)]))
        return bare

    # lists

    def dash_list(self, dash_list: DashList, depth: int) -> None:
        mark = self.standard.list_marks.use[depth]
        for item in dash_list.items:
            lead: list[Segment] | None = [words(f"{mark} ")]
            for part in item.parts:
                if isinstance(part, DashList):
                    self.dash_list(part, depth + 1)
                elif isinstance(part, Paragraph):
                    self.paragraph(part.text, lead)
                    lead = None
                else:
                    self.add([part], len(self.levels))

    def table(self, table: Table) -> None:
        if table.title:
            self.blocks.append(Block("table_title", [segment(table.title)]))
        if table.unit:
            self.blocks.append(Block("table_unit", fill(self.standard.words.table_unit.use, unit=table.unit)))
        elif self.blocks and isinstance(above := self.blocks[-1], Block) and not table.title:
            above.after = self.standard.drawing.table_above.use
        # LibreOffice leaves a heading alone at the end of a page when it stands right after a table
        self.blocks += [lay_out_table(table, self.standard, self.width), Block("end", [])]

    # tasks

    def task_item(self, item: Task | TaskGroup, depth: int, n: int, parent: str) -> None:
        if isinstance(item, TaskGroup):
            bare = self.heading([item.title], depth, n, parent)
            for k, task in enumerate(item.items, 1):
                self.task(task, depth + 1, k, bare)
        else:
            self.task(item, depth, n, parent)

    def task(self, task: Task, depth: int, n: int, parent: str) -> None:
        texts = list(task.text)
        if task.title is None:
            lead, _ = self.label(depth, n, parent)
            self.paragraph(texts.pop(0), lead)
        elif task.run_in and texts:
            self.run_in(task.title, texts.pop(0), depth, n, parent)
        else:
            self.heading([task.title], depth, n, parent)
        for text in texts:
            self.paragraph(text)
        self.task_lines(task)

    def task_lines(self, task: Task) -> None:
        """Who leads, who supports, until when, with what result: a line each under the rule set's labels."""
        due = task.due
        if isinstance(due, PartialDate):
            due = literal(deadline_words(self.standard, due), f"{task.origin}/due")
        joint = self.standard.words.join.use
        single = [() if text is None or not text.plain else (text,) for text in (due, task.result)]
        lines = (task.lead, task.support, *single)
        for label, texts in zip(self.task_labels, lines, strict=True):
            if texts:
                self.blocks.append(Block("body", _ended([label, *join(texts, joint)], self.task_end)))

    # participants

    def participants(self, part: Participants) -> None:
        """Groups with their counts, or venues with theirs; the total before them where it says more than one venue's line."""
        depth = 0
        unit = part.unit.plain if part.unit else self.standard.words.unit.use
        if part.total is not None and len(part.sites) != 1:
            pattern = self.standard.words.total.use
            self.blocks.append(Block("body", self._counted(pattern, part.total, part.about, unit)))
        marks = self.standard.marks["participant"]
        groups = list(part.groups)
        for group in groups:
            last = group is groups[-1] and not part.sites
            self.attendance(group, depth, unit, marks.last.use if last else marks.each.use)
        for site in part.sites:
            self.site(site, depth, unit, part.about)

    def site(self, site: Site, depth: int, unit: str, about: bool) -> None:
        own, marks = self.standard.words, self.standard.marks["participant"]
        lead = words(f"{self.standard.list_marks.use[depth]} ")
        about = about or site.about
        texts = list(site.text)
        if site.groups and site.total is not None:
            self.blocks.append(Block("body", [lead, *self._counted(own.site.use, site.total, about, unit, name=site.name)], keep_next=True))
        elif site.total is not None:
            line = self._counted(own.site_bare.use, site.total, about, unit, name=site.name)
            self.blocks.append(Block("body", _ended([lead, *line], marks.last.use)))
        elif texts:
            line = [*fill(own.site_plain.use, name=site.name), words(" "), segment(texts.pop(0))]
            self.blocks.append(Block("body", [lead, *line]))
        else:
            self.blocks.append(Block("body", _ended([lead, segment(site.name)], marks.last.use)))
        for group in site.groups:
            self.attendance(group, depth + 1, unit, marks.last.use if group is site.groups[-1] else marks.each.use)
        for text in texts:
            self.paragraph(text)

    def attendance(self, group: Attendance, depth: int, unit: str, end: str) -> None:
        line = self._counted(self.standard.words.attendance.use, group.count, False, unit, who=group.who)
        lead = words(f"{self.standard.list_marks.use[depth]} ")
        self.blocks.append(Block("body", _ended([lead, *line], end)))

    def _counted(self, pattern: str, count: int, about: bool, unit: str, **texts: Text) -> list[Segment]:
        own = self.standard.words
        printed = pad(count, own.count_pad_below.use)
        return fill(pattern, count=printed, about=own.about.use if about else "", unit=unit, **texts)

    # who does what

    def duty(self, duty: Duty, depth: int, n: int, parent: str) -> None:
        separator = self.standard.words.join.use
        if duty.agencies and duty.text is None:
            bare = self.heading(duty.agencies, depth, n, parent, bold=True)
            self.add(duty.parts, depth + 1, bare)
            return
        lead, bare = self.label(depth, n, parent)
        if duty.agencies:
            lead = [*lead, *join(duty.agencies, separator, bold=True), words(" ")]
        if duty.text is not None:
            self.paragraph(duty.text, lead)
            lead = []
        self.add(duty.parts, depth + 1, bare, lead or None)


def _ended(segments: list[Segment], mark: str) -> list[Segment]:
    """The line with its end mark, once."""
    ends = bool(segments) and segments[-1].plain.endswith(mark) if mark else True
    return segments if ends else [*segments, words(mark)]
