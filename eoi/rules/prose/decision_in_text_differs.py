"""Functions that a text takes on and the table leaves out, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.functions import Row, list_rows
from eoi.rules.shared.functions.functions_in_sentences import (
    AMOUNT,
    list_asked_for,
    list_stems,
    list_ways_to_name,
    names_function,
)
from eoi.rules.shared.problems import report_contradiction
from eoi.rules.shared.prose import Sentence
from eoi.rules.shared.prose.mood import holds, is_certain, is_denied
from eoi.rules.shared.prose.words import quote_part

WE = r"(?:we|the ccgs?|us|our|ours)"
# The committee decides on what is in scope, and on nothing else.
WE_ALL = r"(?:we|the ccgs?|us|our|ours|the joint committee)"
LEAVES = Expression(
    r"\bout(?:side)?(?: of)? (?:the |our |this |its )?(?:scope|proposal|bid|application|arrangement)|"
    r"\bnot in scope\b|\bno part\b|"
    r"\b(?:have |has |is |are |be )?excluded?\b|\bexcludes\b|\bnot (?:be )?(?:part|taking|take|includ\w+|"
    r"within)\b|"
    rf"\b{WE} (?:do|does|would|will|have|has) not (?:want|wish|propose|intend|seek|ask|include|cover|take)|"
    rf"\b{WE} (?:would |will )?leaves? (?!\w+ to {WE})|\bleft (?:with|to) nhs england\b|"
    rf"\bleave [\w ]{{1,60}} (?:with|to) nhs england",
    words="out|not|no part|exclud|leave|left",
)
KEEPS = Expression(
    r"\b(?:stay(?:s|ed)?|remains?|keeps?|kept|retains?|retained|continues?|carr(?:y|ies) on|go(?:es)? on|"
    r"holds? on)\b",
    words="stay|remain|keep|kept|retain|continue|carr|go|hold",
)
NHS_ENGLAND = Expression(r"\b(?:nhs england|nhse|area (?:primary care )?team|regional team)\b")
TAKES = Expression(
    rf"\b(?:becom(?:e|es|ing) our|pass(?:es|ed)? to {WE}|comes? to {WE}|moves? to {WE}|transfer(?:s|"
    rf"red)? to {WE}|"
    rf"hand(?:s|ed)? (?:over )?to {WE}|be ours|part of (?:what we ask|our (?:proposal|bid|application)|"
    rf"this (?:proposal|bid))|"
    r"within (?:the )?scope|(?:is|are|be) in scope|included in (?:our|this|the) (?:proposal|bid|scope|"
    r"application)|"
    r"falls? to us|in our hands|under our control|part of the (?:scope|arrangement|package)|taking on|"
    r"tak(?:e|es|ing) charge of|tak(?:e|es|ing|en) over|responsib\w+ for|ours to \w+)\b"
    rf"|\b(?:be|is|are) for {WE}\b|\b(?:kept|run|held|done|decided|managed|maintained|handled|"
    rf"administered|overseen|"
    rf"carried out|looked after|dealt with|taken on|taken over) by {WE_ALL}\b"
    r"|\b(?:our|this|the) (?:bid|proposal|application|scope) (?:\w+ ){0,2}(?:covers?|includes?|takes? in|"
    r"extends? to)\b"
    rf"|\b{WE} (?:also |would |will )?includes? [\w ]{{1,60}} in (?:what we|our|this|the) (?:ask|bid|"
    rf"proposal|application|scope)"
    rf"|\b{WE_ALL} (?:also )?(?:will|would|shall|intend to|propose to|want to|expect to|wish to|plan to|are "
    rf"to|is to|"
    rf"ask to|seek to|hope to|mean to|aim to)"
    r" (?:also |then |both |jointly )?(?:tak(?:e|ing)(?! (?:advice|note|account|views?|legal|care)\b)|"
    r"be responsible|assume|lead|carry out|decide|manage(?! (?:its|our|their)\b)|"
    r"approve|apply|hold|run|"
    r"look after|oversee|own|maintain|deal with|handle|administer|award|commission)\b",
    words="we|ccg|us|our|scope|bid|proposal|application|arrangement|package|tak|responsib|joint committee",
)
ASKS = ("ask", "apply", "applies", "bid")
CLAUSES = Expression(r"[;:]|,? (?:but|while|whereas)\b|, and\b")
NOT = Expression(r"\b(?:not|never|no longer|except|apart from|nor|without)\b")


def check(case: Case) -> Iterator[Problem]:
    named: dict[Sentence, list[Row]] = {}
    for row in list_rows(case):
        if row.function.in_scope:
            for sentence in find_naming_sentences(case, row):
                named.setdefault(sentence, []).append(row)
    for sentence, meant in named.items():
        yield from judge_scope_of_rows(sentence, meant)


def judge_scope_of_rows(sentence: Sentence, named: list[Row]) -> Iterator[Problem]:
    """Report functions that a sentence names and the table answers otherwise, if it leaves no doubt."""
    if sentence.written.path[0] != "engagement":
        yield from (found for found in judge(sentence, named) if is_certain(sentence))


def find_naming_sentences(case: Case, row: Row) -> list[Sentence]:
    """Return the sentences that hold all the words of one of the ways to name the function."""
    ways = list_ways_to_name(row.name, row.function.id or "")
    found = case.prose.find_sentences(*{max(way, key=len) for way in ways})
    return [sentence for sentence in found if names_function(list_stems(sentence.flat), ways)]


def judge(sentence: Sentence, named: list[Row]) -> Iterator[Problem]:
    """Report functions that the table answers otherwise. Clauses that claim opposites are read apart."""
    flat = sentence.flat
    asked = list_rows_asked_for(flat, named) if " for " in flat and holds(ASKS, flat) else []
    for row in asked:
        if row.function.in_scope == "no":
            yield report(sentence, row, takes=True)
    whole = read_claim(flat)
    may_differ = asked or (whole is False and TAKES.search(flat))
    clauses = [(clause, read_claim(clause)) for clause in CLAUSES.split(flat)] if may_differ else []
    if asked or len({claim for _, claim in clauses} - {None}) == 2:
        for clause, takes in clauses:
            yield from judge_claim(sentence, choose_rows_named(clause, named), takes)
    else:
        yield from judge_claim(sentence, named, whole)


def list_rows_asked_for(flat: str, named: list[Row]) -> list[Row]:
    """Return the rows of the functions that a sentence asks for."""
    return [row for item in list_asked_for(flat) for row in choose_rows_named(item, named)]


def choose_rows_named(words: str, named: list[Row]) -> list[Row]:
    """Return the rows of those named in a sentence that some words of it name."""
    said = list_stems(words)
    return [row for row in named if names_function(said, list_ways_to_name(row.name, row.function.id or ""))]


def judge_claim(sentence: Sentence, named: list[Row], takes: bool | None) -> Iterator[Problem]:
    """Report the first function of which a sentence says the opposite of the table."""
    if takes is None or not named or AMOUNT.search(sentence.flat):
        return
    if any(row.function.in_scope == "part" or row.is_in is takes for row in named):
        return
    if takes or named[0].function.led_by not in ("nhse", "another"):
        yield report(sentence, named[0], takes)


def report(sentence: Sentence, row: Row, takes: bool) -> Problem:
    what = "takes on {}, and the table leaves it out" if takes else "leaves out {}, and the table takes it on"
    return report_contradiction(
        sentence, f"The text {what.format(quote_part(row.name))}.", row.at("in_scope")
    )


def read_claim(flat: str) -> bool | None:
    """Return True if a sentence says that the applicants take on a function, False if they leave it.

    Return None if it says neither.
    """
    leaves = LEAVES.search(flat) or (NHS_ENGLAND.search(flat) and KEEPS.search(flat))
    if leaves and not is_denied(flat, *leaves.span()):
        return False
    return True if TAKES.search(flat) and not NOT.search(flat) else None


RULE = Rule(
    summary="Texts and the scope table take on the same functions",
    why="An assessor asks who decides. The overview and the table have to name the same functions.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="BaNES: quality is to be absorbed into the CCG's work, and quality assurance is out of scope",
    needs=("scope.functions[]", "scope.tables[]"),
    fails="""
scope:
  functions:
    - {function: Rent reviews, in_scope: no}
arrangement:
  overview: We would take on rent reviews from the first year.
""",
    passes="""
scope:
  functions:
    - {function: Rent reviews, in_scope: no}
arrangement:
  overview: We would not take on rent reviews. We would take on the training of nurses.
""",
)
