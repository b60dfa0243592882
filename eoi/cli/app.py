"""The command line: its commands, and what ends them.

The functions behind the commands import late, so that `--help` and `--version` cost no more than they show.
Their annotations are no strings, because Typer would evaluate each of them twice.
"""

from pathlib import Path
from typing import Annotated

import typer

from eoi import __version__
from eoi.cli.problems import CannotRun
from eoi.cli.terminal import flush, tell

app = typer.Typer(
    name="eoi",
    help="Draft expressions of interest for primary care co-commissioning, and their checklists.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


Jobs = Annotated[
    int | None,
    typer.Option(
        min=0,
        metavar="N",
        help="Processes to use; 0 for one for each core. [default: one for each core where it pays]",
    ),
]


def show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"eoi {__version__}")
        raise typer.Exit


@app.callback()
def eoi(
    version: Annotated[
        bool,
        typer.Option("--version", callback=show_version, is_eager=True, help="Show the version and stop."),
    ] = False,
) -> None:
    pass


@app.command(short_help="Draft the documents of each FILE.")
def build(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Submissions, or folders of them.")],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="DIR", help="The folder to write to.")
    ] = Path("build"),
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="docx,pdf,...", help="docx, html, md, odt, pdf. [default: all]"),
    ] = None,
    final: Annotated[
        bool, typer.Option("--final", help="Make a document to sign, or say what it still lacks.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite documents that somebody has changed, too.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; say which documents are missing or out of date.")
    ] = False,
    templates: Annotated[
        Path | None,
        typer.Option(
            "--templates", metavar="DIR", help="Your own templates, in place of those of their name."
        ),
    ] = None,
    letterhead: Annotated[
        Path | None,
        typer.Option("--letterhead", metavar="FILE.docx", help="Your own Word template, for its look."),
    ] = None,
    jobs: Jobs = None,
) -> None:
    """Draft the documents: an expression of interest and its checklist for each FILE."""
    from eoi.cli.build import BuildOptions, build_files

    options = BuildOptions(
        output,
        tuple(formats or ()),
        final=final,
        force=force,
        check=check,
        templates=templates,
        letterhead=letterhead,
        jobs=jobs,
    )
    raise typer.Exit(build_files(files, options))


@app.command(short_help="Show every problem, and what to do.")
def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Submissions, or folders of them.")],
    format_: Annotated[
        str | None,
        typer.Option(
            "--format", help="full, concise, json, github, sarif, junit or markdown. [default: full]"
        ),
    ] = None,
    output_file: Annotated[
        Path | None, typer.Option(help="A second report; its ending says which: .json .sarif .xml .md .txt")
    ] = None,
    fail_on: Annotated[
        str, typer.Option(help="Exit with 1 from this severity: error, warning, suggestion.")
    ] = "error",
    order: Annotated[
        str | None,
        typer.Option(help="weight (the worst first) or file. [default: weight in full and markdown]"),
    ] = None,
    round_: Annotated[str | None, typer.Option("--round", help="Check against this round instead.")] = None,
    form: Annotated[str | None, typer.Option(help="Check as this form instead.")] = None,
    colour: Annotated[str, typer.Option("--color", help="auto, always or never.")] = "auto",
    jobs: Jobs = None,
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite an output that eoi did not write, too.")
    ] = False,
) -> None:
    """Show every problem, at its line, and what to do about it."""
    from eoi.cli.check import CheckOptions, check_files

    options = CheckOptions(format_, output_file, fail_on, round_, form, colour, jobs, force, order)
    raise typer.Exit(check_files(files, options))


@app.command()
def rules(
    format_: Annotated[str, typer.Option("--format", help="text, json or markdown.")] = "text",
) -> None:
    """List what is checked."""
    from eoi.cli.rules_command import list_rules

    raise typer.Exit(list_rules(format_))


@app.command(short_help="Say what a rule checks, and why.")
def explain(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="A rule's name, as a finding shows it.")],
    format_: Annotated[str, typer.Option("--format", help="text, json or markdown.")] = "text",
) -> None:
    """Say what a rule checks, why, and how to pass it."""
    from eoi.cli.rules_command import explain as explain_rule

    raise typer.Exit(explain_rule(rule, format_))


@app.command(short_help="Write a commented FILE to fill in.")
def new(
    file: Annotated[Path, typer.Argument(metavar="FILE.yaml", help="The file to write.")],
    form: Annotated[
        str | None, typer.Option(help="influence, joint or delegated. [default: joint, where it is offered]")
    ] = None,
    round_: Annotated[str, typer.Option("--round", help="The round to answer: eoi rounds.")] = "2014",
    name: Annotated[
        str | None, typer.Option(help="The CCG's name: fills in what is published about it.")
    ] = None,
    code: Annotated[
        list[str] | None,
        typer.Option(help="The CCG's code, such as 11E, instead; 11E,11M for a joint bid."),
    ] = None,
    short: Annotated[bool, typer.Option("--short", help="Only what is required or recommended.")] = False,
) -> None:
    """Write a commented FILE to fill in, with a question for each field."""
    from eoi.cli.new import NewOptions, new_file

    raise typer.Exit(new_file(file, NewOptions(form, round_, name, tuple(code or ()), short)))


@app.command(short_help="List the CCGs, with their codes.")
def ccgs(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]", help="Of a name, code, council or area team.")
    ] = None,
    format_: Annotated[str, typer.Option("--format", help="text, json or markdown.")] = "text",
) -> None:
    """List the CCGs of October 2014 with their codes; with WORDS, those that all of them speak of."""
    from eoi.cli.lists import list_ccgs

    raise typer.Exit(list_ccgs(" ".join(words or ()), format_))


@app.command(short_help="List the rounds, with their dates.")
def rounds(
    format_: Annotated[str, typer.Option("--format", help="text, json or markdown.")] = "text",
) -> None:
    """List the rounds that a submission can answer: forms, invitation, deadline and start."""
    from eoi.cli.rounds import list_rounds

    raise typer.Exit(list_rounds(format_))


@app.command(short_help="List the functions of a scope table.")
def functions(
    round_: Annotated[str, typer.Option("--round", help="The round to answer.")] = "2014",
    format_: Annotated[str, typer.Option("--format", help="text, json or markdown.")] = "text",
) -> None:
    """List the functions that a scope table can name, with the id of each."""
    from eoi.cli.lists import list_functions

    raise typer.Exit(list_functions(round_, format_))


@app.command(short_help="Print the JSON Schema, for editors.")
def schema(
    output_file: Annotated[Path | None, typer.Option("-o", "--output", help="Write it to this file.")] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite an output that eoi did not write, too.")
    ] = False,
) -> None:
    """Print the JSON Schema of a submission, for editors that complete and explain fields."""
    from eoi.cli.schema import write_schema

    raise typer.Exit(write_schema(output_file, force))


def run() -> int:
    """The exit code: 0 done, 1 the file falls short, 2 the command could not run, 3 a defect of eoi."""
    try:
        code = code_of_call()
        flush()
    except CannotRun as problem:
        tell(*problem.shown.split("\n")[:-1], f"eoi: {problem}")
        return 2
    return code


def code_of_call() -> int:
    try:
        app()
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 1
    return 0
