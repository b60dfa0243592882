"""Results of a vote in two figures or in a share: `voted by 33 to 4`, `a turnout of 89%`."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.plain_words import TENS
from eoi.rules.case import Case
from eoi.rules.rule import Problem
from eoi.rules.shared.figures import IN_DIGITS, ProseFigure, read_figure_value
from eoi.rules.shared.figures.parts_of_the_area import PART
from eoi.rules.shared.prose import Sentence
from eoi.rules.shared.prose.mood import holds, is_of_another_time, is_unsure
from eoi.rules.shared.prose.numbers_in_words import IN_WORDS, SMALL_NUMBERS
from eoi.rules.shared.prose.words import spell_within_sentence
from eoi.source.nodes import Path
from eoi.submission.engagement import Ballot
from eoi.submission.quantities import Share

NUMBER = (
    rf"(?:\d{{1,4}}|(?:{'|'.join(TENS)})(?:-(?:one|{'|'.join(list(SMALL_NUMBERS)[:8])}))?|one|none|nil|"
    rf"{'|'.join(SMALL_NUMBERS)})"
)
# `Voted by 33 to 4` and `carried by 33 votes to four`, but not `from 5 to 12 June`.
SCORE = Expression(
    r"\b(?:(?:voted|ballot|passed|carried|backed|approved|supported|won)\b(?: [\w']{1,20}){0,6}? by|voted) "
    rf"(?P<for>{NUMBER})(?: votes| practices| members)? (?:to|against) (?P<against>{NUMBER})\b"
    r"(?!-|%| ?(?:per cent|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|"
    r"day|week|month|year|am|pm|hour|o'clock)|[,.]\d)",
    words="voted|ballot|passed|carried|backed|approved|supported|won",
)
VERBS = ("voted", "ballot", "passed", "carried", "backed", "approv", "supported", "won")
OTHER_VOTE = Expression(
    r"\b(?:committee|board|governing body|council|public|patients|residents|respondents|lmc)\b"
)
# The turnout of a meeting or an election is not that of the ballot.
OTHER_TURNOUT = Expression(
    r"\b(?:meetings?|elections?|events?|workshops?|surveys?|questionnaires?|sessions?|nationally)\b"
)
TURNOUT_AFTER = Expression(r"\s?(?:\w{1,12} )?turn-?out\b", words="turn")
# `Half of the practices voted`, but not `half of the practices voted in favour`.
TOOK_PART = Expression(
    r"\s?(?:of )?(?:(?:all|the|our) ){0,2}(?:member )?(?P<who>practice|member)s (?:have |had )?"
    r"(?:voted|took part in the (?:vote|ballot)|cast (?:a|their) votes?)\b"
    r"(?! (?:in favour|for|against|yes|no|to|on|with|that|unanim\w+|within|by|before|in|at|online|early)\b)",
    words="voted|took part|cast",
)
TURNOUTS = ("turn", "practices voted", "members voted", "took part in the", "cast ")
TURNOUT_BEFORE = Expression(r"\bturn-?out\b[^.;:,%\d]{0,40}$", words="turn")


def judge_results(case: Case, held: list[tuple[Path, Ballot]]) -> Iterator[Problem]:
    """Report results and turnouts that are not those of the only ballot."""
    if len(held) != 1:
        return
    path, ballot = held[0]
    for sentence in case.prose.find_sentences(*VERBS):
        yield from judge_score(sentence, path, ballot)
    for figure in case.figures:
        if figure.unit == "per cent" and holds(TURNOUTS, figure.sentence):
            yield from judge_turnout(figure, path, ballot)


def judge_score(sentence: Sentence, path: Path, ballot: Ballot) -> Iterator[Problem]:
    """Report the first of two numbers, those for and those against, that differs from its field."""
    flat = sentence.flat
    found = SCORE.search(flat)
    if found is None or OTHER_VOTE.search(flat, 0, found.end()) or is_doubtful(flat):
        return
    for side, stated, called in (
        ("for", ballot.votes_for, "in favour"),
        ("against", ballot.votes_against, "against"),
    ):
        if stated and read_votes_of_side(found[side]) != stated.amount:
            yield Problem(
                sentence.written.path,
                f"This says {found[side]}; the number {called} is {stated}.",
                help="Correct one of the two.",
                other=((*path, side), f"{stated} here"),
                severity=Severity.ADVICE,
                words=sentence.cut_passage(*found.span(side)),
            )
            return


def judge_turnout(figure: ProseFigure, path: Path, ballot: Ballot) -> Iterator[Problem]:
    """Report a turnout that is not the share of those that voted among those that could."""
    flat = figure.said.flat
    is_turnout = (
        TURNOUT_AFTER.match(flat, figure.end)
        or is_share_of_voters(figure, ballot)
        or TURNOUT_BEFORE.search(flat[: figure.start])
    )
    if (
        not is_turnout
        or OTHER_TURNOUT.search(flat)
        or not (ballot.voted and ballot.electorate and ballot.electorate.amount)
    ):
        return
    exact = 100 * ballot.voted.amount / ballot.electorate.amount
    if figure.agrees_with(Share("", exact, Decimal(1))) or is_doubtful(flat) or not figure.is_of_now:
        return
    yield Problem(
        figure.written.path,
        f"This says {spell_within_sentence(figure.words)}; {ballot.voted} of {ballot.electorate} voted, "
        f"which is {exact:.0f}%.",
        help="Correct one of the two.",
        other=((*path, "voted"), f"{ballot.voted} here"),
        severity=Severity.ADVICE,
        words=figure.words,
    )


def is_share_of_voters(figure: ProseFigure, ballot: Ballot) -> bool:
    """Tell whether a share is that of the voters who voted, and not of practices where GPs did."""
    found = TOOK_PART.match(figure.said.flat, figure.end)
    return found is not None and found["who"] in (ballot.voters or "practices").lower()


def is_doubtful(flat: str) -> bool:
    """Tell whether a result is a possible or an earlier one, or that of a part of the area."""
    return is_unsure(flat) or is_of_another_time(flat) or PART.search(flat) is not None


def read_votes_of_side(typed: str) -> Decimal:
    """Return a number in digits or words."""
    match = IN_DIGITS.fullmatch(typed) or IN_WORDS.fullmatch(typed)
    if match is None:
        return Decimal(typed == "one")
    return read_figure_value(match, loose=False)[0]
