"""Views of a body in a text: for the proposal, against it or neither, and whether it was asked."""

from __future__ import annotations

from typing import Literal

from eoi.expressions import Expression, WordList

Side = Literal["for", "against", "neutral"]
# What is refused or withheld is no support: `declined to support`, `withdrew its backing`.
TO_SUPPORT = r"(?: to (?:support|back|endorse|agree|approve|welcome)\b)?"
SUPPORT = r"(?: (?:support|backing|agreement|endorsement)\b)?"
AGAINST = Expression(
    r"\b(?:oppos(?:e|es|ed|ing|ition)|object(?:s|ed|ions?|ing)?(?! of| to (?:improve|deliver))|(?:is|are|"
    r"was|were|voted|been|spoke|spoken) (?:\w+ )?against|"
    r"(?:do|does|did|will|would|can|could|has|have|is|are) ?not (?:yet )?(?:support\w*|agree\w*|favour\w*|"
    r"back\w*|endorse\w*|in favour|prepared|able|willing|accept\w*)|"
    r"cannot (?:support|agree|back|endorse|accept)|unable to (?:support|back|agree|endorse)|"
    rf"unwilling{TO_SUPPORT}|reject(?:s|ed)?|refus(?:e|es|ed){TO_SUPPORT}|"
    rf"declin(?:es|ed)(?= to\b){TO_SUPPORT}|fights?|fought|resist\w*|hostile|"
    rf"(?:withdr(?:awn|ew|aws) (?:its|their|the)|withdraw (?:its|their)){SUPPORT}|"
    r"turn(?:s|ed) down (?:the|this|our|us|it)|(?:do|does|did|would) not want (?:joint|delegat\w+|"
    r"co-?commissioning|this|"
    r"it|us to|the (?:proposal|bid|change|ccg to)|our (?:proposal|bid))|"
    r"prefers? (?:(?:things|matters|it|commissioning|everything|the present \w+) )?(?:to (?:stay|remain|"
    r"keep)|as (?:it|they)|"
    r"the (?:present|status))|prefer (?:things|matters|it|commissioning|everything) to (?:stay|remain)|"
    r"(?:yet|still|remains?|has|have) to be (?:won over|convinced)|not (?:yet )?(?:convinced|won over|on "
    r"board|behind)|"
    r"unhappy|sceptical|(?:would|had) rather (?:we|it|that)|disagrees?|disagreed|turned (?:it|us|this|"
    r"the \w+) down|said no|says no|"
    rf"no support|withh[eo]ld\w*(?: (?:its|their|any))?{SUPPORT}|"
    r"(?:has|have) reservations|to be persuaded|not (?:yet )?persuaded|"
    r"without the support|not in favour|dissatisfied|disapprov\w+)\b",
    words="oppos|object|against|not |unable|unwilling|reject|refus|declin|fight|fought|resist|hostile|withdr|"
    "withh|turned|turns|prefer|convinced|won over|unhappy|sceptical|rather|disagree|disapprov|dissatisf|"
    "no support|said no|says no|reservations|persuaded|without the",
)
NOT_AGAINST = Expression(
    r"\b(?:no|without|not|never|nobody|no one|little)(?: \w+)? (?:oppos\w+|object\w*|against|reject\w*|"
    r"resist\w*)\b",
    words="oppos|object|against|reject|resist",
)
FOR = Expression(
    r"\b(?:support(?:s|ed|ive|ing)?|in favour|welcom(?:e|es|ed)|endors(?:e|es|ed)|back(?:s|ed|ing)?|"
    r"agree[sd]?|favours?|approves?|"
    r"behind (?:us|the|this|our)|enthusiastic|delighted|keen)\b"
)
NEUTRAL = WordList("neutral|no view|undecided|note|notes|noted|neither")
NOT_ASKED = Expression(
    r"\b(?:not (?:yet |so far )?(?:been )?(?:asked|consulted|spoken|approached|involved?|met|contacted|"
    r"heard|engaged|invited|talk\w*|speak|ask|consult|approach|contact|engage)|"
    r"(?:yet|still) to (?:be )?(?:speak|ask|asked|approached?|meet|consult|consulted|hear|contact|"
    r"contacted|talk|engage|involved?|invited?)|"
    r"(?:is|are|has|have) still to be|(?:nobody|no one) has (?:yet )?(?:spoken|asked|consulted|met|"
    r"talked)|never (?:been )?(?:asked|consulted|approached|contacted|met)|"
    r"without (?:asking|consulting|speaking)|"
    r"no (?:contact|discussion|conversation|talks|meeting)s? with|"
    r"(?:talks|conversations?|discussions?|meetings?|contacts?) with [\w ]{1,50} (?:have|has) (?:not|yet "
    r"to|still to)|"
    r"nobody asked|no one asked|(?:was|were) (?:left out|passed over|bypassed))\b",
    words="not yet |not so far |not been |not ask|not consult|not spoke|not approach|not involve|not met|"
    "not contact|not heard|not engage|not invite|not talk|not speak|yet to|still to|nobody |no one |"
    "never |without ask|without consult|without speak|no contact|no discussion|no conversation|no talks|"
    "no meeting|have not|has not|left out|passed over|bypassed",
)
NO_REPLY = Expression(
    r"\b(?:not (?:yet )?(?:replied|responded|answered|reply|respond|answer|commented|comment|given|give|"
    r"expressed|stated|told|said)|never (?:replied|responded|answered)|"
    r"(?:yet|still) to (?:reply|respond|answer|comment|give|tell|express|come back)|"
    r"no (?:answer|reply|response|view|word|comment)s?|silent|heard nothing|awaiting|await|waiting for|"
    r"outstanding)\b",
    words="not replied|not yet replied|not respon|not yet respon|not answer|not yet answer|not repl|"
    "not yet repl|not comment|not yet comment|not give|not yet give|not express|not yet express|"
    "not stated|not yet stated|not told|not yet told|not said|not yet said|never |yet to|still to|no |"
    "silent|heard nothing|await|waiting|outstanding",
)


# Every sentence with one of these views contains one of these strings.
VIEW_ROOTS = (
    "not ",
    "oppos",
    "object",
    "against",
    "cannot",
    "unable",
    "unwilling",
    "reject",
    "refus",
    "declin",
    "fight",
    "fought",
    "resist",
    "hostile",
    "withdr",
    "unhappy",
    "sceptical",
    "would rather",
    "prefer",
    "won over",
    "convinced",
    "disagree",
    "turned",
    "turns",
    "said no",
    "says no",
    "no support",
    "dissatisf",
    "disapprov",
    "support",
    "in favour",
    "welcom",
    "endors",
    "back",
    "agree",
    "favour",
    "approve",
    "behind",
    "enthusias",
    "delighted",
    "keen",
    "withh",
    "reservations",
    "persuaded",
)
ASKED_ROOTS = (
    "not ",
    "never",
    "yet to",
    "still to",
    "without",
    "no contact",
    "no discussion",
    "no conversation",
    "no talks",
    "no meeting",
    "no answer",
    "no reply",
    "no response",
    "no view",
    "no word",
    "silent",
    "nobody",
    "no one",
    "left out",
    "talks with",
    "conversation",
    "discussions",
    "meetings with",
    "heard nothing",
    "await",
    "waiting",
    "outstanding",
    "asked",
    "consult",
    "approach",
    "involv",
    "told us",
    "met ",
    "spoke",
    "gave us",
)


def find_stance(text: str) -> Side | None:
    """Return whether a text is for, against or neutral, or None if it is unclear."""
    flat = NOT_AGAINST.sub(" ", text.lower())
    rest = AGAINST.sub(" ", flat)
    against, supports = rest != flat, FOR.search(rest) is not None
    if against != supports:
        return "for" if supports else "against"
    return "neutral" if not against and NEUTRAL.is_in(flat) else None
