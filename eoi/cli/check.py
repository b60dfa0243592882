"""The command `eoi check`: the problems of every file, in one report or several.

Each report is written while the files are read. With `--watch`, the file is looked at three times a second.
Systems can report changes, but not on the network drives where many of these files are.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from eoi.cannot_run import CannotRun, FileProblem
from eoi.cli.batch import WORTH_SHARING, Batch
from eoi.cli.check_one import CheckResult
from eoi.cli.check_options import STDIN, CheckOptions, make_check_work, refuse_together, refuse_unknown
from eoi.cli.report_files import ReportFile, open_reports
from eoi.cli.terminal import flush, put, say, tell
from eoi.files.input_files import Inputs, find_submission_files, is_folder
from eoi.findings import BY_NAME
from eoi.processes import CANNOT_RUN
from eoi.reports import list_report_endings, load_report
from eoi.reports.totals import Tally

if TYPE_CHECKING:
    from eoi.baseline import Baseline

BETWEEN_LOOKS = 0.3  # seconds
CLEAR = "\x1b[2J\x1b[3J\x1b[H"
Sign = tuple[int, int] | None


def check_files(paths: Sequence[Path], options: CheckOptions) -> int:
    """Check the files, and return 0, or 1 if a finding is as severe as `--fail-on`.

    Raise `CannotRun` if nothing can be checked.
    """
    refuse_unknown(options)
    refuse_together(paths, options)
    if options.watch:
        return watch_file(paths[0], lambda: check_once(paths, options))
    return check_once(paths, options)


def check_once(paths: Sequence[Path], options: CheckOptions) -> int:
    """Check the files once, and return the exit code."""
    started = time.perf_counter()
    work = make_check_work(options)
    inputs = find_inputs(paths, options)
    if options.list_files:
        return list_inputs(inputs)
    refuse_to_overwrite_files(inputs, options)
    if baseline := read_baseline(options):
        work = work.replace(known=baseline.known)
    if STDIN in paths:
        work = work.replace(given=read_standard_input())
    batch = Batch[CheckResult](list(inputs.files), inputs.failures)
    with open_reports(options) as sinks:
        work = work.replace(reports=tuple((sink.format, sink.style) for sink in sinks))
        with batch.results(work, options.jobs, WORTH_SHARING["check"]) as results:
            tally, heaviest, changed = report_results(results, sinks, baseline)
        for sink in sinks:
            sink.end(tally.replace(seconds=time.perf_counter() - started))
    code = max(batch.code, end_baseline(baseline, inputs) if baseline else 0)
    if options.diff:
        return max(code, int(changed and not options.exit_zero))
    falls_short = heaviest >= BY_NAME[options.fail_on] and not (options.exit_zero or options.write_baseline)
    return max(code, int(falls_short))


def report_results(
    results: Iterable[CheckResult], sinks: Sequence[ReportFile], baseline: Baseline | None
) -> tuple[Tally, int, bool]:
    """Write every result into the reports and the baseline.

    Return the counts, the greatest severity, and whether a diff was shown.
    """
    tally, heaviest, changed = Tally(), 0, False
    for result in results:
        tally = tally.plus(result.tally)
        changed = changed or bool(result.diff)
        if result.diff:
            put(result.diff)
        if result.fixed:
            tell(*result.fixed)
        heaviest = max(heaviest, result.heaviest)
        if baseline:
            baseline.take(result.known, result.unread)
        for sink, part in zip(sinks, result.parts, strict=True):
            sink.add(part)
    return tally, heaviest, changed


def list_inputs(inputs: Inputs) -> int:
    """List the files that would be checked, and return the exit code."""
    if inputs.files:
        say("\n".join(map(str, inputs.files)))
    return CANNOT_RUN if inputs.failures else 0


def find_inputs(paths: Sequence[Path], options: CheckOptions) -> Inputs:
    """Return the files to check. Standard input has the name that the call gives it."""
    if STDIN in paths:
        inputs = Inputs()
        inputs.files[Path(options.stdin_filename or STDIN)] = None
        return inputs
    if options.configuration is None:
        return find_submission_files(paths, "checked")
    from eoi.organisation.rule_preferences import (  # late, as below: most calls have none
        list_excluded,
        read_left_out,
    )

    inputs = find_submission_files(paths, "checked", read_left_out(options.configuration))
    for file in list_excluded(options.configuration, inputs.files) if options.force_exclude else ():
        del inputs.files[file]
    return inputs


def refuse_to_overwrite_files(inputs: Inputs, options: CheckOptions) -> None:
    """Refuse to write a report over a submission, or over a file of a person."""
    for output in options.output_files:
        from eoi.files.overwriting import refuse_to_overwrite  # late: most reports are only shown

        begins = load_report(list_report_endings()[output.suffix]).BEGINS
        refuse_to_overwrite(output, begins, inputs.files, options.force)


def read_baseline(options: CheckOptions) -> Baseline | None:
    """Read the baseline, or return None if the call has none."""
    if options.baseline is None:
        return None
    from eoi.baseline import Baseline

    return Baseline.read(options.baseline, options.write_baseline, options.force)


def end_baseline(baseline: Baseline, inputs: Inputs) -> int:
    """Write the baseline, or say which of its entries are no longer found, and return the exit code."""
    code, lines = baseline.end(list(inputs.files))
    for line in lines:
        tell(line)
    return code


def read_standard_input() -> bytes:
    """Read a submission from standard input, up to one byte more than a submission may have.

    Raise `CannotRun` if the caller has closed it.
    """
    import sys

    from eoi.parse_errors import MAX_BYTES

    if sys.stdin is None:
        raise CannotRun("there is no standard input, which - stands for: it is closed")
    return sys.stdin.buffer.read(MAX_BYTES + 1)


def watch_file(file: Path, check: Callable[[], int]) -> int:
    """Show the report again after each change, until somebody stops the program."""
    if is_folder(file):
        raise CannotRun(f"{file} is a folder; --watch watches one file")
    before: Sign = None
    while True:
        now = read_state_of_file(file)
        if now != before:
            before = now
            draw_report(file, check)
        time.sleep(BETWEEN_LOOKS)


def draw_report(file: Path, check: Callable[[], int]) -> None:
    """Show the report on an empty screen.

    A file that is missing for a moment, as some editors save it, is waited for.
    """
    if read_state_of_file(file) is None:
        return
    if is_seen():
        put(CLEAR)
    try:
        check()
    except FileProblem as problem:
        tell(f"eoi: {problem}")
    put(f"\nWatching {file}; Ctrl-C ends it.\n")
    flush()


def is_seen() -> bool:
    """Tell whether standard output is a terminal, so that a person sees the report."""
    import sys

    return sys.stdout is not None and sys.stdout.isatty()


def read_state_of_file(file: Path) -> Sign:
    """Return a value that changes when somebody saves the file, or None while the file is missing."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
