"""Groups of figures in a submission, in each of which any one figure follows from the others."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.source.nodes import Path
from eoi.submission.applicant import Applicant
from eoi.submission.budget_lines import find_columns, find_grand_total, find_items, find_plan_column
from eoi.submission.engagement import Engagement
from eoi.submission.model import Submission
from eoi.submission.part import Part
from eoi.submission.resources import Budget, Resources

LINES: Path = ("arrangement", "budget", "lines")
Group = tuple[Path, ...]


def groups_of_figures(submission: Submission) -> Iterator[Group]:
    """Yield the paths of each group of figures that add up to one of them."""
    if submission.resources:
        yield from groups_of_posts(submission.resources)
    if submission.arrangement and submission.arrangement.budget:
        yield from groups_of_budget(submission.arrangement.budget)
    if submission.engagement:
        yield from groups_of_engagement(submission.engagement)
    for index, applicant in enumerate(submission.applicants):
        yield from groups_of_applicant(applicant, ("applicants", index))


def groups_of_posts(resources: Resources) -> Iterator[Group]:
    """Yield the costs of the posts with each stated total."""
    posts = list(enumerate(resources.posts))
    costs = tuple(cost_path(index) for index, post in posts if not post.is_sum)
    if costs and all(post.cost for _, post in posts):
        yield from ((*costs, cost_path(index)) for index, post in posts if post.is_sum)
        if resources.total:
            yield (*costs, ("resources", "total"))


def cost_path(index: int) -> Path:
    """Return the path of the cost of a post."""
    return ("resources", "posts", index, "cost")


def groups_of_budget(budget: Budget) -> Iterator[Group]:
    """Yield each column of a budget with its total, and each line with its variance."""
    lines, whole, plan = budget.lines, find_grand_total(budget.lines), find_plan_column(budget.lines)
    items = find_items(lines)
    for column in find_columns(lines):
        parts = tuple((*LINES, index, column.field(lines[index])) for index in items)
        if not all(column.figure(lines[index]) for index in items):
            continue
        if whole is not None and column.figure(lines[whole]):
            yield (*parts, (*LINES, whole, column.field(lines[whole])))
        if column == plan and budget.envelope:
            yield (*parts, ("arrangement", "budget", "envelope"))
    for index, line in enumerate(lines):
        planned, spent = "budget" if line.budget else "plan", "actual" if line.actual else "forecast"
        yield from given(line, (*LINES, index), planned, spent, "variance")


def groups_of_engagement(engagement: Engagement) -> Iterator[Group]:
    """Yield the figures of each vote, and of what the public said."""
    members, public = engagement.members, engagement.public
    above: Path = ("engagement", "members")
    if members and members.ballot:
        yield from group_of_votes(members.ballot, (*above, "ballot"))
    for index, ballot in enumerate(members.ballots if members else ()):
        yield from group_of_votes(ballot, (*above, "ballots", index))
    if public:
        yield from given(public, ("engagement", "public"), "sent", "responses", "response_rate")
        if public.views:
            yield from given(public.views, ("engagement", "public", "views"), "for", "against", "unsure")


def group_of_votes(ballot: Part, above: Path) -> Iterator[Group]:
    """Yield the votes of a ballot with the number of all."""
    others = ("abstained",) if getattr(ballot, "abstained", None) else ()
    return given(ballot, above, "voted", "for", "against", *others)


def groups_of_applicant(applicant: Applicant, above: Path) -> Iterator[Group]:
    """Yield the practices of a CCG with those on each kind of contract."""
    mix = applicant.contracts
    if mix and applicant.practices:
        for (_, *rest), *others in given(mix, ("contracts",), "gms", "pms", "apms"):
            yield ((*above, "practices"), (*above, "contracts", *rest), *((*above, *one) for one in others))


def given(part: Part, above: Path, *names: str) -> Iterator[Group]:
    """Yield the paths of these fields of a part if all of them are filled in."""
    if all(getattr(part, part.by_written[name].name) is not None for name in names):
        yield tuple((*above, name) for name in names)
