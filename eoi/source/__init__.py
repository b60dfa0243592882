"""Reading of bytes as a tree of values with their places. Nothing else in the program parses YAML."""

from __future__ import annotations

from functools import cached_property

import yaml

from eoi.findings import Finding, sort_findings_by_place
from eoi.frozen_value import FrozenValue
from eoi.parse_errors import NO_ANSWERS, NO_FIELDS, NO_TEXT
from eoi.parse_errors.yaml import DEEP_NESTING, YAML_SYNTAX
from eoi.source.decoding import NotText, decode
from eoi.source.nodes import Mapping, Names, is_empty, list_no_names
from eoi.source.tree import CannotGoOn, build_tree

__all__ = ["Source", "load"]


class Source(FrozenValue):
    """One file as read.

    `tree` is None if no field of the file could be read. `lost` holds the numbers of the lines that a slip
    made unreadable: the tree has nothing of them.
    """

    name: str
    text: str
    raw: bytes
    tree: Mapping | None
    findings: tuple[Finding, ...]
    lost: tuple[int, ...] = ()

    @cached_property  # each paper states it in several places
    def digest(self) -> str:
        import hashlib  # late: it brings a large library, and few reports tell the digest

        return hashlib.sha256(self.raw).hexdigest()


def load(raw: bytes, name: str, names: Names = list_no_names) -> Source:
    """Read one submission; return errors in it as findings, never as an exception.

    `names` lists the fields that the file may hold, to guess the meaning of a slip.
    """
    try:
        text, typed, findings = decode(raw)
    except NotText as problem:
        return Source(name, problem.shown, raw, None, (problem.finding,))
    tree, findings, lost = read_tree(text, typed, findings, names)
    return Source(name, text, raw, tree, sort_findings_by_place(findings), lost)


Tree = tuple[Mapping | None, list[Finding], tuple[int, ...]]


def read_tree(text: str, typed: bytes, findings: list[Finding], names: Names) -> Tree:
    """Return the tree, the findings together with those added here, and the numbers of the lines left out.

    `typed` is the text in UTF-8.
    """
    refused: list[Finding] = []
    try:
        root = build_tree(text, refused, names, typed)
    except CannotGoOn as stop:
        return None, [*findings, *refused, stop.finding], ()
    except (yaml.YAMLError, ValueError, OverflowError, LookupError) as problem:
        return recover_tree(text, problem, refused, findings, names)
    findings += refused
    if root is None or is_empty(root):
        return None, findings or [(NO_ANSWERS if text.strip() else NO_TEXT).at()], ()
    if not isinstance(root, Mapping):
        from eoi.source.parser_error import make_span_of_character  # late: few files hold no field

        return None, [*findings, NO_FIELDS.at(make_span_of_character(root.span.start))], ()
    return root, findings, ()


def recover_tree(
    text: str, problem: Exception, refused: list[Finding], findings: list[Finding], names: Names
) -> Tree:
    """Read as much as possible of a text at which the parser stopped."""
    # late: a file without slips has no use for these
    from eoi.source.parser_error import make_span_of_character, read_parser_error
    from eoi.source.recovery import recover

    if "nesting depth" in str(problem):  # newer parsers stop by themselves, before `MAX_DEPTH` is reached
        place = make_span_of_character(read_parser_error(problem, text).at)
        return None, [*findings, *refused, DEEP_NESTING.at(place)], ()
    found = recover(text, problem, refused, names)
    tree = found.root if isinstance(found.root, Mapping) and not is_empty(found.root) else None
    reported = {finding.span.start.line for finding in findings}
    new = [
        one for one in found.findings if one.rule != YAML_SYNTAX.name or one.span.start.line not in reported
    ]
    return tree, [*findings, *new], found.lost
