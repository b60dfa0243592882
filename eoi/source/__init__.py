"""From bytes to a located tree. Nothing else in the program parses YAML."""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml

from eoi.findings import Finding, Span, error, in_file_order
from eoi.source.comment_slips import is_cause
from eoi.source.nodes import Mapping, without_blanks
from eoi.source.syntax import syntax_finding
from eoi.source.text import NotText, decode
from eoi.source.tree import CannotGoOn, build_tree
from eoi.source.trouble import one_character, trouble

__all__ = ["Source", "load"]


@dataclass(frozen=True, slots=True)
class Source:
    """One file as read. `tree` is missing where the file has no fields that could be read."""

    name: str
    text: str
    raw: bytes = field(repr=False)
    tree: Mapping | None
    findings: tuple[Finding, ...]

    @property
    def digest(self) -> str:
        import hashlib  # late: it brings a large library, and few reports tell the digest

        return hashlib.sha256(self.raw).hexdigest()


def load(raw: bytes, name: str) -> Source:
    """Read one submission; what is wrong with it comes back as findings, never as an exception."""
    try:
        text, findings = decode(raw)
    except NotText as problem:
        return Source(name, problem.shown, raw, None, (problem.finding,))
    tree, findings = read_tree(text, findings)
    return Source(name, text, raw, tree, in_file_order(findings))


def read_tree(text: str, findings: list[Finding]) -> tuple[Mapping | None, list[Finding]]:
    """The tree, and `findings` with what was wrong in it."""
    try:
        root = build_tree(text, findings)
    except CannotGoOn as stop:
        return None, [*findings, stop.finding]
    except (yaml.YAMLError, ValueError, OverflowError, LookupError) as problem:
        return None, unless_told(findings, problem, text)
    filled = without_blanks(root) if root is not None else None
    if filled is None:
        return None, findings or [nothing_here(text)]
    if not isinstance(filled, Mapping):
        return None, [*findings, not_fields(one_character(filled.span.start))]
    return filled, findings


def unless_told(findings: list[Finding], problem: Exception, text: str) -> list[Finding]:
    """What was refused on a line, or lost to a comment, is also why YAML stumbles there: `*note this` is one
    mistake, not two."""
    syntax, known = syntax_finding(problem, text), trouble(problem, text)
    told = any(
        finding.span.start.line == syntax.span.start.line or is_cause(finding, known) for finding in findings
    )
    return findings if told else [*findings, syntax]


def nothing_here(text: str) -> Finding:
    message = "The file holds no answers yet." if text.strip() else "The file is empty."
    return error("empty-file", message, help="Start one with `eoi new FILE`.")


def not_fields(span: Span) -> Finding:
    return error(
        "not-a-submission",
        "This is not a submission: it should begin with fields such as `round: 2014`.",
        span,
        help="Start one with `eoi new FILE`.",
    )
