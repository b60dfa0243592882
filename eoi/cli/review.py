"""`eoi review`: examine every submission of a folder, and write the pages and tables of the round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from eoi.cli.batch.input_files import submissions_in
from eoi.cli.batch.run import Batch, FileFailure
from eoi.cli.check_one import LEAST
from eoi.cli.choices import severities
from eoi.cli.output.atomic_files import OutputFile, read_input, write_all
from eoi.cli.output.overwriting import refuse_to_overwrite
from eoi.cli.problems import CannotRun, unknown_choice
from eoi.cli.terminal import say
from eoi.findings import Severity
from eoi.pipeline import examine
from eoi.review.data import write_csv, write_json
from eoi.review.overview import Overview, review_round
from eoi.review.page import write_pages
from eoi.review.submissions import NotReviewed, Reviewed, review_submission

if TYPE_CHECKING:
    from eoi.configuration.model import Configuration

WORTH_SHARING = 24  # files; what fewer take is less than what it costs to start the workers
BY_NAME = {severity.word: severity for severity in Severity} | {one.label: one for one in Severity}
KINDS = {".html": "review", ".json": "json", ".csv": "round"}
USUAL_ROUND = "2014"  # what a folder without one readable file is taken to answer


@dataclass(frozen=True, slots=True)
class ReviewOptions:
    """The options of one call, as typed."""

    output: Path
    force: bool
    fail_on: str
    jobs: int | None
    configuration: Configuration | None = None


class ReviewResult(NamedTuple):
    """The part of a file that a review keeps, and the weight of its worst finding."""

    found: Reviewed | NotReviewed
    heaviest: int
    troubles: tuple[FileFailure, ...] = ()


class ReviewWork:
    """The work of reviewing every file; workers share it."""

    may_kill = False

    def __call__(self, file: Path) -> ReviewResult:
        return self.review(read_input(file), str(file))

    def review(self, raw: bytes, name: str) -> ReviewResult:
        examined = examine(raw, name)
        heaviest = max((one.severity for one in examined.every_finding), default=0)
        return ReviewResult(review_submission(examined, name), heaviest)

    def rest(self, _file: Path, _code: int) -> None:
        """Return None: no part of a review can be left out."""

    def prepare(self) -> None:
        self.review(LEAST, "")


def review_files(paths: Sequence[Path], options: ReviewOptions) -> int:
    """0 where no submission has a finding of the weight of `--fail-on`, else 1; raises `CannotRun`."""
    if options.fail_on not in BY_NAME:
        raise unknown_choice("severity", options.fail_on, severities())
    inputs = submissions_in(paths, "reviewed")
    batch = Batch[ReviewResult](list(inputs.files), inputs.troubles)
    with batch.results(ReviewWork(), options.jobs, WORTH_SHARING) as results:
        found = list(results)
    if not found:
        raise CannotRun("no file could be read, so there is nothing to review")
    overview = review_round([one.found for one in found], USUAL_ROUND)
    write_review(overview, list(inputs.files), options)
    heaviest = max(one.heaviest for one in found)
    return max(batch.code, int(heaviest >= BY_NAME[options.fail_on]))


def write_review(overview: Overview, inputs: Sequence[Path], options: ReviewOptions) -> None:
    """Write all pages and tables of a review, or none where one of them would overwrite another's file."""
    written = write_pages(overview) | {"round.json": write_json(overview), "round.csv": write_csv(overview)}
    outputs = [OutputFile(options.output / name, text.encode()) for name, text in written.items()]
    for output in outputs:
        refuse_to_overwrite(output.path, KINDS[output.path.suffix], inputs, options.force)
    write_all(outputs)
    number, unread = len(overview.submissions), len(overview.not_reviewed)
    rest = f", and {unread} cannot be read" if unread else ""
    say(f"{number:,} {'submission' if number == 1 else 'submissions'} reviewed{rest}: {outputs[0].path}")
