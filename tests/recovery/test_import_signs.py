"""What a Word file shows and no letter says: equations, signs of fonts, capitals by format, hidden words, signed lines."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from docgen.document.model import Document, Paragraph, Section
from docgen.recovery import import_file
from docgen.recovery.importing import ImportedSpec
from docgen.spec import load_text
from tests.reading.raw import BODY, EMPTY, FOOT, HEAD, LIST, TITLE, c, p, package, r, t

MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
ONE, TWO = p("1. Một là."), p("2. Hai là.")


def run(words: str, properties: str) -> str:
    return f'<w:r><w:rPr>{properties}<w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def sign(char: str, font: str = "Wingdings") -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'


def equation(inner: str) -> str:
    return f'<m:oMath xmlns:m="{MATH}">{inner}</m:oMath>'


def spec_of(tmp_path: Path, *blocks: str) -> ImportedSpec:
    source = package(*blocks)
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for name in source.names:
            archive.writestr(name, source.read(name))
    (spec,) = import_file(path, language="en")
    return spec


def document_of(spec: ImportedSpec) -> Document:
    return load_text(spec.text, shown="x.yaml").document


def told(spec: ImportedSpec, code: str) -> list[str]:
    return [str(note.what) for note in spec.notes if note.code == code]


def body_lines(spec: ImportedSpec) -> list[str]:
    found = []
    for part in document_of(spec).body:
        found += [str(one.text) for one in (part.parts if isinstance(part, Section) else [part]) if isinstance(one, Paragraph)]
    return found


@pytest.mark.parametrize("around", ["{}", f'<m:oMathPara xmlns:m="{MATH}">{{}}</m:oMathPara>'])
def test_an_equation_keeps_its_letters(tmp_path: Path, around: str) -> None:
    def letters(words: str) -> str:
        return f"<m:r><m:t>{words}</m:t></m:r>"

    fraction = f"<m:f><m:num>{letters('a+b')}</m:num><m:den>{letters('2')}</m:den></m:f>"
    made = around.format(equation(letters("S=") + fraction))
    paragraph = p(r("Diện tích "), r("là ")).replace("</w:p>", f"{made}{r(' mỗi thửa.')}</w:p>")
    spec = spec_of(tmp_path, HEAD, TITLE, ONE, paragraph, TWO, FOOT)
    assert "Diện tích là S=(a+b)/2 mỗi thửa." in body_lines(spec)
    what = "An equation is written as letters on one line now: S=(a+b)/2"
    assert told(spec, "import-lost") == [what]
    lines = [line.strip(" -") for line in spec.text.splitlines()]
    assert lines[lines.index("Diện tích là S=(a+b)/2 mỗi thửa.") - 1] == f"# {what}"


def test_signs_of_fonts_become_letters(tmp_path: Path) -> None:
    typed = '<w:r><w:rPr><w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/></w:rPr><w:t>\uf0a3</w:t></w:r>'
    line = p(sign("F0FE"), r(" Có "), sign("A8"), r(" Không "), typed, r(" Khác."))
    spec = spec_of(tmp_path, HEAD, TITLE, ONE, line, TWO, FOOT)
    assert "☑ Có ☐ Không ☐ Khác." in body_lines(spec)
    assert told(spec, "import-lost") == []


def test_an_unknown_sign_is_told_where_it_stands(tmp_path: Path) -> None:
    spec = spec_of(tmp_path, HEAD, TITLE, ONE, p(r("Gặp "), sign("F04A"), r(" nhau.")), TWO, FOOT)
    what = "A sign is lost, because no letter is known for it: sign F04A of the font Wingdings"
    assert told(spec, "import-lost") == [what]
    lines = [line.strip(" -") for line in spec.text.splitlines()]
    assert lines[lines.index("Gặp \ufffd nhau.") - 1] == f"# {what}"


def test_capitals_by_format_are_written(tmp_path: Path) -> None:
    caps = "<w:caps/>"
    title = p(run("I. Mục tiêu", f"<w:b/>{caps}"))
    spec = spec_of(tmp_path, HEAD, TITLE, title, p(r("Xã "), run("tân an", caps), r(" thực hiện.")), p(r("Xong.")), FOOT)
    assert "Xã TÂN AN thực hiện." in body_lines(spec)
    # docgen prints titles of this level in capitals anyway
    assert "title: Mục tiêu" in spec.text


def test_what_is_set_otherwise_and_what_is_hidden_is_told(tmp_path: Path) -> None:
    hidden = p(r("Nêu rõ"), run(" điều kín", "<w:vanish/>"), r(" việc này."))
    spec = spec_of(tmp_path, HEAD, TITLE, ONE, hidden, p("Giữa trang.", align="center"), p(r("Chữ to.", size=20)), FOOT)
    assert told(spec, "import-lost") == [
        "Paragraphs in the middle or at the right are set like all others now.",
        "Words of another size than the rest of the text are as large as it now.",
        "Hidden words are left out: điều kín",
    ]
    assert not told(spec_of(tmp_path, HEAD, TITLE, ONE, p("Hết."), FOOT), "import-lost")


@pytest.mark.parametrize("line", ["(Đã ký)", "(đã ký và đóng dấu)", "(Ký, ghi rõ họ tên)", "(Ký tên, đóng dấu)"])
def test_what_says_that_somebody_signs_is_left_out(tmp_path: Path, line: str) -> None:
    signed = c("GIÁM ĐỐC", style="b") + c(line) + c("Nguyễn Văn An", style="b")
    spec = spec_of(tmp_path, HEAD, TITLE, BODY, t([LIST, signed]))
    (signature,) = document_of(spec).signatures
    assert (str(signature.title), str(signature.name)) == ("GIÁM ĐỐC", "Nguyễn Văn An")
    assert told(spec, "import-left-out") == [f"Words are left out: {line}"]
    assert not told(spec, "import-left")
    assert f"# Words are left out: {line} – It says that somebody has signed." in spec.text


def test_between_office_and_name_in_one_paragraph(tmp_path: Path) -> None:
    spec = spec_of(tmp_path, HEAD, TITLE, BODY, t([LIST, c("GIÁM ĐỐC\n(Đã ký)\nNguyễn Văn An", style="b")]))
    (signature,) = document_of(spec).signatures
    assert (str(signature.title), str(signature.name)) == ("GIÁM ĐỐC", "Nguyễn Văn An")


def test_a_telephone_below_the_name_is_no_second_signer(tmp_path: Path) -> None:
    signed = c("GIÁM ĐỐC", style="b") + EMPTY * 3 + c("Nguyễn Văn An", style="b") + c("ĐT: 0912 345 678")
    spec = spec_of(tmp_path, HEAD, TITLE, BODY, t([LIST, signed]))
    (signature,) = document_of(spec).signatures
    assert (str(signature.title), str(signature.name)) == ("GIÁM ĐỐC", "Nguyễn Văn An")
    assert told(spec, "import-left-out") == ["Words are left out: ĐT: 0912 345 678"]


def test_a_form_to_be_signed_keeps_its_words(tmp_path: Path) -> None:
    """Nobody signs there yet, so the words are those of the form."""
    form = c("PHỤ LỤC", "MẪU ĐƠN", style="b") + p("Tôi xin đăng ký.") + c("THỦ TRƯỞNG ĐƠN VỊ", style="b") + c("(Ký, đóng dấu)")
    spec = spec_of(tmp_path, HEAD, TITLE, BODY, FOOT, '<w:p><w:r><w:br w:type="page"/></w:r></w:p>', form)
    assert "(Ký, đóng dấu)" in " ".join(line for line in spec.text.splitlines() if not line.lstrip().startswith("#"))
