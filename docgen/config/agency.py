"""agency.yaml: every such file from a folder upwards, read and merged; the nearest wins key by key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from docgen.config.common import Agency, AgencyFile, Recipient, Signature
from docgen.config.data import Leaf
from docgen.config.finding import AGENCY_FILE, find_agency_files
from docgen.config.keys import known_keys
from docgen.config.reading import join_problems, read_record
from docgen.config.records import Record
from docgen.problems import DocgenError, Problem
from docgen.sources import SourceText, examine, read_text

#: how pointers into an agency file begin
PREFIX = f"{AGENCY_FILE}#"
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class AgencyBook:
    """What the agency files say, merged: the keys of agencies, labels and signers one by one, lists as a whole.

    Every value knows its place. ``files`` are the files read, nearest first; ``problems`` what is wrong in them.
    """

    agencies: Mapping[str, Agency] = field(default_factory=dict)
    signers: Mapping[str, Signature] = field(default_factory=dict)
    lists: Mapping[str, tuple[Leaf | Recipient, ...]] = field(default_factory=dict)
    files: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_agencies(start: Path) -> AgencyBook:
    """The agency files that count for specs in the folder ``start``, merged. What is wrong in them is in ``problems``."""
    return merge_agencies(find_agency_files(start))


def merge_agencies(files: tuple[Path, ...]) -> AgencyBook:
    """``files`` (nearest first) merged into one book."""
    agencies: dict[str, Agency] = {}
    signers: dict[str, Signature] = {}
    lists: dict[str, tuple[Leaf | Recipient, ...]] = {}
    problems: list[Problem] = []
    for path in files:
        try:
            found, wrong = _read(read_text(path))
        except DocgenError as error:
            problems += error.problems
            continue
        problems += wrong
        if found is None:
            continue
        for name, agency in found.agencies.items():
            agencies[name] = _merge(agencies[name], agency) if name in agencies else agency
        for name, signer in found.signers.items():
            signers[name] = _merge(signers[name], signer) if name in signers else signer
        lists = {**{name: tuple(entries) for name, entries in found.lists.items()}, **lists}
    return AgencyBook(agencies, signers, lists, files, tuple(problems))


@lru_cache(maxsize=64)
def _read(source: SourceText) -> tuple[AgencyFile | None, tuple[Problem, ...]]:
    examined = examine(source, keys=known_keys())
    if examined.root is None:
        return None, examined.problems
    found, problems = read_record(source, examined.root, AgencyFile, PREFIX)
    return found, tuple(join_problems(examined.problems, problems))


def _merge(near: R, far: R) -> R:
    given = {name: getattr(far, name) for name in far.given() if getattr(near, name) is None}
    both = {
        name: _merge(mine, theirs)
        for name in far.given()
        if name == "labels"
        and isinstance(mine := getattr(near, name), Record)
        and isinstance(theirs := getattr(far, name), Record)
    }
    return near.model_copy(update={**given, **both})
