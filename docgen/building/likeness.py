"""Whether a spec is still that of a Word file, by the texts that the file's record lists: names and places of files change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docgen.problems import DocgenError

if TYPE_CHECKING:
    from docgen.anchors.record import Record

#: with fewer of its texts a spec is another document; with more, one that was renamed, whoever edited it since
ANOTHER, SAME = 0.2, 0.5


def share_texts(record: Record, spec: str) -> float | None:
    """How many of the texts that the Word file was made of ``spec`` still has, from 0 to 1; ``None`` if it cannot be loaded.

    Only texts of the subject count: agency, recipients and signature are alike in many documents.
    """
    from docgen.recovery.pulling.lines import lay_out_lines, list_known
    from docgen.recovery.pulling.spec_state import is_inline
    from docgen.spec import load_spec

    try:
        loaded = load_spec(Path(spec))
    except DocgenError:
        return None
    wanted = [block.hash for block in record.blocks if is_inline(block.component)]
    held = {known.hash for known in list_known(lay_out_lines(loaded.document, loaded.standard))}
    return sum(one in held for one in wanted) / len(wanted) if wanted else None
