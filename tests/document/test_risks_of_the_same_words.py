"""A risk that several places name is one row only if they agree about it: no cause and no answer is lost.

Concerns of others that the proposal does not name as risks have a table of their own.
"""

from __future__ import annotations

import json
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eoi.document.blocks import Document, Table
from eoi.document.walk import walk_blocks
from tests.samples import interest, lines_of, paper, skeleton, words_of
from tests.thorough import examples

TWO = """\
risks:
  - {risk: Loss of trust, likelihood: 1, impact: 5, cause: First, mitigation: Meet in public}
  - {risk: Loss of trust, likelihood: 4, impact: 4, cause: Second, mitigation: Write letters, owner: Chair}
"""
COLUMNS = ("Cause", "Likelihood", "Impact", "Score", "Owner", "Mitigation")
PAPERS = ("expression-of-interest", "risk-register", "board-report")
DETAILS = {
    "cause": st.sampled_from(["Too few staff", "Late money"]),
    "effect": st.sampled_from(["Delay", "Complaints"]),
    "owner": st.sampled_from(["Chair", "Accountable officer"]),
    "mitigation": st.sampled_from(["Meet in public", "Write letters"]),
    "level": st.sampled_from(["high", "low"]),
    "likelihood": st.integers(1, 5),
    "impact": st.integers(1, 5),
}
RISKS = st.fixed_dictionaries({"risk": st.sampled_from(["Loss of trust", "Costs rise"])}, optional=DETAILS)
CONCERNS = st.fixed_dictionaries(
    {"concern": st.sampled_from(["Loss of trust", "Costs rise"])},
    optional={"answer": st.sampled_from(["Ask members", "Report monthly"]), "level": DETAILS["level"]},
)


def rows_of(document: Document, first: str = "Risk") -> list[dict[str, str]]:
    """The rows of the table of risks, or of concerns, each with the names of its columns."""
    tables = [block for block in walk_blocks(document.blocks) if isinstance(block, Table)]
    texts = [
        [[" ".join(lines_of(cell.blocks)) for cell in row] for row in (table.head, *table.rows)]
        for table in tables
    ]
    return [dict(zip(head, row, strict=True)) for head, *rows in texts if head[:1] == [first] for row in rows]


@pytest.mark.parametrize("name", PAPERS)
def test_two_entries_that_disagree_have_a_row_each_in_every_paper(name: str) -> None:
    first, second = rows_of(paper(name, skeleton(more=TWO)))
    assert [first[name] for name in COLUMNS] == ["First", "1", "5", "5", "\N{EN DASH}", "Meet in public"]
    assert [second[name] for name in COLUMNS] == ["Second", "4", "4", "16", "Chair", "Write letters"]


def test_every_paper_gives_the_number_of_rows_as_the_number_of_risks() -> None:
    text = skeleton(more=TWO)
    assert "sets out two risks" in words_of(interest(text))
    assert "holds two risks" in words_of(paper("risk-register", text))
    assert "Two risks are recorded" in words_of(paper("board-report", text))
    assert "Two risks are recorded" in words_of(paper("summary", text))


def test_two_entries_that_complete_each_other_share_a_row_and_have_a_score() -> None:
    text = skeleton(more="risks: [{risk: Costs rise, likelihood: 2}, {risk: Costs rise., impact: 4}]\n")
    assert "sets out one risk " in words_of(interest(text))
    assert [row["Score"] for row in rows_of(interest(text))] == ["8"]
    assert [row["Score"] for row in rows_of(paper("risk-register", text))] == ["8"]


def test_a_concern_of_several_bodies_keeps_the_answer_to_each() -> None:
    bodies = "".join(
        f"  - {{body: {name}, concerns: [{{concern: Loss of trust, answer: {answer}}}]}}\n"
        for name, answer in (
            ("LMC", "Ask members"),
            ("Healthwatch", "Report monthly"),
            ("Council", "Ask members"),
        )
    )
    rows = rows_of(paper("risk-register", skeleton(more=f"support:\n{bodies}")), "Concern")
    assert [row["Answer"] for row in rows] == ["Ask members", "Report monthly"]
    assert "Council" in rows[0]["Raised by"]


def test_a_concern_is_counted_as_a_risk_in_no_paper() -> None:
    concerns = "engagement: {members: {concerns: [{concern: More work, level: high}, Costs rise]}}\n"
    text = skeleton(more=f"risks: [Costs rise]\n{concerns}")
    assert "holds one risk " in words_of(paper("risk-register", text))
    assert "sets out one risk " in words_of(interest(text))
    for name in ("board-report", "summary"):
        assert "One risk is recorded" in words_of(paper(name, text))
    for name in ("risk-register", "board-report"):
        (row,) = rows_of(paper(name, text), "Concern")
        assert row == {"Concern": "More work", "Raised by": "Member practices", "Level": "High"}


def test_the_document_says_how_many_risks_stand_elsewhere() -> None:
    functions = "scope: {functions: [{function: Estates, in_scope: yes, risk: Old leases}]}\n"
    text = skeleton(more=f"risks: [Costs rise, Loss of trust]\n{functions}")
    assert "holds three risks" in words_of(paper("risk-register", text))
    said = "sets out two risks of the proposal as a whole. One more risk stands beside functions, "
    assert f"{said}which makes three risks in all." in " ".join(words_of(interest(text)).split())


@settings(max_examples=examples(25))
@given(st.lists(RISKS, max_size=5), st.lists(CONCERNS, max_size=3))
def test_no_detail_of_a_risk_is_lost_or_given_to_another(
    risks: list[dict[str, object]], concerns: list[dict[str, object]]
) -> None:
    more = f"risks: {json.dumps(risks)}\nengagement: {{members: {{concerns: {json.dumps(concerns)}}}}}\n"
    entries = [dict(one) for one in risks] + [
        {"risk": one["concern"], "level": one.get("level"), "mitigation": one.get("answer")}
        for one in concerns
    ]
    register = paper("risk-register", skeleton(more=more))
    raised = [
        {"Risk": row["Concern"], "Level": row.get("Level", ""), "Mitigation": row.get("Answer", "")}
        for row in rows_of(register, "Concern")
    ]
    rows = [*rows_of(register), *raised]
    for entry in entries:
        wanted = {name: str(value).lower() for name, value in entry.items() if value and name != "risk"}
        assert any(
            str(entry["risk"]) in row["Risk"]
            and all(row.get(name.capitalize(), "").lower() == value for name, value in wanted.items())
            for row in rows
        ), (entry, rows)


@settings(max_examples=examples(25))
@given(st.lists(RISKS, min_size=1, max_size=6))
def test_all_papers_count_the_risks_of_a_file_alike(risks: list[dict[str, object]]) -> None:
    text = skeleton(more=f"risks: {json.dumps(risks)}\n")
    found = [rows_of(paper(name, text)) for name in PAPERS]
    named = [Counter(row["Risk"].split(". ")[-1] for row in rows) for rows in found]
    assert named[0] == named[1] == named[2]


def test_a_board_reads_the_risks_of_which_something_is_said() -> None:
    text = skeleton(
        more="risks: [{risk: Costs rise, owner: Chair}]\n"
        "scope: {functions: [{function: Estates, in_scope: yes, risk: Old leases}]}\n"
    )
    document = paper("board-report", text)
    assert [row["Risk"] for row in rows_of(document)] == ["Costs rise"]
    said = "Of the two risks recorded, this is the main one; the risk register has them all."
    assert said in " ".join(words_of(document).split())
    assert "Where it arises" not in rows_of(document)[0]
    elsewhere = text.replace("Old leases", "Costs rise")
    assert "Where it arises" in rows_of(paper("board-report", elsewhere))[0]
