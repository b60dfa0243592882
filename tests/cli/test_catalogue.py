"""`eoi rules` and `eoi explain`: every rule can be read at 60 columns, by programs, and as a page."""

from __future__ import annotations

import json
from typing import Any

import pytest

from eoi.findings import CERTAINTIES, Severity
from eoi.parse_errors import list_final_errors, list_parse_errors
from eoi.rounds import list_known_rounds, load_round
from eoi.rules import load_catalogue
from eoi.rules.catalogue_page import write_catalogue_page
from eoi.rules.entries import list_entries
from eoi.rules.pages import FORMATS, write_rule_page
from eoi.rules.rule import Rule
from tests.cli.calls import Call

RULES = load_catalogue()
NAMES = tuple(list_entries())
KEYS = [
    "name",
    "family",
    "summary",
    "why",
    "severity",
    "asks",
    "certainty",
    "source",
    "forms",
    "since",
    "fails",
    "passes",
]
LABELS = {severity.label for severity in Severity}

each_round = pytest.mark.parametrize("round_name", list_known_rounds())


def prose(name: str, width: int) -> str:
    """The page without its examples, which are shown as they are."""
    return write_rule_page(list_entries()[name], "text", width).partition("\nFails:\n")[0]


def test_a_word_that_begins_the_names_of_rules_is_led_to_these(eoi: Call) -> None:
    done = eoi("explain", "reserved")
    assert done.code == 2
    assert "did you mean reserved-" in done.err


def test_there_are_many_rules_and_they_are_all_here() -> None:
    assert len(RULES) >= 60
    assert len(NAMES) == len(RULES) + len(list_parse_errors()) + len(list_final_errors())


@pytest.mark.slow
def test_a_rule_is_explained_within_60_columns() -> None:
    for name in NAMES:
        text = prose(name, 60)
        assert max(len(line) for line in text.split("\n")) <= 60
        assert text.startswith(f"{name}\n\n")
        assert list_entries()[name].summary in " ".join(text.split())
        assert list_entries()[name].why in " ".join(text.split())


def test_a_rule_shows_its_examples_and_where_it_comes_from() -> None:
    for rule in RULES:
        for form in ("text", "markdown"):
            page = write_rule_page(rule, form, 100)
            assert rule.source in " ".join(page.split())
            for example in (rule.fails, rule.passes):
                lines = [line.strip() for line in example.strip("\n").split("\n")]
                assert "\n".join(lines) in "\n".join(line.strip() for line in page.split("\n"))


def test_a_rule_is_explained_to_programs_with_all_its_keys() -> None:
    for name in NAMES:
        data: dict[str, Any] = json.loads(write_rule_page(list_entries()[name], "json", 60))
        assert list(data) == (KEYS if isinstance(list_entries()[name], Rule) else KEYS[:5])
        assert data["name"] == name
        assert set(data["severity"]) == set(list_known_rounds())
        assert {
            label for forms in data["severity"].values() for found in forms.values() for label in found
        } <= LABELS


def test_a_rule_has_a_page_in_markdown() -> None:
    for name in NAMES:
        page = write_rule_page(list_entries()[name], "markdown", 60)
        assert page.startswith(f"# {name}\n\n{list_entries()[name].summary}.\n")
        assert page.count("```") == (4 if isinstance(list_entries()[name], Rule) else 0)


@pytest.mark.parametrize("form", FORMATS)
def test_explain_shows_the_page_on_standard_output(eoi: Call, form: str) -> None:
    code, out, err = eoi("explain", "resources-total", "--format", form)
    assert (code, err) == (0, "")
    assert out == write_rule_page(list_entries()["resources-total"], form, 100) + "\n"


@pytest.mark.parametrize("form", FORMATS)
def test_rules_lists_every_rule_with_what_it_checks(eoi: Call, form: str) -> None:
    code, out, err = eoi("rules", "--format", form)
    assert (code, err) == (0, "")
    words = " ".join(out.split())
    assert [name for name in NAMES if name not in words] == []
    assert [
        entry.name for entry in list_entries().values() if written(entry.summary, form) not in words
    ] == []


def written(summary: str, form: str) -> str:
    return json.dumps(summary, ensure_ascii=False) if form == "json" else summary


def test_the_list_fits_60_columns_and_names_each_family_once() -> None:
    lines = write_catalogue_page("text", 60).split("\n")
    assert max(map(len, lines)) <= 60
    families = [line for line in lines if line and not line.startswith(" ")]
    assert families == list(dict.fromkeys(entry.family for entry in list_entries().values()))


def test_the_list_for_programs_is_that_of_the_rules() -> None:
    listed = json.loads(write_catalogue_page("json", 60))
    assert listed == [json.loads(write_rule_page(entry, "json", 60)) for entry in list_entries().values()]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("explain", "resource-total"), "there is no rule 'resource-total'; did you mean resources-total?"),
        (("explain", "Resources-Total"), "there is no rule 'Resources-Total'; did you mean resources-total?"),
        (("explain", "zzz"), "there is no rule 'zzz'; eoi rules lists them all\n"),
        (("explain", "resources-total", "--format", "jsn"), "there is no format 'jsn'; did you mean json?"),
        (("rules", "--format", "markdwon"), "there is no format 'markdwon'; did you mean markdown?"),
    ],
)
def test_what_is_not_there_is_refused_with_the_nearest_that_is(
    eoi: Call, arguments: tuple[str, ...], words: str
) -> None:
    code, out, err = eoi(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"eoi: {words}")


def test_no_rule_weighs_more_than_its_source_allows_in_any_round() -> None:
    for rule in RULES:
        rounds = [load_round(name) for name in list_known_rounds()]
        forms = ("influence", "joint", "delegated")
        weights = [rule.weight(round_, form) for round_ in rounds for form in forms]
        assert len(weights) >= 15
        heaviest = max((weight for weight in weights if weight), default=None)
        if heaviest is not None:
            assert heaviest <= CERTAINTIES[rule.certainty].heaviest
            assert heaviest < Severity.ERROR or rule.certainty in ("found", "arithmetic")


def test_what_is_deduced_remembered_or_only_seen_can_never_be_an_error() -> None:
    assert {certainty for certainty, words in CERTAINTIES.items() if words.heaviest is Severity.ERROR} == {
        "found",
        "arithmetic",
    }
    assert {rule.certainty for rule in RULES} >= {"found", "seen", "inferred", "arithmetic"}


@each_round
def test_a_round_weighs_only_rules_that_there_are(round_name: str) -> None:
    assert set(load_round(round_name).rules) <= {rule.name for rule in RULES}


def test_what_is_only_a_warning_is_not_said_to_be_an_error() -> None:
    weights = json.loads(write_rule_page(list_entries()["idle-ignore"], "json", 60))["severity"]
    assert {label for forms in weights.values() for found in forms.values() for label in found} == {"warning"}
