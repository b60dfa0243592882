"""A submission to fill in: every field of the model, with the question it answers.

It is written from the model itself, so that it can never lack a field or explain it differently.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Iterator
from textwrap import wrap
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from eoi.findings import Severity
from eoi.reference import Ccg
from eoi.rounds.model import Round
from eoi.submission.fields import Markdown
from eoi.submission.model import Submission

# What is known of a field already: one value, or one for each item of its list.
Values = dict[str, list[str]]

WIDTH = 96
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
  long text     below the line that ends in |, indented; Markdown: - for bullets, **bold**
  quotation     put a value in "double quotes" if it holds a colon followed by a space

For an editor that completes and explains the fields, run: eoi schema -o eoi.schema.json

Required: found in public papers about the invitation. Recommended: seen in a submission, or deduced.
"""


def starter(round_: Round, form: str, name: str | None, ccg: Ccg | None = None) -> str:
    values: Values = {
        "round": [round_.id],
        "form": [form],
        "status": ["draft"],
        "applicants[].name": [quoted(name or "[Full name of the CCG]")],
    }
    if ccg:
        known = published(ccg)
        values = known | values if name else values | known
    writer = Starter(round_, form, values)
    lines = [*comment(INTRODUCTION.format(title=round_.title, invitation=round_.invitation)), *writer.top()]
    return "\n".join(lines) + "\n"


def published(ccg: Ccg) -> Values:
    """What is known of a CCG, each value marked as a figure to confirm."""
    known = {
        "name": [quoted(ccg.name)],
        "code": [ccg.code],
        "area_team": [ccg.area_team],
        "population.registered": [f"{ccg.registered_population:,}"],
        "population.as_of": [ccg.population_date.isoformat()],
        "practices": [str(ccg.practices)],
        "local_authorities": list(ccg.local_authorities),
        "coterminous": [] if ccg.coterminous is None else ["yes" if ccg.coterminous else "no"],
    }
    mark = f"# published figure for {ccg.month}: confirm"
    return {f"applicants[].{path}": [f"{value}  {mark}" for value in lines] for path, lines in known.items()}


def quoted(text: str) -> str:
    """In double quotes, where JSON and YAML mean the same."""
    return json.dumps(text, ensure_ascii=False)


def comment(text: str, indent: str = "") -> list[str]:
    return [f"{indent}# {line}".rstrip() for line in text.rstrip("\n").split("\n")]


class Starter:
    def __init__(self, round_: Round, form: str, values: Values) -> None:
        self.values = values
        self.weights = {
            path: requirement.severity
            for section in round_.sections
            for part, _ in section.places
            for requirement in part.requirements
            if requirement.binds(form)
            for path in (requirement.path,)
        }
        self.sections = sections_by_field(round_)

    def top(self) -> Iterator[str]:
        for name, field in fields_of(Submission):
            yield ""
            if name in self.sections:
                yield from comment(f"{', '.join(self.sections[name])}")
            yield from self.field(name, field, name, "")

    def field(self, name: str, field: FieldInfo, path: str, indent: str) -> Iterator[str]:
        """A field with its question above it, and what it is made of below."""
        question = f"{field.description}{self.weight(path)}"
        yield from (f"{indent}# {line}" for line in wrap(question, WIDTH - len(indent) - 2))
        part, many = shape(field.annotation)
        if part is None:
            yield from self.value(name, field, path, indent, many)
        elif many:
            yield f"{indent}{name}:"
            yield from as_item(self.fields(part, f"{path}[]", f"{indent}    "), indent)
        else:
            yield f"{indent}{name}:"
            yield from self.fields(part, path, f"{indent}  ")

    def fields(self, part: type[BaseModel], path: str, indent: str) -> Iterator[str]:
        for name, field in fields_of(part):
            yield from self.field(name, field, f"{path}.{name}", indent)

    def value(self, name: str, field: FieldInfo, path: str, indent: str, many: bool) -> Iterator[str]:
        values = self.values.get(path) or [""]
        if many:
            yield f"{indent}{name}:"
            yield from (f"{indent}  - {value}".rstrip() for value in values)
        elif is_markdown(field):
            yield f"{indent}{name}: |"
        else:
            yield f"{indent}{name}: {values[0]}".rstrip()

    def weight(self, path: str) -> str:
        match self.weights.get(path):
            case Severity.ERROR:
                return " (Required)"
            case Severity.WARNING:
                return " (Recommended)"
            case _:
                return ""


def sections_by_field(round_: Round) -> dict[str, list[str]]:
    """Which sections of the document each top-level field answers."""
    found: dict[str, list[str]] = {}
    for section in round_.sections:
        for part, _ in section.places:
            for requirement in part.requirements:
                labels = found.setdefault(requirement.path.split(".")[0].removesuffix("[]"), [])
                if section.label not in labels:
                    labels.append(section.label)
    return found


def fields_of(part: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    yield from ((field.alias or name, field) for name, field in part.model_fields.items())


def shape(annotation: Any) -> tuple[type[BaseModel] | None, bool]:
    """The part that a field holds, if it holds one, and whether it holds several."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation, False
    origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is tuple:
        return shape(inner[0])[0], True
    if origin in (typing.Union, types.UnionType):
        return next(found for option in inner if option is not type(None) for found in [shape(option)])
    return None, False


def is_markdown(field: FieldInfo) -> bool:
    return Markdown in (field.annotation, *typing.get_args(field.annotation))


def as_item(lines: Iterator[str], indent: str) -> Iterator[str]:
    """Lines of a group as one item of a list: a dash before the first field."""
    dashed = False
    for line in lines:
        if not dashed and not line.lstrip().startswith("#"):
            dashed = True
            yield f"{indent}  - {line.strip()}"
        else:
            yield line
