"""The CCG that leads the work for all of them, in long texts and in the field."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.problems import report_contradiction
from eoi.rules.shared.prose.mood import is_certain, is_of_another_time
from eoi.submission.ccg_names import is_named, list_name_words, name_words

LEADS = (" leads ", " will lead ", " would lead ")
# Another CCG may well lead on a function or on a part of the work.
WHOLE = ("the work ", "the partnership ", "the bid ", "the proposal ", "the application ", "the programme ")
# `The lead CCG is North CCG` and `North CCG is the lead CCG`, but not `is the lead CCG for estates`.
IS_LEAD = Expression(
    r"^\W*(?:the|our) lead ccg (?:is|will be|would be) (?P<after>[\w &'-]{2,80})\s*\W*$|"
    r"^\W*(?P<before>[\w &'-]{2,80}) (?:is|will be|would be|acts as) (?:the|our) lead ccg\s*\W*$",
    words="lead ccg",
)
OF_A_PART = frozenset(["on", "of", "in", "with", "around", "about"])
ENDS = str.maketrans(".,;:", "    ")


def check(case: Case) -> Iterator[Problem]:
    applicants, partnership = case.submission.applicants, case.submission.partnership
    lead = name_words(partnership.lead) if partnership and partnership.lead else frozenset()
    leading = [one for one in applicants if lead and is_named(list_name_words(one), lead)]
    for sentence in case.prose.find_sentences("lead") if len(leading) == 1 else ():
        leader = find_leader(case, sentence.flat)
        is_another = leader not in ("", leading[0].known_as)
        if is_another and is_certain(sentence) and not is_of_another_time(sentence.flat):
            yield report_contradiction(
                sentence,
                f"This says that {leader} leads; by the field {leading[0].known_as} does.",
                ("partnership", "lead"),
            )


def find_leader(case: Case, flat: str) -> str:
    """Return the name of the applicant that a sentence says leads the whole work, or an empty text."""
    if is_lead := IS_LEAD.search(flat):
        return find_name_at_end(case, (is_lead["before"] or is_lead["after"]).rstrip())
    for verb in LEADS:
        before, found, after = flat.translate(ENDS).partition(verb)
        if (
            found
            and f"{after} ".startswith(WHOLE)
            and OF_A_PART.isdisjoint(after.replace("on behalf", "for").split()[2:3])
        ):
            return find_name_at_end(case, before)
    return ""


def find_name_at_end(case: Case, text: str) -> str:
    """Return the name of the applicant with which a text ends, or an empty text."""
    said = f" {text.removesuffix(' ccg')}"
    names = (one.known_as for one in case.submission.applicants)
    return max((name for name in names if said.endswith(f" {take_bare_name(name)}")), key=len, default="")


def take_bare_name(name: str) -> str:
    """Return a CCG's name as it stands before `CCG` in a text."""
    return name.lower().removeprefix("nhs ").removesuffix(" ccg")


RULE = Rule(
    summary="Texts and fields name the same CCG as the one that leads",
    why="NHS England writes to whoever leads. Two leaders make it ask who answers for all.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="the file itself",
    needs=("partnership.lead",),
    fails="""
applicants: [{name: NHS North CCG}, {name: NHS South CCG}]
partnership: {lead: South}
ccgs_involved:
  reasons: North CCG leads the work for both.
""",
    passes="""
applicants: [{name: NHS North CCG}, {name: NHS South CCG}]
partnership: {lead: South}
ccgs_involved:
  reasons: South CCG leads the work for both, and North CCG leads on estates.
""",
)
