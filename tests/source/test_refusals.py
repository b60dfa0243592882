"""What YAML allows and a submission never needs: refused at its place, before it can do harm."""

from __future__ import annotations

import tracemalloc

import pytest
import yaml

from eoi.findings import Finding, Position, Span
from eoi.parse_errors import MAX_BYTES
from eoi.parse_errors.yaml import MAX_DEPTH, MAX_ITEMS, MAX_NAME, MAX_NODES
from eoi.source import Source, load, tree
from eoi.source.nodes import convert_to_plain
from tests.tables import for_each, for_each_row

LOADERS = [yaml.SafeLoader, yaml.CSafeLoader]
TAGS = (
    "bool",
    "int",
    "float",
    "null",
    "str",
    "seq",
    "map",
    "set",
    "omap",
    "pairs",
    "binary",
    "timestamp",
    "merge",
)
PYTHON_TAGS = (
    "!!python/object/apply:os.system",
    "!!python/name:os.system",
    "!!python/tuple",
    "!<tag:x,1:y>",
    "!own",
    "!",
)


@pytest.fixture(autouse=True, params=LOADERS, ids=["python parser", "C parser"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "LOADER", request.param)


def read(text: str) -> Source:
    return load(text.encode(), "ccg.yaml")


def found(text: str) -> list[tuple[str, Position]]:
    return [(finding.rule, finding.span.start) for finding in read(text).findings]


def only(text: str) -> Finding:
    (finding,) = read(text).findings
    return finding


def test_a_duplicate_key_is_reported_with_both_lines() -> None:
    finding = only("form: joint\nname: x\nform: delegated\n")
    assert finding.rule == "duplicate-key"
    assert finding.span == Span(Position(3, 1), Position(3, 5))
    assert finding.related is not None
    assert finding.related.span == Span(Position(1, 1), Position(1, 5))
    assert finding.related.label == "written first here"


def test_of_a_duplicate_key_neither_value_is_lost_without_a_word() -> None:
    source = read("a: 1\nb: {c: 2, c: 3}\na: 4\n'a': 5\n")
    assert [finding.span.start.line for finding in source.findings] == [2, 3, 4]
    assert source.tree is not None
    assert convert_to_plain(source.tree) == {"a": "1", "b": {"c": "2"}}


def test_keys_are_duplicates_by_what_they_say_not_by_how_they_are_quoted() -> None:
    assert found("'form': joint\n\"form\": joint\n") == [("duplicate-key", Position(2, 1))]
    assert found("form: joint\nForm: joint\nform : x\n") == [("duplicate-key", Position(3, 1))]


def test_the_same_name_in_two_groups_is_no_duplicate() -> None:
    assert found("a: {name: x}\nb: {name: x}\nc:\n  - name: x\n  - name: x\n") == []


def test_anchors_and_aliases_are_refused_one_by_one() -> None:
    assert found("a: &x text\nb: &y\n  c: d\ne: &z [1]\nf: *x\n*x : g\n") == [
        ("yaml-anchor", Position(1, 4)),
        ("yaml-anchor", Position(2, 4)),
        ("yaml-anchor", Position(4, 4)),
        ("yaml-alias", Position(5, 4)),
        ("yaml-alias", Position(6, 1)),
    ]


def test_an_alias_bomb_is_never_expanded() -> None:
    levels = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    tracemalloc.start()
    source = read("\n".join(levels))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    rules = [finding.rule for finding in source.findings]
    assert (rules.count("yaml-anchor"), rules.count("yaml-alias")) == (30, 29 * 9)
    assert most < 20_000_000


def test_an_alias_to_itself_is_refused() -> None:
    assert found("a: &x [*x]") == [("yaml-anchor", Position(1, 4)), ("yaml-alias", Position(1, 8))]


@for_each([*(f"!!{name}" for name in TAGS), *PYTHON_TAGS])
def test_every_type_tag_is_refused_and_its_value_stays_text(tag: str) -> None:
    source = read(f"a: {tag} x\nb: {tag} [y]\nc: {tag} {{d: e}}\n")
    assert [(finding.rule, finding.span.start) for finding in source.findings] == [
        ("yaml-tag", Position(1, 4)),
        ("yaml-tag", Position(2, 4)),
        ("yaml-tag", Position(3, 4)),
    ]
    assert source.tree is not None
    assert convert_to_plain(source.tree) == {"a": "x", "b": ["y"], "c": {"d": "e"}}


@for_each(["!!int", "!!bool", "!!timestamp", "!!float", "!!binary"])
def test_a_tag_that_its_value_cannot_keep_is_one_finding_and_no_exception(tag: str) -> None:
    assert found(f"a: x\nb: {tag} ''\n") == [("yaml-tag", Position(2, 4))]


@pytest.mark.parametrize("merged", ["{b: c}", "[{b: c}, {d: e}]", "x"])
def test_a_merge_key_merges_nothing(merged: str) -> None:
    source = read(f"a:\n  <<: {merged}\n  f: g\n")
    (finding,) = source.findings
    assert (finding.rule, finding.span.start) == ("yaml-merge", Position(2, 3))
    assert source.tree is not None
    assert convert_to_plain(source.tree) == {"a": {"f": "g"}}


@pytest.mark.parametrize("key", ["[a, b]", "{a: b}", "? {a: b}\n", "? - a\n"])
def test_a_field_named_by_a_list_or_a_group_is_refused(key: str) -> None:
    source = read(f"{key}: c\nd: e\n")
    (finding,) = source.findings
    assert (finding.rule, finding.span.start.line) == ("yaml-key", 1)
    assert source.tree is not None
    assert convert_to_plain(source.tree) == {"d": "e"}


@pytest.mark.parametrize(
    "text", ["a: b\n---\nc: d\n", "a: b\n---\n", "---\na: b\n---\nc: d\n", "a: b\n...\n---\nc: d\n"]
)
def test_a_second_document_is_refused_at_its_line(text: str) -> None:
    finding = only(text)
    assert finding.rule == "yaml-second-document"
    assert text.split("\n")[finding.span.start.line - 1] == "---"
    assert finding.span.start.line > 1


def test_one_document_may_begin_and_end_as_yaml_wishes() -> None:
    assert found("# comment\n---\na: b\n...\n") == []


def nested(depth: int) -> str:
    return "a: " + "[" * (depth - 1) + "x" + "]" * (depth - 1)


def test_nesting_ends_at_32() -> None:
    assert MAX_DEPTH == 32
    assert found(nested(32)) == []
    assert found(nested(33)) == [("too-deep", Position(1, 4 + 31))]


@pytest.mark.slow
@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "a: {", "[{b: "])
def test_endless_nesting_stops_at_the_cap(opening: str) -> None:
    source = read("x: 1\ny:\n  " + opening * (MAX_BYTES // len(opening) - 10))
    assert [finding.rule for finding in source.findings] == ["too-deep"]
    assert source.findings[0].span.start.line == 3
    assert source.tree is None


@pytest.mark.slow
def test_a_file_of_20000_values_is_read_and_one_more_is_refused() -> None:
    assert MAX_NODES == 20_000
    # The file itself and its list count, and so does the name of the list.
    groups, rest = divmod(MAX_NODES - 3, 100)
    full = "a:\n" + f"- [{', '.join('x' * 99)}]\n" * groups + "- x\n" * rest
    assert found(full) == []
    assert found(full + "- x\n")[0][0] == "too-many-values"


def test_a_list_of_500_items_is_read_and_one_more_is_refused_at_its_place() -> None:
    assert MAX_ITEMS == 500
    full = "a:\n" + "- x\n" * MAX_ITEMS
    assert found(full) == []
    assert found(full + "- x\n" * 20 + "b: c\n") == [("too-many-values", Position(MAX_ITEMS + 2, 3))]


def test_a_name_as_long_as_yaml_allows_is_read_and_a_longer_one_is_refused() -> None:
    assert found(f"? {'x' * MAX_NAME}\n: y\n") == []
    assert found(f"? {'x' * (MAX_NAME + 1)}\n: y\nb: c\n") == [("yaml-key", Position(1, 3))]


@pytest.mark.parametrize("mark", ["&", "*", "!"])
def test_what_is_named_at_length_is_told_in_short(mark: str) -> None:
    assert len(only(f"a: {mark}{'x' * 10_000} \n").message) < 150


def test_what_was_refused_before_reading_had_to_stop_is_reported_too() -> None:
    assert [rule for rule, _ in found("a: &x b\na: c\nd: [\n")] == [
        "yaml-anchor",
        "duplicate-key",
        "yaml-syntax",
    ]
    assert [rule for rule, _ in found("a: &x b\n---\n")] == ["yaml-anchor", "yaml-second-document"]


def test_a_refused_value_is_not_reported_again_as_broken_yaml() -> None:
    assert found("a: *note this\n") == [("yaml-alias", Position(1, 4))]


@for_each_row(
    [
        ("a:\n  - b\n    - c\n    - d\n", Position(3, 5)),
        ("a:\n  b\n  - c\n", Position(2, 3)),
        ("a: b\n\n  - c\n", Position(3, 3)),
        ("a:\n  - – b\n    – c\n", Position(3, 5)),
        ("a:\n  • b\n  • c\n", Position(2, 3)),
    ],
)
def test_a_list_item_that_would_run_on_from_the_text_above_is_refused_once(
    text: str, place: Position
) -> None:
    assert found(text) == [("swallowed-item", place)]


@for_each(
    ["a: b\n  c - d\n", "a: b\n  -c\n", "a: b\n  – c\n", "a: |\n  b\n  - c\n", "a: 'b\n  - c'\n", "a: - b\n"]
)
def test_dashes_that_begin_no_item_are_left_alone(text: str) -> None:
    assert "swallowed-item" not in [rule for rule, _ in found(text)]
