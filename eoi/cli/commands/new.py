"""The command `eoi new`, which writes a commented file to fill in.

The help shows every command, so each function imports what it writes with.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eoi.cannot_run import CannotRun, write_as_typed
from eoi.cli.command import (
    CONFIGURED,
    Command,
    CommandOption,
    CommandWords,
    list_known_forms,
    list_round_names,
)
from eoi.cli.terminal import tell
from eoi.frozen_value import FrozenValue

if TYPE_CHECKING:
    from eoi.files import OutputFile
    from eoi.reference import Ccg

CONTENT, ANSWERED = "What the file holds", "What it answers"
OTHERS = {".docx": "a Word document", ".doc": "a Word document", ".xlsx": "a workbook", ".pdf": "a PDF"}
MOST_NAMED = 5


class NewOptions(FrozenValue):
    """The options of a call, as typed."""

    form: str | None = None
    round: str = "2014"
    name: str | None = None
    codes: tuple[str, ...] = ()
    short: bool = False
    workbook: bool = False


def write_blank_submission(file: Path, options: NewOptions) -> int:
    """Write a submission to fill in.

    Raise `CannotRun` if the file exists or the CCG is not clear.
    """
    from eoi.files import OutputFile, write_new
    from eoi.new_file import write_new_file
    from eoi.rounds.choice import choose_form, load_named_round

    refuse_other_endings(file)
    chosen = load_named_round(options.round)
    form = choose_form(chosen, options.form)
    name, ccgs = choose_ccgs(file, options)
    text = write_new_file(chosen, form, name, *ccgs, short=options.short)
    beside = [make_workbook_beside(file, text.encode())] if options.workbook else []
    for output in (*beside, OutputFile(file, text.encode())):
        write_new(output)
    tell(f"wrote {file}; fill it in, then run: eoi build {write_as_typed(file)}")
    for output in beside:
        name = write_as_typed(output.path)
        tell(
            f"wrote {name}, the same as a workbook; then run: eoi import {name} --into {write_as_typed(file)}"
        )
    return 0


def make_workbook_beside(file: Path, raw: bytes) -> OutputFile:
    """Return the workbook of a new file, with the same name.

    Raise `CannotRun` if either exists already.
    """
    from eoi.examined import ExaminedSubmission
    from eoi.files import OutputFile
    from eoi.pipeline import examine
    from eoi.workbook.export import export_workbook, require_library

    require_library()
    if file.exists():
        raise CannotRun(f"{file} is there already; choose another name")
    examined = examine(raw, file.name)
    assert isinstance(examined, ExaminedSubmission), "a new file can be read"
    return OutputFile(file.with_suffix(".xlsx"), export_workbook(examined, file.name))


def refuse_other_endings(file: Path) -> None:
    """Raise `CannotRun` for any ending but that of YAML.

    No other command would find the file.
    """
    from eoi.files.input_files import ENDINGS

    if file.suffix.lower() in ENDINGS:
        return
    if not file.name or file.is_dir():
        raise CannotRun(f"{file} is a folder; type: eoi new {write_as_typed(file / 'our-ccg.yaml')}")
    is_ending = file.suffix.lower() in OTHERS
    instead = file.with_suffix(".yaml") if is_ending else file.with_name(f"{file.name}.yaml")
    why = f"would not be {OTHERS[file.suffix.lower()]}" if is_ending else "does not end in .yaml"
    raise CannotRun(f"{file} {why}: what you fill in is YAML; type: eoi new {write_as_typed(instead)}")


def choose_ccgs(file: Path, options: NewOptions) -> tuple[str | None, Sequence[Ccg]]:
    """Return the name to write, or None, and the CCGs whose published facts go into the file."""
    from eoi.reference.names import find_ccgs_by_name, find_nearest_few, require_ccg, split_codes

    ccgs = list(dict.fromkeys(require_ccg(code) for code in split_codes(options.codes)))
    if options.name is None or ccgs:
        return options.name, ccgs
    found = find_ccgs_by_name(options.name)
    if len(found) == 1:
        tell(f"took {found[0].code}, {found[0].name}, from the published list")
        return None, found
    if near := found or find_nearest_few(options.name):
        raise refuse_unclear_name(file, options.name, near, bool(found))
    tell(f"there is no CCG like '{options.name}' in the published list (eoi ccgs): the name stands as typed")
    return options.name, ()


def refuse_unclear_name(file: Path, name: str, near: Sequence[Ccg], several: bool) -> CannotRun:
    """Return the error for a name that can mean several CCGs or none, which lists the nearest CCGs."""
    lines = [f"  {one.code}  {one.name}" for one in near[:MOST_NAMED]]
    if len(near) > MOST_NAMED:
        lines.append(f"  and {len(near) - MOST_NAMED} more: eoi ccgs {write_as_typed(name)}")
    which = f"'{name}' can mean several CCGs" if several else f"no CCG is called '{name}'"
    shown = "".join(f"{line}\n" for line in lines)
    return CannotRun(
        f"{which}; type the code that you mean: eoi new {write_as_typed(file)} --code CODE", shown
    )


def run(words: list[str], options: dict[str, Any]) -> int:
    return write_blank_submission(Path(words[0]), NewOptions(**options))


COMMAND = Command(
    "new",
    "Write a commented file to fill in.",
    "Write a commented file to fill in, with a question for each field.",
    ("eoi new our-ccg.yaml --code 11E", "eoi new our-ccg.yaml --name bromley --form delegated"),
    run,
    CommandWords("FILE.yaml", "The file to write.", most=1),
    (
        CommandOption(
            "--code",
            "The CCG's code, such as 11E, to fill in what is published about it; 11E,11M for a joint bid.",
            "CODE",
            CONTENT,
            field="codes",
            several=True,
        ),
        CommandOption("--name", "The CCG's name, instead of its code.", "WORDS", CONTENT),
        CommandOption("--short", "Only what is required or recommended.", group=CONTENT),
        CommandOption("--workbook", "Write a workbook to fill in as well, beside the file.", group=CONTENT),
        CommandOption(
            "--form",
            "{choices}. [default: joint, where it is offered]",
            "FORM",
            ANSWERED,
            choices=list_known_forms,
        ),
        CommandOption(
            "--round",
            "The round to answer: {choices}.",
            "ROUND",
            ANSWERED,
            default="2014",
            setting="round",
            choices=list_round_names,
        ),
        *CONFIGURED,
    ),
)
