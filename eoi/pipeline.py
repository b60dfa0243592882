"""The stages from the bytes of a file to all results about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from typing import TYPE_CHECKING

from eoi import rule_facts
from eoi.bounding import bound_findings, join_findings
from eoi.checklist.requirements import judge_requirements
from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.findings import Finding, has_errors
from eoi.parse_errors.yaml import NOT_COMPARED
from eoi.rounds import UnknownRoundError, load_round
from eoi.rounds.model import Round
from eoi.rule_facts import drop_echoes
from eoi.rules import find_problems, list_rule_names
from eoi.rules.case import Case
from eoi.source import Source, load
from eoi.source.nodes import Mapping, Path
from eoi.submission.model import Submission
from eoi.submission.part import replace
from eoi.submission.paths import Lookup, find_places
from eoi.submission.placeholders import restore_placeholders
from eoi.submission.reader import read_part
from eoi.submission.reading import clear_placeholders, read_submission

if TYPE_CHECKING:
    from eoi.ignore_comments import IgnoreComment, SetAside
    from eoi.preferences import Preferences


Find = Callable[[Case], Iterable[Finding]]
"""A function that asks the rules about a case, as `find_problems` does."""


def examine(
    raw: bytes,
    name: str,
    round_name: str | None = None,
    form: str | None = None,
    wanted: Preferences | None = None,
    find: Find = find_problems,
) -> ExaminedSubmission | UnreadableFile:
    """Examine a file completely.

    `round_name` and `form` judge it as a submission for another round or form. `wanted` has an organisation's
    preferences about the rules. `find` asks the rules.
    """
    source = load(raw, name, list_fields_at)
    if source.tree is None:
        return UnreadableFile(source, bound_findings(source.findings))
    tree, cut = join_typed_values(source.tree, source.text)
    submission, problems = read_submission(tree)
    if source.lost:
        from eoi.file_errors import (
            drop_fields_in_lost_lines,  # late: most files are read and judged as a whole
        )

        problems = drop_fields_in_lost_lines(problems, source)
    findings = [*source.findings, *cut, *problems]
    own = (submission.round, submission.form) if submission else ("", "")
    if submission and (round_name or form):
        submission = replace(submission, round=round_name or own[0], form=form or own[1])
    round_ = find_round(submission, tree, findings) if submission else None
    findings += find_errors_of_the_round(submission, round_, tree, round_name)
    if submission is None or round_ is None or has_errors(findings):
        from eoi.file_errors import drop_echoes_of_slips, has_only_slips

        also: tuple[Finding, ...] = (NOT_COMPARED.at(),)
        findings = drop_echoes_of_slips(findings)
        if submission and round_ and not source.lost and has_only_slips(findings):
            also = judge_submission(source, tree, submission, round_, own, wanted, find).findings
        return UnreadableFile(source, bound_findings(findings), also)
    return judge_submission(source, tree, submission, round_, own, wanted, find)


def join_typed_values(tree: Mapping, text: str) -> tuple[Mapping, list[Finding]]:
    """Join what YAML read as several values and a person typed as one, and report each cut."""
    tree = restore_placeholders(tree, text)
    if "{" not in text:
        return tree, []
    from eoi.source.cut_values import join_cut_values  # late: few files have values in braces

    return join_cut_values(tree, text, list_fields_at)


def list_fields_at(path: Path) -> tuple[str, ...]:
    """Return the names of the fields that a group of the submission can hold."""
    from eoi.submission.vocabulary import list_field_names_at  # late: only files with slips in them need it

    return list_field_names_at(path)


def judge_submission(
    source: Source,
    tree: Mapping,
    submission: Submission,
    round_: Round,
    own: tuple[str, str],
    wanted: Preferences | None = None,
    find: Find = find_problems,
) -> ExaminedSubmission:
    """Judge a submission against its round. `own` has the round and the form that the file itself names."""
    comments = list_ignore_comments(source)
    submission, placeholders = clear_placeholders(submission)
    lookup = Lookup(submission)
    checklist = judge_requirements(submission, round_, tree, comments, lookup)
    found = find(Case(submission, round_, tree, checklist, source.text, placeholders, lookup))
    kept, aside = separate_findings(found, comments)
    causes = drop_echoes(kept, (one.finding for one in aside))
    used = {comment for one in aside for comment in one.comments} | checklist.used
    # Comments are for the file's own round; in another they may have no effect.
    is_own = (submission.round, submission.form) == own
    idle = list_idle_comments(comments, used) if is_own else ()
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


def list_ignore_comments(source: Source) -> tuple[IgnoreComment, ...]:
    """Return the comments of a file that set findings aside."""
    if "eoi:" not in source.text:
        return ()
    from eoi.ignore_comments import find_ignore_comments  # late: few files set findings aside

    return find_ignore_comments(source)


def separate_findings(
    found: Iterable[Finding], comments: tuple[IgnoreComment, ...]
) -> tuple[list[Finding], list[SetAside]]:
    """Return the findings that no comment sets aside, and those that a comment does."""
    if not comments:
        return list(found), []
    from eoi.ignore_comments import set_aside_findings

    return set_aside_findings(found, comments)


def list_idle_comments(comments: tuple[IgnoreComment, ...], used: Set[object]) -> Iterable[Finding]:
    """Return a finding for each comment without an effect."""
    if not comments:
        return ()
    from eoi.ignore_comments import report_every_idle_comment

    return report_every_idle_comment(comments, used, list_rule_names())


def find_round(submission: Submission, tree: Mapping, findings: list[Finding]) -> Round | None:
    """Return the round that a submission names, in the plural for several CCGs.

    Report a round that is unknown or does not offer the form, and return None.
    """
    try:
        round_ = load_round(submission.round)
    except UnknownRoundError:
        from eoi.file_errors import report_unknown_round

        findings.append(report_unknown_round(submission.round, tree))
        return None
    if submission.form not in round_.offers:
        from eoi.file_errors import report_form_not_asked

        findings.append(report_form_not_asked(submission, round_, tree))
        return None
    return round_.for_several if len(submission.applicants) > 1 else round_


def find_errors_of_the_round(
    submission: Submission | None, round_: Round | None, tree: Mapping, round_name: str | None
) -> list[Finding]:
    """Return the errors on functions that the round does not know, and in what can be read of other files."""
    if submission is None:
        return find_errors_of_rest(tree, round_name)
    return find_unknown_functions(submission, round_, tree) if round_ else []


def find_errors_of_rest(tree: Mapping, round_name: str | None) -> list[Finding]:
    """Return the errors on the round and on functions in a file that has values which cannot be read.

    Without them, a person would learn of these errors only after fixing the others.
    """
    rest = read_part(Submission, tree, (), [])
    name: str = round_name or rest.given.get("round") or ""
    try:
        return find_unknown_functions(rest, load_round(name), tree) if name else []
    except UnknownRoundError:
        from eoi.file_errors import report_unknown_round  # late, as above

        return [report_unknown_round(name, tree)]


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
    from eoi.file_errors import report_unknown_functions  # late, as above

    return report_unknown_functions(found, known, tree)
