"""Topics of functions, recognised in a text by the words that people use for them."""

from __future__ import annotations

import re
from functools import lru_cache

from eoi.expressions import Expression
from eoi.rules.shared.functions import Row
from eoi.rules.shared.prose.words import find_subject

PRACTICES = r"(?:(?:GP|general|medical|member) )?practices?"


def compile_topic(words: str, pattern: str) -> Expression:
    """Return the expression for a topic. Each match contains one of `words`, which are quick to look for."""
    return Expression(rf"\b(?:{pattern})\b", re.IGNORECASE, words)


ABOUT = {
    "sanctions": compile_topic(
        "sanction|breach|terminat|notice",
        r"sanctions?|breach(?: and|/| or)? (?:remedial )?notices?|remedial notices?"
        r"|(?:breach|terminat)\w* of (?:\w+ )?contracts?|contract terminations?",
    ),
    "mergers": compile_topic("merg", rf"(?:{PRACTICES} )?mergers?|merg\w+ (?:of |between )?{PRACTICES}"),
    "new_providers": compile_topic("provider|procurement", r"new providers?|procurements?"),
    "new_practices": compile_topic(
        "new practice|new general|new gp|new medical|new member|establish|open|set up",
        rf"new {PRACTICES}|(?:establish|open|set up)\w* (?:of )?(?:new )?{PRACTICES}",
    ),
    "discretionary_payments": compile_topic(
        "discretionary|returner|retainer",
        r"discretionary (?:payments?|funding|spend\w*|awards?)|(?:returner|retainer)s?",
    ),
    "list_closure": compile_topic(
        "clos",
        r"list closures?|closures? of (?:\w+ )?lists?"
        r"|clos\w+ (?:of )?(?:(?:the|a|patient|practice)(?:'s)? ){0,2}lists?",
    ),
    "boundaries": compile_topic("boundar|area", rf"{PRACTICES} (?:boundary|boundaries|areas?)"),
    "practice_closure": compile_topic(
        "closure",
        rf"(?:{PRACTICES}|branch(?: surgery)?) closures?"
        r"|closure of (?:branch )?(?:practices|surgeries)",
    ),
    "rent_reviews": compile_topic("rent", r"rent reviews?|reviews? of rents?"),
    "premises_revenue": compile_topic(
        "rates|premises", r"(?:business|water) rates|premises (?:revenue|costs?|reimbursements?)"
    ),
    "enhanced_services": compile_topic("enhanced|les|des", r"enhanced services?|LES|DES"),
    "local_incentives": compile_topic(
        "incentive|alternative",
        r"incentive schemes?"
        r"|alternatives? to (?:the )?(?:QOF|Quality and Outcomes Framework)",
    ),
    "design_contracts": compile_topic(
        "contracts", r"(?:design|negotiat)\w+ (?:and \w+ )?(?:of )?(?:local |[AP]MS )?contracts"
    ),
    "monitor_performance": compile_topic(
        "monitor|manag|performance",
        r"(?:monitor\w+|manag\w+) (?:of )?(?:contract(?:ual|s)?|practice)(?: performance)?"
        r"|contract(?:ual)? (?:monitoring|performance)",
    ),
    "violent_patients": compile_topic("violent|special", r"violent patients?|special allocation scheme"),
    "dispensing_list": compile_topic(
        "dispens", r"dispensing (?:doctors?|lists?|practices?)|applications? to dispense"
    ),
    "performers_list": compile_topic(
        "performer|revalidation|appraisal", r"performers?'? lists?|revalidation|appraisals?"
    ),
    "complaints": compile_topic("complaint", r"complaints?"),
    "workforce": compile_topic("workforce", r"workforce(?: planning)?"),
    "training": compile_topic(
        "training|education", r"training(?: and education)?|education(?: and training)?"
    ),
    "estates": compile_topic("estate", r"estates?"),
    "needs_strategy": compile_topic(
        "needs|strategy", r"needs assessments?|assess\w+ (?:of )?needs|primary care strategy"
    ),
    "ooh": compile_topic("hours", r"out[- ]of[- ]hours(?: services?| care)?"),
    "screening_imms": compile_topic("screening|immunisation", r"screening|immunisations?"),
    "controlled_drugs": compile_topic("controlled", r"controlled drugs"),
}
OF_ID = {"new_providers_mergers": frozenset(("mergers", "new_providers"))}
# These words fit every function, so they do not tell which is meant.
FILLING = find_subject(
    "practice practices GP general medical contract contracts all primary care local patient scheme"
)
LEFT_OUT = Expression(
    r"\b(?:except|excluding|other than|apart from|but not)\b.*",
    re.IGNORECASE,
    words="except|excluding|other than|apart from|but not",
)


@lru_cache(maxsize=512)
def find_topics(text: str) -> frozenset[str]:
    """Return the topics that a text is about, without those that it excludes."""
    kept = LEFT_OUT.sub("", " ".join(text.split()))
    return frozenset(topic for topic, words in ABOUT.items() if words.search(kept))


def look_up_topics(id_: str | None) -> frozenset[str]:
    """Return the topics of a function by its id in the catalogue."""
    return OF_ID.get(id_ or "", frozenset((id_,)) if id_ else frozenset())


def find_topics_of_row(row: Row) -> frozenset[str]:
    """Return the topics of a row, by its id and by its words."""
    return look_up_topics(row.function.id) | find_topics(row.name)


@lru_cache(maxsize=512)
def says_nothing_else(text: str) -> bool:
    """Tell whether a text is about one function as a whole.

    'Practice mergers' is; 'Disputed rent reviews' is not.
    """
    about = find_topics(text)
    rest = text
    for topic in about:
        rest = ABOUT[topic].sub(" ", rest)
    return len(about) == 1 and find_subject(rest) <= FILLING
