"""The scope table says who leads, who co-ordinates and who does the work, each only where the file does."""

from __future__ import annotations

import pytest

from eoi.document.blocks import Figure, Table
from eoi.document.walk import walk_blocks
from tests.samples import example, interest, lines_of, skeleton, words_of

# A picture sums up a table that needs more than a page.
MORE_FUNCTIONS = tuple(f"function: Work {number}, in_scope: no, lead: nhse" for number in range(6))


def scope(*rows: str) -> str:
    return skeleton(more="scope:\n  functions:\n" + "".join(f"    - {{{row}}}\n" for row in rows))


def figures(source: str | bytes) -> list[Figure]:
    return [
        block
        for block in walk_blocks(interest(source).blocks)
        if isinstance(block, Figure) and block.anchor == "figure-scope"
    ]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("lead: Area Primary Care Team", "The Area Primary Care Team would lead."),
        ("lead: NHS England", "NHS England leads."),
        ("forum: Area Primary Care Team", "Co-ordinated by the Area Primary Care Team."),
        ("carried_out_by: NHS Shared Business Services", "Carried out by NHS Shared Business Services."),
        (
            "forum: monthly group, lead: joint, carried_out_by: area team",
            "Co-ordinated by the monthly group. The CCG and NHS England lead together. "
            "Carried out by the area team.",
        ),
    ],
)
def test_a_few_rows_say_in_a_sentence_who_leads_who_co_ordinates_and_who_carries_out(
    row: str, words: str
) -> None:
    others = ("function: Training", "function: Premises")
    assert words in words_of(interest(scope(f"function: Estates, {row}", *others)))


@pytest.mark.parametrize(
    ("row", "heading", "words"),
    [
        ("lead: ccg", "Who leads", "The CCG"),
        ("lead: joint", "Who leads", "Both together"),
        ("lead: Area Primary Care Team", "Who leads", "Area Primary Care Team"),
        ("forum: monthly group", "Forum", "Monthly group"),
        ("carried_out_by: area team", "Carried out by", "Area team"),
        ("interest: high", "Interest", "High"),
    ],
)
def test_what_half_of_the_rows_say_has_a_column_of_its_own(row: str, heading: str, words: str) -> None:
    text = scope(
        f"function: Estates, in_scope: yes, comment: Soon, {row}", "function: Training, in_scope: no"
    )
    head, first, second = scope_rows(text)
    column = head.index(heading)
    assert (first[column], second[column]) == (words, "–")
    assert "Soon." in first
    assert [cells[column] for cells in scope_rows(text, final=True)[1:]] == [words, "Not in scope"]


def scope_rows(text: str, *, final: bool = False) -> list[list[str]]:
    (table,) = (
        block
        for block in walk_blocks(interest(text, final=final).blocks)
        if isinstance(block, Table) and block.anchor == "table-scope"
    )
    return [[" ".join(lines_of(cell.blocks)) for cell in row] for row in (table.head, *table.rows)]


def test_the_figure_shows_who_leads_where_most_rows_say_so() -> None:
    (drawn,) = figures(
        scope(
            "function: Estates, in_scope: yes, lead: ccg",
            "function: Training, in_scope: no, lead: Area Primary Care Team",
            "function: Premises, in_scope: yes, lead: ccg",
            "function: Complaints, in_scope: no",
            *MORE_FUNCTIONS,
        )
    )
    assert "The CCG leads 2 and NHS England leads 7. Who leads 1 is not stated." in drawn.alt


def test_a_body_that_is_neither_the_ccg_nor_nhs_england_leads_in_a_column_of_its_own() -> None:
    (drawn,) = figures(
        scope(
            "function: Estates, in_scope: yes, lead: Somewhere Council",
            "function: Training, in_scope: no, lead: nhse",
            "function: Premises, in_scope: yes, lead: ccg",
            "function: Complaints, in_scope: no, lead: nhse",
            *MORE_FUNCTIONS,
        )
    )
    assert "another body leads 1" in drawn.alt
    assert ">Another<" in drawn.svg


def test_bath_says_in_a_sentence_how_many_functions_are_in_scope_and_draws_no_lead_that_is_not_stated() -> (
    None
):
    assert figures(example("bath-and-north-east-somerset")) == []
    said = words_of(interest(example("bath-and-north-east-somerset")))
    assert said.count("16 functions: 10 are in scope and 6 are not.") == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("function", "words"),
    [
        ("Monitoring contractual performance", "Area Primary Care Team\nOpportunities"),
        ("Applying contractual sanctions", "Area Primary Care Team\n"),
        ("Dentistry", "The Area Primary Care Team would lead. It would report to the quarterly"),
        ("Maintain a list of dispensing", "The Area Primary Care Team would lead. It would report to the"),
        ("Performers List", "Medium interest. One team leading this across NHS England"),
    ],
)
def test_bath_says_of_each_function_what_its_published_table_says(function: str, words: str) -> None:
    said = words_of(interest(example("bath-and-north-east-somerset")))
    row = said[said.index(function, said.index("Functions in scope of joint")) :]
    assert words in row[: row.index("\n", row.index(words[:20]) + len(words)) + 1]
    assert "NHS England leads" not in said
