"""Where the copies with comments go."""

from __future__ import annotations

import os
from collections.abc import Iterable


def name_copies(paths: Iterable[str], folder: str) -> dict[str, str]:
    """For each Word file the path of its copy: its place below this folder in ``folder``, or its name alone if it lies elsewhere.

    Of two files of one name the later is numbered. What is there already is refused when the copy is written.
    """
    copies: dict[str, str] = {}
    taken: set[str] = set()
    for path in paths:
        below = os.path.normpath(path)
        if os.path.isabs(below) or below.startswith(os.pardir):
            below = os.path.basename(below)
        stem, suffix = os.path.splitext(below)
        name, number = below, 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem} ({number}){suffix}"
        taken.add(name.casefold())
        copies[path] = os.path.join(folder, name)
    return copies
