"""Withheld figures that a reader can work out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from eoi.findings import Severity
from eoi.plain_words import join_items
from eoi.rules.completeness.redaction_names_nothing import name_path
from eoi.rules.rule import Case, Problem, Rule
from eoi.source.nodes import Path
from eoi.source.paths import write_path
from eoi.submission.applicant import Applicant
from eoi.submission.budget_lines import Column, Lines, find_items, find_plan_column, find_stated_sums
from eoi.submission.engagement import Engagement
from eoi.submission.model import Submission
from eoi.submission.part import Part
from eoi.submission.redacting import list_paths_of_redaction
from eoi.submission.resources import Budget, Resources, list_stated_totals

MOST_NAMED = 3
LINES: Path = ("arrangement", "budget", "lines")
Group = tuple[Path, ...]


def check(case: Case) -> Iterator[Problem]:
    submission = case.submission
    withheld = [
        (index, path)
        for index, redaction in enumerate(submission.redactions)
        for path in list_paths_of_redaction(submission, redaction.path)
    ]
    reported: set[Path] = set()
    for group in list_groups_of_figures(submission) if withheld else ():
        hidden = [(index, path) for path in group for index, above in withheld if path[: len(above)] == above]
        paths = {path for _, path in hidden}
        if len(paths) == 1 and not paths & reported:
            reported |= paths
            index, path = hidden[0]
            yield Problem(
                ("redactions", index, "path"),
                f"The withheld figure of {name_path(write_path(path))} can be worked out from "
                f"{name_figures([one for one in group if one != path])}.",
                "Withhold one of these figures too, or leave it out of the file.",
            )


def name_figures(paths: Sequence[Path]) -> str:
    """Return the figures in words with their paths. Of many, only the last and their number are named."""
    shown = [name_path(write_path(path)).rstrip(",") for path in paths]
    if len(shown) > MOST_NAMED:
        shown = [shown[-1], f"{len(shown) - 1} other figures"]
    return join_items(shown)


def list_groups_of_figures(submission: Submission) -> Iterator[Group]:
    """Yield the paths of each group of figures that add up to one of them."""
    if submission.resources:
        yield from list_groups_of_posts(submission.resources)
    if submission.arrangement and submission.arrangement.budget:
        yield from list_groups_of_budget(submission.arrangement.budget)
    if submission.engagement:
        yield from list_groups_of_engagement(submission.engagement)
    for index, applicant in enumerate(submission.applicants):
        yield from list_groups_of_applicant(applicant, ("applicants", index))


def list_groups_of_posts(resources: Resources) -> Iterator[Group]:
    """Yield the costs of the posts with each stated total that adds them up."""
    for stated in list_stated_totals(resources):
        whole = ("resources", "total") if stated.row is None else cost_path(stated.row)
        yield (*map(cost_path, stated.parts), whole)


def cost_path(index: int) -> Path:
    """Return the path of the cost of a post."""
    return ("resources", "posts", index, "cost")


def list_groups_of_budget(budget: Budget) -> Iterator[Group]:
    """Yield the lines of a budget with each of their totals, and each line with its variance."""
    lines, plan, items = budget.lines, find_plan_column(budget.lines), find_items(budget.lines)
    for stated in find_stated_sums(lines):
        yield list_paths_of_lines(lines, (*stated.parts, stated.item), stated.column)
    if plan and budget.envelope and all(plan.figure(lines[index]) for index in items):
        yield (*list_paths_of_lines(lines, items, plan), ("arrangement", "budget", "envelope"))
    for index, line in enumerate(lines):
        planned, spent = "budget" if line.budget else "plan", "actual" if line.actual else "forecast"
        yield from list_given_paths(line, (*LINES, index), planned, spent, "variance")


def list_paths_of_lines(lines: Lines, items: Iterable[int], column: Column) -> Group:
    """Return the paths of the figures of some lines in a column."""
    return tuple((*LINES, index, column.field(lines[index])) for index in items)


def list_groups_of_engagement(engagement: Engagement) -> Iterator[Group]:
    """Yield the figures of each vote, and of what the public said."""
    members, public = engagement.members, engagement.public
    above: Path = ("engagement", "members")
    if members and members.ballot:
        yield from list_groups_of_votes(members.ballot, (*above, "ballot"))
    for index, ballot in enumerate(members.ballots if members else ()):
        yield from list_groups_of_votes(ballot, (*above, "ballots", index))
    if public:
        yield from list_given_paths(public, ("engagement", "public"), "sent", "responses", "response_rate")
        if public.views:
            yield from list_given_paths(
                public.views, ("engagement", "public", "views"), "for", "against", "unsure"
            )


def list_groups_of_votes(ballot: Part, above: Path) -> Iterator[Group]:
    """Yield the votes of a ballot with the number of all."""
    others = ("abstained",) if getattr(ballot, "abstained", None) else ()
    return list_given_paths(ballot, above, "voted", "for", "against", *others)


def list_groups_of_applicant(applicant: Applicant, above: Path) -> Iterator[Group]:
    """Yield the practices of a CCG with those on each kind of contract."""
    mix = applicant.contracts
    if mix and applicant.practices:
        for (_, *rest), *others in list_given_paths(mix, ("contracts",), "gms", "pms", "apms"):
            yield ((*above, "practices"), (*above, "contracts", *rest), *((*above, *one) for one in others))


def list_given_paths(part: Part, above: Path, *names: str) -> Iterator[Group]:
    """Yield the paths of these fields of a part if all of them are filled in."""
    if all(getattr(part, part.by_written[name].name) is not None for name in names):
        yield tuple((*above, name) for name in names)


RULE = Rule(
    summary="No withheld figure can be worked out from those that stay",
    why="A total without one of its parts gives that part away: a reader only has to subtract.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    needs=("redactions[]",),
    fails="""
resources:
  posts: [{role: Project manager, cost: £43.3k}, {role: Administrator, cost: £24.6k}]
  total: £67.9k
redactions:
  - {path: "resources.posts[0].cost", exemption: section 43(2), reason: It would harm the CCG in bargaining}
""",
    passes="""
resources:
  posts: [{role: Project manager, cost: £43.3k}, {role: Administrator, cost: £24.6k}]
  total: £67.9k
redactions:
  - {path: "resources.posts[].cost", exemption: section 43(2), reason: It would harm the CCG in bargaining}
""",
)
