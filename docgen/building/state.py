"""The cache beside the outputs: what each was made from. It may be deleted at any time; the truth is in the Word files."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from typing import Any

from docgen.building.fingerprints import Signature

FOLDER, NAME = ".docgen", "state.json"
VERSION = 2


@dataclass(slots=True)
class Entry:
    """What one output was made from.

    ``spec`` is the absolute path; ``agencies`` are the agency files above it that existed, nearest first (a new one changes
    the list); ``inputs`` are pairs of path and hash of every file read besides the spec; ``tools`` is ``sign_tools`` of that
    time; ``seen`` is the start, in nanoseconds, of the run that last knew all this to be right. ``pdf``, once docgen wrote one,
    is the PDF's signature and the hash of the Word file it was made from. ``today`` is ``None`` for a document with a date of
    its own, else the day given for today, which dates the file's properties; empty when none was given.
    """

    spec: str
    spec_signature: Signature
    output_signature: Signature
    agencies: tuple[str, ...]
    inputs: tuple[tuple[str, str], ...]
    tools: str
    seen: int
    pdf: tuple[Signature, str] | None = None
    today: str | None = None


@dataclass(slots=True)
class State:
    """``entries`` by output key, and ``files``: the signatures of agency files, layers and templates with their ``seen``."""

    entries: dict[str, Entry] = field(default_factory=dict)
    files: dict[str, tuple[Signature, int]] = field(default_factory=dict)

    def outputs(self) -> dict[str, str]:
        """The output key by the absolute path of its spec; of several the first in order."""
        return {self.entries[key].spec: key for key in sorted(self.entries, reverse=True)}


def state_path(out: str) -> str:
    """Where the state of the out folder ``out`` is."""
    return os.path.join(out, FOLDER, NAME)


def load_state(out: str) -> State:
    """The state of the folder ``out`` (absolute); an empty one if there is none, or none that this version understands.

    The state of a folder that was moved or copied counts as none: its absolute paths are those of another project.
    """
    try:
        with open(state_path(out), "rb") as file:
            raw = json.loads(file.read())
        if raw["version"] != VERSION or raw["folder"] != out:
            return State()
        entries = {key: _read_entry(value) for key, value in raw["outputs"].items()}
        files = {path: (Signature(*value[:3]), int(value[3])) for path, value in raw["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return State()
    return State(entries, files)


def save_state(out: str, state: State) -> None:
    """Write the state whole or not at all; that it cannot be written is no error, since it is only a cache."""
    from pathlib import Path

    from docgen.jobs.files import write_atomic
    from docgen.problems import DocgenError

    raw = {
        "version": VERSION,
        "folder": out,
        "outputs": {key: _write_entry(entry) for key, entry in sorted(state.entries.items())},
        "files": {path: [*signature, seen] for path, (signature, seen) in sorted(state.files.items())},
    }
    path = Path(state_path(out))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        ignore = path.with_name(".gitignore")
        if not ignore.exists():
            write_atomic(ignore, b"*\n")
        write_atomic(path, json.dumps(raw, separators=(",", ":")).encode("utf-8"))
    except (OSError, DocgenError):
        return


def _read_entry(raw: list[Any]) -> Entry:
    spec, spec_signature, output_signature, agencies, inputs, tools, seen, pdf, today = raw
    return Entry(
        spec,
        Signature(*spec_signature),
        Signature(*output_signature),
        tuple(agencies),
        tuple((path, digest) for path, digest in inputs),
        tools,
        int(seen),
        (Signature(*pdf[:3]), pdf[3]) if pdf else None,
        today,
    )


def _write_entry(entry: Entry) -> list[Any]:
    return [
        entry.spec,
        entry.spec_signature,
        entry.output_signature,
        entry.agencies,
        entry.inputs,
        entry.tools,
        entry.seen,
        [*entry.pdf[0], entry.pdf[1]] if entry.pdf else None,
        entry.today,
    ]
