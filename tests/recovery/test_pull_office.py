"""A file that LibreOffice opened, changed and saved still tells which words are which: bookmarks survive, pull works."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from docgen.converting.libreoffice import find_libreoffice
from docgen.spec import load_spec
from tests.support.word_edits import build, differing_lines, pull_into

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is not installed"),
]

_LIBRARY = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Edit"/></library:library>
"""
_MODULE = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edit" script:language="StarBasic">
Sub Main(source As String, target As String, old As String, fresh As String, above As String, added As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  change = doc.createReplaceDescriptor()
  change.SearchString = old
  change.ReplaceString = fresh
  doc.replaceAll(change)
  search = doc.createSearchDescriptor()
  search.SearchString = above
  found = doc.findFirst(search)
  cursor = found.Text.createTextCursorByRange(found.End)
  cursor.gotoEndOfParagraph(False)
  found.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  found.Text.insertString(cursor, added, False)
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "MS Word 2007 XML"
  doc.storeToURL(target, filter())
  doc.close(True)
End Sub
</script:module>
"""
SPECS = Path(__file__).parents[2] / "specs" / "nha-nuoc"


def _edit_in_libreoffice(folder: Path, source: Path, *words: str) -> Path:
    """``source`` after ``words[0]`` became ``words[1]`` and a paragraph ``words[3]`` was typed below ``words[2]``."""
    program = find_libreoffice()
    assert program is not None
    path = getattr(program, "path", program)
    start = [str(path), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    # the first start makes the profile, with an empty library of macros
    subprocess.run([*start, "--terminate_after_init"], capture_output=True, timeout=120, check=False)
    library = folder / "profile" / "user" / "basic" / "Standard"
    if not library.is_dir():
        subprocess.run([*start, "macro:///Standard.Module1.Main"], capture_output=True, timeout=120, check=False)
    library.mkdir(parents=True, exist_ok=True)
    (library / "script.xlb").write_text(_LIBRARY, "utf-8")
    (library / "Edit.xba").write_text(_MODULE, "utf-8")
    target = folder / "sua.docx"
    told = ",".join(f'"{one}"' for one in (source.as_uri(), target.as_uri(), *words))
    subprocess.run([*start, f"macro:///Standard.Edit.Main({told})"], capture_output=True, timeout=120, check=False)
    return target


def test_pull_works_after_libreoffice(tmp_path: Path) -> None:
    spec = SPECS / "ke-hoach-hanh-dong.yaml"
    source = tmp_path / "goc.docx"
    source.write_bytes(build(spec))
    words = ("biết cách tự bảo vệ", "biết cách tự lo", "Nâng cao năng lực chỉ huy", "- Giữ liên lạc thông suốt.")
    edited = _edit_in_libreoffice(tmp_path, source, *words)
    pulled = pull_into(spec, edited.read_bytes())
    assert pulled.text is not None
    own = spec.read_text("utf-8")
    gone, come = differing_lines(own, pulled.text)
    assert come == [gone[0].replace("tự bảo vệ", "tự lo"), "  - Giữ liên lạc thông suốt."]
    assert len(gone) == 1
    assert pulled.is_complete, pulled.changes
    assert load_spec(spec).document.title is not None
