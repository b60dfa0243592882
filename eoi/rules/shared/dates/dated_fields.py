"""The fields that a date in a sentence can be about: approval, the start, agreements, votes, the strategy."""

from __future__ import annotations

from eoi.expressions import Expression, WordList
from eoi.rules.case import Case
from eoi.rules.shared.dates import (
    DatedField,
    ProseDate,
    list_given_dates,
    list_starts_of_form,
    match_descriptions,
)
from eoi.rules.shared.dates.decisions import drop_other_events, find_decider
from eoi.rules.shared.dates.vote_dates import is_of_a_vote, list_vote_dates
from eoi.rules.shared.prose.words import reduce_to_words
from eoi.submission.approvals import THE_SUBMISSION
from eoi.submission.ccg_names import is_named, list_name_words, name_words
from eoi.submission.proposal import REHEARSAL, starts

BOARD = WordList("board|boards|governing body|governing bodies|leadership team")
# A board decides on a day. `From 1 November, once our Board has approved it` says when the work begins.
PERIOD = ("from ", "from the ", "since ", "until ", "till ")
OTHER_OBJECT = WordList(
    "list|lists|principle|principles|constitution|constitutions|amendment|amendments|vision|visions|"
    "strategy|strategies|plan|plans|merger|policy|policies|budget|budgets|scheme|schemes|contract|"
    "contracts|accounts|business case|business cases|terms of reference"
)
# A board sees drafts before it approves the paper.
EARLY = Expression(
    r"\b(?:early|earlier|first|initial|outline|previous|rough|working) (?:\w{1,20} )?"
    r"(?:drafts?|versions?|outline)\b|"
    r"\b(?:discussed|considered|saw|looked at|reviewed) (?:an?|the) (?:\w{1,20} )?(?:drafts?|outline)\b",
    words="draft|version|outline",
)
SENT = Expression(
    r"(?:\b(?:this|the|our) (?:submission|application|bid|expression of interest|proposal) "
    r"(?:was|is|has been) (?:sent|submitted|handed in|lodged)|"
    r"\b(?:we|the ccgs?) (?:sent|submitted|handed in|lodged) (?:in )?(?:this|our) "
    r"(?:submission|application|bid|expression of interest|proposal))"
    r"(?: to (?:nhs england|the area team))? (?:on |in )?(?:the )?(?:\w{3,6}day,? )?$",
    words="sent|submitted|handed in|lodged",
)
# What went to a board or a partner first was no submission to NHS England.
ANY_BODY = WordList(
    "board|boards|governing body|governing bodies|committee|council|councils|practices|members|lmc|"
    "healthwatch|partners|stakeholders|draft|drafts|comment|comments|by"
)
OTHER_BOARD = WordList("wellbeing|nhs england")
APPROVED = WordList(
    "approv*|agree|agreed|signed off|ratified|endors*|support|supported|supports|discussed|"
    "considered|look at|looks at|see|sees|saw|backed|backing|passed"
)
# A board discusses an idea before it decides on the paper.
PAPER = WordList("paper|document|this")
DECIDED = WordList(
    "approv*|agree|agreed|signed off|ratified|endors*|support|supported|supports|backed|backing|passed"
)
BEGINS = WordList(
    "start|starts|started|starting|begin|begins|began|commenc*|live|operational|operation|effect|"
    "under way|open|opens|in force|up and running|in place|launch*|take on|takes on|taking on|"
    "responsible|assume|go over|commission"
)
WORK = WordList(
    "cocommission*|co-commission*|joint*|delegat*|arrangement|arrangements|model|committee|"
    "committees|we|powers|ccg|ccgs|primary care|operation"
)
OTHER_WORK = Expression(
    r"\b(?:shadow|pilot\w*|prepar\w+|plan (?:starts|begins)|develop\w*|infrastructure|phase|stage|step|"
    r"staff|posts?|project|services? (?:starts?|begins?)|"
    r"contracts? (?:starts?|begins?)|strategy|pathway|centre|agreement|sla|csu|commissioning support|"
    r"recruit\w*|survey|consultation|"
    r"vot\w+|ballot\w*|meetings?|review|evaluation|training|allowance|running costs?|framework|published|"
    r"workshop|shared?|conference|letter|"
    r"implementation|engagement|board|governing|quarter|month|first of)\b"
)
SUPPORT = WordList("commissioning support|csu|service level agreement|sla")
AGREED = Expression(
    r"\b(?:agreements?|sla|contract\w*|suppl\w+|provid\w+|supports? us|buy|bought|from|until|till|ends?|"
    r"expires?|runs?|last\w*|start\w*|beg[aiu]n\w*)\b(?! the (?:commissioning|csu))"
)
ENDS = WordList(
    "end|ends|expire|expires|run out|run until|run to|runs out|runs until|runs to|until|till|finish*|"
    "ceas*|last|lasts|serve us"
)
STARTS = Expression(r"\b(?:from|since|starts?|starting|began|begins?|beginning)\b[\w ]{0,12}$")
STRATEGY = WordList("strategy|five-year plan|5-year plan|strategic plan|our plan")
PUBLISHED = WordList(
    "publish*|appear*|came out|issued|released|dates from|dates back|launched|strategy of|plan of|"
    "dated|adopted"
)
CUT = WordList(
    "running cost|running costs|running-cost|running-costs|allowance|management cost|management costs"
)
# The field is about a cut that is to come.
PAST_CUT = Expression(
    r"\b(?:were|was|did|fell|dropped|shrank|"
    r"(?:has|have|had) (?:\w{1,30} )?(?:been|cut|fallen|reduced|dropped))\b"
)
FALLS = WordList("drop|drops|fall|falls|cut|reduc*|shrink|shrinks|lower*|decreas*")


def choose_dated_fields(
    case: Case, said: ProseDate, clause: str, described: list[DatedField]
) -> list[DatedField]:
    """Return the fields that a date in a sentence is about, or an empty list.

    The more exact subjects are tried first.
    """
    flat = said.said.flat
    if (SUPPORT.is_in(flat) and AGREED.search(flat)) or (
        said.by in ("until", "till") and names_provider(case, flat)
    ):
        end = "end" if is_end(said, clause) else "start"
        return list_given_dates(
            case, f"applicants[].commissioning_support.{end}", f"the {end} of commissioning support"
        )
    if SENT.search(flat, 0, said.start) and not ANY_BODY.is_in(flat) and not EARLY.search(flat):
        return list_given_dates(case, "submitted", "the submission")
    if BOARD.is_in(flat) and APPROVED.is_in(flat):
        is_other = OTHER_BOARD.is_in(flat) or (OTHER_OBJECT.is_in(flat) and not THE_SUBMISSION.is_in(flat))
        is_talk = not DECIDED.is_in(flat) and not THE_SUBMISSION.is_in(flat) and not PAPER.is_in(flat)
        if is_other or is_talk or EARLY.search(flat):
            return []
        begins = BEGINS.is_in(clause) and not BOARD.is_in(clause)
        if not begins and not flat.endswith(PERIOD, 0, said.start):
            return list_approvals(case, said)
    if CUT.is_in(flat) and FALLS.is_in(flat):
        return list_given_dates(
            case, "applicants[].running_costs_reduction.start", "the cut in running costs"
        )
    if STRATEGY.is_in(clause) and PUBLISHED.is_in(clause):
        return list_given_dates(case, "applicants[].strategy.published", "the strategy")
    if is_of_a_vote(said):
        return list_vote_dates(case, said)
    if found := list_decision_dates(case, said):
        return found
    if found := match_descriptions(flat, drop_other_events(described, said, clause)):
        return found
    if found := list_starts_of_form(case, said):
        return found
    if BEGINS.is_in(clause) and WORK.is_in(clause) and not OTHER_WORK.search(clause):
        return list_starts_of_work(case)
    return []


def is_end(said: ProseDate, clause: str) -> bool:
    """Tell whether a date is one on which something ends."""
    before = said.said.flat[: said.start]
    return bool(said.by) or (STARTS.search(before) is None and ENDS.is_in(clause))


def names_provider(case: Case, flat: str) -> bool:
    """Tell whether a sentence names a provider of commissioning support."""
    return any(
        set(reduce_to_words(provider).split()[:2]) - {"a", "nhs", "the"} <= set(reduce_to_words(flat).split())
        for _, provider in case.list_values("applicants[].commissioning_support.provider")
    )


def list_decision_dates(case: Case, said: ProseDate) -> list[DatedField]:
    """Return the recorded dates of the decision on the submission of which a sentence tells."""
    decider = find_decider(said)
    if not decider:
        return []
    if decider == "CCG":
        return list_approvals(case, said)
    return list_given_dates(case, "decision.date", "the decision")


def list_approvals(case: Case, said: ProseDate) -> list[DatedField]:
    """Return the approvals by the board of the CCG named in a sentence.

    If it names none, return those of all CCGs, and the recorded support of other boards.
    """
    words = name_words(said.said.text)
    found = list_given_dates(case, "applicants[].board_approved", "the board's approval")
    applicants = case.submission.applicants
    named = [index for index, one in enumerate(applicants) if is_named(list_name_words(one), words)]
    own = [one for one in found if one.path[1] in named]
    if named:
        found = own
    for index, support in enumerate(case.submission.support):
        body = (support.body or "").lower()
        if (
            support.date
            and BOARD.is_in(body)
            and not OTHER_BOARD.is_in(body)
            and shares_noun(body, said.said.flat)
        ):
            found.append(
                DatedField(("support", index, "date"), support.date, f"the support of the {support.body}")
            )
    return own or found


def shares_noun(body: str, flat: str) -> bool:
    """Tell whether a body and a sentence both speak of a leadership team, or neither does."""
    leads = "leadership team"
    return (leads in body) == (leads in flat)


def list_starts_of_work(case: Case) -> list[DatedField]:
    """Return the dates on which joint or delegated work and its phases start."""
    found = [DatedField(path, start, "the start") for path, start, _ in starts(case.submission)]
    if not found:
        return []
    phases = [
        DatedField(("arrangement", "phases", index, "start"), phase.start, "the start")
        for index, phase in enumerate(case.submission.phases)
        if phase.start and not REHEARSAL.is_in(phase.name or "")
    ]
    return found + phases
