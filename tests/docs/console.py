"""Console blocks of the guides: taken apart, run, and made comparable."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
_FENCED = re.compile(r"^```([\w-]+)(?: ([^\n]*))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COPY = re.compile(r"\.[0-9a-f]{8}(?=\.bak\.)")
_SECONDS = re.compile(r"\b\d+\.\d(?= (?:s|giây)\b)")


def fenced(text: str) -> list[tuple[str, str, str]]:
    """The fenced blocks of a page in order, as (kind, what stands behind it, content)."""
    return _FENCED.findall(text)


def without_blocks(text: str) -> str:
    """A page without its fenced blocks."""
    return _FENCED.sub("", text)


def sessions(console: str) -> list[tuple[str, str]]:
    """The commands of a console block with what is printed behind each."""
    parts = re.split(r"^\$ (.*)\n", console, flags=re.MULTILINE)
    assert parts[0] == ""
    return list(zip(parts[1::2], parts[2::2], strict=True))


def run(words: list[str], language: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """``python`` with ``words`` in ``folder``; errors come out among the rest."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "DOCGEN_LANG": language, "PYTHONIOENCODING": "utf-8"}
    environ = {key: value for key, value in environ.items() if key != "GITHUB_ACTIONS"}
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def docgen(command: str, language: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A command line that begins with ``docgen``."""
    words = shlex.split(command)
    assert words[0] == "docgen"
    return run(["-m", "docgen", *words[1:]], language, folder)


def comparable(text: str) -> str:
    """What was printed, without times and the hashes in names of copies, and with slashes."""
    return _COPY.sub(".N", _SECONDS.sub("N", text)).replace("\\", "/").rstrip("\n")


def replay(page: str, language: str, folder: Path) -> list[str]:
    """Run every console block of ``page`` in ``folder`` and compare; gives the commands.

    A block of another kind with a path behind it (``toml docgen.toml``) is a file that the commands after it need.
    ``echo $?`` prints the exit code of the command before it.
    """
    commands: list[str] = []
    code = 0
    for kind, name, text in fenced(page):
        if kind != "console":
            if "." in name:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_text(text, encoding="utf-8")
            continue
        for command, expected in sessions(text):
            if command == "echo $?":
                assert f"{code}\n" == expected, f"exit code of {commands[-1]}"
                continue
            done = docgen(command, language, folder)
            assert comparable(done.stdout) == comparable(expected), command
            code = done.returncode
            commands.append(command)
    return commands
