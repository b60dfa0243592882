"""Find the functions of the catalogue that a text is about, by the words that people use for them."""

from __future__ import annotations

import re
from functools import lru_cache

from eoi.expressions import Expression
from eoi.rules.shared.likeness import find_subject
from eoi.rules.shared.scope_rows import Row

PRACTICES = r"(?:(?:GP|general|medical|member) )?practices?"
TOPICS = {
    "sanctions": r"sanctions?|breach(?: and|/| or)? (?:remedial )?notices?|remedial notices?"
    r"|(?:breach|terminat)\w* of (?:\w+ )?contracts?|contract terminations?",
    "mergers": rf"(?:{PRACTICES} )?mergers?|merg\w+ (?:of |between )?{PRACTICES}",
    "new_providers": r"new providers?|procurements?",
    "new_practices": rf"new {PRACTICES}|(?:establish|open|set up)\w* (?:of )?(?:new )?{PRACTICES}",
    "discretionary_payments": r"discretionary (?:payments?|funding|spend\w*|awards?)|(?:returner|retainer)s?",
    "list_closure": r"list closures?|closures? of (?:\w+ )?lists?"
    r"|clos\w+ (?:of )?(?:(?:the|a|patient|practice)(?:'s)? ){0,2}lists?",
    "boundaries": rf"{PRACTICES} (?:boundary|boundaries|areas?)",
    "practice_closure": rf"(?:{PRACTICES}|branch(?: surgery)?) closures?"
    r"|closure of (?:branch )?(?:practices|surgeries)",
    "rent_reviews": r"rent reviews?|reviews? of rents?",
    "premises_revenue": r"(?:business|water) rates|premises (?:revenue|costs?|reimbursements?)",
    "enhanced_services": r"enhanced services?|LES|DES",
    "local_incentives": r"incentive schemes?"
    r"|alternatives? to (?:the )?(?:QOF|Quality and Outcomes Framework)",
    "design_contracts": r"(?:design|negotiat)\w+ (?:and \w+ )?(?:of )?(?:local |[AP]MS )?contracts",
    "monitor_performance": r"(?:monitor\w+|manag\w+) (?:of )?(?:contract(?:ual|s)?|practice)(?: performance)?"
    r"|contract(?:ual)? (?:monitoring|performance)",
    "violent_patients": r"violent patients?|special allocation scheme",
    "dispensing_list": r"dispensing (?:doctors?|lists?|practices?)|applications? to dispense",
    "performers_list": r"performers?'? lists?|revalidation|appraisals?",
    "complaints": r"complaints?",
    "workforce": r"workforce(?: planning)?",
    "training": r"training(?: and education)?|education(?: and training)?",
    "estates": r"estates?",
    "needs_strategy": r"needs assessments?|assess\w+ (?:of )?needs|primary care strategy",
    "ooh": r"out[- ]of[- ]hours(?: services?| care)?",
    "screening_imms": r"screening|immunisations?",
    "controlled_drugs": r"controlled drugs",
}
ABOUT = {topic: Expression(rf"\b(?:{words})\b", re.IGNORECASE) for topic, words in TOPICS.items()}
OF_ID = {"new_providers_mergers": frozenset(("mergers", "new_providers"))}
# A word that fits every function says nothing about which is meant.
FILLING = find_subject(
    "practice practices GP general medical contract contracts all primary care local patient scheme"
)
LEFT_OUT = Expression(r"\b(?:except|excluding|other than|apart from|but not)\b.*", re.IGNORECASE)


@lru_cache(maxsize=4096)
def find_topics(text: str) -> frozenset[str]:
    """Return the topics that a text is about."""
    kept = LEFT_OUT.sub("", " ".join(text.split()))
    return frozenset(topic for topic, words in ABOUT.items() if words.search(kept))


def look_up_topics(id_: str | None) -> frozenset[str]:
    """Return the topics of a function of the catalogue."""
    return OF_ID.get(id_ or "", frozenset((id_,)) if id_ else frozenset())


def find_topics_of_row(row: Row) -> frozenset[str]:
    """Return the topics of a row, by its id and by its words."""
    return look_up_topics(row.function.id) | find_topics(row.name)


@lru_cache(maxsize=4096)
def says_nothing_else(text: str) -> bool:
    """Tell whether a text is about one function as a whole.

    'Practice mergers' is; 'Disputed rent reviews' is not.
    """
    about = find_topics(text)
    rest = text
    for topic in about:
        rest = ABOUT[topic].sub(" ", rest)
    return len(about) == 1 and find_subject(rest) <= FILLING
