"""The letters of a review, one for each submission. A letter that somebody changed is never overwritten."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from eoi.cannot_run import CannotRun
from eoi.cli.batch import WORTH_SHARING, Batch
from eoi.cli.review_files import describe_old_letters
from eoi.cli.terminal import choose_width, say, tell
from eoi.document.templating.template_problems import make_with_templates
from eoi.document.templating.template_sources import Templates
from eoi.drafts.formats import NOTHING_LACKING, Formats, MissingFormats, choose_formats
from eoi.drafts.own_templates import choose_templates
from eoi.drafts.paper_names import fold_name
from eoi.drafts.places import deliver
from eoi.drafts.template_mistakes import report_template_mistakes
from eoi.frozen_value import FrozenValue
from eoi.plain_words import count_noun
from eoi.processes.failures import FileFailure, make_failure_of_process
from eoi.review.letters import make_letter
from eoi.review.overview import Overview
from eoi.review.submissions import ReviewedSubmission
from eoi.rounds import load_round

if TYPE_CHECKING:
    from eoi.document.blocks import Document

FOLDER = "letters"


class LetterOptions(FrozenValue):
    """The options of a call for letters, as typed."""

    wanted: bool = False
    formats: tuple[str, ...] = ()
    templates: Path | None = None
    letterhead: Path | None = None


class LetterChoices(FrozenValue):
    """The formats of the letters and the templates that make them."""

    formats: Formats
    templates: Templates


class PlannedLetter(FrozenValue):
    """A letter to write: the submission, its scores and remarks, and the name of its file."""

    submission: ReviewedSubmission
    scores: Sequence[Mapping[str, str]]
    stem: str


class LetterResult(FrozenValue):
    """The lines to print about a letter, and the reasons if it could not be written."""

    told: tuple[str, ...] = ()
    lacking: MissingFormats = NOTHING_LACKING
    failures: tuple[FileFailure, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LetterWork:
    """The work of writing the letters, each under the file that it answers.

    `stems` are the names of all letters, as `fold_name` returns them.
    """

    letters: Mapping[Path, PlannedLetter]
    choices: LetterChoices
    folder: Path
    force: bool
    stems: Container[str]
    failures: tuple[FileFailure, ...] = ()

    def __call__(self, file: Path) -> LetterResult:
        planned, formats = self.letters[file], self.choices.formats
        letter = formats.dress(self.make(planned))
        failures = list(self.failures)
        begun = formats.begin_external(letter)
        here = formats.write_here(letter)
        drafts = list(formats.drafts(here, begun, self.folder, planned.stem, failures))
        told = tuple(deliver(drafts, self.force, each=False, others=self.stems))
        return LetterResult(told, formats.lacking, tuple(failures))

    def make(self, planned: PlannedLetter) -> Document:
        templates = self.choices.templates
        with report_template_mistakes(templates, choose_width()):
            return make_with_templates(templates, partial(make_planned_letter, planned))

    @property
    def may_kill(self) -> bool:
        return self.choices.formats.has_external

    def rest(self, file: Path, code: int) -> LetterWork | None:
        """Return the same work without the formats that another program writes, or None if none is left."""
        left = self.choices.replace(formats=self.choices.formats.only_internal)
        if not left.formats.names:
            return None
        died = make_failure_of_process(f"the PDF of the letter for {file}", code)
        return replace(self, choices=left, failures=(died,))

    def prepare(self) -> None:
        """Load the templates.

        No format is written, since its library may not work after a fork.
        """
        self.make(next(iter(self.letters.values())))


def choose_letters(options: LetterOptions) -> LetterChoices | None:
    """Return the choices for the letters, or None without letters.

    Raise `CannotRun` for a wrong choice.
    """
    if options.wanted:
        formats = choose_formats(options.formats, options.letterhead)
        return LetterChoices(formats, choose_templates(options.templates, tell))
    if options.formats or options.templates or options.letterhead:
        raise CannotRun("--format, --templates and --letterhead are for letters; add --letters")
    return None


def write_letters(
    overview: Overview, choices: LetterChoices, output: Path, force: bool, jobs: int | None
) -> int:
    """Write a letter for each submission, on all cores, and return the exit code.

    It is 2 if a format of a letter failed.
    """
    letters = plan_letters(overview)
    stems = {planned.stem for planned in letters.values()}
    work = LetterWork(letters, choices, output / FOLDER, force, frozenset(map(fold_name, stems)))
    batch, told_once = Batch[LetterResult](list(letters)), dict[str, None]()
    with batch.results(work, jobs, WORTH_SHARING["letter"]) as results:
        for result in results:
            choices.formats.add_missing_styles(result.lacking.styles)
            told_once |= dict.fromkeys(result.lacking.formats)
            for line in result.told:
                tell(line)
    for line in (*told_once, *choices.formats.describe_letterhead()):
        tell(line)
    endings = {f".{ending.lstrip('.')}" for ending in choices.formats.endings}
    for line in describe_old_letters(output / FOLDER, stems, endings):
        tell(line)
    say(f"{count_noun(len(letters), 'letter', 'letters')} written: {output / FOLDER}")
    return batch.code


def plan_letters(overview: Overview) -> dict[Path, PlannedLetter]:
    """Return the letters to write, by the files that they answer.

    The answers of a submission are left out, since no letter prints them and each is sent to a worker.
    """
    stems = name_letters(overview.submissions)
    return {
        Path(one.file): PlannedLetter(replace(one, answers=()), overview.assessed.of(one.file), stem)
        for one, stem in zip(overview.submissions, stems, strict=True)
    }


def make_planned_letter(planned: PlannedLetter, templates: Templates) -> Document:
    """Make a letter with these templates."""
    one = planned.submission
    return make_letter(one, load_round(one.round), templates, planned.scores)


def name_letters(submissions: Sequence[ReviewedSubmission]) -> list[str]:
    """Return a file name for each letter: that of its submission, with a free number if two are the same."""
    stems = [Path(one.file).stem for one in submissions]
    taken, numbers = set(map(fold_name, stems)), dict[str, Iterator[int]]()
    return [name_letter(stem, taken, numbers) for stem in stems]


def name_letter(stem: str, taken: Container[str], numbers: dict[str, Iterator[int]]) -> str:
    """Return the name of a submission for its first letter, and with the next free number for others."""
    if (folded := fold_name(stem)) not in numbers:
        numbers[folded] = count(2)
        return stem
    return next(name for number in numbers[folded] if fold_name(name := f"{stem}-{number}") not in taken)
