"""Word files of specs that were renamed: whoever builds the new name is told of the file that has the old one."""

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
    """Looks for them in the folders of files that were made for the first time, each folder once.

    ``owned``: the absolute paths of the Word files that present specs have.
    """

    def __init__(self, owned: Collection[str]) -> None:
        self._owned = owned
        self._known: dict[str, list[str]] = {}

    def find(self, target: Target) -> tuple[Problem, ...]:
        """What is to be said of files that were made from the spec of ``target`` under another name."""
        from docgen.anchors.edits import edit_state
        from docgen.anchors.record import read_record
        from docgen.ooxml.opening import open_package

        folder = os.path.dirname(target.output_path)
        problems, likeness = [], Likeness(target.spec_path)
        for name in self._list(folder):
            try:
                package = open_package(Path(folder, name), name=name)
                record = read_record(package)
                edited = record is not None and not edit_state(package).may_be_replaced
            except DocgenError:
                continue
            if record is None or record.source_name == os.path.basename(target.spec_path):
                continue
            beside = os.path.join(os.path.dirname(target.spec_path), record.source_name)
            if not os.path.exists(beside) and likeness.is_same(record):
                shown = os.path.join(os.path.dirname(target.output), name)
                problems.append(reasons.describe_former(shown, target.spec, record.source_name, edited=edited))
        return tuple(problems)

    def _list(self, folder: str) -> list[str]:
        """The Word files of ``folder`` that no spec has and that are no copies which docgen kept."""
        if folder not in self._known:
            names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
            files = [n for n in names if n.lower().endswith(".docx") and not n.lower().endswith(".bak.docx") and n[:2] != "~$"]
            self._known[folder] = [name for name in files if os.path.join(folder, name) not in self._owned]
        return self._known[folder]
