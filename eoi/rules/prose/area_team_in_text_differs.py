"""The area team of NHS England, in long texts and in the field."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from eoi.findings import Severity
from eoi.reference import load_ccgs
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.problems import report_contradiction
from eoi.rules.shared.prose import Sentence
from eoi.rules.shared.prose.mood import is_certain, is_of_another_time
from eoi.rules.shared.prose.words import SMALL, list_telling_words

TEAM = "area team"
COMMON = SMALL | frozenset(["nhs", "england", "area", "team", "local", "region", "s"])
LINKS = frozenset(["and", "of", "the"])


def check(case: Case) -> Iterator[Problem]:
    listed = list(case.list_values("applicants[].area_team"))
    stated = [list_telling_words(team, COMMON) for _, team in listed]
    # A region, say, has several teams.
    if len(stated) < len(case.submission.applicants) or not list_known_teams().issuperset(stated):
        return
    for sentence in case.prose.find_sentences(TEAM):
        name = find_name_of_team(sentence)
        words = list_telling_words(name, COMMON)
        is_another = words in list_known_teams() and all(map(words.isdisjoint, stated))
        if is_another and is_certain(sentence) and not is_of_another_time(sentence.flat):
            message = f"This names the area team of {name}, which is not that of the field."
            yield report_contradiction(sentence, message, listed[0][0])


def find_name_of_team(sentence: Sentence) -> str:
    """Return the words with capitals that stand before `area team`, or an empty text."""
    before = sentence.text[: sentence.flat.find(TEAM)].split()
    name: list[str] = []
    while before and (before[-1][0].isupper() or (name and before[-1] in LINKS)):
        name.insert(0, before.pop())
    while name and name[0] in LINKS:
        del name[0]
    return " ".join(word for word in name if not word.startswith(("NHS", "England")))


@cache
def list_known_teams() -> frozenset[frozenset[str]]:
    """Return the telling words of every area team in the list."""
    return frozenset(list_telling_words(ccg.area_team, COMMON) for ccg in load_ccgs().values())


RULE = Rule(
    summary="Texts and fields name the same area team",
    why="A text that names the area team of another area was most often taken from another CCG's document.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself, and the area teams in the published list of CCGs of October 2014",
    needs=("applicants[].area_team",),
    fails="""
applicants: [{name: NHS Norwich CCG, area_team: East Anglia}]
summary: We ask for joint commissioning with NHS England's Essex area team.
""",
    passes="""
applicants: [{name: NHS Norwich CCG, area_team: East Anglia}]
summary: We ask for joint commissioning with NHS England's East Anglia area team. The area team agrees.
""",
)
