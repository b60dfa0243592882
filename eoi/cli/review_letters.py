"""Write the letters of a review, one for each submission, and overwrite none that somebody filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from eoi.cli.batch.run import FileFailure
from eoi.cli.formats import DraftFile, Formats, chosen_formats
from eoi.cli.output.documents import deliver
from eoi.cli.own_templates import chosen_templates, make_document
from eoi.cli.problems import CannotRun
from eoi.cli.terminal import say, tell
from eoi.document.blocks import Document
from eoi.document.templates import Templates
from eoi.reports.totals import count_noun
from eoi.review.letters import make_letter
from eoi.review.overview import Overview
from eoi.review.submissions import Reviewed
from eoi.rounds import load_round

FOLDER = "letters"


class LetterChoices(NamedTuple):
    """The formats of the letters and the templates that make them."""

    formats: Formats
    templates: Templates


def choose_letters(wanted: bool, formats: Sequence[str], templates: Path | None) -> LetterChoices | None:
    """Return what the letters are made of; None where none are wanted, and `CannotRun` for a wrong choice."""
    if wanted:
        return LetterChoices(chosen_formats(formats), chosen_templates(templates))
    if formats or templates:
        raise CannotRun("--format and --templates are for letters; add --letters")
    return None


def write_letters(overview: Overview, choices: LetterChoices, output: Path, force: bool) -> int:
    """Write a letter for each submission; return 2 where a format of one of them failed."""
    troubles = list[FileFailure]()
    for one, stem in zip(overview.submissions, name_letters(overview.submissions), strict=True):
        told = overview.assessed.of(one.file)
        letter = make_document(choices.templates, partial(letter_for, one, told))
        drafts = draft_letter(letter, choices.formats, output / FOLDER, stem, troubles)
        for line in deliver(drafts, force, each=False):
            tell(line)
    for trouble in troubles:
        tell(f"eoi: {trouble.message}")
    for reason in choices.formats.left_out.values():
        tell(f"eoi: {reason}")
    say(f"{count_noun(len(overview.submissions), 'letter', 'letters')} written: {output / FOLDER}")
    return 2 if troubles else 0


def letter_for(one: Reviewed, scores: Sequence[Mapping[str, str]], templates: Templates) -> Document:
    """Make the letter of a submission with these templates."""
    return make_letter(one, load_round(one.round), templates, scores)


def draft_letter(
    letter: Document, formats: Formats, folder: Path, stem: str, troubles: list[FileFailure]
) -> list[DraftFile]:
    """Write a letter in each format; the one that another program sets is written beside the others."""
    begun = formats.begin_external(letter)
    here = formats.write_here(letter)
    return list(formats.drafts(here, begun, folder, stem, troubles))


def name_letters(submissions: Sequence[Reviewed]) -> list[str]:
    """Return a file name for each letter: that of its submission, with a number where two share it."""
    names, used = list[str](), dict[str, int]()
    for one in submissions:
        stem = Path(one.file).stem
        used[stem] = used.get(stem, 0) + 1
        names.append(stem if used[stem] == 1 else f"{stem}-{used[stem]}")
    return names
