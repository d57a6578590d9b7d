"""Files from strangers: each is one finding or one clear error, and the others are still checked."""

from __future__ import annotations

import io
import random
import re
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.checking import CheckedFile, Status, check
from docgen.problems import Level
from tests.checks.making import MAIN, packed, parts_of, spoilt
from tests.support.checked import SMALL_MOTTO, bad, codes, good, write

STYLES = "word/styles.xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def check_beside_others(data: bytes) -> CheckedFile:
    """The outcome for ``data``, between two files that must be checked whatever it is."""
    write(Path("a.docx"), bad())
    write(Path("b.docx"), data)
    write(Path("c.docx"), good())
    first, middle, last = check(["."]).files
    assert (codes(first), codes(last)) == ([SMALL_MOTTO], [])
    assert not any(problem.code in ("check-bug", "DG001") for problem in middle.problems), middle.problems
    return middle


def bomb() -> bytes:
    """A few hundred kilobytes that inflate to gigabytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in parts_of(good()).items():
            archive.writestr(name, content)
        archive.writestr("word/media/big.bin", bytes(200_000_000))
    return held.getvalue()


def replaced(name: str, content: bytes) -> bytes:
    return packed({**parts_of(good()), name: content})


def without(name: str) -> bytes:
    return packed({part: content for part, content in parts_of(good()).items() if part != name})


def entities(part: str) -> bytes:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    start = f'<!DOCTYPE w [<!ENTITY e0 "ha">{levels}]>'
    xml = parts_of(good())[part].decode().split("?>", 1)[1]
    return replaced(part, f'<?xml version="1.0"?>{start}{xml}'.encode())


UNREADABLE: dict[str, Callable[[], bytes]] = {
    "zip bomb": bomb,
    "entity bomb": lambda: entities(MAIN),
    "cut off": lambda: good()[: len(good()) // 2],
    "no directory": lambda: good()[:-22],
    "text": lambda: "Kế hoạch".encode(),
    "empty": lambda: b"",
    "pdf": lambda: b"%PDF-1.7\n",
    "old word": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000),
    "encrypted": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + bytes(900),
    "no main part": lambda: without(MAIN),
    "no types": lambda: without("[Content_Types].xml"),
    "a spreadsheet": lambda: replaced(
        "[Content_Types].xml", parts_of(good())["[Content_Types].xml"].replace(b"wordprocessingml", b"spreadsheetml")
    ),
    "broken xml": lambda: replaced(MAIN, parts_of(good())[MAIN][:-200]),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_one_clear_error(name: str) -> None:
    file = check_beside_others(UNREADABLE[name]())
    assert file.status is Status.UNREADABLE
    assert file.problems
    assert all(problem.level is Level.ERROR and problem.remedy is not None for problem in file.problems)
    assert file.documents == ()


def cyclic_styles() -> bytes:
    return spoilt(good(), r'(<w:style [^>]*w:styleId="motto">.*?)(<w:basedOn [^>]*/>)?', r'\1<w:basedOn w:val="motto"/>', STYLES)


READABLE: dict[str, Callable[[], bytes]] = {
    "no styles": lambda: without(STYLES),
    "no settings": lambda: without("word/settings.xml"),
    "no theme": lambda: without("word/theme/theme1.xml"),
    "no header": lambda: without("word/header1.xml"),
    "cyclic styles": cyclic_styles,
    "alignment start": lambda: spoilt(good(), r'<w:jc w:val="left"/>', '<w:jc w:val="start"/>'),
    "absurd values": lambda: spoilt(
        spoilt(good(), r'w:left="1701"', 'w:left="99999999999999999999"'), r'w:w="11906"', 'w:w="-5"'
    ),
    "values that are no numbers": lambda: spoilt(good(), r'w:val="26"', 'w:val="large"', STYLES, 0),
    "an empty body": lambda: replaced(MAIN, f'<w:document xmlns:w="{W}"><w:body/></w:document>'.encode()),
    "no body": lambda: replaced(MAIN, f'<w:document xmlns:w="{W}"/>'.encode()),
}


@pytest.mark.parametrize("name", READABLE)
def test_what_can_be_read_is_judged_or_said_to_be_unreadable(name: str) -> None:
    file = check_beside_others(READABLE[name]())
    if file.status is Status.UNREADABLE:
        assert all(problem.remedy is not None for problem in file.problems)


def test_ten_megabytes_in_one_paragraph_take_no_more_than_their_time() -> None:
    chance = random.Random(7)
    syllables = ["các", "cơ", "quan,", "đơn", "vị", "năm", "ngày", "05/3/", "Điều", "khoản", "phối", "hợp;", "được", "giao."]
    words = [f"{chance.choice(syllables)}{chance.randrange(99)} " for _ in range(1_600_000)]
    runs = "".join(f"<w:r><w:t>{''.join(words[at : at + 8000])}</w:t></w:r>" for at in range(0, len(words), 8000))
    data = spoilt(good(), r"</w:tbl><w:p>", lambda found: f"</w:tbl><w:p>{runs}</w:p><w:p>")
    assert len(runs) > 10_000_000
    began = time.perf_counter()
    file = check_beside_others(data)
    assert time.perf_counter() - began < 60
    assert file.status is Status.CHECKED, file.problems
    assert all(problem.detail is None or len(problem.detail.text) <= 300 for problem in file.problems)


def test_one_paragraph_pasted_again_and_again_is_refused_with_words_about_words() -> None:
    pasted = f"<w:p><w:r><w:t>{'cơ quan ' * 1_300_000}</w:t></w:r></w:p>"
    data = spoilt(good(), r"</w:tbl><w:p>", lambda found: f"</w:tbl>{pasted}<w:p>")
    (problem,) = check_beside_others(data).problems
    assert problem.code == "package-too-large"
    assert "the same words" in str(problem.remedy)
    assert "pictures" not in str(problem.remedy)


def test_tables_in_tables_do_not_exhaust_the_stack() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 120 + "<w:p/>" + "</w:tc></w:tr></w:tbl><w:p/>" * 120
    check_beside_others(spoilt(good(), r"</w:tbl><w:p>", f"</w:tbl>{deep}<w:p>"))


@pytest.mark.parametrize("seed", range(12))
def test_random_damage_never_ends_a_run(seed: int) -> None:
    """Bytes of the package, or pieces of the XML of its main part, at random."""
    chance = random.Random(seed)
    if seed % 2:
        data = bytearray(good())
        for _ in range(8):
            data[chance.randrange(len(data))] = chance.randrange(256)
        check_beside_others(bytes(data))
        return
    xml = parts_of(good())[MAIN].decode()
    for _ in range(6):
        start = chance.randrange(len(xml))
        xml = xml[:start] + xml[start + chance.randrange(40) :]
    check_beside_others(replaced(MAIN, xml.encode()))


@pytest.mark.parametrize("seed", range(12))
def test_random_values_never_end_a_run(seed: int) -> None:
    """Well-formed XML whose attributes say anything."""
    chance = random.Random(seed)
    values = ["", "0", "-1", "999999999999", "x", "true", "1.5", "50%", "12pt", "ế", "auto", "both"]

    def change(found: re.Match[str]) -> str:
        text = found.group()
        return f'{text.split("=")[0]}="{chance.choice(values)}"' if chance.random() < 0.15 else text

    data = good()
    for part in (MAIN, STYLES, "word/settings.xml"):
        data = spoilt(data, r'w:\w+="[^"]*"', change, part, 0)
    check_beside_others(data)
