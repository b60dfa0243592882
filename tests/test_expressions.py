"""Regular expressions that are made ready when they are first used."""

from __future__ import annotations

import ast
import gc
import importlib
import re
import subprocess
import sys

import pytest

from eoi.expressions import Expression, WordList
from eoi.pipeline import examine
from tests.hostile.patterns import modules
from tests.modules import nodes_at
from tests.required_words import does_every_match_hold
from tests.samples import EXAMPLES, ROOT
from tests.thorough import some_of

COUNT = """\
import re
made = []
ready = re.compile
re.compile = lambda *of: made.append(of) or ready(*of)
import eoi.rules.shared.bodies.quorums, eoi.rules.shared.bodies.committees, eoi.submission.dates
print(sum("\\\\b" in str(of[0]) for of in made))
"""


def test_an_expression_answers_as_a_compiled_one_does() -> None:
    ours, theirs = Expression(r"(\d+) ?(GPs?)", re.IGNORECASE), re.compile(r"(\d+) ?(GPs?)", re.IGNORECASE)
    text = "We met 12 gps, then 3 GPs and a nurse"
    assert ours.findall(text) == theirs.findall(text) == [("12", "gps"), ("3", "GPs")]
    assert [one.span() for one in ours.finditer(text)] == [one.span() for one in theirs.finditer(text)]
    assert ours.split(text) == theirs.split(text)
    assert ours.sub("nobody", text) == theirs.sub("nobody", text)
    found = ours.search(text, 10)
    assert found is not None
    assert found[0] == "3 GPs"
    assert ours.match(text) is None
    assert ours.fullmatch("1 GP") is not None


def test_an_expression_is_made_ready_once_and_not_before_it_is_used() -> None:
    with pytest.raises(re.error):
        Expression("(").search("a")
    good = Expression("a")
    assert good.compiled is good.compiled


def test_what_few_files_need_is_not_made_ready_when_its_module_is_loaded() -> None:
    done = subprocess.run([sys.executable, "-c", COUNT], cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(done.stdout) < 20, done.stdout


def test_a_text_without_the_words_of_an_expression_is_answered_without_compiling_it() -> None:
    chair = Expression(r"\bvice[- ]chair\b|\bchairs\b", re.IGNORECASE, words="chair")
    text = "The board meets monthly"
    assert chair.search(text) is chair.match(text) is chair.fullmatch(text) is None
    assert list(chair.finditer(text)) == chair.findall(text) == []
    assert chair.split(text) == [text]
    assert chair.sub("nobody", text) == text
    assert "compiled" not in vars(chair)
    assert chair.sub("nobody", "A VICE-CHAIR") == "A nobody"
    assert chair.search(text) is None


def test_words_are_refused_that_a_match_can_do_without() -> None:
    assert does_every_match_hold(["chair"], r"\bvice[- ]chairs?\b|\bchair(?:man|woman)\b")
    assert does_every_match_hold(["vice-c", "deputy c"], r"(?:vice-|deputy )(?:chair|champion)")
    assert does_every_match_hold(["xx"], r"x{2,10}")
    assert not does_every_match_hold(["xx"], r"x{1,10}")
    assert not does_every_match_hold(["x"], r"x{0,10}")
    assert does_every_match_hold(["chair", "chain"], r"(?:chair\w+|chain\w+)s")
    assert not does_every_match_hold(["chair"], r"(?:chair\w+|chain\w+)s")
    assert not does_every_match_hold(["chair"], r"\bvice\b|\bchair\b")
    assert not does_every_match_hold(["chair"], r"(?:chair)?man")
    assert not does_every_match_hold(["chairman"], r"chair(?:man)?")
    assert not does_every_match_hold(["lead"], r"(?=lead)\w+")


@pytest.mark.slow
def test_every_match_holds_one_of_the_words_of_its_expression() -> None:
    for module in modules():
        importlib.import_module(module)
    for example in EXAMPLES:
        examine(example.read_bytes(), example.name)
    gc.unfreeze()  # what a command has set aside in this process is not listed
    found = [one for one in gc.get_objects() if isinstance(one, Expression) and one.words]
    assert len(found) >= 120
    wrong = [
        one.pattern
        for one in found
        if not does_every_match_hold(one.words, one.pattern, one.flags)
        or any(word != word.casefold() for word in one.words)
    ]
    assert wrong == []


@pytest.mark.slow
def test_no_bound_of_a_repeat_is_taken_for_a_value_to_format() -> None:
    """In an f-string, `{0,3}` is a pair of numbers, and the pattern matches nothing any more."""
    files = sorted((ROOT / "eoi").rglob("*.py"))
    texts = [
        (file, node) for file in files for node in nodes_at(file) if isinstance(node, ast.FormattedValue)
    ]
    assert len(texts) > 500
    assert [
        (file, node.lineno) for file, node in texts if isinstance(node.value, ast.Tuple | ast.Constant)
    ] == []


def test_a_word_list_finds_its_words_whole_and_in_any_case() -> None:
    powers = WordList("CCG|sub-committee|in time|delegat*")
    for text in (
        "ccg", "Our CCG's board", "A Sub-committee (new)", "done in\ntime", "it delegates", "(ccg)"
    ):  # fmt: skip
        assert powers.is_in(text), text
    for text in ("", "CCGs", "a subcommittee", "put in. Time is short", "undelegated", "in times"):
        assert not powers.is_in(text), text


def test_a_word_list_tells_a_word_from_others_that_begin_with_the_same_letters() -> None:
    said = WordList("refer|referr*|part of us")
    for text in ("We refer them", "Referring concerns", "a part of us"):
        assert said.is_in(text), text
    assert not said.is_in("References to a part of it")


@pytest.mark.long
def test_a_word_list_answers_as_an_expression_of_the_same_words_does() -> None:
    named = [value for name in modules() for value in vars(importlib.import_module(name)).values()]
    lists = {value for value in named if isinstance(value, WordList)}
    lines = [line for path in EXAMPLES for line in path.read_text("utf-8").split("\n") if line.strip()]
    texts = some_of(lines, 200)
    lowered = [text.lower() for text in texts]
    answers = {answer for one in lists for answer in compare(one, texts, lowered)}
    assert len(lists) > 120
    assert len(lines) > 800
    assert answers == {(True, True), (False, False)}


def compare(words: WordList, texts: list[str], lowered: list[str]) -> set[tuple[bool, bool]]:
    """Return whether the list finds one of its words in each text, and whether an expression of them does."""
    one = re.compile("|".join(rf"\b{spell_expression(word)}" for word in words.words))
    return {
        (words.is_in(text), one.search(low) is not None) for text, low in zip(texts, lowered, strict=True)
    }


def spell_expression(word: str) -> str:
    words = re.escape(word.strip()).replace(r"\ ", " ")
    spaced = re.sub(r"(?<=\w) (?=\w)", r"\\s+", words).replace(" ", r"\s*")
    return spaced + (r"\b" if word.endswith(" ") else "")
