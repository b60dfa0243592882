"""Quotation marks, apostrophes and hyphens as a printer sets them, whatever a keyboard has."""

from __future__ import annotations

from pathlib import Path

import pytest

from eoi.document.blocks import Document, Figure
from eoi.document.subset.inlines import read_plain_words
from eoi.document.subset.typography import NO_BREAK, curl_quotes, hold_terms, release_terms
from eoi.document.walk import list_own_inlines, walk_blocks
from eoi.writers import find_writer, list_formats
from tests.readers import READERS, normalised
from tests.samples import COMPLETE, EXAMPLES, checklist_document, interest, skeleton
from tests.tables import for_each_row

TYPED = "summary: |\n  Our members' view, \"the **'90s** can't return\", stands: see 'co-commissioning'.\n"


@for_each_row(
    [
        ("the CCG's plan", "the CCG’s plan"),
        ("practices' views", "practices’ views"),
        ("'Place Based Commissioning'", "‘Place Based Commissioning’"),
        ('the plan ("Stronger")', "the plan (“Stronger”)"),
        ("\"'Yes' and 'no'\", they said", "“‘Yes’ and ‘no’”, they said"),
        ('She said: "Yes."', "She said: “Yes.”"),
        ("in the '90s and '80s", "in the ’90s and ’80s"),
        ("Write '27%', or '27' or '27.5%'.", "Write ‘27%’, or ‘27’ or ‘27.5%’."),
        ("not '33 out of 41'", "not ‘33 out of 41’"),
        ("in '13 and '14 our members' views", "in ’13 and ’14 our members’ views"),
        ("in '14, and '13/14", "in ’14, and ’13/14"),
        ("a list of 'what follows:' here", "a list of ‘what follows:’ here"),
        ("health/'social' care", "health/‘social’ care"),
        ("█████'s lease", "█████’s lease"),
        ("‘kept’ and “kept”", "‘kept’ and “kept”"),
    ],
)
def test_straight_marks_become_curly_ones(typed: str, printed: str) -> None:
    assert curl_quotes(typed) == printed


def test_a_mark_knows_what_stands_before_it_even_across_bold_words() -> None:
    text = "\n".join(lines(interest(skeleton(more=TYPED))))
    assert "Our members’ view, “the ’90s can’t return”, stands: see ‘co" in text


@pytest.mark.parametrize(
    "term", ["co-commissioning", "out-of-hospital", "5-Year", "2014-15", "re-shaped", "five-year", "non-GP"]
)
def test_a_short_term_is_held_on_one_line(term: str) -> None:
    assert hold_terms(f"of {term}, and") == f"of {term.replace('-', NO_BREAK)}, and"
    assert release_terms(hold_terms(term)) == term


@pytest.mark.parametrize(
    "text",
    [
        "commissioning-support arrangements",
        "http://www.ccg.example/a-b-c",
        "head-of-care@ccg.example",
        "a - b",
        "10-",
    ],
)
def test_a_long_term_and_an_address_may_break(text: str) -> None:
    assert NO_BREAK not in hold_terms(text)


def test_a_narrow_column_needs_every_place_to_break() -> None:
    document = interest(skeleton(more="timescales: [{milestone: Co-commissioning, date: 2015}]\n"))
    assert [line for line in lines(document) if "ommissioning" in line and "milestone" in line] == []
    assert "Co-commissioning" in lines(document)


def test_an_address_and_code_stay_as_they_were_typed() -> None:
    more = "summary: See http://ccg.example/o'neill-2/co-op and <https://ccg.example/it's>.\n"
    text = "\n".join(lines(interest(skeleton(more=more))))
    assert "https://ccg.example/it's" in text


@pytest.mark.slow
@pytest.mark.parametrize("path", [*EXAMPLES, COMPLETE], ids=lambda path: path.stem)
def test_no_straight_mark_is_left_in_a_document_or_its_pictures(path: Path) -> None:
    for document in (interest(path.read_bytes()), checklist_document(path.read_bytes())):
        found = [line for line in lines(document) if "'" in line or '"' in line]
        assert [line for line in found if "http" not in line] == []
        for block in walk_blocks(document.blocks):
            if isinstance(block, Figure):
                assert "&#39;" not in block.svg
                assert "'" not in block.alt


@pytest.mark.slow
@pytest.mark.parametrize("name", list_formats())
def test_what_a_person_typed_is_found_as_typed_in_every_format(name: str) -> None:
    text = normalised(READERS[name](find_writer(name).write(interest(skeleton(more=TYPED)))))
    assert "Our members' view, \"the '90s can't return\", stands: see 'co-commissioning'." in text


@pytest.mark.parametrize("name", ["docx", "odt", "html", "pdf"])
def test_every_format_prints_the_curly_marks(name: str) -> None:
    text = " ".join(READERS[name](find_writer(name).write(interest(skeleton(more=TYPED)))).split())
    assert "Our members’ view, “the ’90s can’t return”" in text


@pytest.mark.parametrize("name", ["html", "md", "pdf"])
def test_a_term_on_one_line_keeps_the_hyphen_that_a_reader_searches_for(name: str) -> None:
    raw = find_writer(name).write(interest(skeleton(more=TYPED)))
    assert "see ‘co-commissioning’" in " ".join(READERS[name](raw).split())


def lines(document: Document) -> list[str]:
    return [read_plain_words(list_own_inlines(block)) for block in walk_blocks(document.blocks)]
