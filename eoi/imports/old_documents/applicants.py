"""The CCGs that apply and the form they apply for, if a document states them clearly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from eoi.expressions import Expression
from eoi.imports.lines import Line
from eoi.imports.old_documents.pro_formas import list_labelled_lines
from eoi.reference import Ccg, find_ccg_with_code, load_ccgs
from eoi.reference.names import BRACKETED, WORD

FORMS = {
    "joint": Expression(r"\bjoint(?:ly)? (?:co-?)?commission(?:ing)?\b", re.IGNORECASE),
    "delegated": Expression(
        r"\b(?:fully )?delegated (?:co-?commissioning|commissioning|responsibilit(?:y|ies))\b"
        r"|\bfull delegation\b",
        re.IGNORECASE,
    ),
    "influence": Expression(r"\bgreater (?:involvement|influence)\b", re.IGNORECASE),
}
APPLIES = Expression(
    r"\bexpress(?:es|ing|ed)? (?:an |its |our )?interest\b|\bexpression of interest\b"
    r"|\bapplication\b|\bappl(?:y|ies|ying)\b"
    r"|\bpropos(?:e|es|al)\b"
    r"|\b(?:we|CCGs?) (?:wants?|wish(?:es)?|seeks?|requests?|would like|(?:is|are) seeking)\b",
    re.IGNORECASE,
)
EXPRESSES_INTEREST = Expression(
    r"\bexpress(?:es|ing|ed)? (?:an |its |our |their )?interest\b|\bexpressions? of interest\b"
    r"|\bappl(?:y|ies|ying|ication)\b",
    re.IGNORECASE,
)
NAMED_FORMS = {
    "joint": Expression(r"\bjoint(?:ly)?\b", re.IGNORECASE),
    "delegated": Expression(r"\bdelegat(?:ed|ion)\b", re.IGNORECASE),
    "influence": Expression(r"\binvolvement\b|\binfluence\b", re.IGNORECASE),
}
FORM_LABEL = Expression(
    r"^forms?\b|\b(?:which )?form\b.{0,60}\b(?:sought|requested|preferred|applied)\b"
    r"|\b(?:forms?|levels?|types?|models?|options?) of (?:primary care )?co-?commissioning\b",
    re.IGNORECASE,
)
CCG_LABEL = Expression(
    r"\bnames?\b.{0,30}\b(?:CCGs?\b|clinical commissioning groups?\b|applicants?\b)"
    r"|^(?:applicants?|CCG(?:s|\(s\))?)\b",
    re.IGNORECASE,
)
IS_CCG = Expression(r"\bCCGs?\b|\bClinical Commissioning Groups?\b", re.IGNORECASE)
CODE = Expression(r"\b(\d\d[A-Z])\b")
ABBREVIATION = Expression(r"\(([A-Z][A-Za-z&]{1,10})\)(?: CCG)?")
MOST = 12  # the most times that a form or a name is counted


def find_form_applied(lines: Sequence[Line]) -> tuple[str, str]:
    """Return the form that a document applies for, and the line that says so.

    Lines that speak of applying count first. Both texts are empty if the document is about several forms.
    """
    for label, line in list_labelled_lines(lines):
        named = [form for form, word in NAMED_FORMS.items() if word.search(line.words)]
        if FORM_LABEL.search(label) and len(named) == 1:
            return named[0], f"{line.where}: {label}: {take_first_words(line.words)}"
    sure: dict[str, Line] = {}
    counts: Counter[str] = Counter()
    for line in lines:
        found = [form for form, pattern in FORMS.items() if pattern.search(line.words)]
        counts.update(found)
        if len(found) == 1 and APPLIES.search(line.words):
            sure.setdefault(found[0], line)
    if not sure:
        return "", ""
    first, *others = sorted(sure, key=lambda form: -counts[form])
    if any(counts[other] * 3 > counts[first] for other in (*others, *(set(counts) - {first}))):
        return "", ""
    return first, f"{sure[first].where}: {take_first_words(sure[first].words)}"


def find_applicants(lines: Sequence[Line]) -> list[tuple[Ccg, str]]:
    """Return the CCGs that a document is about, each with the line that names it; none if that is unclear.

    They are the CCGs that one line says apply together, or else the one CCG that is named at least twice as
    often as any other.
    """
    for label, line in list_labelled_lines(lines):
        if CCG_LABEL.search(label) and (named := find_named_ccgs(line.words)):
            said = f"{line.where}: {label}: {take_first_words(line.words)}"
            return [(ccg, said) for code in named if (ccg := find_ccg_with_code(code))]
    counts: Counter[str] = Counter()
    firsts: dict[str, Line] = {}
    for line in lines:
        for code in find_named_ccgs(line.words):
            counts[code] += 1
            firsts.setdefault(code, line)
    if not counts:
        return []
    if together := find_joint_applicants(lines, counts):
        return together
    (code, times), *others = counts.most_common(2)
    ccg = find_ccg_with_code(code)
    if ccg is None or (others and others[0][1] * 2 > times):
        return []
    return [(ccg, f"{firsts[code].where}: {take_first_words(firsts[code].words)}")]


def find_joint_applicants(lines: Sequence[Line], counts: Counter[str]) -> list[tuple[Ccg, str]]:
    """Return the CCGs that a line says apply together.

    The list is empty if there is no such line, or if the document is as much about another CCG.
    """
    for line in lines:
        named = find_named_ccgs(line.words) if EXPRESSES_INTEREST.search(line.words) else []
        most = max((counts[code] for code in named), default=0)
        if len(named) < 2 or any(counts[code] * 2 > most for code in set(counts) - set(named)):
            continue
        said = f"{line.where}: {take_first_words(line.words)}"
        return [(ccg, said) for code in named if (ccg := find_ccg_with_code(code))]
    return []


def find_named_ccgs(words: str) -> list[str]:
    """Return the codes of the CCGs that a line names, each once."""
    if not IS_CCG.search(words):
        return []
    found = {match: None for match in CODE.findall(words) if match in load_ccgs()}
    typed = [word.casefold() for word in WORD.findall(words)]
    names = group_names_by_first_word()
    taken = 0
    for at, word in enumerate(typed):
        if at < taken:
            continue
        for name, code in names.get(word, ()):
            if tuple(typed[at : at + len(name)]) == name and is_followed(typed, at + len(name)):
                found[code] = None
                taken = at + len(name)
                break
    return list(found)


def is_followed(typed: Sequence[str], end: int) -> bool:
    """Tell whether a place's name is that of its CCG.

    `CCG` follows it, perhaps after a word in brackets.
    """
    behind = typed[end : end + 4]
    return (
        "ccg" in behind[:2]
        or "ccgs" in behind[:2]
        or behind[:3] == ["clinical", "commissioning", "group"]
        or (behind[1:4] == ["clinical", "commissioning", "group"])
    )


@cache
def group_names_by_first_word() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return the places of all CCGs as words, by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for ccg in load_ccgs().values():
        place = tuple(
            word.casefold()
            for word in WORD.findall(BRACKETED.sub("", ccg.name))
            if word.casefold() not in ("nhs", "ccg")
        )
        found.setdefault(place[0], []).append((place, ccg.code))
    return {word: sorted(names, key=lambda one: -len(one[0])) for word, names in found.items()}


def find_short_name(ccg: Ccg, lines: Sequence[Line]) -> str:
    """Return the short name that the document gives to the CCG, such as BaNES CCG; empty without one."""
    place = " ".join(word for word in ccg.name.split() if word not in ("NHS", "CCG")).casefold()
    for line in lines:
        at = line.words.casefold().find(f"{place} (")
        match = ABBREVIATION.match(line.words, at + len(place) + 1) if at >= 0 else None
        if match and match[1].upper() != "CCG":
            return f"{match[1]} CCG"
    return ""


def take_first_words(words: str, most: int = 30) -> str:
    """Return the first `most` words of a line, with dots if there are more."""
    split = words.split()
    return words if len(split) <= most else f"{' '.join(split[:most])} ..."
