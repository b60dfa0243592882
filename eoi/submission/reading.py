"""The located tree to a submission, with every error of the file in one run."""

from __future__ import annotations

import typing
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from eoi.findings import Finding, error
from eoi.source.nodes import Mapping, Path, nearest, path_text, plain, value_span
from eoi.submission.model import Submission

EXAMPLES = {
    "round": "round: 2014",
    "form": "form: joint",
    "applicants": "applicants:` and, below it, `  - name: NHS ... CCG",
    "name": "name: NHS ... CCG",
}


def read(tree: Mapping) -> tuple[Submission | None, tuple[Finding, ...]]:
    try:
        return Submission.model_validate(plain(tree)), ()
    except ValidationError as failure:
        problems = failure.errors(include_url=False, include_input=False)
        return None, tuple(as_finding(problem, tree) for problem in problems)


def as_finding(problem: Any, tree: Mapping) -> Finding:
    path: Path = problem["loc"]
    match problem["type"]:
        case "extra_forbidden":
            return unknown_field(path, tree)
        case "missing":
            return missing_field(path, tree)
        case "value_error":
            return misread(path, tree, str(problem["ctx"]["error"]))
        case "tuple_type":
            return misread(path, tree, "this is a list: begin each item on its own line with '- '")
        case "model_type" | "model_attributes_type" | "dict_type":
            return misread(path, tree, f"this is a group of fields: {some_fields(path)}")
        case _:
            return misread(path, tree, problem["msg"])


def unknown_field(path: Path, tree: Mapping) -> Finding:
    name, known = str(path[-1]), fields_at(path[:-1])
    near = get_close_matches(name, known, n=1, cutoff=0.6)
    where = f" in `{path_text(path[:-1])}`" if len(path) > 1 else ""
    return error(
        "unknown-field",
        f"There is no field `{name}`{where}.",
        nearest(tree, path),
        help=f"Did you mean `{near[0]}`?" if near else f"The fields here are: {', '.join(known)}.",
        path=path_text(path),
    )


def missing_field(path: Path, tree: Mapping) -> Finding:
    name = str(path[-1])
    return error(
        "missing-field",
        f"`{path_text(path)}` is missing, and nothing can be built without it.",
        nearest(tree, path),
        help=f"Add `{EXAMPLES.get(name, name + ': ...')}`.",
        path=path_text(path),
    )


def misread(path: Path, tree: Mapping, complaint: str) -> Finding:
    return error(
        "wrong-value",
        f"`{path_text(path)}` cannot be read: {complaint}.",
        value_span(tree, path),
        path=path_text(path),
    )


def some_fields(path: Path) -> str:
    return ", ".join(f"`{name}:`" for name in fields_at(path)[:3])


def fields_at(path: Path) -> tuple[str, ...]:
    """The names that may be written in the part of the model that `path` leads to."""
    model = model_at(path)
    return tuple(field.alias or name for name, field in model.model_fields.items()) if model else ()


def model_at(path: Path) -> type[BaseModel] | None:
    model: type[BaseModel] | None = Submission
    for name in (part for part in path if isinstance(part, str)):
        if model is None:
            return None
        fields = {field.alias or key: field for key, field in model.model_fields.items()}
        model = part_of(fields[name].annotation) if name in fields else None
    return model


def part_of(annotation: Any) -> type[BaseModel] | None:
    """The model inside an annotation such as `tuple[Post, ...]` or `Budget | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in typing.get_args(annotation) if (found := part_of(inner))), None)
