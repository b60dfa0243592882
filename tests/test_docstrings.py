"""Every docstring is read once: a sentence that says what the thing does or is, and no riddle."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

from tests.modules import module_at, nodes_at
from tests.samples import ROOT

# How a riddle begins: with a clause, a preposition or a participle instead of a verb or a noun.
RIDDLE = re.compile(
    r"(?:What|Whoever|Whatever|All that|How|Those|Nothing|Whether|Where|When|Which|Without|With|As|Of|By|From"
    r"|In|On|For|To|The same|\w+ed|\w+ing)\b"
)
# The words of the trade that read as participles and are nouns, or verbs.
NOT_PARTICIPLES = re.compile(r"(?:Need|Feed|Bring|Exceed|Proceed|Spring|String|Heading|Spelling|Embed)\b")
# A module is a noun ("Limits on ...") or a verb ("Find ..."), and no clause that waits for its other half.
CLAUSE = re.compile(
    r"(?:What|Whoever|Whatever|All that|How|Who|Whether|Where|When|Which|Why|So|That|As|One of)\b"
)
# What no docstring says anywhere, since nobody understands it at once.
RIDDLING_WORDS = re.compile(r"\bwhat it cannot\b|\bmend(?:s|ed|ing)?\b|\bput right\b", re.IGNORECASE)


@cache
def modules() -> dict[str, Path]:
    """Find every module of the program, by its path within the project."""
    return {str(path.relative_to(ROOT)): path for path in sorted((ROOT / "eoi").rglob("*.py"))}


@cache
def docstrings() -> dict[str, str]:
    """Give the docstring of every class and function of the program, by its path and name."""
    return {
        f"{name}:{node.name}": text
        for name, path in modules().items()
        for node in nodes_at(path)
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and (text := ast.get_docstring(node))
    }


@cache
def module_docstrings() -> dict[str, str]:
    """Give the docstring of every module of the program, by its path."""
    return {name: text for name, path in modules().items() if (text := ast.get_docstring(module_at(path)))}


def is_riddle(text: str) -> bool:
    return bool(RIDDLE.match(text)) and not NOT_PARTICIPLES.match(text)


def test_there_are_many_docstrings_and_all_are_seen() -> None:
    assert len(docstrings()) >= 1_000


def test_a_riddle_is_recognised_and_a_sentence_is_not() -> None:
    riddles = ("What it cannot, since what it can takes long.", "Whoever reads goes.", "Joined for later.")
    assert all(map(is_riddle, riddles))
    sentences = ("Run the collector rarely.", "The place of a box.", "Tell whether it fits.")
    assert not any(map(is_riddle, sentences))


def test_no_docstring_begins_like_a_riddle() -> None:
    assert not {name: text for name, text in docstrings().items() if is_riddle(text)}


def test_no_module_begins_with_a_clause() -> None:
    assert len(module_docstrings()) >= 400
    assert not {name: text for name, text in module_docstrings().items() if CLAUSE.match(text)}


def test_no_docstring_holds_words_that_have_to_be_read_twice() -> None:
    assert not {name: text for name, text in docstrings().items() if RIDDLING_WORDS.search(text)}


def test_every_docstring_begins_with_a_short_sentence_and_a_full_stop() -> None:
    for name, text in docstrings().items():
        first = " ".join(text.split("\n\n")[0].split())
        assert first.endswith((".", "?", "`", '"')), name
        assert len(first.split()) <= 30, name


# Each is explained once: in `Rule`, in the folder of the fixes, and in `Command`.
EXPLAINED_ONCE = {"rules/": {"check", "judge", "report"}, "fixes/": {"propose"}, "cli/commands/": {"run"}}


def is_explained_once(path: str, name: str) -> bool:
    return any(path.startswith(f"eoi/{room}") and name in names for room, names in EXPLAINED_ONCE.items())


def is_overload(function: ast.FunctionDef) -> bool:
    return any(ast.unparse(decorator) == "overload" for decorator in function.decorator_list)


def test_every_public_function_has_a_docstring_but_the_steps_that_are_explained_once() -> None:
    functions = [
        (name, node)
        for name, path in modules().items()
        for node in module_at(path).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and not is_overload(node)
    ]
    without = {f"{path}:{one.name}" for path, one in functions if not ast.get_docstring(one)}
    assert len(functions) > 2_000
    assert {name for name in without if not is_explained_once(*name.split(":"))} == set()
