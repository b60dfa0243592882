"""What holds for any bytes at all. Plain functions: the tests, the corpus and the guided runs share them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree
from zlib import crc32

from eoi.document.render import render_expression_of_interest, render_submission_checklist
from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.findings import Finding, Span
from eoi.pipeline import examine
from eoi.reports import CheckedFile, Style, list_report_formats, write_report
from eoi.reports.lines import COMMAND, UNSAFE
from eoi.rules.entries import list_entries
from eoi.source import Source, load
from eoi.writers import find_writer
from eoi.writers import list_formats as document_formats

NAME = "ccg.yaml"
STYLE = Style(width=60)


def loaded_soundly(raw: bytes) -> Source:
    """No exception; a tree or a reason why there is none; every finding at a place that exists."""
    source = load(raw, NAME)
    assert source.findings or source.tree is not None
    assert_placed(source.findings, source.text)
    return source


def examined_soundly(raw: bytes) -> ExaminedSubmission | UnreadableFile:
    """No exception, from the bytes to every report; each report is whole and acts on nothing."""
    outcome = examine(raw, NAME)
    assert isinstance(outcome, ExaminedSubmission) or outcome.findings
    assert_placed(outcome.findings, outcome.source.text)
    assert {finding.rule for finding in outcome.findings} <= list_entries().keys()
    reported_soundly(CheckedFile(NAME, outcome.source, outcome.findings))
    return outcome


def built_soundly(raw: bytes) -> None:
    """The same, and what can be built is: every document in every format, each of which can be read."""
    # Imported late: a guided run has no use for the libraries of the readers.
    from tests.readers import READERS

    outcome = examined_soundly(raw)
    for name, written in documents(outcome) if isinstance(outcome, ExaminedSubmission) else ():
        assert READERS[name](written) if name in READERS else written


def sometimes_built(raw: bytes) -> None:
    """For guided runs: documents take ten times as long as all else, so few are built, and none is read."""
    outcome = examined_soundly(raw)
    if isinstance(outcome, ExaminedSubmission) and crc32(raw) % 8 == 0:
        assert all(written for _, written in documents(outcome))


def reported_soundly(checked: CheckedFile) -> None:
    texts = {name: write_report(name, [checked], STYLE) for name in list_report_formats()}
    for text in texts.values():
        assert text.encode().decode().endswith("\n")
        assert set(UNSAFE.findall(text)) <= {"\n"}
        assert not COMMAND.search(text)
    (file,) = json.loads(texts["json"])["files"]
    (run,) = json.loads(texts["sarif"])["runs"]
    cases = list(ElementTree.fromstring(texts["junit"]).iter("testcase"))
    assert len(file["findings"]) == len(run["results"]) == len(checked.findings)
    assert len(cases) == max(1, len(checked.findings))


def documents(examined: ExaminedSubmission) -> Iterator[tuple[str, bytes]]:
    """Both documents in every format."""
    for document in (
        render_expression_of_interest(examined, False),
        render_submission_checklist(examined, False),
    ):
        for name in document_formats():
            yield name, find_writer(name).write(document)


def assert_placed(findings: Iterable[Finding], text: str) -> None:
    for finding in findings:
        assert_within(finding.span, text)
        if finding.related:
            assert_within(finding.related.span, text)


def assert_within(span: Span, text: str) -> None:
    """The end can be one past the last character, so that it can be marked."""
    lines = text.split("\n")
    assert (1, 1) <= span.start <= span.end
    for line, column in span:
        assert line <= len(lines)
        assert column <= len(lines[line - 1]) + 2
