"""Every path that the program's Python spells out leads to a field of the model."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from eoi.submission.vocabulary import find_kind_at, list_field_names_at
from tests.modules import nodes_at
from tests.samples import ROOT

TEXT = re.compile(r"[a-z_]+(?:\[\d*\])?(?:\.[a-z_]+(?:\[\d*\])?)+")
INDEX = re.compile(r"\[\d*\]")
# Names of files, modules and such: none of them begins with a field of the file.
ENDINGS = {"yaml", "toml", "html", "metadata", "date", "css", "xml", "typ", "json", "csv", "xlsx", "js", "py"}
# Modules of the program itself.
PROGRAM = "eoi"
# These begin in the middle of the file: `population.registered` of an applicant.
FURTHER_IN = {"population", "views"}
# The name in Python of a field that is called `for` in the file, which Python has as a word of its own.
IN_PYTHON = {"engagement.public.views.in_favour"}
# Tuples of words that begin with a word that is a field too.
WORDS = {
    "eoi/rounds/pages.py",
    "eoi/rules/shared/forms/form_statements.py",
    "eoi/rules/shared/forms/__init__.py",
}


@cache
def sources() -> tuple[tuple[str, tuple[ast.AST, ...]], ...]:
    files = sorted((ROOT / "eoi").rglob("*.py"))
    return tuple((name_of(file), nodes_at(file)) for file in files)


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def names_in(text: str) -> tuple[str, ...]:
    return tuple(INDEX.sub("", text).split("."))


@cache
def dotted_texts() -> list[tuple[str, str]]:
    return [
        (file, node.value)
        for file, nodes in sources()
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and TEXT.fullmatch(node.value)
    ]


def tuples_of_steps() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The names in each tuple that begins with a field of the file: `("arrangement", "phases", index)`."""
    for file, nodes in sources():
        for node in nodes:
            if isinstance(node, ast.Tuple) and len(node.elts) > 1 and file not in WORDS:
                texts = [one.value for one in node.elts if isinstance(one, ast.Constant)]
                names = tuple(one for one in texts if isinstance(one, str))
                if names and isinstance(node.elts[0], ast.Constant) and names[0] in list_field_names_at(()):
                    yield file, names


def is_a_list_of_fields(names: tuple[str, ...]) -> bool:
    return all(find_kind_at(names_in(name)) is not None for name in names)


@pytest.mark.slow
def test_every_path_written_as_a_text_leads_to_a_field() -> None:
    paths = [
        (file, text)
        for file, text in dotted_texts()
        if names_in(text)[0] in list_field_names_at(()) and names_in(text)[-1] not in ENDINGS - {"date"}
    ]
    assert len(paths) > 90
    wrong = [one for one in paths if one[1] not in IN_PYTHON and find_kind_at(names_in(one[1])) is None]
    assert wrong == []


@pytest.mark.slow
def test_a_text_with_dots_that_begins_with_no_field_is_no_path() -> None:
    others = {text for _, text in dotted_texts() if names_in(text)[0] not in list_field_names_at(())}
    assert len(others) > 10
    others = {text for text in others if names_in(text)[0] != PROGRAM}
    strange = {text for text in others if text.rpartition(".")[2] not in ENDINGS and len(text) > 6}
    assert {names_in(text)[0] for text in strange} <= FURTHER_IN
    for text in strange:
        parts = ("applicants", "engagement.public")
        assert any(find_kind_at((*names_in(part), *names_in(text))) is not None for part in parts), text


@pytest.mark.long
def test_every_path_written_as_a_tuple_leads_to_a_field() -> None:
    paths = list(tuples_of_steps())
    assert len(paths) > 120
    assert [one for one in paths if find_kind_at(one[1]) is None and not is_a_list_of_fields(one[1])] == []
