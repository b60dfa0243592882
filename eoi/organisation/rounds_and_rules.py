"""The rounds and rules of an organisation, as a configuration or a call names them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from eoi.cannot_run import CannotRun, FileProblem
from eoi.rounds.own import load_rounds


@dataclass(frozen=True, slots=True)
class OwnRoundsAndRules:
    """The files and folders of rounds and rules.

    A worker that shares no memory with its parent loads them again.
    """

    rounds: tuple[Path, ...] = ()
    rules: tuple[Path, ...] = ()

    def load(self) -> None:
        """Load the rounds and rules into this process, once. Raise `CannotRun` if they are unusable."""
        for path in self.rounds:
            load_rounds(path)
        for path in self.rules:
            load_rules(path)


@cache
def load_rules(path: Path) -> None:
    """Add the rules in a folder, or those of installed packages."""
    from eoi.rules.own import GROUP, OwnRuleError, add_folder, add_installed  # late: few have rules

    try:
        if path.name == GROUP and not path.is_dir():
            add_installed()
        else:
            add_folder(path)
    except OwnRuleError as problem:
        raise CannotRun(str(problem)) from None


@contextmanager
def report_failing_rule(file: Path, done: str) -> Iterator[None]:
    """Report an error in one of the CCG's own rules, with the file that revealed it."""
    from eoi.rules.own import OwnRuleError

    try:
        yield
    except OwnRuleError as problem:
        raise FileProblem(f"{file} was not {done}: {problem}") from None


@contextmanager
def report_missing_template(file: Path) -> Iterator[None]:
    """Report a section of the CCG's own round that has no template."""
    from jinja2 import TemplateNotFound

    try:
        yield
    except TemplateNotFound as missing:
        raise FileProblem(
            f"{file} was not built: a section of its round has no template; add {missing.name} to --templates"
        ) from None
