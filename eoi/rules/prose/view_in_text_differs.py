"""Bodies that a long text calls for or against the proposal, where the recorded view is another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.bodies.same_body import is_one_body
from eoi.rules.shared.bodies.stakeholders_in_sentences import (
    KnownStakeholder,
    is_about,
    is_named_in_full,
    list_known_stakeholders,
    list_known_supporters,
    list_roots,
    locate_name,
)
from eoi.rules.shared.bodies.views import AGAINST, FOR, NO_REPLY, NOT_ASKED, VIEW_ROOTS, Side, find_stance
from eoi.rules.shared.problems import HELP, report_contradiction
from eoi.rules.shared.prose import Sentence
from eoi.rules.shared.prose.mood import are_in_other_clauses, is_denied, is_neither, is_unsure
from eoi.source.nodes import Path
from eoi.submission.assurance import Support

# `Approved the application, and two members voted against it` is for the proposal.
APPROVED = WordList(
    "approv*|adopted|agreed|ratified|majority|member voted|member were|member was|members voted|"
    "members were|members was|but|although"
)
BOARDS = ("board", "ccg board", "governing body", "ccg governing body", "board of the ccg", "the board")
SIDES = {"for": "for", "against": "against", "neutral": "neither for nor against"}


def check(case: Case) -> Iterator[Problem]:
    yield from judge_support(case)
    known = [
        (one, recorded)
        for one in (*list_known_stakeholders(case), *list_known_supporters(case))
        if one.stakeholder.view and (recorded := find_stance(one.stakeholder.view))
    ]
    for sentence in (
        case.prose.find_sentences(*VIEW_ROOTS, also=list_roots([one for one, _ in known])) if known else ()
    ):
        for one, recorded in known:
            for found in judge(case, sentence, one, recorded):
                if not may_mean_another(case, sentence, one, recorded):
                    yield found


def judge_support(case: Case) -> Iterator[Problem]:
    """Report a body whose view is recorded in two places of the file, once for and once against."""
    for index, support in enumerate(case.submission.support):
        said = find_stance(support.view) if support.view else None
        if said in (None, "neutral") or APPROVED.is_in(AGAINST.sub(" ", (support.view or "").lower())):
            continue
        if said == "against" and is_own_refusal(case, support):
            yield Problem(
                ("support", index, "view"),
                f"This says that {support.body} is against the proposal, which is submitted all the same.",
                help="Correct the view, or add `board_approved` with the date of a later approval.",
                other=(("status",), "submitted"),
            )
        for path, what, other in list_other_records(case, support):
            if {said, other} == {"for", "against"}:
                yield Problem(
                    ("support", index, "view"),
                    f"This says that {support.body} is {SIDES[said]} the proposal, and {what}.",
                    help=HELP,
                    other=(path, "the other record"),
                )


def is_own_refusal(case: Case, support: Support) -> bool:
    """Tell whether the only applicant's board is against what is submitted, and approved it nowhere."""
    applicants = case.submission.applicants
    if len(applicants) != 1 or applicants[0].board_approved or case.submission.status != "submitted":
        return False
    of_board = [one for one in case.submission.support if (one.body or "").lower() in BOARDS]
    return of_board == [support]


def list_other_records(case: Case, support: Support) -> Iterator[tuple[Path, str, Side | None]]:
    """Yield the other places with a body's view: the stakeholders, and the board's approval that day."""
    body = support.body or ""
    for one in list_known_stakeholders(case):
        if one.stakeholder.view and is_one_body(body, one.name):
            view = one.stakeholder.view
            yield (*one.path, "view"), f"its view among the stakeholders is: '{view}'", find_stance(view)
    if len(case.submission.applicants) == 1 and body.lower() in BOARDS:
        approved = case.submission.applicants[0].board_approved
        if approved and (support.date is None or str(support.date) == str(approved)):
            path: Path = ("applicants", 0, "board_approved")
            yield path, f"`board_approved` says that it approved {approved.dated}", "for"


def judge(case: Case, sentence: Sentence, one: KnownStakeholder, recorded: Side) -> Iterator[Problem]:
    flat = sentence.flat
    named = locate_name(one, sentence)
    if named is None:
        return
    said = find_stance(flat)
    verb = (AGAINST if said == "against" else FOR).search(flat)
    if verb is None or said is None:
        return
    if is_denied(flat, *verb.span()):
        said = "against" if said == "for" and is_neither(flat, named[0], verb.start()) else recorded
    # Most bodies are said to have the view that is recorded, so what excuses another is looked for last.
    if said == recorded or is_unheard(flat, named):
        return
    if is_unsure(flat.replace("would rather", "")) or not is_about(named, verb, flat):
        return
    if not opposes_another_thing(case, named, verb, sentence, one):
        yield report_contradiction(
            sentence,
            f"This says that {one.name} is {SIDES[said]} the proposal. Its recorded view is: "
            f"'{one.stakeholder.view}'.",
            (*one.path, "view"),
            sure="neutral" not in (said, recorded),
            label="the recorded view",
        )


def may_mean_another(case: Case, sentence: Sentence, one: KnownStakeholder, recorded: Side) -> bool:
    """Tell whether the same words name another body of the kind, or can name one that has another view.

    `Norfolk County Council` is the whole name of one council, and only a part of that of South Norfolk's.
    """
    named, is_whole = locate_name(one, sentence), is_named_in_full(one, sentence)
    others = [
        (other, is_named_in_full(other, sentence))
        for other in list_known_stakeholders(case)
        if other.kinds & one.kinds and locate_name(other, sentence) == named
    ]
    return any(
        (in_full and set(one.words) < set(other.words))
        or ((in_full or not is_whole) and find_stance(other.stakeholder.view or "") != recorded)
        for other, in_full in others
    )


def is_unheard(flat: str, named: tuple[int, int]) -> bool:
    """Tell whether a body is said not to have been asked, or not to have answered, and not another one."""
    unheard = NOT_ASKED.search(flat) or NO_REPLY.search(flat)
    return unheard is not None and not are_in_other_clauses(flat, named, unheard.span())


def opposes_another_thing(
    case: Case, named: tuple[int, int], verb: re.Match[str], sentence: Sentence, one: KnownStakeholder
) -> bool:
    """Tell whether a view is on another thing than the proposal, such as the closure of a unit."""
    from eoi.rules.shared.prose.other_matters import (
        has_another_object,
        is_of_another_form,
    )  # late: few sentences need it

    flat = sentence.flat
    end = named[1] if verb.end() <= named[0] else verb.end()
    return has_another_object(flat, verb.start(), end) or is_of_another_form(
        flat, verb.start(), case.submission.form, one.stakeholder.view or ""
    )


RULE = Rule(
    summary="Texts agree with the view that is recorded for each body",
    why="A board that has supported a proposal reads that it opposed it, and asks what else is wrong.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    fails="""
engagement:
  stakeholders:
    - {name: Healthwatch Somewhere, view: Supports the proposal}
  stakeholders_planned: Healthwatch Somewhere opposed the proposal, so we will meet again.
""",
    passes="""
engagement:
  stakeholders:
    - {name: Healthwatch Somewhere, view: Supports the proposal}
  stakeholders_planned: |
    Healthwatch Somewhere supports the proposal. Healthwatch was asked by members who oppose delegation.
""",
)
