"""Lists of a submission that texts count: concerns, conditions, stages, options and groups.

Their nouns mean other things as well, such as conditions that people live with. So the sentence also has to
hold words that belong to the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from eoi.expressions import Expression, WordList, Words
from eoi.frozen_value import FrozenValue
from eoi.rules.case import Case
from eoi.rules.shared.figures import ProseFigure
from eoi.rules.shared.figures.figures_against_fields import StatedField
from eoi.source.nodes import Path
from eoi.submission.quantities import Count

# Words that may stand between a number and its noun.
BETWEEN = (
    r" ?(?:(?:main|key|major|chief|significant|serious|different|separate|distinct|possible|successive|"
    r"clear|joint|new|such|points? of|areas? of|governance|formal|model)\s+){0,3}"
)
SUBSET = Expression(
    r"\b(?:first|last|other|another|next|remaining|top|at least|up to|only|some|neighbouring|pilot|"
    r"between|least|most)$",
    words="first|last|other|next|remaining|top|least|up to|only|some|neighbouring|pilot|between|most",
)
PART_OF_THEM = Expression(r" ?of (?:the|our|these|those|its)\b(?! (?:\d+|\w+teen|twenty) functions)")
AFTER = r"(?!\s+(?:of the \d|(?:from|in) (?:each|every)|per)\b)"


class CountedList(FrozenValue):
    """Nouns for a list, words that a sentence must hold and must not hold, and the lists counted."""

    nouns: Expression
    beside: Words
    unlike: Words
    lists: tuple[tuple[Path, int, str], ...]


def compile_nouns(nouns: str, words: str) -> Expression:
    """Return the expression that matches the words after a number: any of some nouns."""
    return Expression(rf"{BETWEEN}(?:{nouns})\b{AFTER}", words=words)


CONCERNS = compile_nouns(
    r"concerns?|worries|anxieties|reservations|misgivings|objections",
    "concern|worries|anxieties|reservations|misgivings|objections",
)
MEMBERS = WordList("member|members|gp|gps|practices")
PUBLIC = WordList("public|patient|patients|residents|people|respondents|associates")
BOARD = WordList("board|boards")
OF_OTHERS = WordList("each|high|medium|low|lmc|council|healthwatch|trust|provider|nhs england")
CONDITIONS = compile_nouns(
    "conditions?|provisos?|stipulations|strings", "condition|proviso|stipulations|strings"
)
GIVEN = WordList("board|boards|support*|approv*|subject|attach*|set|impos*|stipulat*")
ILLNESS = WordList("long-term|patient|patients|people|health conditions|living|disease|diseases|chronic|care")
STAGES = compile_nouns("stages?|phases?|steps?", "stage|phase|step")
MOVES = WordList(
    "transform*|chang*|mov*|arrangement|arrangements|cocommissioning|co-commissioning|delegation|"
    "plan|we|our|us|there"
)
PATHWAY = WordList("pathway|patient|patients|recruit*|survey|consultation|procurement|appeal*|complain*|next")
OPTIONS = compile_nouns(
    "options|ways(?: of (?:going|doing|working)| forward)?|models|possibilities|forms|routes",
    "options|ways|models|possibilities|forms|routes",
)
CHOICE = WordList(
    "consider*|look*|weigh*|compar*|apprais*|assess*|chose|choice|choose|between|exam*|discuss*|"
    "open to us|before us|had|put"
)
CARE = WordList("model of care|models of care|patient|patients|care models|provider|practices")
GROUPS = compile_nouns("groups|committees", "groups|committees")
RUNS = WordList(
    "oversee*|run|runs|decid*|govern*|set up|form*|arrangements|there are|there would be|"
    "there will be|establish*|propose*|do all|do the work"
)
OTHER_GROUPS = WordList(
    "patient|patients|practices|user|users|community|voluntary|working groups|commissioning groups|"
    "of people|of the group|subcommittee|subcommittees|sub-committee|sub-committees|audit|existing"
)
# One group of the list may stand for a committee of each CCG.
OF_EACH_CCG = WordList("committees|groups|common")


NOUNS = (CONCERNS, CONDITIONS, STAGES, OPTIONS, GROUPS)


def join_words_behind(figures: Iterable[ProseFigure]) -> str:
    """Join what follows each figure in its sentence, to look there for the nouns of what is counted."""
    return "\n".join([figure.said.flat[figure.end :] for figure in figures])


def list_counted_lists(case: Case) -> Iterator[CountedList]:
    """Yield the lists that are not empty."""
    for one in (*list_concerns(case), *list_of_arrangement(case), *list_of_governance(case)):
        if any(number for _, number, _ in one.lists):
            yield one


def list_concerns(case: Case) -> Iterator[CountedList]:
    """Yield the lists of concerns and conditions."""
    s = case.submission
    engagement = s.engagement
    members = engagement.members if engagement else None
    public = engagement.public if engagement else None
    if members and members.concerns:
        listed = [(("engagement", "members", "concerns"), len(members.concerns), "members' concerns")]
        yield CountedList(
            CONCERNS, MEMBERS, OF_OTHERS, (*listed, *count_by_level(members.concerns, listed[0][0]))
        )
    if public and public.concerns:
        path: Path = ("engagement", "public", "concerns")
        yield CountedList(
            CONCERNS, PUBLIC, OF_OTHERS, ((path, len(public.concerns), "the public's concerns"),)
        )
    raised = [one for one in enumerate(s.support) if one[1].concerns]
    yield CountedList(CONCERNS, BOARD, OF_OTHERS, tuple(
        (("support", index, "concerns"), len(one.concerns), "concerns recorded") for index, one in raised
    ))  # fmt: skip
    yield CountedList(CONDITIONS, GIVEN, ILLNESS, tuple(
        (("support", index, "conditions"), len(one.conditions), "conditions recorded")
        for index, one in enumerate(s.support) if one.conditions
    ))  # fmt: skip


def count_by_level(concerns: tuple[object, ...], path: Path) -> Iterator[tuple[Path, int, str]]:
    """Yield how many concerns each level has, since "three serious concerns" counts those of one level."""
    levels = [getattr(one, "level", None) for one in concerns]
    for level in sorted({level for level in levels if level}):
        yield path, levels.count(level), f"concerns of level {level}"


def list_of_arrangement(case: Case) -> Iterator[CountedList]:
    """Yield the lists of stages and of options."""
    arrangement = case.submission.arrangement
    if arrangement:
        phases, options = len(arrangement.phases), len(arrangement.options)
        yield CountedList(STAGES, MOVES, PATHWAY, ((("arrangement", "phases"), phases, "phases"),))
        yield CountedList(OPTIONS, CHOICE, CARE, ((("arrangement", "options"), options, "options"),))


def list_of_governance(case: Case) -> Iterator[CountedList]:
    """Yield the list of groups, unless each CCG has its own."""
    governance = case.submission.governance
    if governance and not any(OF_EACH_CCG.is_in(group.name or "") for group in governance.groups):
        path: Path = ("governance", "groups")
        yield CountedList(GROUPS, RUNS, OTHER_GROUPS, ((path, len(governance.groups), "groups"),))


def make_number_field(path: Path, number: int, what: str) -> StatedField:
    """Return a number that was counted, such as the length of a list, as a figure that a field states."""
    return StatedField(path, make_count(number), f"the number of {what}")


def make_count(number: int) -> Count:
    """Return an exact count."""
    return Count(f"{number:,}", Decimal(number), Decimal(1))
