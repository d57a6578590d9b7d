"""Copies of the shipped rule sets with something changed, and where the changed lines stand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import docgen.standards
from docgen.problems import DocgenError, Problem
from docgen.standards import Standard, read_standard

SHIPPED = Path(docgen.standards.__file__).parent


@dataclass(frozen=True)
class Folder:
    """A folder with copies of the shipped rule sets."""

    path: Path

    @classmethod
    def made_in(cls, path: Path) -> Folder:
        for file in SHIPPED.glob("*.yaml"):
            (path / file.name).write_bytes(file.read_bytes())
        return cls(path)

    def change(self, name: str, old: str, new: str, after: str = "") -> Folder:
        """Replace the first ``old`` behind ``after`` in the file of ``name``; both must be there."""
        file = self.path / f"{name}.yaml"
        text = file.read_text("utf-8")
        start = text.index(after)
        at = text.index(old, start)
        file.write_text(text[:at] + new + text[at + len(old) :], "utf-8", newline="\n")
        return self

    def write(self, name: str, text: str) -> Folder:
        (self.path / f"{name}.yaml").write_text(text, "utf-8", newline="\n")
        return self

    def line(self, name: str, words: str, after: str = "") -> int:
        """The number of the first line with ``words`` behind ``after``."""
        text = (self.path / f"{name}.yaml").read_text("utf-8")
        return text.count("\n", 0, text.index(words, text.index(after))) + 1

    def read(self, name: str) -> Standard:
        return read_standard(self.path / f"{name}.yaml")

    def problems(self, name: str) -> list[Problem]:
        """What is wrong with the rule set; an empty list when nothing is."""
        try:
            self.read(name)
        except DocgenError as error:
            return list(error.problems)
        return []


def shown(problem: Problem) -> tuple[str, str, int]:
    """Code, file and line of a problem."""
    assert problem.place is not None
    assert problem.place.line is not None
    return problem.code, Path(problem.place.path).name, problem.place.line
