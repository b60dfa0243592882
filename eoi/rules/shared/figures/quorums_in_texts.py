"""The quorum of a group in long texts, against the words of its field."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.case import Case
from eoi.rules.rule import Problem
from eoi.rules.shared.bodies.groups_in_sentences import find_group_meant, list_groups_to_name
from eoi.rules.shared.figures import ProseFigure, find_figures, read_figure_value
from eoi.rules.shared.prose.words import spell_within_sentence

QUORUM = Expression(
    r"\bquor(?:um|ate)\b|\bmembers (?:are |must be |have to be |need to be )?(?:present|there|in the room)\b|"
    r"\b(?:people|members|persons) (?:need|have|must|are)(?: needed)?(?: to)? (?:be|attend)\b",
    words="quor|members present|members there|members in|members are|members must|members have|members need|"
    "people need|people have|people must|people are|persons need|persons have|persons must|persons are",
)


def judge_quorum(case: Case, figure: ProseFigure) -> Iterator[Problem]:
    """Report a figure that equals none of the numbers in the quorum of its group."""
    listed = list_groups_to_name(case)
    meant = find_group_meant(figure.said, listed)
    group = meant.group if meant else listed[0].group if len(listed) == 1 else None
    if group is None or not group.quorum:
        return
    found = find_figures(group.quorum.lower())
    stated = [int(read_figure_value(match, loose=False)[0]) for match in found]
    number = meant.number if meant else 0
    if stated and int(figure.amount) not in stated:
        yield Problem(
            figure.written.path,
            f"This says {spell_within_sentence(figure.words)}; the quorum is: {group.quorum}.",
            help="Correct one of the two.",
            other=(("governance", "groups", number, "quorum"), "stated here"),
            severity=Severity.ADVICE,
            words=figure.words,
        )
