"""Things that texts count, such as priorities and posts, with their numbers in the fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eoi.expressions import Expression
from eoi.frozen_value import FrozenValue
from eoi.rules.case import Case
from eoi.rules.shared.figures import ProseFigure
from eoi.rules.shared.figures.counted_lists import join_words_behind, make_count, make_number_field
from eoi.rules.shared.figures.figures_against_fields import StatedField, list_each_and_all
from eoi.rules.shared.functions import list_rows
from eoi.source.nodes import Path
from eoi.submission.quantities import Count

# Words that can stand between a number and its noun.
PLAIN = (
    r" ?(?:(?:main|key|local|strategic|member|gp|gps|general|existing|current|whole|new|proposed|work|"
    r"practice|council|"
    r"additional|extra|more|further|separate|different|priority|of|our|the|its|their|sixteen|16|"
    r"participating|"
    r"constituent|partner|applicant|geographical)\s+){0,3}"
)


class CountedThing(FrozenValue):
    """A kind of thing that texts count, with the nouns for it.

    If `is_few`, as for priorities, any other number is a slip. A much smaller number of practices, however,
    counts a part of them.
    """

    nouns: Expression
    fields: tuple[StatedField, ...]
    is_few: bool = True
    whole: Expression | None = None
    beside: Expression | None = None


def compile_count(nouns: str, words: str) -> Expression:
    """Return the expression that matches the words after a number: any of some nouns."""
    return Expression(
        rf"{PLAIN}(?:{nouns})\b(?!\s+of the \d|\s+(?:from|in) (?:each|every)|\s+per)", words=words
    )


PRIORITIES = compile_count(
    r"priorit(?:y\s+(?:work\s+)?programmes|y\s+areas|ies)|work\s+programmes", "priorit|programmes"
)
FUNCTION_NOUNS = compile_count("functions", "functions")
POSTS = compile_count(
    r"posts|appointments|people (?:would|will) be (?:hired|taken|recruited|appointed)|"
    r"(?:members of )?staff (?:would|will)|recruits|roles",
    "posts|appointments|people w|staff w|recruits|roles",
)
PRACTICES = compile_count("practices|surgeries", "practices|surgeries")
CCGS = compile_count(
    r"(?:neighbouring\s+)?(?:ccgs?|(?:clinical\s+)?commissioning\s+groups?|organisations|partners)|"
    r"of us|of our ccgs",
    "ccg|commissioning|organisations|partners|of us",
)
# Without these words, a smaller number can be of those CCGs that have something in common.
TOGETHER = Expression(
    r"\b(?:appl\w+|bid|submi\w+|application|proposal|expression|names to|sign\w*|behind|put\w* forward|"
    r"partnership of|"
    r"all|one team|one lead|together)\b"
)
OUT_OF_SCOPE = "functions out of scope"
BY_CONTRACT = "the number of practices with one kind of contract"
# `15 hold GMS contracts`. Practices that hold one can also be some of them, and then they are far fewer.
HOLDING = {
    kind: Expression(
        rf" {kind} (?:practices?|contracts?|contractors?)\b|"
        r" ?(?:(?:of (?:our|the) |member )?practices )?(?:holds?|have|has|(?:are )?on|work under) "
        rf"(?:an? )?{kind} (?:contracts?|agreements?|terms)\b",
        words=kind,
    )
    for kind in ("gms", "pms", "apms")
}
# Those who apply, and their boards, each by another word than their list.
WHO_APPLIES = Expression(
    r" ?(?:[\w-]{3,20} ccgs (?:propose|apply|ask|bid|seek|request|express)\b|governing "
    r"bodies\b(?! (?:of|in|from|that|which|whose|who)\b))",
    words="ccgs propos|ccgs appl|ccgs ask|ccgs bid|ccgs seek|ccgs request|ccgs express|governing bod",
)
ALL_OF_THEM = Expression(r"\b(?:the|we|our|all)$")
GROUPS = compile_count("groups", "groups")
# `Our practices work in six groups`.
PRACTICES_IN = Expression(r"\bpractices (?:\w+ ){1,4}(?:in|into|up)$", words="practices")
COUNCILS = compile_count(
    r"councils?|local\s+authorit(?:y|ies)|boroughs?|council areas?", "council|authorit|borough"
)


def list_counted_things(case: Case, figures: Sequence[ProseFigure]) -> Iterator[CountedThing]:
    """Yield the things that any of the figures can count, with their numbers in the fields.

    Texts count few of these things, so the numbers of the others are not looked up.
    """
    applicants = case.submission.applicants
    behind = join_words_behind(figures)
    for nouns, count, is_few in (
        (PRIORITIES, count_priorities, True),
        (FUNCTION_NOUNS, count_functions, False),
        (POSTS, count_posts, True),
        (PRACTICES, count_practices, False),
    ):
        if not nouns.lacks_words(behind):
            yield CountedThing(nouns, tuple(count(case)), is_few)
    yield from count_contracts(case, behind)
    yield from count_clusters(case, behind)
    if len(applicants) > 1:
        numbers = count_items(applicants, ("applicants",), "applicants")
        yield CountedThing(CCGS, numbers, whole=TOGETHER)
        yield CountedThing(WHO_APPLIES, numbers, beside=ALL_OF_THEM)
    if not COUNCILS.lacks_words(behind):
        yield CountedThing(COUNCILS, count_councils(case))


def count_posts(case: Case) -> tuple[StatedField, ...]:
    """Return the number of posts, and the sum of their whole-time equivalents if all state one."""
    resources = case.submission.resources
    real = resources.real_posts if resources else ()
    wtes = [post.wte.amount for post in real if post.wte]
    found = count_items(real, ("resources", "posts"), "posts")
    if wtes and len(wtes) == len(real):
        found += (
            StatedField(("resources", "posts"), make_count(int(sum(wtes))), "the number of posts, in WTE,"),
        )
    return found


def count_clusters(case: Case, behind: str) -> Iterator[CountedThing]:
    """Yield the clusters under each name that they go by, if the words behind figures can count them."""
    named = {a.clusters.name for a in case.submission.applicants if a.clusters and a.clusters.count}
    for name in sorted(named):
        nouns = compile_count(re.escape(name.lower()), name.casefold())
        if not nouns.lacks_words(behind) or not GROUPS.lacks_words(behind):
            fields = list_each_and_all(case, "applicants[].clusters.count", f"the number of {name}")
            yield CountedThing(nouns, tuple(fields))
            yield CountedThing(GROUPS, tuple(fields), beside=PRACTICES_IN)


def count_councils(case: Case) -> tuple[StatedField, ...]:
    """Count the councils of all applicants, each once. Return an empty tuple if one names none."""
    named = [applicant.local_authorities for applicant in case.submission.applicants]
    if not all(named):
        return ()
    path: Path = ("applicants", 0, "local_authorities")
    name = f"the number of councils{' of all the CCGs' if len(named) > 1 else ''}"
    return (StatedField(path, make_count(len({one for names in named for one in names})), name),)


def count_priorities(case: Case) -> Iterator[StatedField]:
    """Yield the number of shared priorities, and of those of each applicant."""
    yield from count_items(case.submission.priorities, ("priorities",), "priorities")
    for index, applicant in enumerate(case.submission.applicants):
        whose = f"priorities of {applicant.known_as}"
        yield from count_items(applicant.priorities, ("applicants", index, "priorities"), whose)


def count_functions(case: Case) -> Iterator[StatedField]:
    """Count the functions of the table, and those that are in scope, wholly or in part, or out of it."""
    table = list(list_rows(case))
    if not table:
        return
    path = table[0].path[:-1]
    answers = [row.function.in_scope for row in table]
    yield make_number_field(path, len(table), "functions in the table")
    if None not in answers:
        for words in (("yes",), ("no",), ("part",), ("yes", "part")):
            if number := sum(answer in words for answer in answers):
                yield make_number_field(
                    path, number, OUT_OF_SCOPE if words == ("no",) else "functions in scope"
                )


def count_practices(case: Case) -> Iterator[StatedField]:
    """Yield the numbers of practices: all, consulted, by contract and in votes."""
    yield from list_each_and_all(case, "applicants[].practices", "the number of practices")
    for pattern, name in (
        ("engagement.members.practices_consulted", "the number of practices asked"),
        *((f"applicants[].contracts.{kind}", BY_CONTRACT) for kind in ("gms", "pms", "apms")),
    ):
        yield from (StatedField(path, value, name) for path, value in case.list_values(pattern))
    if (voted := add_ballots(case)) and voted.amount:
        yield StatedField(("engagement", "members", "ballots"), voted, "the number of practices that voted")


def count_contracts(case: Case, behind: str) -> Iterator[CountedThing]:
    """Yield the practices that hold each kind of contract, if the words behind figures can count them."""
    for kind, nouns in HOLDING.items():
        if not nouns.lacks_words(behind):
            name = f"the number of practices with {kind.upper()} contracts"
            fields = tuple(list_each_and_all(case, f"applicants[].contracts.{kind}", name))
            yield CountedThing(nouns, fields, is_few=False)


def add_ballots(case: Case) -> Count | None:
    """Return how many voted in all ballots together, or None if no ballot states it."""
    found = [value for _, value in case.list_values("engagement.members.ballots[].voted")]
    return make_count(int(sum(value.amount for value in found))) if found else None


def count_items(items: tuple[object, ...], path: Path, what: str) -> tuple[StatedField, ...]:
    """Return the length of a list as a figure that a field states, or an empty tuple for an empty list."""
    return (make_number_field(path, len(items), what),) if items else ()
