"""Things counted in long texts, such as seven priorities, against the lists and numbers of the fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.counted_lists import PART_OF_THEM, SUBSET, make_count, make_number_field
from eoi.rules.shared.figures_against_fields import (
    Field,
    choose_fields,
    drop_repeats,
    find_differing_field,
    list_each_and_all,
    report_figure,
)
from eoi.rules.shared.prose_figures import ProseFigure
from eoi.rules.shared.scope_rows import list_rows
from eoi.source.nodes import Path
from eoi.submission.ccg_names import may_mean, name_words, names_of
from eoi.submission.quantities import Count

# What can stand between a number and its noun.
PLAIN = (
    r" ?(?:(?:main|key|local|strategic|member|gp|gps|general|existing|current|whole|new|proposed|work|"
    r"practice|council|"
    r"additional|extra|more|further|separate|different|priority|of|our|the|its|their|sixteen|16|"
    r"participating|"
    r"constituent|partner|applicant|geographical)\s+){0,3}"
)
ALL = Expression(
    r"\b(?:our|the|these|all|all of our|all the|its|following|has|have|are|there are|into|identif\w+|"
    r"set out|of|"
    r"each of (?:our|the)|ask for|need)$"
)
IN = Expression(r"\bin$")
EVERY = Expression(r"\b(?:all(?: of)?(?: the)?|there are)$")
# How some of them voted is told elsewhere.
VOTE = Expression(
    r"\b(?:voted|rejected|said (?:yes|no)|ballot\w*|undecided|opposed|"
    r"(?:were|was) (?:for|against|in favour))\b"
)
# Only some of the practices: those that came, or that something is said of.
SOME = Expression(
    r"(?: \S{1,30}){0,3} (?:present|absent|there|attended|came|inspected|that (?:were|did|had|have|are))\b"
)
OWNER = Expression(
    r"\b([A-Z][\w-]{1,40}(?: (?:and |of |the )?[A-Z][\w-]{1,40}){0,5})(?: CCG)?(?:['’]s?| has| have| with)$"
)
OURS = frozenset(
    ["we", "it", "our", "they", "which", "who", "ccgs", "practices", "members", "there", "this", "plan"]
)
COMES_FIRST = Expression(r"(?:^|[.,;:(])\s{0,5}$")
WHOLE = Expression(
    r" ?(?:member|constituent|participating)|(?: \w{1,30}){1,2} (?:"
    r"in all|in total|altogether|make up|belong)\b"
)
# CCGs of the region or of the county are not those that apply.
OTHER_CCGS = Expression(
    r" ?(?:more|further|additional|other)\b|(?: \w{1,30}){1,3} (?:in|of|to|for|around) (?:the|our|this)\b"
    r"| \w{1,30} (?:make|made) up\b"
)
HELD_ALREADY = Expression(
    r" ?(?:existing|current)\b|(?: \w{1,30}){1,2} (?:are|is) "
    r"(?:\w{1,30} )?(?:already|now|funded|filled|vacant)\b"
)
# `12 of the 16 functions`, `of the 16 functions, 12 are in scope`, `nine of the sixteen are out of scope`.
OF_FUNCTIONS = Expression(
    r" ?(?:of (?:the |our |all |these |those )?(?:\d+|\w+teen|twenty|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve)(?: functions)?|"
    r"of (?:the |our |these )?functions|of them|functions)\b"
)
OF_THEM = Expression(r" ?(?:are|would(?: be)?|will(?: be)?|stay|remain|lie|fall)\b")
THE_ALL = Expression(r"\b(?:of|all|the|our|these|those) $")
ARE_NOT = Expression(r" ?(?:functions )?(?:are|will|would|do|is) not\b(?! (?:in|within) )")
FUNCTIONS = Expression(r"\bfunctions\b")
OUT_OF_SCOPE = Expression(
    r"\b(?:(?:out|not in|outside)(?: of)? (?:the |our |this )?(?:scope|proposal|bid|application)|"
    r"(?:remain|stay|left|rest|lie)s? with nhs england)\b"
)
IN_SCOPE = Expression(
    r"\b(?:in scope|within (?:the )?scope|(?:part of|in) (?:our|this|the) (?:proposal|bid|application)|"
    r"(?:takes?|taking|taken) (?:on|part in)|come to us|pass to us)\b"
)
# What one of the groups would do is counted by the forum, and not by what is in scope.
OF_A_GROUP = Expression(r"\b(?:groups?|committees?|forum)\b")


class CountedThing(NamedTuple):
    """Something that is counted, by the nouns that people use for it.

    Of few things, such as priorities, any other number is a slip; of practices a much smaller number is a
    part of them.
    """

    nouns: Expression
    fields: tuple[Field, ...]
    is_few: bool = True
    whole: Expression | None = None
    beside: Expression | None = None


def check(case: Case) -> Iterator[Problem]:
    figures = [figure for figure in case.figures if figure.unit == "count" and figure.is_of_here]
    kinds = [kind for kind in list_counted_things(case) if kind.fields] if figures else []
    for figure in figures:
        yield from judge_scope(figure, case)
        before = figure.before
        is_part = PART_OF_THEM.match(figure.said.flat, figure.end) and not EVERY.search(before)
        if figure.is_of_now and not SUBSET.search(before) and not is_part:
            fitting = [kind for kind in kinds if kind.beside or not IN.search(before)]
            yield from drop_repeats(found for kind in fitting for found in judge(case, figure, kind, before))


def judge_scope(figure: ProseFigure, case: Case) -> Iterator[Problem]:
    flat = figure.said.flat
    is_of_them = (figure.written.path[0] == "scope" or FUNCTIONS.search(flat)) and (
        OF_FUNCTIONS.match(flat, figure.end)
        or (FUNCTIONS.search(flat, 0, figure.start) and OF_THEM.match(flat, figure.end))
    )
    answers = (
        find_answers_meant(flat, figure.end)
        if is_of_them and not THE_ALL.search(flat, 0, figure.start)
        else ()
    )
    if answers and (field := find_differing_field(figure, list_answered(case, answers))):
        yield report_figure(figure, field, sure=False)


def find_answers_meant(flat: str, end: int) -> tuple[str, ...]:
    """Return the answers a sentence speaks of: any where it speaks of both, none where of neither."""
    if ARE_NOT.match(flat, end):
        return ("no", "part")
    is_out, is_in = OUT_OF_SCOPE.search(flat), IN_SCOPE.search(OUT_OF_SCOPE.sub(" ", flat))
    if is_out and is_in:
        return ("yes", "part", "no")
    return ("no", "part") if is_out else ("yes", "part") if is_in else ()


def list_answered(case: Case, answers: tuple[str, ...]) -> list[Field]:
    """Return the counts of functions with these answers.

    Those in scope in part can be counted with the others or apart.
    """
    given = [row.function.in_scope for row in list_rows(case)]
    parts = [(one,) for one in answers]
    groups = {*parts, *((one, "part") for one in answers if one != "part")}
    found = [(group, sum(answer in group for answer in given)) for group in sorted(groups)]
    path = next((row.path[:-1] for row in list_rows(case)), ())
    if not given or None in given:
        return []
    return [
        make_number_field(path, number, f"functions {'out of' if group[0] == 'no' else 'in'} scope")
        for group, number in found
        if number
    ]


def judge(case: Case, figure: ProseFigure, kind: CountedThing, before: str) -> Iterator[Problem]:
    if kind.beside and not kind.beside.search(before):
        return
    noun = kind.nouns.match(figure.said.flat, figure.end)
    if noun and kind.nouns is FUNCTION_NOUNS and OF_A_GROUP.search(figure.sentence):
        return
    if noun and not counts_some_of_them(figure, kind, before, noun.end()) and not is_of_others(case, figure):
        field = find_differing_field(figure, choose_fields(case, figure, kind.fields))
        if field and is_a_part(figure, field, kind):
            return
        if field and is_close(figure.amount, field.stated.amount, kind.is_few):
            yield report_figure(figure, field, sure=ALL.search(before) is not None)


def is_a_part(figure: ProseFigure, field: Field, kind: CountedThing) -> bool:
    return (
        kind.whole is not None
        and figure.amount < field.stated.amount
        and not kind.whole.search(figure.sentence)
    )


def counts_some_of_them(figure: ProseFigure, kind: CountedThing, before: str, end: int) -> bool:
    """Tell whether some of the things are counted, not all.

    Practices that voted, that came or that begin a sentence are some of them; so are posts in place.
    """
    flat = figure.said.flat
    if kind.nouns is POSTS:
        return HELD_ALREADY.match(flat, figure.end) is not None
    if kind.nouns is CCGS:
        return ALL.search(before) is None and OTHER_CCGS.match(flat, figure.end) is not None
    if kind.nouns is not PRACTICES:
        return VOTE.search(flat, figure.end) is not None
    begins = COMES_FIRST.search(before) and not WHOLE.match(flat, figure.end)
    return bool(begins or VOTE.search(flat) or SOME.match(flat, end))


def is_of_others(case: Case, figure: ProseFigure) -> bool:
    """Tell whether the things are those of no applicant: `Leeds North has 28`, `Eastern Cheshire's 22`."""
    owner = OWNER.search(figure.said.text[: figure.start].rstrip())
    words = name_words(owner[1]) if owner else frozenset()
    names = [name for one in case.submission.applicants for name in names_of(one)]
    return bool(words) and not words & OURS and not may_mean(names, words)


def is_close(counted: Decimal, stated: Decimal, is_few: bool) -> bool:
    """Tell whether a number is near the one stated; nine practices of 45 that try something out are not."""
    if is_few:
        return counted <= 3 * stated + 2
    return abs(counted - stated) <= max(Decimal(2), stated * Decimal("0.35")) and 2 * counted > stated


def compile_count(words: str) -> Expression:
    return Expression(rf"{PLAIN}(?:{words})\b(?!\s+of the \d|\s+(?:from|in) (?:each|every)|\s+per)")


PRIORITIES = compile_count(r"priorit(?:y\s+(?:work\s+)?programmes|y\s+areas|ies)|work\s+programmes")
FUNCTION_NOUNS = compile_count("functions")
POSTS = compile_count(
    r"posts|appointments|people (?:would|will) be (?:hired|taken|recruited|appointed)|"
    r"(?:members of )?staff (?:would|will)|recruits|roles"
)
PRACTICES = compile_count("practices|surgeries")
CCGS = compile_count(
    r"(?:neighbouring\s+)?(?:ccgs?|(?:clinical\s+)?commissioning\s+groups?|organisations|partners)|"
    r"of us|of our ccgs"
)
# A few of the CCGs can share what the others do not.
TOGETHER = Expression(
    r"\b(?:appl\w+|bid|submi\w+|application|proposal|expression|names to|sign\w*|behind|put\w* forward|"
    r"partnership of|"
    r"all|one team|one lead|together)\b"
)
GROUPS = compile_count("groups")
# `Our practices work in six groups`.
PRACTICES_IN = Expression(r"\bpractices (?:\w+ ){1,4}(?:in|into|up)$")
COUNCILS = compile_count(r"councils?|local\s+authorit(?:y|ies)|boroughs?|council areas?")


def list_counted_things(case: Case) -> Iterator[CountedThing]:
    s = case.submission
    yield CountedThing(PRIORITIES, tuple(count_priorities(case)))
    yield CountedThing(FUNCTION_NOUNS, tuple(count_functions(case)), is_few=False)
    yield CountedThing(POSTS, count_posts(case))
    yield CountedThing(PRACTICES, tuple(count_practices(case)), is_few=False)
    yield from count_clusters(case)
    if len(s.applicants) > 1:
        yield CountedThing(CCGS, count_items(s.applicants, ("applicants",), "applicants"), whole=TOGETHER)
    yield CountedThing(COUNCILS, count_councils(case))


def count_posts(case: Case) -> tuple[Field, ...]:
    resources = case.submission.resources
    real = tuple(post for post in resources.posts if not post.is_sum) if resources else ()
    wtes = [post.wte.amount for post in real if post.wte]
    found = count_items(real, ("resources", "posts"), "posts")
    if wtes and len(wtes) == len(real):
        found += (Field(("resources", "posts"), make_count(int(sum(wtes))), "the number of posts, in WTE,"),)
    return found


def count_clusters(case: Case) -> Iterator[CountedThing]:
    named = {a.clusters.name for a in case.submission.applicants if a.clusters and a.clusters.count}
    for name in sorted(named):
        fields = list_each_and_all(case, "applicants[].clusters.count", f"the number of {name}")
        yield CountedThing(compile_count(re.escape(name.lower())), tuple(fields))
        yield CountedThing(GROUPS, tuple(fields), beside=PRACTICES_IN)


def count_councils(case: Case) -> tuple[Field, ...]:
    """Count the councils of all the applicants; one that two of them name counts once."""
    named = [applicant.local_authorities for applicant in case.submission.applicants]
    if not all(named):
        return ()
    path: Path = ("applicants", 0, "local_authorities")
    return (
        Field(path, make_count(len({name for names in named for name in names})), "the number of councils"),
    )


def count_priorities(case: Case) -> Iterator[Field]:
    yield from count_items(case.submission.priorities, ("priorities",), "priorities")
    for index, applicant in enumerate(case.submission.applicants):
        whose = f"priorities of {applicant.known_as}"
        yield from count_items(applicant.priorities, ("applicants", index, "priorities"), whose)


def count_functions(case: Case) -> Iterator[Field]:
    """Count the functions of the table, and those that are in scope, wholly or in part, or not."""
    table = list(list_rows(case))
    if not table:
        return
    path = table[0].path[:-1]
    answers = [row.function.in_scope for row in table]
    yield make_number_field(path, len(table), "functions in the table")
    if None not in answers:
        for words in (("yes",), ("no",), ("part",), ("yes", "part")):
            if number := sum(answer in words for answer in answers):
                yield make_number_field(path, number, "functions in scope")


def count_practices(case: Case) -> Iterator[Field]:
    yield from list_each_and_all(case, "applicants[].practices", "the number of practices")
    for pattern in ("engagement.members.practices_consulted", "applicants[].contracts.gms",
                    "applicants[].contracts.pms", "applicants[].contracts.apms"):  # fmt: skip
        yield from (Field(path, value, "the number of practices") for path, value in case.given(pattern))
    if (voted := add_ballots(case)) and voted.amount:
        yield Field(("engagement", "members", "ballots"), voted, "the number of practices that voted")


def add_ballots(case: Case) -> Count | None:
    found = [value for _, value in case.given("engagement.members.ballots[].voted")]
    return make_count(int(sum(value.amount for value in found))) if found else None


def count_items(items: tuple[object, ...], path: Path, what: str) -> tuple[Field, ...]:
    return (make_number_field(path, len(items), what),) if items else ()


RULE = Rule(
    summary="What the texts count is what the lists hold",
    why="A list that lost an item while the text still counts it makes a reader look for what is missing.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    fails="""
priorities: [Prevention, Long-term conditions, Urgent care]
benefits:
  five_year_plan: The plan names our four priorities.
""",
    passes="""
priorities: [Prevention, Long-term conditions, Urgent care]
benefits:
  five_year_plan: |
    The plan names three priorities. Two of our priorities need more work. In 2011 we had four priorities.
""",
)
