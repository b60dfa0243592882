"""Generated sentences hold together whatever is left out of a submission, and never show their seams."""

from __future__ import annotations

import random
import re
from typing import cast

import pytest
import yaml

from eoi.document.blocks import Callout, Document, Paragraph
from eoi.document.gaps.hole_words import WORDS
from eoi.document.render import make_paper
from eoi.document.subset.inlines import read_plain_words
from tests.samples import COMPLETE, examined, example, interest, lines_of, paper, skeleton, words_of
from tests.strategies import Fields, Written, as_yaml
from tests.tables import for_each
from tests.thorough import examples

SEAMS = re.compile(
    r"\bNone\b|Undefined|\.\.|\s[,.;:!?]|\(\s*\)|(?<=\S) {2}|,,|: \.|\(,|^[,;:.)]|\b(the|a|an) (the|a|an)\b"
)
COMPLETE_FIELDS = cast("Fields", yaml.load(COMPLETE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))
# A redaction needs its path; what it does is tested with the public edition.
COMPLETE_FIELDS.pop("redactions")
SEEDS = examples(120)


def some_of(written: Written, choice: random.Random, share: float) -> Written:
    """About a `share` of every group and more of each list, down to the last field."""
    match written:
        case dict():
            return {
                name: kept
                for name, value in written.items()
                if (kept := some_of(value, choice, share)) and choice.random() < share
            }
        case list():
            return [
                kept
                for item in written
                if (kept := some_of(item, choice, share)) and (len(written) == 1 or choice.random() < 0.7)
            ]
        case str():
            return written


def partial(seed: int) -> str:
    """The complete submission with much of it left out, and now and then a second CCG."""
    choice = random.Random(seed)
    fields = cast("Fields", some_of(COMPLETE_FIELDS, choice, choice.choice((0.2, 0.4, 0.6, 0.8))))
    (applicant,) = cast("list[Fields]", COMPLETE_FIELDS["applicants"])
    first: Written = {"name": applicant["name"]} | cast("Fields", some_of(applicant, choice, 0.6))
    others: list[Written] = [{"name": "NHS Elsewhere CCG"}] if choice.random() < 0.3 else []
    return as_yaml(fields | {"round": "2014", "form": "joint", "applicants": [first, *others]})


def sentences(document: Document) -> list[str]:
    """Paragraphs that stand in the text, not in a list, a table or a gap mark, where a phrase will do."""
    blocks = [
        block
        for outer in document.blocks
        if not (isinstance(outer, Callout) and outer.kind == "gap")
        for block in (outer.blocks if isinstance(outer, Callout) else (outer,))
    ]
    return [
        read_plain_words(block.children)
        for block in blocks
        if isinstance(block, Paragraph) and block.role == "body"
    ]


def is_whole(sentence: str) -> bool:
    """A capital, digit or quotation mark first; a full stop last, or an address, or a list to come."""
    return (
        re.match(r"[^a-z]", sentence) is not None
        and re.search(r"[.?!:]$|https?://\S+$", sentence) is not None
    )


def lines_with_a_seam(document: Document) -> list[str]:
    """The lines where a value shows that is none, but for the words of a cell that is left open."""
    return [line for line in lines_of(document.blocks) if SEAMS.search(line) and line not in WORDS]


@pytest.mark.slow
@pytest.mark.parametrize("final", [False, True])
def test_no_seam_shows_whatever_is_left_out(final: bool) -> None:
    for seed in range(final, SEEDS, 2):
        document = interest(partial(seed), final=final)
        assert (seed, lines_with_a_seam(document)) == (seed, [])
        assert (seed, [line for line in sentences(document) if not is_whole(line)]) == (seed, [])


def test_the_parts_differ_and_are_neither_empty_nor_complete() -> None:
    sizes = {len(partial(seed)) for seed in range(SEEDS)}
    assert len(sizes) > SEEDS - 20
    assert max(sizes) < len(as_yaml(COMPLETE_FIELDS))


@pytest.mark.parametrize(
    "line",
    [
        "None replied",
        "It has 31 practices .",
        "A survey ()",
        "the the group",
        "a  b",
        "so.. on",
        "x, , y",
        ". Two left",
    ],
)
def test_a_seam_would_be_seen(line: str) -> None:
    assert SEAMS.search(line)


def test_the_real_submission_shows_no_seam() -> None:
    document = interest(example("bath-and-north-east-somerset"), final=True)
    assert lines_with_a_seam(document) == []
    assert [line for line in sentences(document) if not is_whole(line)] == []


# What a submission holds, and a line of the document it becomes. Each was once less well written.
OF_A_CCG = {
    "clusters: {count: 1}, practices: 1": "The CCG has one member practice in one cluster.",
    "commissioning_support: {provider: CSU, agreement: MoU}": (
        "CSU provides commissioning support under an MoU."
    ),
    "contracts: {gms: 22, pms: 8}": (
        "Of the CCG's practices, 22 have General Medical Services (GMS) contracts "
        "and 8 have Personal Medical Services (PMS) contracts."
    ),
    "budget: £9m, area_team: Wessex Area Team": "It works with the Wessex Area Team of NHS England.",
    "area_team: Wessex": "The CCG works with the Wessex area team of NHS England.",
    "population: {resident: 5000, registered: 6000}, budget: £9m": (
        "The CCG serves a resident population of 5,000 and a registered population of 6,000, "
        "with a budget of £9m."
    ),
}
OF_A_SUBMISSION = {
    "engagement: {public: {sent: 1, responses: 1}}": "Views were asked of one person. One person replied.",
    "engagement: {members: {practices_consulted: 1}}": "The CCG has consulted one practice.",
    "engagement: {members: {ballot: {for: 2, abstained: 1}}}": (
        "Practices voted. The result was 2 for and 1 abstention."
    ),
    "engagement: {members: {ballot: {for: 2, against: 9, rule: We withdraw}}}": (
        "Practices voted. The result was 2 for and 9 against. If the vote is against: we withdraw."
    ),
    "engagement: {members: {ballot: {opened: 2015-06-01, closed: 2015-06-09, electorate: 9}}}": (
        "A vote of practices will open on 1 June 2015 and will close on 9 June 2015. "
        "In all, 9 practices can vote."
    ),
    "engagement: {members: {ballot: {closed: 2014-06-09, result_due: 2014-06-30}}}": (
        "Practices voted until 9 June 2014. The result is due on 30 June 2014."
    ),
    "engagement: {members: {ballot: {result_date: 2014-06-30, result_due: 2014-06}}}": (
        "The proposal is put to a vote of practices. The result will be declared on 30 June 2014. "
        "The result is due in June 2014."
    ),
    "engagement: {members: {ballot: {electorate: 9}}}": (
        "The proposal is put to a vote of practices. In all, 9 practices can vote."
    ),
    "engagement: {members: {ballot: {ccg: NHS A CCG, outcome: Narrowly in favour}}}": (
        "Practices of NHS A CCG voted. Outcome: narrowly in favour."
    ),
    "engagement: {members: {consulted: All 9 practices, practices_consulted: 8}}": (
        "The CCG has consulted eight practices."
    ),
    "support: [{body: CCG Board, date: 2015-06}]": "The CCG Board is to consider the proposal in June 2015.",
    "support: [{body: Healthwatch}]": "Named in support of the proposal: Healthwatch.",
    "support: [{body: CCG Board, date: 2014-06, view: It was discussed and supported.}]": (
        "It was discussed and supported."
    ),
    "support: [{body: Board, resolution: [One., Two.]}]": "Its resolutions:",
    "engagement: {stakeholders: [{name: Healthwatch, consulted: yes}]}": "Healthwatch: no view is recorded",
    "engagement: {stakeholders: [{name: Healthwatch, consulted: no}]}": "The CCG has not consulted:",
    "engagement: {stakeholders: [{name: Healthwatch, date: 2015-01}]}": "The CCG will consult:",
    "engagement: {stakeholders: [{name: Healthwatch, consulted: no, view: Waits}]}": (
        "The CCG has not consulted this stakeholder, but knows its view:"
    ),
    "engagement: {stakeholders: [{name: Healthwatch, concerns: [Cost]}]}": (
        "Table 1 sets out what stakeholders said."
    ),
    "engagement: {public: {method: Meetings, audience: Patient groups, sent: 5}}": (
        "Meetings were held with five patient groups."
    ),
    "engagement: {stakeholders: [{name: A, view: Yes}, {name: B, view: No}, {name: C, view: Yes}]}": (
        "A and C: Yes"
    ),
    "engagement: {members: {consulted: All 9 member GP practices, practices_consulted: 9}}": (
        "The CCG has consulted:"
    ),
    "governance: {groups: [{name: A, members: [{role: Head of care, body: Each CCG, voting: no}]}]}": (
        "Head of care, each CCG (non-voting)"
    ),
    "governance: {groups: [{name: A, members: [{role: Healthwatch, body: Healthwatch, voting: no}]}]}": (
        "Healthwatch (non-voting)"
    ),
    "engagement: {public: {audience: Patient groups}}": "Views were asked of patient groups.",
    "engagement: {public: {method: survey, audience: 9 groups}}": "A survey went to 9 groups.",
    "decision: {outcome: approved_with_conditions}": (
        "This expression of interest was approved with conditions."
    ),
    "decision: {outcome: withdrawn, date: 2014-09}": (
        "This expression of interest was withdrawn in September 2014."
    ),
    "decision: {outcome: declined, by: NHS England}": "NHS England declined this expression of interest.",
    "decision: {by: NHS England}": "NHS England decided on this expression of interest.",
    "priorities: [{title: A}]": "Table 1 sets out the CCG's priority.",
    "priorities: [{title: A, outcomes: B}, {title: C}]": (
        "Table 1 sets out the CCG's two priorities and the outcomes expected."
    ),
    "governance: {groups: [{name: A, reports_to: E}, {name: B, reports_to: A}, {name: C, reports_to: A}, "
    "{name: D, reports_to: A}]}": "Who reports to whom",
    "decision: {outcome: approved, by: the area team}": "The area team approved this expression of interest.",
    "decision: {outcome: withdrawn, by: the two Boards}": (
        "The two Boards withdrew this expression of interest."
    ),
    "governance: {reserved_decisions: [{decision: X, body: NHS England}]}": (
        "This decision would remain the responsibility of NHS England and would not be delegated:"
    ),
    "governance: {reserved_decisions: [{decision: Payments above £50k, threshold: above £50k, body: NHS}]}": (
        "Payments above £50k"
    ),
    "governance: {reserved_decisions: [{decision: X, body: NHS England}, {decision: Y, body: Z}]}": (
        "X (kept by NHS England)"
    ),
    "governance: {reserved_decisions: [{body: CCG Board}, {decision: Y, body: Z}]}": (
        "An unnamed decision (kept by the CCG Board)"
    ),
    "governance: {conflicts_of_interest: {cases: [{date: 2013-11, outcome: two left}]}}": (
        "A case (November 2013). Two left."
    ),
    "governance: {conflicts_of_interest: {cases: [{outcome: two left}]}}": "Two left.",
    "governance: {conflicts_of_interest: {guardian: chair of the Board}}": (
        "The conflicts of interest guardian is the chair of the Board."
    ),
    "governance: {groups: [{name: Board}, {name: Panel}, {meets: monthly}]}": (
        "Three groups would oversee the work, among them the Board and the Panel."
    ),
    "governance: {groups: [{name: Board}, {name: Panel}]}": (
        "Two groups would oversee the work: the Board and the Panel."
    ),
    "arrangement: {budget: {envelope: £1m, excludes: [Running costs, GP IT], includes: [Premises]}}": (
        "The financial envelope for primary care is £1m, excluding running costs and GP IT. "
        "It includes premises."
    ),
    "arrangement: {budget: {envelope: £1m}}": "The financial envelope for primary care is £1m.",
    "support: [{body: CCG Board, date: 2014-06}]": "The CCG Board considered the proposal in June 2014.",
    "resources: {total: £1.2k, posts: [{role: X, cost: £1.1k}]}": (
        "Figures are rounded, so they may not add up exactly to the total."
    ),
    "arrangement: {budget: {variance_is: budget less actual}}": (
        "A variance is the budget minus actual spending: an overspend is negative."
    ),
    "arrangement: {budget: {period: '2014/15, month 9'}}": "The figures are those of 2014/15, month 9.",
    "summary: X": "This form of co-commissioning does not need this part.",
}
# What a file does not say, the document does not say either.
UNSAID = {
    "engagement: {members: {ballot: {electorate: 9}}}": " voted",
    "engagement: {members: {ballot: {closed: 2015-06-09}}}": " voted",
    "engagement: {members: {ballot: {for: 2, against: 1, rule: The CCG withdraws.}}}": "\nThe CCG withdraws",
    "engagement: {stakeholders: [{name: Healthwatch, consulted: no}]}": "view",
    "engagement: {stakeholders: [{name: Healthwatch, date: 2015-01}]}": "has engaged",
    "engagement: {members: {consulted: All 9 practices, practices_consulted: 9}}": "consulted 9",
    "support: [{body: CCG Board, date: 2014-06, resolution: It was discussed.}]": "resolved",
    "support: [{body: CCG Board, date: 2014-06, view: It was discussed.}]": "approved",
    "support: [{body: Healthwatch}]": "Healthwatch supports",
    "engagement: {nhs_england: [{date: 2015-01, event: Meeting}]}": "so far:",
}
# An editor would still change these; the second is what stands there today.
TO_MEND = {
    "governance: {reserved_decisions: [{decision: Mergers, body: A Board}, {decision: Y, body: Z}]}": (
        "Mergers: remains with"
    ),
    "resources: {posts: [{role: Manager, covers: the work plan}]}": "Manager: The work plan.",
    "engagement: {members: {ballot: {electorate: 31, voted: 28}}}": ". 28 of 31 practices took part.",
    "engagement: {members: {practices_consulted: 31}}": "\n31 practices were consulted.",
    "engagement: {public: {method: survey, response_rate: 30%}}": " 30% replied",
    "governance: {groups: [{name: Board, replaces: the old group}]}": "\nthe old group",
    "evaluation: [{what: Access, when: every July}]": "\nevery July",
    "support: [{body: Board, resolution: [One., Two.]}]": "Its 2 resolutions",
    "scope: {functions: [{function: A, in_scope: yes}, {function: B, in_scope: no}]}": (
        ": 1 is in scope and 1 is not."
    ),
}


def lines_from(more: str, form: str = "influence") -> list[str]:
    start = "applicants: [{name: NHS A CCG}]\n" if not more.startswith("applicants:") else ""
    document = interest(f"round: 2014\nform: {form}\n{start}{more}\n", final=True)
    return lines_of(document.blocks)


@pytest.mark.parametrize("more", OF_A_CCG)
def test_what_is_known_of_a_ccg_reads_well(more: str) -> None:
    text = "\n".join(lines_from(f"applicants: [{{name: NHS A CCG, {more}}}]"))
    assert OF_A_CCG[more] in text


@pytest.mark.slow
@for_each(list(OF_A_SUBMISSION))
def test_what_is_known_of_a_submission_reads_well(more: str) -> None:
    assert OF_A_SUBMISSION[more] in lines_from(more)


@for_each(UNSAID)
def test_a_document_says_nothing_that_its_file_does_not(more: str) -> None:
    text = "\n".join(lines_from(more))
    assert UNSAID[more] not in text[text.index("G. Who has been asked") :]


@for_each(TO_MEND)
def test_an_editor_would_strike_nothing_out(more: str) -> None:
    assert TO_MEND[more] not in "\n".join(lines_from(more))


def test_the_sum_of_approximate_figures_is_approximate() -> None:
    ccg = "{name: NHS A CCG, population: {registered: about 5000}}"
    text = words_of(interest(f"round: 2014\nform: joint\napplicants: [{ccg}, {ccg}]\n"))
    assert "\nBoth CCGs\nabout 10,000\n" in text


def test_budgets_and_practices_of_several_ccgs_are_summed_beside_their_populations() -> None:
    ccg = "{name: NHS A CCG, population: {registered: 5000}, budget: £220m, practices: 27}"
    other = "{name: NHS B CCG, population: {registered: 6000}, budget: about £179.4m, practices: 1000}"
    text = words_of(interest(f"round: 2014\nform: joint\napplicants: [{ccg}, {other}]\n"))
    assert "\nBoth CCGs\n11,000\nabout £399.4m\n1,027\n" in text


def test_no_total_is_given_of_figures_that_one_ccg_lacks() -> None:
    ccg = "{name: NHS A CCG, budget: £220m, practices: 27}"
    text = words_of(
        interest(f"round: 2014\nform: joint\napplicants: [{ccg}, {{name: NHS B CCG, practices: 3}}]\n")
    )
    assert "\nBoth CCGs\n–\n30\n" in text


def cases_of_conflict(*cases: str) -> str:
    rows = "".join(f"      - {case}\n" for case in cases)
    more = f"governance:\n  conflicts_of_interest:\n    cases:\n{rows}"
    return "\n".join(lines_of(interest(skeleton(more=more)).blocks))


def test_what_was_done_in_all_cases_of_conflict_is_told_once() -> None:
    case = "{case: Award of a lease, outcome: The chair left.}"
    said = cases_of_conflict(case, case.replace("lease", "contract"))
    assert "in these cases:\nAward of a lease.\nAward of a contract.\nIn both cases: the chair left." in said
    assert "in this case:\nAward of a lease. The chair left." in cases_of_conflict(case)


def test_cases_of_conflict_with_outcomes_of_their_own_are_a_table() -> None:
    said = cases_of_conflict(
        "{case: Award of a lease, outcome: The chair left.}",
        "{case: Move of a surgery, outcome: nobody voted}",
    )
    assert "Table 1 sets out two cases in which the CCG has managed conflicts of interest." in said
    assert "Award of a lease\nThe chair left." in said
    assert "Move of a surgery\nNobody voted" in said


def test_how_many_replied_is_told_of_how_many_were_asked() -> None:
    more = "engagement: {{public: {{method: survey, sent: {}, responses: {}, response_rate: {}}}}}\n"
    said = words_of(interest(skeleton(more=more.format(42, 12, "28.6%"))))
    assert "A survey went to 42 people. Of these, 12 replied, a response rate of 28.6%." in said
    few = words_of(interest(skeleton(more=more.format(42, 9, "21.4%"))))
    assert "Of these, nine replied" in few


@pytest.mark.parametrize(
    ("method", "said"),
    [
        ("Meetings", "Meetings were held with patient groups."),
        ("public meeting", "A public meeting was held with patient groups."),
        ("online survey", "An online survey went to patient groups."),
    ],
)
def test_a_meeting_is_held_and_a_survey_is_sent(method: str, said: str) -> None:
    more = f"engagement: {{public: {{method: {method}, audience: patient groups}}}}\n"
    assert said in words_of(interest(skeleton(more=more)))


def test_an_abbreviation_for_nhs_england_is_spelt_out_for_who_keeps_work() -> None:
    more = "arrangement: {carve_outs: [{what: Complaints, stays_with: NHSE}]}\n"
    assert "NHS England" in words_of(interest(skeleton(more=more))).split("\n")


def test_the_next_steps_of_a_board_report_say_whose_engagement_they_are() -> None:
    more = "engagement: {members: {planned: Monthly bulletins}, public: {planned: A forum}}\n"
    lines = words_of(paper("board-report", skeleton(more=more))).split("\n")
    assert {"Members: Monthly bulletins", "Patients and the public: A forum"} <= set(lines)


def test_a_stakeholder_who_is_yet_to_be_asked_was_not_engaged() -> None:
    more = "engagement: {stakeholders: [{name: Healthwatch, consulted: yes, view: To be asked in July}]}\n"
    text = words_of(interest(skeleton(more=more)))
    assert "The CCG will consult:\nHealthwatch: To be asked in July" in text
    assert "engaged one stakeholder" not in text


def test_a_report_shows_no_cost_as_withheld_that_it_does_not_hold() -> None:
    posts = "resources: {posts: [{role: Manager, cost: £55k}], total: £80k}\n"
    more = (
        posts + "redactions: [{path: 'resources.posts[Manager].cost', exemption: section 43, reason: Pay}]\n"
    )
    assert "in all. █" not in words_of(
        make_paper("board-report", examined(skeleton(more=more)), False, public=True)
    )
