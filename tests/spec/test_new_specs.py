"""A new spec loads as it stands, for every type of every rule set."""

from __future__ import annotations

import pytest

from docgen.problems import DocgenError
from docgen.spec import new_spec
from docgen.standards import load_standard, standard_names
from tests.spec.loading import load


@pytest.mark.parametrize("keys", ["en", "vi"])
@pytest.mark.parametrize("standard", [*standard_names(), "party"])
def test_new_specs_load_as_they_stand(standard: str, keys: str) -> None:
    rules = load_standard("hd05" if standard == "party" else standard)
    for slug, kind in rules.types.items():
        if kind.layout == "now":
            text = new_spec(slug, standard, keys)
            assert text.startswith("# yaml-language-server: $schema=")
            assert load(text).document.type == slug


def test_new_spec_of_an_unknown_type_says_what_was_meant() -> None:
    with pytest.raises(DocgenError) as caught:
        new_spec("ke-hoac", "nd30")
    assert str(caught.value.problems[0].remedy) == "Did you mean ke-hoach?"
