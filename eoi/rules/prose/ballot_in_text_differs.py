"""The vote of the members, in long texts and in the fields of the ballots."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.ballots import list_ballots
from eoi.rules.shared.bodies.unanimous_votes import (
    NUMBER,
    UNANIMOUS,
    has_votes_against,
    judge_unanimity,
)
from eoi.rules.shared.figures import IN_DIGITS, read_figure_value
from eoi.rules.shared.problems import report_contradiction
from eoi.rules.shared.prose import Sentence
from eoi.rules.shared.prose.mood import holds, is_certain, is_denied, is_of_another_time
from eoi.rules.shared.prose.numbers_in_words import IN_WORDS
from eoi.rules.shared.prose.other_matters import happens_again, has_another_object
from eoi.source.nodes import Path
from eoi.submission.ccg_names import name_words
from eoi.submission.engagement import Ballot

ROOTS = (
    " vote",
    "voted",
    "voting",
    "ballot",
    "said no",
    "said yes",
    "unanim",
    "reject",
    "turned",
    "lost",
    "turnout",
    "all but",
    "split",
    "practices support",
    "practice supports",
    "abstain",
    "abstention",
)
# Such a sentence names no members, whom it is about if nobody else votes in its text.
OF_ANYBODY = (
    "vote was unanim",
    "nobody voted against",
    "no one voted against",
    "no-one voted against",
    "nobody abstained",
    "no one abstained",
    "no abstentions",
)
WHO = Expression(r"\b(?:members?|practices?|gps|ccgs?|ballots?)\b|'s\b")
VOTE = Expression(
    r"\b(?:vot\w+|ballot\w*|said (?:no|yes)|reject\w*|turned (?:\w+ ){1,3}down|turned down|unanim\w+|"
    r"majority|split|practices support|practice supports|abstain\w*|abstentions?|"
    r"in favour)\b"
)
# `The practices that voted against` are some of them.
LOST = Expression(
    r"(?<!that )(?<!who )(?<!which )\b(?:voted (?:against|no)|said no|rejected|"
    r"turned (?:it|this|us|the \w+|our \w+) down|turned down (?:it|this|us|the|our)|"
    r"did not vote (?:in favour|for|yes)|"
    r"majority (?:\w+ ){0,4}(?:against|no)|voted down|were against|was against|lost the (?:vote|ballot))\b"
)
REJECTED = Expression(
    r"\b(?:rejected|turned (?:it|this|us|the \w+|our \w+) down|turned down|voted down|"
    r"lost the (?:vote|ballot)|majority (?:\w+ ){0,4}(?:against|no))\b",
    words="rejected|turned|voted down|lost the|majority",
)
FEW = Expression(r"\b(?:all but|except|apart from|but not)\b|\bsplit\b|\bdivided\b")
SOME_OF = Expression(
    r"\b(?P<some>\d+|one|two|three|four|five|six|seven|eight|nine|ten) of (?:the |our |all )?"
    r"(?P<all>\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) ccgs"
)
# `All practices voted in favour` says how they voted, and `all practices voted` that none stayed away.
ALL_VOTED = Expression(
    r"(?<!not )(?<!almost )(?<!nearly )\b(?:every|each|all(?: of)?(?: (?:the|our))?(?: \d{1,3})?) "
    r"(?:single |member )?(?P<who>practice|gp)s? (?:has |have |had )?"
    r"(?:voted|took part in the (?:vote|ballot)|cast (?:its|their|a) votes?)\b"
    r"(?! (?:in favour|for|against|yes|no|with|the same))",
    words="voted|took part|cast",
)
TO_COME = Expression(
    r"\b(?:(?:yet|still) to (?:vote|be balloted|hold)|not (?:yet )?(?:voted|been balloted|held a (?:vote|"
    r"ballot))|"
    r"(?:will|would|are to|is to) (?:vote|hold a (?:vote|ballot)|be balloted|be asked to vote)|"
    r"awaiting the (?:result|ballot|vote)|(?:not|never) (?:yet )?(?:been )?(?:asked to vote|balloted|put "
    r"to (?:a|the) vote)|"
    r"(?:ballots?|votes?) (?:\w+ ){0,3}(?:not|never) (?:yet )?(?:been |were |was )?(?:held|taken place|"
    r"take place)|"
    r"(?:ballots?|votes?) (?:was|were|has|have) never|no (?:ballot|vote) (?:has|was|of))\b"
)
SMALL_SHARE = Expression(
    rf"\b{NUMBER} (?:(?:of (?:the |our |all |these |those )?(?:\d{{1,4}} )?)?(?:[a-z-]{{3,20}} )?"
    r"(?:practices?|gps?|members?|votes?)|of them)\b"
)
YEAR = Expression(r"\b20\d\d\b(?!/)")
OTHER_VOTERS = WordList(
    "board|boards|governing body|governing bodies|committee|committees|council|councils|cabinet|panel|lmc|"
    "federation|forum|meeting|group|healthwatch|assembly|patients|public|survey"
)
THE_VOTE = Expression(r"\bvote was unanimous(?:ly)?(?: in favour)?\s*(?:[.,;:)]|$)", words="unanimous")
COMMITTEE = WordList("committee|quorum|casting|voting member|lay member|group")


def check(case: Case) -> Iterator[Problem]:
    held = [(path, ballot) for path, ballot in list_ballots(case) if ballot.has_result]
    if not held:
        return
    for sentence in case.prose.find_sentences(*ROOTS):
        flat = sentence.flat
        is_of_members = holds(OF_ANYBODY, flat) and is_of_members_alone(sentence)
        if (
            VOTE.search(flat)
            and (is_of_members or WHO.search(flat))
            and not COMMITTEE.is_in(flat)
            and is_certain(sentence)
        ):
            if is_of_another_time(flat) or is_of_another_year(flat, held):
                continue
            yield from judge(sentence, choose_ballots(sentence, held))


def is_of_members_alone(sentence: Sentence) -> bool:
    """Tell whether a text speaks of no vote but that of the members: of no board, committee or meeting."""
    if sentence.written.path[:2] == ("engagement", "members"):
        return True
    return THE_VOTE.search(sentence.flat) is not None and not OTHER_VOTERS.is_in(sentence.written.text)


def is_of_another_year(flat: str, held: list[tuple[Path, Ballot]]) -> bool:
    """Tell whether a sentence names years, but none of a ballot, so that it is about an earlier vote."""
    named = {int(year) for year in YEAR.findall(flat)}
    dates = [
        day for _, one in held for day in (one.opened, one.closed, one.result_due, one.result_date) if day
    ]
    return bool(named and dates) and named.isdisjoint(day.first.year for day in dates)


def choose_ballots(sentence: Sentence, held: list[tuple[Path, Ballot]]) -> list[tuple[Path, Ballot]]:
    """Return the ballots of the CCGs that a sentence names, or all ballots if it names none."""
    words = name_words(sentence.text)
    named = [(path, ballot) for path, ballot in held if ballot.ccg and name_words(ballot.ccg) <= words]
    return named or held


def judge(sentence: Sentence, held: list[tuple[Path, Ballot]]) -> Iterator[Problem]:
    flat = sentence.flat
    path, _ = held[0]
    if says_vote_is_to_come(flat):
        yield report_contradiction(
            sentence, "This says that the vote is still to come. The fields hold its result.", path
        )
    elif says_some_lost(flat, held) and all(ballot.result == "won" for _, ballot in held):
        count = "the ballot is" if len(held) == 1 else f"all {len(held)} ballots are"
        said = "the proposal was rejected" if REJECTED.search(flat) else "some voted against"
        yield report_contradiction(sentence, f"This says that {said}; in the fields {count} in favour.", path)
    elif (all_voted := ALL_VOTED.search(flat)) and (
        missed := next((one for one in held if lacks_votes(one[1], all_voted["who"])), None)
    ):
        yield report_contradiction(
            sentence,
            f"This says that all voted; by the fields {missed[1].voted} of {missed[1].electorate} did.",
            (*missed[0], "voted"),
            at=all_voted.span(),
        )
    else:
        yield from judge_unanimity(sentence, held)


def says_vote_is_to_come(flat: str) -> bool:
    """Tell whether a sentence says that this vote is to come, and not another one."""
    found = TO_COME.search(flat)
    if found is None or happens_again(flat, found.end()):
        return False
    return not has_another_object(flat, *found.span())


def lacks_votes(ballot: Ballot, who: str) -> bool:
    """Tell whether fewer of these voters, practices or GPs, voted in a ballot than could."""
    voted, electorate = ballot.voted, ballot.electorate
    if voted is None or electorate is None or who not in (ballot.voters or "practices").lower():
        return False
    return voted.amount < electorate.amount


def says_some_lost(flat: str, held: list[tuple[Path, Ballot]]) -> bool:
    """Tell whether a sentence says that a vote was lost, or that it was won only in part.

    `All but two practices` agrees with a ballot in which some voted against or did not vote.
    """
    if UNANIMOUS.search(flat) or SMALL_SHARE.search(flat):
        return False
    lost = LOST.search(flat)
    if lost and not is_denied(flat, *lost.span()):
        return True
    if FEW.search(flat) and ("ccgs" in flat or not any(has_votes_against(one) for _, one in held)):
        return True
    match = SOME_OF.search(flat)
    return match is not None and read_votes(match["some"]) < read_votes(match["all"])


def read_votes(word: str) -> int:
    """Return the number that a word means, or 1 if it means none."""
    match = IN_DIGITS.match(word) or IN_WORDS.match(word)
    return int(read_figure_value(match, loose=False)[0]) if match else 1


RULE = Rule(
    summary="Texts and fields agree on how the members voted",
    why="The members' vote decides whether a CCG may apply. Two results make both doubtful.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself",
    needs=(
        "engagement.members.ballot",
        "engagement.members.ballots[]",
    ),
    fails="""
engagement:
  members:
    ballot: {electorate: 27, voted: 24, for: 22, against: 2, outcome: in favour}
    view: Our practices voted in favour without a single vote against.
""",
    passes="""
engagement:
  members:
    ballot: {electorate: 27, voted: 24, for: 22, against: 2, outcome: in favour}
    view: Our practices voted in favour. Two practices voted against.
""",
)
