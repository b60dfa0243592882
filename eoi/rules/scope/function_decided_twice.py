"""One function that two groups decide on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.committees import called, decides, groups, sentences_that_decide
from eoi.rules.shared.functions import topics, topics_of_id, topics_of_row
from eoi.rules.shared.group_names import Known, is_meant, known
from eoi.rules.shared.reserved import threshold_of
from eoi.rules.shared.scope_rows import rows
from eoi.source.nodes import Path


class Decider(NamedTuple):
    """A group that a place says decides on a function."""

    group: int
    topic: str
    path: Path


def check(case: Case) -> Iterator[Problem]:
    listed = groups(case)
    if len(listed) < 2:
        return
    first: dict[str, Decider] = {}
    told: set[tuple[int, str]] = set()
    for decider in list_deciders(case, [known(group) for group in listed]):
        earlier = first.setdefault(decider.topic, decider)
        said = (decider.group, decider.topic)
        if earlier.group != decider.group and said not in told:
            told.add(said)
            yield Problem(
                decider.path,
                f"{called(listed[decider.group], begins=True)} decides on {name_topic(decider.topic)} here, "
                f"and {called(listed[earlier.group])} does elsewhere.",
                help="Name one group that decides. Say of the other that it prepares or advises.",
                other=(earlier.path, f"decided by {called(listed[earlier.group])}"),
            )


def list_deciders(case: Case, names: list[Known]) -> Iterator[Decider]:
    """By what groups are for, by the rows of the scope table, and by the decisions that a group keeps."""
    listed = groups(case)
    for index, group in enumerate(listed):
        for sentence in sentences_that_decide(group.purpose or ""):
            for topic in sorted(topics(sentence)):
                yield Decider(index, topic, ("governance", "groups", index, "purpose"))
    for row in rows(case):
        who = find_only_group(row.function.forum, names)
        if row.is_in and row.function.led_by != "nhse" and who is not None and decides(case, listed[who]):
            yield from (Decider(who, topic, row.at("forum")) for topic in sorted(topics_of_row(row)))
    governance = case.submission.governance
    for number, decision in enumerate(governance.reserved_decisions if governance else ()):
        who = find_only_group(decision.body, names)
        if who is not None and not threshold_of(decision):
            path: Path = ("governance", "reserved_decisions", number, "body")
            about = topics_of_id(decision.id) or topics(decision.decision or "")
            yield from (Decider(who, topic, path) for topic in sorted(about))


def find_only_group(text: str | None, names: list[Known]) -> int | None:
    meant = [index for index, one in enumerate(names) if text and one.words and is_meant(text, [one])]
    return meant[0] if len(meant) == 1 else None


def name_topic(topic: str) -> str:
    return WORDS.get(topic, topic.replace("_", " "))


WORDS = {
    "list_closure": "the closure of lists",
    "practice_closure": "the closure of practices",
    "boundaries": "the boundaries of practices",
    "design_contracts": "the design of contracts",
    "monitor_performance": "the performance of contracts",
    "premises_revenue": "payments for premises",
    "dispensing_list": "the list of dispensing doctors",
    "performers_list": "the performers list",
    "needs_strategy": "needs and priorities",
    "ooh": "out-of-hours services",
    "screening_imms": "screening and immunisation",
    "manage_finance": "the budget",
}

RULE = Rule(
    summary="One group decides on a function",
    why="Two groups that decide on the same thing can decide differently. An assessor asks whose word "
    "counts.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    fails="""
governance:
  groups:
    - {name: Strategic Group, purpose: The group decides on practice mergers.}
    - {name: Contracts Panel, purpose: The panel approves mergers of practices and new contracts.}
""",
    passes="""
governance:
  groups:
    - {name: Strategic Group, purpose: The group decides on practice mergers.}
    - {name: Contracts Panel, purpose: The panel recommends mergers to the group. It approves rent reviews.}
""",
)
