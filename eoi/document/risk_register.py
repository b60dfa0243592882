"""Every risk that a submission names, once each: those of its functions, of its options and of concerns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from eoi.document.wording import lower_first, with_the
from eoi.rounds.model import Round
from eoi.submission.concerns import Concern
from eoi.submission.model import Submission
from eoi.submission.scope import Function


@dataclass(frozen=True, slots=True)
class RiskRow:
    """One risk: the fields that name it, where it arises, and what the file says of it."""

    places: tuple[str, ...]
    risk: str
    sources: tuple[str, ...]
    level: str = ""
    mitigation: str = ""

    def joined(self, other: RiskRow) -> RiskRow:
        """Return one row for the same risk named in two places."""
        return RiskRow(
            self.places + other.places,
            self.risk,
            tuple(dict.fromkeys(self.sources + other.sources)),
            self.level or other.level,
            self.mitigation or other.mitigation,
        )


def list_risks(submission: Submission, round_: Round) -> list[RiskRow]:
    """List the risks in the order of the document; one that is named in several places is one risk."""
    found: dict[str, RiskRow] = {}
    for row in every_risk(submission, round_):
        key = " ".join(row.risk.split()).rstrip(".").casefold()
        found[key] = found[key].joined(row) if key in found else row
    return list(found.values())


def every_risk(submission: Submission, round_: Round) -> Iterator[RiskRow]:
    yield from risks_of_scope(submission, round_)
    yield from risks_of_options(submission, round_)
    yield from risks_in_concerns(submission)


def risks_of_scope(submission: Submission, round_: Round) -> Iterator[RiskRow]:
    for path, function in functions_with_paths(submission):
        if function.risk:
            name = function.function or round_.function_names.get(function.id or "", "a function")
            yield RiskRow((f"{path}.risk",), function.risk, (lower_first(name),))


def functions_with_paths(submission: Submission) -> Iterator[tuple[str, Function]]:
    scope = submission.scope
    if not scope:
        return
    for number, function in enumerate(scope.functions):
        yield f"scope.functions[{number}]", function
    for at, table in enumerate(scope.tables):
        for number, function in enumerate(table.functions):
            yield f"scope.tables[{at}].functions[{number}]", function


def risks_of_options(submission: Submission, round_: Round) -> Iterator[RiskRow]:
    options = submission.arrangement.options if submission.arrangement else ()
    for at, option in enumerate(options):
        name = lower_first(round_.forms[option.form].name) if option.form else "an option"
        for number, risk in enumerate(option.risks):
            yield RiskRow((f"arrangement.options[{at}].risks[{number}]",), risk, (f"the option of {name}",))


def risks_in_concerns(submission: Submission) -> Iterator[RiskRow]:
    """Yield what worries others as a risk, and the answer as what is done about it."""
    for path, concern, whose in concerns_with_paths(submission):
        if concern.concern:
            yield RiskRow(
                (path,),
                concern.concern,
                (f"a concern of {whose}",),
                concern.level or "",
                concern.answer or "",
            )


def concerns_with_paths(submission: Submission) -> Iterator[tuple[str, Concern, str]]:
    engagement = submission.engagement
    if engagement and engagement.members:
        yield from numbered(engagement.members.concerns, "engagement.members", "member practices")
    for at, stakeholder in enumerate(engagement.stakeholders if engagement else ()):
        whose = with_the(stakeholder.name) if stakeholder.name else "a stakeholder"
        yield from numbered(stakeholder.concerns, f"engagement.stakeholders[{at}]", whose)
    if engagement and engagement.public:
        yield from numbered(engagement.public.concerns, "engagement.public", "the public")
    for at, body in enumerate(submission.support):
        whose = with_the(body.body) if body.body else "a body"
        yield from numbered(body.concerns, f"support[{at}]", whose)


def numbered(concerns: tuple[Concern, ...], start: str, whose: str) -> Iterator[tuple[str, Concern, str]]:
    return ((f"{start}.concerns[{number}]", one, whose) for number, one in enumerate(concerns))
