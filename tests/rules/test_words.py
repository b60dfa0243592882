"""Words of a long value are found where they stand in the file, however YAML folds or quotes it."""

from __future__ import annotations

import json
from textwrap import indent, wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eoi.findings import Span
from eoi.rules.shared.prose.words import Passage, find_span_of_words
from eoi.source import load
from eoi.source.paths import find_place_of_value
from eoi.submission import read_one_line

WORD = st.text(st.sampled_from("abcxyzÄ£'\"#.,\\"), min_size=1, max_size=6).map(lambda word: f"w{word}")
STYLES = ("literal", "folded", "single", "double", "plain")


def written(words: list[str], style: str) -> str:
    """A field of that text in one of YAML's styles, in short lines."""
    joined = " ".join(words)
    match style:
        case "literal":
            return "summary: |\n" + indent("\n".join(wrap(joined, 20)), "  ")
        case "folded":
            return "summary: >-  # folded\n\n" + indent("\n".join(wrap(joined, 20)), "    ")
        case "single":
            return "summary: '" + "\n  ".join(joined.replace("'", "''").split(" ")) + "'"
        case "double":
            return "summary: " + json.dumps(joined, ensure_ascii=False).replace(" ", "\n ")
        case _:
            return "summary: " + "\n  ".join(word.replace("#", "h") for word in words)


def source_of(span: Span, lines: list[str]) -> str:
    assert span.start.line == span.end.line
    return lines[span.start.line - 1][span.start.column - 1 : span.end.column - 1]


@pytest.mark.parametrize("style", STYLES)
@given(words=st.lists(WORD, min_size=1, max_size=12), data=st.data())
def test_a_word_is_found_where_it_stands(style: str, words: list[str], data: st.DataObject) -> None:
    typed = written(words, style)
    source = load(typed.encode(), "words.yaml")
    assert source.tree is not None
    entry = source.tree.entry("summary")
    assert entry is not None
    value, whole = (
        read_one_line(getattr(entry.value, "text", "")),
        find_place_of_value(source.tree, ("summary",)),
    )
    assert whole is not None
    wanted = data.draw(st.sampled_from(value.split(" ")))
    start = value.index(wanted)
    span = find_span_of_words(Passage(value, start, start + len(wanted)), whole, source.text)
    found = source_of(span, source.text.split("\n"))
    assert unescaped(found, style) == wanted


def unescaped(typed: str, style: str) -> str:
    if style == "single":
        return typed.replace("''", "'")
    return typed.replace('\\"', '"').replace("\\\\", "\\") if style == "double" else typed


def test_an_escape_that_hides_the_words_leaves_the_whole_value() -> None:
    source = load(b'summary: "in \\u0041pril, TBC"', "words.yaml")
    assert source.tree is not None
    whole = find_place_of_value(source.tree, ("summary",))
    assert whole is not None
    assert find_span_of_words(Passage("in April, TBC", 10, 13), whole, source.text) == whole


def test_words_may_reach_over_lines() -> None:
    source = load(b"summary: |\n  One two\n  three four.\n", "words.yaml")
    assert source.tree is not None
    whole = find_place_of_value(source.tree, ("summary",))
    assert whole is not None
    assert find_span_of_words(Passage("One two\nthree four.", 4, 13), whole, source.text) == ((2, 7), (3, 8))
