"""A submission to fill in: every field of the model, or the most important, each with its question.

It is written from the model itself, so that it cannot lack a field or explain it differently.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from textwrap import wrap

from eoi.findings import Severity
from eoi.new_file.known import KnownValues, collect_known
from eoi.new_file.wanted import list_binding_requirements, list_short_fields
from eoi.reference import Ccg
from eoi.rounds.model import Round
from eoi.submission import MARKDOWN
from eoi.submission.model import Submission
from eoi.submission.part import Field, Part

WIDTH = 96
FUNCTIONS = "scope.functions"
INTRODUCTION = """\
yaml-language-server: $schema=eoi.schema.json
{title}

In answer to {invitation}.

Write after each colon; leave empty what you do not know yet. `eoi build` drafts the documents from
whatever is there, and names what is missing. Delete the comments, and any field you do not need.

  amounts       £220m, £79.4k, £4.7 million or 220,000,000: printed as you write them
  dates         2014-06-20, 20 June 2014, June 2014, 2014/15 or 2014
  yes or no     yes, no
  lists         one line for each item, beginning with a dash; copy a whole group to add another
  nothing       posts: none, where there is nothing to list; an empty list is still to come
  long text     below the line that ends in |, indented; Markdown: - for bullets, **bold**
  quotation     put a value in "double quotes" if it holds a colon followed by a space

For an editor that completes and explains the fields, run: eoi schema -o eoi.schema.json

Required: found in public papers about the invitation. Recommended: seen in a submission, or deduced.
"""
IN_SHORT = """\
{title}
In answer to {invitation}.

What is required or recommended. Write after each colon, or below a line that ends in |, indented; leave
empty what you do not know yet. Copy a group that begins with a dash to add another.
`eoi new` without --short writes every field there is, with its question.
"""
ROWS_IN_SHORT = """\
yes, no or part for each: {id: estates, in_scope: yes, comment: "How it works", risk: "What can go wrong"}
"""
# The fields of later rows of the round's functions. The first row shows every field.
ROW = ("function", "id", "in_scope", "lead", "forum", "comment", "risk")


def write_new_file(round_: Round, form: str, name: str | None, *ccgs: Ccg, short: bool = False) -> str:
    """Write a submission to fill in for a round and a form, with the published facts of the CCGs."""
    writer = NewFileWriter(
        collect_known(round_, form, name, ccgs),
        {one.path: one.severity for one in list_binding_requirements(round_, form)},
        list_sections_by_field(round_),
        round_.function_names,
        list_short_fields(round_, form) if short else None,
    )
    introduction = IN_SHORT if short else INTRODUCTION
    head = write_comment_lines(introduction.format(title=round_.title, invitation=round_.invitation))
    return "\n".join([*head, *writer.top()]) + "\n"


def write_comment_lines(text: str, indent: str = "") -> list[str]:
    """Write a text as lines of comment."""
    return [f"{indent}# {line}".rstrip() for line in text.rstrip("\n").split("\n")]


@dataclass(frozen=True, slots=True)
class NewFileWriter:
    """A writer of a file to fill in.

    `only` holds the fields of a short form, or is None. A `later` item of a list repeats no questions.
    """

    known: KnownValues
    weights: dict[str, Severity]
    sections: dict[str, list[str]]
    functions: dict[str, str]
    only: frozenset[str] | None = None
    later: bool = False

    def top(self) -> Iterator[str]:
        """Yield the fields of the file itself, with the sections that they answer."""
        for name, field in Submission.by_written.items():
            if not self.is_wanted(name):
                continue
            if self.only is None or field.part or name in ("round", "summary"):
                yield ""
            if name in self.sections and self.only is None:
                yield from write_comment_lines(f"{', '.join(self.sections[name])}")
            yield from self.field(field, name, "")

    def is_wanted(self, path: str) -> bool:
        """Tell whether the file has the field at a path."""
        if self.later and path.startswith(f"{FUNCTIONS}[]."):
            return path.rpartition(".")[2] in ROW
        return self.only is None or path in self.only or bool(self.known.values.get(path))

    def field(self, field: Field, path: str, indent: str) -> Iterator[str]:
        """Yield a field with its question above it and its parts below."""
        question, name = f"{field.question}{self.weight(path)}", field.written
        if not self.later and (self.only is None or field.kind is MARKDOWN):
            yield from (f"{indent}# {line}" for line in wrap(question, WIDTH - len(indent) - 2))
        if field.part is None:
            yield from self.value(field, path, indent)
        elif path == FUNCTIONS and self.only is not None:
            yield from self.functions_in_short(name, indent)
        elif field.is_list:
            yield f"{indent}{name}:"
            yield from self.items(field.part, path, indent)
        else:
            yield f"{indent}{name}:"
            yield from self.fields(field.part, path, f"{indent}  ")

    def items(self, part: type[Part], path: str, indent: str) -> Iterator[str]:
        """Yield one item to fill in, or one for each that is known."""
        for number, row in enumerate(self.known.rows.get(path, [{}])):
            one = replace(self, known=KnownValues(self.known.values | row, self.known.rows))
            if number:
                one = replace(one, later=True)
            yield from write_as_item(one.fields(part, f"{path}[]", f"{indent}    "), indent)

    def functions_in_short(self, name: str, indent: str) -> Iterator[str]:
        """Yield a line for each function of the round's list, with its name beside its id."""
        yield from write_comment_lines(ROWS_IN_SHORT, indent)
        yield f"{indent}{name}:"
        for one, called in self.functions.items():
            yield f"{indent}  - {{id: {one}, in_scope: }}  # {called}"

    def fields(self, part: type[Part], path: str, indent: str) -> Iterator[str]:
        """Yield the fields of a group."""
        for name, field in part.by_written.items():
            if self.is_wanted(f"{path}.{name}"):
                yield from self.field(field, f"{path}.{name}", indent)

    def value(self, field: Field, path: str, indent: str) -> Iterator[str]:
        """Yield a field that holds a value or a list of values."""
        values = self.known.values.get(path) or [""]
        if field.is_list:
            yield f"{indent}{field.written}:"
            yield from (f"{indent}  - {value}".rstrip() for value in values)
        elif field.kind is MARKDOWN:
            yield f"{indent}{field.written}: |"
        else:
            yield f"{indent}{field.written}: {values[0]}".rstrip()

    def weight(self, path: str) -> str:
        """Return the weight of an answer as words behind its question; return an empty text for advice."""
        weight = self.weights.get(path, Severity.ADVICE)
        return f" ({weight.words.request})" if weight > Severity.ADVICE else ""


def list_sections_by_field(round_: Round) -> dict[str, list[str]]:
    """Return the labels of the sections that each top-level field answers."""
    found: dict[str, list[str]] = {}
    for section in round_.sections:
        for part, _ in section.places:
            for requirement in part.requirements:
                labels = found.setdefault(requirement.path.split(".")[0].removesuffix("[]"), [])
                if section.label not in labels:
                    labels.append(section.label)
    return found


def write_as_item(lines: Iterator[str], indent: str) -> Iterator[str]:
    """Yield the lines of a group as a list item, with a dash before the first field."""
    dashed = False
    for line in lines:
        if not dashed and not line.lstrip().startswith("#"):
            dashed = True
            yield f"{indent}  - {line.strip()}"
        else:
            yield line
