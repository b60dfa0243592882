"""A survey's response rate against how many were asked and how many replied."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures import surveys
from eoi.rules.shared.figures.rounding import find_least, list_whole_numbers
from eoi.rules.shared.figures.surveys import PUBLIC, count_replies_by_rate, find_survey
from eoi.rules.shared.problems import has_sentence_with
from eoi.submission.quantities import Count, Share

RATE, REPLIES, SENT = (*PUBLIC, "response_rate"), (*PUBLIC, "responses"), (*PUBLIC, "sent")

PASSED_ON = Expression(
    r"\b(?:pass(?:ed|ing)? (?:it |them )?(?:on|round|around)|forwarded|shared (?:it|by|further|more|on)|"
    r"circulated (?:it|by|further|more|on)|open to (?:all|any\w*|every\w*|the public)|any(?:one|body)|"
    r"handed (?:it |them )?(?:on|out)|websites?|social media|posters?|more widely|others (?:could|also)|"
    r"also (?:replied|answered|responded))\b"
)


def check(case: Case) -> Iterator[Problem]:
    public = find_survey(case)
    if public is None:
        return
    sent, replied, rate = public.sent, public.responses, public.response_rate
    if sent and replied and list_whole_numbers(replied)[0] > list_whole_numbers(sent)[-1]:
        if not has_sentence_with(public.method, PASSED_ON):
            yield report_more_replies(sent, replied)
    elif rate and find_least(rate) > 100:
        yield Problem(RATE, f"A response rate of {rate} is more than everyone.", "Check the rate.")
    elif sent and rate and list_whole_numbers(sent)[0] > 0:
        yield from find_wrong_rate(sent, replied, rate)


def report_more_replies(sent: Count, replied: Count) -> Problem:
    """Report more replies than people who were asked."""
    return Problem(
        REPLIES,
        f"{replied} replied, but the survey went to {sent}.",
        help="Check both numbers; if people passed it on, say so in `engagement.public.method`.",
        other=(SENT, "how many it went to"),
    )


def find_wrong_rate(sent: Count, replied: Count | None, rate: Share) -> Iterator[Problem]:
    """Report a response rate that does not follow from the numbers of people asked and of replies."""
    possible = count_replies_by_rate(list_whole_numbers(sent), rate)
    counted = list_whole_numbers(replied) if replied else possible
    if possible and counted[0] <= possible[-1] and possible[0] <= counted[-1]:
        return
    people = int(sent.amount)
    part = int(replied.amount) if replied else surveys.find_nearest_part(rate, people)
    proper = f"{surveys.round_share(rate, part, people):f}%"
    yield Problem(
        RATE,
        f"{part:,} of {people:,} is {surveys.format_percent(part, people, rate)}, not {rate}."
        if replied
        else f"No whole number of {people:,} people is {rate}: {surveys.describe_neighbours(rate, people)}.",
        help=f"Write `{proper}`, or check both numbers." if replied else "Check both figures.",
        other=(REPLIES, "how many replied") if replied else (SENT, "how many it went to"),
        severity=Severity.ADVICE if surveys.is_cut_off(rate, part, people) else None,
    )


RULE = Rule(
    summary="The response rate agrees with the numbers",
    why="A survey's weight depends on how many replied. Where rate and numbers disagree, no reader can "
    "tell which to believe.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="BaNES: 28.6% of 42 is 12 people",
    needs=("engagement.public",),
    fails="""
engagement:
  public: {sent: 42, responses: 12, response_rate: 38.6%}
""",
    passes="""
engagement:
  public: {sent: 42, responses: 12, response_rate: 28.6%}
""",
)
