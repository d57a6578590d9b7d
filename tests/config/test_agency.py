"""agency.yaml: found upwards, merged key by key."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.config import find_agency_files, read_agencies
from docgen.config.common import Recipient

FAR = """\
agencies:
  xa:
    issuer:
      name: XÃ A
      code: XA
    place: Xa
    filing: VT
    labels:
      lead: Chủ trì
      due: Thời hạn
signers:
  ct:
    title: CHỦ TỊCH
    name: Lê Minh Khôi
  pct:
    deputy_for: CHỦ TỊCH
    title: PHÓ CHỦ TỊCH
    name: Trần Văn An
lists:
  thon:
    - Thôn một
"""
NEAR = """\
agencies:
  xa:
    place: Gần
    labels:
      due: Hạn
  phuong:
    place: Phường
signers:
  pct:
    name: Nguyễn Thị Bình
lists:
  thon:
    - name: Thôn hai
      note: để t/h
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    near = tmp_path / "near" / "nearer"
    near.mkdir(parents=True)
    (tmp_path / "agency.yaml").write_text(FAR, "utf-8")
    (tmp_path / "near" / "agency.yaml").write_text(NEAR, "utf-8")
    return near


def test_files_are_found_upwards_nearest_first(folder: Path, tmp_path: Path) -> None:
    assert find_agency_files(folder)[:2] == (tmp_path / "near" / "agency.yaml", tmp_path / "agency.yaml")


def test_relative_folders_give_relative_paths(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_agency_files(Path("near/nearer"))[:2] == (Path("near/agency.yaml"), Path("agency.yaml"))


def test_the_nearest_wins_key_by_key(folder: Path) -> None:
    book = read_agencies(folder)
    agency = book.agencies["xa"]
    assert agency.labels is not None
    assert (agency.place, agency.filing, agency.labels.lead, agency.labels.due) == ("Gần", "VT", "Chủ trì", "Hạn")
    assert agency.issuer is not None
    assert agency.issuer.code == "XA"
    assert book.agencies["phuong"].place == "Phường"
    assert book.problems == ()


def test_signers_are_merged_key_by_key_and_lists_are_taken_whole(folder: Path) -> None:
    book = read_agencies(folder)
    assert (book.signers["ct"].title, book.signers["ct"].name) == ("CHỦ TỊCH", "Lê Minh Khôi")
    deputy = book.signers["pct"]
    assert (deputy.deputy_for, deputy.title, deputy.name) == ("CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Thị Bình")
    (entry,) = book.lists["thon"]
    assert isinstance(entry, Recipient)
    assert (entry.name, entry.note) == ("Thôn hai", "để t/h")


def test_every_value_knows_its_place(folder: Path, tmp_path: Path) -> None:
    agency = read_agencies(folder).agencies["xa"]
    assert agency.place is not None
    assert agency.filing is not None
    near, far = agency.place.spot.place(), agency.filing.spot.place()
    assert (near.path, near.line, near.column) == (str(tmp_path / "near" / "agency.yaml"), 3, 12)
    assert (far.path, far.line) == (str(tmp_path / "agency.yaml"), 7)
    assert agency.place.spot.pointer == "agency.yaml#/agencies/xa/place"


def test_all_problems_of_all_files_are_kept(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "agency.yaml").write_text("agencis:\n  a:\n    place: b\nsigners:\n  - c\n", "utf-8")
    (tmp_path / "near" / "agency.yaml").write_text("lists:\n  a:\n    - Sở: B\n", "utf-8")
    found = [(Path(p.place.path).parent.name, p.place.line, p.code) for p in read_agencies(folder).problems if p.place]
    assert found == [("near", 3, "yaml-text-expected"), (tmp_path.name, 1, "spec-unknown-key"), (tmp_path.name, 5, "spec-kind")]


def test_vietnamese_keys(tmp_path: Path) -> None:
    (tmp_path / "agency.yaml").write_text(
        "cơ quan:\n  xa:\n    địa danh: Tân Lộ\n    nhãn:\n      chủ trì: Đơn vị chủ trì\n", "utf-8"
    )
    agency = read_agencies(tmp_path).agencies["xa"]
    assert agency.place == "Tân Lộ"
    assert agency.labels is not None
    assert agency.labels.lead == "Đơn vị chủ trì"
