"""A sentence directly below a list is no part of its last item."""

from __future__ import annotations

from eoi.document.subset.prose import write_prose_blocks
from eoi.imports.lines import Line, Run
from eoi.imports.markdown import write_markdown_line
from eoi.source.list_ends import end_lists
from eoi.workbook.cells import split_cell
from tests.tables import for_each, for_each_row

WIDE = "- We will approve the spending on premises and on the quality of general practice,"


@for_each(
    [
        "• one thing\n• another thing\nThen we close.",
        "- one thing\n- another thing\nThen we close\nthe meeting.",
        "1. one thing\n2. another thing\nThen we close.",
        "- one thing\n- another\n  thing\nThen we close.",
        f"- one\n- {'much said of this in a line of its own ' * 4}\nThen we close.",
    ]
)
def test_a_closing_sentence_is_a_paragraph_of_its_own(text: str) -> None:
    blocks = str(write_prose_blocks(text))
    assert "<p>Then we close" in blocks
    assert blocks.count("<li>") == 2


@for_each(
    [
        "Then we close.\nWe meet again.",
        "- one thing\n- another thing\n\nThen we close.",
        "- one thing that we do with\nNHS England every month.",
        "- the Chair of the\nCommittee for primary care.",
        "- one thing\n- another thing\nand so on, as before.",
        "- one thing\n- another thing\nAudit Committee",
        f"{WIDE}\n- {WIDE[2:-1]} of\nPractices in each of the localities.",
        f"{WIDE[:-1]}\nWhich is what each of our members asked for.",
    ]
)
def test_other_lines_stay_in_their_item(text: str) -> None:
    assert end_lists(text) == text


@for_each_row(
    [
        ("2. BENEFITS", "2\\. BENEFITS"),
        ("8) Risks", "8\\) Risks"),
        ("- one", "\\- one"),
        ("# one", "\\# one"),
        ("3.5 sessions", "3.5 sessions"),
        ("2014 was", "2014 was"),
    ]
)
def test_words_that_look_like_an_item_are_printed_without_a_backslash(words: str, written: str) -> None:
    line = Line(1, "paragraph", (Run(words),))
    assert write_markdown_line(line, "") == written
    assert write_prose_blocks(written).strip() == f"<p>{words}</p>"
    assert write_markdown_line(Line(1, "heading", (Run(words),)), "") == f"**{words}**"


@for_each_row(
    [
        ("- GP IT\n- Premises", ["GP IT", "Premises"]),
        ("• GP IT\n  • Premises", ["GP IT", "Premises"]),
        ("GP IT\n-5% of it", ["GP IT", "-5% of it"]),
        ("- GP IT", ["GP IT"]),
    ]
)
def test_bullets_typed_in_a_cell_are_no_words_of_its_items(text: str, items: list[str]) -> None:
    assert split_cell(text, ()) == items
