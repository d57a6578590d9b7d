"""The shipped templates, and an agency's own in their place."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from docgen.rendering import render
from docgen.spec import load_spec
from docgen.standards import load_standard, standard_names
from docgen.templating import compile_template, load_template, make_template, shipped_template
from tests.support.documents import STANDARDS, sample
from tests.support.reading import paragraphs_in, read_part
from tests.templating.kit import compiled, packed, paragraph, parts_of, refused, with_paragraphs

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.parametrize("standard", STANDARDS)
def test_shipped_templates_are_what_the_rules_make(standard: str) -> None:
    shipped = (ROOT / "templates" / standard / "van-ban.docx").read_bytes()
    assert shipped == make_template(load_standard(standard)), "the rules have changed: run “make templates” and commit the result"


def test_every_rule_set_has_a_template() -> None:
    assert set(STANDARDS) == set(standard_names())
    for name in standard_names():
        assert shipped_template(name) is not None


@pytest.mark.parametrize("standard", STANDARDS)
def test_a_template_made_twice_is_the_same_and_readable(standard: str, tmp_path: Path) -> None:
    first = make_template(load_standard(standard))
    assert first == make_template(load_standard(standard))
    (tmp_path / "a.docx").write_bytes(first)
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        assert archive.testzip() is None


SPEC = """\
type: kế hoạch
{issuer}
title: kiểm tra mẫu riêng
{template}
body:
  - text: Nội dung của kế hoạch.
distribution:
  - Các phòng
signature:
  title: GIÁM ĐỐC
  name: Trần Văn An
date: 2026-03-05
number: 5
"""
AGENCY = """\
agencies:
  so-noi-vu:
    issuer:
      name: SỞ NỘI VỤ
      code: SNV
    standard: nd30
    place: An Bình
    template: mẫu/Mẫu của sở.docx
"""
OWN_ISSUER = "standard: nd30\nplace: An Bình\nissuer:\n  name: SỞ NỘI VỤ\n  code: SNV"
REMARK = "Mẫu riêng của sở số {{ number }}"


@pytest.mark.parametrize("named_in", ["spec", "agency.yaml"])
def test_an_agencys_own_template_is_used_wherever_it_is_named(named_in: str, tmp_path: Path) -> None:
    folder = tmp_path / "Thư mục có dấu"
    (folder / "mẫu").mkdir(parents=True)
    (folder / "mẫu" / "Mẫu của sở.docx").write_bytes(with_paragraphs(paragraph(REMARK)))
    issuer, template = ("issuer: so-noi-vu", "") if named_in == "agency.yaml" else (OWN_ISSUER, "template: mẫu/Mẫu của sở.docx")
    (folder / "a.yaml").write_text(SPEC.format(issuer=issuer, template=template), encoding="utf-8")
    if named_in == "agency.yaml":
        (folder / "agency.yaml").write_text(AGENCY, encoding="utf-8")
    loaded = load_spec(folder / "a.yaml")
    assert loaded.template is not None
    made = render(loaded.document, loaded.standard, template=load_template(loaded.standard, loaded.template))
    assert any(words.startswith("Mẫu riêng của sở số ") and "5/KH-SNV" in words for words in paragraphs_in(made))
    usual = render(loaded.document, loaded.standard)
    assert not any("Mẫu riêng" in words for words in paragraphs_in(usual))


def test_a_bad_template_of_an_agency_is_named(tmp_path: Path) -> None:
    path = tmp_path / "Mẫu của sở.docx"
    path.write_bytes(with_paragraphs(paragraph("{{ nothing }}")))
    problem = refused(lambda: load_template(load_standard("nd30"), path))[0]
    assert problem.place is not None
    assert problem.place.path.endswith("Mẫu của sở.docx")
    assert "uses nothing" in str(problem.what)


def test_a_document_made_by_docgen_can_not_pass_for_a_template() -> None:
    """It has the words and no tags: its own text would stand in every document, and theirs would be lost."""
    made = render(sample(), load_standard("nd30"))
    problems = refused(lambda: compile_template(made, load_standard("nd30"), "a.docx"))
    assert {p.code for p in problems} == {"template-incomplete"}


def test_names_and_machines_of_the_template_do_not_go_into_documents() -> None:
    parts = parts_of(make_template(load_standard("nd30")))
    parts["docProps/app.xml"] = parts["docProps/app.xml"].replace(b"<Application>", b"<Company>LAN-PC</Company><Application>")
    parts["docProps/core.xml"] = parts["docProps/core.xml"].replace(b"<dc:title>", b"<dc:creator>Lan</dc:creator><dc:title>")
    made = parts_of(render(sample(), load_standard("nd30"), template=compiled(packed(parts))))
    assert not any(b"LAN-PC" in data or b">Lan<" in data for data in made.values())


def test_the_ids_of_a_template_are_not_doubled_in_documents() -> None:
    """A bookmark, a drawing and Word's own paragraph ids in what a loop repeats."""
    ids = '<w:bookmarkStart w:id="0" w:name="muc"/><w:bookmarkEnd w:id="0"/>'
    ids += '<w:bookmarkStart w:id="1" w:name="_GoBack"/><w:bookmarkEnd w:id="1"/>'
    w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:paraId="1A2B3C4D"'
    xml = read_part(render(sample(), load_standard("nd30"), template=compiled(with_paragraphs(f"<w:p {w14}>{ids}</w:p>"))))
    numbers = re.findall(r'<w:bookmarkStart w:id="(\d+)"', xml)
    assert len(numbers) == len(set(numbers))
    assert "_GoBack" not in xml
    assert "paraId" not in xml


@pytest.mark.skipif(find_spec("hatchling") is None, reason="hatchling, which builds wheels, is not installed")
def test_the_wheel_holds_the_templates(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for name in ("docgen", "templates"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        if (ROOT / name).exists():
            shutil.copy(ROOT / name, source / name)
        else:
            (source / name).write_text("x", encoding="utf-8")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")]
    subprocess.run(command, cwd=source, check=True, capture_output=True, timeout=120)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        for standard in STANDARDS:
            found = archive.read(f"docgen/shipped_templates/{standard}/van-ban.docx")
            assert found == make_template(load_standard(standard))
