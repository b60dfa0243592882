"""The comparison of a submission with its round: which requirements bind it, and which it answers."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from eoi.checklist import (
    NO_ITEMS,
    SAID_NONE,
    Checklist,
    Gap,
    Item,
    Status,
    choose_status,
    find_spot_of_path,
    join_reasons,
)
from eoi.findings import START
from eoi.rounds.model import Requirement, Round, RoundPart
from eoi.source.nodes import Mapping, Path
from eoi.source.paths import find_place_of_value, write_path
from eoi.submission import says_none
from eoi.submission.approvals import find_approvals
from eoi.submission.assurance import Waiver
from eoi.submission.model import Submission
from eoi.submission.paths import Lookup, get_value_below, is_answer, split_last_step
from eoi.submission.resources import BudgetLine, Post

if TYPE_CHECKING:
    from eoi.ignore_comments import ByRule, IgnoreComment


def judge_requirements(
    submission: Submission,
    round_: Round,
    tree: Mapping,
    comments: tuple[IgnoreComment, ...] = (),
    lookup: Lookup | None = None,
) -> Checklist:
    """Judge every requirement of the round. `lookup` holds places already looked up, if any."""
    judge_one = Judge(submission, tree, comments, lookup or Lookup(submission))
    items = [judge_one.item(*required) for required in round_.requirements]
    for number in sorted(find_idle_alternatives(items, round_), reverse=True):
        del items[number]
    return Checklist(tuple(items), frozenset(judge_one.used))


def find_idle_alternatives(items: list[Item], round_: Round) -> list[int]:
    """Return the numbers of the requirements for the kind of scope table that a file does not have.

    If it has neither kind, one of both is kept.
    """
    found: list[int] = []
    for alternatives in round_.alternatives:
        idle = [number for number in alternatives if items[number].reason == NO_ITEMS]
        found += idle if len(idle) < len(alternatives) else idle[1:]
    return found


OTHER_FORM = "not asked of this form"
# A place that a requirement asks about, whether it is filled in, and its list item.
Answer = tuple[Path, bool, Any]


class Judge:
    """The judge of one submission. It records which waivers were used, so that the others can be reported."""

    def __init__(
        self, submission: Submission, tree: Mapping, comments: tuple[IgnoreComment, ...], lookup: Lookup
    ) -> None:
        self.submission, self.tree, self.comments = submission, tree, comments
        self.lookup, self.form, self.ended = lookup, submission.form, submission.ended
        self.can_waive = bool(submission.waivers or comments)
        self.used: set[Waiver | IgnoreComment] = set()
        # A Board's approval can be among the bodies that support the proposal.
        self.approved: dict[Path, Path] = {
            ("applicants", index, "board_approved"): path for path, _, index in find_approvals(submission)
        }

    def item(self, section: str, part: RoundPart, place: str, requirement: Requirement) -> Item:
        if requirement.forms and self.form not in requirement.forms:
            return Item(section, part, place, requirement, Status.NOT_APPLICABLE, (), (), OTHER_FORM)
        answers = self.answers(requirement.path)
        bound = list_bound(answers, requirement)
        if not bound or (requirement.unless_none and self.is_moot(requirement.unless_none, answers)):
            reason = SAID_NONE if bound or self.says_none(requirement.path) else NO_ITEMS
            return Item(section, part, place, requirement, Status.NOT_APPLICABLE, (), (), reason)
        given, missing = self.separate_paths(requirement, answers, bound)
        if not missing:
            return Item(section, part, place, requirement, Status.MET, tuple(given), (), "", len(bound))
        gaps = tuple([self.gap(path, requirement) for path in missing])
        status, reason = choose_status(gaps), join_reasons(gaps) if self.can_waive else ""
        if self.ended:
            # Nothing is required any more, but answers left out with a reason are still listed.
            gaps = tuple(gap for gap in gaps if gap.waived)
            status = Status.IN_PART if given else Status.NOT_APPLICABLE
            reason = f"{self.ended}: nothing is left to complete"
        return Item(section, part, place, requirement, status, tuple(given), gaps, reason, len(bound))

    def says_none(self, pattern: str) -> bool:
        """Tell whether a list above the field is `none`, such as `posts` for `resources.posts[].cost`."""
        above = pattern.rpartition("[]")[0]
        return bool(above) and self.holds_none(above)

    def is_moot(self, unless_none: str, answers: list[Answer]) -> bool:
        """Tell whether a question no longer matters: who pays for posts, if no posts are requested.

        An answer that is given all the same counts.
        """
        if any(is_given for _, is_given, _ in answers):
            return False
        return self.holds_none(unless_none)

    def holds_none(self, pattern: str) -> bool:
        """Tell whether one of the lists that a pattern means is `none`."""
        return any(says_none(value) for _, value in self.lookup.find_places(pattern))

    def answers(self, pattern: str) -> list[Answer]:
        """Return the places that a pattern asks about."""
        above, names, is_each = split_last_step(pattern)
        if is_each:
            return [(path, is_answer(value), None) for path, value in self.lookup.find_places(pattern)]
        if not above:
            return [(names, is_answer(get_value_below(self.submission, names)), None)]
        answers: list[Answer] = []
        for path, item in self.lookup.find_places(above):
            answers.append((path + names, is_answer(get_value_below(item, names)), item))
        return answers

    def separate_paths(
        self, requirement: Requirement, answers: list[Answer], bound: list[Answer]
    ) -> tuple[list[Path], list[Path]]:
        """Return the paths that answer a requirement, and those of `bound` that still lack an answer."""
        given, missing = separate_answers(answers)
        if bound is not answers:
            missing = separate_answers(bound)[1]
        for pattern in requirement.or_path:
            others = self.answers(pattern)
            if also := separate_answers(others)[0]:
                given += also
                missing = [path for path in missing if not is_answered_otherwise(path, others)]
        if self.approved:
            given += [self.approved[path] for path, *_ in bound if path in self.approved]
            missing = [path for path in missing if path not in self.approved]
        return given, missing

    def gap(self, path: Path, requirement: Requirement) -> Gap:
        spot = find_spot_of_path(self.submission, self.tree, path)
        if not self.can_waive:
            return Gap(requirement, path, spot)
        return Gap(requirement, path, spot, self.waiver(path, requirement) or self.comment(path, requirement))

    def waiver(self, path: Path, requirement: Requirement) -> str:
        from eoi.submission.named_items import list_paths_with_positions  # late: few files waive anything

        for waiver in self.submission.waivers:
            for waived in list_paths_with_positions(self.submission, waiver.path):
                if waives_path(waived, write_path(path)) or waives_path(waived, requirement.path):
                    self.used.add(waiver)
                    return waiver.reason
        return ""

    @cached_property
    def comments_by_rule(self) -> ByRule:
        from eoi.ignore_comments import group_by_rule  # late: few files set findings aside

        return group_by_rule(self.comments)

    def comment(self, path: Path, requirement: Requirement) -> str:
        """Return the reason in a comment on the line where `eoi check` shows a gap, or an empty text."""
        if not self.comments or requirement.rule not in self.comments_by_rule:
            return ""
        from eoi.ignore_comments import find_covering_comments

        place = find_place_of_value(self.tree, path) or START
        covering = find_covering_comments(self.comments_by_rule, requirement.rule, place.start.line)
        self.used.update(covering)
        return covering[0].reason if covering else ""


def separate_answers(answers: list[Answer]) -> tuple[list[Path], list[Path]]:
    """Return the paths with an answer, and those without."""
    given: list[Path] = []
    missing: list[Path] = []
    for path, is_given, _ in answers:
        if is_given:
            given.append(path)
        else:
            missing.append(path)
    return given, missing


def list_bound(answers: list[Answer], requirement: Requirement) -> list[Answer]:
    """Return the answers of the list items that a requirement applies to.

    Requirements for each post or line do not apply to a total.
    """
    if not answers or answers[0][2] is None:
        return answers
    only = requirement.only
    if isinstance(answers[0][2], (Post, BudgetLine)):
        answers = [answer for answer in answers if not answer[2].is_sum]
    if only is None:
        return answers
    return [answer for answer in answers if say_choice(getattr(answer[2], only.field)) in only.is_one_of]


def say_choice(value: object) -> str:
    """Return a choice as the word that a condition uses for it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "not stated" if value is None else str(value)


def waives_path(waived: str, path: str) -> bool:
    """Tell whether a waiver covers a path. A waiver of a group or a list covers everything in it."""
    return path == waived or path.startswith((f"{waived}.", f"{waived}["))


def is_answered_otherwise(path: Path, others: list[Answer]) -> bool:
    """Tell whether the answers to an alternative answer in full.

    They may be one for the same item, for all items below it, or for every item.
    """
    item = list_indexes(path)
    given = [is_given for path, is_given, _ in others if are_of_one_item(item, list_indexes(path))]
    return bool(given) and all(given)


def are_of_one_item(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Tell whether two items are the same or one contains the other. An empty item contains all."""
    length = min(len(one), len(other))
    return one[:length] == other[:length]


@lru_cache(maxsize=4096)
def list_indexes(path: Path) -> tuple[int, ...]:
    """Return the indexes of the list items that a path leads through."""
    return tuple(part for part in path if isinstance(part, int))
