"""What check and fix are asked alike: which rules, which files, how many processes."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from docgen.checking.wishes import AUTO, Wishes
from docgen.cli.words import Option, WholeNumber
from docgen.problems import Message, msg

if TYPE_CHECKING:
    from docgen.config.settings import Settings

_RULES = "CODE,…"
_PARTY = "party"
"""What new specs may follow; of a file to be checked the date tells which edition that is."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What to look at and how: options of the command line, else of the settings, else the usual ones."""

    paths: tuple[str, ...]
    wishes: Wishes
    exclude: tuple[str, ...]
    jobs: int | None


def rule_options() -> list[click.Parameter]:
    """The options that choose rules, new objects each time."""
    return [
        Option(["--standard"], metavar="NAME", words=msg("The rules: auto (by the document's date), nd30, hd05 or hd36.")),
        Option(
            ["--select"],
            multiple=True,
            callback=_split_names,
            metavar=_RULES,
            words=msg("Only these rules: codes, names or groups."),
        ),
        Option(["--ignore"], multiple=True, callback=_split_names, metavar=_RULES, words=msg("Leave these rules out.")),
        Option(
            ["--only"],
            type=click.Choice(("all", "text")),
            words=msg("text: only what the words of an act order, not its samples or practice."),
        ),
        Option(["--preview/--no-preview"], default=None, words=msg("Rules that are new in this version count, too.")),
    ]


def file_options(listed: Message) -> list[click.Parameter]:
    """The options that choose files, new objects each time; ``listed``: the help of ``--files-from``."""
    return [
        Option(["--exclude"], multiple=True, metavar="GLOB", words=msg("Names or paths that folders leave out.")),
        Option(["--files-from"], metavar="FILE", words=listed),
        Option(["--jobs"], type=WholeNumber(0), metavar="N", words=msg("How many processes; 0 for one a processor.")),
    ]


def choose(settings: Settings | None, paths: tuple[str, ...], options: Mapping[str, Any]) -> Chosen:
    """Fill in what the command line leaves open. Raises ``DocgenError`` if the list of files cannot be read.

    ``options`` are those of ``rule_options`` and ``file_options``, and ``fail_on`` where the command has it.
    """
    fail_on, files_from, jobs = options.get("fail_on"), options["files_from"], options["jobs"]
    only = options["only"] or (settings and settings.only)
    preview = options["preview"] if options["preview"] is not None else settings and settings.preview
    wishes = Wishes(
        options["standard"] or choose_standard(settings),
        options["select"] or (settings.select if settings else ()),
        options["ignore"] or (settings.ignore if settings else ()),
        only == "text",
        bool(preview),
        fail_on or (settings and settings.fail_on) or "error",
        frozenset(name for name in ("standard", "select", "ignore", "only", "fail_on") if options.get(name)),
        settings.overrides if settings else (),
        str(settings.file.parent) if settings and settings.file else os.curdir,
        (settings and settings.check.agency) or AUTO,
        str(settings.file) if settings and settings.file else "",
    )
    listed = () if files_from is None else tuple(_read_list(files_from))
    return Chosen(
        (*paths, *listed) if paths or files_from is not None else (os.curdir,),
        wishes,
        (*(settings.exclude if settings else ()), *options["exclude"]),
        jobs if jobs is not None else settings.jobs if settings else None,
    )


def choose_standard(settings: Settings | None) -> str:
    """The rule set that the settings name for files to be checked, else that for new specs, else that of each file's date."""
    if settings is None:
        return AUTO
    if settings.check.standard is not None:
        return settings.check.standard
    return settings.standard if settings.standard not in (None, _PARTY) else AUTO


def _split_names(ctx: click.Context, param: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    """The names in values that may hold several, with commas."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _read_list(path: str) -> list[str]:
    from docgen.checking.files import read_list, read_list_file

    if path != "-":
        return read_list_file(path)
    return read_list(sys.stdin.buffer.read().decode("utf-8", "surrogateescape"))
