"""A sum that somebody brings up to date with its summands changes nothing but these."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.imports.test_facts_back import back, copy_row, delete_row, paragraph, retype_cell
from tests.imports.word_edits import W, WordFile

Change = Callable[[WordFile], None]

POSTS = """\
round: 2014
form: joint
applicants:
  - {name: NHS Somewhere CCG}
resources:
  posts:
    - {role: Manager, band: 7, cost: £40k, recurrent: no}
    - {role: Analyst, band: 6, cost: £30k, recurrent: no}
"""
MANAGER = "    - {role: Manager, band: 7, cost: £40k, recurrent: no}\n"
SOMEWHERE = (
    "  - {name: NHS Somewhere CCG, practices: 14, budget: £100m, population: {registered: 100000}, "
    "coterminous: no, local_authorities: [Somerset Council, Devon Council]}\n"
)
ELSEWHERE = SOMEWHERE.replace("Somewhere", "Elsewhere").replace("14", "21").replace("£100m", "£200m")
TWO = f"round: 2014\nform: joint\napplicants:\n{SOMEWHERE}{ELSEWHERE}"


def retype_whole(document: WordFile, was: str, now: str) -> None:
    next(paragraph(document, was).iter(f"{W}t")).text = now


@pytest.mark.parametrize(
    ("change", "total", "was", "now"),
    [
        (retype_cell("Manager", "£40k", "£45k"), "£75k", "£40k", "£45k"),
        (copy_row("Manager", "Clerk"), "£110k", MANAGER, MANAGER + MANAGER.replace("Manager", "Clerk")),
        (delete_row("Manager"), "£30k", MANAGER, ""),
    ],
    ids=["a cost", "a row more", "a row less"],
)
def test_a_total_that_follows_its_posts_flips_no_choice(
    change: Change, total: str, was: str, now: str
) -> None:
    def change_both(document: WordFile) -> None:
        retype_whole(document, "£70k", total)
        change(document)

    outcome, after = back(change_both, POSTS)
    assert not outcome.unplaced, [(one.difference.now, one.reason) for one in outcome.unplaced]
    assert after == POSTS.replace(was, now)


@pytest.mark.parametrize(
    ("was", "now", "total", "new_total"),
    [("21", "22", "35", "36"), ("£200m", "£210m", "£300m", "£310m")],
)
def test_a_total_that_follows_its_ccgs_flips_no_choice(
    was: str, now: str, total: str, new_total: str
) -> None:
    def change(document: WordFile) -> None:
        retype_whole(document, was, now)
        for one in [text for text in document.root.iter(f"{W}t") if text.text == total]:
            one.text = new_total

    outcome, after = back(change, TWO)
    assert not outcome.unplaced, [(one.difference.now, one.reason) for one in outcome.unplaced]
    assert after == TWO.replace(was, now)


def test_a_total_that_does_not_follow_has_no_place() -> None:
    def change(document: WordFile) -> None:
        retype_whole(document, "£40k", "£45k")
        retype_whole(document, "£70k", "£80k")

    outcome, after = back(change, POSTS)
    assert [one.difference.now for one in outcome.unplaced] == ["£80k"]
    assert after == POSTS.replace("£40k", "£45k")
