"""Whatever stands in a file: no exception, and every finding at a place that exists."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from eoi.source import Source, load, tree
from eoi.source.characters import UNSEEN
from eoi.source.nodes import Mapping, Node, Scalar, Sequence
from tests.fuzz.properties import assert_within
from tests.thorough import examples

LOADERS = [yaml.SafeLoader, yaml.CSafeLoader]
FRAGMENTS = (
    *("round: 2014", "form", "applicants", "name", "NHS Somewhere CCG", "£79.4k", "a", "b c", "-", "x:y"),
    *(": ", ":", "\n", "\n", "\n", "  ", "    ", "- ", "\t", "\r\n", "\r", ", ", "[", "]", "{", "}"),
    *(
        '"',
        "'",
        "|\n",
        ">-\n",
        "|2\n",
        "&a ",
        "*a",
        "*",
        "!!str ",
        "!a!b ",
        "!<",
        "? ",
        "---\n",
        "...\n",
        "#",
        " # ",
    ),
    *("%YAML 1.2\n", "%TAG ! x\n", "<<", "\\", '\\q"', '"\\ud800"', "@", "`", "=", "~", "null", "– ", "• "),
    *("\x00", "\x1b", "\x85", "\u2028", "\ufeff", "\u00a0", "👩", "שלום"),
)
UNDECORATED = tuple(fragment for fragment in FRAGMENTS if fragment[0] not in "&!*")


def text_of(fragments: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(fragments) | st.text(max_size=3), max_size=40).map("".join)


@pytest.fixture(scope="module", autouse=True, params=LOADERS, ids=["python parser", "C parser"])
def _parser(request: pytest.FixtureRequest) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tree, "LOADER", request.param)
        yield


def load_text(text: str) -> Source:
    return load(text.encode(errors="surrogatepass"), "ccg.yaml")


def scalars(node: Node) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Sequence():
            for item in node.items:
                yield from scalars(item)
        case Mapping():
            for entry in node.entries:
                yield entry.key
                yield from scalars(entry.value)


@given(st.binary())
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf\xa3")
@example(b"a: \xf4\x90\x80\x80")
def test_no_bytes_raise_an_exception(raw: bytes) -> None:
    source = load(raw, "ccg.yaml")
    assert source.findings or source.tree is not None
    for finding in source.findings:
        assert_within(finding.span, source.text)


@pytest.mark.slow
@settings(max_examples=examples(500, 150, 30))
@given(text_of(FRAGMENTS))
@example('a: "\\UFFFFFFFF"')
@example("a: &x [*x]")
@example("!!bool x: !!int ''")
@example("a: b\n\n: c")
@example('"a\n  b": c')
def test_no_text_raises_an_exception_and_every_finding_has_a_place_in_it(text: str) -> None:
    source = load_text(text)
    assert source.findings or source.tree is not None
    for finding in source.findings:
        assert_within(finding.span, source.text)
        if finding.related:
            assert_within(finding.related.span, source.text)


@pytest.mark.slow
@settings(max_examples=examples(500, 150, 30))
@given(text_of(UNDECORATED))
def test_a_plain_value_begins_where_the_tree_says(text: str) -> None:
    source = load_text(text)
    lines = source.text.split("\n")
    # What was read as if a slip were put right has values that nobody typed just so.
    as_typed = all(one.rule not in ("yaml-syntax", "control-character") for one in source.findings)
    for scalar in scalars(source.tree) if source.tree and as_typed else ():
        (line, column), end = scalar.span
        assert_within(scalar.span, source.text)
        decorated = lines[line - 1][column - 1 : column] in tuple("&!*“”„‘")
        if not scalar.quoted and not decorated:
            there = lines[line - 1][column - 1 :]
            first_words = there[: end.column - column] if end.line == line else there.rstrip()
            assert UNSEEN.sub("", scalar.text).startswith(UNSEEN.sub("", first_words).rstrip())
            assert first_words
