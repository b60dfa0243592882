"""The stages from the bytes of a file to all results about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eoi import rule_facts
from eoi.bounding import bound_findings, join_findings
from eoi.checklist.requirements import judge_requirements
from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.findings import Finding, Severity, has_errors
from eoi.ignore_comments import find_ignore_comments, idle_comments, set_aside_findings
from eoi.parse_errors.values import (
    MISSING_FIELD,
    NO_SUCH_FORM,
    NO_SUCH_FUNCTION,
    NO_SUCH_ROUND,
    UNKNOWN_FUNCTION,
    UNKNOWN_ROUND,
    WRONG_VALUE,
)
from eoi.parse_errors.yaml import NOT_COMPARED, SWALLOWED_ITEM, YAML_SYNTAX
from eoi.rounds import UnknownRoundError, known_rounds, load_round
from eoi.rounds.model import Round
from eoi.rule_facts import drop_echoes
from eoi.rules import find_problems, list_rule_names
from eoi.rules.case import Case
from eoi.source import Source, load
from eoi.source.cut_values import join_cut_values
from eoi.source.nodes import Mapping, Path
from eoi.source.paths import value_span
from eoi.submission.kinds import quote
from eoi.submission.model import Submission
from eoi.submission.part import replace
from eoi.submission.paths import Lookup, find_places
from eoi.submission.placeholders import restore_placeholders
from eoi.submission.reading import clear_placeholders, read_submission

if TYPE_CHECKING:
    from eoi.preferences import Preferences


def examine(
    raw: bytes,
    name: str,
    round_name: str | None = None,
    form: str | None = None,
    wanted: Preferences | None = None,
) -> ExaminedSubmission | UnreadableFile:
    """Examine a file completely.

    `round_name` and `form` judge it as a submission for another round or form. `wanted` has an organisation's
    preferences about the rules.
    """
    source = load(raw, name, list_fields_at)
    if source.tree is None:
        return UnreadableFile(source, bound_findings(source.findings))
    tree, cut = join_typed_values(source.tree, source.text)
    submission, problems = read_submission(tree)
    problems = drop_fields_in_lost_lines(problems, source)
    findings = [*source.findings, *cut, *problems]
    own = (submission.round, submission.form) if submission else ("", "")
    if submission:
        submission = replace(submission, round=round_name or submission.round, form=form or submission.form)
    round_ = find_round(submission, tree, findings) if submission else None
    if submission and round_:
        findings += find_unknown_functions(submission, round_, tree)
    if submission is None or round_ is None or has_errors(findings):
        also: tuple[Finding, ...] = (NOT_COMPARED.at(),)
        findings = drop_echoes_of_slips(findings)
        if submission and round_ and not source.lost and has_only_slips(findings):
            also = judge_submission(source, tree, submission, round_, own, wanted).findings
        return UnreadableFile(source, bound_findings(findings), also)
    return judge_submission(source, tree, submission, round_, own, wanted)


def join_typed_values(tree: Mapping, text: str) -> tuple[Mapping, list[Finding]]:
    """Join what YAML read as several values and a person typed as one, and report each cut."""
    return join_cut_values(restore_placeholders(tree, text), text, list_fields_at)


def list_fields_at(path: Path) -> tuple[str, ...]:
    """Return the names of the fields that a group of the submission can hold."""
    from eoi.submission.vocabulary import fields_at  # late: only files with slips in them need it

    return fields_at(path)


SLIPS = frozenset((YAML_SYNTAX.name, SWALLOWED_ITEM.name))
ECHOES = frozenset((WRONG_VALUE.name, UNKNOWN_ROUND.name, UNKNOWN_FUNCTION.name))


def drop_echoes_of_slips(findings: list[Finding]) -> list[Finding]:
    """Return findings without those that only repeat a slip on the same line.

    A value that YAML cannot read is no amount either.
    """
    slips = {finding.span.start.line for finding in findings if finding.rule in SLIPS}
    return [one for one in findings if one.rule not in ECHOES or one.span.start.line not in slips]


def has_only_slips(findings: list[Finding]) -> bool:
    """Tell whether every error is a slip in YAML that loses no field, so that the rest can be judged."""
    return all(finding.rule == YAML_SYNTAX.name for finding in findings if finding.severity is Severity.ERROR)


def drop_fields_in_lost_lines(problems: tuple[Finding, ...], source: Source) -> tuple[Finding, ...]:
    """Return the findings without those on missing fields that may be in lines which could not be read."""
    if not source.lost:
        return problems
    lines = source.text.split("\n")
    return tuple(
        one for one in problems if one.rule != MISSING_FIELD.name or not may_be_lost(one, source, lines)
    )


def may_be_lost(missing: Finding, source: Source, lines: list[str]) -> bool:
    """Tell whether a field is in lines that were left out, or just above them with nothing else below it."""
    name = missing.path.split(".")[-1]
    below = range(missing.span.start.line + 1, len(lines) + 1)
    next_line = next((number for number in below if lines[number - 1].strip()), 0)
    is_above = lines[missing.span.start.line - 1].lstrip(" -").startswith(f"{name}:")
    return (is_above and next_line in source.lost) or any(name in lines[number - 1] for number in source.lost)


def judge_submission(
    source: Source,
    tree: Mapping,
    submission: Submission,
    round_: Round,
    own: tuple[str, str],
    wanted: Preferences | None = None,
) -> ExaminedSubmission:
    """Judge a submission against its round. `own` has the round and the form that the file itself names."""
    comments = find_ignore_comments(source)
    submission, placeholders = clear_placeholders(submission)
    lookup = Lookup(submission)
    checklist = judge_requirements(submission, round_, tree, comments, lookup)
    found = find_problems(Case(submission, round_, tree, checklist, source.text, placeholders, lookup))
    kept, aside = set_aside_findings(found, comments)
    causes = drop_echoes(kept, (one.finding for one in aside))
    used = {comment for one in aside for comment in one.comments} | checklist.used
    # Comments are for the file's own round; in another they may have no effect.
    is_own = (submission.round, submission.form) == own
    idle = idle_comments(comments, used, list_rule_names()) if is_own else ()
    shown = [*causes, *idle]
    if wanted:
        shown = wanted.choose(shown)
    return ExaminedSubmission(
        source,
        submission,
        round_,
        checklist,
        bound_findings(join_findings(shown)),
        rule_facts,
        tuple(aside),
    )


def find_round(submission: Submission, tree: Mapping, findings: list[Finding]) -> Round | None:
    """Return the round that a submission names, in the plural for several CCGs.

    Report a round that is unknown or does not offer the form, and return None.
    """
    try:
        round_ = load_round(submission.round)
    except UnknownRoundError:
        findings.append(report_unknown_round(submission.round, tree))
        return None
    if submission.form not in round_.offers:
        findings.append(report_form_not_asked(submission, round_, tree))
        return None
    return round_.for_several if len(submission.applicants) > 1 else round_


def report_unknown_round(name: str, tree: Mapping) -> Finding:
    """Return the finding for an unknown round, with the nearest name."""
    from eoi.rounds.choice import nearest_round  # late, since it reads every round

    meant = f" (did you mean `{near}`?)" if (near := nearest_round(name)) else ""
    return NO_SUCH_ROUND.at(
        value_span(tree, ("round",)),
        name=quote(name),
        rounds=", ".join(known_rounds()),
        meant=meant,
        path="round",
    )


def report_form_not_asked(submission: Submission, round_: Round, tree: Mapping) -> Finding:
    """Return the finding for a form that the round does not offer."""
    return NO_SUCH_FORM.at(
        value_span(tree, ("form",)),
        round=round_.id,
        form=submission.form,
        forms=", ".join(round_.offers),
        path="form",
    )


ID_PATHS = ("scope.functions[].id", "scope.tables[].functions[].id", "governance.reserved_decisions[].id")


def find_unknown_functions(submission: Submission, round_: Round, tree: Mapping) -> list[Finding]:
    """Return a finding for each id that is not in the round's catalogue of functions."""
    known = round_.function_names
    found = [
        (path, name)
        for pattern in ID_PATHS
        for path, name in find_places(submission, pattern)
        if name is not None and name not in known
    ]
    if not found:
        return []
    from eoi.submission.vocabulary import find_spelt_alike  # late, as above

    return [
        NO_SUCH_FUNCTION.at(
            value_span(tree, path),
            name=quote(name),
            help=f"Did you mean `{near}`?"
            if (near := find_spelt_alike(name, known))
            else f"Use one of the functions: {', '.join(known)}.",
        )
        for path, name in found
    ]
