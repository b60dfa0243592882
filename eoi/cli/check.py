"""`eoi check`: every problem of every file, in one report."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eoi.cli.files import OutputFile, reason, write_all
from eoi.cli.inputs import submissions_in
from eoi.cli.inspect import Inspection, inspect_all
from eoi.cli.problems import CannotRun, one_of
from eoi.cli.terminal import colour_wanted, say, tell, width
from eoi.findings import Severity
from eoi.reports import Checked, Style, formats, report
from eoi.rounds import known_rounds
from eoi.submission.scope import FORMS

# A second report's format by its file's ending.
ENDINGS = {".json": "json", ".sarif": "sarif", ".xml": "junit", ".md": "markdown", ".txt": "full"}
WEIGHTS = tuple(severity.label for severity in reversed(Severity))


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of one call, as typed."""

    format: str | None
    output_file: Path | None
    fail_on: str
    round: str | None
    form: str | None
    colour: str
    jobs: int


def check_files(paths: Sequence[Path], wanted: Wanted) -> int:
    """0 where nothing weighs as much as `--fail-on`, else 1; raises `CannotRun`."""
    refuse_unknown(wanted)
    started = time.perf_counter()
    inspection = Inspection(wanted.round, wanted.form and wanted.form.lower())
    checked = inspect_all(submissions_in(paths), inspection, wanted.jobs)
    style = Style(width(), colour_wanted(wanted.colour), time.perf_counter() - started)
    say(report(chosen_format(wanted)).render(checked, style))
    write_other_reports(checked, wanted)
    heaviest = max((finding.severity for file in checked for finding in file.findings), default=0)
    return int(heaviest >= Severity[wanted.fail_on.upper()])


def refuse_unknown(wanted: Wanted) -> None:
    for kind, name, known in (
        ("format", wanted.format, formats()),
        ("round", wanted.round, known_rounds()),
        ("form", wanted.form and wanted.form.lower(), FORMS),
        ("severity", wanted.fail_on, WEIGHTS),
        ("colour setting", wanted.colour, ("auto", "always", "never")),
    ):
        if name is not None and name not in known:
            raise one_of(kind, name, known)
    if wanted.output_file and wanted.output_file.suffix not in ENDINGS:
        raise CannotRun(f"--output-file needs one of these endings: {', '.join(ENDINGS)}")


def chosen_format(wanted: Wanted) -> str:
    """As asked for; else what GitHub Actions shows beside the code, where this runs there."""
    return wanted.format or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "full")


def write_other_reports(checked: Sequence[Checked], wanted: Wanted) -> None:
    if wanted.output_file:
        text = report(ENDINGS[wanted.output_file.suffix]).render(checked, Style(width=100))
        write_all([OutputFile(wanted.output_file, text.encode())])
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and chosen_format(wanted) == "github":
        from eoi.reports.markdown import step_summary

        append(Path(summary), step_summary(checked))


def append(file: Path, text: str) -> None:
    try:
        with file.open("a", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as problem:
        tell(f"eoi: the step summary was not written: {reason(problem)}")
