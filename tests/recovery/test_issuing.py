"""Number and date go into their lines, into the lines that repeat them, and into the spec; nothing else changes."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from docgen.building.fingerprints import hash_file
from docgen.ooxml.opening import open_package
from docgen.problems import DocgenError
from docgen.recovery.issuing import issue, read_day
from docgen.recovery.pulling import pull
from docgen.recovery.pulling.said import Kind
from tests.support.heads import DRAFT_PLAN
from tests.support.word_edits import build, differing_lines, edit, find, printed, pull_into, take_out, text_of

SPEC = DRAFT_PLAN + """\
opening: Sở Tài chính ban hành Kế hoạch kiểm tra với các nội dung sau (Phụ lục kèm theo)
sections:
  - title: Mục đích
    text: Nắm tình hình số 5/KH-STC ngày 01 tháng 02 năm 2026.
distribution:
  - UBND tỉnh
filing: VT
signature:
  title: Giám đốc
  name: Trần Văn An
appendices:
  - title: Danh sách
    text: Nội dung.
  - title: Danh mục
    text: Nội dung hai.
"""
DAY = date(2026, 12, 5)
REFERENCE = "(Kèm theo Kế hoạch số 07/KH-STC ngày 05 tháng 12 năm 2026 của Sở Tài chính)"
LETTER = """\
standard: nd30
type: cong-van
issuer:
  parent: UBND TỈNH AN BÌNH
  name: SỞ TÀI CHÍNH
  code: STC
place: An Bình
title: Kiểm tra tài sản công
addressees:
  - Sở Nội vụ
body:
  - Đề nghị phối hợp.
distribution:
  - Như trên
filing: VT
signature:
  title: Giám đốc
  name: Trần Văn An
"""
PARTY = Path(__file__).parents[2] / "specs" / "dang" / "nghi-quyet.yaml"


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "ke-hoach.yaml"
    path.write_text(SPEC, "utf-8", newline="\n")
    return path


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_only_the_lines_of_number_and_date_change(spec: Path) -> None:
    data = build(spec)
    made = issue(data, 7, DAY, name="a.docx", spec=spec)
    assert made.lines == ("Số: 07/KH-STC", "An Bình, ngày 05 tháng 12 năm 2026")
    assert made.references == (REFERENCE, REFERENCE)
    old, new = _parts(data), _parts(made.data)
    assert {name for name in old if old[name] != new[name]} == {"word/document.xml"}
    gone = [line for line in printed(data) if line not in printed(made.data)]
    assert gone == [
        "Số: /KH-STC",
        "An Bình, ngày tháng 3 năm 2026",
        *["(Kèm theo Kế hoạch số /KH-STC ngày tháng 3 năm 2026 của Sở Tài chính)"] * 2,
    ]
    assert made.spec is not None
    assert differing_lines(SPEC, made.spec) == (["date: 2026-03"], ["number: 7", "date: 2026-12-05"])


def test_nothing_is_left_to_pull(spec: Path) -> None:
    data = build(spec)
    made = issue(data, 7, DAY, name="a.docx", spec=spec)
    spec.write_text(made.spec or "", "utf-8", newline="\n")
    pulled = pull(open_package(made.data, name="a.docx"), spec, spec_hash=hash_file(str(spec)), base=SPEC)
    assert pulled.changes == ()


def test_lines_that_repeat_a_number_typed_in_word_are_no_obstacle(spec: Path) -> None:
    """Whoever types number and date in Word types them below the titles of appendices too: the spec then says the same."""
    made = issue(build(spec), 7, DAY, name="a.docx")
    pulled = pull_into(spec, made.data)
    assert pulled.is_complete, pulled.changes
    assert {one.kind for one in pulled.changes} == {Kind.CHANGED}
    assert pulled.text is not None
    assert "number: 7\n" in pulled.text


@pytest.mark.parametrize(
    ("number", "day", "lines", "reference"),
    [
        (7, None, ("Số: 07/KH-STC",), "(Kèm theo Kế hoạch số 07/KH-STC ngày tháng 3 năm 2026 của Sở Tài chính)"),
        (
            None,
            DAY,
            ("An Bình, ngày 05 tháng 12 năm 2026",),
            "(Kèm theo Kế hoạch số /KH-STC ngày 05 tháng 12 năm 2026 của Sở Tài chính)",
        ),
    ],
)
def test_one_of_both_alone(spec: Path, number: int | None, day: date | None, lines: tuple[str, ...], reference: str) -> None:
    made = issue(build(spec), number, day, name="a.docx", spec=spec)
    assert made.lines == lines
    assert printed(made.data).count(reference) == 2


def test_a_reference_with_a_short_date_is_filled_whole(spec: Path) -> None:
    def change(root: etree._Element) -> None:
        first, *others = find(root, "Kèm theo").iter("{*}t")
        first.text = "(Ban hành kèm theo Kế hoạch số ....../KH-STC ngày ...../12/2026 của Sở Tài chính)"
        for text in others:
            text.text = ""

    made = issue(edit(build(spec), change), 7, DAY, name="a.docx")
    assert made.references[0] == "(Ban hành kèm theo Kế hoạch số 07/KH-STC ngày 05/12/2026 của Sở Tài chính)"


def test_a_reference_that_somebody_wrote_for_another_document_stays(spec: Path) -> None:
    own = "(Kèm theo Kế hoạch số 99/KH-STC ngày 01 tháng 01 năm 2025 của Sở Tài chính)"

    def change(root: etree._Element) -> None:
        paragraph = find(root, "Kèm theo")
        texts = [*paragraph.iter("{*}t")]
        for text in texts:
            text.text = ""
        texts[0].text = own

    made = issue(edit(build(spec), change), 7, DAY, name="a.docx")
    assert made.references == (REFERENCE,)
    assert printed(made.data).count(own) == 1


def test_the_same_number_and_date_typed_in_word_are_no_reason_to_refuse(spec: Path) -> None:
    filled = issue(build(spec), 7, DAY, name="a.docx").data
    made = issue(filled, 7, DAY, name="a.docx", spec=spec)
    assert made.data == filled
    assert made.spec is not None
    assert "number: 7\n" in made.spec
    with pytest.raises(DocgenError) as caught:
        issue(filled, 8, date(2026, 12, 6), name="a.docx", spec=spec)
    assert [problem.code for problem in caught.value.problems] == ["issue-filled"] * 2


def test_force_replaces_both_everywhere(spec: Path) -> None:
    filled = issue(build(spec), 7, DAY, name="a.docx", spec=spec)
    spec.write_text(filled.spec or "", "utf-8", newline="\n")
    made = issue(filled.data, 128, date(2027, 1, 31), name="a.docx", spec=spec, force=True)
    assert made.lines == ("Số: 128/KH-STC", "An Bình, ngày 31 tháng 01 năm 2027")
    assert made.references == (REFERENCE.replace("07/", "128/").replace("05 tháng 12 năm 2026", "31 tháng 01 năm 2027"),) * 2
    assert "number: 128\ndate: 2027-01-31\n" in (made.spec or "").replace("place: An Bình\n", "")


def test_a_letter_without_a_type(tmp_path: Path) -> None:
    spec = tmp_path / "cong-van.yaml"
    spec.write_text(LETTER, "utf-8", newline="\n")
    made = issue(build(spec), 12, date(2026, 10, 9), name="a.docx", spec=spec)
    assert made.lines == ("Số: 12/STC", "An Bình, ngày 09 tháng 10 năm 2026")
    assert "date: 2026-10-09" in (made.spec or "")


@pytest.fixture
def resolution(tmp_path: Path) -> Path:
    """A Party resolution by the edition in force, without number and date, with an appendix."""
    text = "".join(line for line in PARTY.read_text("utf-8").splitlines(True) if not line.startswith(("number:", "date:")))
    (tmp_path / "agency.yaml").write_bytes((PARTY.parent / "agency.yaml").read_bytes())
    spec = tmp_path / "nghi-quyet.yaml"
    spec.write_text(text + "appendices:\n  - title: Danh sách\n    text: Nội dung.\n", "utf-8", newline="\n")
    return spec


def test_a_party_document_has_the_partys_form(resolution: Path) -> None:
    made = issue(build(resolution), 5, date(2026, 7, 4), name="a.docx", spec=resolution)
    assert made.lines[0].startswith("Số 05-NQ/")
    assert made.lines[1].endswith(", ngày 04 tháng 7 năm 2026")
    (reference,) = made.references
    assert f"số {made.lines[0].removeprefix('Số ')}, ngày 04/7/2026 của" in reference


def test_a_date_under_other_rules_is_refused(resolution: Path) -> None:
    """05-HD/VPTW is in force from 27 May 2026; before it was 36-HD/VPTW."""
    data = build(resolution)
    with pytest.raises(DocgenError) as caught:
        issue(data, None, date(2026, 5, 26), name="a.docx", spec=resolution)
    assert [problem.code for problem in caught.value.problems] == ["issue-other-rules"]
    assert issue(data, None, date(2026, 5, 26), name="a.docx", spec=resolution, force=True).lines
    assert issue(data, None, date(2026, 5, 27), name="a.docx", spec=resolution).lines


def test_a_remark_behind_an_open_key_goes_above_it(spec: Path) -> None:
    text = SPEC.replace("date: 2026-03\n", "number: # chờ số\ndate: # chờ ký\n")
    spec.write_text(text, "utf-8", newline="\n")
    made = issue(build(spec), 7, DAY, name="a.docx", spec=spec)
    assert made.spec == SPEC.replace("date: 2026-03\n", "# chờ số\nnumber: 7\n# chờ ký\ndate: 2026-12-05\n")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        # a draft needs no name; what has number and date does
        ("  name: Trần Văn An\n", "", "spec-missing-key"),
        ("filing: VT\n", "filing: VT\nfoo: bar\n", "spec-unknown-key"),
    ],
)
def test_a_spec_that_could_not_be_built_any_more_is_refused(spec: Path, old: str, new: str, code: str) -> None:
    data = build(spec)
    if "foo" not in new:
        spec.write_text(SPEC.replace(old, new), "utf-8", newline="\n")
        data = build(spec)
    spec.write_text(SPEC.replace(old, new), "utf-8", newline="\n")
    with pytest.raises(DocgenError) as caught:
        issue(data, 7, DAY, name="a.docx", spec=spec)
    assert [problem.code for problem in caught.value.problems] == [code]


def test_a_number_typed_as_a_tracked_change_stays_one(spec: Path) -> None:
    def track(root: object) -> None:
        paragraph = find(root, "/KH-STC")  # type: ignore[arg-type]
        run = next(run for run in paragraph.iter("{*}r") if "/" in text_of(run))
        wrapper = run.makeelement(run.tag.replace("}r", "}ins"), {run.tag.replace("}r", "}id"): "900"})
        run.addprevious(wrapper)
        wrapper.append(run)

    made = issue(edit(build(spec), track), 7, DAY, name="a.docx")
    assert made.lines[0] == "Số: 07/KH-STC"
    assert b":ins " in _parts(made.data)["word/document.xml"]
    assert "Số: 07/KH-STC" in printed(made.data)


def test_a_place_that_is_gone_is_told(spec: Path) -> None:
    with pytest.raises(DocgenError) as caught:
        issue(edit(build(spec), take_out(", ngày")), None, DAY, name="a.docx")
    assert [problem.code for problem in caught.value.problems] == ["issue-no-place"]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-03-05", date(2026, 3, 5)),
        ("05/3/2026", date(2026, 3, 5)),
        ("5.3.2026", date(2026, 3, 5)),
        ("31-12-2026", date(2026, 12, 31)),
        ("2026-02-30", None),
        ("30/2/2026", None),
        ("5/3/26", None),
        ("2026-03", None),
        ("hôm nay", None),
    ],
)
def test_days_as_people_write_them(written: str, day: date | None) -> None:
    assert read_day(written) == day
