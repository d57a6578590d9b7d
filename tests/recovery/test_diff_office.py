"""LibreOffice accepts and rejects the tracked changes of a comparison as meant."""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from docgen.converting.libreoffice import find_libreoffice
from docgen.recovery.redlining import make_redline
from tests.checks.making import made_from
from tests.recovery.redlines import compared, side

SCRIPT = Path(__file__).with_name("resolving_in_office.py")
PAIRS = [("nha-nuoc/ke-hoach-hanh-dong", "nha-nuoc/bao-cao"), ("nha-nuoc/bao-cao", "dang/ke-hoach-hoi-nghi")]


@cache
def _python() -> str | None:
    """A Python that can speak with LibreOffice: distributions give it to their own one only."""
    known = [sys.executable, "/usr/bin/python3", shutil.which("python3") or ""]
    office = find_libreoffice()
    if office is not None:
        known.append(str(Path(office.path).with_name("python")))
    for one in filter(None, known):
        if Path(one).exists() and subprocess.run([one, "-c", "import uno"], capture_output=True, check=False).returncode == 0:
            return one
    return None


def _lines(file: Path) -> list[str]:
    """Lines with letters: where a table came or went LibreOffice leaves a blank one beside it."""
    text = file.read_text("utf-8-sig").replace("\u200b", "")
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


@pytest.mark.office
@pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is not installed")
def test_libreoffice_gives_back_both_documents(tmp_path: Path) -> None:
    python, office = _python(), find_libreoffice()
    if python is None:
        pytest.skip("no Python knows LibreOffice")
    assert office is not None
    words: list[str] = []
    for number, (old, new) in enumerate(PAIRS):
        ours, theirs = made_from(old), made_from(new)
        both = make_redline(side(ours), side(theirs), compared(ours, theirs)).data
        for name, data, wishes in (("old", ours, ("Keep",)), ("new", theirs, ("Keep",)), ("both", both, ("Accept", "Reject"))):
            file = tmp_path / f"{number}-{name}.docx"
            file.write_bytes(data)
            for wish in wishes:
                words += [str(file), wish, str(tmp_path / f"{number}-{name}-{wish}.txt")]
    command = [python, str(SCRIPT), str(office.path), str(tmp_path / "profile"), *words]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    for number in range(len(PAIRS)):
        assert _lines(tmp_path / f"{number}-both-Accept.txt") == _lines(tmp_path / f"{number}-new-Keep.txt")
        assert _lines(tmp_path / f"{number}-both-Reject.txt") == _lines(tmp_path / f"{number}-old-Keep.txt")
