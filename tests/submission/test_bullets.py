"""Bullets in fields that are lists: one item each, however they were typed."""

from __future__ import annotations

import pytest

from eoi.examined import ExaminedSubmission
from eoi.pipeline import examine
from eoi.submission.proposal import Priority

HEAD = "round: 2014\nform: joint\napplicants: [{name: NHS Somewhere CCG}]\npriorities:\n  - title: Care\n"


def priority(opportunities: str) -> Priority:
    examined = examine(f"{HEAD}    opportunities: {opportunities}\n".encode(), "case.yaml")
    assert isinstance(examined, ExaminedSubmission), [finding.message for finding in examined.findings]
    return examined.submission.priorities[0]


@pytest.mark.parametrize(
    "typed",
    [
        "|\n      • One\n      • Two\n        and more",
        "|\n      o\tOne\n      o\tTwo and more",
        "|\n      – One\n\n      – Two and more",
        "|\n      - One\n      - Two\n        and more",
        "\n      - • One\n      - · Two and more",
    ],
)
def test_a_text_of_bullets_is_a_list_of_its_items(typed: str) -> None:
    assert priority(typed).opportunities == ("One", "Two and more")


@pytest.mark.parametrize(
    ("typed", "item"), [("One - two", "One - two"), ("|\n      We will\n      • act", "We will • act")]
)
def test_a_text_that_does_not_begin_with_a_bullet_is_one_item(typed: str, item: str) -> None:
    assert priority(typed).opportunities == (item,)
