"""The first page: a board decides from it, so all of it comes from the file and none of it is invented."""

from __future__ import annotations

import re
from itertools import takewhile

import pytest
from hypothesis import given, settings

from eoi.document.blocks import Block, Contents, Document, Heading, NumberedList, Table
from eoi.document.front_page.key_facts import list_key_facts
from eoi.document.front_page.questions import MOST, list_questions_to_expect, say_to_a_board
from eoi.document.notes.remarks import quote_code
from eoi.document.subset.inlines import read_plain_words
from eoi.findings import Severity
from tests.samples import EXAMPLES, examined, example, interest, lines_of, skeleton
from tests.strategies import Fields, as_yaml, submissions
from tests.thorough import examples

few = settings(max_examples=examples(60))
BANES = example("bath-and-north-east-somerset")
TWO = "round: 2014\nform: joint\napplicants:\n"


def first_page(document: Document) -> tuple[Block, ...]:
    return tuple(takewhile(lambda block: not isinstance(block, Contents), document.blocks))


def words(source: str | bytes, final: bool = False) -> str:
    return "\n".join(lines_of(first_page(interest(source, final=final))))


def headings(source: str | bytes, final: bool = False) -> list[str]:
    page = first_page(interest(source, final=final))
    return [read_plain_words(one.children) for one in page if isinstance(one, Heading) and one.level == 2]


def test_a_draft_has_the_facts_the_proposal_in_brief_and_what_will_be_asked() -> None:
    assert headings(BANES) == ["Key facts", "In brief", "What NHS England will ask"]


def test_a_final_asks_no_questions() -> None:
    assert headings(BANES, final=True) == ["Key facts", "In brief"]


def test_what_the_file_does_not_state_is_no_key_fact() -> None:
    assert headings(skeleton()) == ["In brief", "What NHS England will ask"]
    assert list_key_facts(examined(skeleton()).submission) == []


def test_the_real_submission_has_the_facts_that_its_board_decided_on() -> None:
    (table,) = [one for one in first_page(interest(BANES)) if isinstance(one, Table)]
    cells = ["\n".join(lines_of(cell.blocks)) for row in table.rows for cell in row]
    assert dict(zip(cells[::2], cells[1::2], strict=True)) == {
        "Resident population": "177,643",
        "Registered population": "197,040",
        "CCG budget": "£220m",
        "Practice clusters": "5",
        "Primary care budget": "approximately £23.1 million",
        "Resources asked for": "£79.4k",
        "Functions in scope": "10 of 16",
        "Start": "1 April 2015",
    }


def test_a_total_of_which_one_ccg_lacks_its_part_is_no_key_fact() -> None:
    both = TWO + "  - {name: NHS A CCG, budget: £10m, practices: 3}\n  - {name: NHS B CCG, practices: 4}\n"
    labels = [fact.label for fact in list_key_facts(examined(both).submission)]
    assert "Budgets of the CCGs" not in labels


def test_facts_stand_in_pairs_and_the_last_gives_way_to_that() -> None:
    three = skeleton(more="    budget: £10m\n    practices: 3\narrangement: {budget: {envelope: £2m}}\n")
    assert [fact.label for fact in list_key_facts(examined(three).submission)] == [
        "CCG budget",
        "Member practices",
    ]


@pytest.mark.parametrize(
    ("more", "asked"),
    [
        (
            "",
            "CCG Board is asked to approve this expression of interest for submission to NHS England by 20",
        ),
        ("submitted: 2014-06-18\n", "for submission to NHS England on 18 June 2014, and to note"),
        (
            "    board_approved: 2014-06-12\n",
            "The CCG Board has approved this expression of interest for submis",
        ),
        ("status: submitted\n", "The CCG has submitted this expression of interest to NHS England."),
        (
            "status: submitted\nsubmitted: 2014-06-18\n",
            "expression of interest to NHS England on 18 June 2014.",
        ),
        ("status: withdrawn\n", "This expression of interest was withdrawn."),
    ],
)
def test_it_says_what_is_asked_by_where_the_submission_stands(more: str, asked: str) -> None:
    assert asked in words(skeleton(more=more))


def test_several_boards_are_asked_in_the_plural() -> None:
    both = TWO + "  - name: NHS A CCG\n  - name: NHS B CCG\n"
    assert "The Boards of the two CCGs are asked to approve" in words(both)


def test_the_contradictions_of_the_real_document_are_asked_about() -> None:
    asked = list_questions_to_expect(examined(BANES))
    assert [one.question for one in asked] == [
        "Who leads?",
        "In scope or not?",
        "Who decides?",
        "Who decides?",
        "Who decides?",
    ]


CONTRADICTIONS = """governing_body_name: Governing Body
governance:
  groups:
    - name: Joint Committee
      meets: quarterly
      quorum: Four
      quorum_minimum: 5
arrangement:
  overview: The Joint Committee meets every month.
  carve_outs: [{what: Dental care}]
summary: We ask for a budget of £310m.
benefits: {vision: TBC}
"""


def test_what_keeps_a_file_from_being_final_is_asked_before_contradictions_that_do_not() -> None:
    posts = "resources: {posts: [{role: Manager, cost: £90k}], total: £40k}\n"
    asked = list_questions_to_expect(examined(skeleton(more=CONTRADICTIONS + posts)))
    assert [one.question for one in asked[:2]] == ["Do the figures add up?", "Still to answer:"]
    assert asked[0].reason.startswith("The posts add up to £90k, not £40k")


def test_questions_are_in_the_words_of_a_board_and_slips_of_typing_are_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("eoi.document.front_page.questions.MOST", 50)
    page = words(skeleton(more=CONTRADICTIONS))
    asked = page.partition("What NHS England will ask")[2]
    assert "The quorum of the Joint Committee is 5 in figures, and 4 in words" in asked
    assert not re.search(r"TBC|What belongs here|`|\bfields?\b|\bfile\b|[a-z]_[a-z]", asked)


def test_a_contradiction_is_told_of_the_document_and_not_of_the_file() -> None:
    said = say_to_a_board("This says that the LMC was asked. The field says that it was not.")
    assert said == "The text says that the LMC was asked. Another part of the document says that it was not."


def test_a_date_of_approval_that_differs_is_told_with_the_name_of_the_board() -> None:
    more = (
        TWO
        + """  - {name: NHS Sutton CCG, board_approved: 4 June 2014}
  - {name: NHS Merton CCG, board_approved: 6 June 2014}
support: [{body: Sutton Governing Body, date: 5 June 2014, resolution: Approved}]
governing_body_name: Governing Body
"""
    )
    reasons = [one.reason for one in list_questions_to_expect(examined(more))]
    assert (
        "The approval by the Governing Body of NHS Sutton CCG has two dates: 5 June 2014 and 4 June 2014."
        in reasons
    )


def test_a_required_answer_that_is_missing_is_asked_for() -> None:
    asked = list_questions_to_expect(examined(skeleton()))
    assert {one.question for one in asked} == {"Still to answer:"}
    assert "How conflicts of interest" not in words(skeleton())
    assert "Still to answer: how conflicts of interest are managed." in words(skeleton())


@pytest.mark.slow
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_first_page_speaks_of_no_file_field_or_rule(path) -> None:  # type: ignore[no-untyped-def]
    for final in (False, True):
        page = words(path.read_bytes(), final)
        assert not re.search(r"`|\.yaml|[a-z]_[a-z]|\[\d\]|\bline \d", page)


@pytest.mark.slow
@few
@given(submissions())
def test_what_is_asked_comes_from_findings_of_any_submission(fields: Fields) -> None:
    one = examined(as_yaml(fields))
    asked = list_questions_to_expect(one)
    said = "\n".join(quote_code(say_to_a_board(finding.message)) for finding in one.findings)
    assert len(asked) <= MOST
    # The first word may be a number, which the page writes in words.
    assert all(question.reason.removesuffix(".").partition(" ")[2] in said for question in asked)
    required = [gap for gap in one.checklist.open_gaps if gap.requirement.severity is Severity.ERROR]
    assert asked or not any(gap.is_to_complete for gap in required)


def test_a_name_stands_on_the_first_page_as_it_was_typed() -> None:
    group = "governance: {groups: [{name: Quality & Safety <Group>}]}\n"
    assert "The Quality & Safety <Group> would oversee it." in words(skeleton(more=group))


@pytest.mark.slow
@few
@given(submissions())
def test_each_sentence_of_any_submission_is_a_sentence(fields: Fields) -> None:
    for block in first_page(interest(as_yaml(fields))):
        if isinstance(block, NumberedList):
            for number, item in enumerate(block.items):
                (said,) = lines_of(item)
                # The first one begins with a name, as it was typed.
                assert number == 0 or said[0] == said[0].upper(), said
                assert said.rstrip()[-1] in ".!?:…’'\"”)", said


def test_the_vote_of_members_stands_in_brief() -> None:
    vote = "engagement: {members: {ballot: {for: 33, against: 4, abstained: 2}}}\n"
    assert "The members voted: 33 for it, 4 against and 2 abstentions." in words(skeleton(more=vote))
    assert "voted" not in words(skeleton(more="engagement: {members: {ballot: {for: 33}}}\n"))


@pytest.mark.parametrize(
    ("view", "verb"),
    [
        ("Opposed", "opposed"),
        ("Opposed as it stands", "opposed"),
        ("The Board does not support the proposal.", "opposed"),
        ("They object, because the risks are ours", "opposed"),
        ("Approved", "approved"),
        ("Not opposed", "considered"),
        ("Opposed to closing the walk-in centre", "considered"),
        ("Opposed it at first, and supports it now", "considered"),
        ("Nobody objected", "considered"),
        ("Supported", "supported"),
        ("The board fully supports the expression of interest.", "supported"),
        ("That the application be endorsed", "supported"),
        ("Supported in principle", "considered"),
        ("It supports the proposal, provided that GPs are heard", "considered"),
        ("Nobody supported it", "considered"),
    ],
)
def test_who_opposed_it_in_so_many_words_stands_in_brief(view: str, verb: str) -> None:
    support = (
        f"support: [{{body: Health Board, date: 17 June 2014, view: '{view}'}}, {{body: LMC, view: Yes}}]\n"
    )
    said = words(skeleton(more=support))
    assert (f"The Health Board (17 June 2014) {verb} it." in said) == (verb != "considered")
    assert f"LMC{' ' if verb == 'considered' else ' considered it.'}" in said


@pytest.mark.parametrize(
    ("ballots", "told"),
    [
        (
            "{ccg: C4G, for: 6, against: 9}, {ccg: Aton CCG, for: 8, against: 1}",
            "The members of Aton CCG voted for it. "
            "The members of C4G (6 for it, 9 against) voted against it.",
        ),
        (
            "{ccg: C4G, outcome: against}, {ccg: Aton CCG, for: 8, against: 8}",
            "The members of C4G voted against it.",
        ),
        ("{for: 8, against: 1}, {for: 1, against: 8}", ""),
    ],
)
def test_members_of_a_ccg_who_voted_against_it_stand_in_brief(ballots: str, told: str) -> None:
    said = words(
        "round: 2014\nform: joint\napplicants: [{name: NHS Aton CCG, short_name: Aton CCG}, {name: C4G}]\n"
        f"engagement: {{members: {{ballots: [{ballots}]}}}}\n"
    )
    in_brief = said.partition("In brief")[2].partition("What NHS England will ask")[0]
    assert told in in_brief
    assert ("voted" in in_brief) == bool(told)


def test_the_bodies_that_keep_decisions_stand_in_brief() -> None:
    kept = "{decision: Sanctions, body: NHS England}, {decision: Large payments, body: the area team}"
    said = "Two decisions stay with NHS England and the area team."
    assert said in words(skeleton(more=f"governance: {{reserved_decisions: [{kept}]}}\n"))
