"""`eoi check`: every problem of every file, in one report or several, each written as the files are read."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from eoi.cli.batch import Batch
from eoi.cli.files import growing
from eoi.cli.inputs import submissions_in
from eoi.cli.inspect import Inspected, Inspection
from eoi.cli.problems import CannotRun, one_of
from eoi.cli.sinks import Sink, StepSummary, Written
from eoi.cli.terminal import colour_wanted, put, width
from eoi.findings import Severity
from eoi.order import ORDERS
from eoi.reports import Style, formats
from eoi.reports.totals import Tally

# A second report's format by its file's ending.
ENDINGS = {".json": "json", ".sarif": "sarif", ".xml": "junit", ".md": "markdown", ".txt": "full"}
WEIGHTS = tuple(severity.word for severity in reversed(Severity))
BY_NAME = {name: severity for severity in Severity for name in (severity.word, severity.label)}
FOR_PEOPLE = ("full", "markdown")
WORTH_SHARING = 24  # files; what fewer take is less than what it costs to start the workers


@dataclass(frozen=True, slots=True)
class Wanted:
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


def check_files(paths: Sequence[Path], wanted: Wanted) -> int:
    """0 where nothing weighs as much as `--fail-on`, else 1; raises `CannotRun`."""
    refuse_unknown(wanted)
    started = time.perf_counter()
    inputs = submissions_in(paths, "checked")
    if output := wanted.output_file:
        from eoi.cli.overwriting import refuse_to_overwrite  # late: most reports are only shown

        refuse_to_overwrite(output, ENDINGS[output.suffix], inputs.files, wanted.force)
    batch = Batch[Inspected](list(inputs.files), inputs.troubles)
    tally = Tally()
    with reports_to(wanted) as sinks:
        reports = tuple((sink.format, sink.style) for sink in sinks)
        inspection = Inspection(reports, wanted.round, form_wanted(wanted))
        with batch.results(inspection, wanted.jobs, WORTH_SHARING) as results:
            for inspected in results:
                tally += inspected.tally
                for sink, part in zip(sinks, inspected.parts, strict=True):
                    sink.add(part)
        for sink in sinks:
            sink.end(tally + Tally(seconds=time.perf_counter() - started))
    return max(batch.code, int((tally.heaviest or 0) >= BY_NAME[wanted.fail_on]))


def refuse_unknown(wanted: Wanted) -> None:
    for kind, name, known in (
        ("format", wanted.format, formats()),
        ("order", wanted.order, ORDERS),
        ("colour setting", wanted.colour, ("auto", "always", "never")),
    ):
        if name is not None and name not in known:
            raise one_of(kind, name, known)
    if wanted.round is not None:
        from eoi.cli.rounds import round_named  # late, as below: few checks name a round or a form

        round_named(wanted.round)
    form_wanted(wanted)
    if wanted.fail_on not in BY_NAME:
        raise one_of("severity", wanted.fail_on, WEIGHTS)
    if wanted.output_file and wanted.output_file.suffix not in ENDINGS:
        raise CannotRun(f"--output-file needs one of these endings: {', '.join(ENDINGS)}")


def form_wanted(wanted: Wanted) -> str | None:
    if wanted.form is None:
        return None
    from eoi.cli.forms import form_named

    return form_named(wanted.form)


def chosen_format(wanted: Wanted) -> str:
    """As asked for; else what GitHub Actions shows beside the code, where this runs there."""
    return wanted.format or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "full")


def order_of(format_: str, wanted: Wanted) -> str:
    """As asked for; else the worst first where people read, and the file's order where programs do."""
    return wanted.order or ("weight" if format_ in FOR_PEOPLE else "file")


@contextmanager
def reports_to(wanted: Wanted) -> Iterator[list[Sink]]:
    """All that are fed in one pass: the one that is shown, a second one, and the summary of the step."""
    shown = chosen_format(wanted)
    with ExitStack() as stack:
        style = Style(width(), colour_wanted(wanted.colour), order_of(shown, wanted))
        sinks: list[Sink] = [Written(shown, style, put)]
        if wanted.output_file:
            write = stack.enter_context(growing(wanted.output_file))
            format_ = ENDINGS[wanted.output_file.suffix]
            sinks.append(Written(format_, Style(width=100, order=order_of(format_, wanted)), write))
        if shown == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
            sinks.append(StepSummary(Path(summary)))
        yield sinks
