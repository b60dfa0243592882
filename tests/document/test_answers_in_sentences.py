"""What an officer typed in a short answer stands in a sentence of ours only if it fits there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, zip_longest

import pytest

from eoi.document.words.answers_in_sentences import FILTERS, can_be_sent, countable, labelled, unfit
from eoi.document.words.names_of_bodies import are_several
from eoi.document.words.noun_phrases import fits_a_sentence, says_how
from eoi.papers import list_papers
from eoi.source.nodes import Mapping, Node, Scalar, Sequence
from eoi.submission import TEXT
from eoi.submission.scope import LEADER
from tests.model_fields import ModelField, model_fields
from tests.samples import COMPLETE, examined, interest, lines_of, paper, skeleton, words_of
from tests.strategies import Fields, Written, as_yaml
from tests.tables import for_each, for_each_row
from tests.thorough import in_turn, some_of

NO_PHRASE = "We have one, see our website."
# A CCG and its board are called by their names, whatever they are.
NAMES = {"applicants[].name", "applicants[].short_name", "governing_body_name"}
# Separated by commas, in a table or a list, from what else is known of a paper or a member.
APART = {"paper.meeting", "paper.number", "paper.distribution"} | {
    f"governance.groups[].members[].{name}" for name in ("role", "body")
}
FIELDS = [
    field
    for field in model_fields()
    if field.kind in (TEXT, LEADER)
    and field.pattern not in NAMES | APART | {"round"}
    and field.steps[-1] != "id"
]
SPLICED = re.compile(
    r"(?<!^)(?<![:;.?(] )(?<!\()[Ww]e have one, see our website"
    r"|[Ww]e have one, see our website\.?(?:,| [a-z])",
)
TWO: list[Fields] = [{"name": "NHS Somewhere CCG"}, {"name": "NHS Elsewhere CCG"}]


def spliced(source: str) -> list[str]:
    """The lines of all papers that have the words within a sentence."""
    papers = (paper(name, source, final=True) for name in list_papers() if name != "checklist")
    return [line for one in papers for line in lines_of(one.blocks) if SPLICED.search(line)]


def fields_of_different_parts() -> Iterator[list[ModelField]]:
    """Yield each field once, with fields of other parts: no answer changes what is said of another part."""
    parts = [list(those) for _, those in groupby(FIELDS, lambda field: field.steps[0])]
    for those in zip_longest(*parts):
        yield [field for field in those if field]


def complete_with(fields: list[ModelField]) -> str:
    """The complete submission with the words in every place of these fields."""
    tree = examined(COMPLETE.read_bytes()).source.tree
    assert tree is not None
    filled = with_words(tree, [field.steps for field in fields])
    assert isinstance(filled, dict)
    return as_yaml(filled)


def with_words(node: Node, ways: list[tuple[str, ...]]) -> Written:
    if isinstance(node, Scalar):
        return NO_PHRASE if () in ways else node.text
    if isinstance(node, Sequence):
        return [with_words(item, ways) for item in node.items]
    assert isinstance(node, Mapping)
    return {
        entry.key.text: with_words(entry.value, [way[1:] for way in ways if is_on_way(entry.key.text, way)])
        for entry in node.entries
    }


def is_on_way(key: str, steps: tuple[str, ...]) -> bool:
    return bool(steps) and steps[0].removesuffix("[]") == key


@pytest.mark.slow
@pytest.mark.parametrize(
    ("others", "field"),
    in_turn(([], TWO[1:]), some_of(FIELDS, 18, lambda field: field.steps[0])),
    ids=lambda one: one.pattern if isinstance(one, ModelField) else f"{len(one)} others",
)
def test_a_sentence_typed_in_a_short_answer_stands_in_no_sentence_of_ours(
    others: list[Fields], field: ModelField
) -> None:
    alone: Fields = field.alone([NO_PHRASE] if field.many else NO_PHRASE)
    assert spliced(as_yaml(alone | {"applicants": [*alone["applicants"], *others]})) == []


@pytest.mark.slow
@pytest.mark.parametrize("fields", some_of(fields_of_different_parts(), 3))
def test_nor_does_it_where_all_else_is_answered_too(fields: list[ModelField]) -> None:
    """The papers of a complete submission take longest, so fields of different parts share them."""
    filled = complete_with(fields)
    assert spliced(filled) == [], [field.pattern for field in fields]
    assert filled.count(NO_PHRASE) >= len(fields)


def test_every_field_is_tried_where_all_else_is_answered() -> None:
    tried = [field for fields in fields_of_different_parts() for field in fields]
    assert sorted(field.pattern for field in tried) == sorted(field.pattern for field in FIELDS)
    for fields in fields_of_different_parts():
        assert len({field.steps[0] for field in fields}) == len(fields)


@for_each(
    [
        "Standards of Business Conduct Policy",
        "the policy that is on our website",
        "our conflicts of interest policy (see annex C)",
        "CCG Constitution, Section 8: Standards of Business Conduct",
        "NHS England's guidance",
        "In-house team",
        "GP IT",
        "Have Your Say Group",
        "St. Helens Council",
        "Provided Care Ltd.",
        "practices with a vote each",
    ],
)
def test_a_noun_phrase_fits_into_a_sentence(typed: str) -> None:
    assert fits_a_sentence(typed)


@for_each(
    [
        None,
        "",
        "Our conflicts of interest policy of 2013 is on our website.",
        "We have a policy, see the website",
        "WE HAVE A POLICY",
        "Managed in line with the constitution",
        "Existing policy will apply",
        "See our website",
        "The CCG follows NHS England guidance; a lay member chairs",
        "The policy that applies is on the website",
        "None, all in house",
        "Provided in house",
        "Anglia CSU and in-house",
        "The panel agreed it",
        "by post",
        "will meet monthly",
        "We",
        "x" * 400,
    ]
)
def test_a_sentence_or_a_part_of_one_does_not(typed: str | None) -> None:
    assert not fits_a_sentence(typed)


def test_an_answer_can_say_how() -> None:
    assert [says_how(typed) for typed in ("by post", "under an SLA")] == [True, True]
    assert [says_how(typed) for typed in ("an SLA", "by post, as we have said", None)] == [False, True, False]


def test_every_filter_is_tested_here() -> None:
    assert sorted(FILTERS) == ["are_several", "can_be_sent", "countable", "labelled", "unfit"]
    assert labelled("We have two", "Councils") == "Councils: We have two."
    assert unfit(["a council"]) == ()
    assert unfit(["a council", "We have two"]) == ["a council", "We have two"]
    assert [are_several(name) for name in ("Anglia CSU and Kent CSU", "Kent and Medway CSU")] == [True, False]
    assert [can_be_sent(method) for method in ("Surveys of carers", "Survey Monkey")] == [True, False]


@for_each_row(
    [
        ("All practices", "23", "practices"),
        ("All 23 practices", "23", "practices"),
        ("All 24 practices", "23", ""),
        ("One vote per practice", "23", ""),
        ("Practices (weighted)", "23", "practices (weighted)"),
        ("four localities", "4", "localities"),
        ("4 localities", "4", "localities"),
        ("five localities", "4", ""),
        ("locality", "4", "localities"),
        ("GP", "4", "GPs"),
        ("We have them", "4", ""),
    ],
)
def test_a_number_stands_before_a_plain_noun_alone(typed: str, number: str, words: str) -> None:
    assert countable(typed, number) == words


SUPPORT = "    commissioning_support: {}\n"
PUBLIC = "engagement: {{public: {{{}, sent: 500, audience: patients}}}}\n"
BALLOT = (
    "engagement: {{members: {{ballot: {{voters: {}, electorate: 23, voted: 22, closed: 2014-06-06}}}}}}\n"
)


@for_each_row(
    [
        (SUPPORT.format("{provider: none}"), "The CCG has no commissioning support."),
        (SUPPORT.format("{provider: In-house}"), "Commissioning support is provided in house."),
        (SUPPORT.format("{provider: 'None, all in house'}"), "Commissioning support: None, all in house."),
        (
            SUPPORT.format("{provider: the CSU, agreement: under an SLA}"),
            "The CSU provides commissioning support under an SLA.",
        ),
        (
            SUPPORT.format("{provider: A CSU, agreement: We have one}"),
            "A CSU provides commissioning support. Agreement: We have one.",
        ),
        (
            PUBLIC.format("method: We asked our PPGs"),
            "Views were asked of 500 patients. Method: We asked our PPGs.",
        ),
        (PUBLIC.format("method: by post"), "Views were asked of 500 patients by post."),
        (PUBLIC.format("method: Survey Monkey"), "Views were asked of 500 patients. Method: Survey Monkey."),
        ("engagement: {public: {method: by post}}\n", "Patients and the public were asked by post."),
        (
            BALLOT.format("All practices"),
            "Practices voted until 6 June 2014. Of 23 practices, 22 took part.",
        ),
        (
            BALLOT.format("One vote per practice"),
            "Members voted until 6 June 2014. Voters: One vote per practice. Of 23 members, 22 took part.",
        ),
        (
            "    practices: 20\n    clusters: {name: four localities, count: 4}\n",
            "20 member practices in four localities.",
        ),
    ],
)
def test_the_answer_keeps_its_words_and_the_sentence_its_grammar(more: str, said: str) -> None:
    assert said in words_of(interest(skeleton(more=more)))
