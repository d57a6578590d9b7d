"""Whether a spec is still that of a Word file, by the texts that the file's record lists: names and places of files change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.building.fingerprints import hash_file
from docgen.problems import DocgenError

if TYPE_CHECKING:
    from docgen.anchors.record import Record
    from docgen.recovery.pulling.lines import Line

#: with fewer of its texts a spec may be another document; with more, one that was renamed, whoever edited it since
_ANOTHER, _SAME = 0.2, 0.5
#: with fewer of the pairs of words in the file it is another; documents of one agency have up to two fifths of them in common
_OTHER_WORDS = 0.5


class Likeness:
    """A spec beside the records of Word files; it is loaded once, and only where its hash does not tell."""

    def __init__(self, spec: str) -> None:
        self._spec = spec

    def is_same(self, record: Record) -> bool:
        """Whether the spec, whatever its name, is the document that the file of ``record`` was made from."""
        return self._has_hash(record) or (self._share(record) or 0) >= _SAME

    def is_another(self, record: Record, word_file: str) -> bool:
        """Whether the spec is by now another document than the one that ``word_file``, whose record is ``record``, was made from.

        Of a short one a few edits change every text: then its words decide, as they stand in the file.
        """
        if self._has_hash(record):
            return False
        share = self._share(record)
        return share is not None and share < _ANOTHER and self._share_words(record, word_file) < _OTHER_WORDS

    def _has_hash(self, record: Record) -> bool:
        return hash_file(self._spec) == record.spec_hash

    def _share(self, record: Record) -> float | None:
        """How many of the texts that the Word file was made of the spec still has, from 0 to 1; ``None`` if nobody can tell.

        Only texts of the subject count: agency, recipients and signature are alike in many documents.
        """
        from docgen.recovery.pulling.spec_state import is_inline

        held = self._texts
        wanted = [block.hash for block in record.blocks if is_inline(block.component)]
        return sum(one in held for one in wanted) / len(wanted) if wanted and held is not None else None

    def _share_words(self, record: Record, word_file: str) -> float:
        """How many pairs of words in the file's texts of the subject the spec has, too."""
        from docgen.ooxml.opening import open_package
        from docgen.ooxml.reading_stories import read_story
        from docgen.recovery.anchored import find_anchored
        from docgen.recovery.pulling.spec_state import is_inline

        anchored = find_anchored(read_story(open_package(Path(word_file), name=word_file)), record)
        theirs = _pairs(text.words for text in anchored.texts if is_inline(text.anchor.component))
        ours = _pairs(piece.plain for line in self._lines or () for piece in line.pieces if piece.origin)
        return (theirs & ours).total() / theirs.total() if theirs else 0.0

    @cached_property
    def _texts(self) -> frozenset[str] | None:
        """The hashes of its texts; ``None`` if it cannot be loaded."""
        from docgen.recovery.pulling.lines import list_known

        return None if self._lines is None else frozenset(known.hash for known in list_known(self._lines))

    @cached_property
    def _lines(self) -> list[Line] | None:
        from docgen.recovery.pulling.lines import lay_out_lines
        from docgen.spec import load_spec

        try:
            loaded = load_spec(Path(self._spec))
        except DocgenError:
            return None
        return lay_out_lines(loaded.document, loaded.standard)


def _pairs(texts: Iterable[str]) -> Counter[tuple[str, str]]:
    return Counter(pair for text in texts for pair in pairwise(text.casefold().split()))
