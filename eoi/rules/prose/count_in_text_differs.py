"""Things counted in long texts, such as seven priorities, against the lists and numbers of the fields."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures import ProseFigure
from eoi.rules.shared.figures.counted_lists import PART_OF_THEM, SUBSET
from eoi.rules.shared.figures.counted_things import (
    BY_CONTRACT,
    CCGS,
    FUNCTION_NOUNS,
    HOLDING,
    OUT_OF_SCOPE,
    PRACTICES,
    TOGETHER,
    WHO_APPLIES,
    CountedThing,
    list_counted_things,
)
from eoi.rules.shared.figures.counts_of_some import (
    ALL,
    are_new_ones,
    counts_some_of_them,
    has_part_in_list,
)
from eoi.rules.shared.figures.figures_against_fields import (
    StatedField,
    choose_fields,
    drop_repeats,
    find_differing_field,
    find_owner,
    find_whole,
    report_figure,
)
from eoi.rules.shared.functions.functions_in_sentences import WITHIN, find_answers_meant, judge_scope
from eoi.rules.shared.problems import report_contradiction
from eoi.rules.shared.prose.mood import is_certain
from eoi.rules.shared.prose.words import reduce_to_words
from eoi.submission.ccg_names import is_named, list_name_words, may_mean, name_words

IN = Expression(r"\bin$")
EVERY = Expression(r"\b(?:all(?: of)?(?: the)?|there are)$")
OWNER = Expression(
    r"\b([A-Z][\w-]{1,40}(?: (?:and |of |the )?[A-Z][\w-]{1,40}){0,5})(?: CCG)?(?:['’]s?| has| have| with)$",
    words="’|'| has| have| with",
)
OURS = frozenset(
    ["we", "it", "our", "they", "which", "who", "ccgs", "practices", "members", "there", "this", "plan"]
)
OF_A_PLACE = Expression(r"\s(?:of|in|across|around|from) (?:the |all )?[A-Z]")
LOCALITY = frozenset(
    ["locality", "neighbourhood", "cluster", "federation", "district", "town", "patch", "hub", "alliance"]
)
# The greatest distance, in characters, of the name of a CCG behind its practices.
FARTHEST = 50
NO_CONTRACTS = Expression(
    r"\b(?:(?:(?:we|the ccg) (?:have|has)|there (?:are|is)) no|"
    r"(?:none of (?:our|the) (?:member )?|no (?:member )?)practices? (?:has|have|holds?)(?: an?| any)?) "
    r"(?P<kind>a?pms|gms) (?:practices?|contracts?|contractors?)(?=\s*(?:[.,;:)]|and\b|$))",
    words="gms|pms",
)
# The tasks of a group are counted by the forum, not by the scope.
OF_A_GROUP = WordList("group|groups|committee|committees|forum")


def check(case: Case) -> Iterator[Problem]:
    yield from judge_no_contracts(case)
    figures = [figure for figure in case.figures if figure.unit == "count"]
    if not figures:
        return
    kinds = [kind for kind in list_counted_things(case, figures) if kind.fields]
    for figure in figures:
        # Most figures agree, so what excuses the others is looked for last.
        in_scope = [found for found in judge_scope(figure, case) if figure.is_of_here]
        before = figure.before
        is_inside = before.endswith("in") and IN.search(before)
        fitting = [kind for kind in kinds if kind.beside or not is_inside]
        differing = list(drop_repeats(one for kind in fitting for one in judge(case, figure, kind, before)))
        if not differing or not counts_all_now(figure, before):
            differing = []
        if found := [*in_scope, *differing]:
            from eoi.rules.shared.figures.other_areas import is_of_another_area  # late: most figures agree

            if not is_of_another_area(case, figure):
                yield from drop_repeats(found)


def counts_all_now(figure: ProseFigure, before: str) -> bool:
    """Tell whether a figure counts all of the things there are now, not a part or those of another time."""
    is_part = PART_OF_THEM.match(figure.said.flat, figure.end) and not EVERY.search(before)
    return figure.is_of_now and not SUBSET.search(before) and not is_part


def judge(case: Case, figure: ProseFigure, kind: CountedThing, before: str) -> Iterator[Problem]:
    noun = kind.nouns.match(figure.said.flat, figure.end)
    if noun and kind.beside and not kind.beside.search(before):
        return
    if noun and kind.nouns is FUNCTION_NOUNS and OF_A_GROUP.is_in(figure.sentence):
        return
    if noun and not counts_some_of_them(figure, kind, before, noun.end()) and not is_of_others(case, figure):
        field = find_differing_field(figure, choose_fields(case, figure, list_fields_meant(figure, kind)))
        if field and kind.nouns in (CCGS, WHO_APPLIES) and names_neighbour(case, figure):
            return
        whole = find_whole(figure, case.figures) if field else None
        if field and (is_a_part(figure, field, kind) or is_of_a_place(figure, kind, noun.end())):
            return
        if field and (has_part_in_list(case, figure, field) or are_new_ones(case, figure, kind, field)):
            return
        if (
            field
            and kind.nouns in (PRACTICES, *HOLDING.values())
            and counts_other_practices(case, figure, field)
        ):
            return
        if whole and any(whole.agrees_with(one.stated) for one in kind.fields):
            return
        if field and (
            is_close(figure.amount, field.stated.amount, kind.is_few)
            or is_more_than_all(case, figure, field, noun.end())
            or (kind.nouns in HOLDING.values() and is_more_than_hold(case, figure, field))
        ):
            yield report_figure(figure, field, sure=ALL.search(before) is not None)


def list_fields_meant(figure: ProseFigure, kind: CountedThing) -> tuple[StatedField, ...]:
    """Return the fields that a figure can be compared with.

    A sentence on functions in scope does not count those out of it.
    """
    is_in = kind.nouns is FUNCTION_NOUNS and find_answers_meant(figure.said.flat, figure.end) == WITHIN
    return tuple(one for one in kind.fields if not (is_in and OUT_OF_SCOPE in one.name))


def is_a_part(figure: ProseFigure, field: StatedField, kind: CountedThing) -> bool:
    """Tell whether a smaller number counts a part, since the sentence does not speak of the whole."""
    return (
        kind.whole is not None
        and figure.amount < field.stated.amount
        and not kind.whole.search(figure.sentence)
    )


def is_more_than_all(case: Case, figure: ProseFigure, field: StatedField, end: int) -> bool:
    """Tell whether more practices are counted of a CCG, in words such as `of Norwich CCG`, than it has."""
    owner = find_owner(field.path)
    if not isinstance(owner, int) or not field.stated.amount < figure.amount <= 3 * field.stated.amount:
        return False
    whose = figure.said.text[end : end + FARTHEST]
    is_theirs = OF_A_PLACE.match(whose) is not None and " CCG" in whose
    return is_theirs and is_named(list_name_words(case.submission.applicants[owner]), name_words(whose))


def is_more_than_hold(case: Case, figure: ProseFigure, field: StatedField) -> bool:
    """Tell whether a text counts more practices with one kind of contract than its field does."""
    practices = [one.practices for one in case.submission.applicants if one.practices]
    return field.stated.amount < figure.amount <= sum(one.amount for one in practices)


def judge_no_contracts(case: Case) -> Iterator[Problem]:
    """Report a text by which no practice has a kind of contract that some have by their field."""
    for kind in ("gms", "pms", "apms"):
        held = [
            (path, value)
            for path, value in case.list_values(f"applicants[].contracts.{kind}")
            if value.amount
        ]
        for sentence in case.prose.find_sentences(kind) if held else ():
            found = NO_CONTRACTS.search(sentence.flat)
            if (
                found
                and found["kind"] == kind
                and len(case.submission.applicants) == 1
                and is_certain(sentence)
            ):
                path, number = held[0]
                yield report_contradiction(
                    sentence,
                    f"This says that there are none; the number with {kind.upper()} contracts is {number}.",
                    path,
                    at=found.span(),
                )


def counts_other_practices(case: Case, figure: ProseFigure, field: StatedField) -> bool:
    """Tell whether practices of a locality, of a part of the area or of one contract are counted."""
    from eoi.rules.shared.figures.parts_of_the_area import (
        is_of_a_part_of_the_area,
    )  # late: most figures agree

    if field.name == BY_CONTRACT or not LOCALITY.isdisjoint(reduce_to_words(figure.sentence).split()):
        return True
    return is_of_a_part_of_the_area(case, figure)


def is_of_a_place(figure: ProseFigure, kind: CountedThing, end: int) -> bool:
    """Tell whether the CCGs of a county are counted, as in `the three CCGs of West Sussex meet`."""
    if kind.nouns is not CCGS or TOGETHER.search(figure.sentence):
        return False
    return OF_A_PLACE.match(figure.said.text, end) is not None


def names_neighbour(case: Case, figure: ProseFigure) -> bool:
    """Tell whether a sentence names a CCG that does not apply, as in `the five CCGs, with West Norfolk`."""
    from eoi.reference import load_ccgs  # late: most numbers of CCGs agree

    capitals = " ".join(word for word in figure.said.text.split() if word[0].isupper())
    said = name_words(capitals)
    applying = [name for one in case.submission.applicants for name in list_name_words(one)]
    listed = (name_words(ccg.name) for ccg in load_ccgs().values())
    return any(name and name <= said and not may_mean(applying, name) for name in listed)


def is_of_others(case: Case, figure: ProseFigure) -> bool:
    """Tell whether the things counted belong to no applicant, as in `Leeds North has 28`."""
    owner = OWNER.search(figure.said.text[: figure.start].rstrip())
    words = name_words(owner[1]) if owner else frozenset()
    names = [name for one in case.submission.applicants for name in list_name_words(one)]
    return bool(words) and not words & OURS and not may_mean(names, words)


def is_close(counted: Decimal, stated: Decimal, is_few: bool) -> bool:
    """Tell whether a number is near enough to the stated one to mean the same things.

    Nine of 45 practices that try something out are not.
    """
    if is_few:
        return counted <= 3 * stated + 2
    return abs(counted - stated) <= max(Decimal(2), stated * Decimal("0.35")) and 2 * counted > stated


RULE = Rule(
    summary="Texts count as many as the lists hold",
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
