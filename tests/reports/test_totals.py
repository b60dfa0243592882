"""The counts in words, and the names of findings that survive edits."""

from __future__ import annotations

from functools import reduce
from pathlib import Path

import pytest
from hypothesis import given

from eoi.findings import Finding, Position, Severity, Span
from eoi.reports import CheckedFile
from eoi.reports.totals import Tally, count_file, find_relative_path, make_fingerprints, write_summary
from tests.reports.fixed import FIXED, file, span
from tests.reports.nasty import checked


def with_severities(*severities: Severity) -> CheckedFile:
    return file("a.yaml", "a: b\n", *(Finding("wording", severity, "Wrong.") for severity in severities))


def total_of(files: list[CheckedFile]) -> Tally:
    return reduce(Tally.plus, map(count_file, files), Tally())


ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE


@pytest.mark.parametrize(
    ("severities", "words"),
    [
        ((), "Nothing found in 1 file."),
        ((ERROR,), "1 file: 1 error in 0.12 s"),
        ((ADVICE, ERROR), "1 file: 1 error and 1 suggestion in 0.12 s"),
        ((ADVICE, ADVICE, WARNING), "1 file: 1 warning and 2 suggestions in 0.12 s"),
        ((ERROR, WARNING, WARNING, ADVICE, ERROR), "1 file: 2 errors, 2 warnings and 1 suggestion in 0.12 s"),
    ],
)
def test_the_summary_counts_by_severity_in_plain_english(
    severities: tuple[Severity, ...], words: str
) -> None:
    assert write_summary(count_file(with_severities(*severities)), 0.123) == words


def test_the_summary_counts_files_and_thousands() -> None:
    assert write_summary(total_of([with_severities()] * 3)) == "Nothing found in 3 files."
    assert write_summary(total_of([with_severities(*[ERROR] * 600)] * 2)) == "2 files: 1,200 errors"


def before_and_after(after: str, *changed: Finding) -> tuple[list[str], list[str]]:
    before = file(
        "a.yaml",
        "form: joint\nbudgt: 1\n",
        Finding("wrong-value", ERROR, "Cannot be read.", span(1, 7, 12), path="form"),
        Finding("yaml-key", ERROR, "No such word.", span(2, 1, 6)),
    )
    return list(make_fingerprints(before)), list(make_fingerprints(file("a.yaml", after, *changed)))


def test_a_fingerprint_survives_lines_that_move_and_words_that_change() -> None:
    before, after = before_and_after(
        "# a comment\n\nform: [joint]\nx: y\nbudgt: 2\n",
        Finding("wrong-value", WARNING, "In other words.", span(3, 7, 14), "Other help.", path="form"),
        Finding("yaml-key", ERROR, "In other words.", span(5, 1, 6)),
    )
    assert before == after


def test_a_fingerprint_changes_with_the_rule_the_place_or_what_is_pointed_at() -> None:
    before, after = before_and_after(
        "form: joint\nbudgets: 1\n",
        Finding("wrong-value", ERROR, "Cannot be read.", span(1, 7, 12), path="round"),
        Finding("wrong-value", ERROR, "Cannot be read.", span(1, 7, 12), path="form[0]"),
        Finding("unheard-of", ERROR, "Cannot be read.", span(1, 7, 12), path="form"),
        Finding("yaml-key", ERROR, "No such word.", span(2, 1, 8)),
    )
    assert set(before).isdisjoint(after)


def test_a_fingerprint_does_not_depend_on_other_problems() -> None:
    before, after = before_and_after(
        "form: joint\nbudgt: 1\n", Finding("yaml-key", ERROR, "No such word.", span(2, 1, 6))
    )
    assert before[1:] == after


@pytest.mark.long
@given(checked())
def test_fingerprints_are_unique_in_a_file_and_one_for_each_finding(files: list[CheckedFile]) -> None:
    for one in files:
        assert len(set(make_fingerprints(one))) == len(one.findings)


def test_fingerprints_differ_between_files() -> None:
    same = (Finding("wrong-value", ERROR, "Cannot be read.", path="form"),)
    one, other = (list(make_fingerprints(file(name, "a: b\n", *same))) for name in ("a.yaml", "b.yaml"))
    assert one != other


def test_a_fingerprint_is_the_same_in_every_release() -> None:
    """Platforms keep them: a change of how they are made must be meant, and needs a new name in SARIF."""
    assert list(make_fingerprints(FIXED[0]))[:2] == [
        "4b4900eb162611251a3acac5a03b03ae",
        "8b81d88ae28a956ba09724e11f5cf49f",
    ]


def test_a_finding_of_a_file_without_text_has_a_fingerprint() -> None:
    beyond = Finding("empty-file", ERROR, "Empty.", Span(Position(9, 9), Position(9, 9)))
    assert len(list(make_fingerprints(file("a.yaml", "", beyond)))) == 1


@pytest.mark.parametrize(
    ("given_path", "repository_path"),
    [
        ("a.yaml", "a.yaml"),
        ("./in/a.yaml", "in/a.yaml"),
        ("../a.yaml", "../a.yaml"),
        (str(Path.cwd() / "in" / "a.yaml"), "in/a.yaml"),
        ("/elsewhere/a.yaml", "/elsewhere/a.yaml"),
    ],
)
def test_a_path_is_named_as_the_repository_names_it(given_path: str, repository_path: str) -> None:
    assert find_relative_path(given_path) == repository_path
