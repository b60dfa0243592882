"""An examined file, which documents, reports and commands share."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from eoi.bounding import bound_findings
from eoi.checklist import Checklist, Gap
from eoi.findings import Finding
from eoi.frozen_value import FrozenValue
from eoi.rounds.model import Round
from eoi.source import Source
from eoi.submission.model import Submission

if TYPE_CHECKING:
    from eoi.ignore_comments import SetAside


class RuleFacts(Protocol):
    """The facts about rules that a document needs, so that it does not import the rules."""

    def why(self, rule: str) -> str: ...
    def question(self, finding: Finding) -> str: ...
    def question_to_settle(self, finding: Finding) -> str: ...
    def sort_by_weight(self, findings: Iterable[Finding]) -> tuple[Finding, ...]: ...


class ExaminedSubmission(FrozenValue):
    """A submission that can be built, with the requirements of its round and its findings in file order."""

    source: Source
    submission: Submission
    round: Round
    checklist: Checklist
    findings: tuple[Finding, ...]
    rules: RuleFacts
    set_aside: tuple[SetAside, ...] = ()

    @property
    def every_finding(self) -> tuple[Finding, ...]:
        return self.findings

    @cached_property
    def reported_gaps(self) -> frozenset[tuple[str, str]]:
        """Return the rule and the path of each finding about a missing answer."""
        return frozenset(map(find_rule_and_path, self.checklist.open_gaps))

    @property
    def missing_answers(self) -> tuple[Finding, ...]:
        """Return the findings about missing answers, to complete or to consider."""
        return tuple([one for one in self.findings if self.is_missing_answer(one)])

    @cached_property
    def other_findings(self) -> tuple[Finding, ...]:
        """Return the findings about answers that the file has."""
        return tuple([one for one in self.findings if not self.is_missing_answer(one)])

    def is_missing_answer(self, finding: Finding) -> bool:
        """Tell whether a finding is about a missing answer."""
        return (finding.rule, finding.path) in self.reported_gaps

    @property
    def findings_on_the_document(self) -> tuple[Finding, ...]:
        """Return the other findings without those on redactions.

        A draft withholds nothing, so its readers cannot ask about what the public would not see.
        """
        return tuple([one for one in self.other_findings if not is_on_redactions(one)])


def is_on_redactions(finding: Finding) -> bool:
    """Tell whether a finding is about what the file withholds from the public."""
    return finding.path.startswith("redactions")


def find_rule_and_path(gap: Gap) -> tuple[str, str]:
    """Return the rule and the path of the finding that reports a gap."""
    return gap.requirement.rule, gap.spot.path


class UnreadableFile(FrozenValue):
    """A file that is not a submission, with all the reasons. `also` holds its other findings."""

    source: Source
    findings: tuple[Finding, ...]
    also: tuple[Finding, ...] = ()

    @property
    def every_finding(self) -> tuple[Finding, ...]:
        return bound_findings([*self.findings, *self.also])
