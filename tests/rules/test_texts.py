"""Every text of a submission is read in the document's order, and sentences end where a reader's do."""

from __future__ import annotations

from eoi.rules.shared import join_texts, list_texts
from eoi.rules.shared.prose import split_sentences, split_words
from eoi.submission import MARKDOWN, TEXT
from eoi.submission.model import Submission
from eoi.submission.reader import read_data
from eoi.submission.scope import LEADER
from tests.model_fields import ModelField, model_fields
from tests.strategies import Fields
from tests.tables import for_each_row

HELD: Fields = {"round": "2014", "form": "joint", "applicants": [{"name": "NHS Somewhere CCG"}]}


def text_fields() -> list[ModelField]:
    """The fields that hold words of their own, not one of a few or a figure."""
    return [field for field in model_fields() if field.kind in (TEXT, MARKDOWN, LEADER)]


def test_every_field_with_text_is_read() -> None:
    assert len(text_fields()) > 100
    for field in text_fields():
        alone = field.alone(["Words of its own"] if field.many else "Words of its own")
        submission = read_data(Submission, alone)
        assert "Words of its own" in [written.text for written in list_texts(submission)], field.pattern


def test_figures_dates_and_choices_are_no_text() -> None:
    submission = read_data(
        Submission, HELD | {"submitted": "2014-06-20", "status": "draft", "resources": {"total": "£79.4k"}}
    )
    assert [written.text for written in list_texts(submission)] == ["NHS Somewhere CCG", "2014"]


def test_the_summary_comes_before_the_applicants_and_they_before_the_rest() -> None:
    submission = read_data(Submission, HELD | {"summary": "First", "background": {"vision": "Last"}})
    assert [written.path for written in list_texts(submission)] == [
        ("summary",),
        ("applicants", 0, "name"),
        ("round",),
        ("background", "vision"),
    ]


def test_a_line_of_a_list_knows_the_field_it_is_in() -> None:
    fields = HELD | {"priorities": [{"title": "Access", "outcomes": ["Shorter waits"]}]}
    found = {written.text: written.field for written in list_texts(read_data(Submission, fields))}
    assert found["Shorter waits"] == "outcomes"
    assert found["Access"] == "title"


def test_nothing_says_nothing() -> None:
    assert join_texts(None) == ""


@for_each_row(
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("No full stop", ["No full stop"]),
        ("He said 'go.' Then (left.) **Bold.** End", ["He said 'go.'", "Then (left.)", "**Bold.**", "End"]),
        ("It costs £4.7m in 2014/15. So", ["It costs £4.7m in 2014/15.", "So"]),
        ("We want:\n\n- care\n  nearby\n- *more*. Yes", ["We want:", "care nearby", "*more*.", "Yes"]),
        ("Steps:\n1. first\n2) second", ["Steps:", "first", "second"]),
        ("# Heading\ntext over\nlines\n\n> quoted\n", ["Heading", "text over lines", "quoted"]),
        ("- 3-4% fewer\n-no item", ["3-4% fewer -no item"]),
        ("", []),
        ("\n\n", []),
    ],
)
def test_sentences_end_where_a_reader_ends(text: str, expected: list[str]) -> None:
    assert [" ".join(text[start:end].split()) for start, end in split_sentences(text)] == expected


def test_a_dash_is_no_word_and_a_figure_is_one() -> None:
    assert split_words("We – all 21 practices, £4.7m & more") == [
        "We",
        "all",
        "21",
        "practices,",
        "£4.7m",
        "more",
    ]
