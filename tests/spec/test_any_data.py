"""Whatever shape of data stands in a spec, loading gives a document or problems with places; it never breaks."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.config.keys import key_table
from docgen.problems import DocgenError, Problem
from docgen.spec import load_text

NAMES = sorted(
    {
        name
        for kind, keys in key_table().items()
        if kind != "words"
        for key in keys.values()
        for name in (key.name, key.vietnamese)
    }
)
SCALARS = st.sampled_from(
    [
        "",
        " ",
        "abc",
        "Sở Y tế: A",
        "7",
        "07",
        "0",
        "-1",
        "true",
        "có",
        "2026-03-05",
        "2026-02-30",
        "a.",
        "I. A",
        "- a",
        "**a**",
        "./.",
        "KT. A",
        "\n",
        "x\ny",
        "nd30",
        "party",
        "ke-hoach",
        "công văn",
        "bien-ban",
        "left",
        "99999999999999999999",
        "\u0000",
        "\ud800",
        "a" * 500,
    ]
)
DATA = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*NAMES, "x", "Mục đích"]), inner, max_size=4),
    max_leaves=12,
)
HEAD = {
    "standard": "nd30",
    "type": "ke-hoach",
    "issuer": {"name": "A", "code": "B"},
    "place": "C",
    "title": "D",
    "filing": "VT",
    "signature": {"title": "E"},
}


@given(st.dictionaries(st.sampled_from([*key_table()["document"], "x"]), DATA, max_size=6), st.booleans())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_loading_never_breaks(data: dict[str, Any], has_head: bool) -> None:
    text = json.dumps({**(HEAD if has_head else {}), **data}, ensure_ascii=True, indent=1)
    for problem in _problems(text):
        assert str(problem.what)
        assert problem.place is not None
        assert problem.place.path == "any.yaml"


def _problems(text: str) -> tuple[Problem, ...]:
    try:
        return load_text(text, shown="any.yaml").notes
    except DocgenError as error:
        return error.problems
