"""The findings in the cases of rules, of which several tests look at the same."""

from __future__ import annotations

from functools import cache

from eoi.examined import ExaminedSubmission
from eoi.findings import Finding
from eoi.pipeline import examine


@cache
def judge_case(text: str) -> tuple[bool, tuple[Finding, ...]]:
    """Return whether a text can be read as a submission, and what is found in it."""
    examined = examine(text.encode(), "case.yaml")
    return isinstance(examined, ExaminedSubmission), examined.findings
