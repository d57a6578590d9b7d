"""What a Word file shows and no spec can say: pictures, colours, headers of its own. Never words of its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from docgen.document.model import Draft
from docgen.ooxml.content import Cell, Paragraph, RunFormat
from docgen.ooxml.xml import W
from docgen.problems import Message, msg
from docgen.reading import Layout
from docgen.recovery.marks import part_draft

_LOOKS: dict[str, Callable[[RunFormat], bool]] = {
    "underline": lambda look: look.underline != "none",
    "color": lambda look: look.color not in ("auto", "000000"),
    "highlight": lambda look: look.highlight not in ("", "none"),
    "strike": lambda look: look.strike,
    "vertical": lambda look: look.vertical != "baseline",
}

#: components of the text that hold its words
TEXT = frozenset({"body", "caption", "list_item", "section", "article", "clause", "subclause", "point"})
#: components of the text that docgen sets at the left or from side to side
_SET = frozenset({"body", "caption"})
#: points from which on letters look larger or smaller than those beside them
_OTHER_SIZE = 2.0


def _first_looks(paragraphs: Iterable[Paragraph]) -> dict[str, int]:
    """The looks that are left behind, each with the index of the first of ``paragraphs`` in which a letter has it."""
    first: dict[str, int] = {}
    known: dict[int, list[str]] = {}
    for paragraph in paragraphs:
        for run in paragraph.runs:
            names = known.get(id(run.format))
            if names is None:
                names = known[id(run.format)] = [name for name, shows in _LOOKS.items() if shows(run.format)]
            if names and paragraph.text[run.start : run.end].strip():
                for name in names:
                    first.setdefault(name, paragraph.index)
    return first


def find_losses(layout: Layout) -> Iterator[tuple[Message, int]]:
    """What is left behind, each kind once, with the index of the first paragraph that shows it (0: of none)."""
    paragraphs = layout.story.paragraphs[layout.first : layout.last]
    text = {id(passage.paragraph) for passage in layout.passages if passage.component not in ("recipients_label", "slogan")}
    data = {id(passage.paragraph) for passage in layout.passages if passage.component in ("table_header", "table_cell")}
    said = {
        "underline": msg("Underlined words are not underlined any more."),
        "color": msg("Coloured words are black now."),
        "highlight": msg("Highlighted words are not highlighted any more."),
        "strike": msg("Struck words are not struck any more."),
        "vertical": msg("Raised and lowered letters stand on the line now."),
    }
    first = _first_looks(paragraph for paragraph in paragraphs if id(paragraph) in text)
    for name, what in said.items():
        if name in first:
            yield what, first[name]
    yield from _set_apart(layout)
    if (broken := next((one for one in layout.passages if one.component in TEXT and "\n" in one.text.strip()), None)) is not None:
        yield msg("Lines of one paragraph stand on one line now."), broken.paragraph.index
    for kind, what in (
        ("picture", msg("A picture is left out.")),
        ("shape", msg("A drawn shape is left out.")),
    ):
        for paragraph in paragraphs:
            if any((shape.kind == "picture") == (kind == "picture") and not shape.paragraphs for shape in paragraph.shapes):
                yield what, paragraph.index
                break
    cells = [cell for paragraph in paragraphs if id(paragraph) in data and (cell := paragraph.cell) is not None]
    for what, applies in (
        (msg("Merged cells stand apart now."), _is_merged),
        (msg("Paragraphs of one cell stand on one line now."), _is_broken),
    ):
        if (found := next((cell for cell in cells if applies(cell)), None)) is not None:
            yield what, found.paragraphs[0].index
    for paragraph in paragraphs:
        if paragraph.notes:
            yield msg("Footnotes stand at the end of the text now."), paragraph.index
            break


def find_lost_words(layout: Layout) -> Iterator[tuple[Message, int]]:
    """Words that do not print, or print round the text, with the index of their paragraph (0: of none)."""
    for paragraph in layout.story.paragraphs[layout.first : layout.last]:
        if words := hidden_words(paragraph):
            yield msg("Hidden words are left out: {words}", words=words), paragraph.index
    draft = find_draft(layout)
    for words in _header_words(layout):
        if draft is None or words != draft[0]:
            yield msg("A header or footer is left out: {words}", words=words), 0


def find_draft(layout: Layout) -> tuple[str, Draft] | None:
    """The words in a header or footer that are the mark of a draft, and what they say; none where the text has one."""
    if layout.first_of("draft_mark") is not None:
        return None
    return next(((words, draft) for words in _header_words(layout) if (draft := part_draft(words, layout.standard))), None)


def _set_apart(layout: Layout) -> Iterator[tuple[Message, int]]:
    """Paragraphs of the text in the middle or at the right, and of another size than most."""
    own = [passage for passage in layout.passages if passage.component in TEXT and passage.paragraph.cell is None]
    for passage in own:
        if passage.component in _SET and passage.paragraph.format.align in ("center", "right"):
            yield msg("Paragraphs in the middle or at the right are set like all others now."), passage.paragraph.index
            break
    sizes: Counter[float] = Counter()
    for passage in own:
        for run in passage.runs:
            sizes[run.format.size] += run.end - run.start
    most = max(sizes, key=sizes.__getitem__, default=0.0)
    for passage in own:
        text = passage.paragraph.text
        others = (run for run in passage.runs if abs(run.format.size - most) >= _OTHER_SIZE)
        if any(c.isalnum() for run in others for c in text[run.start : run.end]):
            yield msg("Words of another size than the rest of the text are as large as it now."), passage.paragraph.index
            break


def hidden_words(paragraph: Paragraph) -> str:
    """What the runs of ``paragraph`` say that do not print."""
    letters = (text.text or "" for run in dict.fromkeys(paragraph.hidden) for text in run.iterchildren("{*}t"))
    return " ".join("".join(letters).split())


def _is_merged(cell: Cell) -> bool:
    """Whether a cell goes over several columns, or over rows of its table."""
    return cell.span > 1 or next(cell.table.element.iter(f"{{{W}}}vMerge"), None) is not None


def _is_broken(cell: Cell) -> bool:
    return sum(not paragraph.is_empty for paragraph in cell.paragraphs) > 1


def _header_words(layout: Layout) -> Iterator[str]:
    """What headers and footers say beside page numbers."""
    seen: set[str] = set()
    for section in layout.sections:
        for header in (*section.headers.values(), *section.footers.values()):
            for paragraph in header.paragraphs:
                words = " ".join(paragraph.text.split())
                if any(c.isalpha() for c in words) and words not in seen:
                    seen.add(words)
                    yield words
