"""Generated sentences hold together whatever is left out of a submission, and never show their seams."""

from __future__ import annotations

import random
import re
from typing import Any, cast

import pytest
import yaml

from eoi.document.blocks import Callout, Document, Paragraph
from eoi.document.inlines import plain_text
from tests.samples import COMPLETE, example, interest, lines_of, words_of
from tests.strategies import Fields, Written, as_yaml

SEAMS = re.compile(
    r"\bNone\b|Undefined|\.\.|\s[,.;:!?]|\(\s*\)|(?<=\S) {2}|,,|: \.|\(,|^[,;:.)]|\b(the|a|an) (the|a|an)\b"
)
COMPLETE_FIELDS = cast("Fields", yaml.load(COMPLETE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))
SEEDS = 120


def some_of(written: Written, choice: random.Random, share: float) -> Written:
    """About a `share` of every group and more of each list, down to the last field."""
    match written:
        case dict():
            return {
                name: kept
                for name, value in written.items()
                if (kept := some_of(value, choice, share)) and choice.random() < share
            }
        case list():
            return [
                kept
                for item in written
                if (kept := some_of(item, choice, share)) and (len(written) == 1 or choice.random() < 0.7)
            ]
        case str():
            return written


def partial(seed: int) -> str:
    """The complete submission with much of it left out, and now and then a second CCG."""
    choice = random.Random(seed)
    fields = cast("Fields", some_of(COMPLETE_FIELDS, choice, choice.choice((0.2, 0.4, 0.6, 0.8))))
    (applicant,) = cast("list[Fields]", COMPLETE_FIELDS["applicants"])
    first: Written = {"name": applicant["name"]} | cast("Fields", some_of(applicant, choice, 0.6))
    others: list[Written] = [{"name": "NHS Elsewhere CCG"}] if choice.random() < 0.3 else []
    return as_yaml(fields | {"round": "2014", "form": "joint", "applicants": [first, *others]})


def sentences(document: Document) -> list[str]:
    """Paragraphs that stand in the text, not in a list or a table, where a phrase will do."""
    blocks = [
        block
        for outer in document.blocks
        for block in (outer.blocks if isinstance(outer, Callout) else (outer,))
    ]
    return [
        plain_text(block.children)
        for block in blocks
        if isinstance(block, Paragraph) and block.role == "body"
    ]


def is_whole(sentence: str) -> bool:
    """A capital, digit or quotation mark first; a full stop last, or an address, or a list to come."""
    return (
        re.match(r"[^a-z]", sentence) is not None
        and re.search(r"[.?!:]$|https?://\S+$", sentence) is not None
    )


@pytest.mark.parametrize("final", [False, True])
def test_no_seam_shows_whatever_is_left_out(final: bool) -> None:
    for seed in range(final, SEEDS, 2):
        document = interest(partial(seed), final=final)
        assert (seed, [line for line in lines_of(document.blocks) if SEAMS.search(line)]) == (seed, [])
        assert (seed, [line for line in sentences(document) if not is_whole(line)]) == (seed, [])


def test_the_parts_differ_and_are_neither_empty_nor_complete() -> None:
    sizes = {len(partial(seed)) for seed in range(SEEDS)}
    assert len(sizes) > SEEDS - 20
    assert max(sizes) < len(as_yaml(COMPLETE_FIELDS))


@pytest.mark.parametrize(
    "line",
    [
        "None replied",
        "It has 31 practices .",
        "A survey ()",
        "the the group",
        "a  b",
        "so.. on",
        "x, , y",
        ". Two left",
    ],
)
def test_a_seam_would_be_seen(line: str) -> None:
    assert SEAMS.search(line)


def test_the_real_submission_shows_no_seam() -> None:
    document = interest(example("bath-and-north-east-somerset"), final=True)
    assert [line for line in lines_of(document.blocks) if SEAMS.search(line)] == []
    assert [line for line in sentences(document) if not is_whole(line)] == []


# What a submission holds, and words that an editor would strike out of the document it becomes.
STRUCK_OUT = {
    "one cluster is no plural": ("clusters: {count: 1}, practices: 1", "in 1 clusters"),
    "a MoU": ("commissioning_support: {provider: CSU, agreement: MoU}", "a MoU"),
    "a sentence without a verb": ("contracts: {gms: 22, pms: 8}", "Of its practices, 22 on"),
    "the team named twice": ("area_team: Wessex Area Team", "Area Team area team"),
    "two ands": (
        "population: {resident: 5000, registered: 6000}, budget: £9m",
        "of 5,000 and a registered population of 6,000 and has",
    ),
}
STRUCK_OUT_BELOW = {
    "one person is no people": ("engagement: {public: {sent: 1, responses: 1}}", "1 people"),
    "one practice has a capital": ("engagement: {members: {practices_consulted: 1}}", "\none practice"),
    "the one who decides has a capital": (
        "decision: {outcome: approved, by: the area team}",
        "\nthe area team",
    ),
    "those who withdraw have a capital": (
        "decision: {outcome: withdrawn, by: the two Boards}",
        "\nthe two Boards",
    ),
    "NHS England takes no article": (
        "governance: {reserved_decisions: [{decision: X, body: NHS England}]}",
        "the NHS England",
    ),
    "nor does it in a list": (
        "governance: {reserved_decisions: [{decision: X, body: NHS England}, {decision: Y, body: Z}]}",
        "the NHS England",
    ),
    "a decision without a name": (
        "governance: {reserved_decisions: [{body: A}, {decision: Y, body: Z}]}",
        "\n: remains",
    ),
    "a case without a name": (
        "governance: {conflicts_of_interest: {cases: [{date: 2013-11, outcome: Two left}]}}",
        "None",
    ),
    "a case with nothing but its outcome": (
        "governance: {conflicts_of_interest: {cases: [{outcome: Two left}]}}",
        "\n. Two left",
    ),
    "the guardian by role": ("governance: {conflicts_of_interest: {guardian: chair}}", "guardian is chair."),
    "three groups, two of them named": (
        "governance: {groups: [{name: A}, {name: B}, {meets: monthly}]}",
        "3 groups would oversee the work: the A and the B.",
    ),
    "a sentence begins with a figure": ("governance: {groups: [{name: A}, {name: B}]}", "\n2 groups"),
    "capitals within a sentence": (
        "arrangement: {budget: {envelope: £1m, excludes: [Running costs]}}",
        "excluding Running costs",
    ),
    "consulted is not taking part": (
        "engagement: {members: {practices_consulted: 31}}",
        "31 practices took part",
    ),
    "one stakeholder is no they": (
        "engagement: {stakeholders: [{name: Healthwatch, concerns: [Cost]}]}",
        "Their responses",
    ),
    "a body takes the article": ("support: [{body: CCG Board, date: 2014-06}]", "\nCCG Board considered"),
    "a penny of a pound": (
        "resources: {total: £1.2k, posts: [{role: X, cost: £1.1k}]}",
        "which is £0.1k less",
    ),
    "a part that nobody asked for": ("summary: X", "This part is not answered."),
}


def struck_out() -> list[Any]:
    of_the_ccg = [
        (why, f"applicants: [{{name: NHS A CCG, {more}}}]\n", bad) for why, (more, bad) in STRUCK_OUT.items()
    ]
    below = [
        (why, f"applicants: [{{name: NHS A CCG}}]\n{more}\n", bad)
        for why, (more, bad) in STRUCK_OUT_BELOW.items()
    ]
    return [pytest.param(more, bad, id=why) for why, more, bad in of_the_ccg + below]


@pytest.mark.parametrize(("more", "bad"), struck_out())
def test_an_editor_would_strike_nothing_out(more: str, bad: str) -> None:
    assert bad not in "\n" + words_of(interest(f"round: 2014\nform: influence\n{more}"))


def test_the_sum_of_approximate_figures_is_approximate() -> None:
    ccg = "{name: NHS A CCG, population: {registered: about 5000}}"
    text = words_of(interest(f"round: 2014\nform: joint\napplicants: [{ccg}, {ccg}]\n"))
    assert "Together the CCGs serve a registered population of about 10,000." in text
