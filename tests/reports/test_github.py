"""Annotations, read back as the runner of GitHub Actions reads them."""

from __future__ import annotations

import pytest
from hypothesis import given

from eoi.findings import Finding, Position, Severity, Span
from eoi.reports import CheckedFile, write_report
from eoi.reports.github import escape_data, escape_property
from eoi.reports.lines import make_printable
from eoi.reports.totals import find_relative_path
from tests.reports.fixed import FIXED, file, span
from tests.reports.nasty import NASTY, checked
from tests.reports.runner import Command, command, commands


def annotated(*findings: Finding, name: str = "a.yaml") -> list[Command]:
    return commands(write_report("github", [file(name, "a: b\n", *findings)]))


@given(NASTY, NASTY, NASTY)
def test_escaped_text_comes_back_as_it_was(first: str, second: str, data: str) -> None:
    line = f"::error file={escape_property(first)},title={escape_property(second)}::{escape_data(data)}"
    assert not {"\n", "\r"} & set(line)
    assert command(line) == ("error", {"file": first, "title": second}, data)


@given(checked())
def test_each_finding_gives_its_own_annotation_and_nothing_gives_another(files: list[CheckedFile]) -> None:
    found = commands(write_report("github", files))
    expected = [(file, finding) for file in files for finding in file.findings]
    expected.sort(key=lambda pair: -pair[1].severity)
    assert len(found) == len(expected)
    for annotation, (file_, finding) in zip(found, expected, strict=True):
        assert annotation.properties["file"] == make_printable(find_relative_path(file_.path))
        assert annotation.properties["line"] == str(finding.span.start.line)
        assert annotation.properties["title"] == f"eoi ({finding.rule})"
        assert make_printable(finding.message) in annotation.data
        assert make_printable(finding.help) in annotation.data


def test_an_annotation_names_the_place_in_words_and_in_properties() -> None:
    first = commands(write_report("github", FIXED[:1]))[0]
    assert first.name == "error"
    assert first.properties == {
        "file": "submissions/somewhere.yaml",
        "line": "6",
        "col": "5",
        "endColumn": "11",
        "title": "eoi (duplicate-key)",
    }
    assert first.data.splitlines() == [
        "submissions/somewhere.yaml:6:5: `budget` is written twice here, so one of the two would be lost.",
        "line 5: written first here",
        "help: Keep one of them, or join their contents.",
    ]


def test_a_span_over_lines_has_no_columns() -> None:
    (found,) = annotated(Finding("wording", Severity.ADVICE, "Long.", Span(Position(2, 7), Position(4, 2))))
    assert found.properties == {"file": "a.yaml", "line": "2", "endLine": "4", "title": "eoi (wording)"}


def test_errors_come_first_and_advice_last() -> None:
    severities = (Severity.ADVICE, Severity.ERROR, Severity.WARNING, Severity.ERROR)
    found = annotated(*(Finding("wording", severity, "Wrong.", span(1, 1, 2)) for severity in severities))
    assert [annotation.name for annotation in found] == ["error", "error", "warning", "notice"]


@pytest.mark.parametrize(
    ("errors", "warnings", "words"),
    [
        (10, 10, None),
        (11, 0, "Not shown here: 1 error. The summary of this step has them all."),
        (12, 14, "Not shown here: 2 errors and 4 warnings. The summary of this step has them all."),
    ],
)
def test_what_github_would_drop_is_counted_instead(errors: int, warnings: int, words: str | None) -> None:
    severities = [Severity.ERROR] * errors + [Severity.WARNING] * warnings
    text = write_report(
        "github", [file("a.yaml", "a: b\n", *(Finding("x", each, "Wrong.") for each in severities))]
    )
    kinds = [annotation.name for annotation in commands(text)]
    assert (kinds.count("error"), kinds.count("warning")) == (min(errors, 10), min(warnings, 10))
    plain = [line for line in text.splitlines() if not line.startswith("::")]
    assert plain[:-1] == ([words] if words else [])
    assert plain[-1].startswith("1 file: ")


def test_a_path_inside_the_working_folder_is_annotated_from_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("repository")
    monkeypatch.chdir(root)
    (found,) = annotated(Finding("x", Severity.ERROR, "Wrong."), name=str(root / "in" / "a.yaml"))
    assert found.properties["file"] == "in/a.yaml"
