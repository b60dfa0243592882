"""Rounds that an organisation adds, from files like those in this folder."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from eoi.cannot_run import CannotRun
from eoi.findings import Finding
from eoi.rounds import FUNCTIONS, add_round, extend_fields, list_shipped_rounds, load_fields
from eoi.rounds.model import Round, read_round
from eoi.source import load
from eoi.source.nodes import convert_to_plain
from eoi.submission.model import Submission
from eoi.submission.part import Part
from eoi.submission.vocabulary import find_nearest_field

ENDINGS = (".yaml", ".yml")


class OwnRoundError(ValueError):
    """An error for a file that is no round, with the reason in one line."""


@cache
def load_rounds(path: Path) -> tuple[str, ...]:
    """Add the rounds of a file or a folder once, and return their names.

    Raise `CannotRun` if they are unusable.
    """
    try:
        return add_own_rounds(path)
    except OwnRoundError as problem:
        raise CannotRun(str(problem)) from None


def add_own_rounds(path: Path) -> tuple[str, ...]:
    """Add the round in a file, or all rounds in a folder, and return their names."""
    files = [path] if path.is_file() else list(list_files(path))
    return tuple(add_own_round(file) for file in files)


def list_files(folder: Path) -> Iterator[Path]:
    """Yield the YAML files in a folder of rounds, or raise `OwnRoundError` if there are none."""
    if not folder.is_dir():
        raise OwnRoundError(f"{folder} is not there; rounds of your own are a YAML file or a folder of them")
    found = sorted(file for file in folder.iterdir() if file.suffix in ENDINGS)
    if not found:
        raise OwnRoundError(f"there is no YAML file in {folder}, so it holds no round")
    yield from found


def add_own_round(file: Path) -> str:
    """Add the round in a file, and return its name."""
    round_ = read_own_round(file)
    if round_.id in list_shipped_rounds():
        raise OwnRoundError(f"{file}: there is a round {round_.id} already; give yours another `id`")
    add_round(round_)
    return round_.id


def read_own_round(file: Path) -> Round:
    """Return the round in a file, or raise `OwnRoundError` with its first mistake."""
    try:
        source = load(file.read_bytes(), str(file))
    except OSError as problem:
        raise OwnRoundError(f"{file} cannot be read: {(problem.strerror or str(problem)).lower()}") from None
    if source.findings or source.tree is None:
        raise OwnRoundError(name_first(file, source.findings))
    fields = convert_to_plain(source.tree)
    assert isinstance(fields, dict)
    try:
        found = read_round(extend_fields(fields) | load_fields(FUNCTIONS))
    except OSError:
        raise OwnRoundError(f"{file}: it extends a round that there is not; see eoi rounds") from None
    except (ValueError, LookupError, TypeError, AttributeError) as problem:
        raise OwnRoundError(f"{file} is not a round: {describe_problem(problem)}") from None
    for _, _, _, requirement in found.requirements:
        for path in (requirement.path, *requirement.or_path):
            if wrong := find_wrong_step(path):
                raise OwnRoundError(f"{file}: nothing can be asked at `{path}`: {wrong}")
    return found


def find_wrong_step(path: str) -> str:
    """Return why a path leads to no field of a submission, or an empty text if it leads to one."""
    model: type[Part] | None = Submission
    steps = path.split(".")
    for depth, step in enumerate(steps, start=1):
        name, is_each = step.removesuffix("[]"), step.endswith("[]")
        if model is None or name not in model.fields:
            names = tuple(one.removesuffix("[]") for one in steps[:depth])
            near = find_nearest_field(names)
            return f"there is no field `{name}`" + (f"; did you mean `{near}`?" if near else "")
        field = model.fields[name]
        if is_each and not field.is_list:
            return f"`{name}` is no list"
        model = field.part if is_each == field.is_list else None
    return ""


def describe_problem(problem: Exception) -> str:
    """Return a mistake in the fields of a round, in words."""
    if isinstance(problem, KeyError):
        return f"`{problem.args[0]}` is missing"
    return str(problem)


def name_first(file: Path, findings: tuple[Finding, ...]) -> str:
    """Return the first mistake in the YAML of a round, in words."""
    if not findings:
        return f"{file} is not a round: it holds no fields"
    first = findings[0]
    return f"{file}:{first.span.start.line}: {first.message} {first.help}".rstrip()
