"""A concern and its answer are typed as a pair and printed as one; a concern alone may be plain text."""

from __future__ import annotations

import pytest

from eoi.document.blocks import Table
from eoi.document.walk import walk_blocks
from tests.samples import examined, interest, lines_of, skeleton, words_of


def supported(concerns: str) -> str:
    return skeleton(more=f"support:\n  - body: Health and Wellbeing Board\n    concerns: {concerns}\n")


def pairs(text: str) -> list[list[str]]:
    tables = [block for block in walk_blocks(interest(text).blocks) if isinstance(block, Table)]
    return [
        [" ".join(lines_of(cell.blocks)) for cell in row]
        for table in tables
        if [" ".join(lines_of(cell.blocks)) for cell in table.head] == ["Concern", "Answer"]
        for row in table.rows
    ]


def test_concerns_of_a_body_stand_beside_their_answers() -> None:
    text = supported("[{concern: Money, answer: It is agreed}, {concern: Time, level: high}]")
    assert pairs(text) == [["Money", "It is agreed"], ["Time (high)", "None yet"]]


def test_concerns_without_an_answer_are_a_list() -> None:
    text = supported("[Money, Time]")
    assert pairs(text) == []
    assert "These concerns were raised:\nMoney\nTime" in words_of(interest(text))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Capacity", "Capacity"),
        ("{concern: Capacity, level: high}", "Capacity (high)"),
        ("{point: Capacity, level: high}", "Capacity (high)"),
        ("{concern: Capacity, answer: we would recruit}", "Capacity. Answer: we would recruit."),
        ("{concern: Who pays?, answer: NHS England}", "Who pays? Answer: NHS England."),
        (
            "{concern: Capacity, level: high, answer: None is left}",
            "Capacity (high). Answer: None is left.",
        ),
    ],
)
@pytest.mark.parametrize(
    "where",
    [
        "members: {{concerns: [{}]}}",
        "stakeholders: [{{name: LMC, concerns: [{}]}}]",
        "public: {{concerns: [{}]}}",
    ],
)
def test_a_concern_of_anyone_asked_is_followed_by_its_answer(where: str, typed: str, words: str) -> None:
    text = skeleton(more=f"engagement: {{{where.format(typed)}}}\n")
    assert words in [line.removeprefix("LMC: ") for line in lines_of(interest(text).blocks)]


def test_a_concern_with_an_answer_is_not_called_unanswered() -> None:
    rule = "condition-unanswered"
    open_, answered = supported("[Financial implications]"), supported("[{concern: Costs, answer: Agreed}]")
    assert [found.path for found in examined(open_).findings if found.rule == rule] == [
        "support[0].concerns[0]"
    ]
    assert [found for found in examined(answered).findings if found.rule == rule] == []
