"""One function that two groups decide on."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Severity
from eoi.frozen_value import FrozenValue
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.committees import decides, find_deciding_sentences, name_group
from eoi.rules.shared.bodies.groups_in_sentences import KnownGroup, describe_group, is_meant
from eoi.rules.shared.functions import list_rows
from eoi.rules.shared.functions.reserved_decisions import find_threshold
from eoi.rules.shared.functions.topics import find_topics, find_topics_of_row, look_up_topics
from eoi.source.nodes import Path


class Decider(FrozenValue):
    """A group that decides on a function, and the place that says so."""

    group: int
    topic: str
    path: Path


def check(case: Case) -> Iterator[Problem]:
    listed = case.submission.groups
    if len(listed) < 2:
        return
    first: dict[str, Decider] = {}
    told: set[tuple[int, str]] = set()
    for decider in list_deciders(case, [describe_group(group) for group in listed]):
        earlier = first.setdefault(decider.topic, decider)
        said = (decider.group, decider.topic)
        if earlier.group != decider.group and said not in told:
            told.add(said)
            yield Problem(
                decider.path,
                f"Both {name_group(listed[decider.group])} and {name_group(listed[earlier.group])} decide on "
                f"{name_topic(decider.topic)}.",
                help="Name one group that decides. Say of the other that it prepares or advises.",
                other=(earlier.path, f"decided by {name_group(listed[earlier.group])}"),
            )


def list_deciders(case: Case, names: list[KnownGroup]) -> Iterator[Decider]:
    """Yield each group that decides on a function, by its purpose, the scope table or reserved decisions."""
    listed = case.submission.groups
    for index, group in enumerate(listed):
        for sentence in find_deciding_sentences(group.purpose or ""):
            for topic in sorted(find_topics(sentence)):
                yield Decider(index, topic, ("governance", "groups", index, "purpose"))
    for row in list_rows(case):
        if not row.is_in or row.function.led_by == "nhse":
            continue
        who = find_only_group(row.function.forum, names)
        if who is not None and decides(case, listed[who]):
            yield from (Decider(who, topic, row.at("forum")) for topic in sorted(find_topics_of_row(row)))
    governance = case.submission.governance
    for number, decision in enumerate(governance.reserved_decisions if governance else ()):
        who = find_only_group(decision.body, names)
        if who is not None and not find_threshold(decision):
            path: Path = ("governance", "reserved_decisions", number, "body")
            about = look_up_topics(decision.id) or find_topics(decision.decision or "")
            yield from (Decider(who, topic, path) for topic in sorted(about))


def find_only_group(text: str | None, names: list[KnownGroup]) -> int | None:
    """Return the index of the one group that a text can mean, or None if it means none or several."""
    meant = [index for index, one in enumerate(names) if text and one.words and is_meant(text, [one])]
    return meant[0] if len(meant) == 1 else None


def name_topic(topic: str) -> str:
    """Write the subject of a function in words."""
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
    needs=("governance.groups[]",),
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
