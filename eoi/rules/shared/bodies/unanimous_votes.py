"""Votes without any against, and without abstentions, in long texts and in the fields of the ballots."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.plain_words import TENS
from eoi.rules.rule import Problem
from eoi.rules.shared.bodies.ballots import name_ccg
from eoi.rules.shared.figures.parts_of_the_area import PART
from eoi.rules.shared.problems import report_contradiction
from eoi.rules.shared.prose import Sentence
from eoi.rules.shared.prose.numbers_in_words import SMALL_NUMBERS
from eoi.rules.shared.prose.other_matters import has_another_object
from eoi.source.nodes import Path
from eoi.submission.engagement import Ballot

UNANIMOUS = Expression(
    r"\b(?:unanim\w+|without (?:a single )?(?:vote|voice|one vote) against|no votes? against|"
    r"nobody voted against|no[ -]one voted against|"
    r"(?<!of )(?<!not )(?<!almost )(?<!nearly )(?:all|every) (?:\w+ )?(?:practices?|members?|gps?) voted "
    r"(?:in favour|for|yes)|"
    r"(?<!not )(?<!almost )(?<!nearly )(?:all|everyone|everybody|every one|each)(?: of (?:them|these))?,? "
    r"(?:(?:was|were) in favour|voted (?:in favour|for|yes)|said yes)|"
    r"(?<!not )(?<!almost )(?<!nearly )(?:all|every)(?: of)?(?: (?:our|the))?(?: \d{1,3})?(?: member)? "
    r"practices? supports? (?:the|this|our) (?:proposal|application|bid|submission)|"
    r"with no votes? against|not a single|not one (?:practice|member|gp|vote)|"
    r"(?:no|none of (?:the|our)) (?:\w+ )?(?:practices?|members?|gps?) voted against)\b"
)
NO_ABSTENTION = Expression(
    r"\b(?:(?:no|none of (?:the|our)) (?:member )?(?:practices?|members?|gps?) (?:has |have |had )?abstained|"
    r"(?:nobody|no[ -]one|none(?: of them)?) abstained|(?:no|without(?: any)?) abstentions?)\b"
    r"(?! (?:in|at|from|on|of) )",
    words="abst",
)
NUMBER = rf"(?:one|a|some|several|\d{{1,4}}|{'|'.join((*SMALL_NUMBERS, *TENS))})"
# `In all 31 practices voted in favour and 7 against` says that some were against.
SOME_AGAINST = Expression(
    rf"(?<!no )(?<!not )\b{NUMBER} (?:(?:practices?|gps?|members?|votes?|of them) )?(?:(?:voted|were|was) )?"
    r"(?:against|opposed)\b",
    words="against|opposed",
)


def judge_unanimity(sentence: Sentence, held: list[tuple[Path, Ballot]]) -> Iterator[Problem]:
    """Report a text by which nobody voted against or abstained, where a ballot counts some."""
    flat = sentence.flat
    if says_nobody_against(flat) and (
        against := next((one for one in held if has_votes_against(one[1])), None)
    ):
        yield report_contradiction(
            sentence,
            f"This says that nobody voted against; the field says {against[1].votes_against}"
            f"{name_ccg(against[1])}.",
            (*against[0], "against"),
        )
    elif (
        (none := NO_ABSTENTION.search(flat))
        and not PART.search(flat)
        and (abstained := next((one for one in held if has_abstentions(one[1])), None))
    ):
        yield report_contradiction(
            sentence,
            f"This says that nobody abstained; the field says {abstained[1].abstained}"
            f"{name_ccg(abstained[1])}.",
            (*abstained[0], "abstained"),
            at=none.span(),
        )


def says_nobody_against(flat: str) -> bool:
    """Tell whether a sentence says that nobody voted against the proposal, and not against another thing."""
    found = UNANIMOUS.search(flat)
    return (
        found is not None
        and not is_said_of_some(flat, found)
        and (
            not found[0].startswith(("all ", "every", "each")) or not has_another_object(flat, *found.span())
        )
    )


def is_said_of_some(flat: str, found: re.Match[str]) -> bool:
    """Tell whether a sentence also counts votes against, or speaks of the practices of one place."""
    rest = f"{flat[: found.start()]}, {flat[found.end() :]}"
    return SOME_AGAINST.search(rest) is not None or PART.search(flat) is not None


def has_abstentions(ballot: Ballot) -> bool:
    """Tell whether a ballot states that some abstained."""
    return ballot.abstained is not None and ballot.abstained.amount > 0


def has_votes_against(ballot: Ballot) -> bool:
    """Tell whether a ballot states votes against."""
    return ballot.votes_against is not None and ballot.votes_against.amount > 0
