from __future__ import annotations

import sys
from pathlib import Path

import pytest

from docgen.converting.libreoffice import LIBREOFFICE, missing_libreoffice
from docgen.converting.probing import Tool, ToolProbe

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs of these tests are shell scripts")


def script(path: Path, says: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{says}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def probe(**changed: tuple[str, ...]) -> ToolProbe:
    return ToolProbe("DOCGEN_THING", ("thing",), changed.get("places", ()), ("--version",), r"Thing ([0-9.]+)")


def test_the_variable_wins_over_the_path(tmp_path: Path) -> None:
    script(tmp_path / "bin" / "thing", "echo Thing 1.0")
    own = script(tmp_path / "own folder" / "my thing", "echo Thing 2.5.1 beta")
    environ = {"PATH": str(tmp_path / "bin"), "DOCGEN_THING": str(own)}
    assert probe().find(environ) == Tool(own, "2.5.1")
    assert probe().find({"PATH": str(tmp_path / "bin")}) == Tool(tmp_path / "bin" / "thing", "1.0")


def test_a_variable_that_leads_nowhere_finds_nothing(tmp_path: Path) -> None:
    script(tmp_path / "bin" / "thing", "echo Thing 1.0")
    assert probe().find({"PATH": str(tmp_path / "bin"), "DOCGEN_THING": str(tmp_path / "none")}) is None


def test_usual_places_are_looked_at_last(tmp_path: Path) -> None:
    hidden = script(tmp_path / "Program Files" / "Thing" / "thing", "echo Thing 3.0")
    places = ("{NoSuch(x86)}/Thing/thing", "{ProgramFiles}/Thing/thing")
    environ = {"PATH": str(tmp_path), "ProgramFiles": str(tmp_path / "Program Files")}
    assert probe(places=places).find(environ) == Tool(hidden, "3.0")
    assert probe(places=places).find({"PATH": str(tmp_path)}) is None


def test_a_program_that_does_not_say_its_version_is_still_there(tmp_path: Path) -> None:
    path = script(tmp_path / "thing", "exit 1")
    assert probe().find({"PATH": str(tmp_path)}) == Tool(path, "")


def test_the_version_of_libreoffice_is_understood(tmp_path: Path) -> None:
    script(tmp_path / "soffice", 'echo "LibreOffice 7.4.7.2 40(Build:2)"')
    found = LIBREOFFICE.find({"PATH": str(tmp_path)})
    assert found is not None
    assert found.version == "7.4.7.2"


def test_the_remedy_fits_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DOCGEN_SOFFICE", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert "apt install libreoffice-writer-nogui" in str(missing_libreoffice().remedy)
    monkeypatch.setattr(sys, "platform", "win32")
    assert "libreoffice.org" in str(missing_libreoffice().remedy)
    monkeypatch.setenv("DOCGEN_SOFFICE", "/no/such")
    assert "/no/such" in str(missing_libreoffice().what)
