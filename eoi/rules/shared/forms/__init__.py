"""Words for each form of co-commissioning, with and without its name."""

from __future__ import annotations

from eoi.expressions import Expression

US = r"(?:us|we|the ccgs?|our ccgs?|ourselves)"
# `On our own` is alone, and `on our own budget` is not.
ALONE = (
    r"on our own(?! (?!(?:and|but|from|in|at|to|when|with|without|as|under|for|after|by|rather)\b)\w)|"
    r"by ourselves|for ourselves"
)
NAMES = {
    "influence": "greater influence",
    "joint": "joint commissioning",
    "delegated": "delegated commissioning",
}
# Words that mean a form without naming it. They count only where no other form is named beside them.
CLAIMS = {
    "influence": (
        r"\b(?:greater|more|stronger|only|some|further)(?: \w+){0,2} (?:influence|involvement|say|"
        r"voice)\b(?! (?:of|for|from|by)\b)",
        r"\binfluence (?:over|on|in|nhs england)\b",
        r"\bfinal (?:word|say)\b|\bconsultees?\b",
        r"\bbe (?:consulted|informed|heard)\b",
        r"\bdecisions? (?:\w+ )?(?:would|will|should) (?:remain|stay|rest) (?:entirely )?with nhs england\b",
        r"\bnhs england (?:would|will|should|is to) (?:still |go on |continue to |keep on )?decid\w+"
        r"(?! (?:whether|by|in|on (?:the|this|our) (?:bid|application|submission|proposal|expression))\b)\b",
        r"\b(?:we|ccgs?) (?:would|will) (?:only )?(?:advise|comment|influence)\b",
        r"\blevel (?:one|1)\b|\boption (?:one|1)\b|\bmodel a\b",
    ),
    "joint": (
        r"\bjoint (?:co-?)?commissioning\b(?! of (?!(?:\w+ ){0,2}(?:primary|general practice)))",
        r"\b(?:jointly|together|shared?|sharing)\b[\w ]{0,40}\bwith nhs england\b",
        r"\bjoint (?:decision|decisions|decision-making|committee|responsibility|arrangement)\b",
        r"\bcommission \w+ ?\w* ?\w* ?jointly\b",
        r"\b(?:commission\w*|decid\w+|decisions?) (?:\w+ ){0,5}side by side with nhs england\b",
        rf"\bnhs england and {US} (?:(?:to|will|would|shall|should) )?(?:decide|take|share|commission|"
        rf"make)\b",
        r"\blevel (?:two|2)\b|\boption (?:two|2)\b|\bmodel b\b",
    ),
    "delegated": (
        r"\bdelegated (?:co-?commissioning|commissioning|responsibilit\w+|authority|powers|form|model|"
        r"arrangement|functions)\b",
        r"\b(?:full|fully|complete|total) delegat\w+\b|\bdelegation\b|"
        r"\bdelegate (?:\w+ ){0,4}(?:commissioning|primary care|general practice|to us)\b",
        r"\b(?:sole|full|complete|entire) (?:charge|responsibility|control)\b"
        r"(?! (?:for|of) (?!(?:the )?(?:\w+ )?(?:commissioning|primary|general practice|gp|these|it)))",
        rf"\b(?:decisions?|decide|commission) (?:[\w ]{{0,30}} )?(?:{ALONE}|without nhs england)\b",
        rf"\bnhs england (?:to )?(?:pass|hand|give|transfer)(?:e?s)? (?:over )?(?:all|the whole|its|full|"
        rf"everything|the)\b[\w ]{{0,50}}\bto {US}\b",
        r"\bhand (?:over|us)\b|\btake over (?:\w+ ){0,3}(?:commissioning|powers|responsibilit\w+)\b|"
        r"\bpowers in full\b|\bpass(?:es)? (?:its|the|all) powers\b|\bact alone in commissioning\b",
        r"\blevel (?:three|3)\b|\boption (?:three|3)\b|\bmodel c\b",
    ),
}
ROOTS = {
    "influence": (
        "influence",
        "involvement",
        "consulted",
        "decid",
        "decision",
        "advise",
        " say",
        "voice",
        "level",
        "option",
        "model",
    ),
    "joint": ("joint", "together", "share", "sharing", "level", "option", "model"),
    "delegated": (
        "delegat",
        "sole ",
        "full ",
        "complete ",
        "hand over",
        "hand us",
        "take over",
        "powers",
        "level",
        "option",
        "model",
    ),
}
NAMED = {"influence": ("influence", "involvement"), "joint": ("joint",), "delegated": ("delegat",)}


# These are compiled only when used: few sentences mention a form, and compiling takes longer than all else.
CLAIMED = {
    "influence": Expression(
        "|".join(CLAIMS["influence"]),
        words="influence | influence| involvement| say| voice|final |consultee|be consulted|be informed|"
        "be heard|nhs england |decision| advise| comment|level |option |model a",
    ),
    "joint": Expression(
        "|".join(CLAIMS["joint"]),
        words="joint|with nhs england|nhs england and|level two|level 2|option two|option 2|model b",
    ),
    "delegated": Expression(
        "|".join(CLAIMS["delegated"]),
        words="delegat|charge|responsib|control|our own|ourselves|without nhs|pass|hand|give|transfer|"
        "take over|powers|alone|level three|level 3|option three|option 3|model c",
    ),
}


def find_forms_mentioned(text: str) -> set[str]:
    """Return the forms that a text in lower case mentions."""
    return {form for form, roots in NAMED.items() if any(root in text for root in roots)}
