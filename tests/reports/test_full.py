"""The reports for people: frames or single lines, then the counts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eoi.findings import Finding, Position, Severity, Span
from eoi.reports import CheckedFile, Style, write_report
from eoi.reports.lines import count_columns, cut_excerpt
from tests.growth import grows_in_proportion
from tests.reports.fixed import FIXED, file, span
from tests.reports.nasty import checked

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.slow
@given(checked(), st.integers(-5, 120))
def test_colour_adds_nothing_but_colour(files: list[CheckedFile], width: int) -> None:
    plain, coloured = (write_report("full", files, Style(width, colour), 0.5) for colour in (False, True))
    assert COLOUR.sub("", coloured) == plain
    assert "\x1b" not in plain


def test_colour_is_there_when_asked_for_whatever_the_environment_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b[1;31m" in write_report("full", FIXED, Style(colour=True))


def test_the_summary_has_the_colour_of_the_heaviest_finding() -> None:
    def last(*files: CheckedFile) -> str:
        lines = write_report("full", files, Style(colour=True)).splitlines()
        return next(line for line in reversed(lines) if re.search(r"\d files?: |Nothing found", line))

    assert last(*FIXED).startswith("\x1b[1;31m3 files")
    assert last(FIXED[2]).startswith("\x1b[1;32mNothing found")


@pytest.mark.parametrize("width", [60, 100])
def test_no_line_of_a_usual_file_is_wider_than_the_terminal(width: int) -> None:
    lines = write_report("full", FIXED[:1], Style(width)).splitlines()
    assert len(lines) > 10
    assert max(map(count_columns, lines)) <= width


def test_both_places_of_a_finding_are_framed() -> None:
    text = write_report("full", FIXED[:1], Style(100))
    assert "  6 |     budget: £210m\n    |     ^^^^^^\n" in text
    assert "  5 |     budget: £220m\n    |     ^^^^^^ written first here\n" in text
    assert "\n  help: Keep one of them, or join their contents.\n" in text


def test_a_label_that_does_not_fit_behind_its_marks_stands_below_them() -> None:
    wide, narrow = (write_report("full", FIXED[:1], Style(width)) for width in (100, 60))
    assert "    |                                    ^^^^^^ the first of the costs\n" in wide
    assert (
        "    |                                    ^^^^^^\n"
        "    |                                 the first of the costs\n"
    ) in narrow


def test_a_line_that_wraps_before_two_colons_gives_no_command() -> None:
    finding = Finding("wording", Severity.ERROR, "word " * 8 + "::set-env name=A::b")
    lines = write_report("full", [file("a.yaml", "a: b\n", finding)], Style(60)).splitlines()
    assert "  : :set-env name=A::b [wording]" in lines


@pytest.mark.parametrize("name", ["::error::x.yaml", " ::error::x.yaml"])
def test_a_file_cannot_be_named_like_a_command(name: str) -> None:
    files = [file(name, "a: b\n", Finding("wording", Severity.ERROR, "Wrong."))]
    for text in (write_report("full", files), write_report("concise", files)):
        assert text.lstrip().startswith(": :error::x.yaml:1:1: error: Wrong. [wording]")


def test_a_command_that_two_harmless_parts_make_in_a_frame_is_broken() -> None:
    line, marks = cut_excerpt("##[error]: x", Span(Position(1, 3), Position(1, 10)), 50)
    assert line == "## [error]: x"
    assert marks == "  ^^^^^^^"


def test_a_line_as_long_as_the_file_may_be_is_framed_in_time_that_grows_with_its_length() -> None:
    def frame(text: str) -> None:
        line, marks = cut_excerpt(text, Span(Position(1, 500), Position(1, len(text) - 9)), 50)
        assert line == "..." + "x" * 44 + "..."
        assert marks == " " * 23 + "^" * 27

    assert grows_in_proportion(frame, "x" * 50_000, "x" * 1_000_000)


def test_a_concise_line_can_be_searched_and_opened() -> None:
    first, second, third, last = write_report("concise", FIXED[:1], seconds=0.123).splitlines()
    assert first == "submissions/somewhere.yaml:1:1: suggestion: To complete: a summary. [answer-missing]"
    assert second.startswith("submissions/somewhere.yaml:6:5: error: `budget` is written twice here")
    assert third.endswith("more than rounding can explain. [resources-total]")
    assert last == "1 file: 1 error, 1 warning and 1 suggestion in 0.12 s"


@pytest.mark.long
@given(checked())
def test_a_concise_report_has_a_line_for_each_finding_and_one_more(files: list[CheckedFile]) -> None:
    lines = write_report("concise", files).splitlines()
    assert len(lines) == sum(len(file.findings) for file in files) + 1


def test_a_span_to_the_end_of_its_line_is_marked_to_the_end() -> None:
    assert cut_excerpt("form: joint", span(1, 7, 12), 50) == ("form: joint", "      ^^^^^")
