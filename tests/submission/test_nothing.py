"""`posts: none` is an answer: the document says so, and the checklist counts it."""

from __future__ import annotations

import pytest
import yaml
from jsonschema import Draft202012Validator

from eoi.checklist import Item, Status
from eoi.examined import UnreadableFile
from eoi.pipeline import examine
from eoi.submission import WORDS
from eoi.submission.schema import make_submission_schema
from tests.model_fields import LEAST, lists_that_may_be_none, with_value
from tests.samples import checklist, interest, skeleton, words_of
from tests.strategies import as_yaml
from tests.tables import for_each

SENTENCES = {
    "risks": "No risks were identified.",
    "resources.posts": "No posts are asked for.",
    "arrangement.phases": "The arrangement has no phases.",
    "arrangement.carve_outs": "Nothing stays outside the arrangement.",
    "arrangement.budget.excludes": "The envelope leaves nothing out.",
    "arrangement.budget.includes": "The envelope includes nothing unusual.",
    "governance.reserved_decisions": "No decisions are reserved.",
    "governance.conflicts_of_interest.cases": "There have been no cases of conflicts of interest.",
    "governance.conflicts_of_interest.registers": "The CCG keeps no register of interests.",
    "engagement.stakeholders": "No stakeholder has been engaged so far.",
    "engagement.nhs_england": "There has been no contact with NHS England so far.",
    "support": "No body is recorded as supporting the proposal.",
    "support[].conditions": "It set no conditions.",
    "support[].concerns": "It raised no concerns.",
    "decision.conditions": "No conditions were set.",
}
each_list = pytest.mark.parametrize("pattern", SENTENCES)


def saying(pattern: str, word: str = "none") -> str:
    return as_yaml(with_value(LEAST, tuple(pattern.split(".")), word))


def item(text: str, path: str) -> Item:
    (found,) = (one for one in checklist(text).items if one.requirement.path == path)
    return found


@pytest.mark.slow
@each_list
def test_a_list_that_is_said_to_be_none_has_a_sentence_in_the_document(pattern: str) -> None:
    assert SENTENCES[pattern] not in words_of(interest(skeleton()))
    for final in (False, True):
        assert SENTENCES[pattern] in words_of(interest(saying(pattern), final=final))


@pytest.mark.parametrize("word", [*WORDS, "None", "NONE.", "No"])
def test_none_is_read_however_it_is_written(word: str) -> None:
    assert SENTENCES["resources.posts"] in words_of(interest(saying("resources.posts", word)))


def test_none_may_be_the_one_item_of_its_list() -> None:
    text = skeleton(more="resources:\n  posts:\n    - none\n")
    assert SENTENCES["resources.posts"] in words_of(interest(text))


@for_each([p for p in SENTENCES if p.count(".") < 2 and "[]" not in p])
def test_the_checklist_counts_it_as_met_where_it_is_asked(pattern: str) -> None:
    asked = [one for one in checklist(saying(pattern)).items if one.requirement.path == pattern]
    for one in asked:
        assert (one.status, one.gaps) == (Status.MET, ())


def test_lists_that_are_asked_for_are_among_them() -> None:
    asked = {one.requirement.path for one in checklist(skeleton()).items}
    assert len(asked & set(SENTENCES)) >= 5


def test_nobody_is_asked_what_no_posts_would_cost_and_who_pays() -> None:
    text = skeleton(more="resources: none\n")
    assert item(text, "resources.posts").status is Status.MET
    for path in ("introduction", "total", "funding", "posts[].cost", "posts[].wte"):
        found = item(text, f"resources.{path}")
        assert (found.status, found.reason) == (Status.NOT_APPLICABLE, "the file says that there are none")


def test_what_is_said_of_money_counts_though_no_posts_are_asked_for() -> None:
    text = skeleton(more="resources: {posts: none, funding: From our running costs.}\n")
    assert item(text, "resources.funding").status is Status.MET


def test_none_for_a_group_is_none_of_its_list() -> None:
    for group, pattern in (("resources", "resources.posts"), ("conflicts_of_interest", "cases")):
        more = f"{group}: none\n" if group == "resources" else f"governance: {{{group}: none}}\n"
        sentence = next(text for name, text in SENTENCES.items() if name.endswith(pattern))
        if group == "resources":
            sentence = "No posts and no money are asked for."
        assert sentence in words_of(interest(skeleton(more=more)))


def test_an_empty_list_is_still_a_gap() -> None:
    assert item(skeleton(more="resources:\n  posts:\n"), "resources.posts").status is Status.CONSIDER


@pytest.mark.parametrize("more", ["evaluation: none\n", "priorities: none\n", "timescales: nil\n"])
def test_a_list_that_cannot_be_none_is_refused_with_words(more: str) -> None:
    found = examine(skeleton(more=more).encode(), "ccg.yaml")
    assert isinstance(found, UnreadableFile)
    (finding,) = found.findings
    assert finding.message.endswith("cannot be read: it cannot be none.")
    assert finding.help == "Write its items, or leave it empty while they are not known."


def test_no_applicants_are_refused_with_words() -> None:
    found = examine(b"round: 2014\nform: joint\napplicants: none\n", "ccg.yaml")
    assert isinstance(found, UnreadableFile)
    assert [one.message for one in found.findings] == ["`applicants` cannot be read: it cannot be none."]


@each_list
def test_an_editor_takes_none_where_the_program_does(pattern: str) -> None:
    validator = Draft202012Validator(make_submission_schema())
    for word in ("none", "None"):
        assert [error.message for error in validator.iter_errors(yaml.safe_load(saying(pattern, word)))] == []


def test_every_list_that_may_be_none_has_its_sentence_here() -> None:
    assert set(lists_that_may_be_none()) == set(SENTENCES)
