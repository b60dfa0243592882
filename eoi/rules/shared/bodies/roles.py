"""Details that a role gives of its holder: lay or not, one person or several.

Only plain words count: a name, or "to be agreed", gives no details.
"""

from __future__ import annotations

import re

from eoi.expressions import Expression, WordList
from eoi.rules.shared.prose.words import SMALL, WORD, list_telling_words, reduce_to_words

LAY = Expression(
    r"\b(?:lay|non-?executives?|independent (?:lay|chairs?|chairman|chairwoman|chairpersons?|members?|"
    r"persons?|convenors?)|(?:patients?|public)(?: (?:and|&) (?:the )?public)? (?:representatives?|reps?|"
    r"members?|voices?|champions?|leaders?|participation|reference|groups?|forums?)|"
    r"(?:representatives?|members?) of (?:the )?"
    r"(?:patients?|public))\b",
    re.IGNORECASE,
    words="lay|executive|independent|patient|public",
)
# Officers and clinicians have these words in their titles too, such as "Patient safety manager".
MAY_BE_LAY = Expression(
    r"\b(?:independent|patients?|public(?! (?:health|affairs|relations|sector|services?)))\b"
    r"(?! (?:safety|experience|services?|affairs|relations|contractors?|prescrib\w+))",
    re.IGNORECASE,
    words="independent|patient|public",
)
NOT_LAY = WordList(
    "gp|gps|ao|cfo|co|general practitioner|general practitioners|clinical|clinician|clinicians|"
    "doctor|doctors|practice|practices|chief|accountable|executive|officer|officers|director|"
    "directors|manager|managers|nhs england"
)
FROM_A_PRACTICE = Expression(
    r"\b(?:GPs?|general practitioners?|practices|"
    r"practice (?:managers?|nurses?|partners?|leads?|representatives?|members?)|"
    r"(?:cluster|locality|village|clinical) (?:clinical )?(?:leads?|chairs?|directors?))\b",
    re.IGNORECASE,
    words="gp|practi|cluster|locality|village|clinical",
)
FROM_OUTSIDE = WordList(
    "outside|out-of-area|out-of area|out of-area|out of area|another|neighbouring|nhs england|"
    "area team|secondary-care|secondary care|hospital|consultant|retired|registered nurse|lead nurse|"
    "chief nurse|nursing|pharmacist|public health|council"
)
FROM_ELSEWHERE = Expression(
    r"\bindependent\b.{1,40}\b(?:outside|out[- ]of[- ]area|another|neighbouring|elsewhere)\b",
    re.IGNORECASE,
    words="independent",
)
OTHER_BODY = WordList(
    "healthwatch|health watch|health and wellbeing|health and well-being|health & wellbeing|"
    "health & well-being|lmc|local medical committee|nurse"
)
# The end of a title is not read: "Director of Public Services" is one person.
TITLE_END = Expression(r"\s(?:of|for|from|to|with|and|at|in)\s|[,(/:-]|–")
SEVERAL = Expression(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|all|each|every|up to|representation|"
    r"\w+(?<!s)s)\b",
    re.IGNORECASE,
)
ONE_THOUGH_PLURAL = Expression(
    r"\b(?:CCG's|NHS|services|operations|affairs|sales)\b",
    re.IGNORECASE,
    words="ccg's|nhs|services|operations|affairs|sales",
)


# A sentence with words of all three kinds says who takes the chair when its holder has an interest.
CHAIR = Expression(r"\b(?:vice[- ]?|deputy[- ]?)?chair(?:s|ed|ing|man|woman|person)?\b", words="chair")
INTEREST = WordList("interest|interests|conflict|conflicts|conflicted|withdraw|withdraws")
TAKES_OVER = WordList(
    "take|takes|taken|presid*|vice|deputy|deputises|another|lay|step*|hand|hands|leave|leaves|replac*|instead"
)

# Words that many roles share do not tell whether two roles belong to one person.
COMMON = SMALL | frozenset(
    WORD.findall(
        "chair chairs chaired vice deputy member members voting elected ccg nhs board group committee it be "
        "is will would who which and each every england"
    )
)
# A title alone does not tell people apart: 'Medical director' and 'Director of finance' are two people.
TITLES = frozenset(WORD.findall("chief officer director lead manager head senior local representative"))
SHORT_FORMS = {
    "ao": "accountable officer",
    "cao": "accountable officer",
    "cfo": "chief finance officer",
    "ceo": "chief executive",
    "gps": "gp",
    "general practitioner": "gp",
    "financial": "finance",
}
SHORT = Expression(rf"\b(?:{'|'.join(SHORT_FORMS)})\b")


def is_lay(role: str) -> bool:
    """Tell whether a role is that of a lay member."""
    if LAY.search(role):
        return True
    return MAY_BE_LAY.search(role) is not None and not NOT_LAY.is_in(role)


def is_plainly_not_lay(role: str) -> bool:
    """Tell whether a role cannot be that of a lay member."""
    return not is_lay(role) and not FROM_ELSEWHERE.search(role) and NOT_LAY.is_in(role)


def says_who(role: str) -> bool:
    """Tell whether a role names a certain kind of member. 'A representative' can be anybody."""
    return any(
        words.is_in(role) for words in (LAY, MAY_BE_LAY, NOT_LAY, FROM_A_PRACTICE, FROM_OUTSIDE, OTHER_BODY)
    )


def is_from_a_practice(role: str) -> bool:
    """Tell whether a role is in a practice that the CCG would pay.

    A GP from elsewhere brings independent advice.
    """
    other = is_lay(role) or FROM_OUTSIDE.is_in(role)
    return not other and FROM_A_PRACTICE.search(role) is not None


def is_one_person(role: str) -> bool:
    """Tell whether only one person has a role, unlike "four elected GPs" or "GP representatives"."""
    title = ONE_THOUGH_PLURAL.sub("", TITLE_END.split(role, maxsplit=1)[0])
    return bool(role.strip()) and SEVERAL.search(title) is None


def may_be_same(one: str, other: str) -> bool:
    """Tell whether two roles can be one person's: they share a distinctive word, or one has none."""
    ours, theirs = list_role_words(one), list_role_words(other)
    if not ours or not theirs or (is_lay(one) and is_lay(other)):
        return True
    special = ours - TITLES, theirs - TITLES
    return bool(special[0] & special[1]) if all(special) else bool(ours & theirs)


def list_role_words(role: str) -> frozenset[str]:
    """Return the distinctive words of a role, with short forms written out."""
    return list_telling_words(SHORT.sub(lambda match: SHORT_FORMS[match[0]], reduce_to_words(role)), COMMON)
