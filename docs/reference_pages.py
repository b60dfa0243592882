"""The pages of the reference, made from the program: every field, function, command and template block.

`docs/generate.py` writes them. A test compares the pages, so that they cannot differ from the program.
"""

from __future__ import annotations

from collections.abc import Iterator

from eoi.cli.command import Command
from eoi.cli.commands import list_commands, load_command
from eoi.document.templating.template_blocks import read_template_blocks
from eoi.papers import find_templates_folder, list_papers
from eoi.rounds import list_known_rounds, load_round
from eoi.rules.weighing import list_requirements
from eoi.submission.part import Field
from eoi.submission.walk import list_every_field

KINDS = {
    "str": "text",
    "Money": "amount",
    "Count": "number",
    "Number": "number",
    "Share": "percentage",
    "Range": "number, or from one to another",
    "DateRange": "date",
}


def reference_pages() -> dict[str, str]:
    return {
        "fields.md": fields_page(),
        "functions.md": functions_page(),
        "commands.md": commands_page(),
        "blocks.md": blocks_page(),
    }


def blocks_page() -> str:
    """List the blocks of each template with their comments. A block inside another is indented."""
    lines = [
        "# Blocks of the templates",
        "",
        "A template of your own extends ours and takes the place of one block, or of several;",
        "[Your own templates](../templates.md) shows how, and lists the names that a block can use.",
    ]
    for kind in list_papers():
        for file in sorted((find_templates_folder() / kind).glob("*.html")):
            found = read_template_blocks(file.read_text(encoding="utf-8"))
            listed = [f"{'  ' * block.depth}- `{block.name}`: {block.words}" for block in found]
            if listed:
                lines += ["", f"## {kind}/{file.name}", "", *listed]
    return "\n".join(lines) + "\n"


def fields_page() -> str:
    lines = [
        "# Fields",
        "",
        "Every field of a submission, with the question it answers. `[]` stands for each item of a list.",
        "*Asked* names the rounds that ask for it, and how much an answer that is missing weighs there.",
        "Behind a round stand the forms of co-commissioning that are asked, if they are not all of them.",
        "",
        "| field | question | kind | asked |",
        "| --- | --- | --- | --- |",
    ]
    asked = asked_by_path()
    for steps, field in list_every_field():
        path = ".".join(steps) + ("[]" if field.is_list else "")
        lines.append(f"| `{path}` | {cell(field.question)} | {kind_of(field)} | {asked.get(path, '')} |")
    return "\n".join(lines) + "\n"


def kind_of(field: Field) -> str:
    words = ", ".join(f"`{word}`" for word in field.words)
    kind = words or ("group of fields" if isinstance(field.kind, type) else KINDS[field.kind.name])
    return f"list: {kind}" if field.is_list else kind


def asked_by_path() -> dict[str, str]:
    """Return the weight of each field by rounds: `required: 2014; recommended: 2015 (joint)`."""
    found: dict[str, dict[str, list[str]]] = {}
    for name in list_known_rounds():
        for one in list_requirements(load_round(name)):
            rounds = found.setdefault(one.path, {}).setdefault(one.severity.words.request.lower(), [])
            asked = f"{name} ({' and '.join(one.forms)})" if one.forms else name
            if asked not in rounds:
                rounds.append(asked)
    return {
        path: "; ".join(f"{weight}: {', '.join(names)}" for weight, names in weights.items())
        for path, weights in found.items()
    }


def functions_page() -> str:
    found = {one.id: one for name in list_known_rounds() for one in load_round(name).functions}
    lines = [
        "# Functions",
        "",
        "The functions of primary care commissioning that a scope table can name by `id`. `eoi functions`",
        "shows the same list.",
        "",
        "| id | function | group | certainty | source |",
        "| --- | --- | --- | --- | --- |",
        *(
            f"| `{one.id}` | {cell(one.function)} | {one.group.replace('_', ' ')} | {one.certainty} "
            f"| {cell(one.source)} |"
            for one in found.values()
        ),
    ]
    return "\n".join(lines) + "\n"


def commands_page() -> str:
    lines = [
        "# Commands",
        "",
        "`eoi help COMMAND` shows the same in a terminal.",
        "",
        "| exit code | meaning |",
        "| --- | --- |",
        "| 0 | all is done |",
        "| 1 | a file falls short |",
        "| 2 | the command could not run |",
        "| 3 | eoi itself has failed |",
        "| 129, 130, 143 | it was stopped: the terminal closed, Ctrl-C, SIGTERM |",
        "| 141 | the reader of its output has gone, as in `eoi check submissions \\| head -1` |",
    ]
    for name in list_commands():
        lines += command_section(load_command(name))
    return "\n".join(lines) + "\n"


def command_section(one: Command) -> Iterator[str]:
    """Yield what a command does, its options by group, and how it is called."""
    yield from ("", f"## eoi {one.name}", "", one.about, "", "```sh", *one.examples, "```")
    for title, members in one.groups():
        yield from ("", f"| {title.lower()} | what it does |", "| --- | --- |")
        yield from (f"| `{names}` | {cell(words)} |" for names, words in (one.help_row() for one in members))


def cell(text: str) -> str:
    return " ".join(text.split()).replace("|", r"\|")
