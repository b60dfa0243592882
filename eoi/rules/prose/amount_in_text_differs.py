"""Amounts of money in long texts against the fields that state them."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.figures import OTHER_YEAR, ProseFigure
from eoi.rules.shared.figures.figures_against_fields import (
    ADJOINING,
    StatedField,
    Subject,
    SubjectOfFigure,
    choose_fields,
    drop_repeats,
    find_differing_field,
    find_nearest_subject,
    is_stated_beside,
    list_each_and_all,
    make_sum,
    report_figure,
)
from eoi.rules.shared.figures.named_amounts import is_sum_of_some, list_item_subjects
from eoi.submission.quantities import Money

# The words beside an amount that say what it is, the more exact ones first.
RUNNING = Expression(
    r"\b(?:running(?: of| the| it| our)?[ -]?(?:costs?|ccg|organisation)?|run (?:the|our|this) (?:ccg|"
    r"organisation)|"
    r"management|administrat\w+|admin|overheads?|spend on ourselves|keep(?:s|ing)? the organisation)\b"
)
ENVELOPE = Expression(
    r"\b(?:envelope|primary (?:medical )?care|pooled|delegated|delegation|gp services|general practice|"
    r"joint(?:ly)?|together with nhs england|nhs england spends|sum at stake)\b"
)
POSTS = Expression(
    r"\b(?:posts?|capacity|hire|hiring|bid for resources|recruit\w*|appointments?|new staff|"
    r"additional staff|extra staff|request(?:ed)?|total cost|"
    r"ask(?:ing)? for|seek(?:ing)?|in total|in a full year|"
    r"cost of (?:the|this|our|a) (?:small |new |whole )?team|"
    r"(?:the|this|our|small|new|whole) team (?:that \w+ \w+ )?(?:(?:will|would) cost|costs)|"
    r"run (?:the|this|our) team|(?:additional|extra) cost)\b"
)
BUDGET = Expression(
    r"\b(?:budgets?|allocat\w+|spend\w*|commission(?:s|ed|ing)?|turnover|purse|public money|receiv\w+|"
    r"resources|"
    r"responsible for|health care|healthcare)\b"
)
CHANGE_BEFORE = Expression(
    r"\b(?:sav(?:e|es|ed|ing|ings)|cut|reduc\w+|increas\w+|growth|gap|deficit|surplus|shortfall|invest\w*|"
    r"contribut\w+|grants?|overspen\w+|underspen\w+|fund|worth up|rise|fall|drop)\b(?: \w+){0,3} ?$"
)
# Words before an amount by which it is no part of another.
TOTALS = ("total cost is", "total cost of", "total of", "total is", "total cost would be")
TO = Expression(r"\bto (?:about |around |some |nearly |just (?:over|under) )?$")
CHANGES = Expression(r"\b(?:fall|falls|drop|drops|rise|rises|grow|grows|cut|reduce[sd]?|increase[sd]?)\b")
POSSIBLE = Expression(r"\b(?:could|might|may|would otherwise)(?: \w+){0,3} ?$")
CHANGE_AFTER = Expression(
    r" ?(?:\w+ ){0,2}(?:saving|savings|deficit|surplus|gap|grant|fund\b|scheme|pilot|tender|contract\b|"
    r"cut|growth|"
    r"increase|reduction|investment|less than|more than|overspen\w+|underspen\w+|for each|of this|of it\b)"
)

FALLS = Expression(r"\b(?:cuts?|reduc\w+|fall\w*|drop\w*|down|left|less|sav(?:e|ing)\w*)\b")
STAYS = Expression(r"\s?(?:\w{1,20} )?(?:stays?|remains?|(?:will|would) (?:stay|remain)|is (?:held|kept))\b")
# `The £34m that we spend on community services` is no part of primary care.
SPENT_ON_OTHERS = Expression(
    r"(?:[^.;:£]{0,40}\b(?:spends?|spent|pays?|paid|use[ds]?) (?:\w{1,20} ){0,2}?on| on) (?:the |our |its )?"
    r"(?!primary|general practi|gps?\b|gp-|it\b|them\b|this|these|that|behalf|all\b|health\b|healthcare|"
    r"patients|people|care\b|local|nhs|practices|average|top)[a-z]",
    words="on",
)


def check(case: Case) -> Iterator[Problem]:
    figures = [figure for figure in case.figures if figure.unit == "pounds"]
    if figures:
        subjects = [*list_item_subjects(case), *list_amount_subjects(case)]
        every = [StatedField(path, value, "") for path, value in list_every_amount(case)]
        yield from drop_repeats(
            found
            for figure in figures
            for found in judge(case, figure, subjects, every)
            if is_of_now(figure)
            and not is_of_change(figure)
            and not is_sum_of_some(case, figure)
            and not is_left_after_cut(case, figure)
        )


def is_of_now(figure: ProseFigure) -> bool:
    """Tell whether an amount is one of now, as in `the budget of £41m stays there in 2015/16`."""
    if figure.is_of_now:
        return True
    flat = figure.said.flat
    return STAYS.match(flat, figure.end) is not None and not OTHER_YEAR.search(flat, 0, figure.end)


def is_left_after_cut(case: Case, figure: ProseFigure) -> bool:
    """Tell whether an amount is what a recorded cut leaves of the running costs: £6.4m of £7.1m less 10%."""
    return FALLS.search(figure.said.flat) is not None and any(
        figure.agrees_with(make_sum(costs.amount * (100 - cut.share.amount) / 100, costs, [((), costs)]))
        for one in case.submission.applicants
        if (costs := one.running_costs) and (cut := one.running_costs_reduction) and cut.share
    )


def is_of_change(figure: ProseFigure) -> bool:
    """Tell whether an amount is a change of another, or only a possible amount."""
    before = figure.said.flat[max(figure.start - 40, 0) : figure.start]
    if TO.search(before) and CHANGES.search(figure.said.flat, 0, figure.start):
        return True
    told_before = POSSIBLE.search(before) or CHANGE_BEFORE.search(before)
    return bool(told_before or CHANGE_AFTER.match(figure.said.flat, figure.end))


def judge(
    case: Case, figure: ProseFigure, subjects: list[Subject], every: list[StatedField]
) -> Iterator[Problem]:
    told = choose_subject(case, figure, subjects)
    if not told:
        all_stated = [field for subject in subjects for field in subject.fields]
        close = [field for field in all_stated if is_slip_of(figure, field)]
        if (field := find_differing_field(figure, close)) and find_differing_field(figure, every):
            yield report_figure(figure, field, sure=False)
    elif find_differing_field(figure, every) and (
        field := find_differing_field(figure, choose_fields(case, figure, told.subject.fields))
    ):
        is_part = is_stated_beside(case, figure, told.subject.fields) and not figure.before.endswith(TOTALS)
        if is_part or is_of_another_budget(case, figure, told):
            return
        if not is_of_the_size(figure, told.subject, "0.4", "2.5") and not has_digits_of(figure, field):
            return
        sure = told.distance <= ADJOINING and figure.is_near(field.stated, "0.7", "1.4")
        yield report_figure(figure, field, sure)


def is_of_another_budget(case: Case, figure: ProseFigure, told: SubjectOfFigure) -> bool:
    """Tell whether an amount is of one of the budgets, such as the one for prescribing or a pooled one."""
    if told.subject.words is not BUDGET:
        return False
    from eoi.rules.shared.figures.other_budgets import names_another_budget  # late: most amounts agree

    return names_another_budget(case, figure)


def choose_subject(case: Case, figure: ProseFigure, subjects: list[Subject]) -> SubjectOfFigure | None:
    """Return the subject of an amount: a budget of the size of the primary care budget is that one."""
    told = find_nearest_subject(figure, subjects)
    if (
        told
        and told.subject.words is BUDGET
        and not is_of_the_size(figure, told.subject, "0.4", "2.5")
        and not SPENT_ON_OTHERS.match(figure.said.flat, figure.end)
        and (ENVELOPE.search(figure.sentence) or not is_of_another_budget(case, figure, told))
    ):
        for other in subjects:
            if other.words is ENVELOPE and is_of_the_size(figure, other, "0.7", "1.4"):
                return SubjectOfFigure(other, ADJOINING + 1)
    return told


def is_of_the_size(figure: ProseFigure, subject: Subject, low: str, high: str) -> bool:
    """Tell whether a figure is near to one of the fields of a subject."""
    return any(figure.is_near(field.stated, low, high) for field in subject.fields)


def has_digits_of(figure: ProseFigure, field: StatedField) -> bool:
    """Tell whether a figure has the digits of a field in any order, so that it is that field mistyped."""
    one, other = (sorted(str(int(amount)).rstrip("0")) for amount in (figure.amount, field.stated.amount))
    return one == other


def is_slip_of(figure: ProseFigure, field: StatedField) -> bool:
    """Tell whether a figure differs from a field by one digit, or by two digits that changed places.

    Such a figure is a slip even if no word beside it names its subject.
    """
    one, other = (str(int(amount)).rstrip("0") for amount in (figure.amount, field.stated.amount))
    if len(one) != len(other) or len(one) < 3 or not figure.is_near(field.stated, "0.85", "1.18"):
        return False
    wrong = [index for index, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    return len(wrong) == 1 or (len(wrong) == 2 and sorted(one) == sorted(other))


def list_amount_subjects(case: Case) -> list[Subject]:
    """List the subjects of amounts: the total asked for, budgets, running costs, posts and lines."""
    total = [
        StatedField(path, value, "the total asked for") for path, value in case.list_values("resources.total")
    ]
    envelope = [
        StatedField(path, value, "the primary care budget")
        for path, value in case.list_values("arrangement.budget.envelope")
    ]
    return [
        Subject(RUNNING, list_each_and_all(case, "applicants[].running_costs", "the running costs", "are")),
        Subject(ENVELOPE, envelope),
        Subject(POSTS, total),
        Subject(BUDGET, list_each_and_all(case, "applicants[].budget", "the budget"), "0.05", "20"),
    ]


def list_every_amount(case: Case) -> Iterator[tuple[tuple[str | int, ...], Money]]:
    """Yield every amount in a field, with its path: a figure that equals any of them is no slip.

    Budgets of several CCGs are left out, since a figure may equal one of many by chance.
    """
    alone = len(case.submission.applicants) == 1
    for pattern in (
        *(("applicants[].budget", "applicants[].running_costs") if alone else ()),
        "arrangement.budget.envelope",
        "arrangement.budget.lines[].plan",
        "arrangement.budget.lines[].budget",
        "arrangement.budget.lines[].forecast",
        "arrangement.budget.lines[].actual",
        "resources.total",
        "resources.posts[].cost",
    ):
        yield from case.list_values(pattern)


RULE = Rule(
    summary="Amounts in the texts are those of the fields",
    why="A figure that was updated in a field and left in a text makes a board ask which of the two it "
    "agreed.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    fails="""
applicants:
  - name: NHS Somewhere CCG
    budget: £220m
summary: We commission care for our city with a budget of £230m.
""",
    passes="""
applicants:
  - name: NHS Somewhere CCG
    budget: £220m
    running_costs: £4.7m
summary: |
  We commission care with a budget of about £220 million. Our running costs of £4.7m fall. In 2011/12 the
  budget was £180m. We invested £230k in access.
""",
)
