"""The number of votes and of a quorum, in long texts and in the fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.ballots import list_ballots
from eoi.rules.shared.figures import ProseFigure
from eoi.rules.shared.figures.counted_lists import make_count
from eoi.rules.shared.figures.figures_against_fields import (
    StatedField,
    Subject,
    find_differing_field,
    find_nearest_subject,
    find_split,
    find_whole,
    measure_distance,
    report_figure,
)
from eoi.rules.shared.figures.quorums_in_texts import QUORUM, judge_quorum
from eoi.rules.shared.figures.results_of_votes import judge_results
from eoi.source.nodes import Path
from eoi.submission.ccg_names import name_words
from eoi.submission.engagement import Ballot
from eoi.submission.quantities import Count

VOTED = Expression(
    r"\b(?:voted(?! (?:in favour|for|against|yes|no))|turnout|"
    r"took part(?! in (?!(?:the|this|our) (?:vote|ballot)))|cast a vote)\b"
)
# `33 for` and `33 for the proposal`, but not `33 for each`.
IN_FAVOUR = Expression(
    r"\b(?:in favour|voted (?:for|yes)|said yes|supported|"
    r"(?<=\d )for(?= (?:the|this|our) (?:proposal|application|bid|submission)|\s?[,;:.)]|"
    r" and \w{1,20} against))\b"
)
AGAINST = Expression(r"\b(?:against|said no|voted no|opposed)\b")
NOT_VOTED = Expression(
    r"\b(?:(?:did|does|do|have|has|had|could) not (?:yet )?"
    r"(?:voted?|take part|taken part|return|reply|respond|attend)|"
    r"abstain\w*|abstentions?|stayed away|not voting|spoil(?:t|ed)|absent|undecided|unsure)\b",
    words="not |abstain|abstention|stayed|spoil|absent|undecided|unsure",
)
# `Of the 26 practices that voted` counts those that did, and `24 of 26 practices voted` those that could.
THAT_VOTED = Expression(r"\s?(?:\w{1,20} ){0,2}(?:that|who|which) (?:had |have )?(?:voted|took part|cast)\b")
# `Six of the practices that voted were against` counts no turnout.
OF_THOSE_THAT_VOTED = Expression(
    r" ?of (?:the |our |those )(?:\w{1,20} )?(?:that|who|which) (?:had |have )?(?:voted|took part)\b",
    words="of ",
)
# `All but two were in favour` counts those that were not.
ALL_BUT = ("all but", "except", "apart from", "except for")
LARGEST_OF_FRACTION = 10
VOTING = Expression(r"\b(?:vot\w+|ballots?|turnout|in favour|practices)\b")
OTHER_VOTERS = Expression(
    r"\b(?:public|respondents|committee|ccgs|survey\w*|questionnaires?|patients?|residents|"
    r"(?:those|people|\d|the \d+) who (?:replied|responded|answered))\b"
)
# `Of the 120 people at the roadshow, 80 were in favour`, and `ten dispensing practices voted in favour`.
OF_OTHERS = Expression(
    r" ?(?:[a-z-]{2,20} )?(?:people|persons|attendees|visitors|carers|staff|participants|guests)\b|"
    r" ?(?!(?:member|gp|general|medical|local|participating|constituent|voting|of|our|the|all|these|those)\b)"
    r"[a-z-]{3,20} (?:practices|surgeries)\b"
)
COULD_VOTE = "the number that could vote"
WIDE = ("-1", "1000")


def check(case: Case) -> Iterator[Problem]:
    held = [(path, ballot) for path, ballot in list_ballots(case) if ballot.has_result]
    yield from judge_results(case, held)
    if not held and not any(group.quorum for group in case.submission.groups):
        return
    figures = [figure for figure in case.figures if figure.unit == "count"]
    for figure in figures:
        if QUORUM.search(figure.sentence):
            yield from (found for found in judge_quorum(case, figure) if figure.is_of_now)
        elif (
            held
            and VOTING.search(figure.sentence)
            and not figure.before.endswith(ALL_BUT)
            and not is_of_another_vote(figure)
        ):
            yield from (found for found in judge_votes(case, figure, held) if figure.is_of_now)


def is_of_another_vote(figure: ProseFigure) -> bool:
    """Tell whether a figure is of a survey or a committee, not of the members' ballot."""
    return (
        figure.written.path[:2] == ("engagement", "public")
        or OTHER_VOTERS.search(figure.sentence) is not None
    )


def judge_votes(
    case: Case, figure: ProseFigure, held: list[tuple[tuple[str | int, ...], Ballot]]
) -> Iterator[Problem]:
    """Compare a figure with the only ballot, or with the ballot of the CCG that the sentence names."""
    words = name_words(figure.said.text)
    named = [one for one in held if len(held) == 1 or (one[1].ccg and name_words(one[1].ccg) <= words)]
    together = add_up(held)
    if not named and VOTED.search(figure.sentence):
        named = together
    every = [number for _, one in (*held, *together) for number in list_numbers(one)]
    if len(named) != 1 or any(map(figure.agrees_with, every)):
        return
    path, ballot = named[0]
    subjects = list_ballot_subjects(path, ballot)
    if OF_THOSE_THAT_VOTED.match(figure.said.flat, figure.end):
        subjects = (one for one in subjects if one.words is not VOTED)
    told = find_nearest_subject(figure, subjects)
    if told is None:
        return
    field = find_differing_field(figure, told.subject.fields)
    split = find_split(figure, case.figures)
    if (
        split
        and split.whole is figure
        and told.subject.words is VOTED
        and not THAT_VOTED.match(figure.said.flat, figure.end)
    ):
        field = (
            StatedField((*path, "electorate"), ballot.electorate, COULD_VOTE) if ballot.electorate else None
        )
    if (
        field
        and measure_distance(figure, NOT_VOTED) > told.distance
        and not is_of_fraction(case, figure, (ballot.electorate, ballot.voted))
        and not is_of_some_practices(case, figure)
    ):
        yield report_figure(figure, field, sure=False)


def list_numbers(ballot: Ballot) -> list[Count]:
    """Return all numbers that a ballot states."""
    numbers = (ballot.electorate, ballot.voted, ballot.votes_for, ballot.votes_against, ballot.abstained)
    return [number for number in numbers if number]


def add_up(held: list[tuple[Path, Ballot]]) -> list[tuple[Path, Ballot]]:
    """Return one ballot with the sums of several. It lacks what one of them does not state."""
    sums: dict[str, object] = {}
    for name in ("electorate", "voted", "votes_for", "votes_against"):
        stated = [ballot.given.get(name) for _, ballot in held]
        if all(stated):
            sums[name] = make_count(int(sum(number.amount for number in stated if number)))
    return [(held[0][0], Ballot(**sums))]


def is_of_fraction(case: Case, figure: ProseFigure, wholes: Iterable[Count | None]) -> bool:
    """Tell whether a figure is of words such as `four out of five`, which count no votes."""
    split = find_split(figure, case.figures)
    if split is None or split.whole.amount > LARGEST_OF_FRACTION:
        return False
    return not any(split.whole.agrees_with(number) for number in wholes if number)


def is_of_some_practices(case: Case, figure: ProseFigure) -> bool:
    """Tell whether votes are counted of one kind of practices or part of the area, or of other people."""
    from eoi.rules.shared.figures.parts_of_the_area import (
        has_a_part_before,
        is_of_a_part_of_the_area,
    )  # late: most figures agree

    if is_of_a_part_of_the_area(case, figure) or has_a_part_before(case, figure, case.figures):
        return True
    return is_of_people_or_of_a_kind(figure, find_whole(figure, case.figures))


def is_of_people_or_of_a_kind(figure: ProseFigure, whole: ProseFigure | None) -> bool:
    """Tell whether people are counted and not practices, or practices of one kind, or a part of either."""
    return any(OF_OTHERS.match(one.said.flat, one.end) is not None for one in (figure, whole) if one)


def list_ballot_subjects(path: tuple[str | int, ...], ballot: Ballot) -> Iterator[Subject]:
    """Yield the subjects of a number of votes: voted, in favour or against."""
    for words, number, name, called in (
        (VOTED, ballot.voted, "voted", "the number that voted"),
        (IN_FAVOUR, ballot.votes_for, "for", "the number in favour"),
        (AGAINST, ballot.votes_against, "against", "the number against"),
    ):
        if number:
            yield Subject(words, [StatedField((*path, name), number, called)], *WIDE)


RULE = Rule(
    summary="Texts and fields agree on the votes and the quorum",
    why="How many voted shows how far members stand behind a proposal.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself",
    needs=(
        "engagement.members.ballot",
        "engagement.members.ballots[]",
        "governance.groups[].quorum",
    ),
    fails="""
engagement:
  members:
    ballot: {electorate: 27, voted: 24, for: 22, against: 2, outcome: in favour}
    view: Of our 27 practices 20 voted.
""",
    passes="""
engagement:
  members:
    ballot: {electorate: 27, voted: 24, for: 22, against: 2, outcome: in favour}
    view: Of our 27 practices 24 voted, 22 in favour and two against.
""",
)
