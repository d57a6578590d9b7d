"""Word files of specs that were renamed or moved: whoever builds the spec is told of the file that it made before."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.building import reasons
from docgen.building.likeness import Likeness
from docgen.problems import DocgenError

if TYPE_CHECKING:
    from docgen.building.targets import Target
    from docgen.problems import Problem


class FormerFiles:
    """Looks for them where files were made for the first time, in each folder for Word files once.

    ``owned``: the absolute paths of the Word files that present specs have.
    """

    def __init__(self, owned: Collection[str]) -> None:
        self._owned = owned
        self._known: dict[str, list[str]] = {}

    def find(self, target: Target) -> tuple[Problem, ...]:
        """What is to be said of files that were made from the spec of ``target`` under another name or in another folder."""
        from docgen.anchors.edits import edit_state
        from docgen.anchors.record import read_record
        from docgen.ooxml.opening import open_package

        name = os.path.basename(target.spec_path)
        problems, likeness = [], Likeness(target.spec_path)
        for path in self._list(target.out):
            try:
                package = open_package(Path(path), name=path)
                record = read_record(package)
                edited = record is not None and not edit_state(package).may_be_replaced
            except DocgenError:
                continue
            if record is None:
                continue
            beside = os.path.join(os.path.dirname(target.spec_path), record.source_name)
            is_gone = record.source_name == name or not os.path.exists(beside)
            if is_gone and likeness.is_same(record):
                shown = os.path.join(target.output[: -len(target.key)], os.path.relpath(path, target.out))
                called = None if record.source_name == name else record.source_name
                problems.append(reasons.describe_former(shown, target.spec, called, edited=edited))
        return tuple(problems)

    def _list(self, out: str) -> list[str]:
        """The Word files below ``out`` that no spec has and that are no copies which docgen kept."""
        if out not in self._known:
            found = [os.path.join(folder, name) for folder, _, names in os.walk(out) for name in names if _is_word_file(name)]
            self._known[out] = sorted(path for path in found if path not in self._owned)
        return self._known[out]


def _is_word_file(name: str) -> bool:
    return name.lower().endswith(".docx") and not name.lower().endswith(".bak.docx") and name[:2] != "~$"
