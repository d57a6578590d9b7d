"""Finding programs that docgen does not bring along."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that is there: where, and which version (empty when it does not say)."""

    path: Path
    version: str


@dataclass(frozen=True, slots=True)
class ToolProbe:
    """How to find one program.

    ``variable``: the environment variable that names it outright. ``names``: what it may be called on the search path.
    ``places``: where installers put it without telling the search path; ``{NAME}`` stands for an environment variable.
    ``version_pattern``: its first group is the version in what ``version_arguments`` print.
    """

    variable: str
    names: tuple[str, ...]
    places: tuple[str, ...]
    version_arguments: tuple[str, ...]
    version_pattern: str

    def find(self, environ: Mapping[str, str] | None = None) -> Tool | None:
        """The program, ``None`` when it is not there; a path in ``variable`` that leads nowhere also gives ``None``."""
        environ = os.environ if environ is None else environ
        path = self._locate(environ)
        return None if path is None else Tool(path, _read_version(path, self.version_arguments, self.version_pattern))

    def _locate(self, environ: Mapping[str, str]) -> Path | None:
        if chosen := environ.get(self.variable):
            found = shutil.which(chosen, path=environ.get("PATH", ""))
            return Path(found) if found else None
        for name in self.names:
            if found := shutil.which(name, path=environ.get("PATH", "")):
                return Path(found)
        for place in self.places:
            variables = re.findall(r"\{(\w+(?:\(x86\))?)\}", place)
            if all(v in environ for v in variables):
                path = Path(re.sub(r"\{(\w+(?:\(x86\))?)\}", lambda m: environ[m[1]], place))
                if path.is_file():
                    return path
        return None


@lru_cache(maxsize=16)
def _read_version(path: Path, arguments: tuple[str, ...], pattern: str) -> str:
    try:
        command = [str(path), *arguments]
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    match = re.search(pattern, done.stdout.decode("utf-8", "replace"))
    return match[1] if match else ""
