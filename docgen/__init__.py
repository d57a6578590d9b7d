"""docgen drafts Vietnamese administrative documents: a YAML spec becomes a Word file in the prescribed layout.

    from pathlib import Path
    from docgen import build, load_spec, render

    spec = load_spec("ke-hoach.yaml")                           # raises DocgenError with every problem
    Path("ke-hoach.docx").write_bytes(render(spec.document, spec.standard))
    result = build(["specs"], "build")                          # only what is out of date
    found = check(["van-ban"])                                  # any Word file, and specs
    fixed = fix(["van-ban"], out="da-sua")                      # copies with the safe repairs

Nothing here prints or exits. Names are imported on first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen._version import __version__

if TYPE_CHECKING:
    from docgen.building import build
    from docgen.checking import check, fix
    from docgen.problems import DocgenError, Problem
    from docgen.rendering import render
    from docgen.spec import load_spec

__all__ = ["DocgenError", "Problem", "__version__", "build", "check", "fix", "load_spec", "render"]

_HOMES = {
    "build": "docgen.building",
    "check": "docgen.checking",
    "fix": "docgen.checking",
    "DocgenError": "docgen.problems",
    "load_spec": "docgen.spec",
    "Problem": "docgen.problems",
    "render": "docgen.rendering",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
