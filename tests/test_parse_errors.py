"""The table of parse errors: each is one entry, with its name, its page, and its messages with their help."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

from eoi.findings import START, Position, Span
from eoi.parse_errors import STAGES, ParseMessage, list_final_errors, list_parse_errors
from eoi.parse_errors.yaml import ALIAS, YAML_SYNTAX
from eoi.rules.entries import list_entries
from eoi.rules.pages import write_rule_page
from tests.samples import ROOT

MODULES = [
    import_module(f"eoi.parse_errors{stage}") for stage in ("", *(f".{one}" for one in STAGES), ".final")
]
MESSAGES = {
    name: value
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, ParseMessage)
}
EVERY = (*list_parse_errors(), *list_final_errors())
SOURCES = {path: path.read_text("utf-8") for path in sorted((ROOT / "eoi").rglob("*.py"))}


def is_of_table(path: Path) -> bool:
    return path.parent.name == "parse_errors"


def test_the_table_holds_each_name_once_and_every_stage_has_some() -> None:
    names = [entry.name for entry in EVERY]
    assert len(names) == len(set(names)) >= 27
    assert all(len([e for e in vars(module).values() if e in EVERY]) >= 2 for module in MODULES)


def test_the_name_of_a_parse_error_is_typed_nowhere_but_in_the_table() -> None:
    rest = {path: text for path, text in SOURCES.items() if not is_of_table(path)}
    assert len(rest) > 400
    typed = [
        f"{path.name}: {entry.name}"
        for path, text in rest.items()
        for entry in EVERY
        if f'"{entry.name}"' in text
    ]
    assert not typed


def test_every_parse_error_has_a_message_but_those_of_syntax_which_stand_with_their_slip() -> None:
    with_messages = {message.error for message in MESSAGES.values()}
    assert set(EVERY) - with_messages == {YAML_SYNTAX}


@pytest.mark.slow
def test_every_message_is_used_outside_the_table_and_says_what_to_do() -> None:
    assert len(MESSAGES) >= 40
    rest = (text for path, text in SOURCES.items() if not is_of_table(path))
    assert not MESSAGES.keys() - {word for text in rest for word in re.findall(r"\w+", text)}
    for message in MESSAGES.values():
        assert message.help
        assert message.message.endswith(".")


def test_words_of_a_file_are_put_into_a_message_as_they_are() -> None:
    span = Span(Position(2, 3), Position(2, 9))
    finding = ALIAS.at(span, name="{name}{0}", path="round")
    assert finding.message == "`*{name}{0}` repeats a value from elsewhere; this file cannot do that."
    assert (finding.rule, finding.span, finding.path) == ("yaml-alias", span, "round")
    assert ALIAS.at(name="x").span == START


def test_every_message_takes_words_by_name_alone() -> None:
    texts = [text for message in MESSAGES.values() for text in (message.message, message.help)]
    fields = [field for text in texts for _, field, _, _ in Formatter().parse(text) if field is not None]
    assert len(fields) >= 20
    assert all(field.isidentifier() for field in fields)


def test_every_parse_error_has_its_page() -> None:
    for entry in EVERY:
        assert list_entries()[entry.name] is entry
        assert entry.summary in write_rule_page(entry, "markdown", 80)
