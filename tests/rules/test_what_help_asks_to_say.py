"""Who says what the help of a finding asks for, in the field that it names, has no such finding any more.

A case of that holds a line `# said:` in `tests/cases/<rule>/`. The line below it says what is asked: without
that line the file has the finding.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from eoi.findings import Finding
from tests.rules.findings_of_cases import judge_case
from tests.tables import for_each
from tests.thorough import IS_AT_A_DESK, some_of

CASES = Path(__file__).parent.parent / "cases"
SAID = re.compile(r"^ *# said:\n +(?:- )?(\w+): .+\n", re.MULTILINE)
# Help that asks for words beside another change, such as "write `in_scope: part` and say ...", is not meant.
ASKED = re.compile(r"(?:\bor|:|;[^.;]*,|\b[Ii]f [^.;]*,|\bwhere [^.;]*,) say\b[^.;`]*\bin [^.;`]*`([^`]+)`")
WITHOUT_A_FIELD = re.compile(r"\bor (?:say|explain)\b|, (?:say|explain)\b(?!\.$)")
# These sentences stand in a text of the submission, and their help names it as "the text".
OF_TEXTS = "in-text-differ"
FILES = [path for path in sorted(CASES.glob("*/*.yaml")) if SAID.search(path.read_text(encoding="utf-8"))]
# At a desk one case of each rule, and not of each the help that asks for something.
ASKING = some_of(sorted(CASES.glob("*/*.yaml")), 0, lambda path: path.parent.name)


def found_in(path: Path, text: str) -> tuple[Finding, ...]:
    return tuple(finding for finding in judge_case(text)[1] if finding.rule == path.parent.name)


@cache
def helps() -> tuple[tuple[str, str], ...]:
    """The rule and the help of each finding in the cases, before they say what it asks for."""
    texts = {path: SAID.sub("", path.read_text(encoding="utf-8")) for path in ASKING}
    return tuple((one.rule, one.help) for path, text in texts.items() for one in found_in(path, text))


def field_name(path: str) -> str:
    return path.rpartition(".")[2].partition("[")[0]


@for_each(FILES, lambda path: f"{path.parent.name}/{path.stem}")
def test_a_finding_goes_when_its_field_says_what_the_help_asks_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    said = SAID.search(text)
    assert said
    asked = [finding.help for finding in found_in(path, SAID.sub("", text))]
    assert asked
    assert all(said[1] in map(field_name, ASKED.findall(help)) for help in asked)
    assert found_in(path, text) == ()


@pytest.mark.long
def test_each_field_that_a_help_names_has_a_case_that_says_it() -> None:
    covered = {
        (path.parent.name, said[1]) for path in FILES if (said := SAID.search(path.read_text("utf-8")))
    }
    asked = {(rule, field_name(field)) for rule, help in helps() for field in ASKED.findall(help)}
    assert asked <= covered
    assert IS_AT_A_DESK or len({rule for rule, _ in asked}) == 44


@pytest.mark.long
def test_help_that_asks_to_say_something_names_the_field() -> None:
    vague = [
        (rule, help)
        for rule, help in helps()
        if OF_TEXTS not in rule and WITHOUT_A_FIELD.search(help) and not ASKED.search(help)
    ]
    assert vague == []
