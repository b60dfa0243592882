"""From bytes to a located tree. Nothing else in the program parses YAML."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import yaml

from eoi.findings import Finding, Span, error
from eoi.source.nodes import Mapping, without_blanks
from eoi.source.syntax import syntax_finding
from eoi.source.text import decode
from eoi.source.tree import CannotGoOn, build_tree

__all__ = ["Source", "load"]


@dataclass(frozen=True, slots=True)
class Source:
    """One file as read. `tree` is missing where the file has no fields that could be read."""

    name: str
    text: str
    digest: str
    tree: Mapping | None
    findings: tuple[Finding, ...]


def load(raw: bytes, name: str) -> Source:
    """Read one submission; what is wrong with it comes back as findings, never as an exception."""
    text, findings = decode(raw)
    tree = None
    if text or not findings:
        tree, more = read_tree(text)
        findings += more
    return Source(name, text, hashlib.sha256(raw).hexdigest(), tree, tuple(findings))


def read_tree(text: str) -> tuple[Mapping | None, list[Finding]]:
    findings: list[Finding] = []
    try:
        root = build_tree(text, findings)
    except CannotGoOn as stop:
        return None, [*findings, stop.finding]
    except (yaml.YAMLError, ValueError, OverflowError, LookupError) as problem:
        return None, [*findings, syntax_finding(problem, text)]
    filled = without_blanks(root) if root is not None else None
    if filled is None:
        return None, findings or [nothing_here()]
    if not isinstance(filled, Mapping):
        return None, [*findings, not_fields(filled.span)]
    return filled, findings


def nothing_here() -> Finding:
    return error("empty-file", "The file is empty.", help="Start one with `eoi new FILE`.")


def not_fields(span: Span) -> Finding:
    return error(
        "not-a-submission",
        "This is not a submission: it should begin with fields such as `round: 2014`.",
        span,
        help="Start one with `eoi new FILE`.",
    )
