"""What is missing, in as few things as say it all.

Of a section that is missing altogether, or a group of fields that the file does not have, every answer is
missing: that is one thing to say, and one to do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from eoi.checklist import Checklist, Gap, Item, Status
from eoi.findings import Several, Severity
from eoi.lists import listed
from eoi.rounds.model import Requirement
from eoi.source.nodes import path_text, pattern_text

# What a reader calls the items of a list, where the field's name is no word for them.
NOUNS = {
    "applicants": "CCGs",
    "evaluation": "reviews",
    "lines": "lines of the budget",
    "nhs_england": "meetings",
    "support": "bodies",
    "timescales": "milestones",
}


def lead(_requirement: Requirement) -> str:
    """The words that begin what is said of a missing answer, in `eoi check` and the checklist."""
    return "To complete"


@dataclass(frozen=True, slots=True)
class Missing:
    """Answers that are missing for one reason: the gaps, the heaviest first, and where they belong.

    `group` is the part of the file that would hold them all, `section` the one that says nothing at all.
    """

    gaps: tuple[Gap, ...]
    asked: int = 1
    group: str = ""
    section: str = ""

    @property
    def rule(self) -> str:
        return self.gaps[0].requirement.rule

    @property
    def severity(self) -> Severity:
        return self.gaps[0].requirement.severity

    @property
    def message(self) -> str:
        first = self.gaps[0]
        if len(self.gaps) == 1:
            return f"{lead(first.requirement)}: {first.asks}"
        item = f" ({first.spot.item})" if first.spot.item and not self.section else ""
        return f"{self.what}{item}"

    @property
    def what(self) -> str:
        asks = listed(dict.fromkeys(gap.requirement.asks for gap in self.gaps))
        return ": ".join(filter(None, (lead(self.gaps[0].requirement), self.section, asks)))

    @property
    def help(self) -> str:
        if self.section:
            return f"Add {listed(dict.fromkeys(f'`{outermost(gap)}`' for gap in self.gaps))}."
        return f"Add `{self.group}`." if self.group else self.gaps[0].help

    @property
    def several(self) -> Several | None:
        """Nothing where it can be missing in one place only."""
        first = self.gaps[0]
        if self.section:
            return Several(self.what, first.asks, key=f"all of {self.section}")
        pattern = pattern_text(first.spot.absent if self.group else first.path)
        before, each, field = pattern.rpartition("[].")
        if not each:
            return Several(self.what, first.asks, key=pattern) if self.group else None
        noun = noun_of(before)
        add = f"Fill in `{field}` in each." if first.spot.there else f"Add `{field}` to each."
        message = f"{self.what}, for {{number}} of {self.asked} {noun}"
        return Several(message, first.asks if self.group else first.spot.item, add, key=pattern)


def outermost(gap: Gap) -> str:
    """The field that is missing, or the part of the file that would hold it."""
    return pattern_text(gap.spot.absent or gap.path)


def noun_of(pattern: str) -> str:
    name = pattern.rpartition(".")[2]
    return NOUNS.get(name, name.replace("_", " "))


def all_missing(checklist: Checklist) -> Iterator[Missing]:
    """Every open gap, in one thing to say each, in the order of the document."""
    silent = {section for section, items in by_section(checklist).items() if says_nothing(items)}
    bundles: dict[object, list[tuple[Gap, Item]]] = {}
    for item in checklist.items:
        for gap in item.gaps:
            if not gap.waived:
                bundles.setdefault(cause(gap, item, silent), []).append((gap, item))
    for bundle in bundles.values():
        yield missing(bundle, silent)


def by_section(checklist: Checklist) -> dict[str, list[Item]]:
    sections: dict[str, list[Item]] = {}
    for item in checklist.items:
        sections.setdefault(item.section, []).append(item)
    return sections


def says_nothing(items: Iterable[Item]) -> bool:
    """Of a section where several things are asked: nothing is answered, and nothing left out on purpose."""
    asked = [item for item in items if item.status is not Status.NOT_APPLICABLE]
    gaps = [gap for item in asked for gap in item.gaps]
    return len(asked) > 1 and not any(item.answered for item in asked) and not any(g.waived for g in gaps)


def cause(gap: Gap, item: Item, silent: set[str]) -> object:
    """What is equal for two gaps that one thing would fill.

    A comment at a line sets one rule aside, so what has a line is joined with what the same rule reports.
    """
    if gap.spot.line is None:
        return item.section if item.section in silent else gap.spot.absent
    return gap.spot.absent, gap.requirement.rule


def missing(bundle: list[tuple[Gap, Item]], silent: set[str]) -> Missing:
    heaviest = sorted(bundle, key=lambda pair: -pair[0].requirement.severity)
    gaps, (first, item) = tuple(gap for gap, _ in heaviest), heaviest[0]
    if item.section in silent and first.spot.line is None and len(gaps) > 1:
        return Missing(gaps, section=in_words(item.section))
    return Missing(gaps, item.asked, path_text(first.spot.absent) if len(gaps) > 1 else "")


def in_words(section: str) -> str:
    """`section F, governance`."""
    number, dot, heading = section.partition(". ")
    if not dot:
        return f"the section '{section}'"
    plain = heading if heading[1:2].isupper() else f"{heading[:1].lower()}{heading[1:]}"
    return f"section {number}, {plain}"
