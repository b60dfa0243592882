"""Names of bodies, offices and policies take `the` in a sentence, and names of people take no article."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eoi.document.front_page.in_brief import summarise_proposal
from eoi.document.words.articles import with_the
from eoi.document.words.names_of_bodies import takes_the
from tests.samples import examined, interest, paper, skeleton, words_of
from tests.thorough import examples

FIRST = ("Jane", "Jo", "Amrit", "Zoë", "Mary-Ann", "Seán")
LAST = ("Smith", "O'Neill", "de Souza", "Patel", "Lloyd Jones", "Okafor")
TITLES = ("", "Dr ", "Councillor ", "Cllr ", "Professor ", "Mrs ")
ENDINGS = ("", ", Chair", " (Chair)", " of the Board", " MBE")
people = st.builds(
    lambda title, first, last, ending: f"{title}{first} {last}{ending}",
    st.sampled_from(TITLES),
    st.sampled_from(FIRST),
    st.sampled_from(LAST),
    st.sampled_from(ENDINGS),
)
bodies = st.builds(
    lambda place, kind: f"{place} {kind}",
    st.sampled_from(("Somerset", "Joint", "Health and Wellbeing", "Primary Care")),
    st.sampled_from(("Board", "Committee", "Council", "Subgroup", "Team", "LMC", "Boards", "Trust", "Panel")),
)


@given(people)
def test_no_name_of_a_person_takes_an_article(name: str) -> None:
    assert with_the(name) == name


@given(bodies)
def test_every_name_of_a_body_takes_an_article(name: str) -> None:
    assert with_the(name) == f"the {name}"


@pytest.mark.parametrize(
    "name",
    [
        "Accountable Officer",
        "Chair",
        "Director of Finance",
        "Board of Directors",
        "Lay member",
        "CCG's Board",
        "Governing Bodies",
        "Conflicts of Interest Policy",
    ],
)
def test_offices_and_policies_take_an_article(name: str) -> None:
    assert takes_the(name)


@pytest.mark.parametrize("name", ["Jane Smith's team", "Healthwatch", "Somerset", "Joint Working", ""])
def test_names_of_an_unknown_kind_take_no_article(name: str) -> None:
    assert not takes_the(name)


@settings(max_examples=examples(15), deadline=None)
@given(people)
def test_no_document_puts_an_article_before_a_person(name: str) -> None:
    said = f"'{name.replace(chr(39), chr(39) * 2)}'"
    more = (
        f"governance:\n  conflicts_of_interest: {{guardian: {said}}}\n"
        f"  reserved_decisions: [{{decision: Budget, body: {said}}}]\n"
        f"  groups: [{{name: Joint Group, reports_to: [{said}]}}]\n"
        f"support: [{{body: {said}, view: We agree., conditions: [Ask us], concerns: [{{concern: Cost}}]}}]\n"
        f"scope: {{functions: [{{function: Estates, lead: {said}}}, {{function: Care}}, {{function: IT}}]}}\n"
    )
    source = skeleton(more=more)
    papers = (interest(source), *(paper(one, source) for one in ("board-report", "summary", "risk-register")))
    words = "\n".join(map(words_of, papers))
    assert name in words
    assert f"the {name}".lower() not in words.lower()


def test_a_vote_of_one_has_one_voter() -> None:
    more = "engagement: {members: {ballot: {electorate: 1, voted: 1, voters: GPs}}}\n"
    assert "Of 1 GP, 1 took part." in words_of(interest(skeleton(more=more)))


@pytest.mark.parametrize(
    ("method", "said"),
    [
        ("One meeting", "one meeting"),
        ("Meetings", "meetings"),
        ("A survey", "a survey"),
        ("Survey", "a survey"),
        ("GP events", "GP events"),
    ],
)
def test_the_way_of_asking_reads_as_part_of_its_sentence(method: str, said: str) -> None:
    text = words_of(interest(skeleton(more=f"engagement: {{public: {{method: {method}}}}}\n")))
    assert f"Patients and the public were asked by {said}." in text


@pytest.mark.parametrize(
    ("scope", "number", "said"),
    [
        ("yes", 2, "two functions, both in scope."),
        ("yes", 3, "three functions, all in scope."),
        ("no", 2, "two functions, neither of them in scope."),
        ("no", 3, "three functions, none of them in scope."),
    ],
)
def test_two_functions_are_both_in_scope_or_neither(scope: str, number: int, said: str) -> None:
    rows = ", ".join(f"{{function: Function {at}, in_scope: {scope}}}" for at in range(number))
    assert said in words_of(interest(skeleton(more=f"scope: {{functions: [{rows}]}}\n")))


@pytest.mark.parametrize(
    ("conditions", "said"),
    [
        ((1, 1), "; both set conditions."),
        ((1, 0), "; one of them set conditions."),
        ((1, 1, 1), "; all of them set conditions."),
        ((1, 1, 0), "; two of them set conditions."),
        ((0, 0), "considered it."),
    ],
)
def test_supporters_are_joined_and_counted_as_people_speak(conditions: tuple[int, ...], said: str) -> None:
    names = ("Somerset Health and Wellbeing Board", "Dorset Council", "Devon Council")
    rows = [
        f"{{body: {name}, date: 1 June 2014, view: We agree., conditions: [{'Ask us' if one else ''}]}}"
        for name, one in zip(names, conditions, strict=False)
    ]
    source = skeleton(more=f"support: [{', '.join(rows).replace(', conditions: []', '')}]\n")
    words = " ".join(brief(source).split())
    assert said in words
    if len(conditions) == 2:
        joined = "The Somerset Health and Wellbeing Board (1 June 2014) and the Dorset Council (1 June 2014)"
        assert f"{joined} considered it" in words


def brief(source: str) -> str:
    return "\n".join(summarise_proposal(examined(source).submission))
