"""A review shows every answer of a submission under the question that asks for it: figures and lists too."""

from __future__ import annotations

import pytest

from eoi.review.answers import OF_THE_FILE, OTHER, Answer, list_answers, list_headings
from eoi.review.field_words import say_place
from eoi.review.sentences import list_sentences
from eoi.source.nodes import walk_values
from eoi.submission import MARKDOWN, TEXT
from eoi.submission.walk import find_field_at
from tests.samples import COMPLETE, EXAMPLES, ROOT, examined, skeleton

BIDS = tuple(sorted((ROOT / "tests/bids").glob("*.yaml")))


def answers_in(more: str) -> dict[str, list[Answer]]:
    found: dict[str, list[Answer]] = {}
    for answer in list_answers(examined(skeleton(more=more))):
        found.setdefault(answer.question, []).append(answer)
    return found


def lines_of(more: str, key: str) -> list[str]:
    return [line for answer in answers_in(more)[key] for line in answer.text.split("\n")]


def test_the_fit_with_the_plan_stands_under_its_own_question() -> None:
    found = answers_in("benefits: {five_year_plan: The plan rests on it.}\n")
    assert [answer.text for answer in found["benefits-five_year_plan"]] == ["The plan rests on it."]


def test_figures_and_choices_of_a_group_are_lines_with_their_names() -> None:
    public = "engagement: {public: {method: Online survey, sent: 400, views: {for: 60%, against: 30%}}}\n"
    assert lines_of(public, "engagement-public") == [
        "- Method: Online survey",
        "- Sent: 400",
        "- Views, for: 60%",
        "- Views, against: 30%",
    ]


def test_each_item_of_a_list_is_a_line_with_its_name_and_the_lists_in_it_below() -> None:
    member = "members: [{role: GP, voting: yes}]"
    group = f"governance: {{groups: [{{name: Joint Committee, chair: Lay member, {member}}}]}}\n"
    assert lines_of(group, "governance") == ["- Joint Committee: chair: Lay member", "  - GP: voting: yes"]
    posts = "resources: {posts: [{role: Manager, wte: 0.5, cost: £43.3k}], total: £43.3k}\n"
    assert lines_of(posts, "scope-resources") == ["- Manager: WTE: 0.5; cost: £43.3k", "- Total: £43.3k"]


def test_an_item_has_its_short_texts_on_its_line_and_its_long_ones_behind_its_name() -> None:
    board = "{body: Health Board, date: 17 June 2014, view: Opposed as it stands}"
    support = f"support: [{board}, {{body: LMC, view: '{'We support it. ' * 20}'}}]\n"
    listed, long = answers_in(support)["sign-off"]
    assert listed.text == "- Health Board: date: 17 June 2014; view: Opposed as it stands\n- LMC"
    assert long.labelled.startswith("LMC, view: We support it.")
    group = "governance: {groups: [{name: Panel, purpose: To advise., chair: A lay member}]}\n"
    assert lines_of(group, "governance") == ["- Panel: purpose: To advise; chair: A lay member"]
    concern = "{concern: The work is too much., answer: We would pay for it.}"
    said = f"support: [{{body: LMC, resolution: [It notes it., It asks for more.], concerns: [{concern}]}}]\n"
    assert lines_of(said, "sign-off") == [
        "- LMC: resolution: It notes it; It asks for more.",
        "  - The work is too much: answer: We would pay for it.",
    ]


def test_a_long_sentence_on_the_line_of_an_item_is_compared_with_those_of_others() -> None:
    words = "One two three four five six seven eight nine ten eleven twelve thirteen"
    found = list_answers(examined(skeleton(more=f"support: [{{body: LMC}}, {{body: B, view: {words}}}]\n")))
    assert [(one.words, one.path) for one in list_sentences(found)] == [(words, "support[1].view")]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("support[1].view", "body 2, view"),
        ("governance.groups[0].members[1]", "member 2 of group 1"),
        ("benefits.vision", "benefits.vision"),
    ],
)
def test_a_place_counts_items_from_one_for_people(path: str, said: str) -> None:
    assert say_place(path) == said


def test_a_function_has_the_name_of_the_list_of_its_round_and_the_answer_in_words() -> None:
    scope = "scope: {functions: [{id: discretionary_payments, in_scope: part, lead: ccg}]}\n"
    (line,) = lines_of(scope, "scope-functions")
    assert line.startswith("- ")
    assert line.endswith(": in scope in part; lead: the CCG")
    assert "discretionary_payments" not in line


def test_a_list_that_is_none_is_an_answer() -> None:
    assert lines_of("resources: {posts: none}\n", "scope-resources") == ["- Posts: none"]


def test_what_the_round_does_not_ask_stands_under_other_answers() -> None:
    (line,) = lines_of("partnership: {name: Leeds Together}\n", OTHER)
    assert line == "- Name: Leeds Together"


@pytest.mark.parametrize("file", [*EXAMPLES, *BIDS, COMPLETE], ids=lambda file: file.stem)
def test_every_text_of_a_file_stands_in_an_answer(file: object) -> None:
    found = examined(file.read_bytes())  # type: ignore[attr-defined]
    shown = " ".join(" ".join(one.text.split()) for one in list_answers(found)).casefold()
    headings = list_headings(found.round)
    assert {one.question for one in list_answers(found)} <= headings.keys()
    tree, read = found.source.tree, 0
    assert tree is not None
    for path, value in walk_values(tree):
        words = " ".join(value.text.split()).casefold()
        field = find_field_at(path)
        if path[0] in OF_THE_FILE or path[-1] in ("id", "code") or field is None:
            continue
        if field.kind not in (TEXT, MARKDOWN):  # dates and choices are in other words
            continue
        read += 1
        assert words.removesuffix(".") in shown or "[" in words, path
    assert read > 10


def test_only_sentences_of_long_texts_are_compared_with_those_of_others() -> None:
    words = "one two three four five six seven eight nine ten eleven twelve thirteen"
    found = list_answers(examined(skeleton(more=f"evaluation: [{words}]\n")))
    assert list(list_sentences(found)) == []
