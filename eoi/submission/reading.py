"""The conversion of a file's tree to a submission. All errors of the file are reported in one run."""

from __future__ import annotations

from eoi.findings import Finding
from eoi.source.nodes import Mapping
from eoi.submission.model import Submission
from eoi.submission.nameless import find_empty_strangers
from eoi.submission.reader import ReadingProblem, read_part


def read_submission(tree: Mapping) -> tuple[Submission | None, tuple[Finding, ...]]:
    """Return the submission, or None if it cannot be read, with each problem as a finding."""
    problems = list[ReadingProblem]()
    submission = read_part(Submission, tree, (), problems)
    strangers = find_empty_strangers(tree)
    if not problems and not strangers:
        return submission, ()
    from eoi.submission.reading_problems import describe_problems  # late: most files have none

    found = describe_problems(problems, strangers, tree)
    return None if problems else submission, tuple(found)
