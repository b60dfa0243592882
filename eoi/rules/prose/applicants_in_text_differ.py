"""Texts that say that a CCG applies alone where several do, or name a CCG that does not apply."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.problems import report_contradiction
from eoi.rules.shared.prose import Sentence
from eoi.submission.ccg_names import (
    find_name_before,
    list_name_words,
    may_mean,
    name_words,
    names_another,
    names_another_in_full,
)

BID = WordList(
    "apply|applies|applying|applicant|applicants|application|bid|bids|bidding|expression of interest|"
    "submit*|submission|go forward|goes forward|going forward|proceed*|proposal"
)
ALONE = Expression(
    r"\b(?:alone|on (?:our|its) own|sole(?:ly)?|(?:the )?only (?:applicant|ccg)|only for (?:our|one)|"
    r"(?:as )?a single ccg|from one ccg|one ccg only|"
    r"by (?:itself|ourselves)|no other ccgs?|without (?:any |the )?other(?: ccg)?s?|independently of)\b"
)
TOGETHER = WordList(
    "together with|jointly with|alongside|joint bid|joint application|joint submission|joint expression|"
    "joint proposal|partner|partners|partnership|made with|made jointly|side by side|has joined|have joined|"
    "jointly|with our neighbour|with our neighbours|shared with|we and"
)
COUNTED = Expression(
    r"(?<!of )(?<!among )\b(?:both|two|three|four|five|six|seven|eight|nine|ten|[2-9]|\d\d|these|"
    r"the) (?:\w+ ){0,2}ccgs\b(?! (?:in our|of our|in the) (?:area|region|county|country|city))"
    r"(?! in england)",
    words="ccgs",
)
CCGS_OF = Expression(r"\bCCGs (?:of|in) (?=[A-Z])")
OTHERS = WordList("other ccgs|their|neighbouring ccgs are|some ccgs|expressions of interest|applications")
UNLIKELY = WordList(
    "not|rather than|instead|considered|could|might|may|if|later|future|was|were|cannot|never|unlike|nor"
)
# `NHS Somewhere CCG applies jointly with`: whoever is named after it applies as well.
APPLIES_WITH = Expression(
    r"\b(?:appl(?:y|ies|ying)|bids?|bidding|submi\w{1,6}|applications?|proposal|expression of interest)"
    r"(?: [\w-]{1,30}){0,4}? (?:jointly|together|in partnership|side by side|made) (?:\w{1,20} )?with\b",
    words="jointly |together |in partnership |side by side |made ",
)
# The summary speaks for the applicants, so whoever asks there is one of them.
ASKS = Expression(
    r" (?:CCG|Clinical Commissioning Group) (?:asks|appl(?:ies|y)|seeks|wishes to|proposes|requests|"
    r"bids for|expresses)\b",
    words="ccg asks|ccg appl|ccg seek|ccg wish|ccg propos|ccg request|ccg bids|ccg express|group asks|"
    "group appl|group seek|group wish|group propos|group request|group bids|group express",
)
# Every sentence that asks so contains one of these strings.
ASKING = ("ask", "appl", "seek", "wish", "propos", "request", "bid", "express")
CCG = Expression(r"(?:ccg|clinical commissioning group)\b", words="ccg|clinical")
ITS_OWN = WordList("its own|separate|separately|also|too|likewise|as well|neighbour*|like us|unlike")
ENGLAND = WordList("with nhs england")
PARTS = ("engagement", "evaluation", "benefits", "priorities", "timescales")
ROOTS = ("appl", " bid", "expression of interest", "submi", "forward", "proceed", "proposal")


def check(case: Case) -> Iterator[Problem]:
    several = len(case.submission.applicants) > 1
    names = [name for applicant in case.submission.applicants for name in list_name_words(applicant)]
    yield from judge_summary(case, names)
    for sentence in case.prose.find_sentences(*ROOTS):
        flat = sentence.flat
        if not BID.is_in(flat) or sentence.written.path[0] in PARTS or UNLIKELY.is_in(flat):
            continue
        if several and ALONE.search(flat) and not is_said_of_another(sentence, case, names):
            what = "says that one CCG applies alone, and several are applicants"
        elif names_others(flat, sentence.text, several, names):
            what = "names CCGs as applying together that are not all applicants"
        else:
            continue
        yield report(sentence, f"This {what}.")


def judge_summary(case: Case, names: list[frozenset[str]]) -> Iterator[Problem]:
    """Report a CCG that asks in the summary and is no applicant, as in a text copied from another CCG."""
    for sentence in case.prose.find_sentences(*ASKING):
        if sentence.written.path != ("summary",):
            return  # the summary comes first
        found = ASKS.search(sentence.text)
        name = find_name_before(sentence.text, found.start()) if found else ""
        if name and not ITS_OWN.is_in(sentence.flat) and is_name_of_another(name, case, names):
            yield report(sentence, f"This says that {name} CCG applies, which is not among the applicants.")


def is_said_of_another(sentence: Sentence, case: Case, names: list[frozenset[str]]) -> bool:
    """Tell whether a CCG that is no applicant is the one that applies, as a neighbour may."""
    found = (find_name_before(sentence.text, match.start() - 1) for match in CCG.finditer(sentence.flat))
    return any(name and is_name_of_another(name, case, names) for name in found)


def is_name_of_another(name: str, case: Case, names: list[frozenset[str]]) -> bool:
    """Tell whether a name is neither that of an applicant, nor a part or an abbreviation of it."""
    words = name_words(name)
    if (
        not words
        or may_mean(names, words)
        or any("[" in (one.name or "[") for one in case.submission.applicants)
    ):
        return False  # a draft from an old document may have `[Full name of the CCG]` still
    letters = "".join(filter(str.isalpha, name.removeprefix("NHS "))).casefold()
    return not any(holds_in_order((one.name or "").casefold(), letters) for one in case.submission.applicants)


def holds_in_order(text: str, letters: str) -> bool:
    """Tell whether a text holds some letters in their order, as a name holds those of its abbreviation."""
    rest = iter(text)
    return all(letter in rest for letter in letters)


def report(sentence: Sentence, message: str) -> Problem:
    return report_contradiction(
        sentence,
        message,
        ("applicants", 0, "name"),
        sure=True,
        label="the applicants",
        help="Correct the text, or the list of `applicants`.",
    )


def names_others(flat: str, text: str, several: bool, names: list[frozenset[str]]) -> bool:
    """Tell whether a sentence names CCGs other than the applicants as applying."""
    if OTHERS.is_in(flat):
        return False
    applies = APPLIES_WITH.search(flat)
    if applies and names_another_in_full(merge_ccg_names(text[applies.end() :]), names):
        return True
    joined = TOGETHER.is_in(flat) and not ENGLAND.is_in(flat)
    if joined and names_another(merge_ccg_names(text), names):
        return True
    return not several and ((joined and "ccgs" in flat) or COUNTED.search(flat) is not None)


def merge_ccg_names(text: str) -> str:
    """Return `the CCGs of Swindon and Gloucestershire` as `Swindon and Gloucestershire CCG`."""
    match = CCGS_OF.search(text)
    return f"{text[match.end() :].rstrip('.')} CCG" if match else text.replace("CCGs", "CCG")


RULE = Rule(
    summary="The texts name the same applicants as the list",
    why="Whether a CCG applies alone or with others decides whose approval and whose signature is needed.",
    check=check,
    severity=Severity.WARNING,
    certainty="arithmetic",
    source="the file itself",
    fails="""
applicants:
  - name: NHS Somewhere CCG
  - name: NHS Elsewhere CCG
ccgs_involved:
  reasons: It is logical to apply alone.
""",
    passes="""
applicants:
  - name: NHS Somewhere CCG
ccgs_involved:
  reasons: |
    It is logical to apply alone. We considered a joint bid with NHS Elsewhere CCG. We apply jointly with NHS
    England.
""",
)
