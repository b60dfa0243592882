"""Tables of money: one total for each column, no total added to its parts, and no reviewer's words."""

from __future__ import annotations

import pytest

from eoi.document.blocks import Table
from eoi.document.inline import Strong, Text
from eoi.document.walk import list_own_inlines, walk_blocks
from eoi.findings import has_errors
from tests.samples import examined, interest, lines_of, skeleton, words_of
from tests.tables import for_each

ROUNDED = "Figures are rounded, so they may not add up exactly to the total."


def rows(text: str, anchor: str) -> list[list[str]]:
    """The cells of a table below its head."""
    tables = [block for block in walk_blocks(interest(text).blocks) if isinstance(block, Table)]
    (table,) = (table for table in tables if table.anchor == anchor)
    return [[" ".join(lines_of(cell.blocks)) for cell in row] for row in table.rows]


def budget(*lines: str, more: str = "") -> str:
    listed = "".join(f"      - {{{line}}}\n" for line in lines)
    return skeleton(more=f"arrangement:\n  budget:\n{more}    lines:\n{listed}")


def posts(*rows: str, total: str = "") -> str:
    listed = "".join(f"    - {{{row}}}\n" for row in rows)
    return skeleton(more=f"resources:\n  posts:\n{listed}" + (f"  total: {total}\n" if total else ""))


@for_each(
    [
        "Total",
        "TOTAL",
        "Totals",
        "Grand total",
        "Overall total",
        "Sum",
        "All lines",
        "Total GP budget",
        "GP total",
    ],
)
def test_a_line_that_is_called_a_total_is_not_added_to_its_parts(name: str) -> None:
    text = budget("line: GMS, budget: £14m", "line: Premises, budget: £9m", f"line: {name}, budget: £23m")
    assert rows(text, "table-budget") == [["GMS", "£14m"], ["Premises", "£9m"], [name, "£23m"]]
    assert not has_errors([each for each in examined(text).findings if each.rule == "budget-lines-total"])


def test_a_subtotal_is_not_added_to_the_total() -> None:
    text = budget(
        "line: GMS, budget: £14m",
        "line: PMS, budget: £2m",
        "line: Sub-total, budget: £16m",
        "line: Premises, budget: £9m",
    )
    assert rows(text, "table-budget")[-1] == ["Total", "£25m"]


def test_a_line_says_itself_whether_it_is_a_total() -> None:
    text = budget(
        "line: Total Care Ltd, budget: £14m, is_total: no",
        "line: Premises, budget: £9m",
        "line: Both together, budget: £23m, is_total: yes",
    )
    assert [row[0] for row in rows(text, "table-budget")] == ["Total Care Ltd", "Premises", "Both together"]


def test_every_column_has_a_total_of_its_own_stated_or_else_computed() -> None:
    text = budget(
        "line: GMS, plan: £14.0m, budget: £14.2m, forecast: £14.4m, actual: £10.9m, variance: £0.2m",
        "line: Premises, plan: £8.0m, budget: £8.9m, forecast: £8.7m, actual: £6.1m, variance: -£0.2m",
        "line: Total, plan: £22.0m, variance: £0.0m",
    )
    assert rows(text, "table-budget")[-1] == ["Total", "£22.0m", "£23.1m", "£23.1m", "£17.0m", "£0.0m"]


def test_a_column_where_a_line_has_no_figure_has_no_total() -> None:
    text = budget("line: GMS, budget: £14m, actual: £14m", "line: Premises, budget: £9m")
    assert rows(text, "table-budget")[-1] == ["Total", "£23m", "–"]


def test_plan_and_budget_are_one_column_where_no_line_has_both() -> None:
    text = budget("line: GMS, plan: £14m", "line: Premises, budget: £9m")
    assert rows(text, "table-budget") == [["GMS", "£14m"], ["Premises", "£9m"], ["Total", "£23m"]]


def test_a_total_that_rounding_explains_stands_beside_the_sum_with_a_neutral_note() -> None:
    text = budget("line: GMS, budget: £14.2m", "line: Premises, budget: £8.9m", "line: Total, budget: £23.2m")
    assert rows(text, "table-budget")[-2:] == [["Total", "£23.2m"], ["Sum of the lines", "£23.1m"]]
    assert ROUNDED in words_of(interest(text))


@pytest.mark.parametrize("note", ["Rounded", "A round sum"])
def test_a_note_on_rounding_leaves_a_total_ten_million_out_an_error(note: str) -> None:
    text = budget(
        f"line: GMS, budget: £10.2m, note: {note}",
        "line: Premises, budget: £2.9m",
        "line: Total, budget: £23.1m",
    )
    assert has_errors(each for each in examined(text).findings if each.rule == "budget-lines-total")
    assert ROUNDED not in words_of(interest(text))


def test_the_report_of_north_east_lincolnshire_is_four_thousand_pounds_out_and_its_variance_too() -> None:
    text = budget(
        "line: NHS England element, budget: £27472k",
        "line: CCG element, budget: £3289k",
        "line: Total, budget: £30757k, actual: £30736k, variance: £25k, note: Figures are rounded",
    )
    found = {each.rule: each.message for each in examined(text).findings}
    assert "a difference of £4k, more than rounding can explain" in found["budget-lines-total"]
    assert "differ by £21k, not by £25k" in found["budget-variance"]


def test_the_document_says_which_way_round_its_variances_are_where_all_lines_agree() -> None:
    over = budget("line: GMS, budget: £14.2m, actual: £14.5m, variance: £0.3m")
    under = budget("line: GMS, budget: £14.2m, actual: £14.5m, variance: -£0.3m")
    assert "A variance is actual spending minus the budget" in words_of(interest(over))
    assert "A variance is the budget minus actual spending" in words_of(interest(under))


def test_it_says_so_in_the_words_of_its_columns() -> None:
    text = budget("line: GMS, plan: £14.2m, forecast: £14.5m, variance: £0.3m")
    assert "A variance is forecast spending minus the plan: an overspend is positive." in words_of(
        interest(text)
    )


def test_the_document_does_not_say_it_where_lines_disagree() -> None:
    text = budget(
        "line: GMS, budget: £14.2m, actual: £14.5m, variance: £0.3m",
        "line: PMS, budget: £14.2m, actual: £14.5m, variance: -£0.3m",
    )
    assert "A variance is" not in words_of(interest(text))


def test_the_period_stands_above_the_lines() -> None:
    text = budget("line: GMS, budget: £14m", more="    period: 2014/15, month 9\n")
    assert "The primary care budget, line by line: 2014/15, month 9" in words_of(interest(text))


def test_a_post_called_total_is_no_post() -> None:
    text = posts(
        "role: Manager, cost: £43.3k, wte: 1",
        "role: Clerk, cost: £24.6k, wte: 1",
        "role: Total, cost: £67.9k",
    )
    assert [row[0] for row in rows(text, "table-posts")] == ["Manager", "Clerk", "Total"]
    assert not any(gap.spot.path.startswith("resources.posts[2]") for gap in examined(text).checklist.gaps)
    assert not any(each.path.startswith("resources.posts[2]") for each in examined(text).findings)


def test_a_total_that_agrees_is_printed_once() -> None:
    text = posts("role: Manager, cost: £43.3k", "role: Clerk, cost: £24.6k", total="£67.9k")
    assert [row[-1] for row in rows(text, "table-posts")] == ["£43.3k", "£24.6k", "£67.9k"]


def test_no_sentence_of_a_reviewer_stands_beside_a_wrong_total_and_the_finding_is_an_error() -> None:
    text = posts("role: Manager, cost: £43.3k", "role: Clerk, cost: £24.6k", total="£97.9k")
    draft, final = (words_of(interest(text, final=final)) for final in (False, True))
    # A draft tells its board what will be asked, on the first page and nowhere else.
    asked = draft.index("What NHS England will ask")
    for words in (final, draft[:asked], draft[draft.index("C. Which functions") :]):
        assert not any(said in words.lower() for said in ("rounding", "rounded", "add up", "explain"))
    assert has_errors(each for each in examined(text).findings if each.rule == "resources-total")


def test_the_figures_of_several_ccgs_have_a_bold_total_in_each_column_that_all_fill() -> None:
    ccgs = "".join(
        f"  - {{name: NHS {name} CCG, population: {{registered: {people}}}, budget: £{budget}m,\n"
        f"     running_costs: £{budget}k, staff: {{headcount: {budget}}}}}\n"
        for name, people, budget in (("A", 5000, 10), ("B", 6000, 20))
    )
    text = f"round: 2014\nform: joint\napplicants:\n{ccgs}"
    assert rows(text, "table-applicants")[-1] == ["Both CCGs", "11,000", "£30m"]
    assert rows(text, "table-structure")[-1] == ["Both CCGs", "30", "£30k"]
    for anchor in ("table-applicants", "table-structure"):
        (last,) = (
            block.rows[-1]
            for block in walk_blocks(interest(text).blocks)
            if isinstance(block, Table) and block.anchor == anchor
        )
        shown = [list_own_inlines(block) for cell in last[1:] for block in cell.blocks]
        assert all(isinstance(words[0], Strong) for words in shown if words != (Text("–"),))


def test_notes_on_a_table_stand_below_it() -> None:
    text = budget("line: GMS, budget: £14.2m", "line: Premises, budget: £8.9m", "line: Total, budget: £23.2m")
    blocks = interest(text).blocks
    at = next(i for i, b in enumerate(blocks) if isinstance(b, Table) and b.anchor == "table-budget")
    assert " ".join(lines_of((blocks[at + 1],))) == ROUNDED


def test_no_note_on_rounding_stands_below_a_table_that_adds_up() -> None:
    """The envelope differs from the lines by what rounding explains, and is not in the table."""
    lines = ("line: A, budget: £83.3m", "line: B, budget: £18m")
    assert ROUNDED not in words_of(interest(budget(*lines, more="    envelope: £101.4m\n")))
