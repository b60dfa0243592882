"""The command `eoi check`: the problems of every file, in one report or several.

Each report is written while the files are read.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from eoi.cli.batch import WORTH_SHARING, Batch
from eoi.cli.check_one import CheckResult, CheckWork
from eoi.cli.check_options import (
    ENDINGS,
    STDIN,
    CheckOptions,
    choose_format,
    form_wanted,
    order_of,
    refuse_together,
    refuse_unknown,
    round_wanted,
)
from eoi.cli.report_files import ReportFile, StepSummary, StreamReport
from eoi.cli.terminal import colour_wanted, put, say, tell, width
from eoi.files.atomic_files import growing_file
from eoi.files.input_files import Inputs, submissions_in
from eoi.findings import BY_NAME, Severity
from eoi.processes.signals import CANNOT_RUN
from eoi.reports import Style
from eoi.reports.totals import Tally

if TYPE_CHECKING:
    from eoi.baseline import Baseline
    from eoi.fixes.fix_file import FixWork
    from eoi.organisation.rounds_and_rules import OwnRoundsAndRules
    from eoi.organisation.rule_preferences import RulePreferences


def check_files(paths: Sequence[Path], options: CheckOptions) -> int:
    """Check the files, and return 0, or 1 if a finding is as severe as `--fail-on`.

    Raise `CannotRun` if nothing can be checked.
    """
    refuse_unknown(options)
    refuse_together(paths, options)
    if options.watch:
        from eoi.cli.watch import watch_file  # late: few calls watch

        return watch_file(paths[0], lambda: check_once(paths, options))
    return check_once(paths, options)


def check_once(paths: Sequence[Path], options: CheckOptions) -> int:
    """Check the files once, and return the exit code."""
    started = time.perf_counter()
    work = work_of(options)
    inputs = find_inputs(paths, options)
    if options.list_files and inputs.files:
        say("\n".join(map(str, inputs.files)))
    if options.list_files:
        return CANNOT_RUN if inputs.failures else 0
    refuse_to_overwrite_files(inputs, options)
    if baseline := baseline_of(options):
        work = work.replace(known=baseline.known)
    if STDIN in paths:
        work = work.replace(given=read_standard_input())
    batch = Batch[CheckResult](list(inputs.files), inputs.failures)
    tally, heaviest, changed = Tally(), 0, False
    with reports_to(options) as sinks:
        reports = tuple((sink.format, sink.style) for sink in sinks)
        work = work.replace(reports=reports)
        with batch.results(work, options.jobs, WORTH_SHARING["check"]) as results:
            for inspected in results:
                tally = tally.plus(inspected.tally)
                changed = changed or bool(inspected.diff)
                if inspected.diff:
                    put(inspected.diff)
                if inspected.fixed:
                    tell(*inspected.fixed)
                heaviest = max(heaviest, inspected.heaviest)
                if baseline:
                    baseline.take(inspected.known, inspected.unread)
                for sink, part in zip(sinks, inspected.parts, strict=True):
                    sink.add(part)
        for sink in sinks:
            sink.end(tally.replace(seconds=time.perf_counter() - started))
    code = max(batch.code, end_baseline(baseline, inputs) if baseline else 0)
    if options.diff:
        return max(code, int(changed and not options.exit_zero))
    falls_short = heaviest >= BY_NAME[options.fail_on] and not (options.exit_zero or options.write_baseline)
    return max(code, int(falls_short))


def find_inputs(paths: Sequence[Path], options: CheckOptions) -> Inputs:
    """Return the files to check. Standard input has the name that the call gives it."""
    if STDIN in paths:
        inputs = Inputs()
        inputs.files[Path(options.stdin_filename or STDIN)] = None
        return inputs
    if options.configuration is None:
        return submissions_in(paths, "checked")
    from eoi.organisation.rule_preferences import (  # late, as below: most calls have none
        list_excluded,
        read_left_out,
    )

    inputs = submissions_in(paths, "checked", read_left_out(options.configuration))
    for file in list_excluded(options.configuration, inputs.files) if options.force_exclude else ():
        del inputs.files[file]
    return inputs


def refuse_to_overwrite_files(inputs: Inputs, options: CheckOptions) -> None:
    """Refuse to write a report over a submission, or over a file of a person."""
    for output in options.output_files:
        from eoi.files.overwriting import refuse_to_overwrite  # late: most reports are only shown

        refuse_to_overwrite(output, ENDINGS[output.suffix], inputs.files, options.force)


def work_of(options: CheckOptions) -> CheckWork:
    """Return the work to do on each file, or raise `CannotRun` for an unknown word in an option."""
    least = BY_NAME[options.min_severity] if options.min_severity else Severity.ADVICE
    round_, form = round_wanted(options), form_wanted(options)
    wanted, own = read_rule_preferences(options), own_files(options)
    return CheckWork((), round_, form, wanted, own, least, fixes=read_fix_options(options))


def read_fix_options(options: CheckOptions) -> FixWork | None:
    """Return the kind of fixes to make, or None if the call asks for none."""
    if not (options.fix or options.diff):
        return None
    from eoi.fixes.fix_file import FixWork

    return FixWork(options.suggested, writes=options.fix and not options.diff)


def read_rule_preferences(options: CheckOptions) -> RulePreferences | None:
    """Return the rules to apply, or None if neither the call nor the configuration chooses any."""
    if not (options.configuration or options.select or options.ignore):
        return None
    from eoi.organisation.rule_preferences import choose_rules

    return choose_rules(options.configuration, options.select, options.ignore)


def own_files(options: CheckOptions) -> OwnRoundsAndRules | None:
    """Return the paths of the CCG's own rounds and rules, or None. Every process has to load them."""
    configuration = options.configuration
    rounds = [*(configuration.rounds if configuration else ())]
    if options.round and options.round.endswith((".yaml", ".yml")):
        rounds.append(Path(options.round))
    rules = configuration.rules if configuration else ()
    if not (rounds or rules):
        return None
    from eoi.organisation.rounds_and_rules import OwnRoundsAndRules

    return OwnRoundsAndRules(tuple(rounds), rules)


def baseline_of(options: CheckOptions) -> Baseline | None:
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
    """Read a submission from standard input, up to one byte more than a submission may have."""
    import sys

    from eoi.parse_errors.text import MAX_BYTES

    return sys.stdin.buffer.read(MAX_BYTES + 1) if sys.stdin else b""


@contextmanager
def reports_to(options: CheckOptions) -> Iterator[list[ReportFile]]:
    """Yield the reports to write in one pass: on standard output, in files, and the CI step summary."""
    shown = choose_format(options)
    with ExitStack() as stack:
        style = Style(width(), colour_wanted(options.colour), order_of(shown, options), options.quiet)
        # A diff replaces the report, so that `patch` can read it.
        sinks: list[ReportFile] = [] if options.diff else [StreamReport(shown, style, put)]
        for output in options.output_files:
            write = stack.enter_context(growing_file(output))
            format_ = ENDINGS[output.suffix]
            sinks.append(StreamReport(format_, Style(width=100, order=order_of(format_, options)), write))
        if shown == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
            sinks.append(StepSummary(Path(summary)))
        yield sinks
