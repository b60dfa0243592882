"""The missing answers of a file, in as few findings as possible.

If a whole section or group of fields is missing, one finding covers all its answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from eoi.checklist import Checklist, Gap, Item
from eoi.checklist.missing_words import FactsOfAnswer, Wording, find_noun, word_answers
from eoi.findings import Severity
from eoi.plain_words import join_items
from eoi.source.nodes import Path
from eoi.source.paths import write_path, write_path_pattern


class MissingAnswerGroup(NamedTuple):
    """Answers that are missing for one reason, as gaps with the most severe first.

    `group` is the part of the file that would contain them all, and `section` the section that they belong
    to. `is_all` says that nothing in the section is answered.
    """

    gaps: tuple[Gap, ...]
    asked: int = 1
    group: str = ""
    section: str = ""
    is_all: bool = False

    @property
    def rule(self) -> str:
        return self.gaps[0].requirement.rule

    @property
    def severity(self) -> Severity:
        return self.gaps[0].requirement.severity

    @property
    def wording(self) -> Wording:
        answers, word = tuple([list_what_words_need(gap) for gap in self.gaps]), self.gaps[0].word
        severity = self.severity.label
        return word_answers(word, answers, self.asked, self.group, self.section, self.is_all, severity)


def list_what_words_need(gap: Gap) -> FactsOfAnswer:
    """Return the fields of the missing answer of a gap, which has no line."""
    spot = gap.spot
    return gap.requirement.asks, spot.absent, spot.item, spot.number, spot.there


def ask_of_items(gaps: Sequence[Gap], asked: int) -> str:
    """Return the question and the number of items, such as "the budget, for 4 of the 6 CCGs"."""
    asks, rows = gaps[0].requirement.asks, {gap.row for gap in gaps}
    if asked == 1 or not any(rows):
        return asks
    noun = find_noun(write_path_pattern(gaps[0].row).removesuffix("[]"))
    if len(gaps) == asked:
        return f"{asks}, for {'both' if asked == 2 else f'all {asked}'} {noun}"
    return f"{asks}, for {len(gaps)} of the {asked} {noun}"


def ask_of_named_items(gaps: Sequence[Gap], asked: int) -> str:
    """Return the question and the items, such as "for 2 of the 6 CCGs: A and B".

    Items are not named if it is for all of them.
    """
    if len(gaps) == 1:
        return gaps[0].asks
    names = list(dict.fromkeys(gap.spot.item for gap in gaps))
    is_known = all(names) and len(names) == len(gaps) < asked
    return f"{ask_of_items(gaps, asked)}{f': {join_items(names)}' if is_known else ''}"


Bundle = list[tuple[Gap, Item]]
NO_ROWS: frozenset[Path] = frozenset()


def list_missing_answers(checklist: Checklist) -> Iterator[MissingAnswerGroup]:
    """Yield the open gaps, grouped into findings, in the order of the document."""
    silent = find_silent_sections(checklist)
    bundles: dict[object, Bundle] = {}
    for item in checklist.items:
        if not item.gaps:
            continue
        is_in_list = item.gaps[0].spot.number != ""
        rows = frozenset([gap.row for gap in item.gaps if not gap.waived]) if is_in_list else NO_ROWS
        for gap in item.gaps:
            if not gap.waived:
                bundles.setdefault(make_cause_key(gap, item, rows, silent), []).append((gap, item))
    for bundle in join_bundles(bundles.values()):
        yield join_gaps(bundle, silent)


def find_silent_sections(checklist: Checklist) -> set[str]:
    """Return the sections that ask for several answers and have neither one nor a waived gap."""
    said = {item.section for item in checklist.items if item.answered}
    asked = [item for item in checklist.items if item.gaps and item.section not in said]
    waived = {item.section for item in asked for gap in item.gaps if gap.waived}
    sections = [item.section for item in asked]
    return {section for section in set(sections) if sections.count(section) > 1} - waived


def make_cause_key(gap: Gap, item: Item, rows: frozenset[Path], silent: set[str]) -> object:
    """Return a key that is equal for two gaps that one answer would fill.

    A comment at a line sets one rule aside, so gaps with a line are joined only with those of the same rule:
    all gaps of a group, or of the same items of a list. A gap to complete is never joined with one to
    consider.
    """
    requirement, spot = gap.requirement, gap.spot
    is_to_complete = requirement.is_known_to_be_asked
    if spot.line is None:
        return is_to_complete, item.section if item.section in silent else spot.absent
    if spot.absent != gap.path or not spot.number:
        return is_to_complete, spot.absent, requirement.rule
    return is_to_complete, requirement.rule, requirement.severity, gap.row, rows, item.asked


def join_bundles(bundles: Iterable[Bundle]) -> Iterator[Bundle]:
    """Yield groups of gaps, in which the gaps of one rule in an absent section are joined.

    One addition fills them.
    """
    outright: dict[object, Bundle] = {}
    for bundle in bundles:
        gap, item = max(bundle, key=take_severity) if len(bundle) > 1 else bundle[0]
        where = item.section if gap.spot.line is None else gap.path
        requirement = gap.requirement
        like = requirement.is_known_to_be_asked, where, requirement.rule, requirement.severity
        if like in outright:
            outright[like] += bundle
        else:
            outright[like] = bundle
    yield from outright.values()


def take_severity(pair: tuple[Gap, Item]) -> Severity:
    """Return the severity of a missing answer."""
    return pair[0].requirement.severity


def join_gaps(bundle: Bundle, silent: set[str]) -> MissingAnswerGroup:
    """Return gaps with one cause as one value. A section without any answer is named as a whole."""
    if len(bundle) == 1:
        gap, item = bundle[0]
        return MissingAnswerGroup((gap,), item.asked)
    heaviest = sorted(bundle, key=take_severity, reverse=True)
    gaps, (first, item) = tuple([gap for gap, _ in heaviest]), heaviest[0]
    are_of_one_part = len({gap.spot.absent for gap in gaps}) == 1
    if first.spot.line is None and (item.section in silent or not are_of_one_part):
        return MissingAnswerGroup(gaps, section=name_section(item.section), is_all=item.section in silent)
    return MissingAnswerGroup(gaps, item.asked, write_path(first.spot.absent) if are_of_one_part else "")


def name_section(section: str) -> str:
    """Return the name of a section in a sentence, such as `section F, governance`."""
    number, dot, heading = section.partition(". ")
    if not dot:
        return f"the section '{section}'"
    plain = heading if heading[1:2].isupper() else f"{heading[:1].lower()}{heading[1:]}"
    return f"section {number}, {plain}"
