"""Every value of the tree is the text that was typed: what it means is for the model to say."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from eoi.findings import Position
from eoi.source import load, tree
from eoi.source.nodes import Mapping, Plain, Scalar, convert_to_plain
from tests.tables import for_each, for_each_row

LOADERS = [yaml.SafeLoader, yaml.CSafeLoader]


@pytest.fixture(autouse=True, params=LOADERS, ids=["python parser", "C parser"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "LOADER", request.param)


def root(text: str) -> Mapping:
    source = load(text.encode(), "ccg.yaml")
    assert source.findings == ()
    assert source.tree is not None
    return source.tree


def read(text: str) -> Plain:
    return convert_to_plain(root(text))


def value(text: str) -> Any:
    fields: Any = read(f"value: {text}\n")
    return fields["value"]


@for_each(
    [
        *("NO", "no", "on", "Off", "yes", "y", "true", "False"),
        *(
            "012345",
            "0777",
            "0o17",
            "0x1F",
            "1_000",
            "1.10",
            "1e3",
            ".5",
            "+1",
            "-0",
            ".inf",
            ".NaN",
            "1,000",
        ),
        *("12:30", "1:59:59", "2014-06-20", "2014-02-30", "0000-00-00", "2001-12-14t21:59:43.10-05:00"),
        *(
            "£220m",
            "28.6%",
            "11E",
            "1E5",
            "=",
            "a<<b",
            "a#b",
            "http://example.org/?a=1&b=2#c",
            "Bed & Breakfast",
        ),
        "9" * 5000,
        "1" + ":59" * 5000,
    ],
    lambda typed: typed[:12],
)
def test_a_plain_value_stays_exactly_as_typed(typed: str) -> None:
    assert value(typed) == typed


@for_each(["", "~", "null", "Null", "NULL", '""', "''", '"  "', "{}", "[]", "[~, '']", "{a: }"])
def test_a_value_that_says_nothing_counts_as_left_out(typed: str) -> None:
    assert read(f"name: x\nvalue: {typed}\n") == {"name": "x"}


@pytest.mark.parametrize("typed", ["'~'", '"null"', "'NULL'"])
def test_in_quotes_the_same_words_are_text(typed: str) -> None:
    assert value(typed) == typed[1:-1]


def test_quotes_folds_and_blocks_give_the_text_they_stand_for() -> None:
    assert value(r'"a \tb \"c\" \u00a3"') == 'a \tb "c" £'
    assert value("'it''s'") == "it's"
    assert value("one\n  two\n\n  three") == "one two\nthree"
    assert value(">\n  one\n  two\n") == "one two\n"
    assert value("|\n  - one\n    - two\n\n  three: 4 # not a comment\n") == (
        "- one\n  - two\n\nthree: 4 # not a comment\n"
    )


def test_an_escaped_surrogate_never_gets_into_a_text() -> None:
    source = load(b'value: "\\ud800"\n', "ccg.yaml")
    assert [finding.rule in ("yaml-syntax", "control-character") for finding in source.findings] == [True]
    # As six characters, without the meaning that YAML gives them, it is a text like any other.
    assert source.tree is None or convert_to_plain(source.tree) in ({"value": "\ufffd"}, {"value": r"\ud800"})


@for_each_row(
    [
        (r"\0", "0000"),
        (r"\e[31m", "001B"),
        (r"\a", "0007"),
        (r"\N", "0085"),
        (r"\L", "2028"),
        (r"\x7f", "007F"),
    ],
)
def test_an_escape_for_an_invisible_character_is_refused_at_its_text(escape: str, code: str) -> None:
    source = load(f'name: x\nvalue: "a{escape}"\n'.encode(), "ccg.yaml")
    (finding,) = source.findings
    assert finding.rule == "control-character"
    assert f"(U+{code})" in finding.message
    assert finding.span.start == Position(2, 8)


def test_a_directive_for_another_version_of_yaml_changes_no_value() -> None:
    assert read("%YAML 1.1\n---\nvalue: NO\n") == {"value": "NO"}


def test_keys_are_text_as_well() -> None:
    assert read("NO: a\n012: b\n2014-06-20: c\n'a b': d\n") == {
        "NO": "a",
        "012": "b",
        "2014-06-20": "c",
        "a b": "d",
    }


def test_json_is_read_like_any_other_yaml() -> None:
    assert read('{"a": ["b", {"c": "\\u00a3"}], "d": "e"}') == {"a": ["b", {"c": "£"}], "d": "e"}


def test_columns_count_characters_and_not_bytes() -> None:
    (entry,) = root("{£é👩: 'x'}").entries
    assert isinstance(entry.value, Scalar)
    assert entry.key.span == (Position(1, 2), Position(1, 5))
    assert entry.value.span == (Position(1, 7), Position(1, 10))
