"""Sentences of the edition for the public say what is withheld, and never take it for missing or to come."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eoi.document.render import make_paper
from eoi.submission.redacting import BLACK
from tests.samples import examined, skeleton, words_of
from tests.thorough import examples

VIEWS = ("for", "against", "unsure")
VOTES = ("electorate", "voted", "for", "against")
PAPERS = ("public", "board-report")
BROKEN = re.compile(r", ?\.|\(\s*\)| , |\breplied,? ?\.")


def public(paper: str, more: str, *paths: str) -> str:
    """Return the words of a paper for the public, which withholds the fields at these paths."""
    rows = [f'  - {{path: "{path}", exemption: section 43(2), reason: Bargaining}}\n' for path in paths]
    source = skeleton(more=f"status: withdrawn\n{more}redactions:\n{''.join(rows)}")
    return words_of(make_paper(paper, examined(source), False, public=True))


def views_of(sides: set[str]) -> str:
    shares = ", ".join(f"{side}: {30 + len(side)}%" for side in VIEWS if side in sides)
    return f"engagement: {{public: {{method: survey, views: {{{shares}}}}}}}\n"


def sides(names: tuple[str, ...]) -> st.SearchStrategy[set[str]]:
    return st.sets(st.sampled_from(names), min_size=1)


@settings(max_examples=examples(30), deadline=None)
@given(given_=sides(VIEWS), hidden=sides(VIEWS), paper=st.sampled_from(PAPERS))
def test_the_views_of_the_public_are_told_or_withheld(given_: set[str], hidden: set[str], paper: str) -> None:
    paths = [f"engagement.public.views.{side}" for side in sorted(hidden & given_)] or ["summary"]
    words = public(paper, views_of(given_) + "summary: Ours.\n", *paths)
    assert not BROKEN.search(words)
    assert ("said is withheld." in words) == (given_ <= hidden)
    assert ("replied, " in words) == (not given_ <= hidden)
    assert words.count(f"{BLACK} (withheld") >= bool(given_ & hidden)


@pytest.mark.parametrize("paper", PAPERS)
def test_views_that_are_withheld_as_a_whole_have_one_box(paper: str) -> None:
    words = public(paper, views_of(set(VIEWS)), "engagement.public.views")
    said = "What the public said" if paper == "board-report" else "What they said"
    assert f"{said} is withheld. {BLACK} (withheld 1)" in words
    assert words.count(BLACK) == 1


@settings(max_examples=examples(30), deadline=None)
@given(st.lists(st.tuples(st.sampled_from(("yes", "no", "part", "")), st.booleans()), min_size=1, max_size=4))
def test_a_scope_that_is_withheld_is_never_left_open(rows: list[tuple[str, bool]]) -> None:
    more = "".join(
        f"    - {{function: Function {at}{f', in_scope: {scope}' if scope else ''}}}\n"
        for at, (scope, _) in enumerate(rows)
    )
    hidden = [f"scope.functions[{at}].in_scope" for at, (scope, hides) in enumerate(rows) if hides and scope]
    words = public("public", f"summary: Ours.\nscope:\n  functions:\n{more}", "summary", *hidden)
    (line,) = (line for line in words.splitlines() if re.search(r" lists \w+ functions?\b", line))
    assert ("withheld" in line) == bool(hidden)
    assert ("whose scope is withheld" in line) == (len(hidden) == len(rows))
    assert ("left open" in line) == any(not scope for scope, _ in rows)


@settings(max_examples=examples(30), deadline=None)
@given(given_=sides(VOTES), hidden=sides(VOTES))
def test_a_vote_whose_result_is_withheld_is_over(given_: set[str], hidden: set[str]) -> None:
    figures = ", ".join(f"{name}: {60 + at}" for at, name in enumerate(VOTES) if name in given_)
    paths = [f"engagement.members.ballot.{name}" for name in sorted(hidden & given_)]
    more = f"summary: Ours.\nengagement: {{members: {{ballot: {{{figures}}}}}}}\n"
    words = public("public", more, "summary", *paths)
    assert not BROKEN.search(words)
    has_voted = bool(given_ & {"voted", "for", "against"})
    assert ("Practices voted." in words) == has_voted
    assert ("put to a vote" in words) == (not has_voted)
    assert ("The figures are withheld." in words) == (has_voted and given_ - {"electorate"} <= hidden)


def test_a_vote_that_is_withheld_as_a_whole_has_one_box() -> None:
    more = "engagement: {members: {ballot: {electorate: 75, voted: 60, for: 50, against: 10}}}\n"
    words = public("public", more, "engagement.members.ballot")
    assert f"Practices voted. The figures are withheld. {BLACK} (withheld 1)" in words
    assert words.count(BLACK) == 1
