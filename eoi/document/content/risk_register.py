"""Every place where a submission names a risk: its own list, functions and options, and concerns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from eoi.document.words.articles import lower_first, with_the
from eoi.plain_words import simplify_words
from eoi.rounds.model import Round
from eoi.submission import says_no_risk
from eoi.submission.model import Submission
from eoi.submission.proposal import Concern, Risk
from eoi.submission.quantities import Quantity
from eoi.submission.scope import Function

RAISED = "a concern of "


class RiskRow(NamedTuple):
    """A risk: the paths of the fields that name it, its sources in words, and its details."""

    places: tuple[str, ...]
    risk: str
    sources: tuple[str, ...]
    cause: str = ""
    effect: str = ""
    likelihood: Quantity | str = ""
    impact: Quantity | str = ""
    level: str = ""
    owner: str = ""
    mitigation: str = ""

    @property
    def score(self) -> str:
        """The likelihood times the impact; an empty text if either is missing."""
        likelihood, impact = self.likelihood, self.impact
        if not likelihood or not impact:
            return ""
        if isinstance(likelihood, str) or isinstance(impact, str):  # one is withheld, so the score is too
            return likelihood if isinstance(likelihood, str) else str(impact)
        return str(int(likelihood.amount * impact.amount))

    @property
    def is_concern(self) -> bool:
        """Tell whether only concerns of others name it, and nothing else of the proposal."""
        return all(".concerns[" in place or place.startswith("support[") for place in self.places)

    @property
    def is_of_the_whole(self) -> bool:
        """Tell whether no other place than the list of risks names it."""
        return all(place.startswith("risks[") for place in self.places)

    @property
    def is_main(self) -> bool:
        """Tell whether it is a risk of the proposal as a whole, or more is said of it than its words."""
        return any(place.startswith("risks[") for place in self.places) or any(self.details)

    @property
    def says_none(self) -> bool:
        """Tell whether the words say that there is no risk, and no detail says more of it."""
        return bool(self.risk) and says_no_risk(self.risk) and not any(self.details)

    @property
    def raised_by(self) -> tuple[str, ...]:
        """The names of those who raised a concern."""
        return tuple(source.removeprefix(RAISED) for source in self.sources)

    @property
    def words(self) -> str:
        """The words that other places name the same risk by; its path if it has none."""
        return simplify_words(self.risk) or self.places[0]

    @property
    def details(self) -> tuple[str, ...]:
        """The folded texts of all fields of the risk but its words, places and sources."""
        return tuple(simplify_words(getattr(self, name)) for name in DETAILS)

    def agrees_with(self, other: RiskRow) -> bool:
        """Tell whether no detail of the two rows differs. A detail that one lacks does not differ."""
        pairs = zip(self.details, other.details, strict=True)
        return all(not mine or not theirs or mine == theirs for mine, theirs in pairs)

    def join_with(self, other: RiskRow) -> RiskRow:
        """Return one row with the details of the same risk from two places that agree about it."""
        first, second = self._asdict(), other._asdict()
        sources = tuple(dict.fromkeys(self.sources + other.sources))
        both = {name: first[name] or second[name] for name in first}
        return RiskRow(**both | {"places": self.places + other.places, "sources": sources})


DETAILS = tuple(RiskRow._field_defaults)


def list_every_risk(submission: Submission, round_: Round) -> Iterator[RiskRow]:
    """Yield all risks in the order of a register."""
    yield from list_own_risks(submission)
    yield from list_risks_of_scope(submission, round_)
    yield from list_risks_of_options(submission, round_)
    yield from list_concerns_as_risks(submission)


def list_own_risks(submission: Submission) -> Iterator[RiskRow]:
    """Yield the risks in the file's own list."""
    for number, risk in enumerate(submission.risks):
        yield make_risk_row(f"risks[{number}]", risk)


def make_risk_row(place: str, risk: Risk) -> RiskRow:
    """Return the row of one risk of the file's own list."""
    details = {name: getattr(risk, name) or "" for name in DETAILS}
    return RiskRow((place,), risk.risk or "", ("the proposal as a whole",), **details)


def list_risks_of_scope(submission: Submission, round_: Round) -> Iterator[RiskRow]:
    """Yield the risks of the functions in scope tables."""
    for path, function in list_functions_with_paths(submission):
        if function.risk:
            name = function.function or round_.function_names.get(function.id or "", "a function")
            yield RiskRow((f"{path}.risk",), function.risk, (lower_first(name),))


def list_functions_with_paths(submission: Submission) -> Iterator[tuple[str, Function]]:
    """Yield the functions of all tables, each with its path."""
    scope = submission.scope
    if not scope:
        return
    for number, function in enumerate(scope.functions):
        yield f"scope.functions[{number}]", function
    for at, table in enumerate(scope.tables):
        for number, function in enumerate(table.functions):
            yield f"scope.tables[{at}].functions[{number}]", function


def list_risks_of_options(submission: Submission, round_: Round) -> Iterator[RiskRow]:
    """Yield the risks of the forms that were considered."""
    options = submission.arrangement.options if submission.arrangement else ()
    for at, option in enumerate(options):
        name = lower_first(round_.forms[option.form].name) if option.form else "an option"
        for risk in option.risks:
            yield RiskRow((f"arrangement.options[{at}].risks",), risk, (f"the option of {name}",))


def list_concerns_as_risks(submission: Submission) -> Iterator[RiskRow]:
    """Yield the concerns of others as risks, with the answer to each as its mitigation."""
    for path, concern, whose in list_concerns_with_paths(submission):
        if concern.concern:
            said = (concern.level or "", concern.answer or "")
            yield RiskRow((path,), concern.concern, (f"{RAISED}{whose}",), level=said[0], mitigation=said[1])


def list_concerns_with_paths(submission: Submission) -> Iterator[tuple[str, Concern, str]]:
    """Yield every concern with its path and the name of whoever raised it."""
    engagement = submission.engagement
    if engagement and engagement.members:
        yield from add_paths_to_concerns(
            engagement.members.concerns, "engagement.members", "member practices"
        )
    for at, stakeholder in enumerate(engagement.stakeholders if engagement else ()):
        whose = with_the(stakeholder.name) if stakeholder.name else "a stakeholder"
        yield from add_paths_to_concerns(stakeholder.concerns, f"engagement.stakeholders[{at}]", whose)
    if engagement and engagement.public:
        yield from add_paths_to_concerns(engagement.public.concerns, "engagement.public", "the public")
    for at, body in enumerate(submission.support):
        whose = with_the(body.body) if body.body else "a body"
        yield from add_paths_to_concerns(body.concerns, f"support[{at}]", whose)


def add_paths_to_concerns(
    concerns: tuple[Concern, ...], start: str, whose: str
) -> Iterator[tuple[str, Concern, str]]:
    """Yield the concerns of one list, each with its path and the name of whoever raised it."""
    return ((f"{start}.concerns[{number}]", one, whose) for number, one in enumerate(concerns))
