"""The options of `eoi check`: the combinations of them that make no sense, and the work that they ask for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from eoi.cannot_run import CannotRun, name_unknown_choice
from eoi.cli.check_one import CheckWork
from eoi.findings import BY_NAME, Severity
from eoi.frozen_value import FrozenValue
from eoi.reports import list_report_endings, list_report_formats
from eoi.rule_facts import ORDERS

if TYPE_CHECKING:
    from eoi.configuration.model import Configuration
    from eoi.fixes.fix_file import FixWork
    from eoi.organisation.rounds_and_rules import OwnRoundsAndRules
    from eoi.organisation.rule_preferences import RulePreferences

WEIGHTS = tuple(severity.word for severity in reversed(Severity))
COLOURS = ("auto", "always", "never")
STDIN = Path("-")


class CheckOptions(FrozenValue):
    """The options of a call, as typed or from the configuration.

    There are many, and making a data class of them would take longer than reading most submissions.
    """

    format: str | None
    output_files: tuple[Path, ...]
    fail_on: str
    round: str | None
    form: str | None
    colour: str
    jobs: int | None
    force: bool = False
    order: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_severity: str | None = None
    quiet: bool = False
    statistics: bool = False
    exit_zero: bool = False
    baseline: Path | None = None
    write_baseline: bool = False
    stdin_filename: str | None = None
    list_files: bool = False
    force_exclude: bool = False
    watch: bool = False
    fix: bool = False
    suggested: bool = False
    diff: bool = False
    configuration: Configuration | None = None


def refuse_unknown(options: CheckOptions) -> None:
    """Raise `CannotRun` for an unknown value of an option."""
    for kind, name, known in (
        ("format", options.format, list_report_formats()),
        ("order", options.order, ORDERS),
        ("colour setting", options.colour, COLOURS),
    ):
        if name is not None and name not in known:
            raise name_unknown_choice(kind, name, known)
    for severity in (options.fail_on, options.min_severity):
        if severity is not None and severity not in BY_NAME:
            raise name_unknown_choice("severity", severity, WEIGHTS)
    if options.output_files and any(
        file.suffix not in list_report_endings() for file in options.output_files
    ):
        raise CannotRun(f"--output-file needs one of these endings: {', '.join(list_report_endings())}")


def refuse_together(paths: Sequence[Path], options: CheckOptions) -> None:
    """Raise `CannotRun` for options that exclude each other."""
    if options.statistics and options.format:
        raise CannotRun("--statistics is a format of its own; leave out --format, or --statistics")
    if len({file.absolute() for file in options.output_files}) < len(options.output_files):
        raise CannotRun("two reports cannot be written to one file; give each --output-file its own name")
    if options.write_baseline and not options.baseline:
        raise CannotRun("--write-baseline needs the file to write: --baseline FILE")
    if STDIN in paths and len(paths) > 1:
        raise CannotRun("- stands for one submission from standard input; name no other file with it")
    if options.stdin_filename and STDIN not in paths:
        raise CannotRun("--stdin-filename needs -, which stands for standard input: eoi check -")
    if options.suggested and not (options.fix or options.diff):
        raise CannotRun("--suggested says which fixes; add --fix, or --diff to see them first")
    if options.fix and not options.diff and STDIN in paths:
        raise CannotRun("--fix changes a file, and standard input is none; use --diff")
    if options.watch and (options.fix or options.diff):
        raise CannotRun("--watch only looks; leave out --fix and --diff")
    if options.watch and (len(paths) > 1 or STDIN in paths):
        raise CannotRun("--watch watches one file; name one")
    if options.watch and (options.write_baseline or options.list_files):
        other = "--write-baseline" if options.write_baseline else "--list-files"
        raise CannotRun(f"--watch and {other} exclude each other; choose one of them")


def find_wanted_round(options: CheckOptions) -> str | None:
    """Return the name of the round to check against, or None for each file's own."""
    if options.round is None:
        return None
    from eoi.rounds.choice import load_named_round  # late, as below: few checks name a round or a form

    return load_named_round(options.round).id


def find_wanted_form(options: CheckOptions) -> str | None:
    """Return the form to check as, or None for each file's own."""
    if options.form is None:
        return None
    from eoi.rounds.choice import read_typed_form

    return read_typed_form(options.form)


def make_check_work(options: CheckOptions) -> CheckWork:
    """Return the work to do on each file, or raise `CannotRun` for an unknown word in an option."""
    least = BY_NAME[options.min_severity] if options.min_severity else Severity.ADVICE
    round_, form = find_wanted_round(options), find_wanted_form(options)
    wanted, own = read_rule_preferences(options), find_own_files(options)
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


def find_own_files(options: CheckOptions) -> OwnRoundsAndRules | None:
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
