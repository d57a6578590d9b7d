"""Where pages begin for certain: at page breaks and new sections."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.ooxml.content import Paragraph, Section


class Pages:
    """Which paragraphs stand first on a page; numbers of pages count only those breaks that the file itself holds."""

    def __init__(self, paragraphs: Sequence[Paragraph], sections: Sequence[Section]) -> None:
        self._page: list[int] = []
        self._opens: list[bool] = []
        self._opens_section: list[bool] = []
        page, fresh, fresh_section, section = 0, True, True, 0
        for paragraph in paragraphs:
            if paragraph.section != section:
                section = paragraph.section
                if section < len(sections) and sections[section].start != "continuous":
                    page, fresh, fresh_section = page + (not fresh or not self._opens), True, True
            behind = False
            if paragraph.page_break:
                at = paragraph.break_at
                if at is None or (at == 0 and not paragraph.is_empty) or not paragraph.text[: at or 0].strip():
                    page, fresh = page + (not fresh), True
                else:
                    behind = True
            self._page.append(page)
            self._opens.append(fresh and not paragraph.is_empty)
            self._opens_section.append(fresh_section and not paragraph.is_empty)
            if not paragraph.is_empty:
                fresh = fresh_section = False
            if behind:
                page, fresh = page + 1, True

    def opens(self, at: int) -> bool:
        """Whether paragraph ``at`` is the first on its page that prints anything."""
        return self._opens[at]

    def sections_open(self, at: int) -> bool:
        """Whether paragraph ``at`` is the first of a section that begins a page."""
        return self._opens_section[at]

    def page(self, at: int) -> int:
        """The number of the page of paragraph ``at``, from 0."""
        return self._page[at]
