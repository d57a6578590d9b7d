"""What findings are about: names that the rule sets know, and words that people know."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest

from docgen.checking import check
from docgen.checks.naming import PASSAGES, name_passage
from docgen.ooxml.opening import open_package
from docgen.problems import Detail, Message
from docgen.reading import read
from docgen.reports.check_json import read_schema
from docgen.standards import load_standard, standard_names
from tests.corpus.every import EVERY
from tests.corpus.mutant import Mutant
from tests.corpus.mutants import all_mutants
from tests.corpus.papers import state_plan
from tests.corpus.wordml import write_paper
from tests.support.checked import write

KEYS = set(chain.from_iterable(load_standard(name).components for name in standard_names()))


def details(data: bytes) -> list[Detail]:
    write(Path("a.docx"), data)
    (file,) = check(["a.docx"]).files
    return [problem.detail for problem in file.problems if problem.detail is not None]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_schema_names_exactly_the_components_of_the_rule_sets_the_page_and_the_file() -> None:
    named = read_schema()["definitions"]["finding"]["properties"]["component"]["enum"]
    assert set(named) == KEYS | {"page", "file"}
    assert len(named) == len(set(named))


def test_whatever_the_reader_tells_apart_is_named_by_a_known_component_with_a_label() -> None:
    copies = {"copy_" + name for name in ("issuer", "parent", "number", "place_date", "recipient", "recipients_label", "filing")}
    read = {"list_item", "caption", "secrecy", "text_end", "division_label", "division_title", "other"}
    signs = {"copy_sign_authority", "copy_sign_title", "copy_sign_name"}
    assert read <= set(PASSAGES)
    for standard in map(load_standard, standard_names()):
        for name in (*KEYS, *read, *copies, *signs):
            component, label = name_passage(name, standard)
            assert component in KEYS | {"page", "file"}, name
            # a Vietnamese word begins with a capital, a name of the program does not
            assert str(label)[0].isupper(), name


@pytest.mark.parametrize("base", EVERY)
def test_every_passage_of_a_correct_paper_has_a_name_of_its_own(base: str) -> None:
    (layout, *_) = read(open_package(write_paper(EVERY[base]()))).documents
    for name in layout.by_component:
        assert name in KEYS or name in PASSAGES or name.removeprefix("copy_") in KEYS


@pytest.mark.parametrize("mutant", all_mutants()[::9], ids=lambda one: one.name)
def test_findings_of_the_corpus_name_known_components(mutant: Mutant) -> None:
    found = details(write_paper(mutant.paper()))
    assert found
    for one in found:
        assert one.component in KEYS | {"page", "file"}
        assert isinstance(one.label, Message) or one.label[:1].isupper()


def test_a_dash_item_is_text_for_programs_and_a_dash_item_for_people() -> None:
    assert name_passage("list_item", load_standard("nd30")) == ("body", "Gạch đầu dòng")


def test_an_untitled_khoan_is_not_called_titled() -> None:
    standard = load_standard("hd05")
    assert name_passage("clause", standard) == ("clause", "Khoản")
    assert name_passage("subclause", standard) == ("subclause", "Tiểu khoản")
    assert name_passage("point", standard) == ("point", "Điểm")
    assert name_passage("clause", standard, titled=True) == ("clause", "Khoản có tiêu đề")


def test_a_point_with_a_wrong_letter_is_called_a_point() -> None:
    found = details(write_paper(state_plan().say("point", "a. Các đơn vị phân công một lãnh đạo phụ trách và một đầu mối.")))
    assert [(one.name, one.component, one.label) for one in found] == [("dau-sau-so-thu-tu", "point", "Điểm")]
