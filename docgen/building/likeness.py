"""Whether a spec is still that of a Word file, by the texts that the file's record lists: names and places of files change."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.building.fingerprints import hash_file
from docgen.problems import DocgenError

if TYPE_CHECKING:
    from docgen.anchors.record import Record

#: with fewer of its texts a spec is another document; with more, one that was renamed, whoever edited it since
_ANOTHER, _SAME = 0.2, 0.5


class Likeness:
    """A spec beside the records of Word files; it is loaded once, and only where its hash does not tell."""

    def __init__(self, spec: str) -> None:
        self._spec = spec

    def is_same(self, record: Record) -> bool:
        """Whether the spec, whatever its name, is the document that the file of ``record`` was made from."""
        return self._has_hash(record) or (self._share(record) or 0) >= _SAME

    def is_another(self, record: Record) -> bool:
        """Whether the spec is by now another document than the one that the file of ``record`` was made from."""
        if self._has_hash(record):
            return False
        share = self._share(record)
        return share is not None and share < _ANOTHER

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

    @cached_property
    def _texts(self) -> frozenset[str] | None:
        """The hashes of its texts; ``None`` if it cannot be loaded."""
        from docgen.recovery.pulling.lines import lay_out_lines, list_known
        from docgen.spec import load_spec

        try:
            loaded = load_spec(Path(self._spec))
        except DocgenError:
            return None
        return frozenset(known.hash for known in list_known(lay_out_lines(loaded.document, loaded.standard)))
