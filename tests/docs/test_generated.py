"""What CONTRIBUTING calls generated is what its command makes now."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from docgen.standards import load_standard, standard_names
from docgen.templating import make_template

TEMPLATES = Path(__file__).parents[2] / "templates"


def parts(package: bytes) -> list[tuple[str, bytes]]:
    """Names and bytes in order; the deflated bytes may differ from one zlib to the next."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


@pytest.mark.parametrize("name", standard_names())
def test_committed_templates_are_those_that_the_rule_sets_make(name: str) -> None:
    committed = (TEMPLATES / name / "van-ban.docx").read_bytes()
    made = make_template(load_standard(name))
    assert parts(made) == parts(committed), f"templates/{name}/van-ban.docx is out of date: run make templates"


def test_there_is_a_template_for_each_rule_set_and_no_other() -> None:
    assert sorted(path.parent.name for path in TEMPLATES.glob("*/*.docx")) == sorted(standard_names())
