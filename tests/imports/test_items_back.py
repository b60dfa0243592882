"""Items of lists and values in other spellings come back to their fields, and not into a name."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

import pytest
import yaml

from tests.imports.test_facts_back import SOURCE, back, retype_cell, row
from tests.imports.word_edits import W, WordFile

LISTS = (
    SOURCE.replace(
        "        - Lay member\n        - Nurse\n",
        "        - {role: Lay member, body: Somerset CCG, voting: yes}\n"
        "        - {role: Nurse, body: Somerset LMC, voting: non-voting}\n",
    )
    + """\
engagement:
  members:
    events:
      - {date: 12/5/2014, event: Council of members}
      - {date: 5 June 2014, event: Managers' forum}
  stakeholders:
    - {name: Somerset Council, consulted: yes, date: 28 May 2014, view: Supports}
    - {name: Somerset LMC, consulted: yes, date: 30 May 2014, view: Neutral}
"""
)
MARKS = (
    f"{W}bookmarkStart",
    f"{W}bookmarkEnd",
    f"{W}commentRangeStart",
    f"{W}commentRangeEnd",
    f"{W}commentReference",
)


def write(one: object, now: str) -> None:
    first, *others = one.iter(f"{W}t")  # type: ignore[attr-defined]
    first.text = now
    for other in others:
        other.text = ""


def spaced(document: WordFile, words: str) -> object:
    """The paragraph with these words, whose spaces may be some that do not break."""
    return next(
        one
        for one in document.root.iter(f"{W}p")
        if "".join(one.itertext()).replace("\N{NO-BREAK SPACE}", " ") == words
    )


def retype_line(was: str, now: str) -> Callable[[WordFile], None]:
    return lambda document: write(spaced(document, was), now)


def add_line(beside: str, now: str, before: bool = False) -> Callable[[WordFile], None]:
    def change(document: WordFile) -> None:
        one = spaced(document, beside)
        new = deepcopy(one)
        for mark in [*new.iter(*MARKS)]:  # type: ignore[attr-defined]
            mark.getparent().remove(mark)
        write(new, now)
        (one.addprevious if before else one.addnext)(new)  # type: ignore[attr-defined]

    return change


def add_cells(beside: str, cells: list[str], before: bool = False) -> Callable[[WordFile], None]:
    def change(document: WordFile) -> None:
        one = row(document, beside)
        new = deepcopy(one)
        for mark in [*new.iter(*MARKS)]:
            mark.getparent().remove(mark)
        for cell, words in zip(new.iter(f"{W}tc"), cells, strict=True):
            write(cell, words)
        (one.addprevious if before else one.addnext)(new)

    return change


def delete_line(words: str) -> Callable[[WordFile], None]:
    def change(document: WordFile) -> None:
        document.delete(spaced(document, words))

    return change


def answer(asked: str, now: str) -> Callable[[WordFile], None]:
    def change(document: WordFile) -> None:
        words = f"To complete: {asked}"
        found = (one for one in document.root.iter(f"{W}p") if "".join(one.itertext()).startswith(words))
        write(next(found), now)

    return change


def read_back(change: Callable[[WordFile], None], source: str = LISTS) -> dict[str, object]:
    outcome, after = back(change, source)
    assert not outcome.unplaced, [(one.difference.was, one.reason) for one in outcome.unplaced]
    found: dict[str, object] = yaml.load(after, yaml.BaseLoader)
    return found


def at(tree: object, path: str) -> object:
    for step in path.split("."):
        tree = tree[int(step)] if isinstance(tree, list) else tree[step]  # type: ignore[index]
    return tree


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize(
    ("beside", "now", "path", "item"),
    [
        (
            "12 May 2014: Council of members",
            "20 May 2014: Locality meeting",
            "engagement.members.events.1",
            {"date": "20 May 2014", "event": "Locality meeting"},
        ),
        (
            "5 June 2014: Managers’ forum",
            "A last meeting",
            "engagement.members.events.2",
            {"event": "A last meeting"},
        ),
        (
            "Lay member, Somerset CCG (voting)",
            "Practice manager, Somerset CCG (non-voting)",
            "governance.groups.0.members.1",
            {"role": "Practice manager", "body": "Somerset CCG", "voting": "no"},
        ),
        (
            "Lay member, Somerset CCG (voting)",
            "Practice manager (voting)",
            "governance.groups.0.members.1",
            {"role": "Practice manager", "voting": "yes"},
        ),
        (
            "Somerset LMC, 30 May 2014: Neutral",
            "Healthwatch, 2 June 2014: Welcomes it",
            "engagement.stakeholders.2",
            {"name": "Healthwatch", "date": "2 June 2014", "view": "Welcomes it"},
        ),
        (
            "Somerset LMC, 30 May 2014: Neutral",
            "Healthwatch, 2 June 2014: Welcomes it, but asks: when?",
            "engagement.stakeholders.2",
            {"name": "Healthwatch", "date": "2 June 2014", "view": "Welcomes it, but asks: when?"},
        ),
        (
            "12 May 2014: Council of members",
            "20 May 2014: Council: first talks",
            "engagement.members.events.1",
            {"date": "20 May 2014", "event": "Council: first talks"},
        ),
        (
            "Somerset LMC, 30 May 2014: Neutral",
            "Healthwatch, 2 June 2014: Supports",
            "engagement.stakeholders.2",
            {"name": "Healthwatch", "date": "2 June 2014", "view": "Supports"},
        ),
    ],
)
def test_a_new_line_of_a_list_becomes_an_item_with_the_fields_of_the_others(
    beside: str, now: str, path: str, item: dict[str, str]
) -> None:
    assert at(read_back(add_line(beside, now)), path) == item


def test_a_line_before_the_first_becomes_the_first_item() -> None:
    change = add_line("12 May 2014: Council of members", "2 May 2014: First talks", before=True)
    assert at(read_back(change), "engagement.members.events.0") == {
        "date": "2 May 2014",
        "event": "First talks",
    }


def test_an_event_that_is_deleted_goes() -> None:
    tree = read_back(delete_line("5 June 2014: Managers’ forum"))
    assert at(tree, "engagement.members.events") == [{"date": "12/5/2014", "event": "Council of members"}]


def test_the_vote_of_a_member_is_that_of_this_member() -> None:
    tree = read_back(retype_line("Nurse, Somerset LMC (non-voting)", "Nurse, Somerset LMC (voting)"))
    assert [at(tree, f"governance.groups.0.members.{one}.voting") for one in (0, 1)] == ["yes", "voting"]


@pytest.mark.parametrize(
    ("now", "lead"),
    [("NHSE", "nhse"), ("NHS England", "nhse"), ("Both together", "joint"), ("Healthwatch",) * 2],
)
def test_who_leads_can_be_said_in_any_of_its_words(now: str, lead: str) -> None:
    def change(document: WordFile) -> None:
        cell = row(document, "Approving discretionary payments").findall(f"{W}tc")[2]
        write(cell, now)

    assert at(read_back(change), "scope.functions.0.lead") == lead


@pytest.mark.parametrize("now", ["They decide", "they decide", "They decide."])
def test_a_cell_comes_back_without_the_full_stop_and_the_capital_that_the_document_sets(now: str) -> None:
    tree = read_back(retype_cell("Applying contractual sanctions", "By NHS England.", now))
    assert at(tree, "scope.functions.1.comment") == now.removesuffix(".")


def test_a_full_stop_that_somebody_takes_away_is_no_change() -> None:
    outcome, after = back(retype_line("By NHS England.", "By NHS England"), LISTS)
    assert (outcome.unplaced, after) == ((), LISTS)


@pytest.mark.parametrize("typed", ["19/6/14", "19.06.2014", "19 June 2014"])
def test_a_date_comes_back_however_it_is_typed(typed: str) -> None:
    source = LISTS.replace("submitted: 2014-06-20\n", "")
    assert at(read_back(answer("the date of submission", typed), source), "submitted") == typed


@pytest.mark.parametrize(
    ("typed", "item"),
    [
        ("We met on 3 June 2014.", {"event": "We met on 3 June 2014."}),
        ("3 June 2014: Meeting with them", {"date": "3 June 2014", "event": "Meeting with them"}),
    ],
)
def test_an_answer_in_place_of_a_list_is_its_first_item(typed: str, item: dict[str, str]) -> None:
    assert at(read_back(answer("the discussions held", typed)), "engagement.nhs_england") == [item]


def test_an_answer_that_does_not_tell_the_fields_of_an_item_says_how_to_write_one() -> None:
    source = LISTS[: LISTS.index("scope:")] + LISTS[LISTS.index("resources:") :]
    outcome, after = back(answer("the functions in and out of scope", "Estates are in scope."), source)
    (left,) = outcome.unplaced
    assert after == source
    assert left.reason == (
        "this answers `scope.functions`, which is a list; write its items in the file, "
        "such as `- {function: ..., in_scope: ...}`"
    )


BLANKS = (
    SOURCE.replace("date: 2015-04-01}", "date: 2015-04-01, note: If approved}").replace(
        "date: 2014-10}", "date: 2014-10, note: }"
    )
    + """\
evaluation:
  - {what: Admissions, measure: Rate per head, by: Quality group, when: quarterly}
  - {what: Meetings, by: Governing Body, when: yearly}
risks:
  - {risk: Staff leave, effect: Work stops, owner: Clinical lead}
  - {risk: Costs grow, cause: Inflation, owner: Finance lead}
"""
)


@pytest.mark.parametrize(
    ("of_row", "now", "path"),
    [
        pytest.param("Shadow form", "Depends on NHS England", "timescales.0.note", id="an empty value"),
        pytest.param("Meetings", "Survey of members", "evaluation.1.measure", id="a field left out"),
        pytest.param("1. Staff leave", "Low pay", "risks.0.cause", id="the first of several"),
        pytest.param("2. Costs grow", "Other services are cut", "risks.1.effect", id="of another item"),
    ],
)
def test_an_empty_cell_that_is_filled_in_is_an_answer(of_row: str, now: str, path: str) -> None:
    def fill(document: WordFile) -> None:
        next(one for one in row(document, of_row).iter(f"{W}t") if one.text == "–").text = now

    assert at(read_back(fill, BLANKS), path) == now
