"""The command `eoi review`, which examines every submission and writes the pages and tables of the round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from eoi.cannot_run import CannotRun, name_unknown_choice
from eoi.cli.batch import WORTH_SHARING, Batch
from eoi.cli.check_one import LEAST, CheckWork
from eoi.cli.check_options import CheckOptions, make_check_work
from eoi.cli.command import list_severity_words
from eoi.cli.review_files import split_file_names, take_back, write_review
from eoi.cli.terminal import say
from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.files import read_input
from eoi.files.input_files import Inputs, find_submission_files
from eoi.findings import BY_NAME
from eoi.frozen_value import FrozenValue
from eoi.processes import CANNOT_RUN
from eoi.processes.failures import FileFailure
from eoi.review.overview import Overview, review_round
from eoi.review.spool import AnswerSpool, ValuesOnce
from eoi.review.submissions import ReviewedSubmission, UnreviewedFile, add_unread, review_submission
from eoi.rules import load_catalogue

if TYPE_CHECKING:
    from eoi.cli.review_letters import LetterChoices
    from eoi.configuration.model import Configuration
    from eoi.files.left_out import LeftOutPatterns

USUAL_ROUND = "2014"  # the round assumed for a folder without a readable file


@dataclass(frozen=True, slots=True)
class ReviewOptions:
    """The options of one call, as typed."""

    output: Path
    force: bool
    fail_on: str
    jobs: int | None
    round: str | None = None
    since: Path | None = None
    exit_zero: bool = False
    list_files: bool = False
    assessed: tuple[str, ...] = ()
    letters: bool = False
    formats: tuple[str, ...] = ()
    templates: Path | None = None
    letterhead: Path | None = None
    configuration: Configuration | None = None


class ReviewResult(FrozenValue):
    """The facts that a review keeps of a file, and the severity of its worst finding."""

    found: ReviewedSubmission | UnreviewedFile
    heaviest: int
    failures: tuple[FileFailure, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ReviewWork:
    """The work of reviewing every file, which examines it as `eoi check` does."""

    checks: CheckWork
    for_letters: bool = False

    may_kill = False

    def __call__(self, file: Path) -> ReviewResult:
        raw = read_input(file)
        own = self.checks.own
        if own is None:
            return self.review(raw, str(file))
        from eoi.organisation.rounds_and_rules import report_failing_rule  # late: few have rules of their own

        with report_failing_rule(file, "reviewed"):
            own.load()
            return self.review(raw, str(file))

    def review(self, raw: bytes, name: str) -> ReviewResult:
        examined = self.checks.look(raw, name)
        heaviest = max((one.severity for one in examined.every_finding), default=0)
        return ReviewResult(self.reduce(examined, name), heaviest)

    def reduce(
        self, examined: ExaminedSubmission | UnreadableFile, name: str
    ) -> ReviewedSubmission | UnreviewedFile:
        """Reduce a submission to its facts, without the values that cannot be read."""
        if isinstance(examined, ExaminedSubmission):
            return review_submission(examined, name, self.for_letters)
        from eoi.readable_rest import examine_rest  # late: most files can be read

        wanted = self.checks.wanted.of(Path(name)) if self.checks.wanted else None
        rest = examine_rest(examined, self.checks.round, self.checks.form, wanted)
        if rest is None:
            return review_submission(examined, name, self.for_letters)
        return add_unread(review_submission(rest, name, self.for_letters), examined)

    def rest(self, _file: Path, _code: int) -> None:
        """Return None, since no part of a review can be left out."""

    def prepare(self) -> None:
        load_catalogue()
        self.review(LEAST, "")


def review_files(paths: Sequence[Path], options: ReviewOptions) -> int:
    """Review the files, and return 0, or 1 if a finding is as severe as `--fail-on`.

    Raise `CannotRun` if there is nothing to review.
    """
    if options.fail_on not in BY_NAME:
        raise name_unknown_choice("severity", options.fail_on, list_severity_words())
    letters = take_letter_choices(options)
    work = plan_review(options)
    inputs = find_submission_files(paths, "reviewed", list_left_out(options))
    if options.list_files:
        say("\n".join(map(str, inputs.files)))
        return CANNOT_RUN if inputs.failures else 0
    with AnswerSpool() as spool:
        return review_inputs(inputs, work, options, spool, letters)


def review_inputs(
    inputs: Inputs,
    work: ReviewWork,
    options: ReviewOptions,
    spool: AnswerSpool,
    letters: LetterChoices | None,
) -> int:
    """Review all files, write the reports on them, and return the exit code."""
    batch = Batch[ReviewResult](list(inputs.files), inputs.failures)
    found, heaviest, once = list[ReviewedSubmission | UnreviewedFile](), 0, ValuesOnce()
    with batch.results(work, options.jobs, WORTH_SHARING["review"]) as results:
        for result in results:
            found.append(keep_little(result.found, spool, once))
            heaviest = max(heaviest, result.heaviest)
    if not found:
        raise CannotRun("no file could be read, so there is nothing to review")
    overview = review_round(found, USUAL_ROUND, work.checks.round)
    if options.since:
        from eoi.cli.versions import find_changes  # late: few reviews compare

        overview = replace(overview, changes=tuple(find_changes(options.since, list(inputs.files))))
    overview = replace(overview, assessed=take_back(split_file_names(options.assessed), overview.submissions))
    write_review(overview, list(inputs.files), options.output, options.force)
    failed = answer_submissions(overview, letters, options) if letters else 0
    return max(batch.code, failed, int(heaviest >= BY_NAME[options.fail_on] and not options.exit_zero))


def take_letter_choices(options: ReviewOptions) -> LetterChoices | None:
    """Return the choices for the letters, or None without letters.

    Raise `CannotRun` for a wrong choice.
    """
    if not (options.letters or options.formats or options.templates or options.letterhead):
        return None
    from eoi.cli.review_letters import LetterOptions, choose_letters  # late: few reviews write letters

    return choose_letters(
        LetterOptions(options.letters, options.formats, options.templates, options.letterhead)
    )


def answer_submissions(overview: Overview, letters: LetterChoices, options: ReviewOptions) -> int:
    """Write a letter for each submission, and return the exit code."""
    from eoi.cli.review_letters import write_letters  # late: as above

    return write_letters(overview, letters, options.output, options.force, options.jobs)


def plan_review(options: ReviewOptions) -> ReviewWork:
    """Return the work to do on each file, as for `eoi check`. Raise `CannotRun` for an unknown name."""
    checks = CheckOptions(
        None, (), options.fail_on, options.round, None, "never", None, configuration=options.configuration
    )
    return ReviewWork(make_check_work(checks), options.letters)


def list_left_out(options: ReviewOptions) -> LeftOutPatterns | None:
    """Return the patterns of files to leave out of folders, or None without a configuration."""
    if options.configuration is None:
        return None
    from eoi.organisation.rule_preferences import read_left_out  # late: most calls have no configuration

    return read_left_out(options.configuration)


def keep_little(
    found: ReviewedSubmission | UnreviewedFile, spool: AnswerSpool, once: ValuesOnce
) -> ReviewedSubmission | UnreviewedFile:
    """Return a submission with its answers moved into the temporary file, and its values shared."""
    if isinstance(found, UnreviewedFile):
        return found
    return replace(once.share(found), answers=spool.keep(found.answers))
