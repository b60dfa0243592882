"""Two versions of a submission: their changes, and the findings that are new, fixed or unchanged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from eoi.changes.compare import compare
from eoi.changes.version_change import Level, VersionChange
from eoi.examined import ExaminedSubmission
from eoi.findings import Finding


@dataclass(frozen=True, slots=True)
class Diff:
    """The names of both files, the changes, and the findings.

    `came` holds the findings of the new version only, `went` those of the old version only, and `stayed` is
    the number of the others.
    """

    old: str
    new: str
    changes: tuple[VersionChange, ...]
    came: tuple[Finding, ...]
    went: tuple[Finding, ...]
    stayed: int

    @property
    def heaviest(self) -> Level | None:
        return max((change.level for change in self.changes), default=None)

    @property
    def counts(self) -> dict[Level, int]:
        """Return the number of changes of each level, the gravest level first."""
        found = Counter(change.level for change in self.changes)
        return {level: found[level] for level in reversed(Level)}


def diff_submissions(old: ExaminedSubmission, new: ExaminedSubmission) -> Diff:
    """Compare two readable versions of a submission."""
    came, went = drop_common(new.findings, old.findings)
    stayed = len(new.findings) - len(came)
    return Diff(old.source.name, new.source.name, compare(old, new), came, went, stayed)


def drop_common(
    new: Sequence[Finding], old: Sequence[Finding]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return the findings of each version that the other lacks.

    Two findings are the same if they have the same words, or the same rule at the same place with other
    figures.
    """
    for identity in (make_message_key, make_place_key):
        new, old = drop_known(new, old, identity), drop_known(old, new, identity)
    return tuple(new), tuple(old)


def drop_known(findings: Sequence[Finding], others: Sequence[Finding], identity: Identity) -> list[Finding]:
    """Return the findings that are not among the others. Two equal findings count as two."""
    known = Counter(map(identity, others))
    left = []
    for finding in findings:
        if known[identity(finding)]:
            known[identity(finding)] -= 1
        else:
            left.append(finding)
    return left


Identity = Callable[[Finding], tuple[str, str]]


def make_message_key(finding: Finding) -> tuple[str, str]:
    """Return the rule and the message as the key of a finding.

    They stay the same if the index of its item changes.
    """
    return finding.rule, finding.message


def make_place_key(finding: Finding) -> tuple[str, str]:
    """Return the rule and the place as the key of a finding.

    They stay the same if the figures in its message change.
    """
    return finding.rule, finding.key or finding.path
