"""Run `eoi check`: report every problem of every file, in one report or several, as the files are read."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from eoi.cli.batch.input_files import submissions_in
from eoi.cli.batch.run import Batch
from eoi.cli.check_one import CheckResult, CheckWork
from eoi.cli.output.atomic_files import growing_file
from eoi.cli.problems import CannotRun, unknown_choice
from eoi.cli.report_files import ReportFile, StepSummary, StreamReport
from eoi.cli.terminal import colour_wanted, put, width
from eoi.findings import Severity
from eoi.order import ORDERS
from eoi.reports import Style, list_report_formats
from eoi.reports.totals import Tally

if TYPE_CHECKING:
    from eoi.configuration.model import Configuration
    from eoi.preferences import Preferences

# A second report's format by its file's ending.
ENDINGS = {".json": "json", ".sarif": "sarif", ".xml": "junit", ".md": "markdown", ".txt": "full"}
WEIGHTS = tuple(severity.word for severity in reversed(Severity))
BY_NAME = {name: severity for severity in Severity for name in (severity.word, severity.label)}
FOR_PEOPLE = ("full", "markdown")
WORTH_SHARING = 24  # files; what fewer take is less than what it costs to start the workers


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """The options of one call, as typed."""

    format: str | None
    output_file: Path | None
    fail_on: str
    round: str | None
    form: str | None
    colour: str
    jobs: int | None
    force: bool = False
    order: str | None = None
    configuration: Configuration | None = None


def check_files(paths: Sequence[Path], options: CheckOptions) -> int:
    """Check the files; return 0 where nothing weighs as much as `--fail-on`, else 1. Raises `CannotRun`."""
    refuse_unknown(options)
    started = time.perf_counter()
    inputs = submissions_in(paths, "checked")
    if output := options.output_file:
        from eoi.cli.output.overwriting import refuse_to_overwrite  # late: most reports are only shown

        refuse_to_overwrite(output, ENDINGS[output.suffix], inputs.files, options.force)
    batch = Batch[CheckResult](list(inputs.files), inputs.troubles)
    tally = Tally()
    with reports_to(options) as sinks:
        reports = tuple((sink.format, sink.style) for sink in sinks)
        inspection = CheckWork(reports, options.round, form_wanted(options), wanted_of(options))
        with batch.results(inspection, options.jobs, WORTH_SHARING) as results:
            for inspected in results:
                tally += inspected.tally
                for sink, part in zip(sinks, inspected.parts, strict=True):
                    sink.add(part)
        for sink in sinks:
            sink.end(tally + Tally(seconds=time.perf_counter() - started))
    return max(batch.code, int((tally.heaviest or 0) >= BY_NAME[options.fail_on]))


def refuse_unknown(options: CheckOptions) -> None:
    """Refuse a format, order, colour setting or round that there is not."""
    for kind, name, known in (
        ("format", options.format, list_report_formats()),
        ("order", options.order, ORDERS),
        ("colour setting", options.colour, ("auto", "always", "never")),
    ):
        if name is not None and name not in known:
            raise unknown_choice(kind, name, known)
    if options.round is not None:
        from eoi.cli.rounds import round_named  # late, as below: few checks name a round or a form

        round_named(options.round)
    form_wanted(options)
    if options.fail_on not in BY_NAME:
        raise unknown_choice("severity", options.fail_on, WEIGHTS)
    if options.output_file and options.output_file.suffix not in ENDINGS:
        raise CannotRun(f"--output-file needs one of these endings: {', '.join(ENDINGS)}")


def wanted_of(options: CheckOptions) -> Preferences | None:
    """Return what is wanted of the rules; nothing where nobody has said it."""
    if options.configuration is None:
        return None
    from eoi.preferences import Preferences  # late: most checks want every rule

    return Preferences(options.configuration.ignore)


def form_wanted(options: CheckOptions) -> str | None:
    """Return the form that `--form` names, in any of its words; None without the option."""
    if options.form is None:
        return None
    from eoi.cli.forms import form_named

    return form_named(options.form)


def chosen_format(options: CheckOptions) -> str:
    """Choose the format of the report; inside GitHub Actions, that is `github` unless one is named.

    Unasked, it is the one that GitHub Actions shows beside the code, where this runs there.
    """
    return options.format or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "full")


def order_of(format_: str, options: CheckOptions) -> str:
    """Choose the order of the report: people get the worst first, programs the order of the file.

    Unasked, the worst comes first where people read, and programs get the file's order.
    """
    return options.order or ("weight" if format_ in FOR_PEOPLE else "file")


@contextmanager
def reports_to(options: CheckOptions) -> Iterator[list[ReportFile]]:
    """List the reports to write in one pass: the one shown, a second file, and the summary of the step.

    There is the one shown, perhaps a second one, and the summary of the step.
    """
    shown = chosen_format(options)
    with ExitStack() as stack:
        style = Style(width(), colour_wanted(options.colour), order_of(shown, options))
        sinks: list[ReportFile] = [StreamReport(shown, style, put)]
        if options.output_file:
            write = stack.enter_context(growing_file(options.output_file))
            format_ = ENDINGS[options.output_file.suffix]
            sinks.append(StreamReport(format_, Style(width=100, order=order_of(format_, options)), write))
        if shown == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
            sinks.append(StepSummary(Path(summary)))
        yield sinks
