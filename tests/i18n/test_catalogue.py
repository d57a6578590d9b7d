"""The shipped catalogues are complete, and the tool that keeps them finds what is wrong."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from docgen.i18n import translate
from docgen.problems import msg

pytest.importorskip("babel")
from babel.messages import Catalog

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogue", ROOT / "tools" / "catalogue.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("domain", ["docgen", "click"])
def test_every_sentence_is_translated(tool: ModuleType, domain: str) -> None:
    assert list(tool.find_faults(domain)) == []


def test_a_sentence_comes_out_in_vietnamese() -> None:
    assert translate(msg("Add `{key}: …`.", key="place"), "vi") == "Hãy thêm `place: …`."
    assert translate(msg("Add `{key}: …`.", key="place"), "en") == "Add `place: …`."


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ('msg("known {x}", x=1)', ""),
        ('msg("known {x}", **values)', ""),
        ('msg("known {x}")', "do not fit"),
        ('msg("known {x}", x=1, y=2)', "do not fit"),
        ("msg(sentence)", "literal"),
        ('msg(f"known {x}")', "literal"),
        ('msg("unknown")', "not extracted"),
    ],
)
def test_calls_that_would_fail_in_a_users_hands_are_found(tool: ModuleType, tmp_path: Path, code: str, fault: str) -> None:
    module = tmp_path / "module.py"
    module.write_text(code, "utf-8")
    template = Catalog()
    template.add("known {x}")
    faults = list(tool.find_call_faults(module, template))
    assert len(faults) == bool(fault)
    assert all(fault in found for found in faults)


def test_placeholders_are_names_without_their_format(tool: ModuleType) -> None:
    assert tool.list_placeholders("{b:>5} and {a!r}, {{c}} {b}") == ["a", "b"]
