"""From a file's bytes to everything that is known about it: the stages in a row, each handing on a value."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from eoi.checklist import Checklist, judge
from eoi.findings import Finding, error, has_errors, in_file_order
from eoi.rounds import UnknownRoundError, known_rounds, load_round
from eoi.rounds.model import Round
from eoi.source import Source, load
from eoi.source.nodes import Mapping, value_span
from eoi.submission.model import Submission
from eoi.submission.paths import places
from eoi.submission.reading import read


@dataclass(frozen=True, slots=True)
class Examined:
    """A submission that can be built, what its round asks of it, and what is still to do."""

    source: Source
    submission: Submission
    round: Round
    checklist: Checklist

    @property
    def findings(self) -> tuple[Finding, ...]:
        return in_file_order(self.checklist.findings)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that is not a submission, and every reason why."""

    source: Source
    findings: tuple[Finding, ...]


def examine(raw: bytes, name: str) -> Examined | Unreadable:
    source = load(raw, name)
    if source.tree is None:
        return Unreadable(source, source.findings)
    submission, problems = read(source.tree)
    findings = [*source.findings, *problems]
    round_ = find_round(submission, source.tree, findings) if submission else None
    if submission and round_:
        findings += unknown_functions(submission, round_, source.tree)
    if submission is None or round_ is None or has_errors(findings):
        return Unreadable(source, in_file_order(findings))
    return Examined(source, submission, round_, judge(submission, round_, source.tree))


def find_round(submission: Submission, tree: Mapping, findings: list[Finding]) -> Round | None:
    try:
        return load_round(submission.round)
    except UnknownRoundError:
        known = ", ".join(known_rounds())
        findings.append(
            error(
                "unknown-round",
                f"There is no round '{submission.round}'.",
                value_span(tree, ("round",)),
                help=f"The rounds known are: {known}.",
                path="round",
            )
        )
        return None


ID_PATHS = ("scope.functions[].id", "scope.tables[].functions[].id", "governance.reserved_decisions[].id")


def unknown_functions(submission: Submission, round_: Round, tree: Mapping) -> list[Finding]:
    known = round_.function_names
    found = [(path, name) for pattern in ID_PATHS for path, name in places(submission, pattern)]
    return [
        error(
            "unknown-function",
            f"There is no function '{name}' in the catalogue.",
            value_span(tree, path),
            help=f"Did you mean `{near[0]}`?"
            if (near := get_close_matches(name, known, n=1))
            else f"The functions are: {', '.join(known)}.",
        )
        for path, name in found
        if name is not None and name not in known
    ]
