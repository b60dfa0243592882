"""Every docstring is read once: a sentence that says what the thing does or is, and no riddle."""

from __future__ import annotations

import ast
import random
import re
from collections.abc import Iterator

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


def docstrings() -> Iterator[tuple[str, str]]:
    """Give the name and the docstring of every class and function of the program."""
    for path in sorted((ROOT / "eoi").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and (text := ast.get_docstring(node)):
                yield f"{path.relative_to(ROOT)}:{node.name}", text


def module_docstrings() -> Iterator[tuple[str, str]]:
    """Give the name and the docstring of every module of the program."""
    for path in sorted((ROOT / "eoi").rglob("*.py")):
        if text := ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))):
            yield str(path.relative_to(ROOT)), text


DOCSTRINGS = dict(docstrings())
MODULES = dict(module_docstrings())


def is_riddle(text: str) -> bool:
    return bool(RIDDLE.match(text)) and not NOT_PARTICIPLES.match(text)


def test_there_are_many_docstrings_and_all_are_seen() -> None:
    assert len(DOCSTRINGS) >= 1_000


def test_a_riddle_is_recognised_and_a_sentence_is_not() -> None:
    riddles = ("What it cannot, since what it can takes long.", "Whoever reads goes.", "Joined for later.")
    assert all(map(is_riddle, riddles))
    sentences = ("Run the collector rarely.", "The place of a box.", "Tell whether it fits.")
    assert not any(map(is_riddle, sentences))


def test_no_docstring_begins_like_a_riddle() -> None:
    assert not {name: text for name, text in DOCSTRINGS.items() if is_riddle(text)}


def test_no_module_begins_with_a_clause() -> None:
    assert len(MODULES) >= 400
    assert not {name: text for name, text in MODULES.items() if CLAUSE.match(text)}


def test_no_docstring_holds_words_that_have_to_be_read_twice() -> None:
    assert not {name: text for name, text in DOCSTRINGS.items() if RIDDLING_WORDS.search(text)}


def test_ten_docstrings_by_chance_are_short_sentences_with_a_full_stop() -> None:
    chosen = random.Random(12).sample(sorted(DOCSTRINGS.items()), 10)
    for name, text in chosen:
        first = " ".join(text.split("\n\n")[0].split())
        assert first.endswith((".", "?", "`", '"')), name
        assert len(first.split()) <= 30, name
