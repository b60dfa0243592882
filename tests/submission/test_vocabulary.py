"""The whole vocabulary of an officer's file, as it comes out of the model."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from eoi.source import load
from eoi.submission.model import Submission
from eoi.submission.paths import find_places
from eoi.submission.reading import read_submission

LEAST = "round: 2014\nform: joint\napplicants:\n  - name: NHS Somewhere CCG\n"


def submission(text: str) -> Submission:
    source = load(text.encode(), "ccg.yaml")
    assert source.findings == ()
    assert source.tree is not None
    model, findings = read_submission(source.tree)
    assert findings == ()
    assert model is not None
    return model


def values(model: Submission, pattern: str) -> list[Any]:
    return [value for _, value in find_places(model, pattern)]


def printed(model: Submission, pattern: str) -> list[str]:
    return [str(value) for value in values(model, pattern)]


def test_a_joint_bid_of_six_ccgs_keeps_six_of_everything() -> None:
    ccgs = [
        f"""
  - name: NHS Place {n} CCG
    code: 0{n}A
    population: {{resident: {n}00000, registered: "{n}10,000", as_of: 2014-03-31}}
    budget: £{n}20m
    practices: {n}7
    clusters: {n}
    priorities:
      - title: Priority {n}
        outcomes: [Fewer admissions, Shorter waits]
      - Second priority {n}"""
        for n in range(1, 7)
    ]
    model = submission("round: 2014\nform: joint\napplicants:" + "".join(ccgs))
    six = range(1, 7)
    assert printed(model, "applicants[].code") == [f"0{n}A" for n in six]
    assert printed(model, "applicants[].population.resident") == [f"{n}00,000" for n in six]
    assert printed(model, "applicants[].population.registered") == [f"{n}10,000" for n in six]
    assert printed(model, "applicants[].budget") == [f"£{n}20m" for n in six]
    assert [budget.step for budget in values(model, "applicants[].budget")] == [1_000_000] * 6
    assert printed(model, "applicants[].practices") == [f"{n}7" for n in six]
    assert printed(model, "applicants[].clusters.count") == [str(n) for n in six]
    assert printed(model, "applicants[].clusters.name") == ["clusters"] * 6
    titles = [title for n in six for title in (f"Priority {n}", f"Second priority {n}")]
    assert printed(model, "applicants[].priorities[].title") == titles


def test_phases_carve_outs_and_options_are_read() -> None:
    model = submission(f"""{LEAST}
arrangement:
  options:
    - {{form: influence, preferred: no, weaknesses: Too little}}
    - {{form: joint, preferred: yes, strengths: [Shared risk, One voice]}}
  fallback: influence
  phases:
    - {{name: Shadow form, form: joint, start: 2014/15, end: 2015-03}}
    - Delegation
  carve_outs:
    - {{what: Transactional work, stays_with: NHS England, how: Under contract}}
    - Dental
""")
    assert values(model, "arrangement.options[].form") == ["influence", "joint"]
    assert values(model, "arrangement.options[].preferred") == [False, True]
    assert values(model, "arrangement.options[].strengths") == [(), ("Shared risk", "One voice")]
    assert values(model, "arrangement.options[].weaknesses") == [("Too little",), ()]
    assert values(model, "arrangement.fallback") == ["influence"]
    assert values(model, "arrangement.phases[].name") == ["Shadow form", "Delegation"]
    assert values(model, "arrangement.phases[].form") == ["joint", None]
    assert printed(model, "arrangement.phases[].start") == ["2014/15", "None"]
    assert values(model, "arrangement.carve_outs[].what") == ["Transactional work", "Dental"]
    assert values(model, "arrangement.carve_outs[].stays_with") == ["NHS England", None]


def test_a_budget_is_read_line_by_line() -> None:
    model = submission(f"""{LEAST}
arrangement:
  budget:
    envelope: approximately £23.1 million
    excludes: GP IT
    lines: [{{line: GMS, budget: £20m, actual: "£20,100,000", variance: -£0.1m}}]
""")
    (envelope,) = values(model, "arrangement.budget.envelope")
    assert (envelope.approximate, envelope.amount, envelope.step) == (True, 23_100_000, 100_000)
    assert values(model, "arrangement.budget.excludes") == [("GP IT",)]
    assert values(model, "arrangement.budget.lines[].line") == ["GMS"]
    assert [actual.step for actual in values(model, "arrangement.budget.lines[].actual")] == [1]
    assert [variance.amount for variance in values(model, "arrangement.budget.lines[].variance")] == [
        Decimal(-100_000)
    ]


def test_scope_tables_stand_side_by_side_for_each_contractor_group() -> None:
    model = submission(f"""{LEAST}
scope:
  tables:
    - contractor_group: Medical
      functions: [{{function: Sanctions, in_scope: Yes, lead: CCG, interest: high}}]
    - contractor_group: dental
      functions: [{{function: Reviews, in_scope: no, lead: nhse}}]
    - contractor_group: eye
      functions: [{{function: Eye care, in_scope: part, lead: joint, details: All of it}}]
    - contractor_group: pharmacy
""")
    assert values(model, "scope.tables[].contractor_group") == ["medical", "dental", "eye", "pharmacy"]
    assert values(model, "scope.tables[].functions[].in_scope") == ["yes", "no", "part"]
    assert values(model, "scope.tables[].functions[].lead") == ["ccg", "nhse", "joint"]
    assert values(model, "scope.tables[].functions[].details") == [(), (), ("All of it",)]


def test_ballots_views_and_stakeholders_are_read() -> None:
    model = submission(f"""{LEAST}
engagement:
  members:
    ballot: {{opened: 2 June 2014, closed: 13/6/14, voters: GPs, electorate: 120, for: 80, against: 15}}
    concerns: [Capacity, {{point: Conflicts of interest, level: high}}]
  public: {{sent: 42, response_rate: 28.6%, views: {{for: 58%, against: 17%, unsure: 25%}}}}
  stakeholders: [Healthwatch, {{name: Council, consulted: yes}}]
  nhs_england: [{{date: 2014-05-27, event: Meeting}}, Conference]
""")
    assert printed(model, "engagement.members.ballot.closed") == ["13 June 2014"]
    assert printed(model, "engagement.members.ballot.votes_for") == ["80"]
    assert printed(model, "engagement.members.ballot.votes_against") == ["15"]
    assert values(model, "engagement.members.concerns[].concern") == ["Capacity", "Conflicts of interest"]
    assert values(model, "engagement.members.concerns[].level") == [None, "high"]
    assert printed(model, "engagement.public.views.in_favour") == ["58%"]
    assert printed(model, "engagement.public.response_rate") == ["28.6%"]
    assert values(model, "engagement.stakeholders[].name") == ["Healthwatch", "Council"]
    assert values(model, "engagement.stakeholders[].consulted") == [None, True]
    assert values(model, "engagement.nhs_england[].event") == ["Meeting", "Conference"]


def test_committees_with_votes_and_support_with_conditions_are_read() -> None:
    model = submission(f"""{LEAST}
governance:
  groups:
    - name: Joint committee
      members: [{{role: Lay member, voting: yes}}, {{role: Observer, voting: no}}, Chair]
      reports_to: CCG Board
      public: no
    - Operational group
  reserved_decisions: [Sanctions, {{decision: Mergers, id: new_providers_mergers}}]
support:
  - body: Health and Wellbeing Board
    resolution: [Supported, "Asked for a **report**"]
    conditions: A yearly report
  - Council
signatories: [Accountable officer]
""")
    assert values(model, "governance.groups[].name") == ["Joint committee", "Operational group"]
    assert values(model, "governance.groups[].members[].role") == ["Lay member", "Observer", "Chair"]
    assert values(model, "governance.groups[].members[].voting") == ["yes", "no", None]
    assert values(model, "governance.groups[].reports_to") == [("CCG Board",), ()]
    assert values(model, "governance.groups[].public") == [False, None]
    assert values(model, "governance.reserved_decisions[].decision") == ["Sanctions", "Mergers"]
    assert values(model, "support[].body") == ["Health and Wellbeing Board", "Council"]
    assert values(model, "support[].resolution") == [("Supported", "Asked for a **report**"), ()]
    assert values(model, "support[].conditions") == [("A yearly report",), ()]
    assert values(model, "signatories[].role") == ["Accountable officer"]


@pytest.mark.parametrize("status", ["draft", "submitted", "withdrawn", "declined"])
@pytest.mark.parametrize("result", ["approved", "approved with conditions", "declined", "withdrawn"])
def test_what_became_of_a_submission_is_read(status: str, result: str) -> None:
    decision = f"decision: {{outcome: {result}, date: 2014-10-01, by: NHS England}}"
    model = submission(f"{LEAST}status: {status}\n{decision}\n")
    assert model.status == status
    assert values(model, "decision.outcome") == [result.replace(" ", "_")]
    assert [day.first for day in values(model, "decision.date")] == [date(2014, 10, 1)]


def test_a_waiver_holds_the_path_and_the_reason() -> None:
    model = submission(f"{LEAST}waivers: [{{path: summary, reason: Agreed with the area team}}]\n")
    assert values(model, "waivers[].path") == ["summary"]
    assert values(model, "waivers[].reason") == ["Agreed with the area team"]
