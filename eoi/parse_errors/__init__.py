"""The errors that stop a file from being read in one table: name, message, help and page of each.

The stages before the rules find them. A new error is one entry: its name and page, and then each message with
its help, in the module of the stage that finds it.
"""

from __future__ import annotations

from importlib import import_module

from eoi.findings import START, Finding, LabelledPlace, Severity, Span
from eoi.frozen_value import FrozenValue

STAGES = ("text", "yaml", "values")
"""The modules whose entries stop a file from being read, in the order in which their stages run."""


class ParseError(FrozenValue):
    """An error that stops a file from being read: its name in findings, and its page for `eoi explain`."""

    name: str
    summary: str
    why: str
    weight: Severity = Severity.ERROR
    family: str = "reading"

    def message(self, message: str, help: str, weight: Severity | None = None) -> ParseMessage:
        """Add a message for this error. `{name}` in it or in its help is replaced by a word of the file."""
        return ParseMessage(self, message, help, weight or self.weight)


class ParseMessage(FrozenValue):
    """One of the ways in which an error occurs, with its message and its advice."""

    error: ParseError
    message: str
    help: str
    weight: Severity

    def at(
        self,
        span: Span | None = None,
        *,
        path: str = "",
        related: LabelledPlace | None = None,
        **words: object,
    ) -> Finding:
        """Make the finding for a place. Without a span it is about the whole file."""
        message, help_ = self.message.format(**words), self.help.format(**words)
        return Finding(self.error.name, self.weight, message, span or START, help_, path, related)


def parse_errors() -> tuple[ParseError, ...]:
    """List every error that stops a file from being read, in the order of the table."""
    return tuple(entry for stage in STAGES for entry in entries_of(stage))


def final_errors() -> tuple[ParseError, ...]:
    """List the errors that stop only `eoi build --final`."""
    return entries_of("final")


def entries_of(stage: str) -> tuple[ParseError, ...]:
    """List the entries of a module in their order."""
    module = import_module(f"{__name__}.{stage}")
    return tuple(entry for entry in vars(module).values() if isinstance(entry, ParseError))
